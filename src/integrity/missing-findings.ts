import { findRequirement } from '../modules/index.js'
import type { Finding } from '../report/index.js'
import { locate } from './location.js'
import type { RootReading } from './read-root.js'

const GO_MOD = '/go.mod'

/** `path@version` of a missing line, whichever of the two lines it is. */
function moduleOf(key: string): string {
  return key.endsWith(GO_MOD) ? key.slice(0, -GO_MOD.length) : key
}

/** One finding for every module that go.sum lacks a line of: an error where go refuses to build for it, a note where it builds from vendor/. */
export function findMissingSumFindings({ place, root, files }: RootReading): readonly Finding[] {
  const vendored = root.mode === 'vendor'
  const findings: Finding[] = []
  for (const module of new Set(root.missingSums.map(moduleOf))) {
    const keys = root.missingSums.filter((key) => moduleOf(key) === module)
    const path = module.slice(0, module.lastIndexOf('@'))
    const mod = files.goMods.find(({ text }) => findRequirement(text, path) !== null)
    const what = keys.every((key) => key.endsWith(GO_MOD)) ? `the go.mod file of ${module}` : module
    findings.push({
      rule: 'checksum/gosum-missing-entry',
      severity: vendored ? 'note' : 'error',
      state: 'new',
      title: `go.sum has no line for ${module}`,
      message: vendored
        ? `go.sum has no hash for ${what}. The build uses vendor/ and does not ask for it; go mod vendor does.`
        : `go.sum has no hash for ${what}, so nothing says which content is meant: go refuses to build what needs it.`,
      subject: { module },
      ...(mod === undefined ? {} : { location: locate(place, mod.name, findRequirement(mod.text, path)) }),
      evidence: keys.map((key) => `missing in go.sum: ${key.replace('@', ' ')} h1:…`),
      fix: [{ command: 'go mod tidy', why: 'adds the missing lines, checked against the checksum database for public modules' }],
      source: 'integrity',
      root: place.directory,
    })
  }
  return findings
}
