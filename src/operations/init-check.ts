import { applyPolicy, exitCodeOf, verdictOf, type FailOn } from '../compare/index.js'
import type { Config } from '../config/index.js'
import { checkOrder } from '../init/index.js'
import type { Finding, Report } from '../report/index.js'
import { readCiFiles, repositoryTop } from './ci-files.js'
import { requireDirectory } from './find-places.js'
import type { Session } from './session.js'

/** Options of `checkWorkflows`. */
export interface CheckWorkflowsOptions {
  /** Absolute directory of the project. */
  readonly directory: string
  readonly config: Config
  readonly version: string
  readonly failOn?: FailOn
}

/**
 * Whether the modules are verified at the right place in every workflow, `.gitlab-ci.yml` and Dockerfile of a repository.
 * Runs nothing. Throws `directory-missing`, and `config-invalid` as `file:line: …` for a file that cannot be read.
 */
export async function checkWorkflows(
  { host }: Session,
  { directory, config, version, failOn = config.failOn ?? 'error' }: CheckWorkflowsOptions,
): Promise<{ readonly report: Report; readonly exitCode: 0 | 3 }> {
  const started = host.clock.now()
  const project = await requireDirectory(host, directory)
  const { files, degraded } = await readCiFiles(host, await repositoryTop(host, project), project)
  const found: Finding[] = []
  for (const file of files) found.push(...(await checkOrder(file)))
  const { findings, suppressed } = applyPolicy(found, config)
  const integrity: Report['integrity'] = { outcome: 'not-applicable', layers: [] }
  const verdict = verdictOf({ findings, integrity, failOn })
  const nothing =
    files.length === 0 ? [{ what: 'the order of CI steps', why: 'there is no workflow, .gitlab-ci.yml or Dockerfile here' }] : []
  const report: Report = {
    schema: 'goparity/report/1',
    tool: { version },
    verdict,
    jobs: [],
    findings,
    integrity,
    targets: [],
    comparison: { baseline: null, environment: [], modules: [] },
    degraded: [
      ...degraded,
      ...nothing,
      ...suppressed.map(({ finding, reason }) => ({ what: `${finding.rule} is not reported: ${finding.title}`, why: reason })),
    ],
    timings: { totalMs: Math.round(host.clock.now() - started), goMs: 0, steps: [] },
  }
  return { report, exitCode: exitCodeOf(verdict, findings, failOn) }
}
