import type { EnvironmentDrift, Finding, ModuleDrift, Report } from '../report/index.js';
import type { Snapshot } from '../snapshot/index.js';
import type { IgnoreRule } from './policy.js';
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
    /** Two in the order given, more by their ids. */
    readonly jobs: readonly ComparedJob[];
}
/** Jobs as reports list them, in the order given. */
export declare function listJobs(snapshots: readonly NamedSnapshot[]): readonly ComparedJob[];
/**
 * Compares jobs with one another: two as first against second, more against what most of them have, whatever their order.
 * A difference that one axis of the matrix accounts for is explained, and so is one that an ignore rule names.
 * Linear in jobs times modules.
 */
export declare function compareJobs(snapshots: readonly NamedSnapshot[], ignore?: readonly IgnoreRule[]): JobsComparison;
