import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import { type CCompiler } from '../snapshot/index.js';
/**
 * The C compiler that go would call: CC as `go env` says it, its first line of `--version` and what it compiles for.
 * Works for a compiler with arguments (`zig cc -target …`). `null` when CC is empty or its quotes do not close.
 */
export declare function findCCompiler(host: Host, go: Go, values: Readonly<Record<string, string>>): Promise<CCompiler | null>;
