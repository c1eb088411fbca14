import { compareGoVersions } from '../environment/index.js'
import type { Finding } from '../report/index.js'
import { list, makeFinding, showImage, showPlace, type ShowFile } from './finding.js'
import type { DeclaredEnvironment, DeclaredEnvironments, DeclaredGo, Place } from './model.js'
import { folderOf, isAside, isForTests } from './paths.js'
import { knowsToolchains, nearestModule } from './required-go.js'
import { lineOfGo, showWantedGo, wantedLine } from './wanted-go.js'

/** A place outside of CI that asks for one line of Go. */
interface Pinned {
  readonly environment: DeclaredEnvironment
  readonly go: DeclaredGo
  readonly line: string
}

/** The lines of Go that CI has. */
interface CiLines {
  readonly lines: ReadonlySet<string>
  /** One of the places for each, the newest line first. */
  readonly places: readonly (readonly [place: Place, text: string])[]
  /** Folders of the modules that its jobs work in; `null`: any may be among them. */
  readonly modules: ReadonlySet<string> | null
}

/** The module that a place is about, by its folder; `.` where there is none. */
function moduleAt(declared: DeclaredEnvironments, folder: string): string {
  return nearestModule(declared, folder)?.directory ?? '.'
}

function newest(lines: readonly string[]): string {
  return lines.toSorted(compareGoVersions).at(-1) ?? ''
}

/** Lines that go.mod and go.work files name: go fetches those by itself where it may. */
function moduleLines({ modules }: DeclaredEnvironments): readonly string[] {
  return modules
    .flatMap(({ go, toolchain }) => [go, toolchain].flatMap((found) => (found === null ? [] : [lineOfGo(found.version)])))
    .filter((line) => line !== '')
}

/** What CI builds and tests with; `null` when it has no Go of its own, or one that only a run can tell. */
function readCi(declared: DeclaredEnvironments): CiLines | null {
  const jobs = declared.environments.filter(({ kind }) => kind === 'workflow' || kind === 'gitlab')
  const lines = new Set<string>()
  const places = new Map<string, { readonly place: Place; readonly text: string; readonly tests: boolean }>()
  let modules: Set<string> | null = new Set()
  for (const { go, anyGo, commands } of jobs) {
    if (anyGo) return null
    const tests = commands.some(({ verb }) => verb === 'test')
    // Other than its commands say, nobody knows what a job is about.
    const folders = commands.map(({ directory }) => directory)
    if (go.length > 0 && (folders.length === 0 || folders.includes(null))) modules = null
    for (const folder of folders) if (folder !== null) modules?.add(moduleAt(declared, folder))
    for (const one of go) {
      const line = wantedLine(one.wanted)
      if (line === null) return null
      // A job that tests says more than one that does something else.
      const before = places.get(line)
      if (before === undefined || (tests && !before.tests))
        places.set(line, { place: one.location, text: `${one.environment}: Go ${showWantedGo(one.wanted)}`, tests })
      lines.add(line)
      // A Go that may fetch another one runs as the one that go.mod names.
      if (one.fixed !== true && knowsToolchains(one.wanted))
        for (const other of moduleLines(declared)) if (compareGoVersions(other, line) > 0) lines.add(other)
    }
  }
  if (places.size === 0 || declared.elsewhere) return null
  for (const line of declared.mentioned) lines.add(line)
  const shown = [...places].toSorted(([a], [b]) => compareGoVersions(b, a)).map(([, { place, text }]) => [place, text] as const)
  return { lines, places: shown, modules }
}

function readPinned({ environments }: DeclaredEnvironments): readonly Pinned[] {
  const seen = new Set<string>()
  return environments.flatMap((environment) => {
    const { kind, file, commands } = environment
    // An image that only helps tests is shipped to nobody.
    if (kind === 'devcontainer' ? isAside(file) : isForTests(file)) return []
    // A stage of an image counts when it runs go on the code; a dev container and a version file are there for that.
    const counts = kind === 'versions' || kind === 'devcontainer' || (kind === 'image' && commands.length > 0)
    return (counts ? environment.go : []).flatMap((go): readonly Pinned[] => {
      const line = wantedLine(go.wanted)
      const key = `${go.location.file}:${String(go.location.line)}`
      if (line === null || go.borrowed || seen.has(key)) return []
      seen.add(key)
      return [{ environment, go, line }]
    })
  })
}

function editOf({ go }: Pinned, line: string): string {
  const value = go.value.replace(/(^|[:-])1\.\d+(?:\.\d+)?(?=$|-)/, `$1${line}`)
  return go.value.includes('@') || value === go.value ? `ask for Go ${line} here` : `write ${value}`
}

