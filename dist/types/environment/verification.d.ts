import type { Finding } from '../report/index.js';
import type { GoEnvironment } from '../snapshot/index.js';
/**
 * Findings (`env/verification-disabled`) for settings that switch off, or go round, what go checks of modules; each says where
 * it is set. GO111MODULE=off is an error, the others are warnings; patterns that name private modules are none. What a go env
 * file sets for the build in silence is a warning in CI and a note elsewhere.
 * `env` is the process environment, for variables that go env does not print.
 */
export declare function findDisabledVerification(environment: GoEnvironment, env?: Readonly<Record<string, string | undefined>>): readonly Finding[];
