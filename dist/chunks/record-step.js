import { C as record, _ as loadConfig, st as compareToBaseline, w as check } from "./operations.js";
import { a as readRecordInputs, d as readContext, f as refusePrivilegedEvent, g as artifactName, i as mergeBaseSource, o as restoreHint, s as saveHint, t as openRunner, u as isDefaultBranchPush, y as uploadSnapshot } from "./github.js";
import { n as sha256 } from "./host.js";
import { r as formatLedger } from "./verify-again.js";
import { s as annotationsOf, t as renderText } from "./report.js";
import { t as canonicalJson } from "./snapshot.js";
import { t as VERSION } from "./version.js";
import { t as failStep } from "./fail-step.js";
import { n as formatState, t as STATE } from "./state.js";
import { isAbsolute, join, relative, resolve, sep } from "node:path";

// src/actions/baseline-hint.ts
function asNote(finding, seen) {
	return {
		...finding,
		severity: "note",
		message: `${finding.message} ${seen}`
	};
}
/**
* Adds what differs from a snapshot of the cache to a report that has no baseline. A hint is never the ground of a
* verdict: its findings are notes, nothing becomes `known`, and verdict and exit code stay what they are.
*/
function addHint(report, present, { snapshot, key }, config) {
	const before = {
		...snapshot,
		targets: []
	};
	const compared = compareToBaseline(before, {
		...present,
		targets: []
	}, config.ignore);
	const seen = `Seen against the snapshot ${key} of the cache, which is a hint and no trusted baseline.`;
	const degraded = report.degraded.filter(({ what }) => !what.includes("baseline"));
	const without = {
		what: "trusted baseline",
		why: "there is none: goparity baseline save makes one"
	};
	if (compared.environment.length === 0 && compared.modules.length === 0) return {
		...report,
		degraded: [...degraded, {
			...without,
			why: `${without.why}; nothing differs from the snapshot ${key} of the cache`
		}]
	};
	return {
		...report,
		comparison: {
			baseline: {
				source: "cache",
				ref: key,
				trusted: false,
				reason: "the last snapshot that this branch can see in the cache: a hint, no proof"
			},
			environment: compared.environment,
			modules: compared.modules
		},
		findings: [...report.findings, ...compared.findings.map((finding) => asNote(finding, seen))],
		degraded: [...degraded, without]
	};
}

// src/actions/progress.ts
function seconds(ms) {
	return `${(ms / 1e3).toFixed(1)} s`;
}
/** One line of the log for what happens; `null` for what is not worth a line. */
function progressLine(event) {
	if (event.kind === "step") return event.text;
	if (event.kind === "note") return `  ${event.text}`;
	if (event.kind !== "target-end") return null;
	return `  ${event.ok ? "✓" : "✗"} ${event.target}${event.root === "." ? "" : ` in ${event.root}`} (${seconds(event.ms)})`;
}

