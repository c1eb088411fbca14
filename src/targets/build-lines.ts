import type { Location } from '../report/index.js'

/** Compilers print whole command lines; nothing of interest stands that far to the right. */
const MAX_LINE = 4000

// eslint-disable-next-line no-control-regex -- colours are what is to be taken out
const COLOUR = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g
// eslint-disable-next-line no-control-regex -- as above; tabs and line ends stay
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g
/** Where captured output was cut: see the host's capture. */
const GAP = /^… \d+ bytes left out …$/

/**
 * What `go build` printed as people read it: the text inside the events of `-json`, package after package, for several that fail at once
 * print among one another. Text without events is given back as it is.
 */
export function textOfBuild(output: string): string {
  const lines = output.split(/\r\n|\n|\r/)
  if (!lines.some((line) => line.startsWith('{"ImportPath":'))) return output
  let plain = ''
  const said = new Map<string, string>()
  for (const line of lines) {
    if (!line.startsWith('{"ImportPath":')) {
      plain += `${line}\n`
      continue
    }
    try {
      const event: unknown = JSON.parse(line)
      if (typeof event !== 'object' || event === null || !('Output' in event) || typeof event.Output !== 'string') continue
      const path = 'ImportPath' in event ? String(event.ImportPath) : ''
      said.set(path, `${said.get(path) ?? ''}${event.Output}`)
    } catch {
      // Cut off in the middle: no line of a compiler.
    }
  }
  return [plain, ...said.values()].filter((text) => text.trim() !== '').join('\n')
}

/** Lines as a person would see them: without colour and control characters, cut to a bounded length; a gap in the capture is the line `left out`. */
export function printedLines(output: string): readonly string[] {
  return textOfBuild(output)
    .split(/\r\n|\n|\r/)
    .map((line) => {
      const shown = line.slice(0, MAX_LINE).replaceAll(COLOUR, '').replaceAll(CONTROL, '').trimEnd()
      return GAP.test(shown) ? 'left out' : shown
    })
}

/** Commands that `go build -x` and the linker print before they run them. */
export function isEcho(line: string): boolean {
  return (
    /^(?:mkdir|cd|cat|rm|cp|mv|echo|EOF|packagefile|modinfo|WORK=|TERM=|CGO_LDFLAGS=|CC=|PWD=)(?:[ '"$/]|$|\S*\/)/.test(line) ||
    /^(?:"[^"]+"|\S+)[\\/]\S*(?:gcc|g\+\+|clang|clang\+\+|cc|compile|asm|link|cgo|pack|buildid)(?:\.exe)?"? -/.test(line)
  )
}

/** Lines that go with a diagnostic and say nothing on their own. */
export function isSummary(line: string): boolean {
  return (
    /^(?:(?:\S+: )?too many errors$|asm: assembly of |compilation terminated\.|\d+ (?:error|warning)s?(?: and \d+ errors?)? generated\.|go: downloading |go: extracting |go: finding |go: added |go: warning: )/.test(
      line,
    ) ||
    /^In file included from |^\s+from \S+:\d+[,:]|: In function |: At top level:|: Assembler messages:$|: in function `/.test(line) ||
    /^collect2: error: ld returned |^clang: error: linker command failed|link: running .+ failed: exit status \d+$/.test(line)
  )
}

/** Warnings and notes do not fail a build. */
export function isNotice(line: string): boolean {
  return /^(?:[^\s].*?)?(?:: )?(?:warning|note): /.test(line.slice(0, 500)) && !/(?:fatal )?error: /.test(line.slice(0, 500))
}

/** Generated on the way, or inside the toolchain's own working folder: gone when the build has ended. */
const GONE = /(?:^|\/)(?:go-build|go-link-)[^/]*\/|^\$WORK\/|(?:^|\/)_cgo_[^/]*$|(?:^|\/)cgo-[a-z-]+$|\.cgo[12]\.(?:c|go)$|^<[^>]*>$/

const LOCATED = /^((?:[A-Za-z]:[\\/])?[^:\s][^:]*?)(?::(\d{1,9}))(?::(\d{1,9}))?: (.*)$/
/** `file.go: invalid #cgo verb`: a file without a line. */
const FILE_ONLY = /^((?:[A-Za-z]:[\\/])?[^:\s]+\.(?:go|mod|sum|work)): (.*)$/
/** `/usr/bin/ld: place: what`, `asm: place: what`. */
const TOOL_PREFIX = /^(?:\S*?\bld(?:\.\w+)?|asm|compile|cgo|vet)(?:\.exe)?: /

function place(file: string, line: string | undefined, column: string | undefined): Location | null {
  const path = file.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '')
  if (GONE.test(path)) return null
  return {
    file: path,
    ...(line === undefined ? {} : { line: Number(line) }),
    ...(column === undefined ? {} : { column: Number(column) }),
  }
}

/** Reads `file:line[:column]: message`; `null` when the line has no such form. */
export function readDiagnostic(line: string, headed: boolean): { readonly location: Location | null; readonly message: string } | null {
  const prefix = headed ? (TOOL_PREFIX.exec(line)?.[0] ?? '') : ''
  const rest = line.slice(prefix.length)
  const located = LOCATED.exec(rest)
  // Hosts and times have colons and digits too: outside a compiler's block it must be a file of Go's.
  if (located !== null && (headed || /\.(?:go|mod|sum|work|txt|s|S|c|h)$/.test(located[1] ?? ''))) {
    const [, file = '', row, column, message = ''] = located
    return { location: place(file, row, column), message: message.replace(/^(?:fatal )?error: /i, '') }
  }
  const only = FILE_ONLY.exec(rest)
  if (only !== null) return { location: place(only[1] ?? '', undefined, undefined), message: only[2] ?? '' }
  // `gcc: error: …`, `/usr/bin/ld: cannot find -lx`, `cgo: C compiler "gcc" not found`.
  if (headed && (prefix !== '' || /^\S+: (?:fatal )?error: /.test(line))) return { location: null, message: line }
  return null
}
