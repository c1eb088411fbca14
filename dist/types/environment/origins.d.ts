import type { EnvironmentOrigin } from '../snapshot/index.js';
/** The texts of the two files that set go env keys; `null` where there is none. */
export interface EnvFiles {
    /** What `go env -w` writes. */
    readonly goenv: string | null;
    /** `$GOROOT/go.env`. */
    readonly goroot: string | null;
}
/**
 * The settings of a go env file: later lines win, anything that does not begin with a capital letter is skipped,
 * nothing is unquoted (readEnvFile in cmd/go/internal/cfg).
 */
export declare function parseEnvFile(text: string): ReadonlyMap<string, string>;
/**
 * Where the value of each key of the table comes from. An empty variable is unset, as for go itself:
 * the file then speaks. `derived`: go works it out (GOVERSION; GONOSUMDB from GOPRIVATE).
 */
export declare function originsOf(values: Readonly<Record<string, string>>, env: Readonly<Record<string, string | undefined>>, files: EnvFiles): Readonly<Record<string, EnvironmentOrigin>>;
