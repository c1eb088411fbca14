import { type CGraph } from '../packages/index.js';
import type { Degrade, Finding } from '../report/index.js';
import { type FoundLoss } from './find-losses.js';
import { type BuildOptions } from './options.js';
import type { Session } from './session.js';
/** The graph of one target of one root. */
export interface TargetGraph {
    readonly root: string;
    /** `null` where go cannot list the packages: the findings say why. */
    readonly graph: CGraph | null;
    /** What cgo off leaves out, with cgo on and off compared. */
    readonly losses: readonly FoundLoss[];
    readonly findings: readonly Finding[];
    /** With `why`: the shortest way over imports; `null` when nothing imports it. */
    readonly why?: readonly string[] | null;
}
/** What `goparity graph --format json` prints. */
export interface GraphDocument {
    readonly schema: 'goparity/graph/1';
    readonly tool: {
        readonly version: string;
    };
    readonly graphs: readonly TargetGraph[];
    readonly degraded: readonly Degrade[];
}
/** What `graph` is asked. */
export interface GraphOptions extends BuildOptions {
    /** Import path of a package: how does it come in? */
    readonly why?: string;
}
/**
 * The packages of each target with the C that go list hides, and what cgo off leaves out. Asks compilers where things are, and compiles
 * nothing. Throws as `recordProject`
 * does, and `usage`, `target-invalid`.
 */
export declare function graph(session: Session, options: GraphOptions): Promise<{
    readonly document: GraphDocument;
    readonly exitCode: 0 | 3;
}>;
