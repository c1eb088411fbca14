import { basename, isAbsolute, join, relative, sep } from 'node:path'
import pLimit from 'p-limit'
import {
  askPlatform,
  askSearchPath,
  findLibraries,
  findVersionMismatches,
  openTool,
  readLinkFlags,
  readPreambles,
  type CTool,
  type LibraryAnswer,
  type ToolAnswer,
  type VersionMismatch,
} from '../cgo/index.js'
import { splitWords } from '../environment/index.js'
import { readGoEnv, type Go, type ListedPackage } from '../go/index.js'
import type { Host } from '../host/index.js'
import { targetEnvironment, type PlanStep, type Target } from '../targets/index.js'

/** Preprocessors at once: each takes a processor for some milliseconds. */
const AT_ONCE = 4
const MAX_SOURCE = 16 * 1024 * 1024
/** C files of one package that are looked at, the first ones by name. */
const MAX_FILES = 40

/** A failure that the build would meet. */
export interface CFailure {
  readonly package: string
  /** As the build would print it below the header of the package. */
  readonly output: string
  /** What was really seen, where the output is foretold and not a tool's own. */
  readonly seen?: readonly string[]
}

/** What the C side of a target needs, and whether it is there. */
export interface CPlan {
  readonly step: PlanStep
  readonly failures: readonly CFailure[]
  /** Headers and libraries that do not belong together: it builds, and may go wrong when it runs. */
  readonly mismatches: readonly (VersionMismatch & { readonly package: string })[]
  /** Where the linker finds what each package asks for, by import path. */
  readonly libraries: ReadonlyMap<string, readonly LibraryAnswer[]>
}

interface CProject {
  readonly host: Host
  readonly go: Go
  readonly target: Target
  /** `go env` for the target. */
  readonly values: Readonly<Record<string, string>>
  readonly cc: CTool
  /** Flags that go gives to every call. */
  readonly goFlags: readonly string[]
}

function words(text: string | undefined): readonly string[] {
  return splitWords(text ?? '') ?? []
}

function ok(question: string, answer: string, steps?: readonly PlanStep[]): PlanStep {
  return { question, answer, state: 'ok', ...(steps === undefined ? {} : { steps }) }
}

function stop(question: string, answer: string, steps?: readonly PlanStep[]): PlanStep {
  return { question, answer, state: 'stop', ...(steps === undefined ? {} : { steps }) }
}

/** What the compiler says first, for one line of the tree. */
function firstError(errors: string): string {
  const lines = errors.split('\n').map((line) => line.trim())
  return (lines.find((line) => /error:/i.test(line)) ?? lines.find((line) => line !== '') ?? 'it failed without a word').slice(0, 200)
}

/** Variables that other build tools read, and go does not. */
export function ignoredCompilerVariables(env: Readonly<Record<string, string | undefined>>, { goos, goarch }: Target): readonly string[] {
  const names = [
    'CC_FOR_TARGET',
    'CXX_FOR_TARGET',
    `CC_FOR_${goos}_${goarch}`,
    `CXX_FOR_${goos}_${goarch}`,
    `CC_${goos}_${goarch}`,
    `CXX_${goos}_${goarch}`,
  ]
  return names.filter((name) => (env[name] ?? '') !== '')
}

interface PkgConfig {
  readonly cflags: readonly string[]
  readonly libs: readonly string[]
  readonly failure: CFailure | null
}

async function askPkgConfig({ host, go, values }: CProject, listed: ListedPackage): Promise<PkgConfig> {
  const names = listed.flags.CgoPkgConfig
  if (names.length === 0) return { cflags: [], libs: [], failure: null }
  const command = values['PKG_CONFIG'] ?? 'pkg-config'
  const tool = await openTool(host, go, command)
  const fails = (output: string, seen?: readonly string[]): PkgConfig => ({
    cflags: [],
    libs: [],
    failure: { package: listed.path, output, ...(seen === undefined ? {} : { seen }) },
  })
  // The header is that of the go command since 1.23; older ones print the same without brackets.
  const header = `# [${command} --cflags  -- ${names.join(' ')}]\n`
  if (tool === null || tool.path === null)
    return fails(`${header}exec: "${words(command)[0] ?? command}": executable file not found in $PATH\n`, [`${command} is not on PATH`])
  const [cflags, libs] = await Promise.all([tool.run(['--cflags', '--', ...names]), tool.run(['--libs', '--', ...names])])
  const failed = [cflags, libs].find((answer) => !answer.ok)
  if (failed !== undefined) return fails(`${header}${failed.errors}${failed.output}`)
  return { cflags: words(cflags.output), libs: words(libs.output), failure: null }
}

