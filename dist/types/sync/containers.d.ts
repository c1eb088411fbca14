import type { Host } from '../host/index.js';
/** A container as docker and podman describe it. */
export interface Container {
    readonly id: string;
    readonly name: string;
    /** `running`, `paused`, `exited`, `restarting`, … */
    readonly status: string;
    readonly workingDirectory: string;
}
/** The command line client in words: `docker`, or `podman --runtime runc`. */
export type Engine = readonly [string, ...string[]];
/** Docker where it is there, else podman; another one by its words. */
export declare function findEngine(host: Host, words: Engine | null): Promise<Engine>;
/** Why there is no container to talk to. */
export type NoContainer = {
    readonly why: 'unreachable';
    readonly said: string;
} | {
    readonly why: 'absent';
} | {
    readonly why: 'ambiguous';
    readonly names: readonly string[];
};
export type FoundContainer = {
    readonly container: Container;
} | NoContainer;
/**
 * The container of exactly this name, else of the compose service of this name. Clients take the beginning of an id, and their own
 * filters a part of a name: neither counts here.
 */
export declare function findContainer(host: Host, engine: Engine, name: string, deadlineMs: number): Promise<FoundContainer>;
/** The container that VS Code or the devcontainer command line made for a folder of this machine. */
export declare function findDevcontainer(host: Host, engine: Engine, folder: string, deadlineMs: number): Promise<FoundContainer>;
