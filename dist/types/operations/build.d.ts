import { type Outcome } from './conclude.js';
import type { FailOn } from '../compare/index.js';
import type { BuildOptions } from './options.js';
import type { Session } from './session.js';
/** Cross-compiles targets on verified modules, without comparing with a baseline. Throws as `recordProject` does. */
export declare function build(session: Session, options: BuildOptions & {
    readonly failOn?: FailOn;
}): Promise<Outcome>;
