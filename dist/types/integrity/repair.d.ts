import { type Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Fix } from '../report/index.js';
import { type Moves } from './moves.js';
import type { GoValues } from './roots.js';
import { type ModuleVersion } from './throwaway-module.js';
/** One module version to be fetched anew. */
export interface RepairCase extends ModuleVersion {
    /** Hashes of go.sum for the module and for its go.mod file, in the order of the file: what the new copy must be. */
    readonly sums: readonly string[];
    readonly goModSums: readonly string[];
}
/** How the repair of one module version ended. */
export interface RepairOutcome extends ModuleVersion {
    /**
     * `repaired`: fetched anew, and what go.sum says. `sound`: it was that before, and nothing was touched. `unchanged`: it is as it was
     * before, for `reason`. `missing`: neither a new copy nor, for `reason`, the old one is there; go fetches it when it needs it.
     */
    readonly outcome: 'repaired' | 'sound' | 'unchanged' | 'missing';
    /** One sentence without a machine path; `null` when there is nothing to say. */
    readonly reason: string | null;
    /** Names of what was set aside and could not be removed. Go does not look at it. */
    readonly left: readonly string[];
    /** What remains to be done by hand. */
    readonly fix: readonly Fix[];
}
export interface RepairOptions {
    /** Ends the repair between two steps; the module under way is put back. */
    readonly signal?: AbortSignal;
    readonly moves?: Moves;
}
/**
 * Removes these module versions from the module cache, one after the other, fetches each again and holds it against go.sum. Nothing
 * else is touched: not go.sum, not another version. All steps are renames inside the folder of the version, so that it is the
 * old one, the new one or not there for every go command that looks meanwhile, and it is put back when it cannot be fetched, is not
 * right, or the repair is cancelled. What a killed repair left is put right by the next one. `env`: GOMODCACHE, GOROOT, GOFLAGS.
 * Throws `cancelled` and `go-missing`.
 */
export declare function repairModules(host: Host, go: Go, env: GoValues, cases: readonly RepairCase[], { signal, moves }?: RepairOptions): Promise<readonly RepairOutcome[]>;
