import { type LibraryAnswer, type VersionMismatch } from '../cgo/index.js';
import { type Go, type ListedPackage } from '../go/index.js';
import type { Host } from '../host/index.js';
import { type PlanStep, type Target } from '../targets/index.js';
/** A failure that the build would meet. */
export interface CFailure {
    readonly package: string;
    /** As the build would print it below the header of the package. */
    readonly output: string;
    /** What was really seen, where the output is foretold and not a tool's own. */
    readonly seen?: readonly string[];
}
/** What the C side of a target needs, and whether it is there. */
export interface CPlan {
    readonly step: PlanStep;
    readonly failures: readonly CFailure[];
    /** Headers and libraries that do not belong together: it builds, and may go wrong when it runs. */
    readonly mismatches: readonly (VersionMismatch & {
        readonly package: string;
    })[];
    /** Where the linker finds what each package asks for, by import path. */
    readonly libraries: ReadonlyMap<string, readonly LibraryAnswer[]>;
}
/** Variables that other build tools read, and go does not. */
export declare function ignoredCompilerVariables(env: Readonly<Record<string, string | undefined>>, { goos, goarch }: Target): readonly string[];
/**
 * Looks at everything that the C side of a target needs: compiler, what it builds for, headers, pkg-config, libraries. Compilers are asked
 * for their macros and to preprocess; nothing is compiled, nothing is linked. `null`: no package of the target has C.
 */
export declare function planC(host: Host, go: Go, target: Target, packages: readonly ListedPackage[]): Promise<CPlan | null>;
