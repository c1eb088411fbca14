import { join } from 'node:path'
import { escapeModule } from '../modules/index.js'

/** Where the module cache keeps one module version; absolute paths, there or not. */
export interface CachePlaces {
  readonly info: string
  readonly mod: string
  readonly zip: string
  readonly ziphash: string
  readonly lock: string
  /** There while go extracts the directory: until it is gone, go takes the directory for none and extracts it anew. */
  readonly partial: string
  /** The extracted directory. */
  readonly directory: string
}

/** The files of a module version in the module cache `cache` (`go env GOMODCACHE`), as cmd/go/internal/modfetch names them. */
export function cachePlaces(cache: string, path: string, version: string): CachePlaces {
  const folder = join(cache, 'cache', 'download', escapeModule(path), '@v')
  const file = (extension: string): string => join(folder, `${escapeModule(version)}.${extension}`)
  return {
    info: file('info'),
    mod: file('mod'),
    zip: file('zip'),
    ziphash: file('ziphash'),
    lock: file('lock'),
    partial: file('partial'),
    directory: join(cache, `${escapeModule(path)}@${escapeModule(version)}`),
  }
}
