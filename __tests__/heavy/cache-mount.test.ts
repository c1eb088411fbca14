import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { APP, makeProject } from '../scenarios/modules-project.js'

// What `RUN --mount=type=cache` of a Dockerfile gives a step: caches on mounts of their own, filled by somebody else.
// Not everybody may: then the same run must not speak of a mount.
const canMount = spawnSync('unshare', ['-rm', 'true']).status === 0
describe('caches of go on mounts of their own', () => {
  it('are verified like any other, and the build cache is said to come from outside; without a mount nothing of the kind is said', () => {
    const project = makeProject(APP)
    const [buildCache, moduleCache] = [join(project.folder, 'build-cache'), project.cache]
    const stores = [join(project.folder, 'store-build'), join(project.folder, 'store-modules')]
    for (const folder of [buildCache, moduleCache, ...stores]) mkdirSync(folder, { recursive: true })
    const script = [
      ...(canMount ? [`mount --bind '${stores[0] ?? ''}' '${buildCache}'`, `mount --bind '${stores[1] ?? ''}' '${moduleCache}'`] : []),
      `exec '${process.execPath}' '${resolve('dist/cli.js')}' run --format json -- go build -o /dev/null .`,
    ].join(' && ')
    // The home and temporary folders of this machine may lie on mounts too: those are no caches.
    const env = { ...project.env, GOCACHE: buildCache, HOME: '/nonexistent', TMPDIR: '/var/tmp' }
    const [program, ...args] = [...(canMount ? ['unshare', '-rm'] : []), 'sh', '-ec', script]
    const done = spawnSync(program, args, { cwd: project.app, env, encoding: 'utf8' })
    expect([done.status, done.stderr.includes('Error')]).toEqual([0, false])
    const report: unknown = JSON.parse(done.stdout)
    expect(report).toMatchObject({ verdict: 'ok', findings: [] })
    expect(report).toHaveProperty('integrity.layers')
    const text = JSON.stringify(report)
    expect(text.includes('trusted as go trusts it (it lies on a mount of its own')).toBe(canMount)
    expect(text).toContain('"layer":"directory","outcome":"ok","checked":2')
  })
})
