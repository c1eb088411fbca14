import type { Finding } from '../report/index.js';
import type { GoEnvironment } from '../snapshot/index.js';
/**
 * One finding for each go env file (the user's, `$GOROOT/go.env`) that sets what is built: nothing in the project and nothing in
 * the environment shows it. Private patterns, proxies and folders, which people keep there for good, make none;
 * `saidFlags` are flags of GOFLAGS that have a finding of their own.
 */
export declare function findEnvFileSettings(environment: GoEnvironment, isCi: boolean, saidFlags: ReadonlySet<string>): readonly Finding[];
