/** Words that make the name they end a secret's. */
const SECRET_WORDS: ReadonlySet<string> = new Set([
  'token',
  'secret',
  'password',
  'passwd',
  'passphrase',
  'pwd',
  'credential',
  'credentials',
  'signature',
  'sig',
  'jwt',
  'cookie',
  'apikey',
  'accesskey',
  'secretkey',
  'privatekey',
  'authtoken',
  'accesstoken',
  'pat',
  'webhook',
])

/** What makes a key a secret one: `CACHE_KEY` is none, `API_KEY` is. */
const KEY_WORDS: ReadonlySet<string> = new Set([
  'api',
  'access',
  'account',
  'auth',
  'private',
  'secret',
  'signing',
  'sign',
  'encryption',
  'deploy',
  'ssh',
  'gpg',
  'storage',
  'master',
  'session',
  'license',
  'service',
])

/** Last words that name something about a secret, not the secret: `TOKEN_FILE=/run/token`. */
const ABOUT: ReadonlySet<string> = new Set([
  'file',
  'path',
  'dir',
  'name',
  'url',
  'uri',
  'endpoint',
  'length',
  'type',
  'count',
  'stdin',
  'expiry',
  'ttl',
  'enabled',
])

/** Names that are secret in a query string and nowhere else. */
const QUERY_NAMES: ReadonlySet<string> = new Set(['key', 'auth', 'sig', 'credential', 'pass', 'code'])

/** Names longer than this are judged by their end. */
const LONGEST = 128

function wordsOf(name: string): readonly string[] {
  return name
    .slice(-LONGEST)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '')
}

/** Whether a variable, flag or field of this name holds a secret: `GITHUB_TOKEN`, `main.apiKey`, `--password`. */
export function isSecretName(name: string): boolean {
  if (name.toLowerCase() === '_auth') return true
  const words = wordsOf(name)
  const last = words.at(-1) ?? ''
  if (SECRET_WORDS.has(last)) return true
  if (last === 'key' && KEY_WORDS.has(words.at(-2) ?? '')) return true
  return (words.includes('secret') || words.includes('password')) && !ABOUT.has(last)
}

/** As `isSecretName`, for a parameter of a URL, where `key` and `sig` alone are secrets. */
export function isSecretParameter(name: string): boolean {
  return QUERY_NAMES.has(name.toLowerCase()) || isSecretName(name)
}
