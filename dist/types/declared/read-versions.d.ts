import type { DeclaredEnvironment, DeclaredGo } from './model.js';
/** A version file as an environment: the machine of whoever uses the tool that reads it. */
export declare function versionsEnvironment(file: string, go: readonly DeclaredGo[], settings?: DeclaredEnvironment['settings']): DeclaredEnvironment;
/** The first line of a .go-version that says something. */
export declare function readGoVersionFile(file: string, text: string): DeclaredEnvironment;
/** The `golang` line of a .tool-versions; of several versions the first one that is there is used, and the first is meant. */
export declare function readToolVersions(file: string, text: string): DeclaredEnvironment;
