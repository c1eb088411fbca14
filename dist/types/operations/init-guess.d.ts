import type { Host } from '../host/index.js';
import { guessMatrix, type GuessedTarget, type YamlFile } from '../init/index.js';
/** What a project tells of itself before anything is written. */
export interface Guess {
    readonly targets: readonly GuessedTarget[];
    readonly matrix: ReturnType<typeof guessMatrix>;
    readonly branch: string;
    readonly workflows: readonly YamlFile[];
    /** Files that could not be read: they told nothing. */
    readonly notes: readonly string[];
}
/** Looks at workflows, GoReleaser's configuration, Makefiles and scripts; never fails because of them. */
export declare function guessProject(host: Host, top: string, project: string): Promise<Guess>;
