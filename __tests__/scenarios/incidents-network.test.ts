import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { goSumOf, writeProxy, writeTree, type ProxyModule } from '../support/project.js'
import { makeProject, type IncidentProject } from './incidents-project.js'
import { RELEASES, commandOf, editOf, goRelease } from './incidents-releases.js'
import { failingWhileServed, makeCertificate, passingWhileServed, startServer, type Answer } from './incidents-server.js'

const dep: ProxyModule = { path: 'example.com/dep', version: 'v1.0.0', files: { 'dep.go': 'package dep\n' } }
const files = {
  'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire example.com/dep v1.0.0\n',
  'go.sum': goSumOf([dep]),
  'main.go': 'package main\n\nimport _ "example.com/dep"\n\nfunc main() {}\n',
}
const BUILD = 'go build -o /dev/null .'

function dependent(): { readonly project: IncidentProject; readonly folder: string } {
  const project = makeProject(files)
  const folder = join(project.folder, '..', 'proxy')
  writeProxy(folder, [dep])
  return { project, folder }
}

/** Serves the files of a folder. */
function serve(folder: string): Answer {
  return ({ url = '' }, response) => {
    const path = join(folder, new URL(url, 'http://x').pathname)
    if (existsSync(path)) response.end(readFileSync(path))
    else {
      response.statusCode = 404
      response.end('not found')
    }
  }
}

