import { Malformed, partFrom } from './bytes.js'

const MAGIC = 'glibc-ld.so.cache1.1'
/** A system with everything installed has some ten thousand. */
const MAX_ENTRIES = 100_000

/**
 * Names and paths of glibc's `/etc/ld.so.cache` in the order of the file, without those for special processors
 * (sysdeps/generic/dl-cache.h, the format since 2.2). Empty for a file of another format.
 */
export function parseLoaderCache(bytes: Uint8Array, little: boolean = true): readonly { readonly name: string; readonly path: string }[] {
  try {
    const whole = partFrom(bytes, little)
    // An old format may stand in front of the new one; since 2.32 it does not.
    if (whole.text(0, MAGIC.length) !== MAGIC) return []
    const count = Math.min(whole.u32(20), MAX_ENTRIES)
    return Array.from({ length: count }, (_, index) => {
      const at = 48 + index * 24
      return { name: whole.text(whole.u32(at + 4)), path: whole.text(whole.u32(at + 8)), special: whole.u64(at + 16) !== 0 }
    }).flatMap(({ name, path, special }) => (special || !path.startsWith('/') ? [] : [{ name, path }]))
  } catch (error) {
    if (!(error instanceof Malformed)) throw error
    return []
  }
}

/** Folders of musl's `/etc/ld-musl-ARCH.path`: separated by colons or line feeds. */
export function parseMuslPath(text: string): readonly string[] {
  return text
    .slice(0, 64 * 1024)
    .split(/[:\n]/)
    .filter((folder) => folder.startsWith('/'))
}
