import type { Fix } from '../../report/index.js'
import { goPlace } from '../go-errors.js'
import type { IncidentRule, Match, Sighting } from '../incident.js'
import { isStandard } from '../platforms.js'
import { MODULE, VERSION, cleanPath } from '../words.js'

const NOT_FOUND =
  /(?:^|[\s:])(?:go\.mod file not found in current directory|cannot find main module(?!, but -modfile)(?:, but found (\S{1,200}) in (\S[^\n]{0,300}))?|working directory is not part of a module|gopls was not able to find modules in your workspace|gopls requires a module at the root of your workspace)/
const PREFIX =
  /(?:^|[\s:])directory (?:prefix )?(\S[^\n]{0,300}?) (?:does not contain main module|outside (?:main module|available modules))(?:$|\s)/
const NO_MODULE_PATH = /(?:^|\s)cannot determine module path for source directory (\S[^\n]{0,300}?) \(outside GOPATH/
const NEEDS_VERSION = /(?:^|\s)'go install' requires a version when current directory is not in a module/
const TRY = new RegExp(String.raw`Try '(go install ${MODULE}@(?:latest|${VERSION}))'`)
const NOTHING_GIVEN = /(?:^|\s)no modules specified \(see 'go help mod download'\)/
const DISABLED =
  /(?:^|\s)(?:modules disabled (?:inside GOPATH[/\\]src )?by GO111MODULE=(?:off|auto)|cannot use path@version syntax in GOPATH mode|list -m cannot be used with GO111MODULE=off)/
const NOWHERE = new RegExp(String.raw`cannot find package "(${MODULE})" in any of:`)
const GOPATH_TREE = /\(from \$GOPATH\)/

/** A folder of the module that holds a go.mod of its own, or is not there. */
const NESTED = new RegExp(String.raw`(?:^|[\s:])main modules? \([^)\n]{1,400}\) do(?:es)? not contain package (${MODULE})`)
/** What BuildKit says of a COPY line. */
const NOT_COPIED = /(?:cache key|checksum of ref)[^\n]{0,300}: "?\/?([^\s":]{0,200}go\.(?:mod|sum))"?(?: not found)?: not found/

/** What is wrong; the mark keeps it apart from everything else among the details. */
type Kind = '#none' | '#prefix' | '#off' | '#gopath' | '#install' | '#copy' | '#nested'

function read(match: Match): Sighting | null {
  const { text } = match.line
  const place = goPlace(match)
  const at = place === null ? {} : { location: place }
  const sight = (kind: Kind, directory = '', detail = ''): Sighting => ({
    culprit: { file: directory === '' ? 'go.mod' : directory },
    ...at,
    details: [kind, detail],
  })
  if (NEEDS_VERSION.test(text)) {
    const hint = match.after.slice(0, 2).find((line) => TRY.test(line.text))
    return { ...sight('#install', '', TRY.exec(hint?.text ?? '')?.[1]), ...(hint === undefined ? {} : { evidence: [hint] }) }
  }
  if (DISABLED.test(text)) return { culprit: { key: 'GO111MODULE' }, details: ['#off', ''] }
  if (NOWHERE.test(text)) {
    // Older Go says this of a package of a newer standard library too.
    if (isStandard(match.part(1)) || !match.part(1).split('/', 1)[0]?.includes('.')) return null
    return { culprit: { key: 'GO111MODULE', package: match.part(1) }, ...at, details: ['#gopath', ''] }
  }
  if (NESTED.test(text)) return { culprit: { package: match.part(1) }, ...at, details: ['#nested', ''] }
  if (NOT_COPIED.test(text)) return { culprit: { file: cleanPath(match.part(1)) }, details: ['#copy', ''] }
  if (PREFIX.test(text)) return sight('#prefix', cleanPath(match.part(1)))
  return sight('#none', cleanPath(match.part(2)))
}

const elsewhere: readonly Fix[] = [
  {
    edit: 'Run the command in the folder that holds go.mod: `working-directory:` of the step, `WORKDIR` in a Dockerfile, `cd` in a script.',
    why: 'When the project has a go.mod, but not here: go looks in this folder and in those above it, never below.',
  },
  {
    command: "find . -name go.mod -not -path '*/vendor/*'",
    why: 'Shows where below this folder there is one. None: the checkout or the COPY line of the Dockerfile leaves it out.',
  },
]
const begin: Fix = {
  edit: 'When the project has no go.mod yet: `go mod init` with its import path (github.com/owner/name), then `go mod tidy`.',
  why: 'Makes it a module; the path is what others will import it by.',
}

