/** Whether the checksum database is asked about modules that go.sum has: as go is set up (`auto`), although GOSUMDB is off (`on`), never. */
export type ChecksumDatabase = 'auto' | 'on' | 'off'
export const CHECKSUM_DATABASE: readonly ChecksumDatabase[] = ['auto', 'on', 'off']

/** What becomes of the build cache: trusted as go trusts it, verified entry by entry, or held against a build with a fresh one. */
export type BuildCache = 'trust' | 'verify' | 'fresh'
export const BUILD_CACHE: readonly BuildCache[] = ['trust', 'verify', 'fresh']
