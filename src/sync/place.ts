import { isAbsolute } from 'node:path'
import { shellWord, splitWords } from '../environment/index.js'
import { ParityError } from '../errors.js'

/** Where the files are to be brought. */
export type Place =
  | { readonly kind: 'docker'; readonly name: string; readonly directory: string | null }
  | { readonly kind: 'devcontainer' }
  | { readonly kind: 'ssh'; readonly user: string | null; readonly host: string; readonly port: number | null; readonly directory: string }
  | { readonly kind: 'exec'; readonly command: readonly [string, ...string[]] }

const ALLOWED = 'docker:NAME[:DIR], devcontainer, ssh://[USER@]HOST[:PORT]/DIR or exec:COMMAND'
/** What docker and podman allow as a name; a compose service may be named likewise. */
const CONTAINER = /^[A-Za-z0-9][\w.-]{0,200}$/
const SSH = /^ssh:\/\/(?:([\w.+-]{1,100})@)?(\[[0-9A-Fa-f:.]{2,60}\]|[A-Za-z0-9][\w.-]{0,252})(?::(\d{1,5}))?(\/.*)$/

function refuse(text: string, why: string): ParityError {
  return new ParityError('usage', `the place ${JSON.stringify(text)} ${why}`, `write ${ALLOWED}`)
}

/** Control characters would end a line of what is sent. */
function hasControls(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  return /[\u0000-\u001F\u007F]/.test(text)
}

function readDocker(text: string): Place {
  const rest = text.slice('docker:'.length)
  const at = rest.indexOf(':')
  const name = at === -1 ? rest : rest.slice(0, at)
  const directory = at === -1 ? null : rest.slice(at + 1)
  if (!CONTAINER.test(name)) throw refuse(text, 'names no container')
  if (directory !== null && !directory.startsWith('/')) throw refuse(text, 'has a directory that is not absolute')
  return { kind: 'docker', name, directory }
}

function readSsh(text: string): Place {
  const found = SSH.exec(text)
  if (found === null) throw refuse(text, 'names no host and no absolute directory')
  const [, user, host = '', port, directory = ''] = found
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) throw refuse(text, 'has a port that does not exist')
  return {
    kind: 'ssh',
    user: user ?? null,
    host: host.replace(/^\[|\]$/g, ''),
    port: port === undefined ? null : Number(port),
    // `/~/app` lies below the home directory, as git writes it.
    directory: directory.startsWith('/~/') ? directory.slice(1) : directory,
  }
}

/** Reads a place as it is written in a flag, in the configuration or in a hook. Throws `usage`. */
export function parsePlace(text: string): Place {
  if (hasControls(text)) throw refuse(text, 'holds a control character')
  if (text.startsWith('docker:')) return readDocker(text)
  if (text === 'devcontainer') return { kind: 'devcontainer' }
  if (text.startsWith('ssh://')) return readSsh(text)
  if (text.startsWith('exec:')) {
    const [program, ...words] = splitWords(text.slice('exec:'.length)) ?? []
    if (program === undefined || program === '') throw refuse(text, 'has no command')
    return { kind: 'exec', command: [program, ...words] }
  }
  throw refuse(text, isAbsolute(text) ? 'is a directory of this machine' : 'is not understood')
}

/** A place as a person writes it. */
export function formatPlace(place: Place): string {
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- what is left comes below
  switch (place.kind) {
    case 'docker': {
      return place.directory === null ? `docker:${place.name}` : `docker:${place.name}:${place.directory}`
    }
    case 'devcontainer': {
      return 'devcontainer'
    }
    case 'ssh': {
      const user = place.user === null ? '' : `${place.user}@`
      const port = place.port === null ? '' : `:${String(place.port)}`
      const host = place.host.includes(':') ? `[${place.host}]` : place.host
      return `ssh://${user}${host}${port}${place.directory.startsWith('~') ? `/${place.directory}` : place.directory}`
    }
  }
  return `exec:${place.command.map(shellWord).join(' ')}`
}
