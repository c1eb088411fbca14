/** One grant of a workflow's token that an action uses. */
export interface Permission {
    readonly action: 'record' | 'report';
    /** As in `permissions:` of a workflow: `contents: read`. */
    readonly scope: string;
    /** What it is used for. */
    readonly why: string;
    /** Only on this event. */
    readonly event?: 'workflow_run';
    /** What happens when the token does not have it. */
    readonly without: string;
}
/** Every grant that the actions use: the tables of the READMEs and the workflows that are written for a project come from here. */
export declare const PERMISSIONS: readonly Permission[];
