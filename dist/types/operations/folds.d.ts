import type { Folds } from '../environment/index.js';
import type { Host } from '../host/index.js';
/** The folders of this machine that a snapshot must not name, each as written and with its links resolved. */
export declare function readFolds(host: Host, directory: string, values: Readonly<Record<string, string>>): Promise<Folds>;
