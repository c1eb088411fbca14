import type { Host } from '../host/index.js';
import type { Git } from './git.js';
/** A file (from the project's directory, or absolute) from the top of its repository, POSIX; `null` when it lies outside one. */
export declare function placeInRepository(host: Host, git: Git, directory: string, path: string): Promise<string | null>;
