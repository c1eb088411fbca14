import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, readdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { actionsProcesses } from '../../src/github/index.js'
import { nodeHost, type Files, type Hashing, type Processes } from '../../src/host/index.js'
import { fakeHashing, memoryFiles } from '../../src/testing/index.js'
import { buildZip } from '../support/hostile-zip.js'
import { h1, makeFolder, writeTree } from '../support/project.js'

const PATH = process.env['PATH'] ?? ''
const env = { PATH }
const PREFIX = 'example.com/m@v1.0.0'
const MODULE = { 'go.mod': 'module example.com/m\n', 'a/b.go': 'package a\n', 'a.go': '' }

/** Whether a process is there; a dead one that nobody has waited for counts as gone. */
function isAlive(pid: number): boolean {
  if (!existsSync(`/proc/${String(pid)}/stat`)) return false
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z'
  } catch {
    return false
  }
}

/** Waits for something to become true; gives up when the test has long failed, so that nothing runs for ever. */
async function until(holds: () => boolean): Promise<void> {
  const patience = AbortSignal.timeout(30_000)
  while (!holds() && !patience.aborted) await new Promise((resolve) => setImmediate(resolve))
}

function node(script: string): readonly [string, readonly string[]] {
  return [process.execPath, ['-e', script]]
}

const implementations: readonly (readonly [string, Processes])[] = [
  ['node:child_process', nodeHost().processes],
  ['@actions/exec', actionsProcesses],
]

