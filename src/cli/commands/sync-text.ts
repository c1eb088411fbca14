import type picocolors from 'picocolors'
import { shellWord } from '../../environment/index.js'
import type { SyncDocument } from '../../operations/index.js'
import { safeLine } from '../safe-text.js'

const MARKS: Readonly<Record<SyncDocument['files'][number]['change'], string>> = {
  written: '+',
  removed: '-',
  same: '=',
  conflict: '!',
  waiting: '…',
}

/** One line of what became of it, and below what differs from before. */
export function renderSync(document: SyncDocument, colors: ReturnType<typeof picocolors.createColors>): string {
  const { state, message, wayOut, files, go, place, isQueued } = document
  const isGood = state === 'written' || state === 'same' || state === 'shared' || state === 'nothing'
  const mark = isGood ? colors.green('✓') : isQueued ? colors.yellow('…') : colors.red('✗')
  const lines = [`${mark} ${place}: ${message}${go === null ? '' : ` (${go.replace(/^go version /, '')})`}`]
  if (isQueued) lines.push('  it waits: the next commit brings it, or goparity sync --pending')
  for (const { path, change } of files) if (change !== 'same') lines.push(`  ${MARKS[change]} ${path}`)
  if (!isGood && !isQueued && wayOut !== '')
    lines.push(`  way out: ${wayOut}${state === 'down' ? `; then goparity sync ${shellWord(place)}` : ''}`)
  return `${lines.map(safeLine).join('\n')}\n`
}
