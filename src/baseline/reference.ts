import { ParityError } from '../errors.js'
import { isReferenceName } from './merge-base.js'

/** Where a user wants the baseline from. */
export type BaselineName =
  | { readonly kind: 'auto' }
  | { readonly kind: 'none' }
  /** As written: relative to the project's directory. */
  | { readonly kind: 'file'; readonly path: string }
  /** A commit, branch or tag whose baseline file is meant. */
  | { readonly kind: 'git'; readonly ref: string }
  /** A workflow run whose artifact is meant: only the report action can read it. */
  | { readonly kind: 'run'; readonly id: number }

const ALLOWED = 'write auto, none, file:PATH, git:REF, or in the report action run:ID'

/** Reads `auto`, `none`, `file:PATH`, `git:REF` or `run:ID`; empty is `auto`. Throws `usage`. */
export function parseBaselineName(text: string): BaselineName {
  const name = text.trim()
  if (name === '' || name === 'auto') return { kind: 'auto' }
  if (name === 'none') return { kind: 'none' }
  const quoted = JSON.stringify(name.slice(0, 100))
  if (name.startsWith('file:')) {
    const path = name.slice('file:'.length)
    if (path === '' || path.includes('\0')) throw new ParityError('usage', `the baseline ${quoted} names no file`, ALLOWED)
    return { kind: 'file', path }
  }
  if (name.startsWith('git:')) {
    const ref = name.slice('git:'.length)
    if (!isReferenceName(ref)) throw new ParityError('usage', `the baseline ${quoted} names no commit, branch or tag`, ALLOWED)
    return { kind: 'git', ref }
  }
  if (name.startsWith('run:')) {
    if (!/^run:[1-9]\d{0,14}$/.test(name)) throw new ParityError('usage', `the baseline ${quoted} names no run by its number`, ALLOWED)
    return { kind: 'run', id: Number(name.slice('run:'.length)) }
  }
  throw new ParityError('usage', `the baseline ${quoted} is not understood`, ALLOWED)
}
