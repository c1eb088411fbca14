import type { Captured } from './host.js';
/** Keeps the beginning and the end of a stream in bounded memory: causes stand first, summaries last. */
export declare class Capture {
    #private;
    constructor(maxBytes?: number);
    write(chunk: Buffer): void;
    end(): Captured;
}
