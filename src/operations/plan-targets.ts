import { listDistTargets, resolveTargetFacts, type Go } from '../go/index.js'
import type { GoValues } from '../integrity/index.js'
import type { Finding } from '../report/index.js'
import { decideTargets, expandTargets, findUnsupportedVariants, parseTargets, type Target } from '../targets/index.js'

/** What is to be built, nothing left open, and what is wrong with it already. */
export interface PlannedTargets {
  readonly targets: readonly Target[]
  readonly findings: readonly Finding[]
}

/** Holds the targets against what this go can build. Throws `target-invalid`, `usage`, `go-unreadable`. */
export async function planTargets(go: Go, env: GoValues, wanted: readonly string[]): Promise<PlannedTargets> {
  const requests = parseTargets(wanted)
  const value = (key: string): string => env.values[key] ?? ''
  const expanded = expandTargets(requests, {
    dist: await listDistTargets(go),
    defaultTarget: { goos: value('GOOS'), goarch: value('GOARCH') },
    host: { goos: value('GOHOSTOS'), goarch: value('GOHOSTARCH') },
    goVersion: value('GOVERSION'),
  })
  const facts = await resolveTargetFacts(go, expanded, { cgoOrigin: env.origins['CGO_ENABLED'] ?? 'default' })
  const targets = decideTargets(expanded, facts)
  return { targets, findings: findUnsupportedVariants(targets, facts) }
}
