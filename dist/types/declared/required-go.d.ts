import type { DeclaredEnvironments, DeclaredModule, GoCommand, ImageStage, WantedGo } from './model.js';
/** The least Go that the code asks for, and the go.mod that says so. */
export interface RequiredGo {
    readonly version: string;
    readonly module: DeclaredModule;
    readonly line: number;
}
/** The module that a folder lies in. */
export declare function nearestModule(declared: DeclaredEnvironments, folder: string): DeclaredModule | null;
/**
 * What is asked of the Go that runs a command; `null` when nothing is, or it is not known what is built. `goMod`: whether the stage
 * of an image takes one; `null` for what is no image.
 */
export declare function requiredBy(declared: DeclaredEnvironments, file: string, command: GoCommand | null, goMod: ImageStage['goMod'] | null): RequiredGo | null;
/** Whether a Go is older than what is asked for: of a line of releases, whether its newest one is. */
export declare function isOlder(wanted: WantedGo, required: string): boolean;
/** Whether a Go knows GOTOOLCHAIN and stops at a go line that is newer than itself: from 1.21 on. */
export declare function knowsToolchains(wanted: WantedGo): boolean;
