import { delimiter, join } from 'node:path'
import type { Go } from '../go/index.js'
import type { Environment, Host } from '../host/index.js'
import type { GoValues } from './roots.js'

/** A module version that go may be asked for by name. */
export interface ModuleVersion {
  readonly path: string
  readonly version: string
}

/** golang.org/x/mod/module, CheckPath: what is allowed in a module path; the first character is no dash. */
const MODULE_PATH = /^[A-Za-z0-9_][\w.~-]*(?:\/[\w~][\w.~-]*)*$/
const VERSION = /^v\d[0-9A-Za-z.+-]*$/

/** Whether a name out of go.sum can be given to go, and to the file system: nothing in it is an option, a query or a way out of a folder. */
export function isNameable({ path, version }: ModuleVersion): boolean {
  return path.length <= 1000 && version.length <= 500 && MODULE_PATH.test(path) && VERSION.test(version) && !version.includes('..')
}

/**
 * Runs exactly the toolchain that `env` describes, in whatever folder: no other one is chosen, and above all none is downloaded,
 * which with its checksums switched off must never happen.
 */
export function sameToolchain(go: Go, { values }: GoValues): Environment {
  const root = values['GOROOT'] ?? ''
  const key = Object.keys(go.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const path = go.env[key] ?? ''
  return {
    GOTOOLCHAIN: 'local',
    GOWORK: 'off',
    GO111MODULE: 'on',
    ...(root === '' ? {} : { [key]: `${join(root, 'bin')}${delimiter}${path}` }),
  }
}

/** Runs `work` with a new folder under the temporary directory, and removes it afterwards. */
export async function withTemporaryFolder<T>(host: Host, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await host.files.makeTemporaryDirectory('goparity-module-')
  try {
    return await work(folder)
  } finally {
    // What stays in the temporary folder is no reason to lose the answer.
    await host.files.remove(folder).catch(() => undefined)
  }
}

/** Makes an empty main module with this go.sum; gives its folder. It has no go line: nothing there asks for another Go. */
export async function makeEmptyMain(host: Host, folder: string, goSum: string): Promise<string> {
  const main = join(folder, 'main')
  await host.files.writeAtomically(join(main, 'go.mod'), 'module goparity.invalid/throwaway\n')
  await host.files.writeAtomically(join(main, 'go.sum'), goSum)
  return main
}
