export { findCCompiler } from './c-compiler.js';
export { findLibc } from './libc.js';
export { findVersionMismatches, type VersionMismatch } from './library-versions.js';
export { askSearchPath, findLibraries, readLinkFlags, type LibraryAnswer, type LinkRequest } from './libraries.js';
export { readPreambles, type Preamble } from './preamble.js';
export { askPlatform, openTool, type CPlatform, type CTool, type ToolAnswer } from './toolchain.js';
