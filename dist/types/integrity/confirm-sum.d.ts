import type { Go } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { GoValues } from './roots.js';
import { type ModuleVersion } from './throwaway-module.js';
/** What a module version hashes to, by what is served and by the checksum database both; or why that is not known. */
export type ConfirmedSum = {
    readonly known: true;
    readonly zip: string;
    readonly goMod: string;
} | {
    readonly known: false;
    readonly why: string;
};
/**
 * Fetches a module version away from the project, with an empty go.sum, so that go asks the checksum database for it. A module that is
 * private here, or a database that is off, is never asked about. Throws `cancelled` and `go-missing`.
 */
export declare function confirmSum(host: Host, go: Go, env: GoValues, module: ModuleVersion): Promise<ConfirmedSum>;
