import { RELEASES, type Claim, type Measurement, type Shown } from './claim.js'
import type { Group } from './claims.js'

function transcript({ command, exitCode, output }: Shown): string {
  return [`$ ${command}`, ...output, ...(exitCode === 0 ? [] : [`[exit status ${String(exitCode)}]`])].join('\n')
}

function anchor({ number }: Claim): string {
  return `claim-${String(number)}`
}

function section(claim: Claim, { shown, facts }: Measurement): string {
  const seen = Object.keys(facts).map((fact) => `- ${fact}`)
  return [
    `<a id="${anchor(claim)}"></a>`,
    '',
    `### ${String(claim.number)}. ${claim.says}`,
    '',
    `**${claim.verdict[0]?.toUpperCase() ?? ''}${claim.verdict.slice(1)}.** ${claim.truth}`,
    '',
    'Measured:',
    '',
    ...seen,
    ...(claim.byNetwork === undefined ? [] : [`- By network: ${claim.byNetwork}`]),
    ...(claim.byTools === undefined ? [] : [`- With ${claim.byTools.tools}, on Go ${RELEASES.at(-1) ?? ''} alone: ${claim.byTools.says}`]),
    '',
    '```console',
    ...shown.map(transcript),
    '```',
    '',
    ...(claim.rules.length === 0 ? [] : [`In a report: ${claim.rules.map((rule) => `\`${rule}\``).join(', ')}.`, '']),
  ].join('\n')
}

/** The section of a claim as it stands on a page. */
function kept(page: string, claim: Claim): string {
  const start = page.indexOf(`<a id="${anchor(claim)}"></a>`)
  if (start === -1) throw new Error(`claim ${String(claim.number)} was not measured`)
  const end = /\n(?=<a id=|## )/.exec(page.slice(start))
  return page.slice(start, end === null ? undefined : start + end.index)
}

/**
 * The whole of docs/claims.md. `measured` has the measurements by the number of their claim.
 * A claim that this machine could not measure keeps its section of `page`, the page as it is; without one it is an error.
 */
export function renderClaims(groups: readonly Group[], measured: ReadonlyMap<number, Measurement>, page = ''): string {
  const claims = groups.flatMap((group) => group.claims)
  const rows = claims.map((claim) => `| [${String(claim.number)}](#${anchor(claim)}) | ${claim.says} | ${claim.verdict} |`)
  const parts = groups.map(
    ({ title, claims: own }) =>
      `## ${title}\n\n${own
        .map((claim) => {
          const measurement = measured.get(claim.number)
          return measurement === undefined ? kept(page, claim) : section(claim, measurement)
        })
        .join('\n')}`,
  )
  return [
    '# Often said of Go, and measured',
    '',
    'Articles and answers repeat some sentences about go.sum, `go mod verify` and vendoring, and about cgo, cross-compiling and the resolver. Each of them is put to the real go command here: what is said, what is true, the commands that show it, and the rule under which goparity reports it, if there is something to report.',
    '',
    `This page is written by a test, which sets up every project below, runs the commands and fails when go answers otherwise. The output is that of Go ${RELEASES.at(-1) ?? ''}; the statements under "Measured" hold on Go ${RELEASES.join(', ')} (linux/amd64), each release run by itself. The modules are small ones made for it: \`example.com/quote\` needs \`example.com/words\`, and a proxy of files serves both. Names are looked up in a network namespace with an /etc/resolv.conf of its own, where the only nameserver is a small program that answers, or does not, and counts what it is asked; C is compiled by the gcc of the machine.`,
    '',
    '| | Said | Verdict |',
    '|---|---|---|',
    ...rows,
    '',
    ...parts,
  ].join('\n')
}
