import type { Finding, Location } from '../report/index.js';
/** One hash that the database has otherwise. */
export interface Mismatch {
    readonly line: {
        readonly path: string;
        readonly version: string;
        readonly places?: {
            readonly h1?: Location;
            readonly goMod?: Location;
        };
    };
    readonly goMod: boolean;
    /** Given, and what the database has. */
    readonly hash: string;
    readonly known: string;
    readonly database: string;
    readonly root: string | undefined;
}
/** The finding for a hash that the checksum database has otherwise. It never proposes to stop asking. */
export declare function mismatchFinding({ line, goMod, hash, known, database, root }: Mismatch): Finding;
/** The finding for a database that showed two histories, of which `lines` is go's own proof. */
export declare function forkFinding(database: string, lines: readonly string[], root: string | undefined): Finding;
