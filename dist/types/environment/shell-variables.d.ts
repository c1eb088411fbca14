/** Variables that decide what go builds or checks. No other variable of a shell is ever read. */
export declare const shellVariables: readonly string[];
/** Whether a name is one of `shellVariables`. */
export declare function isShellVariable(name: string): boolean;
/** What it means when a terminal has another value of a variable; `note` where the program is the same. */
export declare function consequenceOf(name: string): {
    readonly severity: 'warning' | 'note';
    readonly meaning: string;
};
