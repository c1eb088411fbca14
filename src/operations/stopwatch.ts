import type { GoResult } from '../go/index.js'
import type { Report } from '../report/index.js'
import type { Session, StepName } from './session.js'

/** Measures the steps of one operation and the time spent in go commands. */
export interface Stopwatch {
  /** Runs a step, tells progress of it, keeps its time; `ok` decides how its end is shown. */
  step<T>(step: StepName, text: string, work: () => Promise<T>, ok?: (result: T) => boolean): Promise<T>
  /** Counts a go command that has ended. Commands that ran at once add up. */
  count(result: GoResult): void
  read(): Report['timings']
}

export function startStopwatch(session: Session): Stopwatch {
  const { host, progress } = session
  const started = host.clock.now()
  const steps: { name: StepName; ms: number }[] = []
  let goMs = 0
  return {
    async step(step, text, work, ok = () => true) {
      const from = host.clock.now()
      progress({ kind: 'step', step, text })
      let succeeded = false
      try {
        const result = await work()
        succeeded = ok(result)
        return result
      } finally {
        const ms = Math.round(host.clock.now() - from)
        steps.push({ name: step, ms })
        progress({ kind: 'step-end', step, ok: succeeded, ms })
      }
    },
    count(result) {
      goMs += result.durationMs
    },
    read() {
      return { totalMs: Math.round(host.clock.now() - started), goMs: Math.round(goMs), steps: [...steps] }
    },
  }
}
