import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { runCli } from '../../src/cli/run-cli.js'
import { inspect, type InspectedBinary, type InspectOptions } from '../../src/operations/index.js'
import { makeFolder, testHost, writeTree } from '../support/project.js'
import { has, openBench, type Bench } from '../unit/binaries/built.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(300_000)

const hasGcc = has('gcc')
const hasMusl = has('musl-gcc')
const hasStrace = has('strace')
const canEnter = spawnSync('unshare', ['-r', 'true']).status === 0
const glibc = /^glibc (\d+\.\d+)/.exec(spawnSync('getconf', ['GNU_LIBC_VERSION'], { encoding: 'utf8' }).stdout ?? '')?.[1] ?? null

let bench: Bench
beforeAll(() => {
  bench = openBench(makeFolder())
})

async function look(options: Partial<InspectOptions> & Pick<InspectOptions, 'binaries'>, env: Readonly<Record<string, string>> = {}) {
  const host = testHost(bench.folder, { ...bench.env, ...env })
  return await inspect({ host, progress: () => undefined }, { version: '0.0.0-test', ...options })
}

async function lookAt(
  path: string,
  options: Partial<InspectOptions> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<InspectedBinary> {
  const { document } = await look({ binaries: [path], ...options }, env)
  const [binary] = document.files[0]?.binaries ?? []
  if (binary === undefined) throw new Error(`${path} holds no binary`)
  return binary
}

/** Libraries of this machine that gcc links against. */
function systemLibrary(name: string, compiler: string = 'gcc'): string {
  return realpathSync(execFileSync(compiler, [`-print-file-name=${name}`], { encoding: 'utf8' }).trim())
}

interface Root {
  readonly path: string
  /** Places of the table that it is one of. */
  readonly places: readonly string[]
}

function emptyRoot(): Root {
  const path = join(bench.folder, 'roots', 'empty')
  mkdirSync(path, { recursive: true })
  return { path, places: ['scratch', 'distroless'] }
}

function glibcRoot(): Root {
  const path = join(bench.folder, 'roots', 'glibc')
  const libraries = join(path, 'lib/x86_64-linux-gnu')
  mkdirSync(libraries, { recursive: true })
  mkdirSync(join(path, 'lib64'), { recursive: true })
  mkdirSync(join(path, 'usr'), { recursive: true })
  symlinkSync('../lib', join(path, 'usr/lib'))
  for (const name of ['libc.so.6', 'libm.so.6', 'libpthread.so.0', 'libresolv.so.2', 'libdl.so.2'])
    copyFileSync(systemLibrary(name), join(libraries, name))
  copyFileSync(realpathSync('/lib64/ld-linux-x86-64.so.2'), join(path, 'lib64/ld-linux-x86-64.so.2'))
  return { path, places: [`glibc:${glibc ?? ''}`] }
}

function muslRoot(): Root {
  const path = join(bench.folder, 'roots', 'musl')
  mkdirSync(join(path, 'lib'), { recursive: true })
  copyFileSync(realpathSync('/lib/ld-musl-x86_64.so.1'), join(path, 'lib/ld-musl-x86_64.so.1'))
  execFileSync('chmod', ['755', join(path, 'lib/ld-musl-x86_64.so.1')])
  return { path, places: ['musl', 'alpine:3.20'] }
}

/** Starts a program in a root of its own and says whether it came to its end. */
function startsIn(root: string, program: string, name: string = basename(program)): boolean {
  copyFileSync(program, join(root, name))
  return spawnSync('unshare', ['-r', 'chroot', root, `/${name}`], { stdio: 'ignore', timeout: 60_000 }).status === 0
}

/** A program of a glibc that nobody has yet. */
function tooNew(): string {
  const bytes = readFileSync(bench.byName('glibc'))
  const at = bytes.indexOf('GLIBC_2.34\0')
  if (at < 0) return bench.byName('glibc')
  bytes.write('GLIBC_2.99', at, 'latin1')
  const path = join(bench.folder, 'bin', 'too-new')
  writeFileSync(path, bytes, { mode: 0o755 })
  return path
}

const PROGRAMS = [
  'pure',
  'pure-stripped',
  'pure-386',
  'pure-arm64',
  'pure-pie',
  'pure-windows',
  'glibc',
  'glibc-net',
  'glibc-stripped',
  'glibc-static',
  'glibc-lib',
  'musl',
  'musl-static',
]

const everything = hasGcc && hasMusl && canEnter && glibc !== null && process.arch === 'x64' && process.platform === 'linux'

;(everything ? describe : describe.skip)('what is said of a program and a place (needs gcc, musl-gcc, glibc, unshare -r)', () => {
  it('is what happens when it is started there: 14 programs in 5 places known by name and in 3 roots', async () => {
    const roots = [emptyRoot(), glibcRoot(), muslRoot()]
    const wrong: string[] = []
    const told = { yes: 0, no: 0, unknown: [] as string[] }
    for (const program of [...PROGRAMS.map((name) => bench.byName(name)), tooNew()]) {
      for (const root of roots) {
        const real = startsIn(root.path, program) ? 'yes' : 'no'
        const named = await lookAt(program, { places: root.places, platform: 'linux/amd64' })
        const below = await lookAt(join(root.path, basename(program)), { root: root.path, platform: 'linux/amd64' })
        for (const { place, starts, findings } of [...named.verdicts, ...below.verdicts]) {
          const pair = `${basename(program)} in ${place.replace(bench.folder, '')}: ${starts}, really ${real}`
          if (starts === 'unknown') told.unknown.push(pair)
          else {
            told[starts] += 1
            const hasError = findings.some(({ severity }) => severity === 'error')
            if (starts !== real || hasError !== (starts === 'no')) wrong.push(pair)
          }
        }
      }
    }
    expect(wrong).toEqual([])
    expect(told.yes).toBeGreaterThanOrEqual(20)
    expect(told.no).toBeGreaterThanOrEqual(20)
    // A library of one's own may be in a place of which only the libc is known.
    expect(told.unknown).toEqual([`glibc-lib in glibc:${glibc ?? ''}: unknown, really no`])
  })

  it.each<[string, string, string, string | RegExp]>([
    ['glibc', 'alpine:3.20', 'runtime/libc-mismatch', 'its loader /lib64/ld-linux-x86-64.so.2 is not in alpine:3.20'],
    ['glibc', 'scratch', 'runtime/libc-mismatch', 'its loader /lib64/ld-linux-x86-64.so.2 is not in scratch'],
    ['glibc-net', 'glibc:2.17', 'runtime/glibc-too-old', /^needs glibc 2\.\d+, and glibc:2\.17 has 2\.17$/],
    ['musl', 'debian:12', 'runtime/libc-mismatch', 'its loader /lib/ld-musl-x86_64.so.1 is not in debian:12'],
    ['pure-pie', 'distroless', 'runtime/libc-mismatch', 'its loader /lib64/ld-linux-x86-64.so.2 is not in distroless/static'],
    ['pure-windows', 'ubuntu:22.04', 'runtime/wrong-architecture', 'built for windows/amd64, not for Linux'],
    ['pure-arm64', 'debian:12', 'runtime/wrong-architecture', 'built for linux/arm64, not for linux/amd64'],
    ['glibc-lib', 'distroless/base-debian12', 'runtime/library-missing', 'libone.so is not in distroless/base-debian12'],
  ])('names the rule and the way out: %s in %s', async (name, place, rule, title) => {
    const { verdicts } = await lookAt(bench.byName(name), { places: [place], platform: 'linux/amd64' })
    expect(verdicts).toHaveLength(1)
    expect(verdicts[0]?.findings[0]).toMatchObject({ rule, severity: 'error', source: 'binaries' })
    expect(verdicts[0]?.findings[0]?.title).toMatch(title)
    expect(verdicts[0]?.findings[0]?.fix.length).toBeGreaterThan(0)
  })

  it('changes with the way out that is offered', async () => {
    const { verdicts } = await lookAt(bench.byName('pure-pie'), { places: ['scratch'] })
    const command = verdicts[0]?.findings[0]?.fix[0]?.command ?? ''
    expect(command).toBe('CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -buildmode=exe example.com/app/pure')
    execFileSync('sh', ['-ec', command.replace('go build', 'go build -o bin/fixed')], { cwd: bench.folder, env: { ...bench.env } })
    expect(startsIn(emptyRoot().path, join(bench.folder, 'bin/fixed'))).toBe(true)
  })
})

;(hasGcc && glibc !== null ? describe : describe.skip)('libraries (needs gcc and glibc)', () => {
  it('are shown as the chain by which they come, with the loader that finds them', async () => {
    const { libraries, binary } = await lookAt(bench.byName('glibc-lib'))
    expect(binary.runpath.concat(binary.rpath)).toEqual(['$ORIGIN/../libs'])
    expect(libraries?.loader).toMatchObject({ path: binary.interpreter, kind: 'glibc', from: 'binary', found: true })
    const [one, libc, two] = libraries?.libraries ?? []
    expect(one).toMatchObject({ name: 'libone.so', path: join(bench.folder, 'libs/libone.so'), neededBy: null })
    expect(libc).toMatchObject({ name: 'libc.so.6', neededBy: null })
    expect(two).toMatchObject({ name: 'libtwo.so', path: join(bench.folder, 'libs/libtwo.so'), neededBy: 0, libc: 'glibc' })
  })

  it('are those that the loader itself lists', async () => {
    const { libraries } = await lookAt(bench.byName('glibc-lib'))
    const listed = spawnSync(bench.byName('glibc-lib'), { env: { LD_TRACE_LOADED_OBJECTS: '1' }, encoding: 'utf8' }).stdout
    const names = [...listed.matchAll(/^\t(\S+) => (\S+)/gm)].map(([, name, path]) => [name, realpathSync(path ?? '')])
    const own = libraries?.libraries.filter(({ name }) => !name.startsWith('ld-')).map(({ name, path }) => [name, path])
    expect(new Map(own?.map(([name, path]) => [name ?? '', path]))).toEqual(
      new Map(names.map(([name, path]) => [name ?? '', path ?? null])),
    )
  })

  it.each(['glibc-shared.so', 'glibc-plugin.so'])('of a lone library are found by the loader of its C library: %s', async (name) => {
    const { libraries, verdicts } = await lookAt(bench.byName(name))
    expect(libraries?.loader).toMatchObject({ kind: 'glibc', from: 'assumed', found: true })
    expect(libraries?.libraries[0]).toMatchObject({ name: 'libc.so.6', neededBy: null, libc: 'glibc' })
    expect(verdicts).toMatchObject([{ place: 'this machine', starts: 'yes' }])
  })

  it('that are gone are named with what needs them', async () => {
    const folder = join(makeFolder(), 'app')
    mkdirSync(join(folder, 'bin'), { recursive: true })
    mkdirSync(join(folder, 'libs'))
    copyFileSync(bench.byName('glibc-lib'), join(folder, 'bin/app'))
    copyFileSync(join(bench.folder, 'libs/libone.so'), join(folder, 'libs/libone.so'))
    const { verdicts } = await lookAt(join(folder, 'bin/app'))
    expect(verdicts[0]).toMatchObject({
      starts: 'no',
      findings: [{ rule: 'runtime/library-missing', title: 'libtwo.so is not on this machine', evidence: ['libone.so → libtwo.so'] }],
    })
    expect(spawnSync(join(folder, 'bin/app')).status).toBe(127)
    const found = await lookAt(join(folder, 'bin/app'), {}, { LD_LIBRARY_PATH: join(bench.folder, 'libs') })
    expect(found.verdicts[0]?.starts).toBe('yes')
  })

  it('are followed by links that stay below the root', async () => {
    const root = makeFolder()
    mkdirSync(join(root, 'lib64'))
    symlinkSync('/../../../../../../lib64/ld-linux-x86-64.so.2', join(root, 'lib64/outside'))
    symlinkSync('/lib64/round', join(root, 'lib64/ld-linux-x86-64.so.2'))
    symlinkSync('/lib64/ld-linux-x86-64.so.2', join(root, 'lib64/round'))
    copyFileSync(bench.byName('glibc'), join(root, 'app'))
    const { libraries, verdicts } = await lookAt('/app', { root })
    expect(libraries?.loader?.found).toBe(false)
    expect(verdicts).toMatchObject([{ place: root, starts: 'no', findings: [{ rule: 'runtime/libc-mismatch' }] }])
  })
})

/** A musl program with a library that gcc linked with glibc; `symbol` is what the library asks libc for. */
function mixedRoot(symbol: 'puts' | 'gnu_get_libc_version'): string {
  const root = makeFolder()
  mkdirSync(join(root, 'lib'))
  copyFileSync(realpathSync('/lib/ld-musl-x86_64.so.1'), join(root, 'lib/ld-musl-x86_64.so.1'))
  execFileSync('chmod', ['755', join(root, 'lib/ld-musl-x86_64.so.1')])
  writeTree(root, {
    'one.c':
      symbol === 'puts'
        ? '#include <stdio.h>\nint one(void) { return puts("one") >= 0; }\n'
        : 'const char *gnu_get_libc_version(void);\nint one(void) { return gnu_get_libc_version()[0]; }\n',
    'main.c': 'int one(void);\nint main(void) { return one() == 0; }\n',
  })
  execFileSync('gcc', ['-shared', '-fPIC', '-o', 'lib/libone.so', 'one.c'], { cwd: root })
  execFileSync('musl-gcc', ['-o', 'app', 'main.c', '-Llib', '-lone', '-Wl,--allow-shlib-undefined'], { cwd: root })
  return root
}

;(hasGcc && hasMusl && canEnter ? describe : describe.skip)('two C libraries in one program (needs gcc, musl-gcc, unshare -r)', () => {
  it('are named, and may start all the same', async () => {
    const root = mixedRoot('puts')
    expect(startsIn(root, join(root, 'app'), 'copy')).toBe(true)
    const { verdicts } = await lookAt('/app', { root })
    expect(verdicts).toMatchObject([
      { starts: 'unknown', findings: [{ rule: 'runtime/libc-mismatch', severity: 'warning', subject: { library: 'libone.so' } }] },
    ])
  })

  it('do not start when a function is only in one of them', async () => {
    const root = mixedRoot('gnu_get_libc_version')
    expect(startsIn(root, join(root, 'app'), 'copy')).toBe(false)
    const { verdicts } = await lookAt('/app', { root })
    expect(verdicts[0]?.starts).toBe('no')
    expect(verdicts[0]?.findings.at(-1)).toMatchObject({
      rule: 'runtime/libc-mismatch',
      severity: 'error',
      title: 'gnu_get_libc_version is in none of its libraries',
      evidence: ['/lib/libone.so: gnu_get_libc_version'],
    })
  })
})

async function expectTheOpenedLibrary(): Promise<void> {
  const folder = makeFolder()
  writeTree(folder, {
    'one.c': '#include <stdio.h>\nint one(void) { return puts("one"); }\n',
    'main.c': '#include <dlfcn.h>\nint main(int n, char **a) { return dlopen(a[1], RTLD_NOW) == 0; }\n',
  })
  execFileSync('gcc', ['-shared', '-fPIC', '-o', 'libone.so', 'one.c'], { cwd: folder })
  execFileSync('musl-gcc', ['-o', 'app', 'main.c'], { cwd: folder })
  const { verdicts } = await lookAt(join(folder, 'app'), { trace: true, traceArgs: [join(folder, 'libone.so')] })
  expect(verdicts[0]).toMatchObject({
    starts: 'yes',
    findings: [{ rule: 'runtime/libc-mismatch', severity: 'warning', subject: { library: 'libone.so' } }],
  })
}

;(hasStrace && hasGcc && glibc !== null ? describe : describe.skip)('--trace (needs strace, gcc and glibc)', () => {
  it('says what was opened and started, and joins it with what the file says', async () => {
    writeTree(bench.folder, {
      'child/main.go':
        'package main\n\nimport "C"\n\nimport (\n\t"os"\n\t"os/exec"\n)\n\nfunc main() {\n\tif len(os.Args) > 1 {\n\t\texec.Command(os.Args[1]).Run()\n\t}\n}\n',
    })
    const path = bench.build({ name: 'child-program', package: 'child', env: { CGO_ENABLED: '1' } })
    const { trace, verdicts } = await lookAt(path, { trace: true, traceArgs: ['/bin/true'] })
    expect(trace).toMatchObject({ outcome: 'started', exitCode: 0, timedOut: false, notFound: [] })
    expect(trace?.programs).toEqual([
      { path, error: null },
      { path: '/bin/true', error: null },
    ])
    expect(trace?.libraries.map((library) => [basename(library.path), library.libc])).toContainEqual(['libc.so.6', 'glibc'])
    expect(verdicts).toMatchObject([{ place: 'this machine', starts: 'yes', findings: [] }])
  })

  it('gives the loader’s own words when it gives up', async () => {
    const path = tooNew()
    const { document, exitCode } = await look({ binaries: [path], trace: true })
    const [binary] = document.files[0]?.binaries ?? []
    expect(exitCode).toBe(3)
    expect(binary?.trace?.outcome).toBe('not-started')
    const findings = binary?.verdicts[0]?.findings ?? []
    expect(findings.map(({ rule }) => rule)).toEqual(['runtime/glibc-too-old', 'runtime/glibc-too-old'])
    expect(findings[0]?.evidence[0]).toContain("version `GLIBC_2.99' not found")
  })

  it('sees that the kernel refuses a program whose loader is missing', async () => {
    const bytes = readFileSync(bench.byName('glibc'))
    bytes.write('/lib64/ld-linux-x86-99.so.2', bytes.indexOf('/lib64/ld-linux-x86-64.so.2'), 'latin1')
    const path = join(bench.folder, 'bin', 'no-loader')
    writeFileSync(path, bytes, { mode: 0o755 })
    const { trace, verdicts } = await lookAt(path, { trace: true })
    expect(trace).toMatchObject({ outcome: 'not-started', programs: [{ path, error: 'ENOENT' }] })
    expect(verdicts[0]).toMatchObject({ starts: 'no' })
    expect(verdicts[0]?.findings.map(({ title }) => title)).toEqual([
      'the kernel refused it: ENOENT',
      'its loader /lib64/ld-linux-x86-99.so.2 is not on this machine',
    ])
  })

  ;(hasMusl ? it : it.skip)('names the library of the wrong libc that was really opened (needs musl-gcc)', expectTheOpenedLibrary)

  it('says so when strace is not there', async () => {
    const { document } = await look({ binaries: [bench.byName('glibc')], trace: true }, { PATH: makeFolder() })
    expect(document.degraded).toEqual([expect.objectContaining({ why: expect.stringContaining('strace is not on PATH') })])
    expect(document.files[0]?.binaries[0]?.verdicts).toMatchObject([{ starts: 'yes' }])
  })
})

async function cli(...args: readonly string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const text = { out: '', err: '' }
  const sink = (name: 'out' | 'err') => ({
    isTTY: false,
    write: (piece: string | Uint8Array) => {
      text[name] += typeof piece === 'string' ? piece : new TextDecoder().decode(piece)
    },
  })
  const io = { stdout: sink('out'), stderr: sink('err') }
  const code = await runCli(testHost(bench.folder, bench.env), ['inspect', ...args], io, new AbortController().signal)
  return { code, ...text }
}

describe('goparity inspect', () => {
  it('prints what a person wants to know first, and ends with 0 when it starts', async () => {
    const { code, out, err } = await cli(bench.byName('pure'), '--for', 'alpine:3.20,scratch', '--for', 'debian:bookworm-slim')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toContain('linux/amd64, ELF 64-bit executable')
    expect(out).toContain('linked     statically: nothing else is loaded')
    expect(out).toContain('cgo        no, no C code is in it')
    for (const place of ['alpine:3.20', 'scratch', 'debian:12']) expect(out).toContain(`✓ starts in ${place}\n`)
  })

  it('ends with 3 when it does not start where it was asked about, and says why', async () => {
    const { code, out } = await cli(bench.byName('pure-pie'), '--for', 'scratch')
    expect(code).toBe(3)
    expect(out).toContain('✗ does not start in scratch\n')
    expect(out).toContain('runtime/libc-mismatch')
    expect(out).toContain('fix  CGO_ENABLED=0 GOOS=linux GOARCH=amd64 go build -buildmode=exe example.com/app/pure')
  })

  it('prints JSON of its schema', async () => {
    const { code, out } = await cli(bench.byName('pure-darwin-arm64'), bench.byName('pure-windows'), '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      schema: 'goparity/inspection/1',
      files: [
        { other: null, binaries: [{ summary: { format: 'mach-o', goos: 'darwin' }, binary: { go: { path: 'example.com/app/pure' } } }] },
        { other: null, binaries: [{ summary: { format: 'pe', goos: 'windows' } }] },
      ],
    })
  })

  it('inspects what is a program among other files', async () => {
    const { code, out } = await cli('go.mod', bench.byName('pure'))
    expect(code).toBe(0)
    expect(out).toContain('go.mod   no format of programs (ELF, Mach-O, PE): not inspected')
  })

  it.each<[readonly string[], string]>([
    [['no-such-file'], 'there is no file no-such-file'],
    [['go.mod'], 'go.mod is no program that can be inspected: no format of programs (ELF, Mach-O, PE)'],
    [['go.mod', '--for', 'alpin:3.20'], 'alpin:3.20 is no place that is known here\n  did you mean alpine:3.20?'],
    [['go.mod', '--platform', 'linux/z80'], 'linux/z80 is no platform of a place to run'],
    [['go.mod', '--root', 'no-such-folder'], 'there is no folder no-such-folder'],
    [['go.mod', '--root', '.', '--trace'], '--trace starts the program on this machine, and --root names another one'],
    [['go.mod', '--trace-arg', 'x'], '--trace-arg is for the program that --trace starts'],
    [['go.mod', '--format', 'markdown'], 'Allowed: text, json.'],
  ])('refuses with 2 and a way out: %j', async (args, message) => {
    const { code, out, err } = await cli(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(message)
  })

  it('prints no name or text of a binary in a form that a terminal or a runner obeys', async () => {
    const bytes = readFileSync(bench.byName('pure'))
    const at = bytes.indexOf('example.com/app/pure')
    // As long as before: lengths stand in front of it.
    for (let from = at; from >= 0; from = bytes.indexOf('example.com/app/pure', from + 1))
      bytes.write('\u001B[31m##[error]x\r::y', from, 'latin1')
    const path = join(bench.folder, 'bin', 'hostile')
    writeFileSync(path, bytes)
    for (const format of ['text', 'json']) {
      const { code, out } = await cli(path, '--for', 'scratch', '--format', format)
      expect(code).toBe(0)
      expect(out).toContain('x')
      // eslint-disable-next-line no-control-regex -- controls are what is looked for
      expect(out).not.toMatch(/\u001B|\r|##\[|^::/m)
    }
  })
})
