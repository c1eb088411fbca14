import pLimit from 'p-limit'
import { openGit } from '../baseline/index.js'
import { compareGoVersions } from '../environment/index.js'
import { tidyDiff } from '../go/index.js'
import { parseTidyDiff } from '../modules/index.js'
import type { Integrity, Root } from '../snapshot/index.js'
import type { RecordedRoot } from './record-project.js'
import type { Session } from './session.js'

const ROOTS_AT_ONCE = 4

/** Whether go.mod and go.sum may be asked about: of a module whose modules are here, by a Go that can answer without writing. */
function canAsk({ reading, env }: RecordedRoot, outcome: Integrity['outcome']): boolean {
  const { mode } = reading.root
  // What a vendored build does not need may not have been downloaded.
  const isHere = mode === 'module' || (mode === 'vendor' && outcome === 'ok')
  return isHere && compareGoVersions(env.values['GOVERSION'] ?? '', 'go1.23rc1') >= 0
}

/** Whether go.mod or go.sum is not what git has. Without git nobody knows, which is no. */
async function isEdited({ host, signal }: Session, { reading }: RecordedRoot): Promise<boolean> {
  const { place, files } = reading
  const answer = await openGit(host, place.path, signal).ask([
    'status',
    '--porcelain',
    '-z',
    '--untracked-files=all',
    '--ignore-submodules=all',
    '--',
    ...files.writable,
  ])
  return answer.ok && answer.text !== ''
}

/**
 * Roots with what `go mod tidy` would change in go.sum, where somebody changed it or go.mod since the last commit: the lines that a job
 * has and others have not are then told by their cause. Costs one call of git for a root that is as committed. Throws only `cancelled`.
 */
export async function findTidy(
  session: Session,
  roots: readonly Root[],
  verified: readonly RecordedRoot[],
  outcome: Integrity['outcome'],
): Promise<readonly Root[]> {
  const limit = pLimit(ROOTS_AT_ONCE)
  return Promise.all(
    roots.map(async (root) =>
      limit(async (): Promise<Root> => {
        const recorded = verified.find(({ reading }) => reading.root === root)
        if (recorded === undefined || !canAsk(recorded, outcome) || !(await isEdited(session, recorded))) return root
        const diff = await tidyDiff(recorded.go)
        return diff === null ? root : { ...root, tidy: parseTidyDiff(diff) }
      }),
    ),
  )
}
