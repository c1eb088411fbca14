// Clocks for the benchmark.
import { spawn, spawnSync } from 'node:child_process'

/**
 * Runs a command to its end: wall time, and the processor time of it and everything it waited for.
 * Node knows neither for children of children, so bash keeps the time.
 */
export function measure([command, args], { cwd, env }) {
  const done = spawnSync('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$@" >/dev/null 2>/dev/null', 'bash', command, ...args], {
    cwd,
    env: { ...env, LC_ALL: 'C' },
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${done.status}: the two sides would not have done the same`)
  const [wall, user, system] = done.stderr.trim().split('\n').at(-1).split(' ').map(Number)
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000 }
}

/** Milliseconds until a program writes its first byte (`output`), or ends (`exit`). What it started is ended with it. */
export async function timeToFirstOutput(command, args, { cwd, env, until }) {
  const begin = performance.now()
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  const first = new Promise((done, fail) => {
    child.once('error', fail)
    child.once('close', (code) => (until === 'exit' ? done() : fail(new Error(`${args[0]} ended with ${code} before it wrote anything`))))
    if (until === 'output') {
      child.stdout.once('data', done)
      child.stderr.once('data', done)
    } else {
      child.stdout.resume()
      child.stderr.resume()
    }
  })
  await first
  const ms = performance.now() - begin
  if (until === 'output' && child.exitCode === null) {
    const gone = new Promise((done) => {
      child.once('close', done)
    })
    process.kill(-child.pid, 'SIGTERM')
    await gone
  }
  return ms
}

/** Smallest and middle of some measurements. */
export function spread(taken) {
  const of = (key) => {
    const sorted = taken.map((one) => one[key]).toSorted((a, b) => a - b)
    return { min: sorted[0], median: sorted[Math.floor(sorted.length / 2)] }
  }
  return { wallMs: of('wallMs'), cpuMs: of('cpuMs'), count: taken.length }
}
