import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { goSumOf, writeTree, type ProxyModule } from '../../support/project.js'
import { cat, MUX, PROGRAM, QUOTE, says, show, WORDS, rulesOf, type Bench } from './bench.js'
import type { Claim, Measurement } from './claim.js'

const HASHES = /"(?:Sum|GoModSum)"/

/** The hash of the zip that goSumOf computes from the files alone, by the definition of golang.org/x/mod/sumdb/dirhash. */
function ownHash(module: ProxyModule): string {
  return goSumOf([module]).split(/\s/)[2] ?? ''
}

async function sameHash(bench: Bench): Promise<Measurement> {
  const project = bench.project(PROGRAM)
  const words = await show(project, ['mod', 'download', '-json', 'example.com/words@v1.0.0'], { only: HASHES })
  const poisoned = bench.project(PROGRAM, { modules: [QUOTE, { ...WORDS, files: { ...WORDS.files, 'evil.go': 'package words\n' } }] })
  const refused = await show(poisoned, ['mod', 'download'])
  return {
    shown: [words, refused],
    facts: {
      'The h1: of a module is the one that its files alone give, by the published definition, whatever the release.': says(
        words,
        ownHash(WORDS),
      ),
      'A proxy that serves other content makes a mismatch.': refused.exitCode === 1 && says(refused, 'checksum mismatch'),
    },
    found: await rulesOf(poisoned),
  }
}

async function noOrder(bench: Bench): Promise<Measurement> {
  const { 'main.go': main = '' } = PROGRAM
  const lines = ['require example.com/mux v1.8.0', 'require example.com/quote v1.2.0', 'require example.com/words v1.0.0 // indirect']
  const files = (order: readonly string[]): Record<string, string> => ({
    'go.mod': `module example.com/app\n\ngo 1.20\n\n${order.join('\n\n')}\n`,
    'main.go': main.replace('"example.com/quote"', '_ "example.com/mux"\n\t"example.com/quote"'),
  })
  const [one, other] = [bench.project(files(lines)), bench.project(files(lines.toReversed()))]
  const ran = [await show(one, ['mod', 'tidy']), await show(other, ['mod', 'tidy'])]
  const [first, second] = [cat(one, 'go.sum'), cat(other, 'go.sum')]
  const [mod, modOther] = [cat(one, 'go.mod'), cat(other, 'go.mod')]
  const alone = bench.project({ 'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/words v1.0.0\n' })
  const words = await show(alone, ['mod', 'download', '-json', 'example.com/words@v1.0.0'], { only: HASHES })
  return {
    shown: [modOther, first],
    facts: {
      'Two go.mod files with the same requirements in another order give the same go.sum, byte for byte.':
        ran.every(({ exitCode }) => exitCode === 0) &&
        first.output.join('\n') === second.output.join('\n') &&
        mod.output.join('\n') !== modOther.output.join('\n') &&
        first.output.length === 6,
      'A module has the same h1: whether it is required directly, indirectly or alone.':
        says(words, ownHash(WORDS)) && says(first, ownHash(WORDS)),
    },
  }
}

async function twoLines(bench: Bench): Promise<Measurement> {
  const project = bench.project({
    'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/mux v1.8.0\n',
    'main.go': 'package main\n\nimport _ "example.com/mux"\n\nfunc main() {}\n',
  })
  const tidy = await show(project, ['mod', 'tidy'])
  const sum = cat(project, 'go.sum')
  return {
    shown: [tidy, sum],
    facts: {
      'A module without requirements brings two lines into go.sum, its own, and no other module.':
        tidy.exitCode === 0 && `${sum.output.join('\n')}\n` === goSumOf([MUX]),
    },
  }
}

/** A module whose path tells go the kind of its repository, so that no server is asked for it. */
const GIT: ProxyModule = {
  path: 'example.com/m.git',
  version: 'v1.0.0',
  files: {
    '.gitattributes': 'version.txt export-subst\n',
    'go.mod': 'module example.com/m.git\n\ngo 1.20\n',
    'm.go': 'package m\n',
    'version.txt': '$Format:%d$\n',
  },
}

