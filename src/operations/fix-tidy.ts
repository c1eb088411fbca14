import { join } from 'node:path'
import type { Go, GoResult } from '../go/index.js'
import type { Host } from '../host/index.js'
import { diagnose } from './diagnose.js'
import type { Ill, Planned } from './local-fix.js'

const RULES: ReadonlySet<string> = new Set(['modules/go-mod-needs-update', 'checksum/gosum-missing-entry'])
const MAX_FILE = 64 * 1024 * 1024

async function readText(host: Host, path: string): Promise<string | null> {
  const bytes = await host.files.read(path, MAX_FILE)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}

function whyNot(result: GoResult, directory: string, title: string): string {
  const [finding] = diagnose(result, { source: 'modules', project: directory, directory, root: '.', title }, {})
  return finding?.title ?? result.stderr.text.trim().split('\n').at(-1)?.slice(0, 200) ?? title
}

/** `go mod tidy`, worked out beside the project. */
export async function planTidy(host: Host, go: Go, ills: readonly Ill[]): Promise<Planned> {
  const rules = [...new Set(ills.map(({ rule }) => rule).filter((rule) => RULES.has(rule)))]
  const [rule] = rules
  if (rule === undefined) return null
  const { directory } = go
  const [goMod, goSum, vendor] = await Promise.all([
    readText(host, join(directory, 'go.mod')),
    readText(host, join(directory, 'go.sum')),
    host.files.status(join(directory, 'vendor', 'modules.txt')),
  ])
  if (goMod === null) return { rule, why: 'there is no go.mod in this directory' }
  if (vendor !== null) return { rule, why: 'vendor/ would have to be written anew as well: go mod tidy && go mod vendor' }
  const folder = await host.files.makeTemporaryDirectory('goparity-fix-')
  try {
    const copy = join(folder, 'go.mod')
    await host.files.writeAtomically(copy, goMod)
    await host.files.writeAtomically(join(folder, 'go.sum'), goSum ?? '')
    const tidied = await go.run(['mod', 'tidy', `-modfile=${copy}`], { env: { GOFLAGS: '', GOWORK: 'off' } })
    if (tidied.exitCode !== 0) return { rule, why: whyNot(tidied, directory, 'go mod tidy fails') }
    const after = [await readText(host, copy), await readText(host, join(folder, 'go.sum'))]
    const changes = [
      { name: 'go.mod', before: goMod, after: after[0] ?? '' },
      { name: 'go.sum', before: goSum, after: after[1] ?? '' },
    ].filter((change) => (change.before ?? '') !== change.after)
    if (changes.length === 0) return { rule, why: 'go mod tidy changes nothing' }
    return {
      fix: {
        rules,
        title: 'go mod tidy',
        changes,
        async verify() {
          for (const args of [
            ['mod', 'verify'],
            ['list', '-mod=readonly', '-deps', './...'],
          ]) {
            const result = await go.run(args, { maxOutputBytes: MAX_FILE })
            if (result.exitCode !== 0) return whyNot(result, directory, `go ${args.join(' ')} fails`)
          }
          return null
        },
      },
    }
  } finally {
    await host.files.remove(folder)
  }
}
