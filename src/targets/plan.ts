import type { Finding } from '../report/index.js'

/** One decision on the way, and what it was decided by. */
export interface PlanStep {
  /** What was asked: `cgo`, `C compiler`, `header files`. */
  readonly question: string
  /** The answer in a few words. */
  readonly answer: string
  /** `stop`: the build fails here; `open`: it cannot be told before the build. */
  readonly state: 'ok' | 'warning' | 'stop' | 'open'
  readonly steps?: readonly PlanStep[]
}

/** `open`: nothing speaks against it, and something cannot be told. */
export type PlanVerdict = 'builds' | 'builds-without' | 'cannot' | 'open'

/** A package that is built without some of its files. */
export interface PlanLoss {
  readonly package: string
  readonly files: readonly string[]
  /** Files that stand in for them. */
  readonly replacements: readonly string[]
  readonly whole: boolean
}

/** What becomes of one target, decided before anything is built. */
export interface TargetPlan {
  /** As asked for, where no go can build it; else canonical: `linux/arm64+cgo`. */
  readonly target: string
  readonly verdict: PlanVerdict
  /** The rule under which the build would report its failure; only with `cannot`. */
  readonly rule?: string
  readonly steps: readonly PlanStep[]
  /** Import paths of packages that cannot be built, in the order met; empty where go cannot even list them. */
  readonly failedPackages: readonly string[]
  /** What the build leaves out because cgo is off. */
  readonly without: readonly PlanLoss[]
  readonly findings: readonly Finding[]
}

function flatten(steps: readonly PlanStep[]): readonly PlanStep[] {
  return steps.flatMap((step) => [step, ...flatten(step.steps ?? [])])
}

/** The verdict that the steps make. The rule is that of the first finding which is an error. */
export function concludePlan(
  target: string,
  steps: readonly PlanStep[],
  findings: readonly Finding[],
  without: readonly PlanLoss[],
  failedPackages: readonly string[] = [],
): TargetPlan {
  const states = new Set(flatten(steps).map(({ state }) => state))
  const rule = findings.find(({ severity }) => severity === 'error')?.rule
  const verdict = states.has('stop') ? 'cannot' : without.length > 0 ? 'builds-without' : states.has('open') ? 'open' : 'builds'
  return { target, verdict, ...(verdict === 'cannot' && rule !== undefined ? { rule } : {}), steps, failedPackages, without, findings }
}

const MERMAID_STATE: Readonly<Record<PlanStep['state'], string>> = { ok: '✓', warning: '!', stop: '✗', open: '?' }

/** Text inside the quotes of a Mermaid label. */
function label(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, ' ')
    .replaceAll('#', '#35;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;')
    .slice(0, 200)
}

const VERDICTS: Readonly<Record<PlanVerdict, string>> = {
  builds: 'will build',
  'builds-without': 'will build without some files',
  cannot: 'cannot build',
  open: 'will build, as far as it can be told',
}

/** The verdict for people. */
export function describePlanVerdict(verdict: PlanVerdict): string {
  return VERDICTS[verdict]
}

/** The plans as a Mermaid flow chart, a tree for each target. */
export function planToMermaid(plans: readonly TargetPlan[]): string {
  const lines = ['flowchart TD']
  let count = 0
  const draw = (step: PlanStep, parent: string): void => {
    count += 1
    const id = `s${String(count)}`
    lines.push(`  ${parent} --> ${id}["${MERMAID_STATE[step.state]} ${label(step.question)}: ${label(step.answer)}"]`)
    for (const inner of step.steps ?? []) draw(inner, id)
  }
  for (const [index, plan] of plans.entries()) {
    const id = `t${String(index)}`
    lines.push(`  ${id}(["${label(plan.target)}: ${describePlanVerdict(plan.verdict)}"])`)
    for (const step of plan.steps) draw(step, id)
  }
  return `${lines.join('\n')}\n`
}
