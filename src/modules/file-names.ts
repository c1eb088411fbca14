/** golang.org/x/mod/module, badWindowsNames. */
const WINDOWS_NAMES = /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])$/i
/** golang.org/x/mod/module, fileNameOK: of ASCII these, of everything else letters. */
const LETTERS = /^[\w!#$%&()+,\-.=@[\]^{}~ \p{L}]*$/u

function faultOfElement(element: string): string | null {
  if (element === '') return 'has an empty part'
  if (/^\.+$/.test(element)) return 'goes through . or ..'
  if (element.endsWith('.')) return 'has a part that ends with a dot'
  if (!LETTERS.test(element)) return 'has characters that Go does not allow'
  const [short = ''] = element.split('.', 1)
  return WINDOWS_NAMES.test(short) ? 'has a part that Windows keeps for a device' : null
}

/**
 * Why a module may not hold a file of this name (POSIX, from the root of the module); `null` when it may.
 * A port of golang.org/x/mod/module, CheckFilePath.
 */
export function faultOfFileName(name: string): string | null {
  if (name === '') return 'is empty'
  for (const element of name.split('/')) {
    const fault = faultOfElement(element)
    if (fault !== null) return fault
  }
  return null
}

/** One code point in the spelling that stands for all its cases: the same classes as Go's unicode.SimpleFold. */
function foldLetter(letter: string): string {
  // The Turkish letters have no simple fold in Unicode.
  if (letter === 'ı' || letter === 'İ') return letter
  const upper = letter.toUpperCase()
  return (Array.from(upper).length === 1 ? upper : letter).toLowerCase()
}

function foldCase(name: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is what most names are, and quick to fold
  return /^[\u0000-\u007F]*$/.test(name) ? name.toLowerCase() : Array.from(name, foldLetter).join('')
}

/** A file or a folder of a `NameTree`. */
interface Node {
  readonly name: string
  readonly isFolder: boolean
  children: Map<string, Node> | null
}

/** The names of a module as they come, one by one. */
export interface NameTree {
  /**
   * Takes a name that `faultOfFileName` allows, and says why it cannot stand beside those before it; `null` when it can.
   * A folder may come more than once.
   */
  add(name: string, isFolder: boolean): string | null
  /** Files and folders so far. */
  readonly size: number
}

/** Finds the names that a file system without case, or any, cannot hold together: golang.org/x/mod/zip, collisionChecker, in linear time. */
export function openNameTree(): NameTree {
  const root: Node = { name: '', isFolder: true, children: null }
  let size = 0
  return {
    get size() {
      return size
    },
    add(name, isFolder) {
      const parts = name.split('/')
      let at = root
      for (const [depth, part] of parts.entries()) {
        const isInner = depth < parts.length - 1
        at.children ??= new Map()
        const folded = foldCase(part)
        const there = at.children.get(folded)
        if (there === undefined) {
          const made = { name: part, isFolder: isInner || isFolder, children: null }
          at.children.set(folded, made)
          size += 1
          at = made
          continue
        }
        if (there.name !== part) return 'stands there in two spellings'
        if (there.isFolder !== (isInner || isFolder)) return 'is a file and a folder'
        if (!there.isFolder) return 'stands there twice'
        at = there
      }
      return null
    },
  }
}
