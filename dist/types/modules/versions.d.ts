/**
 * -1, 0 or 1: the order of module versions, pseudo-versions and `+incompatible` among them.
 * A port of golang.org/x/mod/semver.Compare: what is no version is less than every version, and equal to what is none either.
 */
export declare function compareVersions(a: string, b: string): number;
