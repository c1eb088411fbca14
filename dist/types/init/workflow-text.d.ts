import type { GuessedMatrix } from './guessed-matrix.js';
/** What a written workflow depends on. */
export interface WorkflowFacts {
    /** `owner/goparity@commit` */
    readonly reference: string;
    readonly branch: string;
    readonly matrix: GuessedMatrix;
    /** go.mod or go.work from the top of the repository. */
    readonly goFile: string;
    /** Folder of the project from the top of the repository; `.` for the top. */
    readonly directory: string;
}
/** The line of one of our actions in `steps:`, and the folder it looks at when that is not the top. */
export declare function useLines(reference: string, action: 'record' | 'report', directory: string): readonly string[];
/** `permissions:` of a job that runs one of our actions, each grant with its reason. */
export declare function permissionLines(action: 'record' | 'report'): readonly string[];
/** The report job without its id: it waits for the jobs that record. */
export declare function reportLines(reference: string, needs: readonly string[], directory: string): readonly string[];
/** The whole workflow: every leg of the matrix records, one job answers. */
export declare function workflowText({ reference, branch, matrix, goFile, directory }: WorkflowFacts): string;
