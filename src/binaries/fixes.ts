import type { Fix } from '../report/index.js'
import { settingOf } from './go-build-lines.js'
import type { Binary } from './model.js'
import { isProgram } from './verdict.js'

/** Paths that a shell takes as they are. */
const PLAIN = /^[A-Za-z0-9._/@+-]{1,200}$/

/** The main package for a command; the folder where one stands when the binary does not say. */
function packageOf({ go }: Binary): string {
  const path = go?.path ?? null
  return path !== null && path !== 'command-line-arguments' && PLAIN.test(path) ? path : '.'
}

/** Triples of zig by GOARCH. */
const ZIG: Readonly<Record<string, string>> = { amd64: 'x86_64', '386': 'x86', arm64: 'aarch64', riscv64: 'riscv64' }

function zigTarget(goarch: string | null): string | null {
  return ZIG[goarch ?? ''] ?? null
}

/** Only what Go built can be built by go again. */
function build(binary: Binary, variables: string, flags: string = ''): string | null {
  const { go, goarch } = binary
  if (go === null) return null
  const arch = goarch === null ? '' : ` GOARCH=${goarch}`
  return `${variables} GOOS=linux${arch} go build ${flags}${flags === '' ? '' : ' '}${packageOf(binary)}`
}

function fixOf(command: string | null, why: string): readonly Fix[] {
  return command === null ? [] : [{ command, why }]
}

/** A program without any C library: the way out wherever a libc stands in it. */
function withoutC(binary: Binary): readonly Fix[] {
  // What C loads is made with cgo.
  if (binary.go === null || !isProgram(binary)) return []
  if (binary.cgo === false && binary.kind === 'pie')
    return fixOf(
      build(binary, 'CGO_ENABLED=0', '-buildmode=exe'),
      'without -buildmode=pie Go needs no loader: the program starts on every Linux',
    )
  return fixOf(build(binary, 'CGO_ENABLED=0'), 'without cgo it starts on every Linux; possible when no package needs C')
}

/** Ways to a program that an older glibc accepts. */
export function glibcFixes(binary: Binary, version: string): readonly Fix[] {
  const zig = zigTarget(binary.goarch)
  const command = zig === null ? null : build(binary, `CGO_ENABLED=1 CC="zig cc -target ${zig}-linux-gnu.${version}"`)
  return [
    ...withoutC(binary),
    ...(command === null ? [] : [{ command, why: `zig links against glibc ${version}` }]),
    { edit: 'Build it in an image with the older glibc', why: 'a program needs the glibc of the machine that links it, or a newer one' },
  ]
}

/** Ways to a program that a place with another C library, or with none, accepts. */
export function libcFixes(binary: Binary, libc: 'glibc' | 'musl' | null): readonly Fix[] {
  if (binary.cgo === false && binary.kind === 'pie') return withoutC(binary)
  const zig = zigTarget(binary.goarch)
  const musl =
    zig === null || libc === 'glibc' || !isProgram(binary) ? null : build(binary, `CGO_ENABLED=1 CC="zig cc -target ${zig}-linux-musl"`)
  return [
    ...withoutC(binary),
    ...(musl === null ? [] : [{ command: musl, why: 'linked statically with musl it needs no C library of the place' }]),
    ...(libc !== null && (libc === 'glibc' || musl === null)
      ? [{ edit: `Build it in an image with ${libc}`, why: 'a program and the place where it runs need the same C library' }]
      : []),
  ]
}

/** A program for another processor or system. */
export function platformFixes(binary: Binary, goos: string, goarch: string | null): readonly Fix[] {
  if (binary.go === null)
    return [{ edit: `Build it for ${goos}${goarch === null ? '' : `/${goarch}`}`, why: 'nothing can run it as it is' }]
  const wanted = goarch ?? binary.goarch
  const arch = wanted === null ? '' : ` GOARCH=${wanted}`
  const cgo = settingOf(binary.go, 'CGO_ENABLED') === '1' ? 'CGO_ENABLED=0 ' : ''
  return [
    {
      command: `${cgo}GOOS=${goos}${arch} go build ${packageOf(binary)}`,
      why: `builds it for ${goos}${wanted === null ? '' : `/${wanted}`}`,
    },
  ]
}
