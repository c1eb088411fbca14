import { homedir, hostname, availableParallelism, tmpdir } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Host } from './host.js'
import { nodeFiles } from './node-files.js'
import { nodeHashing } from './node-hashing.js'
import { nodeProcesses } from './node-processes.js'

/** The machine this Node runs on. `overrides` replaces single parts, as the action does with `processes`. */
export function nodeHost(overrides: Partial<Host> = {}): Host {
  return {
    env: process.env,
    cwd: process.cwd(),
    system: {
      platform: process.platform,
      hostname: hostname(),
      homeDirectory: homedir(),
      tempDirectory: tmpdir(),
      parallelism: availableParallelism(),
    },
    files: nodeFiles,
    processes: nodeProcesses,
    hashing: nodeHashing(availableParallelism()),
    clock: { now: () => performance.now() },
    ...overrides,
  }
}
