import { ParityError } from '../errors.js';
/** Bytes of a hostile name, quoted, for one line of a message: what is not printable ASCII stands as `\xNN`, at most 80 characters. */
export declare function quoteName(name: Buffer): string;
/** The one error of this room: `what` completes `the zip is refused: …`. */
export declare function refused(what: string, cause?: unknown): ParityError;
/** The same about one entry. */
export declare function refusedEntry(name: Buffer, what: string, cause?: unknown): ParityError;
