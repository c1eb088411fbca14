import type { Finding } from '../report/index.js'
import { list, makeFinding, showImage, showPlace, type ShowFile } from './finding.js'
import type { DeclaredEnvironment, DeclaredEnvironments, DeclaredGo, GoCommand, Setting } from './model.js'
import { isOlder, knowsToolchains, requiredBy, type RequiredGo } from './required-go.js'
import { lineOfGo, readWantedGo, showWantedGo } from './wanted-go.js'

interface TooOld {
  readonly environment: DeclaredEnvironment
  readonly go: DeclaredGo
  readonly required: RequiredGo
  readonly command: GoCommand | null
}

/** `golang:1.22-alpine` with the version that is asked for; `null` where the tag is no literal with a version. */
function newerTag(value: string, version: string): string | null {
  const [, before = '', after = ''] = /^(.*:)1\.\d+(?:\.\d+)?((?:-[\w.-]*)?)(?:@.*)?$/.exec(value) ?? []
  return before === '' ? null : `${before}${lineOfGo(version)}${after}`
}

function tell(show: ShowFile, { environment, go, required, command }: TooOld): Finding {
  const version = showWantedGo(go.wanted)
  const stops = knowsToolchains(go.wanted)
  const isRefused = isUnreadable(go, required)
  const isCertain = (stops || isRefused) && command?.verb !== 'make'
  const module = show(required.module.file)
  const next = newerTag(go.value, required.version)
  const set = command?.settings.get('GOTOOLCHAIN')
  const fixed =
    set !== undefined
      ? `GOTOOLCHAIN=local is set (${showPlace(show, set.location)})`
      : environment.kind !== 'workflow' || go.value.includes(':')
        ? 'the image sets GOTOOLCHAIN=local'
        : 'setup-go sets GOTOOLCHAIN=local from its version 6 on'
  const consequence = stops
    ? `As ${fixed}, no newer one is fetched: go stops with "go.mod requires go >= ${required.version}".`
    : isRefused
      ? `A Go before 1.21 fetches no newer one and cannot read that file: go stops with ${/^\d+\.\d+\.\d/.test(required.version) ? `"invalid go version '${required.version}'"` : '"unknown directive: toolchain"'}.`
      : 'A Go before 1.21 fetches no newer one: it fails as soon as something newer than itself is used.'
  return makeFinding(show, {
    rule: 'env/contradiction',
    severity: isCertain ? 'error' : 'warning',
    title: `Go ${version} is older than ${module} asks for`,
    message: `${environment.name} has Go ${version}, and ${module} asks for ${required.version}. ${consequence}`,
    key: 'go',
    location: go.location,
    evidence: [
      [go.location, showImage(go.value)],
      [{ file: required.module.file, line: required.line }, `go ${required.version}`],
      ...(command === null ? [] : ([[command.location, command.text]] as const)),
    ],
    fix: [
      next === null
        ? { edit: `ask for Go ${lineOfGo(required.version)} or newer`, why: `${module} asks for it` }
        : { edit: `write ${next}`, why: `${module} asks for it` },
    ],
  })
}

/** Whether a Go before 1.21 cannot even read what a go.mod says: a third number, or a toolchain line. */
function isUnreadable({ wanted }: DeclaredGo, { module, version }: RequiredGo): boolean {
  if (wanted.kind !== 'release' && wanted.kind !== 'line') return false
  return !knowsToolchains(wanted) && (/^\d+\.\d+\.\d/.test(version) || module.toolchain !== null)
}

function isFixedFor(go: DeclaredGo, toolchain: Setting | undefined, required: RequiredGo): boolean {
  // It fetches no other one, whatever is set.
  if (isUnreadable(go, required)) return true
  return toolchain === undefined ? go.fixed === true : toolchain.value === 'local' && go.wanted.kind !== 'unknown'
}

function findIn(declared: DeclaredEnvironments, environment: DeclaredEnvironment): readonly TooOld[] {
  const found: TooOld[] = []
  const stage = declared.stages.flat().find(({ file, line }) => file === environment.file && line === environment.line)
  for (const command of environment.commands) {
    // Behind `make` anything may be set.
    if (command.loose || (command.verb === 'make' && environment.kind !== 'image')) continue
    const required = requiredBy(declared, environment.file, command, stage?.goMod ?? null)
    if (required === null) continue
    for (const go of command.go)
      if (isFixedFor(go, command.settings.get('GOTOOLCHAIN'), required) && isOlder(go.wanted, required.version))
        found.push({ environment, go, required, command })
  }
  // A dev container is there for go commands, whoever types them.
  if (environment.kind === 'devcontainer' && found.length === 0 && environment.settings.every(({ setting }) => setting !== 'GOTOOLCHAIN')) {
    const required = requiredBy(declared, environment.file, null, null)
    if (required !== null)
      for (const go of environment.go)
        if ((go.fixed === true || isUnreadable(go, required)) && isOlder(go.wanted, required.version))
          found.push({ environment, go, required, command: null })
  }
  return found
}

