import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const PODMAN = ['--storage-driver=vfs', '--cgroup-manager=cgroupfs', '--runtime', 'runc']
/** Machines that are containers themselves refuse the default limits. */
const LIMITS = ['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024']
const IMAGE = 'localhost/goparity-place:1'

/** Real containers behind the socket that docker's own client talks to. */
export interface Engine {
  /** For the environment of the client. */
  readonly dockerHost: string
  docker(...args: readonly string[]): string
  /** Starts a container without network that only waits; flags come before the image. */
  start(name: string, ...flags: readonly string[]): string
  close(): void
}

async function until(isThere: () => boolean, what: string): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    if (isThere()) return
    await pause(50)
  }
  throw new Error(`${what} did not come up`)
}

function importImage(folder: string, docker: Engine['docker']): void {
  const root = join(folder, 'root')
  for (const name of ['bin', 'tmp', 'root', 'work', 'usr/local', 'etc', 'proc', 'sys', 'dev'])
    mkdirSync(join(root, name), { recursive: true })
  chmodSync(join(root, 'tmp'), 0o1777)
  const busybox = execFileSync('which', ['busybox'], { encoding: 'utf8' }).trim()
  cpSync(busybox, join(root, 'bin/busybox'))
  for (const name of execFileSync(busybox, ['--list'], { encoding: 'utf8' }).trim().split('\n'))
    if (name !== 'busybox') symlinkSync('busybox', join(root, 'bin', name))
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/root:/bin/sh\nsomebody:x:1000:1000::/tmp:/bin/sh\n')
  execFileSync('tar', ['-C', root, '-cf', join(folder, 'image.tar'), '.'])
  docker('import', '--change', 'ENV PATH=/bin:/usr/local/go/bin', '--change', 'ENV HOME=/root', join(folder, 'image.tar'), IMAGE)
}

/** Starts podman's service and makes a small image: a shell and its tools. Go is mounted where a test wants it. */
export async function openEngine(folder: string): Promise<Engine> {
  const socket = join(folder, 'p.sock')
  const dockerHost = `unix://${socket}`
  const service: ChildProcess = spawn('podman', [...PODMAN, 'system', 'service', '--time=0', dockerHost], { stdio: 'ignore' })
  const docker = (...args: readonly string[]): string => {
    const done = spawnSync('docker', args, { encoding: 'utf8', env: { ...process.env, DOCKER_HOST: dockerHost } })
    if (done.status !== 0) throw new Error(`docker ${args.join(' ')}: ${done.stderr}`)
    return done.stdout.trim()
  }
  await until(() => existsSync(socket), 'the service of podman')
  importImage(folder, docker)
  const names: string[] = []
  return {
    dockerHost,
    docker,
    start(name, ...flags) {
      names.push(name)
      return docker('run', '-d', '--name', name, '--network', 'none', ...LIMITS, '-w', '/work', ...flags, IMAGE, 'sleep', '900')
    },
    close() {
      for (const name of new Set(names)) docker('rm', '-f', '-v', name)
      docker('rmi', '-f', IMAGE)
      service.kill('SIGTERM')
    },
  }
}

async function freePort(): Promise<number> {
  return new Promise((settle, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('no port'))
        else settle(address.port)
      })
    })
  })
}

/** A real OpenSSH server on the loopback interface. */
export interface SshServer {
  readonly port: number
  /** A folder for PATH in which ssh is the real client with the keys and the known hosts of this server. */
  readonly clientFolder: string
  readonly knownHosts: string
  readonly pid: number
  close(): void
}

function makeKey(path: string): string {
  execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', path])
  return readFileSync(`${path}.pub`, 'utf8').trim()
}

/** Starts the server for the user who runs the tests. */
export async function openSshServer(folder: string): Promise<SshServer> {
  const host = makeKey(join(folder, 'host-key'))
  const user = makeKey(join(folder, 'user-key'))
  const port = await freePort()
  const knownHosts = join(folder, 'known-hosts')
  writeFileSync(join(folder, 'authorized'), `${user}\n`, { mode: 0o600 })
  writeFileSync(knownHosts, `[127.0.0.1]:${String(port)} ${host.split(' ').slice(0, 2).join(' ')}\n`)
  writeFileSync(
    join(folder, 'sshd-config'),
    [
      `Port ${String(port)}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(folder, 'host-key')}`,
      `AuthorizedKeysFile ${join(folder, 'authorized')}`,
      'PasswordAuthentication no',
      'UsePAM no',
      'PermitRootLogin yes',
      'StrictModes no',
      `PidFile ${join(folder, 'sshd.pid')}`,
      '',
    ].join('\n'),
  )
  mkdirSync('/run/sshd', { recursive: true })
  const server = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', join(folder, 'sshd-config')], { stdio: 'ignore' })
  await until(() => existsSync(join(folder, 'sshd.pid')), 'the ssh server')
  const clientFolder = join(folder, 'client')
  mkdirSync(clientFolder)
  writeFileSync(
    join(folder, 'ssh-config'),
    [
      `IdentityFile ${join(folder, 'user-key')}`,
      'IdentitiesOnly yes',
      `UserKnownHostsFile ${knownHosts}`,
      'GlobalKnownHostsFile /dev/null',
      'StrictHostKeyChecking yes',
      '',
    ].join('\n'),
  )
  const client = execFileSync('which', ['ssh'], { encoding: 'utf8' }).trim()
  writeFileSync(join(clientFolder, 'ssh'), `#!/bin/sh\nexec ${client} -F '${join(folder, 'ssh-config')}' "$@"\n`, { mode: 0o755 })
  return {
    port,
    clientFolder,
    knownHosts,
    pid: server.pid ?? 0,
    close() {
      server.kill('SIGCONT')
      server.kill('SIGTERM')
    },
  }
}
