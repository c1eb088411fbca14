import type { Json } from './snapshot.js';
/** Why a parsed JSON text is not looked at any further; `null` when nothing speaks against it. */
export type JsonObjection = {
    readonly kind: 'depth' | 'prototype-key' | 'number';
    readonly path: string;
};
/** Looks through what JSON.parse gave, without recursion: depth, prototype keys, numbers that overflowed. */
export declare function findObjection(root: unknown, maxDepth: number): JsonObjection | null;
/** Whether a value is JSON all the way down, and no deeper than 100 levels. */
export declare function isJson(value: unknown, depth?: number): value is Json;
