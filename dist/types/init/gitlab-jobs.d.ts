import type { Event } from './event.js';
import { type YamlFile } from './yaml-file.js';
/** One job of a `.gitlab-ci.yml`. */
export interface GitlabJob {
    readonly id: string;
    readonly events: readonly Event[];
}
/** Keys of the top of a `.gitlab-ci.yml` that are no jobs. */
export declare const GITLAB_GLOBALS: ReadonlySet<string>;
/** The jobs of a `.gitlab-ci.yml`: templates (`.name`) only where a job extends them. */
export declare function gitlabJobs(file: YamlFile): readonly GitlabJob[];
