/** A run of whole lines of a log. */
export interface LogPart {
    readonly text: string;
    /** Lines of the log before it. */
    readonly before: number;
}
/** The text in two parts where it is too long to be read as a whole. */
export declare function partsOf(log: string): readonly LogPart[];
