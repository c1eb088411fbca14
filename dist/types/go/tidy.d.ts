import type { Go } from './go.js';
/**
 * `go mod tidy -diff` (Go 1.23 and later): what it would change in go.mod and go.sum, as a unified diff, empty when they are tidy.
 * Writes neither. `null` when it cannot tell: offline, a flag that it does not take, too much to say.
 */
export declare function tidyDiff(go: Go): Promise<string | null>;
