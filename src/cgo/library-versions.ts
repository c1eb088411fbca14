import type { Host } from '../host/index.js'
import type { LibraryAnswer } from './libraries.js'
import type { CTool } from './toolchain.js'

/** Libraries whose header says a version as one string that the library holds too. */
const VERSIONED: Readonly<Record<string, { readonly header: string; readonly macro: string }>> = {
  archive: { header: 'archive.h', macro: 'ARCHIVE_VERSION_ONLY_STRING' },
  crypto: { header: 'openssl/opensslv.h', macro: 'OPENSSL_VERSION_TEXT' },
  curl: { header: 'curl/curlver.h', macro: 'LIBCURL_VERSION' },
  git2: { header: 'git2/version.h', macro: 'LIBGIT2_VERSION' },
  png: { header: 'png.h', macro: 'PNG_LIBPNG_VER_STRING' },
  png16: { header: 'png.h', macro: 'PNG_LIBPNG_VER_STRING' },
  sqlite3: { header: 'sqlite3.h', macro: 'SQLITE_VERSION' },
  xml2: { header: 'libxml/xmlversion.h', macro: 'LIBXML_DOTTED_VERSION' },
  z: { header: 'zlib.h', macro: 'ZLIB_VERSION' },
}

/** Larger libraries are not searched. */
const MAX_LIBRARY = 64 * 1024 * 1024

/** A header and a library that are not of one version. */
export interface VersionMismatch {
  readonly library: string
  /** The file of the library. */
  readonly path: string
  readonly header: string
  /** What the header says. */
  readonly version: string
}

/** Which libraries do not hold the version that the header of the same name says, under the flags of a package. */
export async function findVersionMismatches(
  host: Host,
  compiler: CTool,
  flags: readonly string[],
  libraries: readonly LibraryAnswer[],
): Promise<readonly VersionMismatch[]> {
  const found = await Promise.all(
    libraries.map(async ({ name, path }): Promise<VersionMismatch | null> => {
      const known = VERSIONED[name]
      if (known === undefined || path === undefined) return null
      const { header, macro } = known
      const { ok, output } = await compiler.run([...flags, '-E', '-dM', '-include', header, '-x', 'c', '/dev/null'])
      const version = ok ? new RegExp(`^#define ${macro} "([^"\\n]{1,80})"`, 'm').exec(output)?.[1] : undefined
      if (version === undefined) return null
      const bytes = await host.files.read(await host.files.realPath(path), MAX_LIBRARY).catch(() => null)
      if (bytes === null) return null
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(version)
        ? null
        : { library: name, path, header, version }
    }),
  )
  return found.filter((one) => one !== null)
}
