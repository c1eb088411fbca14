import type { Fix } from '../../report/index.js'
import type { IncidentFacts, IncidentRule } from '../incident.js'
import { installFixes } from '../install.js'
import { enumerate } from '../words.js'
import { BROKEN_OFF, GIT_HOST, MODULE_REQUEST, SWITCHED_OFF, isDatabaseAnswer, moduleOf, readRequest } from './network-requests.js'
import { privateAuth } from './network-private.js'

const DEFAULT_PROXY = 'proxy.golang.org'

function hostOf(host: string | undefined): string {
  return host === undefined || host === '' ? 'the server' : host
}

function modulesIn(details: readonly string[]): readonly string[] {
  return details.filter((detail) => !detail.startsWith('#') && !detail.startsWith('!'))
}

/** What was answered; marked among the details. */
function answerOf(details: readonly string[]): string {
  return details.find((detail) => detail.startsWith('!'))?.slice(1) ?? ''
}

/** Ways to the modules when this host does not lead to them. */
function otherWays(host: string): readonly Fix[] {
  return [
    host === DEFAULT_PROXY
      ? {
          command: 'GOPROXY=direct go mod download',
          why: 'Where only the public proxy is out of reach: fetches from the repositories themselves. go.sum still guards what comes.',
        }
      : {
          edit: `Set GOPROXY to a proxy that this machine reaches; \`go env GOPROXY\` shows what is set now, and Go's default is \`https://${DEFAULT_PROXY},direct\`.`,
          why: 'go asks the next entry behind a comma only after 404 and 410, behind a `|` after any failure.',
        },
  ]
}

const again: Fix = {
  command: 'go mod download',
  why: 'Tries again: what failed in passing works the second time, and what is already in the module cache is not fetched again.',
}

const NO_SUCH_HOST =
  /(?:dial (?:tcp|udp)\d?: )?lookup "?([\w.-]{1,253})"?(?: on \[?[\w.:%-]{1,60}\]?:\d{1,5}| on \S{1,60})?: (no such host|server misbehaving|[Tt]emporary failure in name resolution|[Nn]ame or service not known|nodename nor servname provided[^\n]{0,30}|i\/o timeout|read udp [^\n]{1,120}|dial udp [^\n]{1,120}|[Nn]o such host is known|getaddrinfow: [^\n]{1,80}|device or resource busy|No address associated with hostname|[^\n]{0,40}connection refused)/
