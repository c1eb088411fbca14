/** One platform that some file of the project builds for. */
export interface SeenTarget {
    readonly goos: string;
    readonly goarch: string;
    /** GOARM, GOMIPS, …: as the target's third part. */
    readonly variant?: string | undefined;
    /** `true`: `CGO_ENABLED=1` stands there; `undefined`: nothing does. */
    readonly cgo?: boolean | undefined;
    readonly file: string;
    readonly line: number;
}
/** A target for `.goparity.yml`, and where it was seen. */
export interface GuessedTarget {
    readonly target: string;
    /** `file:line`, at most three. */
    readonly from: readonly string[];
}
/** `CGO_ENABLED=0` and `=1` as a choice; anything else is none. */
export declare function cgoOf(value: string | undefined): boolean | undefined;
/**
 * What several files say, as one list: platforms that Go has, each once, in the order of their names. Where one file
 * says cgo on or off and another says nothing, the one that says something counts.
 */
export declare function mergeTargets(seen: readonly SeenTarget[]): readonly GuessedTarget[];
