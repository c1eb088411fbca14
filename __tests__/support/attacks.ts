import {
  appendFileSync,
  chmodSync,
  cpSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { cachePlaces } from '../../src/go/index.js'
import { hashGoMod } from '../../src/integrity/module-states.js'
import { nodeHost } from '../../src/host/index.js'
import type { Layer } from '../../src/snapshot/index.js'

type Variables = Readonly<Record<string, string | undefined>>

/** A project whose modules lie in a module cache of its own. */
export interface Lab {
  /** Holds everything; go env files and the like are put there. */
  readonly folder: string
  readonly app: string
  readonly cache: string
}

export interface Victim {
  readonly path: string
  readonly version: string
}

/** What an attack did: what has to be named, and the variables that go with it. */
export interface Done {
  /** `path@version`; absent where it is not about one module. */
  readonly module?: string
  /** As reports name it. */
  readonly file?: string
  readonly env?: Variables
}

/** A way to have go build what nobody verified. */
export interface Attack {
  readonly id: string
  /** The layer that has to fail, or, for `unknown`, to say that it does not know. */
  readonly layer: Layer
  readonly outcome: 'failed' | 'unknown' | 'ok'
  readonly rule: string
  apply(lab: Lab, victim: Victim, random: () => number): Promise<Done>
}

/** The same numbers from 0 to 1 in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(items: readonly T[], random: () => number): T {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

function keyOf({ path, version }: Victim): string {
  return `${path}@${version}`
}

/** Files of the module cache are read-only. */
function unlock(path: string): void {
  chmodSync(dirname(path), 0o755)
  if (lstatSync(path, { throwIfNoEntry: false })?.isFile() === true) chmodSync(path, 0o644)
}

function filesBelow(folder: string, inside = ''): readonly string[] {
  return readdirSync(join(folder, inside), { withFileTypes: true }).flatMap((entry) => {
    const name = inside === '' ? entry.name : `${inside}/${entry.name}`
    return entry.isDirectory() ? filesBelow(folder, name) : [name]
  })
}

/** A file whose change breaks no build: appended lines are comments to Go, and text to all else. */
function pickFile(folder: string, random: () => number): string {
  const files = filesBelow(folder)
  const sources = files.filter((name) => name.endsWith('.go'))
  return pick(sources.length > 0 ? sources : files, random)
}

const EVIL = '\n// changed\n'
const ADDED = 'zz_added.go'

/** One more source file of the package that lies in a folder; in a folder without one, of a package of its own. */
function addSource(folder: string): void {
  const sources = readdirSync(folder).filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
  const name = sources
    .map((file) => /^package (\w+)/m.exec(readFileSync(join(folder, file), 'utf8'))?.[1])
    .find((found) => found !== undefined)
  writeFileSync(join(folder, ADDED), `package ${name ?? 'zz'}\n`)
}

function editDirectory({ cache }: Lab, victim: Victim, random: () => number): string {
  const { directory } = cachePlaces(cache, victim.path, victim.version)
  const file = pickFile(directory, random)
  unlock(join(directory, file))
  appendFileSync(join(directory, file), EVIL)
  return file
}

function editZip({ cache }: Lab, victim: Victim, file: string): void {
  const { zip } = cachePlaces(cache, victim.path, victim.version)
  const entries = unzipSync(readFileSync(zip))
  const name = `${keyOf(victim)}/${file}`
  entries[name] = strToU8(strFromU8(entries[name] ?? new Uint8Array()) + EVIL)
  unlock(zip)
  writeFileSync(zip, zipSync(entries))
}

async function hashOf({ cache }: Lab, victim: Victim): Promise<string> {
  const { zip } = cachePlaces(cache, victim.path, victim.version)
  return (await nodeHost().hashing.zip(zip, keyOf(victim)))?.h1 ?? ''
}

async function rewriteAll(lab: Lab, victim: Victim, random: () => number): Promise<string> {
  const file = editDirectory(lab, victim, random)
  editZip(lab, victim, file)
  const { ziphash } = cachePlaces(lab.cache, victim.path, victim.version)
  unlock(ziphash)
  writeFileSync(ziphash, await hashOf(lab, victim))
  return file
}

function editSum({ app }: Lab, edit: (text: string) => string): void {
  const path = join(app, 'go.sum')
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
}

function sumLine({ path, version }: Victim): RegExp {
  return new RegExp(`^${`${path} ${version} `.replaceAll(/[.+]/g, String.raw`\$&`)}h1:.*$`, 'm')
}

/** `example.com/words@v1.0.0/words.go` */
function named(victim: Victim, file: string): Done {
  return { module: keyOf(victim), file: `${keyOf(victim)}/${file}` }
}

/** A file of vendor/ that belongs to the victim, or to any module when it has none there. */
function pickVendored({ app }: Lab, { path }: Victim, random: () => number): string {
  const files = filesBelow(join(app, 'vendor')).filter((name) => name.endsWith('.go'))
  const own = files.filter((name) => name.startsWith(`${path}/`))
  return pick(own.length > 0 ? own : files, random)
}

/** Attacks on the module cache and on go.sum: each on one file of one module. */
export const CACHE_ATTACKS: readonly Attack[] = [
  {
    id: 'edited directory',
    layer: 'directory',
    outcome: 'failed',
    rule: 'checksum/cache-modified',
    apply: async (lab, victim, random) => named(victim, editDirectory(lab, victim, random)),
  },
  {
    id: 'file added to a directory',
    layer: 'directory',
    outcome: 'failed',
    rule: 'checksum/cache-modified',
    async apply({ cache }, victim) {
      const { directory } = cachePlaces(cache, victim.path, victim.version)
      chmodSync(directory, 0o755)
      addSource(directory)
      return named(victim, ADDED)
    },
  },
  {
    id: 'edited zip',
    layer: 'zip',
    outcome: 'failed',
    rule: 'checksum/cache-modified',
    async apply(lab, victim, random) {
      const file = pickFile(cachePlaces(lab.cache, victim.path, victim.version).directory, random)
      editZip(lab, victim, file)
      return named(victim, file)
    },
  },
  {
    id: 'zip removed and directory edited',
    layer: 'directory',
    outcome: 'failed',
    rule: 'checksum/cache-modified',
    async apply(lab, victim, random) {
      const { zip } = cachePlaces(lab.cache, victim.path, victim.version)
      unlock(zip)
      rmSync(zip)
      return named(victim, editDirectory(lab, victim, random))
    },
  },
  {
    id: 'directory, zip and recorded hash rewritten together',
    layer: 'ziphash',
    outcome: 'failed',
    rule: 'checksum/gosum-mismatch',
    apply: async (lab, victim, random) => named(victim, await rewriteAll(lab, victim, random)),
  },
  {
    id: 'a link in the place of a file',
    layer: 'directory',
    outcome: 'failed',
    rule: 'checksum/cache-modified',
    async apply({ folder, cache }, victim, random) {
      const { directory } = cachePlaces(cache, victim.path, victim.version)
      const file = pickFile(directory, random)
      const elsewhere = join(folder, 'elsewhere.go')
      cpSync(join(directory, file), elsewhere)
      unlock(join(directory, file))
      rmSync(join(directory, file))
      symlinkSync(elsewhere, join(directory, file))
      return named(victim, file)
    },
  },
  {
    id: 'a link in the place of a directory',
    layer: 'directory',
    outcome: 'failed',
    rule: 'checksum/cache-modified',
    async apply({ folder, cache }, victim) {
      const { directory } = cachePlaces(cache, victim.path, victim.version)
      const elsewhere = join(folder, 'elsewhere')
      cpSync(directory, elsewhere, { recursive: true })
      chmodSync(dirname(directory), 0o755)
      chmodSync(directory, 0o755)
      renameSync(directory, `${directory}.away`)
      symlinkSync(elsewhere, directory)
      return { module: keyOf(victim) }
    },
  },
  {
    id: 'edited go.mod of the module cache',
    layer: 'go.mod',
    outcome: 'failed',
    rule: 'checksum/gosum-mismatch',
    async apply({ cache }, victim) {
      const { mod } = cachePlaces(cache, victim.path, victim.version)
      unlock(mod)
      appendFileSync(mod, EVIL)
      return { module: `${keyOf(victim)}/go.mod`, file: `${keyOf(victim)}/go.mod` }
    },
  },
  {
    id: 'wrong line of go.sum',
    layer: 'ziphash',
    outcome: 'failed',
    rule: 'checksum/gosum-mismatch',
    async apply(lab, victim) {
      editSum(lab, (text) => text.replace(sumLine(victim), `${victim.path} ${victim.version} ${hashGoMod(strToU8('another'))}`))
      return { module: keyOf(victim) }
    },
  },
  {
    id: 'missing line of go.sum',
    layer: 'ziphash',
    outcome: 'unknown',
    rule: 'checksum/gosum-missing-entry',
    async apply(lab, victim) {
      editSum(lab, (text) => text.replace(sumLine(victim), '').replaceAll(/^\n/gm, ''))
      return { module: keyOf(victim) }
    },
  },
]

/** Directory, zip, recorded hash and go.sum, all alike: only the checksum database knows better. */
export const SUM_ATTACK: Attack = {
  id: 'directory, zip, recorded hash and go.sum rewritten together',
  layer: 'checksum-database',
  outcome: 'failed',
  rule: 'checksum/sumdb-mismatch',
  async apply(lab, victim, random) {
    const file = await rewriteAll(lab, victim, random)
    const hash = await hashOf(lab, victim)
    editSum(lab, (text) => text.replace(sumLine(victim), `${victim.path} ${victim.version} ${hash}`))
    return named(victim, file)
  },
}

/** Attacks on the vendor folder of a project that has one. */
export const VENDOR_ATTACKS: readonly Attack[] = [
  {
    id: 'vendored file edited',
    layer: 'vendor',
    outcome: 'failed',
    rule: 'vendor/modified',
    async apply(lab, victim, random) {
      const file = pickVendored(lab, victim, random)
      appendFileSync(join(lab.app, 'vendor', file), EVIL)
      return { file: `vendor/${file}` }
    },
  },
  {
    id: 'vendored file added',
    layer: 'vendor',
    outcome: 'failed',
    rule: 'vendor/modified',
    async apply(lab, victim, random) {
      const folder = dirname(pickVendored(lab, victim, random))
      addSource(join(lab.app, 'vendor', folder))
      return { file: `vendor/${folder}/${ADDED}` }
    },
  },
  {
    id: 'vendored file removed',
    layer: 'vendor',
    outcome: 'failed',
    rule: 'vendor/modified',
    async apply(lab, victim, random) {
      const file = pickVendored(lab, victim, random)
      rmSync(join(lab.app, 'vendor', file))
      return { file: `vendor/${file}` }
    },
  },
]

/** Attacks past the modules: what is built is not what was verified. */
export const INPUT_ATTACKS: readonly Attack[] = [
  {
    id: 'a go.work above the project that replaces a module',
    layer: 'build-inputs',
    outcome: 'unknown',
    rule: 'modules/not-covered',
    async apply({ app, cache }, victim, random) {
      const { path, version } = victim
      const above = dirname(app)
      const evil = join(above, 'evil')
      cpSync(cachePlaces(cache, path, version).directory, evil, { recursive: true })
      chmodSync(evil, 0o755)
      writeFileSync(join(evil, 'go.mod'), `module ${path}\n\ngo 1.21\n`)
      const file = join(evil, pickFile(evil, random))
      unlock(file)
      appendFileSync(file, EVIL)
      writeFileSync(join(above, 'go.work'), `go 1.21\n\nuse ./app\n\nreplace ${path} => ./evil\n`)
      return { module: keyOf(victim) }
    },
  },
  {
    id: '-toolexec by the go env file',
    layer: 'build-inputs',
    outcome: 'unknown',
    rule: 'env/verification-disabled',
    async apply({ folder }) {
      const file = join(folder, 'goenv')
      writeFileSync(file, 'GOFLAGS=-toolexec=/usr/bin/env\n')
      return { env: { GOENV: file, GOFLAGS: undefined } }
    },
  },
  {
    id: '-overlay',
    layer: 'build-inputs',
    outcome: 'unknown',
    rule: 'env/verification-disabled',
    async apply({ folder, app }) {
      const file = join(folder, 'overlay.json')
      writeFileSync(join(folder, 'evil.go'), 'package main\n\nfunc main() {}\n')
      writeFileSync(file, JSON.stringify({ Replace: { [join(app, 'main.go')]: join(folder, 'evil.go') } }))
      return { env: { GOFLAGS: `-overlay=${file}` } }
    },
  },
  {
    id: '-modfile',
    layer: 'build-inputs',
    outcome: 'ok',
    rule: 'env/verification-disabled',
    async apply({ folder, app }) {
      cpSync(join(app, 'go.mod'), join(folder, 'other.mod'))
      cpSync(join(app, 'go.sum'), join(folder, 'other.sum'))
      return { env: { GOFLAGS: `-modfile=${join(folder, 'other.mod')}` } }
    },
  },
]
