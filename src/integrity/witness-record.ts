/** `path version h1:…` or `path version/go.mod h1:…`. */
const LINE = /^(\S+ \S+) (h1:[A-Za-z0-9+/]{43}=)$/
const ID = /^\d{1,19}$/

/**
 * The lines of go.sum in a lookup record of the checksum database, as `path version[/go.mod]` → hash; `null` when it is none.
 * Only the record itself counts, up to the blank line (golang.org/x/mod/sumdb/tlog, ParseRecord): what follows is outside
 * of what the tree proves, and go read hashes there until CVE-2026-56864 was closed.
 */
export function parseLookupRecord(text: string): ReadonlyMap<string, string> | null {
  const end = text.indexOf('\n\n')
  if (end === -1) return null
  const [id = '', ...lines] = text.slice(0, end).split('\n')
  if (!ID.test(id)) return null
  const sums = new Map<string, string>()
  for (const line of lines) {
    const [, key = '', hash = ''] = LINE.exec(line) ?? []
    if (key !== '' && !sums.has(key)) sums.set(key, hash)
  }
  return sums
}
