import { type Module } from '../snapshot/index.js';
import type { GoSum } from './go-sum.js';
/**
 * The lines of go.sum that name nothing of the build list, as `path version h1:…` and `path version/go.mod h1:…`, sorted, each once:
 * with the sums of the modules themselves they are go.sum as a set. In a workspace give all files.
 */
export declare function otherSums(sums: readonly GoSum[], modules: readonly Module[]): readonly string[];
/** The lines of go.sum that a module of the build list stands for; the replacement's when it is replaced. */
export declare function sumsOf({ path, version, replace, sum, goModSum }: Module): readonly string[];
