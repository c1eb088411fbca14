/** How a command is joined to the next one. */
export type ShellOperator = '&&' | '||' | '|' | '&' | ';' | '';
/** One simple command of a script, as far as its order needs it. */
export interface ShellCommand {
    /** Words without quotes; variable assignments before the command are in `assignments`. */
    readonly words: readonly string[];
    readonly assignments: ReadonlyMap<string, string>;
    /** Where each of them begins in the script. */
    readonly assignedAt: ReadonlyMap<string, number>;
    /** Where its first word begins in the script. */
    readonly at: number;
    /** What stands between it and the next command; empty at the end. */
    readonly after: ShellOperator;
    /** It stands in the condition of an `if`, a `while` or behind `!`: its failure is looked at, not lost. */
    readonly condition: boolean;
    /** It begins a group: `{ …` or `( …`. */
    readonly opens: boolean;
}
/**
 * Splits a shell script into its simple commands: at line ends, `;`, `&&`, `||`, `|`, `&`. Continued lines are joined;
 * comments, here-documents, redirections and keywords are left out. Reads every character a bounded number of times.
 */
export declare function splitShell(text: string): readonly ShellCommand[];
