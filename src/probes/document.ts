import type { Degrade } from '../report/index.js'

/** A build of our programs: cgo off or on, with one of the two tags of package net or with none. */
export type BuildName = 'nocgo' | 'nocgo+netgo' | 'nocgo+netcgo' | 'cgo' | 'cgo+netgo' | 'cgo+netcgo'

/** Who looked a name up: Go's own resolver, or libc (getaddrinfo), which Go calls the cgo resolver. */
export type Resolver = 'go' | 'libc'

export interface ProbeBuild {
  readonly name: BuildName
  readonly outcome: 'built' | 'failed'
  /** What the go command said first; `null` when it built. */
  readonly reason: string | null
}

/** What this machine is set to; no name and no address of its network. */
export interface ProbeHere {
  /** `null`: there is no /etc/resolv.conf that can be read. */
  readonly resolvConf: { readonly nameservers: number; readonly searchDomains: number; readonly options: readonly string[] } | null
  /** Sources of `hosts:` in /etc/nsswitch.conf; `null`: the file or the line is not there. */
  readonly hosts: string | null
  /** Value of netdns in GODEBUG, as the last one counts; `null`: not set. */
  readonly netdns: string | null
  /** netgo, netcgo and osusergo among the -tags of GOFLAGS: they count for the programs of the user, not for ours. */
  readonly tags: readonly string[]
  /** Which of RES_OPTIONS, LOCALDOMAIN and HOSTALIASES are set. */
  readonly variables: readonly string[]
  /** What each build does here with a name: the order of Go's resolver, or `cgo` when it leaves the name to libc. */
  readonly resolvers: readonly { readonly build: BuildName; readonly order: string; readonly resolver: Resolver }[]
  /** What the kernel reads the time from; `null` where it does not say. */
  readonly clockSource: string | null
}

/** One name looked up by one build under one GODEBUG, where resolv.conf has a search list of two domains and the second knows it. */
export interface MatrixRow {
  readonly build: BuildName
  /** In GODEBUG; empty: not set. */
  readonly netdns: '' | 'netdns=go' | 'netdns=cgo'
  readonly resolver: Resolver
  readonly order: string
  /** Go's own words about its choice. */
  readonly says: string
  readonly answered: boolean
  /** Names that the nameserver was asked for, in their order, each once. */
  readonly asked: readonly string[]
}

/** What a build without a tag and without GODEBUG chooses under one circumstance. */
export interface SelectionRow {
  readonly build: BuildName
  readonly when: string
  readonly order: string
  readonly resolver: Resolver
}

/** What one value of GODEBUG, or of `//go:debug` in the source, comes to. */
export interface FormRow {
  readonly build: BuildName
  /** `//go:debug netdns=cgo` stands in the source. */
  readonly inSource: boolean
  /** Value of GODEBUG; empty: not set. */
  readonly godebug: string
  readonly resolver: Resolver
}

/** Whether a resolver does what a line of resolv.conf says. */
export interface OptionRow {
  readonly resolver: Resolver
  readonly option: 'search' | 'ndots' | 'timeout' | 'attempts'
  readonly honoured: boolean
  readonly evidence: string
}

/** How long a name took where a nameserver never answers. */
export interface WaitRow {
  readonly resolver: Resolver
  /** How the name was looked up: `lookup`, `dial` (net.Dialer), `http` (http.DefaultTransport). */
  readonly way: 'lookup' | 'dial' | 'http'
  /** The nameservers and lines of resolv.conf. */
  readonly where: string
  /** Timeout of the context, of the Dialer or of the http.Client; `null`: none. */
  readonly limitMs: number | null
  readonly ms: number
  /** Questions for an IPv4 address that were sent. */
  readonly asked: number
  readonly answered: boolean
  /** The error says that it is a timeout. */
  readonly timeout: boolean
  /** Without ports that change; empty when it was answered. */
  readonly error: string
}

/** Whether a deadline ends a lookup that waits for a dead nameserver, and with it what the lookup is a part of. */
export interface DeadlineRow {
  readonly resolver: Resolver
  readonly deadline: 'context' | 'net.Dialer.Timeout' | 'http.Client.Timeout' | 'http.DefaultTransport (30 s for a dial)'
  readonly covers: boolean
  readonly evidence: string
}

/** What os/user finds out about the user of the process. */
export interface UserRow {
  readonly build: BuildName
  readonly where: string
  readonly found: boolean
  /** Only where the user is one of ours. */
  readonly name: string | null
  readonly groups: number | null
  readonly error: string
}

/** 100,000 readings of the clock, and a goroutine that hands over to another one. */
export interface ClockRow {
  readonly build: BuildName
  /** After runtime.LockOSThread. */
  readonly locked: boolean
  /** Between two readings, one right after the other. */
  readonly medianNs: number
  readonly p99Ns: number
  /** The smallest step that is not zero. */
  readonly resolutionNs: number
  readonly backwards: number
  /** To another goroutine and back, in the median of 2,000. */
  readonly handoverNs: number
  /** How often of `samples` times it was on another thread than in the beginning; `null` where the system does not tell threads. */
  readonly moved: number | null
  readonly samples: number
}

export interface LibcRow {
  readonly build: BuildName
  /** What the C code of the build says of itself. */
  readonly kind: 'glibc' | 'other' | 'none'
  /** Empty where it does not say. */
  readonly version: string
  /** C libraries and loaders that are mapped into the process; Linux only. */
  readonly loaded: readonly string[]
}

/** Everything that was measured on one machine: the JSON of `goparity probe`. */
export interface ProbeDocument {
  readonly schema: 'goparity/probe/1'
  readonly tool: { readonly version: string }
  readonly go: { readonly version: string; readonly goos: string; readonly goarch: string; readonly cgoDefault: boolean }
  readonly builds: readonly ProbeBuild[]
  readonly here: ProbeHere
  readonly matrix: readonly MatrixRow[]
  readonly selection: readonly SelectionRow[]
  readonly forms: readonly FormRow[]
  readonly options: readonly OptionRow[]
  readonly waits: readonly WaitRow[]
  readonly deadlines: readonly DeadlineRow[]
  readonly users: readonly UserRow[]
  readonly clocks: readonly ClockRow[]
  readonly libc: readonly LibcRow[]
  /** What could not be measured here. */
  readonly degraded: readonly Degrade[]
}
