import { posix } from 'node:path'
import pLimit from 'p-limit'
import { ParityError } from '../errors.js'
import { buildTarget, locatePackages, type Go, type GoResult } from '../go/index.js'
import type { Host } from '../host/index.js'
import { findGoFlag } from '../modules/index.js'
import type { Location } from '../report/index.js'
import type { TargetBinary } from '../snapshot/index.js'
import { parseBuildOutput, targetEnvironment, textOfBuild, type BuildFailure, type Target } from '../targets/index.js'
import { readTargetBinaries } from './target-binaries.js'

/** One target that was built, or could not be. */
export interface BuiltTarget {
  readonly target: Target
  readonly result: GoResult
  /** Empty when the build went well. Places of files below the project are relative to it (POSIX), others absolute. */
  readonly failures: readonly BuildFailure[]
  /** The programs that were linked; empty when it failed, and where they were not looked at. */
  readonly binaries: readonly TargetBinary[]
  /** From the moment the go command was started. */
  readonly durationMs: number
}

export interface BuildTargetsOptions {
  /** Package patterns, as for `go build`. */
  readonly packages: readonly string[]
  /** GOFLAGS as `go env` says. */
  readonly goflags: string
  /** GOVERSION as `go env` says: newer ones say in JSON which package fails (default: none of them). */
  readonly goVersion?: string
  /** Where the programs are looked at before they go: on which machine, and GOTMPDIR as `go env` says. */
  readonly look?: { readonly host: Host; readonly gotmpdir: string }
  /** Processors this process may use. */
  readonly parallelism: number
  /** Directory of the root in the project (POSIX, `.` for itself): it is put before the places of failures. */
  readonly root: string
  readonly onStart?: (target: Target) => void
  readonly onEnd?: (built: BuiltTarget) => void
  /** Starts nothing more when aborted. The signal that `go` was opened with ends what runs. */
  readonly signal?: AbortSignal
}

/** Beyond this the compilers of one build keep all processors busy, and each further build costs memory only. */
const MAX_AT_ONCE = 4
const MAX_LOCATED = 200
/** Go says these from the directory of the command; C compilers say theirs from the directory of the package. */
const SAID_FROM_COMMAND = /\.(?:go|s|mod|sum|work)$/

/** How many targets are built at once on so many processors. */
export function buildsAtOnce(parallelism: number): number {
  return Math.max(1, Math.min(MAX_AT_ONCE, parallelism))
}

/** A path below a directory relative to it, any other as it is. */
function within(directory: string, path: string): string {
  const base = directory.replaceAll('\\', '/').replace(/\/$/, '')
  const slashed = path.replaceAll('\\', '/')
  return slashed === base ? '.' : slashed.startsWith(`${base}/`) ? slashed.slice(base.length + 1) : slashed
}

function isAbsolute(path: string): boolean {
  return /^(?:\/|[A-Za-z]:\/)/.test(path)
}

/** What `go list` can be asked about: no flag, no pattern, no version. */
function canAsk(name: string): boolean {
  return !name.startsWith('-') && !name.includes('...') && !name.includes('@')
}

/** The folder of a file that go printed: relative to the command's directory where it is below it. */
function folderOf(directory: string, file: string): string {
  const folder = posix.dirname(file)
  return isAbsolute(folder) ? within(directory, folder) : within(directory, posix.join(directory.replaceAll('\\', '/'), folder))
}

/** How `go list` is asked for a folder: without `./` it would read an import path. */
function asPattern(folder: string): string {
  return isAbsolute(folder) || folder === '.' ? folder : `./${folder}`
}

/** Fills in what the text of the output leaves open: the package of a file, the directory of a package. */
async function locate(go: Go, target: Target, failures: readonly BuildFailure[], root: string): Promise<readonly BuildFailure[]> {
  const questions = new Set<string>()
  for (const failure of failures) {
    const file = failure.location?.file
    if (file === undefined) continue
    if (failure.package === null) questions.add(asPattern(folderOf(go.directory, file)))
    else if (!SAID_FROM_COMMAND.test(file) && !isAbsolute(file)) questions.add(failure.package)
  }
  const places = await locatePackages(
    go,
    targetEnvironment(target),
    [...questions].filter((question) => canAsk(question)).slice(0, MAX_LOCATED),
  )
  const byDirectory = new Map(places.map((place) => [within(go.directory, place.directory), place]))
  const byPackage = new Map(places.map((place) => [place.package, place]))
  const resolved = (failure: BuildFailure): Location | null => {
    const { location } = failure
    if (location === null) return null
    let file = within(go.directory, location.file)
    if (!SAID_FROM_COMMAND.test(file) && !isAbsolute(file)) {
      const place = byPackage.get(failure.package ?? '')
      // Inside Go itself, or nowhere: no place a person could mend.
      if (place === undefined || place.standard) return null
      file = posix.join(within(go.directory, place.directory), file)
    }
    return { ...location, file: isAbsolute(file) ? file : posix.join(root, file) }
  }
  return failures.map((failure) => {
    const file = failure.location?.file
    const named = failure.package ?? (file === undefined ? null : (byDirectory.get(folderOf(go.directory, file))?.package ?? null))
    return { ...failure, package: named, location: resolved(failure) }
  })
}

