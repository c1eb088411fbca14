import { type Faults } from './bytes.js';
import { type Elf } from './elf.js';
/** One note: who wrote it and its type. */
export interface ElfNote {
    readonly owner: string;
    readonly type: number;
}
/** The notes of a program, by its segments. */
export declare function readNotes({ source, header, segments }: Elf, faults: Faults): readonly ElfNote[];
