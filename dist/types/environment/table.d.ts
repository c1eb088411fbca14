/** What a go env key is about, and with that how much a difference matters. */
export type KeyClass = 'platform' | 'version' | 'path' | 'verification' | 'build' | 'volatile';
/**
 * How a value is made comparable:
 * `text` as it is · `path` one path · `path-list` paths as in PATH · `command` a program with arguments ·
 * `go-flags` words sorted by flag, as GOFLAGS · `c-flags` words in their order · `gcc-flags` likewise, without what names a
 * temporary folder · `proxy-list` URLs divided by `,` or `|` · `pattern-list` a set divided by commas.
 */
export type Normalisation = 'text' | 'path' | 'path-list' | 'command' | 'go-flags' | 'c-flags' | 'gcc-flags' | 'proxy-list' | 'pattern-list';
/** One row of the table of go env keys. */
export interface GoEnvKey {
    readonly key: string;
    /** First minor release whose `go env` prints it; those of 1.21 may be older. */
    readonly since: '1.21' | '1.23' | '1.24';
    readonly class: KeyClass;
    readonly normalise: Normalisation;
    /** Whether a value may carry a credential. */
    readonly secret: boolean;
    /** Where it can be set: everywhere, only in the process environment, or nowhere (go works it out). */
    readonly settable: 'everywhere' | 'process' | 'nowhere';
    /** The GOARCHes for which it is printed; absent: always. */
    readonly architectures?: readonly string[];
    /** Keys, and facts of the machine, from which its default is worked out. */
    readonly followsKeys?: readonly string[];
    /** One line for people. */
    readonly doc: string;
}
/**
 * Every key that `go env` of Go 1.21–1.26 prints, sorted. Nothing else enters a snapshot.
 * After MkEnv, ExtraEnvVars and ExtraEnvVarsCostly in cmd/go/internal/envcmd, and checkEnvWrite for where a key can be set.
 */
export declare const goEnvTable: readonly GoEnvKey[];
/** The row of a key; `null` for what is no go env key of Go 1.21–1.26. */
export declare function findGoEnvKey(key: string): GoEnvKey | null;
