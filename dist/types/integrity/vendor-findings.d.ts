import type { Finding, Fix } from '../report/index.js';
import type { VendorDifference } from './vendor-differences.js';
import type { FindOwner } from './vendor-owners.js';
import type { RootReading } from './read-root.js';
/** What vendor/ was compared with, for the words of a finding. */
export interface VendorComparison {
    readonly reading: RootReading;
    /** `go mod vendor` or `go work vendor`. */
    readonly command: string;
    /** `a fresh copy by go mod vendor`. */
    readonly against: string;
    readonly findOwner: FindOwner;
    /** Whether a `//go:embed` line stands in a package above a file: then the file may become part of the program. */
    readonly mayBeEmbedded: (path: string) => Promise<boolean>;
}
/** Whether go builds a file of this name with its package: not tests, nor what begins with a dot or an underscore. */
export declare function isSource(path: string): boolean;
/** A file of the vendor folder as reports show it. */
export declare function vendoredFile({ place, files }: RootReading, path: string): string;
/** How go makes the folder anew. */
export declare function vendorAnew({ place }: RootReading, command: string): Fix;
/** The parts of a finding that all of them share. */
export declare function vendorFinding(reading: RootReading): Pick<Finding, 'rule' | 'state' | 'source' | 'root'>;
/** The findings about single files, sorted by file, the rest counted in the last; `failed` counts all that are errors. */
export declare function fileFindings(comparison: VendorComparison, differences: readonly VendorDifference[]): Promise<{
    readonly findings: readonly Finding[];
    readonly failed: number;
}>;
