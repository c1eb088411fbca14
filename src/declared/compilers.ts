import type { Finding } from '../report/index.js'
import { makeFinding, showImage, type ShowFile } from './finding.js'
import type { DeclaredEnvironment, DeclaredEnvironments, GoCommand } from './model.js'

const COMPILES = new Set(['build', 'install', 'test', 'run'])

/** Whether a command builds for the machine it runs on, as far as it says. */
export function isNative({ settings }: GoCommand): boolean {
  const goos = settings.get('GOOS')
  return goos === undefined || goos.value === 'linux'
}

function imageOf({ stages }: DeclaredEnvironments, { file, line, go }: DeclaredEnvironment): string {
  const stage = stages.flat().find((one) => one.file === file && one.line === line)
  return showImage(stage?.image.name ?? go[0]?.value ?? 'the image')
}

/** How a C compiler comes into an image, as far as its name tells. */
function installIn(image: string): string {
  if (/alpine/.test(image)) return 'install a C compiler before it: apk add --no-cache gcc musl-dev'
  return /debian|ubuntu|bookworm|bullseye|trixie|slim/.test(image)
    ? 'install a C compiler before it: apt-get update && apt-get install -y gcc libc6-dev'
    : 'install a C compiler before it'
}

function findIn(declared: DeclaredEnvironments, environment: DeclaredEnvironment, show: ShowFile): readonly Finding[] {
  const image = imageOf(declared, environment)
  return environment.commands.flatMap((command) => {
    if (command.compiler !== false || command.loose || !isNative(command)) return []
    const cgo = command.settings.get('CGO_ENABLED')
    const isMake = command.verb === 'make'
    // A Makefile may set it for its own commands.
    const mayChange =
      isMake &&
      declared.environments.some(
        ({ kind, settings, partly }) => kind === 'makefile' && [...settings, ...partly].some(({ setting }) => setting === 'CGO_ENABLED'),
      )
    const head = { rule: 'env/image-without-compiler', key: 'CGO_ENABLED' } as const
    const base = [environment.go[0]?.location ?? { file: environment.file, line: environment.line }, image] as const
    if (cgo?.value === '1' && (COMPILES.has(command.verb) || (isMake && !mayChange)))
      return [
        makeFinding(show, {
          ...head,
          severity: isMake ? 'warning' : 'error',
          title: `cgo is on, and ${image} has no C compiler`,
          message: `${environment.name} sets CGO_ENABLED=1 for ${command.text}, and nothing before it installs a C compiler: the build ends with 'C compiler "gcc" not found' as soon as a package needs C, and net and os/user do.`,
          location: cgo.location,
          evidence: [base, [cgo.location, 'CGO_ENABLED=1'], [command.location, command.text]],
          fix: [
            { edit: installIn(image), why: 'cgo compiles with it' },
            { edit: 'write CGO_ENABLED=0', why: 'builds without C' },
          ],
        }),
      ]
    if (command.race && cgo === undefined && COMPILES.has(command.verb))
      return [
        makeFinding(show, {
          ...head,
          severity: 'error',
          title: `-race needs cgo, and ${image} has no C compiler`,
          message: `${environment.name} runs ${command.text}, and nothing before it installs a C compiler: without one cgo is off, and go stops with "-race requires cgo".`,
          location: command.location,
          evidence: [base, [command.location, command.text]],
          fix: [
            { edit: `set CGO_ENABLED=1, and ${installIn(image)}`, why: 'the race detector needs it' },
            { edit: 'leave -race out here', why: 'tests without the race detector' },
          ],
        }),
      ]
    return []
  })
}

/** Commands that need a C compiler on machines that are known to have none. */
export function findMissingCompilers(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return declared.environments.flatMap((environment) => findIn(declared, environment, show))
}
