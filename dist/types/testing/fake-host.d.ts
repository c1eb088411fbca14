import type { Host, Processes, ProcessResult, RunOptions } from '../host/index.js';
/** What a program of a fake machine does: text on standard output, or a part of a result. */
export type FakeProgram = (args: readonly string[], options: RunOptions) => string | (Partial<Omit<ProcessResult, 'stdout' | 'stderr'>> & {
    readonly stdout?: string;
    readonly stderr?: string;
});
/** Programs by name; any other is not there. */
export declare function fakeProcesses(programs?: Readonly<Record<string, FakeProgram>>): Processes;
/**
 * A machine that touches nothing: empty environment, files in memory, no program, a clock that stands still.
 * `overrides` replaces single parts.
 */
export declare function fakeHost(overrides?: Partial<Host>): Host;
