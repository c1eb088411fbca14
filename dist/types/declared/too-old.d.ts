import type { Finding } from '../report/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments } from './model.js';
/** Environments with a Go that go.mod refuses, which may not fetch another one. */
export declare function findTooOld(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[];
/** A go.work that asks for less than a module it uses: go refuses to work in it. */
export declare function findOldWorkspaces(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[];
