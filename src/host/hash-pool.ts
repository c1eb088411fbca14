import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { runHashTask, type HashAnswer, type HashTask } from './hash-task.js'
import type { ModuleHash } from './host.js'

/** Tasks waiting from which on a thread is worth its 30 ms: a few modules are hashed before it would be up. */
const WORTH_A_THREAD = 8
const MAX_THREADS = 8

/** Where the thread's program lies beside the bundle; `null` when the engine runs from its sources. */
function findProgram(): URL | null {
  const places = ['./hash-worker.js', '../hash-worker.js'].map((place) => new URL(place, import.meta.url))
  return places.find((place) => existsSync(fileURLToPath(place))) ?? null
}

interface Waiting {
  readonly task: HashTask
  readonly resolve: (result: ModuleHash | null) => void
  readonly reject: (error: Error) => void
}

/** Hashes on this thread, and on others as soon as there is enough to do for them. Threads end with the last task. */
export interface HashPool {
  hash(task: HashTask): Promise<ModuleHash | null>
}

/** A pool of at most `parallelism` threads, this one counted. */
export function openHashPool(parallelism: number): HashPool {
  const queue: Waiting[] = []
  const threads = new Set<Worker>()
  const program = findProgram()
  const most = program === null ? 0 : Math.min(parallelism, MAX_THREADS) - 1
  let busyHere = false

  const drainHere = async (): Promise<void> => {
    busyHere = true
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await runHashTask(next.task).then(next.resolve, next.reject)
      // Lets child processes be read and signals be heard between two modules.
      await new Promise((done) => setImmediate(done))
    }
    busyHere = false
  }

  const startThread = (url: URL): void => {
    const thread = new Worker(url)
    threads.add(thread)
    let current: Waiting | null = null
    const feed = (): void => {
      current = queue.shift() ?? null
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
      if (current !== null) thread.postMessage(current.task)
      else void thread.terminate()
    }
    // A thread that cannot be had is no reason to fail: what it had taken is done here.
    const giveBack = (): void => {
      threads.delete(thread)
      if (current !== null) queue.unshift(current)
      current = null
      if (queue.length > 0 && !busyHere) void drainHere()
    }
    thread.on('message', (message: HashAnswer) => {
      if ('result' in message) current?.resolve(message.result)
      else current?.reject(new Error(message.error))
      feed()
    })
    thread.once('error', giveBack)
    thread.once('exit', giveBack)
    feed()
  }

  return {
    async hash(task) {
      return new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject })
        if (!busyHere) void drainHere()
        if (program !== null && threads.size < most && queue.length >= WORTH_A_THREAD) startThread(program)
      })
    },
  }
}
