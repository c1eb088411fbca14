import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { plan, type PlanDocument } from '../../src/operations/index.js'
import { DROPPED, NATIVE, OWN_C } from '../support/plan-cases.js'
import { goTestEnv, makeFolder, testHost, writeTree, type FileTree } from '../support/project.js'

jest.setTimeout(600_000)

const IMAGE = 'localhost/goparity-plan:1'
const GLOBAL = ['--storage-driver=vfs', '--cgroup-manager=cgroupfs', '--runtime', 'runc']
/** Machines that are containers themselves refuse the default limits. */
const ENGINE = `podman --storage-driver=vfs --cgroup-manager=cgroupfs --runtime=runc --ulimit=nofile=1024:1024 --ulimit=nproc=1024:1024`

/** An image with a shell and Go, and no C compiler. */
function importImage(): void {
  const root = join(makeFolder(), 'root')
  for (const folder of ['bin', 'tmp', 'root', 'usr/local', 'etc', 'proc', 'sys', 'dev']) mkdirSync(join(root, folder), { recursive: true })
  const busybox = execFileSync('which', ['busybox'], { encoding: 'utf8' }).trim()
  cpSync(busybox, join(root, 'bin/busybox'))
  for (const name of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n'))
    if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name))
  const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
  for (const name of ['bin', 'pkg', 'src', 'VERSION', 'go.env'])
    cpSync(join(goroot, name), join(root, 'usr/local/go', name), { recursive: true })
  const tar = spawnSync(
    'sh',
    [
      '-c',
      `tar -C "$1" -c . | podman ${GLOBAL.join(' ')} import --change 'ENV PATH=/usr/local/go/bin:/bin' --change 'ENV HOME=/root' - ${IMAGE}`,
      'sh',
      root,
    ],
    { encoding: 'utf8' },
  )
  if (tar.status !== 0) throw new Error(`the image cannot be imported:\n${tar.stderr}`)
}

async function planInside(files: FileTree, targets: readonly string[], image: string = IMAGE): Promise<PlanDocument> {
  const folder = makeFolder()
  const app = join(folder, 'app')
  writeTree(app, { 'go.mod': 'module example.com/app\n\ngo 1.21\n', ...files })
  const env = { ...goTestEnv(folder), HOME: process.env['HOME'] }
  const session = { host: testHost(app, env), progress: () => undefined }
  const options = { directory: app, config: { targets: [...targets] }, version: '0.0.0-test', job: { name: 'leg' } }
  const { document } = await plan(session, { ...options, in: { image, engine: ENGINE } })
  return document
}

function containers(): string {
  return execFileSync('podman', [...GLOBAL, 'ps', '-q'], { encoding: 'utf8' }).trim()
}

describe('a plan inside of an image', () => {
  beforeAll(importImage)
  afterAll(() => void spawnSync('podman', [...GLOBAL, 'rmi', '-f', IMAGE]))

  it('without a C compiler leaves cgo off by itself, and says what is left out', async () => {
    const { roots } = await planInside(DROPPED, [NATIVE])
    expect(roots[0]?.plans).toMatchObject([
      {
        target: `${NATIVE}-cgo`,
        verdict: 'builds-without',
        without: [{ package: 'example.com/app/fast', files: ['fast_cgo.go'], replacements: ['fast_plain.go'] }],
      },
    ])
    expect(roots[0]?.plans[0]?.steps.find(({ question }) => question === 'cgo')?.answer).toContain('no C compiler on PATH')
  })

  it('says that the compiler is missing there, where cgo is asked for, though it is here', async () => {
    const { roots } = await planInside(OWN_C, [`${NATIVE}+cgo`])
    expect(roots[0]?.plans).toMatchObject([{ verdict: 'cannot', rule: 'cgo/compiler-missing' }])
  })

  it('leaves no container behind, and an image that is not there is one clear error', async () => {
    await expect(planInside(OWN_C, [NATIVE], 'localhost/goparity-nothere:1')).rejects.toThrow(
      /no container of localhost\/goparity-nothere:1 can be started/,
    )
    expect(containers()).toBe('')
  })
})
