import type { EnvironmentDrift } from '../report/index.js';
/** The Go that builds has two names: a go env key, and a fact of the toolchain. */
export declare function isRunningToolchain(key: string): boolean;
/** `runner`, `cCompiler` or `libc` for a fact of the machine; `null` for a go env key. */
export declare function machinePart(drift: Pick<EnvironmentDrift, 'key' | 'class'>): string | null;
