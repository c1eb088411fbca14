/** Whether a process runs in CI, as nearly every service says it. */
export declare function inCi(env: Readonly<Record<string, string | undefined>>): boolean;
