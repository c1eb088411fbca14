import { type YamlFile } from './yaml-file.js';
/** The machines and Go versions on which a project builds already. */
export interface GuessedMatrix {
    readonly os: readonly string[];
    /** Empty: what `goFile` says. */
    readonly go: readonly string[];
    /** Legs that the project leaves out, or adds. */
    readonly exclude: readonly {
        readonly os?: string;
        readonly go?: string;
    }[];
    readonly include: readonly {
        readonly os: string;
        readonly go: string;
    }[];
    /** `file:line` of the job that it is taken from; `null`: nothing was found. */
    readonly from: string | null;
}
/** What a project without any workflow gets. */
export declare const PLAIN_MATRIX: GuessedMatrix;
/** The matrix of the job that sets up Go on the most machines. */
export declare function guessMatrix(files: readonly YamlFile[]): GuessedMatrix;
/** The branch that workflows are pushed to, when they name one without a pattern. */
export declare function guessBranch(files: readonly YamlFile[]): string | undefined;
