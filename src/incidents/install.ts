import type { Fix } from '../report/index.js'
import type { IncidentFacts } from './incident.js'

/** Names of one thing in the package managers; absent where there is none. */
export interface Packages {
  readonly apt?: string
  readonly apk?: string
  readonly dnf?: string
  readonly brew?: string
}

type Manager = keyof Packages

const COMMANDS: Readonly<Record<Manager, string>> = {
  apt: 'apt-get update && apt-get install -y ',
  apk: 'apk add ',
  dnf: 'dnf install -y ',
  brew: 'brew install ',
}
const SYSTEMS: Readonly<Record<Manager, string>> = {
  apt: 'Debian and Ubuntu, as root',
  apk: 'Alpine, as root',
  dnf: 'Fedora and its relatives, as root',
  brew: 'macOS',
}
const DISTRIBUTIONS: Readonly<Record<string, Manager>> = {
  debian: 'apt',
  ubuntu: 'apt',
  linuxmint: 'apt',
  pop: 'apt',
  raspbian: 'apt',
  kali: 'apt',
  alpine: 'apk',
  wolfi: 'apk',
  chainguard: 'apk',
  fedora: 'dnf',
  rhel: 'dnf',
  centos: 'dnf',
  rocky: 'dnf',
  almalinux: 'dnf',
  ol: 'dnf',
  amzn: 'dnf',
}

/** Package managers of this machine: one when the system is known, all when it is not, none on a system without any of them. */
export function managersOf(facts: IncidentFacts): readonly Manager[] {
  if (facts.hostGoos === 'darwin') return ['brew']
  if (facts.hostGoos !== undefined && facts.hostGoos !== 'linux') return []
  const known = facts.distribution === undefined ? undefined : DISTRIBUTIONS[facts.distribution]
  if (known !== undefined) return [known]
  return facts.hostGoos === 'linux' ? ['apt', 'apk', 'dnf'] : ['apt', 'apk', 'dnf', 'brew']
}

/** Commands that install something here, with what it brings as their reason: `libc and its headers`. */
export function installFixes(packages: Packages, brings: string, facts: IncidentFacts): readonly Fix[] {
  return managersOf(facts).flatMap((manager) => {
    const names = packages[manager]
    return names === undefined ? [] : [{ command: `${COMMANDS[manager]}${names}`, why: `${SYSTEMS[manager]}: brings ${brings}` }]
  })
}
