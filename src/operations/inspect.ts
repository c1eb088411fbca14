import { isAbsolute, join, posix, resolve } from 'node:path'
import {
  GLIBC_LOADERS,
  isProgram,
  judgePlace,
  judgeResolution,
  parsePlace,
  placeNames,
  readBinary,
  readLoadable,
  resolveLibraries,
  summarise,
  THIS_MACHINE,
  type Binary,
  type Inspection,
  type Place,
  type Resolution,
  type Verdict,
} from '../binaries/index.js'
import { nearest } from '../config/index.js'
import { ParityError, toError } from '../errors.js'
import type { Degrade } from '../report/index.js'
import { redact } from '../snapshot/index.js'
import { openFile, openRoot, ownProcessor, pathBelow, processorOf, type OpenFile } from './inspect-files.js'
import { traceProgram, withTrace, type TraceEvidence } from './inspect-trace.js'
import type { Session } from './session.js'

/** What to inspect, and against what. */
export interface InspectOptions {
  /** Paths, relative to the host's working directory or absolute; with `root` also paths below it. */
  readonly binaries: readonly string[]
  /** Version of goparity. */
  readonly version: string
  /** Places as written after `--for`. */
  readonly places?: readonly string[]
  /** The processor of the places: `linux/arm64` or `arm64`; default: that of each binary. */
  readonly platform?: string
  /** A folder that is the root of a file system: an unpacked image. */
  readonly root?: string
  /** Also start each program below strace (default false). */
  readonly trace?: boolean
  readonly traceArgs?: readonly string[]
}

/** One binary of a file, with everything that was found out. */
export interface InspectedBinary {
  readonly summary: Inspection
  readonly binary: Binary
  /** Its libraries below the root or on this machine; `null` where there is nothing to look for, or not here. */
  readonly libraries: Pick<Resolution, 'loader' | 'libraries' | 'truncated'> | null
  readonly verdicts: readonly Verdict[]
  readonly trace: TraceEvidence | null
}

/** One file that was named. */
export interface InspectedFile {
  /** As named. */
  readonly path: string
  /** Bytes. */
  readonly size: number
  /** What it is when it is no binary; then `binaries` is empty. */
  readonly other: string | null
  /** More than one: a fat Mach-O. */
  readonly binaries: readonly InspectedBinary[]
}

/** What `goparity inspect --format json` prints. */
export interface InspectionDocument {
  readonly schema: 'goparity/inspection/1'
  readonly tool: { readonly version: string }
  readonly files: readonly InspectedFile[]
  /** What was asked for and not done. */
  readonly degraded: readonly Degrade[]
}

/** What `inspect` gives: 3 when something does not start where it was asked about. */
export interface InspectOutcome {
  readonly document: InspectionDocument
  readonly exitCode: 0 | 3
}

function readPlaces(texts: readonly string[]): readonly Place[] {
  return texts.map((text) => {
    const place = parsePlace(text)
    if (place !== null) return place
    const near = nearest(text, placeNames())
    throw new ParityError(
      'usage',
      `${text} is no place that is known here`,
      `${near === null ? '' : `did you mean ${near}? `}known: ${placeNames().join(', ')}; any glibc:VERSION or musl:VERSION; or unpack the image and use --root`,
    )
  })
}

