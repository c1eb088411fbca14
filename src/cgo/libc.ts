import type { Host, ProcessResult } from '../host/index.js'
import type { Libc } from '../snapshot/index.js'

const DEADLINE_MS = 5000

async function run(host: Host, command: string, args: readonly string[]): Promise<ProcessResult | null> {
  try {
    return await host.processes.run(command, args, {
      cwd: host.cwd,
      env: { PATH: host.env['PATH'], LC_ALL: 'C' },
      deadlineMs: DEADLINE_MS,
      maxOutputBytes: 64 * 1024,
    })
  } catch {
    return null
  }
}

/** Names of the loaders in the folders where a libc puts them. */
async function listLoaders(host: Host): Promise<readonly string[]> {
  const lists = await Promise.all(['/lib', '/lib64'].map(async (folder) => host.files.list(folder).catch(() => [])))
  return lists.flat().flatMap(({ name }) => (/^ld-(?:musl-|linux)/.test(name) ? [name] : []))
}

/**
 * The C library of this Linux: glibc by what getconf says, musl by its loader. `null` on other systems, and where there is no
 * C library at all (an image made from scratch). A glibc system with musl's tools installed is a glibc system.
 */
export async function findLibc(host: Host): Promise<Libc | null> {
  if (host.system.platform !== 'linux') return null
  const [getconf, loaders] = await Promise.all([run(host, 'getconf', ['GNU_LIBC_VERSION']), listLoaders(host)])
  const glibc = getconf?.exitCode === 0 ? /^glibc (\d+(?:\.\d+)+)/.exec(getconf.stdout.text)?.[1] : undefined
  if (glibc !== undefined) return { kind: 'glibc', version: glibc }
  if (loaders.some((name) => name.startsWith('ld-musl-'))) {
    // musl's ldd prints its version on stderr and fails.
    const ldd = await run(host, 'ldd', ['--version'])
    const said = `${ldd?.stdout.text ?? ''}\n${ldd?.stderr.text ?? ''}`
    return { kind: 'musl', version: /^Version (\d+(?:\.\d+)+)/m.exec(said)?.[1] ?? null }
  }
  return loaders.length > 0 ? { kind: 'glibc', version: null } : null
}
