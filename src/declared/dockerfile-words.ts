import { shellWord } from '../environment/index.js'
import { execForm, lineFinder } from '../init/index.js'

/** A name that ENV or ARG sets; `null` where ARG gives no value. */
export interface Property {
  readonly name: string
  readonly value: string | null
  readonly line: number
}

/** One instruction of a Dockerfile with its text as it stands there. */
export interface Instruction {
  readonly word: string
  /** What follows the word, flags and all. */
  readonly text: string
  /** `--from=build` as `from` → `build`. */
  readonly flags: ReadonlyMap<string, string>
  /** What ENV or ARG sets. */
  readonly properties: readonly Property[]
  readonly line: number
  /** The line of a character of `text`. */
  readonly lineOf: (offset: number) => number
}

/** No Dockerfile that people write is nearly as long. */
export const MAX_DOCKERFILE: number = 256 * 1024

interface Instructions {
  readonly instructions: readonly Instruction[]
  readonly escape: string
}

interface Positioned {
  readonly getRange: () => { readonly start: { readonly line: number } }
}

function byLine<T extends Positioned>(items: readonly T[]): ReadonlyMap<number, T> {
  return new Map(items.map((item) => [item.getRange().start.line, item]))
}

/** Names of an ARG with values that need no more than their quotes to be taken off. */
const ARGUMENT = /([A-Za-z_]\w*)(?:=(?:"([^"\\\n]*)"|'([^'\\\n]*)'|([^\s"'\\]*)))?(?=\s|$)/y
const BETWEEN = /(?:[ \t]|\\[ \t]*\n)*/y

/** The names of an ARG, of which the parser knows only one; `null` for one that is written in another way. */
function argumentsOf(text: string, line: (offset: number) => number): readonly Property[] | null {
  const found: Property[] = []
  for (let at = 0; ;) {
    BETWEEN.lastIndex = at
    const start = at + (BETWEEN.exec(text)?.[0].length ?? 0)
    if (start === at && at > 0 && at < text.length) return null
    if (start >= text.length) return found.length === 0 ? null : found
    ARGUMENT.lastIndex = start
    const [whole, name = '', double, single, plain] = ARGUMENT.exec(text) ?? []
    if (whole === undefined) return null
    found.push({ name, value: double ?? single ?? plain ?? null, line: line(start) })
    at = start + whole.length
  }
}

/** The instructions of a Dockerfile in order, with the character that continues lines. */
export async function readInstructions(text: string): Promise<Instructions> {
  const { DockerfileParser } = await import('dockerfile-ast')
  const parsed = DockerfileParser.parse(text)
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const offset = ({ line, character }: { readonly line: number; readonly character: number }): number => (starts[line] ?? 0) + character
  const lineAt = lineFinder(text)
  const [args, envs] = [byLine([...parsed.getInitialARGs(), ...parsed.getARGs()]), byLine(parsed.getENVs())]
  const instructions = parsed.getInstructions().map((instruction): Instruction => {
    const range = instruction.getRange()
    const from = offset(instruction.getInstructionRange().end)
    const whole = text.slice(from, offset(range.end))
    const properties = (args.get(range.start.line) ?? envs.get(range.start.line))?.getProperties() ?? []
    const several = instruction.getKeyword() === 'ARG' ? argumentsOf(whole.trimEnd(), (at) => lineAt(from + at)) : null
    return {
      word: instruction.getKeyword(),
      text: whole,
      flags: flagsOf(whole),
      properties:
        several ??
        properties.map((property) => ({
          name: property.getName(),
          value: property.getValue(),
          line: property.getRange().start.line + 1,
        })),
      line: range.start.line + 1,
      lineOf: (at) => lineAt(from + at),
    }
  })
  return { instructions, escape: parsed.getEscapeCharacter() }
}

function flagsOf(text: string): ReadonlyMap<string, string> {
  const flags = new Map<string, string>()
  for (const word of text.trimStart().split(/\s+/, 20)) {
    const [, name = '', value = ''] = /^--([a-z-]{1,30})(?:=(.*))?$/.exec(word) ?? []
    if (name === '' && word !== '\\' && word !== '`') break
    if (name !== '') flags.set(name, flags.has(name) ? `${flags.get(name) ?? ''} ${value}` : value)
  }
  return flags
}

/**
 * The script of a RUN with every character where it stood: comments and empty lines inside of a continued command are nothing,
 * and a here-document that is the whole command is a script of its own.
 */
export function scriptOf({ text }: Instruction, escape: string): { readonly script: string; readonly at: number } {
  const flags = /^(?:\s|\\\r?\n|--[a-z-]{1,30}=\S*)*/.exec(text)?.[0].length ?? 0
  const command = text.slice(flags)
  const document = /^<<-?["']?([A-Za-z_]\w*)["']?[ \t]*\r?\n/.exec(command)
  if (document !== null) {
    const body = command.slice(document[0].length)
    const end = body.lastIndexOf(document[1] ?? '')
    return { script: end === -1 ? body : body.slice(0, end), at: flags + document[0].length }
  }
  const words = execForm(command)
  if (words !== null) return { script: words.map(shellWord).join(' '), at: 0 }
  return { script: continueLines(command, escape), at: flags }
}

/** Makes of a continued command what a shell reads as one, as long as it was: places in it are places in the file. */
function continueLines(command: string, escape: string): string {
  let script = ''
  let [continued, inDocument] = [false, false]
  for (const line of command.split('\n')) {
    const bare = line.trim()
    if (!inDocument && continued && (bare === '' || bare.startsWith('#'))) {
      // The line end before it is taken by the continuation; its own is none.
      script += line.length === 0 ? ' ' : `${' '.repeat(line.length - 1)}\\\n`
      continue
    }
    continued = !inDocument && bare.endsWith(escape)
    inDocument ||= /<<-?["']?[A-Za-z_]/.test(line)
    const end = line.trimEnd().length
    script += continued ? `${line.slice(0, end - 1)}${' '.repeat(line.length - end)}\\\n` : `${line}\n`
  }
  return script.slice(0, command.length)
}
