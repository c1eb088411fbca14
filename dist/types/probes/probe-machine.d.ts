import { type Go } from '../go/index.js';
import { type Host } from '../host/index.js';
import type { ProbeDocument } from './document.js';
/** What `probeMachine` is asked for. */
export interface ProbeOptions {
    /** Version of goparity. */
    readonly version: string;
    /** Also what takes half a minute of waiting. */
    readonly slow?: boolean;
    readonly signal?: AbortSignal;
    /** Told what happens now. */
    readonly tell?: (text: string) => void;
}
/**
 * Builds small programs with and without cgo by the go command and the compiler of the user, runs them, and says what they measured.
 * Nothing is sent beyond this machine. Throws as the go command's port does, `go-unreadable` and `cancelled`.
 */
export declare function probeMachine(host: Host, go: Go, options: ProbeOptions): Promise<ProbeDocument>;
