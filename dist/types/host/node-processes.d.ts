import type { Processes } from './host.js';
/** Processes by node:child_process: own group, deadline, cancellation that ends every descendant. */
export declare const nodeProcesses: Processes;
