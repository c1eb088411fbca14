import { join } from 'node:path'
import { says, show, type Bench } from './bench.js'
import type { Claim, Measurement, Shown } from './claim.js'
import { appMod, first, goAlone, recognised } from './program.js'

const FOREIGN = [
  { GOOS: 'linux', GOARCH: 'arm64' },
  { GOOS: 'windows', GOARCH: 'amd64' },
  { GOOS: 'darwin', GOARCH: 'arm64' },
]

/** The packages of the standard library that have C in them, if cgo is on. */
const NET =
  'package main\n\nimport (\n\t"net"\n\t"os/user"\n)\n\nfunc main() {\n\t_, _ = net.LookupHost("localhost")\n\t_, _ = user.Current()\n}\n'

async function crossDefault(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': NET })
  const alone = { PATH: goAlone(project) }
  const [arm64] = FOREIGN
  const asked: Shown[] = []
  for (const target of FOREIGN)
    for (const more of [{}, alone, { CC: 'aarch64-linux-gnu-gcc' }])
      asked.push(await show(project, ['env', 'CGO_ENABLED'], { set: { ...target, ...more } }))
  const build = ['build', '-o', 'app', '.']
  const unset = await show(project, build, { set: { ...arm64, ...alone } })
  const forced = await show(project, build, { set: { ...arm64, ...alone, CGO_ENABLED: '1' } })
  const wrong = await show(project, build, { set: { ...arm64, CGO_ENABLED: '1', CC: 'gcc' } })
  return {
    shown: [
      { command: 'ls $TMP/only-go    # no C compiler', exitCode: 0, output: ['go'] },
      ...asked.filter(({ command }) => command.startsWith('GOOS=linux')),
      unset,
      forced,
      first(wrong, /Error: no such instruction/),
    ],
    facts: {
      'For linux/arm64, windows/amd64 and darwin/arm64 CGO_ENABLED is 0 if nobody sets it: with a C compiler on PATH, without one, and with CC set.':
        asked.every(({ exitCode, output }) => exitCode === 0 && output.join('') === '0'),
      'A program with net and os/user is cross-compiled for linux/arm64 where there is no C compiler.': unset.exitCode === 0,
      'The message comes with an explicit CGO_ENABLED=1.':
        forced.exitCode === 1 && says(forced, 'C compiler "gcc" not found: exec: "gcc": executable file not found in $PATH'),
      'Where there is the gcc of another processor, its assembler fails instead.':
        wrong.exitCode === 1 && says(wrong, 'Error: no such instruction') && !says(wrong, 'executable file not found'),
    },
    found: recognised([forced, wrong], { cgoEnabled: true, ...TARGET }),
  }
}

const TARGET = { goos: 'linux', goarch: 'arm64', hostGoos: 'linux', hostGoarch: 'amd64', cc: 'gcc' }

/** Whether the file with C is left out. */
function without(shown: Shown): boolean {
  return shown.exitCode === 0 && shown.output.join('') === '[main.go] []'
}

async function whereSet(bench: Bench): Promise<Measurement> {
  const project = bench.project({
    'go.mod': appMod(),
    'main.go': 'package main\n\nfunc main() {}\n',
    'c.go': 'package main\n\nimport "C"\n',
  })
  const file = { GOENV: join(project.folder, 'goenv') }
  const list = ['list', '-f', '{{.GoFiles}} {{.CgoFiles}}', '.']
  const front = await show(project, list, { set: { CGO_ENABLED: '0' } })
  const written = await show(project, ['env', '-w', 'CGO_ENABLED=0'], { set: file })
  const byFile = await show(project, list, { set: file })
  const empty = await show(project, list, { set: { ...file, CGO_ENABLED: '' } })
  const over = await show(project, list, { set: { ...file, CGO_ENABLED: '1' } })
  return {
    shown: [front, written, byFile, empty, over],
    facts: {
      'In front of the command, or anywhere else in the environment, it switches cgo off.': without(front),
      'Written once with go env -w it switches cgo off for every command.': written.exitCode === 0 && without(byFile),
      'The environment goes before that file, but an empty variable counts as none.':
        without(empty) && over.exitCode === 0 && over.output.join('') === '[main.go] [c.go]',
    },
  }
}

/** What is said of the setting that switches cgo on and off. */
export const CGO_DEFAULT_CLAIMS: readonly Claim[] = [
  {
    number: 15,
    says: 'Whoever cross-compiles without switching cgo off gets `exec: "gcc": executable file not found in $PATH`.',
    verdict: 'false',
    truth:
      'Go switches cgo off by itself as soon as the target is not the machine it runs on, and then needs no C compiler. Only an explicit CGO_ENABLED=1 calls one. What this default does cost: the files with C are left out without a word.',
    rules: ['cgo/compiler-missing', 'cgo/compiler-wrong-target'],
    measure: crossDefault,
  },
  {
    number: 16,
    says: 'CGO_ENABLED=0 must stand on the command line, in front of `go build`.',
    verdict: 'partly true',
    truth:
      'It works there, and just as well from the environment of the shell or of the job, and from the file that `go env -w` writes. Setting it to nothing does not undo that file: an empty variable counts as none. `go env CGO_ENABLED` says what holds in the end.',
    rules: ['env/drift'],
    measure: whereSet,
  },
]