/** A Go file as go names it in the output of a build: relative to the directory of the command where it is below it. */
function shown({ go }: CProject, directory: string, name: string): string {
  const path = relative(go.directory, join(directory, name))
  if (path.startsWith('..') || isAbsolute(path)) return join(directory, name)
  return path === name ? `./${name}` : path.split(sep).join('/')
}

interface Unit {
  readonly tool: CTool
  readonly file: string
  readonly flags: readonly string[]
}

/** The flags under which go compiles C of a package, and those of them that hold for C++ too. */
function flagsOfPackage(
  { values, goFlags }: CProject,
  { directory, flags }: ListedPackage,
  cflags: readonly string[],
): { readonly shared: readonly string[]; readonly cFlags: readonly string[] } {
  const shared = [...goFlags, '-I', directory, ...words(values['CGO_CPPFLAGS']), ...flags.CgoCPPFLAGS]
  return { shared, cFlags: [...shared, ...words(values['CGO_CFLAGS']), ...flags.CgoCFLAGS, ...cflags] }
}

/** What the preprocessor is to read of a package: the preambles, put into one file, and its C and C++ files. */
async function unitsOf(project: CProject, listed: ListedPackage, cflags: readonly string[], folder: string): Promise<readonly Unit[]> {
  const { host, go, values, cc } = project
  const { flags, files, directory } = listed
  const { shared, cFlags } = flagsOfPackage(project, listed, cflags)
  const units: Unit[] = []
  const pieces: string[] = []
  for (const name of files.CgoFiles) {
    const bytes = await host.files.read(join(directory, name), MAX_SOURCE).catch(() => null)
    const source = bytes === null ? '' : new TextDecoder().decode(bytes)
    for (const { line, text } of readPreambles(source)) pieces.push(`#line ${String(line)} "${shown(project, directory, name)}"\n${text}\n`)
  }
  if (pieces.length > 0) {
    const file = join(folder, `${listed.path.replaceAll(/[^\w.]/g, '_')}.c`)
    await host.files.writeAtomically(file, pieces.join(''))
    units.push({ tool: cc, file, flags: cFlags })
  }
  for (const name of files.CFiles.slice(0, MAX_FILES)) units.push({ tool: cc, file: name, flags: cFlags })
  const cxx = files.CXXFiles.length === 0 ? null : await openTool(host, go, values['CXX'] ?? '')
  if (cxx !== null && cxx.path !== null) {
    const cxxFlags = [...shared, ...words(values['CGO_CXXFLAGS']), ...flags.CgoCXXFLAGS, ...cflags]
    for (const name of files.CXXFiles.slice(0, MAX_FILES)) units.push({ tool: cxx, file: name, flags: cxxFlags })
  }
  return units
}

/** Compilers of other languages that a package needs and that are not there, as the build says it. */
async function missingCompilers({ host, go, values }: CProject, { files, path }: ListedPackage): Promise<readonly CFailure[]> {
  const wanted = [
    ...(files.CXXFiles.length > 0 ? [{ command: values['CXX'] ?? '', file: files.CXXFiles[0] ?? '' }] : []),
    ...(files.FFiles.length > 0 ? [{ command: values['FC'] ?? 'gfortran', file: files.FFiles[0] ?? '' }] : []),
  ]
  const tools = await Promise.all(wanted.map(async ({ command }) => openTool(host, go, command === '' ? 'gfortran' : command)))
  return wanted.flatMap(({ command }, at) => {
    const program = words(command)[0] ?? 'gfortran'
    return (tools[at]?.path ?? null) === null
      ? [
          {
            package: path,
            output: `exec: "${program}": executable file not found in $PATH\n`,
            seen: [`${program} is not on PATH`],
          },
        ]
      : []
  })
}

type PackagePlan = Omit<CPlan, 'libraries'> & { readonly libraries: readonly LibraryAnswer[] }

function libraryStep({ name, state, path, skipped }: LibraryAnswer): PlanStep {
  const passed = skipped.length === 0 ? '' : `, passing over ${skipped.join(', ')} of another processor`
  if (state === 'found') return ok(`-l${name}`, `${path ?? ''}${passed}`)
  if (state === 'unknown')
    return { question: `-l${name}`, answer: 'the compiler brings its own, or not: it says so when it links', state: 'open' }
  return stop(`-l${name}`, `no file for this target in any directory of the linker${passed}`)
}

