import { type Event } from './event.js';
import { type YamlFile, type YamlNode } from './yaml-file.js';
/** One step of a job, and what it does to the modules. */
export interface GithubStep {
    readonly node: YamlNode;
    readonly uses: string | undefined;
    readonly line: number;
    readonly events: readonly Event[];
}
/** One job of a workflow that has steps, or the steps of a composite action. */
export interface GithubJob {
    readonly id: string;
    readonly node: YamlNode;
    readonly line: number;
    readonly steps: readonly GithubStep[];
    /** The events of all steps, and what the job's own image may hold before them. */
    readonly events: readonly Event[];
}
/** A path of a cache that holds modules: `~/go/pkg/mod`, `$GOMODCACHE`, `${{ steps.go.outputs.modcache }}`. */
export declare function holdsModules(path: string): boolean;
/** Images in which nothing but Go is; any other may bring modules along. */
export declare function isPlainImage(image: string | undefined): boolean;
/** The jobs of a workflow with their steps in order; for an `action.yml`, its steps as one job. */
export declare function githubJobs(file: YamlFile): readonly GithubJob[];
