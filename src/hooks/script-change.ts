import type { HookName, HookPolicy } from './names.js'

/** Each ends the hook when nothing is concerned; each leaves `concerned` empty when only what waits is to be looked for. */
const CHANGES: Readonly<Record<HookName, readonly string[]>> = {
  // Without a first commit git compares with nothing.
  'pre-commit': ['differs diff --cached --quiet --no-ext-diff && concerned=1'],
  'post-merge': [
    '# A merge that is only staged (--squash) comes by the next commit.',
    '[ "$1" = 1 ] && exit 0',
    '# A history that only begins has nothing to compare with.',
    'old=$(git rev-parse -q --verify ORIG_HEAD) || old=$(git hash-object -t tree /dev/null)',
    'differs diff-tree -r --quiet "$old" HEAD && concerned=1',
  ],
  'post-checkout': [
    '# Only another branch or commit, not single files; not the first checkout of a clone or of a new working tree.',
    '[ "$3" = 1 ] && [ "$1" != "$2" ] || exit 0',
    'case $1 in *[!0]*) ;; *) exit 0 ;; esac',
    'if differs diff-tree -r --quiet "$1" "$2"; then',
    '  concerned=1',
    '  # A rebase that picks commits ends with post-rewrite, which looks at all of it; one that has none to pick ends here.',
    '  todo=$(git rev-parse --git-path rebase-merge/git-rebase-todo)',
    '  if [ -f "$todo" ]; then',
    '    while read -r command rest; do',
    '      case $command in p | pick | r | reword | e | edit | s | squash | f | fixup | m | merge) exit 0 ;; esac',
    '    done <"$todo"',
    '  else',
    '    case $(git reflog -1 --no-show-signature --format=%gs HEAD 2>/dev/null) in',
    `    *'(start): checkout'*) git merge-base --is-ancestor "$1" "$2" || exit 0 ;;`,
    '    esac',
    '  fi',
    'fi',
  ],
  'post-rewrite': [
    '# An amended commit went through pre-commit.',
    '[ "$1" = rebase ] || exit 0',
    '# What was checked out before the rebase began, and whether a person committed in the midst of it.',
    "old=$(git reflog --no-show-signature --format='%H %gs' HEAD 2>/dev/null | {",
    '  started= committed=',
    '  while read -r commit said; do',
    '    if [ -n "$started" ]; then',
    '      [ -n "$committed" ] || echo "$commit"',
    '      exit 0',
    '    fi',
    '    case $said in',
    // With both brackets: the sh of macOS counts them inside of $( ).
    "    (*'(start): checkout'*) started=1 ;;",
    '    (commit*) committed=1 ;;',
    '    esac',
    '  done',
    '  git rev-parse -q --verify ORIG_HEAD',
    '})',
    'if [ -z "$old" ]; then',
    '  concerned=1',
    'else',
    '  differs diff-tree -r --quiet "$old" HEAD && concerned=1',
    'fi',
  ],
}

/** With the policy `queue` something may wait since an earlier hook: the ledger of sync says so. */
const WAITING = [
  'if [ -z "$concerned" ]; then',
  '  common=$(git rev-parse --git-common-dir) || exit 0',
  `  grep -q '"pending": {' "$common"/goparity/sync-*.json 2>/dev/null || exit 0`,
  '  pending=--pending',
  'fi',
]

/** The lines that decide whether goparity is started, and with what: they end the hook, or leave `pending`. */
export function looksForChange(name: HookName, policy: HookPolicy): readonly string[] {
  return ['concerned= pending=', ...CHANGES[name], ...(policy === 'queue' ? WAITING : ['[ -n "$concerned" ] || exit 0'])]
}
