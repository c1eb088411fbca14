import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll } from '@jest/globals'
import { makeFolder, writeTree, type FileTree, type ProxyModule } from './project.js'
import { tool } from './tools.js'

/** A module version that the server publishes. */
export interface ServedModule extends ProxyModule {
  /** The proxy serves it, the database has never heard of it. */
  readonly unlisted?: boolean
}

/** Texts laid over the published ones; `null` removes a file. */
export type Change = Readonly<Record<string, string | null>>

/** What happens to a request in place of its answer. */
export type ServerFault =
  | { readonly kind: 'status'; readonly status: number; readonly body?: string }
  /** No answer until `release()`; then the connection ends. */
  | { readonly kind: 'hang' }
  /** The connection ends without an answer. */
  | { readonly kind: 'close' }
  /** A well-formed answer with half of the body. */
  | { readonly kind: 'truncated' }
  /** Content-Length of the whole body; the connection ends after its half. */
  | { readonly kind: 'wrong-length' }

/** How the checksum database behaves. */
export type DatabaseState =
  | { readonly kind: 'honest' }
  /** Shows what the proxy serves now, which its own signed tree does not hold; poison the version first. */
  | { readonly kind: 'wrong-record'; readonly path: string; readonly version: string }
  | { readonly kind: 'invalid-signature' }
  /** Signs its tree as it was when it had `size` records, in the order of publishing: fewer than it has. */
  | { readonly kind: 'rolled-back'; readonly size: number }
  /**
   * Another tree, signed with the same key, that holds what the proxy serves now. Only a client that has seen the honest
   * tree can tell.
   */
  | { readonly kind: 'forked' }
  | { readonly kind: 'unavailable'; readonly status: number }

/** A request as the server got it; the path decoded (`/!upper/`), with its query. */
export interface ServerRequest {
  readonly method: string
  readonly path: string
}

/** A module proxy and a checksum database on this machine. */
export interface ModuleServer {
  /** For GOPROXY. */
  readonly proxy: string
  /** For GOSUMDB: go asks the database at its own address. */
  readonly sumdb: string
  /** For GOSUMDB: go asks the database through the proxy, as it asks sum.golang.org by default. */
  readonly sumdbByProxy: string
  /** The database's name, as in GOPATH/pkg/sumdb. */
  readonly name: string
  /** A new version, in the proxy and as the newest record of the database. */
  publish(module: ServedModule): Promise<void>
  /** The proxy serves other files; a `go.mod` among them is in the zip and in the .mod file. */
  poison(path: string, version: string, files: Change): Promise<void>
  /** The proxy serves another .mod file, beside the published zip. */
  poisonGoMod(path: string, version: string, text: string): Promise<void>
  /** The author moves the tag: the proxy and `repository` have other files, the database keeps the first record. */
  retag(path: string, version: string, files: FileTree): Promise<void>
  /** Lines of go.sum: of the database (empty: not listed), and of what the proxy serves now. */
  sums(path: string, version: string): Promise<{ readonly database: string; readonly proxy: string }>
  /** From now on, for request paths (`/proxy/…`, `/sumdb/NAME/…`) that match. The newest fault that fits happens. */
  fault(path: RegExp, fault: ServerFault): Promise<void>
  /** How the database behaves from now on. */
  database(state: DatabaseState): Promise<void>
  /** Ends the requests that hang now. */
  release(): Promise<void>
  /** All requests since the start or the last `clear()`. */
  requests(): Promise<readonly ServerRequest[]>
  /** Forgets the requests. */
  clear(): Promise<void>
  /** No poison, no fault, an honest database; a moved tag stays moved. */
  reset(): Promise<void>
  /**
   * A git repository with all published versions of a module as tags; gives lines for `~/.gitconfig` that let
   * `GOPROXY=direct` find it offline. go must know the kind of the repository by the path, without asking its host:
   * `example.com/m.git` or `github.com/owner/name`.
   */
  repository(path: string): string
  /** Ends the server; what comes after the test file does it too. */
  stop(): Promise<void>
}

const NAME = 'sums.example.org'

const running = new Set<() => Promise<void>>()

afterAll(async () => {
  await Promise.all([...running].map(async (stop) => stop()))
})

/** The server's program; it is built the first time. */
function withGoMod(module: ServedModule): ServedModule {
  return { ...module, files: { 'go.mod': `module ${module.path}\n\ngo 1.21\n`, ...module.files } }
}

