import * as v from 'valibot'
import { ParityError, toError } from '../errors.js'
import type { EnvironmentOrigin } from '../snapshot/index.js'
import { plainVariantOf, type DistTarget, type TargetFacts, type WantedTarget } from '../targets/index.js'
import type { Go, GoResult } from './go.js'

const DistList = v.array(
  v.object({ GOOS: v.string(), GOARCH: v.string(), CgoSupported: v.boolean(), FirstClass: v.optional(v.boolean(), false) }),
)
const EnvAnswer = v.record(v.string(), v.string())

function firstLine(result: GoResult): string {
  return result.stderr.text.trim().split('\n')[0] ?? ''
}

/** Reads the JSON a command printed. Throws `go-unreadable` with what the command said. */
function readJson<Schema extends v.GenericSchema>(result: GoResult, schema: Schema): v.InferOutput<Schema> {
  const command = `go ${result.args.join(' ')}`
  if (result.exitCode !== 0) throw new ParityError('go-unreadable', `${command} failed: ${firstLine(result)}`)
  let value: unknown
  try {
    value = JSON.parse(result.stdout.text)
  } catch (error) {
    throw new ParityError('go-unreadable', `${command} did not print JSON: ${toError(error).message}`, undefined, { cause: error })
  }
  const parsed = v.safeParse(schema, value)
  if (!parsed.success)
    throw new ParityError('go-unreadable', `${command} printed something else than expected: ${parsed.issues[0].message}`)
  return parsed.output
}

/** Every target that this go can build, in its order. Throws `go-unreadable`. */
export async function listDistTargets(go: Go): Promise<readonly DistTarget[]> {
  // A platform in the environment is nothing for a tool that runs here: go 1.25 and later may have to build it first.
  const result = await go.run(['tool', 'dist', 'list', '-json'], { env: { GOOS: undefined, GOARCH: undefined } })
  return readJson(result, DistList).map((row) => ({
    goos: row.GOOS,
    goarch: row.GOARCH,
    cgoSupported: row.CgoSupported,
    firstClass: row.FirstClass,
  }))
}

export interface TargetFactsOptions {
  /** Where CGO_ENABLED comes from, as the origins of the recorded environment say. */
  readonly cgoOrigin: EnvironmentOrigin
}

async function factsOf(go: Go, wanted: WantedTarget, options: TargetFactsOptions): Promise<TargetFacts> {
  const { goos, goarch, variantKey: key, variant } = wanted
  const args = ['env', '-json', 'GOHOSTOS', 'GOHOSTARCH', 'CGO_ENABLED', 'CC', ...(key === null ? [] : [key])]
  const env = { GOOS: goos, GOARCH: goarch, ...(key === null || variant === null ? {} : { [key]: variant }) }
  let result = await go.run(args, { env })
  let variantValue: string | null = null
  const refused = /^go: invalid (GO\w+): /.exec(firstLine(result))?.[1]
  if (result.exitCode !== 0 && key !== null && refused === key) {
    // Go before 1.24 refuses an unknown variant even here. What it is must be said as a finding, not as a dead end.
    result = await go.run(args, { env: { ...env, [key]: plainVariantOf(goarch) ?? '' } })
    variantValue = go.env[key] ?? `(invalid, set by go env -w ${key})`
  }
  const answer = readJson(result, EnvAnswer)
  const set = go.env['CGO_ENABLED'] ?? ''
  return {
    host: { goos: answer['GOHOSTOS'] ?? '', goarch: answer['GOHOSTARCH'] ?? '' },
    cgoEnabled: answer['CGO_ENABLED'] === '1',
    // cmd/go/internal/cfg: only 0 and 1 count; any other text hides the go env file and means the default.
    cgoOrigin: set === '' ? options.cgoOrigin : set === '0' || set === '1' ? 'process' : 'default',
    cc: answer['CC'] ?? '',
    variantValue: key === null ? null : (variantValue ?? answer[key] ?? ''),
  }
}

/** `go env` under each target, all at once, in the order of `wanted`. Throws `go-unreadable`. */
export async function resolveTargetFacts(
  go: Go,
  wanted: readonly WantedTarget[],
  options: TargetFactsOptions,
): Promise<readonly TargetFacts[]> {
  const asked = new Map<string, Promise<TargetFacts>>()
  return await Promise.all(
    wanted.map(async (one) => {
      const name = `${one.goos}/${one.goarch}/${one.variant ?? ''}`
      const facts = asked.get(name) ?? factsOf(go, one, options)
      asked.set(name, facts)
      return await facts
    }),
  )
}
