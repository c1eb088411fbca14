import type { VendorList } from './vendor-list.js';
/** One thing that vendor/modules.txt says otherwise than it should. */
export interface VendorListChange {
    readonly path: string;
    readonly change: 'added' | 'removed' | 'version' | 'replacement' | 'explicit' | 'go-version' | 'packages';
    /** What it should say and what it says, for people; empty where there is nothing. */
    readonly expected: string;
    readonly found: string;
    /** Line of the module in the list that was found; `null` when it is not in it. */
    readonly line: number | null;
    /** Whether go.mod requires the module: only of such go checks that both files agree. */
    readonly required: boolean;
}
/** How two lists differ. */
export interface VendorListDiff {
    /** Sorted by module. */
    readonly changes: readonly VendorListChange[];
    /** One of them has no `## go` marker at all: Go before 1.17 wrote it, or a go line below 1.17 was in go.mod. */
    readonly otherRelease: boolean;
}
/** Compares what vendor/modules.txt says with what `go mod vendor` writes. `packages`: those that are missing, those too many. */
export declare function diffVendorLists(expected: VendorList, found: VendorList): VendorListDiff;
