import type { ElfHeader } from './elf.js'

/** e_machine of processors that Go builds for (glibc's elf.h), with what readelf calls them. */
const ELF_MACHINES: Readonly<Record<number, readonly [name: string, goarch: (little: boolean, bits: 32 | 64) => string | null]>> = {
  3: ['x86', () => '386'],
  8: ['mips', (little, bits) => `mips${bits === 64 ? '64' : ''}${little ? 'le' : ''}`],
  20: ['powerpc', () => null],
  21: ['powerpc64', (little) => (little ? 'ppc64le' : 'ppc64')],
  22: ['s390', (_, bits) => (bits === 64 ? 's390x' : null)],
  40: ['arm', (little) => (little ? 'arm' : null)],
  // The x32 ABI has this number too, in 32 bits.
  62: ['x86-64', (_, bits) => (bits === 64 ? 'amd64' : null)],
  183: ['aarch64', (little) => (little ? 'arm64' : null)],
  243: ['risc-v', (_, bits) => (bits === 64 ? 'riscv64' : null)],
  258: ['loongarch', (_, bits) => (bits === 64 ? 'loong64' : null)],
}

/** The processor of an ELF file: its name and Go's. */
export function elfPlatform({ machine, little, bits }: ElfHeader): { readonly machine: string; readonly goarch: string | null } {
  const row = ELF_MACHINES[machine]
  return row === undefined ? { machine: `machine ${String(machine)}`, goarch: null } : { machine: row[0], goarch: row[1](little, bits) }
}

/** Loaders of other systems than Linux. */
const LOADERS: readonly (readonly [RegExp, string])[] = [
  [/^\/libexec\/ld-elf(?:32)?\.so\.1$/, 'freebsd'],
  [/^\/libexec\/ld\.elf_so$|^\/usr\/libexec\/ld\.elf_so$/, 'netbsd'],
  [/^\/usr\/libexec\/ld\.so$/, 'openbsd'],
  [/^\/usr\/libexec\/ld-elf\.so\.2$/, 'dragonfly'],
  [/^\/(?:usr\/)?lib\/(?:amd64|64)\/ld\.so\.1$|^\/usr\/lib\/ld\.so\.1$/, 'solaris'],
  [/^\/system\/bin\/linker/, 'android'],
]

/** The operating system of an ELF file that has no Go build info: by its loader, its owner of notes, then the byte of its header. */
export function elfSystem({ osAbi }: ElfHeader, interpreter: string | null, noteOwners: readonly string[]): string | null {
  const byLoader = LOADERS.find(([pattern]) => interpreter !== null && pattern.test(interpreter))?.[1]
  if (byLoader !== undefined) return byLoader
  for (const [owner, goos] of [
    ['OpenBSD', 'openbsd'],
    ['NetBSD', 'netbsd'],
    ['FreeBSD', 'freebsd'],
    ['DragonFly', 'dragonfly'],
    ['Android', 'android'],
  ] as const)
    if (noteOwners.includes(owner)) return goos
  const byByte: Readonly<Record<number, string>> = { 0: 'linux', 2: 'netbsd', 3: 'linux', 6: 'solaris', 9: 'freebsd', 12: 'openbsd' }
  return byByte[osAbi] ?? null
}

/** CPU types of Mach-O (mach/machine.h). */
const MACH_CPUS: Readonly<Record<number, readonly [string, string | null]>> = {
  7: ['x86', '386'],
  12: ['arm', 'arm'],
  18: ['powerpc', null],
  0x01000007: ['x86-64', 'amd64'],
  0x0100000c: ['aarch64', 'arm64'],
  0x01000012: ['powerpc64', 'ppc64'],
}

/** The processor of a Mach-O file: its name and Go's. */
export function machPlatform(cpu: number): { readonly machine: string; readonly goarch: string | null } {
  const [machine, goarch] = MACH_CPUS[cpu] ?? [`cpu ${String(cpu)}`, null]
  return { machine, goarch }
}

/** Machines of PE (the Microsoft PE format specification). */
const PE_MACHINES: Readonly<Record<number, readonly [string, string | null]>> = {
  0x14c: ['x86', '386'],
  0x1c0: ['arm', 'arm'],
  0x1c4: ['arm', 'arm'],
  0x8664: ['x86-64', 'amd64'],
  0xaa64: ['aarch64', 'arm64'],
}

/** The processor of a PE file: its name and Go's. */
export function pePlatform(code: number): { readonly machine: string; readonly goarch: string | null } {
  const [machine, goarch] = PE_MACHINES[code] ?? [`machine ${String(code)}`, null]
  return { machine, goarch }
}
