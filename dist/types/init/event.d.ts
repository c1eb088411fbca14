import { type ShellCommand } from './shell.js';
import { type ShellMode } from './enforced.js';
/**
 * What a step does to the modules: brings a cache back, downloads, compiles, verifies. `unknown`: a script that may have
 * done any of it; `image`: a container image that may hold modules.
 */
export type EventKind = 'restore' | 'download' | 'build' | 'verify' | 'unknown' | 'image';
/** One thing that a job does to the modules, in the order of its events. */
export interface Event {
    readonly kind: EventKind;
    /** `own`: goparity downloads what it verifies; `go mod verify` does not. */
    readonly own: boolean;
    /** As people write it, short. */
    readonly what: string;
    readonly line: number;
    /** Folder of the module as written, `.` for the top; `*` for any. */
    readonly directory: string;
    /** Which module cache: the machine's own is empty, a mounted one has its place. */
    readonly cache: string;
    /** Why a failure of a verification fails nothing. */
    readonly loose: string | null;
}
/** What one command does; `null`: nothing that matters here. */
export interface Meaning {
    readonly kind: EventKind;
    readonly own: boolean;
}
/** What a command does to the modules, by its words without wrappers. */
export declare function meaningOf(words: readonly string[]): Meaning | null;
/** Takes away what stands before a command and only says how it is started. */
export declare function withoutWrappers(words: readonly string[]): readonly string[];
/** A folder as it is written, without what says nothing. */
export declare function normalDirectory(base: string, directory: string): string;
/** Where a script runs and what holds for all of it. */
export interface ScriptPlace {
    readonly directory: string;
    readonly mode: ShellMode;
    readonly cache: string;
    /** Why no failure of this script fails the job. */
    readonly loose: string | null;
    readonly lineOf: (offset: number) => number;
}
/** The events of a script that has been split already. */
export declare function eventsOfCommands(commands: readonly ShellCommand[], place: ScriptPlace): readonly Event[];
/** The events of a script. */
export declare function eventsOfScript(script: string, place: ScriptPlace): readonly Event[];
