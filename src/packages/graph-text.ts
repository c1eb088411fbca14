import { leadingToC, type CGraph, type CNode, type PackageNode } from './graph.js'

const MAX_LABEL = 200

function describeC({ kind, name, path }: CNode): string {
  const shown = kind === 'library' ? `-l${name}` : name
  return `${kind} ${shown}${path === undefined ? '' : ` (${path})`}`
}

function chosenOf(graph: CGraph, all: boolean): ReadonlySet<string> {
  return all ? new Set(graph.packages.map(({ path }) => path)) : leadingToC(graph)
}

/** The graph as a tree of text: what leads to C, or everything. What was shown above is not shown again. */
export function graphToTree(graph: CGraph, { all = false }: { readonly all?: boolean } = {}): string {
  const chosen = chosenOf(graph, all)
  const byPath = new Map(graph.packages.map((node) => [node.path, node]))
  const shown = new Set<string>()
  const lines: string[] = [graph.target]
  // An explicit stack: a chain of imports may be long.
  interface Entry {
    readonly node: PackageNode | null
    readonly text: string
    readonly indent: string
    readonly isLast: boolean
  }
  const entriesOf = (node: PackageNode, indent: string): readonly Entry[] => {
    const c = node.c.map((one) => ({ node: null, text: describeC(one), indent }))
    const packages = node.imports.flatMap((path) => {
      const imported = byPath.get(path)
      return imported !== undefined && chosen.has(path) ? [{ node: imported, text: path, indent }] : []
    })
    const both = [...c, ...packages]
    return both.map(({ node: to, text, indent: by }, at) => ({ node: to, text, indent: by, isLast: at === both.length - 1 }))
  }
  const roots = graph.packages.filter(({ root, path }) => root && chosen.has(path))
  const stack: Entry[] = roots.map((node, at) => ({ node, text: node.path, indent: '', isLast: at === roots.length - 1 })).toReversed()
  for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
    const { node, text, indent, isLast } = entry
    const mark = node?.cgo === true ? ' [cgo]' : ''
    const repeated = node !== null && shown.has(node.path) && (node.c.length > 0 || node.imports.some((path) => chosen.has(path)))
    lines.push(`${indent}${isLast ? '└─' : '├─'} ${text}${mark}${repeated ? ' (above)' : ''}`)
    if (node === null || repeated) continue
    shown.add(node.path)
    stack.push(...entriesOf(node, `${indent}${isLast ? '   ' : '│  '}`).toReversed())
  }
  if (roots.length === 0) lines.push('└─ no package has C, or leads to it')
  return `${lines.join('\n')}\n`
}

interface Drawn {
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly kind: 'package' | 'cgo' | 'c' }[]
  readonly edges: readonly (readonly [from: string, to: string])[]
}

function draw(graph: CGraph, all: boolean): Drawn {
  const chosen = chosenOf(graph, all)
  const ids = new Map(graph.packages.filter(({ path }) => chosen.has(path)).map(({ path }, at) => [path, `p${String(at)}`]))
  const nodes: Drawn['nodes'][number][] = []
  const edges: (readonly [string, string])[] = []
  let count = 0
  for (const { path, cgo, c, imports } of graph.packages) {
    const id = ids.get(path)
    if (id === undefined) continue
    nodes.push({ id, label: path, kind: cgo ? 'cgo' : 'package' })
    for (const one of imports) {
      const to = ids.get(one)
      if (to !== undefined) edges.push([id, to])
    }
    for (const one of c) {
      const own = `c${String(count)}`
      count += 1
      nodes.push({ id: own, label: describeC(one), kind: 'c' })
      edges.push([id, own])
    }
  }
  return { nodes, edges }
}

function plain(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ').slice(0, MAX_LABEL)
}

function quote(text: string): string {
  return `"${plain(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function mermaidLabel(text: string): string {
  return plain(text).replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;')
}

/** The graph in the language of Graphviz. */
export function graphToDot(graph: CGraph, { all = false }: { readonly all?: boolean } = {}): string {
  const { nodes, edges } = draw(graph, all)
  const shapes = { package: '', cgo: ', style=bold', c: ', shape=note' }
  return [
    `digraph ${quote(graph.target)} {`,
    '  rankdir=LR',
    '  node [shape=box]',
    ...nodes.map(({ id, label, kind }) => `  ${id} [label=${quote(label)}${shapes[kind]}]`),
    ...edges.map(([from, to]) => `  ${from} -> ${to}`),
    '}',
    '',
  ].join('\n')
}

/** The graph as a Mermaid flow chart. */
export function graphToMermaid(graph: CGraph, { all = false }: { readonly all?: boolean } = {}): string {
  const { nodes, edges } = draw(graph, all)
  const shape = { package: ['["', '"]'], cgo: ['[["', '"]]'], c: ['(["', '"])'] } as const
  return [
    'flowchart LR',
    ...nodes.map(({ id, label: text, kind }) => `  ${id}${shape[kind][0]}${mermaidLabel(text)}${shape[kind][1]}`),
    ...edges.map(([from, to]) => `  ${from} --> ${to}`),
    '',
  ].join('\n')
}
