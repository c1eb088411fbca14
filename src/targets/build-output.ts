import type { Location } from '../report/index.js'
import { byteOrder } from '../snapshot/index.js'
import { isEcho, isNotice, isSummary, printedLines, readDiagnostic } from './build-lines.js'

/** One thing that `go build` says is wrong. */
export interface BuildFailure {
  /** Import path that failed, as `go build -json` attributes it: the package itself, or the one that is not there; `null` where the text does not say. */
  readonly package: string | null
  /**
   * Where, as printed, with slashes and without `./`: Go files from the directory of the command,
   * C files and headers from that of their package. `null` for places nobody can open.
   */
  readonly location: Location | null
  /** The first line without its place, and the lines that belong to it; bounded. */
  readonly message: string
}

const MAX_FAILURES = 2000
const MAX_MESSAGE = 4000

/** `# import/path`, `# import/path [import/path.test]`. */
const HEADER = /^# ([^\s[\]]+)(?: \[[^\s\]]+\])?$/
/** `# [pkg-config …]` inside a block names a command; before Go 1.23 `# pkg-config --cflags -- x` did. */
const COMMAND_HEADER = /^# (?:\[.*\]|\S+ .*)$/
/** `go build import/path:` came before such a command until Go 1.23. */
const BUILD_HEADER = /^go build ([^\s:]+):$/
const CHAIN_START = /^package ([^\s:]+)$/
const CHAIN_LINK = /^\timports ([^\s:]+)(?: from [^\s:]+)?(?:: (.*))?$/
const PACKAGE_ERROR = /^package ([^\s:]+): (.*)$/
/** Packages that a message itself names as the ones that cannot be had. */
const NAMED = [
  /^no required module provides package ([^\s;:]+)/,
  /^missing go\.sum entry for module providing package ([^\s;:]+)/,
  /^package ([^\s;:]+) is not in (?:std|GOROOT)/,
  /^cannot find package "([^"\s]+)"/,
  /^cannot find module providing package ([^\s;:]+)/,
  /^module \S+ provides package ([^\s;:]+) and is replaced but not required/,
  /^no matching versions for query .* package ([^\s;:]+)/,
  /^ambiguous import: found package ([^\s;:]+) in/,
  /^use of internal package ([^\s;:]+) not allowed/,
  /^use of vendored package not allowed/,
]
/** `import/path: what is wrong`; a word without dot and slash is a tool (`gcc: error: …`). */
const PACKAGE_PREFIX = /^([A-Za-z0-9][^\s:"'`\\]*[./][^\s:"'`\\]*): (.*)$/
const FOUND_PACKAGES = /^found packages .* and \S+ \(([^()\s]+)\) in (.+)$/

interface Draft {
  package: string | null
  location: Location | null
  lines: string[]
}

/** What the lines under one header say; without a header, what stands on its own. */
interface Block {
  package: string | null
  /** Under a header; a file without a folder in it is then one of the package's, not of the command's directory. */
  readonly headed: boolean
  readonly failures: Draft[]
  /** Lines that are neither a diagnostic nor noise: the failure, where there is no diagnostic. */
  readonly others: string[]
  /** A diagnostic to which indented lines belong; `null` behind a warning. */
  last: Draft | null
}

function namedPackage(message: string): string | null {
  for (const pattern of NAMED) {
    const found = pattern.exec(message)?.[1]
    if (found !== undefined) return found
  }
  return null
}

function isImportPath(text: string): boolean {
  return !text.startsWith('/') && !/\.(?:go|c|cc|cpp|cxx|h|hh|hpp|s|S|m|mod|sum|work|exe|o|a)$/.test(text)
}

/** Reads one line of a block that is no header. */
function readLine(line: string, block: Block): void {
  if (!block.headed && isListed(line)) return
  if (line.trim() === '' || isEcho(line) || isSummary(line)) return
  // Excerpts, suggested commands, hashes: what belongs to the line before.
  if (/^\s/.test(line)) {
    if (block.last !== null && block.last.lines.length < 20) block.last.lines.push(line.trimEnd())
    return
  }
  if (isNotice(line)) {
    block.last = null
    return
  }
  const push = (draft: Draft): void => {
    if (block.failures.length <= MAX_FAILURES) block.failures.push(draft)
    block.last = draft
  }
  const located = readDiagnostic(line, block.headed)
  if (located !== null) {
    push({ package: block.package ?? namedPackage(located.message), location: located.location, lines: [located.message] })
    return
  }
  if (!block.headed) {
    const named = PACKAGE_ERROR.exec(line)
    const mixed = FOUND_PACKAGES.exec(line)
    const prefixed = PACKAGE_PREFIX.exec(line)
    if (named !== null) push({ package: named[1] ?? null, location: null, lines: [named[2] ?? ''] })
    else if (mixed !== null)
      push({ package: null, location: { file: `${(mixed[2] ?? '').replaceAll('\\', '/')}/${mixed[1] ?? ''}` }, lines: [line] })
    else if (prefixed !== null && isImportPath(prefixed[1] ?? ''))
      push({ package: prefixed[1] ?? null, location: null, lines: [prefixed[2] ?? ''] })
    else if (/^(?:go|cmd\/go|pattern [^:]*): |^no required module provides package |^no Go files in |^cannot find /.test(line))
      push({ package: namedPackage(line), location: null, lines: [line] })
    else if (
      block.last !== null &&
      block.failures.length > 0 &&
      /^(?:SECURITY ERROR|This download |The bits may |have intercepted |For more information|usage: |Run 'go |Perhaps you )/.test(line)
    )
      block.last.lines.push(line)
    else block.others.push(line)
    return
  }
  block.others.push(line)
}

function openBlock(name: string | null): Block {
  return { package: name, headed: name !== null, failures: [], others: [], last: null }
}

/** What is left of a block without a diagnostic: its text. */
function textOf(block: Block): readonly Draft[] {
  return block.others.length === 0 ? [] : [{ package: block.package, location: null, lines: block.others.slice(0, 20) }]
}

function finish(draft: Draft): BuildFailure {
  return { package: draft.package, location: draft.location, message: draft.lines.join('\n').slice(0, MAX_MESSAGE) }
}

/**
 * Reads what a failed `go build` printed (both streams, with `-json` too) into its failures, in the order printed.
 * Warnings are none. Colour, CRLF, Windows paths and bytes that were no UTF-8 are understood. Linear in the text.
 */
export function parseBuildOutput(output: string): BuildFailure[] {
  const drafts: Draft[] = []
  /** Text of the go command itself that has no known form: counts when there is nothing else (`-x` prints much of it). */
  const stray: Draft[] = []
  let block = openBlock(null)
  let chain: string | null = null
  const next = (name: string | null): void => {
    if (block.failures.length > 0) drafts.push(...block.failures)
    else (block.headed ? drafts : stray).push(...textOf(block))
    block = openBlock(name)
  }
  for (const line of printedLines(output)) {
    if (drafts.length > MAX_FAILURES) break
    const header = HEADER.exec(line)?.[1] ?? BUILD_HEADER.exec(line)?.[1]
    const link = CHAIN_LINK.exec(line)
    if (header !== undefined) {
      next(header)
    } else if (COMMAND_HEADER.test(line)) {
      block.last = null
    } else if (line === 'left out') {
      // Whatever follows a gap belongs to a block whose header is gone.
      next(null)
    } else if (CHAIN_START.test(line)) {
      next(null)
      chain = CHAIN_START.exec(line)?.[1] ?? null
    } else if (chain !== null && link !== null) {
      chain = link[1] ?? chain
      if (link[2] !== undefined) {
        const draft: Draft = { package: chain, location: null, lines: [link[2]] }
        block.failures.push(draft)
        block.last = draft
        chain = null
      }
    } else {
      if (block.headed && isBlockEnd(line)) next(null)
      readLine(line, block)
    }
  }
  next(null)
  const unique = new Map<string, BuildFailure>()
  for (const draft of (drafts.length > 0 ? drafts : stray).slice(0, MAX_FAILURES)) {
    const failure = finish(draft)
    const key = JSON.stringify([failure.package, failure.location, failure.message])
    if (!unique.has(key)) unique.set(key, failure)
  }
  return [...unique.values()]
}

/** An import path alone, as `-v` lists them. */
function isListed(line: string): boolean {
  return /^[^\s:#'"`$]+$/.test(line) && line.includes('/') && isImportPath(line)
}

/** Lines of the go command itself, which never stand inside a compiler's block. */
function isBlockEnd(line: string): boolean {
  return isListed(line) || /^(?:package [^\s:]+: |go: |found packages )/.test(line)
}

/** Import paths of failures, each once, sorted by UTF-8 bytes. */
export function failedPackages(failures: readonly BuildFailure[]): string[] {
  const names = failures.flatMap((failure) => (failure.package === null ? [] : [failure.package]))
  return [...new Set(names)].toSorted(byteOrder)
}
