import type { Finding } from '../report/index.js'
import { glibcFixes, libcFixes, platformFixes } from './fixes.js'
import { compareVersions } from './glibc-version.js'
import { libcOfLibrary, libcOfLoader } from './libc.js'
import type { Binary } from './model.js'
import { GLIBC_LOADERS, isOfLibc, type Place } from './places.js'
import { conclude, isProgram, platformOf, runtimeFinding, verbOf, type Verdict } from './verdict.js'

/** Libraries named one by one. */
const MAX_FINDINGS = 20

/** Processors whose programs another one runs, too: the kernel's part only. */
const ALSO_RUNS: Readonly<Record<string, string>> = { amd64: '386' }

/** Whether the processor and the system are right; also what to say of it when they are. */
export function judgePlatform(
  binary: Binary,
  where: string,
  goarch: string | null,
): { readonly findings: readonly Finding[]; readonly notes: readonly string[] } {
  const linux = binary.goos === null || binary.goos === 'linux' || binary.goos === 'android'
  if (!linux || binary.format !== 'elf') {
    const title = `built for ${platformOf(binary)}, not for Linux`
    const message = `${where} is Linux. It refuses the program with "Exec format error", whatever else is installed.`
    return {
      findings: [runtimeFinding('runtime/wrong-architecture', 'error', { title, message, fix: platformFixes(binary, 'linux', goarch) })],
      notes: [],
    }
  }
  if (goarch === null || binary.goarch === goarch) return { findings: [], notes: [] }
  if (ALSO_RUNS[goarch] === binary.goarch && binary.linkage === 'static')
    return { findings: [], notes: [`a ${goarch} kernel runs it, where 32-bit programs are not switched off`] }
  const title = `built for ${platformOf(binary)}, not for linux/${goarch}`
  const message =
    ALSO_RUNS[goarch] === binary.goarch
      ? `The kernel could run it, but the libraries of ${where} are those of linux/${goarch}.`
      : `The processor of ${where} does not run it: "Exec format error".`
  return {
    findings: [runtimeFinding('runtime/wrong-architecture', 'error', { title, message, fix: platformFixes(binary, 'linux', goarch) })],
    notes: [],
  }
}

const NAMES = { glibc: 'glibc', musl: 'musl', bionic: 'Android’s bionic', uclibc: 'uClibc' } as const

function libcName(place: Place): string {
  if (place.libc === null) return 'no C library and no loader'
  return place.libc.version === null ? place.libc.kind : `${place.libc.kind} ${place.libc.version}`
}

/** A loader that the place does not have: the kernel answers as if the program itself were missing. */
function missingLoader(binary: Binary, place: Place, interpreter: string): Finding {
  const libc = libcOfLoader(interpreter)
  const cause =
    binary.needed.length === 0 && binary.cgo === false
      ? 'It holds no C code: -buildmode=pie alone made it ask for a loader.'
      : `It was linked with ${libc === null ? 'a C library that is not known here' : NAMES[libc]}.`
  return runtimeFinding('runtime/libc-mismatch', 'error', {
    title: `its loader ${interpreter} is not in ${place.name}`,
    message: `${cause} ${place.name} has ${libcName(place)}, so the kernel says "No such file or directory" although the program is there.`,
    evidence: [`interpreter ${interpreter}`, ...binary.needed.map((name) => `needs ${name}`)].slice(0, 12),
    fix: libcFixes(binary, place.libc?.kind ?? null),
  })
}

function judgeLoader(binary: Binary, place: Place): readonly Finding[] {
  const { interpreter, goarch } = binary
  if (interpreter === null) return []
  if (place.libc === null || libcOfLoader(interpreter) !== place.libc.kind) return [missingLoader(binary, place, interpreter)]
  const plain = interpreter.replace(/^\/usr\//, '/')
  const usual =
    place.libc.kind === 'musl' ? /^\/lib\/ld-musl-[a-z0-9_]+\.so\.1$/.test(plain) : (GLIBC_LOADERS[goarch ?? ''] ?? [plain]).includes(plain)
  if (usual) return []
  return [
    runtimeFinding('runtime/libc-mismatch', 'warning', {
      title: `its loader ${interpreter} is not where ${place.name} has it`,
      message: `The kernel starts exactly that file, and ${place.name} keeps its loader elsewhere: unless somebody puts it there, the program ${verbOf(binary).fails}.`,
      evidence: [`interpreter ${interpreter}`],
      fix: libcFixes(binary, place.libc.kind),
    }),
  ]
}

/** A library has no loader of its own: whoever loads it decides, and its libc must be that one. */
function judgeOwnLibc(binary: Binary, place: Place): readonly Finding[] {
  if (binary.interpreter !== null || binary.libc === null || binary.libc === place.libc?.kind) return []
  const certain = place.libc === null || binary.libc !== 'glibc'
  return [
    runtimeFinding('runtime/libc-mismatch', certain ? 'error' : 'warning', {
      title: `linked with ${NAMES[binary.libc]}, and ${place.name} ${place.libc?.kind === place.name ? 'is another C library' : `has ${libcName(place)}`}`,
      message: certain
        ? 'The C library that it asks for is not there, so no program can load it.'
        : 'musl takes the name libc.so.6 for itself: the library loads if musl has every function it uses, and nobody promises that it works.',
      evidence: binary.needed.map((name) => `needs ${name}`).slice(0, 12),
      fix: libcFixes(binary, place.libc?.kind ?? null),
    }),
  ]
}

function judgeGlibc(binary: Binary, place: Place): readonly Finding[] {
  const { glibc, glibcSymbols } = binary
  const has = place.libc?.kind === 'glibc' ? place.libc.version : null
  if (glibc === null || has === null || compareVersions(glibc, has) <= 0) return []
  return [
    runtimeFinding('runtime/glibc-too-old', 'error', {
      title: `needs glibc ${glibc}, and ${place.name} has ${has}`,
      message: `The loader stops with "version \`GLIBC_${glibc}' not found": the program was linked on a newer system.`,
      evidence: [`GLIBC_${glibc}${glibcSymbols.length === 0 ? '' : `: ${glibcSymbols.join(', ')}`}`],
      fix: glibcFixes(binary, has),
    }),
  ]
}

/** Packages of common libraries, where they have another name than the library. */
const PACKAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'apk add': { 'libgcc_s.so.1': 'libgcc', 'libstdc++.so.6': 'libstdc++', 'libsqlite3.so.0': 'sqlite-libs' },
  'apt-get install': { 'libsqlite3.so.0': 'libsqlite3-0', 'libssl.so.3': 'libssl3' },
  'dnf install': { 'libstdc++.so.6': 'libstdc++', 'libz.so.1': 'zlib', 'libsqlite3.so.0': 'sqlite-libs' },
}

