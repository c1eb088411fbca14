import { compareToBaseline, pickBaselineJob, stateOf, type BaselineComparison } from '../compare/index.js'
import { detectChange, readBaseline, type BaselineReading } from '../baseline/index.js'
import type { Comparison, Degrade, Finding } from '../report/index.js'
import type { Snapshot } from '../snapshot/index.js'
import { untrusted } from './baseline-findings.js'
import { isProof, proofKey } from './build-project.js'
import { runChain, type ChainResult } from './chain.js'
import { knownIn, withDeclared } from './declared.js'
import { conclude, type Outcome } from './conclude.js'
import { rememberedSums } from './remembered-sums.js'
import type { CheckOptions } from './options.js'
import type { Session } from './session.js'

/** What a baseline says about a run. */
interface Judgement {
  readonly comparison: Comparison
  readonly findings: readonly Finding[]
  readonly degraded: readonly Degrade[]
  readonly unknown: readonly string[]
}

const NOTHING_COMPARED: Comparison = { baseline: null, environment: [], modules: [] }

/** Only what was recorded this time is compared: a run that was stopped early has no modules, which is not "all removed". */
function comparable(baseline: Snapshot, present: Snapshot): Snapshot {
  const read = new Set(present.roots.filter(({ modules }) => modules.length > 0).map(({ directory }) => directory))
  return { ...baseline, roots: baseline.roots.filter(({ directory }) => read.has(directory)) }
}

function judge(reading: BaselineReading, chain: ChainResult, asked: string, ignore: CheckOptions['config']['ignore']): Judgement {
  const { findings } = chain
  if (reading.kind === 'found') return judgeBy(reading, chain, ignore)
  if (reading.kind === 'unusable') {
    return {
      comparison: { ...NOTHING_COMPARED, baseline: reading.reference },
      findings: [...findings, untrusted(reading)],
      degraded: [],
      unknown: [reading.reason],
    }
  }
  return {
    comparison: NOTHING_COMPARED,
    findings: [...findings, ...(reading.edited === undefined ? [] : [reading.edited])],
    // That there is none yet is what the first run is like; only a wish to have none is something left out.
    degraded: asked === 'none' ? [{ what: 'baseline', why: reading.reason }] : [],
    unknown: [],
  }
}

function judgeBy(
  reading: Extract<BaselineReading, { kind: 'found' }>,
  chain: ChainResult,
  ignore: CheckOptions['config']['ignore'],
): Judgement {
  const { snapshot, findings } = chain
  const { reference, edited, proposed } = reading
  const against = (
    snapshots: readonly Snapshot[],
  ): { readonly before: Snapshot; readonly compared: BaselineComparison; readonly note: string } | null => {
    const picked = pickBaselineJob(snapshots, snapshot.job, snapshot.toolchain.host)
    if (picked === null) return null
    const before = comparable(picked.snapshot, snapshot)
    return { before, compared: compareToBaseline(before, snapshot, ignore), note: picked.standsIn ? `; ${picked.reason}` : '' }
  }
  const main = against(reading.snapshots)
  const own = proposed === undefined ? null : against(proposed)
  const edits = edited === undefined ? [] : [own === null ? edited : withProposal(edited, own.compared.findings)]
  if (main === null) {
    const why = `${reference.ref} has no job on ${snapshot.toolchain.host}`
    return { comparison: NOTHING_COMPARED, findings: [...findings, ...edits], degraded: [{ what: 'baseline', why }], unknown: [] }
  }
  const { before, compared, note } = main
  return {
    comparison: {
      baseline: { ...reference, reason: `${reference.reason}${note}` },
      environment: compared.environment,
      modules: compared.modules,
    },
    findings: [...knownIn(before, stateOf(findings, before, snapshot)), ...compared.findings, ...edits],
    degraded: [],
    unknown: [],
  }
}

/** The finding about an edited baseline, with what is left when the edited one is believed: the second comparison. */
function withProposal(edited: Finding, left: readonly Finding[]): Finding {
  const summary =
    left.length === 0
      ? 'Against the edited baseline nothing differs.'
      : `Against the edited baseline ${String(left.length)} ${left.length === 1 ? 'finding is' : 'findings are'} left.`
  return {
    ...edited,
    message: `${edited.message} ${summary}`,
    evidence: [...edited.evidence, ...left.slice(0, 20).map(({ rule, title }) => `edited baseline: ${rule}: ${title}`)],
  }
}

/** The main job: record → download → verify → build → compare with the baseline. Throws as `recordProject` and `readBaseline` do. */
export async function check(session: Session, options: CheckOptions): Promise<Outcome> {
  const { config, directory } = options
  const { host } = session
  const asked = options.baseline ?? config.baseline ?? 'auto'
  // First of all: a baseline that cannot be read must not show only after minutes of building.
  const reading = await readBaseline(host, {
    reference: asked,
    directory,
    change: detectChange(host.env, options.event),
    ...(options.mergeBase === undefined ? {} : { fetchAtMergeBase: options.mergeBase }),
    ...(session.signal === undefined ? {} : { signal: session.signal }),
  })
  const trusted = reading.kind === 'found' && reading.reference.trusted ? reading.snapshots : []
  const proofs = new Map(trusted.flatMap(({ targets }) => targets.filter(isProof).map((result) => [proofKey(result), result])))
  const chain = await withDeclared(session, directory, async () =>
    runChain(session, { ...options, remembered: rememberedSums(trusted), proofs }, 'build'),
  )
  const judged = judge(reading, chain, asked, config.ignore)
  const concluded = conclude(
    {
      job: chain.snapshot.job,
      findings: judged.findings,
      integrity: chain.integrity,
      targets: chain.targets,
      degraded: [...chain.degraded, ...judged.degraded],
      comparison: judged.comparison,
      unknown: judged.unknown,
      sound: chain.sound,
      timings: chain.recording.watch.read(),
    },
    options,
  )
  return { ...concluded, snapshot: chain.snapshot, ledger: chain.sound ? chain.ledger : null }
}
