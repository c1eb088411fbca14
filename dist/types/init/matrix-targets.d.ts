import { type SeenTarget } from './guessed-targets.js';
import { type YamlFile } from './yaml-file.js';
/** What a workflow builds for: `goos` and `goarch` in its matrices, in the `env` of a step, and in commands. */
export declare function workflowTargets(file: YamlFile): readonly SeenTarget[];
