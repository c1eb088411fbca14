import type { Finding, Fix } from '../report/index.js'
import type { RuleId } from '../config/index.js'
import type { Event } from './event.js'

type WorkflowRule = Extract<RuleId, `workflow/${string}`>

interface Place {
  readonly file: string
  /** `job build`, `stage deps`, … */
  readonly scope: string
}

function sameModule(a: Event, b: Event): boolean {
  return a.cache === b.cache && (a.directory === '*' || a.directory === b.directory)
}

function seen({ line, what }: Event): string {
  return `${String(line)}: ${what}`
}

function finding(
  place: Place,
  rule: WorkflowRule,
  verify: Event,
  severity: Finding['severity'],
  words: { readonly title: string; readonly message: string; readonly fix: readonly Fix[]; readonly others?: readonly Event[] },
): Finding {
  return {
    rule,
    severity,
    state: 'new',
    title: words.title,
    message: words.message,
    subject: { tool: verify.what },
    location: { file: place.file, line: verify.line },
    evidence: [verify, ...(words.others ?? [])].toSorted((a, b) => a.line - b.line).map(seen),
    fix: words.fix,
    source: 'integrity',
  }
}

function notEnforced(place: Place, verify: Event, loose: string): Finding {
  return finding(place, 'workflow/verify-not-enforced', verify, 'error', {
    title: 'a failed verification fails nothing',
    message: `In ${place.scope}, ${verify.what} ${loose}. When the modules are not what go.sum says, the build goes on with them.`,
    fix: [
      {
        edit: `make ${verify.what} a command of its own whose failure counts`,
        why: 'nothing is then built from modules that were not verified',
      },
    ],
  })
}

/** Whether it leaves modules in the module cache. */
function brings({ kind, own }: Event): boolean {
  return kind === 'download' || kind === 'build' || own
}

function beforeDownload(place: Place, events: readonly Event[], index: number, verify: Event): Finding | null {
  const [before, after] = [events.slice(0, index), events.slice(index + 1)]
  // A script may have downloaded already.
  if (before.some((event) => event.kind === 'unknown' || (brings(event) && (event.own || sameModule(event, verify))))) return null
  const explicit = after.find((event) => event.kind === 'download' && sameModule(event, verify))
  const first = explicit ?? after.find((event) => event.kind === 'build' && sameModule(event, verify))
  if (explicit === undefined && before.some((event) => brings(event) || event.kind === 'image')) return null
  const restored = before.findLast(({ kind }) => kind === 'restore')
  const what =
    restored === undefined
      ? 'On a machine whose module cache is empty it looks at nothing and passes'
      : `It looks only at what the cache of line ${String(restored.line)} brought back, and at nothing when that was empty`
  const later =
    first === undefined ? 'nothing in it downloads the modules' : `${first.what} in line ${String(first.line)} brings the modules later`
  return finding(place, 'workflow/verify-before-download', verify, restored === undefined ? 'error' : 'warning', {
    title: `${verify.what} stands before the download`,
    message: `In ${place.scope}, ${later}. ${what}.`,
    fix: [
      {
        edit:
          explicit === undefined ? 'put `go mod download` before it' : `move it behind ${explicit.what} (line ${String(explicit.line)})`,
        why: 'go mod verify reads only what is in the module cache already',
      },
    ],
    others: [...(restored === undefined ? [] : [restored]), ...(first === undefined ? [] : [first])],
  })
}

function afterBuild(place: Place, events: readonly Event[], index: number, verify: Event): Finding | null {
  const before = events.slice(0, index)
  const build = before.find((event) => event.kind === 'build' && sameModule(event, verify))
  if (build === undefined || before.some((event) => event.kind === 'verify' && (event.own || sameModule(event, verify)))) return null
  return finding(place, 'workflow/verify-after-build', verify, 'warning', {
    title: `${verify.what} stands after the build`,
    message: `In ${place.scope}, ${build.what} in line ${String(build.line)} compiles, and may run, modules that nobody has verified yet.`,
    fix: [
      {
        edit: `move it before line ${String(build.line)}${verify.own ? '' : ', behind `go mod download`'}`,
        why: 'a changed module is then found before it is built or run',
      },
    ],
    others: [build],
  })
}

function beforeRestore(place: Place, events: readonly Event[], index: number, verify: Event): Finding | null {
  const after = events.slice(index + 1)
  const last = after.findLastIndex(({ kind }) => kind === 'restore')
  const restore = after[last]
  if (restore === undefined || after.some(({ kind, loose }, later) => kind === 'verify' && (loose === null || later < last))) return null
  return finding(place, 'workflow/verify-before-restore', verify, 'warning', {
    title: `${verify.what} stands before the cache is restored`,
    message: `In ${place.scope}, ${restore.what} in line ${String(restore.line)} brings modules back after they were verified: what is built then is not what was verified.`,
    fix: [{ edit: `move it behind line ${String(restore.line)}`, why: 'a cache holds whatever an earlier run left there' }],
    others: [restore],
  })
}

/** What is wrong with the order of one job: its verifications held against everything else that it does. */
export function orderFindings(place: Place, events: readonly Event[]): readonly Finding[] {
  const findings: Finding[] = []
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'verify') continue
    if (event.loose !== null) {
      findings.push(notEnforced(place, event, event.loose))
      continue
    }
    const found = [
      event.own ? null : beforeDownload(place, events, index, event),
      afterBuild(place, events, index, event),
      beforeRestore(place, events, index, event),
    ]
    findings.push(...found.filter((one) => one !== null))
  }
  return findings
}
