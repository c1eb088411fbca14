import type { DeclaredGo, GoCommand, Setting } from './model.js';
/** What holds for one script. */
export interface ScriptPlace {
    readonly file: string;
    /** The line of a character of the script. */
    readonly lineOf: (offset: number) => number;
    /** The Go that is on PATH, as far as something says so. */
    readonly go: readonly DeclaredGo[];
    /** No failure of it fails anything. */
    readonly loose: boolean;
    /** Variables of this script alone. */
    readonly env?: ReadonlyMap<string, Setting>;
    /** The next script runs in the same shell. */
    readonly goesOn?: boolean;
}
/** A machine on which scripts run one after the other. */
export interface Shell {
    /** Sets a variable for what follows. */
    set(name: string, setting: Setting): void;
    get(name: string): Setting | undefined;
    /** `null`: not known. */
    enter(directory: string | null): void;
    readonly directory: () => string | null;
    /** What lies there now is not the code of the repository, or is again. */
    leave(isForeign: boolean): void;
    /** The same for one folder. */
    leaveFolder(folder: string): void;
    /** Something happened that may have brought a compiler. */
    doubtCompiler(): void;
    run(script: string, place: ScriptPlace): readonly GoCommand[];
}
/** Begins a shell; `compiler` says whether its machine has a C compiler. */
export declare function openShell(compiler: boolean | null, start: string | null): Shell;
