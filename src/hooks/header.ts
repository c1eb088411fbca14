import * as v from 'valibot'
import { sha256 } from '../host/index.js'
import { HOOK_NAMES, HOOK_POLICIES, type HookName, type HookPolicy } from './names.js'

/** Raised when the text of a hook changes. */
export const HOOK_VERSION = 1

const MARK = '# goparity-hook '
const SUM = '# goparity-sum '

/** What a hook of goparity says of itself in its second line. */
export interface HookHeader {
  readonly version: number
  readonly name: HookName
  readonly place: string
  readonly policy: HookPolicy
  /** The folder was not there before goparity. */
  readonly madeFolder: boolean
}

const Header = v.object({
  version: v.number(),
  name: v.picklist(HOOK_NAMES),
  place: v.string(),
  policy: v.picklist(HOOK_POLICIES),
  madeFolder: v.boolean(),
})

/** A file in the place of a hook: of goparity, or of somebody else. */
export type ReadHook =
  | { readonly kind: 'foreign' }
  | { readonly kind: 'ours'; readonly header: HookHeader; readonly isEdited: false }
  /** Its sum is another one: a person changed it. `header` is `null` when that cannot be read either. */
  | { readonly kind: 'ours'; readonly header: HookHeader | null; readonly isEdited: true }

function sumOf(lines: readonly string[]): string {
  return sha256(lines.join('\n'))
}

/** Puts a header before the lines of a hook, and a sum over all of it. */
export function withHeader(header: HookHeader, lines: readonly string[]): string {
  const head = ['#!/bin/sh', `${MARK}${JSON.stringify(header)}`]
  return [...head, `${SUM}${sumOf([...head, ...lines])}`, ...lines].join('\n')
}

/** Says whose hook a text is. */
export function readHook(text: string): ReadHook {
  const lines = text.split('\n')
  const at = lines.slice(0, 5).findIndex((line) => line.startsWith(MARK))
  if (at === -1) return { kind: 'foreign' }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), Header), (lines[at] ?? '').slice(MARK.length))
  const header: HookHeader | null = parsed.success ? parsed.output : null
  const rest = lines.filter((line) => !line.startsWith(SUM))
  const isWhole = lines[2] === `${SUM}${sumOf(rest)}` && rest.length === lines.length - 1
  return isWhole && header !== null ? { kind: 'ours', header, isEdited: false } : { kind: 'ours', header, isEdited: true }
}
