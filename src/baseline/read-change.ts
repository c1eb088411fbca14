import { resolve } from 'node:path'
import { ParityError, toError } from '../errors.js'
import type { Host } from '../host/index.js'
import type { BaselineReference, Finding } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import type { Change } from './change.js'
import { formatBaseline, MAX_BASELINE_BYTES, parseBaseline } from './document.js'
import type { Git } from './git.js'
import { findMergeBase, readAtCommit, resolveCommit, type FileAtCommit } from './merge-base.js'
import type { BaselineReading, MergeBaseSource } from './reading.js'
import type { BaselineName } from './reference.js'
import { placeInRepository } from './place.js'
import { readBaselineText } from './save.js'

/** What reading the baseline of a change needs. */
export interface ChangeContext {
  readonly host: Host
  readonly git: Git
  readonly directory: string
  /** From the project's directory, or absolute. */
  readonly path: string
  readonly name: BaselineName
  readonly change: Change
  readonly fetchAtMergeBase: MergeBaseSource | undefined
}

interface AtBase {
  readonly commit: string
  readonly how: string
  readonly file: FileAtCommit
}

async function atMergeBase(context: ChangeContext, inRepository: string): Promise<AtBase | { readonly reason: string }> {
  const { git, change, name, fetchAtMergeBase } = context
  const onto = change.branch === null ? 'the target branch' : change.branch
  const base = await findMergeBase(git, change)
  if (base.ok) {
    const chosen = name.kind === 'git' ? await asOfBase(git, name.ref, base.commit) : base.commit
    if (chosen === null)
      return { reason: `${name.kind === 'git' ? name.ref : ''} has no commit in common with ${onto}, or is not in this clone` }
    const file = await readAtCommit(git, chosen, inRepository, MAX_BASELINE_BYTES)
    const how = chosen === base.commit ? `as of the merge base with ${onto}` : `as of a commit that ${onto} has`
    return { commit: chosen, how: `${how}, not as this change has it`, file }
  }
  if (fetchAtMergeBase === undefined || name.kind === 'git') return { reason: base.reason }
  try {
    const { commit, text } = await fetchAtMergeBase(inRepository)
    const file: FileAtCommit =
      text !== null && text.length > MAX_BASELINE_BYTES ? { ok: false, reason: 'it is too large to be read' } : { ok: true, text }
    return { commit, how: `as of the merge base with ${onto}, read through the API`, file }
  } catch (error) {
    if (error instanceof ParityError && error.code === 'cancelled') throw error
    return { reason: `${base.reason}; and the API did not help: ${toError(error).message}` }
  }
}

/** A named commit as far as the target branch has it: never one of the change's own. */
async function asOfBase(git: Git, ref: string, mergeBase: string): Promise<string | null> {
  const commit = (await resolveCommit(git, ref)) ?? (await resolveCommit(git, `refs/remotes/origin/${ref}`))
  if (commit === null) return null
  const answer = await git.ask(['merge-base', commit, mergeBase])
  return answer.ok ? (answer.text.split('\n', 1)[0] ?? null) : null
}

