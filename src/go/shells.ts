import { join } from 'node:path'
import {
  findAssignments,
  keepShellVariables,
  shellVariables,
  type ShellAnswers,
  type ShellAssignment,
  type ShellReading,
} from '../environment/index.js'
import { toError } from '../errors.js'
import type { Environment, Host } from '../host/index.js'
import type { Degrade } from '../report/index.js'

type Kind = ShellReading['kind']

/** How a kind of shell is started, and the files that it reads then, in that order; `~/` is the home folder. */
interface ShellRow {
  readonly flags: Readonly<Record<Kind, string>>
  readonly files: readonly string[]
}

const PROFILE = ['/etc/profile', '/etc/profile.d']
const POSIX_SHELL: ShellRow = {
  // Only a profile can name the file (ENV) that an interactive one reads.
  flags: { login: '-lc', interactive: '-lic' },
  files: [...PROFILE, '~/.profile'],
}
const SHELLS: Readonly<Record<string, ShellRow>> = {
  bash: {
    flags: { login: '-lc', interactive: '-ic' },
    files: [...PROFILE, '/etc/bash.bashrc', '/etc/bashrc', '~/.profile', '~/.bash_login', '~/.bash_profile', '~/.bashrc'],
  },
  zsh: {
    flags: { login: '-lc', interactive: '-ic' },
    files: [
      '/etc/zshenv',
      '/etc/zsh/zshenv',
      '~/.zshenv',
      '/etc/zprofile',
      '/etc/zsh/zprofile',
      '~/.zprofile',
      '/etc/zshrc',
      '/etc/zsh/zshrc',
      '~/.zshrc',
      '~/.zlogin',
    ],
  },
  sh: POSIX_SHELL,
  dash: POSIX_SHELL,
  ash: POSIX_SHELL,
  ksh: POSIX_SHELL,
}

const DEADLINE_MS = 3000
const MAX_ANSWER = 4 * 1024 * 1024
const MAX_FILE = 256 * 1024
const MAX_PROFILES = 100
/** What login(1) and cron give before any file of the account speaks. */
const CLEAN_PATH = '/usr/local/bin:/usr/bin:/bin'
/** Ends an answer that was written whole; no variable has an empty name. */
const END = '=end'

/**
 * A fresh sh writes what was exported to it, by built-ins alone: no other variable leaves the shell. To a file, for a
 * start-up file may print anything; by exec, so that no logout file, no trap and no history of the user's runs after it.
 */
const INNER = `for name in ${shellVariables.join(' ')}; do eval "value=\\\${$name-}"; test -z "$value" || printf "%s=%s\\0" "$name" "$value"; done >"$GOPARITY_ANSWER"; printf "${END}\\0" >>"$GOPARITY_ANSWER"`
/** Quoted, lest an alias of the user's take its place. */
const SCRIPT = String.raw`umask 077; \exec /bin/sh -c '` + `${INNER}'`
/** A program that a start-up file leaves running must not keep our pipes open: nobody would ever see them end. */
const SILENTLY = 'exec "$@" >/dev/null 2>&1'

interface Shell {
  readonly name: string
  readonly row: ShellRow
  readonly path: string
}

function rowOf(name: string): ShellRow | undefined {
  return Object.hasOwn(SHELLS, name) ? SHELLS[name] : undefined
}

/** SHELL, or what there is where nobody names one; `null` with a reason for a shell that cannot be asked. */
async function findShell({ env, processes }: Host): Promise<Shell | null | Degrade> {
  const asked = env['SHELL'] ?? ''
  const clean = { PATH: CLEAN_PATH }
  if (asked !== '') {
    const name = asked.slice(asked.lastIndexOf('/') + 1)
    const row = rowOf(name)
    const what = 'variables that only a shell start-up file sets'
    if (row === undefined) return { what, why: 'SHELL is a shell that goparity cannot ask; it asks bash, zsh and sh' }
    const path = await processes.find(asked, clean)
    return path === null ? { what, why: `SHELL says ${name}, which is not there` } : { name, row, path }
  }
  for (const name of ['bash', 'sh']) {
    const path = await processes.find(name, clean)
    const row = rowOf(name)
    if (path !== null && row !== undefined) return { name, row, path }
  }
  return null
}

function parseAnswer(bytes: Uint8Array): Readonly<Record<string, string>> | null {
  const entries = new TextDecoder().decode(bytes).split('\0')
  if (entries.at(-1) !== '' || entries.at(-2) !== END) return null
  const pairs = entries.slice(0, -2).map((entry): readonly [string, string] => {
    const equals = entry.indexOf('=')
    return [entry.slice(0, equals), entry.slice(equals + 1)]
  })
  return keepShellVariables(pairs)
}

