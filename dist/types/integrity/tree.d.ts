import { type Host } from '../host/index.js';
/** A file below a folder. What is no regular file is never followed or opened: its hash is `null`. */
export interface TreeFile {
    /** POSIX path from the folder. */
    readonly path: string;
    /** sha256, hex. */
    readonly hash: string | null;
    readonly kind: 'file' | 'symlink' | 'other';
}
/** Every file below a folder with its hash, sorted by path. Empty when the folder is not there. Symbolic links are reported, not followed. */
export declare function readTree(host: Host, directory: string): Promise<readonly TreeFile[]>;
/** One hash for a tree: sha256 (hex) over `HASH  PATH` lines in byte order; a link counts by its name. */
export declare function hashTree(files: readonly TreeFile[]): string;
/**
 * The `h1:` hash of an extracted module directory, `null` when it holds anything but regular files and folders.
 * A port of golang.org/x/mod/sumdb/dirhash, Hash1 over HashDir: names are `path@version/file`, sorted by bytes.
 */
export declare function hashModuleDirectory(host: Host, directory: string, prefix: string): Promise<string | null>;
