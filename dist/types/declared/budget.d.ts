/** Counts the scripts of one file. What it gives throws `config-invalid` when they are more than any CI has. */
export declare function openBudget(file: string): (script: string) => void;
