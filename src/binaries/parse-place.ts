import { PLACE_NAMES, PLACES, type Place } from './places.js'

/** What stands in front of the name of an image and says nothing about what is in it. */
const REGISTRY = /^(?:docker\.io\/(?:library\/)?|library\/|gcr\.io\/(?=distroless)|registry\.access\.redhat\.com\/)/

function abstract(name: string, kind: 'glibc' | 'musl', version: string | null): Place {
  return { name, libc: { kind, version }, libraries: [], complete: false, libstdcxx: null, install: null, source: 'as given' }
}

/** The tag without what names a smaller or dated build of the same release: `12-slim`, `bookworm-20240904`, `3.20.3`, `nonroot`. */
function plain(text: string): string {
  const [name = '', tag = ''] = text.split(':', 2)
  const own = tag.replace(/-(?:slim|minimal|base)(?:-\d+)?$|-\d{8}(?:-slim)?$/, '')
  if (name === 'alpine') return `alpine:${own.replace(/^(\d+\.\d+)\.\d+$/, '$1')}`
  if (name === 'debian' || name.startsWith('rocky') || name.startsWith('alma') || name === 'rhel')
    return `${name}:${own.replace(/^(\d+)\.\d+$/, '$1')}`
  if (name.startsWith('distroless/') || /^ubi\d+$/.test(name)) return name
  return own === '' ? name : `${name}:${own}`
}

/**
 * The place that a person means: an image (`alpine:3.20`, `debian:bookworm-slim`, `gcr.io/distroless/base-debian12`), `scratch`,
 * or only a C library (`glibc:2.17`, `musl`, `musl:1.2.5`). `null` when it is not known.
 */
export function parsePlace(text: string): Place | null {
  const trimmed = text.trim().toLowerCase()
  const asGiven = /^(glibc|musl):(\d{1,3}(?:\.\d{1,4}){1,3})$/.exec(trimmed)
  if (asGiven !== null) return abstract(trimmed, asGiven[1] === 'glibc' ? 'glibc' : 'musl', asGiven[2] ?? null)
  if (trimmed === 'musl') return abstract('musl', 'musl', null)
  const name = plain(trimmed.replace(REGISTRY, '').replace(/^(ubi\d+)[/-].*$/, '$1'))
  const known = PLACE_NAMES[name] ?? name
  return PLACES.find((place) => place.name === known) ?? null
}

/** Names that `parsePlace` knows, for a message. */
export function placeNames(): readonly string[] {
  return [...PLACES.map(({ name }) => name), ...Object.keys(PLACE_NAMES), 'glibc:2.17', 'musl']
}
