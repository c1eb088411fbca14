import type { Fix } from '../report/index.js';
import type { IncidentFacts } from './incident.js';
/** Whether a header belongs to the C library itself. */
export declare function isLibcHeader(name: string): boolean;
/** Whether a word after `-l`, or a start-up file, belongs to the C library itself. */
export declare function isLibcLink(name: string): boolean;
/** What is looked for: a header, a word after `-l`, a pkg-config name, a C symbol. */
export type CName = 'header' | 'link' | 'pkg-config' | 'symbol';
/** The word after `-l` of the library that has this symbol, when it is a well-known one. */
export declare function libraryOfSymbol(symbol: string): string | null;
/**
 * Commands that bring the development files of a C library on this distribution, those of the target's architecture for a cross build;
 * for an unknown library the commands that find its package.
 */
export declare function libraryFixes(kind: CName, name: string, facts: IncidentFacts): readonly Fix[];
