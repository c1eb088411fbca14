import type { Environment, Host } from './host.js';
/** How a container is started. */
export interface ContainerOptions {
    /** The command line client, in words: `docker`, or `podman --runtime runc`. */
    readonly engine: readonly [string, ...string[]];
    /** What comes behind `run`: further flags of the client. */
    readonly runFlags?: readonly string[];
    readonly image: string;
    /** Directories of this machine that are there under the same name, to be read only. */
    readonly mounts: readonly string[];
    /** Absolute; one of the mounts, or below one. */
    readonly directory: string;
    /** On top of the environment of the image. */
    readonly env: Environment;
    readonly signal?: AbortSignal;
}
/** A machine inside of a container, until it is closed. */
export interface ContainerHost {
    readonly host: Host;
    close(): Promise<void>;
}
/**
 * Starts a container of an image, without network, and gives a host whose programs and files are those inside. The image needs a shell.
 * Throws `usage` with what the client said when it cannot be started.
 */
export declare function openContainer(outside: Host, options: ContainerOptions): Promise<ContainerHost>;
