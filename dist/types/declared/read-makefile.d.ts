import type { DeclaredEnvironment } from './model.js';
/** What a Makefile exports to its commands, and what its commands set for themselves. */
export declare function readMakefile(file: string, text: string): DeclaredEnvironment;
