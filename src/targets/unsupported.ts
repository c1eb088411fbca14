import type { Finding } from '../report/index.js'
import { formatTarget, type Target, type TargetFacts } from './target.js'
import { checkVariant } from './variants.js'

/**
 * Variants that the environment sets and no Go knows (`GOAMD64=v9`): from 1.24 on the go command takes them
 * without a word and builds for the default. `facts` in the order of `targets`. One finding a key and value.
 */
export function findUnsupportedVariants(targets: readonly Target[], facts: readonly TargetFacts[]): Finding[] {
  const findings = new Map<string, Finding>()
  for (const [index, target] of targets.entries()) {
    const value = facts[index]?.variantValue ?? ''
    // A variant in the target itself was checked and wins.
    if (target.variantKey === null || target.variant !== null || value === '') continue
    const check = checkVariant(target.goarch, value)
    if (check.ok) continue
    const shown = JSON.stringify(value.slice(0, 60))
    const id = `${target.variantKey}=${value}`
    if (findings.has(id)) continue
    findings.set(id, {
      rule: 'target/unsupported',
      severity: 'error',
      state: 'new',
      title: `${target.variantKey}=${shown} is no processor variant`,
      message: `The environment sets ${target.variantKey} to ${shown}, which no Go knows: ${check.allowed ?? ''} is allowed. Go 1.24 and later build for the default variant without a word, older ones refuse.`,
      subject: { target: formatTarget(target), key: target.variantKey },
      evidence: [`${target.variantKey}=${value.slice(0, 200)}`],
      fix: [
        { command: `unset ${target.variantKey}`, why: 'builds for the default variant, as go does now' },
        { edit: `${target.variantKey}: ${check.allowed ?? ''}`, why: 'names a variant that exists, where the variable is set' },
      ],
      source: 'targets',
    })
  }
  return [...findings.values()]
}
