import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { HOOK_NAMES, hookScript } from '../../src/hooks/index.js'
import { HookRepository, listing, MOD } from './hook-repository.js'

let repository: HookRepository
let hooks: string

beforeEach(() => {
  repository = new HookRepository()
  hooks = join(repository.top, '.git/hooks')
})

/** What an installation must leave as it was. */
function state(): readonly [Readonly<Record<string, string>>, string, string] {
  const all = listing(join(repository.top, '.git'))
  const kept = Object.entries(all).filter(([name]) => name === 'hooks' || name.startsWith('hooks/'))
  return [
    Object.fromEntries(kept),
    repository.git('config', '--list', '--show-origin'),
    repository.git('status', '--porcelain', '--ignored'),
  ]
}

function statesOf({ hooks: entries }: { readonly hooks: readonly { readonly state: string }[] }): readonly string[] {
  return entries.map((entry) => entry.state)
}

function changesOf({ hooks: entries }: { readonly hooks: readonly { readonly change: string | null }[] }): readonly (string | null)[] {
  return entries.map(({ change }) => change)
}

describe('hook install', () => {
  it('writes four programs, and says so', async () => {
    const document = await repository.install()
    expect(document).toMatchObject({ schema: 'goparity/hooks/1', action: 'install', folder: '.git/hooks', notes: [] })
    expect(document.hooks).toStrictEqual(
      HOOK_NAMES.map((name) => ({ name, state: 'installed', change: 'installed', place: 'docker:dev', policy: 'warn', hasEarlier: false })),
    )
  })

  it('done twice changes nothing', async () => {
    await repository.install()
    const before = state()
    expect(changesOf(await repository.install())).toStrictEqual(['unchanged', 'unchanged', 'unchanged', 'unchanged'])
    expect(state()).toStrictEqual(before)
  })

  it('with other flags writes them anew', async () => {
    await repository.install()
    const { hooks: entries } = await repository.install({ place: 'devcontainer', policy: 'queue' })
    expect(entries.map(({ change, place, policy }) => [change, place, policy])).toStrictEqual(
      HOOK_NAMES.map(() => ['updated', 'devcontainer', 'queue']),
    )
  })

  it('replaces a hook of an older version, and makes one a program again', async () => {
    await repository.install()
    const options = { place: 'docker:old', policy: 'block', program: null, earlier: null, madeFolder: false } as const
    repository.hook('pre-commit', hookScript('pre-commit', options))
    chmodSync(join(hooks, 'post-merge'), 0o644)
    expect(statesOf(await repository.status())).toStrictEqual(['installed', 'off', 'installed', 'installed'])
    expect(changesOf(await repository.install())).toStrictEqual(['updated', 'updated', 'unchanged', 'unchanged'])
    expect(statesOf(await repository.status())).toStrictEqual(['installed', 'installed', 'installed', 'installed'])
  })

  it('does not overwrite one that a person edited, unless it is told to', async () => {
    await repository.install()
    const path = join(hooks, 'post-merge')
    writeFileSync(path, `${readFileSync(path, 'utf8')}# mine\n`)
    const before = state()
    await expect(repository.install({ policy: 'block' })).rejects.toMatchObject({
      code: 'usage',
      message: `${path} was written by goparity and edited since; nothing was changed`,
    })
    await expect(repository.uninstall()).rejects.toMatchObject({ code: 'usage' })
    expect(state()).toStrictEqual(before)
    const { hooks: entries, notes } = await repository.status()
    expect(entries[1]).toMatchObject({ state: 'edited', place: 'docker:dev' })
    expect(notes).toStrictEqual(['post-merge: a person edited it; goparity hook install --force writes it anew'])
    expect(changesOf(await repository.install({ force: true }))).toStrictEqual(['unchanged', 'updated', 'unchanged', 'unchanged'])
  })

  it.each(['docker:dev\nrm -rf', 'nowhere', '', '/tmp/x'])('refuses the place %j', async (place) => {
    const before = state()
    await expect(repository.install({ place })).rejects.toMatchObject({ code: 'usage' })
    expect(state()).toStrictEqual(before)
  })

  it.each([`exec:sh -c "echo 'a b' $HOME \`x\` \\\\ %s é"`, `exec:"it's" '"' ; & | * ? # ! ~`])(
    'keeps the place %j as it is',
    async (place) => {
      await repository.install({ place })
      repository.commit('x', { 'go.mod': `${MOD}// x\n` })
      expect(repository.calls().map(({ args }) => args.at(-1))).toStrictEqual([place])
      expect((await repository.status()).hooks[0]?.place).toBe(place)
    },
  )

  it('that cannot write one writes none', async () => {
    repository.hook('pre-commit', '#!/bin/sh\n')
    mkdirSync(join(hooks, 'post-rewrite'))
    const before = state()
    await expect(repository.install()).rejects.toMatchObject({
      code: 'usage',
      message: `${join(hooks, 'post-rewrite')} is no file, so it can be no hook`,
    })
    expect(state()).toStrictEqual(before)
  })
})

