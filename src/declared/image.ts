import type { ImageFacts, WantedGo } from './model.js'
import { readWantedGo } from './wanted-go.js'

/** The glibc of each release that images are named after. */
const GLIBC: Readonly<Record<string, string>> = {
  stretch: '2.24',
  buster: '2.28',
  bullseye: '2.31',
  bookworm: '2.36',
  trixie: '2.41',
  bionic: '2.27',
  focal: '2.31',
  jammy: '2.35',
  noble: '2.39',
  'debian:9': '2.24',
  'debian:10': '2.28',
  'debian:11': '2.31',
  'debian:12': '2.36',
  'debian:13': '2.41',
  'ubuntu:18.04': '2.27',
  'ubuntu:20.04': '2.31',
  'ubuntu:22.04': '2.35',
  'ubuntu:24.04': '2.39',
  'centos:7': '2.17',
  'rockylinux:8': '2.28',
  'rockylinux:9': '2.34',
  'almalinux:8': '2.28',
  'almalinux:9': '2.34',
  'amazonlinux:2': '2.26',
  'amazonlinux:2023': '2.34',
}

/** Official images that are Debian unless their tag says otherwise. */
const DEBIAN_BASED = /^(?:node|python|ruby|php|openjdk|eclipse-temurin|postgres|mysql|redis|nginx|httpd|rust|buildpack-deps|perl)$/
const GLIBC_SYSTEMS = /^(?:debian|ubuntu|fedora|centos|rockylinux|almalinux|amazonlinux|oraclelinux|photon)$/

interface Reference {
  /** Without a registry that only mirrors: `golang`, `gcr.io/distroless/static`. */
  readonly path: string
  readonly tag: string
}

function split(text: string): Reference {
  const bare = text.split('@', 1)[0] ?? ''
  const slash = bare.lastIndexOf('/')
  const colon = bare.indexOf(':', slash + 1)
  const name = colon === -1 ? bare : bare.slice(0, colon)
  // A digest without a tag can be any release.
  const tag = colon === -1 ? (text.includes('@') ? '?' : 'latest') : bare.slice(colon + 1)
  // Whatever registry it comes from: `library/` holds what Docker publishes as official.
  const official = /(?:^|\/)library\/([^/]+)$/.exec(name)?.[1] ?? /^(?:docker\.io|index\.docker\.io)\/([^/]+)$/.exec(name)?.[1]
  return { path: official ?? name, tag }
}

/** `1.22.3-alpine3.20` is 1.22.3; `1-1.22-bookworm`, as dev containers count, is 1.22. */
function versionOfTag(tag: string, isDevcontainer: boolean): WantedGo {
  const text = isDevcontainer ? tag.replace(/^(?:dev-)?(?:\d+(?:\.\d+){0,2}-)?(?=\d+\.\d)/, '') : tag
  const first = text.split('-', 1)[0] ?? ''
  if (first.includes('?')) return { kind: 'unknown' }
  if (/^\d+(?:\.\d+)*(?:(?:rc|beta)\d+)?$/.test(first)) {
    // The image of a dev container has a version of its own, which is not that of Go.
    return isDevcontainer && !first.includes('.') ? { kind: 'moving' } : readWantedGo(first)
  }
  return { kind: 'moving' }
}

function glibcOf({ path, tag }: Reference, fallback: string | null): string | null {
  const codename = /(?:^|[-_.])(stretch|buster|bullseye|bookworm|trixie|bionic|focal|jammy|noble)(?:[-_.\d]|$)/.exec(tag)?.[1]
  if (codename !== undefined) return GLIBC[codename] ?? null
  const numbered = `${path}:${/^\d+(?:\.\d+)?/.exec(tag)?.[0] ?? ''}`
  if (Object.hasOwn(GLIBC, numbered)) return GLIBC[numbered] ?? null
  const debian = `${path.split('/', 1)[0] ?? ''}:${numbered.split(':').at(-1)?.split('.', 1)[0] ?? ''}`
  return path === 'debian' && Object.hasOwn(GLIBC, debian) ? (GLIBC[debian] ?? null) : fallback
}

