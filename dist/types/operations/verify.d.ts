import { type Outcome } from './conclude.js';
import type { FailOn } from '../compare/index.js';
import type { BuildOptions } from './options.js';
import type { Session } from './session.js';
/** Whether the modules of a project are what go.sum says. Throws as `recordProject` does. */
export declare function verify(session: Session, options: BuildOptions & {
    readonly failOn?: FailOn;
}): Promise<Outcome>;
