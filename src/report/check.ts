import { fileOf, levelOf, messageOf, titleOf } from './annotations.js'
import { cutBytes, cutCharacters } from './cut.js'
import { nameJobs } from './job-names.js'
import { LIMITS } from './limits.js'
import { renderParts } from './markdown.js'
import type { Report } from './model.js'
import { oneLine } from './neutral.js'
import { groupFindings, orderFindings } from './order.js'
import { describeVerdict } from './verdict-words.js'

/** An annotation as GitHub's API takes it in a check run. */
export interface CheckAnnotation {
  /** POSIX, from the top of the repository. */
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly start_column?: number
  readonly end_column?: number
  readonly annotation_level: 'notice' | 'warning' | 'failure'
  readonly title: string
  readonly message: string
}

/** A completed check run. */
export interface Check {
  readonly title: string
  /** Markdown; the platform shows the title above it. */
  readonly summary: string
  /** Markdown; `null` when the summary has room for everything. */
  readonly text: string | null
  /** `neutral`: not red, and no word for it that looks like a proof. */
  readonly conclusion: 'success' | 'failure' | 'neutral'
  /** All of them, the most severe first: the platform takes `LIMITS.annotationsPerRequest` at a time. */
  readonly annotations: readonly CheckAnnotation[]
}

export interface CheckOptions {
  /** Whether the run fails, by its exit code. */
  readonly failed: boolean
  /** `false`: who made the snapshots cannot be trusted with a success, so the best there is is `neutral` (default true). */
  readonly mayPass?: boolean
  /** The project's directory from the top of the repository, POSIX. */
  readonly directory?: string
  /** Where the pages of the rules are, without a slash at the end. */
  readonly rulesUrl?: string | null
}

const LEVEL = { error: 'failure', warning: 'warning', notice: 'notice' } as const
const LEVELS: readonly CheckAnnotation['annotation_level'][] = ['failure', 'warning', 'notice']

/** Findings without a file have none: the API wants a place; they are in the summary. */
function annotationsOfCheck(report: Report, directory: string): readonly CheckAnnotation[] {
  const names = nameJobs(report)
  const open = report.findings.filter(({ state }) => state !== 'fixed')
  const all = groupFindings(orderFindings(open)).flatMap((group): readonly CheckAnnotation[] => {
    const { location, title } = group.finding
    const path = location === undefined ? null : fileOf(location.file, directory)
    if (path === null) return []
    const { line, column } = location ?? {}
    return [
      {
        path,
        start_line: line ?? 1,
        end_line: line ?? 1,
        ...(line === undefined || column === undefined ? {} : { start_column: column, end_column: column }),
        annotation_level: LEVEL[levelOf(group.finding)],
        title: titleOf(title),
        message: cutBytes(messageOf(group, names), LIMITS.checkMessageBytes),
      },
    ]
  })
  return LEVELS.flatMap((level) => all.filter((entry) => entry.annotation_level === level))
}

function conclusionOf({ verdict }: Report, { failed, mayPass = true }: CheckOptions): Check['conclusion'] {
  if (failed || verdict === 'error') return 'failure'
  // Warnings that fail nothing, failures that are known, an unknown: none of them is red, none of them a success.
  return verdict === 'ok' && mayPass ? 'success' : 'neutral'
}

/** The report as a check run. What to do comes first; the tables go to the text when the summary has no room for everything. */
export function renderCheck(report: Report, options: CheckOptions): Check {
  const room = { maxBytes: LIMITS.checkBytes, rulesUrl: options.rulesUrl ?? null }
  const all = renderParts(report, { verdict: false, news: true, tables: true }, room)
  const news = all.whole ? all : renderParts(report, { verdict: false, news: true, tables: false }, room)
  return {
    title: cutCharacters(oneLine(describeVerdict(report)), LIMITS.checkTitleCharacters),
    summary: news.text.trim() === '' ? `goparity: ${report.verdict}\n` : news.text,
    text: all.whole ? null : renderParts(report, { verdict: false, news: false, tables: true }, room).text,
    conclusion: conclusionOf(report, options),
    annotations: annotationsOfCheck(report, options.directory ?? ''),
  }
}
