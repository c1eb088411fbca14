import { type ByteSource, type Faults } from './bytes.js';
import type { Binary } from './model.js';
/** Reads a PE file; throws `Malformed` when even its headers cannot be read. */
export declare function readPe(source: ByteSource, faults: Faults): Binary;
