import { ParityError } from '../errors.js'
import type { Event } from './event.js'
import { readEvents } from './event-reader.js'
import { holdsModules, isPlainImage } from './github-jobs.js'
import { nodeAt, entriesOf, itemsAt, textAt, texts, type YamlFile, type YamlNode, type YamlText } from './yaml-file.js'

/** One job of a `.gitlab-ci.yml`. */
export interface GitlabJob {
  readonly id: string
  readonly events: readonly Event[]
}

/** Keys of the top of a `.gitlab-ci.yml` that are no jobs. */
export const GITLAB_GLOBALS: ReadonlySet<string> = new Set([
  'default',
  'include',
  'stages',
  'types',
  'variables',
  'workflow',
  'spec',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
])
/** GitLab's own limits are 11 levels of `extends` and 10 of nested scripts. */
const MAX_LEVELS = 11

/** The keys of a job and of what it extends, nearest first; GitLab merges maps below, of which only `image` matters here. */
function lineage(root: YamlNode, job: YamlNode): readonly YamlNode[] {
  const found: YamlNode[] = []
  const follow = (node: YamlNode, level: number): void => {
    if (level > MAX_LEVELS || found.length > 50) return
    found.push(node)
    // The last one named wins.
    for (const name of texts(itemsAt(node, 'extends')).toReversed()) {
      const parent = nodeAt(root, name)
      if (parent !== undefined && !found.includes(parent)) follow(parent, level + 1)
    }
  }
  follow(job, 0)
  return found
}

/** A value of a job: its own, one it extends, the default, one of the top. */
function valueOf(root: YamlNode, job: readonly YamlNode[], key: string): YamlNode | undefined {
  const own = job.map((node) => nodeAt(node, key)).find((node) => node !== undefined)
  return own ?? nodeAt(root, 'default', key) ?? nodeAt(root, key)
}

const MAX_LINES = 5000

/** The lines of a script, nested lists and `!reference` followed. */
function linesOf({ name, root }: YamlFile, node: YamlNode | undefined): readonly YamlText[] {
  const found: YamlText[] = []
  let visits = 0
  const follow = (here: YamlNode | undefined, level: number): void => {
    visits += 1
    // Aliases can make a tree of few lines endless.
    if (visits > MAX_LINES) throw new ParityError('config-invalid', `${name}:1: has more steps than any file of a CI: it is not read`)
    if (here === undefined || level > MAX_LEVELS) return
    if (here.kind === 'text') found.push(here)
    if (here.kind !== 'list') return
    if (here.tag.endsWith('!reference')) follow(nodeAt(root, ...texts(here.items)), level + 1)
    else for (const item of here.items) follow(item, level + 1)
  }
  follow(node, 0)
  return found
}

function imageOf(node: YamlNode | undefined): string | undefined {
  return node?.kind === 'text' ? node.text : textAt(node, 'name')
}

function cachesModules(node: YamlNode | undefined): boolean {
  const caches = node?.kind === 'list' ? node.items : node === undefined ? [] : [node]
  return caches.some((cache) => texts(itemsAt(cache, 'paths')).some((path) => holdsModules(path) || /(?:^|\/)\.?go\/?$|^\.go/.test(path)))
}

/** What a `allow_failure` of a job says. */
function looseOf(job: readonly YamlNode[]): string | null {
  const allowed = job.map((node) => nodeAt(node, 'allow_failure')).find((node) => node !== undefined)
  return allowed?.kind === 'text' && allowed.text === 'true' ? 'runs in a job with `allow_failure: true`' : null
}

/** The jobs of a `.gitlab-ci.yml`: templates (`.name`) only where a job extends them. */
export function gitlabJobs(file: YamlFile): readonly GitlabJob[] {
  const { root } = file
  const reader = readEvents(file)
  return entriesOf(root).flatMap(([id, node, keyAt]): GitlabJob[] => {
    if (id.startsWith('.') || GITLAB_GLOBALS.has(id) || node.kind !== 'map') return []
    const job = lineage(root, node)
    const line = file.lineOf(keyAt)
    const cache = valueOf(root, job, 'cache')
    const events: Event[] = []
    if (!isPlainImage(imageOf(valueOf(root, job, 'image')))) events.push(reader.event({ kind: 'image', what: 'image', line }))
    if (cachesModules(cache)) events.push(reader.event({ kind: 'restore', what: 'cache', line: file.lineOf(cache?.at ?? keyAt) }))
    const run = (key: string, loose: string | null, directory: string): void => {
      let here = directory
      for (const text of linesOf(file, valueOf(root, job, key))) {
        const place = { directory: here, cache: '', loose, mode: { errexit: true, pipefail: true } }
        events.push(...reader.script(text, place))
        // All lines run in one shell, so a `cd` stays.
        const moved = /^\s*cd\s+([^\s;&|]+)\s*$/.exec(text.text)?.[1]
        if (moved !== undefined) here = moved
      }
    }
    const loose = looseOf(job)
    run('before_script', loose, '.')
    run('script', loose, '.')
    run('after_script', 'stands in `after_script`, whose result GitLab ignores', '.')
    return [{ id, events }]
  })
}
