import type { Match } from '../incident.js'
import { unescapeModule } from '../../modules/index.js'
import { VERSION } from '../words.js'

/** A request that only the go command makes, for a module; groups: URL with its host, and what was answered. */
export const MODULE_REQUEST: RegExp =
  /(?:reading|read|Get|Head|https fetch:|http fetch:) \\?"?(https?:\/{1,2}[^\s"\\]{1,600}?(?:\/@v\/(?:list|[^\s"/]{1,200}?\.(?:info|mod|zip))|\/@latest|\?go-get=1))(?:\\?"|(?=[\s:]))/
/** git at work on a repository; groups: URL or host. */
export const GIT_HOST: RegExp =
  /(?:fatal: unable to access '(https?:\/\/[^'\s]{1,400})'|unable to access '(https?:\/\/[^'\s]{1,400})'|ssh: (?:connect to host|Could not resolve hostname) ([\w.-]{1,253})|git (?:-c \S{1,60} )*(?:ls-remote|fetch|clone|init)|fatal: Could not read from remote repository)/
/** A module path with the host at its beginning, as part of a pattern. */
const HOSTED = String.raw`[A-Za-z0-9][\w-]{0,100}\.[\w.~\-/+]{1,300}`
const MODULE_AT = new RegExp(String.raw`(?:^|[\s:(])(${HOSTED}@${VERSION})(?=$|[:\s)])`)
const AT_REVISION = new RegExp(String.raw`reading (${HOSTED})/go\.mod at revision (${VERSION})`)
const PACKAGE_OF = new RegExp(
  String.raw`(?:module|import path|package) "?(${HOSTED})"?: |(?:^|\s)(?:go: )?(${HOSTED}): (?:unrecognized|module|invalid)`,
)

/** A download that broke off, as go says it without the address; groups: module, version, answer. */
export const BROKEN_OFF: RegExp = new RegExp(
  String.raw`(?:^|[\s:])(${HOSTED})@(${VERSION}): (stream error: [^\n]{1,200}|unexpected EOF|read tcp [^\n]{1,200}|http2: [^\n]{1,200}|net/http: [^\n]{1,200}|context deadline exceeded[^\n]{0,100}|dial tcp [^\n]{1,200})`,
)
/** Where the network is switched off by a setting; groups: module, version. */
export const SWITCHED_OFF: RegExp = new RegExp(
  String.raw`(?:^|[\s:])(?:module )?(?:(${HOSTED})(?:@(${VERSION}))?: )?(?:module lookup|downloads?) disabled by GOPROXY=off`,
)

/** Lines above in which the request stands whose answer a line is. */
export const ABOVE: number = 6

/** Whom go asked, and what came back. */
export interface Request {
  /** Without port and without credentials. */
  readonly host: string
  readonly answer: string
}

/** The host of a URL, without credentials; with its port where that is not the usual one. */
export function hostOfUrl(url: string): string {
  const rest = url.replace(/^\w{1,10}:\/{1,2}/, '').split(/[/?#]/, 1)[0] ?? ''
  return rest.slice(rest.lastIndexOf('@') + 1).toLowerCase()
}

/** The request of a line, or of git near it. */
export function readRequest(match: Match): Request | null {
  const { text } = match.line
  const request = MODULE_REQUEST.exec(text)
  if (request !== null) {
    const answer = text.slice(request.index + request[0].length).replace(/^[\\"):\s]+/, '')
    return { host: hostOfUrl(request[1] ?? ''), answer }
  }
  const lines = [match.line, ...match.near.filter((line) => Math.abs(line.index - match.line.index) <= 4)]
  for (const line of lines) {
    const git = GIT_HOST.exec(line.text)
    const named = git?.slice(1).find((group) => group !== undefined)
    if (named !== undefined)
      return {
        host: named.includes('://') ? hostOfUrl(named) : named.toLowerCase(),
        answer: text.trim().replace(/^.*?'[^']{1,400}': /, ''),
      }
  }
  return null
}

/** The module that the request is for: named before it, in its URL, or by go above what git says. */
export function moduleOf(match: Match): readonly string[] {
  const { text } = match.line
  const own = MODULE_AT.exec(text)?.[1]
  if (own !== undefined && !own.startsWith('golang.org/toolchain@')) return [own]
  const url = MODULE_REQUEST.exec(text)?.[1]
  if (url !== undefined) {
    const fetched = /^https?:\/\/([^?]{1,400})\?go-get=1$/.exec(url)?.[1]
    if (fetched !== undefined) return [fetched]
    const [before = '', version = ''] = url.split(/\/@v\/|\/@latest/)
    const elements = before.replace(/^https?:\/\//, '').split('/')
    // A proxy may have a path of its own: the module begins at the first element behind the host that looks like one.
    const first = elements.findIndex((element, index) => index > 0 && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(element))
    if (first === -1) return []
    const path = unescapeModule(elements.slice(first).join('/'))
    const wanted = version.replace(/\.(?:info|mod|zip)$/, '')
    return [/^v\d/.test(wanted) ? `${path}@${unescapeModule(wanted)}` : path]
  }
  const above = match.near.filter((line) => line.index < match.line.index && match.line.index - line.index <= ABOVE).toReversed()
  for (const line of above) {
    const revision = AT_REVISION.exec(line.text)
    if (revision !== null) return [`${revision[1] ?? ''}@${revision[2] ?? ''}`]
    const found =
      MODULE_AT.exec(line.text)?.[1] ??
      PACKAGE_OF.exec(line.text)
        ?.slice(1)
        .find((group) => group !== undefined)
    if (found !== undefined) return [found]
  }
  return []
}

/** Whether a line is what the checksum database, named a few lines above, could not see itself. */
export function isDatabaseAnswer(match: Match): boolean {
  return match.near.some(
    (line) =>
      line.index < match.line.index && match.line.index - line.index <= ABOVE && /verifying .{1,400}\/(?:lookup|tile)\//.test(line.text),
  )
}
