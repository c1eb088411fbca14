import { describe, expect, it } from '@jest/globals'
import { adviseCgo, CGO_MODULES, findCgoModule, findCgoModuleNamed, PURE_MODULES } from '../../../src/cgo-modules/index.js'
import { byteOrder } from '../../../src/snapshot/index.js'

describe('what is known of modules with C', () => {
  it('is sorted, each path once, at least thirty of them looked at', () => {
    for (const list of [CGO_MODULES, PURE_MODULES]) {
      const paths = list.map(({ path }) => path)
      expect(paths).toEqual([...new Set(paths)].toSorted(byteOrder))
    }
    expect(CGO_MODULES.filter(({ version }) => version !== null).length).toBeGreaterThanOrEqual(30)
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
})
