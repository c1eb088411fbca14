/**
 * The lines of go.sum in a lookup record of the checksum database, as `path version[/go.mod]` → hash; `null` when it is none.
 * Only the record itself counts, up to the blank line (golang.org/x/mod/sumdb/tlog, ParseRecord): what follows is outside
 * of what the tree proves, and go read hashes there until CVE-2026-56864 was closed.
 */
export declare function parseLookupRecord(text: string): ReadonlyMap<string, string> | null;
