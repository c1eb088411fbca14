import { byteOrder, type Module } from '../snapshot/index.js'
import type { GoSum } from './go-sum.js'

/**
 * The lines of go.sum that name nothing of the build list, as `path version h1:…` and `path version/go.mod h1:…`, sorted, each once:
 * with the sums of the modules themselves they are go.sum as a set. In a workspace give all files.
 */
export function otherSums(sums: readonly GoSum[], modules: readonly Module[]): readonly string[] {
  const named = new Set(modules.flatMap((module) => sumsOf(module)))
  const lines = sums.flatMap((sum) =>
    sum.lines.map(({ path, version, goMod, hash }) => `${path} ${version}${goMod ? '/go.mod' : ''} ${hash}`),
  )
  return [...new Set(lines)].filter((line) => !named.has(line)).toSorted(byteOrder)
}

/** The lines of go.sum that a module of the build list stands for; the replacement's when it is replaced. */
export function sumsOf({ path, version, replace, sum, goModSum }: Module): readonly string[] {
  const built = replace ?? { path, version }
  if (built.version === null) return []
  return [
    ...(sum === undefined ? [] : [`${built.path} ${built.version} ${sum}`]),
    ...(goModSum === undefined ? [] : [`${built.path} ${built.version}/go.mod ${goModSum}`]),
  ]
}
