import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { BuildName, ProbeBuild } from './document.js';
import { type ProgramName } from './programs/index.js';
/** What go env says of the machine and of the go command in use. */
export interface GoFacts {
    /** As GOVERSION: `go1.26.8`. */
    readonly version: string;
    readonly goos: string;
    readonly goarch: string;
    /** Suffix of programs: `.exe` or nothing. */
    readonly suffix: string;
    readonly cgoDefault: boolean;
}
/** Our programs as they were built. */
export interface Programs {
    readonly builds: readonly ProbeBuild[];
    /** The absolute path of a program; `null` when that build failed. */
    path(build: BuildName, program: ProgramName): string | null;
    /** The program that makes a room; `null` where there is none. */
    readonly room: string | null;
}
/**
 * Writes our programs into a folder, absolute and empty, and builds them with the go command, the compiler and the GOCACHE of the user;
 * GOFLAGS does not count. A build that fails is an answer.
 */
export declare function buildPrograms(host: Host, go: Go, folder: string, facts: GoFacts, tell?: (text: string) => void): Promise<Programs>;
