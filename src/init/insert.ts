import { ParityError } from '../errors.js'
import { isOwnAction } from './action-reference.js'
import { githubJobs, type GithubJob } from './github-jobs.js'
import { reportLines, useLines } from './workflow-text.js'
import { numberNodes } from './same-nodes.js'
import { nodeAt, entriesOf, readYamlFile, textAt, type YamlFile, type YamlList, type YamlNode } from './yaml-file.js'

/** What `--into` puts where. */
export interface InsertRequest {
  readonly name: string
  readonly text: string
  readonly reference: string
  /** Ids of jobs; empty: the one that builds. */
  readonly jobs: readonly string[]
  /** Folder of the project from the top of the repository. */
  readonly directory: string
}

/** A workflow with our steps in it. */
export interface Inserted {
  readonly text: string
  readonly jobs: readonly string[]
  readonly reportJob: string
  /** What a person should know before it is written. */
  readonly notes: readonly string[]
}

const BY_HAND = 'put the lines in by hand: the README has them'

interface Edit {
  readonly offset: number
  readonly text: string
}

function refuse(message: string, hint?: string): ParityError {
  return new ParityError('usage', message, hint)
}

function setsUp({ uses, events }: GithubJob['steps'][number]): boolean {
  return /(?:^|\/)(?:checkout|setup-go)@/.test(uses ?? '') || events.some(({ kind }) => kind === 'restore')
}

function isBuild({ events }: GithubJob['steps'][number]): boolean {
  return events.some(({ kind }) => kind === 'build')
}

/** Whether a job has to do with Go. */
function concernsGo(job: GithubJob): boolean {
  return job.steps.some((step) => /(?:^|\/)setup-go@/.test(step.uses ?? '') || isBuild(step))
}

/** Before which step the recorder belongs: the first that builds behind the last that sets up Go or brings a cache back. */
function positionOf({ steps }: GithubJob): number {
  const setup = steps.findLastIndex(({ uses }) => /(?:^|\/)setup-go@/.test(uses ?? ''))
  const build = steps.findIndex((step, index) => index > setup && isBuild(step))
  if (build !== -1) return build
  return steps.findLastIndex(setsUp) + 1
}

function chooseJobs(file: YamlFile, wanted: readonly string[]): readonly GithubJob[] {
  const jobs = githubJobs(file).filter(({ id }) => id !== 'runs')
  if (jobs.length === 0)
    throw refuse(
      `${file.name} has no job with steps`,
      'name a workflow whose jobs have steps of their own, or run `goparity init` without --into',
    )
  const ids = jobs.map(({ id }) => id).join(', ')
  if (wanted.length > 0)
    return wanted.map((id) => {
      const found = jobs.find((job) => job.id === id)
      if (found === undefined) throw refuse(`${file.name} has no job ${JSON.stringify(id)} with steps`, `jobs with steps: ${ids}`)
      return found
    })
  const candidates = jobs.filter(concernsGo)
  if (candidates.length === 0)
    throw refuse(`no job of ${file.name} sets up Go or builds with it`, `name one with --job; jobs with steps: ${ids}`)
  if (candidates.length > 1)
    throw refuse(
      `several jobs of ${file.name} build with Go: ${candidates.map(({ id }) => id).join(', ')}`,
      `name those that record: --job ${candidates.map(({ id }) => id).join(',')}`,
    )
  return candidates
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1
}

/** The beginning of the line behind what ends at an offset. */
function nextLine(text: string, end: number): number {
  if (end > 0 && text[end - 1] === '\n') return end
  const stop = text.indexOf('\n', end)
  return stop === -1 ? text.length : stop + 1
}

/** Columns and offsets of the dashes of a list that is written one step below the other; `null` for any other list. */
function dashesOf(text: string, steps: YamlList): readonly number[] | null {
  const dashes = steps.items.map(({ at: start, kind }) => {
    // The dash stands on the same line, or alone on the line above.
    const near = text.slice(lineStart(text, Math.max(0, lineStart(text, start) - 1)), start)
    const written = /-(?: +| *\r?\n *)$/.exec(near)
    const dash = start - (written?.[0].length ?? 0)
    const alone = written !== null && text.slice(lineStart(text, dash), dash).trim() === ''
    return !alone || kind !== 'map' || start < steps.at || start > steps.end ? -1 : dash
  })
  const columns = new Set(dashes.map((dash) => dash - lineStart(text, dash)))
  return steps.flow || columns.size !== 1 || dashes.includes(-1) ? null : dashes
}

