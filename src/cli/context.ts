import type { Host } from '../host/index.js'
import type { ExitCode } from './failure.js'
import type { CliIo } from './io.js'

/** What every command needs of its surroundings. */
export interface CliContext {
  readonly host: Host
  readonly io: CliIo
  readonly signal: AbortSignal
  /** Whether standard output may be coloured. */
  readonly color: () => boolean
  /** Takes the exit code of the command that ran. */
  readonly finish: (code: ExitCode) => void
}
