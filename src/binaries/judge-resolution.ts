import type { Finding } from '../report/index.js'
import { glibcFixes, libcFixes } from './fixes.js'
import { judgePlatform, notesOf } from './judge-place.js'
import { glibcOf } from './glibc-version.js'
import { libcOfLoader } from './libc.js'
import type { Binary } from './model.js'
import { chainOf, type FoundBinary, type Resolution } from './resolve.js'
import { conclude, inPlace, isProgram, runtimeFinding, type Verdict } from './verdict.js'

const SHOWN = 12
const MAX_FINDINGS = 20

function judgeLoader(binary: Binary, { loader }: Resolution, where: string): readonly Finding[] {
  if (loader === null || loader.found || !isProgram(binary)) return []
  const libc = libcOfLoader(loader.path)
  return [
    runtimeFinding('runtime/libc-mismatch', 'error', {
      title: `its loader ${loader.path} is not ${inPlace(where)}`,
      message: `${binary.needed.length === 0 && binary.cgo === false ? 'It holds no C code: -buildmode=pie alone made it ask for a loader.' : `It was linked with ${libc ?? 'another C library'}.`} The kernel says "No such file or directory" although the program is there.`,
      evidence: [`interpreter ${loader.path}`],
      fix: libcFixes(binary, null),
    }),
  ]
}

function judgeMissing(resolution: Resolution, where: string): readonly Finding[] {
  return resolution.libraries
    .flatMap((library, index) => (library.path === null ? [{ name: library.name, index }] : []))
    .slice(0, MAX_FINDINGS)
    .map(({ name, index }) => {
      const chain = chainOf(resolution, index)
      return runtimeFinding('runtime/library-missing', 'error', {
        title: `${name} is not ${inPlace(where)}`,
        message: `${chain.length > 1 ? `${chain.slice(0, -1).join(' → ')} needs it. ` : ''}The loader stops before the program does anything.`,
        evidence: [chain.join(' → ')],
        library: name,
        fix: [{ edit: `Install the package that has ${name}`, why: 'or set LD_LIBRARY_PATH to the folder in which it lies' }],
      })
    })
}

/** Versions that a library should have and has not. The loader asks only libraries that define versions at all. */
function judgeVersions(main: FoundBinary, { libraries, objects }: Resolution, where: string): readonly Finding[] {
  const findings: Finding[] = []
  for (const user of [main, ...objects]) {
    for (const { library, versions } of user.binary.versions) {
      const path = libraries.find(({ name }) => name === library)?.path ?? null
      const provider = objects.find((found) => (path !== null && found.path === path) || found.binary.soname === library)
      if (provider === undefined || provider.binary.provides.length === 0) continue
      const lacking = versions.filter((version) => !provider.binary.provides.includes(version))
      const wanted = lacking.flatMap((version) => glibcOf(version) ?? [])
      if (lacking.length === 0 || findings.length >= MAX_FINDINGS) continue
      const has = provider.binary.provides.flatMap((version) => glibcOf(version) ?? []).at(-1) ?? null
      const subject = user === main ? '' : `${user.path} `
      findings.push(
        runtimeFinding(wanted.length > 0 ? 'runtime/glibc-too-old' : 'runtime/library-missing', 'error', {
          title: `${subject}needs ${lacking.slice(0, 3).join(', ')} of ${library}, which is not ${inPlace(where)}`,
          message: `The loader stops with "version \`${lacking[0] ?? ''}' not found": ${provider.path} is older than the one it was linked with.`,
          evidence: [
            `${user.path} needs ${lacking.slice(0, SHOWN).join(', ')}`,
            `${provider.path} has up to ${provider.binary.provides.at(-1) ?? 'none'}`,
          ],
          library,
          fix:
            wanted.length > 0
              ? glibcFixes(main.binary, has ?? '2.17')
              : [{ edit: `Install a newer ${library}`, why: 'or build on the older system' }],
        }),
      )
    }
  }
  return findings
}

