import { dirname, resolve } from 'node:path'
import type { Host } from '../host/index.js'
import { findReplacement } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import type { Module } from '../snapshot/index.js'
import { locate } from './location.js'
import type { RootFile, RootFiles } from './root-files.js'
import type { RootPlace } from './roots.js'

interface Replaced {
  readonly file: RootFile
  readonly line: number
}

/** go.work's replacements beat those of its members. */
function findPlace(files: RootFiles, path: string): Replaced | null {
  for (const file of [...(files.goWork === null ? [] : [files.goWork]), ...files.goMods]) {
    const line = findReplacement(file.text, path)
    if (line !== null) return { file, line }
  }
  return null
}

/** One note for every module that is replaced by a folder: no checksum covers that. A warning when the folder is not there. */
export async function findReplacementFindings(
  host: Host,
  place: RootPlace,
  files: RootFiles,
  modules: readonly Module[],
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const { path, version, replace } of modules) {
    if (replace === undefined || replace.version !== null) continue
    const at = findPlace(files, path)
    const folder = resolve(at === null ? place.path : dirname(at.file.path), replace.path)
    const there = (await host.files.status(await host.files.realPath(folder)))?.kind === 'directory'
    const missing = there ? '' : ' That folder is not there: whatever imports the module does not build.'
    findings.push({
      rule: 'modules/not-covered',
      severity: there ? 'note' : 'warning',
      state: 'new',
      title: there ? `${path} is replaced by a folder` : `${path} is replaced by a folder that is missing`,
      message: `${path} is built from ${replace.path}, which no checksum covers: go.sum and go mod verify say nothing about it.${missing}`,
      subject: { module: version === null ? path : `${path}@${version}` },
      ...(at === null ? {} : { location: locate(place, at.file.name, at.line) }),
      evidence: [`${path}${version === null ? '' : ` ${version}`} => ${replace.path}`],
      fix: there
        ? []
        : [
            {
              edit: `take the replace of ${path} out, or bring ${replace.path}`,
              why: 'a replacement by a folder works only where that folder is',
            },
          ],
      source: 'modules',
      root: place.directory,
    })
  }
  return findings
}
