import { ParityError, toError } from '../errors.js'
import { withoutTokens, type Environment, type Host } from '../host/index.js'

/** One answer of git: its standard output, or why there is none. */
export type GitAnswer = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** Git in one directory, for reading only. */
export interface Git {
  /** `git ARGS…` without a shell. Throws only `cancelled`. */
  ask(args: readonly string[], maxOutputBytes?: number): Promise<GitAnswer>
}

const DEADLINE_MS = 60_000

/** A repository chosen by variables is not the one the project lies in. */
const MISLEADING =
  /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|REPLACE_REF_BASE|INDEX_FILE|TRACE.*)$/

function gitEnvironment(env: Environment): Environment {
  const kept = Object.entries(withoutTokens(env)).filter(([key]) => !MISLEADING.test(key))
  return {
    ...Object.fromEntries(kept),
    LC_ALL: 'C',
    LANGUAGE: '',
    GIT_TERMINAL_PROMPT: '0',
    GIT_OPTIONAL_LOCKS: '0',
    // refs/replace could put another content under a commit's name.
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_LITERAL_PATHSPECS: '1',
  }
}

/**
 * A change can bring a bare repository as plain files; git would take a directory with HEAD, objects and refs for one,
 * run what its configuration names and believe its refs (safe.bareRepository). fsmonitor is a program to run, too.
 */
const SAFE = ['-c', 'safe.bareRepository=explicit', '-c', 'core.fsmonitor=false']

/** Opens git for a directory. A git that is not there answers so each time it is asked. */
export function openGit(host: Host, directory: string, signal?: AbortSignal): Git {
  const env = gitEnvironment(host.env)
  return {
    async ask(args, maxOutputBytes): Promise<GitAnswer> {
      let result
      try {
        result = await host.processes.run('git', [...SAFE, ...args], {
          cwd: directory,
          env,
          deadlineMs: DEADLINE_MS,
          ...(signal === undefined ? {} : { signal }),
          ...(maxOutputBytes === undefined ? {} : { maxOutputBytes }),
        })
      } catch (error) {
        return { ok: false, reason: `git cannot be started: ${toError(error).message}` }
      }
      const name = `git ${args[0] ?? ''}`
      if (result.ending === 'cancelled') throw new ParityError('cancelled', `cancelled while running ${name}`)
      if (result.ending === 'timed-out') return { ok: false, reason: `${name} did not answer in time` }
      if (result.stdout.truncated) return { ok: false, reason: `${name} answered with more than can be read` }
      if (result.exitCode === 0) return { ok: true, text: result.stdout.text }
      const [line = ''] = result.stderr.text.trim().split('\n', 1)
      return { ok: false, reason: line === '' ? `${name} ended with exit code ${String(result.exitCode)}` : `git says: ${line}` }
    },
  }
}
