import { cgoReason, contradicts, parseGoBuild, readConstraints, tagsOf } from './constraints.js'
import { blankGo, declarationsOf, packageClause, type GoDeclaration } from './go-source.js'

/** A file of a package, as it is. */
export interface SourceFile {
  /** Name in the directory of the package. */
  readonly name: string
  readonly text: string
}

/** A package of which cgo off leaves files out. */
export interface LossInput {
  /** Import path. */
  readonly package: string
  /** Built only with cgo. */
  readonly lost: readonly SourceFile[]
  /** Built only without. */
  readonly replacements: readonly SourceFile[]
  /** Built either way. */
  readonly kept: readonly SourceFile[]
}

/** One file that is left out, and why. */
export interface LostFile {
  readonly name: string
  /** `it imports "C"`, `//go:build cgo && linux`. */
  readonly reason: string
  /** `#cgo` lines of it, which are then never applied. */
  readonly directives: readonly string[]
  /** Its `//go:build` and its `// +build` say different things. */
  readonly contradicts: boolean
}

/** Where a name is used that is lost. */
export interface LostUse {
  readonly file: string
  /** As written: `helper`, `fast.Sum`. */
  readonly name: string
  /** Both from 1, columns in bytes as go counts them. */
  readonly line: number
  readonly column: number
}

/** What a package loses. */
export interface Loss {
  readonly package: string
  readonly files: readonly LostFile[]
  readonly replacements: readonly string[]
  /** Declared in what is left out, and nowhere in what is left. */
  readonly names: readonly GoDeclaration[]
  /** Files of the package that use such a name: it does not compile. */
  readonly brokenBy: readonly LostUse[]
  /** The words with which a replacement says at run time that it needs cgo. */
  readonly stub: { readonly file: string; readonly says: string } | null
}

