import type { Folds } from '../environment/index.js'
import type { Host } from '../host/index.js'

/** The folders of this machine that a snapshot must not name, each as written and with its links resolved. */
export async function readFolds(host: Host, directory: string, values: Readonly<Record<string, string>>): Promise<Folds> {
  const both = async (path: string | undefined): Promise<readonly string[]> => {
    if (path === undefined || path === '') return []
    return [...new Set([path, await host.files.realPath(path)])]
  }
  const { system } = host
  const [goroot, gopath, gomodcache, workspace, temp, home] = await Promise.all([
    both(values['GOROOT']),
    both(values['GOPATH']),
    both(values['GOMODCACHE']),
    both(directory),
    both(system.tempDirectory),
    both(system.homeDirectory),
  ])
  return { goroot, gopath, gomodcache, workspace, temp, home }
}
