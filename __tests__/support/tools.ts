import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'

/** A program that scripts/tools.mjs provides; it is built or fetched the first time. */
export function tool(
  name: 'act' | 'actionlint' | 'dirhash' | 'husky' | 'lefthook' | 'moduleserver' | 'node24' | 'pre-commit' | 'zig' | 'zizmor',
): string {
  const lines = execFileSync(process.execPath, [resolve('scripts/tools.mjs'), name], { encoding: 'utf8' }).trim()
  const path = lines.split('\t')[1]
  if (path === undefined) throw new Error(`${name}: ${lines}`)
  return path
}
