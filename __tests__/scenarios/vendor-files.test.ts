import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { describe, expect, it, jest } from '@jest/globals'
import { writeTree } from '../support/project.js'
import { verifyOne } from './modules-project.js'
import { change, PROGRAM, told, vendoredProgram } from './vendor-project.js'

// The go command does the work, on a machine that may be busy.
jest.setTimeout(120_000)

const RICH = 'vendor/example.com/Rich'

describe('the files of a vendor folder', () => {
  it('are those of the module by the rules of go mod vendor: other systems and embedded files, no tests, nothing ignored', async () => {
    const project = await vendoredProgram()
    const { findings, integrity } = await verifyOne(project)
    expect(findings).toEqual([])
    expect(integrity.layers.find(({ layer }) => layer === 'vendor')).toEqual({ layer: 'vendor', outcome: 'ok', checked: 9, failed: 0 })
  })

  it('are each told with module, package, first changed line and a small difference', async () => {
    const project = await vendoredProgram()
    change(project, `${RICH}/lib/lib.go`, (text) => text.replace('return text', 'return "\u001B[31mevil\u202E"'))
    change(project, `${RICH}/lib/lib_windows.go`, (text) => text.replace('onWindows', 'onEvil'))
    change(project, `${RICH}/lib/data/text.txt`, (text) => `${text}four\n`)
    change(project, `${RICH}/LICENSE`, () => 'mine\n')
    const { findings, mayBuild } = await verifyOne(project)
    expect(findings.map(({ location, subject }) => [location?.file, location?.line, subject.module, subject.package])).toEqual([
      [`${RICH}/LICENSE`, 1, 'example.com/Rich@v1.4.0', undefined],
      [`${RICH}/lib/data/text.txt`, 4, 'example.com/Rich@v1.4.0', undefined],
      [`${RICH}/lib/lib.go`, 9, 'example.com/Rich@v1.4.0', 'example.com/Rich/lib'],
      [`${RICH}/lib/lib_windows.go`, 3, 'example.com/Rich@v1.4.0', 'example.com/Rich/lib'],
    ])
    expect(findings[2]?.evidence).toEqual([
      'compared with a fresh copy by go mod vendor: modified',
      '@@ -8,2 +8,2 @@',
      ' // Text is what it says.',
      '-func Text() string { return text }',
      '+func Text() string { return "�[31mevil�" }',
    ])
    expect(findings.map(({ message }) => message.includes('go builds it as it is'))).toEqual([false, true, true, true])
    expect(mayBuild).toBe(false)
  })

  it('that were added are errors where go builds or may embed them, and untidy elsewhere', async () => {
    const project = await vendoredProgram()
    writeTree(project.app, {
      'vendor/README.md': 'ours\n',
      [`${RICH}/plain/BUILD.bazel`]: 'go_library()\n',
      [`${RICH}/plain/evil_linux.go`]: 'package plain\n\nfunc init() { println("evil") }\n',
      [`${RICH}/plain/_off.go`]: 'package plain\n',
      [`${RICH}/lib/data/more.txt`]: 'more\n',
      [`${RICH}/lib/x.s`]: 'TEXT\n',
    })
    const { findings } = await verifyOne(project)
    expect(told(findings)).toEqual([
      `warning vendor/modified vendor/README.md:1 vendor/README.md does not belong there`,
      `error vendor/modified ${RICH}/lib/data/more.txt:1 ${RICH}/lib/data/more.txt does not belong there`,
      `error vendor/modified ${RICH}/lib/x.s:1 ${RICH}/lib/x.s does not belong there`,
      `warning vendor/modified ${RICH}/plain/BUILD.bazel:1 ${RICH}/plain/BUILD.bazel does not belong there`,
      `warning vendor/modified ${RICH}/plain/_off.go:1 ${RICH}/plain/_off.go does not belong there`,
      `error vendor/modified ${RICH}/plain/evil_linux.go:1 ${RICH}/plain/evil_linux.go does not belong there`,
    ])
  })

  it('that are links or pipes are named, never opened, and what would lie below a link is not called missing', async () => {
    const project = await vendoredProgram()
    renameSync(`${project.app}/${RICH}/lib`, `${project.folder}/elsewhere`)
    symlinkSync(`${project.folder}/elsewhere`, `${project.app}/${RICH}/lib`)
    rmSync(`${project.app}/${RICH}/plain/plain.go`)
    execFileSync('mkfifo', [`${project.app}/${RICH}/plain/plain.go`])
    // go hangs on the pipe: the layers before it do not read vendor/.
    const { findings } = await verifyOne(project)
    expect(told(findings)).toEqual([
      `error vendor/modified ${RICH}/lib:1 ${RICH}/lib is a link`,
      `error vendor/modified ${RICH}/plain/plain.go:1 ${RICH}/plain/plain.go is no regular file`,
    ])
  })

  it('are not looked for behind a link out of the project, and are behind one inside', async () => {
    const outside = await vendoredProgram()
    renameSync(`${outside.app}/vendor`, `${outside.folder}/vendor`)
    symlinkSync(`${outside.folder}/vendor`, `${outside.app}/vendor`)
    expect(told((await verifyOne(outside)).findings)).toEqual(['error vendor/modified vendor:1 vendor is a link'])

    const inside = await vendoredProgram()
    mkdirSync(`${inside.app}/third_party`)
    renameSync(`${inside.app}/vendor`, `${inside.app}/third_party/vendor`)
    symlinkSync('third_party/vendor', `${inside.app}/vendor`)
    change(inside, `${RICH}/plain/plain.go`, (text) => text.replace('1', '2'))
    expect(told((await verifyOne(inside)).findings)).toEqual([
      `error vendor/modified ${RICH}/plain/plain.go:4 ${RICH}/plain/plain.go was edited`,
    ])
  })

  it('checked out with CRLF are one warning with the line for .gitattributes, and an edit among them stays an error', async () => {
    const project = await vendoredProgram()
    const files = ['LICENSE', 'NOTICE.txt', 'lib/data/text.txt', 'lib/lib.go', 'plain/plain.go'].map((file) => `${RICH}/${file}`)
    for (const file of [...files, 'vendor/modules.txt']) change(project, file, (text) => text.replaceAll('\n', '\r\n'))
    change(project, `${RICH}/plain/plain.go`, (text) => text.replace('return 1', 'return 2'))
    const { findings } = await verifyOne(project)
    expect(told(findings)).toEqual([
      `warning vendor/modified ${RICH}/LICENSE:1 5 files of vendor have other line ends`,
      `error vendor/modified ${RICH}/plain/plain.go:4 ${RICH}/plain/plain.go was edited`,
    ])
    expect(findings[0]?.fix[0]?.edit).toContain('`vendor/** -text`')
    expect(findings[0]?.evidence).toEqual([
      'compared with a fresh copy by go mod vendor: line-ends',
      ...files.slice(0, 4),
      'vendor/modules.txt',
    ])
  })

  it('differing in their thousands are bounded: the errors first, the rest counted', async () => {
    const project = await vendoredProgram()
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, at) => [`${RICH}/plain/a${String(at)}.txt`, 'x']))
    writeTree(project.app, many)
    change(project, `${RICH}/plain/plain.go`, (text) => text.replace('1', '2'))
    const { findings, integrity } = await verifyOne(project)
    expect(findings).toHaveLength(200)
    expect(findings.filter(({ severity }) => severity === 'error').map(({ location }) => location?.file)).toEqual([
      `${RICH}/plain/plain.go`,
    ])
    expect(findings.filter(({ message }) => message.includes('2801 more files of vendor/ differ.'))).toHaveLength(1)
    expect(integrity.layers.find(({ layer }) => layer === 'vendor')).toMatchObject({ outcome: 'failed', checked: 3009, failed: 1 })
  })

  it('of a replacement by another module are compared with that one, and the words say so', async () => {
    const project = await vendoredProgram({
      ...PROGRAM,
      'go.mod': `${PROGRAM['go.mod'] ?? ''}\nreplace example.com/small => example.com/fork v0.3.0\n`,
    })
    change(project, 'vendor/example.com/small/small.go', (text) => text.replace('true', 'false'))
    const { findings } = await verifyOne(project)
    const edited = findings.find(({ rule }) => rule === 'vendor/modified')
    expect(edited?.subject.module).toBe('example.com/small@v0.1.0')
    expect(edited?.message).toContain('is not what example.com/small@v0.1.0 (replaced by example.com/fork@v0.3.0) holds')
    expect(edited?.location?.line).toBe(3)
  })
})
