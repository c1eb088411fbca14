import { join } from 'node:path'
import type { Go } from '../go/index.js'
import type { Host } from '../host/index.js'
import { confirmSum, type GoValues } from '../integrity/index.js'
import type { Ill, Planned } from './local-fix.js'

const RULE = 'checksum/gosum-mismatch'
const MAX_FILE = 64 * 1024 * 1024

/** go.sum with the hashes of one version corrected, line by line; what else stands there stays as it is, ends of lines too. */
function correct(text: string, path: string, version: string, sums: { readonly zip: string; readonly goMod: string }): string {
  return text
    .split('\n')
    .map((line) => {
      const [module, key, hash] = line.trimEnd().split(' ')
      const right = key === version ? sums.zip : key === `${version}/go.mod` ? sums.goMod : null
      return module !== path || right === null || hash === undefined ? line : line.replace(hash, right)
    })
    .join('\n')
}

/** The one line of go.sum that is wrong, where the checksum database confirms what is served. */
export async function planGoSum(host: Host, go: Go, env: GoValues, ill: Ill): Promise<Planned> {
  if (ill.rule !== RULE) return null
  const [path = '', version = ''] = (ill.subject.module ?? '').split('@')
  if (version === '') return { rule: RULE, why: 'no module is named' }
  const bytes = await host.files.read(join(go.directory, 'go.sum'), MAX_FILE)
  if (bytes === null) return { rule: RULE, why: 'there is no go.sum in this directory' }
  const before = new TextDecoder().decode(bytes)
  const confirmed = await confirmSum(host, go, env, { path, version })
  const name = `${path}@${version}`
  if (!confirmed.known) return { rule: RULE, why: `${name}: ${confirmed.why}; who is right has to be decided by a person` }
  const after = correct(before, path, version, confirmed)
  if (after === before)
    return { rule: RULE, why: `${name}: go.sum is right, so it is the module cache or the proxy that is not: goparity verify --repair` }
  return {
    fix: {
      rules: [RULE],
      title: `go.sum: the hash of ${name} that the checksum database has`,
      changes: [{ name: 'go.sum', before, after }],
      async verify() {
        const result = await go.run(['mod', 'download', '-json', name], { env: { GOFLAGS: '' } })
        return result.exitCode === 0 ? null : `${name} is still refused`
      },
    },
  }
}
