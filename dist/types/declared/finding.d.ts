import type { Finding, Fix, Severity } from '../report/index.js';
import type { Place } from './model.js';
/** How a file is called in a report: from the directory of the project. */
export type ShowFile = (file: string) => string;
/** What is told of a contradiction. */
export interface Told {
    readonly rule: 'env/contradiction' | 'env/image-without-compiler' | 'env/image-libc';
    readonly severity: Severity;
    readonly title: string;
    readonly message: string;
    /** The setting that it is about. */
    readonly key: string;
    readonly location: Place;
    /** Places and what stands there. */
    readonly evidence: readonly (readonly [place: Place, text: string])[];
    readonly fix: readonly Fix[];
}
/** `Dockerfile:3` */
export declare function showPlace(show: ShowFile, { file, line }: Place): string;
/** An image without the digest, which nobody reads. */
export declare function showImage(name: string): string;
/** Makes a finding of it. */
export declare function makeFinding(show: ShowFile, { rule, severity, title, message, key, location, evidence, fix }: Told): Finding;
/** `1.21, 1.22 and 1.23` */
export declare function list(words: readonly string[]): string;
