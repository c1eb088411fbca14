import { distance } from 'fastest-levenshtein'

/** `go tool dist list` of Go 1.26. */
const PLATFORMS: readonly string[] = (
  'aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64 freebsd/386 freebsd/amd64 ' +
  'freebsd/arm freebsd/arm64 illumos/amd64 ios/amd64 ios/arm64 js/wasm linux/386 linux/amd64 linux/arm linux/arm64 linux/loong64 ' +
  'linux/mips linux/mips64 linux/mips64le linux/mipsle linux/ppc64 linux/ppc64le linux/riscv64 linux/s390x netbsd/386 netbsd/amd64 ' +
  'netbsd/arm netbsd/arm64 openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/ppc64 openbsd/riscv64 plan9/386 plan9/amd64 ' +
  'plan9/arm solaris/amd64 wasip1/wasm windows/386 windows/amd64 windows/arm64'
).split(' ')

/** What other tools call them. */
const SYSTEM_NAMES: Readonly<Record<string, string>> = {
  macos: 'darwin',
  macosx: 'darwin',
  mac: 'darwin',
  osx: 'darwin',
  win: 'windows',
  win32: 'windows',
  win64: 'windows',
  wasi: 'wasip1',
  sunos: 'solaris',
}
const PROCESSOR_NAMES: Readonly<Record<string, string>> = {
  x86_64: 'amd64',
  'x86-64': 'amd64',
  x64: 'amd64',
  aarch64: 'arm64',
  armv8: 'arm64',
  arm64v8: 'arm64',
  armv7: 'arm',
  armv7l: 'arm',
  armv6: 'arm',
  armv6l: 'arm',
  armhf: 'arm',
  arm32v7: 'arm',
  x86: '386',
  i386: '386',
  i486: '386',
  i586: '386',
  i686: '386',
  ppc64el: 'ppc64le',
  powerpc64le: 'ppc64le',
  mips64el: 'mips64le',
  mipsel: 'mipsle',
  riscv: 'riscv64',
  loongarch64: 'loong64',
}

const NARROW = new Set(['386', 'arm', 'mips', 'mipsle'])

/** Whether `int` has 32 bits on this processor; `null` when it is not known. */
export function isNarrow(goarch: string | undefined): boolean | null {
  return goarch === undefined ? null : NARROW.has(goarch)
}

/** The supported pair that was probably meant; `null` when nothing is near. */
export function nearestPlatform(goos: string, goarch: string): string | null {
  const system = goos.trim().toLowerCase()
  const processor = goarch.trim().toLowerCase()
  const meant = `${SYSTEM_NAMES[system] ?? system}/${PROCESSOR_NAMES[processor] ?? processor}`
  if (PLATFORMS.includes(meant)) return meant
  const swapped = `${SYSTEM_NAMES[processor] ?? processor}/${PROCESSOR_NAMES[system] ?? system}`
  if (PLATFORMS.includes(swapped)) return swapped
  const ranked = PLATFORMS.map((pair) => ({ pair, edits: distance(pair, meant) })).toSorted((a, b) => a.edits - b.edits)
  const best = ranked[0]
  if (best !== undefined && best.edits <= 2) return best.pair
  // The system exists, but not on that processor.
  const [known = ''] = meant.split('/')
  const own = PLATFORMS.filter((pair) => pair.startsWith(`${known}/`))
  return own.find((pair) => pair.endsWith('/amd64')) ?? own[0] ?? null
}

/** Packages at the top of the standard library. */
const STANDARD = new Set(
  (
    'archive bufio builtin bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash html ' +
    'image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync ' +
    'syscall testing text time unicode unique unsafe vendor weak cmd'
  ).split(' '),
)

/** Whether an import path is one of Go's own: what fails there is not the program's fault. */
export function isStandard(path: string): boolean {
  return STANDARD.has(path.split('/', 1)[0] ?? '')
}
