import { withoutWrappers } from './event.js'
import { cgoOf, type SeenTarget } from './guessed-targets.js'
import { splitShell, type ShellCommand } from './shell.js'

const VARIANT_KEYS: Readonly<Record<string, string>> = { arm: 'GOARM', mips: 'GOMIPS', mipsle: 'GOMIPS' }
/** `go`, `go1.25`, `$(GO)`, `${GO}`, `$GO`, `$(GOCMD)`. */
const GO = /^(?:.*\/)?(?:go(?:1[\d.]*)?|\$[({]?GO(?:CMD|BIN|_CMD|EXE)?[)}]?)$/

/** What `GOOS=… GOARCH=… go build` builds for; also behind `env`. */
export function commandTarget({ words, assignments }: ShellCommand): Omit<SeenTarget, 'file' | 'line'> | null {
  const own =
    words[0] === 'env'
      ? words.flatMap((word) =>
          /^\w+=/.test(word) ? [[word.slice(0, word.indexOf('=')), word.slice(word.indexOf('=') + 1)] as const] : [],
        )
      : []
  const values = new Map([...assignments, ...own])
  const [name = '', sub = ''] = withoutWrappers(words)
  const [goos, goarch] = [values.get('GOOS'), values.get('GOARCH')]
  if (goos === undefined || goarch === undefined || !GO.test(name) || !['build', 'install', 'test', 'vet', 'run'].includes(sub)) return null
  const key = Object.hasOwn(VARIANT_KEYS, goarch) ? VARIANT_KEYS[goarch] : undefined
  return { goos, goarch, variant: key === undefined ? undefined : values.get(key), cgo: cgoOf(values.get('CGO_ENABLED')) }
}

/** The cross-compiling lines of a Makefile or a script. Recipes of make are shell but for `@` and `-` in front. */
export function scriptTargets(file: string, text: string): readonly SeenTarget[] {
  const found: SeenTarget[] = []
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index += 1) {
    const line = index + 1
    let joined = (lines[index] ?? '').replace(/\r$/, '')
    while (joined.endsWith('\\') && index + 1 < lines.length && joined.length < 10_000) {
      index += 1
      joined = `${joined.slice(0, -1)} ${(lines[index] ?? '').replace(/\r$/, '')}`
    }
    if (joined.length > 10_000 || !joined.includes('GOOS=')) continue
    for (const command of splitShell(joined.replace(/^(\s*)[@+-]+/, '$1'))) {
      const target = commandTarget(command)
      if (target !== null) found.push({ ...target, file, line })
    }
    if (found.length > 1000) break
  }
  return found
}
