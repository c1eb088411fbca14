import type { Host } from '../host/index.js';
/** The steps of the chain, in the order in which they run. */
export type StepName = 'environment' | 'modules' | 'download' | 'verify' | 'targets' | 'command';
/** What a face may show while an operation runs. */
export type ProgressEvent = {
    readonly kind: 'step';
    readonly step: StepName;
    readonly text: string;
} | {
    readonly kind: 'step-end';
    readonly step: StepName;
    readonly ok: boolean;
    readonly ms: number;
} | {
    readonly kind: 'target';
    readonly target: string;
    readonly root: string;
} | {
    readonly kind: 'target-end';
    readonly target: string;
    readonly root: string;
    readonly ok: boolean;
    readonly ms: number;
} | {
    readonly kind: 'note';
    readonly text: string;
};
export type Progress = (event: ProgressEvent) => void;
/** What every operation needs: the outside world, a way to be stopped, and somebody to tell. */
export interface Session {
    readonly host: Host;
    readonly signal?: AbortSignal;
    readonly progress: Progress;
}
