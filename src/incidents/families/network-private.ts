import type { Fix } from '../../report/index.js'
import type { IncidentRule, Match, Sighting } from '../incident.js'
import { ABOVE, MODULE_REQUEST, hostOfUrl, isDatabaseAnswer, moduleOf, readRequest } from './network-requests.js'

/** git, which may not ask for a name; groups: URL. */
const NO_PROMPT =
  /(?:could not read (?:Username|Password) for '(https?:\/\/[^'\n]{1,300})'|Authentication failed for '(https?:\/\/[^'\n]{1,300})'|unable to access '(https?:\/\/[^'\n]{1,300})': The requested URL returned error: 40[13])/
/** The same in other languages: what is masked stays the end of the line. */
const PROMPTS_DISABLED = /(?:terminal prompts disabled|Terminal-Prompts deaktiviert|invites de terminal désactivées)/
const REFUSED =
  /(?:remote: (?:Repository not found|Not Found|Invalid username or (?:password|token)|HTTP Basic: Access denied|Support for password authentication was removed|Write access to repository not granted|The project you were looking for could not be found|Permission to \S{1,200} denied|Authentication (?:required|failed))|ERROR: (?:Repository not found|The project you were looking for)|fatal: repository '(https?:\/\/[^'\n]{1,300})' not found|fatal: [Rr]epository not found)/
/** What is hidden is told to be absent, and so is what is absent. */
const NOT_FOUND = /[Nn]ot [Ff]ound|could not be found/
const SSH =
  /(?:(?:^|[\s:])(?:[\w.-]{1,60}@)?([\w.-]{1,253}): Permission denied \([a-z,-]{1,80}\)|Host key verification failed|fatal: Could not read from remote repository|Load key "[^"\n]{1,300}": )/
