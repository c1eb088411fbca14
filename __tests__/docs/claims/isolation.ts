import { spawn, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Project } from '../../scenarios/modules-project.js'
import { lines } from './program.js'
import type { Shown } from './claim.js'

const ENTER = ['-rmn', '--fork', '--kill-child']
const UP = 'PATH="$PATH:/usr/sbin:/sbin"; ip link set lo up'

/** Whether this machine lets us have a network and a mount namespace: then /etc/resolv.conf can be another for one program. */
export const CAN_ISOLATE: boolean =
  spawnSync('unshare', [...ENTER, 'sh', '-ec', `${UP}; mount --bind /etc/hosts /etc/resolv.conf`], { stdio: 'ignore' }).status === 0

/** The only nameserver there is. It counts what it is asked. */
const SERVER = `
import { createSocket } from 'node:dgram'
import { spawn } from 'node:child_process'
const { listen, answers, command, env } = JSON.parse(process.argv.at(-1))
const asked = {}
function serve(address) {
  const socket = createSocket('udp4')
  socket.on('message', (query, from) => {
    const labels = []
    let at = 12
    for (; query[at] !== 0; at += query[at] + 1) labels.push(query.toString('latin1', at + 1, at + 1 + query[at]))
    const [name, type] = [labels.join('.'), query.readUInt16BE(at + 1)]
    const kind = type === 1 ? 'A' : type === 28 ? 'AAAA' : String(type)
    const key = \`\${address} \${name} \${kind}\`
    asked[key] = (asked[key] ?? 0) + 1
    if (answers === null) return
    const found = Object.hasOwn(answers, name)
    const data = found && kind === 'A' ? answers[name].split('.').map(Number) : null
    const head = Buffer.from(query.subarray(0, 12))
    head.writeUInt16BE(found ? 0x8580 : 0x8583, 2)
    head.writeUInt16BE(1, 4)
    head.writeUInt16BE(data === null ? 0 : 1, 6)
    head.writeUInt32BE(0, 8)
    const answer = data === null ? [] : [Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, ...data])]
    socket.send(Buffer.concat([head, query.subarray(12, at + 5), ...answer]), from.port, from.address)
  })
  return new Promise((resolve) => socket.bind(53, address, resolve))
}
await Promise.all(listen.map(serve))
const child = spawn(command[0], command.slice(1), { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
let output = ''
for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
child.on('close', (status) => {
  process.stdout.write(JSON.stringify({ status, output, asked }), () => process.exit())
})
`

/** A program that looks names up, and the nameserver that it meets. */
export interface Lookup {
  /** The whole of /etc/resolv.conf; nameservers are addresses of 127.0.0.0/8. */
  readonly resolvConf: string
  /** Addresses that are known, by name; with null the server takes every question and never answers. */
  readonly answers: Readonly<Record<string, string>> | null
  readonly command: readonly string[]
  readonly set?: Readonly<Record<string, string>>
}

let count = 0

/** What came of it. */
export interface Looked {
  readonly shown: Shown
  /** How often each nameserver was asked for what: `127.0.0.1 host.example A`. */
  readonly asked: ReadonlyMap<string, number>
}

/** Runs a program of the project where /etc/resolv.conf is another and nothing but our nameserver can be reached. */
export async function lookUp(project: Project, { resolvConf, answers, command, set = {} }: Lookup): Promise<Looked> {
  const place = join(project.folder, `lookup-${String((count += 1))}`)
  writeFileSync(`${place}.conf`, resolvConf)
  writeFileSync(`${place}.nsswitch`, 'passwd: files\ngroup: files\nhosts: files dns\n')
  const listen = [...resolvConf.matchAll(/^nameserver (\S+)$/gm)].map(([, address]) => address)
  const script = [
    UP,
    'mount --bind "$1.conf" /etc/resolv.conf',
    'if [ -e /etc/nsswitch.conf ]; then mount --bind "$1.nsswitch" /etc/nsswitch.conf; fi',
    'exec "$2" --input-type=module -e "$3" "$4"',
  ].join('; ')
  const args = JSON.stringify({ listen, answers, command, env: set })
  const text = await new Promise<string>((resolve, reject) => {
    const child = spawn('unshare', [...ENTER, 'sh', '-ec', script, 'sh', place, process.execPath, SERVER, args], {
      cwd: project.app,
      env: { ...project.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let [stdout, stderr] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (more: string) => (stdout += more))
    child.stderr.setEncoding('utf8').on('data', (more: string) => (stderr += more))
    child.on('error', reject)
    child.on('close', (status) => {
      if (status === 0) resolve(stdout)
      else reject(new Error(`unshare: ${stderr}`))
    })
  })
  const { status, output, asked } = readResult(JSON.parse(text))
  const front = Object.entries(set).map(([name, value]) => `${name}=${value} `)
  return {
    shown: {
      command: `${front.join('')}${command.join(' ')}`,
      exitCode: status,
      output: lines(project, output).map((line) => line.replaceAll(/127\.0\.0\.1:\d+->/g, '127.0.0.1:*->')),
    },
    asked,
  }
}

function readResult(value: unknown): { readonly status: number; readonly output: string; readonly asked: ReadonlyMap<string, number> } {
  if (typeof value !== 'object' || value === null) throw new Error('the server said nothing')
  const { status, output, asked } = { status: undefined, output: undefined, asked: undefined, ...value }
  const told = new Map<string, number>()
  for (const [key, often] of Object.entries(Object(asked))) if (typeof often === 'number') told.set(key, often)
  if (typeof status !== 'number' || typeof output !== 'string') throw new Error('the server was not understood')
  return { status, output, asked: told }
}

/** How often a name was asked for, by the type of the address. */
export function times(looked: Looked, name: string): { readonly a: number; readonly aaaa: number } {
  const of = (kind: string): number =>
    [...looked.asked].filter(([key]) => key.endsWith(` ${name} ${kind}`)).reduce((sum, [, value]) => sum + value, 0)
  return { a: of('A'), aaaa: of('AAAA') }
}

/** What the nameserver was asked, as its log. */
export function serverLog({ asked }: Looked): Shown {
  const output = [...asked].map(([key, value]) => `${key}: ${value === 1 ? 'once' : value === 2 ? 'twice' : `${String(value)} times`}`)
  return { command: 'cat server.log', exitCode: 0, output: output.toSorted() }
}

/** /etc/resolv.conf as the program sees it. */
export function showConf(resolvConf: string): Shown {
  return { command: 'cat /etc/resolv.conf', exitCode: 0, output: resolvConf.trimEnd().split('\n') }
}
