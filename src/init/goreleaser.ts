import { cgoOf, type SeenTarget } from './guessed-targets.js'
import { nodeAt, entriesOf, itemsAt, textAt, texts, type YamlFile, type YamlNode } from './yaml-file.js'

/** Names under which GoReleaser finds its configuration. */
export const GORELEASER_FILES: readonly string[] = [
  '.config/goreleaser.yml',
  '.config/goreleaser.yaml',
  '.goreleaser.yml',
  '.goreleaser.yaml',
  'goreleaser.yml',
  'goreleaser.yaml',
]

/** The variant keys of GoReleaser by architecture, and what it builds when none is given; the plain one needs no third part. */
const VARIANTS: Readonly<Record<string, { readonly key: string; readonly default: string; readonly plain: string }>> = {
  386: { key: 'go386', default: 'sse2', plain: 'sse2' },
  amd64: { key: 'goamd64', default: 'v1', plain: 'v1' },
  // Go's own default depends on the version and the host, so it is always said.
  arm: { key: 'goarm', default: '6', plain: '' },
  arm64: { key: 'goarm64', default: 'v8.0', plain: 'v8.0' },
  mips: { key: 'gomips', default: 'hardfloat', plain: 'hardfloat' },
  mipsle: { key: 'gomips', default: 'hardfloat', plain: 'hardfloat' },
  mips64: { key: 'gomips', default: 'hardfloat', plain: 'hardfloat' },
  mips64le: { key: 'gomips', default: 'hardfloat', plain: 'hardfloat' },
  ppc64: { key: 'goppc64', default: 'power8', plain: 'power8' },
  riscv64: { key: 'goriscv64', default: 'rva20u64', plain: 'rva20u64' },
}

interface Built {
  readonly goos: string
  readonly goarch: string
  readonly variant: string | undefined
}

function variantOf(goarch: string, written: string | undefined): string | undefined {
  const known = Object.hasOwn(VARIANTS, goarch) ? VARIANTS[goarch] : undefined
  const value = written ?? known?.default
  return known === undefined || value === known.plain ? undefined : value
}

function isIgnored(build: YamlNode, goos: string, goarch: string, variant: string | undefined): boolean {
  return itemsAt(build, 'ignore').some((rule) => {
    const fields = entriesOf(rule)
    return (
      fields.length > 0 &&
      fields.every(([key, value]) => {
        const text = value.kind === 'text' ? value.text : ''
        if (key === 'goos') return text === goos
        if (key === 'goarch') return text === goarch
        return key === VARIANTS[goarch]?.key && text === variant
      })
    )
  })
}

/** `linux_arm_7`, and the sets that GoReleaser has names for. */
function listedTargets(build: YamlNode): readonly Built[] {
  return texts(itemsAt(build, 'targets')).flatMap((text) => {
    if (text === 'go_first_class' || text === 'go_118_first_class')
      return ['linux/amd64', 'linux/arm64', 'linux/386', 'linux/arm', 'darwin/amd64', 'darwin/arm64', 'windows/amd64', 'windows/386'].map(
        (name) => {
          const [goos = '', goarch = ''] = name.split('/')
          return { goos, goarch, variant: variantOf(goarch, undefined) }
        },
      )
    const [goos = '', goarch = '', variant] = text.split('_')
    return [{ goos, goarch, variant: variantOf(goarch, variant) }]
  })
}

function product(build: YamlNode): readonly Built[] {
  const list = (key: string, otherwise: readonly string[]): readonly string[] => {
    const found = texts(itemsAt(build, key)).filter((text) => !text.includes('{{'))
    return nodeAt(build, key) === undefined ? otherwise : found
  }
  return list('goos', ['linux', 'darwin', 'windows']).flatMap((goos) =>
    list('goarch', ['386', 'amd64', 'arm64']).flatMap((goarch) => {
      const known = Object.hasOwn(VARIANTS, goarch) ? VARIANTS[goarch] : undefined
      return (known === undefined ? [undefined] : list(known.key, [known.default]))
        .filter((variant) => !isIgnored(build, goos, goarch, variant))
        .map((variant) => ({ goos, goarch, variant: variantOf(goarch, variant) }))
    }),
  )
}

function cgoIn(node: YamlNode | undefined): boolean | undefined {
  return texts(itemsAt(node, 'env'))
    .map((text) => cgoOf(/^CGO_ENABLED=(.*)$/.exec(text.trim())?.[1]?.trim()))
    .findLast((cgo) => cgo !== undefined)
}

/** What the builds of a GoReleaser configuration build for: `builds` by `goos`, `goarch`, variants and `ignore`, or by `targets`. */
export function goreleaserTargets(file: YamlFile): readonly SeenTarget[] {
  const { root } = file
  const written = [...itemsAt(root, 'builds'), ...itemsAt(root, 'build')]
  const builds = written.length === 0 ? [root] : written
  return builds.slice(0, 200).flatMap((build) => {
    if (build !== root && (textAt(build, 'skip') === 'true' || !['', 'go'].includes(textAt(build, 'builder') ?? ''))) return []
    const cgo = cgoIn(build) ?? cgoIn(root)
    const line = file.lineOf((nodeAt(build, 'targets') ?? nodeAt(build, 'goos') ?? build).at)
    const found =
      itemsAt(build, 'targets').length > 0
        ? listedTargets(build)
        : build === root
          ? product({ kind: 'text', text: '', at: 0, end: 0, block: false })
          : product(build)
    return found.slice(0, 2000).map(({ goos, goarch, variant }) => ({ goos, goarch, variant, cgo, file: file.name, line }))
  })
}
