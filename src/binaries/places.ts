import type { Libc } from './model.js'

/** A place to run a Linux program: what its base image has before anybody installs something. */
export interface Place {
  /** As people write it after `--for`: `alpine:3.20`. */
  readonly name: string
  /** `null`: no C library at all. */
  readonly libc: { readonly kind: Libc & ('glibc' | 'musl'); readonly version: string | null } | null
  /** Names of libraries beside those of the C library itself. */
  readonly libraries: readonly string[]
  /** Nothing but these libraries is there; otherwise others may be, or may be installed. */
  readonly complete: boolean
  /** The newest `GLIBCXX_` version of its libstdc++; `null` when it has none. */
  readonly libstdcxx: string | null
  /** Command that installs a package, without its name. */
  readonly install: string | null
  /** Where that is written. */
  readonly source: string
}

const DEBIAN_LIBRARIES: readonly string[] = [
  'libgcc_s.so.1',
  'libstdc++.so.6',
  'libz.so.1',
  'libcrypt.so.1',
  'libselinux.so.1',
  'libbz2.so.1.0',
  'liblzma.so.5',
  'libzstd.so.1',
  'libacl.so.1',
  'libattr.so.1',
]
const FEDORA_LIBRARIES: readonly string[] = ['libgcc_s.so.1']

type Row = readonly [name: string, version: string, libstdcxx?: string]

function glibcPlaces(rows: readonly Row[], rest: Pick<Place, 'libraries' | 'install' | 'source'>): readonly Place[] {
  return rows.map(([name, version, libstdcxx = null]) => ({
    name,
    libc: { kind: 'glibc', version },
    complete: false,
    libstdcxx,
    ...rest,
  }))
}

function alpine(name: string, version: string, ssl: '1.1' | '3'): Place {
  return {
    name,
    libc: { kind: 'musl', version },
    libraries: ['libz.so.1', `libssl.so.${ssl}`, `libcrypto.so.${ssl}`],
    complete: true,
    libstdcxx: null,
    install: 'apk add',
    source: 'https://pkgs.alpinelinux.org/packages?name=musl',
  }
}

function distroless(name: string, version: string | null, libraries: readonly string[], libstdcxx: string | null): Place {
  return {
    name,
    libc: version === null ? null : { kind: 'glibc', version },
    libraries,
    complete: true,
    libstdcxx,
    install: null,
    source: 'https://github.com/GoogleContainerTools/distroless/blob/main/base/README.md',
  }
}

/**
 * Places that are known by name. Versions of glibc and musl are those of the release, as their package lists say;
 * of libstdc++ by the GCC that made it (https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html).
 */
export const PLACES: readonly Place[] = [
  alpine('alpine:3.15', '1.2.2', '1.1'),
  alpine('alpine:3.16', '1.2.3', '1.1'),
  alpine('alpine:3.17', '1.2.3', '3'),
  alpine('alpine:3.18', '1.2.4', '3'),
  alpine('alpine:3.19', '1.2.4', '3'),
  alpine('alpine:3.20', '1.2.5', '3'),
  alpine('alpine:3.21', '1.2.5', '3'),
  alpine('alpine:3.22', '1.2.5', '3'),
  ...glibcPlaces(
    [
      ['debian:10', '2.28', '3.4.25'],
      ['debian:11', '2.31', '3.4.28'],
      ['debian:12', '2.36', '3.4.30'],
      ['debian:13', '2.41', '3.4.33'],
    ],
    { libraries: DEBIAN_LIBRARIES, install: 'apt-get install', source: 'https://packages.debian.org/search?keywords=libc6&exact=1' },
  ),
  ...glibcPlaces(
    [
      ['ubuntu:18.04', '2.27', '3.4.25'],
      ['ubuntu:20.04', '2.31', '3.4.28'],
      ['ubuntu:22.04', '2.35', '3.4.30'],
      ['ubuntu:24.04', '2.39', '3.4.33'],
    ],
    { libraries: DEBIAN_LIBRARIES, install: 'apt-get install', source: 'https://packages.ubuntu.com/search?keywords=libc6&exact=1' },
  ),
  ...glibcPlaces(
    [
      ['centos:7', '2.17'],
      ['rhel:7', '2.17'],
      ['rhel:8', '2.28'],
      ['rhel:9', '2.34'],
      ['rhel:10', '2.39'],
    ],
    {
      libraries: FEDORA_LIBRARIES,
      install: 'dnf install',
      source: 'https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/ (package manifest)',
    },
  ),
  ...glibcPlaces(
    [
      ['amazonlinux:2', '2.26'],
      ['amazonlinux:2023', '2.34'],
    ],
    {
      libraries: FEDORA_LIBRARIES,
      install: 'dnf install',
      source: 'https://docs.aws.amazon.com/linux/al2023/release-notes/all-packages.html',
    },
  ),
  distroless('distroless/static', null, [], null),
  distroless('distroless/base-debian11', '2.31', ['libssl.so.1.1', 'libcrypto.so.1.1'], null),
  distroless('distroless/base-debian12', '2.36', ['libssl.so.3', 'libcrypto.so.3'], null),
  distroless(
    'distroless/cc-debian12',
    '2.36',
    ['libssl.so.3', 'libcrypto.so.3', 'libgcc_s.so.1', 'libstdc++.so.6', 'libgomp.so.1'],
    '3.4.30',
  ),
  {
    name: 'scratch',
    libc: null,
    libraries: [],
    complete: true,
    libstdcxx: null,
    install: null,
    source: 'https://hub.docker.com/_/scratch',
  },
]

