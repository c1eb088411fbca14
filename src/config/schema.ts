import * as v from 'valibot'
import { BUILD_CACHE, CHECKSUM_DATABASE, type BuildCache, type ChecksumDatabase } from './checks.js'

// The reader gives every scalar as the text that was written (`go: 1.20` stays 1.20), so a schema of texts is enough.

const text = v.pipe(v.string(), v.nonEmpty('must not be empty'), v.maxLength(1000, 'must not be longer than 1000 characters'))

const textList = (description: string): v.GenericSchema<readonly string[]> =>
  v.pipe(
    v.array(text),
    v.minLength(1, 'must hold at least one entry'),
    v.maxLength(1000, 'must not hold more than 1000 entries'),
    v.description(description),
  )

const reason = v.pipe(text, v.description('Why: it stands in the report, so that nobody has to guess later.'))

/** From which severity on findings fail a run. */
const failOnSchema = v.picklist(['error', 'warning', 'note', 'unknown', 'unverified', 'never'])

/** A relative POSIX path that stays inside the project. */
const directory = v.pipe(
  text,
  v.check((path) => !/^(?:[/\\~]|[A-Za-z]:)/.test(path), 'must be relative to the directory of the project'),
  v.check((path) => !path.split(/[/\\]/).includes('..'), 'must stay inside the project'),
)

const expectSchema = v.strictObject({
  go: v.optional(
    v.pipe(text, v.description('The Go that runs: a release (`1.26.3`), a line of releases (`1.26`) or a range (`>=1.24 <1.27`).')),
  ),
  env: v.optional(
    v.pipe(
      v.record(v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9_]*$/, 'must be the name of a go env key, such as CGO_ENABLED')), v.string()),
      v.description('go env keys and the value each must have; `on` stands for any value but off, an empty text for no value.'),
      v.metadata({ scalars: true }),
    ),
  ),
  flags: v.optional(
    v.strictObject({
      require: v.optional(textList('Flags that GOFLAGS must hold.')),
      forbid: v.optional(textList('Flags that GOFLAGS must not hold.')),
    }),
  ),
})

const ignoreSchema = v.pipe(
  v.strictObject({
    rule: v.optional(v.pipe(text, v.description('Rule id; `*` stands for any characters, as in `env/*`.'))),
    key: v.optional(v.pipe(text, v.description('go env key.'))),
    module: v.optional(v.pipe(text, v.description('Module path, or path@version.'))),
    target: v.optional(v.pipe(text, v.description('Target as the report names it: `linux/arm64-cgo`.'))),
    package: v.optional(v.pipe(text, v.description('Import path.'))),
    reason,
  }),
  v.check(
    ({ reason: _reason, ...what }) => Object.keys(what).length > 0,
    'must name at least one of rule, key, module, target and package',
  ),
)

const rulesSchema = v.record(v.string(), v.strictObject({ severity: v.picklist(['off', 'note', 'warning', 'error']), reason }))

/** The configuration as it is written, checked. */
export interface ConfigDocument {
  readonly targets?: readonly string[] | undefined
  readonly packages?: readonly string[] | undefined
  readonly modules?: readonly string[] | undefined
  readonly baseline?: string | undefined
  readonly 'fail-on'?: 'error' | 'warning' | 'note' | 'unknown' | 'unverified' | 'never' | undefined
  readonly 'checksum-database'?: ChecksumDatabase | undefined
  readonly 'build-cache'?: BuildCache | undefined
  readonly private?: readonly string[] | undefined
  readonly expect?:
    | {
        readonly go?: string | undefined
        readonly env?: { readonly [key: string]: string } | undefined
        readonly flags?: { readonly require?: readonly string[] | undefined; readonly forbid?: readonly string[] | undefined } | undefined
      }
    | undefined
  readonly ignore?:
    | readonly {
        readonly rule?: string | undefined
        readonly key?: string | undefined
        readonly module?: string | undefined
        readonly target?: string | undefined
        readonly package?: string | undefined
        readonly reason: string
      }[]
    | undefined
  readonly rules?:
    | { readonly [rule: string]: { readonly severity: 'off' | 'note' | 'warning' | 'error'; readonly reason: string } }
    | undefined
}

/** The schema of `.goparity.yml` as it is written, with every scalar as a text. */
export const documentSchema: v.GenericSchema<unknown, ConfigDocument> = v.pipe(
  v.strictObject({
    targets: v.optional(textList('Targets to build: `linux/arm64`, `windows/amd64+cgo`, `default`, `host`, patterns such as `linux/*`.')),
    packages: v.optional(textList('Package patterns to build; default `./...`.')),
    modules: v.optional(
      v.pipe(
        v.array(directory),
        v.minLength(1, 'must hold at least one entry'),
        v.maxLength(1000, 'must not hold more than 1000 entries'),
        v.description('Directories of the modules or workspaces to look at; default: those that are found.'),
      ),
    ),
    baseline: v.optional(v.pipe(text, v.description('Where the baseline comes from: `auto`, `none`, `file:PATH` or `git:REF`.'))),
    'fail-on': v.optional(v.pipe(failOnSchema, v.description('From which severity on findings fail a run.'))),
    'checksum-database': v.optional(
      v.pipe(
        v.picklist(CHECKSUM_DATABASE),
        v.description(
          'Ask the checksum database about the modules in go.sum: `auto` (as go is set up), `on` (although GOSUMDB is off), `off`.',
        ),
      ),
    ),
    'build-cache': v.optional(
      v.pipe(
        v.picklist(BUILD_CACHE),
        v.description('The build cache: `trust` it as go does, `verify` its entries, or compare with a `fresh` one.'),
      ),
    ),
    private: v.optional(textList('Module path patterns, as in GOPRIVATE, that are never named to the checksum database.')),
    expect: v.optional(
      v.pipe(expectSchema, v.description('Facts of the environment that must hold before anything is downloaded or built.')),
    ),
    ignore: v.optional(
      v.pipe(
        v.array(ignoreSchema),
        v.maxLength(1000, 'must not hold more than 1000 entries'),
        v.description('Findings that are known and accepted, each with its reason.'),
      ),
    ),
    rules: v.optional(v.pipe(rulesSchema, v.description('Rule ids with the severity they have in this project, each with its reason.'))),
  }),
  v.title('goparity configuration'),
  v.description('`.goparity.yml`: what goparity builds, expects, ignores, and how severe it takes each rule.'),
)
