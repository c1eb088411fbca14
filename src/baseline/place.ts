import { isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Host } from '../host/index.js'
import type { Git } from './git.js'

/** The project's directory from the top of its repository, POSIX, with a trailing slash unless it is the top. */
async function prefixOf(host: Host, git: Git, directory: string): Promise<string | null> {
  const answer = await git.ask(['rev-parse', '--show-prefix'])
  if (answer.ok) return answer.text.replace(/\n$/, '')
  // Without git (or with a clone that git distrusts) the CI still says where the repository begins.
  const workspace = host.env['GITHUB_WORKSPACE'] ?? host.env['CI_PROJECT_DIR'] ?? ''
  if (workspace === '') return null
  const inside = relative(await host.files.realPath(workspace), await host.files.realPath(directory))
  if (inside === '') return ''
  return inside.startsWith('..') || isAbsolute(inside) ? null : `${inside.split(sep).join('/')}/`
}

/** A file (from the project's directory, or absolute) from the top of its repository, POSIX; `null` when it lies outside one. */
export async function placeInRepository(host: Host, git: Git, directory: string, path: string): Promise<string | null> {
  const prefix = await prefixOf(host, git, directory)
  if (prefix === null) return null
  const real = await host.files.realPath(directory)
  // Both as real paths: a temporary or home folder is often reached through a link.
  const fromProject = relative(directory, resolve(directory, path))
  const wanted = isAbsolute(fromProject) ? fromProject : join(real, fromProject)
  const depth = prefix.split('/').filter((part) => part !== '').length
  const top = resolve(real, ...Array.from({ length: depth }, () => '..'))
  const inside = relative(top, wanted)
  return inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside.split(sep).join('/')
}
