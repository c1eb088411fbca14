import { type BuildArguments } from './docker-stage.js';
import type { DeclaredEnvironment, ImageStage } from './model.js';
/** What a Dockerfile says. */
export interface ReadDockerfile {
    readonly stages: readonly ImageStage[];
    readonly environments: readonly DeclaredEnvironment[];
}
/** Reads a Dockerfile. `args` are what its builds are given. Throws whatever its parser throws. */
export declare function readDockerfile(file: string, text: string, args: BuildArguments, kind: 'image' | 'devcontainer'): Promise<ReadDockerfile>;
