import { declareInline, declareSetting, underToolchain } from './declare.js'
import { argumentValue, beginStage, readInstruction, type BuildArguments, type DockerfilePlace, type Stage } from './docker-stage.js'
import { readInstructions } from './dockerfile-words.js'
import type { DeclaredEnvironment, ImageStage, Setting } from './model.js'
import { isTold } from './settings.js'
import { expand } from './variables.js'

/** What a Dockerfile says. */
export interface ReadDockerfile {
  readonly stages: readonly ImageStage[]
  readonly environments: readonly DeclaredEnvironment[]
}

/** Stages are made from stages: together they can be far longer than the file. */
const MAX_STAGES = 100
const MAX_STEPS = 20_000

/** Reads a Dockerfile. `args` are what its builds are given. Throws whatever its parser throws. */
export async function readDockerfile(
  file: string,
  text: string,
  args: BuildArguments,
  kind: 'image' | 'devcontainer',
): Promise<ReadDockerfile> {
  const { instructions, escape } = await readInstructions(text)
  const place: DockerfilePlace = { file, args, escape, globals: new Map() }
  const stages: Stage[] = []
  let steps = 0
  for (const instruction of instructions) {
    const stage = stages.at(-1)
    if (instruction.word === 'FROM') {
      const next = stages.length < MAX_STAGES && steps < MAX_STEPS ? beginStage(place, instruction, stages) : null
      if (next === null) break
      steps += next.steps.length
      stages.push(next)
    } else if (stage !== undefined) readInstruction(place, stage, instruction, stages)
    else if (instruction.word === 'ARG')
      for (const { name, value, line } of instruction.properties) {
        const known = value === null ? null : expand(value, (other) => place.globals.get(other)?.value)
        const fallback: Setting | undefined = value === null ? undefined : { value: known, location: { file, line }, inline: false }
        const given = argumentValue(place, name, fallback)
        if (given !== undefined) place.globals.set(name, given)
      }
  }
  return {
    stages: stages.map(({ alias, line, image, commands, copies, goMod, foreignLibc }, index) => ({
      name: alias === '' ? String(index) : alias,
      file,
      line,
      image,
      commands,
      copies,
      goMod,
      foreignLibc,
    })),
    environments: stages.map((stage) => environmentOf(file, stage, kind)),
  }
}

function environmentOf(file: string, { label, line, go, env, commands }: Stage, kind: 'image' | 'devcontainer'): DeclaredEnvironment {
  const settings = [...env].flatMap(([name, setting]) => (isTold(name) ? [declareSetting(label, name, setting)] : []))
  return {
    name: label,
    kind,
    file,
    line,
    go: underToolchain(go, env.get('GOTOOLCHAIN')),
    settings,
    partly: declareInline(label, commands),
    commands,
    anyGo: go.length === 0,
  }
}
