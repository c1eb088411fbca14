import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as v from 'valibot'
import type { FakeGitHub } from './fake-github/index.js'

export interface ActOptions {
  /** The repository: act copies it into each job. */
  readonly folder: string
  /** Relative to the folder. */
  readonly workflow: string
  /** `owner/name` */
  readonly repository: string
  /** Workflow run id. */
  readonly run: number
  /** Folders that stand first on the PATH of every step; the first `node` there runs the actions, whatever `using:` says. */
  readonly path: readonly string[]
  /** Whole environment of the runner, PATH and HOME apart. */
  readonly env: Readonly<Record<string, string>>
  readonly github: FakeGitHub
  readonly token: string
  /** Event name and payload. */
  readonly event: 'push' | 'pull_request' | 'workflow_run'
  readonly payloadFile: string
  /** What else the runner says of the run: `GITHUB_WORKFLOW_REF`, which act does not know, `GITHUB_SHA`, … */
  readonly runner?: Readonly<Record<string, string>>
  /** Actions of other repositories: `owner/name@ref` to the folder that stands for it. */
  readonly actions?: Readonly<Record<string, string>>
  /** Who started the run. */
  readonly actor?: string
  /** For HOME and act's own copies. */
  readonly scratch: string
}

export interface Leg {
  /** Name as act shows it: `ci/build-1`. */
  readonly job: string
  readonly matrix: Readonly<Record<string, unknown>>
  /** Main stages by step name, in order: `success`, `failure`, `skipped`. */
  readonly steps: readonly { readonly step: string; readonly stage: string; readonly result: string }[]
}

export interface Annotation {
  readonly job: string
  readonly level: string
  readonly message: string
  readonly file: string | undefined
  readonly line: string | undefined
}

export interface ActRun {
  readonly exitCode: number | null
  readonly legs: readonly Leg[]
  readonly annotations: readonly Annotation[]
  /** Markdown of the job summaries. */
  readonly summaries: readonly string[]
  /** Every line of every step, as in the runner's log. */
  readonly log: string
}

const Line = v.object({
  job: v.optional(v.string(), ''),
  matrix: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
  step: v.optional(v.string(), ''),
  stage: v.optional(v.string(), ''),
  stepResult: v.optional(v.string()),
  raw_output: v.optional(v.boolean(), false),
  msg: v.optional(v.string(), ''),
  command: v.optional(v.string()),
  arg: v.optional(v.string(), ''),
  kvPairs: v.optional(v.nullable(v.record(v.string(), v.string()))),
  content: v.optional(v.string(), ''),
})

/** Runs one workflow under act in host mode. The verdict of a leg is that of its own steps: act gives one result for all legs of a job. */
export async function runAct(program: string, options: ActOptions): Promise<ActRun> {
  const home = join(options.scratch, 'act-home')
  mkdirSync(home, { recursive: true })
  const { github } = options
  const child = spawn(
    program,
    [
      options.event,
      '-W',
      options.workflow,
      '-e',
      options.payloadFile,
      '-P',
      'ubuntu-latest=-self-hosted',
      '--no-cache-server',
      '--action-cache-path',
      join(options.scratch, 'act-cache'),
      '--rm',
      '--json',
      '--env',
      `GITHUB_API_URL=${github.url}`,
      '--env',
      `GITHUB_RUN_ID=${options.run}`,
      '--env',
      `GITHUB_REPOSITORY=${options.repository}`,
      ...Object.entries(options.runner ?? {}).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
      ...Object.entries(options.actions ?? {}).flatMap(([name, folder]) => ['--local-repository', `${name}=${folder}`]),
      ...(options.actor === undefined ? [] : ['-a', options.actor]),
      '-s',
      `GITHUB_TOKEN=${options.token}`,
    ],
    {
      cwd: options.folder,
      // act gives every step its own environment: nothing of this process may come through.
      env: { ...options.env, ...github.runtimeEnvironment(options.run), HOME: home, LANG: 'C.UTF-8', PATH: options.path.join(':') },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )

  const legs = new Map<string, Leg & { readonly steps: Leg['steps'][number][] }>()
  const annotations: Annotation[] = []
  const summaries: string[] = []
  const log: string[] = []
  const closed = new Promise<number | null>((done, fail) => {
    child.once('error', fail)
    child.once('close', done)
  })
  const errors = (async () => {
    for await (const line of createInterface({ input: child.stderr })) log.push(line)
  })()
  for await (const text of createInterface({ input: child.stdout })) {
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), Line), text)
    if (!read.success) {
      log.push(text)
      continue
    }
    const line = read.output
    const job = line.job.trim()
    log.push(`${job} | ${line.msg.trimEnd()}`)
    if (line.stepResult !== undefined && line.stage !== '') {
      const leg = legs.get(job) ?? { job, matrix: line.matrix ?? {}, steps: [] }
      leg.steps.push({ step: line.step, stage: line.stage, result: line.stepResult })
      legs.set(job, leg)
    }
    if (line.command === 'error' || line.command === 'warning' || line.command === 'notice') {
      annotations.push({ job, level: line.command, message: line.arg, file: line.kvPairs?.['file'], line: line.kvPairs?.['line'] })
    }
    if (line.command === 'summary') summaries.push(line.content)
  }
  await errors
  const exitCode = await closed
  return { exitCode, legs: [...legs.values()], annotations, summaries, log: log.join('\n') }
}
