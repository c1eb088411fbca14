/** The folder of a file, `.` for the top. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/')
  return slash === -1 ? '.' : path.slice(0, slash)
}

/** A path below a folder, `.` and `..` followed; `null` when it leads out of the repository or is absolute. */
export function joinPath(folder: string, path: string): string | null {
  if (path.startsWith('/')) return null
  const parts: string[] = []
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.length === 0 ? '.' : parts.join('/')
}

/** Whether a folder is another one or lies in it. */
export function isWithin(folder: string, outer: string): boolean {
  return outer === '.' || folder === outer || folder.startsWith(`${outer}/`)
}

/** Folders whose files are about something else than the project's own build. */
export function isAside(path: string): boolean {
  return /(?:^|\/)(?:_?examples?|_?samples?|test-?data|(?:[\w-]{1,30}-)?fixtures?|__tests__|tests?\/data|third_party|templates?|docs?|tutorials?|playground|archive|deprecated)\//.test(
    path,
  )
}

/** Folders whose images are helpers of tests: nobody ships them. */
export function isForTests(path: string): boolean {
  return isAside(path) || /(?:^|\/)(?:tests?|e2e|e2e[_-]?tests?|integration|integration[_-]?tests?|mocks?|suites)\//.test(path)
}
