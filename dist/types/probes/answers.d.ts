/** A question that a nameserver of ours was asked. */
export interface Question {
    readonly server: string;
    readonly name: string;
    /** `A`, `AAAA` or a number. */
    readonly type: string;
}
/** What came of a program in a room. */
export interface RoomReport {
    /** Why the program was not even started; empty otherwise. */
    readonly fault: string;
    readonly exit: number;
    readonly timedOut: boolean;
    readonly stdout: string;
    readonly stderr: string;
    readonly asked: readonly Question[];
}
/** What came of a name. */
export interface Looked {
    readonly ms: number;
    readonly addresses: readonly string[];
    /** Empty when it was answered. */
    readonly error: string;
    readonly timeout: boolean;
}
export interface Reading {
    readonly medianNs: number;
    readonly p99Ns: number;
    readonly resolutionNs: number;
    readonly backwards: number;
    readonly handoverNs: number;
    readonly samples: number;
    readonly moved: number;
}
/** Reads what a room printed; `null` when it is something else. */
export declare function readRoomReport(printed: string): RoomReport | null;
/** Reads what `resolve` or `web` printed; `null` when it is something else. */
export declare function readLooked(printed: string): Looked | null;
/** Reads what `machine user` printed; `null` when it is something else. */
export declare function readAccount(printed: string): {
    readonly found: boolean;
    readonly name: string;
    readonly groups: number | null;
    readonly error: string;
} | null;
/** Reads what `machine clock` printed; `null` when it is something else. */
export declare function readClock(printed: string): {
    readonly source: string;
    readonly canMove: boolean;
    readonly free: Reading;
    readonly locked: Reading;
} | null;
/** Reads what `machine libc` printed; `null` when it is something else. */
export declare function readLibc(printed: string): {
    readonly kind: 'glibc' | 'other' | 'none';
    readonly version: string;
    readonly loaded: readonly string[];
} | null;
