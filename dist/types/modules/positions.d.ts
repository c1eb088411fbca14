/**
 * The line of go.mod (or go.work) that asks for a module: its `require`, or else the `replace` of it; `null` when it is
 * named nowhere. For annotations: a file with mistakes gives the best line there is.
 */
export declare function findRequirement(goMod: string, path: string): number | null;
/** One line of a go.mod file's `require`. */
export interface Requirement {
    readonly line: number;
    readonly path: string;
    readonly version: string;
    /** Marked `// indirect`: only other modules import it. */
    readonly indirect: boolean;
}
/** Everything that go.mod requires, in file order. */
export declare function findRequirements(goMod: string): readonly Requirement[];
/** The line of the `replace` for a module, or `null`. */
export declare function findReplacement(goMod: string, path: string): number | null;
/** The `go`, `toolchain` or `module` line of a go.mod or go.work file with what it says, or `null`. */
export declare function findDirective(goMod: string, directive: 'go' | 'toolchain' | 'module'): {
    readonly line: number;
    readonly value: string;
} | null;
/** The folders that a go.work file uses, as written. */
export declare function findUses(goWork: string): readonly {
    readonly line: number;
    readonly directory: string;
}[];
