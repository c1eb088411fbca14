/** The lists of a package that a graph is made of; as `go list -json` gives them. */
export interface GraphInput {
    readonly path: string;
    readonly standard: boolean;
    readonly dependencyOnly: boolean;
    readonly module: {
        readonly path: string;
        readonly version: string | null;
        readonly main: boolean;
    } | null;
    readonly imports: readonly string[];
    readonly files: Readonly<Record<'CgoFiles' | 'CFiles' | 'CXXFiles' | 'MFiles' | 'FFiles' | 'HFiles' | 'SFiles' | 'SwigFiles' | 'SwigCXXFiles' | 'SysoFiles', readonly string[]>>;
    readonly flags: Readonly<Record<'CgoCFLAGS' | 'CgoCPPFLAGS' | 'CgoCXXFLAGS' | 'CgoFFLAGS' | 'CgoLDFLAGS' | 'CgoPkgConfig', readonly string[]>>;
}
/** What a package brings that is not Go. */
export interface CNode {
    readonly kind: 'c' | 'c++' | 'objective-c' | 'fortran' | 'assembly' | 'swig' | 'syso' | 'header' | 'flag' | 'library' | 'pkg-config';
    /** `sqlite3.c`, `<zlib.h>`, `-DNDEBUG`, `z`, `gtk+-3.0`. */
    readonly name: string;
    /** The file of a library, where it was looked for and found. */
    readonly path?: string;
}
/** One package with what hangs on it. */
export interface PackageNode {
    readonly path: string;
    /** `path@version`; `null` for the standard library and outside of modules. */
    readonly module: string | null;
    readonly standard: boolean;
    /** Whether a pattern named it. */
    readonly root: boolean;
    /** Whether it imports "C". */
    readonly cgo: boolean;
    readonly imports: readonly string[];
    readonly c: readonly CNode[];
}
/** The packages of one target. */
export interface CGraph {
    readonly target: string;
    readonly packages: readonly PackageNode[];
}
interface FoundLibrary {
    readonly name: string;
    readonly path?: string;
}
/** What go does not list of the C of packages, by import path. */
export interface CKnowledge {
    /** Headers that C code of the package asks for. */
    readonly includes?: ReadonlyMap<string, readonly string[]>;
    /** Where a linker finds the libraries that it asks for; those of pkg-config among them. */
    readonly libraries?: ReadonlyMap<string, readonly FoundLibrary[]>;
}
/** Makes the graph of what go lists for a target. */
export declare function makeGraph(target: string, listed: readonly GraphInput[], { includes, libraries: found }?: CKnowledge): CGraph;
/** Headers that C code includes, as written with their marks, each once. */
export declare function includesOf(source: string): readonly string[];
/**
 * The shortest way by which `wanted` is imported, from a package that no other named one imports, and on from there to the nearest
 * package with cgo. `null`: it is not in the graph.
 */
export declare function whyImported(graph: CGraph, wanted: string): readonly string[] | null;
/** Packages that are C themselves or lead to it. */
export declare function leadingToC({ packages }: CGraph): ReadonlySet<string>;
export {};
