import { adviseCgo, type CgoAdvice } from '../cgo-modules/index.js'
import type { ListedPackage } from '../go/index.js'
import type { Finding, Fix } from '../report/index.js'
import { formatTarget, type Target } from '../targets/index.js'

/** The ways out of C that are known for a package. */
export function pureFixes({ package: path, known }: CgoAdvice): readonly Fix[] {
  return known.alternatives.map((pure) => ({
    command: `go get ${pure.path}@latest`,
    why: `${pure.path} does it without C, when the imports of ${path} are changed to it. ${pure.limits}`,
  }))
}

function adviceFinding(target: Target, root: string, advice: CgoAdvice): Finding {
  const { package: path, known, importedBy } = advice
  const name = formatTarget(target)
  return {
    rule: 'cgo/pure-go-alternative',
    severity: 'note',
    state: 'new',
    title: `${known.what} is to be had without C`,
    message: `${path} needs cgo, and with it a C compiler for ${target.goos}/${target.goarch}. There is pure Go for the same, which builds for every target without one.${known.note === undefined ? '' : ` ${known.note}`}`,
    subject: { target: name, package: path },
    evidence: importedBy.slice(0, 5).map((one) => `imported by ${one}`),
    fix: pureFixes(advice),
    source: 'targets',
    root,
  }
}

/** What could do without C among the packages of a target, as notes. */
export function adviseTarget(target: Target, root: string, packages: readonly ListedPackage[]): readonly Finding[] {
  return adviseCgo(packages, target)
    .filter(({ known }) => known.alternatives.length > 0)
    .map((advice) => adviceFinding(target, root, advice))
}
