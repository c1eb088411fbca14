import type { RecordedRoot } from './record-project.js'

/** `./...` of every module of a root: in a workspace, a pattern stops at the next go.mod. */
export function packagesOf({ reading }: RecordedRoot): readonly string[] {
  const inside = reading.members.filter((member) => member !== '..' && !member.startsWith('../'))
  return inside.length === 0 ? ['./...'] : inside.map((member) => (member === '.' ? './...' : `./${member}/...`))
}
