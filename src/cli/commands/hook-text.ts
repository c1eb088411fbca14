import type picocolors from 'picocolors'
import type { HookDocument } from '../../operations/index.js'
import { safeLine } from '../safe-text.js'

type Entry = HookDocument['hooks'][number]

const STATES: Readonly<Record<Entry['state'], string>> = {
  absent: 'not installed',
  installed: 'installed',
  outdated: 'installed by another version of goparity',
  edited: 'installed, and edited since',
  off: 'installed, but git does not start it: it is no program',
  replaced: 'replaced by another hook',
  foreign: 'not installed; there is another hook',
}

const CHANGES: Readonly<Record<NonNullable<Entry['change']>, string>> = {
  installed: 'installed',
  updated: 'written anew',
  unchanged: 'installed already',
  removed: 'removed',
  restored: 'removed; the hook from before is back',
  left: 'left as it is',
}

const POLICIES: Readonly<Record<NonNullable<Entry['policy']>, string>> = {
  warn: 'warns when the place cannot take the files',
  block: 'blocks the commit when the place cannot take the files',
  queue: 'queues the files when the place cannot take them',
}

function lineOf({ name, state, change, place, policy, hasEarlier }: Entry, colors: ReturnType<typeof picocolors.createColors>): string {
  const isOn = state === 'installed'
  const said = change === null ? STATES[state] : CHANGES[change]
  const to = place === null || policy === null ? '' : `: to ${place}, ${POLICIES[policy]}`
  const first = hasEarlier && isOn ? '; the hook from before runs first' : ''
  return `${isOn ? colors.green('✓') : colors.dim('–')} ${name.padEnd('post-checkout'.length)}  ${safeLine(`${said}${to}${first}`)}`
}

/** One line a hook, then what a person should know. */
export function renderHooks(document: HookDocument, colors: ReturnType<typeof picocolors.createColors>, isQuiet: boolean): string {
  const notes = document.notes.map((note) => `${colors.yellow('!')} ${safeLine(note)}`)
  const lines = isQuiet ? notes : [`hooks in ${safeLine(document.folder)}`, ...document.hooks.map((hook) => lineOf(hook, colors)), ...notes]
  return lines.map((line) => `${line}\n`).join('')
}
