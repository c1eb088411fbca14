import * as v from 'valibot';
import { type BuildCache, type ChecksumDatabase } from './checks.js';
/** The configuration as it is written, checked. */
export interface ConfigDocument {
    readonly targets?: readonly string[] | undefined;
    readonly packages?: readonly string[] | undefined;
    readonly modules?: readonly string[] | undefined;
    readonly baseline?: string | undefined;
    readonly 'fail-on'?: 'error' | 'warning' | 'note' | 'unknown' | 'unverified' | 'never' | undefined;
    readonly 'checksum-database'?: ChecksumDatabase | undefined;
    readonly 'build-cache'?: BuildCache | undefined;
    readonly private?: readonly string[] | undefined;
    readonly expect?: {
        readonly go?: string | undefined;
        readonly env?: {
            readonly [key: string]: string;
        } | undefined;
        readonly flags?: {
            readonly require?: readonly string[] | undefined;
            readonly forbid?: readonly string[] | undefined;
        } | undefined;
    } | undefined;
    readonly ignore?: readonly {
        readonly rule?: string | undefined;
        readonly key?: string | undefined;
        readonly module?: string | undefined;
        readonly target?: string | undefined;
        readonly package?: string | undefined;
        readonly reason: string;
    }[] | undefined;
    readonly rules?: {
        readonly [rule: string]: {
            readonly severity: 'off' | 'note' | 'warning' | 'error';
            readonly reason: string;
        };
    } | undefined;
}
/** The schema of `.goparity.yml` as it is written, with every scalar as a text. */
export declare const documentSchema: v.GenericSchema<unknown, ConfigDocument>;
