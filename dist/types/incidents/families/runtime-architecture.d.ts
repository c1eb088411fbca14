import type { IncidentRule } from '../incident.js';
/** A program or library as loaders print it. */
export declare const FILE: string;
/** Lines behind one in which its consequence stands. */
export declare const NEXT: number;
export declare const FAIL_PACKAGE: RegExp;
/** A program of another machine. */
export declare const wrongArchitecture: IncidentRule;
