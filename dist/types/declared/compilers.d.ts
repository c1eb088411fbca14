import type { Finding } from '../report/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments, GoCommand } from './model.js';
/** Whether a command builds for the machine it runs on, as far as it says. */
export declare function isNative({ settings }: GoCommand): boolean;
/** Commands that need a C compiler on machines that are known to have none. */
export declare function findMissingCompilers(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[];
