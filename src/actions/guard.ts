function fail(thrown: unknown): void {
  const text = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  // As @actions/toolkit escapes the data of a command.
  const data = text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
  process.stdout.write(`::error title=goparity::${data}\n`, () => process.exit(1))
}

/** Makes what nobody caught fail the step: an error that is only logged would be a green lie. */
export function guardStep(): void {
  process.once('uncaughtException', fail)
  process.once('unhandledRejection', fail)
}
