import type { Platform } from '../targets/index.js'

/** The ports of Go 1.26 and those that it no longer has but earlier ones did: `go tool dist list`. */
const PORTS: Readonly<Record<string, string>> = {
  aix: 'ppc64',
  android: '386 amd64 arm arm64',
  darwin: 'amd64 arm64',
  dragonfly: 'amd64',
  freebsd: '386 amd64 arm arm64 riscv64',
  illumos: 'amd64',
  ios: 'amd64 arm64',
  js: 'wasm',
  linux: '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x',
  netbsd: '386 amd64 arm arm64',
  openbsd: '386 amd64 arm arm64 ppc64 riscv64',
  plan9: '386 amd64 arm',
  solaris: 'amd64',
  wasip1: 'wasm',
  windows: '386 amd64 arm arm64',
}

/** Whether Go has, or had, a port. What the Go of a project can build, it says itself later. */
export function isPort({ goos, goarch }: Platform): boolean {
  return Object.hasOwn(PORTS, goos) && (PORTS[goos] ?? '').split(' ').includes(goarch)
}
