import { type ByteSource, type Faults } from './bytes.js';
import type { Binary } from './model.js';
/** Reads an ELF file; throws `Malformed` when even its header cannot be read. */
export declare function readElfBinary(source: ByteSource, faults: Faults): Binary;