const NOTHING = { go: null, fixed: false, libc: null, glibc: null, compiler: null } as const

function golangFacts(name: string, reference: Reference, isOfficial: boolean): ImageFacts {
  const { path, tag } = reference
  const isDevcontainer = path.endsWith('devcontainers/go')
  const go = versionOfTag(tag, isDevcontainer)
  if (/nanoserver|windowsservercore/.test(tag)) return { ...NOTHING, name, go, fixed: isOfficial }
  const isPublished = isOfficial || isDevcontainer
  // Only what is published as such is known to be made as such.
  if (/(?:^|-)alpine/.test(tag)) return { name, go, fixed: isPublished, libc: 'musl', glibc: null, compiler: isPublished ? false : null }
  if (!isPublished || tag.includes('?')) return { ...NOTHING, name, go, fixed: isPublished }
  const line = go.kind === 'release' || go.kind === 'line' ? Number(go.version.split('.')[1]?.replace(/\D.*$/, '')) : null
  // From 1.21 on it was bookworm or newer.
  return { name, go, fixed: true, libc: 'glibc', glibc: glibcOf(reference, line === null || line >= 21 ? '2.36' : null), compiler: true }
}

/** What is known of an image by its reference alone; unknown parts of it are written `?`. */
export function readImage(text: string): ImageFacts {
  const name = text.slice(0, 300)
  const reference = split(name)
  const { path, tag } = reference
  const last = path.split('/').at(-1) ?? ''
  const isDevcontainer = /(?:^|\/)devcontainers\/go$/.test(path)
  if (path === 'golang' || isDevcontainer) return golangFacts(name, reference, path === 'golang')
  if (last === 'golang' || path === 'cimg/go' || path.endsWith('microsoft/golang')) return golangFacts(name, reference, false)
  const inTag = /(?:^|-)golang-(1\.\d+)(?:-|$)/.exec(tag)?.[1]
  if (inTag !== undefined) return { ...NOTHING, name, go: readWantedGo(inTag) }
  if (path === 'scratch') return { ...NOTHING, name, libc: 'none', compiler: false }
  if (path === 'alpine') return { ...NOTHING, name, libc: 'musl', compiler: false }
  if (/(?:^|\/)distroless\/static(?:-|$)/.test(path)) return { ...NOTHING, name, libc: 'none', compiler: false }
  if (/(?:^|\/)chainguard\/static$/.test(path)) return { ...NOTHING, name, libc: tag.includes('glibc') ? null : 'none', compiler: false }
  const distroless = /(?:^|\/)distroless\/(?:base|cc)(?:-nossl)?(?:-debian(\d+))?$/.exec(path)
  if (distroless !== null)
    return { ...NOTHING, name, libc: 'glibc', glibc: GLIBC[`debian:${distroless[1] ?? ''}`] ?? null, compiler: false }
  if (/(?:^|\/)chainguard\/(?:glibc-dynamic|wolfi-base)$/.test(path)) return { ...NOTHING, name, libc: 'glibc', compiler: false }
  if (tag.includes('?')) return { ...NOTHING, name }
  if (GLIBC_SYSTEMS.test(path)) return { ...NOTHING, name, libc: 'glibc', glibc: glibcOf(reference, null), compiler: false }
  if (/(?:^|\/)ubi(\d+)(?:-minimal|-micro|\/ubi(?:-minimal|-micro)?)?$/.test(path)) return { ...NOTHING, name, libc: 'glibc' }
  if (DEBIAN_BASED.test(path))
    return /(?:^|-)alpine/.test(tag)
      ? { ...NOTHING, name, libc: 'musl' }
      : { ...NOTHING, name, libc: 'glibc', glibc: glibcOf(reference, null) }
  return { ...NOTHING, name }
}