/** How shells are asked. */
export interface AskShellsOptions {
  /** Ends them. */
  readonly signal?: AbortSignal
  /** For each shell; default 3 seconds. */
  readonly deadlineMs?: number
}

interface Asking extends AskShellsOptions {
  readonly home: string
  readonly folder: string
}

/** What one kind of shell gives, or why it says nothing. */
async function askOne(
  host: Host,
  shell: Shell,
  kind: Kind,
  { home, folder, signal, deadlineMs = DEADLINE_MS }: Asking,
): Promise<ShellReading | string> {
  const answer = join(folder, kind)
  const user = host.env['USER'] ?? host.env['LOGNAME']
  const env: Environment = {
    HOME: home,
    ...(user === undefined ? {} : { USER: user, LOGNAME: user }),
    SHELL: shell.path,
    TERM: 'dumb',
    PATH: CLEAN_PATH,
    PWD: home,
    GOPARITY_ANSWER: answer,
  }
  try {
    const { ending, exitCode } = await host.processes.run('/bin/sh', ['-c', SILENTLY, 'sh', shell.path, shell.row.flags[kind], SCRIPT], {
      cwd: home,
      env,
      deadlineMs,
      maxOutputBytes: 1024,
      ...(signal === undefined ? {} : { signal }),
    })
    const bytes = await host.files.read(answer, MAX_ANSWER)
    const variables = bytes === null ? null : parseAnswer(bytes)
    if (variables !== null) return { shell: shell.name, kind, variables }
    if (ending === 'timed-out') return `it did not come to its end within ${String(deadlineMs / 1000)} s`
    if (ending === 'cancelled') return 'cancelled'
    return `a start-up file ended it (exit code ${exitCode === null ? 'none: a signal' : String(exitCode)})`
  } catch (error) {
    return `it cannot be started: ${toError(error).message.slice(0, 200)}`
  }
}

/** As the shell would: a file that cannot be read says nothing. */
async function readAssignments({ files }: Host, { row }: Shell, home: string): Promise<readonly ShellAssignment[]> {
  const found: ShellAssignment[] = []
  for (const name of row.files) {
    const path = name.startsWith('~/') ? join(home, name.slice(2)) : name
    try {
      const scripts = name === '/etc/profile.d' ? await files.list(path) : null
      const names = scripts?.filter((entry) => entry.name.endsWith('.sh')).map((entry) => `${path}/${entry.name}`)
      for (const [at, file] of (names ?? [path]).entries()) {
        if (at === MAX_PROFILES) break
        const bytes = await files.read(file, MAX_FILE)
        if (bytes !== null) found.push(...findAssignments(names === undefined ? name : file, new TextDecoder().decode(bytes)))
      }
    } catch {
      // Too large, or not ours to read.
    }
  }
  return found
}

const NOTHING: ShellAnswers = { readings: [], assignments: [], degraded: [] }

/**
 * Asks the user's shell (SHELL, else bash or sh) for the variables of go that its start-up files set: started clean, with nothing
 * but a home folder, as a login shell and as an interactive one, both at once, for at most 3 seconds (and 2 to end them).
 * Never throws: a shell that fails, hangs or is of another kind is in `degraded`. On Windows, and without a shell or a
 * home folder, there is nothing to ask.
 */
export async function askShells(host: Host, options: AskShellsOptions = {}): Promise<ShellAnswers> {
  if (host.system.platform === 'win32') return NOTHING
  const home = host.env['HOME'] ?? host.system.homeDirectory
  const what = 'variables that only a shell start-up file sets'
  try {
    if ((await host.files.status(await host.files.realPath(home)))?.kind !== 'directory') return NOTHING
    const shell = await findShell(host)
    if (shell === null) return NOTHING
    if ('why' in shell) return { ...NOTHING, degraded: [shell] }
    const folder = await host.files.makeTemporaryDirectory('goparity-shell-')
    try {
      const kinds = ['login', 'interactive'] as const
      const answers = await Promise.all(kinds.map(async (kind) => askOne(host, shell, kind, { home, folder, ...options })))
      const degraded = kinds.flatMap((kind, at): readonly Degrade[] => {
        const why = answers[at]
        return typeof why === 'string' ? [{ what: `what ${kind} ${shell.name} shells set for go`, why }] : []
      })
      const readings = answers.filter((answer) => typeof answer !== 'string')
      return { readings, assignments: await readAssignments(host, shell, home), degraded }
    } finally {
      await host.files.remove(folder)
    }
  } catch (error) {
    return { ...NOTHING, degraded: [{ what, why: toError(error).message.slice(0, 200) }] }
  }
}
