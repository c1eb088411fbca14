/** One module of vendor/modules.txt. */
export interface VendoredModule {
    readonly path: string;
    /** `null` for a replacement without a version on its left side that nothing uses. */
    readonly version: string | null;
    readonly replace?: {
        readonly path: string;
        readonly version: string | null;
    };
    /** Named in a require line of the main module. */
    readonly explicit: boolean;
    /** The `go` line of that module, as the Go release that wrote the file knew it. */
    readonly goVersion: string | null;
    /** Import paths copied from it. */
    readonly packages: readonly string[];
    /** Of its heading, from 1. */
    readonly line: number;
}
/** What vendor/modules.txt says. */
export interface VendorList {
    /** Written by `go work vendor`. */
    readonly workspace: boolean;
    readonly modules: readonly VendoredModule[];
    /** Numbers of the lines that go passes over because it does not understand them, from 1; empty lines are not among them. */
    readonly unread: readonly number[];
}
/**
 * Reads vendor/modules.txt as go does (cmd/go/internal/modload, readVendorList and modulesTextIsForWorkspace). Lines that go does not
 * understand are skipped, as go skips them, and numbered in `unread`. A module named twice is one, with what both say.
 */
export declare function parseModulesTxt(text: string): VendorList;