function judgeLibraries(binary: Binary, place: Place): readonly Finding[] {
  const { libc } = place
  const missing = binary.needed.filter(
    (name) =>
      !name.includes('/') &&
      !(libc !== null && isOfLibc(libc.kind, name)) &&
      !place.libraries.includes(name) &&
      libcOfLibrary(name) === null,
  )
  return missing.slice(0, MAX_FINDINGS).map((library) => {
    const packageName = place.install === null ? undefined : PACKAGES[place.install]?.[library]
    return runtimeFinding('runtime/library-missing', place.complete ? 'error' : 'warning', {
      title: place.complete ? `${library} is not in ${place.name}` : `needs ${library}, which is no part of ${libc?.kind ?? 'the system'}`,
      message: place.complete
        ? `The loader stops with "${library}: cannot open shared object file" (musl: "Error loading shared library").`
        : `Whether ${place.name} has it cannot be told from its name: without it the loader stops. Look into the image itself with --root.`,
      library,
      fix: [
        packageName === undefined
          ? { edit: `Install the package that has ${library} into the image`, why: 'the program loads it before it does anything' }
          : { command: `${place.install ?? ''} ${packageName}`, why: `brings ${library}` },
      ],
    })
  })
}

function judgeLibstdcxx(binary: Binary, place: Place): readonly Finding[] {
  const versions = binary.versions.find(({ library }) => library === 'libstdc++.so.6')?.versions ?? []
  const wanted = versions
    .flatMap((version) => /^GLIBCXX_(\d+(?:\.\d+)*)$/.exec(version)?.[1] ?? [])
    .toSorted(compareVersions)
    .at(-1)
  if (wanted === undefined || place.libstdcxx === null || compareVersions(wanted, place.libstdcxx) <= 0) return []
  return [
    runtimeFinding('runtime/library-missing', 'error', {
      title: `needs GLIBCXX_${wanted}, and libstdc++ of ${place.name} has ${place.libstdcxx}`,
      message: 'The loader stops: the C++ code was compiled by a newer GCC.',
      library: 'libstdc++.so.6',
      fix: [
        {
          edit: 'Link with -static-libstdc++, or build in an image with the older GCC',
          why: 'C++ code needs the libstdc++ it was compiled with, or a newer one',
        },
      ],
    }),
  ]
}

/** What is worth knowing of a program that starts. */
export function notesOf(binary: Binary): readonly string[] {
  const staticGlibc = binary.linkage === 'static' && binary.libc === 'glibc'
  const level = binary.go?.settings.find(({ key }) => key === 'GOAMD64')?.value ?? 'v1'
  return [
    ...(staticGlibc
      ? ['glibc is linked in, and still loads its libraries for users and names of hosts (NSS) from the place when it is asked for them']
      : []),
    ...(/^v[234]$/.test(level) ? [`built for GOAMD64=${level}: an older processor stops it at the start`] : []),
  ]
}

/** Holds a binary against a place that is known by its name. `goarch`: the processor of the place, `null` when any will do. */
export function judgePlace(binary: Binary, place: Place, goarch: string | null = null): Verdict {
  if (binary.kind === 'object' || binary.kind === 'other')
    return { place: place.name, starts: 'unknown', findings: [], notes: ['it is neither a program nor a library: nothing loads it'] }
  const platform = judgePlatform(binary, place.name, goarch)
  if (platform.findings.length > 0) return conclude(place.name, platform.findings)
  const notes = [...platform.notes, ...notesOf(binary)]
  if (binary.linkage === 'static') return conclude(place.name, [], notes)
  const loader = isProgram(binary) ? judgeLoader(binary, place) : judgeOwnLibc(binary, place)
  // Under another C library every other name is another one, too.
  if (loader.some(({ severity }) => severity === 'error')) return conclude(place.name, loader, notes)
  return conclude(
    place.name,
    [...loader, ...judgeGlibc(binary, place), ...judgeLibraries(binary, place), ...judgeLibstdcxx(binary, place)],
    notes,
  )
}
