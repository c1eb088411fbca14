import type { IncidentRule } from '../incident.js';
/** Packages whose names differ from system to system by themselves: what is missing in them is no matter of cgo. */
export declare const PLATFORM_PACKAGES: ReadonlySet<string>;
export declare const cgoOffRules: readonly IncidentRule[];
