import { commandTarget } from './command-targets.js'
import { cgoOf, type SeenTarget } from './guessed-targets.js'
import { splitShell } from './shell.js'
import { nodeAt, entriesOf, itemsAt, linesInText, textAt, texts, type YamlFile, type YamlNode } from './yaml-file.js'

interface Axes {
  readonly goos: string
  readonly goarch: string
}

/** Above this many legs GitHub starts nothing. */
const MAX_LEGS = 256

function axisNames(matrix: YamlNode | undefined): Axes {
  const names = [
    ...entriesOf(matrix).map(([key]) => key),
    ...itemsAt(matrix, 'include').flatMap((item) => entriesOf(item).map(([key]) => key)),
  ]
  const find = (pattern: RegExp): string => names.find((name) => pattern.test(name)) ?? ''
  return { goos: find(/^(?:target[-_]?)?go[-_]?os$/i), goarch: find(/^(?:target[-_]?)?go[-_]?arch$/i) }
}

function cgoOfJob(root: YamlNode, job: YamlNode): boolean | undefined {
  const nodes = [...itemsAt(job, 'steps'), job, root]
  return nodes.map((node) => cgoOf(textAt(node, 'env', 'CGO_ENABLED'))).find((cgo) => cgo !== undefined)
}

/** The legs of a matrix with an operating system and a processor of Go, as GitHub makes them: product, less `exclude`, with `include`. */
function legsOf(matrix: YamlNode | undefined, { goos, goarch }: Axes): readonly (readonly [goos: string, goarch: string])[] {
  const systems = texts(itemsAt(matrix, goos)).slice(0, MAX_LEGS)
  const processors = texts(itemsAt(matrix, goarch)).slice(0, MAX_LEGS)
  const product = systems.flatMap((os) => processors.map((arch) => [os, arch] as const)).slice(0, MAX_LEGS)
  const excluded = itemsAt(matrix, 'exclude').filter((item) => entriesOf(item).every(([key]) => key === goos || key === goarch))
  const kept = product.filter(
    ([os, arch]) =>
      !excluded.some((item) => [os, undefined].includes(textAt(item, goos)) && [arch, undefined].includes(textAt(item, goarch))),
  )
  const included = itemsAt(matrix, 'include').flatMap((item) => {
    const [os, arch] = [textAt(item, goos), textAt(item, goarch)]
    return os === undefined || arch === undefined ? [] : [[os, arch] as const]
  })
  return [...kept, ...included].slice(0, MAX_LEGS)
}

/** What a workflow builds for: `goos` and `goarch` in its matrices, in the `env` of a step, and in commands. */
export function workflowTargets(file: YamlFile): readonly SeenTarget[] {
  return entriesOf(nodeAt(file.root, 'jobs'))
    .slice(0, 200)
    .flatMap(([, job]) => {
      const found: SeenTarget[] = []
      const matrix = nodeAt(job, 'strategy', 'matrix')
      const axes = axisNames(matrix)
      if (axes.goos !== '' && axes.goarch !== '') {
        const line = file.lineOf((nodeAt(matrix, axes.goos) ?? matrix ?? job).at)
        const cgo = cgoOfJob(file.root, job)
        for (const [goos, goarch] of legsOf(matrix, axes)) found.push({ goos, goarch, cgo, file: file.name, line })
      }
      for (const step of itemsAt(job, 'steps').slice(0, 500)) {
        const [goos, goarch] = [textAt(step, 'env', 'GOOS'), textAt(step, 'env', 'GOARCH')]
        if (goos !== undefined && goarch !== undefined)
          found.push({
            goos,
            goarch,
            variant: goarch === 'arm' ? textAt(step, 'env', 'GOARM') : undefined,
            cgo: cgoOf(textAt(step, 'env', 'CGO_ENABLED')),
            file: file.name,
            line: file.lineOf(nodeAt(step, 'env', 'GOOS')?.at ?? step.at),
          })
        const run = nodeAt(step, 'run')
        if (run?.kind !== 'text' || !run.text.includes('GOOS=')) continue
        const lineOf = linesInText(file, run)
        for (const command of splitShell(run.text)) {
          const target = commandTarget(command)
          if (target !== null) found.push({ ...target, file: file.name, line: lineOf(command.at) })
        }
      }
      return found
    })
    .slice(0, 2000)
}
