import { describe, expect, it } from '@jest/globals'
import { adviseCgo, CGO_MODULES, findCgoModule, findCgoModuleNamed, PURE_MODULES } from '../../../src/cgo-modules/index.js'
import { byteOrder } from '../../../src/snapshot/index.js'

describe('what is known of modules with C', () => {
  it('is sorted, each path once, at least thirty-six of them looked at', () => {
    for (const list of [CGO_MODULES, PURE_MODULES]) {
      const paths = list.map(({ path }) => path)
      expect(paths).toEqual([...new Set(paths)].toSorted(byteOrder))
    }
    expect(CGO_MODULES.filter(({ version }) => version !== null).length).toBeGreaterThanOrEqual(36)
    expect(PURE_MODULES.length).toBeGreaterThanOrEqual(8)
  })

  it.each(CGO_MODULES)('says of $path what else there is, and how it differs', (module) => {
    expect((module.package ?? module.path).startsWith(module.path)).toBe(true)
    expect((module.version === null) === (module.without === null)).toBe(true)
    for (const { limits, path } of module.alternatives) {
      expect(limits).toMatch(/^[A-Z].*[^.]\.$/)
      expect(findCgoModule(path)).toBeNull()
    }
    expect(module.note ?? 'None.').toMatch(/^[A-Z].*\.$/)
  })

  it('is found by an import path with or without a version, by a package below it, and by the name of a package', () => {
    expect(findCgoModule('github.com/mattn/go-sqlite3@v1.14.22')?.what).toBe('SQLite')
    expect(findCgoModule('github.com/confluentinc/confluent-kafka-go/v2/kafka')?.what).toBe('Kafka')
    expect(findCgoModule('github.com/mattn/go-sqlite3x')).toBeNull()
    expect(findCgoModuleNamed('sqlite3')?.path).toBe('github.com/mattn/go-sqlite3')
    expect(findCgoModuleNamed('zstd')?.path).toBe('github.com/DataDog/zstd')
  })
})

describe('the advice for a program', () => {
  const own = { standard: false, module: { main: true }, imports: ['github.com/google/gopacket/pcap', 'github.com/google/gopacket'] }
  const foreign = { standard: false, module: { main: false }, imports: [] }

  it('names the package with the C and who imports it, and nothing of the module that has none', () => {
    const advice = adviseCgo([
      { path: 'github.com/google/gopacket', ...foreign },
      { path: 'github.com/google/gopacket/pcap', ...foreign },
      { path: 'example.com/app', ...own },
      { path: 'net', standard: true, module: null, imports: [] },
    ])
    expect(advice.map(({ package: path, importedBy }) => ({ path, importedBy }))).toEqual([
      { path: 'github.com/google/gopacket/pcap', importedBy: ['example.com/app'] },
    ])
  })

  it('is the same for every major version of a module, and given once for all packages of it', () => {
    const paths = [
      'github.com/confluentinc/confluent-kafka-go/kafka',
      'github.com/confluentinc/confluent-kafka-go/v2/kafka',
      'github.com/confluentinc/confluent-kafka-go/v2/kafka/librdkafka_vendor',
      'github.com/confluentinc/confluent-kafka-go/v2/kafkatest',
      'github.com/libgit2/git2go/v34',
      'github.com/davidbyttow/govips/v2/vips',
    ]
    const advice = adviseCgo(paths.map((path) => ({ path, ...foreign })))
    expect(advice.map((one) => one.package)).toEqual([paths[0], paths[1], paths[4], paths[5]])
  })

  const advised = (path: string, cgoFiles: readonly string[], goos: string, cgo: boolean): number =>
    adviseCgo([{ path, ...foreign, files: { CgoFiles: cgoFiles } }], { goos, cgo }).length

  it('is given with cgo on where the package has cgo files for the target, and nowhere else', () => {
    expect(advised('github.com/keybase/go-keychain', ['keychain.go'], 'darwin', true)).toBe(1)
    expect(advised('github.com/keybase/go-keychain', [], 'linux', true)).toBe(0)
    expect(advised('github.com/mattn/go-sqlite3', ['sqlite3.go'], 'linux', true)).toBe(1)
  })

  it('is given with cgo off for the systems that would have cgo files', () => {
    expect(advised('github.com/keybase/go-keychain', [], 'darwin', false)).toBe(1)
    expect(advised('github.com/keybase/go-keychain', [], 'windows', false)).toBe(0)
    expect(advised('github.com/mattn/go-sqlite3', [], 'windows', false)).toBe(1)
  })
})
