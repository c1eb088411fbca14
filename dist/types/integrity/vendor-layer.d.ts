import { type Go, type GoResult } from '../go/index.js';
import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import { type LayerFacts } from './layers.js';
import type { RootReading } from './read-root.js';
/** What came of comparing vendor/ with the modules it was made of. */
export interface VendorCheck {
    readonly layer: LayerFacts;
    readonly findings: readonly Finding[];
    /** `go mod vendor`, as it ended. */
    readonly result: GoResult;
}
/**
 * Makes the vendor folder anew in a temporary place and compares it with the one of the project, file by file. To be called when
 * the modules are downloaded and verified: it is only as good as they are. One `vendor/modified` for each file that differs.
 */
export declare function checkVendor(host: Host, go: Go, reading: RootReading): Promise<VendorCheck>;
