import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import * as v from 'valibot'

const Parameter = v.object({
  name: v.string(),
  in: v.string(),
  required: v.optional(v.boolean(), false),
  schema: v.record(v.string(), v.unknown()),
})
const Reference = v.object({ $ref: v.string() })
const Media = v.record(v.string(), v.unknown())
const Response = v.object({ content: v.optional(Media) })
const Body = v.object({ content: v.record(v.string(), v.unknown()) })
const Operation = v.object({
  requestBody: v.optional(Body),
  parameters: v.array(v.union([Reference, Parameter])),
  responses: v.record(v.string(), v.union([Reference, Response])),
})
const Description = v.object({
  paths: v.record(v.string(), v.record(v.string(), Operation)),
  components: v.object({
    parameters: v.record(v.string(), Parameter),
    responses: v.record(v.string(), Response),
    schemas: v.record(v.string(), v.record(v.string(), v.unknown())),
  }),
})

/** GitHub's description of its own API, cut by scripts/openapi-cut.mjs. */
export interface ApiDescription {
  /** The path template that a path of a request belongs to: `/repos/{owner}/{repo}/contents/{path}`. */
  template(method: string, pathname: string): string | null
  /** What is wrong with the path and query of a request; empty when nothing is. */
  requestProblems(method: string, pathname: string, query: URLSearchParams): readonly string[]
  /** What is wrong with the JSON body of a request. */
  bodyProblems(method: string, template: string, json: unknown): readonly string[]
  /** An object of a schema of the description: what is given, and for the rest that it requires something empty. */
  complete(schema: string, given: object): object
  /** What is wrong with a JSON answer. */
  answerProblems(method: string, template: string, status: number, json: unknown): readonly string[]
}

/** OpenAPI 3.0 says `nullable`; JSON Schema, and so ajv, says it in the type. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, withoutNullable(value)]))
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest
}

function pointer(text: string): string {
  return encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'))
}

function compile(template: string): RegExp {
  // GitHub marks `path` and `basehead` as running over several segments.
  const parts = template.split(/(\{[^}]+\})/).map((part) => {
    if (!part.startsWith('{')) return part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    return part === '{path}' || part === '{basehead}' ? `(?<${part.slice(1, -1)}>.+)` : `(?<${part.slice(1, -1)}>[^/]+)`
  })
  return new RegExp(`^${parts.join('')}$`)
}

function follow<T extends object>(item: T | v.InferOutput<typeof Reference>, section: Readonly<Record<string, T>>): T {
  if (!('$ref' in item)) return item
  const found = section[item.$ref.split('/').at(-1) ?? '']
  if (found === undefined) throw new Error(`${item.$ref} is not in the description`)
  return found
}

const TEXTS: Readonly<Record<string, string>> = { uri: 'https://api.github.com/', 'date-time': '2020-01-01T00:00:00Z' }

/** The least that fulfils a schema. */
function least(node: unknown, schemas: Readonly<Record<string, Readonly<Record<string, unknown>>>>): unknown {
  const schema = v.parse(v.record(v.string(), v.unknown()), node)
  const of = (inner: unknown): unknown => least(inner, schemas)
  if (schema['nullable'] === true) return null
  if (typeof schema['$ref'] === 'string') return of(schemas[schema['$ref'].split('/').at(-1) ?? ''])
  if (Array.isArray(schema['enum'])) return schema['enum'][0]
  for (const key of ['anyOf', 'oneOf']) if (Array.isArray(schema[key])) return of(schema[key][0])
  if (Array.isArray(schema['allOf'])) return Object.assign({}, ...schema['allOf'].map(of))
  if (schema['type'] === 'string') return TEXTS[typeof schema['format'] === 'string' ? schema['format'] : ''] ?? 'x'
  if (schema['type'] === 'integer' || schema['type'] === 'number') return 1
  if (schema['type'] === 'boolean') return false
  if (schema['type'] === 'array') return []
  const properties = v.parse(v.optional(v.record(v.string(), v.unknown()), {}), schema['properties'])
  const required = v.parse(v.optional(v.array(v.string()), []), schema['required'])
  return Object.fromEntries(required.map((name) => [name, of(properties[name] ?? {})]))
}

