import type { Location } from '../../report/index.js'
import { EXCLUDED, UNDEFINED_NAME, goPackage, goPlace, readExcluded } from '../go-errors.js'
import type { IncidentFacts, IncidentRule, Match, Sighting } from '../incident.js'
import { isNarrow, nearestPlatform } from '../platforms.js'
import { enumerate, forTarget, isCross, targetName } from '../words.js'
import { PLATFORM_PACKAGES } from './cgo-off.js'

const PAIR = /unsupported GOOS\/GOARCH pair ([^/\n]{0,60})\/([^\n]{0,60})/
const UNKNOWN_PROCESSOR = /(?:compile|asm|link): unknown architecture "([\w-]{1,40})"/

const unsupported: IncidentRule = {
  id: 'target/unsupported',
  summary: 'Go has no such target',
  confidence: 'certain',
  wordings: [
    { anchor: 'unsupported GOOS/GOARCH pair', when: [PAIR] },
    { anchor: ': unknown architecture', when: [UNKNOWN_PROCESSOR] },
  ],
  read(match, facts) {
    if (match.line.text.includes('unknown architecture'))
      return { culprit: { target: `${facts.goos ?? ''}/${match.part(1)}`.replace(/^\//, '') } }
    return { culprit: { target: `${match.part(1)}/${match.part(2)}` } }
  },
  explain({ culprit }) {
    const pair = culprit.target ?? ''
    const [goos = '', goarch = ''] = pair.includes('/') ? pair.split('/') : ['', pair]
    const spaced = /^\s|\s$/.test(goos) || /^\s|\s$/.test(goarch)
    const nearest = nearestPlatform(goos, goarch)
    const [system = '', processor = ''] = nearest?.split('/') ?? []
    return {
      cause:
        `Go cannot build for ${spaced ? `"${pair}"` : pair}: it is none of the platforms that this Go knows` +
        (spaced ? ', because of the space in its name. Windows’ `set GOOS=linux && go build` puts one there.' : '.') +
        ' Nothing is compiled.',
      fix: [
        ...(spaced
          ? [
              {
                command: `set "GOOS=${goos.trim()}" && set "GOARCH=${goarch.trim()}" && go build ./...`,
                why: 'In cmd.exe the quotes keep the space before && out of the value.',
              },
            ]
          : nearest === null
            ? []
            : [{ command: `GOOS=${system} GOARCH=${processor} go build ./...`, why: `The nearest platform that Go knows is ${nearest}.` }]),
        { command: 'go tool dist list', why: 'Lists every platform of this Go.' },
      ],
    }
  },
  doc: 'GOOS and GOARCH take Go’s own names (darwin, amd64, arm64, 386); the system’s names (macos, x86_64, aarch64, i686) are not understood, and old pairs are dropped over time.',
}

const NO_BUILDABLE = /(?:^|\s)no buildable Go source files in (\S[^\n]{0,500})/

function readExcludedByTarget(match: Match): Sighting {
  const excluded = readExcluded(match)
  return {
    culprit:
      excluded.package === null
        ? { file: excluded.directory }
        : { package: excluded.package, ...(excluded.module === null ? {} : { module: excluded.module }) },
    ...(excluded.location === null ? {} : { location: excluded.location }),
  }
}

const constraintsExcludeAll: IncidentRule = {
  id: 'target/constraints-exclude-all',
  summary: 'No file of a package is for this target',
  confidence: 'likely',
  wordings: [
    // What cgo off would explain has been taken by another rule where it can be told; with cgo on it cannot be the cause.
    {
      anchor: 'build constraints exclude all',
      when: [EXCLUDED],
      needs: (facts) => facts.cgoEnabled === true || facts.droppedByCgo !== undefined,
      confidence: 'certain',
    },
    { anchor: 'build constraints exclude all', when: [EXCLUDED] },
    { anchor: 'no buildable Go source files', when: [NO_BUILDABLE] },
  ],
  read: (match) => (match.line.text.includes('build constraints') ? readExcludedByTarget(match) : { culprit: { file: match.part(1) } }),
  explain({ culprit, confidence }, facts) {
    const path = culprit.package ?? culprit.file ?? ''
    const target = targetName(facts)
    const maybeCgo = confidence === 'likely' && facts.cgoEnabled !== true
    return {
      cause:
        `Every Go file of ${path} is excluded${target === '' ? '' : ` for ${target}`} by its name (_windows.go, _arm64.go) or its //go:build line` +
        (maybeCgo ? '; when the files hold `import "C"`, it is because cgo is off' : '') +
        '. Whatever imports the package cannot be built for this target.',
      fix: [
        {
          command: `go list -e -f "{{.IgnoredGoFiles}}" ${culprit.package ?? '.'}`,
          why: 'Names the excluded files (set GOOS, GOARCH and CGO_ENABLED as in the build); the constraint stands in their names or first lines.',
        },
        {
          edit: 'Give the build the tag that the files ask for (`-tags`), or leave this target out.',
          why: 'Some packages exist for some platforms only.',
        },
        {
          edit: 'Import the package only from files with the same constraint, and add a file for the other targets.',
          why: 'The program then builds everywhere, with less where the package is not.',
        },
        ...(maybeCgo
          ? [
              {
                command: 'CGO_ENABLED=1 go build ./...',
                why: 'If the excluded files hold `import "C"`: needs a C compiler for the target.',
              },
            ]
          : []),
      ],
    }
  },
  doc: 'Build constraints decide which files count for a target. A package of which none is left cannot be imported there; ignoring the error with `-e` only moves it to the compiler.',
}

const FIELD =
  /(?:unknown field '?(\w{1,60})'? in struct literal of type (syscall\.\w{1,60})|\(type \*?(syscall\.\w{1,60}) has no field or method (\w{1,60}))/
const HANDLE = /: cannot use .{1,300} as (?:type )?(syscall\.Handle|syscall\.Fd)\b/

function readSymbol(match: Match, facts: Parameters<IncidentRule['read']>[1]): Sighting | null {
  const { text } = match.line
  const name = UNDEFINED_NAME.exec(text)
  let symbol: string
  if (name !== null) {
    if (!PLATFORM_PACKAGES.has(name[1] ?? '') || name[2] === undefined) return null
    symbol = `${name[1] ?? ''}.${name[2]}`
  } else {
    const field = FIELD.exec(text)
    symbol = field === null ? 'file descriptors of type int' : `${field[2] ?? field[3] ?? ''}.${field[1] ?? field[4] ?? ''}`
  }
  const location = goPlace(match)
  const owner = goPackage(match, location)
  if (location === null) return null
  return {
    culprit: owner === null ? { file: location.file } : { package: owner },
    location,
    details: [symbol],
    confidence: isCross(facts) === true && facts.goos !== undefined && facts.goos !== facts.hostGoos ? 'certain' : 'likely',
  }
}

/** Which files to make of one, so that this target is left out of the code that it cannot compile, and no other is. */
function splitByConstraint(names: string, location: Location | undefined, { goos, goarch, hostGoos }: IncidentFacts): string {
  const base = (location?.file.split('/').at(-1) ?? 'file.go').replace(/(?:_unix|_posix)?\.go$/, '')
  if (goos === undefined)
    return `Move what uses ${names} into a file with a build constraint that leaves this target out, and write one for this target.`
  // On the host's own system it is the processor that makes the difference.
  const isProcessor = goos === hostGoos && goarch !== undefined
  const constraint = isProcessor ? `!(${goos} && ${goarch})` : `!${goos}`
  const suffix = isProcessor ? `${goos}_${goarch}` : goos
  return `Move what uses ${names} into a file with \`//go:build ${constraint}\`, and write \`${base}_${suffix}.go\` with what takes its place.`
}

const undefinedSymbol: IncidentRule = {
  id: 'target/undefined-symbol',
  summary: 'The code uses what the system of this target does not have',
  confidence: 'likely',
  wordings: [
    { anchor: ': undefined: ', when: [UNDEFINED_NAME] },
    { anchor: 'syscall.', when: [FIELD] },
    { anchor: ' as ', when: [HANDLE] },
  ],
  absorbs: /: undefined: |too many errors/,
  read: readSymbol,
  explain({ culprit, location, details }, facts) {
    const user = culprit.package ?? culprit.file ?? ''
    return {
      cause:
        `${user} uses ${enumerate(details)}, which Go has on other systems or processors, not${forTarget(facts) === '' ? ' on this one' : forTarget(facts)}. ` +
        'The same commit compiles where they exist, so only jobs for this target fail.',
      fix: [
        {
          edit: splitByConstraint(enumerate(details, 3), location, facts),
          why: 'A file with a constraint is compiled only where the names it uses exist.',
        },
        ...(culprit.package !== undefined && (location?.file.includes('@v') ?? false)
          ? [{ command: `go get ${culprit.package}@latest`, why: 'The package is a dependency: a newer version may support this target.' }]
          : []),
      ],
    }
  },
  doc: 'syscall and golang.org/x/sys have other names on each system and processor. Code that uses them without a build constraint compiles on its author’s machine only.',
}

const OVERFLOW =
  /: (?:cannot use ([^\n]{1,300}) as (int|uint|uintptr) value in [^\n]{1,200} \(overflows\)|constant (-?\d{1,40}) overflows (int|uint|uintptr)(?=$|\s)|([^\n:]{1,200}) \(untyped [a-z ]{1,30}?(?: constant)?(?: (-?\d{1,40}))?\) overflows (int|uint|uintptr)(?=$|\s))/
const VALUE = /(?:constant |^)(-?\d{1,40})(?:\)|$| \()/

const intOverflow: IncidentRule = {
  id: 'target/int-overflow',
  summary: 'A constant does not fit into the 32-bit int of this target',
  confidence: 'certain',
  wordings: [{ anchor: 'overflows', when: [OVERFLOW] }],
  read(match, facts) {
    const expression = match.part(1) !== '' ? match.part(1) : match.part(5)
    const digits = [match.part(3), match.part(6)].find((value) => value !== '') ?? VALUE.exec(expression)?.[1] ?? ''
    const type = [match.part(2), match.part(4), match.part(7)].find((name) => name !== '') ?? 'int'
    const location = goPlace(match)
    if (location === null || isNarrow(facts.goarch) === false) return null
    // What does not fit into 64 bits either is wrong on every target.
    const wide = digits === '' ? null : type === 'int' ? fitsInt64(BigInt(digits)) : BigInt(digits) >= 0n && BigInt(digits) < 2n ** 64n
    if (wide === false || (wide === null && isNarrow(facts.goarch) !== true)) return null
    const owner = goPackage(match, location)
    return {
      culprit: owner === null ? { file: location.file } : { package: owner },
      location,
      details: [digits === '' ? expression : digits, type],
    }
  },
  explain({ culprit, location, details }, facts) {
    const values = details.filter((detail) => !/^(?:int|uint|uintptr)$/.test(detail))
    const type = details.find((detail) => /^(?:int|uint|uintptr)$/.test(detail)) ?? 'int'
    return {
      cause:
        `${culprit.package ?? culprit.file ?? ''} puts ${enumerate(values)} into ${type}, which has 32 bits${facts.goarch === undefined ? ' on the target of this build' : ` on ${facts.goarch}`}. ` +
        'On 64-bit targets the same line compiles.',
      fix: [
        {
          edit: `Give the value the type ${type === 'int' ? 'int64' : 'uint64'} at ${location?.file ?? ''}:${String(location?.line ?? '')}, or keep the code to 64-bit targets with a build constraint.`,
          why: `${type} is as wide as the processor: 386, arm, mips and mipsle have 32 bits.`,
        },
      ],
    }
  },
  doc: 'int has the width of the processor. A constant above 2147483647 compiles on 64-bit targets and is an error on 386, arm, mips and mipsle.',
}

function fitsInt64(value: bigint): boolean {
  return value >= -(2n ** 63n) && value < 2n ** 63n
}

export const targetRules: readonly IncidentRule[] = [unsupported, constraintsExcludeAll, undefinedSymbol, intOverflow]
