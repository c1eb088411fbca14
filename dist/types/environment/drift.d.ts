import type { EnvironmentDrift } from '../report/index.js';
import { type Snapshot } from '../snapshot/index.js';
/**
 * What differs between two environments: go env keys, the toolchain, the C compiler, libc and runner image, sorted by key
 * within each. A key that follows another one which differs, and that nobody set, is `explained` by it; GOVERSION by an
 * edited go or toolchain line.
 */
export declare function diffEnvironments(before: Snapshot, after: Snapshot): readonly EnvironmentDrift[];
