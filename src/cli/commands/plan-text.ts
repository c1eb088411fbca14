import type { PlanDocument } from '../../operations/index.js'
import type { Fix } from '../../report/index.js'
import { describePlanVerdict, type PlanStep, type TargetPlan } from '../../targets/index.js'
import { safeLine } from '../safe-text.js'

/** Paints words, or leaves them as they are. */
export interface PlanColors {
  readonly bold: (text: string) => string
  readonly dim: (text: string) => string
  readonly red: (text: string) => string
  readonly green: (text: string) => string
  readonly yellow: (text: string) => string
  readonly cyan: (text: string) => string
}

/** Packages and files of one step that are shown; the JSON has all. */
const SHOWN = 12

const MARKS: Readonly<Record<PlanStep['state'], string>> = { ok: '✓', warning: '!', stop: '✗', open: '?' }

function paintOf(state: PlanStep['state'], colors: PlanColors): (text: string) => string {
  return state === 'ok' ? colors.green : state === 'stop' ? colors.red : colors.yellow
}

/** Those that say something first: what is as it should be is only counted. */
function chosen(steps: readonly PlanStep[]): readonly PlanStep[] {
  const telling = steps.filter(({ state }) => state !== 'ok')
  return [...telling, ...steps.filter(({ state }) => state === 'ok')].slice(0, SHOWN)
}

function stepLines(step: PlanStep, indent: string, isLast: boolean, colors: PlanColors): readonly string[] {
  const inner = step.steps ?? []
  const shown = chosen(inner)
  const hidden = inner.length - shown.length
  const deeper = `${indent}${isLast ? '   ' : '│  '}`
  return [
    `${indent}${isLast ? '└─' : '├─'} ${paintOf(step.state, colors)(MARKS[step.state])} ${safeLine(step.question)}: ${safeLine(step.answer)}`,
    ...shown.flatMap((one, at) => stepLines(one, deeper, at === shown.length - 1 && hidden === 0, colors)),
    ...(hidden > 0 ? [`${deeper}└─ ${colors.dim(`and ${String(hidden)} more (--format json has all)`)}`] : []),
  ]
}

function fixLine({ command, edit, why }: Fix, colors: PlanColors): string {
  if (command !== undefined) return `      fix  ${colors.cyan(safeLine(command))}   (${safeLine(why)})`
  return `      fix  ${safeLine(edit ?? why)}${edit === undefined ? '' : `: ${safeLine(why)}`}`
}

function planLines(plan: TargetPlan, colors: PlanColors): readonly string[] {
  const paint = plan.verdict === 'cannot' ? colors.red : plan.verdict === 'builds' ? colors.green : colors.yellow
  const mark = { builds: '✓', 'builds-without': '!', cannot: '✗', open: '?' }[plan.verdict]
  const lines = [
    `${paint(mark)} ${colors.bold(safeLine(plan.target))}   ${describePlanVerdict(plan.verdict)}${plan.rule === undefined ? '' : `   ${colors.dim(plan.rule)}`}`,
  ]
  lines.push(...plan.steps.flatMap((step, at) => stepLines(step, '  ', at === plan.steps.length - 1, colors)))
  for (const { title, message, location, evidence, fix, severity } of plan.findings) {
    const place =
      location === undefined ? '' : `   ${safeLine(location.file)}${location.line === undefined ? '' : `:${String(location.line)}`}`
    lines.push(
      `    ${(severity === 'error' ? colors.red : colors.yellow)(severity)}  ${safeLine(title)}${place}`,
      `      ${safeLine(message)}`,
    )
    lines.push(...evidence.slice(0, 4).map((line) => colors.dim(`      | ${safeLine(line)}`)))
    lines.push(...fix.map((one) => fixLine(one, colors)))
  }
  return lines
}

/** The plans as trees, a target each. */
export function renderPlan({ roots, degraded }: PlanDocument, colors: PlanColors): string {
  const lines: string[] = []
  for (const { directory, plans } of roots) {
    if (roots.length > 1) lines.push(colors.bold(safeLine(directory)), '')
    for (const plan of plans) lines.push(...planLines(plan, colors), '')
  }
  lines.push(...degraded.map(({ what, why }) => `not done: ${safeLine(what)}: ${safeLine(why)}`))
  const all = roots.flatMap(({ plans }) => plans)
  const count = (verdict: TargetPlan['verdict']): number => all.filter((plan) => plan.verdict === verdict).length
  const verdicts = (['builds', 'builds-without', 'open', 'cannot'] as const).filter((verdict) => count(verdict) > 0)
  lines.push(verdicts.map((verdict) => `${String(count(verdict))} ${describePlanVerdict(verdict)}`).join(', '))
  return `${lines.join('\n')}\n`
}
