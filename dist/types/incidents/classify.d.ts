import type { Incident, IncidentFacts } from './incident.js';
import { type LogPart } from './parts.js';
/**
 * What a log of the go command, a C compiler or a linker says went wrong, in causal order: what comes first can be the cause of
 * what follows. Empty when nothing is recognised: never a guess. The log may come from anywhere and hold anything; it is read
 * as text only, in linear time, and of a very long one the beginning and the end.
 */
export declare function classify(log: string, facts?: IncidentFacts): readonly Incident[];
/** `classify` for a log of which only parts are at hand. */
export declare function classifyParts(parts: readonly LogPart[], facts: IncidentFacts): readonly Incident[];
