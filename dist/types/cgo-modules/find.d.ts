import type { CgoModule } from './module.js';
/** The module to which an import path (with a version or without) belongs, when it is known to need cgo. */
export declare function findCgoModule(path: string): CgoModule | null;
/** The module that a program knows by this name: `sqlite3` of `sqlite3.ErrBusy`. */
export declare function findCgoModuleNamed(name: string): CgoModule | null;
/** What is asked of a package of a program; as `go list -json` gives it. */
export interface AdvisedPackage {
    readonly path: string;
    readonly standard: boolean;
    readonly module: {
        readonly main: boolean;
    } | null;
    readonly imports: readonly string[];
    /** The files of the target, where they were listed: with cgo on, a package without cgo files is no matter for advice. */
    readonly files?: {
        readonly CgoFiles: readonly string[];
    };
}
/** What the packages are built for, as far as it decides whether C is in the way. */
export interface AdvisedTarget {
    readonly goos: string;
    readonly cgo: boolean;
}
/** A package of a program that needs cgo, with what is known of it. */
export interface CgoAdvice {
    readonly package: string;
    readonly known: CgoModule;
    /** Packages of the project that import it, in the order of the build. */
    readonly importedBy: readonly string[];
}
/**
 * The packages among these that are known to need cgo, in the order given, in whatever major version. With a `target` only those whose
 * C is, or would be with cgo on, part of its build.
 */
export declare function adviseCgo(packages: readonly AdvisedPackage[], target?: AdvisedTarget): readonly CgoAdvice[];
