import { join } from 'node:path'
import { matchesModulePatterns } from '../environment/index.js'
import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { isObject, parseJsonSequence, sumKey, textField } from '../modules/index.js'
import type { GoValues } from './roots.js'
import { isNameable, makeEmptyMain, sameToolchain, withTemporaryFolder, type ModuleVersion } from './throwaway-module.js'

const NAME = 'go mod download -json'

/** What a module version hashes to, by what is served and by the checksum database both; or why that is not known. */
export type ConfirmedSum =
  | { readonly known: true; readonly zip: string; readonly goMod: string }
  | { readonly known: false; readonly why: string }

/**
 * Fetches a module version away from the project, with an empty go.sum, so that go asks the checksum database for it. A module that is
 * private here, or a database that is off, is never asked about. Throws `cancelled` and `go-missing`.
 */
export async function confirmSum(host: Host, go: Go, env: GoValues, module: ModuleVersion): Promise<ConfirmedSum> {
  const { values } = env
  const isPrivate = ['GOPRIVATE', 'GONOSUMDB'].some((key) => matchesModulePatterns(values[key] ?? '', module.path))
  if (!isNameable(module)) return { known: false, why: 'its name cannot be given to go' }
  if (isPrivate || (values['GOSUMDB'] ?? 'off') === 'off') return { known: false, why: 'the checksum database is not asked about it here' }
  return withTemporaryFolder(host, async (folder): Promise<ConfirmedSum> => {
    const result = await go.run(['mod', 'download', '-json', sumKey(module.path, module.version, false)], {
      cwd: await makeEmptyMain(host, folder, ''),
      env: { ...sameToolchain(go, env), GOMODCACHE: join(folder, 'cache'), GOFLAGS: '-mod=mod -modcacherw' },
    })
    const [object] = result.exitCode === 0 && !result.stdout.truncated ? parseJsonSequence(result.stdout.text, NAME) : []
    const [zip, goMod] = isObject(object) ? [textField(object, 'Sum', NAME), textField(object, 'GoModSum', NAME)] : []
    return zip === undefined || goMod === undefined
      ? { known: false, why: 'what is served now is not what the checksum database knows, or cannot be had' }
      : { known: true, zip, goMod }
  })
}
