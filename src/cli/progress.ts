import type { ProgressEvent } from '../operations/index.js'
import type { Sink } from './io.js'
import { safeLine } from './safe-text.js'

/** Shows what happens while an operation runs. */
export interface ProgressDisplay {
  show(event: ProgressEvent): void
  /** Takes the status line away; to be called before anything else is printed. */
  stop(): void
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** One line for a pipe or a log; `null` for what is not worth a line. */
function plainLine(event: ProgressEvent): string | null {
  if (event.kind === 'step') return `  ${event.text}`
  if (event.kind === 'note') return `    ${event.text}`
  if (event.kind !== 'target-end') return null
  return `    ${event.ok ? '✓' : '✗'} ${event.target}${event.root === '.' ? '' : ` in ${event.root}`} (${seconds(event.ms)})`
}

function plainDisplay(sink: Sink): ProgressDisplay {
  return {
    show(event) {
      const line = plainLine(event)
      if (line !== null) sink.write(`${safeLine(line)}\n`)
    },
    stop() {
      // Lines stay.
    },
  }
}

const CLEAR_LINE = '\r\u001B[2K'

/** One line that always says what runs now. */
function statusDisplay(sink: Sink): ProgressDisplay {
  const running = new Map<string, string>()
  let step = ''
  let done = 0
  let shown = false
  const stop = (): void => {
    if (shown) sink.write(CLEAR_LINE)
    shown = false
  }
  const draw = (): void => {
    const targets = [...running.values()]
    const now = targets.length === 0 ? step : `${step}: ${targets.join(', ')}${done === 0 ? '' : ` (${String(done)} done)`}`
    // One cell less than the line has: a full line would wrap and could not be cleared.
    const text = safeLine(`  ${now}`).slice(0, Math.max(10, (sink.columns ?? 80) - 1))
    sink.write(`${CLEAR_LINE}${text}`)
    shown = true
  }
  return {
    show(event) {
      // A command of the user writes to the same terminal: the line is its own.
      if (event.kind === 'step' && event.step === 'command') {
        stop()
        return
      }
      if (event.kind === 'step') {
        step = event.text
        done = 0
        running.clear()
      } else if (event.kind === 'target') running.set(`${event.root} ${event.target}`, event.target)
      else if (event.kind === 'target-end') {
        running.delete(`${event.root} ${event.target}`)
        done += 1
      } else if (event.kind === 'note') step = event.text
      else return
      draw()
    },
    stop,
  }
}

const NOTHING: ProgressDisplay = {
  show() {
    // Quiet.
  },
  stop() {
    // Nothing to take away.
  },
}

/** A display for a stream: one changing line on a terminal, plain lines elsewhere, nothing when quiet. */
export function openProgress(sink: Sink, quiet: boolean): ProgressDisplay {
  if (quiet) return NOTHING
  return sink.isTTY ? statusDisplay(sink) : plainDisplay(sink)
}
