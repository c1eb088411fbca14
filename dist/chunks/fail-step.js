import { r as toError, t as ParityError } from "./errors.js";

// src/actions/fail-step.ts
/** Ends a step that broke: one error with its way out, the stack only of what is our own fault, and a verdict. Gives the exit code. */
async function failStep(runner, error) {
	await runner.setOutput("verdict", "error");
	const { message, stack } = toError(error);
	const hint = error instanceof ParityError && error.hint !== void 0 ? `\n${error.hint}` : "";
	if (!(error instanceof ParityError)) runner.log(stack ?? message);
	await runner.annotate({
		level: "error",
		title: "goparity",
		message: `${message}${hint}`
	});
	return 1;
}

export { failStep as t };