import type { DownloadedModule } from '../go/index.js';
import type { Host } from '../host/index.js';
import { type ModuleJudgement } from './judge-states.js';
import { type GoModState } from './module-states.js';
import type { RootReading } from './read-root.js';
/** What the module cache holds of a root, judged by go.sum. */
export interface CacheReading {
    readonly modules: readonly ModuleJudgement[];
    readonly goMods: readonly {
        readonly state: GoModState;
        readonly ok: boolean | null;
    }[];
}
/** Reads what the module cache `cache` (GOMODCACHE) holds of the modules of a root and of every go.mod that go.sum names. */
export declare function readCache(host: Host, cache: string, reading: RootReading, downloaded: readonly DownloadedModule[]): Promise<CacheReading>;