/** What a build printed: compilers on standard error; with `-json` in GOFLAGS on standard output. */
function printed(result: GoResult): string {
  return `${result.stderr.text}\n${result.stdout.text}`
}

/** Flags that goparity adds to the build of a target: without cgo nobody needs debug information to see whether it links. */
export function addedFlags({ cgo }: Target, goflags: string): readonly string[] {
  return cgo || findGoFlag(goflags, 'ldflags') !== null ? [] : ['-ldflags=-w']
}

/** `go build -json` is there since Go 1.24. */
function speaksJson(goVersion: string): boolean {
  return /^go1\.(?:2[4-9]|[3-9]\d)(?:\D|$)/.test(goVersion)
}

/** For people, who see the end of it where nothing is recognised: without events, and without what `-work` prints among them. */
function asText(result: GoResult): GoResult {
  const text = textOfBuild(result.stdout.text).replace(/^WORK=.*\n?/m, '')
  return { ...result, stdout: { ...result.stdout, text } }
}

interface Linked {
  readonly result: GoResult
  readonly binaries: readonly TargetBinary[]
}

/** Builds one target in a folder of its own, in which what it links can be looked at before it goes. */
async function buildAndLook(go: Go, target: Target, { packages, goflags, goVersion = '', look }: BuildTargetsOptions): Promise<Linked> {
  const env = targetEnvironment(target)
  const flags = [...addedFlags(target, goflags), ...(speaksJson(goVersion) ? ['-json'] : [])]
  const below = look === undefined || look.gotmpdir === '' ? undefined : look.gotmpdir
  // Where there is no room for the folder, there is none for the build either: that one says so better.
  const workFolder = await look?.host.files.makeTemporaryDirectory('goparity-build-', below).catch(() => undefined)
  if (look === undefined || workFolder === undefined) return { result: await buildTarget(go, env, packages, { flags }), binaries: [] }
  try {
    const result = await buildTarget(go, env, packages, { flags, workFolder })
    return { result, binaries: result.exitCode === 0 ? await readTargetBinaries(look.host, workFolder) : [] }
  } finally {
    await look.host.files.remove(workFolder)
  }
}

/**
 * Builds every target, some at once in one build cache, all of them even when some fail; results in the order of `targets`.
 * Rejects with `cancelled` when the signal was aborted, and only after every go command has ended; likewise for other errors.
 */
export async function buildTargets(go: Go, targets: readonly Target[], options: BuildTargetsOptions): Promise<readonly BuiltTarget[]> {
  const { root, parallelism, onStart, onEnd, signal } = options
  const limit = pLimit(buildsAtOnce(parallelism))
  let stopped = false
  const build = async (target: Target): Promise<BuiltTarget | null> => {
    if (stopped || signal?.aborted === true) return null
    try {
      onStart?.(target)
      const { result: raw, binaries } = await buildAndLook(go, target, options)
      const result = asText(raw)
      const failed = result.exitCode !== 0 || result.ending !== 'exited'
      const failures = failed ? await locate(go, target, parseBuildOutput(printed(result)), root) : []
      const built: BuiltTarget = { target, result, failures, binaries, durationMs: result.durationMs }
      onEnd?.(built)
      return built
    } catch (error) {
      stopped = true
      throw error
    }
  }
  const settled = await Promise.allSettled(targets.map(async (target) => await limit(build, target)))
  if (signal?.aborted === true) throw new ParityError('cancelled', 'cancelled while building targets')
  for (const one of settled) if (one.status === 'rejected') throw one.reason
  return settled.flatMap((one) => (one.status === 'fulfilled' && one.value !== null ? [one.value] : []))
}
