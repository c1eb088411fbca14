/** Capital letters as golang.org/x/mod/module escapes them (`!d` for `D`) in the module cache and on proxies, for file systems that ignore case. */
export function escapeModule(path: string): string {
  return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)
}

/** The other way round. */
export function unescapeModule(path: string): string {
  return path.replaceAll(/!([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
