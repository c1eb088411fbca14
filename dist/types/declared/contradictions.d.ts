import type { Finding } from '../report/index.js';
import type { ShowFile } from './finding.js';
import type { DeclaredEnvironments, MeasuredEnvironment } from './model.js';
/** What else than the declarations is known. */
export interface ContradictionOptions {
    /** What machines were found to have. */
    readonly measured?: readonly MeasuredEnvironment[];
    /** How files are called in a report; as in the declarations when nothing is said. */
    readonly show?: ShowFile;
}
/**
 * What a repository declares twice and differently, and what was measured otherwise than it is declared, by file and line.
 * Only what is known on both sides is told: an expression that a run fills in, a range and a matrix agree with everything they may be.
 */
export declare function contradictions(declared: DeclaredEnvironments, options?: ContradictionOptions): readonly Finding[];
