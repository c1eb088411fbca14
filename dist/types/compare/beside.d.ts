import type { EnvironmentDrift } from '../report/index.js';
import { type Attribution, type FailureFacts } from './moved-modules.js';
/** What of the environment differs that a build can feel, as `Go go1.26.8 → go1.26.9`. */
export declare function movedWorld(environment: readonly EnvironmentDrift[]): readonly string[];
/** Packages of which the change touches nothing, and the folders from the project's directory that they can be in. */
interface Untouched {
    readonly untouched: readonly string[];
    readonly folders: ReadonlySet<string>;
}
/** Of packages that the change does not touch: what else moved, from which a failure may come; never more than that. */
export declare function lookBeside(facts: FailureFacts, untouched: Untouched): Attribution;
export {};
