import { CACHE_CLAIMS } from './cache.js'
import { CGO_DEFAULT_CLAIMS } from './cgo-default.js'
import type { Claim } from './claim.js'
import { CLOCK_CLAIMS } from './clock.js'
import { COMPILER_CLAIMS } from './compilers.js'
import { DRIVER_CLAIMS } from './drivers.js'
import { DROPPED_CLAIMS } from './dropped.js'
import { HASH_CLAIMS } from './hashes.js'
import { LIBC_CLAIMS } from './libc.js'
import { RESOLVER_CLAIMS } from './resolver.js'
import { VENDOR_CLAIMS } from './vendor.js'
import { VERIFY_CLAIMS } from './verify.js'

/** One part of the page. */
export interface Group {
  readonly title: string
  readonly claims: readonly Claim[]
}

/** Everything on docs/claims.md, in its order. A new group is a file beside this one, and a line here. */
export const GROUPS: readonly Group[] = [
  { title: 'Hashes and go.sum', claims: HASH_CLAIMS },
  { title: 'go mod verify', claims: VERIFY_CLAIMS },
  { title: 'Module cache, proxy and checksum database', claims: CACHE_CLAIMS },
  { title: 'vendor/', claims: VENDOR_CLAIMS },
  { title: 'Whether cgo is on', claims: CGO_DEFAULT_CLAIMS },
  { title: 'The resolver', claims: RESOLVER_CLAIMS },
  { title: 'Time and threads', claims: CLOCK_CLAIMS },
  { title: 'Drivers, files and flags of cgo', claims: DROPPED_CLAIMS },
  { title: 'Compilers and targets', claims: COMPILER_CLAIMS },
  { title: 'The C library', claims: LIBC_CLAIMS },
  { title: 'Dials and database drivers', claims: DRIVER_CLAIMS },
]
