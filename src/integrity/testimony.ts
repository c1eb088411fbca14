/** Who can say what a module version holds. */
export type Witness =
  | 'go.sum'
  | 'ziphash'
  | 'zip'
  | 'directory'
  | 'go.mod' // the cached go.mod file
  | 'vendor'
  | 'checksum-database'
  | 'proxy' // a fresh fetch from one entry of GOPROXY
  | 'repository' // a fresh fetch from version control

/** What one witness says of one module version. */
export interface Testimony {
  readonly witness: Witness
  /** Where: `go.sum:12`, a proxy without its credentials, the name of the database; `null` for the places of the module cache. */
  readonly from: string | null
  /** `h1:…`; `null` when the witness says nothing. */
  readonly hash: string | null
  /** Why it says nothing, or what else it says (`no such version`). */
  readonly note?: string
}

/** A module version of which not all witnesses say the same. */
export interface Dispute {
  readonly path: string
  readonly version: string
  /** Whether it is about the go.mod file alone. */
  readonly goMod: boolean
  readonly testimonies: readonly Testimony[]
}
