import type { Snapshot } from '../../../src/snapshot/index.js'

/** A snapshot in which every field, also every optional one, has a value. */
export const fullSnapshot: Snapshot = {
  schema: 'goparity/snapshot/1',
  tool: { version: '0.1.0' },
  job: {
    id: 'github:.github/workflows/ci.yml#build{"go":"1.20","n":1.2}',
    label: 'ci / build (go=1.20, n=1.2)',
    provider: 'github',
    workflow: '.github/workflows/ci.yml',
    name: 'build',
    matrix: { go: '1.20', n: 1.2, extra: [null, true, { deep: 'x' }] },
  },
  environment: {
    values: { CGO_ENABLED: '1', GOFLAGS: '-mod=readonly', GOVERSION: 'go1.26.8' },
    origins: { CGO_ENABLED: 'default', GOFLAGS: 'process', GOVERSION: 'derived' },
    unknownKeys: 2,
  },
  toolchain: { running: 'go1.26.8', requested: 'local', host: 'linux/amd64' },
  cCompiler: { command: 'gcc', path: '/usr/bin/gcc', version: 'gcc (Debian 12.2.0-14) 12.2.0', target: 'x86_64-linux-gnu' },
  libc: { kind: 'glibc', version: '2.36' },
  runner: { os: 'Linux', arch: 'X64', image: 'ubuntu24', version: '20261101.1', environment: 'github-hosted' },
  roots: [
    {
      directory: '.',
      main: ['example.com/app'],
      mode: 'module',
      modeReason: 'go.mod is there, vendor/ is not',
      goLine: '1.24',
      toolchainLine: 'go1.26.8',
      files: { 'go.mod': 'aa', 'go.sum': 'bb' },
      vendor: { files: 3, hash: 'cc' },
      modules: [
        { path: 'example.com/app', version: null, main: true },
        {
          path: 'example.com/old',
          version: 'v1.0.0',
          indirect: true,
          replace: { path: '../new', version: null },
          sum: 'h1:a=',
          goModSum: 'h1:b=',
          error: 'not found',
        },
      ],
      missingSums: ['example.com/old@v1.0.0'],
    },
  ],
  integrity: { outcome: 'unknown', layers: [{ layer: 'zip', outcome: 'unknown', checked: 0, failed: 0, reason: 'no network' }] },
  targets: [
    {
      root: '.',
      target: 'linux/arm64-cgo',
      goos: 'linux',
      goarch: 'arm64',
      cgo: false,
      cgoReason: 'cross',
      outcome: 'failed',
      reason: 'does not compile',
      rule: 'code/compile-error',
      failedPackages: ['example.com/app'],
    },
  ],
}