describe('hook uninstall', () => {
  it('leaves the repository as it was: bytes, modes, times, links and settings', async () => {
    repository.hook('pre-commit', 'echo no first line, no line feed at the end')
    repository.hook('post-merge', '#!/bin/sh\nexit 0\n')
    chmodSync(join(hooks, 'post-merge'), 0o711)
    writeFileSync(join(hooks, 'post-checkout'), Buffer.from([0x7f, 0x45, 0, 0xff, 0xfe, 10]), { mode: 0o644 })
    writeFileSync(join(repository.top, 'hook.sh'), '#!/bin/sh\n', { mode: 0o755 })
    symlinkSync('../../hook.sh', join(hooks, 'post-rewrite'))
    for (const name of ['pre-commit', 'post-merge', 'post-checkout']) utimesSync(join(hooks, name), 1e9, 1.1e9)
    const before = state()
    expect((await repository.install()).hooks.every(({ hasEarlier }) => hasEarlier)).toBe(true)
    await repository.install({ policy: 'block' })
    expect(changesOf(await repository.uninstall())).toStrictEqual(['restored', 'restored', 'restored', 'restored'])
    expect(state()).toStrictEqual(before)
    expect(changesOf(await repository.uninstall())).toStrictEqual([null, null, null, null])
    expect(state()).toStrictEqual(before)
  })

  it('removes what there was not before, the folder as well', async () => {
    rmSync(hooks, { recursive: true })
    const before = state()
    await repository.install()
    await repository.install({ policy: 'block' })
    expect(changesOf(await repository.uninstall())).toStrictEqual(['removed', 'removed', 'removed', 'removed'])
    expect(state()).toStrictEqual(before)
    expect(existsSync(hooks)).toBe(false)
  })

  it('keeps the folder when it was there, and when somebody else put something into it', async () => {
    await repository.install()
    await repository.uninstall()
    expect(existsSync(hooks)).toBe(true)
    rmSync(hooks, { recursive: true })
    await repository.install()
    repository.hook('pre-push', '#!/bin/sh\n')
    await repository.uninstall()
    expect(Object.keys(listing(hooks))).toStrictEqual(['pre-push'])
  })

  it('puts the hook from before back when somebody took ours away', async () => {
    repository.hook('pre-commit', '#!/bin/sh\n# mine\n')
    const before = state()
    await repository.install()
    rmSync(join(hooks, 'pre-commit'))
    await repository.uninstall()
    expect(state()).toStrictEqual(before)
  })

  it('leaves a hook that somebody wrote over ours, and says so', async () => {
    repository.hook('pre-commit', '#!/bin/sh\n# mine\n')
    await repository.install()
    repository.hook('pre-commit', '#!/bin/sh\n# of a tool\n')
    const { hooks: entries, notes } = await repository.status()
    expect(entries[0]?.state).toBe('replaced')
    expect(notes).toHaveLength(1)
    await expect(repository.install()).rejects.toMatchObject({ code: 'usage' })
    const document = await repository.uninstall()
    expect(changesOf(document)[0]).toBe('left')
    expect(document.notes[0]).toContain('somebody wrote another hook over that of goparity')
    expect(readFileSync(join(hooks, 'pre-commit'), 'utf8')).toContain('of a tool')
    expect(readFileSync(join(hooks, 'pre-commit.before-goparity'), 'utf8')).toContain('mine')
  })
})

