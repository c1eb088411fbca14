import * as v from 'valibot'
import type { ParityError } from '../errors.js'
import type { Config } from './config.js'
import { nearest } from './nearest.js'
import { configError, quote, readYaml, type YamlDocument, type YamlPath } from './read-yaml.js'
import { isRuleId, RULE_IDS } from './rule-ids.js'
import { documentSchema, type ConfigDocument } from './schema.js'

/** The keys that are known at a place; `null` where any is allowed. */
function knownKeys(path: YamlPath): readonly string[] | null {
  const [first, second, third] = path
  if (first === undefined)
    return [
      'targets',
      'packages',
      'modules',
      'baseline',
      'fail-on',
      'checksum-database',
      'build-cache',
      'private',
      'expect',
      'ignore',
      'rules',
    ]
  if (first === 'expect' && second === undefined) return ['go', 'env', 'flags']
  if (first === 'expect' && second === 'flags' && third === undefined) return ['require', 'forbid']
  if (first === 'ignore' && third === undefined) return ['rule', 'key', 'module', 'target', 'package', 'reason']
  if (first === 'rules' && typeof second === 'string' && third === undefined) return ['severity', 'reason']
  return null
}

/** `expect.flags.require`, `ignore[0].reason`. */
function named(path: YamlPath): string {
  return path.map((step, index) => (typeof step === 'number' ? `[${String(step)}]` : index === 0 ? step : `.${step}`)).join('')
}

function suggestion(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === null ? '' : `; did you mean ${quote(near)}?`
}

function unknownKey(path: YamlPath, key: string): { readonly message: string; readonly hint: string } {
  const known = knownKeys(path) ?? []
  const where = path.length === 0 ? '' : ` in ${named(path)}`
  // A go env key directly below expect is what people write first.
  if (named(path) === 'expect' && /^[A-Z][A-Z0-9_]+$/.test(key))
    return {
      message: `unknown key ${quote(key)} in expect; go env keys stand in expect.env`,
      hint: `write it as:\nexpect:\n  env:\n    ${key}: …`,
    }
  return { message: `unknown key ${quote(key)}${where}${suggestion(key, known)}`, hint: `allowed here: ${known.join(', ')}` }
}

function keyOf(item: { readonly key?: unknown }): string | number {
  return typeof item.key === 'number' ? item.key : String(item.key)
}

type Issue = v.BaseIssue<unknown>

function isUnknownKey({ type, expected }: Issue): boolean {
  return type === 'strict_object' && expected === 'never'
}

function notAMap(path: YamlPath): { readonly message: string; readonly hint?: string } {
  const known = knownKeys(path)?.join(', ')
  return {
    message: `${path.length === 0 ? 'the file' : named(path)} must hold keys with values`,
    ...(known === undefined ? {} : { hint: `allowed here: ${known}` }),
  }
}

function describe(issue: Issue, path: YamlPath): { readonly message: string; readonly hint?: string } {
  const what = named(path)
  const key = String(path.at(-1) ?? '')
  if (isUnknownKey(issue) && Array.isArray(issue.path?.at(-1)?.input)) return notAMap(path.slice(0, -1))
  if (isUnknownKey(issue)) return unknownKey(path.slice(0, -1), key)
  if (issue.type === 'strict_object' && issue.input === undefined) {
    const owner = named(path.slice(0, -1))
    return key === 'reason'
      ? { message: `${owner} has no reason`, hint: 'say in one sentence why: reason: …' }
      : { message: `${owner} has no ${key}` }
  }
  if (issue.kind === 'validation') return { message: `${what === '' ? 'the file' : what} ${issue.message}` }
  if (issue.type === 'picklist') {
    const allowed = [...(issue.expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word = '']) => word)
    const given = typeof issue.input === 'string' ? issue.input : ''
    return {
      message: `${what}: ${typeof issue.input === 'string' ? quote(given) : 'this'} is not understood${suggestion(given, allowed)}`,
      hint: `allowed: ${allowed.join(', ')}`,
    }
  }
  if (issue.type === 'array')
    return {
      message: `${what} must be a list`,
      hint: typeof issue.input === 'string' && issue.input !== '' ? `write ${key}: [${issue.input}]` : `write ${key}: [one, two]`,
    }
  if (issue.type === 'string') return { message: `${what} must be a text` }
  return notAMap(path)
}

