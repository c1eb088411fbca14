import type { ProgressEvent } from '../operations/index.js'

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

/** One line of the log for what happens; `null` for what is not worth a line. */
export function progressLine(event: ProgressEvent): string | null {
  if (event.kind === 'step') return event.text
  if (event.kind === 'note') return `  ${event.text}`
  if (event.kind !== 'target-end') return null
  return `  ${event.ok ? '✓' : '✗'} ${event.target}${event.root === '.' ? '' : ` in ${event.root}`} (${seconds(event.ms)})`
}
