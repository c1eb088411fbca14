import { type YamlFile } from '../init/index.js';
import { type Possible } from './expressions.js';
import type { DeclaredEnvironment } from './model.js';
import { type VersionFile } from './setup-go.js';
/** What other files say that a workflow names. */
export interface WorkflowNeighbours {
    readonly versionFile: (path: string) => VersionFile | null;
    /** Whether an action of the repository sets up Go. */
    readonly setsUpGo: (action: string) => boolean;
    /** Every value that a caller in the repository gives to an input of this file; `null` without a caller. */
    readonly inputs: (file: string, name: string) => readonly Possible[] | null;
}
/** The jobs of a workflow, or the steps of an action of the repository as one environment. */
export declare function readWorkflow(file: YamlFile, neighbours: WorkflowNeighbours): readonly DeclaredEnvironment[];
/** What the steps and jobs of a file call in the repository, with what they give to it. */
export declare function findCalls(file: YamlFile): readonly {
    readonly target: string;
    readonly inputs: ReadonlyMap<string, readonly Possible[]>;
}[];
