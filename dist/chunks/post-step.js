import { r as toError } from "./errors.js";
import { t as openRunner } from "./github.js";
import { n as sha256 } from "./host.js";
import { a as parseLedger, n as findLedgerChanges, t as changeFindings } from "./verify-again.js";
import { r as parseState, t as STATE } from "./state.js";

// src/actions/post-step.ts
/** Modules annotated one by one: GitHub shows ten annotations of a step. */
const SHOWN = 5;
/** The ledger as the main step wrote it; `null` when it is gone or another: then it proves nothing. */
async function readLedger(host, state) {
	const bytes = await host.files.read(state.ledger).catch(() => null);
	return bytes !== null && sha256(bytes) === state.sha256 ? parseLedger(new TextDecoder().decode(bytes)) : null;
}
async function verifyLedger(host, runner) {
	const state = parseState(runner.readState(STATE));
	if (state === null) {
		await runner.annotate({
			level: "notice",
			title: "goparity: not verified again",
			message: "The recording step did not get as far as verified modules, so there is nothing to verify again."
		});
		return 0;
	}
	const ledger = await readLedger(host, state);
	if (ledger === null) {
		const message = `The list of what was verified, ${state.ledger}, is gone or was changed by a later step. Without it nobody can say whether the module cache is still what was verified. Let no step of the job write below RUNNER_TEMP/goparity.`;
		await runner.annotate({
			level: "error",
			title: "goparity: cannot verify again",
			message
		});
		return 1;
	}
	const findings = await changeFindings(host, await findLedgerChanges(host, ledger), "by a later step of this job");
	if (findings.length === 0) {
		runner.log("✓ the module cache is still what was verified");
		return 0;
	}
	for (const { title, message, evidence } of findings) runner.log([
		title,
		message,
		...evidence.map((line) => `  ${line}`)
	].join("\n"));
	for (const { title, message, evidence } of findings.slice(0, SHOWN)) await runner.annotate({
		level: "error",
		title,
		message: [message, ...evidence].join("\n")
	});
	const rest = findings.length - SHOWN;
	if (rest > 0) await runner.annotate({
		level: "error",
		title: "the module cache changed during the job",
		message: `${String(rest)} more modules; see the log of this step.`
	});
	return 1;
}
/** The post step: the modules that were verified, hashed once more at the end of the job. Gives the exit code of the step; never throws. */
async function postStep(host, write) {
	const runner = openRunner(host, write);
	try {
		return await verifyLedger(host, runner);
	} catch (error) {
		await runner.annotate({
			level: "error",
			title: "goparity: cannot verify again",
			message: toError(error).message
		});
		return 1;
	}
}

export { postStep };