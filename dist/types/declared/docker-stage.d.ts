import { type Instruction } from './dockerfile-words.js';
import type { DeclaredGo, GoCommand, ImageFacts, ImageStage, Setting, StageCopy } from './model.js';
import { type Shell } from './shell.js';
/** What builds of a Dockerfile are given: `null` for a value that only a run can tell. */
export type BuildArguments = ReadonlyMap<string, string | null>;
/** What holds for all stages of a Dockerfile. */
export interface DockerfilePlace {
    readonly file: string;
    readonly args: BuildArguments;
    /** The character that continues lines. */
    readonly escape: string;
    /** Arguments above the first FROM. */
    readonly globals: Map<string, Setting>;
}
/** A stage while it is read. */
export interface Stage {
    /** Empty without one. */
    readonly alias: string;
    readonly label: string;
    readonly line: number;
    /** At the bottom of its chain. */
    readonly image: ImageFacts;
    /** The Go on PATH, as far as something says so. */
    go: readonly DeclaredGo[];
    readonly commands: GoCommand[];
    readonly copies: StageCopy[];
    /** What ENV sets. */
    readonly env: Map<string, Setting>;
    readonly shell: Shell;
    /** What was done to the shell, for the stages that are made from this one. */
    readonly steps: ((shell: Shell) => readonly GoCommand[])[];
    workdir: string;
    goMod: ImageStage['goMod'];
    foreignLibc: boolean;
}
/** The value of an argument: what the build is given, or else its default. */
export declare function argumentValue({ args, file }: DockerfilePlace, name: string, fallback: Setting | undefined): Setting | undefined;
/** Begins the stage of a FROM. */
export declare function beginStage(place: DockerfilePlace, instruction: Instruction, stages: readonly Stage[]): Stage;
/** Reads one instruction of a stage. */
export declare function readInstruction(place: DockerfilePlace, stage: Stage, instruction: Instruction, stages: readonly Stage[]): void;
