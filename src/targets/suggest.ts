import { distance } from 'fastest-levenshtein'
import type { DistTarget } from './target.js'

/** What other tools call Go's operating systems and processors. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['x86_64', 'amd64'],
  ['x8664', 'amd64'],
  ['x64', 'amd64'],
  ['aarch64', 'arm64'],
  ['armv8', 'arm64'],
  ['armv5', 'arm/5'],
  ['armv6', 'arm/6'],
  ['armv6l', 'arm/6'],
  ['armv7', 'arm/7'],
  ['armv7l', 'arm/7'],
  ['armhf', 'arm/7'],
  ['i386', '386'],
  ['i486', '386'],
  ['i586', '386'],
  ['i686', '386'],
  ['x86', '386'],
  ['ia32', '386'],
  ['powerpc64le', 'ppc64le'],
  ['ppc64el', 'ppc64le'],
  ['mipsel', 'mipsle'],
  ['mips64el', 'mips64le'],
  ['loongarch64', 'loong64'],
  ['wasm32', 'wasm'],
  ['macos', 'darwin'],
  ['macosx', 'darwin'],
  ['osx', 'darwin'],
  ['mac', 'darwin'],
  ['win', 'windows'],
  ['win32', 'windows'],
  ['win64', 'windows'],
  ['wasi', 'wasip1'],
])

/** Longer texts are no misspelt target, and distance costs the product of the lengths. */
const MAX_LENGTH = 64
const MAX_SUGGESTIONS = 3

/** A target as it is shown in messages: quoted, controls escaped, not longer than a line. */
export function quoteTarget(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 80)}…` : text
  // JSON escapes C0 only; the others could hide or reorder text in a terminal.
  return JSON.stringify(short).replaceAll(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** Go's name for each part, whatever stands between the parts. */
function goWords(text: string): readonly string[] {
  const parts = text
    .toLowerCase()
    .replaceAll(/x86[_-]64/g, 'x8664')
    .split(/[^a-z0-9.]+/)
    .filter((part) => part !== '' && part !== 'cgo')
  return parts.flatMap((part) => (ALIASES.get(part) ?? part).split('/'))
}

/** First class ports first, otherwise the order of `go tool dist list`. */
function byImportance(dist: readonly DistTarget[]): readonly DistTarget[] {
  return [...dist.filter((row) => row.firstClass), ...dist.filter((row) => !row.firstClass)]
}

/** The real targets nearest to what was written, best first, at most three; never empty when `dist` is not. */
export function nearestTargets(text: string, dist: readonly DistTarget[]): readonly string[] {
  const written = text.slice(0, MAX_LENGTH)
  const [first = '', second = '', ...more] = goWords(written)
  const rows = byImportance(dist)
  // Written with other names, joined otherwise, or the wrong way round.
  for (const [goos, goarch] of [
    [first, second],
    [second, first],
  ]) {
    const row = rows.find((candidate) => candidate.goos === goos && candidate.goarch === goarch)
    const variant = goarch === 'arm' && /^[567]$/.test(more[0] ?? '') ? `/${more[0] ?? ''}` : ''
    if (row !== undefined) return [`${row.goos}/${row.goarch}${variant}`]
  }
  // Only one half: what it goes with.
  if (second === '') {
    const halves = rows.filter((row) => row.goos === first || row.goarch === first)
    if (halves.length > 0) return halves.slice(0, MAX_SUGGESTIONS).map((row) => `${row.goos}/${row.goarch}`)
  }
  const asked = [first, second].join('/')
  return rows
    .map((row, index) => ({ name: `${row.goos}/${row.goarch}`, index, far: distance(asked, `${row.goos}/${row.goarch}`) }))
    .toSorted((a, b) => a.far - b.far || a.index - b.index)
    .filter((row, _, [best]) => row.far <= (best?.far ?? 0) + 1)
    .slice(0, MAX_SUGGESTIONS)
    .map((row) => row.name)
}
