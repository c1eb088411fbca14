import type { Fix } from '../../report/index.js'
import type { IncidentRule, Match, Sighting } from '../incident.js'
import { MODULE, VERSION, cleanPath } from '../words.js'

const DENIED = String.raw`([Pp]ermission denied|[Rr]ead-only file system|[Oo]peration not permitted|Access is denied\.?)`
const PATH = String.raw`((?:[A-Za-z]:)?[^\n:"'‘’]{1,400})`
/** What go was doing; groups: verb, path, answer. */
const CALL = new RegExp(
  String.raw`(?:^|[\s:])(open|mkdir|unlinkat|unlink|remove|rename|lstat|stat|chmod|openat|RLock|Lock) ${PATH}: ${DENIED}`,
)
/** What rm, tar and cp say; groups: path, answer. */
const TOOL = new RegExp(
  String.raw`(?:^|[\s/])(?:rm|tar|cp|mv|find): (?:(?:cannot|can't) [a-z ]{3,30})?['"‘]?((?:[A-Za-z]:)?[^\s:"'‘’]{1,400})['"’]?: (?:Cannot [a-z]{3,10}: )?${DENIED}`,
)
/** What Node says, for actions that restore and clean caches; groups: verb, path. */
const NODE = /E(?:ACCES|PERM): [a-z ]{3,30}, ([a-z]{3,10}) '([^'\n]{1,400})'/
/** What tar says of a file that is there already; group: path, answer. */
const UNPACKED = new RegExp(
  String.raw`(?:^|\s)((?:[A-Za-z]:)?[^\s:"']{1,400}): (?:Can't|Cannot) (?:unlink|open|create|write|mkdir)[^\n:]{0,60}: ${DENIED}`,
)
const MODULE_CACHE =
  /[/\\]pkg[/\\]mod(?:[/\\]|$)|[/\\]cache[/\\]download[/\\]|[/\\]cache[/\\](?:lock|vcs)\b|@v\d[\w.\-+!]{0,100}(?:[/\\]|$)/
const ABOUT_MODULE_CACHE = new RegExp(
  String.raw`could not create module cache|failed to create cache directory|writing (?:go\.mod|stat) cache: |(?:^|[\s:])${MODULE}@${VERSION}: (?:mkdir|open|rename) `,
)
const BUILD_CACHE =
  /failed to initialize build cache at|build cache is (?:required|disabled)|failed to trim cache|go-build[/\\]|[/\\]go-build\b/

/** The folder of the cache, where the path shows which part of it that is. */
function cacheRoot(path: string): string {
  const found =
    /^(.*?\/pkg\/mod)(?:\/|$)/.exec(path) ?? /^(.+?)\/cache\/(?:download|lock|vcs)\b/.exec(path) ?? /^(.*?go-build)(?:\/|$)/.exec(path)
  return found?.[1] ?? path
}

/** Who was kept from doing what to which path, and how that was said. */
function readRefusal(text: string): { readonly isRemoval: boolean; readonly path: string; readonly answer: string } | null {
  const unpacked = UNPACKED.exec(text)
  if (unpacked !== null) return { isRemoval: false, path: unpacked[1] ?? '', answer: unpacked[2] ?? '' }
  const call = CALL.exec(text)
  if (call !== null)
    return {
      isRemoval: /^(?:unlink|remove)/.test(call[1] ?? ''),
      path: (call[1] === 'rename' ? call[2]?.split(' ', 1)[0] : call[2]) ?? '',
      answer: call[3] ?? '',
    }
  const tool = TOOL.exec(text)
  if (tool !== null) return { isRemoval: /(?:^|[\s/])(?:rm|find): /.test(text), path: tool[1] ?? '', answer: tool[2] ?? '' }
  const node = NODE.exec(text)
  return node === null ? null : { isRemoval: /^(?:unlink|rmdir)/.test(node[1] ?? ''), path: node[2] ?? '', answer: '' }
}

function read(match: Match): Sighting | null {
  const { text } = match.line
  const refusal = readRefusal(text)
  if (refusal === null) return null
  const { path, answer, isRemoval } = refusal
  const build = BUILD_CACHE.test(text)
  if (!build && !MODULE_CACHE.test(path) && !ABOUT_MODULE_CACHE.test(text)) return null
  const file = cleanPath(path.trim())
  return {
    culprit: { file: cacheRoot(file), key: build ? 'GOCACHE' : 'GOMODCACHE' },
    details: [isRemoval ? '#remove' : /ead-only/.test(answer) ? '#read-only' : '#denied'],
    confidence: build ? 'likely' : 'certain',
  }
}

