/** One module that went into a Go program. */
export interface GoModule {
    readonly path: string;
    /** `(devel)` for a main module without a version. */
    readonly version: string;
    /** `h1:…`; `null` where the linker knew none: a vendored build (since Go 1.23), the main module, a local replacement. */
    readonly sum: string | null;
    readonly replace?: {
        readonly path: string;
        readonly version: string;
        readonly sum: string | null;
    };
}
/** What `go version -m` prints. */
export interface GoBuildInfo {
    /** `go1.26.8`, with experiments behind a blank. */
    readonly version: string;
    /** Import path of the main package; `null` when it was built without modules. */
    readonly path: string | null;
    readonly main: GoModule | null;
    readonly dependencies: readonly GoModule[];
    /** In the order of the file: `-trimpath`, `CGO_ENABLED`, `GOOS`, `vcs.revision`, … (since Go 1.18). */
    readonly settings: readonly {
        readonly key: string;
        readonly value: string;
    }[];
    /** Whether dependencies carry their sum; those replaced by a folder have none to carry. `nothing`: there is no dependency. */
    readonly sums: 'all' | 'some' | 'none' | 'nothing';
}
export type Libc = 'glibc' | 'musl' | 'bionic' | 'uclibc';
/** Symbol versions that are asked of one library; without the weak ones, whose absence a loader only mentions. */
export interface NeededVersions {
    readonly library: string;
    readonly versions: readonly string[];
}
/** Everything that one binary says of itself. */
export interface Binary {
    readonly format: 'elf' | 'mach-o' | 'pe';
    readonly bits: 32 | 64;
    readonly endian: 'little' | 'big';
    /** As Go names it, from the build info or from the format; `null` when neither tells. */
    readonly goos: string | null;
    /** As Go names it; `null` for a processor that Go does not know. */
    readonly goarch: string | null;
    /** The processor in the words of the format: `x86-64`, `machine 190`. */
    readonly machine: string;
    readonly kind: 'executable' | 'pie' | 'shared-library' | 'object' | 'other';
    /** `dynamic`: something else must load it or load libraries for it. */
    readonly linkage: 'static' | 'dynamic';
    /** Path of the loader that the kernel is asked to start. */
    readonly interpreter: string | null;
    /** In the order of the file. */
    readonly needed: readonly string[];
    /** Its own name, for a library. */
    readonly soname: string | null;
    /** Folders in which libraries are looked for, unexpanded; `runpath` makes a loader ignore `rpath`. */
    readonly rpath: readonly string[];
    readonly runpath: readonly string[];
    /** The C library it was built for; `null` when it uses none, or does not say which. */
    readonly libc: Libc | null;
    /** The oldest glibc that has every symbol version it asks for: `2.34`; `null` when it asks for none. */
    readonly glibc: string | null;
    /** Symbols that only that glibc or a newer one has, a few. */
    readonly glibcSymbols: readonly string[];
    readonly versions: readonly NeededVersions[];
    /** Versions of symbols that it defines for others (`GLIBC_2.36`). */
    readonly provides: readonly string[];
    /** No symbol table: nobody can name a function in it. */
    readonly stripped: boolean;
    readonly debugInfo: boolean;
    /** Whether C code of cgo is in it; `null` when it is no Go program or nothing tells. */
    readonly cgo: boolean | null;
    /** Whether it can ask libc for names of hosts (`getaddrinfo`); `null` when its symbols do not tell. */
    readonly libcResolver: boolean | null;
    readonly go: GoBuildInfo | null;
    /** Oldest macOS it says it runs on. */
    readonly minimumSystem: string | null;
    /** What is malformed, a sentence each; what could be read stands in the other fields. */
    readonly faults: readonly string[];
}
/** A file: one binary, several (a fat Mach-O), or something else. */
export type BinaryReading = {
    readonly kind: 'binary';
    readonly fat: boolean;
    readonly binaries: readonly [Binary, ...Binary[]];
} | {
    readonly kind: 'other';
    readonly what: string;
};