describe.each(RELEASES)('what go %s says of a network', (release) => {
  const go = goRelease(release)

  it('names the host that has no address, and builds with a proxy that has one', async () => {
    const { project, folder } = dependent()
    const incidents = await failingWhileServed(project, BUILD, { ...go, GOPROXY: 'https://modules.nowhere.invalid' })
    expect(incidents).toMatchObject([{ rule: 'network/dns', confidence: 'certain', culprit: { host: 'modules.nowhere.invalid' } }])
    expect(incidents[0]?.cause).toContain('example.com/dep@v1.0.0')
    expect(incidents[0]?.fix.map(({ edit = '' }) => edit).join('\n')).toContain('Set GOPROXY to a proxy that this machine reaches')
    await passingWhileServed(project, BUILD, { ...go, GOPROXY: await startServer(serve(folder)) })
  })

  it('tries again when a proxy failed in passing', async () => {
    const { project, folder } = dependent()
    let broken = true
    const good = serve(folder)
    const proxy = await startServer((request, response) => {
      if (!broken) {
        good(request, response)
        return
      }
      response.statusCode = 502
      response.end('bad gateway')
    })
    const env = { ...go, GOPROXY: proxy }
    const incidents = await failingWhileServed(project, BUILD, env)
    expect(incidents).toMatchObject([{ rule: 'network/proxy-unreachable', confidence: 'certain', culprit: { host: proxy.slice(7) } }])
    broken = false
    await passingWhileServed(project, `${commandOf(incidents, 0)} && ${BUILD}`, env)
  })

  it('tells a proxy that hangs up, and one where nobody listens, from one that answers', async () => {
    const { project, folder } = dependent()
    const rude = await startServer((_request, response) => {
      response.destroy()
    })
    for (const proxy of [rude, 'http://127.0.0.1:1'])
      expect(await failingWhileServed(project, BUILD, { ...go, GOPROXY: proxy })).toMatchObject([
        { rule: 'network/proxy-unreachable', confidence: 'certain', culprit: { host: proxy.slice(7) } },
      ])
    await passingWhileServed(project, BUILD, { ...go, GOPROXY: `http://127.0.0.1:1|${await startServer(serve(folder))}` })
  })

  it('says that a version is not there, and which ones are', async () => {
    const { folder } = dependent()
    const project = makeProject({ ...files, 'go.mod': files['go.mod'].replace('v1.0.0', 'v1.9.9') })
    const env = { ...go, GOPROXY: await startServer(serve(folder)) }
    const incidents = await failingWhileServed(project, BUILD.replace('build', 'build -mod=mod'), env)
    expect(incidents).toMatchObject([
      { rule: 'network/proxy-unreachable', confidence: 'likely', culprit: { module: 'example.com/dep@v1.9.9' } },
    ])
    // The module that is required has no go.mod yet: the versions are asked for from elsewhere.
    expect(await passingWhileServed(makeProject({}), commandOf(incidents, 0), env)).toContain('v1.0.0')
    writeTree(project.folder, files)
    await passingWhileServed(project, BUILD, env)
  })

  it('fills the cache where the network was switched off', async () => {
    const { project, folder } = dependent()
    const incidents = await failingWhileServed(project, BUILD, go)
    expect(incidents).toMatchObject([{ rule: 'network/proxy-unreachable', confidence: 'certain', culprit: { key: 'GOPROXY' } }])
    const proxy = await startServer(serve(folder))
    const command = commandOf(incidents, 0).replace('https://proxy.golang.org,direct', proxy)
    await passingWhileServed(project, `${command} && ${BUILD}`, go)
  })

  it('trusts a certificate of one’s own authority once it is told', async () => {
    const { project, folder } = dependent()
    const certificate = makeCertificate(project)
    const env = { ...go, GOPROXY: await startServer(serve(folder), certificate) }
    const incidents = await failingWhileServed(project, BUILD, env)
    expect(incidents).toMatchObject([{ rule: 'network/tls-untrusted', confidence: 'certain', culprit: { host: env.GOPROXY.slice(8) } }])
    expect(editOf(incidents, 0)).toContain('SSL_CERT_FILE')
    await passingWhileServed(project, BUILD, { ...env, SSL_CERT_FILE: certificate.file })
  })

  it('fetches a private repository with the line for .netrc', async () => {
    const project = makeProject({
      'go.mod': 'module example.com/app\n\ngo 1.21\n\nrequire github.com/example/dep v1.0.0\n',
      'main.go': 'package main\n\nimport _ "github.com/example/dep"\n\nfunc main() {}\n',
    })
    const base = join(project.folder, '..')
    const [work, bare] = [join(base, 'work'), join(base, 'served', 'example', 'dep')]
    writeTree(work, { 'go.mod': 'module github.com/example/dep\n\ngo 1.21\n', 'dep.go': 'package dep\n' })
    const git = (...args: readonly string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.com', ...args], { cwd: work, env: project.env, stdio: 'pipe' })
    }
    git('init', '-q')
    git('add', '.')
    git('commit', '-q', '-m', 'one')
    git('tag', 'v1.0.0')
    git('clone', '-q', '--bare', '.', bare)
    git('-C', bare, 'update-server-info')
    const good = serve(join(base, 'served'))
    const host = await startServer((request, response) => {
      if (request.headers.authorization === `Basic ${Buffer.from('reader:token-1').toString('base64')}`) {
        good(request, response)
        return
      }
      response.statusCode = 401
      response.setHeader('WWW-Authenticate', 'Basic realm="git"')
      response.end()
    })
    writeTree(join(base, 'home'), { '.gitconfig': `[url "${host}/"]\n\tinsteadOf = https://github.com/\n` })
    const env = {
      ...go,
      GOPROXY: 'direct',
      GOPRIVATE: 'github.com/example',
      GOFLAGS: '-mod=mod',
      GIT_ALLOW_PROTOCOL: 'http:https',
      GONOSUMDB: undefined,
    }
    const incidents = await failingWhileServed(project, BUILD, env)
    expect(incidents).toMatchObject([
      { rule: 'network/private-auth', confidence: 'certain', culprit: { module: 'github.com/example/dep@v1.0.0', host: host.slice(7) } },
    ])
    await passingWhileServed(project, `${commandOf(incidents, 0)} && ${BUILD}`, { ...env, GIT_USER: 'reader', GIT_TOKEN: 'token-1' })
  })

  it('knows a proxy that asks who is there', async () => {
    const { project, folder } = dependent()
    const good = serve(folder)
    const certificate = makeCertificate(project)
    const proxy = await startServer((request, response) => {
      if (request.headers.authorization !== undefined) {
        good(request, response)
        return
      }
      response.statusCode = 401
      response.end('who is there?')
    }, certificate)
    const env = { ...go, GOPROXY: proxy, SSL_CERT_FILE: certificate.file }
    const incidents = await failingWhileServed(project, BUILD, env)
    expect(incidents).toMatchObject([
      { rule: 'network/private-auth', confidence: 'certain', culprit: { module: 'example.com/dep@v1.0.0', host: proxy.slice(8) } },
    ])
    await passingWhileServed(project, `${commandOf(incidents, 0)} && ${BUILD}`, { ...env, GIT_USER: 'reader', GIT_TOKEN: 'token-1' })
  })
})
