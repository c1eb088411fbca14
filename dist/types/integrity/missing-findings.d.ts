import type { Finding } from '../report/index.js';
import type { RootReading } from './read-root.js';
/** One finding for every module that go.sum lacks a line of: an error where go refuses to build for it, a note where it builds from vendor/. */
export declare function findMissingSumFindings({ place, root, files }: RootReading): readonly Finding[];
