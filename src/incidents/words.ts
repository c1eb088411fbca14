import type { Location, Subject } from '../report/index.js'
import type { IncidentFacts } from './incident.js'

/** Characters of module paths and versions, as part of a pattern: all of them are safe in a shell. */
export const MODULE: string = String.raw`[A-Za-z0-9][\w.~\-/+]*`
export const VERSION: string = String.raw`v[0-9][\w.\-+]*`
/** A place in a file with this ending, as part of a pattern; groups: path, line, column. Paths may start with a drive. */
export function placePattern(endings: string): string {
  return String.raw`(?:^|[\s"'(\[])((?:[A-Za-z]:)?[^\s:"'()\[\]]+\.(?:${endings})):(\d{1,7})(?::(\d{1,6}))?(?::\d{1,6})?:`
}

/** A printed path with slashes, without a leading `./`. */
export function cleanPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
}

/** A place from the groups of `placePattern`. */
export function placeOf(path: string, line: string, column = ''): Location {
  return {
    file: cleanPath(path),
    ...(line === '' ? {} : { line: Number(line) }),
    ...(column === '' ? {} : { column: Number(column) }),
  }
}

/** Names in a sentence: `a`, `a and b`, `a, b and 3 more`. */
export function enumerate(names: readonly string[], most = 4): string {
  if (names.length > most) return `${names.slice(0, most - 1).join(', ')} and ${String(names.length - most + 1)} more`
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
}

/** The platform in a sentence, without the cgo suffix of its target; empty when it is not known. */
export function targetName(facts: IncidentFacts): string {
  if (facts.target !== undefined) return facts.target.replace(/[+-]cgo$/, '')
  if (facts.goos !== undefined && facts.goarch !== undefined) return `${facts.goos}/${facts.goarch}`
  return facts.goos ?? facts.goarch ?? ''
}

/** The target as a part of a culprit, as far as it is known. */
export function targetSubject(facts: IncidentFacts): Pick<Subject, 'target'> {
  const target = facts.target ?? targetName(facts)
  return target === '' ? {} : { target }
}

/** ` for linux/arm64`, or nothing. */
export function forTarget(facts: IncidentFacts): string {
  const name = targetName(facts)
  return name === '' ? '' : ` for ${name}`
}

/** Whether the build is for another platform than the machine's: `null` when that cannot be told. */
export function isCross(facts: IncidentFacts): boolean | null {
  if (facts.hostGoos === undefined || facts.hostGoarch === undefined) return null
  return (facts.goos ?? facts.hostGoos) !== facts.hostGoos || (facts.goarch ?? facts.hostGoarch) !== facts.hostGoarch
}

/** `example.com/app`, the file, or what else there is to name. */
export function subjectName(subject: Subject): string {
  return (
    subject.host ??
    subject.module ??
    subject.library ??
    subject.tool ??
    subject.package ??
    subject.key ??
    subject.file ??
    subject.target ??
    ''
  )
}

/** `GOOS=linux GOARCH=arm64 ` as far as known and different from the machine's, for a command. */
export function targetVariables(facts: IncidentFacts): string {
  if (isCross(facts) === false) return ''
  return [
    ...(facts.goos === undefined ? [] : [`GOOS=${facts.goos} `]),
    ...(facts.goarch === undefined ? [] : [`GOARCH=${facts.goarch} `]),
  ].join('')
}
