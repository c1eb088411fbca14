import type { Ill, Planned } from './local-fix.js';
import type { RecordedRoot, Recording } from './record-project.js';
import type { Session } from './session.js';
/** cgo off for a target whose C lacks something, where nothing is lost by it. */
export declare function planTargetFix(session: Session, recording: Recording, root: RecordedRoot, ill: Ill): Promise<Planned>;
