import type { Finding, Fix } from '../report/index.js';
import type { Binary } from './model.js';
/** Whether a program starts at a place, and why not. */
export interface Verdict {
    /** `alpine:3.20`, `this machine`, the folder of `--root`. */
    readonly place: string;
    /** For a library: whether it can be loaded there. `unknown`: it depends on what cannot be seen here. */
    readonly starts: 'yes' | 'no' | 'unknown';
    /** Errors are why it does not start; warnings why it may not. */
    readonly findings: readonly Finding[];
    /** What else is worth knowing, a sentence each. */
    readonly notes: readonly string[];
}
export type RuntimeRule = 'runtime/glibc-too-old' | 'runtime/libc-mismatch' | 'runtime/library-missing' | 'runtime/wrong-architecture';
/** Makes one finding about a binary. */
export declare function runtimeFinding(rule: RuntimeRule, severity: 'error' | 'warning', { title, message, evidence, fix, library, }: {
    readonly title: string;
    readonly message: string;
    readonly evidence?: readonly string[];
    readonly fix?: readonly Fix[];
    readonly library?: string;
}): Finding;
/** The verdict that findings make. */
export declare function conclude(place: string, findings: readonly Finding[], notes?: readonly string[]): Verdict;
/** The machine that asks, as a place. */
export declare const THIS_MACHINE = "this machine";
/** `in alpine:3.20`, `on this machine`. */
export declare function inPlace(place: string): string;
/** `linux/arm64`, as far as it is known. */
export declare function platformOf({ goos, goarch, machine }: Binary): string;
/** Whether a person runs it, or a program loads it. */
export declare function isProgram({ kind }: Binary): boolean;
/** `does not start`, `cannot be loaded`. */
export declare function verbOf(binary: Binary): {
    readonly fails: string;
    readonly works: string;
};
