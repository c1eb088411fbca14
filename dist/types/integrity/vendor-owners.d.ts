import type { VendoredModule, VendorList } from '../modules/index.js';
/** Whose file it is, by the list of a vendor folder. */
export interface VendorOwner {
    readonly module: VendoredModule;
    /** The package in whose own folder it lies; `null` for licences above it and embedded files below it. */
    readonly package: string | null;
}
/** Finds the owner of a file (POSIX path below vendor/); `null` when no module has packages there. */
export type FindOwner = (file: string) => VendorOwner | null;
/** Knows the owners by the packages that vendor/modules.txt lists: the nearest one above a file, else the module of the longest path. */
export declare function ownersOf(list: VendorList): FindOwner;
