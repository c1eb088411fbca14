import type { CgoReason } from '../snapshot/index.js'
import { formatTarget, type Target, type TargetFacts, type WantedTarget } from './target.js'
import { checkVariant } from './variants.js'

function reason(wanted: WantedTarget, facts: TargetFacts): CgoReason {
  if (wanted.cgo !== null) return 'asked'
  if (facts.cgoOrigin !== 'default' && facts.cgoOrigin !== 'derived') return 'environment'
  const isHost = wanted.goos === facts.host.goos && wanted.goarch === facts.host.goarch
  if (!isHost) return facts.cgoEnabled ? 'environment' : 'cross'
  // Since Go 1.20, cgo is off by itself when CC is not set and the default compiler is not on PATH (cmd/go/internal/cfg).
  return facts.cgoEnabled || !wanted.cgoSupported ? 'native' : 'no-compiler'
}

/** The environment's variant when go knows it; any other is a finding of its own, and go's own business. */
function knownVariant(goarch: string, value: string | null): string | null {
  return value !== null && value !== '' && checkVariant(goarch, value).ok ? value : null
}

/** Decides whether cgo is on for a target, and why: what was asked for, else what go would choose there. */
export function decideCgo(wanted: WantedTarget, facts: TargetFacts): Target {
  return {
    goos: wanted.goos,
    goarch: wanted.goarch,
    variant: wanted.variant,
    variantKey: wanted.variantKey,
    variantInEffect: wanted.variant ?? knownVariant(wanted.goarch, facts.variantValue),
    cgo: wanted.cgo ?? facts.cgoEnabled,
    cgoReason: reason(wanted, facts),
  }
}

/** `decideCgo` for all, the same target taken once: `linux/amd64` may turn out to be `linux/amd64+cgo`. */
export function decideTargets(wanted: readonly WantedTarget[], facts: readonly TargetFacts[]): Target[] {
  const targets = new Map<string, Target>()
  for (const [index, one] of wanted.entries()) {
    const its = facts[index]
    if (its === undefined) continue
    const target = decideCgo(one, its)
    const name = formatTarget(target)
    if (!targets.has(name)) targets.set(name, target)
  }
  return [...targets.values()]
}

/** Why cgo is on or off, for people: `off: go turns cgo off when cross-compiling`. */
export function describeCgo(target: Pick<Target, 'cgo' | 'cgoReason'>): string {
  const { cgo } = target
  const reasons: Readonly<Record<CgoReason, string>> = {
    asked: cgo ? 'asked for with +cgo' : 'asked for with -cgo',
    environment: `CGO_ENABLED=${cgo ? '1' : '0'} in the environment or a go env file`,
    native: cgo ? "go's default on its own platform with a C compiler" : 'go has no cgo for this platform',
    cross: 'go turns cgo off when cross-compiling',
    'no-compiler': 'no C compiler on PATH, so go turned cgo off and drops files that need it, without a word',
  }
  return `${cgo ? 'on' : 'off'}: ${reasons[target.cgoReason]}`
}
