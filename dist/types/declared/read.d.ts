import type { DeclaredEnvironments } from './model.js';
/**
 * Reads what the files of a repository (POSIX paths from its top, with their texts) say of the environments that build it.
 * Never throws for a file: one that cannot be read is `unreadable`, with its reason.
 */
export declare function readDeclarations(files: ReadonlyMap<string, string>): Promise<DeclaredEnvironments>;
