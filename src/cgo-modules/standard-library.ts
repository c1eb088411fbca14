/** What becomes of a part of Go itself without cgo. */
export interface StandardLibraryEffect {
  /** An import path, a flag or a platform. */
  readonly what: string
  /** What the program is then. */
  readonly without: string
  /** Page of docs/ that says more. */
  readonly page?: string
}

/** The parts of Go that are something else without cgo. */
export const STANDARD_LIBRARY: readonly StandardLibraryEffect[] = [
  {
    what: 'net',
    without:
      "Names are looked up by Go's own resolver, always: an unknown option of resolv.conf or source of nsswitch.conf (mdns, wins, sss) is passed over, where a build with cgo asks libc.",
    page: 'resolver.md#when-a-build-with-cgo-leaves-a-name-to-libc',
  },
  {
    what: 'os/user',
    without:
      'Users and groups come from /etc/passwd and /etc/group alone: those of LDAP or SSSD are not found. The current user falls back to $USER and $HOME.',
    page: 'resolver.md#users',
  },
  {
    what: 'plugin',
    without: 'It compiles, and every call answers "plugin: not implemented".',
  },
  {
    what: 'runtime/cgo',
    without: 'It is not there: a program for Linux is static, and an import of runtime/cgo itself does not build.',
  },
  {
    what: '-race',
    without: 'go refuses: "-race requires cgo"; for macOS it builds.',
    page: 'rules/cgo/race-needs-cgo.md',
  },
  {
    what: '-msan, -asan',
    without: 'go refuses: "-msan requires cgo". Both look at the memory of C code.',
  },
  {
    what: '-buildmode=plugin, c-shared',
    without: 'go refuses: "requires external (cgo) linking". -buildmode=pie builds.',
  },
  {
    what: '-buildmode=c-archive',
    without: 'It ends well, and the archive is of no use: no header, and none of the functions marked //export, is in it.',
  },
  {
    what: 'android, ios',
    without: 'They do not link, except for android/arm64: "requires external (cgo) linking".',
  },
  {
    what: 'crypto/x509, net on macOS',
    without: 'Nothing: Go calls the libraries of macOS without a C compiler, since 1.20.',
  },
]
