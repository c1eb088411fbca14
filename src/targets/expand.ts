import { ParityError } from '../errors.js'
import { nearestTargets, quoteTarget } from './suggest.js'
import type { DistTarget, Platform, TargetRequest, WantedTarget } from './target.js'
import { checkVariant, variantKeyOf } from './variants.js'

/** What this machine and its go command say about targets. */
export interface ExpandFacts {
  /** `go tool dist list -json`. */
  readonly dist: readonly DistTarget[]
  /** GOOS and GOARCH of `go env`. */
  readonly defaultTarget: Platform
  /** GOHOSTOS and GOHOSTARCH of `go env`. */
  readonly host: Platform
  /** GOVERSION of `go env`; when given, variants that are too new for it are refused: an older go would ignore them. */
  readonly goVersion?: string
}

/** Matches `*` as any text; linear for the one or two stars that names of this length can use. */
function matches(pattern: string, name: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.pop()
  if (tail === undefined) return pattern === name
  if (!name.startsWith(head) || name.length < head.length + tail.length || !name.endsWith(tail)) return false
  let from = head.length
  for (const part of rest) {
    const at = name.indexOf(part, from)
    if (at < 0) return false
    from = at + part.length
  }
  return from <= name.length - tail.length
}

function didYouMean(names: readonly string[]): string {
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`
  return `did you mean ${list}? go tool dist list prints all of them`
}

function unknown(request: TargetRequest, dist: readonly DistTarget[]): ParityError {
  const shown = quoteTarget(request.text)
  if (request.platform === 'default' || request.platform === 'host')
    return new ParityError(
      'target-invalid',
      `target ${shown} stands for a GOOS and GOARCH that this go cannot build`,
      'look at: go env GOOS GOARCH GOHOSTOS GOHOSTARCH',
    )
  const { goos, goarch } = request.platform
  if (goos.includes('*') || goarch.includes('*'))
    return new ParityError(
      'target-invalid',
      `target pattern ${shown} matches nothing that this go can build`,
      'go tool dist list prints all targets',
    )
  const nearest = nearestTargets(goarch === '' ? goos : `${goos}/${goarch}`, dist)
  if (goos === 'js' || goarch === 'js') return new ParityError('target-invalid', `unknown target ${shown}`, didYouMean(['js/wasm']))
  return new ParityError('target-invalid', `unknown target ${shown}`, didYouMean(nearest))
}

/** What docker and others write for a variant, in Go's spelling. */
function variantHint(goarch: string, variant: string, allowed: string | null): string {
  if (goarch === 'arm' && /^v[567]$/.test(variant)) return `write ${variant.slice(1)}, without the v: it may be ${allowed ?? ''}`
  if (goarch === 'arm64' && /^v[89]$/.test(variant)) return `write ${variant}.0: it may be ${allowed ?? ''}`
  if (goarch === 'amd64' && /^[1-4]$/.test(variant)) return `write v${variant}: it may be ${allowed ?? ''}`
  return allowed === null ? 'leave the variant out' : `it may be ${allowed}`
}

/** The canonical variant. Throws `target-invalid`. */
function readVariant(request: TargetRequest, goarch: string, goVersion: string | undefined): string | null {
  if (request.variant === null) return null
  const check = checkVariant(goarch, request.variant)
  const shown = quoteTarget(request.text)
  if (!check.ok)
    throw new ParityError('target-invalid', `target ${shown}: ${check.problem}`, variantHint(goarch, request.variant, check.allowed))
  const running = Number(/^go1\.(\d{1,4})(?:\D|$)/.exec(goVersion ?? '')?.[1] ?? Number.NaN)
  if (running < check.sinceMinor)
    throw new ParityError(
      'target-invalid',
      `target ${shown}: ${String(variantKeyOf(goarch))}=${check.variant} is known from go1.${String(check.sinceMinor)} on, and this is ${goVersion ?? ''}, which would ignore it`,
      'use a newer Go, or leave the variant out',
    )
  return check.variant
}

function select(request: TargetRequest, facts: ExpandFacts): readonly DistTarget[] {
  const platform = request.platform === 'default' ? facts.defaultTarget : request.platform === 'host' ? facts.host : request.platform
  const isPattern = typeof request.platform !== 'string' && (platform.goos.includes('*') || platform.goarch.includes('*'))
  const found = facts.dist.filter((row) =>
    isPattern
      ? matches(platform.goos, row.goos) && matches(platform.goarch, row.goarch)
      : row.goos === platform.goos && row.goarch === platform.goarch,
  )
  if (found.length === 0) throw unknown(request, facts.dist)
  if (request.cgo !== true) return found
  // A pattern with +cgo means those that can; a target by name must be able to.
  const able = found.filter((row) => row.cgoSupported)
  const first = found[0]
  if (able.length === 0 && first !== undefined)
    throw new ParityError(
      'target-invalid',
      `target ${quoteTarget(request.text)} asks for cgo, and go has no cgo for ${isPattern ? 'any of these' : `${first.goos}/${first.goarch}`}`,
      `write ${request.text.slice(0, -4)}-cgo`,
    )
  return able
}

/**
 * Holds targets against what this go can build and puts words and patterns into real ones.
 * Nothing asked for is `default`. Order is kept (that of `go tool dist list` within a pattern), the same is taken once.
 * Throws `target-invalid`, which names the nearest real targets.
 */
export function expandTargets(requests: readonly TargetRequest[], facts: ExpandFacts): WantedTarget[] {
  const asked: readonly TargetRequest[] =
    requests.length === 0 ? [{ text: 'default', platform: 'default', variant: null, cgo: null }] : requests
  const wanted = new Map<string, WantedTarget>()
  for (const request of asked)
    for (const row of select(request, facts)) {
      const { goos, goarch, cgoSupported } = row
      const variant = readVariant(request, goarch, facts.goVersion)
      const key = [goos, goarch, variant ?? '', request.cgo ?? ''].join('/')
      if (!wanted.has(key)) wanted.set(key, { goos, goarch, variant, variantKey: variantKeyOf(goarch), cgo: request.cgo, cgoSupported })
    }
  return [...wanted.values()]
}
