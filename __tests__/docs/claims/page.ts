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
    '',
    '```console',
    ...shown.map(transcript),
    '```',
    '',
    `In a report: ${claim.rules.map((rule) => `\`${rule}\``).join(', ')}.`,
    '',
  ].join('\n')
}

/** The whole of docs/claims.md. `measured` has a measurement for every claim of the groups, by its number. */
export function renderClaims(groups: readonly Group[], measured: ReadonlyMap<number, Measurement>): string {
  const claims = groups.flatMap((group) => group.claims)
  const rows = claims.map((claim) => `| [${String(claim.number)}](#${anchor(claim)}) | ${claim.says} | ${claim.verdict} |`)
  const parts = groups.map(
    ({ title, claims: own }) =>
      `## ${title}\n\n${own
        .map((claim) => {
          const measurement = measured.get(claim.number)
          if (measurement === undefined) throw new Error(`claim ${String(claim.number)} was not measured`)
          return section(claim, measurement)
        })
        .join('\n')}`,
  )
  return [
    '# Often said of Go, and measured',
    '',
    'Articles and answers repeat some sentences about go.sum, `go mod verify` and vendoring. Each of them is put to the real go command here: what is said, what is true, the commands that show it, and the rule under which goparity reports it.',
    '',
    `This page is written by a test, which sets up every project below, runs the commands and fails when go answers otherwise. The output is that of Go ${RELEASES.at(-1) ?? ''}; the statements under "Measured" hold on Go ${RELEASES.join(', ')} (linux/amd64), each release run by itself. The modules are small ones made for it: \`example.com/quote\` needs \`example.com/words\`, and a proxy of files serves both.`,
    '',
    '| | Said | Verdict |',
    '|---|---|---|',
    ...rows,
    '',
    ...parts,
  ].join('\n')
}
