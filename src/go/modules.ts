import type { Go, GoResult } from './go.js'

/** Room for the build list of 100,000 modules. */
const MAX_LIST_BYTES = 256 * 1024 * 1024

export interface ListModulesOptions {
  /** Patterns or paths; default: `all`, the build list. */
  readonly patterns?: readonly string[]
}

/** What a command printed on standard output, or how it failed. */
export type GoOutput =
  | { readonly ok: true; readonly json: string; readonly result: GoResult }
  | { readonly ok: false; readonly result: GoResult }

/**
 * The build list: `go list -m -e -mod=readonly -json all`, objects one after the other (`parseListedModules` reads them).
 * Works with lines missing in go.sum, absent replacements and a vendor folder; needs the go.mod files of the modules, not their zips.
 * Fails (`ok: false`) for a wrong hash of a go.mod file, a malformed go.sum, a go line that is too new.
 */
export async function listModules(go: Go, options: ListModulesOptions = {}): Promise<GoOutput> {
  const { patterns = ['all'] } = options
  // `-mod=readonly` beats a vendor folder and a -mod in GOFLAGS, and works in workspaces, too; `-mod=mod` would write go.sum.
  const args = ['list', '-m', '-e', '-mod=readonly', '-json', '--', ...patterns]
  const result = await go.run(args, { maxOutputBytes: MAX_LIST_BYTES })
  return result.exitCode === 0 && !result.stdout.truncated ? { ok: true, json: result.stdout.text, result } : { ok: false, result }
}

/**
 * What keeps packages from loading, by `go list -e -deps -test ./...`: the text of each error, `[]` when the command itself fails.
 * Used for one question, which modules without a line in go.sum are needed.
 */
export async function listPackageErrors(go: Go): Promise<readonly string[]> {
  const format = '{{with .Error}}{{printf "%q" .Err}}{{end}}'
  const result = await go.run(['list', '-e', '-mod=readonly', '-deps', '-test', '-f', format, './...'], { maxOutputBytes: MAX_LIST_BYTES })
  return result.exitCode === 0 ? result.stdout.text.split('\n').filter((line) => line !== '') : []
}
