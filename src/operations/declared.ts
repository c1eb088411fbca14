import { join } from 'node:path'
import { openGit } from '../baseline/index.js'
import {
  contradictions,
  declaringKind,
  measuredOf,
  readDeclarations,
  type Declaration,
  type DeclaredEnvironments,
  type DeclaringKind,
  type UnreadableFile,
} from '../declared/index.js'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import { MAX_BYTES } from '../init/index.js'
import type { Degrade, Finding } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { posixFrom, repositoryTop } from './ci-files.js'
import { requireDirectory } from './find-places.js'
import type { ChainResult } from './chain.js'
import type { Session } from './session.js'

export interface DeclaredOptions {
  /** The directory of the project; the whole repository that it lies in is read. */
  readonly directory: string
  /** What was recorded, to be held against what is declared for the same jobs. */
  readonly measured?: readonly Snapshot[]
}

/** What a repository says of the environments that build it. */
export interface DeclaredOutcome {
  /** Places are files from the top of the repository. */
  readonly declarations: readonly Declaration[]
  /** Places are files from the directory of the project, as in every report. */
  readonly findings: readonly Finding[]
  readonly unreadable: readonly UnreadableFile[]
  /** What was not read, and why; `unreadable` files, too. */
  readonly degraded: readonly Degrade[]
}

/** More than any repository has of such files. */
const MAX_FILES = 500
const MAX_FOLDERS = 20_000
const MAX_DEPTH = 12
const MAX_LIST = 64 * 1024 * 1024
const SKIPPED = new Set(['.git', '.hg', 'vendor', 'node_modules', 'testdata', '.cache', '.terraform', '.venv'])

/** What matters most is read first. */
const ORDER: readonly DeclaringKind[] = [
  'module',
  'workflow',
  'gitlab',
  'go-version',
  'tool-versions',
  'mise',
  'devcontainer',
  'dockerfile',
  'action',
  'makefile',
  'other-ci',
  'builds',
]

/** Names that a person can read in a message. */
function isPlain(name: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{FFFD}]/u.test(name)
}

/** Files below a folder, breadth first and bounded; links are not followed. */
async function walk(host: Host, top: string): Promise<{ readonly names: readonly string[]; readonly complete: boolean }> {
  const names: string[] = []
  let level = ['']
  let looked = 0
  let complete = true
  for (let depth = 0; level.length > 0; depth += 1) {
    const next: string[] = []
    for (const folder of level) {
      looked += 1
      if (looked > MAX_FOLDERS || depth > MAX_DEPTH) return { names, complete: false }
      try {
        for (const { name, kind } of await host.files.list(join(top, folder))) {
          const path = folder === '' ? name : `${folder}/${name}`
          if (kind === 'file') names.push(path)
          else if (kind === 'directory' && !SKIPPED.has(name)) next.push(path)
        }
      } catch {
        // A folder that may not be read: said by `complete`.
        complete = false
      }
    }
    level = next
  }
  return { names, complete }
}

/** Files that belong to the repository: those that git has, or whatever is there where there is no git. */
async function listFiles(session: Session, top: string, degraded: Degrade[]): Promise<readonly string[]> {
  const { host, signal } = session
  if ((await host.files.status(join(top, '.git'))) !== null) {
    const answer = await openGit(host, top, signal).ask(['ls-files', '-z', '--cached'], MAX_LIST)
    if (answer.ok) return answer.text.split('\0').filter((name) => name !== '')
    degraded.push({ what: 'files of the repository are looked for without git', why: answer.reason })
  }
  const { names, complete } = await walk(host, top)
  if (!complete)
    degraded.push({
      what: 'not all folders are looked at for Dockerfiles, workflows and the like',
      why: 'there are too many, or some cannot be read',
    })
  return names
}

async function readText(host: Host, path: string): Promise<string | null> {
  // A link can lead out of the repository.
  if ((await host.files.status(path))?.kind !== 'file') return null
  const bytes = await host.files.read(path, MAX_BYTES)
  return bytes === null ? null : new TextDecoder('utf-8').decode(bytes)
}

/** Whether a file is about the project: it lies in it, in a folder above it, or tells a CI what to do. */
function concerns(file: string, project: string): boolean {
  if (project === '.' || file.startsWith(`${project}/`)) return true
  const kind = declaringKind(file)
  if (kind === 'workflow' || kind === 'gitlab' || kind === 'action') return true
  const slash = file.lastIndexOf('/')
  return slash === -1 || project === file.slice(0, slash) || project.startsWith(`${file.slice(0, slash)}/`)
}