async function direct(bench: Bench): Promise<Measurement> {
  const project = bench.project(
    { 'go.mod': 'module example.com/app\n\ngo 1.20\n\nrequire example.com/m.git v1.0.0\n', 'go.sum': goSumOf([GIT]) },
    { modules: [GIT] },
  )
  const source = join(project.folder, 'repository')
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' }
  const git = (...args: readonly string[]): unknown =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], { cwd: source, env, stdio: 'pipe' })
  writeTree(source, GIT.files)
  git('init', '-q')
  git('add', '-A')
  git('commit', '-q', '-m', 'first')
  git('tag', 'v1.0.0')
  writeTree(join(project.folder, 'home'), { '.gitconfig': `[url "file://${source}"]\n\tinsteadOf = https://example.com/m\n` })
  const args = ['mod', 'download', '-json', 'example.com/m.git@v1.0.0']
  const sum = /"Sum"/
  const byProxy = await show(project, args, { only: sum, set: { GOPROXY: project.env['GOPROXY'] ?? '' } })
  const fromGit = { GOPROXY: 'direct', GOMODCACHE: join(project.folder, 'direct') }
  const byGit = await show(project, args, { only: sum, set: fromGit })
  writeTree(source, { 'm.go': 'package m\n\nconst Moved = true\n' })
  git('commit', '-q', '-a', '-m', 'second')
  git('tag', '-f', 'v1.0.0')
  const moved = await show(project, ['mod', 'download'], { set: { GOPROXY: 'direct', GOMODCACHE: join(project.folder, 'moved') } })
  const hide = (shown: typeof byGit): typeof byGit => ({ ...shown, command: shown.command.replace(/ GOMODCACHE=\S+/, '') })
  return {
    shown: [
      hide(byProxy),
      hide(byGit),
      { command: 'git tag -f v1.0.0    # by the author of the module, on another commit', exitCode: 0, output: [] },
      hide(moved),
    ],
    facts: {
      'Fetched from its repository and from a proxy a version has the same h1:, even with export-subst in its .gitattributes.':
        says(byProxy, ownHash(GIT)) && says(byGit, ownHash(GIT)),
      'After its tag was moved the repository gives another one, and go refuses it.':
        moved.exitCode === 1 && says(moved, 'checksum mismatch'),
    },
  }
}

/** What is said of the h1: hashes. */
export const HASH_CLAIMS: readonly Claim[] = [
  {
    number: 1,
    says: 'A checksum mismatch mostly comes from a polluted proxy cache, or from a Go upgrade that changed how the hash is computed.',
    verdict: 'partly true',
    truth:
      'The first half can be; the second cannot. `h1:` is a fixed definition (golang.org/x/mod/sumdb/dirhash), and every Go release computes the same. A mismatch means other content: a moved tag, a poisoned proxy or cache, an edited go.sum. Never answer it by deleting go.sum.',
    rules: ['checksum/gosum-mismatch'],
    measure: sameHash,
    byNetwork: 'The hash of golang.org/x/text v0.3.0 is the same with every release.',
  },
  {
    number: 2,
    says: 'The hash of a module depends on the order of the require lines, or on its indirect dependencies.',
    verdict: 'false',
    truth:
      'The hash covers the files of one module version and nothing else. go.sum is sorted and is a set: its order means nothing either. What differs between two machines is which lines are there.',
    rules: ['modules/go-sum-drift', 'modules/sum-drift'],
    measure: noOrder,
  },
  {
    number: 3,
    says: 'github.com/gorilla/mux v1.8.0 has another hash under Go 1.21 than under Go 1.20, and golang.org/x/net appears in go.sum.',
    verdict: 'false',
    truth:
      'That module requires nothing, so it brings its own two lines and no other, and they are the same under every release. A stand-in for it is measured here.',
    rules: ['modules/sum-drift'],
    measure: twoLines,
    byNetwork: 'The real github.com/gorilla/mux v1.8.0 brings the same two lines with every release, and nothing else.',
  },
  {
    number: 4,
    says: 'GOPROXY=direct may give another hash than a proxy.',
    verdict: 'false',
    truth:
      'Go makes the same zip from a repository as a proxy does, and switches off what git would rewrite on the way. If the hashes differ, the content does: mostly the tag was moved after the proxy had fetched it. goparity fetches the module from every entry of GOPROXY and from the repository, and says which of them serves what.',
    rules: ['checksum/gosum-mismatch', 'checksum/sumdb-mismatch'],
    measure: direct,
  },
]
