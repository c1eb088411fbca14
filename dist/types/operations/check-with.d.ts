import type { FailOn } from '../compare/index.js';
import { type Engine } from '../sync/index.js';
import type { ProjectOptions } from './options.js';
import { type RunReport } from './report.js';
import type { Session } from './session.js';
/** Options of `check --with`. */
export interface CheckWithOptions extends ProjectOptions {
    /** As for `sync`. */
    readonly place: string;
    readonly engine: Engine | null;
    readonly failOn?: FailOn;
}
/**
 * Records the project on this machine and in another place, and compares the two: same Go, same settings, same build list?
 * Nothing is built. Throws as `record`, and `usage` when the place cannot be talked to.
 */
export declare function checkWith(session: Session, options: CheckWithOptions): Promise<RunReport>;
