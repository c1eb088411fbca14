import type { BaselineReading } from '../baseline/index.js';
import type { Finding } from '../report/index.js';
/** The finding for a baseline that is there, or was named, and cannot be trusted or read. */
export declare function untrusted({ reason, reference }: Extract<BaselineReading, {
    kind: 'unusable';
}>): Finding;
