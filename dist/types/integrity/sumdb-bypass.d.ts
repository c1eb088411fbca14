/** What a go command with known holes leaves open. */
export interface SumdbBypass {
    /** All holes of this Go. */
    readonly cves: readonly string[];
    /** Those through which a hostile proxy could still forge an answer that goparity reads. */
    readonly open: readonly string[];
    /** The lowest releases without any of them. */
    readonly fixed: readonly string[];
    readonly sources: readonly string[];
}
/** The known ways past the checksum database in a Go (`go1.25.3`); `null` for one that has none, or whose version cannot be read. */
export declare function findSumdbBypass(goVersion: string): SumdbBypass | null;
