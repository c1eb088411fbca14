import type { Finding } from '../report/index.js'
import type { GoEnvironment } from '../snapshot/index.js'
import { changeSetting, originOf, valueOf } from './setting.js'
import { goEnvTable } from './table.js'
import { flagName, splitWords } from './words.js'

/** Keys of other classes that decide what is built, too: another workspace, another toolchain, objects of another program. */
const DECISIVE: ReadonlySet<string> = new Set(['GOWORK', 'GOROOT', 'GOCACHEPROG', 'GOTOOLCHAIN'])
/** The same program, shown or stored otherwise. */
const HARMLESS_FLAGS: ReadonlySet<string> = new Set(['-buildvcs', '-json', '-modcacherw', '-p', '-v', '-x'])
/** What go has by default in other words. */
const AS_DEFAULT: Readonly<Record<string, readonly string[]>> = { GO111MODULE: ['on'], GOTOOLCHAIN: ['auto', 'local'] }

function changesTheBuild(environment: GoEnvironment, key: string, saidFlags: ReadonlySet<string>): boolean {
  const value = valueOf(environment, key) ?? ''
  if (Object.hasOwn(AS_DEFAULT, key) && AS_DEFAULT[key]?.includes(value) === true) return false
  // Said by itself.
  if (key === 'GO111MODULE' && value === 'off') return false
  if (key !== 'GOFLAGS') return true
  const words = splitWords(value)
  return words === null || !words.map(flagName).every((name) => HARMLESS_FLAGS.has(name) || saidFlags.has(name))
}

const LAST = 20

/**
 * One finding for each go env file (the user's, `$GOROOT/go.env`) that sets what is built: nothing in the project and nothing in
 * the environment shows it. Private patterns, proxies and folders, which people keep there for good, make none;
 * `saidFlags` are flags of GOFLAGS that have a finding of their own.
 */
export function findEnvFileSettings(environment: GoEnvironment, isCi: boolean, saidFlags: ReadonlySet<string>): readonly Finding[] {
  const candidates = goEnvTable.filter(({ key, class: its }) => its === 'build' || its === 'platform' || DECISIVE.has(key))
  return (['goenv', 'goroot'] as const).flatMap((origin): readonly Finding[] => {
    const keys = candidates
      .map(({ key }) => key)
      .filter((key) => originOf(environment, key) === origin && changesTheBuild(environment, key, saidFlags))
    if (keys.length === 0) return []
    const file = origin === 'goenv' ? (valueOf(environment, 'GOENV') ?? 'the go env file') : '$GOROOT/go.env'
    const where = isCi ? 'This job builds' : 'Go commands with this file build'
    return [
      {
        rule: 'env/verification-disabled',
        severity: isCi ? 'warning' : 'note',
        state: 'new',
        title: `a go env file sets ${keys.length > 3 ? `${keys.slice(0, 3).join(', ')}, …` : keys.join(', ')}`,
        message: `${file} sets ${keys.join(', ')}. ${where} something else than go does by default, and nothing in the project or in the environment says so.`,
        subject: { key: origin === 'goenv' ? 'GOENV' : 'GOROOT' },
        evidence: keys.slice(0, LAST).map((key) => `${file}: ${key}=${valueOf(environment, key) ?? ''}`),
        fix: keys.slice(0, LAST).map((key) => changeSetting(environment, key, '', `go's default for ${key} holds again`)),
        source: 'environment',
      },
    ]
  })
}
