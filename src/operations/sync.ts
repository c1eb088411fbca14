import { posix } from 'node:path'
import { ParityError } from '../errors.js'
import { classify } from '../incidents/index.js'
import {
  compareFiles,
  download,
  formatPlace,
  knownSums,
  leaveNonce,
  look,
  openPlace,
  openRepository,
  parsePlace,
  put,
  readContents,
  readLedger,
  readPending,
  writeLedger,
  type Answer,
  type Ledger,
  type Look,
  type OpenedPlace,
  type Repository,
  type SyncedFile,
  type Transport,
} from '../sync/index.js'
import type { Session } from './session.js'
import type { SyncDocument, SyncOptions, SyncOutcome, SyncState } from './sync-document.js'
import { describeUnanswered, NEVER_AGAIN, reach } from './sync-reach.js'

type Told = Omit<SyncDocument, 'schema' | 'tool' | 'place' | 'isQueued'> & { readonly isQueued?: boolean }

function directoriesOfModules(files: readonly SyncedFile[]): readonly string[] {
  return files.filter(({ path }) => posix.basename(path) === 'go.mod').map(({ path }) => posix.dirname(path))
}

interface Under {
  readonly session: Session
  readonly options: SyncOptions
  readonly repository: Repository
  readonly files: readonly SyncedFile[]
  readonly ledger: Ledger
  readonly label: string
}

async function remember({ session, repository, files, label }: Under): Promise<void> {
  const sums = Object.fromEntries(files.map(({ path, sum }) => [path, sum]))
  await writeLedger(session.host, repository.commonFolder, label, { put: sums, pending: null })
}

function counted(count: number): string {
  return count === 1 ? '1 file' : `${String(count)} files`
}

/** Download and verify there; the last word of a sync that went well. */
async function verifyThere(
  { session, options, files }: Under,
  transport: Transport,
  there: Look,
  done: Pick<Told, 'state' | 'message' | 'files'>,
): Promise<Told> {
  const settled = { ...done, go: there.go, wayOut: '', incidents: [] }
  if (options.downloadMs === 0 || there.directory === null) return settled
  if (there.go === null)
    return {
      ...settled,
      state: 'unverified',
      message: `${done.message}, and there is no go that could verify their modules`,
      wayOut: 'put go on the PATH of a login without a terminal',
    }
  const modules = directoriesOfModules(files)
  session.progress({ kind: 'step', step: 'download', text: `go mod download and go mod verify there` })
  const told = await download(transport, there.directory, modules, options.downloadMs)
  session.progress({ kind: 'step-end', step: 'download', ok: told.ok && told.value.ok, ms: 0 })
  if (told.ok && told.value.ok) return { ...settled, message: `${done.message}, modules verified` }
  const output = told.ok ? told.value.output : told.said
  const incidents = classify(output, { goVersion: there.go.split(' ')[2] ?? '' })
  const lines = output.split('\n')
  const why = incidents[0]?.cause ?? lines.find((line) => /^go: (?!downloading )/.test(line)) ?? lines.at(-1) ?? ''
  return {
    ...settled,
    state: 'unverified',
    message: `${done.message}, but their modules are not verified: ${why}`,
    wayOut: incidents[0]?.fix[0]?.command ?? 'run go mod download there and read what it says',
    incidents,
  }
}

