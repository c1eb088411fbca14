import type { Root, Snapshot } from '../snapshot/index.js'

function fileOf({ mode, directory }: Root): string {
  const file = mode === 'workspace' || mode === 'workspace-vendor' ? 'go.work' : 'go.mod'
  return directory === '.' ? file : `${directory}/${file}`
}

/** Why another Go runs: a line that asks for one was edited. `undefined` when none was. */
export function explainVersion(before: Snapshot, after: Snapshot): string | undefined {
  for (const root of after.roots) {
    const old = before.roots.find(({ directory }) => directory === root.directory)
    if (old === undefined || fileOf(old) !== fileOf(root)) continue
    // The toolchain line is the more precise of the two: it names the release that is fetched.
    if (old.toolchainLine !== root.toolchainLine) return `the toolchain line of ${fileOf(root)} was edited`
    if (old.goLine !== root.goLine) return `the go line of ${fileOf(root)} was edited`
  }
  return undefined
}
