import type { Fix } from '../../report/index.js'
import { crossCompilerFixes, withoutCgo } from '../c-compilers.js'
import { C_SOURCE_PLACE, ownerOf, readPlace } from '../c-errors.js'
import { isLibcHeader, isLibcLink, libraryFixes, libraryOfSymbol } from '../c-libraries.js'
import { installFixes } from '../install.js'
import type { IncidentFacts, IncidentRule, Match } from '../incident.js'
import { enumerate, forTarget, isCross } from '../words.js'
import { macosFramework } from './cgo-macos.js'

const NOT_FOUND = /(?:^|[\s:])(?:No package '([^'\s]{1,100})' found|Package '?([\w.+-]{1,100})'?,? (?:was )?not found)/
const NO_TOOL =
  /(?:exec: "([^"\s]{0,200}pkg-?conf(?:ig)?[\w.-]{0,20})"|(?:^|[\s:])((?:[A-Za-z]:)?[^\s:"]{0,200}pkg-config(?:\.exe)?): (?:fork\/exec|CreateFile) (?:[A-Za-z]:)?[^:]{1,300}): /
const OWNER = /^(?:go build )?([a-z0-9][\w.~\-/+]{0,300}\.[\w.~\-/+]{1,300}): (?:\S{1,100}: )?exec: "/

const pkgConfigMissing: IncidentRule = {
  id: 'cgo/pkg-config-missing',
  summary: 'pkg-config does not find a library',
  confidence: 'certain',
  wordings: [
    { anchor: 'exec', when: [NO_TOOL] },
    { anchor: 'ound', when: [NOT_FOUND, /pkg-config|PKG_CONFIG_PATH|virtual:world/] },
  ],
  read(match) {
    const { text } = match.line
    const owner = match.line.package ?? OWNER.exec(text)?.[1]
    const named = owner === undefined ? {} : { package: owner }
    if (NO_TOOL.test(text)) return { culprit: { tool: 'pkg-config', ...named } }
    const library = match.part(1) === '' ? match.part(2) : match.part(1)
    return {
      culprit: { library, ...named },
      evidence: match.near.filter((line) => line.text.includes('pkg-config --') && line.package === match.line.package),
    }
  },
  explain({ culprit }, facts) {
    const user = culprit.package ?? 'A package'
    if (culprit.library === undefined)
      return {
        cause: `${user} asks pkg-config where its C library lies, and there is no pkg-config on PATH. Its C files are not compiled, so nothing that imports it builds.`,
        fix: [
          ...installFixes({ apt: 'pkg-config', apk: 'pkgconf', dnf: 'pkgconf-pkg-config', brew: 'pkgconf' }, 'pkg-config', facts),
          withoutCgo(facts),
        ],
      }
    return {
      cause:
        `${user} asks pkg-config for the C library ${culprit.library}${forTarget(facts)}, whose description (${culprit.library}.pc) is not there: ` +
        'its development files are not installed, or lie where PKG_CONFIG_PATH does not point. The package cannot be compiled here.',
      fix: [...libraryFixes('pkg-config', culprit.library, facts), ...crossPkgConfig(facts), withoutCgo(facts)],
    }
  },
  doc: 'A `#cgo pkg-config:` line asks for flags of a C library. The library’s -dev or -devel package brings the .pc file; a cross build needs that of the target and PKG_CONFIG_PATH set to it.',
}

function crossPkgConfig(facts: IncidentFacts): readonly Fix[] {
  return isCross(facts) === true
    ? [
        {
          edit: 'Point PKG_CONFIG_LIBDIR at the .pc files of the target (`/usr/lib/TRIPLE/pkgconfig`).',
          why: 'Otherwise pkg-config answers with the library of this machine.',
        },
      ]
    : []
}

/** What C compilers say of a file that is not there, in the languages of their users. */
const ABSENT =
  'No such file or directory|Datei oder Verzeichnis nicht gefunden|Aucun fichier ou dossier de ce (?:type|nom)|No existe (?:el|el fichero|el archivo) o el directorio|' +
  'No existe el fichero o el directorio|没有那个文件或目录|そのようなファイルやディレクトリはありません|Нет такого файла или каталога|Arquivo ou diretório inexistente|File o directory non esistente'
const HEADER = new RegExp(String.raw`(?:: |^)([\w./+-]{1,200}): (?:${ABSENT})`)
const HEADER_CLANG = /fatal error: '([\w./+-]{1,200})' file not found/
const QUOTED_INCLUDE = /#\s{0,4}include\s{0,4}"/

