/** A build constraint: a tag, or what is made of others. */
export type Constraint = {
    readonly kind: 'tag';
    readonly tag: string;
} | {
    readonly kind: 'not';
    readonly of: Constraint;
} | {
    readonly kind: 'and' | 'or';
    readonly of: readonly [Constraint, Constraint];
};
/** Reads the expression behind `//go:build`; `null` when it is none. Source: go/build/constraint. */
export declare function parseGoBuild(text: string): Constraint | null;
/** Reads `// +build` lines: lines and commas are and, blanks are or; `null` when one is malformed. */
export declare function parsePlusBuild(lines: readonly string[]): Constraint | null;
/** Whether a constraint holds when these tags are set. */
export declare function holds(constraint: Constraint, isSet: (tag: string) => boolean): boolean;
/** The tags of a constraint. */
export declare function tagsOf(constraint: Constraint): ReadonlySet<string>;
/** What a file says of when it is built. */
export interface FileConstraints {
    /** Behind `//go:build`, as written; `null` without one. */
    readonly goBuild: string | null;
    /** Behind each `// +build`. */
    readonly plusBuild: readonly string[];
    readonly importsC: boolean;
}
/** Reads the constraints over the package clause, and whether the file imports "C". */
export declare function readConstraints(source: string): FileConstraints;
/**
 * Whether `//go:build` and `// +build` of a file say different things: go since 1.17 reads the first alone, older ones the second.
 * `false` when either is missing, malformed or too large to compare.
 */
export declare function contradicts({ goBuild, plusBuild }: FileConstraints): boolean;
/** Why a file is built with cgo and not without, in the words that stand in it. */
export declare function cgoReason({ goBuild, importsC }: FileConstraints): string;
