import type { RunnerImage } from '../snapshot/index.js';
/** The image of a GitHub runner as its variables say; `null` on any other machine. */
export declare function readRunnerImage(env: Readonly<Record<string, string | undefined>>): RunnerImage | null;
