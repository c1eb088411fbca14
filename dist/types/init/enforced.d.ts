import type { ShellCommand } from './shell.js';
/** What the shell of a script stops at when it begins. */
export interface ShellMode {
    /** `set -e` */
    readonly errexit: boolean;
    /** `set -o pipefail` */
    readonly pipefail: boolean;
}
/** The options that a `set` command, or the command line of a shell, leaves behind. */
export declare function applyOptions(mode: ShellMode, words: readonly string[]): ShellMode;
/**
 * Why the failure of a command of a script does not fail the script, in words that follow its name; `null` when it does,
 * or where that cannot be told. `mode` is what holds when the command starts.
 */
export declare function looseness(commands: readonly ShellCommand[], index: number, mode: ShellMode): string | null;
