import { join, resolve } from 'node:path'
import { openGo, readGoEnv } from '../go/index.js'
import { readValues, requireDirectory } from './find-places.js'
import { planGoSum } from './fix-go-sum.js'
import { planTargetFix } from './fix-target.js'
import { planTidy } from './fix-tidy.js'
import type { FileChange, Ill, LocalFix, Planned } from './local-fix.js'
import type { BuildOptions } from './options.js'
import { recordProject } from './record-project.js'
import type { Session } from './session.js'
import { verify } from './verify.js'

/** What can be mended here, and what cannot. */
export interface FixPlan {
  readonly fixes: readonly LocalFix[]
  /** Why nothing is done for the others. */
  readonly left: readonly { readonly rule: string; readonly why: string }[]
}

const IN_CACHE: ReadonlySet<string> = new Set(['checksum/cache-modified', 'checksum/layer-mismatch'])
const OF_TARGETS = /^cgo\//

/** Modules that are not what go.sum says, fetched anew and put in their place only when they are. */
function planRepair(session: Session, options: BuildOptions, ills: readonly Ill[]): Planned {
  const rules = [...new Set(ills.map(({ rule }) => rule).filter((rule) => IN_CACHE.has(rule)))]
  if (rules.length === 0) return null
  const names = [...new Set(ills.filter(({ rule }) => IN_CACHE.has(rule)).flatMap(({ subject }) => subject.module ?? []))]
  return {
    fix: {
      rules,
      title: `fetch ${names.length === 0 ? 'what differs' : names.slice(0, 5).join(', ')} anew, as goparity verify --repair does`,
      changes: [],
      async act() {
        const { exitCode, report } = await verify(session, { ...options, repair: true })
        return exitCode === 0
          ? null
          : (report.findings.find(({ severity }) => severity === 'error')?.title ?? 'it is still not what go.sum says')
      },
      verify: async () => Promise.resolve(null),
    },
  }
}

/**
 * What of these ills can be mended here safely: a module of the cache, go.mod and go.sum by `go mod tidy`, a line of go.sum that the
 * checksum database contradicts, cgo off for a target of the configuration. Nothing is written. Throws as `recordProject` does.
 */
export async function planFixes(session: Session, options: BuildOptions, ills: readonly Ill[]): Promise<FixPlan> {
  const { host, signal } = session
  const directory = await requireDirectory(host, options.directory)
  const go = openGo(host, { directory, ...(signal === undefined ? {} : { signal }) })
  const planned: Planned[] = [planRepair(session, options, ills), await planTidy(host, go, ills)]
  if (ills.some(({ rule }) => rule === 'checksum/gosum-mismatch')) {
    const answer = await readGoEnv(go)
    const env = answer.ok ? await readValues(host, answer.values) : null
    if (env !== null) for (const ill of ills) planned.push(await planGoSum(host, go, env, ill))
  }
  if (ills.some(({ rule, subject }) => OF_TARGETS.test(rule) && subject.target !== undefined)) {
    const recording = await recordProject(session, options)
    const [root] = recording.roots
    if (root !== undefined) for (const ill of ills) planned.push(await planTargetFix(session, recording, root, ill))
  }
  const made = planned.flatMap((one) => (one !== null && 'fix' in one ? [one.fix] : []))
  const unknown = ills.filter(
    ({ rule }) => !planned.some((one) => one !== null && ('fix' in one ? one.fix.rules.includes(rule) : one.rule === rule)),
  )
  const why = 'what it takes is not on this machine alone, or for a person to decide: the ways out stand with the finding'
  return {
    fixes: made,
    left: [
      ...planned.flatMap((one) => (one !== null && 'why' in one ? [one] : [])),
      ...[...new Set(unknown.map(({ rule }) => rule))].map((rule) => ({ rule, why })),
    ],
  }
}

async function write(session: Session, directory: string, changes: readonly FileChange[], side: 'before' | 'after'): Promise<void> {
  for (const change of changes) {
    const path = join(directory, change.name)
    const text = change[side]
    await (text === null ? session.host.files.remove(path) : session.host.files.writeAtomically(path, text))
  }
}

/** What became of a fix. */
export type FixOutcome = { readonly mended: true } | { readonly mended: false; readonly why: string }

/**
 * Does it, looks whether it helped, and takes it back when it did not. A file that is no longer what it was when the fix was worked
 * out is not touched.
 */
export async function applyFix(
  session: Session,
  { directory: named }: Pick<BuildOptions, 'directory'>,
  fix: LocalFix,
): Promise<FixOutcome> {
  const directory = resolve(session.host.cwd, named)
  for (const { name, before } of fix.changes) {
    const bytes = await session.host.files.read(join(directory, name), 64 * 1024 * 1024)
    if ((bytes === null ? null : new TextDecoder().decode(bytes)) !== before)
      return { mended: false, why: `${name} has changed meanwhile; nothing was written` }
  }
  try {
    await write(session, directory, fix.changes, 'after')
    const why = (await fix.act?.()) ?? (await fix.verify())
    if (why === null) return { mended: true }
    await write(session, directory, fix.changes, 'before')
    return { mended: false, why: `${why}; ${fix.changes.length === 0 ? 'nothing else was changed' : 'the files are as they were'}` }
  } catch (error) {
    await write(session, directory, fix.changes, 'before')
    throw error
  }
}
