/** Packages that bring a C compiler, or may. */
const COMPILER =
  /^(?:gcc|g\+\+|cc|clang|llvm|zig|tcc|musl-gcc|musl-tools|mingw|build-base|build-essential|alpine-sdk|crossbuild|go$|golang|cargo|rust|base-devel|development tools)/i
const MANAGERS = new Set(['apk', 'apt-get', 'apt', 'aptitude', 'dnf', 'yum', 'microdnf', 'tdnf', 'zypper', 'pacman'])
/** Programs that bring no compiler. */
const HARMLESS = new Set([
  'adduser',
  'addgroup',
  'cat',
  'cd',
  'chgrp',
  'chmod',
  'chown',
  'cp',
  'date',
  'echo',
  'egrep',
  'exit',
  'export',
  'false',
  'find',
  'git',
  'go',
  'grep',
  'groupadd',
  'head',
  'id',
  'install',
  'ln',
  'ls',
  'mkdir',
  'mv',
  'printf',
  'pwd',
  'rm',
  'sed',
  'set',
  'sleep',
  'strip',
  'tail',
  'test',
  'touch',
  'tr',
  'true',
  'uname',
  'unset',
  'update-ca-certificates',
  'upx',
  'useradd',
  'wc',
  '[',
  '[[',
  ':',
  'gofmt',
  'staticcheck',
  'golangci-lint',
  'govulncheck',
  'gotestsum',
  'swag',
  'sqlc',
  'templ',
  'buf',
  'ldd',
  'file',
  'sha256sum',
  'sort',
  'xargs',
])

/**
 * What a command says of the C compiler of its machine: `true` it is there afterwards, `false` nothing changed,
 * `null` it may be there afterwards.
 */
export function bringsCompiler(words: readonly string[]): boolean | null {
  const name = (words[0] ?? '').split('/').at(-1) ?? ''
  if (MANAGERS.has(name)) {
    const packages = words.slice(1).flatMap((word) => (word.startsWith('-') ? [] : word.split(/\s+/)))
    if (packages.some((word) => COMPILER.test(word.replace(/[=<>~@].*$/s, '')))) return true
    return packages.some((word) => /[$`*]|^\.?\//.test(word)) || words.some((word) => /^@|--root|-y?f$/.test(word)) ? null : false
  }
  return HARMLESS.has(name) || /^go1?[\d.]*$/.test(name) ? false : null
}
