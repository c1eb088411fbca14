import type { GoValues } from './roots.js';
/** A setting that accounts for a checksum that nobody checked, or for another source than usual. */
export interface Explanation {
    readonly key: string;
    /** As set, without credentials. */
    readonly value: string;
    /** Where: `set in the go env file /home/user/.config/go/env`. */
    readonly where: string;
    /** What follows for the module, one sentence. */
    readonly meaning: string;
}
/**
 * Settings that explain how a module version came to have a wrong checksum, each with where it is set. `env` is the process
 * environment, for GONOSUMCHECK, which go env does not print. Settings that play no part for this module are left out.
 */
export declare function explainedBy(environment: GoValues, path: string, env?: Readonly<Record<string, string | undefined>>): readonly Explanation[];