function problemsOf(validate: ValidateFunction | undefined, value: unknown, what: string): readonly string[] {
  if (validate === undefined) return [`${what}: no schema`]
  if (validate(value)) return []
  return (validate.errors ?? []).map((error) => `${what}${error.instancePath} ${error.message ?? ''}`)
}

/** Where GitHub answers null for a fork that is gone, whatever its description says. */
const NULLABLE = new Set(['head_repository', 'head_repository_id'])

function withGoneForks(key: string, value: unknown): unknown {
  return NULLABLE.has(key) && typeof value === 'object' && value !== null ? { anyOf: [value], nullable: true } : value
}

export function readApiDescription(): ApiDescription {
  const raw: unknown = JSON.parse(readFileSync(resolve('__tests__/contract/github-openapi.json'), 'utf8'), withGoneForks)
  const description = v.parse(Description, raw)
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false })
  addFormats.default(ajv)
  ajv.addSchema({ $id: 'gh', ...v.parse(v.record(v.string(), v.unknown()), withoutNullable(raw)) })
  const routes = Object.keys(description.paths).map((template) => ({ template, pattern: compile(template) }))

  function operationOf(method: string, template: string): v.InferOutput<typeof Operation> | undefined {
    return description.paths[template]?.[method.toLowerCase()]
  }

  return {
    template: (method, pathname) =>
      routes.find(({ template, pattern }) => pattern.test(pathname) && operationOf(method, template) !== undefined)?.template ?? null,
    requestProblems(method, pathname, query) {
      const route = routes.find(({ template, pattern }) => pattern.test(pathname) && operationOf(method, template) !== undefined)
      if (route === undefined) return [`${method} ${pathname} is no operation of the description`]
      const inPath = route.pattern.exec(pathname)?.groups ?? {}
      const parameters = (operationOf(method, route.template)?.parameters ?? []).map((item) =>
        follow(item, description.components.parameters),
      )
      const unknown = [...query.keys()].filter((name) => !parameters.some((one) => one.in === 'query' && one.name === name))
      return [
        ...unknown.map((name) => `query ${name} is not known`),
        ...parameters.flatMap((one) => {
          const text = one.in === 'path' ? inPath[one.name] : (query.get(one.name) ?? undefined)
          if (text === undefined) return one.required ? [`${one.in} ${one.name} is missing`] : []
          const value = one.schema['type'] === 'integer' && /^-?\d+$/.test(text) ? Number(text) : decodeURIComponent(text)
          return problemsOf(ajv.compile(one.schema), value, `${one.in} ${one.name}`)
        }),
      ]
    },
    bodyProblems(method, template, json) {
      if (operationOf(method, template)?.requestBody === undefined) return json === undefined ? [] : ['a body is not expected']
      const at = `#/paths/${pointer(template)}/${method.toLowerCase()}/requestBody/content/${pointer('application/json')}/schema`
      return problemsOf(ajv.getSchema(`gh${at}`), json, 'body')
    },
    complete(schema, given) {
      return {
        ...v.parse(v.record(v.string(), v.unknown()), least(description.components.schemas[schema], description.components.schemas)),
        ...given,
      }
    },
    answerProblems(method, template, status, json) {
      const response = operationOf(method, template)?.responses[String(status)]
      // Not every refusal is described everywhere.
      if (response === undefined) return status >= 400 && status < 500 ? [] : [`${method} ${template} never answers ${status}`]
      const at = '$ref' in response ? response.$ref : `#/paths/${pointer(template)}/${method.toLowerCase()}/responses/${status}`
      return problemsOf(ajv.getSchema(`gh${at}/content/${pointer('application/json')}/schema`), json, `answer ${status}`)
    },
  }
}
