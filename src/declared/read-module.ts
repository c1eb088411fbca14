import { findDirective, findUses } from '../modules/index.js'
import type { DeclaredModule } from './model.js'
import { folderOf, joinPath } from './paths.js'

/** Reads a go.mod or go.work file. */
export function readModule(file: string, text: string): DeclaredModule {
  const [go, toolchain] = (['go', 'toolchain'] as const).map((directive) => {
    const found = findDirective(text, directive)
    return found === null ? null : { version: found.value, line: found.line }
  })
  const directory = folderOf(file)
  const uses = file.endsWith('go.work') ? findUses(text).flatMap((use) => joinPath(directory, use.directory) ?? []) : []
  return { file, directory, go: go ?? null, toolchain: toolchain ?? null, uses }
}
