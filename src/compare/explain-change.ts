import type { EnvironmentDrift, Location, ModuleDrift } from '../report/index.js'
import { byteOrder, type Root, type Snapshot } from '../snapshot/index.js'
import type { ChangedFile } from './change.js'
import { does, joinPath, locate, shownPath, touched, type ChangedFiles } from './changed-files.js'
import { isRunningToolchain } from './facts.js'

/** Where a change asks for a difference: the file, and the line that names it where one does. */
export interface Edit {
  readonly explained: string
  /** `null`: the file is not below the project. */
  readonly location: Location | null
}

/** Folders of the repository that are built in place of modules, from the root's own. */
function replacedFolders(root: Root): readonly string[] {
  return root.modules.flatMap(({ replace }) =>
    replace !== undefined && replace.version === null ? [replace.path.replaceAll('\\', '/')] : [],
  )
}

function isRequirementFile(name: string): boolean {
  return /(?:^|\/)go\.(?:mod|work)$/.test(name)
}

function isModuleFile(name: string): boolean {
  return /(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/.test(name)
}

/**
 * The files that decide a root's build list and that the change touches: go.mod and go.work (also of members and of
 * replaced folders), or go.sum and go.work.sum when it touches only those.
 */
export function editedModuleFiles(change: ChangedFiles, before: Root | null, after: Root): readonly ChangedFile[] {
  const work = after.mode === 'workspace' || after.mode === 'workspace-vendor' ? ['go.work', 'go.work.sum'] : []
  const known = [...Object.keys(before?.files ?? {}), ...Object.keys(after.files)].filter(isModuleFile)
  const replaced = replacedFolders(after)
    .filter((folder) => /^\.\.?(?:\/|$)/.test(folder))
    .map((folder) => `${folder}/go.mod`)
  const names = new Set([...work, 'go.mod', 'go.sum', ...known, ...replaced])
  const files = [...names].flatMap((name) => touched(change, after.directory, name) ?? [])
  const asking = files.filter(({ path }) => isRequirementFile(path))
  return [...new Set(asking.length > 0 ? asking : files)]
}

/** `go.mod, tools/go.mod`, and no more than three of them. */
export function nameFiles(change: ChangedFiles, files: readonly ChangedFile[]): string {
  const names = files.slice(0, 3).map(({ path }) => shownPath(change, path))
  return files.length > 3 ? `${names.join(', ')} and ${String(files.length - 3)} more` : names.join(', ')
}

/** Files that decide the build list and are not what the baseline has. */
function movedRequirements(before: Root | null, after: Root): readonly string[] {
  const names = new Set([...Object.keys(before?.files ?? {}), ...Object.keys(after.files)])
  return [...names].filter((name) => isRequirementFile(name) && before?.files[name] !== after.files[name]).toSorted(byteOrder)
}

/** Why the build list of a root moved, as the change tells it; `null` when it tells nothing beyond what the files themselves do. */
export function explainBuildList(change: ChangedFiles, before: Root | null, after: Root): string | null {
  const edited = editedModuleFiles(change, before, after)
  if (edited.length > 0) return `${does(change, 'edits')} ${nameFiles(change, edited)}`
  const moved = movedRequirements(before, after)
  if (moved.length === 0 || !change.complete) return null
  const names = moved.slice(0, 3).map((name) => joinPath(after.directory, name) ?? name)
  return `${names.join(', ')}${moved.length > 3 ? ' and others' : ''} moved since that baseline, not in ${change.name}`
}

/** The line of the change that asks for what is built of a module now: one of go.mod or go.work that names path and version. */
export function findBump(change: ChangedFiles, files: readonly ChangedFile[], after: Root, path: string): Edit | null {
  const module = after.modules.find((one) => one.path === path)
  const replace = module?.replace
  for (const file of files.filter((one) => isRequirementFile(one.path))) {
    const follows = (name: string | undefined, version: string | null | undefined): number | undefined =>
      name === undefined || typeof version !== 'string'
        ? undefined
        : change.linesWith(file, name).find(({ words }) => words[words.indexOf(name) + 1] === version)?.line
    const folder = replace?.version === null ? replace.path : undefined
    const line =
      follows(replace?.path, replace?.version) ??
      follows(path, module?.version) ??
      (folder === undefined ? undefined : change.linesWith(file, path).find(({ words }) => words.includes(folder))?.line)
    if (line !== undefined) return { explained: `${shownPath(change, file.path)}:${String(line)}`, location: locate(change, file, line) }
  }
  return null
}

/** The line of go.sum that the change brings and that holds a hash. */
export function findSumLine(change: ChangedFiles, before: Root | null, after: Root, drift: ModuleDrift): Location | null {
  const hash = (drift.after ?? '').replace(/ \(go\.mod\)$/, '')
  const names = new Set(['go.sum', 'go.work.sum', ...Object.keys(before?.files ?? {}), ...Object.keys(after.files)])
  for (const name of names) {
    const file = isModuleFile(name) ? touched(change, after.directory, name) : null
    const found = file === null ? undefined : change.linesWith(file, hash).find(({ words }) => words[0] === drift.path)
    if (file !== null && found !== undefined) return locate(change, file, found.line)
  }
  return null
}

/** Files with which projects pin tools. */
const PINS = ['.go-version', '.tool-versions', 'mise.toml', '.mise.toml']

/** What a line that is about a difference has in it. */
function hintsOf({ key, class: keyClass }: EnvironmentDrift): RegExp | string {
  if (isRunningToolchain(key) || keyClass === 'version') return /go-version|setup-go|GOTOOLCHAIN|golang|^\s*(?:-\s+)?go:/
  if (keyClass === 'runner' || keyClass === 'platform') return /runs-on|container|image|^\s*(?:-\s+)?os:|ubuntu|windows|macos/
  return key
}

/** A rolled image brings other compilers by itself: only a line that is about them says otherwise. */
const ABOUT_C = /gcc|clang|musl|\bcc\b|\bap[tk]\b|apt-get|container|image/i

/** Explains differences of the environment by what a change touches. */
export interface EnvironmentExplainer {
  /** `null`: the change does not account for it. */
  explain(drift: EnvironmentDrift, rows: readonly EnvironmentDrift[]): Edit | null
}

/** Whether the image is the same one, rolled on: no workflow can ask for that. */
function isRolledImage(rows: readonly EnvironmentDrift[]): boolean {
  const keys = new Set(rows.map(({ key }) => key))
  return keys.has('runner.version') && !keys.has('runner.image') && !keys.has('runner.os')
}

/** The edit of a go.mod or go.work that decides which Go runs, with the line of it where the change brings one. */
function findVersionLine(change: ChangedFiles, present: Snapshot, edit: (file: ChangedFile, line?: number) => Edit): Edit | null {
  const files = present.roots.flatMap(({ directory }) => ['go.work', 'go.mod'].flatMap((name) => touched(change, directory, name) ?? []))
  for (const file of files) {
    const found = ['toolchain', 'go'].flatMap((word) => change.linesWith(file, word).find(({ words }) => words[0] === word) ?? [])[0]
    if (found === undefined) continue
    const explained = `${does(change, 'edits')} the ${found.words[0] ?? 'go'} line of ${shownPath(change, file.path)}`
    return { explained, location: locate(change, file, found.line) }
  }
  // A line may have been taken out, or the platform gave no lines at all.
  const [first] = files
  return first === undefined ? null : edit(first)
}

/** An explainer for one job. */
export function explainerOf(change: ChangedFiles, present: Snapshot): EnvironmentExplainer {
  const { workflow } = present.job
  const isOwn = ({ path }: ChangedFile): boolean => workflow !== null && (path === workflow || path.endsWith(`/${workflow}`))
  const own = [...change.workflows.filter(isOwn), ...(workflow === null ? [] : change.composites)]
  // Another workflow can be one that this calls: only where it names what differs.
  const others = workflow === null ? [] : change.workflows.filter((file) => !isOwn(file))
  const edit = (file: ChangedFile, line?: number): Edit => ({
    explained: `${does(change, 'edits')} ${shownPath(change, file.path)}`,
    location: locate(change, file, line),
  })
  const setUp = (drift: EnvironmentDrift, rolled: boolean): Edit | null => {
    const ofC = /^(?:cCompiler|libc)\b/.test(drift.key)
    const hint = ofC ? ABOUT_C : hintsOf(drift)
    if (ofC && rolled && !own.some((file) => change.lineAbout(file, hint) !== undefined)) return null
    const named = own.find((file) => change.lineAbout(file, hint) !== undefined) ?? own[0]
    if (named !== undefined) return edit(named, change.lineAbout(named, hint))
    const pin = drift.class === 'version' ? PINS.flatMap((name) => touched(change, name) ?? change.byPath.get(name) ?? [])[0] : undefined
    if (pin !== undefined) return edit(pin, pin.added[0]?.line)
    const other = others.find((file) => change.lineAbout(file, hint) !== undefined)
    return other === undefined ? null : edit(other, change.lineAbout(other, hint))
  }
  return {
    explain: (drift, rows) => {
      const rolled = isRolledImage(rows)
      if (drift.class === 'volatile' || (rolled && drift.key === 'runner.version')) return null
      if (drift.explained === undefined) return setUp(drift, rolled)
      if (!isRunningToolchain(drift.key)) return null
      const asked = findVersionLine(change, present, edit)
      if (asked !== null) return asked
      if (!change.complete || !drift.explained.endsWith(' was edited')) return null
      const moved = drift.explained.replace(/ was edited$/, '')
      return { explained: `${moved} moved since that baseline, not in ${change.name}`, location: null }
    },
  }
}
