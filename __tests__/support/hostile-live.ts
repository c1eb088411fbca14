/** Controls, marks that reorder or hide text, tags, halves of characters: nothing that is shown has any, but for line feeds. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/u

/** What .NET's TrimStart takes away. */
const DOTNET_BLANKS = /^[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/

/**
 * The workflow commands that a runner would obey in an output, after actions/runner, ActionCommand.cs and
 * ActionCommandManager.cs: `::name …::` at the start of a line, `##[name …]` anywhere in one; none between
 * `::stop-commands::TOKEN` and `::TOKEN::`.
 */
export function obeyedCommands(output: string): readonly string[] {
  const obeyed: string[] = []
  let token: string | null = null
  for (const line of output.split(/\r\n|\n|\r/)) {
    const trimmed = line.replace(DOTNET_BLANKS, '')
    const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1
    const name = end === -1 ? null : (trimmed.slice(2, end).split(' ', 1)[0] ?? '')
    if (token !== null) {
      if (name === token) token = null
    } else if (name === 'stop-commands') token = trimmed.slice(end + 2)
    else if (name !== null) obeyed.push(name)
    else if (/##\[[^\]]*\]/.test(line)) obeyed.push(line.slice(line.indexOf('##[')))
  }
  return obeyed
}

/** The first few, short: enough to find the place. */
function shown(lines: readonly string[]): readonly string[] {
  return lines.slice(0, 5).map((line) => line.slice(0, 200))
}

/** What in plain output is not plain: a terminal or a runner would do something. */
export function liveInText(output: string): readonly string[] {
  const invisible = output.split('\n').filter((line) => INVISIBLE.test(line))
  const commands = output.split(/\r\n|\n|\r/).filter((line) => line.replace(DOTNET_BLANKS, '').startsWith('::') || line.includes('##['))
  return shown([...invisible, ...commands])
}

/** Tags that hold text of ours or of others and do nothing. */
const TAGS = /<\/?(?:code|pre|details|summary|strong|em|sub|br)>/g
/** Text of others stands here, every character of it that could mean anything as an entity. */
const QUOTED = /<(code|pre)>((?:[A-Za-z0-9 ]|&#\d+;)*)<\/\1>/g
/** What Markdown, HTML or GitHub would make something of outside of code. */
const LIVE = /[<>[\]`@\\~^${}&_*]|:\/\/|www\.|(?<![A-Za-z])GH-\d|#\d|\b(?=\w*\d)[0-9a-f]{7,40}\b/i

function liveLine(line: string): boolean {
  const rest = line
    .replaceAll(QUOTED, 'x')
    .replaceAll(TAGS, '')
    .replaceAll(/&#\d+;/g, '')
    // Marks of ours: a heading, a point of a list, bold words.
    .replace(/^(?:#{1,4}|-|\d+\.(?= \*\*)) /, '')
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
  return LIVE.test(rest) || /^\s*(?:#|={2,}$|[+>]|\d+[.)] )/.test(rest)
}

function cellsOf(line: string): number {
  return line.split('|').length
}

/** Rows of a table that have other cells than its head. */
function brokenRows(lines: readonly string[]): readonly string[] {
  return lines.filter((line, at) => {
    if (!line.startsWith('|')) return line.includes('|')
    let head = at
    while (lines[head - 1]?.startsWith('|') === true) head -= 1
    return cellsOf(line) !== cellsOf(lines[head] ?? '')
  })
}

/** Tags that are not closed in the order in which they were opened. */
function openTags(markdown: string): readonly string[] {
  const open: string[] = []
  const wrong: string[] = []
  for (const [tag] of markdown.matchAll(TAGS)) {
    const name = tag.replaceAll(/[</>]/g, '')
    if (name === 'br') continue
    if (!tag.startsWith('</')) open.push(name)
    else if (open.pop() !== name) wrong.push(tag)
  }
  return [...wrong, ...open]
}

/** Lines of GitHub Markdown in which anything is alive but our own headings, lists, tables and code. */
export function liveInMarkdown(markdown: string): readonly string[] {
  const lines = markdown.split('\n')
  return shown([...liveInText(markdown), ...lines.filter(liveLine), ...brokenRows(lines), ...openTags(markdown)])
}
