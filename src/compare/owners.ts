import type { Module, Root } from '../snapshot/index.js'
import { joinPath } from './changed-files.js'

/** Which module of a build list a package belongs to. */
export interface Owner {
  readonly module: Module
  /** Folders from the project's directory in which its files can be; empty for what lies in the module cache alone. */
  readonly folders: readonly string[]
  /** Whether its code is part of this repository: a main module, or a folder in place of a module. */
  readonly ours: boolean
}

/** An import path without what go adds in brackets for test variants. */
function plainPath(path: string): string {
  const at = path.indexOf(' ')
  return at === -1 ? path : path.slice(0, at)
}

/** Elements of an import path that are looked at: far more than any has. */
const DEEPEST = 100

/** The module with the longest path that begins a package's path. */
function longestPrefix(modules: ReadonlyMap<string, Module>, path: string): Module | null {
  let prefix = path.split('/', DEEPEST).join('/')
  for (;;) {
    const found = modules.get(prefix)
    if (found !== undefined) return found
    const slash = prefix.lastIndexOf('/')
    if (slash === -1) return null
    prefix = prefix.slice(0, slash)
  }
}

/** Folder of a main module from the root's: in a workspace the member whose folder its path ends with. */
function mainFolder(root: Root, { path }: Module): string | null {
  if (root.main.length <= 1) return '.'
  const folders = Object.keys(root.files).flatMap((file) => (/(?:^|\/)go\.mod$/.test(file) ? [file.replace(/\/?go\.mod$/, '')] : []))
  const plain = path.replace(/\/v[0-9]+$/, '')
  const fitting = folders.filter(
    (folder) => folder !== '' && (plain === folder || plain.endsWith(`/${folder.replace(/^(?:\.\.\/)+/, '')}`)),
  )
  const [longest] = fitting.toSorted((a, b) => b.length - a.length)
  return longest ?? (folders.includes('') ? '.' : null)
}

/** Folder of what is built of a module, when that is a folder of the repository; `null`: it is none, or nobody can tell. */
function ownFolder(root: Root, module: Module): string | null {
  if (module.main === true) return mainFolder(root, module)
  const { replace } = module
  if (replace?.version !== null) return null
  const folder = replace.path.replaceAll('\\', '/')
  return /^\.\.?(?:\/|$)/.test(folder) ? folder : null
}

/** Finds the owners of packages in a root; `null` for what is of no module of it, such as the standard library. */
export function ownersIn(root: Root): (path: string) => Owner | null {
  const modules = new Map(root.modules.map((module) => [module.path, module]))
  return (path) => {
    const plain = plainPath(path)
    const module = longestPrefix(modules, plain)
    if (module === null) return null
    const inside = plain.slice(module.path.length)
    const folder = ownFolder(root, module)
    const ours = module.main === true || module.replace?.version === null
    const vendored = root.vendor === null || module.main === true ? null : `vendor/${plain}`
    const folders = [folder === null ? null : `${folder}${inside}`, vendored].flatMap((one) =>
      one === null ? [] : [joinFolder(root.directory, one)],
    )
    return { module, folders, ours }
  }
}

/** Kept with its `..`: a member of a workspace may lie beside the project. */
function joinFolder(directory: string, folder: string): string {
  return joinPath(directory, folder) ?? `${directory}/${folder}`
}
