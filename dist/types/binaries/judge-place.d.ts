import type { Finding } from '../report/index.js';
import type { Binary } from './model.js';
import { type Place } from './places.js';
import { type Verdict } from './verdict.js';
/** Whether the processor and the system are right; also what to say of it when they are. */
export declare function judgePlatform(binary: Binary, where: string, goarch: string | null): {
    readonly findings: readonly Finding[];
    readonly notes: readonly string[];
};
/** What is worth knowing of a program that starts. */
export declare function notesOf(binary: Binary): readonly string[];
/** Holds a binary against a place that is known by its name. `goarch`: the processor of the place, `null` when any will do. */
export declare function judgePlace(binary: Binary, place: Place, goarch?: string | null): Verdict;
