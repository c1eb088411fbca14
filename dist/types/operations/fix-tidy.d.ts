import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Ill, Planned } from './local-fix.js';
/** `go mod tidy`, worked out beside the project. */
export declare function planTidy(host: Host, go: Go, ills: readonly Ill[]): Promise<Planned>;
