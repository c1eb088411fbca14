import { ParityError } from '../errors.js'
import { quoteTarget } from './suggest.js'
import type { TargetRequest } from './target.js'
import { FEATURE_WORDS } from './variants.js'

/** Far beyond every real list; a limit, because the text may come from a pull request. */
const MAX_TARGETS = 1000
const GRAMMAR = 'a target is written goos/goarch[/variant][+cgo|-cgo], or default, or host; patterns such as linux/* and */arm64 work too'

function invalid(message: string, hint: string = GRAMMAR): ParityError {
  return new ParityError('target-invalid', message, hint)
}

/** Takes `+cgo` and `-cgo` off the end. */
function splitSuffix(text: string): { readonly rest: string; readonly cgo: boolean | null } {
  const suffix = text.slice(-4)
  if (suffix === '+cgo' || suffix === '-cgo') {
    const rest = text.slice(0, -4)
    if (rest.endsWith('+cgo') || rest.endsWith('-cgo'))
      throw invalid(`target ${quoteTarget(text)} has two cgo suffixes`, 'write one of +cgo and -cgo')
    return { rest, cgo: suffix === '+cgo' }
  }
  const plus = text.indexOf('+')
  if (plus >= 0)
    throw invalid(
      `target ${quoteTarget(text)} ends in ${quoteTarget(text.slice(plus))}, which is no suffix`,
      'the suffixes are +cgo and -cgo, and they stand at the end',
    )
  return { rest: text, cgo: null }
}

/**
 * Reads one target. Only its form is checked here: whether go can build it, `expandTargets` says.
 * Throws `target-invalid`.
 */
export function parseTarget(text: string): TargetRequest {
  const trimmed = text.trim()
  const { rest, cgo } = splitSuffix(trimmed)
  if (rest === 'default' || rest === 'host') return { text: trimmed, platform: rest, variant: null, cgo }
  const [goos = '', goarch = '', variant, ...more] = rest.split('/')
  if (more.length > 0) throw invalid(`target ${quoteTarget(trimmed)} has too many parts`)
  if (variant === '') throw invalid(`target ${quoteTarget(trimmed)} ends in a slash`, 'write the variant behind it, or leave the slash out')
  if (variant !== undefined && goarch.includes('*'))
    throw invalid(
      `target ${quoteTarget(trimmed)} gives a variant to a pattern of architectures`,
      'a variant belongs to one architecture: */arm64/v8.1 works',
    )
  return { text: trimmed, platform: { goos, goarch }, variant: variant ?? null, cgo }
}

/** Puts `linux/arm/7,softfloat` together again: such a word belongs to the item before it. */
function joinFeatures(items: readonly string[]): readonly string[] {
  const joined: string[] = []
  for (const item of items) {
    const word = item.replace(/[+-]cgo$/, '')
    if (!FEATURE_WORDS.has(word)) {
      joined.push(item)
      continue
    }
    const before = joined.pop()
    if (before?.includes('/') !== true)
      throw invalid(
        `${quoteTarget(word)} stands alone in the list of targets`,
        `it is part of a variant and belongs behind one: linux/arm/7,softfloat`,
      )
    if (/[+-]cgo$/.test(before))
      throw invalid(
        `${quoteTarget(word)} stands behind the cgo suffix of ${quoteTarget(before)}`,
        `write ${before.slice(0, -4)},${word}${before.slice(-4)}`,
      )
    joined.push(`${before},${item}`)
  }
  return joined
}

/**
 * Reads targets: a comma-separated list (line ends separate too), or several of them.
 * Empty lines and empty strings are nothing; an empty item between commas is an error.
 * Throws `target-invalid`, which quotes the item and says what to write instead.
 */
export function parseTargets(text: string | readonly string[]): TargetRequest[] {
  const lines = (typeof text === 'string' ? [text] : text)
    .flatMap((part) => part.split(/[\r\n]+/))
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const items = lines.flatMap((line, index) => {
    // A list may be broken behind its commas.
    const open = index < lines.length - 1 && line.endsWith(',') ? line.slice(0, -1) : line
    return open.split(',').map((item) => item.trim())
  })
  if (items.length > MAX_TARGETS)
    throw invalid(`the list of targets has ${String(items.length)} items; ${String(MAX_TARGETS)} are allowed`, 'use patterns: linux/*')
  if (items.includes('')) throw invalid('the list of targets has an empty item', 'take out the comma that is too many')
  return joinFeatures(items).map((item) => parseTarget(item))
}
