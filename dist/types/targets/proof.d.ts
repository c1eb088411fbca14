/** What a build compiles of one package. */
export interface PackageContent {
    readonly path: string;
    /**
     * `module@version h1:…` where the module cache was verified against that hash; else one `name sha256` for each file that is
     * compiled, assembled, embedded or linked, sorted.
     */
    readonly content: readonly string[];
}
/** All that decides the outcome of building a target without cgo. */
export interface ProofFacts {
    /** `goos/goarch[/variant]-cgo`, and the package patterns. */
    readonly target: string;
    readonly patterns: readonly string[];
    /** `go env` for the target; keys that only name places or ways to fetch are left out here. */
    readonly env: Readonly<Record<string, string>>;
    /** Flags that goparity itself adds. */
    readonly flags: readonly string[];
    /** sha256 by name of go, compiler, assembler, linker and the headers for assembly. */
    readonly tools: Readonly<Record<string, string>>;
    /** sha256 by name of go.mod, go.work and vendor/modules.txt. */
    readonly files: Readonly<Record<string, string>>;
    readonly packages: readonly PackageContent[];
}
/** Why a build with these GOFLAGS can have no proof; `null` when it can. */
export declare function whyNoProof(goflags: string): string | null;
/**
 * Everything that decides the outcome as one text: two builds with the same text end alike. It holds no path of this machine and no
 * time, so that a proof made elsewhere counts here.
 */
export declare function proofText({ target, patterns, env, flags, tools, files, packages }: ProofFacts): string;
