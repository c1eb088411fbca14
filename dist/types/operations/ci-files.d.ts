import type { Host } from '../host/index.js';
import { type CiFile } from '../init/index.js';
import type { Degrade } from '../report/index.js';
/** The nearest folder above with a `.git`, the folder itself when there is none. */
export declare function repositoryTop(host: Host, directory: string): Promise<string>;
/** A path from a folder, POSIX; `.` for the folder itself. */
export declare function posixFrom(folder: string, path: string): string;
/** The text of a file of the project, or `null`. Throws `config-invalid` when it is over 1 MiB or cannot be read. */
export declare function readProjectText(host: Host, path: string, name: string): Promise<string | null>;
/** Every file of a repository that tells a CI what to run, and what of it was not read; names from the project's folder. */
export declare function readCiFiles(host: Host, top: string, project: string): Promise<{
    readonly files: readonly CiFile[];
    readonly degraded: readonly Degrade[];
}>;
