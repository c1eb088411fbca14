import { matchesModulePatterns } from '../environment/index.js'
import { findGoFlag } from '../modules/index.js'
import { redact, type EnvironmentOrigin } from '../snapshot/index.js'
import type { GoValues } from './roots.js'

/** A setting that accounts for a checksum that nobody checked, or for another source than usual. */
export interface Explanation {
  readonly key: string
  /** As set, without credentials. */
  readonly value: string
  /** Where: `set in the go env file /home/user/.config/go/env`. */
  readonly where: string
  /** What follows for the module, one sentence. */
  readonly meaning: string
}

function whereSet({ values, origins }: GoValues, key: string): string {
  const words: Readonly<Record<EnvironmentOrigin, string>> = {
    process: 'set in the environment of this process',
    goenv: `set in the go env file ${values['GOENV'] ?? ''}`.trimEnd(),
    goroot: 'set in $GOROOT/go.env',
    derived: 'worked out by go',
    default: "go's default",
  }
  return words[origins[key] ?? 'default']
}

/** What GOPROXY and GOSUMDB are when nobody sets them; the first since Go 1.13. */
const DEFAULT_PROXY = 'https://proxy.golang.org,direct'

const UNCHECKED = 'whatever was served first went into go.sum without a look at the checksum database'

/** A setting of `GoValues`, or of the process alone. */
type Found = Omit<Explanation, 'where'> & { readonly where?: string }

function ofDatabase(values: GoValues['values'], path: string): readonly Found[] {
  const database = values['GOSUMDB'] ?? ''
  const off: readonly Found[] = database === 'off' ? [{ key: 'GOSUMDB', value: 'off', meaning: UNCHECKED }] : []
  const isPrivate = matchesModulePatterns(values['GOPRIVATE'] ?? '', path)
  // go env gives GONOSUMDB the value of GOPRIVATE where nobody set it: told once.
  const key = isPrivate && values['GONOSUMDB'] === values['GOPRIVATE'] ? 'GOPRIVATE' : 'GONOSUMDB'
  if (!matchesModulePatterns(values[key] ?? '', path)) return off
  return [...off, { key, value: values[key] ?? '', meaning: `it matches ${path}: ${UNCHECKED}` }]
}

function ofFlags(goflags: string): readonly Found[] {
  const mod = findGoFlag(goflags, 'mod')
  const file = findGoFlag(goflags, 'modfile')
  return [
    ...(mod === 'mod'
      ? [
          {
            key: 'GOFLAGS',
            value: '-mod=mod',
            meaning: 'every go command may write go.sum, so a new line came without anybody asking for it',
          },
        ]
      : []),
    ...(file === null ? [] : [{ key: 'GOFLAGS', value: `-modfile=${file}`, meaning: 'go reads another go.sum, beside that file' }]),
    ...(findGoFlag(goflags, 'insecure') === null
      ? []
      : [
          {
            key: 'GOFLAGS',
            value: '-insecure',
            meaning: 'Go up to 1.16 fetched over plain HTTP and asked no checksum database; later releases refuse the flag',
          },
        ]),
  ]
}

/**
 * Settings that explain how a module version came to have a wrong checksum, each with where it is set. `env` is the process
 * environment, for GONOSUMCHECK, which go env does not print. Settings that play no part for this module are left out.
 */
export function explainedBy(
  environment: GoValues,
  path: string,
  env: Readonly<Record<string, string | undefined>> = {},
): readonly Explanation[] {
  const { values } = environment
  const proxy = values['GOPROXY'] ?? ''
  const insecure = values['GOINSECURE'] ?? ''
  const old = env['GONOSUMCHECK'] ?? ''
  const found: readonly Found[] = [
    ...(proxy === '' || proxy === DEFAULT_PROXY
      ? []
      : [{ key: 'GOPROXY', value: proxy, meaning: 'modules come from here, not from where go looks by default' }]),
    ...ofDatabase(values, path),
    ...ofFlags(values['GOFLAGS'] ?? ''),
    ...(matchesModulePatterns(insecure, path)
      ? [{ key: 'GOINSECURE', value: insecure, meaning: 'it may be fetched over plain HTTP, where anybody on the way can change it' }]
      : []),
    ...(old === ''
      ? []
      : [
          {
            key: 'GONOSUMCHECK',
            value: old,
            where: 'set in the environment of this process',
            meaning: 'no Go that goparity supports reads it: it explains nothing',
          },
        ]),
  ]
  return found.map(({ key, value, meaning, where }) => ({
    key,
    value: redact(value).slice(0, 300),
    where: where ?? whereSet(environment, key),
    meaning,
  }))
}
