import { type VendorList } from '../modules/index.js';
import type { Finding } from '../report/index.js';
import type { VendorDifference } from './vendor-differences.js';
import { type VendorComparison } from './vendor-findings.js';
/** The list of a vendor folder, below it. */
export declare const LIST = "modules.txt";
/** What came of comparing two lists. */
export interface ListFindings {
    readonly findings: readonly Finding[];
    /** Findings that are errors, shown or not. */
    readonly failed: number;
    /** The differences that no module of the list accounts for. */
    readonly rest: readonly VendorDifference[];
}
/**
 * Names what vendor/modules.txt says otherwise than go would write it, module by module. Files of a module that was vendored from
 * another version or place are counted with it. `differences` are all of the folder, the list itself among them when its bytes differ.
 */
export declare function listFindings(comparison: VendorComparison, lists: {
    readonly expected: VendorList;
    readonly found: VendorList;
}, differences: readonly VendorDifference[]): ListFindings;