/** The linker's own words for a library that it does not find. */
function linkerSays(linker: string, { name, skipped }: LibraryAnswer): string {
  const passed = skipped.map((path) => `${linker}: skipping incompatible ${path} when searching for -l${name}\n`)
  return `${passed.join('')}${linker}: cannot find -l${name}: No such file or directory\ncollect2: error: ld returned 1 exit status\n`
}

async function planPackage(
  project: CProject,
  listed: ListedPackage,
  isLinked: boolean,
  folder: string,
  searchPath: (flags: readonly string[]) => Promise<readonly string[]>,
): Promise<PackagePlan> {
  const { host, values, target, cc } = project
  const failures: CFailure[] = []
  const mismatches: CPlan['mismatches'][number][] = []
  const steps: PlanStep[] = []
  const pkgConfig = await askPkgConfig(project, listed)
  if (pkgConfig.failure !== null) {
    const answer = firstError(pkgConfig.failure.output.replace(/^#.*\n/, ''))
    return {
      step: stop(listed.path, 'pkg-config fails', [stop(`pkg-config ${listed.flags.CgoPkgConfig.join(' ')}`, answer)]),
      failures: [pkgConfig.failure],
      mismatches: [],
      libraries: [],
    }
  }
  if (listed.flags.CgoPkgConfig.length > 0) steps.push(ok(`pkg-config ${listed.flags.CgoPkgConfig.join(' ')}`, 'found'))
  const missing = await missingCompilers(project, listed)
  for (const failure of missing) steps.push(stop('compiler', firstError(failure.output)))
  failures.push(...missing)

  const limit = pLimit(AT_ONCE)
  const units = await unitsOf(project, listed, pkgConfig.cflags, folder)
  const answers = await Promise.all(
    units.map(async ({ tool, file, flags }): Promise<{ readonly file: string; readonly answer: ToolAnswer }> =>
      limit(async () => ({ file, answer: await tool.run([...flags, '-E', '-o', '/dev/null', file], { cwd: listed.directory }) })),
    ),
  )
  const broken = answers.filter(({ answer }) => !answer.ok)
  for (const { file, answer } of broken) {
    steps.push(stop(`headers of ${basename(file)}`, firstError(answer.errors)))
    failures.push({ package: listed.path, output: answer.errors })
  }
  if (units.length > 0 && broken.length === 0) steps.push(ok('header files', 'found'))

  const linkWords = [...words(values['CGO_LDFLAGS']), ...listed.flags.CgoLDFLAGS, ...pkgConfig.libs]
  const request = readLinkFlags(linkWords)
  let libraries: readonly LibraryAnswer[] = []
  if (request.names.length > 0) {
    const flags = [...project.goFlags, ...words(values['CGO_LDFLAGS']), ...listed.flags.CgoLDFLAGS].filter((word) =>
      word.startsWith('--sysroot'),
    )
    const isZig = /(?:^|[/\\])zig(?:\.exe)?$/.test(words(cc.command)[0] ?? '')
    libraries = await findLibraries(host, request, {
      goos: target.goos,
      goarch: target.goarch,
      searchPath: await searchPath(flags),
      isZig,
    })
  }
  if (isLinked && libraries.length > 0) {
    steps.push(...libraries.map(libraryStep))
    const { cFlags } = flagsOfPackage(project, listed, pkgConfig.cflags)
    for (const one of await findVersionMismatches(host, cc, cFlags, libraries)) {
      steps.push({ question: one.header, answer: `is of ${one.version}, and ${one.path} of another version`, state: 'warning' })
      mismatches.push({ ...one, package: listed.path })
    }
    const linker = '/usr/bin/ld'
    for (const answer of libraries) {
      if (answer.state !== 'missing') continue
      const seen = [
        `-l${answer.name}: no file for ${target.goos}/${target.goarch}`,
        ...answer.skipped.map((path) => `${path} is for another processor`),
      ]
      failures.push({ package: listed.path, output: linkerSays(linker, answer), seen })
    }
  }
  const state = steps.some((step) => step.state === 'stop') ? 'stop' : 'ok'
  return {
    step: { question: listed.path, answer: state === 'ok' ? 'has what it needs' : 'lacks something', state, steps },
    failures,
    mismatches,
    libraries,
  }
}

/**
 * Looks at everything that the C side of a target needs: compiler, what it builds for, headers, pkg-config, libraries. Compilers are asked
 * for their macros and to preprocess; nothing is compiled, nothing is linked. `null`: no package of the target has C.
 */
export async function planC(host: Host, go: Go, target: Target, packages: readonly ListedPackage[]): Promise<CPlan | null> {
  const withC = packages.filter(({ files }) => files.CgoFiles.length > 0 || files.SwigFiles.length > 0 || files.SwigCXXFiles.length > 0)
  if (!target.cgo || withC.length === 0) return null
  const answer = await readGoEnv(go, targetEnvironment(target))
  if (!answer.ok) return null
  const { values } = answer
  const cc = await openTool(host, go, values['CC'] ?? '')
  const first = withC[0]?.path ?? ''
  const command = values['CC'] ?? ''
  if (cc === null || cc.path === null) {
    const program = words(command)[0] ?? command
    const said = program === '' ? 'no C compiler is named' : `${program} is not on PATH`
    const output = `cgo: C compiler "${program}" not found: exec: "${program}": executable file not found in $PATH\n`
    return {
      step: stop('C compiler', said),
      failures: [{ package: first, output, seen: [said] }],
      mismatches: [],
      libraries: new Map(),
    }
  }
  const goFlags = flagsOfGo(values['GOGCCFLAGS'])
  const forTarget = await askPlatform(cc, [...goFlags, ...words(values['CGO_CFLAGS'])])
  const wanted = `${target.goos}/${target.goarch}`
  if (!forTarget.ok) {
    const said = firstError(forTarget.errors)
    return {
      step: stop('C compiler', `${cc.command} refuses what go asks of a compiler for ${wanted}: ${said}`),
      failures: [{ package: 'runtime/cgo', output: forTarget.errors }],
      mismatches: [],
      libraries: new Map(),
    }
  }
  const { goos = 'an unknown system', goarch = 'an unknown processor' } = forTarget.platform
  if (goos !== target.goos || goarch !== target.goarch) {
    const said = `${cc.command} builds for ${goos}/${goarch}, not for ${wanted}`
    return {
      step: stop('C compiler', said),
      failures: [{ package: 'runtime/cgo', output: wrongTargetSays(target), seen: [said] }],
      mismatches: [],
      libraries: new Map(),
    }
  }
  const project: CProject = { host, go, target, values, cc, goFlags }
  const linked = linkedPackages(packages)
  const paths = new Map<string, Promise<readonly string[]>>()
  const searchPath = async (flags: readonly string[]): Promise<readonly string[]> => {
    const key = flags.join(' ')
    const known = paths.get(key) ?? askSearchPath(host, cc, flags)
    paths.set(key, known)
    return known
  }
  const folder = await host.files.makeTemporaryDirectory('goparity-plan-')
  try {
    const plans = await Promise.all(withC.map(async (listed) => planPackage(project, listed, linked.has(listed.path), folder, searchPath)))
    const failures = plans.flatMap((made) => made.failures)
    const mismatches = plans.flatMap((made) => made.mismatches)
    const steps = plans.map(({ step }) => step)
    return {
      step: { question: 'C compiler', answer: `${cc.command}, for ${wanted}`, state: failures.length > 0 ? 'stop' : 'ok', steps },
      failures,
      mismatches,
      libraries: new Map(plans.map(({ libraries }, at) => [withC[at]?.path ?? '', libraries])),
    }
  } finally {
    await host.files.remove(folder)
  }
}

/** The packages that go into a program: only then go links them, and a library that is missing counts. */
function linkedPackages(packages: readonly ListedPackage[]): ReadonlySet<string> {
  const byPath = new Map(packages.map((one) => [one.path, one]))
  const linked = new Set<string>(packages.filter(({ name, dependencyOnly }) => name === 'main' && !dependencyOnly).map(({ path }) => path))
  for (const path of linked) for (const imported of byPath.get(path)?.imports ?? []) linked.add(imported)
  // Nobody imports it: go adds it to every program with C.
  return linked.add('runtime/cgo')
}

/**
 * What go gives to every call of the compiler. GOGCCFLAGS is the command line without its first three words (cmd/go/internal/envcmd): of a
 * CC with arguments (`zig cc -target …`) some are left at its beginning, before `-I .`.
 */
function flagsOfGo(value: string | undefined): readonly string[] {
  const all = words(value)
  const start = all.findIndex((word, at) => word === '-I' && all[at + 1] === '.')
  return all.slice(start === -1 ? 0 : start + 2).filter((word) => !word.startsWith('-Wl,') && !word.startsWith('-ffile-prefix-map'))
}

/** How an assembler for another processor refuses the first file of runtime/cgo. */
function wrongTargetSays({ goarch }: Target): string {
  return `gcc_${goarch}.S: Assembler messages:\ngcc_${goarch}.S:30: Error: no such instruction: \`stp x29,x30,[sp,'\n`
}
