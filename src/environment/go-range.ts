import { ParityError } from '../errors.js'
import { compareGoVersions, parseGoVersion, type GoVersion } from './go-version.js'

const PART = /^(>=|<=|>|<|=|==)?(?:go)?(\d+(?:\.(?:\d+|[x*]))?(?:\.(?:\d+|[x*])|(?:rc|beta|alpha)\d+)?)$/
const OPERATOR = /(>=|<=|>|<|==?)\s+/g

/** One condition of a range. */
interface Condition {
  readonly operator: string
  /** Without `.x`. */
  readonly version: string
  /** Whether only the language version is named: `1.26`, `1.26.x`. */
  readonly isLanguage: boolean
  /** `1.x`: any minor version. */
  readonly isMajor: boolean
}

/** A range of Go versions that all must hold; see `parseGoRange`. */
export type GoRange = readonly Condition[]

function refuse(text: string): ParityError {
  return new ParityError(
    'config-invalid',
    `expect.go is no range of Go versions: ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`,
    'write a release (1.26.3), a line of releases (1.26 or 1.26.x) or conditions divided by blanks (>=1.24 <1.27)',
  )
}

/**
 * Reads `1.26.8`, `1.26`, `1.26.x`, `>=1.24 <1.27`. A version of two numbers means the whole line of releases:
 * `<=1.26` holds for 1.26.8, `>1.26` does not. Throws `config-invalid`.
 */
export function parseGoRange(text: string): GoRange {
  const words = text
    .slice(0, 1000)
    .replaceAll(OPERATOR, '$1')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
  if (words.length === 0 || text.length > 1000) throw refuse(text)
  return words.map((word) => {
    const [, operator = '=', written = ''] = PART.exec(word) ?? []
    const version = written.replace(/(?:\.[x*])+$/, '')
    if (written === '' || /[x*]/.test(version) || parseGoVersion(version) === null) throw refuse(text)
    const isMajor = !version.includes('.')
    return { operator: operator === '==' ? '=' : operator, version, isLanguage: /^\d+\.\d+$/.test(version), isMajor }
  })
}

function languageOf({ major, minor }: GoVersion): string {
  return `${major}.${minor}`
}

/** Whether a running Go (`go1.26.8`) is in a range; `null` when its version cannot be read. */
export function isInGoRange(range: GoRange, running: string): boolean | null {
  const parsed = parseGoVersion(running)
  if (parsed === null) return null
  return range.every(({ operator, version, isLanguage, isMajor }) => {
    const found = isMajor ? `${parsed.major}.0` : isLanguage ? languageOf(parsed) : running
    const order = compareGoVersions(found, isMajor ? `${version}.0` : version)
    switch (operator) {
      case '>=':
        return order >= 0
      case '<=':
        return order <= 0
      case '>':
        return order > 0
      case '<':
        return order < 0
      default:
        return order === 0
    }
  })
}
