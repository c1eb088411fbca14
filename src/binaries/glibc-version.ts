import type { VersionNeed } from './elf-dynamic.js'

/** Compares dotted numbers: negative, zero or positive. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')]
  for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
    const difference = Number(left[at] ?? 0) - Number(right[at] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/**
 * Marks that glibc defines beside its numbered versions, and since when
 * (https://sourceware.org/glibc/wiki/Release/2.36: DT_RELR).
 */
const MARKS: Readonly<Record<string, string>> = { GLIBC_ABI_DT_RELR: '2.36' }

/** The release of glibc that has a symbol version first: `2.34` for `GLIBC_2.34`; `null` for what is none of glibc's. */
export function glibcOf(version: string): string | null {
  return /^GLIBC_(\d{1,3}(?:\.\d{1,4}){1,3})$/.exec(version)?.[1] ?? MARKS[version] ?? null
}

/** The oldest glibc that has all versions asked for; weak ones are only warned about by the loader. */
export function oldestGlibc(needs: readonly VersionNeed[]): string | null {
  return needs
    .flatMap(({ versions }) => versions.flatMap(({ name, weak }) => (weak ? [] : (glibcOf(name) ?? []))))
    .reduce<string | null>((oldest, version) => (oldest === null || compareVersions(version, oldest) > 0 ? version : oldest), null)
}
