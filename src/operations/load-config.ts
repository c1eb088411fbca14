import { isAbsolute, join } from 'node:path'
import { parseConfig, type Config } from '../config/index.js'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'

/** Where the configuration is looked for when none is named. */
export const CONFIG_FILE = '.goparity.yml'

/**
 * Reads the configuration of a project; an empty one when there is no file and none was named.
 * Throws `config-invalid`, or `usage` when a named file is not there.
 */
export async function loadConfig(host: Host, directory: string, named?: string): Promise<Config> {
  const path = named === undefined ? join(directory, CONFIG_FILE) : isAbsolute(named) ? named : join(host.cwd, named)
  let bytes
  try {
    bytes = await host.files.read(path, 1024 * 1024)
  } catch (error) {
    throw new ParityError('config-invalid', `cannot read ${named ?? CONFIG_FILE}: ${toError(error).message}`, undefined, { cause: error })
  }
  if (bytes !== null) return parseConfig(new TextDecoder().decode(bytes), named ?? CONFIG_FILE)
  if (named !== undefined)
    throw new ParityError('usage', `there is no configuration file ${named}`, `write one, or leave out --config to use ${CONFIG_FILE}`)
  return {}
}
