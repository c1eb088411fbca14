import { parentPort } from 'node:worker_threads'
import { toError } from '../errors.js'
import { runHashTask, type HashAnswer, type HashTask } from './hash-task.js'

// The program of a thread of `openHashPool`: one task after the other.
function answer(message: HashAnswer): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(message)
}

async function work(task: HashTask): Promise<void> {
  try {
    answer({ result: await runHashTask(task) })
  } catch (error) {
    answer({ error: toError(error).message })
  }
}

// Answers come in the order of the tasks.
let last = Promise.resolve()
parentPort?.on('message', (task: HashTask) => {
  last = last.then(async () => work(task))
})
