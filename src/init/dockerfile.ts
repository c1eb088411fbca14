import { shellWord } from '../environment/index.js'
import { ParityError } from '../errors.js'
import { applyOptions, type ShellMode } from './enforced.js'
import { eventsOfScript, normalDirectory, type Event } from './event.js'
import { holdsModules, isPlainImage } from './github-jobs.js'
import { lineFinder, MAX_BYTES } from './yaml-file.js'

/** One stage of a Dockerfile; `inherited` events are those of the stage it is made from. */
export interface DockerStage {
  readonly name: string
  readonly inherited: number
  readonly events: readonly Event[]
}

interface Instruction {
  readonly word: string
  /** What follows the word: continuations joined, comments and here-documents taken out. */
  readonly text: string
  /** Lines of the here-document, if there is one. */
  readonly document: string | null
  readonly documentLine: number
  readonly line: number
  /** The line of a character of `text`. */
  readonly lineOf: (offset: number) => number
}

const MAX_EVENTS = 5000

/** Splits a Dockerfile into its instructions. Every line is read once. */
function instructionsOf(text: string): readonly Instruction[] {
  const lines = text.split(/\r?\n/)
  const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join('\n')) ? '`' : '\\'
  const instructions: Instruction[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const first = /^\s*([A-Za-z]+)(?:\s+(.*))?$/.exec(lines[index] ?? '')
    if (first === null) continue
    const line = index + 1
    let joined = ''
    const starts: { readonly at: number; readonly line: number }[] = []
    let part = first[2] ?? ''
    for (;;) {
      starts.push({ at: joined.length, line: index + 1 })
      const bare = part.trimEnd()
      if (!bare.endsWith(escape)) {
        joined += part
        break
      }
      joined += `${bare.slice(0, -1)} `
      // Comments and empty lines inside a continued instruction are nothing.
      do index += 1
      while (index < lines.length && /^\s*(?:#.*)?$/.test(lines[index] ?? ''))
      if (index >= lines.length) break
      part = lines[index] ?? ''
    }
    const word = (first[1] ?? '').toUpperCase()
    const ends = ['RUN', 'COPY', 'ADD'].includes(word) ? [...joined.matchAll(/<<(-?)(["']?)([A-Za-z_]\w*)\2/g)].slice(0, 20) : []
    const body: string[] = []
    const documentLine = index + 2
    for (const [, dash, , end] of ends) {
      index += 1
      while (index < lines.length && (dash === '-' ? (lines[index] ?? '').replace(/^\t+/, '') : lines[index]) !== end) {
        body.push(lines[index] ?? '')
        index += 1
      }
      body.push('')
    }
    const lineOf = (offset: number): number => starts.findLast(({ at }) => at <= offset)?.line ?? line
    instructions.push({ word, text: joined, document: ends.length === 0 ? null : body.join('\n'), documentLine, line, lineOf })
  }
  return instructions
}

interface Stage {
  readonly name: string
  readonly inherited: number
  readonly events: Event[]
  readonly mounts: Set<string>
  directory: string
  mode: ShellMode
}

/** Where the module cache of a RUN lies: in the layer, or in what is mounted there. */
function mountOf(flags: string): string {
  for (const [, options = ''] of flags.matchAll(/--mount=(\S+)/g)) {
    const fields = new Map(options.split(',').map((field) => [field.split('=', 1)[0] ?? '', field.slice(field.indexOf('=') + 1)]))
    const target = fields.get('target') ?? fields.get('dst') ?? fields.get('destination') ?? ''
    if (fields.get('type') === 'cache' && (holdsModules(target) || /^\/(?:go|root\/go)(?:\/|$)/.test(target)))
      return fields.get('id') ?? target
  }
  return ''
}

function runEvents(stage: Stage, { text, document, documentLine, line, lineOf }: Instruction): void {
  const flags = /^(?:\s*--[a-z]+=\S+)*\s*/.exec(text)?.[0] ?? ''
  const cache = mountOf(flags)
  if (cache !== '' && !stage.mounts.has(cache)) {
    stage.mounts.add(cache)
    stage.events.push({
      kind: 'restore',
      own: false,
      what: `the cache mount ${cache}`.slice(0, 80),
      line,
      directory: '*',
      cache,
      loose: null,
    })
  }
  const place = { directory: stage.directory, cache, loose: null, mode: stage.mode }
  const command = text.slice(flags.length)
  const script = document !== null && /^<<-?["']?\w+["']?\s*$/.test(command.trim())
  if (script) {
    // A here-document of its own is a script; `#!` of another program is not ours to read.
    if (document.startsWith('#!') && !/^#!.*\b(?:ba|a|da)?sh\b/.test(document)) return
    const shebang = /^#!(.*)/.exec(document)?.[1]?.split(/\s+/) ?? []
    const lineAt = lineFinder(document)
    stage.events.push(
      ...eventsOfScript(document, {
        ...place,
        mode: applyOptions(place.mode, shebang),
        lineOf: (offset) => documentLine + lineAt(offset) - 1,
      }),
    )
    return
  }
  const words = execForm(command)
  const shell = words === null ? command : words.map(shellWord).join(' ')
  stage.events.push(...eventsOfScript(shell, { ...place, lineOf: (offset) => lineOf(words === null ? offset + flags.length : 0) }))
}

/** The words of a command that is no script: `["go", "mod", "verify"]`; `null` for anything else. */
export function execForm(text: string): readonly string[] | null {
  if (!text.trim().startsWith('[')) return null
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) && read.every((word) => typeof word === 'string') ? read : null
  } catch {
    return null
  }
}

/** The stages of a Dockerfile with their events in order. Throws `config-invalid` when it is over 1 MiB or has too many steps. */
export function dockerStages(name: string, text: string): readonly DockerStage[] {
  if (text.length > MAX_BYTES)
    throw new ParityError('config-invalid', `${name}:1: is larger than ${String(MAX_BYTES)} bytes: it is not read`)
  const stages: Stage[] = []
  let total = 0
  for (const instruction of instructionsOf(text)) {
    const { word, line } = instruction
    const words = instruction.text.trim().split(/\s+/)
    if (word === 'FROM') {
      const [image = '', as = '', alias] = words.filter((part) => !part.startsWith('--'))
      const parent = stages.findLast((stage) => stage.name.toLowerCase() === image.toLowerCase())
      const unknown: Event = { kind: 'image', own: false, what: image.slice(0, 60), line, directory: '*', cache: '', loose: null }
      const before = parent === undefined ? (isPlainImage(image) ? [] : [unknown]) : parent.events
      total += before.length
      stages.push({
        name: /^as$/i.test(as) && alias !== undefined ? alias : String(stages.length),
        inherited: before.length,
        events: [...before],
        mounts: new Set(parent?.mounts),
        directory: parent?.directory ?? '.',
        mode: parent?.mode ?? { errexit: false, pipefail: false },
      })
    }
    const stage = stages.at(-1)
    if (stage === undefined) continue
    const had = stage.events.length
    if (word === 'WORKDIR') stage.directory = normalDirectory(stage.directory, words[0] ?? '.')
    else if (word === 'SHELL') stage.mode = applyOptions({ errexit: false, pipefail: false }, execForm(instruction.text) ?? [])
    else if (word === 'RUN') runEvents(stage, instruction)
    else if (
      (word === 'COPY' || word === 'ADD') &&
      words.some((part) => part.startsWith('--from=')) &&
      words.some((part) => holdsModules(part) || /^\/(?:root\/)?go(?:\/|$)/.test(part))
    )
      for (const kind of ['restore', 'download'] as const)
        stage.events.push({
          kind,
          own: false,
          what: `${word} ${words.join(' ')}`.slice(0, 60),
          line,
          directory: '*',
          cache: '',
          loose: null,
        })
    total += stage.events.length - had
    if (total > MAX_EVENTS)
      throw new ParityError('config-invalid', `${name}:${String(line)}: has more steps than any Dockerfile: it is not read`)
  }
  return stages
}
