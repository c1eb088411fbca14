import { type Go, type GoResult } from '../go/index.js';
import { type Environment, type Host } from '../host/index.js';
import type { Degrade, Finding } from '../report/index.js';
import { type LayerFacts } from './layers.js';
import type { RestoredCaches } from './restored-cache.js';
import type { RootPlace } from './roots.js';
export interface BuildCacheOptions {
    /** `verify`: go compiles anew and compares by itself, up to the first difference. `fresh`: compared with a new, empty cache; names all. */
    readonly mode: 'verify' | 'fresh';
    /** Where go commands run, and the patterns of what is built there. */
    readonly roots: readonly {
        readonly place: RootPlace;
        readonly packages: readonly string[];
    }[];
    /** What `targetEnvironment` gives for the target that is built; `{}` for go's own choice. */
    readonly env: Environment;
    readonly restored?: RestoredCaches;
}
/** What came of looking at the build cache. */
export interface BuildCacheCheck {
    readonly layer: LayerFacts;
    readonly findings: readonly Finding[];
    readonly degraded: readonly Degrade[];
    readonly evidence: readonly GoResult[];
}
/**
 * The layer when nobody asked for more: go trusts what it finds there, and so do we, aloud.
 * `restored` tells what is known of where the cache comes from.
 */
export declare function trustedBuildCache(restored: RestoredCaches): LayerFacts;
/**
 * Whether the compiled packages in GOCACHE are what their source compiles to, those of the standard library too: for one target, as go
 * builds it here. Costs one whole compilation. Programs that go keeps linked (`go run`, `go tool`) and results of tests are not looked
 * at. Removes its own cache. Throws `usage`, `go-unreadable` and what the host throws.
 */
export declare function checkBuildCache(host: Host, go: Go, options: BuildCacheOptions): Promise<BuildCacheCheck>;