/** Other names of the same places. */
export const PLACE_NAMES: Readonly<Record<string, string>> = {
  distroless: 'distroless/static',
  'debian:buster': 'debian:10',
  'debian:bullseye': 'debian:11',
  'debian:bookworm': 'debian:12',
  'debian:trixie': 'debian:13',
  'ubuntu:bionic': 'ubuntu:18.04',
  'ubuntu:focal': 'ubuntu:20.04',
  'ubuntu:jammy': 'ubuntu:22.04',
  'ubuntu:noble': 'ubuntu:24.04',
  'distroless/static-debian11': 'distroless/static',
  'distroless/static-debian12': 'distroless/static',
  'rockylinux:8': 'rhel:8',
  'rockylinux:9': 'rhel:9',
  'almalinux:8': 'rhel:8',
  'almalinux:9': 'rhel:9',
  'almalinux:10': 'rhel:10',
  ubi8: 'rhel:8',
  ubi9: 'rhel:9',
  ubi10: 'rhel:10',
}

/** Loaders of glibc by processor (each architecture's ABI; glibc's sysdeps, ld.so name and slibdir). */
export const GLIBC_LOADERS: Readonly<Record<string, readonly string[]>> = {
  amd64: ['/lib64/ld-linux-x86-64.so.2'],
  '386': ['/lib/ld-linux.so.2'],
  arm64: ['/lib/ld-linux-aarch64.so.1'],
  arm: ['/lib/ld-linux-armhf.so.3', '/lib/ld-linux.so.3'],
  loong64: ['/lib64/ld-linux-loongarch-lp64d.so.1'],
  mips: ['/lib/ld.so.1'],
  mipsle: ['/lib/ld.so.1'],
  mips64: ['/lib64/ld.so.1', '/lib64/ld-linux-mipsn8.so.1'],
  mips64le: ['/lib64/ld.so.1', '/lib64/ld-linux-mipsn8.so.1'],
  ppc64: ['/lib64/ld64.so.1'],
  ppc64le: ['/lib64/ld64.so.2'],
  riscv64: ['/lib/ld-linux-riscv64-lp64d.so.1'],
  s390x: ['/lib/ld64.so.1'],
}

/** Libraries that are part of glibc itself, from 2.17 on (since 2.34 most of them are empty). Only those that every distribution ships with it. */
const GLIBC_LIBRARIES: ReadonlySet<string> = new Set([
  'libc.so.6',
  'libm.so.6',
  'libpthread.so.0',
  'libdl.so.2',
  'librt.so.1',
  'libresolv.so.2',
  'libutil.so.1',
  'libanl.so.1',
  'libBrokenLocale.so.1',
  'libthread_db.so.1',
  'libnss_files.so.2',
  'libnss_dns.so.2',
])

/**
 * Whether a C library itself gives a library of that name. musl takes every name of its own parts for itself, whatever follows
 * the dot (ldso/dynlink.c, load_library).
 */
export function isOfLibc(libc: Libc, library: string): boolean {
  if (libc === 'musl') return /^lib(?:c|pthread|rt|m|dl|util|xnet)\./.test(library) || library.startsWith('ld-musl-')
  return libc === 'glibc' && (GLIBC_LIBRARIES.has(library) || /^ld-linux|^ld64\.so/.test(library))
}
