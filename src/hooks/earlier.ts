/** How the hook that was there before is called. */
export interface EarlierCall {
  /** The file beside the hook that is called. */
  readonly file: string
  /** Empty: it is started by its path. Else the words of its shell, which reads it under the name that it had. */
  readonly shell: readonly string[]
  /** It asks for its own name, and cannot be given the one that it had. */
  readonly isMisnamed: boolean
}

const SHELL = /^#!\s*(\/(?:\S*\/)?(?:sh|bash|dash|ash))(?:\s+(-[a-zA-Z]+))?\s*$/
const SHELL_BY_ENV = /^#!\s*(\/\S*\/env)\s+(sh|bash|dash|ash)\s*$/
// With basename, or by cutting off the folder.
const ASKS_ITS_NAME = /\bbasename\b[^\n]*\$\{?0|\$\{0##/
/** What husky 9 writes: the file beside asks for the name. */
const HUSKY = /^\s*\.\s+"\$\(dirname\s+(?:--\s+)?"\$0"\)\/h"\s*$/m
/** `File.basename($0)`, `basename(sys.argv[0])`, `path.basename(process.argv[1])`, `os.Args[0]`. */
const ASKS_ITS_NAME_ELSEWHERE =
  /\bbase(?:name)?\s*\(?\s*(?:\$0|\$PROGRAM_NAME|__FILE__|\w+\.argv|\w+\.Args)|\bbasename\b[^\n]*(?:argv|\$0|__file__)/i

function shellOf(firstLine: string): readonly string[] {
  const found = SHELL.exec(firstLine) ?? SHELL_BY_ENV.exec(firstLine)
  return found === null ? [] : found.slice(1).filter((word) => word !== undefined)
}

/**
 * How a hook is called that now has another name. Most do not care. One that asks for its own name (husky's do, and dispatchers that
 * are linked under many names) must find the old one: a shell can read it under that name. `text` is the content of the file.
 */
export function callEarlier(file: string, text: string): EarlierCall {
  const shell = shellOf(text.split('\n', 1)[0] ?? '')
  if (shell.length === 0) return { file, shell, isMisnamed: ASKS_ITS_NAME_ELSEWHERE.test(text) }
  if (!ASKS_ITS_NAME.test(text) && !HUSKY.test(text)) return { file, shell: [], isMisnamed: false }
  // A script that compares $0 with its file does nothing when it is only read.
  return text.includes('BASH_SOURCE') ? { file, shell: [], isMisnamed: true } : { file, shell, isMisnamed: false }
}
