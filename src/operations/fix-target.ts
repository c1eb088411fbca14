import { join } from 'node:path'
import { isScalar, isSeq, parseDocument } from 'yaml'
import { parseConfig } from '../config/index.js'
import type { Host } from '../host/index.js'
import { formatTarget } from '../targets/index.js'
import { findLosses } from './find-losses.js'
import { CONFIG_FILE } from './load-config.js'
import type { Ill, Planned } from './local-fix.js'
import { lossFindings } from './loss-findings.js'
import { packagesOf } from './packages-of.js'
import { planTarget } from './plan-target.js'
import { planTargets } from './plan-targets.js'
import type { RecordedRoot, Recording } from './record-project.js'
import type { Session } from './session.js'

const RULES: ReadonlySet<string> = new Set([
  'cgo/compiler-missing',
  'cgo/compiler-wrong-target',
  'cgo/header-missing',
  'cgo/library-missing',
])
const MAX_FILE = 1024 * 1024

/** The configuration with one target replaced where it stands; `null` when it does not name it. */
function withTarget(text: string, target: string, instead: string): string | null {
  const targets = parseDocument(text).get('targets', true)
  const items = isSeq(targets) ? targets.items : [targets]
  const found = items.find((item) => isScalar(item) && item.value === target)
  const range = isScalar(found) ? found.range : null
  return range === null || range === undefined ? null : `${text.slice(0, range[0])}${instead}${text.slice(range[1])}`
}

/** cgo off for a target whose C lacks something, where nothing is lost by it. */
export async function planTargetFix(session: Session, recording: Recording, root: RecordedRoot, ill: Ill): Promise<Planned> {
  const { rule, subject } = ill
  if (!RULES.has(rule) || subject.target === undefined) return null
  const { host } = session
  const platform = subject.target.replace(/[+-]cgo$/, '')
  const instead = `${platform}-cgo`
  const path = join(recording.directory, CONFIG_FILE)
  const before = await readText(host, path)
  const after = before === null ? null : (withTarget(before, `${platform}+cgo`, instead) ?? withTarget(before, platform, instead))
  if (before === null || after === null) return { rule, why: `${CONFIG_FILE} does not name ${subject.target} among its targets` }
  const packages = packagesOf(root)
  const decide = async (): Promise<string | null> => {
    const { targets } = await planTargets(root.go, root.env, [instead])
    const [target] = targets
    if (target === undefined) return `${instead} is no target`
    const { verdict, findings } = await planTarget(session, recording, root, target, packages)
    if (verdict === 'cannot')
      return findings.find(({ severity }) => severity === 'error')?.title ?? `${formatTarget(target)} does not build`
    const losses = await findLosses(host, root, target, packages)
    const [lost] = lossFindings({ ...target, cgoReason: 'cross' }, '.', losses ?? [])
    return lost?.title ?? null
  }
  const why = await decide()
  if (why !== null) return { rule, why: `without cgo something is missing, too: ${why}` }
  return {
    fix: {
      rules: [rule],
      title: `${CONFIG_FILE}: ${instead} instead of ${subject.target}`,
      changes: [{ name: CONFIG_FILE, before, after }],
      async verify() {
        await parseConfig((await readText(host, path)) ?? '', CONFIG_FILE)
        return decide()
      },
    },
  }
}

async function readText(host: Host, path: string): Promise<string | null> {
  const bytes = await host.files.read(path, MAX_FILE)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}
