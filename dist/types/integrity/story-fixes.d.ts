import type { Fix } from '../report/index.js';
import { type Telling } from './telling.js';
/** The smallest ways out. Where the checksum database contradicts go.sum a person decides: then nothing can be pasted. */
export declare function fixesOf(telling: Telling): readonly Fix[];
