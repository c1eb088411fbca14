import type { Host } from '../host/index.js'

async function read(host: Host, path: string): Promise<Uint8Array | null> {
  return await host.files.read(path)
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/**
 * Runs `work` and puts back each of the files it changed, also when it throws. `go mod download` completes go.sum, go.work.sum and
 * go.mod; a check must neither edit the project nor make a build pass that fails without it. Returns the paths put back.
 */
export async function keepFiles<T>(
  host: Host,
  paths: readonly string[],
  work: () => Promise<T>,
): Promise<{ result: T; restored: string[] }> {
  const before = await Promise.all(paths.map(async (path) => ({ path, content: await read(host, path) })))
  const restored: string[] = []
  const restore = async (): Promise<void> => {
    for (const { path, content } of before) {
      if (isSame(content, await read(host, path))) continue
      // The file behind a link is written, the link stays.
      if (content === null) await host.files.remove(path)
      else await host.files.writeAtomically(await host.files.realPath(path), content)
      restored.push(path)
    }
  }
  let result
  try {
    result = await work()
  } finally {
    await restore()
  }
  return { result, restored }
}
