import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { runHashTask, type HashAnswer, type HashTask } from './hash-task.js'
import type { ModuleHash } from './host.js'

/** Tasks waiting from which on a thread is worth its 30 ms: a few modules are hashed before it would be up. */
const WORTH_A_THREAD = 12
const MAX_THREADS = 8
/** Tasks a thread is given ahead, so that it need not wait for this thread, which may be in the middle of a module. */
const AHEAD = 3

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
  let hasThreads = true

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
    let given: Waiting[] = []
    const feed = (): void => {
      for (const next of queue.splice(0, AHEAD - given.length)) {
        given.push(next)
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        thread.postMessage(next.task)
      }
      if (given.length === 0) void thread.terminate()
    }
    thread.on('message', (message: HashAnswer) => {
      const done = given.shift()
      if ('result' in message) done?.resolve(message.result)
      else done?.reject(new Error(message.error))
      feed()
    })
    // A thread that cannot be had is no reason to fail: what it had taken is done here.
    thread.once('error', () => {
      hasThreads = false
    })
    thread.once('exit', () => {
      threads.delete(thread)
      if (given.length > 0) hasThreads = false
      queue.unshift(...given)
      given = []
      if (queue.length > 0 && !busyHere) void drainHere()
    })
    feed()
  }

  const startThreads = (): void => {
    if (!hasThreads || program === null || threads.size >= most || queue.length < WORTH_A_THREAD) return
    try {
      startThread(program)
    } catch {
      // Node's permission model, or a limit of the system.
      hasThreads = false
    }
  }

  return {
    async hash(task) {
      return new Promise((resolve, reject) => {
        queue.push({ task, resolve, reject })
        if (!busyHere) void drainHere()
        startThreads()
      })
    },
  }
}