// src/actions/record-step.ts
/** Where the project lies below the checkout, as annotations need it; empty for the checkout itself and outside of it. */
function belowWorkspace(directory, workspace) {
	const inside = relative(workspace, directory);
	return inside.startsWith("..") || isAbsolute(inside) ? "" : inside.split(sep).join("/");
}
async function say(runner, degrade) {
	if (degrade === null) return;
	const clash = degrade.why.startsWith("this run already has");
	await runner.annotate({
		level: clash ? "warning" : "notice",
		title: `goparity: no ${degrade.what}`,
		message: degrade.why
	});
}
async function runOperation({ host, runner, context, inputs, directory, config }) {
	const session = {
		host,
		progress: (event) => {
			const line = progressLine(event);
			if (line !== null) runner.log(line);
		}
	};
	const project = {
		directory,
		config,
		version: VERSION,
		job: {
			matrix: inputs.matrix,
			leg: inputs.leg
		}
	};
	const { targets, packages, baseline, failOn, checksumDatabase, buildCache } = inputs;
	if (!inputs.verify) return record(session, {
		...project,
		...failOn === void 0 ? {} : { failOn }
	});
	const mergeBase = mergeBaseSource(context, inputs.token);
	return check(session, {
		...project,
		vendor: inputs.vendor,
		keepProofs: true,
		event: context.event,
		...checksumDatabase === void 0 ? {} : { checksumDatabase },
		...buildCache === void 0 ? {} : { buildCache },
		...targets === void 0 ? {} : { targets },
		...packages === void 0 ? {} : { packages },
		...baseline === void 0 ? {} : { baseline },
		...failOn === void 0 ? {} : { failOn },
		...mergeBase === void 0 ? {} : { mergeBase }
	});
}
/** Without a baseline, the last snapshot in the cache may tell what moved. */
async function withHint({ host, context, inputs, config }, outcome) {
	const wanted = inputs.baseline ?? config.baseline ?? "auto";
	if (!inputs.verify || wanted !== "auto" || outcome.report.comparison.baseline !== null) return outcome;
	const hint = await restoreHint(host, context, outcome.snapshot.job);
	if (hint === null) return outcome;
	if ("why" in hint) return {
		...outcome,
		report: {
			...outcome.report,
			degraded: [...outcome.report.degraded, hint]
		}
	};
	return {
		...outcome,
		report: addHint(outcome.report, outcome.snapshot, hint, config)
	};
}
/** What the post step holds the module cache against: only modules that this step found good. */
async function keepForPost({ host, runner, context }, { ledger }) {
	if (ledger == null || ledger.modules.length === 0) return;
	const text = formatLedger(ledger);
	const file = join(context.temporary, "goparity", `verified-${sha256(text).slice(0, 12)}.json`);
	await host.files.writeAtomically(file, text);
	await runner.saveState(STATE, formatState({
		ledger: file,
		sha256: sha256(text)
	}));
}
async function perform(step) {
	const { host, runner, context, inputs, directory } = step;
	const outcome = await runOperation(step);
	await keepForPost(step, outcome);
	const { report, snapshot, exitCode } = await withHint(step, outcome);
	const text = canonicalJson(snapshot);
	const name = artifactName(inputs.artifactPrefix ?? "goparity-", snapshot.job, context.runAttempt);
	const file = join(context.temporary, "goparity", `${name}.json`);
	await host.files.writeAtomically(file, text);
	runner.log(renderText(report, { color: false }));
	for (const annotation of annotationsOf(report, { directory: belowWorkspace(directory, context.workspace) })) await runner.annotate(annotation);
	await runner.setOutput("verdict", report.verdict);
	await runner.setOutput("findings", report.findings.filter(({ state }) => state === "new").length);
	await runner.setOutput("snapshot", file);
	await runner.setOutput("snapshot-sha256", sha256(text));
	if (inputs.summary) await say(runner, await runner.appendSummary(report));
	if (inputs.artifactPrefix !== null) {
		const uploaded = await uploadSnapshot(file, name, inputs.retentionDays);
		if ("why" in uploaded) await say(runner, uploaded);
		else {
			await runner.setOutput("artifact-name", uploaded.name);
			if (uploaded.id !== null) await runner.setOutput("artifact-id", uploaded.id);
		}
	}
	if (inputs.verify && outcome.report.comparison.baseline === null && exitCode === 0 && isDefaultBranchPush(context)) await say(runner, await saveHint(host, context, snapshot.job, text));
	return exitCode === 0 ? 0 : 1;
}
/** The recorder: inputs → check → outputs, annotations, summary, artifact. Gives the exit code of the step; never throws. */
async function recordStep(host, write) {
	const runner = openRunner(host, write);
	try {
		const context = await readContext(host);
		refusePrivilegedEvent(context);
		const inputs = readRecordInputs(host.env);
		const directory = resolve(context.workspace, inputs.workingDirectory);
		return await perform({
			host,
			runner,
			context,
			inputs,
			directory,
			config: await loadConfig(host, directory, inputs.config)
		});
	} catch (error) {
		return await failStep(runner, error);
	}
}

export { recordStep };