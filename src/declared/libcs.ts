import { compareGoVersions } from '../environment/index.js'
import type { Finding } from '../report/index.js'
import { isNative } from './compilers.js'
import { makeFinding, showImage, type ShowFile } from './finding.js'
import type { DeclaredEnvironments, GoCommand, ImageFacts, ImageStage, StageCopy } from './model.js'
import { isForTests } from './paths.js'

/** From this release on glibc holds what was libpthread, and a program that is linked with it starts with no older one. */
const MERGED = '2.34'

function isOlderGlibc(a: string, b: string): boolean {
  const [left = 0, right = 0] = [a, b].map((version) => Number(version.split('.')[1]))
  return left < right
}

/** How a program of a stage comes to use its C library. */
type Linkage = 'asked' | 'default' | null

/** Without a compiler Go turns cgo off from 1.20 on; before, it linked with what came with it. */
function linksByDefault({ compiler, go }: GoCommand, image: ImageFacts): boolean {
  if (compiler === true) return true
  const wanted = go[0]?.wanted
  if (compiler === null || image.libc !== 'musl' || wanted === undefined) return false
  return (wanted.kind === 'release' || wanted.kind === 'line') && compareGoVersions(wanted.version, '1.20') < 0
}

function linkageOf(command: GoCommand, image: ImageFacts): Linkage {
  if (command.verb !== 'build' && command.verb !== 'install') return null
  if (command.isStatic || command.loose || !isNative(command)) return null
  const cgo = command.settings.get('CGO_ENABLED')
  if (cgo !== undefined) return cgo.value === '1' ? 'asked' : null
  // Cross-compiling turns cgo off; so do these tags for what else would need it.
  const goarch = command.settings.get('GOARCH')
  if ((goarch !== undefined && goarch.value !== null && goarch.value !== 'amd64') || /netgo|osusergo/.test(command.text)) return null
  return linksByDefault(command, image) ? 'default' : null
}

/** Files beside a program that a folder of a build may hold. */
const OTHER_FILES =
  /\.[a-z]{2,5}$|\/(?:templates?|static|migrations?|configs?|public|assets?|web|ui|dist|docs?|certs?|data|scripts?|license|readme|views|locales?|i18n|etc)\/?$/i

/** Whether a copy takes what a build writes. */
function takes({ sources }: StageCopy, { output }: GoCommand): boolean {
  if (output === '') return false
  return sources.some((written) => {
    const source = written.startsWith('/') ? written : `/${written.replace(/^\.\//, '')}`
    if (source.includes('?') || source === '/') return false
    const folder = `${source.replace(/\/?\*?$/, '')}/`
    if (!output.endsWith('/')) return source === output || output.startsWith(folder)
    return folder === output || (source.startsWith(output) && !source.endsWith('/') && !OTHER_FILES.test(source))
  })
}

/** Why a program of one image does not start in another; `null` when it does, or nobody can tell. */
function clash(built: ImageFacts, runs: ImageFacts): { readonly title: string; readonly message: string } | null {
  if (built.libc === null || runs.libc === null || built.libc === 'none') return null
  const [builder, runner] = [showImage(built.name), showImage(runs.name)]
  const never = 'it does not start ("no such file or directory")'
  if (runs.libc === 'none')
    return { title: `Built with ${built.libc}, and ${runner} has no C library`, message: `${runner} has none, so ${never}` }
  if (built.libc !== runs.libc)
    return { title: `Built with ${built.libc}, and ${runner} has ${runs.libc}`, message: `${runner} has ${runs.libc} instead, so ${never}` }
  if (built.glibc === null || runs.glibc === null || isOlderGlibc(built.glibc, MERGED) || !isOlderGlibc(runs.glibc, MERGED)) return null
  return {
    title: `Built with a newer glibc than the ${runs.glibc} of ${runner}`,
    message: `${builder} has glibc ${built.glibc} or newer, ${runner} has ${runs.glibc}, so it does not start ("version \`GLIBC_${MERGED}' not found")`,
  }
}

function findPair(built: ImageStage, runs: ImageStage, copy: StageCopy, show: ShowFile): Finding | null {
  const found = clash(built.image, runs.image)
  if (found === null || built.foreignLibc || runs.foreignLibc || built.file !== runs.file) return null
  for (const command of built.commands) {
    const linkage = linkageOf(command, built.image)
    // What several commands write to one place is what the last of them wrote; one without cgo leaves nothing to say.
    if (linkage === null || !takes(copy, command)) continue
    // A program of a test is often one line that needs no C.
    if (linkage === 'default' && isForTests(built.file)) continue
    const cgo = command.settings.get('CGO_ENABLED')
    const isAsked = linkage === 'asked'
    const builder = showImage(built.image.name)
    const location = { file: runs.file, line: copy.line }
    return makeFinding(show, {
      rule: 'env/image-libc',
      severity: isAsked ? 'error' : 'warning',
      title: found.title,
      message: isAsked
        ? `cgo is on where ${builder} builds: the program needs the C library of that image. ${found.message}.`
        : `Nothing turns cgo off where ${builder} builds: a program that uses net, os/user or any C needs the C library of that image. ${found.message}.`,
      key: 'CGO_ENABLED',
      location,
      evidence: [
        [location, `copied into ${showImage(runs.image.name)}`],
        [{ file: built.file, line: built.line }, builder],
        ...(cgo === undefined ? [] : ([[cgo.location, `CGO_ENABLED=${cgo.value ?? ''}`]] as const)),
        [command.location, command.text],
      ],
      fix: [
        {
          edit: `build with CGO_ENABLED=0 (${show(command.location.file)}:${String(command.location.line)})`,
          why: 'makes a program that needs no C library',
        },
        { edit: `take images with the same C library for both stages`, why: 'keeps cgo' },
      ],
    })
  }
  return null
}

/** Programs that are copied into images where the C library they are linked with is not. */
export function findForeignLibraries(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[] {
  return declared.stages.flatMap((stages) =>
    stages.flatMap((runs) =>
      runs.copies.flatMap((copy) => {
        const built = stages.find(
          (stage, index) => stage !== runs && (stage.name.toLowerCase() === copy.from.toLowerCase() || String(index) === copy.from),
        )
        return built === undefined ? [] : (findPair(built, runs, copy, show) ?? [])
      }),
    ),
  )
}
