import { type Bench } from './bench.js';
import type { DeadlineRow, OptionRow, WaitRow } from './document.js';
/**
 * How long a dead nameserver costs, resolver by resolver: a lookup alone, a dial, a page by http.DefaultTransport. Ten seconds, as they
 * wait at once; `slow` adds what takes half a minute.
 */
export declare function measureWaits(bench: Bench, slow: boolean): Promise<readonly WaitRow[]>;
/** What the waits say of `timeout` and `attempts`; nothing where one of them is missing. */
export declare function judgeWaits(waits: readonly WaitRow[]): readonly OptionRow[];
/** What the waits say of deadlines: whether something with one ends long before the resolver would. */
export declare function judgeDeadlines(waits: readonly WaitRow[]): readonly DeadlineRow[];
/** Whether each resolver does what `search`, `ndots`, `timeout` and `attempts` say. */
export declare function measureOptions(bench: Bench, waits: readonly WaitRow[]): Promise<readonly OptionRow[]>;
