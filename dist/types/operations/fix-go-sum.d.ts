import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import { type GoValues } from '../integrity/index.js';
import type { Ill, Planned } from './local-fix.js';
/** The one line of go.sum that is wrong, where the checksum database confirms what is served. */
export declare function planGoSum(host: Host, go: Go, env: GoValues, ill: Ill): Promise<Planned>;
