import type { Go, GoResult } from './go.js';
export interface VendorOptions {
    /** Absolute folder to write to; it is emptied first. */
    readonly output: string;
    /** `go work vendor` instead of `go mod vendor`; Go 1.22 and later. */
    readonly workspace: boolean;
}
/** Writes what vendor/ should hold to another place: `go mod vendor -o DIR`. The project's own vendor folder is not touched. */
export declare function vendorModules(go: Go, { output, workspace }: VendorOptions): Promise<GoResult>;
