import type { Match } from '../incident.js';
/** A request that only the go command makes, for a module; groups: URL with its host, and what was answered. */
export declare const MODULE_REQUEST: RegExp;
/** git at work on a repository; groups: URL or host. */
export declare const GIT_HOST: RegExp;
/** A download that broke off, as go says it without the address; groups: module, version, answer. */
export declare const BROKEN_OFF: RegExp;
/** Where the network is switched off by a setting; groups: module, version. */
export declare const SWITCHED_OFF: RegExp;
/** Lines above in which the request stands whose answer a line is. */
export declare const ABOVE: number;
/** Whom go asked, and what came back. */
export interface Request {
    /** Without port and without credentials. */
    readonly host: string;
    readonly answer: string;
}
/** The host of a URL, without credentials; with its port where that is not the usual one. */
export declare function hostOfUrl(url: string): string;
/** The request of a line, or of git near it. */
export declare function readRequest(match: Match): Request | null;
/** The module that the request is for: named before it, in its URL, or by go above what git says. */
export declare function moduleOf(match: Match): readonly string[];
/** Whether a line is what the checksum database, named a few lines above, could not see itself. */
export declare function isDatabaseAnswer(match: Match): boolean;
