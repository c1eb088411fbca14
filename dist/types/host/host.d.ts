/** Environment variables; absent and empty are told apart here and only here. */
export type Environment = Readonly<Record<string, string | undefined>>;
/** The outside world: everything the engine may touch goes through this one value. */
export interface Host {
    readonly env: Environment;
    /** Absolute path against which relative paths are read. */
    readonly cwd: string;
    readonly system: System;
    readonly files: Files;
    readonly processes: Processes;
    readonly hashing: Hashing;
    readonly clock: Clock;
}
/** Facts of the machine that Node knows without asking anybody. */
export interface System {
    /** As `process.platform`: `linux`, `darwin`, `win32`, … */
    readonly platform: string;
    readonly hostname: string;
    readonly homeDirectory: string;
    readonly tempDirectory: string;
    /** Processors this process may use (cgroup limits respected). */
    readonly parallelism: number;
}
export interface Clock {
    /** Monotonic milliseconds, for durations only. */
    now(): number;
}
export type FileKind = 'file' | 'directory' | 'symlink' | 'other';
export interface FileStatus {
    readonly kind: FileKind;
    /** Bytes. */
    readonly size: number;
    /** Permission bits, as in `chmod`. */
    readonly mode: number;
}
export interface Files {
    /**
     * The bytes of a regular file, or `null` when it does not exist.
     * Throws when it is larger than `maxBytes` (default 64 MiB), is no regular file, or cannot be read.
     */
    read(path: string, maxBytes?: number): Promise<Uint8Array | null>;
    /** Does not follow symbolic links; `null` when nothing is there. */
    status(path: string): Promise<FileStatus | null>;
    /** Names in a directory, sorted by UTF-8 bytes; empty when the directory does not exist. */
    list(path: string): Promise<readonly {
        readonly name: string;
        readonly kind: FileKind;
    }[]>;
    /** Writes beside, flushes, then renames: the file is the old one or the new one, never half. Makes the folder. Throws `write-failed`. */
    writeAtomically(path: string, content: string | Uint8Array): Promise<void>;
    /** The path with every symbolic link resolved; the path itself when it does not exist. */
    realPath(path: string): Promise<string>;
    /** A new empty directory under the temporary directory, or below another one that is there. */
    makeTemporaryDirectory(prefix: string, below?: string): Promise<string>;
    /** Removes a file or a tree, read-only module directories too; no error when nothing is there. */
    remove(path: string): Promise<void>;
}
/** What a process wrote on one stream. Bytes over the limit are dropped from the middle, and counted. */
export interface Captured {
    /** UTF-8, invalid bytes as U+FFFD; the beginning and the end when `truncated`. */
    readonly text: string;
    /** All bytes written, kept or not. */
    readonly bytes: number;
    readonly truncated: boolean;
}
export interface ProcessResult {
    /** `exited`: by itself; `timed-out`: past its deadline; `cancelled`: the signal was aborted. The whole group is gone in each case. */
    readonly ending: 'exited' | 'timed-out' | 'cancelled';
    /** Exit code; `null` when a signal ended it. */
    readonly exitCode: number | null;
    readonly stdout: Captured;
    readonly stderr: Captured;
    readonly durationMs: number;
}
export interface RunOptions {
    readonly cwd: string;
    /** The complete environment of the child: nothing is inherited. */
    readonly env: Environment;
    readonly signal?: AbortSignal;
    readonly deadlineMs?: number;
    /** What it reads on its standard input; without it that is closed. */
    readonly input?: Uint8Array;
    /** Bytes kept per stream (default 1 MiB); structured output asks for more. */
    readonly maxOutputBytes?: number;
    /** Told of every piece as it comes, all of it, whatever is kept. */
    readonly onOutput?: (stream: 'stdout' | 'stderr', chunk: Uint8Array) => void;
}
export interface Processes {
    /**
     * Runs a program without a shell, in a process group of its own.
     * Rejects only when it cannot be started: `code` is `ENOENT` when the program is not there.
     */
    run(command: string, args: readonly string[], options: RunOptions): Promise<ProcessResult>;
    /** The absolute path of a program as `exec.LookPath` would find it with this environment, or `null`. */
    find(command: string, env: Environment): Promise<string | null>;
}
/** One file that was hashed, or why it could not be. */
export interface HashedFile {
    /** POSIX path below the module's folder, without `path@version/`. */
    readonly path: string;
    /** `other`: a fifo, a device, a socket. What is no regular file is never followed or opened. */
    readonly kind: 'file' | 'symlink' | 'other';
    /** sha256, hex; `null` for what is no regular file. */
    readonly sha256: string | null;
    /** Bytes. */
    readonly size: number;
    /** Permission bits; in a zip those of its directory, 0 where it has none. */
    readonly mode: number;
}
/** What a directory or a zip of a module holds. */
export interface ModuleHash {
    /** `h1:…` as golang.org/x/mod/sumdb/dirhash computes it; `null` when there is none: see `fault`. */
    readonly h1: string | null;
    /** One sentence without a machine path: why nothing can be hashed (not a zip, a link among the files, a name that Go forbids). */
    readonly fault: string | null;
    /** Regular files, and their bytes. */
    readonly files: number;
    readonly bytes: number;
}
/** Hashing of modules, in parallel and in bounded memory. Bad content is a `fault`; only a failing disk throws. */
export interface Hashing {
    /** The `h1:` of an extracted module directory; names in it are `prefix/…` (`path@version`). `null` when nothing is there. */
    directory(path: string, prefix: string): Promise<ModuleHash | null>;
    /** The `h1:` of a module zip whose entries must all begin with `prefix/`. `null` when nothing is there. */
    zip(path: string, prefix: string): Promise<ModuleHash | null>;
    /** Every file of a directory, sorted by path in UTF-8 byte order, for naming what differs. `null` when nothing is there. */
    listDirectory(path: string): Promise<readonly HashedFile[] | null>;
    /** Every file of a module zip, likewise; throws when it is no zip. */
    listZip(path: string, prefix: string): Promise<readonly HashedFile[] | null>;
    /** One file out of a module zip, `null` when it is not in it or larger than `maxBytes`. */
    readZipFile(path: string, prefix: string, file: string, maxBytes: number): Promise<Uint8Array | null>;
}
