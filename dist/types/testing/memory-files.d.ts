import type { Files } from '../host/index.js';
/** What lies at an absolute POSIX path: content, or where a symbolic link points. Folders are made as needed. */
export type MemoryTree = Readonly<Record<string, string | Uint8Array | {
    readonly link: string;
}>>;
/** Files in memory, which a test can look at. */
export interface MemoryFiles extends Files {
    /** Every file as text, by path. */
    texts(): Readonly<Record<string, string>>;
    /** Makes every write fail from now on, as a full disk or a read-only one does. */
    failWrites(reason: string): void;
}
/** Makes files in memory that keep the contract of `Files`; paths are absolute and POSIX. */
export declare function memoryFiles(tree?: MemoryTree): MemoryFiles;
