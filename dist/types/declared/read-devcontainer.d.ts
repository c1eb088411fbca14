import type { DeclaredEnvironment } from './model.js';
/** What a devcontainer.json says, and which Dockerfile it is built from with which arguments. */
export interface ReadDevcontainer {
    readonly environment: DeclaredEnvironment;
    readonly dockerfile: {
        readonly file: string;
        readonly args: ReadonlyMap<string, string | null>;
    } | null;
}
/** No devcontainer.json that people write is nearly as long. */
export declare const MAX_DEVCONTAINER: number;
/** Reads a devcontainer.json. */
export declare function readDevcontainer(file: string, text: string): Promise<ReadDevcontainer>;
