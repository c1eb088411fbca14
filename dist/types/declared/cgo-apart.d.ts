import type { Finding } from '../report/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments } from './model.js';
/**
 * Images that are built with cgo while CI says it is off, or the other way round. Only where both say so in so many words:
 * a default is often meant to differ.
 */
export declare function findCgoApart({ environments }: DeclaredEnvironments, show: ShowFile): readonly Finding[];
