import type { EnvironmentOrigin, ModuleMode } from '../snapshot/index.js'
import { compareVersions } from './versions.js'

/** What decides how go finds packages. */
export interface ModeFacts {
  /** `go env GO111MODULE` and where it comes from. */
  readonly go111module: string
  readonly go111moduleOrigin: EnvironmentOrigin
  /** `go env GOFLAGS` and where it comes from. */
  readonly goflags: string
  readonly goflagsOrigin: EnvironmentOrigin
  /** `go env GOWORK`: the path of the go.work file in effect, `off`, or empty. */
  readonly goWork: string
  /** Whether a go.mod is in effect; it counts for `auto` only. */
  readonly hasGoMod: boolean
  /** The `go` line of go.mod and of go.work; `null` without one. */
  readonly goModGoLine: string | null
  readonly goWorkGoLine: string | null
  /** Whether there is a vendor folder beside go.mod (in a workspace beside go.work), and whether `go work vendor` wrote it. */
  readonly vendor: { readonly workspace: boolean } | null
  /** `go env GOVERSION`, `go1.26.8`. Before 1.22 a workspace has no vendor folder. */
  readonly goVersion: string
}

/** How go finds the packages, and why, in one line for people. */
export interface ModeDecision {
  readonly mode: ModuleMode
  readonly reason: string
}

const ORIGINS: Readonly<Record<EnvironmentOrigin, string>> = {
  process: 'process environment',
  goenv: 'go env file',
  goroot: 'go.env of GOROOT',
  default: 'default',
  derived: 'derived',
}

/** GOFLAGS as go splits it: at white space, a field that begins with a quote ends at the next one. */
function splitFlags(goflags: string): readonly string[] {
  return [...goflags.matchAll(/'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<bare>\S+)/g)].map(
    ({ groups }) => groups?.['single'] ?? groups?.['double'] ?? groups?.['bare'] ?? '',
  )
}

/** The value of one flag in GOFLAGS; the last one counts; `null` when it is not there. */
export function findGoFlag(goflags: string, name: string): string | null {
  let value: string | null = null
  for (const flag of splitFlags(goflags)) {
    const match = /^--?(?<name>[^=]+)(?:=(?<value>.*))?$/s.exec(flag)?.groups
    if (match?.['name'] === name) value = match['value'] ?? ''
  }
  return value
}

/** Whether a `go` line (or GOVERSION) is at least some release: only numbers count here. */
function isAtLeast(goLine: string, release: string): boolean {
  const numbers = /^(?:go)?(?<numbers>\d+(?:\.\d+){0,2})/.exec(goLine)?.groups?.['numbers']
  return numbers !== undefined && compareVersions(`v${numbers}`, `v${release}`) >= 0
}

/**
 * Module, vendor, workspace or GOPATH mode: the rules of cmd/go (modload.Init and setDefaultBuildMod, Go 1.21 to 1.26) as one answer.
 * A flag go refuses (`-mod=mod` in a workspace) does not change the answer: the go command reports it itself.
 */
export function decideMode(facts: ModeFacts): ModeDecision {
  const { go111module, goWork, hasGoMod } = facts
  const inWorkspace = goWork !== '' && goWork !== 'off'
  const origin = ORIGINS[facts.go111moduleOrigin]
  if (go111module === 'off') return { mode: 'gopath', reason: `GO111MODULE=off (${origin})` }
  if (go111module === 'auto' && !inWorkspace && !hasGoMod)
    return { mode: 'gopath', reason: `GO111MODULE=auto (${origin}) and there is no go.mod` }

  const plain: ModuleMode = inWorkspace ? 'workspace' : 'module'
  const vendored: ModuleMode = inWorkspace ? 'workspace-vendor' : 'vendor'
  const file = inWorkspace ? 'go.work' : 'go.mod'
  const goLine = inWorkspace ? facts.goWorkGoLine : facts.goModGoLine
  const flag = findGoFlag(facts.goflags, 'mod')
  if (flag !== null && flag !== '') {
    const reason = `-mod=${flag} in GOFLAGS (${ORIGINS[facts.goflagsOrigin]})`
    if (flag === 'vendor') return { mode: vendored, reason: facts.vendor === null ? `${reason}, but there is no vendor/` : reason }
    if (flag === 'mod' && inWorkspace) return { mode: plain, reason: `${reason}, which go refuses in a workspace` }
    return { mode: plain, reason: facts.vendor === null ? reason : `${reason}: vendor/ is not used` }
  }
  const here = inWorkspace ? 'go.work is in effect' : 'go.mod without vendor/'
  if (facts.vendor === null) return { mode: plain, reason: here }
  if (inWorkspace && !isAtLeast(facts.goVersion, '1.22'))
    return { mode: plain, reason: `vendor/ is there, but ${facts.goVersion} has no vendored workspaces` }
  if (goLine === null) return { mode: plain, reason: `vendor/ is there, but ${file} has no go line: it is not used` }
  if (!isAtLeast(goLine, '1.14')) return { mode: plain, reason: `vendor/ is there, but ${file} says go ${goLine}: used from go 1.14 on` }
  if (facts.vendor.workspace !== inWorkspace) {
    const made = facts.vendor.workspace ? 'by go work vendor' : 'by go mod vendor'
    return { mode: plain, reason: `vendor/ is there, but was made ${made}: it is not used ${inWorkspace ? 'in' : 'outside'} a workspace` }
  }
  return { mode: vendored, reason: `vendor/ is there and ${file} says go ${goLine}` }
}
