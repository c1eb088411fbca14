import { ParityError } from '../errors.js'
import { eventsOfCommands, type Event, type ScriptPlace } from './event.js'
import { splitShell, type ShellCommand } from './shell.js'
import { linesInText, type YamlFile, type YamlText } from './yaml-file.js'

/** More than any file of a CI has; aliases can make many steps of few lines. */
const MAX_EVENTS = 5000
const MAX_SCRIPTS = 20_000

interface Split {
  readonly commands: readonly ShellCommand[]
  readonly lineOf: (offset: number) => number
}

/** Reads the scripts of one YAML file: a script that stands in several jobs by an alias is split once. */
export interface EventReader {
  /** Throws `config-invalid` when there are more than any CI has. */
  script(text: YamlText, place: Omit<ScriptPlace, 'lineOf'>): readonly Event[]
  event(event: Partial<Event> & Pick<Event, 'kind' | 'what' | 'line'>): Event
}

/** Makes a reader of one file. */
export function readEvents(file: YamlFile): EventReader {
  const splits = new Map<YamlText, Split>()
  let [events, scripts] = [0, 0]
  const count = (more: number): void => {
    events += more
    if (events > MAX_EVENTS || scripts > MAX_SCRIPTS)
      throw new ParityError('config-invalid', `${file.name}:1: has more steps than any file of a CI: it is not read`)
  }
  return {
    script(text, place) {
      let split = splits.get(text)
      if (split === undefined) {
        split = { commands: splitShell(text.text), lineOf: linesInText(file, text) }
        splits.set(text, split)
      }
      scripts += 1 + split.commands.length / 10
      const found = eventsOfCommands(split.commands, { ...place, lineOf: split.lineOf })
      count(found.length)
      return found
    },
    event(event) {
      count(1)
      return { own: false, directory: '*', cache: '', loose: null, ...event }
    },
  }
}
