/**
 * Names and paths of glibc's `/etc/ld.so.cache` in the order of the file, without those for special processors
 * (sysdeps/generic/dl-cache.h, the format since 2.2). Empty for a file of another format.
 */
export declare function parseLoaderCache(bytes: Uint8Array, little?: boolean): readonly {
    readonly name: string;
    readonly path: string;
}[];
/** Folders of musl's `/etc/ld-musl-ARCH.path`: separated by colons or line feeds. */
export declare function parseMuslPath(text: string): readonly string[];
