import { r as toError, t as ParityError } from "./errors.js";
import { t as openRunner } from "./github.js";
import { O as openGo, t as verifyAgain } from "./verify-root.js";
import { r as parseState, t as STATE } from "./state.js";

// src/actions/post-step.ts
const EVIDENCE_LINES = 20;
async function verifyRoots(host, runner) {
	const state = parseState(runner.readState(STATE));
	if (state === null || state.roots.length === 0) {
		await runner.annotate({
			level: "notice",
			title: "goparity: not verified again",
			message: "The recording step did not get as far as verified modules, so there is nothing to verify again."
		});
		return 0;
	}
	const pinned = {
		...host,
		env: {
			...host.env,
			GOMODCACHE: state.moduleCache
		}
	};
	const wrong = [];
	for (const path of state.roots) {
		if (await host.files.status(path) === null) {
			runner.log(`${path} is gone: nothing to verify there`);
			continue;
		}
		const answer = await verifyAgain(openGo(pinned, { directory: path }), { path });
		if (!answer.ok) wrong.push(...`${answer.result.stdout.text}\n${answer.result.stderr.text}`.split("\n").filter((line) => line.trim() !== ""));
	}
	if (wrong.length === 0) {
		runner.log("✓ the module cache is still what was verified");
		return 0;
	}
	const shown = [...new Set(wrong)].slice(0, EVIDENCE_LINES);
	runner.log(shown.join("\n"));
	await runner.annotate({
		level: "error",
		title: "the module cache changed during the job",
		message: ["The modules were verified before the build, and do not pass any more: a later step changed them, and what it built from them is not what go.sum promises.", ...shown].join("\n")
	});
	return 1;
}
/** The post step: `go mod verify` once more at the end of the job. Gives the exit code of the step; never throws. */
async function postStep(host, write) {
	const runner = openRunner(host, write);
	try {
		return await verifyRoots(host, runner);
	} catch (error) {
		const hint = error instanceof ParityError && error.hint !== void 0 ? `\n${error.hint}` : "";
		await runner.annotate({
			level: "error",
			title: "goparity: cannot verify again",
			message: `${toError(error).message}${hint}`
		});
		return 1;
	}
}

export { postStep };