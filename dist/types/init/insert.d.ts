/** What `--into` puts where. */
export interface InsertRequest {
    readonly name: string;
    readonly text: string;
    readonly reference: string;
    /** Ids of jobs; empty: the one that builds. */
    readonly jobs: readonly string[];
    /** Folder of the project from the top of the repository. */
    readonly directory: string;
}
/** A workflow with our steps in it. */
export interface Inserted {
    readonly text: string;
    readonly jobs: readonly string[];
    readonly reportJob: string;
    /** What a person should know before it is written. */
    readonly notes: readonly string[];
}
/**
 * Puts the recorder into jobs of a workflow, behind what sets up Go and brings caches back and before the first build, and
 * adds a report job. Every other byte stays. Throws `usage` where there is no place for it, or it is there already, and
 * `config-invalid` for what is no YAML.
 */
export declare function insertInto({ name, text, reference, jobs: wanted, directory }: InsertRequest): Promise<Inserted>;
