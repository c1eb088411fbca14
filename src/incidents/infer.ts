import type { IncidentFacts } from './incident.js'
import type { LogLine } from './log.js'

const SETTING = /(?:^|[\s;&"'`(])(GOOS|GOARCH|GOHOSTOS|GOHOSTARCH|CGO_ENABLED)=["']?([a-z0-9]{1,20})(?=$|[\s;&"'`)])/g
/** The tools of a Go installation lie in a folder named for the machine. */
const TOOL = /[/\\]pkg[/\\]tool[/\\]([a-z0-9]{2,12})_([a-z0-9]{2,12})[/\\]/
/** Only the assembler of GNU writes `Error:`, and headers lie in a folder named for the compiler. */
const GNU = /\.S:\d{1,6}: Error: |[/\\]lib(?:64|exec)?[/\\]gcc[/\\]/

/**
 * What a log itself tells of the target: `GOOS=linux GOARCH=arm64 CGO_ENABLED=1 go build`, as traced by a shell or a container build.
 * Only where it says one thing: a log of several targets tells nothing.
 */
export function factsOfLog(lines: readonly LogLine[]): IncidentFacts {
  const seen = new Map<string, Set<string>>()
  const note = (name: string, value: string): void => {
    seen.set(name, (seen.get(name) ?? new Set()).add(value))
  }
  for (const { text } of lines) {
    const tool = text.includes('tool') ? TOOL.exec(text) : null
    if (tool !== null) {
      note('GOHOSTOS', tool[1] ?? '')
      note('GOHOSTARCH', tool[2] ?? '')
    }
    if (GNU.test(text)) note('CC', 'gcc')
    if (text.includes('GO')) for (const [, name = '', value = ''] of text.matchAll(SETTING)) note(name, value)
  }
  const only = (name: string): string | undefined => {
    const values = [...(seen.get(name) ?? [])]
    return values.length === 1 ? values[0] : undefined
  }
  const goos = only('GOOS')
  const goarch = only('GOARCH')
  const hostGoos = only('GOHOSTOS')
  const hostGoarch = only('GOHOSTARCH')
  const cgo = only('CGO_ENABLED')
  const cc = only('CC')
  return {
    ...(cc === undefined ? {} : { cc }),
    ...(goos === undefined ? {} : { goos }),
    ...(goarch === undefined ? {} : { goarch }),
    ...(hostGoos === undefined ? {} : { hostGoos }),
    ...(hostGoarch === undefined ? {} : { hostGoarch }),
    ...(cgo === '0' || cgo === '1' ? { cgoEnabled: cgo === '1' } : {}),
  }
}