/** Jobs that set up a Go which never runs, as go.mod has go fetch a newer one. */
function findReplaced(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return declared.environments.flatMap((environment) =>
    (environment.kind === 'workflow' ? environment.commands : []).flatMap((command) => {
      if (command.loose || command.verb === 'make' || command.settings.has('GOTOOLCHAIN')) return []
      const required = requiredBy(declared, environment.file, command, null)
      if (required === null) return []
      const { version, module } = required
      const runs =
        module.toolchain === null || module.toolchain.version === 'default' ? version : module.toolchain.version.replace(/^go/, '')
      const replaced = command.go.filter(
        ({ wanted, fixed, borrowed }) => fixed === false && !borrowed && knowsToolchains(wanted) && isOlder(wanted, version),
      )
      return replaced.map((go) => {
        // A matrix often names several in one line.
        const beside = replaced.filter(({ location }) => location.file === go.location.file && location.line === go.location.line)
        const named = [...new Set(beside.map(({ wanted }) => showWantedGo(wanted)))]
        const versions = list(named)
        return makeFinding(show, {
          rule: 'env/contradiction',
          severity: 'note',
          title: `Go ${versions} never ${named.length === 1 ? 'runs' : 'run'}: ${show(module.file)} asks for ${version}`,
          message: `${environment.name} sets up Go ${versions}, and ${show(module.file)} asks for ${version}: go fetches Go ${runs} and hands over to it, so nothing is built or tested with ${versions} here.`,
          key: 'go',
          location: go.location,
          evidence: [
            [go.location, go.value],
            [{ file: module.file, line: required.line }, `go ${version}`],
            [command.location, command.text],
          ],
          fix: [
            { edit: `ask for Go ${lineOfGo(version)} or newer here`, why: 'it runs anyway' },
            { edit: `lower the go line of ${show(module.file)}`, why: `has Go ${versions} run, if the code is to work with it` },
          ],
        })
      })
    }),
  )
}

/** Settings of GOTOOLCHAIN that name one older release and allow no other. */
function findPinned(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return declared.environments.flatMap((environment) =>
    environment.commands.flatMap((command) => {
      const setting = command.settings.get('GOTOOLCHAIN')
      const version = /^go(1\.\d+(?:\.\d+|rc\d+)?)$/.exec(setting?.value ?? '')?.[1]
      const required = version === undefined || command.loose ? null : requiredBy(declared, environment.file, command, null)
      if (setting === undefined || version === undefined || required === null || !isOlder(readWantedGo(version), required.version))
        return []
      return [
        makeFinding(show, {
          rule: 'env/contradiction',
          severity: 'error',
          title: `GOTOOLCHAIN names a Go that is older than ${show(required.module.file)} asks for`,
          message: `${environment.name} runs go${version} and nothing else, and ${show(required.module.file)} asks for ${required.version}: go stops.`,
          key: 'GOTOOLCHAIN',
          location: setting.location,
          evidence: [
            [setting.location, `GOTOOLCHAIN=go${version}`],
            [{ file: required.module.file, line: required.line }, `go ${required.version}`],
            [command.location, command.text],
          ],
          fix: [
            {
              edit: `write GOTOOLCHAIN=go${required.version}+auto, or leave GOTOOLCHAIN out`,
              why: 'takes a Go that the module can be built with',
            },
          ],
        }),
      ]
    }),
  )
}

/** Environments with a Go that go.mod refuses, which may not fetch another one. */
export function findTooOld(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return [
    ...declared.environments.flatMap((environment) => findIn(declared, environment)).map((one) => tell(show, one)),
    ...findPinned(declared, show),
    ...findReplaced(declared, show),
  ]
}

/** A go.work that asks for less than a module it uses: go refuses to work in it. */
export function findOldWorkspaces(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return declared.modules.flatMap(({ file, go, uses }) => {
    if (!file.endsWith('go.work')) return []
    const wanted = readWantedGo(go?.version ?? '1.18')
    const newer = declared.modules.filter(
      (module) =>
        module.file.endsWith('go.mod') &&
        module.go !== null &&
        uses.includes(module.directory) &&
        isOlder({ kind: 'release', version: go?.version ?? '1.18' }, module.go.version),
    )
    const [first] = newer
    // Before 1.21 the lines were not held against one another.
    if (first?.go == null || wanted.kind === 'unknown' || !knowsToolchains(readWantedGo(first.go.version))) return []
    const location = { file, line: go?.line ?? 1 }
    return [
      makeFinding(show, {
        rule: 'env/contradiction',
        severity: 'error',
        title: `${show(file)} asks for an older Go than a module in it`,
        message: `${show(file)} says go ${go?.version ?? '1.18, as it has no go line'}, and ${show(first.file)} asks for ${first.go.version}: go refuses to work in this workspace.`,
        key: 'go',
        location,
        evidence: [
          [location, `go ${go?.version ?? ''}`],
          ...newer.map((module) => [{ file: module.file, line: module.go?.line ?? 1 }, `go ${module.go?.version ?? ''}`] as const),
        ],
        fix: [{ command: 'go work use', why: 'raises the go line of go.work to what its modules ask for' }],
      }),
    ]
  })
}
