/** Where a command writes: the process's own streams, or a test's. */
export interface Sink {
  write(text: string | Uint8Array): void
  readonly isTTY: boolean
  /** Columns of the terminal; absent elsewhere. */
  readonly columns?: number
}

export interface CliIo {
  /** What is piped in; absent at a terminal. */
  readonly stdin?: AsyncIterable<Uint8Array> | undefined
  readonly stdout: Sink
  readonly stderr: Sink
}
