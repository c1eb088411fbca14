import { describe, expect, it } from '@jest/globals'
import { looseness, type ShellMode } from '../../../src/init/enforced.js'
import { splitShell } from '../../../src/init/shell.js'

/** `go mod verify||`: the words of each command and what follows it. */
function shown(script: string): readonly string[] {
  return splitShell(script).map(({ words, after }) => `${words.join(' ')}${after}`)
}

describe('a script', () => {
  it.each([
    ['a b\nc', ['a b;', 'c']],
    ['a && b || c; d | e & f', ['a&&', 'b||', 'c;', 'd|', 'e&', 'f']],
    ['a \\\n  b \\\n  && c', ['a b&&', 'c']],
    ['a &&\n  b', ['a&&', 'b']],
    ['# go mod verify\na # go build', ['a']],
    ['a#b', ['a#b']],
    ['echo "go mod verify; x" \'&& y\'', ['echo go mod verify; x && y']],
    ['cat <<EOF > f\ngo mod verify\nEOF\nb', ['cat;', 'b']],
    ["cat <<-'X Y'\n\tgo build\n\tX Y\nb", ['cat;', 'b']],
    ['cat <<A <<B\n1\nA\n2\nB\nc', ['cat;', 'c']],
    ['a <<< "x"; b', ['a;', 'b']],
    ['a >/dev/null 2>&1 && b', ['a&&', 'b']],
    ['a &> log; b', ['a;', 'b']],
    ['a |& b', ['a|', 'b']],
    ['(a; b) || c', ['a;', 'b||', 'c']],
    ['{ a; b; } && c', ['a;', 'b;', 'c']],
    ['if ! a; then b; else c; fi', ['a;', 'b;', 'c']],
    ['x=$(go list -m all | wc -l); a', [';', 'a']],
    ['echo ${{ inputs.a && inputs.b || 1 }} ; a', ['echo ${{ inputs.a && inputs.b || 1 }};', 'a']],
    ['a\r\nb\r\n', ['a;', 'b']],
    ['', []],
    ['"unclosed', ['unclosed']],
    ['$(unclosed', ['$(unclosed']],
  ])('%j is split into its commands', (script, commands) => {
    expect(shown(script)).toStrictEqual(commands)
  })

  it('keeps assignments before a command apart from its words', () => {
    const [command] = splitShell("GOOS=linux GOFLAGS='-mod=mod -v' go build ./... X=1")
    expect([...(command?.assignments ?? [])]).toStrictEqual([
      ['GOOS', 'linux'],
      ['GOFLAGS', '-mod=mod -v'],
    ])
    expect(command?.words).toStrictEqual(['go', 'build', './...', 'X=1'])
  })

  it('says where each command begins', () => {
    const script = 'a\n  b c \\\n d && # x\n\te'
    expect(splitShell(script).map(({ at }) => script.slice(at, at + 1))).toStrictEqual(['a', 'b', 'e'])
  })

  it.each([
    ['$(', 1],
    ['"', 1],
    ["'", 1],
    ['`', 1],
    ['\\\n', 0],
    ['<<A\n', 0],
    ['a&&', 333_334],
    ['( ', 0],
    ['${{ ', 1],
    ['$(`"', 1],
  ])('of a megabyte of %j is read without looking at it again and again', (piece, commands) => {
    expect(splitShell(piece.repeat(Math.ceil(1_000_000 / piece.length)))).toHaveLength(commands)
  })
})

const PLAIN = { errexit: true, pipefail: false }

function where(script: string, mode: ShellMode = PLAIN): string | null {
  const commands = splitShell(script)
  return looseness(
    commands,
    commands.findIndex(({ words }) => words[0] === 'v'),
    mode,
  )
}

describe('a command whose failure', () => {
  it.each([
    ['v'],
    ['v\nb'],
    ['v || exit 1\nb'],
    ['v || { echo no; exit 1; }\nb'],
    ['v || (echo no; exit 2)\nb'],
    ['v || echo no && exit 1'],
    ['v || fail "no"\nb'],
    ['v && b'],
    ['a && v\nb'],
    ['if ! v; then exit 1; fi\nb'],
    ['while v; do b; done'],
  ])('counts in %j is not loose', (script) => {
    expect(where(script)).toBeNull()
  })

  it.each([
    ['v || true', '`|| true`'],
    ['v || :\nb', '`|| :`'],
    ['v || echo "bad"\nb', '`|| echo bad`'],
    ['v && echo ok || true', '`|| true`'],
    ['v || exit 0', '`|| exit 0`'],
    ['v & b', 'background'],
    ['v | tee log', 'pipe'],
    ['v && echo ok\nb', '`&&` with more commands below'],
  ])('is lost in %j is loose, and it is said how', (script, said) => {
    expect(where(script)).toContain(said)
  })

  it.each([
    ['v\nb', 'goes on after a failure'],
    ['v; b', 'goes on after a failure'],
  ])('does not stop %j without set -e', (script, said) => {
    expect(where(script, { errexit: false, pipefail: false })).toContain(said)
  })

  it.each([['v'], ['v && b && c'], ['a; v'], ['v; test $? -eq 0'], ['v\nrc=$?\nexit $rc'], ['v || exit 1\nb']])(
    'counts in %j without set -e',
    (script) => {
      expect(where(script, { errexit: false, pipefail: false })).toBeNull()
    },
  )

  it('counts before a pipe with pipefail', () => {
    expect(where('v | tee log', { errexit: true, pipefail: true })).toBeNull()
  })
})
