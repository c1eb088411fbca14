import type { Go, GoResult } from './go.js';
/** One `require` of go.mod. */
export interface ModRequire {
    readonly path: string;
    readonly version: string;
    readonly indirect: boolean;
}
/** One `replace` of go.mod or go.work; `null` where no version is written. */
export interface ModReplace {
    readonly oldPath: string;
    readonly oldVersion: string | null;
    readonly newPath: string;
    readonly newVersion: string | null;
}
/** go.mod as `go mod edit -json` reads it. */
export interface ModFile {
    readonly module: string | null;
    readonly go: string | null;
    readonly toolchain: string | null;
    readonly require: readonly ModRequire[];
    readonly replace: readonly ModReplace[];
}
/** go.work as `go work edit -json` reads it. */
export interface WorkFile {
    readonly go: string | null;
    readonly toolchain: string | null;
    /** Folders as written, relative to go.work. */
    readonly use: readonly string[];
    readonly replace: readonly ModReplace[];
}
export type ModFileAnswer = {
    readonly ok: true;
    readonly file: ModFile;
} | {
    readonly ok: false;
    readonly result: GoResult;
};
export type WorkFileAnswer = {
    readonly ok: true;
    readonly file: WorkFile;
} | {
    readonly ok: false;
    readonly result: GoResult;
};
/** `go mod edit -json FILE`: needs no network and no module cache. Throws `go-unreadable`. */
export declare function editModJson(go: Go, file: string): Promise<ModFileAnswer>;
/** `go work edit -json FILE`. Throws `go-unreadable`. */
export declare function editWorkJson(go: Go, file: string): Promise<WorkFileAnswer>;
