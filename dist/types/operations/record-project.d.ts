import { type Go } from '../go/index.js';
import type { IncidentFacts } from '../incidents/index.js';
import { type GoValues, type RestoredCaches, type RootReading } from '../integrity/index.js';
import type { Degrade, Finding } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
import type { ProjectOptions } from './options.js';
import type { Session } from './session.js';
import type { Target } from '../targets/index.js';
import { type Stopwatch } from './stopwatch.js';
/** A root that was read, with the go command and the go env of its directory. */
export interface RecordedRoot {
    readonly reading: RootReading;
    readonly go: Go;
    readonly env: GoValues;
}
/** What one job is, before anything is verified or built. */
export interface Recording {
    /** The project's directory, absolute, links resolved. */
    readonly directory: string;
    readonly snapshot: Snapshot;
    readonly roots: readonly RecordedRoot[];
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
    /** Why nothing may be downloaded or built; `null` when it may. */
    readonly blocked: string | null;
    /** What the classifier may know of this machine. */
    readonly facts: IncidentFacts;
    readonly watch: Stopwatch;
    /** What is known of where the caches of go come from. */
    readonly restored: RestoredCaches;
    /** What is to be built; empty when nobody asked. */
    readonly targets: readonly Target[];
}
/** One job's environment and modules. Throws `directory-missing`, `module-missing`, `go-missing`, `go-unreadable`, `cancelled`. */
export declare function recordProject(session: Session, options: ProjectOptions, wanted?: readonly string[]): Promise<Recording>;
