import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync, chmodSync, readdirSync, lstatSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { nodeHost, type Host } from '../../src/host/index.js'

/** Files by POSIX path below a folder. */
export type FileTree = Readonly<Record<string, string>>

const made: string[] = []

/** Module cache folders are read-only: they must be made writable before they can go. */
function removeTree(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true) {
    chmodSync(path, 0o700)
    for (const name of readdirSync(path)) removeTree(join(path, name))
  }
  rmSync(path, { recursive: true, force: true })
}

afterAll(() => {
  for (const path of made.splice(0)) removeTree(path)
})

/** A new folder, gone after the test file. */
export function makeFolder(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'goparity-test-')))
  made.push(path)
  return path
}

export function writeTree(folder: string, files: FileTree): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
  }
}

export interface ProxyModule {
  readonly path: string
  readonly version: string
  /** `go.mod` is added when absent. */
  readonly files: FileTree
}

/** The h1 of golang.org/x/mod/sumdb/dirhash over named texts. */
export function h1(files: FileTree): string {
  const names = Object.keys(files).toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
  const list = names
    .map(
      (name) =>
        `${createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex')}  ${name}\n`,
    )
    .join('')
  return `h1:${createHash('sha256').update(list).digest('base64')}`
}

function withGoMod(module: ProxyModule): FileTree {
  return { 'go.mod': `module ${module.path}\n\ngo 1.21\n`, ...module.files }
}

/** Upper-case letters as the module proxy protocol escapes them. */
function escape(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)
}

/** A module proxy as a folder; returns the value for GOPROXY. */
export function writeProxy(folder: string, modules: readonly ProxyModule[]): string {
  for (const module of modules) {
    const files = withGoMod(module)
    const base = join(folder, escape(module.path), '@v')
    mkdirSync(base, { recursive: true })
    const zip = zipSync(
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`${module.path}@${module.version}/${name}`, strToU8(text)])),
      { mtime: new Date('2020-01-01T00:00:00Z') },
    )
    writeFileSync(join(base, `${module.version}.zip`), zip)
    writeFileSync(join(base, `${module.version}.mod`), files['go.mod'] ?? '')
    writeFileSync(join(base, `${module.version}.info`), JSON.stringify({ Version: module.version, Time: '2020-01-01T00:00:00Z' }))
    writeFileSync(join(base, 'list'), `${module.version}\n`, { flag: 'a' })
  }
  return `file://${folder}`
}

/** The right go.sum for some modules of `writeProxy`. */
export function goSumOf(modules: readonly ProxyModule[]): string {
  return modules
    .flatMap((module) => {
      const files = withGoMod(module)
      const inZip = Object.fromEntries(Object.entries(files).map(([name, text]) => [`${module.path}@${module.version}/${name}`, text]))
      return [
        `${module.path} ${module.version} ${h1(inZip)}\n`,
        `${module.path} ${module.version}/go.mod ${h1({ 'go.mod': files['go.mod'] ?? '' })}\n`,
      ]
    })
    .toSorted()
    .join('')
}

/** Build cache shared by all tests: the standard library is compiled once. */
const GOCACHE = resolve('.cache', 'go-build')

/**
 * The environment of go commands in tests: nothing of the developer's own settings, no network.
 * `folder` holds HOME, the module cache and temporary files; modules of example.com are private.
 */
export function goTestEnv(folder: string, more: Readonly<Record<string, string | undefined>> = {}): Record<string, string | undefined> {
  const tmp = join(folder, 'tmp')
  mkdirSync(tmp, { recursive: true })
  mkdirSync(join(folder, 'home'), { recursive: true })
  return {
    PATH: process.env['PATH'],
    HOME: join(folder, 'home'),
    TMPDIR: tmp,
    LANG: 'C.UTF-8',
    GOPATH: join(folder, 'gopath'),
    GOCACHE,
    GOENV: 'off',
    GOTOOLCHAIN: 'local',
    GOPROXY: 'off',
    GONOSUMDB: 'example.com',
    GOTELEMETRY: 'off',
    ...more,
  }
}

/** A host with this environment and working directory. */
export function testHost(cwd: string, env: Readonly<Record<string, string | undefined>>): Host {
  const host = nodeHost()
  return nodeHost({ env, cwd, system: { ...host.system, homeDirectory: env['HOME'] ?? host.system.homeDirectory } })
}
