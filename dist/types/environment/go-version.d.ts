/** The parts of a Go version; decimals stay text, so that none is too large. */
export interface GoVersion {
    readonly major: string;
    readonly minor: string;
    readonly patch: string;
    /** `alpha`, `beta`, `rc` or empty. */
    readonly kind: string;
    readonly pre: string;
}
/**
 * Reads `go1.26.8`, `1.26`, `go1.27rc1`, `devel go1.27-abcdef`; `null` for anything else.
 * A port of Parse in internal/gover: from 1.21 on, `1.21` is the language and comes before `1.21rc1` and `1.21.0`.
 */
export declare function parseGoVersion(version: string): GoVersion | null;
/**
 * Orders Go versions as go/version.Compare, with or without `go`: negative, zero or positive.
 * Versions that cannot be read come before all others.
 */
export declare function compareGoVersions(a: string, b: string): number;
