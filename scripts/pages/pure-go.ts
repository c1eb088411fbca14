import { CGO_MODULES, PURE_MODULES, STANDARD_LIBRARY, type CgoModule } from '../../src/cgo-modules/index.js'

const WITHOUT = {
  excluded: 'is refused: no file of it is left',
  fails: 'does not compile',
  builds: 'compiles while nothing is used that needs C',
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function insteadOf({ alternatives, note }: CgoModule): string {
  const ways = alternatives.map(({ path, limits }) => `\`${path}\`: ${limits}`)
  const none = ways.length === 0 ? ['None is known that is pure Go.'] : []
  return [...ways, ...none, ...(note === undefined ? [] : [note])].join('<br>')
}

function moduleRow(module: CgoModule): string {
  const { path, package: own, what, without, goos } = module
  const name = `\`${own ?? path}\`${goos === undefined ? '' : ' (macOS)'}`
  return `| ${name} | ${cell(what)} | ${without === null ? 'not measured' : WITHOUT[without]} | ${cell(insteadOf(module))} |`
}

/** docs/pure-go.md. */
export function pureGoPage(): string {
  const rows = CGO_MODULES.filter(({ version }) => version !== null)
  return `# Without C

<!-- Written by scripts/generate.mjs from src/cgo-modules; checked against the real modules in __tests__/heavy/cgo-modules.test.ts. -->

A package with \`import "C"\` needs a C compiler for every target. \`goparity plan\` and the findings name what stands here when a program
has one of these packages; [\`goparity graph --why\`](graph.md) says which import brings it in.

${String(rows.length)} packages were fetched and looked at: they have cgo files, and what is offered instead has none, with all that it imports, for Linux.
"Without cgo" is what becomes of a program for linux/amd64 that imports the package with \`CGO_ENABLED=0\`.

| package | for | without cgo | instead |
|---|---|---|---|
${rows.map(moduleRow).join('\n')}

These are known to need cgo, too, and could not be fetched to be looked at:

| package | for | instead |
|---|---|---|
${CGO_MODULES.filter(({ version }) => version === null)
  .map((module) => `| \`${module.path}\` | ${cell(module.what)} | ${cell(insteadOf(module))} |`)
  .join('\n')}

## Pure Go already

| module | |
|---|---|
${PURE_MODULES.map(({ path, note }) => `| \`${path}\` | ${cell(note)} |`).join('\n')}

## Go itself without cgo

| | \`CGO_ENABLED=0\` |
|---|---|
${STANDARD_LIBRARY.map(({ what, without, page }) => `| ${cell(what)} | ${cell(without)}${page === undefined ? '' : ` [More](${page})`} |`).join('\n')}
`
}
