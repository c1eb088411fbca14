import { execFile, execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer as createPlainServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { join } from 'node:path'
import { afterAll } from '@jest/globals'
import { classify, type Incident } from '../../src/incidents/index.js'
import type { IncidentProject } from './incidents-project.js'

type Variables = Readonly<Record<string, string | undefined>>

/** Answers one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** A certificate that no authority signed. */
export interface Certificate {
  /** Path of the PEM file, for SSL_CERT_FILE. */
  readonly file: string
  readonly cert: Buffer
  readonly key: Buffer
}

const stops: (() => void)[] = []

afterAll(() => {
  for (const stop of stops.splice(0)) stop()
})

/** Makes a certificate for 127.0.0.1 with the program that Go brings for it. */
export function makeCertificate(project: IncidentProject): Certificate {
  const folder = join(project.folder, '..', 'certificate')
  mkdirSync(folder)
  const root = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim()
  const program = join(root, 'src', 'crypto', 'tls', 'generate_cert.go')
  execFileSync('go', ['run', program, '--host', '127.0.0.1', '--ca'], { cwd: folder, env: project.env, stdio: 'pipe' })
  const file = join(folder, 'cert.pem')
  return { file, cert: readFileSync(file), key: readFileSync(join(folder, 'key.pem')) }
}

/** Starts a server on this machine, which ends with the test file; gives its address. */
export async function startServer(answer: Answer, certificate?: Certificate): Promise<string> {
  const server = certificate === undefined ? createPlainServer(answer) : createSecureServer(certificate, answer)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  stops.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return `${certificate === undefined ? 'http' : 'https'}://127.0.0.1:${String(address.port)}`
}

/** Runs a line of a shell while servers of this process go on answering. */
async function run(project: IncidentProject, line: string, env: Variables): Promise<{ readonly ok: boolean; readonly output: string }> {
  return await new Promise((resolve) => {
    execFile('sh', ['-c', line], { cwd: project.folder, env: { ...project.env, ...env }, encoding: 'utf8' }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stderr}${stdout}` })
    })
  })
}

/** Runs a line, which must fail, and says what is recognised in its output. */
export async function failingWhileServed(project: IncidentProject, line: string, env: Variables): Promise<readonly Incident[]> {
  const { ok, output } = await run(project, line, env)
  if (ok) throw new Error(`${line} did not fail:\n${output}`)
  const incidents = classify(output)
  if (incidents.length === 0) throw new Error(`nothing is recognised:\n${output}`)
  return incidents
}

/** Runs a line, which must succeed, and gives what it printed. */
export async function passingWhileServed(project: IncidentProject, line: string, env: Variables): Promise<string> {
  const { ok, output } = await run(project, line, env)
  if (!ok) throw new Error(`${line} failed:\n${output}`)
  return output
}