/** Nobody was reached who could have refused. */
const NOT_REACHED = /Could not resolve host|ssh: connect to host|kex_exchange_identification|Connection (?:timed out|refused|reset)/
const HOST_KEY = /Host key verification failed/
const DENIED_STATUS = /: (?:unexpected status \(?)?"?(?:401 Unauthorized|407 Proxy Authentication Required)/
const ABOUT_GO = new RegExp(
  String.raw`git (?:-c \S{1,60} )*(?:ls-remote|fetch|clone)|(?:^|[\s:])go: |invalid version: |/cache/vcs/|go-get=1|Confirm the import path was entered|If this is a private repository, see|\bgo (?:get|mod|install|build|list)\b`,
)
const SSH_URL = /(?:ssh:\/\/(?:[\w.-]{1,60}@)?|\bgit@)([\w.-]{1,253})[:/]/
const CLONED =
  /git clone (?:--?\S{1,60} ){0,6}(?:https?:\/\/|ssh:\/\/|git@)(?:[^\s@/]{1,100}@)?([\w.-]{1,253}[:/][\w./~-]{1,300}?)(?:\.git)?(?=\s|$)/

function urlIn(text: string): string | undefined {
  for (const pattern of [NO_PROMPT, REFUSED]) {
    const url = pattern
      .exec(text)
      ?.slice(1)
      .find((group) => group !== undefined)
    if (url !== undefined) return url
  }
  return undefined
}

function hostNear(match: Match): string {
  const near = match.near.filter((line) => Math.abs(line.index - match.line.index) <= ABOVE)
  for (const { text } of [match.line, ...near]) {
    const url = urlIn(text)
    if (url !== undefined) return hostOfUrl(url)
    const ssh = SSH.exec(text)?.[1] ?? SSH_URL.exec(text)?.[1]
    if (ssh !== undefined) return ssh.toLowerCase()
  }
  return readRequest(match)?.host ?? ''
}

function read(match: Match): Sighting | null {
  const { text } = match.line
  const above = match.near.filter((line) => line.index < match.line.index && match.line.index - line.index <= ABOVE)
  // What the database could not see either is its rule's.
  if (isDatabaseAnswer(match)) return null
  const cloned = above.map((line) => CLONED.exec(line.text)?.[1]).find((path) => path !== undefined)
  const module = moduleOf(match)[0] ?? cloned?.replace(':', '/')
  const host = hostNear(match) || (module?.split('/', 1)[0] ?? '')
  const around = match.near.filter((line) => Math.abs(line.index - match.line.index) <= ABOVE)
  if (around.some((line) => NOT_REACHED.test(line.text))) return null
  const isHostKey = around.some((line) => HOST_KEY.test(line.text))
  const isSsh = (SSH.test(text) && urlIn(text) === undefined && !REFUSED.test(text)) || text.trim().startsWith('ERROR: ')
  // A proxy that could not see it says what git told it there: here git may have more rights.
  const asked = above.filter((line) => MODULE_REQUEST.test(line.text))
  return {
    culprit: { ...(module === undefined ? {} : { module }), ...(host !== '' ? { host } : module === undefined ? { tool: 'git' } : {}) },
    details: [MODULE_REQUEST.test(text) ? '#proxy' : isHostKey ? '#host-key' : isSsh ? '#ssh' : '#https'],
    evidence: asked,
    ...(isHostKey || asked.length > 0 || NOT_FOUND.test(text) ? { confidence: 'likely' } : {}),
  }
}

/** The machine line of .netrc, which git, curl and go itself read. */
function netrc(host: string, isProxy = false): Fix {
  // curl, and so git, looks for the name without its port; go for the address as it stands in GOPROXY.
  const machine = isProxy ? host : host.replace(/:\d{1,5}$/, '')
  return {
    command: `printf 'machine %s login %s password %s\\n' ${machine} "$GIT_USER" "$GIT_TOKEN" >> ~/.netrc && chmod 600 ~/.netrc`,
    why: 'With GIT_USER and GIT_TOKEN from the secrets of the job (a token that may read there): git and go both read ~/.netrc.',
  }
}

/** A repository asks who is there. */
export const privateAuth: IncidentRule = {
  id: 'network/private-auth',
  summary: 'A private module needs credentials',
  confidence: 'certain',
  wordings: [
    { anchor: 'could not read ', when: [NO_PROMPT, ABOUT_GO], reach: 10 },
    { anchor: 'rompts', when: [PROMPTS_DISABLED, ABOUT_GO], reach: 10 },
    { anchor: 'Authentication failed for', when: [NO_PROMPT, ABOUT_GO], reach: 8 },
    { anchor: 'returned error: 40', when: [NO_PROMPT, ABOUT_GO], reach: 8 },
    ...['remote: ', 'ERROR: ', 'epository'].map((anchor) => ({ anchor, when: [REFUSED, ABOUT_GO] as const, reach: 10 })),
    ...['ermission denied (', 'Host key verification', 'Could not read from remote'].map((anchor) => ({
      anchor,
      when: [SSH, ABOUT_GO] as const,
      reach: 10,
    })),
    { anchor: '/@v/', when: [MODULE_REQUEST, DENIED_STATUS], reach: 0 },
    { anchor: '/@latest', when: [MODULE_REQUEST, DENIED_STATUS], reach: 0 },
    { anchor: '?go-get=1', when: [MODULE_REQUEST, /: "?40[13] |status code 40[13]/], reach: 0, confidence: 'likely' },
  ],
  read,
  explain({ culprit, details }) {
    const host = culprit.host ?? 'git'
    const [kind = '#https'] = details
    const module = culprit.module ?? 'a module'
    const owner = (culprit.module ?? '').split('@', 1)[0]?.split('/').slice(0, 2).join('/') ?? ''
    const isHost = /^[\w.-]+(?::\d{1,5})?$/.test(host) && host !== 'git'
    const privately: readonly Fix[] =
      owner === '' || kind === '#proxy'
        ? []
        : [
            {
              command: `go env -w GOPRIVATE=${owner}`,
              why: 'Once it is reached (list other patterns beside it, with commas): go then asks the repository itself, and neither the public proxy nor the checksum database.',
            },
          ]
    return {
      cause:
        (kind === '#proxy'
          ? `The module proxy ${host} wants to know who asks before it gives ${module}. `
          : kind === '#host-key'
            ? `git does not know the key of ${host} and, in a job, cannot ask whether it is the right one; ${module} was not fetched. `
            : kind === '#ssh'
              ? `git reached ${host} over ssh, and no key that this job has may read the repository of ${module}. `
              : `${host} does not give the repository of ${module} to somebody unknown, and git may not ask for a name in a job. `) +
        'Either it is private and the job has no credentials for it, or it does not exist (such servers answer the same): check the path first. On a machine with access the same commit builds.',
      fix: [
        ...(kind === '#host-key'
          ? [
              {
                edit: `Add the keys of ${host}, as its operator publishes them, to ~/.ssh/known_hosts.`,
                why: 'Fetching them unchecked (ssh-keyscan) trusts whoever answers.',
              },
            ]
          : kind === '#ssh'
            ? [
                {
                  edit: 'Give the job a key that may read the repository (a deploy key in ssh-agent).',
                  why: 'A key of the project’s own repository does not open another one.',
                },
                ...(isHost
                  ? [
                      {
                        command: `git config --global url."https://${host}/".insteadOf "ssh://git@${host}/" && git config --global --add url."https://${host}/".insteadOf "git@${host}:"`,
                        why: 'Or fetch over https instead, with a token (next line), or without one where the repository is public.',
                      },
                      netrc(host),
                    ]
                  : []),
              ]
            : isHost
              ? [netrc(host, kind === '#proxy')]
              : [
                  {
                    edit: 'Give git credentials for the host of the repository (~/.netrc or a credential helper).',
                    why: 'go fetches with the rights that git has.',
                  },
                ]),
        ...privately,
      ],
    }
  },
  doc:
    'go fetches repositories with git and does not let it ask for a password. The token that a job has for its own repository mostly does not open others. ' +
    'GIT_TERMINAL_PROMPT=1 makes the job wait for ever; GOSUMDB=off and GOINSECURE give no rights. See https://go.dev/doc/faq#git_https and https://go.dev/ref/mod#private-modules.',
}