const NOT_RESOLVED = /Could not resolve (?:host(?:name)?|proxy):? ['"]?([\w.-]{1,253})/i

const dns: IncidentRule = {
  id: 'network/dns',
  summary: 'A host name cannot be resolved',
  confidence: 'certain',
  wordings: [
    { anchor: 'lookup ', when: [NO_SUCH_HOST, MODULE_REQUEST], reach: 0 },
    { anchor: 'lookup ', when: [NO_SUCH_HOST, /(?:^|\s)go: /], reach: 0 },
    { anchor: 'ould not resolve ', when: [NOT_RESOLVED, GIT_HOST], reach: 4 },
    { anchor: 'ould not resolve ', when: [NOT_RESOLVED], confidence: 'likely' },
  ],
  read(match) {
    if (isDatabaseAnswer(match)) return null
    return { culprit: { host: match.part(1).replace(/\.$/, '').toLowerCase() }, details: [`!${match.part(2)}`, ...moduleOf(match)] }
  },
  explain({ culprit, details }) {
    const host = hostOf(culprit.host)
    const modules = modulesIn(details)
    const passing = /timeout|misbehaving|[Tt]emporary|read udp|dial udp|refused/.test(answerOf(details))
    return {
      cause:
        `The name ${host} cannot be resolved here${answerOf(details) === '' ? '' : ` (${answerOf(details).slice(0, 160)})`}` +
        (modules.length === 0 ? '' : `, so ${enumerate(modules)} cannot be fetched`) +
        '. Either the job has no network or no DNS server (a container with `--network none`, a sandboxed build step), the name exists only in another network (VPN), or it is misspelt.',
      fix: [
        ...(passing ? [again] : []),
        {
          edit: `Let the job resolve ${host}: its network, its DNS server (/etc/resolv.conf, \`--dns\` of the container), or the VPN in which the name exists.`,
          why: 'Then go reaches the host.',
        },
        ...otherWays(host),
        {
          edit: 'Or fetch before the network ends: `go mod download` in an earlier step with the module cache kept, or `go mod vendor` and a committed vendor folder.',
          why: 'What is in the module cache or in vendor/ is not asked for again.',
        },
      ],
    }
  },
  doc:
    'go could not turn the name of a module proxy or of a repository into an address. GOFLAGS=-insecure, GONOSUMDB and GOSUMDB=off do not help: nothing was verified yet. ' +
    'A name of a company’s network needs that network; GOPROXY=off only changes the message. See https://go.dev/ref/mod#goproxy-protocol.',
}

const X509 =
  /(?:x509: (\S[^\n]{0,300})|tls: (?:failed to verify certificate|handshake failure|unknown certificate|bad certificate|first record does not look like)[^\n]{0,200}|remote error: tls: [^\n]{1,100})/
const GIT_SSL =
  /(?:SSL certificate problem: (\S[^\n]{0,200})|server certificate verification failed\.?([^\n]{0,200})|SSL: no alternative certificate subject name([^\n]{0,200})|SSL_ERROR_SYSCALL|schannel: [^\n]{1,200}|gnutls_handshake\(\) failed[^\n]{0,200})/

const EXPIRED = /expired|not yet valid/
const OTHER_NAME =
  /certificate is (?:valid for|not valid for)|alternative certificate|cannot validate certificate|IP SANs|not valid for any names|legacy Common Name/

function certificateFixes(host: string, said: string, isPublic: boolean, isGit: boolean, facts: IncidentFacts): readonly Fix[] {
  if (EXPIRED.test(said))
    return [
      {
        edit: `Set the clock of the machine (\`date -u\`), or have the certificate of ${host} renewed.`,
        why: 'A certificate counts only between its two dates.',
      },
    ]
  if (OTHER_NAME.test(said))
    return [
      {
        edit: `Use the name for which the certificate was issued (GOPROXY, the URL of the repository), or have one issued for ${host}.`,
        why: 'A certificate is accepted only for the name that was asked for.',
      },
    ]
  const authorities = installFixes(
    { apt: 'ca-certificates', apk: 'ca-certificates', dnf: 'ca-certificates' },
    'the list of public certificate authorities',
    facts,
  )
  const own: Fix = {
    edit: `When the authority is your own: put its certificate into the machine's list (/usr/local/share/ca-certificates/NAME.crt and \`update-ca-certificates\`), or set ${isGit ? 'GIT_SSL_CAINFO' : 'SSL_CERT_FILE'} to a PEM file with it${isGit ? ' (SSL_CERT_FILE for go itself)' : ' (GIT_SSL_CAINFO for git)'}.`,
    why: 'Go on Linux reads the system list, or SSL_CERT_FILE in its place; git has a setting of its own.',
  }
  return isPublic ? [...authorities, own] : [own, ...authorities]
}

const tlsUntrusted: IncidentRule = {
  id: 'network/tls-untrusted',
  summary: 'A certificate is not trusted',
  confidence: 'certain',
  wordings: [
    { anchor: 'x509: ', when: [X509, MODULE_REQUEST], reach: 0 },
    { anchor: 'x509: ', when: [X509, /(?:^|\s)go: |\bgo (?:mod|get|install|build)\b/], reach: 0, confidence: 'likely' },
    { anchor: 'tls: ', when: [X509, MODULE_REQUEST], reach: 0 },
    { anchor: 'ertificate', when: [GIT_SSL, GIT_HOST], reach: 4 },
    { anchor: 'gnutls_handshake', when: [GIT_SSL, GIT_HOST], reach: 4, confidence: 'likely' },
    { anchor: 'schannel', when: [GIT_SSL, GIT_HOST], reach: 4, confidence: 'likely' },
  ],
  read(match) {
    const { text } = match.line
    const said = [1, 2, 3].map((at) => match.part(at)).find((part) => part !== '') ?? X509.exec(text)?.[0] ?? ''
    if (isDatabaseAnswer(match)) return null
    const request = readRequest(match)
    const git = GIT_SSL.test(text) && !X509.test(text)
    return {
      culprit: request === null ? { tool: git ? 'git' : 'go' } : { host: request.host },
      details: [`!${said}`, git ? '#git' : '#go', ...moduleOf(match)],
    }
  },
  explain({ culprit, details }, facts: IncidentFacts) {
    const host = hostOf(culprit.host)
    const said = answerOf(details)
    const modules = modulesIn(details)
    const isPublic = /(?:^|\.)(?:golang\.org|github\.com|gitlab\.com|bitbucket\.org|google\.com|googleapis\.com|gopkg\.in)$/.test(host)
    return {
      cause:
        `${host} shows a certificate that is not trusted here${said === '' ? '' : ` (${said.slice(0, 200).trim()})`}` +
        (modules.length === 0 ? '' : `; ${enumerate(modules)} cannot be fetched`) +
        '. ' +
        (EXPIRED.test(said)
          ? 'It has run out, or the clock of this machine is wrong.'
          : OTHER_NAME.test(said)
            ? 'It belongs to another name than the one that was asked for.'
            : isPublic
              ? 'The image has no list of certificate authorities, or a company proxy that opens encrypted connections stands in between.'
              : 'Mostly it comes from an authority of the company that this machine or image does not know.'),
      fix: certificateFixes(host, said, isPublic, details.includes('#git'), facts),
    }
  },
  doc:
    'Go and git refuse a server whose certificate no known authority has signed. GOINSECURE, -insecure, GIT_SSL_NO_VERIFY and http:// switch the check off for everybody in between; give the machine the authority instead. ' +
    'See https://pkg.go.dev/crypto/x509 (SSL_CERT_FILE, SSL_CERT_DIR).',
}

const FAILED_CONNECTION =
  /(?:(?:dial|read|write|proxyconnect) (?:tcp|unix)\b|connection (?:refused|reset by peer|timed out)|i\/o timeout|TLS handshake timeout|(?:unexpected )?EOF|context deadline exceeded|Client\.Timeout|net\/http: [^\n]{1,120}|http2: [^\n]{1,120}|stream error: [^\n]{1,120}|server gave HTTP response to HTTPS client|network is unreachable|no route to host|Forbidden|Bad Gateway|Service Unavailable|Proxy Authentication Required|malformed HTTP response[^\n]{0,60})/
const STATUS = /: (?:unexpected status \(?)?"?([45]\d\d) ([A-Z][A-Za-z' -]{1,40}|status code \d{3})/
const GIT_FAILED =
  /(?:Failed to connect to ([\w.-]{1,253})[^\n]{0,120}|Connection (?:timed out|refused|reset by peer)[^\n]{0,60}|Could not connect to server|Operation timed out[^\n]{0,60}|Connection was reset|The requested URL returned error: 5\d\d|(?:early EOF|RPC failed; [^\n]{1,120})|Network is unreachable|Empty reply from server|Received HTTP code \d{3} from proxy[^\n]{0,60}|kex_exchange_identification: [^\n]{1,80}|ssh: connect to host ([\w.-]{1,253}) port \d{1,5}: [^\n]{1,60})/

const proxyUnreachable: IncidentRule = {
  id: 'network/proxy-unreachable',
  summary: 'Modules cannot be fetched',
  confidence: 'certain',
  wordings: [
    ...['/@v/', '/@latest', '?go-get=1'].flatMap((anchor) => [
      { anchor, when: [MODULE_REQUEST, FAILED_CONNECTION] as const, reach: 0 },
      { anchor, when: [MODULE_REQUEST, STATUS] as const, reach: 0, confidence: 'likely' as const },
    ]),
    ...['onnect', 'requested URL returned', 'timed out', 'RPC failed', 'early EOF', 'nreachable', 'kex_exchange'].map((anchor) => ({
      anchor,
      when: [GIT_FAILED, GIT_HOST] as const,
      reach: 4,
    })),
    ...['stream error', 'unexpected EOF', 'read tcp', 'dial tcp', 'http2: ', 'net/http: ', 'deadline exceeded'].map((anchor) => ({
      anchor,
      when: [BROKEN_OFF] as const,
    })),
    { anchor: 'disabled by GOPROXY=off', when: [SWITCHED_OFF] },
  ],
  read(match) {
    const { text } = match.line
    const off = SWITCHED_OFF.exec(text)
    if (off !== null) {
      const [, path, version] = off
      const module = path === undefined ? moduleOf(match)[0] : version === undefined ? path : `${path}@${version}`
      return {
        culprit: { ...(module === undefined ? {} : { module }), key: 'GOPROXY' },
        details: ['#off'],
      }
    }
    const broken = BROKEN_OFF.exec(text)
    if (broken !== null) {
      const module = `${broken[1] ?? ''}@${broken[2] ?? ''}`
      return { culprit: { module }, details: [`!${broken[3] ?? ''}`], ...(text.endsWith('EOF') ? { confidence: 'likely' } : {}) }
    }
    const request = readRequest(match)
    if (request === null || isDatabaseAnswer(match)) return null
    const status = GIT_FAILED.test(text) ? undefined : STATUS.exec(text)?.[1]
    const missing = status === '404' || status === '410'
    const responses = match.after.slice(0, 3).filter((line) => /^\s*(?:server response:|not found:|bad request:)/.test(line.text))
    const modules = moduleOf(match)
    const [module] = modules
    const culprit = missing && module !== undefined ? { module, host: request.host } : { host: request.host }
    return {
      culprit,
      details: [`!${request.answer}`, ...(missing ? ['#missing'] : status === undefined ? [] : [`#${status}`]), ...modules],
      evidence: responses,
      ...(status !== undefined && Number(status) >= 500
        ? { confidence: 'certain' as const }
        : /Forbidden|Authentication Required/.test(request.answer)
          ? { confidence: 'likely' as const }
          : {}),
    }
  },
  explain({ culprit, details }) {
    const host = hostOf(culprit.host)
    const modules = modulesIn(details)
    const answer = answerOf(details).slice(0, 200)
    if (details.includes('#missing')) {
      const path = (culprit.module ?? '').split('@', 1)[0] ?? ''
      return {
        cause:
          `${host} does not have ${culprit.module ?? enumerate(modules)} (${answer}). The version or the module does not exist, is misspelt or was removed, ` +
          `or the module is private and this server may not see it. go cannot build without it.`,
        fix: [
          {
            command: `go list -m -versions ${path}`,
            why: 'When it is public: shows which versions there are. Require one of them, or correct the path.',
          },
          {
            command: `go env -w GOPRIVATE=${path.split('/').slice(0, 2).join('/')}`,
            why: 'Only when it is private (list other patterns beside it, with commas): go then asks the repository itself, with the rights that git has here.',
          },
        ],
      }
    }
    if (details.includes('#off'))
      return {
        cause: `GOPROXY=off forbids go to fetch anything, and ${culprit.module ?? 'a module that the build needs'} is neither in the module cache nor in a vendor folder.`,
        fix: [
          {
            command: `GOPROXY=https://${DEFAULT_PROXY},direct go mod download`,
            why: 'Where the network may be used: fills the module cache, from which the build with GOPROXY=off then takes what it needs.',
          },
          {
            edit: 'Where it may not: bring the modules along (`go mod vendor` and a committed vendor folder, a restored module cache, a new vendorHash for Nix).',
            why: 'The build then needs nobody. A change of go.mod needs them brought anew.',
          },
        ],
      }
    const refused = details.find((detail) => /^#4\d\d$/.test(detail))
    return {
      cause:
        `${host} did not deliver${modules.length === 0 ? ' the modules' : ` ${enumerate(modules)}`}: ${answer === '' ? 'no answer' : answer}. ` +
        (refused === undefined
          ? 'It is down or overloaded, or a firewall or a proxy of the network stands in between. '
          : 'It was reached and refuses: this module is blocked there, or the server wants credentials. ') +
        'The code is not the reason; a machine that reaches it builds the same commit.',
      fix: [...(refused === undefined ? [again] : []), ...otherWays(host)],
    }
  },
  doc:
    'go got no module from a proxy (GOPROXY) or a repository. HTTPS_PROXY and NO_PROXY count for go too. GOFLAGS=-mod=mod, GONOSUMDB or deleting go.sum change nothing about the network. ' +
    'Keeping the module cache between jobs, or a vendor folder, makes builds need the network less. See https://go.dev/ref/mod#environment-variables (GOPROXY).',
}

/** What keeps go from the modules, in causal order: without a name no connection, without a connection no right. */
export const networkRules: readonly IncidentRule[] = [dns, tlsUntrusted, privateAuth, proxyUnreachable]
