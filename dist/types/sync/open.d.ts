import type { Host } from '../host/index.js';
import { type Engine } from './containers.js';
import type { Place } from './place.js';
import { type Transport } from './transport.js';
/** A place that can be talked to, or why it cannot be. */
export type OpenedPlace = {
    readonly ok: true;
    readonly transport: Transport;
    readonly directory: string;
}
/** `isDown`: it may be back later. */
 | {
    readonly ok: false;
    readonly isDown: boolean;
    readonly said: string;
    readonly wayOut: string;
};
/** What opening needs besides the place. */
export interface OpenOptions {
    /** Top of the working tree. */
    readonly top: string;
    readonly engine: Engine | null;
    readonly deadlineMs: number;
    readonly signal?: AbortSignal;
}
/** Finds the place and a way to talk to it. Throws `usage` when a client or a configuration is missing. */
export declare function openPlace(host: Host, place: Place, { top, engine: words, deadlineMs, signal }: OpenOptions): Promise<OpenedPlace>;
