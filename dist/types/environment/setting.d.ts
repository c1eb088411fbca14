import type { EnvironmentOrigin, GoEnvironment } from '../snapshot/index.js';
import type { Fix } from '../report/index.js';
/** The value of a go env key; `null` when this Go does not print it. */
export declare function valueOf(environment: GoEnvironment, key: string): string | null;
/** Where the value of a go env key comes from. */
export declare function originOf(environment: GoEnvironment, key: string): EnvironmentOrigin;
/** Where a value is set, for a sentence: `in the environment of this process`. */
export declare function describeOrigin(environment: GoEnvironment, key: string): string;
/** How to give a key another value, where it is set now; an empty value takes the setting away. */
export declare function changeSetting(environment: GoEnvironment, key: string, value: string, why: string): Fix;
