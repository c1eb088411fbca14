import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import { type LayerFacts } from './layers.js';
import type { RootReading } from './read-root.js';
import type { GoValues } from './roots.js';
/** The layer `build-inputs` of one root, and what is to be said of it. */
export interface BuildInputsCheck {
    /**
     * `ok` when what is built is what was verified; `unknown`, with the names, when something goes between the two.
     * `checked`: settings and replacements that were looked at.
     */
    readonly layer: LayerFacts;
    readonly findings: readonly Finding[];
}
/**
 * Looks at what decides what go builds beside the modules: a go.work outside the project, and `-toolexec`, `-overlay` and `-modfile`
 * in GOFLAGS, each with the place where it is set. Replacements by a folder are counted; their findings come with the reading.
 * Nothing here is an error by itself: instrumentation and monorepos do the same on purpose.
 */
export declare function checkBuildInputs(host: Host, reading: RootReading, env: GoValues): Promise<BuildInputsCheck>;