/** `linux/arm64`, `arm64` or Docker's `linux/arm/v7` as a GOARCH. */
function readPlatform(text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const goarch = text.replace(/^linux\//, '').replace(/^(arm|arm64|amd64)\/v\d+$/, '$1')
  if (goarch in GLIBC_LOADERS) return goarch
  throw new ParityError(
    'usage',
    `${text} is no platform of a place to run`,
    `allowed: ${Object.keys(GLIBC_LOADERS)
      .map((name) => `linux/${name}`)
      .join(', ')}`,
  )
}

interface Surroundings {
  readonly session: Session
  readonly options: InspectOptions
  readonly places: readonly Place[]
  readonly goarch: string | null
  /** Absolute, links resolved; `null`: none was named. */
  readonly root: string | null
  readonly degraded: Degrade[]
}

interface Named {
  readonly path: string
  /** Where it lies on this machine. */
  readonly real: string
  /** Where a program in the root sees it. */
  readonly inside: string
  readonly file: OpenFile
}

function tryOpen(path: string): OpenFile | null {
  try {
    return openFile(path)
  } catch (error) {
    throw new ParityError('usage', `cannot read ${path}: ${toError(error).message}`, 'check its permissions', { cause: error })
  }
}

async function open({ session: { host }, root }: Surroundings, path: string): Promise<Named> {
  const real = await host.files.realPath(resolve(host.cwd, path))
  const file = tryOpen(real)
  if (file !== null) {
    const below = root !== null && real.startsWith(root.endsWith('/') ? root : `${root}/`)
    const inside = root === null ? real : below ? `/${real.slice(root.length).replace(/^\/+/, '')}` : `/${posix.basename(real)}`
    return { path, real, inside, file }
  }
  const inside = root === null || !isAbsolute(path) ? null : pathBelow(root, path)
  const inRoot = root === null || inside === null ? null : tryOpen(join(root, inside))
  if (root !== null && inside !== null && inRoot !== null) return { path, real: join(root, inside), inside, file: inRoot }
  throw new ParityError(
    'usage',
    `there is no file ${path}`,
    root === null ? 'name a program: go build -o app . && goparity inspect app' : `it is neither on this machine nor below ${root}`,
  )
}

/** The loader that would load a library which names none: that of its C library. */
function assumedLoader(binary: Binary): string | null {
  if (binary.libc === 'glibc') return GLIBC_LOADERS[binary.goarch ?? '']?.[0] ?? null
  const names: Readonly<Record<string, string>> = { amd64: 'x86_64', '386': 'i386', arm64: 'aarch64', arm: 'armhf', ppc64le: 'powerpc64le' }
  return binary.libc === 'musl' ? `/lib/ld-musl-${names[binary.goarch ?? ''] ?? binary.goarch ?? ''}.so.1` : null
}

/** Settings may hold what was given to the linker: tokens too. */
function withoutSecrets(binary: Binary): Binary {
  if (binary.go === null) return binary
  return { ...binary, go: { ...binary.go, settings: binary.go.settings.map(({ key, value }) => ({ key, value: redact(value) })) } }
}

async function inspectBinary(around: Surroundings, { real, inside, file }: Named, binary: Binary): Promise<InspectedBinary> {
  const { session, options, places, goarch, root, degraded } = around
  const { host } = session
  const onLinux = host.system.platform === 'linux'
  const verdicts: Verdict[] = places.map((place) => judgePlace(binary, place, goarch))
  const plain = { summary: summarise(binary), binary: withoutSecrets(binary), trace: null }
  const looks = binary.format === 'elf' && (root !== null || onLinux)
  const loadable = looks ? readLoadable(file.source, inside) : null
  if (loadable === null) {
    if (options.trace === true) degraded.push({ what: `--trace of ${real}`, why: 'only programs for Linux are traced, on Linux' })
    const here = root === null && places.length === 0 && onLinux && binary.format !== 'elf'
    if (here || root !== null)
      verdicts.push(
        judgePlace(binary, {
          name: root === null ? THIS_MACHINE : root,
          libc: null,
          libraries: [],
          complete: true,
          libstdcxx: null,
          install: null,
          source: '',
        }),
      )
    return { ...plain, libraries: null, verdicts }
  }
  const path = (root === null ? (host.env['LD_LIBRARY_PATH'] ?? '') : '').split(/[:;]/).filter((folder) => isAbsolute(folder))
  const files = openRoot(root ?? '/', binary.goarch, binary.endian === 'little', path)
  const loader = binary.interpreter ?? assumedLoader(binary)
  const resolution = resolveLibraries(files, loadable, loader, binary.interpreter === null)
  const own = root === null ? ownProcessor() : (goarch ?? processorOf(files))
  const isHere = own === null || own === binary.goarch || binary.linkage === 'static'
  const libraries =
    binary.linkage === 'dynamic' && isHere
      ? { loader: resolution.loader, libraries: resolution.libraries, truncated: resolution.truncated }
      : null
  const judged = judgeResolution(loadable, resolution, root ?? THIS_MACHINE, own)
  if (root === null && options.trace === true) {
    if (!isProgram(binary)) degraded.push({ what: `--trace of ${real}`, why: 'it is a library: a program must load it' })
    else {
      const traced = await traceProgram(session, real, options.traceArgs ?? [], files)
      if (traced.evidence !== null) {
        verdicts.push(withTrace(judged, binary, traced))
        return { ...plain, libraries, verdicts, trace: traced.evidence }
      }
      degraded.push(traced.degrade)
    }
  }
  if (root !== null || places.length === 0 || options.trace === true) verdicts.push(judged)
  return { ...plain, libraries, verdicts }
}

async function inspectFile(around: Surroundings, path: string): Promise<InspectedFile> {
  const named = await open(around, path)
  try {
    const { source } = named.file
    const reading = readBinary(source)
    if (reading.kind === 'other') return { path, size: source.size, other: reading.what, binaries: [] }
    const binaries: InspectedBinary[] = []
    for (const binary of reading.binaries) binaries.push(await inspectBinary(around, named, binary))
    return { path, size: source.size, other: null, binaries }
  } finally {
    named.file.close()
  }
}

/**
 * Says what binaries are, what they need, and whether they start: at places known by name, below a root, on this machine.
 * Nothing is run unless `trace` says so. Throws `usage` for a file, place or platform that is not there or not known.
 */
export async function inspect(session: Session, options: InspectOptions): Promise<InspectOutcome> {
  const { host, signal } = session
  const { places = [], root, trace = false } = options
  if (options.binaries.length === 0) throw new ParityError('usage', 'no file is named', 'go build -o app . && goparity inspect app')
  if (trace && root !== undefined)
    throw new ParityError('usage', '--trace starts the program on this machine, and --root names another one', 'leave one of them out')
  const around: Surroundings = {
    session,
    options,
    places: readPlaces(places),
    goarch: readPlatform(options.platform),
    root: root === undefined ? null : await host.files.realPath(resolve(host.cwd, root)),
    degraded: [],
  }
  if (around.root !== null && (await host.files.status(around.root))?.kind !== 'directory')
    throw new ParityError('usage', `there is no folder ${root ?? ''}`, '--root names the unpacked file system of an image')
  const files: InspectedFile[] = []
  for (const path of options.binaries) {
    if (signal?.aborted === true) throw new ParityError('cancelled', 'cancelled')
    files.push(await inspectFile(around, path))
  }
  const [first] = files
  if (first !== undefined && files.every(({ other }) => other !== null))
    throw new ParityError(
      'usage',
      `${first.path} is no program that can be inspected: ${first.other ?? ''}`,
      'name an ELF, Mach-O or PE file',
    )
  // What this machine says counts only when it was asked.
  const asked = places.length > 0 || around.root !== null || trace
  const fails = files.some(({ binaries }) => binaries.some(({ verdicts }) => verdicts.some(({ starts }) => starts === 'no')))
  return {
    document: { schema: 'goparity/inspection/1', tool: { version: options.version }, files, degraded: around.degraded },
    exitCode: asked && fails ? 3 : 0,
  }
}