/** Places with a Go that no job of CI has. */
function againstCi(declared: DeclaredEnvironments, ci: CiLines, pinned: readonly Pinned[], show: ShowFile): readonly Finding[] {
  const has = list([...ci.lines].toSorted(compareGoVersions))
  return pinned.flatMap((one) => {
    const { environment, go, line } = one
    if (ci.lines.has(line) || ci.modules?.has(moduleAt(declared, folderOf(environment.file))) === false) return []
    const mayFetch = go.fixed !== true && knowsToolchains(go.wanted)
    const fetched = mayFetch && moduleLines(declared).some((other) => compareGoVersions(other, line) > 0 && ci.lines.has(other))
    // An image that says in so many words that it fetches another Go does so on purpose.
    const isAsked = environment.settings.some(({ setting }) => setting === 'GOTOOLCHAIN')
    if (environment.kind === 'image' && isAsked && (go.fixed === null || fetched)) return []
    const isNewer = [...ci.lines].every((other) => compareGoVersions(other, line) < 0)
    const [elsewhere] = ci.places
    const isImage = environment.kind === 'image'
    return [
      makeFinding(show, {
        rule: 'env/contradiction',
        severity: fetched ? 'note' : 'warning',
        title: `Go ${line} here, ${has} in CI`,
        message: fetched
          ? `${environment.name} asks for Go ${line}, CI for ${has}. As go.mod asks for a newer one, go fetches that, unless GOTOOLCHAIN=local forbids it.`
          : isImage
            ? `${environment.name} builds with Go ${line}, and no job of CI has it: what is shipped was never tested with the Go that built it.`
            : `${environment.name} has Go ${line}, and no job of CI has it: what works there can fail in CI, and the other way round.`,
        key: 'go',
        location: go.location,
        evidence: [[go.location, showImage(go.value)], ...ci.places],
        fix: [
          ...(isNewer && elsewhere !== undefined
            ? [{ edit: `ask for Go ${line} in CI, too (${showPlace(show, elsewhere[0])})`, why: 'has CI test with it' }]
            : []),
          { edit: editOf(one, newest([...ci.lines])), why: 'CI has it' },
        ],
      }),
    ]
  })
}

const RANK: Readonly<Record<DeclaredEnvironment['kind'], number>> = {
  versions: 0,
  image: 1,
  devcontainer: 2,
  workflow: 3,
  gitlab: 3,
  makefile: 3,
}

/** What most of some places say; of equals what go.mod says, then a version file, then an image. */
function reference(declared: DeclaredEnvironments, group: readonly Pinned[]): Pinned | undefined {
  const asked = new Set(moduleLines(declared))
  const votes = (line: string): number => group.filter((one) => one.line === line).length
  return group.toSorted(
    (a, b) =>
      votes(b.line) - votes(a.line) ||
      Number(asked.has(b.line)) - Number(asked.has(a.line)) ||
      RANK[a.environment.kind] - RANK[b.environment.kind],
  )[0]
}

/** Places of one group that do not say what the reference says. */
function againstOthers(declared: DeclaredEnvironments, group: readonly Pinned[], why: string, show: ShowFile): readonly Finding[] {
  const chosen = reference(declared, group)
  if (chosen === undefined) return []
  return group.flatMap((one) => {
    // Another CI system tests with it.
    if (one.line === chosen.line || declared.mentioned.includes(one.line)) return []
    const { environment, go, line } = one
    return [
      makeFinding(show, {
        rule: 'env/contradiction',
        severity: 'warning',
        title: `Go ${line} here, Go ${chosen.line} in ${show(chosen.go.location.file)}`,
        message: `${environment.name} asks for Go ${line}, ${chosen.environment.name} for Go ${chosen.line}. ${why}`,
        key: 'go',
        location: go.location,
        evidence: [
          [go.location, showImage(go.value)],
          [chosen.go.location, showImage(chosen.go.value)],
        ],
        fix: [{ edit: editOf(one, chosen.line), why: `${show(chosen.go.location.file)} says so` }],
      }),
    ]
  })
}

function groupsOf(pinned: readonly Pinned[], key: (one: Pinned) => string): readonly (readonly Pinned[])[] {
  const groups = new Map<string, Pinned[]>()
  for (const one of pinned) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return [...groups.values()]
}

/** Places that ask for Go of different lines where they should agree. A matrix that holds a line agrees with it. */
export function findDifferentLines(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  const ci = readCi(declared)
  const pinned = readPinned(declared)
  // Two tools of one machine: whichever is installed decides.
  const machines = (among: readonly Pinned[]): readonly Finding[] =>
    groupsOf(
      among.filter(({ environment }) => environment.kind === 'versions'),
      ({ environment }) => machineOf(environment.file),
    ).flatMap((group) =>
      againstOthers(declared, group, 'Both are for the same machine: which one it gets depends on the tool that is installed.', show),
    )
  if (ci !== null) {
    const agreeing = pinned.filter(({ line }) => ci.lines.has(line))
    return [...againstCi(declared, ci, pinned, show), ...machines(agreeing)]
  }
  // A job that only a run can tell of may have any of them.
  if (
    declared.elsewhere ||
    declared.environments.some(({ kind, go, anyGo }) => (kind === 'workflow' || kind === 'gitlab') && (anyGo || go.length > 0))
  )
    return machines(pinned)
  return groupsOf(pinned, ({ environment }) => moduleAt(declared, folderOf(environment.file))).flatMap((group) =>
    againstOthers(declared, group, 'They build the same code with different Go.', show),
  )
}

/** The folder that a version file holds for: mise also reads folders of its own in it. */
function machineOf(file: string): string {
  return folderOf(file).replace(/(?:^|\/)(?:\.?mise|\.config(?:\/mise)?)$/, '') || '.'
}
