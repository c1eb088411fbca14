// Writes what is made of the sources: schema/*.json, pages of docs/, and the tables of the README between their markers.
//   node scripts/generate.mjs [--out DIR]
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { rolldown } from 'rolldown'
import { parse } from 'yaml'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const flag = process.argv.indexOf('--out')
const out = flag === -1 ? root : resolve(process.argv[flag + 1])

/** The sources are TypeScript: bundled into a folder of the tree, so that nothing is resolved from elsewhere, and loaded. */
async function loadSources() {
  await mkdir(join(root, '.cache'), { recursive: true })
  const folder = await mkdtemp(join(root, '.cache', 'generate-'))
  try {
    const bundle = await rolldown({
      cwd: root,
      input: { schemas: 'scripts/schemas/index.ts', pages: 'scripts/pages/index.ts' },
      platform: 'node',
    })
    await bundle.write({ dir: folder, format: 'esm' })
    await bundle.close()
    const load = async (name) => import(pathToFileURL(join(folder, name)).href)
    return { ...(await load('schemas.js')), ...(await load('pages.js')) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const { baselineRunSchema, documentSchema, snapshotSchema, reportSchema, INPUTS, PERMISSIONS, RULE_IDS, pages } = await loadSources()

function walk(value, visit) {
  if (Array.isArray(value)) for (const item of value) walk(item, visit)
  else if (typeof value === 'object' && value !== null) {
    visit(value)
    for (const item of Object.values(value)) walk(item, visit)
  }
}

/** Checks of ours that JSON Schema cannot say are left out of it, by name: nothing else may be. */
const UNSAYABLE = new Set(['check', 'raw_check'])

function convert(schema) {
  return toJsonSchema(schema, {
    errorMode: 'throw',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      UNSAYABLE.has(valibotAction.type) || (valibotAction.type === 'metadata' && !('title' in valibotAction.metadata))
        ? jsonSchema
        : undefined,
  })
}

/** What the reader knows beyond the schema: rule ids by name, and every scalar as the text that is written (an editor reads `CGO_ENABLED: 0` as a number). */
function forEditors(schema) {
  const { env, go } = schema.properties.expect.properties
  env.additionalProperties = { type: ['string', 'number', 'boolean'] }
  go.type = ['string', 'number']
  schema.properties.rules.propertyNames = { enum: RULE_IDS }
  return schema
}

function open(schema) {
  walk(schema, (node) => {
    if (node.additionalProperties === false) delete node.additionalProperties
  })
  return schema
}

function withoutDialect({ $schema: _dialect, ...rest }) {
  return rest
}

const snapshot = convert(snapshotSchema)
const { $schema, $defs, ...snapshotItself } = snapshot
const baseline = {
  $schema,
  title: 'goparity baseline',
  description: 'The snapshots of a trusted run, one a job: .goparity/baseline.json.',
  type: 'object',
  properties: {
    schema: { const: 'goparity/baseline/1' },
    snapshots: { type: 'array', items: snapshotItself },
    run: withoutDialect(convert(baselineRunSchema)),
  },
  required: ['schema', 'snapshots'],
  additionalProperties: false,
  ...($defs === undefined ? {} : { $defs }),
}

const schemas = {
  'goparity.schema.json': forEditors(convert(documentSchema)),
  'snapshot.schema.json': snapshot,
  'report.schema.json': open(convert(reportSchema)),
  'baseline.schema.json': baseline,
}
/** What the file is stands first in it. */
function titled({ $schema: dialect, title, description, ...rest }, fallback) {
  return { $schema: dialect, title: title ?? fallback, ...(description === undefined ? {} : { description }), ...rest }
}

await mkdir(join(out, 'schema'), { recursive: true })
for (const [name, schema] of Object.entries(schemas))
  await writeFile(join(out, 'schema', name), `${JSON.stringify(titled(schema, `goparity ${name.split('.')[0]}`), null, 2)}\n`)

const FACE = { action: 'recorder', report: 'reporter', cli: 'command', config: 'file' }

/** A cell of a Markdown table. */
function cell(text) {
  return text.replaceAll('|', '\\|')
}

function inputTable(face) {
  const rows = INPUTS.filter(({ faces }) => face === null || faces.includes(face))
  if (face === 'action' || face === 'report')
    return [
      '| input | default | what it does |',
      '|---|---|---|',
      ...rows.map(
        ({ name, default: value, doc, reportDoc }) =>
          `| \`${name}\` | ${value === '' ? '' : `\`${cell(value)}\``} | ${cell(face === 'report' ? (reportDoc ?? doc) : doc)} |`,
      ),
    ]
  if (face === 'cli')
    return [
      '| flag | what it does |',
      '|---|---|',
      ...rows.map(({ name, flag: spelled, doc }) => `| \`${cell(spelled ?? `--${name}`)}\` | ${cell(doc)} |`),
    ]
  return [
    '| name | where | default | what it does |',
    '|---|---|---|---|',
    ...rows.map(
      ({ name, faces, default: value, doc }) =>
        `| \`${name}\` | ${faces.map((where) => FACE[where]).join(', ')} | ${value === '' ? '' : `\`${cell(value)}\``} | ${cell(doc)} |`,
    ),
  ]
}

/** The outputs of an action, as its action.yml declares them. */
async function outputTable(file) {
  const { outputs } = parse(await readFile(join(root, file), 'utf8'))
  return [
    '| output | what it is |',
    '|---|---|',
    ...Object.entries(outputs).map(([name, { description }]) => `| \`${name}\` | ${cell(description)} |`),
  ]
}

/** What each action needs of a token, and what happens without it. */
function permissionTable(action) {
  return [
    '| permission | what for | without it |',
    '|---|---|---|',
    ...PERMISSIONS.filter((row) => row.action === action).map(
      ({ scope, why, without }) => `| \`${scope}\` | ${cell(why)} | ${cell(without)} |`,
    ),
  ]
}

/** Marker name to the lines between `<!-- NAME:start -->` and `<!-- NAME:end -->`. */
const tables = {
  inputs: inputTable('action'),
  outputs: await outputTable('action.yml'),
  permissions: permissionTable('record'),
  'report-inputs': inputTable('report'),
  'report-outputs': await outputTable('report/action.yml'),
  'report-permissions': permissionTable('report'),
  flags: inputTable('cli'),
  'all-inputs': inputTable(null),
}

const documents = ['README.md', 'report/README.md', 'docs/configuration.md', 'docs/command.md']
for (const name of documents) {
  const path = join(root, name)
  if (!existsSync(path)) continue
  const before = await readFile(path, 'utf8')
  let after = before
  for (const [marker, lines] of Object.entries(tables)) {
    const [start, end] = [`<!-- ${marker}:start -->`, `<!-- ${marker}:end -->`]
    const from = after.indexOf(start)
    const to = after.indexOf(end)
    if (from === -1 && to === -1) continue
    if (from === -1 || to < from) throw new Error(`${name}: ${start} and ${end} do not match`)
    after = `${after.slice(0, from + start.length)}\n${lines.join('\n')}\n${after.slice(to)}`
  }
  if (after !== before || out !== root) {
    await mkdir(dirname(join(out, name)), { recursive: true })
    await writeFile(join(out, name), after)
  }
}
/** The logs of the corpus with the rules that they show, each beside what it shows. */
async function exampleLogs() {
  const folder = join(root, '__tests__', 'corpus')
  const labels = JSON.parse(await readFile(join(folder, 'labels.json'), 'utf8'))
  return await Promise.all(
    labels.map(async ({ file, incidents }) => ({
      file,
      log: await readFile(join(folder, 'logs', file), 'utf8'),
      rules: incidents.map(({ rule }) => rule),
    })),
  )
}

const written = pages(await exampleLogs())
await rm(join(out, 'docs', 'rules'), { recursive: true, force: true })
for (const [name, text] of Object.entries(written)) {
  await mkdir(dirname(join(out, name)), { recursive: true })
  await writeFile(join(out, name), text)
}
console.log(`schema: ${Object.keys(schemas).length} files`)
