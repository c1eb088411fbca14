import type { Degrade, Finding } from '../report/index.js';
import { type GoEnvironment } from '../snapshot/index.js';
import { type Folds } from './fold.js';
import type { ShellAssignment } from './start-up-files.js';
/** What a program gets from one way of starting a shell with nothing but a home folder. */
export interface ShellReading {
    /** `bash` */
    readonly shell: string;
    readonly kind: 'login' | 'interactive';
    /** Exported, not empty, and among `shellVariables`; as they are, credentials too. */
    readonly variables: Readonly<Record<string, string>>;
}
/** What the shells of an account give to programs that are started from them. */
export interface ShellAnswers {
    readonly readings: readonly ShellReading[];
    /** In the order in which the files were read. */
    readonly assignments: readonly ShellAssignment[];
    /** Shells that said nothing, with the reason. */
    readonly degraded: readonly Degrade[];
}
/**
 * Findings (`env/shell-only`), one a variable, for what only the start-up files of a shell set: go in a terminal then does
 * something else than go in this process. Values are compared as go takes them: a shell that sets go's default makes none.
 * `env` is the process environment, for variables that go env does not print.
 */
export declare function findShellOnly(environment: GoEnvironment, env: Readonly<Record<string, string | undefined>>, folds: Folds, shells: ShellAnswers): readonly Finding[];
/** The variables of one shell's environment that decide what go does; all others are dropped. */
export declare function keepShellVariables(entries: Iterable<readonly [string, string]>): Readonly<Record<string, string>>;
