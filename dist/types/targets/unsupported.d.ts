import type { Finding } from '../report/index.js';
import { type Target, type TargetFacts } from './target.js';
/**
 * Variants that the environment sets and no Go knows (`GOAMD64=v9`): from 1.24 on the go command takes them
 * without a word and builds for the default. `facts` in the order of `targets`. One finding a key and value.
 */
export declare function findUnsupportedVariants(targets: readonly Target[], facts: readonly TargetFacts[]): Finding[];
