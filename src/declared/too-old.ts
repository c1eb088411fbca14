import type { Finding } from '../report/index.js'
import { makeFinding, type ShowFile } from './finding.js'
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
  const isCertain = stops && command?.verb !== 'make'
  const module = show(required.module.file)
  const next = newerTag(go.value, required.version)
  const fixed =
    environment.kind === 'image' || environment.kind === 'devcontainer' ? 'the image sets GOTOOLCHAIN=local' : 'GOTOOLCHAIN is local here'
  return makeFinding(show, {
    rule: 'env/contradiction',
    severity: isCertain ? 'error' : 'warning',
    title: `Go ${version} is older than ${module} asks for`,
    message: stops
      ? `${environment.name} has Go ${version}, ${module} asks for ${required.version}, and ${fixed}: no newer one is fetched, and go stops with "go.mod requires go >= ${required.version}".`
      : `${environment.name} has Go ${version}, and ${module} asks for ${required.version}. A Go before 1.21 fetches no newer one, and either refuses the line or fails where newer features are used.`,
    key: 'go',
    location: go.location,
    evidence: [
      [go.location, go.value],
      [{ file: required.module.file, line: required.line }, `go ${required.version}`],
      ...(command === null ? [] : ([[command.location, command.text]] as const)),
    ],
    fix: [
      next === null
        ? { edit: `ask for Go ${lineOfGo(required.version)} or newer`, why: `is what ${module} asks for` }
        : { edit: `write ${next}`, why: `is what ${module} asks for` },
    ],
  })
}

function isFixedFor(go: DeclaredGo, toolchain: Setting | undefined): boolean {
  return toolchain === undefined ? go.fixed === true : toolchain.value === 'local' && go.wanted.kind !== 'unknown'
}

function findIn(declared: DeclaredEnvironments, environment: DeclaredEnvironment): readonly TooOld[] {
  const found: TooOld[] = []
  const stage = declared.stages.flat().find(({ file, line }) => file === environment.file && line === environment.line)
  for (const command of environment.commands) {
    // Behind `make` anything may be set.
    if (command.loose || (command.verb === 'make' && environment.kind !== 'image')) continue
    const required = requiredBy(declared, environment.file, command, stage?.copiesGoMod ?? false)
    if (required === null) continue
    for (const go of command.go)
      if (isFixedFor(go, command.settings.get('GOTOOLCHAIN')) && isOlder(go.wanted, required.version))
        found.push({ environment, go, required, command })
  }
  // A dev container is there for go commands, whoever types them.
  if (environment.kind === 'devcontainer' && found.length === 0 && environment.settings.every(({ setting }) => setting !== 'GOTOOLCHAIN')) {
    const required = requiredBy(declared, environment.file, null, false)
    if (required !== null)
      for (const go of environment.go)
        if (go.fixed === true && isOlder(go.wanted, required.version)) found.push({ environment, go, required, command: null })
  }
  return found
}

/** Settings of GOTOOLCHAIN that name one older release and allow no other. */
function findPinned(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return declared.environments.flatMap((environment) =>
    environment.commands.flatMap((command) => {
      const setting = command.settings.get('GOTOOLCHAIN')
      const version = /^go(1\.\d+(?:\.\d+|rc\d+)?)$/.exec(setting?.value ?? '')?.[1]
      const required = version === undefined || command.loose ? null : requiredBy(declared, environment.file, command, false)
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
