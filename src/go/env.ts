import { join } from 'node:path'
import type { EnvFiles } from '../environment/index.js'
import { ParityError } from '../errors.js'
import type { Environment, Host } from '../host/index.js'
import type { Go, GoResult } from './go.js'

/** What `go env -json` says, or the call that failed, for the classifier. */
export type GoEnvAnswer =
  | { readonly ok: true; readonly values: Readonly<Record<string, string>> }
  | { readonly ok: false; readonly result: GoResult }

/** Far more than any environment; a value may hold a long list of flags. */
const MAX_OUTPUT = 16 * 1024 * 1024
const MAX_FILE = 1024 * 1024

function unreadable(why: string, cause?: unknown): ParityError {
  return new ParityError('go-unreadable', `what go env -json printed cannot be read: ${why}`, 'run go env -json in that directory', {
    cause,
  })
}

function parseValues({ stdout }: GoResult): Readonly<Record<string, string>> {
  if (stdout.truncated) throw unreadable(`it has ${String(stdout.bytes)} bytes`)
  let parsed: unknown
  try {
    parsed = JSON.parse(stdout.text)
  } catch (error) {
    throw unreadable('it is no JSON', error)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw unreadable('it is no JSON object')
  return Object.fromEntries(
    Object.entries(parsed).map(([key, value]: [string, unknown]): [string, string] => {
      if (typeof value !== 'string') throw unreadable(`${JSON.stringify(key.slice(0, 80))} is no text`)
      return [key, value]
    }),
  )
}

/**
 * Runs `go env -json`; `env` is set on top of the go command's environment.
 * A go command that fails (no such toolchain, a malformed go.work) is an answer; throws `go-unreadable` when it succeeds and prints something else.
 */
export async function readGoEnv(go: Go, env: Environment = {}): Promise<GoEnvAnswer> {
  const result = await go.run(['env', '-json'], { env, maxOutputBytes: MAX_OUTPUT })
  if (result.ending !== 'exited' || result.exitCode !== 0) return { ok: false, result }
  return { ok: true, values: parseValues(result) }
}

/** As go: a file that is not there, or cannot be read, sets nothing. */
async function readText(host: Host, path: string): Promise<string | null> {
  try {
    const bytes = await host.files.read(path, MAX_FILE)
    return bytes === null ? null : new TextDecoder().decode(bytes)
  } catch {
    return null
  }
}

/** The two files that set go env keys: the one that GOENV names, and `$GOROOT/go.env`; at most 1 MiB each. */
export async function readEnvFiles(host: Host, values: Readonly<Record<string, string>>): Promise<EnvFiles> {
  const goenv = values['GOENV'] ?? ''
  const goroot = values['GOROOT'] ?? ''
  const [user, shipped] = await Promise.all([
    goenv === '' || goenv === 'off' ? null : readText(host, goenv),
    goroot === '' ? null : readText(host, join(goroot, 'go.env')),
  ])
  return { goenv: user, goroot: shipped }
}
