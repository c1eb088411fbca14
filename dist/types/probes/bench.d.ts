import type { Environment, Host } from '../host/index.js';
import { type Looked, type RoomReport } from './answers.js';
import type { Programs } from './build-programs.js';
import type { BuildName, Resolver } from './document.js';
import type { Room, RoomPlan } from './room.js';
/** What every measurement needs. */
export interface Bench {
    readonly host: Host;
    readonly programs: Programs;
    /** Absolute. */
    readonly folder: string;
    /** For programs of ours that run on the machine as it is. */
    readonly env: Environment;
    /** `null`: none can be made here. */
    readonly room: Room | null;
    readonly signal?: AbortSignal;
    /** Told of everything that could not be measured. */
    readonly degrade: (what: string, why: string) => void;
}
/** Environment variables of libc that change how names are looked up, and make Go leave them to libc. */
export declare const RESOLVER_VARIABLES: readonly ['RES_OPTIONS', 'LOCALDOMAIN', 'HOSTALIASES'];
/** For what runs in a room: nothing of the machine that changes how names are looked up or pages are fetched. */
export declare const CLEAN_ENVIRONMENT: Environment;
/** A resolver that can be forced on some build: the build, and the GODEBUG for it. */
export interface ForcedResolver {
    readonly resolver: Resolver;
    readonly build: BuildName;
    readonly godebug: string;
}
/** Go's resolver in a build without cgo; libc's in one with cgo, where that was built. */
export declare function forcedResolvers({ programs }: Bench): readonly ForcedResolver[];
/** Go's words about a lookup (`netdns=2`). */
export interface Choice {
    readonly order: string;
    readonly resolver: Resolver;
    readonly says: string;
}
/** Reads what package net prints under `netdns=2`; `null` when the order is not there. */
export declare function readChoice(stderr: string): Choice | null;
/** A program of ours that ran, in a room or not. */
export interface Ran {
    readonly looked: Looked;
    readonly stderr: string;
    readonly asked: RoomReport['asked'];
}
/** Runs a lookup in the room. `null`, with a degrade, when it gave no answer that can be read. */
export declare function lookInRoom(bench: Bench, what: string, plan: RoomPlan): Promise<Ran | null>;
/** Runs a program of ours on the machine as it is. `null`, with a degrade, when it failed. Throws `cancelled`. */
export declare function runHere({ host, env, folder, signal, degrade }: Bench, what: string, command: readonly string[], more?: Environment): Promise<{
    readonly stdout: string;
    readonly stderr: string;
} | null>;
/** Names that were asked for, in their order, each once. */
export declare function namesOf(asked: RoomReport['asked']): readonly string[];
/** An error without the ports that change from run to run. */
export declare function withoutPorts(error: string): string;
