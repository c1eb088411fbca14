// A loader hook: appends the address of every ES module that is loaded to the file named by GOPARITY_LOADS.
//   node --import ./bench/note-loads.mjs PROGRAM
import { appendFileSync } from 'node:fs'
import { register } from 'node:module'
import { isMainThread } from 'node:worker_threads'

const file = process.env['GOPARITY_LOADS']
if (isMainThread) register(import.meta.url)

/** Called by Node in the thread of the hooks. */
export async function load(url, context, nextLoad) {
  if (file !== undefined) appendFileSync(file, `${url}\n`)
  return nextLoad(url, context)
}
