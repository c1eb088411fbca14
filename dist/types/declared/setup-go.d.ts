import { type YamlFile, type YamlNode } from '../init/index.js';
import { type Context } from './expressions.js';
import type { DeclaredGo, WantedGo } from './model.js';
/** What a file that `go-version-file` names asks for, with and without the toolchain line of a go.mod. */
export interface VersionFile {
    readonly file: string;
    readonly line: number;
    readonly go: WantedGo;
    /** What a go.mod with a toolchain line asks for. */
    readonly toolchain: WantedGo | null;
}
/** Whether a step sets up Go. */
export declare function setsUpGo(step: YamlNode): boolean;
/** What a step with setup-go asks for; empty when it takes whatever is there. */
export declare function readSetupGo(file: YamlFile, step: YamlNode, place: {
    readonly environment: string;
    readonly context: Context;
    /** GOTOOLCHAIN as set around the step; `undefined` when nothing sets it. */
    readonly toolchain: string | null | undefined;
    readonly versionFile: (path: string) => VersionFile | null;
}): readonly DeclaredGo[];
