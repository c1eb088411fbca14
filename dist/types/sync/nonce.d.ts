import type { Host } from '../host/index.js';
/** Marks in folders of the working tree, by which a place that shows the same files is recognised. */
export interface Nonce {
    readonly id: string;
    /** Folders in which no mark could be left: of these nothing is proven. */
    readonly unmarked: readonly string[];
    remove(): Promise<void>;
}
/** Leaves a mark in each folder of the working tree that holds one of the files. */
export declare function leaveNonce(host: Host, top: string, paths: readonly string[]): Promise<Nonce>;
