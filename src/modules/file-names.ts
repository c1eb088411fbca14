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
