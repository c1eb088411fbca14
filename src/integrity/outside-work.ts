import { dirname, resolve, sep } from 'node:path'
import type { Host } from '../host/index.js'
import { findDirective, findReplacement, findRequirements, findUses } from '../modules/index.js'
import type { Finding, Fix } from '../report/index.js'
import { byteOrder, redact } from '../snapshot/index.js'
import { locate } from './location.js'
import type { RootReading } from './read-root.js'
import type { RootFile } from './root-files.js'
import type { GoValues } from './roots.js'

const MAX_FINDINGS = 20
const MAX_LINES = 20

/** What a go.work outside the project does to it. */
export interface OutsideWork {
  /** Modules that it lets go build from a folder of its own, where no checksum holds. */
  readonly folders: readonly string[]
  readonly findings: readonly Finding[]
}

/** A module that the project requires and that go.work gives another content. */
interface Shadow {
  readonly path: string
  readonly version: string | null
  readonly line: number
  /** The statement as written, without its comment. */
  readonly text: string
  /** Whether it is a folder that is built. */
  readonly folder: boolean
}

/** The folder of the repository that a folder lies in, by its `.git`; the folder itself where there is none. */
async function findRepository(host: Host, directory: string): Promise<string> {
  for (let folder = directory; ; folder = dirname(folder)) {
    const status = await host.files.status(`${folder}${sep}.git`).catch(() => null)
    if (status !== null) return folder
    if (dirname(folder) === folder) return directory
  }
}

function isWithin(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function statementAt(text: string, line: number, verb: string): string {
  const raw = (text.split('\n', line)[line - 1] ?? '').split('//', 1)[0] ?? ''
  const words = raw.trim().replaceAll(/\s+/g, ' ')
  return redact(words.startsWith(`${verb} `) ? words.slice(verb.length + 1) : words).slice(0, 300)
}

function findShadows(work: RootFile, { files, root }: RootReading, project: string): readonly Shadow[] {
  const isOwn = ({ path }: RootFile): boolean => isWithin(project, path)
  const required = new Map<string, string | null>(
    root.modules.flatMap(({ path, version, main }) => (main === true ? [] : [[path, version]])),
  )
  for (const { path, version } of files.goMods.filter(isOwn).flatMap(({ text }) => findRequirements(text)))
    if (!required.has(path)) required.set(path, version)
  const shadows: Shadow[] = []
  for (const [path, version] of required) {
    const line = findReplacement(work.text, path)
    if (line === null) continue
    const text = statementAt(work.text, line, 'replace')
    // golang.org/ref/mod#go-mod-file-replace: a path to the right begins with a dot or is absolute; a module has a version there.
    shadows.push({
      path,
      version,
      line,
      text,
      folder: /^(?:[.]{1,2}(?:[/\\]|$)|[/\\"`]|[A-Za-z]:)/.test(text.split('=>')[1]?.trim() ?? ''),
    })
  }
  // A member beside the project is built in the place of the module that it says to be.
  for (const use of findUses(work.text)) {
    const folder = resolve(dirname(work.path), use.directory)
    const mod = files.goMods.find(({ path }) => dirname(path) === folder)
    const path = mod === undefined || isWithin(project, folder) ? undefined : findDirective(mod.text, 'module')?.value
    const wanted = files.goMods.filter(isOwn).flatMap(({ text }) => findRequirements(text))
    const requirement = wanted.find((one) => one.path === path)
    if (path === undefined || requirement === undefined || shadows.some((shadow) => shadow.path === path)) continue
    shadows.push({ path, version: requirement.version, line: use.line, text: `use ${use.directory}`, folder: true })
  }
  return shadows.toSorted((a, b) => byteOrder(a.path, b.path))
}

function leaveWorkspace({ origins }: GoValues): Fix {
  const why = 'builds by go.mod of the project alone'
  if (origins['GOWORK'] === 'process') return { command: 'unset GOWORK', why: 'lets go look for go.work itself' }
  return origins['GOWORK'] === 'goenv'
    ? { command: 'go env -u GOWORK', why: 'lets go look for go.work itself' }
    : { command: 'export GOWORK=off', why }
}

const HOW: Readonly<Record<string, string>> = {
  process: 'GOWORK in the environment of this process names it',
  goenv: 'GOWORK in the go env file names it',
}

/** Replacements of a go.work, with their lines. */
function replaceLines(work: RootFile): readonly string[] {
  return work.text
    .split('\n')
    .flatMap((raw, at) =>
      raw.split('//', 1)[0]?.includes('=>') === true ? [`${work.name}:${String(at + 1)}: ${statementAt(raw, 1, 'replace')}`] : [],
    )
    .slice(0, MAX_LINES)
}

/**
 * Looks whether the go.work in effect lies outside the repository of the project (outside the project itself, where there is no
 * repository): one finding for each required module that it replaces or has as a member (at most 20), or one for itself.
 * `null` when there is none outside.
 */
export async function checkOutsideWork(host: Host, reading: RootReading, env: GoValues, project: string): Promise<OutsideWork | null> {
  const { place, files } = reading
  const work = files.goWork
  if (work === null || isWithin(project, work.path)) return null
  const repository = await findRepository(host, project)
  const real = await host.files.realPath(work.path)
  if (isWithin(repository, work.path) && isWithin(repository, real)) return null
  const shadows = findShadows(work, reading, project)
  const how = HOW[env.origins['GOWORK'] ?? ''] ?? 'go found it above the project'
  const outside = `${work.name} lies outside the ${repository === project ? 'project' : 'repository'}; ${how}`
  const fix = [leaveWorkspace(env), { edit: `move ${work.name} into the repository`, why: 'lets everybody build by it, and review see it' }]
  const common = {
    rule: 'modules/not-covered',
    severity: 'warning',
    state: 'new',
    fix,
    source: 'integrity',
    root: place.directory,
  } as const
  const findings = shadows.slice(0, MAX_FINDINGS).map(({ path, version, line, text, folder }) => {
    const instead = folder ? 'from a folder that no checksum covers' : 'as it says there'
    const told: Pick<Finding, 'title' | 'message' | 'subject' | 'location' | 'evidence'> = {
      title: `${path} is built as a go.work outside the project says`,
      message: `${outside}. Its line ${String(line)} has ${path} built ${instead}, not as go.mod and go.sum of the project say.`,
      subject: { module: version === null ? path : `${path}@${version}`, file: work.name },
      location: locate(place, work.name, line),
      evidence: [`${work.name}:${String(line)}: ${text}`],
    }
    return Object.assign(told, common)
  })
  const alone: Finding = {
    ...common,
    title: 'a go.work outside the project is in effect',
    message: `${outside}. It decides which modules and versions are built, and it is not part of what is recorded with the project.`,
    subject: { file: work.name },
    location: locate(place, work.name),
    evidence: replaceLines(work),
  }
  const folders = shadows.filter(({ folder }) => folder).map(({ path }) => path)
  return { folders, findings: findings.length === 0 ? [alone] : findings }
}
