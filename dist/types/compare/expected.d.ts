/** What a run was to hold: from the user, from `needs`, or nothing beyond what the snapshots and the baseline tell. */
export interface ExpectedJobs {
    /** How many snapshots at least; `null`: nobody said. */
    readonly total: number | null;
    /** Jobs by their id in the workflow, each with how many legs (`null`: as many as the snapshots say), and whether the platform skipped it on purpose. */
    readonly jobs: readonly {
        readonly name: string;
        readonly legs: number | null;
        readonly skipped: boolean;
    }[];
    /** `false` where somebody picked the snapshots by hand: that the baseline has more jobs is then no news. Default: true. */
    readonly ofBaseline?: boolean;
}
