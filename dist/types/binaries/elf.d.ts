import { type ByteSource, type Faults } from './bytes.js';
/** The header of an ELF file, with the counts that stand elsewhere when they are too large for it. */
export interface ElfHeader {
    readonly bits: 32 | 64;
    readonly little: boolean;
    readonly osAbi: number;
    readonly abiVersion: number;
    readonly type: number;
    readonly machine: number;
    readonly entry: number;
    readonly segmentsAt: number;
    readonly sectionsAt: number;
    readonly flags: number;
    readonly segmentSize: number;
    readonly segmentCount: number;
    readonly sectionSize: number;
    readonly sectionCount: number;
    readonly sectionNames: number;
}
/** One program header. Sizes and addresses in bytes. */
export interface ElfSegment {
    readonly type: number;
    readonly flags: number;
    readonly offset: number;
    readonly address: number;
    readonly physicalAddress: number;
    readonly fileSize: number;
    readonly memorySize: number;
    readonly align: number;
}
/** One section header. */
export interface ElfSection {
    readonly name: string;
    readonly type: number;
    readonly address: number;
    readonly offset: number;
    readonly size: number;
    readonly link: number;
    readonly entrySize: number;
}
/** The frame of an ELF file: what the rest is found with. */
export interface Elf {
    readonly source: ByteSource;
    readonly header: ElfHeader;
    readonly segments: readonly ElfSegment[];
    readonly sections: readonly ElfSection[];
}
export declare const SEGMENT: {
    readonly load: 1;
    readonly dynamic: 2;
    readonly interpreter: 3;
    readonly note: 4;
};
export declare const SECTION: {
    readonly noBits: 8;
    readonly symbols: 2;
    readonly dynamicSymbols: 11;
};
/** Reads the frame of an ELF file; throws `Malformed` when even its header cannot be read. */
export declare function readElf(source: ByteSource, faults: Faults): Elf;
/** Where the byte of an address lies in the file; `null` where nothing of the file is mapped. */
export declare function offsetOf({ segments }: Elf, address: number): number | null;
