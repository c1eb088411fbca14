import { ParityError } from '../errors.js'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d

/** Where each top-level object of a sequence ends, in one pass; braces inside strings do not count. */
function* objectTexts(text: string): Generator<string> {
  let depth = 0
  let start = 0
  let inString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (inString) {
      if (code === BACKSLASH) at++
      else if (code === QUOTE) inString = false
    } else if (code === QUOTE) inString = true
    else if (code === OPEN) depth++
    else if (code === CLOSE && --depth === 0) {
      yield text.slice(start, at + 1)
      start = at + 1
    }
  }
  if (text.slice(start).trim() !== '') yield text.slice(start)
}

/**
 * The objects that `go list -json` and `go mod download -json` write one after the other, without commas.
 * Linear in the length of the text. Throws `go-unreadable` when something in it is no JSON object; `name` is the command, for the message.
 */
export function parseJsonSequence(text: string, name: string): readonly Readonly<Record<string, unknown>>[] {
  const objects: Readonly<Record<string, unknown>>[] = []
  for (const piece of objectTexts(text)) {
    let value: unknown
    try {
      value = JSON.parse(piece)
    } catch (error) {
      throw new ParityError(
        'go-unreadable',
        `${name} printed something that is not JSON: ${JSON.stringify(piece.trim().slice(0, 80))}`,
        undefined,
        {
          cause: error,
        },
      )
    }
    if (!isObject(value)) throw new ParityError('go-unreadable', `${name} printed JSON that is no object`)
    objects.push(value)
  }
  return objects
}

/** Whether a JSON value is an object: neither null nor a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A field that must be a string when it is there; throws `go-unreadable` when it is something else. */
export function textField(object: Readonly<Record<string, unknown>>, field: string, name: string): string | undefined {
  const value = object[field]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new ParityError('go-unreadable', `${name} printed a ${field} that is no text`)
  return value
}