/** What other builds print around their own compilers and linkers: of pip, cargo, npm, CMake. */
const FOREIGN =
  /error: command '[^']{1,200}' failed|Failed building wheel|setup\.py|could not compile `|error: linking with `|rust-lld|gyp ERR!|node-gyp|CMake Error|ERROR: Could not build wheels|libtool: (?:compile|link|error)|\.l?o'?\] Error \d|ninja: build stopped/
/** A command of a build that is none of go's: go prints its own only on request, with its work folder. */
const FOREIGN_COMMAND = /^(?:\/\S{1,100}\/)?(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+)(?:-[\d.]{1,8})? (?!.*\$WORK).* -c /

/** Whether a line without a Go package around it is of a build that is none of go's. */
function isForeignBuild(match: Match): boolean {
  return match.line.package === null && match.near.some(({ text }) => FOREIGN.test(text) || FOREIGN_COMMAND.test(text))
}

const headerMissing: IncidentRule = {
  id: 'cgo/header-missing',
  summary: 'A C header is missing',
  confidence: 'certain',
  wordings: [
    { anchor: 'error: ', when: [HEADER, C_SOURCE_PLACE], reach: 0 },
    { anchor: 'file not found', when: [HEADER_CLANG] },
    { anchor: '.h: ', when: [HEADER, C_SOURCE_PLACE], reach: 0 },
  ],
  read(match, facts) {
    const name = match.part(1)
    // The assembler, the linker and programs say the same of other files.
    if (/\.(?:c|o|a|so|go|s|S|json|ya?ml|txt|mod|sum|exe|d)$/.test(name) || !/fatal|\.h/.test(match.line.text)) return null
    if (isForeignBuild(match)) return null
    const place = readPlace(match, facts)
    const excerpt = match.after.slice(0, 3).find((line) => line.text.includes('#') && line.text.includes(name))
    return {
      culprit: { library: name, ...ownerOf(match, place.location?.file) },
      ...place,
      details: excerpt !== undefined && QUOTED_INCLUDE.test(excerpt.text) ? ['local'] : [],
      evidence: excerpt === undefined ? [] : [excerpt],
    }
  },
  explain({ culprit, location, details }, facts) {
    const name = culprit.library ?? ''
    const user = culprit.package ?? location?.file ?? 'A package'
    const vendored = location?.file.split('/').includes('vendor') === true
    const own = details.includes('local')
    const cross = isCross(facts) === true
    return {
      cause:
        `${user} includes the C header ${name}${forTarget(facts)}, which the compiler does not find. ` +
        (own && vendored
          ? 'It belongs to the module itself, and `go mod vendor` copies only folders that hold Go packages, so it was left behind.'
          : isLibcHeader(name)
            ? 'That one belongs to the C library itself: there is a compiler without its development files.'
            : `The development files of the library that brings it are not installed${cross ? ' for the target; those of this machine are not used' : ''}.`) +
        ' The package cannot be compiled here.',
      fix: [
        ...(own && vendored
          ? [{ command: 'go build -mod=readonly ./...', why: 'Builds from the module cache, which has every file of the module.' }]
          : libraryFixes('header', name, facts)),
        ...(own && !vendored
          ? [
              {
                command: 'git submodule update --init --recursive',
                why: 'The header is included as a file of the project itself: it may lie in a submodule that was not fetched.',
              },
            ]
          : []),
        ...(cross && isLibcHeader(name) ? crossCompilerFixes(facts) : []),
        withoutCgo(facts),
      ],
    }
  },
  doc: 'The C part of a package includes a header that is not there: mostly a -dev or -devel package. For a cross target it is the one of the target’s architecture that counts.',
}