describe.each(implementations)('processes by %s', (_name, processes) => {
  it('give the exit code and both streams apart', async () => {
    const result = await processes.run(...node('process.stdout.write("out\\n"); process.stderr.write("err\\n"); process.exitCode = 7'), {
      cwd: makeFolder(),
      env,
    })
    expect(result).toMatchObject({
      ending: 'exited',
      exitCode: 7,
      stdout: { text: 'out\n', bytes: 4, truncated: false },
      stderr: { text: 'err\n', bytes: 4, truncated: false },
    })
    expect(result.durationMs).toBeGreaterThan(0)
  })

  it('pass arguments untouched: no shell reads them', async () => {
    const args = ['a b', '$HOME', '"quoted"', "it's", '*', '', 'back\\slash', '--flag=x y', 'ünï']
    const { stdout } = await processes.run(process.execPath, ['-p', 'JSON.stringify(process.argv.slice(1))', '--', ...args], {
      cwd: makeFolder(),
      env,
    })
    expect(JSON.parse(stdout.text)).toStrictEqual(args)
  })

  it('give the child exactly the environment that was asked for', async () => {
    process.env['GOPARITY_LEAK'] = 'secret'
    try {
      const { stdout } = await processes.run(process.execPath, ['-p', 'JSON.stringify(process.env)'], {
        cwd: makeFolder(),
        env: { ONE: '1', EMPTY: '', GONE: undefined },
      })
      expect(JSON.parse(stdout.text)).toStrictEqual({ ONE: '1', EMPTY: '' })
    } finally {
      delete process.env['GOPARITY_LEAK']
    }
  })

  it('run in the directory that was asked for', async () => {
    const cwd = makeFolder()
    expect((await processes.run(process.execPath, ['-p', 'process.cwd()'], { cwd, env })).stdout.text.trim()).toBe(cwd)
  })

  it('close standard input, so that a program that reads it goes on', async () => {
    const result = await processes.run(...node('process.stdin.resume().on("end", () => console.log("end"))'), { cwd: makeFolder(), env })
    expect(result).toMatchObject({ exitCode: 0, stdout: { text: 'end\n' } })
  })

  it('find a program as the PATH of the child has it', async () => {
    const folder = makeFolder()
    await writeFile(join(folder, 'parity-tool'), '#!/bin/sh\necho here\n', { mode: 0o755 })
    await writeFile(join(folder, 'plain-file'), 'x', { mode: 0o644 })
    const there = { PATH: `${folder}:${PATH}` }
    expect(await processes.find('parity-tool', there)).toBe(join(folder, 'parity-tool'))
    expect(await processes.find('parity-tool', env)).toBeNull()
    expect(await processes.find('plain-file', there)).toBeNull()
    expect((await processes.run('parity-tool', [], { cwd: makeFolder(), env: there })).stdout.text).toBe('here\n')
  })

  it('take a program by its absolute path, with a space in it', async () => {
    const folder = join(makeFolder(), 'a folder')
    await mkdir(folder)
    await writeFile(join(folder, 'tool'), '#!/bin/sh\necho "$1"\n', { mode: 0o755 })
    expect((await processes.run(join(folder, 'tool'), ['x  y'], { cwd: folder, env })).stdout.text).toBe('x  y\n')
  })

  it('reject with ENOENT when the program is not there', async () => {
    await expect(processes.run('parity-no-such-tool', [], { cwd: makeFolder(), env })).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('have no exit code when a signal ended the program', async () => {
    const result = await processes.run(...node('process.kill(process.pid, "SIGKILL")'), { cwd: makeFolder(), env })
    expect(result).toMatchObject({ ending: 'exited', exitCode: null })
  })

  it('keep the beginning and the end of a long output and count all of it', async () => {
    const script =
      'process.stdout.write("first\\n"); for (let i = 0; i < 20000; i++) process.stdout.write("line " + i + "\\n"); process.stdout.write("last\\n")'
    const { stdout } = await processes.run(...node(script), { cwd: makeFolder(), env, maxOutputBytes: 4096 })
    expect(stdout.truncated).toBe(true)
    expect(stdout.bytes).toBeGreaterThan(200_000)
    expect(stdout.text.length).toBeLessThan(5000)
    expect(stdout.text.startsWith('first\n')).toBe(true)
    expect(stdout.text.endsWith('last\n')).toBe(true)
  })

  it('hand on every byte as it comes, whatever they keep', async () => {
    const told = { stdout: 0, stderr: 0 }
    const script = 'process.stdout.write("x".repeat(300000)); process.stderr.write("y".repeat(1000))'
    const result = await processes.run(...node(script), {
      cwd: makeFolder(),
      env,
      maxOutputBytes: 100,
      onOutput: (stream, chunk) => {
        told[stream] += chunk.length
      },
    })
    expect(told).toStrictEqual({ stdout: 300_000, stderr: 1000 })
    expect(result.stdout.truncated).toBe(true)
  })

  it('show bytes that are no UTF-8 as U+FFFD', async () => {
    const { stdout } = await processes.run(...node('process.stdout.write(Buffer.from([0x61, 0xff, 0x62]))'), { cwd: makeFolder(), env })
    expect(stdout).toStrictEqual({ text: 'a\uFFFDb', bytes: 3, truncated: false })
  })

  it('end a program and what it started when they are cancelled', async () => {
    const folder = makeFolder()
    const note = join(folder, 'pids')
    const controller = new AbortController()
    const script = `sleep 1000 & echo "$$ $!" > ${note}.tmp; mv ${note}.tmp ${note}; wait`
    const running = processes.run('sh', ['-c', script], { cwd: folder, env, signal: controller.signal })
    await until(() => existsSync(note))
    controller.abort()
    expect(await running).toMatchObject({ ending: 'cancelled' })
    const pids = readFileSync(note, 'utf8').trim().split(' ').map(Number)
    expect(pids).toHaveLength(2)
    await until(() => pids.every((pid) => !isAlive(pid)))
  })

  it('end a program past its deadline', async () => {
    expect(await processes.run('sleep', ['1000'], { cwd: makeFolder(), env, deadlineMs: 1 })).toMatchObject({ ending: 'timed-out' })
  })

  it('end a program that ignores being asked', async () => {
    const folder = makeFolder()
    const note = join(folder, 'ready')
    const controller = new AbortController()
    const script = `process.on("SIGTERM", () => {}); require("fs").writeFileSync(${JSON.stringify(note)}, ""); setInterval(() => {}, 1000)`
    const running = processes.run(...node(script), { cwd: folder, env, signal: controller.signal })
    await until(() => existsSync(note))
    controller.abort()
    expect(await running).toMatchObject({ ending: 'cancelled', exitCode: null })
  })

  it('start nothing that lasts when they were cancelled before', async () => {
    expect(await processes.run('sleep', ['1000'], { cwd: makeFolder(), env, signal: AbortSignal.abort() })).toMatchObject({
      ending: 'cancelled',
    })
  })

  it('do not mind programs that are gone before their standard input is closed', async () => {
    const cwd = makeFolder()
    const results = await Promise.all(Array.from({ length: 40 }, async () => processes.run('true', [], { cwd, env })))
    expect(results.map(({ exitCode }) => exitCode)).toStrictEqual(Array.from({ length: 40 }, () => 0))
  })

  it('run several programs at once without mixing them up', async () => {
    const cwd = makeFolder()
    const results = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => processes.run(...node(`console.log(${String(index)})`), { cwd, env })),
    )
    expect(results.map(({ stdout }) => stdout.text)).toStrictEqual(Array.from({ length: 8 }, (_, index) => `${String(index)}\n`))
  })
})

