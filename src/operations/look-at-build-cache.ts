import { checkBuildCache, trustedBuildCache, withLayer, type BuildCacheCheck } from '../integrity/index.js'
import { targetEnvironment } from '../targets/index.js'
import { packagesOf } from './packages-of.js'
import type { BuildOptions } from './options.js'
import type { Recording } from './record-project.js'
import type { Session } from './session.js'
import type { Verification } from './verify-project.js'

/**
 * The verification with what is known of the build cache: where it comes from, and, when asked for, whether its entries are what the
 * source compiles to. To be called before anything is built: go would link what lies there. What failed may not be built.
 */
export async function lookAtBuildCache(
  session: Session,
  recording: Recording,
  verification: Verification,
  { buildCache, config, packages = config.packages }: BuildOptions,
): Promise<Verification> {
  const mode = buildCache ?? config.buildCache ?? 'trust'
  const { host } = session
  const { buildable } = verification
  const [first] = recording.roots
  if (first === undefined || buildable.length === 0) return verification
  if (mode === 'trust')
    return { ...verification, integrity: withLayer(verification.integrity, 'build-cache', trustedBuildCache(recording.restored)) }

  const roots = buildable.map((root) => ({ place: root.reading.place, packages: packages ?? packagesOf(root) }))
  const targets = recording.targets.length === 0 ? [{}] : recording.targets.map(targetEnvironment)
  return recording.watch.step(
    'verify',
    mode === 'fresh' ? 'comparing the build cache with a fresh one' : 'verifying the build cache',
    async () => {
      const checks: BuildCacheCheck[] = []
      for (const env of targets) checks.push(await checkBuildCache(host, first.go, { mode, roots, env, restored: recording.restored }))
      const worst = (['failed', 'unknown', 'ok'] as const).flatMap((outcome) => checks.filter(({ layer }) => layer.outcome === outcome))
      return {
        ...verification,
        integrity: worst[0] === undefined ? verification.integrity : withLayer(verification.integrity, 'build-cache', worst[0].layer),
        findings: [...verification.findings, ...checks.flatMap(({ findings }) => findings)],
        degraded: [...verification.degraded, ...checks.flatMap(({ degraded }) => degraded)],
        buildable: worst[0]?.layer.outcome === 'failed' ? [] : buildable,
      }
    },
  )
}
