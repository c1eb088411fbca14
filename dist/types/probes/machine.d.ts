import { type Bench } from './bench.js';
import type { ClockRow, LibcRow, UserRow } from './document.js';
/** What os/user says of the user of the process, on this machine and where no entry has its number. */
export declare function measureUsers(bench: Bench): Promise<readonly UserRow[]>;
/** The clock by each build, with and without runtime.LockOSThread, and what the kernel reads it from. */
export declare function measureClocks(bench: Bench): Promise<{
    readonly source: string | null;
    readonly clocks: readonly ClockRow[];
}>;
/** The C library by each build. */
export declare function measureLibc(bench: Bench): Promise<readonly LibcRow[]>;
