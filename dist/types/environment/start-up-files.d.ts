/** A line of a shell start-up file that gives a variable of go a value. */
export interface ShellAssignment {
    /** As people write it: `~/.bashrc`, `/etc/profile`. */
    readonly file: string;
    /** From 1. */
    readonly line: number;
    readonly name: string;
}
/**
 * Where a start-up file assigns variables that go reads, in order. Read by its words, never run: a line in a branch that is
 * not taken counts too, so it tells where to look for a value that a shell really has, and nothing more.
 */
export declare function findAssignments(file: string, text: string): readonly ShellAssignment[];
