import type { EnvironmentDrift, Finding, ModuleDrift, Report } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
/** A snapshot and what it was read from: tells recordings of one job apart. */
export interface NamedSnapshot {
    readonly name: string;
    readonly snapshot: Snapshot;
}
/** A job as reports list it. */
export type ComparedJob = Report['jobs'][number];
/** What differs between jobs, and what of it a person should see. `before` is what most jobs have (of two, the first). */
export interface JobsComparison {
    readonly environment: readonly EnvironmentDrift[];
    readonly modules: readonly ModuleDrift[];
    readonly findings: readonly Finding[];
    /** In the order given. */
    readonly jobs: readonly ComparedJob[];
}
/**
 * Compares jobs with one another: two as first against second, more against what most of them have.
 * A difference that one axis of the matrix accounts for is explained. Linear in jobs times modules.
 */
export declare function compareJobs(snapshots: readonly NamedSnapshot[]): JobsComparison;
