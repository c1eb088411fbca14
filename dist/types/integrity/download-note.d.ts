import type { GoResult } from '../go/index.js';
/** What `go mod download -json` says of the one module it was asked for. */
export interface DownloadNote {
    /** Empty when there is none. */
    readonly error: string;
    /** Where the version comes from in version control. */
    readonly url: string | null;
    /** `refs/tags/v1.0.0 is at 5a9499fa3478`; `null` for a module from a proxy. */
    readonly revision: string | null;
}
/** Reads what go printed; of something else nothing is known. */
export declare function readDownloadNote({ stdout }: GoResult): DownloadNote;
