import type { Transport } from './transport.js';
/** What a look into a place shows. */
export interface Look {
    /** Absolute there, links resolved; `null` when the directory is not there. */
    readonly directory: string | null;
    readonly isWritable: boolean;
    /** It is GOPATH: go warns of a go.mod that lies right in it, older ones refuse it. */
    readonly isGopath: boolean;
    /** As `go version` says it; `null` when there is no go. */
    readonly go: string | null;
    /** Somebody writes there at this moment, or was killed while doing so. */
    readonly hasJournal: boolean;
    readonly files: readonly {
        readonly path: string;
        /** sha256; `-` when it is not there, `link` or `other` when it is no file. */
        readonly sum: string;
        /** It lies in a folder of this very working tree. */
        readonly isShared: boolean;
    }[];
}
/** What a place answered, or why it did not: the last line that the client said. */
export type Answer<T> = {
    readonly ok: true;
    readonly value: T;
} | {
    readonly ok: false;
    readonly said: string;
    readonly inTime: boolean;
};
/** Looks into a directory of the place; changes nothing there. */
export declare function look(transport: Transport, directory: string, nonce: string, paths: readonly string[], deadlineMs: number): Promise<Answer<Look>>;
/** A file to put: what must be there, and what shall be. */
export interface Put {
    readonly path: string;
    /** sha256 of what is there; `-` for nothing. */
    readonly expected: string;
    /** `null`: the file goes. */
    readonly content: Uint8Array | null;
    readonly sum: string;
}
/** How putting ended. `recovered`: what a killed run had left was ended first. */
export type PutOutcome = {
    readonly kind: 'done';
    readonly recovered: boolean;
} | {
    readonly kind: 'busy';
}
/** Nothing of the place was changed: `file` is no longer as it was looked at. */
 | {
    readonly kind: 'changed';
    readonly file: string;
} | {
    readonly kind: 'failed';
    readonly step: string;
    readonly said: string;
};
/** Puts all files or none. */
export declare function put(transport: Transport, directory: string, files: readonly Put[], deadlineMs: number): Promise<Answer<PutOutcome>>;
/** What `go mod download` and `go mod verify` said, one module of the repository after the other. */
export interface Downloaded {
    readonly ok: boolean;
    /** Folder of the module at which it ended. */
    readonly module: string;
    readonly output: string;
}
/** Downloads and verifies in each directory of a module. */
export declare function download(transport: Transport, directory: string, modules: readonly string[], deadlineMs: number): Promise<Answer<Downloaded>>;
