/**
 * What the places that show a report take. Sources: actions/runner, ExecutionContext.cs (annotations of a step) and
 * FileCommandManager.cs (job summary); GitHub's REST API, "Create a check run"; GitHub's documentation on SARIF uploads.
 * Lengths in characters are UTF-16 units, lengths in bytes are UTF-8.
 */
export declare const LIMITS: {
    /** Annotations of one level that a step shows; those of a composite's steps count together (ExecutionContext.cs). */
    readonly annotationsPerLevel: 10;
    /** Characters of a message given by a workflow command; the runner cuts what is longer (ExecutionContext.cs). */
    readonly annotationMessageCharacters: 4096;
    /** Characters of an annotation's title, by command and in a check run (REST API). */
    readonly annotationTitleCharacters: 255;
    /** Annotations in one request for a check run; further ones are appended by later requests (REST API). */
    readonly annotationsPerRequest: 50;
    /** Bytes of the message of an annotation in a check run: 64 KB (REST API). */
    readonly checkMessageBytes: 65535;
    /** Characters of the title of a check run (REST API refuses longer ones). */
    readonly checkTitleCharacters: 255;
    /** Bytes of the summary, and of the text, of a check run (REST API). */
    readonly checkBytes: 65535;
    /** Bytes of a job summary: above 1 MiB the step gets an error, just below it is dropped without a word (actions/runner#4337). */
    readonly summaryBytes: 1000000;
    /** Results of a run in a SARIF file (code scanning refuses more). */
    readonly sarifResults: 25000;
    /** Tags of a rule in a SARIF file (code scanning). */
    readonly sarifTags: 20;
    /** Bytes of a SARIF file: 10 MB once compressed (code scanning). Held before compression, so it holds after it. */
    readonly sarifBytes: 10000000;
};
