import { basename } from 'node:path'
import type { Finding, Fix } from '../report/index.js'
import type { RootPlace } from './roots.js'

/** An entry of the build cache that is not what it should be. */
export interface WrongEntry {
  /** `changed-in-place`: the file is not what its own name says; `recompiled`: compiling gives another; `index`: a list of packages. */
  readonly kind: 'changed-in-place' | 'recompiled' | 'index'
  /** Import path; the folder, for an index. */
  readonly name: string
  /** Absolute; `null` when go did not tell. */
  readonly file: string | null
  readonly buildId: string
  /** sha256 of what is there, hex; `null` without a regular file. */
  readonly cached: string | null
  /** sha256 of what should be there. */
  readonly right: string | null
}

/** `path@version` of a folder of the module cache; `null` for any other. */
function moduleOf(folder: string): string | null {
  const groups = /[/\\]pkg[/\\]mod[/\\](?<path>[^@]+)@(?<version>[^/\\]+)$/.exec(folder)?.groups
  if (groups === undefined) return null
  const path = (groups['path'] ?? '').replaceAll('\\', '/').replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase())
  return `${path}@${groups['version'] ?? ''}`
}

function describe({ kind, name }: WrongEntry): readonly [title: string, message: string] {
  if (kind === 'index')
    return [
      `the list of files that the build cache keeps of ${moduleOf(name) ?? 'a module'} is wrong`,
      'Go keeps in the build cache which files a module has, and does not look into its folder again. The list is not what the folder holds: files were added, removed or changed after it was made, or the list was. Go builds by the list.',
    ]
  if (kind === 'changed-in-place')
    return [
      `the compiled ${name} in the build cache was changed`,
      `The file that holds the compiled package ${name} is no longer what its name, the hash of its content, says. Go looks at its size only and links it into the program.`,
    ]
  return [
    `the compiled ${name} in the build cache is not what its source compiles to`,
    `Compiling ${name} anew gives another package than the one in the build cache. Go does not compile it again as long as the source is the same: it links what lies in the cache into the program.`,
  ]
}

function wayOut(mode: 'verify' | 'fresh', restored: string | null, kind: WrongEntry['kind']): readonly Fix[] {
  const clean: Fix = {
    command: 'go clean -cache',
    why: 'removes all compiled packages; the next build compiles them from the source that was verified',
  }
  const linked: Fix = {
    edit: 'delete the programs that were built meanwhile, or build them with go build -a',
    why: 'go takes a program whose parts claim to be the same for up to date, and does not link it again even after go clean -cache',
  }
  const stored: readonly Fix[] =
    restored === null
      ? []
      : [{ edit: 'delete the stored cache (its key in CI, the cache mount, the volume)', why: `else it comes back: ${restored}` }]
  const all: readonly Fix[] =
    mode === 'fresh' || kind === 'changed-in-place'
      ? []
      : [
          {
            command: 'goparity verify --build-cache fresh',
            why: 'go stops comparing at the first difference; this one names every package that differs',
          },
        ]
  return [clean, linked, ...stored, ...all]
}

/** The finding for one entry; `restored` tells where the cache comes from, if anything does. */
export function buildCacheFinding(
  place: RootPlace,
  entry: WrongEntry,
  { mode, restored }: { mode: 'verify' | 'fresh'; restored: string | null },
): Finding {
  const { kind, name, file, buildId, cached, right } = entry
  const [title, message] = describe(entry)
  const module = kind === 'index' ? moduleOf(name) : null
  const at = file === null ? '' : ` ($GOCACHE/…/${basename(file)})`
  const expected = kind === 'changed-in-place' ? 'its name says' : 'computed anew'
  return {
    rule: 'checksum/layer-mismatch',
    severity: 'error',
    state: 'new',
    title,
    message,
    subject: kind === 'index' ? (module === null ? {} : { module }) : { package: name },
    evidence: [
      `build cache: ${cached === null ? 'no regular file' : `sha256 ${cached}`}${at}`,
      `${expected}: ${right === null ? 'no regular file' : `sha256 ${right}`}`,
      ...(buildId === '' ? [] : [`build id: ${buildId}`]),
    ],
    fix: wayOut(mode, restored, kind),
    source: 'integrity',
    root: place.directory,
  }
}
