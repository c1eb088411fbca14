import type { GoValues } from './roots.js';
import type { Testimony } from './testimony.js';
/** One place that go would fetch a module from. */
export interface ModuleSource {
    readonly witness: 'proxy' | 'repository';
    /** For people: without credentials. */
    readonly name: string | null;
    /** The value of GOPROXY that names this place alone. */
    readonly goproxy: string;
}
/** Whom to ask, and who is not asked and why. */
export interface SourcePlan {
    readonly ask: readonly ModuleSource[];
    readonly silent: readonly Testimony[];
}
/** A proxy without user, password, query and other secrets. */
export declare function proxyName(entry: string): string;
/**
 * Every place to ask for a module, each by itself. A private path is asked only where go itself would ask; the repository of a public
 * one also where GOPROXY does not say `direct`, for its name is no secret: go tells it to the checksum database.
 */
export declare function planSources({ values }: GoValues, path: string): SourcePlan;
