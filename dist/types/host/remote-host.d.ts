import type { Environment, Host, ProcessResult } from './host.js';
/** How long a program of another machine may run, and how much of its output is kept. */
export interface RemoteLimits {
    readonly deadlineMs?: number;
    readonly maxOutputBytes?: number;
}
/** A way to run programs on another machine that has a POSIX shell. */
export interface RemoteMachine {
    /** What it is called in errors. */
    readonly name: string;
    /** Its own environment. */
    readonly env: Environment;
    /** What is set on top of it. */
    readonly settings?: Environment;
    /** Absolute there. */
    readonly directory: string;
    /** Runs a program with these variables beside those it has; exit code 126 or 127 when it cannot be started. */
    readonly exec: (changed: Environment, cwd: string, args: readonly string[], limits?: RemoteLimits) => Promise<ProcessResult>;
}
/** The environment as `env` prints it. */
export declare function parseEnvironment(text: string): Record<string, string>;
/** A host whose programs and files are those of another machine. */
export declare function remoteHost(outside: Host, { name, env, settings, directory, exec }: RemoteMachine): Host;
