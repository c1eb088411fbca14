import type { Finding, Fix, Severity } from '../report/index.js'
import type { Place } from './model.js'

/** How a file is called in a report: from the directory of the project. */
export type ShowFile = (file: string) => string

/** What is told of a contradiction. */
export interface Told {
  readonly rule: 'env/contradiction' | 'env/image-without-compiler' | 'env/image-libc'
  readonly severity: Severity
  readonly title: string
  readonly message: string
  /** The setting that it is about. */
  readonly key: string
  readonly location: Place
  /** Places and what stands there. */
  readonly evidence: readonly (readonly [place: Place, text: string])[]
  readonly fix: readonly Fix[]
}

/** `Dockerfile:3` */
export function showPlace(show: ShowFile, { file, line }: Place): string {
  return `${show(file)}:${String(line)}`
}

/** An image without the digest, which nobody reads. */
export function showImage(name: string): string {
  return name.replace(/(?<=[^@])@sha256:[0-9a-f]{8,}$/, '')
}

/** Makes a finding of it. */
export function makeFinding(show: ShowFile, { rule, severity, title, message, key, location, evidence, fix }: Told): Finding {
  const file = show(location.file)
  return {
    rule,
    severity,
    state: 'new',
    title,
    message,
    subject: { key, file },
    location: { file, line: location.line },
    evidence: evidence.slice(0, 10).map(([place, text]) => `${showPlace(show, place)}: ${text}`),
    fix,
    source: 'environment',
  }
}

/** `1.21, 1.22 and 1.23` */
export function list(words: readonly string[]): string {
  const shown = words.length > 5 ? [...words.slice(0, 5), `${String(words.length - 5)} more`] : words
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
}
