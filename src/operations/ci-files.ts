import { dirname, join, relative, sep } from 'node:path'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import { MAX_BYTES, type CiFile } from '../init/index.js'
import type { Degrade } from '../report/index.js'

/** Folders in which Dockerfiles are looked for, from the top of a repository and of a project. */
const DOCKER_FOLDERS = ['.', 'docker', '.docker', 'build', 'deploy', 'ci', '.devcontainer']
const DOCKERFILE = /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[\w.-]+)?$|^[\w.-]+\.[Dd]ockerfile$/
const WORKFLOW = /^[^/]+\.ya?ml$/
/** More than any repository has. */
const MAX_FILES = 500

/** The nearest folder above with a `.git`, the folder itself when there is none. */
export async function repositoryTop(host: Host, directory: string): Promise<string> {
  for (let here = directory; ; here = dirname(here)) {
    if ((await host.files.status(join(here, '.git'))) !== null) return here
    if (dirname(here) === here) return directory
  }
}

/** A path from a folder, POSIX; `.` for the folder itself. */
export function posixFrom(folder: string, path: string): string {
  const inside = relative(folder, path).split(sep).join('/')
  return inside === '' ? '.' : inside
}

/** The text of a file of the project, or `null`. Throws `config-invalid` when it is over 1 MiB or cannot be read. */
export async function readProjectText(host: Host, path: string, name: string): Promise<string | null> {
  let bytes
  try {
    bytes = await host.files.read(path, MAX_BYTES)
  } catch (error) {
    const larger = ((await host.files.status(path).catch(() => null))?.size ?? 0) > MAX_BYTES
    const reason = larger ? `it is larger than ${String(MAX_BYTES)} bytes` : toError(error).message
    throw new ParityError('config-invalid', `${name} cannot be read: ${reason}`, undefined, { cause: error })
  }
  return bytes === null ? null : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
}

interface Place {
  readonly kind: CiFile['kind']
  readonly path: string
}

/** Names that a person can read in a message. */
function isPlain(name: string): boolean {
  return name.length <= 200 && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name)
}

async function findPlaces(host: Host, top: string, project: string, degraded: Degrade[]): Promise<readonly Place[]> {
  const places: Place[] = []
  const look = async (kind: CiFile['kind'], folder: string, wanted: RegExp): Promise<void> => {
    for (const { name, kind: file } of await host.files.list(folder)) {
      if (!wanted.test(name) || file === 'directory') continue
      // A link can lead out of the project, and no CI reads a workflow through one.
      if (file === 'file' && isPlain(name)) places.push({ kind, path: join(folder, name) })
      else
        degraded.push({
          what: `a file in ${posixFrom(project, folder)} is not read`,
          why: 'it is no plain file, or its name holds characters that cannot be shown',
        })
    }
  }
  await look('github', join(top, '.github', 'workflows'), WORKFLOW)
  for (const { name, kind } of await host.files.list(join(top, '.github', 'actions')))
    if (kind === 'directory' && isPlain(name)) await look('github', join(top, '.github', 'actions', name), /^action\.ya?ml$/)
  for (const folder of new Set([top, project])) {
    await look('gitlab', folder, /^\.gitlab-ci\.ya?ml$/)
    for (const inner of DOCKER_FOLDERS) await look('docker', join(folder, inner), DOCKERFILE)
  }
  return places.slice(0, MAX_FILES)
}

/** Every file of a repository that tells a CI what to run, and what of it was not read; names from the project's folder. */
export async function readCiFiles(
  host: Host,
  top: string,
  project: string,
): Promise<{ readonly files: readonly CiFile[]; readonly degraded: readonly Degrade[] }> {
  const degraded: Degrade[] = []
  const files: CiFile[] = []
  for (const { kind, path } of await findPlaces(host, top, project, degraded)) {
    const name = posixFrom(project, path)
    const text = await readProjectText(host, path, name)
    if (text !== null) files.push({ kind, name, text })
  }
  return { files, degraded }
}
