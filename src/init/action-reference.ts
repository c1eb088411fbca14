/** What written workflows call: `OWNER/goparity@COMMIT`, until there is a published one. The only place that says so. */
export const ACTION_REFERENCE = 'OWNER/goparity@COMMIT'

/** Actions that a written workflow needs, by commit, with the version as a comment. */
export const CHECKOUT = 'actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3'
/** As `CHECKOUT`. */
export const SETUP_GO = 'actions/setup-go@4a3601121dd01d1626a1e23e37211e3254c1c06c # v6.4.0'

/** The reference of one of the two actions: `report` is a folder of the recorder's repository. */
export function actionUse(reference: string, action: 'record' | 'report'): string {
  if (action === 'record') return reference
  const at = reference.indexOf('@')
  return at === -1 ? `${reference.replace(/\/+$/, '')}/report` : `${reference.slice(0, at)}/report${reference.slice(at)}`
}

/** Whether a reference of the user is one that a workflow can hold: `owner/name[/folder]@ref` or `./folder`, plain ASCII. */
export function isActionReference(text: string): boolean {
  return /^(?:\.\/[\w.-]*(?:\/[\w.-]+)*|[\w.-]+\/[\w.-]+(?:\/[\w.-]+)*@[\w./-]+)$/.test(text) && text.length <= 300
}

/** Whether a step's `uses:` is one of our actions, whoever owns it. */
export function isOwnAction(uses: string, reference: string = ACTION_REFERENCE): 'record' | 'report' | null {
  const name = (uses.split('@', 1)[0] ?? '').replace(/\/+$/, '')
  const own = (reference.split('@', 1)[0] ?? '').replace(/\/+$/, '')
  if (name === own || /(?:^|\/)goparity$/.test(name)) return 'record'
  return name === `${own}/report` || /(?:^|\/)goparity\/report$/.test(name) ? 'report' : null
}
