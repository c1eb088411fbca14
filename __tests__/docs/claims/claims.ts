import { CACHE_CLAIMS } from './cache.js'
import type { Claim } from './claim.js'
import { HASH_CLAIMS } from './hashes.js'
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
]
