import { type Bench } from './bench.js';
import type { FormRow, MatrixRow, SelectionRow } from './document.js';
/** Every build under every GODEBUG: which resolver looks a name up, and whether it finds it by the search list. */
export declare function measureMatrix(bench: Bench): Promise<readonly MatrixRow[]>;
/** What a build without a tag chooses under circumstances that are said to matter; a build without cgo has no choice. */
export declare function measureSelection(bench: Bench): Promise<readonly SelectionRow[]>;
/**
 * Which resolver each form of GODEBUG leads to, alone and with `//go:debug netdns=cgo` in the source, by what it does and not by what it says: the error of Go's resolver names the
 * nameserver that denied the name, libc's does not.
 */
export declare function measureForms(bench: Bench): Promise<readonly FormRow[]>;
