import type { Go } from '../go/index.js';
import type { Environment, Host } from '../host/index.js';
import type { Platform } from '../targets/index.js';
/** What a tool of the C toolchain said. */
export interface ToolAnswer {
    readonly ok: boolean;
    readonly output: string;
    readonly errors: string;
}
/** One C compiler (or pkg-config, a linker) as go would call it for a target. */
export interface CTool {
    /** As set: `zig cc -target aarch64-linux-musl`. */
    readonly command: string;
    /** Absolute path of the program; `null` when it is not there. */
    readonly path: string | null;
    /** Runs it with its own arguments before these; never rejects. */
    run(args: readonly string[], options?: {
        readonly cwd?: string;
    }): Promise<ToolAnswer>;
}
/** Opens a tool by the value that names it; `null` when the value is empty or its quotes do not close. */
export declare function openTool(host: Host, go: Go, command: string, env?: Environment): Promise<CTool | null>;
/** What a compiler says it builds for: from the macros that it defines itself. */
export type CPlatform = {
    readonly ok: true;
    readonly platform: Partial<Platform>;
} | {
    readonly ok: false;
    readonly errors: string;
};
/** Asks a compiler for its macros under these flags: nothing is compiled. */
export declare function askPlatform(compiler: CTool, flags: readonly string[]): Promise<CPlatform>;
