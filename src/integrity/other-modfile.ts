import type { Host } from '../host/index.js'
import { findReplacement, findRequirements } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { byteOrder, redact } from '../snapshot/index.js'
import { locate } from './location.js'
import type { FlagFile } from './overlay.js'
import type { RootReading } from './read-root.js'

const MAX_FINDINGS = 20

interface Said {
  readonly version: string | null
  /** The line of its requirement, or of its replacement. */
  readonly line: number | null
  /** `v1.0.0`, `v1.0.0 => ../fork` */
  readonly text: string
}

function saidOf(text: string): (path: string) => Said {
  const required = new Map(findRequirements(text).map((one) => [one.path, one]))
  const lines = text.split('\n')
  return (path) => {
    const { version = null, line = null } = required.get(path) ?? {}
    const replaced = findReplacement(text, path)
    const target = replaced === null ? undefined : lines[replaced - 1]?.split('//', 1)[0]?.split('=>')[1]
    const shown = redact(target?.trim() ?? '').slice(0, 200)
    const words = [version ?? 'not required', ...(replaced === null ? [] : [`=> ${shown}`])]
    return { version, line: replaced ?? line, text: words.join(' ') }
  }
}

/**
 * What the file that `-modfile` names has otherwise than go.mod of the project: one finding for each module, at most 20; none where
 * both say the same.
 */
export async function checkModfile(host: Host, { place, files }: RootReading, flag: FlagFile): Promise<readonly Finding[]> {
  const [used] = files.goMods
  if (place.goMod === null || used === undefined || used.path === place.goMod) return []
  const bytes = await host.files.read(place.goMod)
  const own = bytes === null ? '' : new TextDecoder().decode(bytes)
  const [before, after] = [saidOf(own), saidOf(used.text)]
  const paths = [...new Set([own, used.text].flatMap((text) => findRequirements(text).map(({ path }) => path)))].toSorted(byteOrder)
  const changed = paths.filter((path) => before(path).text !== after(path).text)
  return changed.slice(0, MAX_FINDINGS).map((path): Finding => {
    const now = after(path)
    return {
      rule: 'modules/not-covered',
      severity: 'warning',
      state: 'new',
      title: `${path} is built as ${used.name} says, not go.mod`,
      message: `GOFLAGS (${flag.where}) holds -modfile=${flag.shown}: go reads ${used.name} and the go.sum beside it. ${path} is ${now.text} there and ${before(path).text} in go.mod.`,
      subject: { module: now.version === null ? path : `${path}@${now.version}`, file: used.name },
      location: locate(place, used.name, now.line),
      evidence: [`go.mod: ${path} ${before(path).text}`, `${used.name}: ${path} ${now.text}`],
      fix: [{ edit: 'take -modfile out of GOFLAGS', why: 'builds by go.mod of the project' }],
      source: 'integrity',
      root: place.directory,
    }
  })
}