const cachePermission: IncidentRule = {
  id: 'modules/cache-permission',
  summary: 'go may not write into its cache',
  confidence: 'certain',
  wordings: [
    { anchor: 'ermission denied', when: [CALL] },
    { anchor: 'ermission denied', when: [TOOL] },
    { anchor: 'ermission denied', when: [UNPACKED] },
    { anchor: 'EACCES: ', when: [NODE] },
    { anchor: 'EPERM: ', when: [NODE] },
    { anchor: 'ead-only file system', when: [CALL] },
    { anchor: 'ead-only file system', when: [TOOL] },
    { anchor: 'peration not permitted', when: [CALL] },
    { anchor: 'peration not permitted', when: [TOOL] },
    { anchor: 'Access is denied', when: [CALL] },
  ],
  read,
  explain({ culprit, details }) {
    const key = culprit.key ?? 'GOMODCACHE'
    const what = key === 'GOCACHE' ? 'build cache' : 'module cache'
    const own: Fix = {
      command: `export ${key}="$HOME/.cache/${key === 'GOCACHE' ? 'go-build' : 'go-mod'}"`,
      why: `Takes a ${what} of one's own for this shell; later steps of the job need the same setting.`,
    }
    if (details.includes('#remove'))
      return {
        cause: `What lies in the ${what} ${culprit.file ?? ''} may not be removed: go makes the files and folders of modules read-only on purpose, so that nothing changes them by accident.`,
        fix: [
          {
            command: 'chmod -R u+w "$(go env GOMODCACHE)"',
            why: 'Lets their owner remove them. GOFLAGS=-modcacherw makes new ones writable, where a job cleans up by itself.',
          },
        ],
      }
    const readOnly = details.includes('#read-only')
    return {
      cause:
        `go may not write into its ${what}${culprit.file === undefined ? '' : ` (${culprit.file})`}: ` +
        (readOnly
          ? 'the file system is mounted read-only.'
          : 'it belongs to another user. Mostly an earlier step, a container or a restored cache wrote it as root, or HOME and GOPATH of this user are not set.'),
      fix: [
        ...(readOnly
          ? []
          : [
              {
                command: `sudo chown -R "$(id -u):$(id -g)" "$(go env ${key})"`,
                why: 'Gives the cache to the user who runs go. Then let only one user write it.',
              },
            ]),
        own,
        {
          edit: readOnly
            ? `Mount a writable volume at the folder of the ${what}.`
            : 'In a container, run go as the user who owns the cache (`--user`, `USER`), or set HOME to a folder of the user who runs it.',
          why: 'So that it does not come back with the next job.',
        },
      ],
    }
  },
  doc:
    'go writes downloads into GOMODCACHE and what it compiled into GOCACHE. The files of modules are read-only, their folders belong to whoever downloaded them. ' +
    'Running the whole job as root, or chmod 777, makes the next user meet the same; turning the cache off downloads everything anew. See https://go.dev/ref/mod#module-cache.',
}

const RETRACTED = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): retracted by module author(?:: ([^\n]{1,500}))?`)
const DEPRECATED = new RegExp(String.raw`(?:^|\s)go: module (${MODULE}) is deprecated(?:: ([^\n]{1,500}))?`)
/** `go list -m -u`: `path version (retracted) [newer] (deprecated)`. */
const LISTED = new RegExp(
  String.raw`^(${MODULE}) (${VERSION})(?: \[${VERSION}\])?(?: \((retracted|deprecated)\))(?: \[(${VERSION})\])?(?: \((retracted|deprecated)\))?`,
)

const retractedOrDeprecated: IncidentRule = {
  id: 'modules/retracted-or-deprecated',
  summary: 'A module was given up by its author',
  confidence: 'certain',
  severity: 'warning',
  wordings: [
    { anchor: 'retracted by module author', when: [RETRACTED] },
    { anchor: ' is deprecated', when: [DEPRECATED] },
    { anchor: '(retracted)', when: [LISTED] },
    { anchor: '(deprecated)', when: [LISTED] },
  ],
  read(match) {
    const { text } = match.line
    if (DEPRECATED.test(text)) return { culprit: { module: match.part(1) }, details: ['#deprecated', match.part(2)] }
    if (RETRACTED.test(text)) return { culprit: { module: `${match.part(1)}@${match.part(2)}` }, details: ['#retracted', match.part(3)] }
    const isRetracted = [match.part(3), match.part(5)].includes('retracted')
    return { culprit: { module: `${match.part(1)}@${match.part(2)}` }, details: [isRetracted ? '#retracted' : '#deprecated'] }
  },
  explain({ culprit, details }) {
    const [kind = '', said = ''] = details
    const module = culprit.module ?? ''
    const path = module.split('@', 1)[0] ?? ''
    const words = said === '' ? '' : ` They say: ${said.slice(0, 300)}`
    const notice = 'This is a notice: nothing fails because of it.'
    if (kind === '#retracted')
      return {
        cause: `The authors of ${path} took ${module.split('@')[1] ?? 'this version'} back.${words} ${notice}`,
        fix: [{ command: `go get ${path}@latest && go mod tidy`, why: 'Takes the newest version that was not taken back.' }],
      }
    return {
      cause: `The authors of ${path} no longer maintain it under this path.${words} ${notice}`,
      fix: [
        {
          edit: `Plan to replace ${path} by what its authors name.`,
          why: 'Which module takes its place, and when, a person has to decide.',
        },
      ],
    }
  },
  doc:
    'Authors can retract a version and deprecate a module in the go.mod of a newer version. go says so when it adds or lists the module and builds as before: it is a warning, never an error by itself. ' +
    'Excluding the version by hand only moves the build to another one unseen. See https://go.dev/ref/mod#go-mod-file-retract.',
}

export const cacheRules: readonly IncidentRule[] = [cachePermission]
/** What never makes a command fail. */
export const moduleNotices: readonly IncidentRule[] = [retractedOrDeprecated]