/** What the change itself puts into the baseline file. */
type Proposal =
  | { readonly kind: 'absent' }
  /** Nothing was checked out here: what the change has is not to be seen. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'snapshots'; readonly text: string; readonly snapshots: readonly Snapshot[] }
  | { readonly kind: 'unreadable'; readonly reason: string }

function isAbsent(proposal: Proposal): proposal is Extract<Proposal, { readonly kind: 'absent' | 'not-here' }> {
  return proposal.kind === 'absent' || proposal.kind === 'not-here'
}

async function readProposal({ host, git, directory, path }: ChangeContext): Promise<Proposal> {
  try {
    const text = await readBaselineText(host, resolve(directory, path))
    if (text === null) return { kind: (await git.ask(['rev-parse', '--is-inside-work-tree'])).ok ? 'absent' : 'not-here' }
    return { kind: 'snapshots', text, snapshots: parseBaseline(text, path).snapshots }
  } catch (error) {
    return { kind: 'unreadable', reason: toError(error).message }
  }
}

function editedFinding(file: string, severity: Finding['severity'], title: string, message: string): Finding {
  return {
    rule: 'baseline/edited',
    severity,
    state: 'new',
    title,
    message,
    subject: { file },
    location: { file, line: 1 },
    evidence: [],
    fix: [],
    source: 'baseline',
  }
}

function describeEdit(file: string, onto: string, base: readonly Snapshot[], baseText: string, proposal: Proposal): Finding | null {
  if (proposal.kind === 'not-here') return null
  const trusted = `This change is judged by the baseline that ${onto} has; what the change proposes counts once it is merged.`
  if (proposal.kind === 'absent') return editedFinding(file, 'warning', 'this change removes the baseline', trusted)
  if (proposal.kind === 'unreadable')
    return editedFinding(file, 'warning', 'this change makes the baseline unreadable', `${trusted} After a merge: ${proposal.reason}.`)
  // Line ends and indentation are no edit: a checkout may change them.
  if (proposal.text === baseText || formatBaseline(proposal.snapshots) === formatBaseline(base)) return null
  return editedFinding(file, 'warning', 'this change edits the baseline', `${trusted} Review the edit as you would review code.`)
}

function unusable(ref: string, reason: string): BaselineReading {
  return { kind: 'unusable', reference: { source: 'git', ref, trusted: false, reason }, reason: `${reason}.` }
}

/** Reads the baseline of a change from its merge base, and says when the change edits it. */
export async function readOfChange(context: ChangeContext): Promise<BaselineReading> {
  const { change, path } = context
  const onto = change.branch ?? 'the target branch'
  const inRepository = await placeInRepository(context.host, context.git, context.directory, path)
  if (inRepository === null)
    return unusable(
      path,
      `in a change the baseline is read from ${onto} by git, and ${path} lies outside a repository: the change could have written it`,
    )
  const base = await atMergeBase(context, inRepository)
  const proposal = await readProposal(context)
  const proposed = proposal.kind === 'snapshots' ? { proposed: proposal.snapshots } : {}
  if ('reason' in base) {
    // A file that is not there proves nothing: the change may have removed it.
    const none = isAbsent(proposal) ? `; where ${onto} has no baseline, say --baseline none` : ''
    return unusable(path, `${base.reason}${none}`)
  }
  if (!base.file.ok) return unusable(base.commit, base.file.reason)
  if (base.file.text === null) return missingAtBase(context, base.commit, onto, proposal)
  let snapshots
  try {
    snapshots = parseBaseline(base.file.text, `${path} of ${onto}`).snapshots
  } catch (error) {
    // Not the change's fault: the run goes on, and says unknown.
    return unusable(base.commit, toError(error).message)
  }
  const edited = describeEdit(path, onto, snapshots, base.file.text, proposal)
  const reference: BaselineReference = { source: 'git', ref: base.commit, trusted: true, reason: `${path} ${base.how}` }
  return { kind: 'found', snapshots, reference, ...(edited === null ? {} : { edited, ...proposed }) }
}

function missingAtBase(context: ChangeContext, commit: string, onto: string, proposal: Proposal): BaselineReading {
  const { path, name } = context
  if (isAbsent(proposal)) {
    const reason = `${onto} has no ${path}`
    if (name.kind === 'auto') return { kind: 'none', reason }
    return unusable(commit, reason)
  }
  const reason = `first baseline in this change: ${onto} has no ${path} yet, so there is nothing to compare with before it is merged`
  if (proposal.kind === 'unreadable') {
    const edited = editedFinding(path, 'warning', 'this change brings a baseline that cannot be read', `${proposal.reason}.`)
    return { kind: 'none', reason, edited }
  }
  return { kind: 'none', reason, proposed: proposal.snapshots }
}
