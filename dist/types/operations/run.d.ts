import { type RunOptions } from '../host/index.js';
import { type Outcome } from './conclude.js';
import type { FailOn } from '../compare/index.js';
import type { BuildOptions } from './options.js';
import type { Session } from './session.js';
/** What came of the command; `null` when it was never started. */
export interface RunOutcome extends Outcome {
    readonly command: {
        readonly exitCode: number | null;
    } | null;
}
/**
 * download → verify → CMD → verify again: the command never starts on unverified modules, and its failure is classified.
 * Throws as `recordProject` does, and `usage` when the command cannot be started.
 */
export declare function run(session: Session, options: BuildOptions & {
    readonly failOn?: FailOn;
    readonly command: readonly string[];
    readonly onOutput?: RunOptions['onOutput'];
}): Promise<RunOutcome>;
