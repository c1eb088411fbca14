import { declareGo, underToolchain } from './declare.js'
import { execForm } from '../init/index.js'
import { scriptOf, type Instruction } from './dockerfile-words.js'
import { readImage } from './image.js'
import type { DeclaredGo, GoCommand, ImageFacts, ImageStage, Place, Setting, StageCopy } from './model.js'
import { joinPath } from './paths.js'
import { openShell, type Shell } from './shell.js'
import { expand, expandPartly, type Lookup } from './variables.js'

/** What builds of a Dockerfile are given: `null` for a value that only a run can tell. */
export type BuildArguments = ReadonlyMap<string, string | null>

/** What holds for all stages of a Dockerfile. */
export interface DockerfilePlace {
  readonly file: string
  readonly args: BuildArguments
  /** The character that continues lines. */
  readonly escape: string
  /** Arguments above the first FROM. */
  readonly globals: Map<string, Setting>
}

/** A stage while it is read. */
export interface Stage {
  /** Empty without one. */
  readonly alias: string
  readonly label: string
  readonly line: number
  /** At the bottom of its chain. */
  readonly image: ImageFacts
  /** The Go on PATH, as far as something says so. */
  go: readonly DeclaredGo[]
  readonly commands: GoCommand[]
  readonly copies: StageCopy[]
  /** What ENV sets. */
  readonly env: Map<string, Setting>
  readonly shell: Shell
  /** What was done to the shell, for the stages that are made from this one. */
  readonly steps: ((shell: Shell) => readonly GoCommand[])[]
  workdir: string
  goMod: ImageStage['goMod']
  foreignLibc: boolean
}

/** Set by the builder itself. */
const PLATFORM = /^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/
/** Where files of a system lie: what is copied there may be anything. */
const SYSTEM = /^\/(?:$|usr(?:\/|$)|bin(?:\/|$)|sbin(?:\/|$)|opt(?:\/|$)|lib\w*(?:\/|$))/
const PLAIN_FILES = /^\/(?:etc\/(?:ssl|passwd|group|ca-certificates)|usr\/share)/
const C_LIBRARY = /(?:^|\/)ld-|\blibc\b|libc[.-]|\.so(?:\.|$|\*)|^\/(?:usr\/)?lib\w*(?:\/|$)|^\/\*?$|glibc|musl/
const LIBC_PACKAGE = /\b(?:apk|apt|apt-get|dnf|microdnf|yum)\b[^\n]{0,2000}\b(?:gcompat|libc6-compat|glibc\S{0,40}|musl|libc6)\b/

/** Words of an instruction without flags. */
function wordsOf({ text }: Instruction): readonly string[] {
  const plain = text.replaceAll(/\\\r?\n/g, ' ').trim()
  const words = plain.split(/\s+/)
  const first = words.findIndex((word) => !word.startsWith('--'))
  return execForm(words.slice(first).join(' ')) ?? words.slice(first)
}

/** The value of an argument: what the build is given, or else its default. */
export function argumentValue({ args, file }: DockerfilePlace, name: string, fallback: Setting | undefined): Setting | undefined {
  const location: Place = fallback?.location ?? { file, line: 1 }
  if (PLATFORM.test(name)) return { value: null, location, inline: false }
  return args.has(name) ? { value: args.get(name) ?? null, location, inline: false } : fallback
}