/** Words in a string of Go that say: this does not work without cgo. */
const SAYS_CGO = /"((?:[^"\\\n]|\\.){0,200}(?:\bcgo\b|CGO_ENABLED)(?:[^"\\\n]|\\.){0,200})"/i

function directivesOf(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]*(?:\/\/)?[ \t]*(#cgo\b[^\r\n]{0,300})/gm)].map(([, line = '']) => line.trim())
}

function keyOf({ kind, name, signature }: GoDeclaration): string {
  // Methods of two types may have one name.
  return kind === 'method' ? `${/^func \(\w*\s*\*?([\w.]+)/.exec(signature ?? '')?.[1] ?? ''}.${name}` : name
}

function wordsOf(blanked: string): ReadonlySet<string> {
  return new Set(blanked.match(/\w+/g) ?? [])
}

/** Whether a source gives a name a meaning of its own somewhere: a variable, a parameter, a field. Rather once too often. */
function redefines(blanked: string, name: string): boolean {
  const own = [
    String.raw`\b(?:var|const|type)\s+(?:\w+\s*,\s*)*${name}\b`,
    String.raw`\b${name}\s*(?:,\s*\w+\s*)*:`,
    String.raw`[(,]\s*${name}\s+[\w*[.(]`,
    String.raw`(?:^|,)[ \t]*${name}(?:\s*,\s*\w+)*[ \t]+[\w*[]`,
    String.raw`[(,]\s*${name}\s*,`,
  ]
  return own.some((pattern) => new RegExp(pattern, 'm').test(blanked))
}

/** The first place where an expression of names stands that no other selects. */
function findUse(file: string, source: string, blanked: string, expression: string): LostUse | null {
  const at = new RegExp(String.raw`(?<![\w.])${expression.replace('.', String.raw`\.`)}\b`).exec(blanked)?.index
  if (at === undefined) return null
  const before = source.slice(0, at)
  const lineStart = before.lastIndexOf('\n') + 1
  const line = before.split('\n').length
  return { file, name: expression, line, column: new TextEncoder().encode(before.slice(lineStart)).length + 1 }
}

/** What is lost, why, and what breaks. Names are compared, types are not. */
export function analyseLoss({ package: path, lost, replacements, kept }: LossInput): Loss {
  const left = [...replacements, ...kept]
  const there = new Set(left.flatMap(({ text }) => declarationsOf(text)).map(keyOf))
  const names = lost
    .flatMap(({ text }) => declarationsOf(text))
    .filter((one) => !there.has(keyOf(one)) && one.name !== 'init' && one.name !== 'main')
  const brokenBy = left.flatMap(({ name: file, text }) => {
    const blanked = blankGo(text)
    const words = wordsOf(blanked)
    const uses = names
      .filter(({ kind, name }) => kind !== 'method' && words.has(name) && !redefines(blanked, name))
      .flatMap(({ name }) => findUse(file, text, blanked, name) ?? [])
    return uses.slice(0, 1)
  })
  const stub = replacements.map(({ name: file, text }) => ({ file, says: SAYS_CGO.exec(text)?.[1] })).find(({ says }) => says !== undefined)
  return {
    package: path,
    files: lost.map(({ name, text }) => {
      const constraints = readConstraints(text)
      return { name, reason: cgoReason(constraints), directives: directivesOf(text), contradicts: contradicts(constraints) }
    }),
    replacements: replacements.map(({ name }) => name),
    names,
    brokenBy,
    stub: stub?.says === undefined ? null : { file: stub.file, says: stub.says },
  }
}

/** The name by which a file knows what it imports; `null` when it does not name it: `.` and `_`. */
function localName(source: string, path: string, packageName: string): string | null {
  const quoted = path.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const alias = new RegExp(String.raw`^[ \t]*(?:import[ \t]+)?(?:([\w.]+)[ \t]+)?"${quoted}"`, 'm').exec(source)
  const name = alias?.[1] ?? packageName
  return alias === null || !/^\w+$/.test(name) || name === '_' ? null : name
}

/** Where a file of another package uses an exported name that is lost; `packageName` is that of the package clause. */
export function findLostUse(loss: Loss, packageName: string, { name: file, text }: SourceFile): LostUse | null {
  const blanked = blankGo(text)
  const local = localName(text, loss.package, packageName)
  if (local === null || redefines(blanked, local)) return null
  const words = wordsOf(blanked)
  const exported = loss.names.filter(({ kind, name }) => kind !== 'method' && /^[A-Z]/.test(name) && words.has(name))
  for (const { name } of exported) {
    const use = findUse(file, text, blanked, `${local}.${name}`)
    if (use !== null) return use
  }
  return null
}

/** Whether a signature can stand without C. */
function isPortable({ signature = '' }: GoDeclaration): boolean {
  return !/\bC\./.test(signature)
}

/**
 * The file that would take the place of what is lost: the lost functions with a body that says so. Types, variables and constants are
 * named in a comment: what they should be, a person has to say. `null` when there is nothing to write.
 */
export function standIn(loss: Loss, lost: readonly SourceFile[]): { readonly name: string; readonly text: string } | null {
  const exported = loss.names.filter(({ name }) => /^[A-Z]/.test(name))
  const functions = exported.filter((one) => (one.kind === 'func' || one.kind === 'method') && isPortable(one))
  const others = exported.filter((one) => !functions.includes(one))
  const [first] = lost
  if (exported.length === 0 || first === undefined) return null
  const base = first.name
    .replace(/\.go$/, '')
    .replace(/_?cgo$/, '')
    .replace(/_$/, '')
  const clause = packageClause(first.text) ?? 'main'
  const asked = readConstraints(first.text).goBuild
  const system = asked === null ? null : parseGoBuild(asked)
  const rest = system === null ? [] : [...tagsOf(system)].filter((tag) => tag !== 'cgo')
  const lines = [
    '//go:build !cgo',
    '',
    `package ${clause}`,
    '',
    ...(rest.length === 0 ? [] : [`// The file it stands in for asks for ${rest.join(', ')}, too.`, '']),
    ...(others.length === 0 ? [] : [`// Missing here, too: ${others.map(({ name }) => name).join(', ')}.`, '']),
    ...functions.flatMap(({ name, signature = '' }) => [`${signature} {`, `\tpanic("${clause}.${name}: built without cgo")`, '}', '']),
  ]
  return { name: `${base === '' ? 'stub' : base}_nocgo.go`, text: `${lines.join('\n').trimEnd()}\n` }
}