/** The same files twice: `root` is where they may be put. */
const stores: readonly (readonly [
  string,
  () => { readonly files: Files; readonly root: string; link: (target: string, path: string) => Promise<void> },
])[] = [
  [
    'node:fs',
    () => ({
      files: nodeHost().files,
      root: makeFolder(),
      link: async (target, path) => symlink(target, path),
    }),
  ],
  [
    'memory',
    () => {
      const tree: Record<string, { readonly link: string }> = {}
      let files = memoryFiles()
      return {
        // Links are part of what memory files are made of: they are there from the beginning.
        get files() {
          return files
        },
        root: '/work-of-test',
        link: async (target, path) => {
          tree[path] = { link: target }
          const before = files.texts()
          files = memoryFiles({ ...before, ...tree })
        },
      }
    },
  ],
]

describe.each(stores)('files in %s', (_name, open) => {
  it('give back what was written, as bytes and as text', async () => {
    const { files, root } = open()
    await files.writeAtomically(join(root, 'deep/er/text'), 'grün\n')
    await files.writeAtomically(join(root, 'bytes'), new Uint8Array([0, 255, 10]))
    expect(new TextDecoder().decode((await files.read(join(root, 'deep/er/text'))) ?? undefined)).toBe('grün\n')
    expect([...((await files.read(join(root, 'bytes'))) ?? [])]).toStrictEqual([0, 255, 10])
  })

  it('have nothing where nothing is', async () => {
    const { files, root } = open()
    const nowhere = join(root, 'nowhere/at/all')
    expect(await files.read(nowhere)).toBeNull()
    expect(await files.status(nowhere)).toBeNull()
    expect(await files.list(nowhere)).toStrictEqual([])
    expect(await files.realPath(nowhere)).toBe(nowhere)
    await expect(files.remove(nowhere)).resolves.toBeUndefined()
  })

  it('take a path through a file for nothing', async () => {
    const { files, root } = open()
    await files.writeAtomically(join(root, 'file'), 'x')
    expect(await files.read(join(root, 'file/below'))).toBeNull()
    expect(await files.status(join(root, 'file/below'))).toBeNull()
  })

  it('refuse to read a folder, or more than is allowed', async () => {
    const { files, root } = open()
    await files.writeAtomically(join(root, 'folder/file'), '12345')
    await expect(files.read(join(root, 'folder'))).rejects.toThrow('is not a regular file')
    await expect(files.read(join(root, 'folder/file'), 4)).rejects.toThrow('has 5 bytes; at most 4 are read')
    expect(await files.read(join(root, 'folder/file'), 5)).toHaveLength(5)
  })

  it('list names by UTF-8 bytes, with their kinds', async () => {
    const { files, root } = open()
    // Two code units of U+1F600 sort below U+FF5E in UTF-16, and above it in UTF-8.
    for (const name of ['b', 'a', 'Z', '\u{1F600}', '\uFF5E', 'folder/x']) await files.writeAtomically(join(root, 'list', name), '')
    expect(await files.list(join(root, 'list'))).toStrictEqual([
      { name: 'Z', kind: 'file' },
      { name: 'a', kind: 'file' },
      { name: 'b', kind: 'file' },
      { name: 'folder', kind: 'directory' },
      { name: '\uFF5E', kind: 'file' },
      { name: '\u{1F600}', kind: 'file' },
    ])
  })

  it('say what kind and how large something is', async () => {
    const { files, root } = open()
    await files.writeAtomically(join(root, 'folder/file'), 'grün')
    expect(await files.status(join(root, 'folder/file'))).toMatchObject({ kind: 'file', size: 5 })
    expect(await files.status(join(root, 'folder'))).toMatchObject({ kind: 'directory' })
  })

  it('follow links where a file is read, and show them where they are looked at', async () => {
    const store = open()
    const { root, link } = store
    await store.files.writeAtomically(join(root, 'real/file'), 'x')
    await link(join(root, 'real'), join(root, 'way'))
    expect(await store.files.status(join(root, 'way'))).toMatchObject({ kind: 'symlink' })
    expect(await store.files.read(join(root, 'way/file'))).toHaveLength(1)
    expect(await store.files.realPath(join(root, 'way/file'))).toBe(await store.files.realPath(join(root, 'real/file')))
  })

  it('replace a file as a whole and leave nothing beside it', async () => {
    const { files, root } = open()
    const path = join(root, 'here/file')
    await files.writeAtomically(path, 'old and long')
    await files.writeAtomically(path, 'new')
    expect(new TextDecoder().decode((await files.read(path)) ?? undefined)).toBe('new')
    expect(await files.list(join(root, 'here'))).toStrictEqual([{ name: 'file', kind: 'file' }])
  })

  it('refuse to write over a folder, and leave it', async () => {
    const { files, root } = open()
    await files.writeAtomically(join(root, 'folder/file'), 'x')
    await expect(files.writeAtomically(join(root, 'folder'), 'y')).rejects.toMatchObject({ code: 'write-failed' })
    expect(await files.list(join(root, 'folder'))).toHaveLength(1)
  })

  it('remove a whole tree and nothing beside it', async () => {
    const { files, root } = open()
    for (const name of ['tree/a', 'tree/b/c', 'tree-too']) await files.writeAtomically(join(root, name), '')
    await files.remove(join(root, 'tree'))
    expect(await files.list(root)).toStrictEqual([{ name: 'tree-too', kind: 'file' }])
  })

  it('make temporary directories that are new and empty', async () => {
    const { files } = open()
    const [first, second] = [await files.makeTemporaryDirectory('goparity-test-'), await files.makeTemporaryDirectory('goparity-test-')]
    expect(first).not.toBe(second)
    expect(await files.status(first)).toMatchObject({ kind: 'directory' })
    expect(await files.list(first)).toStrictEqual([])
    await files.remove(first)
    await files.remove(second)
  })
})

