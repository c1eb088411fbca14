import { comesWithLibc, compareGlibc } from '../binaries/index.js'
import type { Finding, Fix } from '../report/index.js'
import type { TargetBinary, TargetResult } from '../snapshot/index.js'

const OLDER_IMAGE: Fix = {
  edit: 'build where the programs are to run, or on an older system: in its image, or with a C compiler for it',
  why: 'a program starts with the C library that it was linked against, and with newer ones',
}

interface Change {
  readonly title: string
  readonly message: string
  readonly evidence: readonly string[]
}

function seen(was: string | null, now: string | null): readonly string[] {
  return [`baseline: ${was ?? 'none'}`, `now: ${now ?? 'none'}`]
}

/** Why a program may no longer start where the one of the baseline did; the gravest reason alone. `null`: it starts there still. */
function changeOf(was: TargetBinary, now: TargetBinary): Change | null {
  if (now.linkage === 'static') return null
  if (was.linkage === 'static')
    return {
      title: 'is no longer static',
      message:
        'It ran by itself, and now a loader and libraries must be there: it does not start from scratch or in another C library’s image.',
      evidence: [...seen('static', `dynamic, loader ${now.interpreter ?? 'unnamed'}`), ...now.needed.map((name) => `needs ${name}`)],
    }
  if (was.libc !== null && now.libc !== null && was.libc !== now.libc)
    return {
      title: `is built for ${now.libc} now`,
      message: `It was built for ${was.libc}: where that is the C library, it does not start any more.`,
      evidence: seen(`${was.libc}, loader ${was.interpreter ?? 'unnamed'}`, `${now.libc}, loader ${now.interpreter ?? 'unnamed'}`),
    }
  if (now.glibc !== null && (was.glibc === null || compareGlibc(now.glibc, was.glibc) > 0))
    return {
      title: `now needs glibc ${now.glibc}`,
      message: `${was.glibc === null ? 'It needed no particular glibc' : `glibc ${was.glibc} was enough`} in the baseline. Where glibc is older than ${now.glibc}, it does not start any more.`,
      evidence: seen(was.glibc, now.glibc),
    }
  const added = now.needed.filter((name) => !was.needed.includes(name) && !comesWithLibc(name))
  if (added.length > 0)
    return {
      title: `now needs ${added.slice(0, 3).join(', ')}${added.length > 3 ? ` and ${String(added.length - 3)} more` : ''}`,
      message: 'Where it runs, these libraries must be there now; without them it does not start.',
      evidence: [`baseline: ${was.needed.join(' ') || 'none'}`, `now: ${now.needed.join(' ')}`],
    }
  if (was.interpreter !== now.interpreter)
    return {
      title: 'asks for another loader',
      message: 'Where that loader is not there, it does not start.',
      evidence: seen(was.interpreter, now.interpreter),
    }
  return null
}

/**
 * What changed in the programs of a target that was built before and now: `abi/drift`, one finding a program. Only for Linux: elsewhere
 * what a program loads belongs to the system.
 */
export function binaryFindings(was: TargetResult, now: TargetResult): readonly Finding[] {
  if (now.goos !== 'linux') return []
  const before = new Map((was.binaries ?? []).map((binary) => [binary.package, binary]))
  return (now.binaries ?? []).flatMap((binary) => {
    const known = before.get(binary.package)
    const change = known === undefined ? null : changeOf(known, binary)
    if (change === null) return []
    const finding: Finding = {
      rule: 'abi/drift',
      severity: 'warning',
      state: 'new',
      title: `${binary.package} in ${now.target} ${change.title}`,
      message: change.message,
      subject: { target: now.target, package: binary.package },
      evidence: change.evidence.slice(0, 20),
      fix: [
        OLDER_IMAGE,
        {
          edit: `ask for ${now.target.replace(/[+-]cgo$/, '')}-cgo`,
          why: 'without cgo no C library is needed, where the program can do without C code',
        },
      ],
      source: 'binaries',
      ...(now.root === '.' ? {} : { root: now.root }),
    }
    return [finding]
  })
}
