import { type Outcome } from './conclude.js';
import type { CheckOptions } from './options.js';
import type { Session } from './session.js';
/** The main job: record → download → verify → build → compare with the baseline. Throws as `recordProject` and `readBaseline` do. */
export declare function check(session: Session, options: CheckOptions): Promise<Outcome>;
