import type { Session } from './session.js';
/** Asks again, with growing pauses, until the place is up or the time is over. */
export declare function reach<T extends {
    readonly ok: boolean;
}>({ host, signal }: Session, deadlineMs: number, ask: (leftMs: number) => Promise<T>, isFinal: (answer: T) => boolean): Promise<T>;
/** What ssh says of a host that is not the one it was: never a thing to try again. */
export declare const NEVER_AGAIN: RegExp;
export declare function describeUnanswered(said: string): {
    readonly message: string;
    readonly wayOut: string;
};