function git(folder: string, ...args: readonly string[]): void {
  execFileSync('git', args, {
    cwd: folder,
    stdio: 'pipe',
    env: {
      PATH: process.env['PATH'],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_AUTHOR_NAME: 'a',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_AUTHOR_DATE: '2020-01-01T00:00:00Z',
      GIT_COMMITTER_NAME: 'a',
      GIT_COMMITTER_EMAIL: 'a@example.org',
      GIT_COMMITTER_DATE: '2020-01-01T00:00:00Z',
    },
  })
}

/** A commit that holds exactly these files, and the tag on it, wherever it was. */
function commit(folder: string, { version, files }: ServedModule): void {
  git(folder, 'rm', '-r', '-q', '--ignore-unmatch', '.')
  writeTree(folder, files)
  git(folder, 'add', '--all')
  git(folder, 'commit', '-q', '--allow-empty', '-m', version)
  git(folder, 'tag', '--force', version)
}

/** Starts a server that publishes these module versions, in this order; it ends with the test file. */
export async function startModuleServer({ modules }: { readonly modules: readonly ServedModule[] }): Promise<ModuleServer> {
  const published = new Map(modules.map((module) => [`${module.path}@${module.version}`, withGoMod(module)]))
  const repositories = new Map<string, string>()

  const child = spawn(tool('moduleserver'), { stdio: ['pipe', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  const stop = async (): Promise<void> => {
    running.delete(stop)
    // The server ends when nobody holds the other end of its stdin: also when this process is killed.
    child.stdin.end()
    await ended
  }
  running.add(stop)
  child.stdin.write(JSON.stringify({ name: NAME, modules: [...published.values()] }))
  const first: unknown = await Promise.race([
    once(createInterface(child.stdout), 'line').then(([line]) => JSON.parse(String(line))),
    ended.then(() => {
      throw new Error('the module server did not start; its error stands above')
    }),
  ])
  const { base, control, verifier } = Object(first)

  const tell = async (order: Readonly<Record<string, unknown>>): Promise<unknown> => {
    const response = await fetch(String(control), { method: 'POST', body: JSON.stringify(order) })
    const text = await response.text()
    if (!response.ok) throw new Error(`the module server refuses: ${text.trim()}`)
    return JSON.parse(text)
  }
  const publish = async (module: ServedModule): Promise<void> => {
    await tell({ do: 'publish', module })
    published.set(`${module.path}@${module.version}`, module)
    const repository = repositories.get(module.path)
    if (repository !== undefined) commit(repository, module)
  }

  return {
    proxy: `${String(base)}/proxy`,
    sumdb: `${String(verifier)} ${String(base)}/sumdb/${NAME}`,
    sumdbByProxy: String(verifier),
    name: NAME,
    publish: async (module) => publish(withGoMod(module)),
    poison: async (path, version, files) => {
      await tell({ do: 'poison', path, version, change: files })
    },
    poisonGoMod: async (path, version, text) => {
      await tell({ do: 'poison', path, version, mod: text })
    },
    retag: async (path, version, files) => {
      const before = published.get(`${path}@${version}`)
      if (before === undefined) throw new Error(`${path}@${version} is not published`)
      await publish({ ...before, files: { ...before.files, ...files } })
    },
    sums: async (path, version) => {
      const { database, proxy } = Object(await tell({ do: 'sums', path, version }))
      return { database: String(database), proxy: String(proxy) }
    },
    fault: async (path, fault) => {
      await tell({ do: 'fault', fault: { path: path.source, ...fault } })
    },
    database: async (state) => {
      await tell({ do: 'database', state })
    },
    release: async () => {
      await tell({ do: 'release' })
    },
    requests: async () => {
      const answer = await tell({ do: 'requests' })
      if (!Array.isArray(answer)) throw new Error('the module server gives no list of requests')
      return answer.map((one: unknown) => {
        const { method, path } = Object(one)
        return { method: String(method), path: String(path) }
      })
    },
    clear: async () => {
      await tell({ do: 'clear' })
    },
    reset: async () => {
      await tell({ do: 'reset' })
    },
    repository: (path) => {
      const versions = [...published.values()].filter((module) => module.path === path)
      if (versions.length === 0) throw new Error(`${path} is not published`)
      const root = path.endsWith('.git') ? path.slice(0, -'.git'.length) : path
      if (root === path && !/^github\.com\/[^/]+\/[^/]+$/.test(path)) throw new Error(`go would ask the host of ${path} where it lies`)
      let folder = repositories.get(path)
      if (folder === undefined) {
        folder = makeFolder()
        git(folder, 'init', '-q')
        for (const module of versions) commit(folder, module)
        repositories.set(path, folder)
      }
      return `[url "file://${folder}"]\n\tinsteadOf = https://${root}\n`
    },
    stop,
  }
}
