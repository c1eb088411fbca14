import { join } from 'node:path'
import { readBinary, summarise } from '../binaries/index.js'
import type { Host } from '../host/index.js'
import { byteOrder, type TargetBinary } from '../snapshot/index.js'
import { openFile } from './inspect-files.js'

/** Programs of one target that are looked at; no build has as many. */
const MAX_PROGRAMS = 500

/** What go names a package that has no import path. */
const UNNAMED = 'command-line-arguments'

async function listFolders(host: Host, folder: string): Promise<readonly string[]> {
  const entries = await host.files.list(folder)
  return entries.filter(({ kind }) => kind === 'directory').map(({ name }) => join(folder, name))
}

/** The programs that a build left in the folder it worked in. */
async function findPrograms(host: Host, workFolder: string): Promise<readonly string[]> {
  const found: string[] = []
  for (const build of await listFolders(host, workFolder)) {
    for (const action of await listFolders(host, build)) {
      const exe = join(action, 'exe')
      for (const { name, kind } of await host.files.list(exe))
        if (kind === 'file' && found.length < MAX_PROGRAMS) found.push(join(exe, name))
    }
  }
  return found
}

function readProgram(path: string): readonly TargetBinary[] {
  const file = openFile(path)
  if (file === null) return []
  try {
    const reading = readBinary(file.source)
    if (reading.kind === 'other') return []
    return reading.binaries.map((binary) => {
      const { linkage, interpreter, needed, libc, glibc } = summarise(binary)
      return { package: binary.go?.path ?? UNNAMED, linkage, interpreter, needed, libc, glibc }
    })
  } finally {
    file.close()
  }
}

/** What the programs are that a build with this `workFolder` linked; sorted by package. */
export async function readTargetBinaries(host: Host, workFolder: string): Promise<readonly TargetBinary[]> {
  const programs = await findPrograms(host, workFolder)
  return programs.flatMap((path) => readProgram(path)).toSorted((a, b) => byteOrder(a.package, b.package))
}
