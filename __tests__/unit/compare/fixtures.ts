import type { Finding } from '../../../src/report/index.js'
import type { Job, Json, Module, Root, Snapshot, TargetResult } from '../../../src/snapshot/index.js'

export function jobOf(name: string, matrix: { readonly [axis: string]: Json } = {}): Job {
  const axes = Object.keys(matrix).length === 0 ? '' : JSON.stringify(matrix)
  return { id: `github:ci.yml#${name}${axes}`, label: `ci / ${name}${axes}`, provider: 'github', workflow: 'ci.yml', name, matrix }
}

export function moduleOf(path: string, version: string, more: Partial<Module> = {}): Module {
  return { path, version, sum: `h1:${path}@${version}`, goModSum: `h1:mod:${path}@${version}`, ...more }
}

export function rootOf(more: Partial<Root> = {}): Root {
  return {
    directory: '.',
    main: ['example.com/hello'],
    mode: 'module',
    modeReason: 'there is no vendor folder',
    goLine: '1.24',
    toolchainLine: null,
    files: { 'go.mod': 'a'.repeat(64), 'go.sum': 'b'.repeat(64) },
    vendor: null,
    modules: [
      { path: 'example.com/hello', version: null, main: true },
      moduleOf('example.com/a', 'v1.0.0'),
      moduleOf('example.com/b', 'v1.2.3'),
    ],
    missingSums: [],
    ...more,
  }
}

export function targetOf(target: string, outcome: TargetResult['outcome'] = 'ok', more: Partial<TargetResult> = {}): TargetResult {
  const [goos = '', rest = ''] = target.split('/')
  const cgo = target.endsWith('+cgo')
  return {
    root: '.',
    target,
    goos,
    goarch: rest.replace(/[+-]cgo$/, ''),
    cgo,
    cgoReason: cgo ? 'native' : 'cross',
    outcome,
    failedPackages: outcome === 'failed' ? ['example.com/hello'] : [],
    ...(outcome === 'failed' ? { rule: 'code/compile-error', reason: 'undefined: x' } : {}),
    ...more,
  }
}

const VALUES: Readonly<Record<string, string>> = {
  GOOS: 'linux',
  GOARCH: 'amd64',
  GOVERSION: 'go1.26.8',
  GOFLAGS: '',
  GOPROXY: 'https://proxy.example.org,direct',
  GOSUMDB: 'sum.golang.org',
  CGO_ENABLED: '1',
  GOTOOLCHAIN: 'local',
}

export function snapshotOf(more: Partial<Snapshot> = {}, values: Readonly<Record<string, string>> = {}): Snapshot {
  const all = { ...VALUES, ...values }
  return {
    schema: 'goparity/snapshot/1',
    tool: { version: '0.1.0' },
    job: jobOf('build'),
    environment: {
      values: all,
      origins: Object.fromEntries(Object.keys(all).map((key) => [key, key in values ? ('process' as const) : ('default' as const)])),
      unknownKeys: 0,
    },
    toolchain: { running: all['GOVERSION'] ?? '', requested: 'local', host: `${all['GOOS'] ?? ''}/${all['GOARCH'] ?? ''}` },
    cCompiler: { command: 'gcc', path: '/usr/bin/gcc', version: 'gcc 12.2.0', target: 'x86_64-linux-gnu' },
    libc: { kind: 'glibc', version: '2.36' },
    runner: null,
    roots: [rootOf()],
    integrity: { outcome: 'ok', layers: [{ layer: 'zip', outcome: 'ok', checked: 2, failed: 0 }] },
    targets: [targetOf('linux/amd64+cgo'), targetOf('linux/arm64-cgo')],
    ...more,
  }
}

export function findingOf(more: Partial<Finding> = {}): Finding {
  return {
    rule: 'env/drift',
    severity: 'warning',
    state: 'new',
    title: 'GOFLAGS differs',
    message: 'It differs.',
    subject: {},
    evidence: [],
    fix: [],
    source: 'environment',
    ...more,
  }
}