const CANNOT_FIND = /(?:^|[\s:])cannot find (?:-l:?([\w.+-]{1,100})|((?:[\w.+/-]{0,200}\/)?[\w.+-]{1,100}\.(?:o|a|so)))(?=$|[:\s])/
const UNABLE =
  /(?:unable to find library -l|unable to find (?:static|dynamic)? ?system library ['"]|library not found for -l|ld: library ['"])([\w.+-]{1,100})/

const libraryMissing: IncidentRule = {
  id: 'cgo/library-missing',
  summary: 'A C library is missing',
  confidence: 'certain',
  wordings: [
    {
      anchor: 'cannot find ',
      when: [CANNOT_FIND, /(?:^|[\s/\\-])(?:ld|lld|gold|collect2|ld\.\w{2,5}|link)(?:\.exe)?:|running \S{1,200} failed/],
    },
    { anchor: 'library', when: [UNABLE] },
  ],
  read(match) {
    const [link, file, other] = match.line.text.includes('cannot find ') ? [match.part(1), match.part(2), ''] : ['', '', match.part(1)]
    const name = link !== '' ? link : other !== '' ? other : file
    if (isForeignBuild(match)) return null
    const foreign = match.near.filter((line) => line.text.includes(`skipping incompatible`) && line.text.includes(`-l${name}`))
    return {
      culprit: { library: name, ...ownerOf(match, undefined) },
      details: [...(foreign.length === 0 ? [] : ['incompatible']), ...(file === '' ? [] : ['file'])],
      evidence: foreign.slice(0, 1),
    }
  },
  explain({ culprit, details }, facts) {
    const name = culprit.library ?? ''
    const user = culprit.package ?? 'The build'
    const cross = isCross(facts) === true
    const foreign = details.includes('incompatible')
    return {
      cause:
        `${user} links with the C library ${name}${forTarget(facts)}, which the linker does not find. ` +
        (foreign
          ? 'There is one, but for another architecture: the files of the target are not installed.'
          : isLibcLink(name)
            ? 'That one belongs to the C library itself: its development files, or its static variant, are not installed.'
            : 'Its development files are not installed, or lie in a folder that no -L names (a relative -L in a `#cgo` line needs ${SRCDIR}).') +
        ' The packages compile, but no program with them can be linked here.',
      fix: [...libraryFixes('link', name, facts), ...(cross && isLibcLink(name) ? crossCompilerFixes(facts) : []), withoutCgo(facts)],
    }
  },
  doc: 'A `-l` flag names a library that is not there. The compiler alone does not notice: go vet and a build of the packages pass, the link fails.',
}

const UNDEFINED = /undefined (?:reference to|symbol:) {0,4}[`'"‘“]?([^`'"’”\n]{1,200})/
const APPLE_UNDEFINED = /^\s*"_?([^"]{1,200})", referenced from:/

const undefinedReference: IncidentRule = {
  id: 'cgo/undefined-reference',
  summary: 'A C symbol is missing at the link',
  confidence: 'certain',
  wordings: [
    {
      anchor: 'undefined ',
      when: [
        UNDEFINED,
        /(?:^|[\s/\\-])(?:ld|lld|gold|collect2|ld\.\w{2,5}|link|clang)(?:\.exe)?:|running \S{1,200} failed|undefined symbol: /,
      ],
    },
    { anchor: 'referenced from:', when: [APPLE_UNDEFINED, /Undefined symbols for architecture/] },
  ],
  read(match) {
    // `symbol lookup error: …: undefined symbol: x` is the loader of a running program.
    if (/symbol lookup error|dlopen|loading shared/.test(match.line.text)) return null
    const symbol = match.part(1).trim().replace(/[:.]$/, '')
    const library = libraryOfSymbol(symbol)
    return { culprit: { ...ownerOf(match, undefined), ...(library === null ? {} : { library }) }, details: [symbol] }
  },
  explain({ culprit, details }, facts) {
    const user = culprit.package ?? 'The build'
    const libc = details.some((symbol) =>
      /^__(?:libc_|\w{1,40}_chk$|isoc\d\d_|res_)|^(?:getentropy|getrandom|fcntl64|stat64|fstat64|backtrace)$/.test(symbol),
    )
    const library = culprit.library
    return {
      cause:
        `${user} uses the C symbol${details.length === 1 ? '' : 's'} ${enumerate(details)}, which nothing at the link defines${forTarget(facts)}. ` +
        (libc
          ? 'These come from the C library itself: something was compiled for another one (glibc against musl, or a newer release) than it is linked with.'
          : library === undefined
            ? 'The library that defines them is not named by a -l flag, stands before what uses it, or is another version or ABI.'
            : `They belong to the library ${library}: its -l flag is missing, stands before what uses it, or finds another version.`) +
        ' Packages compile; no program with them can be linked.',
      fix: [
        ...(libc
          ? []
          : [
              {
                edit: `Name the library in the package that uses it: \`#cgo LDFLAGS: -l${library ?? 'NAME'}\`, behind the objects that need it.`,
                why: 'The linker takes from a library only what was asked for before it.',
              },
            ]),
        ...(library === undefined ? [] : libraryFixes('link', library, facts)),
        ...(libc
          ? [
              {
                edit: 'Build everything for one C library: the same image for the C objects and for go, or `CC="zig cc -target …"` for all.',
                why: 'musl does not have what glibc’s headers promise, and the other way round.',
              },
            ]
          : []),
        withoutCgo(facts),
      ],
    }
  },
  doc: 'The C compiler believed a declaration, and the linker found no definition: a missing or misplaced -l flag, a macro taken for a function, or objects for another C library.',
}

export const cgoLibraryRules: readonly IncidentRule[] = [
  macosFramework,
  pkgConfigMissing,
  headerMissing,
  libraryMissing,
  undefinedReference,
]
