import { join, relative } from 'node:path'
import pLimit from 'p-limit'
import { listPackageGraph, readGoEnv, type FileKind, type ListedPackage } from '../go/index.js'
import { sha256, type Host } from '../host/index.js'
import { allEnded } from '../integrity/index.js'
import { sumKey } from '../modules/index.js'
import { byteOrder } from '../snapshot/index.js'
import { formatTarget, proofText, targetEnvironment, whyNoProof, type PackageContent, type Target } from '../targets/index.js'
import type { RecordedRoot } from './record-project.js'

const FILES_AT_ONCE = 16
/** Larger files are not hashed, and what holds one has no proof. */
const MAX_FILE_BYTES = 512 * 1024 * 1024
const PROFILE = 'default.pgo'
/** What is compiled, assembled, included by assembly, linked and embedded when cgo is off, and what go refuses to find beside it. */
const INPUTS: readonly FileKind[] = [
  'GoFiles',
  'SFiles',
  'HFiles',
  'SysoFiles',
  'EmbedFiles',
  'CFiles',
  'CXXFiles',
  'MFiles',
  'FFiles',
  'SwigFiles',
  'SwigCXXFiles',
]

/** The fingerprint of a target; `null` with the reason where nothing can be proved. */
export type Fingerprint = { readonly proof: string } | { readonly proof: null; readonly why: string }

/** What all targets of a root share. */
export interface Prover {
  /** The fingerprint of building these patterns for a target, with the flags that goparity adds. Compiles nothing. */
  fingerprint(target: Target, patterns: readonly string[], flags: readonly string[]): Promise<Fingerprint>
}

const none = (why: string): Fingerprint => ({ proof: null, why })

/** Hashes files once each, however many targets they go into. */
function openHasher(host: Host): (path: string) => Promise<string | null> {
  const limit = pLimit(FILES_AT_ONCE)
  const known = new Map<string, Promise<string | null>>()
  return async (path) => {
    const hashed =
      known.get(path) ??
      limit(async () => {
        const bytes = await host.files.read(path, MAX_FILE_BYTES).catch(() => null)
        return bytes === null ? null : sha256(bytes)
      })
    known.set(path, hashed)
    return hashed
  }
}

/** The programs that compile, assemble and link, and the headers that assembly includes: the same version string proves nothing. */
async function hashTools(
  host: Host,
  hash: (path: string) => Promise<string | null>,
  values: Readonly<Record<string, string>>,
): Promise<Record<string, string> | null> {
  const { GOROOT: goroot = '', GOTOOLDIR: tools = '', GOEXE: extension = '' } = values
  const includes = join(goroot, 'pkg', 'include')
  const files = [
    ['go', join(goroot, 'bin', `go${extension}`)],
    ...['compile', 'asm', 'link'].map((name) => [name, join(tools, `${name}${extension}`)] as const),
    ...(await host.files.list(includes))
      .filter(({ kind }) => kind === 'file')
      .map(({ name }) => [`include/${name}`, join(includes, name)] as const),
  ] as const
  const hashed = await Promise.all(files.map(async ([name, path]) => [name, await hash(path)] as const))
  const known = hashed.flatMap(([name, found]) => (found === null ? [] : [[name, found] as const]))
  return known.length < files.length ? null : Object.fromEntries(known)
}

/**
 * Opens a prover for a root that was verified: what lies in the module cache is taken by the hash it was verified against, everything
 * else by content. `goflags` as `go env` says.
 */
export function openProver(host: Host, root: RecordedRoot): Prover {
  const { reading, go, env } = root
  const hash = openHasher(host)
  const moduleCache = env.values['GOMODCACHE'] ?? ''
  const sums = new Map(
    reading.root.modules.flatMap(({ path, version, replace, sum }) => {
      const built = replace ?? { path, version }
      return sum === undefined || built.version === null ? [] : [[sumKey(built.path, built.version, false), sum] as const]
    }),
  )
  let tools: Promise<Record<string, string> | null> | null = null

  const contentOf = async ({ directory, module, files, name: clause }: ListedPackage): Promise<readonly string[] | null> => {
    const sum = module === null || module.version === null ? undefined : sums.get(sumKey(module.path, module.version, false))
    const inCache = moduleCache !== '' && !relative(moduleCache, directory).startsWith('..')
    if (sum !== undefined && inCache && module !== null) return [`${module.path}@${module.version ?? ''} ${sum}`]
    const profile = clause === 'main' && (await host.files.status(join(directory, PROFILE))) !== null ? [PROFILE] : []
    const names = [...INPUTS.flatMap((kind) => files[kind]), ...profile]
    const hashed = await Promise.all(names.map(async (name) => [name, await hash(join(directory, name))] as const))
    if (hashed.some(([, found]) => found === null)) return null
    return [`go ${module === null ? '' : module.go}`, ...hashed.map(([name, found]) => `${name} ${found ?? ''}`).toSorted(byteOrder)]
  }

  return {
    async fingerprint(target, patterns, flags) {
      if (target.cgo) return none('the C headers of a cgo build have no fingerprint')
      const refused = whyNoProof(env.values['GOFLAGS'] ?? '')
      if (refused !== null) return none(refused)
      const environment = targetEnvironment(target)
      const [values, inputs] = await allEnded([readGoEnv(go, environment), listPackageGraph(go, environment, patterns, { broken: false })])
      if (!values.ok || !inputs.ok) return none('go cannot list what it would build')
      tools ??= hashTools(host, hash, env.values)
      const hashedTools = await tools
      if (hashedTools === null) return none('the tools of this Go cannot be read')
      const packages: PackageContent[] = []
      for (const one of inputs.packages) {
        const content = await contentOf(one)
        if (content === null) return none(`a file of ${one.path} cannot be read`)
        packages.push({ path: one.path, content })
      }
      const files = Object.fromEntries(Object.entries(reading.root.files).filter(([name]) => !name.endsWith('.sum')))
      const text = proofText({ target: formatTarget(target), patterns, env: values.values, flags, tools: hashedTools, files, packages })
      return { proof: sha256(text) }
    },
  }
}
