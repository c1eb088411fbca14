import type { Finding } from '../report/index.js';
/** A file of a CI: POSIX path from the project, for messages, and its text. */
export interface CiFile {
    readonly kind: 'github' | 'gitlab' | 'docker';
    readonly name: string;
    readonly text: string;
}
/**
 * Whether what verifies modules in a file of a CI stands where it proves something: behind the download and every cache,
 * before the build, and with a failure that counts. Throws `config-invalid` as `file:line: …`.
 */
export declare function checkOrder({ kind, name, text }: CiFile): Promise<readonly Finding[]>;
