import { shellWord } from '../environment/index.js'
import type { EarlierCall } from './earlier.js'
import { HOOK_VERSION, withHeader } from './header.js'
import { PATHSPECS, type HookName, type HookPolicy } from './names.js'
import { looksForChange } from './script-change.js'

/** How goparity was started when the hook was written. Absolute paths of this machine. */
export interface Program {
  readonly node: string
  readonly cli: string
}

/** What a hook is made of. */
export interface HookOptions {
  /** As `goparity sync` reads it; without control characters. */
  readonly place: string
  readonly policy: HookPolicy
  /** `null`: whatever `goparity` is on PATH, or in node_modules. */
  readonly program: Program | null
  /** The hook that was there before; `null` when there was none. */
  readonly earlier: EarlierCall | null
  readonly madeFolder: boolean
}

const ABOUT = [
  '# Written by `goparity hook install`: brings go.mod, go.sum, go.work, go.work.sum and vendor/modules.txt to another place when',
  '# they change. `goparity hook uninstall` takes it away and puts back what was here before. Do not edit it: install it again.',
]

function callsEarlier(name: HookName, { file, shell }: EarlierCall): readonly string[] {
  // The hook is read under the name that it had, and asks for that.
  const read = shellWord(`. "\${0%/*}/${file}"`)
  const call =
    shell.length === 0 ? `"$goparity_folder/${file}" "$@"` : `${shell.map(shellWord).join(' ')} -c ${read} "$goparity_folder/${name}" "$@"`
  return [
    '# The hook that was here before: it has the first word, and the same arguments and standard input.',
    'case $0 in',
    '*/*) goparity_folder=${0%/*} ;;',
    '*) goparity_folder=. ;;',
    'esac',
    `if [ -x "$goparity_folder/${file}" ]; then`,
    `  ${call} || exit "$?"`,
    'fi',
    '',
  ]
}

function findsProgram(program: Program | null): readonly string[] {
  const elsewhere = [
    'elif command -v goparity >/dev/null 2>&1; then',
    '  set -- goparity',
    // Never asks the network, and never installs anything.
    'elif npm_config_offline=true npx --no-install goparity --version </dev/null >/dev/null 2>&1; then',
    '  set -- npx --no-install goparity',
    'fi',
  ]
  if (program === null) return [...elsewhere.slice(0, 1).map((line) => line.slice(2)), ...elsewhere.slice(1)]
  return [
    `node=${shellWord(program.node)}`,
    `cli=${shellWord(program.cli)}`,
    'if [ -f "$cli" ] && [ -x "$node" ]; then',
    '  set -- "$node" "$cli"',
    'elif [ -f "$cli" ] && command -v node >/dev/null 2>&1; then',
    '  set -- node "$cli"',
    ...elsewhere,
  ]
}

/** Says a variable of the shell and what follows from it. */
function say(start: string, rest: string): string {
  return `  printf 'goparity: %s\\n' "${start}"${shellWord(rest)} >&2`
}

/** What is said and done when goparity cannot be started, and when it ended with another exit code than 0. */
function endsOf(
  name: HookName,
  { place, policy }: HookOptions,
): { readonly missing: readonly string[]; readonly failed: readonly string[] } {
  const missing = '$missing'
  const failed = 'goparity sync ended with exit code $code'
  const mend = 'put it on PATH, or run goparity hook install again'
  if (name === 'pre-commit' && policy === 'block') {
    const wayOut = 'to commit all the same: git commit --no-verify'
    return {
      missing: [say(missing, ` is not found, so nothing is committed: ${mend}; ${wayOut}`), '  exit 2'],
      failed: [say(failed, `, so nothing is committed; ${wayOut}`), '  exit "$code"'],
    }
  }
  return {
    missing: [say(missing, ` is not found, so go.mod and go.sum were not brought to ${place}: ${mend}`), '  exit 0'],
    failed: [say(failed, `, so go.mod and go.sum may not be in ${place}; try: goparity sync ${shellWord(place)}`)],
  }
}

/**
 * The text of a hook: POSIX sh, for every shell that git may find. It calls the earlier hook, asks git whether one of the files is
 * concerned, and starts goparity only then. The environment stays as git made it: the index of a partial commit is named there.
 */
export function hookScript(name: HookName, options: HookOptions): string {
  const { place, policy, program, earlier, madeFolder } = options
  const ends = endsOf(name, options)
  const lines = [
    ...ABOUT,
    '',
    ...(earlier === null ? [] : callsEarlier(name, earlier)),
    '# Whether git sees a difference in one of the files; also when it cannot tell.',
    'differs() {',
    `  ! GIT_LITERAL_PATHSPECS=0 GIT_OPTIONAL_LOCKS=0 git "$@" -- ${PATHSPECS.map(shellWord).join(' ')} 2>/dev/null`,
    '}',
    '',
    ...looksForChange(name, policy),
    '',
    'set --',
    ...findsProgram(program),
    'if [ "$#" -eq 0 ]; then',
    ...(program === null ? ['  missing=goparity'] : ['  missing=goparity', '  [ -f "$cli" ] && missing=node']),
    ...ends.missing,
    'fi',
    'code=0',
    `"$@" sync --hook ${name} --policy ${policy} $pending ${shellWord(place)} </dev/null || code=$?`,
    'if [ "$code" -ne 0 ]; then',
    ...ends.failed,
    'fi',
    'exit 0',
    '',
  ]
  return withHeader({ version: HOOK_VERSION, name, place, policy, madeFolder }, lines)
}
