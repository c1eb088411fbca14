import { sha256, type HashedFile, type Hashing, type ModuleHash } from '../host/index.js'
import { byteOrder } from '../snapshot/index.js'

/** What lies at an absolute path, a directory or a zip of a module: texts by POSIX path below it. */
export type FakeModules = Readonly<Record<string, Readonly<Record<string, string>>>>

/** Hashes modules that are only told: whatever is not among them is not there. The hashes are those of Go. */
export function fakeHashing(modules: FakeModules = {}): Hashing {
  const list = async (path: string): Promise<readonly HashedFile[] | null> => {
    const files = Object.hasOwn(modules, path) ? modules[path] : undefined
    if (files === undefined) return null
    return Object.entries(files)
      .map(([name, text]): HashedFile => ({ path: name, kind: 'file', sha256: sha256(text), size: Buffer.byteLength(text), mode: 0o444 }))
      .toSorted((a, b) => byteOrder(a.path, b.path))
  }
  const hash = async (path: string, prefix: string): Promise<ModuleHash | null> => {
    const files = await list(path)
    if (files === null) return null
    const lines = files.map((file) => `${file.sha256 ?? ''}  ${prefix}/${file.path}\n`).join('')
    const h1 = `h1:${Buffer.from(sha256(lines), 'hex').toString('base64')}`
    return { h1, fault: null, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
  }
  return {
    directory: hash,
    zip: hash,
    listDirectory: list,
    listZip: list,
    async readZipFile(path, _prefix, file, maxBytes) {
      const text = modules[path]?.[file]
      const bytes = text === undefined ? null : new TextEncoder().encode(text)
      return bytes === null || bytes.length > maxBytes ? null : bytes
    },
  }
}