describe('the folder of the hooks', () => {
  it.each([
    ['.githooks', '.githooks'],
    ['.git/other', '.git/other'],
  ])('is %s when core.hooksPath says so, seen from a folder below as well', async (configured, folder) => {
    repository.git('config', 'core.hooksPath', configured)
    const before = state()
    mkdirSync(join(repository.top, 'below'))
    const document = await repository.install({ directory: join(repository.top, 'below') })
    expect(document.folder).toBe(folder)
    expect(statesOf(await repository.status(join(repository.top, 'below')))).toStrictEqual(HOOK_NAMES.map(() => 'installed'))
    repository.write({ 'go.mod': `${MOD}// x\n` })
    repository.git('commit', '-q', '-a', '-m', 'x')
    expect(repository.calls()).toHaveLength(1)
    await repository.uninstall()
    expect(state()).toStrictEqual(before)
  })

  it('that git commits holds no path of this machine, and that is said', async () => {
    repository.git('config', 'core.hooksPath', '.githooks')
    const program = { node: process.execPath, cli: join(repository.bin, 'goparity') }
    const { notes } = await repository.install({ program })
    expect(notes).toStrictEqual(['.githooks is a part of the working tree: commit the hooks, or keep them out of git'])
    expect(readFileSync(join(repository.top, '.githooks/pre-commit'), 'utf8')).not.toContain(repository.folder)
    repository.write({ '.gitignore': '.githooks\n' })
    expect((await repository.install({ program })).notes).toStrictEqual([])
    expect(readFileSync(join(repository.top, '.githooks/pre-commit'), 'utf8')).toContain(repository.folder)
  })

  it.each(['absolute', 'relative', 'link', '/dev/null'])('outside of the repository is refused (%s)', async (kind) => {
    const outside = join(repository.folder, 'outside')
    mkdirSync(outside)
    if (kind === 'link') {
      rmSync(hooks, { recursive: true })
      symlinkSync('../../outside', hooks)
    } else repository.git('config', 'core.hooksPath', kind === 'absolute' ? outside : kind === 'relative' ? '../outside' : kind)
    const before = state()
    await expect(repository.install()).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('which lies outside of it; nothing was changed'),
      hint: expect.stringMatching(
        kind === 'link' ? /is a link/ : /^give this repository hooks of its own: git config core\.hooksPath \.git\/hooks$/,
      ),
    })
    expect(state()).toStrictEqual(before)
    expect(listing(outside)).toStrictEqual({})
  })

  it('of before is cleared when core.hooksPath was set since', async () => {
    const [before] = state()
    await repository.install()
    repository.git('config', 'core.hooksPath', join(repository.folder, 'outside'))
    expect((await repository.status()).notes).toStrictEqual([
      `git reads hooks from ${join(repository.folder, 'outside')} (core.hooksPath), not those of goparity in .git/hooks: install again`,
    ])
    await repository.uninstall()
    expect(state()[0]).toStrictEqual(before)
  })

  it('is the one of the repository for every working tree', async () => {
    const tree = join(repository.folder, 'tree')
    repository.git('worktree', 'add', '-q', tree, '-b', 'tree')
    const before = state()
    expect((await repository.install({ directory: tree })).folder).toBe(hooks)
    writeFileSync(join(tree, 'go.mod'), `${MOD}// tree\n`)
    repository.gitIn(tree, 'commit', '-q', '-a', '-m', 'x')
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// tree`, env: { GIT_DIR: join(repository.top, '.git/worktrees/tree') } }])
    expect(changesOf(await repository.install())).toStrictEqual(HOOK_NAMES.map(() => 'unchanged'))
    await repository.uninstall()
    expect(state()).toStrictEqual(before)
  })

  it('of a working tree of a bare repository is that of the bare one, which itself is refused', async () => {
    const bare = join(repository.folder, 'bare.git')
    repository.git('clone', '-q', '--bare', repository.top, bare)
    await expect(repository.install({ directory: bare })).rejects.toMatchObject({
      code: 'usage',
      message: `${bare} is a bare repository: nobody commits in it, so none of these hooks would run`,
    })
    const tree = join(repository.folder, 'tree')
    repository.gitIn(bare, 'worktree', 'add', '-q', tree, 'main')
    expect((await repository.install({ directory: tree })).folder).toBe(join(bare, 'hooks'))
    writeFileSync(join(tree, 'go.mod'), `${MOD}// tree\n`)
    repository.gitIn(tree, 'commit', '-q', '-a', '-m', 'x')
    expect(repository.calls()).toHaveLength(1)
  })

  it('of a submodule lies in the repository around it, and only its commits are concerned', async () => {
    const source = new HookRepository()
    repository.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', source.top, 'sub')
    repository.git('commit', '-q', '-m', 'sub')
    const sub = join(repository.top, 'sub')
    expect((await repository.install({ directory: sub })).folder).toBe(join(repository.top, '.git/modules/sub/hooks'))
    writeFileSync(join(sub, 'go.mod'), `${MOD}// sub\n`)
    repository.gitIn(sub, 'commit', '-q', '-a', '-m', 'x')
    expect(repository.calls()).toMatchObject([{ staged: `${MOD}// sub` }])
    repository.commit('around', { 'go.mod': `${MOD}// around\n` })
    expect(repository.calls()).toStrictEqual([])
  })

  it('is found by GIT_DIR, also by a relative one', async () => {
    for (const directory of [join(repository.top, '.git'), '.git']) {
      Object.assign(repository.env, { GIT_DIR: directory })
      expect((await repository.install()).folder).toBe('.git/hooks')
      delete repository.env['GIT_DIR']
    }
    await repository.uninstall()
  })

  it('is not looked for in the folder of git, nor where there is no repository', async () => {
    await expect(repository.install({ directory: hooks })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('lies in the folder of git'),
    })
    await expect(repository.status(repository.folder)).rejects.toMatchObject({ code: 'git-failed' })
  })
})
