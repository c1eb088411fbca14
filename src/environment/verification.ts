import type { Finding, Fix, Severity } from '../report/index.js'
import type { GoEnvironment } from '../snapshot/index.js'
import { matchesEveryModule } from './module-patterns.js'
import { inCi } from './ci.js'
import { findEnvFileSettings } from './env-file.js'
import { changeSetting, describeOrigin, originOf, valueOf } from './setting.js'
import { flagName, joinWords, splitWords } from './words.js'

interface Weakness {
  readonly key: string
  readonly severity?: Severity
  readonly title: string
  /** What it means for the build. */
  readonly meaning: string
  readonly fix: readonly Fix[]
}

function finding(environment: GoEnvironment, { key, severity = 'warning', title, meaning, fix }: Weakness): Finding {
  const origin = describeOrigin(environment, key)
  return {
    rule: 'env/verification-disabled',
    severity,
    state: 'new',
    title,
    message: `${meaning} ${key} is ${origin}.`,
    subject: { key },
    evidence: [`${key}=${valueOf(environment, key) ?? ''} (${origin})`],
    fix,
    source: 'environment',
  }
}

/** Flags of GOFLAGS that change what a build reads or runs, with what each one does. */
const FLAGS: Readonly<Record<string, { readonly value?: string; readonly meaning: string; readonly inCi?: string }>> = {
  '-insecure': { meaning: 'go get may fetch over plain HTTP and skip the checksum database; Go 1.17 and later refuse the flag.' },
  '-mod': {
    value: 'mod',
    meaning: 'Every go command may rewrite go.mod and go.sum instead of failing when they do not fit, and vendor/ is not used.',
    inCi: 'In CI nobody sees what was rewritten: a run may pass with other versions than those of the commit.',
  },
  '-toolexec': { meaning: 'Compiler and linker run through another program, which decides what is built.' },
  '-modfile': { meaning: 'go reads and checks another go.mod and go.sum than those of the project.' },
  '-overlay': { meaning: 'go builds other contents than those of the source files.' },
}

function flagWeaknesses(environment: GoEnvironment, isCi: boolean): readonly Weakness[] {
  const words = splitWords(valueOf(environment, 'GOFLAGS') ?? '') ?? []
  const seen = new Set<string>()
  return words.flatMap((word) => {
    const name = flagName(word)
    const row = Object.hasOwn(FLAGS, name) ? FLAGS[name] : undefined
    if (row === undefined || seen.has(name) || word.endsWith('=false')) return []
    // The last one counts.
    const last = words.findLast((other) => flagName(other) === name) ?? word
    if (row.value !== undefined && last.slice(last.indexOf('=') + 1) !== row.value) return []
    seen.add(name)
    const rest = joinWords(words.filter((other) => flagName(other) !== name))
    const fix = changeSetting(environment, 'GOFLAGS', rest, 'takes the flag away and keeps the others')
    const meaning = isCi && row.inCi !== undefined ? `${row.meaning} ${row.inCi}` : row.meaning
    return [{ key: 'GOFLAGS', title: `GOFLAGS holds ${last.length > 60 ? name : last}`, meaning, fix: [fix] }]
  })
}

function unset(environment: GoEnvironment, key: string, why: string): readonly Fix[] {
  return [changeSetting(environment, key, '', why)]
}

function patternWeaknesses(environment: GoEnvironment): readonly Weakness[] {
  const weaknesses: Weakness[] = []
  const meaning = 'No module at all is looked up in the checksum database: whatever a proxy serves first goes into go.sum unchecked.'
  const isPrivate = matchesEveryModule(valueOf(environment, 'GOPRIVATE') ?? '')
  // GONOSUMDB takes its value from GOPRIVATE when nobody set it; told once.
  const follows =
    originOf(environment, 'GONOSUMDB') === 'derived' || valueOf(environment, 'GONOSUMDB') === valueOf(environment, 'GOPRIVATE')
  if (isPrivate && follows) {
    const fix: Fix = {
      edit: 'list your own modules in GOPRIVATE: GOPRIVATE=git.example.com/team',
      why: 'leaves the checksum database on for all others',
    }
    weaknesses.push({ key: 'GOPRIVATE', title: 'GOPRIVATE matches every module', meaning, fix: [fix] })
  } else if (matchesEveryModule(valueOf(environment, 'GONOSUMDB') ?? '')) {
    const fix = unset(environment, 'GONOSUMDB', 'leaves the checksum database on; list private modules in GOPRIVATE')
    weaknesses.push({ key: 'GONOSUMDB', title: 'GONOSUMDB matches every module', meaning, fix })
  }
  const insecure = valueOf(environment, 'GOINSECURE') ?? ''
  if (insecure !== '') {
    weaknesses.push({
      key: 'GOINSECURE',
      title: matchesEveryModule(insecure) ? 'GOINSECURE matches every module' : 'GOINSECURE is set',
      meaning:
        'Modules that it names may be fetched over plain HTTP or from a server with any certificate; go.sum and the checksum database still hold.',
      fix: unset(environment, 'GOINSECURE', 'fetches modules over verified HTTPS only'),
    })
  }
  return weaknesses
}

/**
 * Findings (`env/verification-disabled`) for settings that switch off, or go round, what go checks of modules; each says where
 * it is set. GO111MODULE=off is an error, the others are warnings; patterns that name private modules are none. What a go env
 * file sets for the build in silence is a warning in CI and a note elsewhere.
 * `env` is the process environment, for variables that go env does not print.
 */
export function findDisabledVerification(
  environment: GoEnvironment,
  env: Readonly<Record<string, string | undefined>> = {},
): readonly Finding[] {
  const weaknesses: Weakness[] = []
  const isCi = inCi(env)
  if (valueOf(environment, 'GO111MODULE') === 'off') {
    weaknesses.push({
      key: 'GO111MODULE',
      severity: 'error',
      title: 'GO111MODULE is off',
      meaning: 'go ignores go.mod and go.sum and builds whatever lies in GOPATH: no module has a version or a checksum.',
      fix: [changeSetting(environment, 'GO111MODULE', 'on', 'builds by go.mod and go.sum')],
    })
  }
  if (valueOf(environment, 'GOSUMDB') === 'off') {
    weaknesses.push({
      key: 'GOSUMDB',
      title: 'GOSUMDB is off',
      meaning: 'A module that is not yet in go.sum is taken as the proxy serves it: the checksum database is not asked.',
      fix: [changeSetting(environment, 'GOSUMDB', 'sum.golang.org', 'asks the checksum database; list private modules in GOPRIVATE')],
    })
  }
  const found = [...weaknesses, ...patternWeaknesses(environment), ...flagWeaknesses(environment, isCi)].map((weakness) =>
    finding(environment, weakness),
  )
  found.push(...findEnvFileSettings(environment, isCi, new Set(Object.keys(FLAGS))))
  const old = (Object.hasOwn(env, 'GONOSUMCHECK') ? env['GONOSUMCHECK'] : undefined) ?? valueOf(environment, 'GONOSUMCHECK') ?? ''
  if (old === '') return found
  return [
    ...found,
    {
      rule: 'env/verification-disabled',
      severity: 'note',
      state: 'new',
      title: 'GONOSUMCHECK is set',
      message:
        'No Go that goparity supports reads GONOSUMCHECK: checksums are checked all the same. It is set in the environment of this process.',
      subject: { key: 'GONOSUMCHECK' },
      evidence: [],
      fix: [{ command: 'unset GONOSUMCHECK', why: 'it has no effect; GOPRIVATE is what leaves private modules out' }],
      source: 'environment',
    },
  ]
}
