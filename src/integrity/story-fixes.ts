import type { Fix } from '../report/index.js'
import { isAgainstDatabase, nameWitnesses, type Telling } from './telling.js'
import type { Story } from './votes.js'

/** Only where go.sum is what must be had: it is what the fresh copy is checked by. */
function repair({ key }: Telling): Fix {
  return { command: 'goparity verify --repair', why: `removes only ${key} from the module cache, fetches it again and verifies it` }
}

function laterVersion({ key }: Telling): string {
  return `require a later version of ${key.replace(/@[^@]*$/, '')}`
}

const NOT_RELIABLE = 'a version that has two contents cannot be relied on'

function ofChangedCache(telling: Telling): readonly Fix[] {
  return [
    repair(telling),
    { edit: 'find out which step or program writes to the module cache', why: 'nothing but the go command has to change it' },
  ]
}

function ofPoisonedProxy(telling: Telling): readonly Fix[] {
  const { votes, verdict } = telling
  const proxies = verdict.bad.filter(({ witness }) => witness === 'proxy')
  const fix: Fix = {
    edit:
      proxies.length === 0
        ? 'tell whoever runs the proxies of GOPROXY'
        : `take ${nameWitnesses(proxies)} out of GOPROXY, and tell whoever runs it`,
    why: 'what it served is not what was published',
  }
  const isServed = verdict.good.some(({ witness }) => witness !== 'checksum-database')
  const isCached = votes.held !== null && !votes.refused && votes.held !== votes.sums[0]
  return isServed && isCached ? [fix, repair(telling)] : [fix]
}

function ofRetagged(telling: Telling): readonly Fix[] {
  return [
    { edit: `${laterVersion(telling)}, or ask its authors what they changed`, why: NOT_RELIABLE },
    { edit: `leave ${telling.line} as it is until somebody has read what changed`, why: 'it is a record of the first content' },
  ]
}

function ofStaleSum({ line, verdict: { right, confidence } }: Telling): readonly Fix[] {
  return [
    right !== null && confidence === 'certain'
      ? { edit: `replace the hash in ${line} with ${right}`, why: 'it is what was published, and what is served' }
      : { edit: `find out who wrote ${line} before it is changed`, why: 'what is known does not prove the other hash' },
  ]
}

function ofLineEnds(telling: Telling): readonly Fix[] {
  if (!telling.dispute.testimonies.some(({ witness }) => witness === 'vendor')) return ofChangedCache(telling)
  return [
    {
      edit: 'add the line `vendor/** -text` to .gitattributes and check the folder out again',
      why: 'git then leaves the line ends of vendor/ alone',
    },
  ]
}

function ofConflict({ dispute, key, votes, verdict: { right } }: Telling): readonly Fix[] {
  if (right === null || votes.sums.length < 2)
    return [
      { edit: 'keep the lines of both sides and delete the conflict markers', why: 'go.sum may hold more than is needed, never less' },
    ]
  const what = dispute.goMod ? `the go.mod file of ${key}` : key
  return [{ edit: `keep the line with ${right} and delete the other one for ${what}`, why: 'it is what is served now' }]
}

const FIXES: Readonly<Record<Story, (telling: Telling) => readonly Fix[]>> = {
  'edited-cache': ofChangedCache,
  'poisoned-cache': ofChangedCache,
  'poisoned-proxy': ofPoisonedProxy,
  retagged: ofRetagged,
  'stale-go-sum': ofStaleSum,
  'crlf-checkout': ofLineEnds,
  'edited-vendor': () => [{ command: 'go mod vendor', why: 'writes vendor/ anew from the verified modules' }],
  'merge-conflict': ofConflict,
  unexplained: ({ line }) => [
    {
      edit: `compare ${line} with that of a colleague, or of an older commit`,
      why: 'only another record of the same version tells which one is wrong',
    },
  ],
}

/** The smallest ways out. Where the checksum database contradicts go.sum a person decides: then nothing can be pasted. */
export function fixesOf(telling: Telling): readonly Fix[] {
  const { key, line, dispute, verdict } = telling
  const { story, right } = verdict
  if (!isAgainstDatabase(telling) || story === 'stale-go-sum' || story === 'merge-conflict') return FIXES[story](telling)
  const what = dispute.goMod ? `the go.mod file of ${key}` : key
  return [
    {
      edit: `find out where ${what} came from before anything is built with it; published was ${right ?? 'another one'}`,
      why: `the checksum database never forgets the first content of a version, and ${line} does not hold it`,
    },
    ...(story === 'retagged' ? [{ edit: laterVersion(telling), why: NOT_RELIABLE }] : []),
  ]
}
