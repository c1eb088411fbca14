import type { Environment } from './host.js';
/** An environment without the tokens of the CI: what every child process gets. */
export declare function withoutTokens(env: Environment): Environment;
