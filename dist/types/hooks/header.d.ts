import { type HookName, type HookPolicy } from './names.js';
/** Raised when the text of a hook changes. */
export declare const HOOK_VERSION = 1;
/** What a hook of goparity says of itself in its second line. */
export interface HookHeader {
    readonly version: number;
    readonly name: HookName;
    readonly place: string;
    readonly policy: HookPolicy;
    /** The folder was not there before goparity. */
    readonly madeFolder: boolean;
}
/** A file in the place of a hook: of goparity, or of somebody else. */
export type ReadHook = {
    readonly kind: 'foreign';
} | {
    readonly kind: 'ours';
    readonly header: HookHeader;
    readonly isEdited: false;
}
/** Its sum is another one: a person changed it. `header` is `null` when that cannot be read either. */
 | {
    readonly kind: 'ours';
    readonly header: HookHeader | null;
    readonly isEdited: true;
};
/** Puts a header before the lines of a hook, and a sum over all of it. */
export declare function withHeader(header: HookHeader, lines: readonly string[]): string;
/** Says whose hook a text is. */
export declare function readHook(text: string): ReadHook;
