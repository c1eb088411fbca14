import { escapeModule, unescapeModule } from '../modules/index.js'

/** The module and package of a file or directory below a module cache; `null` for any other path. */
export function cachedModule(path: string): { readonly module: string; readonly package: string } | null {
  const slashed = path.replaceAll('\\', '/')
  const at = slashed.indexOf('@v')
  if (at === -1) return null
  const rest = slashed.slice(at + 1)
  const slash = rest.indexOf('/')
  const version = slash === -1 ? rest : rest.slice(0, slash)
  // The import path begins at the first element behind pkg/mod that can be a host.
  const all = slashed.slice(0, at).split('/')
  const elements = all.slice(all.lastIndexOf('mod') + 1)
  const host = elements.findIndex((element) => /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+$/.test(element))
  if (host === -1 || !/^v\d[\w.\-+]*$/.test(version)) return null
  const module = unescapeModule(elements.slice(host).join('/'))
  const below = slash === -1 ? '' : unescapeModule(rest.slice(slash))
  return { module: `${module}@${version}`, package: `${module}${below}` }
}

/** A command that removes exactly one module from the module cache and downloads it again. */
export function refetch(module: string, version: string): string {
  const path = escapeModule(module)
  const escaped = escapeModule(version)
  const extracted = `${path}@${escaped}`
  const download = `cache/download/${path}/@v/${escaped}`
  return (
    `(cd "$(go env GOMODCACHE)" && { chmod -R u+w ${extracted}; rm -rf ${extracted} ${download}.zip ${download}.ziphash; }) && ` +
    `go mod download ${module}@${version} && go mod verify`
  )
}

/** `path@version` or `path@version/go.mod` in its parts. */
export function splitModule(module: string): readonly [path: string, version: string, suffix: string] {
  const at = module.indexOf('@')
  const rest = module.slice(at + 1)
  return rest.endsWith('/go.mod') ? [module.slice(0, at), rest.slice(0, -7), '/go.mod'] : [module.slice(0, at), rest, '']
}