/** What the files of a repository say, before it is judged. */
interface Reading {
  readonly directory: string
  readonly top: string
  readonly files: ReadonlyMap<string, string>
  readonly read: DeclaredEnvironments
  readonly degraded: readonly Degrade[]
}

async function readRepository(session: Session, where: string): Promise<Reading> {
  const { host } = session
  const directory = await requireDirectory(host, where)
  const top = await repositoryTop(host, directory)
  const degraded: Degrade[] = []
  const unreadable: UnreadableFile[] = []
  const wanted = (await listFiles(session, top, degraded))
    .flatMap((name) => {
      const kind = declaringKind(name)
      return kind === null || !isPlain(name) ? [] : [{ name, rank: ORDER.indexOf(kind) }]
    })
    .toSorted((a, b) => a.rank - b.rank)
  const files = new Map<string, string>()
  for (const { name } of wanted.slice(0, MAX_FILES)) {
    if (session.signal?.aborted === true) throw new ParityError('cancelled', 'cancelled while reading the files of the repository')
    try {
      const text = await readText(host, join(top, name))
      if (text !== null) files.set(name, text)
    } catch (error) {
      const larger = ((await host.files.status(join(top, name)).catch(() => null))?.size ?? 0) > MAX_BYTES
      unreadable.push({ file: name, reason: larger ? `it is larger than ${String(MAX_BYTES)} bytes` : toError(error).message })
    }
  }
  if (wanted.length > MAX_FILES)
    degraded.push({
      what: `${String(wanted.length - MAX_FILES)} files that may declare environments are not read`,
      why: `there are more than ${String(MAX_FILES)}`,
    })
  const read = await readDeclarations(files)
  return { directory, top, files, read: { ...read, unreadable: [...unreadable, ...read.unreadable] }, degraded }
}

function judge({ directory, top, files, read, degraded }: Reading, snapshots: readonly Snapshot[]): DeclaredOutcome {
  const project = posixFrom(top, directory)
  const measured = snapshots.flatMap((snapshot) => measuredOf(snapshot) ?? [])
  const show = (file: string): string => posixFrom(directory, join(top, file))
  const names = new Map([...files.keys()].map((file) => [show(file), file] as const))
  const findings = contradictions(read, { measured, show }).filter(({ location }) =>
    concerns(names.get(location?.file ?? '') ?? '', project),
  )
  const unread = read.unreadable.map(({ file, reason }) => ({
    what: `${show(file)} is not read for what it says of environments`,
    why: reason,
  }))
  return { declarations: read.declarations, findings, unreadable: read.unreadable, degraded: [...degraded, ...unread] }
}

/**
 * Reads what the files of a repository say of the environments that build it, and what of that contradicts itself or what was
 * measured. Runs no go command and nothing of the repository. Throws `directory-missing` and `cancelled`.
 */
export async function declared(session: Session, options: DeclaredOptions): Promise<DeclaredOutcome> {
  return judge(await readRepository(session, options.directory), options.measured ?? [])
}

/** The rules of what is declared. */
const RULES: ReadonlySet<string> = new Set(['env/contradiction', 'env/image-libc', 'env/image-without-compiler'])

/** A finding on what is declared, wherever its lines have moved to. */
function nameOf({ rule, subject, title }: Finding): string {
  return `${rule} ${subject.file ?? ''} ${subject.key ?? ''}: ${title}`
}

/**
 * What the chain finds, and what the repository declares otherwise: other machines may fail for it, this one does not, so it is a
 * warning at most. The files are read while go works. Throws as the chain does, and `cancelled`.
 */
export async function withDeclared(session: Session, directory: string, work: () => Promise<ChainResult>): Promise<ChainResult> {
  const [read, done] = await Promise.allSettled([readRepository(session, directory), work()])
  if (done.status === 'rejected') throw done.reason
  if (read.status === 'rejected') throw read.reason
  const chain = done.value
  const { findings, degraded } = judge(read.value, [chain.snapshot])
  const warnings = findings.map((one): Finding => (one.severity === 'error' ? { ...one, severity: 'warning' } : one))
  return {
    ...chain,
    snapshot: { ...chain.snapshot, contradictions: findings.map(nameOf) },
    findings: [...chain.findings, ...warnings],
    degraded: [...chain.degraded, ...degraded],
  }
}

/** Findings on what is declared are known when the baseline had them. */
export function knownIn(baseline: Snapshot, findings: readonly Finding[]): readonly Finding[] {
  const known = new Set(baseline.contradictions)
  return findings.map((one) => (RULES.has(one.rule) && known.has(nameOf(one)) ? { ...one, state: 'known' } : one))
}
