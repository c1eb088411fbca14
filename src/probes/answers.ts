import * as v from 'valibot'

const text = v.pipe(v.string(), v.maxLength(65_536))
const count = v.pipe(v.number(), v.finite())

const Report = v.object({
  Fault: text,
  Exit: count,
  TimedOut: v.boolean(),
  Stdout: text,
  Stderr: text,
  Asked: v.pipe(v.array(v.object({ Server: text, Name: text, Type: text })), v.maxLength(1000)),
})
const Looked = v.object({ Ms: count, Addresses: v.array(text), Error: text, Timeout: v.boolean() })
const Account = v.object({ Found: v.boolean(), Name: text, Error: text, Groups: count, GroupsErr: text })
const Reading = v.object({
  MedianNs: count,
  P99Ns: count,
  ResolutionNs: count,
  Backwards: count,
  HandoverNs: count,
  Samples: count,
  Moved: count,
})
const Clock = v.object({ Source: text, Free: Reading, Locked: Reading, CanMove: v.boolean() })
const Libc = v.object({ Kind: v.picklist(['glibc', 'other', 'none']), Version: text, Loaded: v.array(text) })

/** A question that a nameserver of ours was asked. */
export interface Question {
  readonly server: string
  readonly name: string
  /** `A`, `AAAA` or a number. */
  readonly type: string
}

/** What came of a program in a room. */
export interface RoomReport {
  /** Why the program was not even started; empty otherwise. */
  readonly fault: string
  readonly exit: number
  readonly timedOut: boolean
  readonly stdout: string
  readonly stderr: string
  readonly asked: readonly Question[]
}

/** What came of a name. */
export interface Looked {
  readonly ms: number
  readonly addresses: readonly string[]
  /** Empty when it was answered. */
  readonly error: string
  readonly timeout: boolean
}

export interface Reading {
  readonly medianNs: number
  readonly p99Ns: number
  readonly resolutionNs: number
  readonly backwards: number
  readonly handoverNs: number
  readonly samples: number
  readonly moved: number
}

function read<Schema extends v.GenericSchema>(schema: Schema, printed: string): v.InferOutput<Schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(printed))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

/** Reads what a room printed; `null` when it is something else. */
export function readRoomReport(printed: string): RoomReport | null {
  const report = read(Report, printed)
  if (report === null) return null
  const asked = report.Asked.map(({ Server, Name, Type }) => ({ server: Server, name: Name, type: Type }))
  return { fault: report.Fault, exit: report.Exit, timedOut: report.TimedOut, stdout: report.Stdout, stderr: report.Stderr, asked }
}

/** Reads what `resolve` or `web` printed; `null` when it is something else. */
export function readLooked(printed: string): Looked | null {
  const looked = read(Looked, printed)
  return looked === null ? null : { ms: looked.Ms, addresses: looked.Addresses, error: looked.Error, timeout: looked.Timeout }
}

/** Reads what `machine user` printed; `null` when it is something else. */
export function readAccount(
  printed: string,
): { readonly found: boolean; readonly name: string; readonly groups: number | null; readonly error: string } | null {
  const account = read(Account, printed)
  if (account === null) return null
  const { Found, Name, Groups, GroupsErr } = account
  return { found: Found, name: Name, groups: !Found || GroupsErr !== '' ? null : Groups, error: account.Error || GroupsErr }
}

function reading(one: v.InferOutput<typeof Reading>): Reading {
  return {
    medianNs: one.MedianNs,
    p99Ns: one.P99Ns,
    resolutionNs: one.ResolutionNs,
    backwards: one.Backwards,
    handoverNs: one.HandoverNs,
    samples: one.Samples,
    moved: one.Moved,
  }
}

/** Reads what `machine clock` printed; `null` when it is something else. */
export function readClock(
  printed: string,
): { readonly source: string; readonly canMove: boolean; readonly free: Reading; readonly locked: Reading } | null {
  const clock = read(Clock, printed)
  return clock === null ? null : { source: clock.Source, canMove: clock.CanMove, free: reading(clock.Free), locked: reading(clock.Locked) }
}

/** Reads what `machine libc` printed; `null` when it is something else. */
export function readLibc(
  printed: string,
): { readonly kind: 'glibc' | 'other' | 'none'; readonly version: string; readonly loaded: readonly string[] } | null {
  const libc = read(Libc, printed)
  return libc === null ? null : { kind: libc.Kind, version: libc.Version, loaded: libc.Loaded }
}
