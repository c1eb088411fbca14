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
}
/** What vendor/modules.txt says. */
export interface VendorList {
    /** Written by `go work vendor`. */
    readonly workspace: boolean;
    readonly modules: readonly VendoredModule[];
}
/** Reads vendor/modules.txt (cmd/go/internal/modload, readVendorList). Lines it does not know are skipped, as Go does. */
export declare function parseModulesTxt(text: string): VendorList;
/** The file without its `## …` markers, which differ when another Go release wrote it; the workspace mark stays. */
export declare function withoutMarkers(modulesTxt: string): string;