/** Where the version of an image stands: at the ARG that it is taken from, when it is taken from one. */
function placeOfVersion({ file, globals }: DockerfilePlace, image: string, line: number): Place {
  const tag = image.slice(image.lastIndexOf('/') + 1).split(':')[1] ?? image
  const name = /^\$\{?([A-Za-z_]\w{0,99})/.exec(tag)?.[1]
  return (name === undefined ? undefined : globals.get(name)?.location) ?? { file, line }
}

/** Begins the stage of a FROM. */
export function beginStage(place: DockerfilePlace, instruction: Instruction, stages: readonly Stage[]): Stage {
  const { line } = instruction
  const [written = '', as = '', alias = ''] = wordsOf(instruction)
  const image = expandPartly(written, (name) => place.globals.get(name)?.value).text
  const parent = stages.findLast((stage) => stage.alias !== '' && stage.alias.toLowerCase() === image.toLowerCase())
  const name = /^as$/i.test(as) ? alias : ''
  const label = `${place.file}, stage ${name === '' ? String(stages.length + 1) : name}`
  const facts = parent?.image ?? readImage(image)
  const shell = openShell(facts.compiler, null)
  // Nothing of the repository is in an image until it is copied there.
  shell.leave(true)
  const commands = parent?.steps.flatMap((step) => step(shell)) ?? []
  const own =
    facts.go === null ? [] : [declareGo(label, image, facts.go, placeOfVersion(place, written, line), { fixed: facts.fixed ? true : null })]
  return {
    alias: name,
    label,
    line,
    image: facts,
    go: parent?.go ?? own,
    commands,
    copies: [],
    env: new Map(parent?.env),
    shell,
    steps: [...(parent?.steps ?? [])],
    workdir: parent?.workdir ?? '/',
    goMod: parent?.goMod ?? 'no',
    foreignLibc: parent?.foreignLibc ?? false,
  }
}

function lookupOf(stage: Stage): Lookup {
  return (name) => stage.shell.get(name)?.value
}

function readVariables(
  place: DockerfilePlace,
  stage: Stage,
  { word, properties }: Instruction,
  run: (step: (shell: Shell) => void) => void,
): void {
  for (const { name, value, line } of properties) {
    const read: Setting | undefined =
      value === null
        ? place.globals.get(name)
        : { value: expand(value, lookupOf(stage)), location: { file: place.file, line }, inline: false }
    const setting = word === 'ENV' ? read : argumentValue(place, name, read)
    // An argument never goes before a variable of the image.
    if (setting === undefined || (word === 'ARG' && stage.env.has(name))) continue
    if (word === 'ENV') stage.env.set(name, setting)
    run((shell) => {
      shell.set(name, setting)
    })
  }
}

/** Whether a go.mod is among what is copied. A single file is one by its name only. */
function goModIn(sources: readonly string[]): ImageStage['goMod'] {
  if (sources.some((source) => /^(?:\.\/)?go\.(?:mod|\*)$/.test(source))) return 'named'
  return sources.every((source) => /\.(?!mod$)[A-Za-z0-9]{1,8}$/.test(source)) ? 'no' : 'maybe'
}

/** The Go of an image or a stage that a copy takes as a whole; it may fetch another one, as nothing of the image's own settings comes along. */
function copiedGo(
  { file }: DockerfilePlace,
  { label }: Stage,
  from: string,
  line: number,
  stages: readonly Stage[],
): readonly DeclaredGo[] {
  const stage = stages.find(({ alias }, index) => alias.toLowerCase() === from.toLowerCase() || String(index) === from)
  // What may be fetched is then for the settings of this image to say.
  if (stage !== undefined) return underToolchain(stage.go, { value: 'auto', location: { file, line }, inline: false })
  const { go, name } = readImage(from)
  return go === null ? [] : [declareGo(label, name, go, { file, line }, { fixed: false })]
}

function readCopy(
  place: DockerfilePlace,
  stage: Stage,
  instruction: Instruction,
  stages: readonly Stage[],
  run: (step: (shell: Shell) => void) => void,
): void {
  const from = instruction.flags.get('from')
  if (from === undefined) {
    const copied = goModIn(wordsOf(instruction).slice(0, -1))
    if (copied === 'named' || stage.goMod === 'no') stage.goMod = copied
    const isRemote = /(?:https?|git):\/\/|git@/.test(instruction.text)
    run((shell) => {
      shell.leave(isRemote)
    })
    return
  }
  const words = wordsOf(instruction).map((word) => expand(word, lookupOf(stage)) ?? '?')
  const [sources, destination] = [words.slice(0, -1), words.at(-1) ?? '']
  const target = destination.startsWith('/') ? destination : `/${joinPath(stage.workdir.slice(1), destination) ?? ''}`
  const origin = expand(from, lookupOf(stage)) ?? '?'
  stage.copies.push({ from: origin, sources, line: instruction.line })
  if (sources.some((source) => /^\/usr\/local\/go\/?$/.test(source)) && /^\/usr\/local(?:\/go)?\/?$/.test(target))
    stage.go = copiedGo(place, stage, origin, instruction.line, stages)
  if (sources.every((source) => PLAIN_FILES.test(source))) return
  if (sources.some((source) => C_LIBRARY.test(source))) stage.foreignLibc = true
  if (SYSTEM.test(target))
    run((shell) => {
      shell.doubtCompiler()
    })
}

/** What `-o` names, from the folder that the image works in. */
function placeOutput(command: GoCommand, workdir: string): GoCommand {
  const { output, verb, settings } = command
  if (verb === 'install') return { ...command, output: settings.has('GOBIN') || settings.has('GOPATH') ? '' : '/go/bin/' }
  if (output === '' || output.startsWith('/')) return command
  const inside = joinPath(workdir.slice(1), output)
  return { ...command, output: inside === null ? '' : inside === '.' ? '/' : `/${inside}${output.endsWith('/') ? '/' : ''}` }
}

function readRun(place: DockerfilePlace, stage: Stage, instruction: Instruction): void {
  if (LIBC_PACKAGE.test(instruction.text.replaceAll(/\\\r?\n/g, ' '))) stage.foreignLibc = true
  const mounts = instruction.flags.get('mount') ?? ''
  const { script, at } = scriptOf(instruction, place.escape)
  const { workdir, go } = stage
  const bindsCode = /type=bind|^target=/.test(mounts) && !mounts.includes('from=')
  if (bindsCode && stage.goMod === 'no') stage.goMod = 'maybe'
  const step = (shell: Shell): readonly GoCommand[] => {
    if (bindsCode) shell.leave(false)
    // Where in the image the code lies is not where it lies in the repository.
    shell.enter(null)
    return shell
      .run(script, { file: place.file, lineOf: (offset) => instruction.lineOf(offset + at), go, loose: false })
      .map((command) => placeOutput(command, workdir))
  }
  stage.steps.push(step)
  stage.commands.push(...step(stage.shell))
}

/** Reads one instruction of a stage. */
export function readInstruction(place: DockerfilePlace, stage: Stage, instruction: Instruction, stages: readonly Stage[]): void {
  const run = (step: (shell: Shell) => void): void => {
    step(stage.shell)
    stage.steps.push((shell) => {
      step(shell)
      return []
    })
  }
  const { word } = instruction
  if (word === 'ARG' || word === 'ENV') readVariables(place, stage, instruction, run)
  else if (word === 'COPY' || word === 'ADD') readCopy(place, stage, instruction, stages, run)
  else if (word === 'RUN') readRun(place, stage, instruction)
  else if (word === 'WORKDIR') {
    const to = expand(instruction.text.trim().replaceAll(/^["']|["']$/g, ''), lookupOf(stage)) ?? '?'
    stage.workdir = to.startsWith('/') ? to : `/${joinPath(stage.workdir.slice(1), to) ?? '?'}`
  }
}
