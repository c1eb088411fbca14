import type { EnvFiles } from '../environment/index.js';
import type { Environment, Host } from '../host/index.js';
import type { Go, GoResult } from './go.js';
/** What `go env -json` says, or the call that failed, for the classifier. */
export type GoEnvAnswer = {
    readonly ok: true;
    readonly values: Readonly<Record<string, string>>;
} | {
    readonly ok: false;
    readonly result: GoResult;
};
/**
 * Runs `go env -json`; `env` is set on top of the go command's environment.
 * A go command that fails (no such toolchain, a malformed go.work) is an answer; throws `go-unreadable` when it succeeds and prints something else.
 */
export declare function readGoEnv(go: Go, env?: Environment): Promise<GoEnvAnswer>;
/** The two files that set go env keys: the one that GOENV names, and `$GOROOT/go.env`; at most 1 MiB each. */
export declare function readEnvFiles(host: Host, values: Readonly<Record<string, string>>): Promise<EnvFiles>;
