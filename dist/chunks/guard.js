// src/actions/guard.ts
function fail(thrown) {
	const data = (thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown)).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
	process.stdout.write(`::error title=goparity::${data}\n`, () => process.exit(1));
}
/** Makes what nobody caught fail the step: an error that is only logged would be a green lie. */
function guardStep() {
	process.once("uncaughtException", fail);
	process.once("unhandledRejection", fail);
}

export { guardStep as t };