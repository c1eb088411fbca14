import type { Host } from '../host/index.js';
import type { RootPlace } from './roots.js';
/** Since when a line of go.sum is there. */
export interface LineOrigin {
    /** Full name of the commit that wrote it; `null`: the line is in the file and not committed. */
    readonly commit: string | null;
    /** Author date, `2024-05-01T12:00:00Z`; `null` without a commit. */
    readonly date: string | null;
    /** First line of the commit message, one harmless line of at most 100 characters. */
    readonly subject: string;
    /** Whether the history of this clone ends at that commit: the line may be older. */
    readonly cutOff: boolean;
}
/**
 * The commit that wrote a line of go.sum. `goSumFile` is absolute, or POSIX from the root; `line` counts from 1, in the file as it is
 * now. The commit is looked for, not the file: filters that a repository names for its files never run, nothing comes over the network.
 * `null` where git cannot say: no repository, no commit, no git. Throws only `cancelled`.
 */
export declare function sinceWhen(host: Host, place: Pick<RootPlace, 'path'>, goSumFile: string, line: number, signal?: AbortSignal): Promise<LineOrigin | null>;
/** `since 2024-05-01, commit 5a9499fa3478 "add m"`, for a sentence about a line. */
export declare function describeOrigin({ commit, date, subject, cutOff }: LineOrigin): string;
