import type { Host, ProcessResult } from '../host/index.js';
/** What a script is given: words that it decodes, bytes that it reads, and how long it may take. */
export interface ScriptInput {
    /** Each is encoded as base64 on its way; `raw` words are not: numbers and sums. */
    readonly words: readonly (string | {
        readonly raw: string;
    })[];
    readonly bytes?: Uint8Array;
    readonly deadlineMs: number;
    readonly maxOutputBytes?: number;
}
/** A way to run constant scripts in a place. */
export interface Transport {
    /** Runs a script there; `null` when the client is not on PATH. */
    run(script: string, input: ScriptInput): Promise<ProcessResult>;
}
/** How the client is called, and whether a shell over there splits what it is given. */
export interface Client {
    readonly command: readonly [string, ...string[]];
    readonly joinsWords: boolean;
    /** What brings the program, for the error. */
    readonly wayOut: string;
}
/** A transport over a client program. Throws `usage` when the client is not there. */
export declare function openTransport(host: Host, client: Client, signal?: AbortSignal): Transport;
