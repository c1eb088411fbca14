import type { Hashing } from './host.js';
/** Hashing by node:crypto and node:zlib, on up to `parallelism` threads. */
export declare function nodeHashing(parallelism: number): Hashing;
