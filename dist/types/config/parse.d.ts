import type { Config } from './config.js';
/**
 * Reads the text of `.goparity.yml`; `name` is what errors call the file. An empty file is an empty configuration.
 * Throws `config-invalid` as `file:line:column: …` for anything that is not understood: nothing is skipped in silence.
 */
export declare function parseConfig(text: string, name: string): Promise<Config>;
