import type { RuleId } from '../../../src/config/index.js'
import type { Bench } from './bench.js'

/** A command as a person would type it, with what it printed and how it ended. */
export interface Shown {
  readonly command: string
  readonly exitCode: number
  /** Paths of the machine are `$GOMODCACHE`, `$PROXY` and the like. */
  readonly output: readonly string[]
}

/** What a measurement saw. */
export interface Measurement {
  /** For the page, in order. */
  readonly shown: readonly Shown[]
  /** Sentences that must all be true for the verdict to stand. */
  readonly facts: Readonly<Record<string, boolean>>
  /** Rules of what goparity finds in the same project; absent where it has nothing to find. */
  readonly found?: readonly string[]
}

/** Something that is often said of Go, and what is true of it. */
export interface Claim {
  readonly number: number
  /** In our own words. */
  readonly says: string
  readonly verdict: 'true' | 'partly true' | 'false'
  /** What is true instead, for Go developers. */
  readonly truth: string
  /** Rules of goparity that tell it in a report; empty where there is nothing to report. */
  readonly rules: readonly RuleId[]
  /** Sets a project up with the real go and looks; the go command is the one of the bench. */
  readonly measure: (bench: Bench) => Promise<Measurement>
  /** More of the measurement that needs a network, in words; the heavy suite holds it. */
  readonly byNetwork?: string
  /** More of the measurement that needs programs which are not everywhere, in words; the heavy suite holds it. */
  readonly byTools?: { readonly tools: string; readonly says: string }
  /** The measurement changes /etc/resolv.conf for itself, which not every machine lets it do (see isolation.ts). */
  readonly isolated?: true
}

/** The Go releases on which the heavy suite measures every claim. */
export const RELEASES: readonly string[] = ['1.20.14', '1.21.13', '1.22.12', '1.23.12', '1.24.9', '1.25.3', '1.26.8']