/** Whether steps keep apart by an empty line, which the new one then does, too. */
function isSpaced(text: string, dashes: readonly number[]): boolean {
  const between = dashes.slice(1).map((dash) => {
    const lines = text
      .slice(lineStart(text, dashes[0] ?? 0), lineStart(text, dash))
      .split('\n')
      .slice(0, -1)
    return lines.findLast((line) => !/^ *#/.test(line))?.trim() === ''
  })
  return between.length > 0 && between.every(Boolean)
}

/** Whether a text in it keeps the empty lines below it (`|+`). */
function keepsLines(text: string, node: YamlNode): boolean {
  return /[|>]\d?\+/.test(text.slice(node.at, node.end))
}

/** Where what a node says ends: empty lines below it are nobody's, unless a text keeps them. */
function contentEnd(text: string, node: YamlNode | undefined): number {
  if (node === undefined || keepsLines(text, node)) return node?.end ?? 0
  return node.at + text.slice(node.at, node.end).trimEnd().length
}

function stepEdit(text: string, eol: string, steps: YamlList, before: number, lines: readonly string[], where: string): Edit {
  const dashes = dashesOf(text, steps)
  if (dashes === null) throw refuse(`${where}: its steps are not written as one list of lines that begin with a dash`, BY_HAND)
  const [first = 0] = dashes
  const indentation = ' '.repeat(first - lineStart(text, first))
  const block = lines.map((line) => `${indentation}${line}${eol}`).join('')
  const gap = isSpaced(text, dashes) ? eol : ''
  const floor = before === 0 ? lineStart(text, first) : nextLine(text, contentEnd(text, steps.items[before - 1]))
  const next = dashes[before]
  if (next === undefined) return { offset: floor, text: `${missingEnd(text, floor, eol)}${gap}${block}` }
  let offset = lineStart(text, next)
  // Comments right above a step speak of it.
  while (offset > floor) {
    const above = lineStart(text, offset - 1)
    if (above < floor || !text.slice(above, offset).startsWith(`${indentation}#`)) break
    offset = above
  }
  return { offset, text: `${block}${gap}` }
}

function missingEnd(text: string, offset: number, eol: string): string {
  return offset > 0 && text[offset - 1] !== '\n' ? eol : ''
}

function freeId(ids: ReadonlySet<string>): string {
  const names = ['report', 'goparity-report']
  return names.find((name) => !ids.has(name)) ?? `goparity-report-${String([...ids].length)}`
}

function jobEdit({ name, text, root }: YamlFile, eol: string, id: string, lines: readonly string[]): Edit {
  const jobs = nodeAt(root, 'jobs')
  const entries = entriesOf(jobs)
  const [first, last] = [entries[0], entries.at(-1)]
  const start = first?.[2] ?? 0
  const column = start - lineStart(text, start)
  if (
    jobs?.kind !== 'map' ||
    jobs.flow ||
    last === undefined ||
    last[1].at < start ||
    text.slice(lineStart(text, start), start).trim() !== ''
  )
    throw refuse(`${name}: its jobs are not written one below the other`, BY_HAND)
  const inner = entriesOf(first?.[1])[0]?.[2]
  const step = inner === undefined ? 2 : Math.max(1, inner - lineStart(text, inner) - column)
  const offset = nextLine(text, contentEnd(text, last[1]))
  const [outer, deeper] = [' '.repeat(column), ' '.repeat(column + (step > 8 ? 2 : step))]
  const body = lines.map((line) => `${deeper}${line}${eol}`).join('')
  const follows = text.slice(offset, offset + 200)
  const above = keepsLines(text, last[1]) ? '' : eol
  const gap = follows === '' || /^[ \t]*\r?\n/.test(follows) ? '' : eol
  return { offset, text: `${missingEnd(text, offset, eol)}${above}${outer}${id}:${eol}${body}${gap}` }
}

function isOwnUse(step: YamlNode, reference: string): 'record' | 'report' | null {
  return isOwnAction(textAt(step, 'uses') ?? '', reference)
}

/** All other jobs and steps are the same: a mistake of ours in a file that we do not know shows here. */
async function hold(before: YamlFile, text: string, ids: readonly string[], report: string, reference: string): Promise<void> {
  const after = await readYamlFile(before.name, text)
  const number = numberNodes()
  const bare = (file: YamlFile): string =>
    JSON.stringify([
      entriesOf(file.root).map(([key, node]) => (key === 'jobs' ? key : [key, number(node)])),
      entriesOf(nodeAt(file.root, 'jobs')).flatMap(([id, node]) => {
        if (id === report) return []
        const keys = entriesOf(node).map(([key, value]) => {
          const own = key === 'steps' && ids.includes(id) && value.kind === 'list' ? value.items : null
          return [key, own === null ? number(value) : own.filter((step) => isOwnUse(step, reference) === null).map(number)]
        })
        return [[id, keys]]
      }),
    ])
  if (bare(before) !== bare(after) || nodeAt(after.root, 'jobs', report) === undefined)
    throw refuse(`${before.name} is written in a way that goparity cannot add to without changing something else`, BY_HAND)
}

function notesOf(file: YamlFile, jobs: readonly GithubJob[]): readonly string[] {
  return jobs.flatMap((job) => {
    const [own, top] = [nodeAt(job.node, 'permissions'), nodeAt(file.root, 'permissions')]
    const granted = own ?? top
    const reads =
      granted === undefined ||
      (granted.kind === 'text' && /^(?:read|write)-all$/.test(granted.text)) ||
      ['read', 'write'].includes(textAt(granted, 'contents') ?? '')
    const checkout = job.steps.some(({ uses }) => /(?:^|\/)checkout@/.test(uses ?? ''))
    return [
      ...(reads ? [] : [`job ${job.id} has no \`contents: read\`: the committed baseline of a pull request may then be unknown`]),
      ...(checkout ? [] : [`job ${job.id} has no checkout step: the recorder needs the code`]),
    ]
  })
}

/** Puts texts in at their offsets; of two at one place the first comes first. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = []
  let done = 0
  for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
    parts.push(text.slice(done, edit.offset), edit.text)
    done = edit.offset
  }
  return [...parts, text.slice(done)].join('')
}

/**
 * Puts the recorder into jobs of a workflow, behind what sets up Go and brings caches back and before the first build, and
 * adds a report job. Every other byte stays. Throws `usage` where there is no place for it, or it is there already, and
 * `config-invalid` for what is no YAML.
 */
export async function insertInto({ name, text, reference, jobs: wanted, directory }: InsertRequest): Promise<Inserted> {
  const file = await readYamlFile(name, text)
  const on = nodeAt(file.root, 'on')
  const events =
    on?.kind === 'text'
      ? [on.text]
      : on?.kind === 'list'
        ? on.items.flatMap((item) => (item.kind === 'text' ? [item.text] : []))
        : entriesOf(on).map(([key]) => key)
  if (events.includes('pull_request_target'))
    throw refuse(`${name} runs on pull_request_target, where goparity runs no go command`, 'use a workflow that runs on pull_request')
  for (const { id, steps } of githubJobs(file))
    for (const { uses, line } of steps)
      if (uses !== undefined && isOwnAction(uses, reference) !== null)
        throw refuse(
          `goparity is in ${name}:${String(line)} already (job ${id})`,
          'nothing to do; `goparity init --check` says whether it stands in the right place',
        )
  const chosen = chooseJobs(file, wanted)

  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const edits = chosen.map((job): Edit => {
    const steps = nodeAt(job.node, 'steps')
    if (steps?.kind !== 'list' || steps.at < job.node.at || steps.end > job.node.end)
      throw refuse(`${name}:${String(job.line)}: the steps of job ${job.id} are written somewhere else`, BY_HAND)
    const own = textAt(job.node, 'defaults', 'run', 'working-directory') ?? textAt(file.root, 'defaults', 'run', 'working-directory')
    const folder = directory === '.' && own !== undefined && !own.includes('${{') ? own.replace(/^\.\/(?=.)|\/+$/g, '') : directory
    return stepEdit(text, eol, steps, positionOf(job), useLines(reference, 'record', folder), `${name}:${String(job.line)}`)
  })
  const ids = new Set(entriesOf(nodeAt(file.root, 'jobs')).map(([id]) => id))
  const reportJob = freeId(ids)
  const needs = chosen.map(({ id }) => id)
  edits.push(jobEdit(file, eol, reportJob, reportLines(reference, needs, directory)))
  const result = applyEdits(text, edits)
  await hold(file, result, needs, reportJob, reference)
  return { text: result, jobs: needs, reportJob, notes: notesOf(file, chosen) }
}
