/** What can go wrong without being a finding. Callers switch on the code, never on the text. */
export type ParityErrorCode = 'usage' | 'config-invalid' | 'target-invalid' | 'directory-missing' | 'module-missing' | 'go-missing' | 'go-unreadable' | 'snapshot-unreadable' | 'snapshot-newer' | 'baseline-unreadable' | 'baseline-newer' | 'archive-refused' | 'baseline-untrusted' | 'github-failed' | 'git-failed' | 'write-failed' | 'cancelled';
/** An error with one sentence for the user (`message`), the way out (`hint`) and the original as `cause`. */
export declare class ParityError extends Error {
    readonly code: ParityErrorCode;
    readonly hint: string | undefined;
    constructor(code: ParityErrorCode, message: string, hint?: string, options?: {
        readonly cause?: unknown;
    });
}
/** Makes an Error of whatever was thrown. */
export declare function toError(thrown: unknown): Error;
/** The `code` of a system error (`ENOENT`), or an empty text. */
export declare function errorCode(thrown: unknown): string;
