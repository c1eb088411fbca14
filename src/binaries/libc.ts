import type { Libc } from './model.js'

/** The C library whose loader a path names; `null` for a loader of another system. */
export function libcOfLoader(interpreter: string): Libc | null {
  const name = interpreter.slice(interpreter.lastIndexOf('/') + 1)
  if (name.startsWith('ld-musl-')) return 'musl'
  if (/^ld(?:64)?-uClibc/.test(name)) return 'uclibc'
  if (/^linker(?:64)?$/.test(name) || name.startsWith('linker_asan')) return 'bionic'
  return /^ld-linux|^ld64\.so|^ld\.so\.1$|^ld-2\./.test(name) ? 'glibc' : null
}

/** The C library whose file a name of a needed library is; `null` for other libraries. */
export function libcOfLibrary(name: string): Libc | null {
  if (name === 'libc.so.6' || /^ld-linux|^ld64\.so/.test(name)) return 'glibc'
  if (/^libc\.musl-|^ld-musl-/.test(name)) return 'musl'
  return /^libuClibc|^libc\.so\.[01]$/.test(name) ? 'uclibc' : null
}

/** The C library a dynamic binary was linked with: by its loader, its libraries, then by the versions of symbols. */
export function libcOf(
  interpreter: string | null,
  needed: readonly string[],
  versions: readonly string[],
  goos: string | null,
): Libc | null {
  const byLoader = interpreter === null ? null : libcOfLoader(interpreter)
  if (byLoader !== null) return byLoader
  if (goos !== null && goos !== 'linux' && goos !== 'android') return null
  const byLibrary = needed.map(libcOfLibrary).find((libc) => libc !== null)
  if (byLibrary !== undefined) return byLibrary
  if (versions.some((version) => version.startsWith('GLIBC_'))) return 'glibc'
  if (!needed.includes('libc.so')) return null
  // musl and Android both call it libc.so; only Android's has versions.
  return goos === 'android' || versions.includes('LIBC') ? 'bionic' : 'musl'
}
