import { dirname, join } from 'node:path'
import type { Host } from '../host/index.js'

/** For each cache of go a phrase that tells how it came from outside of this build; `null` where nothing says so. */
export interface RestoredCaches {
  /** GOCACHE. */
  readonly build: string | null
  /** Whether GOCACHE lies on a mount: so it does in every run, while what CI restores depends on the run. */
  readonly buildIsMounted: boolean
  /** GOMODCACHE. */
  readonly modules: string | null
}

const MOUNTED = 'it lies on a mount of its own'
const MAX_MOUNTINFO = 4 * 1024 * 1024

/** Mount points of this process, without those in memory, which begin empty (proc(5), mountinfo; blanks are written as octal). */
function readMountPoints(text: string): ReadonlySet<string> {
  const points = text.split('\n').flatMap((line) => {
    const fields = line.split(' ')
    const point = fields[4]
    const isMemory = fields[fields.indexOf('-') + 1] === 'tmpfs'
    return point === undefined || isMemory
      ? []
      : [point.replaceAll(/\\([0-7]{3})/g, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 8)))]
  })
  return new Set(points)
}

async function mountPoints(host: Host): Promise<ReadonlySet<string>> {
  if (host.system.platform !== 'linux') return new Set()
  const bytes = await host.files.read('/proc/self/mountinfo', MAX_MOUNTINFO).catch(() => null)
  return bytes === null ? new Set() : readMountPoints(new TextDecoder().decode(bytes))
}

/** The mount that a folder lies on, unless it is the whole system, or that of the home or temporary folder: those are no caches. */
function mountOf(folder: string, points: ReadonlySet<string>, ordinary: readonly string[]): string | null {
  for (let at = folder; dirname(at) !== at; at = dirname(at)) {
    if (ordinary.some((path) => path === at || path.startsWith(`${at}/`))) return null
    if (points.has(at)) return at
  }
  return null
}

/** Whether GOCACHE holds a single entry: files in one of its 256 folders. */
async function holdsEntries(host: Host, folder: string): Promise<boolean> {
  const folders = await host.files.list(folder)
  for (const { name, kind } of folders)
    if (kind === 'directory' && /^[0-9a-f]{2}$/.test(name) && (await host.files.list(join(folder, name))).length > 0) return true
  return false
}

async function holdsModules(host: Host, folder: string): Promise<boolean> {
  return (await host.files.list(join(folder, 'cache', 'download'))).some(({ name }) => name !== 'sumdb')
}

async function describe(
  host: Host,
  folder: string,
  points: ReadonlySet<string>,
  holds: (host: Host, folder: string) => Promise<boolean>,
): Promise<string | null> {
  if (folder === '' || folder === 'off') return null
  const ordinary = [host.system.homeDirectory, host.system.tempDirectory].filter((path) => path !== '')
  const mount = mountOf(await host.files.realPath(folder), points, ordinary)
  if (mount !== null) return `${MOUNTED} (${mount}), so others wrote it`
  const ci = host.env['CI'] ?? ''
  if (ci === '' || ci === 'false' || ci === '0') return null
  const held = await holds(host, folder).catch(() => false)
  return held ? 'it was not empty when this began: a CI cache, an earlier step or an earlier job filled it' : null
}

/**
 * Whether the caches of go were mounted (`RUN --mount=type=cache` of a Dockerfile, a volume) or, in CI, filled before this began.
 * `env` holds GOCACHE and GOMODCACHE as `go env` says. To be asked before the first download or build. Never fails: no sign, no phrase.
 */
export async function findRestoredCaches(host: Host, env: Readonly<Record<string, string>>): Promise<RestoredCaches> {
  const points = await mountPoints(host)
  const [build, modules] = await Promise.all([
    describe(host, env['GOCACHE'] ?? '', points, holdsEntries),
    describe(host, env['GOMODCACHE'] ?? '', points, holdsModules),
  ])
  return { build, buildIsMounted: build?.startsWith(MOUNTED) ?? false, modules }
}