async function bring(under: Under, transport: Transport, there: Look): Promise<Told> {
  const { session, options, repository, files, ledger } = under
  const same = files.map(({ path }) => ({ path, change: 'same' as const }))
  const base = { go: there.go, wayOut: '', incidents: [] }
  if (there.directory === null) {
    return {
      ...base,
      state: 'refused',
      message: 'the directory is not there',
      wayOut: 'name the one that holds the repository: docker:NAME:/DIR',
      files: [],
    }
  }
  if (there.files.some(({ isShared }) => isShared)) {
    const done = { state: 'shared' as const, message: 'the place has the very files of this machine: nothing is written', files: same }
    if (ledger.pending !== null) await writeLedger(session.host, repository.commonFolder, under.label, { ...ledger, pending: null })
    return verifyThere(under, transport, there, done)
  }
  if (there.isGopath || there.directory === '/')
    return {
      ...base,
      state: 'refused',
      message: `${there.directory} is ${there.isGopath ? 'GOPATH' : 'the root directory'} there, no repository`,
      wayOut: 'name the directory that holds the repository: docker:NAME:/DIR',
      files: [],
    }
  const atFirst = compareFiles(files, there, ledger, new Map())
  const { puts, conflicts } =
    atFirst.conflicts.length === 0 ? atFirst : compareFiles(files, there, ledger, await knownSums(session.host, repository))
  const odd = puts.find(({ expected }) => expected === 'link' || expected === 'other')
  if (odd !== undefined) {
    const what = odd.expected === 'link' ? 'is a link there, or lies behind one' : 'is no file there'
    return { ...base, state: 'refused', message: `${odd.path} ${what}`, wayOut: 'sync replaces files only', files: [] }
  }
  if (conflicts.length > 0 && !options.force)
    return {
      ...base,
      state: 'conflict',
      message: `${conflicts.join(', ')} was changed there, not by sync`,
      wayOut: 'look at the difference; --force overwrites it',
      files: puts.map(({ path }) => ({ path, change: conflicts.includes(path) ? ('conflict' as const) : ('waiting' as const) })),
    }
  if (puts.length === 0) {
    await remember(under)
    return verifyThere(under, transport, there, { state: 'same', message: 'the place has these files already', files: same })
  }
  if (!there.isWritable)
    return {
      ...base,
      state: 'refused',
      message: `${there.directory} cannot be written there`,
      wayOut: 'write as another user, or to another directory',
      files: [],
    }
  const answer = await put(transport, there.directory, puts, Math.max(options.deadlineMs, 60_000))
  if (!answer.ok) return { ...base, state: 'down', ...describeUnanswered(answer.said), files: [] }
  const outcome = answer.value
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- done comes below
  switch (outcome.kind) {
    case 'busy': {
      return { ...base, state: 'down', message: 'another sync writes there at this moment', wayOut: 'wait until it has ended', files: [] }
    }
    case 'changed': {
      return {
        ...base,
        state: 'conflict',
        message: `${outcome.file} was changed there in this moment; nothing was written`,
        wayOut: 'run it again',
        files: [{ path: outcome.file, change: 'conflict' }],
      }
    }
    case 'failed': {
      return {
        ...base,
        state: 'refused',
        message:
          outcome.step === 'rename'
            ? `not every file could be renamed there: ${outcome.said}`
            : `the files cannot be written there (${outcome.step}): ${outcome.said}; nothing was changed`,
        wayOut:
          outcome.step === 'rename' ? 'mend that and run it again: it goes on where it stopped' : 'make room, or let this user write there',
        files: [],
      }
    }
  }
  await remember(under)
  const changed = new Map(puts.map(({ path, content }) => [path, content === null ? ('removed' as const) : ('written' as const)]))
  const all = there.files.map(({ path }) => ({ path, change: changed.get(path) ?? ('same' as const) }))
  return verifyThere(under, transport, there, { state: 'written', message: `${counted(puts.length)} written`, files: all })
}

const failed = (message: string, wayOut: string, state: SyncState = 'down'): Told => ({
  state,
  message,
  wayOut,
  files: [],
  go: null,
  incidents: [],
})

