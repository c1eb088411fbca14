import { parseEnvironment, remoteHost, type Host } from '../host/index.js'
import { ParityError } from '../errors.js'
import { RUN } from './scripts.js'
import type { Transport } from './transport.js'

const DEADLINE_MS = 600_000

const raw = (count: number): { readonly raw: string } => ({ raw: String(count) })

/** A host whose programs and files are those of a place. Throws `usage` when it cannot be talked to. */
export async function openPlaceHost(host: Host, transport: Transport, name: string, directory: string): Promise<Host> {
  const told = await transport.run(RUN, { words: [directory, raw(0), 'sh', '-c', 'pwd -P; env'], deadlineMs: DEADLINE_MS })
  if (told.exitCode !== 0)
    throw new ParityError(
      'usage',
      `${name} cannot be talked to: ${told.stderr.text.trim().split('\n').at(-1) ?? ''}`,
      'is it up, and is the directory there? goparity sync says more',
    )
  const [where = '/'] = told.stdout.text.split('\n')
  return remoteHost(host, {
    name,
    env: parseEnvironment(told.stdout.text),
    directory: where,
    exec: async (changed, cwd, args, limits = {}) => {
      const variables = Object.entries(changed).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]))
      return transport.run(RUN, { deadlineMs: DEADLINE_MS, ...limits, words: [cwd, raw(variables.length), ...variables, ...args] })
    },
  })
}
