import type { ProbeDocument } from './document.js'
import { probeFacts, type ProbeFact } from './facts.js'

/** A probe and what it is called: a path, a job. */
export interface NamedProbe {
  readonly name: string
  readonly probe: ProbeDocument
}

/** A fact that is not the same everywhere. */
export interface FactDifference {
  readonly id: string
  readonly kind: ProbeFact['kind']
  /** In the order of the probes; `null`: not measured there. */
  readonly values: readonly (string | number | null)[]
}

/** Probes held against one another: the JSON of `goparity probe A B…`. */
export interface ProbeComparison {
  readonly schema: 'goparity/probe-comparison/1'
  readonly tool: { readonly version: string }
  readonly probes: readonly string[]
  /** Facts that were measured in every probe. */
  readonly compared: number
  readonly differences: readonly FactDifference[]
  /** Facts that differ only in that some probes have not measured them. */
  readonly unmeasured: readonly FactDifference[]
}

/** A wait differs from half a second and a quarter on: a busy machine is late by some milliseconds. */
const WAIT_MS = 500
const WAIT_PART = 0.25
/** A clock differs when it is read five times as slowly: system calls against none. Hand-overs depend on what else runs. */
const TIME_FACTOR = 5
const TIME_NS = 200
const HANDOVER_NS = 100_000

function differ(kind: ProbeFact['kind'], id: string, values: readonly (string | number)[]): boolean {
  const numbers = values.filter((value) => typeof value === 'number')
  if (kind === 'exact' || numbers.length < values.length) return new Set(values).size > 1
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)]
  if (kind === 'wait') return most - least > Math.max(WAIT_MS, most * WAIT_PART)
  return most > TIME_FACTOR * least && most - least > (id.endsWith('and back') ? HANDOVER_NS : TIME_NS)
}

/** Compares probes fact by fact: two in their order, or more. Durations count as different only when no busy machine explains it. */
export function compareProbes(probes: readonly NamedProbe[], version: string): ProbeComparison {
  const facts = probes.map(({ probe }) => new Map(probeFacts(probe).map((fact) => [fact.id, fact])))
  const ids = [...new Set(facts.flatMap((one) => [...one.keys()]))]
  const differences: FactDifference[] = []
  const unmeasured: FactDifference[] = []
  let compared = 0
  for (const id of ids) {
    const found = facts.map((one) => one.get(id))
    const kind = found.find((fact) => fact !== undefined)?.kind ?? 'exact'
    const values = found.map((fact) => fact?.value ?? null)
    const measured = values.filter((value) => value !== null)
    if (measured.length === values.length) compared += 1
    if (differ(kind, id, measured)) differences.push({ id, kind, values })
    else if (measured.length < values.length) unmeasured.push({ id, kind, values })
  }
  return {
    schema: 'goparity/probe-comparison/1',
    tool: { version },
    probes: probes.map(({ name }) => name),
    compared,
    differences,
    unmeasured,
  }
}