async function syncWith(under: Under): Promise<Told> {
  const { session, options, repository, files, ledger } = under
  const place = parsePlace(options.place)
  const end = session.host.clock.now() + options.deadlineMs
  const left = (): number => Math.max(1, end - session.host.clock.now())
  const opened: OpenedPlace = await reach(
    session,
    options.deadlineMs,
    async (leftMs) =>
      openPlace(session.host, place, {
        top: repository.top,
        engine: options.engine,
        deadlineMs: leftMs,
        ...(session.signal === undefined ? {} : { signal: session.signal }),
      }),
    (answer) => !answer.ok && !/restarting|created/.test(answer.said),
  )
  if (!opened.ok) return failed(opened.said, opened.wayOut, opened.isDown ? 'down' : 'refused')
  // What was put there once and is no longer in git goes there, too.
  const paths = [...new Set([...files.map(({ path }) => path), ...Object.keys(ledger.put)])].toSorted()
  const nonce = await leaveNonce(session.host, repository.top, paths)
  try {
    const see = async (): Promise<Answer<Look>> =>
      reach(
        session,
        left(),
        async (leftMs) => look(opened.transport, opened.directory, nonce.id, paths, leftMs),
        (answer) => !answer.ok && (!answer.inTime || NEVER_AGAIN.test(answer.said)),
      )
    let seen = await see()
    // What a killed run left is ended first: only then can be seen what is there.
    if (seen.ok && seen.value.hasJournal && seen.value.directory !== null && seen.value.files.every(({ isShared }) => !isShared)) {
      await put(opened.transport, seen.value.directory, [], left())
      seen = await see()
    }
    if (!seen.ok) {
      const { message, wayOut } = describeUnanswered(seen.said)
      return failed(message, wayOut)
    }
    if (nonce.unmarked.length > 0)
      return failed(
        `${nonce.unmarked[0] ?? ''} of the working tree cannot be written, so nobody can tell whether the place has the same files`,
        'make the folder writable',
        'refused',
      )
    return await bring(under, opened.transport, seen.value)
  } finally {
    await nonce.remove()
  }
}

const IS_DONE: ReadonlySet<SyncState> = new Set(['written', 'same', 'shared', 'nothing'])

/**
 * Brings the staged go.mod, go.sum, go.work, go.work.sum and vendor/modules.txt of a repository into another place, all or none, and
 * verifies the modules there. A place that shows the files of this machine is never written. Throws `usage`, `git-failed` and `cancelled`.
 */
export async function sync(session: Session, options: SyncOptions): Promise<SyncOutcome> {
  const { host } = session
  if (options.source.from === 'worktree' && options.policy === 'queue')
    throw new ParityError(
      'usage',
      'files of the working tree cannot be queued: only what git has is still the same later',
      'git add them and sync what is staged, or take another policy',
    )
  const repository = await openRepository(host, options.directory)
  const label = formatPlace(parsePlace(options.place))
  const ledger = await readLedger(host, repository.commonFolder, label)
  const answer = (told: Told): SyncOutcome => ({
    document: { schema: 'goparity/sync/1', tool: { version: options.version }, place: label, isQueued: false, ...told },
    exitCode: IS_DONE.has(told.state) ? 0 : 3,
  })
  if (options.source.from === 'pending' && ledger.pending === null)
    return answer({ state: 'nothing', message: 'nothing waits for this place', wayOut: '', files: [], go: null, incidents: [] })
  const files =
    options.source.from === 'pending'
      ? await readPending(host, repository, ledger.pending ?? {})
      : await readContents(host, repository, options.source)
  if (files.length === 0 && Object.keys(ledger.put).length === 0)
    return answer({
      state: 'nothing',
      message: 'git has no go.mod here',
      wayOut: 'git add go.mod go.sum',
      files: [],
      go: null,
      incidents: [],
    })
  const told = await syncWith({ session, options, repository, files, ledger, label })
  if (session.signal?.aborted === true && !IS_DONE.has(told.state))
    throw new ParityError('cancelled', 'cancelled', 'what was begun there is ended by the next sync')
  if (told.state !== 'down' || options.policy !== 'queue') return answer(told)
  await writeLedger(host, repository.commonFolder, label, {
    ...ledger,
    pending: Object.fromEntries(files.map(({ path, blob }) => [path, blob])),
  })
  return answer({
    ...told,
    isQueued: true,
    wayOut: 'it is done with the next commit, or by goparity sync --pending',
    files: files.map(({ path }) => ({ path, change: 'waiting' })),
  })
}
