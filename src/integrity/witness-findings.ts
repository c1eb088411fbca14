import type { Finding, Fix, Location } from '../report/index.js'

/** One hash that the database has otherwise. */
export interface Mismatch {
  readonly line: {
    readonly path: string
    readonly version: string
    readonly places?: { readonly h1?: Location; readonly goMod?: Location }
  }
  readonly goMod: boolean
  /** Given, and what the database has. */
  readonly hash: string
  readonly known: string
  readonly database: string
  readonly root: string | undefined
}

/** Words that a shell takes as they are. */
const PLAIN = /^[\w./-]+$/

function whoWrote(place: Location | undefined, hash: string): readonly Fix[] {
  if (place === undefined || !PLAIN.test(place.file) || place.file.startsWith('-')) return []
  return [
    {
      command: `git log --format='%h %an %ad %s' -S '${hash}' -- ${place.file}`,
      why: 'Shows the commit that brought the line in: from then on builds with other code than the rest of the world passed.',
    },
  ]
}

/** The finding for a hash that the checksum database has otherwise. It never proposes to stop asking. */
export function mismatchFinding({ line, goMod, hash, known, database, root }: Mismatch): Finding {
  const { path, version, places } = line
  const module = `${path}@${version}`
  const place = goMod ? places?.goMod : places?.h1
  const where = place === undefined ? 'go.sum' : `${place.file}${place.line === undefined ? '' : `:${String(place.line)}`}`
  const entry = `${path} ${version}${goMod ? '/go.mod' : ''}`
  return {
    rule: 'checksum/sumdb-mismatch',
    severity: 'error',
    state: 'new',
    title: `${goMod ? `the go.mod file of ${module}` : module} is not what ${database} knows`,
    message:
      `${where} holds ${goMod ? 'the go.mod file of ' : ''}${module} to another hash than ${database}, which everybody asks. ` +
      `${goMod ? 'It decides which versions are built' : 'go accepts and builds the code with that hash'}, and it is not what the rest of the world got for this version. Do not build with it before it is known who changed it.`,
    subject: { module: goMod ? `${module}/go.mod` : module },
    ...(place === undefined ? {} : { location: place }),
    evidence: [`${where}: ${entry} ${hash}`, `${database}: ${entry} ${known}`],
    fix: [
      ...whoWrote(place, hash),
      {
        edit: `In ${where}, replace the hash of \`${entry}\` by ${known}, remove this one version from the module cache, and build again.`,
        why: 'Everybody else builds that code. If go then says that the download differs, the proxy or the network that serves it is the one that lies.',
      },
    ],
    source: 'integrity',
    ...(root === undefined ? {} : { root }),
  }
}

/** The finding for a database that showed two histories, of which `lines` is go's own proof. */
export function forkFinding(database: string, lines: readonly string[], root: string | undefined): Finding {
  return {
    rule: 'checksum/sumdb-mismatch',
    severity: 'error',
    state: 'new',
    title: `${database} shows two histories`,
    message:
      `What ${database} answers now and what it signed for this machine before exclude each other. One of the two was made for somebody in particular, ` +
      'so nothing that it says of a module can be believed, and no module was vouched for.',
    subject: { tool: 'checksum database' },
    evidence: lines,
    fix: [
      {
        edit: 'Ask from another network, and without the GOPROXY in between; keep the lines above: they prove the fork to anybody.',
        why: 'If only one way shows the other history, whoever runs that way makes it up.',
      },
    ],
    source: 'integrity',
    ...(root === undefined ? {} : { root }),
  }
}
