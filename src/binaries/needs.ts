import { compareVersions } from './glibc-version.js'
import type { Inspection } from './summary.js'

/** Whether every system with that C library has the library: glibc and musl bring these themselves. */
export function comesWithLibc(library: string): boolean {
  return /^(?:lib(?:c|m|dl|rt|pthread|resolv|util|nsl)\.(?:so|musl-)|ld-linux|ld64\.so|ld-musl-)/.test(library)
}

/** Names of libraries a person reads in one line. */
const MAX_SHOWN = 5

/** What programs need where they run: `glibc 2.34 or newer, libz.so.1`; `null` when they need nothing. */
export function describeNeeds(programs: readonly Pick<Inspection, 'linkage' | 'needed' | 'glibc' | 'libc'>[]): string | null {
  const dynamic = programs.filter(({ linkage }) => linkage === 'dynamic')
  const versions = dynamic.flatMap(({ glibc }) => (glibc === null ? [] : [glibc])).toSorted(compareVersions)
  const newest = versions.at(-1)
  const libc = newest === undefined ? dynamic.find((program) => program.libc !== null)?.libc : `glibc ${newest} or newer`
  const libraries = [...new Set(dynamic.flatMap(({ needed }) => needed.filter((name) => !comesWithLibc(name))))]
  const more = libraries.length > MAX_SHOWN ? [`${String(libraries.length - MAX_SHOWN)} more libraries`] : []
  const needs = [...(libc === undefined || libc === null ? [] : [libc]), ...libraries.slice(0, MAX_SHOWN), ...more]
  return needs.length === 0 ? null : needs.join(', ')
}
