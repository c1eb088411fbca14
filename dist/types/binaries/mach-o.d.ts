import { type ByteSource, type Faults } from './bytes.js';
import type { Binary } from './model.js';
/** Reads one Mach-O binary (no fat one); throws `Malformed` when even its header cannot be read. */
export declare function readMachO(source: ByteSource, faults: Faults): Binary;
/** The binaries in a fat file, or `null` when it is none (a Java class begins alike). */
export declare function slicesOf(source: ByteSource, faults: Faults): readonly ByteSource[] | null;
