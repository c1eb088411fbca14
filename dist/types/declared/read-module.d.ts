import type { DeclaredModule } from './model.js';
/** Reads a go.mod or go.work file. */
export declare function readModule(file: string, text: string): DeclaredModule;