function toConfig(document: ConfigDocument): Config {
  const { 'fail-on': failOn, 'checksum-database': checksumDatabase, 'build-cache': buildCache } = document
  const { expect, ignore, targets, packages, modules, baseline, rules, private: privately } = document
  return {
    ...(targets === undefined ? {} : { targets }),
    ...(packages === undefined ? {} : { packages }),
    ...(modules === undefined ? {} : { modules }),
    ...(baseline === undefined ? {} : { baseline }),
    ...(failOn === undefined ? {} : { failOn }),
    ...(checksumDatabase === undefined ? {} : { checksumDatabase }),
    ...(buildCache === undefined ? {} : { buildCache }),
    ...(privately === undefined ? {} : { private: privately }),
    ...(expect === undefined ? {} : { expect: toExpectations(expect) }),
    ...(ignore === undefined ? {} : { ignore }),
    ...(rules === undefined ? {} : { rules }),
  }
}

function toExpectations({ go, env, flags }: NonNullable<ConfigDocument['expect']>): NonNullable<Config['expect']> {
  return {
    ...(go === undefined ? {} : { go }),
    ...(env === undefined ? {} : { env }),
    ...(flags === undefined
      ? {}
      : {
          flags: {
            ...(flags.require === undefined ? {} : { require: flags.require }),
            ...(flags.forbid === undefined ? {} : { forbid: flags.forbid }),
          },
        }),
  }
}

function unknownRule(id: string): { readonly message: string; readonly hint: string } {
  const [family = ''] = id.split('/', 1)
  const kin = RULE_IDS.filter((known) => known.startsWith(`${family}/`))
  return {
    message: `there is no rule ${quote(id)}${suggestion(id, RULE_IDS)}`,
    hint:
      kin.length > 0
        ? `rules of ${family}: ${kin.join(', ')}`
        : `families of rules: ${[...new Set(RULE_IDS.map((known) => known.split('/', 1)[0]))].join(', ')}`,
  }
}

/** A pattern is known when a rule begins like its part before the first star. */
function isRulePattern(pattern: string): boolean {
  const star = pattern.indexOf('*')
  return star === -1 ? isRuleId(pattern) : RULE_IDS.some((id) => id.startsWith(pattern.slice(0, star)))
}

function checkRules(document: ConfigDocument, yaml: YamlDocument, name: string): void {
  const fail = (path: YamlPath, id: string): ParityError => {
    const { message, hint } = unknownRule(id)
    return configError(name, yaml.place(path), message, hint)
  }
  for (const id of Object.keys(document.rules ?? {})) if (!isRuleId(id)) throw fail(['rules', id], id)
  for (const [index, { rule }] of (document.ignore ?? []).entries())
    if (rule !== undefined && !isRulePattern(rule)) throw fail(['ignore', index, 'rule'], rule)
}

/**
 * Reads the text of `.goparity.yml`; `name` is what errors call the file. An empty file is an empty configuration.
 * Throws `config-invalid` as `file:line:column: …` for anything that is not understood: nothing is skipped in silence.
 */
export async function parseConfig(text: string, name: string): Promise<Config> {
  const yaml = await readYaml(text, name)
  const result = v.safeParse(documentSchema, yaml.value)
  if (!result.success) {
    const placed = result.issues
      .map((issue) => {
        const path = (issue.path ?? []).map(keyOf)
        return { issue, path, place: yaml.place(path) }
      })
      // A key that is missing is often the unknown one beside it, misspelt: that one is told first.
      .toSorted(
        (a, b) =>
          Number(isUnknownKey(b.issue)) - Number(isUnknownKey(a.issue)) || a.place.line - b.place.line || a.place.column - b.place.column,
      )
    const [first] = placed
    if (first !== undefined) {
      const { message, hint } = describe(first.issue, first.path)
      const more = placed.length === 1 ? '' : ` (and ${String(placed.length - 1)} more ${placed.length === 2 ? 'mistake' : 'mistakes'})`
      throw configError(name, first.place, `${message}${more}`, hint)
    }
  }
  if (!result.success) throw configError(name, { line: 1, column: 1 }, 'is not understood')
  checkRules(result.output, yaml, name)
  return toConfig(result.output)
}