describe('files in node:fs', () => {
  it('remove read-only folders, as the module cache has them', async () => {
    const { files } = nodeHost()
    const root = makeFolder()
    await files.writeAtomically(join(root, 'cache/module/file'), 'x')
    await chmod(join(root, 'cache/module/file'), 0o444)
    await chmod(join(root, 'cache/module'), 0o555)
    await files.remove(join(root, 'cache'))
    expect(await readdir(root)).toStrictEqual([])
  })
})

describe.each<[string, (folder: string, zip: string) => Hashing]>([
  ['the disk', () => nodeHost().hashing],
  ['modules that are told', (folder, zip) => fakeHashing({ [folder]: MODULE, [zip]: MODULE })],
])('hashing of %s', (_name, open) => {
  const place = makeFolder()
  const [folder, zip] = [join(place, 'm'), join(place, 'm.zip')]
  writeTree(folder, MODULE)
  writeFileSync(zip, buildZip(Object.entries(MODULE).map(([name, content]) => ({ name: `${PREFIX}/${name}`, content }))))
  const hashing = open(folder, zip)

  it('gives the hash that Go gives, of a folder as of a zip', async () => {
    const expected = {
      h1: h1(Object.fromEntries(Object.entries(MODULE).map(([name, text]) => [`${PREFIX}/${name}`, text]))),
      fault: null,
      files: 3,
      bytes: 31,
    }
    expect(await hashing.directory(folder, PREFIX)).toStrictEqual(expected)
    expect(await hashing.zip(zip, PREFIX)).toStrictEqual(expected)
  })

  it('lists the files of both by UTF-8 bytes, with the same hashes', async () => {
    const [left, right] = [await hashing.listDirectory(folder), await hashing.listZip(zip, PREFIX)]
    expect(left?.map(({ path, kind, size }) => [path, kind, size])).toStrictEqual([
      ['a.go', 'file', 0],
      ['a/b.go', 'file', 10],
      ['go.mod', 'file', 21],
    ])
    expect(right?.map(({ path, sha256 }) => [path, sha256])).toStrictEqual(left?.map(({ path, sha256 }) => [path, sha256]))
  })

  it('reads one file out of a zip, when it is there and no larger than asked', async () => {
    const read = await hashing.readZipFile(zip, PREFIX, 'a/b.go', 10)
    expect(read === null ? null : new TextDecoder().decode(read)).toBe('package a\n')
    expect(await hashing.readZipFile(zip, PREFIX, 'a/b.go', 9)).toBeNull()
    expect(await hashing.readZipFile(zip, PREFIX, 'c.go', 10)).toBeNull()
  })

  it('gives nothing for what is not there', async () => {
    const nowhere = join(place, 'nowhere')
    expect(await hashing.directory(nowhere, PREFIX)).toBeNull()
    expect(await hashing.zip(nowhere, PREFIX)).toBeNull()
    expect(await hashing.listDirectory(nowhere)).toBeNull()
    expect(await hashing.listZip(nowhere, PREFIX)).toBeNull()
    expect(await hashing.readZipFile(nowhere, PREFIX, 'go.mod', 10)).toBeNull()
  })
})
