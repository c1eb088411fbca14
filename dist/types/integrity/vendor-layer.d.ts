import { type Go, type GoResult } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import { type LayerFacts } from './layers.js';
import type { RootReading } from './read-root.js';
/** What the look at vendor/ gave. */
export interface VendorLook {
    readonly layer: LayerFacts;
    readonly findings: readonly Finding[];
}
/** What came of comparing vendor/ with the modules it was made of. */
export interface VendorCheck extends VendorLook {
    /** `go mod vendor`, as it ended. */
    readonly result: GoResult;
}
/** What a vendor folder is compared with when go cannot make a copy. */
export interface VendorFallback {
    /** Absolute folder of the module cache. */
    readonly cache: string;
    /** Why there is no copy, one line. */
    readonly why: string;
}
/**
 * Compares the vendor folder with the zips of the module cache that are what go.sum says, file by file, without the go command:
 * for want of a network. The layer is never ok: what it could not know is in its reason.
 */
export declare function checkVendorByZips(host: Host, reading: RootReading, fallback: VendorFallback): Promise<VendorLook>;
/**
 * Makes the vendor folder anew in a temporary place and compares it with the one of the project, file by file. To be called when
 * the modules are downloaded and verified: it is only as good as they are. One finding for each file that differs, one for each
 * module of which vendor/modules.txt is wrong, one for all line ends. When go cannot make a copy, the zips are compared instead.
 */
export declare function checkVendor(host: Host, go: Go, reading: RootReading): Promise<VendorCheck>;
