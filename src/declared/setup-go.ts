import { itemsAt, nodeAt, textAt, type YamlFile, type YamlNode } from '../init/index.js'
import { declareGo } from './declare.js'
import { possibleValues, type Context } from './expressions.js'
import type { DeclaredGo, WantedGo } from './model.js'
import { joinPath } from './paths.js'
import { readWantedGo } from './wanted-go.js'

/** What a file that `go-version-file` names asks for, with and without the toolchain line of a go.mod. */
export interface VersionFile {
  readonly file: string
  readonly line: number
  readonly go: WantedGo
  /** What a go.mod with a toolchain line asks for. */
  readonly toolchain: WantedGo | null
}

/** The version of an action: 6 of `@v6.1.0`, or of a commit with `# v6` behind it; `null` when nothing says so. */
function majorOf(file: YamlFile, step: YamlNode): number | null {
  const uses = nodeAt(step, 'uses')
  if (uses?.kind !== 'text') return null
  const reference = uses.text.slice(uses.text.indexOf('@') + 1)
  const end = file.text.indexOf('\n', uses.at)
  const comment = file.text.slice(uses.end, end === -1 ? undefined : end)
  const version = /^v?(\d{1,3})(?:\.|$)/.exec(reference)?.[1] ?? /#\s*(?:\S{1,40}@)?v?(\d{1,3})(?:\.|\s|$)/.exec(comment)?.[1]
  return version === undefined || reference.length > 100 ? null : Number(version)
}

/** Whether the Go of a step stays, whatever go.mod asks for. From its sixth version on setup-go sets GOTOOLCHAIN=local. */
function isFixed(major: number | null, toolchain: string | null | undefined): boolean | null {
  if (toolchain === null || major === null) return null
  if (major >= 6) return toolchain === undefined || toolchain === 'local' ? true : null
  return toolchain === 'local' ? true : toolchain === undefined || /^(?:auto|path)$|\+auto$/.test(toolchain) ? false : null
}

/** Whether a step sets up Go. */
export function setsUpGo(step: YamlNode): boolean {
  return /^(?:actions|WillAbides|magnetikonline|antontroshin|buildjet|useblacksmith|namespacelabs)\/setup-go(?:-faster)?@/.test(
    textAt(step, 'uses') ?? '',
  )
}

/** What a step with setup-go asks for; empty when it takes whatever is there. */
export function readSetupGo(
  file: YamlFile,
  step: YamlNode,
  place: {
    readonly environment: string
    readonly context: Context
    /** GOTOOLCHAIN as set around the step; `undefined` when nothing sets it. */
    readonly toolchain: string | null | undefined
    readonly versionFile: (path: string) => VersionFile | null
  },
): readonly DeclaredGo[] {
  const { environment, context } = place
  const major = majorOf(file, step)
  const fixed = isFixed(major, place.toolchain)
  const found: DeclaredGo[] = []
  const version = nodeAt(step, 'with', 'go-version')
  for (const item of version?.kind === 'list' ? version.items : itemsAt(step, 'with', 'go-version')) {
    if (item.kind !== 'text') continue
    for (const { text, at } of possibleValues(item.text, item.at, context)) {
      // An empty leg of a matrix takes the file, or whatever is there.
      if (text?.trim() === '') continue
      const wanted: WantedGo = text === null ? { kind: 'unknown' } : readWantedGo(text)
      found.push(declareGo(environment, text ?? item.text, wanted, { file: file.name, line: file.lineOf(at ?? item.at) }, { fixed }))
    }
  }
  if (found.length > 0) return found
  const named = nodeAt(step, 'with', 'go-version-file')
  if (named?.kind !== 'text' || named.text.trim() === '') return []
  const line = file.lineOf(named.at)
  return possibleValues(named.text, named.at, context).flatMap(({ text, at }): readonly DeclaredGo[] => {
    const location = { file: file.name, line: at === null ? line : file.lineOf(at) }
    const path = text === null ? null : joinPath('.', text.replace(/^\.\//, ''))
    const source = path === null ? null : place.versionFile(path)
    if (source === null) return [declareGo(environment, named.text, { kind: 'unknown' }, location, { fixed, borrowed: true })]
    const declare = (wanted: WantedGo): DeclaredGo => declareGo(environment, text ?? '', wanted, location, { fixed, borrowed: true })
    // Older ones read the go line, newer ones the toolchain line; where it is not known which one it is, both count.
    if (source.toolchain === null) return [declare(source.go)]
    if (major === null) return [declare(source.go), declare(source.toolchain)]
    return [declare(major >= 6 ? source.toolchain : source.go)]
  })
}
