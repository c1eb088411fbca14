import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeTree } from '../../support/project.js'
import { says, show, type Bench } from './bench.js'
import type { Claim, Measurement, Shown } from './claim.js'
import { appMod, goAlone, note } from './program.js'

const WITH_C = 'package main\n\n// static int two(void) { return 2; }\nimport "C"\n\nfunc main() { println(C.two()) }\n'

async function whichCompiler(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': WITH_C })
  const bin = join(project.folder, 'bin')
  const log = join(project.folder, 'called')
  // Compilers that only say that they were called: nothing is compiled, and the build fails.
  const names = ['gcc', 'by-triple', 'for-target', 'by-cc']
  writeTree(bin, Object.fromEntries(names.map((name) => [name, `#!/bin/sh\necho ${name} >> '${log}'\nexit 1\n`])))
  for (const name of names) chmodSync(join(bin, name), 0o755)
  const path = { PATH: `${bin}:${goAlone(project)}:/usr/bin:/bin` }
  const called = async (set: Readonly<Record<string, string>>): Promise<Shown> => {
    rmSync(log, { force: true })
    const own = { GOOS: 'linux', GOARCH: 'arm64', CGO_ENABLED: '1', ...set }
    const { command } = await show(project, ['build', '.'], { set: { ...own, ...path } })
    const output = existsSync(log) ? [...new Set(readFileSync(log, 'utf8').trim().split('\n'))] : []
    return { command: `${command.replace(/PATH=\S+ /, '')} 2> log; sort -u called`, exitCode: 0, output }
  }
  const triple = await called({ CC_aarch64_linux_gnu: 'by-triple', CC_linux_arm64: 'by-triple' })
  const target = await called({ CC_FOR_TARGET: 'for-target' })
  const cc = await called({ CC: 'by-cc' })
  return {
    shown: [
      note(
        'cat $TMP/bin/by-cc    # so are gcc, by-triple and for-target; $TMP/bin is first on PATH',
        '#!/bin/sh',
        'echo by-cc >> called',
        'exit 1',
      ),
      triple,
      target,
      cc,
    ],
    facts: {
      'With CC_aarch64_linux_gnu and CC_linux_arm64 set go calls gcc.': triple.output.join(' ') === 'gcc',
      'With CC_FOR_TARGET set go calls gcc.': target.output.join(' ') === 'gcc',
      'With CC set go calls what it names.': cc.output.join(' ') === 'by-cc',
    },
  }
}

async function gccgo(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod(), 'main.go': 'package main\n\nfunc main() {}\n' })
  const GCCGO = '/nowhere/gccgo'
  const build = async (set: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<Shown> =>
    await show(project, ['build', ...flags, '-o', 'app', '.'], { set })
  const plain = [await build({ GCCGO, CGO_ENABLED: '1' }), await build({ GCCGO, CGO_ENABLED: '0' })]
  const asked = [
    await build({ GCCGO, CGO_ENABLED: '1' }, '-compiler', 'gccgo'),
    await build({ GCCGO, CGO_ENABLED: '0' }, '-compiler', 'gccgo'),
  ]
  return {
    shown: [...plain, ...asked],
    facts: {
      'Without -compiler gccgo nobody looks at GCCGO, whether cgo is on or off.': plain.every(({ exitCode }) => exitCode === 0),
      'With -compiler gccgo it is what go calls, whether cgo is on or off.': asked.every(
        (shown) => shown.exitCode !== 0 && says(shown, '/nowhere/gccgo'),
      ),
    },
  }
}

async function oneRule(bench: Bench): Promise<Measurement> {
  const project = bench.project({ 'go.mod': appMod() })
  const question = ['env', 'CGO_ENABLED']
  const native = await show(project, question)
  const bare = await show(project, question, { set: { PATH: goAlone(project) } })
  const own = await show(project, ['env', 'GOHOSTOS', 'GOHOSTARCH'])
  const all = await show(project, ['tool', 'dist', 'list'])
  const targets = all.output.filter((target) => target !== own.output.join('/'))
  const foreign: Shown[] = []
  for (const target of targets) {
    const [GOOS = '', GOARCH = ''] = target.split('/')
    foreign.push(await show(project, question, { set: { GOOS, GOARCH } }))
  }
  const dist = (await show(project, ['tool', 'dist', 'list', '-json'])).output.join('\n')
  const has = (goos: string, goarch: string, supported: boolean): boolean =>
    new RegExp(`"GOOS": "${goos}",\\s*"GOARCH": "${goarch}",\\s*"CgoSupported": ${String(supported)}`).test(dist)
  return {
    shown: [native, bare, ...foreign.filter(({ command }) => /GOOS=(?:windows GOARCH=386|linux GOARCH=(?:386|riscv64)) /.test(command))],
    facts: {
      'For the target that is the machine itself it is 1 with a C compiler on PATH, and 0 without one.':
        native.output.join('') === '1' && bare.output.join('') === '0',
      'For every other target of `go tool dist list` it is 0, linux/386 and windows/386 too.':
        targets.length > 30 && targets.includes('windows/386') && foreign.every(({ output }) => output.join('') === '0'),
      'Which targets can have cgo at all stands in `go tool dist list -json`: windows/386 can, plan9/amd64 cannot.':
        has('windows', '386', true) && has('plan9', 'amd64', false),
    },
  }
}

/** What is said of the compilers that go calls, and of the targets that it calls them for. */
export const COMPILER_CLAIMS: readonly Claim[] = [
  {
    number: 26,
    says: 'The C compiler of a target is set with `CC_aarch64_linux_gnu=…`, or with `CC_FOR_TARGET=…`.',
    verdict: 'false',
    truth:
      '`go build` reads CC and CXX and nothing else, and they hold for one command: set them for each target. CC_FOR_TARGET and CC_FOR_linux_arm64 are read when Go itself is built from source; other build systems have the names with the triple in them.',
    rules: ['cgo/compiler-wrong-target'],
    measure: whichCompiler,
  },
  {
    number: 27,
    says: 'CGO_ENABLED=0 makes GCCGO void: CGO_ENABLED decides whether gccgo is used.',
    verdict: 'false',
    truth: 'The two have nothing to do with each other. GCCGO matters with `-compiler gccgo`, whatever CGO_ENABLED is, and never without.',
    rules: [],
    measure: gccgo,
  },
  {
    number: 28,
    says: 'Every platform has its own default for CGO_ENABLED: windows/386 another than linux/amd64.',
    verdict: 'false',
    truth:
      'There is one rule. It is 1 if the target is the machine that builds, that target can have cgo, and the C compiler is on PATH; and 0 in every other case. So the same command builds another program in an image without gcc.',
    rules: ['cgo/silently-dropped'],
    measure: oneRule,
  },
]
