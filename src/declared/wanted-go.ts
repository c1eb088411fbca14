import { parseGoVersion } from '../environment/index.js'
import type { WantedGo } from './model.js'

const UNKNOWN: WantedGo = { kind: 'unknown' }
const MOVING: WantedGo = { kind: 'moving' }
/** Names of what is newest today. */
const NAMES = new Set(['stable', 'oldstable', 'latest', 'lts', 'tip', 'gotip', '*', 'x', 'system', 'path'])

/** `1.22` of `1.22.3`, `go1.22rc1`, `1.22`. */
export function lineOfGo(version: string): string {
  const read = parseGoVersion(version)
  return read === null ? '' : `${read.major}.${read.minor}`
}

/** What one version says, without an operator: `1.22`, `1.22.x`, `go1.22.3`, `1.23.0-rc.1`. */
function readPlain(text: string): WantedGo {
  const [, line = '', patch, pre, number] =
    /^(?:go|v)?(1\.(?:0|[1-9]\d{0,3}))(?:\.(\d{1,4}|x|\*))?(?:[.-]?(alpha|beta|rc)[.-]?(\d{1,3}))?$/.exec(text) ?? []
  if (line === '') return UNKNOWN
  if (pre !== undefined) return { kind: 'release', version: `${line}${pre}${number ?? ''}` }
  return patch === undefined || /[x*]/.test(patch) ? { kind: 'line', version: line } : { kind: 'release', version: `${line}.${patch}` }
}

/** Reads what setup-go, asdf, mise, goenv and dev containers understand. Anything with an expression left in it is unknown. */
export function readWantedGo(written: string): WantedGo {
  const text = written.trim()
  if (text === '' || text.length > 100 || /[$?{}]/.test(text)) return UNKNOWN
  if (NAMES.has(text.toLowerCase()) || /^1(?:\.[x*])?$/.test(text)) return MOVING
  const tilde = /^(?:~|prefix:)\s*(1\.\d{1,4})(?:\.\d{1,4})?$/.exec(text)?.[1]
  if (tilde !== undefined) return { kind: 'line', version: tilde }
  if (/^(?:[<>^~!]|sub-)|\|\||\s/.test(text)) return /\d/.test(text) ? MOVING : UNKNOWN
  return readPlain(text.replace(/^=+/, ''))
}

/** The version as people write it: `1.22.3`, `1.22`. */
export function showWantedGo(wanted: WantedGo): string {
  return wanted.kind === 'release' || wanted.kind === 'line' ? wanted.version : wanted.kind === 'moving' ? 'the newest' : 'unknown'
}

/** The line of releases that is asked for; `null` when it moves or is not known. */
export function wantedLine(wanted: WantedGo): string | null {
  return wanted.kind === 'release' || wanted.kind === 'line' ? lineOfGo(wanted.version) : null
}
