import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import type { FlagFile } from './overlay.js';
import type { RootReading } from './read-root.js';
/**
 * What the file that `-modfile` names has otherwise than go.mod of the project: one finding for each module, at most 20; none where
 * both say the same.
 */
export declare function checkModfile(host: Host, { place, files }: RootReading, flag: FlagFile): Promise<readonly Finding[]>;
