import type { YamlNode } from './yaml-file.js'

/** Gives nodes of several files numbers: the same number means the same value. An alias costs nothing, however often it stands. */
export function numberNodes(): (node: YamlNode) => number {
  const numbers = new Map<string, number>()
  const known = new Map<YamlNode, number>()
  const number = (node: YamlNode): number => {
    const found = known.get(node)
    if (found !== undefined) return found
    const key =
      node.kind === 'text'
        ? `t${node.text}`
        : node.kind === 'list'
          ? `l${node.tag} ${node.items.map(number).join()}`
          : `m${JSON.stringify([...node.entries].map(([name, entry]) => [name, number(entry.node)]))}`
    const made = numbers.get(key) ?? numbers.size
    numbers.set(key, made)
    known.set(node, made)
    return made
  }
  return number
}
