// What runs in the place: POSIX sh, also busybox's. The scripts are constant; all data comes as base64 words and on standard input.

const PRELUDE = String.raw`
d() { printf %s "$1" | base64 -d; }
e() { printf %s "$1" | base64 | tr -d '\n'; }
# Paths of files begin with ./, whatever their names begin with.
behind() {
  p=$1
  while :; do
    case $p in
      ./*/*) p=${'$'}{p%/*}; [ -L "$p" ] && return 0;;
      *) return 1;;
    esac
  done
}
sum() {
  if [ -L "$1" ] || behind "$1"; then echo link
  elif [ -f "$1" ]; then
    if command -v sha256sum >/dev/null 2>&1; then sha256sum <"$1"
    elif command -v shasum >/dev/null 2>&1; then shasum -a 256 <"$1"
    else openssl dgst -sha256 -r <"$1"
    fi | cut -c1-64
  elif [ -e "$1" ]; then echo other
  else echo -
  fi
}
beside() { printf '%s/.%s.goparity-new' "${'$'}{1%/*}" "${'$'}{1##*/}"; }
at() { D=$(d "$1"); case $D in '~/'*) D=$HOME/$(printf %s "$D" | cut -c3-);; esac; cd "$D" 2>/dev/null; }
PATH="$PATH:/usr/local/go/bin:/usr/lib/go/bin"
`

/**
 * Ends what a killed run left: temporary files go before the point of no return, behind it the files that were not yet renamed are.
 * A file that somebody else changed in the meantime stays as it is.
 */
const RECOVER = String.raw`
J=.goparity-sync
recover() {
  state=$(sed -n 's/^state //p' "$J")
  while read -r word file old new; do
    [ "$word" = entry ] || continue
    f=./$(d "$file"); n=$(beside "$f")
    if [ "$state" = commit ]; then
      now=$(sum "$f")
      if [ "$now" = "$old" ]; then
        if [ "$new" = - ]; then rm -f "$f"; elif [ -f "$n" ]; then mv -f "$n" "$f"; fi
      fi
    fi
    rm -f "$n"
  done <"$J"
  rm -f "$J.data" "$J.next" "$J"
  echo "recovered $state"
}
`

/** Arguments: directory, nonce, files. Prints what is there; changes nothing. */
export const LOOK: string = `${PRELUDE}${String.raw`
N=$2
at "$1" || { echo "directory -"; exit 0; }
shift 2
echo "directory $(e "$(pwd -P)")"
[ -w . ] && echo "writable yes" || echo "writable no"
g=$(command -v go 2>/dev/null) && echo "go $(e "$(go version 2>&1)")" || echo "go -"
[ "$(cd "${'$'}{GOPATH:-$HOME/go}" 2>/dev/null && pwd -P)" = "$(pwd -P)" ] && echo "gopath yes" || echo "gopath no"
[ -f .goparity-sync ] && echo "journal yes" || echo "journal no"
for w in "$@"; do
  f=./$(d "$w"); s=no
  [ -e "${'$'}{f%/*}/.goparity-nonce-$N" ] && s=yes
  echo "file $(sum "$f") $s"
done
`}`

/**
 * Arguments: directory, then for each file its path, the sum it has there, the sum it gets, and the offset and length of its content in
 * what standard input brings. All files or none.
 */
export const PUT: string = `${PRELUDE}${RECOVER}${String.raw`
exec 2>&1
fail() { echo "failed $1"; rm -f "$J.data" "$J.next"; [ -f "$J" ] && recover >/dev/null; exit 0; }
at "$1" || { echo "failed directory"; exit 0; }
shift
if [ -f "$J" ]; then
  p=$(sed -n 's/^pid //p' "$J")
  if [ -n "$p" ] && kill -0 "$p" 2>/dev/null && [ -z "$(find "$J" -mmin +10 2>/dev/null)" ]; then echo busy; exit 0; fi
  recover
fi
(set -C; printf 'pid %s\nstate begin\n' "$$" >"$J") || { if [ -f "$J" ]; then echo busy; else echo "failed journal"; fi; exit 0; }
trap 'exit 1' HUP INT TERM
cat >"$J.data" || fail data
set -- "$@" end
# The journal names every file before the first of them is written beside.
entries=
while [ "$1" != end ]; do
  entries="$entries$1 $2 $3 $4 $5
"
  shift 5
done
write_journal() {
  { printf 'pid %s\nstate %s\n' "$$" "$1"
    printf %s "$entries" | while read -r file old new offset length; do echo "entry $file $old $new"; done
  } >"$J.next" && mv -f "$J.next" "$J"
}
write_journal begin || fail journal
printf %s "$entries" | while read -r file old new offset length; do
  f=./$(d "$file")
  now=$(sum "$f")
  [ "$now" = "$old" ] || { echo "changed $file $now"; exit 3; }
  [ "$new" = - ] && continue
  n=$(beside "$f")
  mkdir -p "${'$'}{f%/*}" || exit 4
  tail -c "+$offset" "$J.data" | head -c "$length" >"$n" || exit 4
  [ "$(sum "$n")" = "$new" ] || exit 5
  if [ -f "$f" ]; then m=$(stat -c %a "$f" 2>/dev/null || stat -f %Lp "$f" 2>/dev/null) && chmod "$m" "$n"; o=$f; else chmod 644 "$n"; o=${'$'}{f%/*}; fi
  u=$(stat -c %u:%g "$o" 2>/dev/null || stat -f %u:%g "$o" 2>/dev/null) && chown "$u" "$n" 2>/dev/null
  :
done
case $? in
  0) ;;
  3) fail changed;;
  5) fail sum;;
  *) fail write;;
esac
write_journal commit || fail journal
printf %s "$entries" | while read -r file old new offset length; do
  f=./$(d "$file")
  if [ "$new" = - ]; then rm -f "$f"; else mv -f "$(beside "$f")" "$f"; fi || exit 1
done || { echo "failed rename"; exit 0; }
rm -f "$J.data" "$J"
echo done
`}`

/** Arguments: directory, then the directories of modules. `go mod download` and `go mod verify` in each; a line before each says which. */
export const DOWNLOAD: string = `${PRELUDE}${String.raw`
at "$1" || exit 2
shift
for w in "$@"; do
  m=./$(d "$w")
  echo "module $w"
  (cd "$m" 2>&1 && go mod download 2>&1 && go mod verify 2>&1) || exit 1
done
`}`

/** Arguments: directory, number of variables, the variables as `KEY=VALUE`, then a program with its arguments, which it becomes. */
export const RUN: string = `${PRELUDE}${String.raw`
at "$1" || exit 126
n=$2; shift 2
while [ "$n" -gt 0 ]; do export "$(d "$1")"; shift; n=$((n-1)); done
i=$#
while [ "$i" -gt 0 ]; do w=$(d "$1"); shift; set -- "$@" "$w"; i=$((i-1)); done
exec "$@"
`}`
