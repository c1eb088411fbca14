import { join, resolve, sep } from 'node:path'
import { toError } from '../errors.js'
import type { Host } from '../host/index.js'
import { isObject, unescapeModule } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { byteOrder, redact } from '../snapshot/index.js'
import { locate } from './location.js'
import type { RootReading } from './read-root.js'
import { posixPath } from './roots.js'

const MAX_BYTES = 16 * 1024 * 1024
const MAX_GROUPS = 20
const MAX_LINES = 20
/** Characters of a path that are shown. */
const LONGEST = 300

/** A flag of GOFLAGS with the file it names. */
export interface FlagFile {
  /** As written. */
  readonly value: string
  /** The same for people: folders of the machine folded. */
  readonly shown: string
  /** Where GOFLAGS is set: `set in the environment of this process`. */
  readonly where: string
}

/** What an overlay does, as far as it can be read. */
export interface OverlayCheck {
  /** For the layer's reason: `replaces 2 files`. */
  readonly does: string
  readonly findings: readonly Finding[]
}

/** How a path is shown: from the root's folder inside the project, else with the machine's folders folded. */
type Show = (path: string) => string

interface Entry {
  /** Absolute. */
  readonly file: string
  /** Absolute; `null`: the file is taken away. */
  readonly by: string | null
}

/** The `Replace` map, as encoding/json finds it: in any case, the last one of a name. */
function parseOverlay(bytes: Uint8Array, directory: string): readonly Entry[] | string {
  let parsed: unknown
  try {
    parsed = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return 'it is no JSON'
  }
  if (!isObject(parsed)) return 'it is no JSON object'
  const replace = Object.entries(parsed).findLast(([key]) => key.toLowerCase() === 'replace')?.[1] ?? {}
  if (!isObject(replace)) return 'its Replace is no object'
  const entries: Entry[] = []
  for (const [file, by] of Object.entries(replace)) {
    if (typeof by !== 'string') return `what it gives for ${JSON.stringify(file.slice(0, 80))} is no text`
    entries.push({ file: resolve(directory, file), by: by === '' ? null : resolve(directory, by) })
  }
  return entries.toSorted((a, b) => byteOrder(a.file, b.file))
}

/** The module that a file belongs to, `path@version`, by its place in the module cache or in vendor/; empty for the project's own. */
function ownerOf({ root, files }: RootReading, moduleCache: string): (file: string) => string {
  const vendored = root.modules
    .filter(({ main }) => main !== true)
    .map(({ path, version }) => [join(files.vendorFolder, path), version === null ? path : `${path}@${version}`] as const)
    .toSorted(([a], [b]) => b.length - a.length)
  return (file) => {
    if (moduleCache !== '' && file.startsWith(moduleCache + sep)) {
      const [, name] = /^([^@]+@[^/]+)\//.exec(posixPath(moduleCache, file)) ?? []
      if (name !== undefined) return unescapeModule(name)
    }
    return vendored.find(([folder]) => file.startsWith(folder + sep))?.[1] ?? ''
  }
}

function unreadable({ place }: RootReading, flag: FlagFile, shown: string, why: string): Finding {
  return {
    rule: 'modules/not-covered',
    severity: 'warning',
    state: 'new',
    title: `the overlay ${shown} cannot be read`,
    message: `GOFLAGS (${flag.where}) holds -overlay=${flag.shown}, and ${why}. Go builds nothing before it can read that file.`,
    subject: { file: shown, key: 'GOFLAGS' },
    evidence: [`${shown}: ${why}`],
    fix: [{ edit: `take -overlay out of GOFLAGS, or bring ${shown}`, why: 'builds what the files hold' }],
    source: 'integrity',
    root: place.directory,
  }
}

function replacedFinding({ place }: RootReading, flag: FlagFile, module: string, entries: readonly Entry[], show: Show): Finding {
  const [first] = entries
  const file = show(first?.file ?? '')
  const count = entries.length
  const owner = module === '' ? '' : ` of ${module}`
  const what = count === 1 ? `${file}${owner}` : `${String(count)} files${owner}`
  const lines = entries.slice(0, MAX_LINES).map((entry) => `${show(entry.file)} => ${entry.by === null ? '(taken away)' : show(entry.by)}`)
  const isInside = !file.startsWith('$') && !file.startsWith('..') && !file.startsWith('/')
  return {
    rule: 'modules/not-covered',
    severity: 'warning',
    state: 'new',
    title: `an overlay replaces ${what}`,
    message: `GOFLAGS (${flag.where}) holds -overlay=${flag.shown}: go builds ${what} from other contents than those that were verified.`,
    subject: { ...(module === '' ? {} : { module }), file },
    ...(isInside ? { location: locate(place, file) } : {}),
    evidence: [...lines, ...(count > MAX_LINES ? [`and ${String(count - MAX_LINES)} more`] : [])],
    fix: [{ edit: 'take -overlay out of GOFLAGS', why: 'builds what was verified' }],
    source: 'integrity',
    root: place.directory,
  }
}

/** Reads what `-overlay` names: which files go builds from which others, one finding for each module they belong to (at most 20). */
export async function checkOverlay(
  host: Host,
  reading: RootReading,
  flag: FlagFile,
  moduleCache: string,
  show: Show,
): Promise<OverlayCheck> {
  const { place } = reading
  const path = resolve(place.path, flag.value)
  const failed = (why: string): OverlayCheck => ({ does: 'cannot be read', findings: [unreadable(reading, flag, show(path), why)] })
  let bytes: Uint8Array | null
  try {
    bytes = await host.files.read(path, MAX_BYTES)
  } catch (error) {
    return failed(show(toError(error).message.slice(0, 200)))
  }
  if (bytes === null) return failed('that file is not there')
  const entries = parseOverlay(bytes, place.path)
  if (typeof entries === 'string') return failed(entries)
  const findOwner = ownerOf(reading, moduleCache)
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const owner = findOwner(entry.file)
    const group = groups.get(owner)
    if (group === undefined) groups.set(owner, [entry])
    else group.push(entry)
  }
  return {
    does: `replaces ${String(entries.length)} ${entries.length === 1 ? 'file' : 'files'}`,
    findings: [...groups].slice(0, MAX_GROUPS).map(([module, group]) => replacedFinding(reading, flag, module, group, show)),
  }
}

/** How a path is shown: relative to `from` inside a folder, folded outside it; bounded, without credentials. */
export function showFrom(from: string, inside: string, fold: (path: string) => string): Show {
  return (path) => redact(path === inside || path.startsWith(inside + sep) ? posixPath(from, path) : fold(path)).slice(0, LONGEST)
}
