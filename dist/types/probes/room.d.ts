import type { Environment, Host } from '../host/index.js';
import { type RoomReport } from './answers.js';
/** A program, and the system that it meets. */
export interface RoomPlan {
    /** The whole of /etc/resolv.conf; absent: that of the machine. */
    readonly resolvConf?: string;
    /** The whole of /etc/nsswitch.conf, where the system has one; absent: that of the machine. */
    readonly nsswitch?: string;
    /** The whole of /etc/passwd, where the system has one; absent: that of the machine. */
    readonly passwd?: string;
    /** Nameservers, on addresses of 127.0.0.0/8; a silent one takes every question and never answers. */
    readonly servers?: readonly {
        readonly address: string;
        readonly silent: boolean;
    }[];
    /** IPv4 addresses that they know, by name without the last dot. */
    readonly answers?: Readonly<Record<string, string>>;
    /** Absolute path and arguments. */
    readonly command: readonly string[];
    /** Set on top of the environment of the room; `undefined` removes. */
    readonly env?: Environment;
    /** It is ended after that. */
    readonly limitMs: number;
}
/** Where programs run without a network but ours, with files of ours in place of the system's. */
export interface Room {
    /** Throws `cancelled`; a program that fails is an answer, and so is a room that cannot be made (`fault`). */
    run(plan: RoomPlan): Promise<RoomReport>;
}
export interface RoomOptions {
    /** Absolute path of the program that makes the room. */
    readonly program: string;
    /** Absolute folder for its files. */
    readonly folder: string;
    readonly env: Environment;
    readonly signal?: AbortSignal;
}
/**
 * Tries to make a room: a network and a mount namespace, by way of a user namespace, or directly where we may.
 * `probe` is a program that ends at once with exit code 0.
 */
export declare function openRoom(host: Host, options: RoomOptions, probe: readonly string[]): Promise<{
    readonly room: Room;
} | {
    readonly room: null;
    readonly why: string;
}>;
