import { randomUUID } from 'node:crypto'
import type { Host } from '../host/index.js'
import { LIMITS, renderMarkdown, type Annotation, type Degrade, type Report } from '../report/index.js'
import { rulesUrlOf } from './context.js'

/** Names of the outputs in action.yml and report/action.yml. */
export type OutputName =
  | 'verdict'
  | 'findings'
  // of the recorder
  | 'snapshot'
  | 'snapshot-sha256'
  | 'artifact-name'
  | 'artifact-id'
  // of the reporter
  | 'baseline'
  | 'baseline-run'
  | 'jobs'
  | 'missing-jobs'
  | 'broken-targets'
  | 'report'
  | 'report-sha256'
  | 'sarif'
  | 'check-run-id'

/** The one writer to the runner: nothing else prints, annotates, sets outputs or writes summaries. */
export interface Runner {
  /** Lines into the log; none of them is obeyed as a workflow command. */
  log(text: string): void
  annotate(annotation: Annotation): Promise<void>
  /** Enums, numbers, digests and paths only: outputs end up in expressions and scripts. */
  setOutput(name: OutputName, value: string | number): Promise<void>
  /** For the post step of this very step. */
  saveState(name: string, value: string): Promise<void>
  readState(name: string): string
  /** Appends the report to the job summary; says why when it cannot. */
  appendSummary(report: Report): Promise<Degrade | null>
}

/** Whether a runner would obey something in a text: `::` at the start of a line, `##[` anywhere. It also takes U+0085 for a blank. */
function holdsCommands(text: string): boolean {
  return /^[\s\u0085]*::|##\[/m.test(text)
}

async function core(): Promise<typeof import('@actions/core')> {
  return import('@actions/core')
}

/** Opens the writer. @actions/core is loaded with the first effect that needs it. */
export function openRunner(host: Host, write: (text: string) => void): Runner {
  return {
    log(text) {
      const lines = `${text.trimEnd()}\n`
      if (!holdsCommands(lines)) {
        write(lines)
        return
      }
      // The token is random: what is printed cannot switch commands on again.
      const token = randomUUID()
      write(`::stop-commands::${token}\n${lines}::${token}::\n`)
    },
    async annotate({ level, file, line, column, title, message }) {
      const { error, notice, warning } = await core()
      const say = { error, warning, notice }[level]
      say(message, {
        title,
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      })
    },
    async setOutput(name, value) {
      const { setOutput } = await core()
      setOutput(name, value)
    },
    async saveState(name, value) {
      const { saveState } = await core()
      saveState(name, value)
    },
    readState(name) {
      return host.env[`STATE_${name}`] ?? ''
    },
    async appendSummary(report) {
      const path = host.env['GITHUB_STEP_SUMMARY'] ?? ''
      const what = 'job summary'
      if (path === '') return { what, why: 'the runner offers none' }
      try {
        const room = LIMITS.summaryBytes - ((await host.files.status(path))?.size ?? 0)
        // One byte less, for the line feed at its end.
        const text = renderMarkdown(report, { maxBytes: Math.max(0, room - 1), rulesUrl: rulesUrlOf(host.env) })
        if (text === '' || new TextEncoder().encode(text).length >= room) return { what, why: 'the summary of this step is full' }
        const { summary } = await core()
        await summary.emptyBuffer().addRaw(text, true).write()
        return null
      } catch (error) {
        return { what, why: error instanceof Error ? error.message : String(error) }
      }
    },
  }
}
