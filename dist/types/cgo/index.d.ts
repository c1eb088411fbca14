export { findCCompiler } from './c-compiler.js';
export { findLibc } from './libc.js';