/** Symbols that nothing in the tree defines. A library may leave some to the program that loads it: only programs are judged. */
function unresolved(main: FoundBinary, { objects }: Resolution): readonly { readonly symbol: string; readonly path: string }[] {
  if (!isProgram(main.binary) || [main, ...objects].some(({ symbols }) => symbols === null)) return []
  const all = [main, ...objects.filter(({ path }) => path !== main.path)]
  const defined = new Set(
    all.flatMap(({ symbols }) => (symbols ?? []).flatMap(({ name, undefined: open, local }) => (open || local ? [] : [name]))),
  )
  return all.flatMap(({ symbols, path }) =>
    (symbols ?? []).flatMap(({ name, undefined: open, weak, local }) =>
      open && !weak && !local && name !== '' && !defined.has(name) ? [{ symbol: name, path }] : [],
    ),
  )
}

/** Libraries of another C library than the loader's. */
export function wrongLibc({ libraries, loader }: Resolution): readonly number[] {
  const kind = loader?.kind ?? null
  return libraries.flatMap(({ libc, via }, index) =>
    kind !== null && libc !== null && libc !== kind && via !== 'the C library itself' ? [index] : [],
  )
}

function judgeMix(binary: Binary, resolution: Resolution): readonly Finding[] {
  const { loader, libraries } = resolution
  return wrongLibc(resolution)
    .slice(0, MAX_FINDINGS)
    .map((index) => {
      const library = libraries[index]
      return runtimeFinding('runtime/libc-mismatch', 'warning', {
        title: `${library?.name ?? ''} was linked with ${library?.libc ?? ''}, the program with ${loader?.kind ?? ''}`,
        message: 'Two C libraries in one program share names and nothing else: it may start, and nobody promises that it works.',
        evidence: [chainOf(resolution, index).join(' → '), ...(library?.path == null ? [] : [library.path])],
        ...(library === undefined ? {} : { library: library.name }),
        fix: libcFixes(binary, loader?.kind ?? null),
      })
    })
}

function judgeSymbols(main: FoundBinary, resolution: Resolution): readonly Finding[] {
  const open = unresolved(main, resolution)
  if (open.length === 0) return []
  const mixed = wrongLibc(resolution).length > 0
  // musl binds everything at the start; glibc a function at its first call, unless the linker said otherwise.
  const certain = resolution.loader?.kind === 'musl' || main.bindsNow
  const first = open[0]
  return [
    runtimeFinding(mixed ? 'runtime/libc-mismatch' : 'runtime/library-missing', certain ? 'error' : 'warning', {
      title: `${first?.symbol ?? ''}${open.length > 1 ? ` and ${String(open.length - 1)} more symbols are` : ' is'} in none of its libraries`,
      message: certain
        ? 'The loader stops with "symbol not found" before the program does anything.'
        : 'The program starts, and ends with "symbol lookup error" at the first call.',
      evidence: open.slice(0, SHOWN).map(({ symbol, path }) => `${path}: ${symbol}`),
      fix: [
        { edit: 'Use the libraries that it was linked with', why: 'another version, or another C library, does not have these functions' },
      ],
    }),
  ]
}

/**
 * Holds a binary against what really lies below a root: loader, libraries, their versions and symbols.
 * `where` names the root; `goarch`: its processor, `null` when it is not known.
 */
export function judgeResolution(main: FoundBinary, resolution: Resolution, where: string, goarch: string | null): Verdict {
  const { binary } = main
  if (binary.kind === 'object' || binary.kind === 'other')
    return { place: where, starts: 'unknown', findings: [], notes: ['it is neither a program nor a library: nothing loads it'] }
  const platform = judgePlatform(binary, where, goarch)
  if (platform.findings.length > 0) return conclude(where, platform.findings)
  const notes = [...platform.notes, ...notesOf(binary)]
  if (binary.linkage === 'static') return conclude(where, [], notes)
  const loader = judgeLoader(binary, resolution, where)
  if (loader.length > 0) return conclude(where, loader, notes)
  const missing = judgeMissing(resolution, where)
  return conclude(
    where,
    [
      ...missing,
      ...judgeVersions(main, resolution, where),
      ...judgeMix(binary, resolution),
      // Where a library is missing, so are its symbols.
      ...(missing.length > 0 ? [] : judgeSymbols(main, resolution)),
    ],
    notes,
  )
}
