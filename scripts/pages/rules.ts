import { RULE_IDS } from '../../src/config/index.js'
import { catalogue, classify, type Incident } from '../../src/incidents/index.js'
import type { Fix } from '../../src/report/index.js'
import { OTHER_RULES, type OtherRule } from './other-rules.js'

/** A log in which a rule was met: `file` names it in `__tests__/corpus/logs`. */
export interface ExampleLog {
  readonly file: string
  readonly log: string
  readonly rules: readonly string[]
}

const FAMILIES: Readonly<Record<string, string>> = {
  abi: 'Programs',
  baseline: 'Baselines',
  cgo: 'cgo',
  checksum: 'Checksums',
  code: 'The code itself',
  env: 'Environment',
  go: 'Anything else',
  host: 'The machine',
  job: 'Jobs',
  modules: 'Modules',
  network: 'Network',
  runner: 'Runners',
  runtime: 'Starting a program',
  target: 'Targets',
  toolchain: 'Toolchain',
  vendor: 'vendor/',
  workflow: 'Workflows',
}
const EXAMPLES = 3
const LINES = 8

function fence(printed: readonly string[]): string {
  const ticks = '`'.repeat(Math.max(3, ...printed.map((line) => (/`+/.exec(line)?.[0].length ?? 0) + 1)))
  return `${ticks}text\n${printed.join('\n')}\n${ticks}`
}

function sentence(text: string): string {
  return `${text.replace(/[.\s]*$/, '')}.`
}

function fixItem({ command, edit, why }: Fix): string {
  if (command !== undefined) return `- ${why.replace(/[.\s]*$/, '')}:\n\n  \`\`\`sh\n  ${command}\n  \`\`\``
  return edit === undefined ? `- ${sentence(why)}` : `- ${sentence(edit)} ${sentence(why)}`
}

function met(id: string, examples: readonly ExampleLog[]): readonly Incident[] {
  return examples
    .filter(({ rules }) => rules.includes(id))
    .flatMap(({ log }) =>
      classify(log)
        .filter(({ rule }) => rule === id)
        .slice(0, 1),
    )
    .slice(0, EXAMPLES)
}

function lines(incident: Incident): readonly string[] {
  return incident.evidence.slice(0, LINES).map(({ text }) => text.replaceAll(/\p{Cc}/gu, ' ').trimEnd())
}

interface Page {
  readonly summary: string
  readonly text: string
  /** What people have in their logs when they look for it. */
  readonly printed: readonly string[]
}

function incidentPage(rule: (typeof catalogue)[number], examples: readonly ExampleLog[]): Page {
  const found = met(rule.id, examples)
  const [first] = found
  if (first === undefined) throw new Error(`no log of __tests__/corpus shows ${rule.id}`)
  const anchors = [...new Set(rule.wordings.map(({ anchor }) => anchor.trim()))]
  const text = `${rule.summary}.

## What is printed

${found.map((incident) => fence(lines(incident))).join('\n\n')}

It is looked for by ${anchors.map((anchor) => `\`${anchor}\``).join(', ')}, and by what stands around it; ${rule.confidence === 'certain' ? 'where all of it fits, it is certain' : 'the output alone does not prove it, and the finding says so'}.

## What it means

Of the first of these logs:

> ${first.cause.replaceAll('\n', '\n> ')}

${rule.doc}

## The way out

${first.fix.length === 0 ? 'No command is printed: what is right here has to be decided by a person who knows which side is to be believed.' : first.fix.map(fixItem).join('\n')}
`
  return { summary: rule.summary, text, printed: found.map((incident) => lines(incident)[0] ?? '') }
}

function otherPage({ summary, meaning, fix, not }: OtherRule): Page {
  const text = `${summary}.

## What it means

${meaning}

## The way out

${fix}
${not === undefined ? '' : `\n## What is no fix\n\n${not}\n`}`
  return { summary, text, printed: [] }
}

/** docs/rules: a page for each rule that this version can report, and an index that can be searched for the text of an error. */
export function rulePages(examples: readonly ExampleLog[]): Readonly<Record<string, string>> {
  const pages = new Map<string, Page>()
  for (const id of RULE_IDS) {
    const rule = catalogue.find((one) => one.id === id)
    const other = OTHER_RULES[id]
    if (rule !== undefined) pages.set(id, incidentPage(rule, examples))
    else if (other !== undefined) pages.set(id, otherPage(other))
    else throw new Error(`nothing is written about ${id}`)
  }
  const written = '<!-- Written by scripts/generate.mjs. -->'
  const files: Record<string, string> = {}
  for (const [id, { text }] of pages) files[`docs/rules/${id}.md`] = `# ${id}\n\n${written}\n\n${text}\n[All rules](../README.md)\n`
  const sections = Object.entries(FAMILIES).flatMap(([family, title]) => {
    const own = [...pages].filter(([id]) => id.startsWith(`${family}/`))
    const rows = own.map(([id, { summary, printed }]) => {
      const texts = printed.map((line) => `\`\`${line.replaceAll('|', '\\|').replaceAll('`', "'").trim().slice(0, 160)}\`\``).join('<br>')
      return `| [${id}](${id}.md) | ${summary} | ${texts} |`
    })
    return own.length === 0 ? [] : [`## ${title}\n\n| rule | | as printed |\n|---|---|---|\n${rows.join('\n')}\n`]
  })
  files['docs/rules/README.md'] = `# Rules

${written}

Every finding names a rule. Search this page for the words of your error; \`goparity explain build.log\` does it for a whole log, and says which
module, file or setting it is. The wordings are those of Go 1.20 to 1.26, of gcc, clang, GNU ld, lld and Apple's linker, and of the loaders of
glibc and musl; what other releases print is recognised as far as it keeps to them.

${sections.join('\n')}`
  return files
}
