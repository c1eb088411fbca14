import { type ByteSource } from './bytes.js';
import type { BinaryReading } from './model.js';
/**
 * Reads what a file says of itself: ELF, Mach-O (thin and fat) and PE. Nothing in the file is trusted: offsets and counts are
 * bounded, what is malformed becomes a fault or `other`, and only errors of the source itself are thrown.
 */
export declare function readBinary(source: ByteSource): BinaryReading;
