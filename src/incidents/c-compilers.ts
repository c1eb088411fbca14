import type { Fix } from '../report/index.js'
import { installFixes, managersOf, type Packages } from './install.js'
import type { IncidentFacts } from './incident.js'
import { isCross, targetVariables } from './words.js'

/** A C compiler that builds for a platform from another one. */
interface CrossCompiler {
  readonly cc: string
  readonly packages: Packages
  /** What `zig cc -target` calls the platform. */
  readonly zig?: string
  /** Architecture of `dpkg --add-architecture`, for libraries. */
  readonly debian?: string
}

function linux(triple: string, zig: string | undefined, debian: string, more: Packages = {}): CrossCompiler {
  const name = triple.replace('x86_64', 'x86-64')
  return {
    cc: `${triple}-gcc`,
    packages: { apt: `gcc-${name} libc6-dev-${debian}-cross`, ...more },
    ...(zig === undefined ? {} : { zig }),
    debian,
  }
}

const CROSS: Readonly<Record<string, CrossCompiler>> = {
  'linux/amd64': linux('x86_64-linux-gnu', 'x86_64-linux-musl', 'amd64'),
  'linux/arm64': linux('aarch64-linux-gnu', 'aarch64-linux-musl', 'arm64'),
  'linux/arm': linux('arm-linux-gnueabihf', 'arm-linux-musleabihf', 'armhf'),
  'linux/386': { cc: 'gcc', packages: { apt: 'gcc-multilib' }, zig: 'x86-linux-musl', debian: 'i386' },
  'linux/riscv64': linux('riscv64-linux-gnu', 'riscv64-linux-musl', 'riscv64'),
  'linux/ppc64le': linux('powerpc64le-linux-gnu', 'powerpc64le-linux-musl', 'ppc64el'),
  'linux/s390x': linux('s390x-linux-gnu', 's390x-linux-musl', 's390x'),
  'linux/mips': linux('mips-linux-gnu', 'mips-linux-musleabi', 'mips'),
  'linux/mipsle': linux('mipsel-linux-gnu', 'mipsel-linux-musleabi', 'mipsel'),
  'linux/mips64le': linux('mips64el-linux-gnuabi64', 'mips64el-linux-muslabi64', 'mips64el'),
  'windows/amd64': {
    cc: 'x86_64-w64-mingw32-gcc',
    packages: { apt: 'gcc-mingw-w64-x86-64', apk: 'mingw-w64-gcc', dnf: 'mingw64-gcc', brew: 'mingw-w64' },
    zig: 'x86_64-windows-gnu',
  },
  'windows/386': {
    cc: 'i686-w64-mingw32-gcc',
    packages: { apt: 'gcc-mingw-w64-i686', apk: 'i686-mingw-w64-gcc', dnf: 'mingw32-gcc', brew: 'mingw-w64' },
    zig: 'x86-windows-gnu',
  },
}
/** zig alone can build for this one from a package. */
const ONLY_ZIG: Readonly<Record<string, string>> = { 'windows/arm64': 'aarch64-windows-gnu' }

/** What a native build needs: the compiler with the C library's headers. */
const NATIVE: Packages = { apt: 'gcc libc6-dev', apk: 'gcc musl-dev', dnf: 'gcc glibc-devel' }

function platformOf(facts: IncidentFacts): string {
  return `${facts.goos ?? facts.hostGoos ?? ''}/${facts.goarch ?? facts.hostGoarch ?? ''}`
}

/** How Debian calls the target's architecture, for `libx-dev:arm64`; `null` when it has none or the build is native. */
export function debianArchitecture(facts: IncidentFacts): string | null {
  return isCross(facts) === true ? (CROSS[platformOf(facts)]?.debian ?? null) : null
}

/** The way out that needs no C at all. */
export function withoutCgo(facts: IncidentFacts): Fix {
  return {
    command: `CGO_ENABLED=0 ${targetVariables(facts)}go build ./...`,
    why: 'Where nothing in the build needs cgo: no C compiler is asked for.',
  }
}

function appleFix(facts: IncidentFacts): Fix {
  return {
    edit: 'Build this target on macOS (`runs-on: macos-latest`).',
    why: `A C compiler for ${facts.goos ?? 'darwin'} needs Apple's SDK, which only comes with Xcode.`,
  }
}

/** Ways to a C compiler for a foreign target: the distribution's, and zig's. */
export function crossCompilerFixes(facts: IncidentFacts): readonly Fix[] {
  if (facts.goos === 'darwin' || facts.goos === 'ios') return [appleFix(facts)]
  if (facts.goos === 'android')
    return [
      {
        edit: 'Set CC to the clang of the Android NDK for this target (`$ANDROID_NDK_HOME/toolchains/llvm/prebuilt/*/bin/*-linux-android*-clang`).',
        why: 'Only the NDK has headers and libraries of Android.',
      },
    ]
  const platform = platformOf(facts)
  const cross = CROSS[platform]
  const zig = cross?.zig ?? ONLY_ZIG[platform]
  const variables = targetVariables(facts)
  const fixes: Fix[] = []
  if (cross !== undefined && managersOf(facts).some((manager) => cross.packages[manager] !== undefined)) {
    fixes.push(...installFixes(cross.packages, `a C compiler for ${platform}`, facts), {
      command: `CGO_ENABLED=1 CC=${cross.cc} ${variables}go build ./...`,
      why: 'Builds with that compiler; go reads only CC and CXX, no variable with the name of the target.',
    })
  }
  if (zig !== undefined)
    fixes.push({
      command: `CGO_ENABLED=1 CC="zig cc -target ${zig}" CXX="zig c++ -target ${zig}" ${variables}go build ./...`,
      why: `zig brings headers and libc of ${platform} with it; install it from your package manager or ziglang.org.`,
    })
  return fixes
}

/** Ways to a C compiler for the target, native or foreign, and the way without. */
export function compilerFixes(facts: IncidentFacts): readonly Fix[] {
  if (isCross(facts) === true) return [...crossCompilerFixes(facts), withoutCgo(facts)]
  const native: Fix[] = [...installFixes(NATIVE, 'a C compiler and the headers of the C library', facts)]
  if (managersOf(facts).includes('brew')) native.push({ command: 'xcode-select --install', why: "macOS: brings clang and Apple's SDK" })
  if (facts.hostGoos === 'windows' || facts.goos === 'windows')
    native.push({ command: 'choco install mingw -y', why: 'Windows: brings gcc; open a new shell afterwards, so that PATH has it' })
  // The target may be foreign without the log saying so.
  const foreign = isCross(facts) === null && facts.goarch !== undefined ? crossCompilerFixes(facts) : []
  return [...native, ...foreign, withoutCgo(facts)]
}