/** The go command runs where there is no module. */
export const noGoMod: IncidentRule = {
  id: 'modules/no-go-mod',
  summary: 'There is no go.mod where go looks for one',
  confidence: 'certain',
  wordings: [
    { anchor: 'go.mod file not found', when: [NOT_FOUND] },
    { anchor: 'cannot find main module', when: [NOT_FOUND] },
    { anchor: 'is not part of a module', when: [NOT_FOUND] },
    { anchor: 'gopls ', when: [NOT_FOUND] },
    { anchor: 'does not contain main module', when: [PREFIX] },
    { anchor: ' not contain package ', when: [NESTED], confidence: 'likely' },
    { anchor: ' outside main module', when: [PREFIX], confidence: 'likely' },
    { anchor: ' outside available modules', when: [PREFIX] },
    { anchor: 'cannot determine module path', when: [NO_MODULE_PATH] },
    { anchor: 'requires a version when current directory', when: [NEEDS_VERSION] },
    { anchor: 'no modules specified', when: [NOTHING_GIVEN], confidence: 'likely' },
    { anchor: ' by GO111MODULE=', when: [DISABLED], confidence: 'likely' },
    { anchor: 'cannot be used with GO111MODULE=off', when: [DISABLED], confidence: 'likely' },
    { anchor: 'in GOPATH mode', when: [DISABLED], confidence: 'likely' },
    { anchor: ': not found', when: [NOT_COPIED], confidence: 'likely' },
    { anchor: 'cannot find package "', when: [NOWHERE, GOPATH_TREE], reach: 8, confidence: 'likely' },
  ],
  read,
  explain({ culprit, details }) {
    const [kind = '', detail = ''] = details
    if (kind === '#off' || kind === '#gopath')
      return {
        cause:
          `go works without modules here: GO111MODULE is off${kind === '#gopath' ? ', or there is no go.mod in this folder and those above it and this Go is older than 1.16' : ''}. ` +
          'It then looks for packages in GOPATH only, and go.mod and go.sum count for nothing.',
        fix: [
          {
            command: 'GO111MODULE=on go build ./...',
            why: 'Builds with modules; then take GO111MODULE=off out of the job (environment, `go env -u GO111MODULE`).',
          },
          ...(kind === '#gopath' ? elsewhere : []),
        ],
      }
    if (kind === '#install')
      return {
        cause: 'go install was called outside of a module, where nothing says which version of the program is meant.',
        fix: [
          ...(detail === ''
            ? []
            : [{ command: detail, why: 'Names the version; instead of `latest`, a fixed one builds the same in every job.' }]),
          ...elsewhere.slice(0, 1),
        ],
      }
    if (kind === '#nested')
      return {
        cause: `The folder of ${culprit.package ?? 'the package'} does not belong to the module that is built: it has a go.mod of its own, or it is not there (not checked out, not copied, or another name).`,
        fix: [
          {
            edit: 'When it is a module of its own, run the command in its folder (`working-directory:`, `cd`), or list both modules in a go.work file.',
            why: 'go builds the packages of one module, or of those that a workspace lists.',
          },
          { command: "find . -name go.mod -not -path '*/vendor/*'", why: 'Shows which folders are modules of their own.' },
        ],
      }
    if (kind === '#copy')
      return {
        cause: `The container build copies ${culprit.file ?? 'go.mod'}, and it is not in the build context: another folder was given as context, .dockerignore leaves it out, or it is not committed.`,
        fix: [
          {
            edit: 'Build with the folder that holds go.mod as context (`docker build -f path/Dockerfile .`), or correct the path of the COPY line or .dockerignore.',
            why: 'COPY only sees what lies in the context.',
          },
        ],
      }
    const where =
      culprit.file === undefined || culprit.file === 'go.mod' || culprit.file === '.'
        ? 'the folder in which the command runs'
        : culprit.file
    return {
      cause:
        kind === '#prefix'
          ? `${where === culprit.file ? where : 'The folder in which the command runs'} is in no module: neither there nor above it is a go.mod file that covers it. The pattern of the command fits no package, so nothing is built.`
          : `There is no go.mod file in ${where} or in any folder above it, so go does not know what to build.`,
      fix: [...elsewhere, begin],
    }
  },
  doc:
    'go looks for go.mod in the working directory and upwards. In CI the project mostly lies in a sub-folder, or go.mod did not get into the container. ' +
    'GO111MODULE=off is no fix: it makes go ignore modules, and with them go.mod, go.sum and every version. See https://go.dev/ref/mod#commands-outside.',
}
