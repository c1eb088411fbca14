import type { ElfHeader } from './elf.js';
/** The processor of an ELF file: its name and Go's. */
export declare function elfPlatform({ machine, little, bits }: ElfHeader): {
    readonly machine: string;
    readonly goarch: string | null;
};
/** The operating system of an ELF file that has no Go build info: by its loader, its owner of notes, then the byte of its header. */
export declare function elfSystem({ osAbi }: ElfHeader, interpreter: string | null, noteOwners: readonly string[]): string | null;
/** The processor of a Mach-O file: its name and Go's. */
export declare function machPlatform(cpu: number): {
    readonly machine: string;
    readonly goarch: string | null;
};
/** The processor of a PE file: its name and Go's. */
export declare function pePlatform(code: number): {
    readonly machine: string;
    readonly goarch: string | null;
};
