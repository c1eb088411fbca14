import type { HashedFile, Host } from '../host/index.js';
import { type VendorList } from '../modules/index.js';
import type { RootReading } from './read-root.js';
import type { ExpectedTree } from './vendor-differences.js';
/** What the module cache tells of a vendor folder without the go command. */
export interface ZipTree {
    readonly tree: ExpectedTree;
    /** The files of vendor/ about which something is known. */
    readonly judged: readonly HashedFile[];
    /** Modules of which there is no sound zip, with the reason: `example.com/a@v1.0.0 is not in the module cache`. */
    readonly without: readonly string[];
}
/**
 * What vendor/ should hold as far as the zips in the module cache (absolute) tell: every file that is there must be the one of the zip,
 * and every file of a listed package must be there. A zip that is not what go.sum says counts for nothing.
 */
export declare function readZipTree(host: Host, cache: string, { files: { sums } }: RootReading, list: VendorList, found: readonly HashedFile[]): Promise<ZipTree>;
