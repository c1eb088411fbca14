import type { Session } from './session.js'

const FIRST_PAUSE_MS = 150

function wait(ms: number): Promise<void> {
  return new Promise((done) => {
    setTimeout(done, ms)
  })
}

/** Asks again, with growing pauses, until the place is up or the time is over. */
export async function reach<T extends { readonly ok: boolean }>(
  { host, signal }: Session,
  deadlineMs: number,
  ask: (leftMs: number) => Promise<T>,
  isFinal: (answer: T) => boolean,
): Promise<T> {
  const end = host.clock.now() + deadlineMs
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    const answer = await ask(Math.max(1, end - host.clock.now()))
    if (answer.ok || isFinal(answer) || signal?.aborted === true || host.clock.now() + pause >= end) return answer
    await wait(pause)
  }
}

/** What ssh says of a host that is not the one it was: never a thing to try again. */
export const NEVER_AGAIN: RegExp =
  /host identification has changed|host key verification failed|permission denied|could not resolve hostname|not a directory/i

export function describeUnanswered(said: string): { readonly message: string; readonly wayOut: string } {
  if (/host identification has changed|host key verification failed/i.test(said))
    return {
      message: `the host key of the place is not the one that is known: ${said}`,
      wayOut: 'ask who changed it; ssh-keygen -R HOST forgets the old one',
    }
  if (/permission denied/i.test(said))
    return { message: `the place refuses the login: ${said}`, wayOut: 'offer it a key: ssh-add, or ssh-copy-id HOST' }
  return { message: `the place does not answer: ${said}`, wayOut: 'start it' }
}
