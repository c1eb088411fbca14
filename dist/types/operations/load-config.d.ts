import { type Config } from '../config/index.js';
import type { Host } from '../host/index.js';
/** Where the configuration is looked for when none is named. */
export declare const CONFIG_FILE = ".goparity.yml";
/**
 * Reads the configuration of a project; an empty one when there is no file and none was named.
 * Throws `config-invalid`, or `usage` when a named file is not there.
 */
export declare function loadConfig(host: Host, directory: string, named?: string): Promise<Config>;
