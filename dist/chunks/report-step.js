import { r as toError, t as ParityError } from "./errors.js";
import { b as readZip, c as restoreBaselineFromCache, d as readContext, h as openGithub, i as mergeBaseSource, l as saveBaselineToCache, m as collectSnapshots, n as readReportInputs, p as rulesUrlOf, t as openRunner, v as uploadFile } from "./github.js";
import { Ct as detectChange, M as parseConfig, S as report, St as parseBaselineName, _ as loadConfig, b as readSnapshots, xt as readBaseline } from "./operations.js";
import { _ as nameJobs, a as renderParts, c as fileOf, d as titleOf, g as LIMITS, h as oneLine, l as levelOf, m as orderFindings, n as renderSarif, o as describeVerdict, p as groupFindings, r as renderJson, s as annotationsOf, t as renderText, u as messageOf, v as cutBytes, y as cutCharacters } from "./report.js";
import { t as VERSION } from "./version.js";
import { n as sha256 } from "./host.js";
import { i as parseBaseline, n as MAX_BASELINE_BYTES, r as formatBaseline, z as isOwnId } from "./p-limit.js";
import { t as failStep } from "./fail-step.js";
import { join, resolve } from "node:path";

// src/baseline/trust.ts
/** The one file in the artifact of a baseline. */
const BASELINE_FILE = "baseline.json";
const MAX_ZIP_BYTES = 67108864;
const TRUSTED_EVENTS$1 = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch"
]);
/** A report that names broken targets fails its run, and is a good baseline all the same. */
const FINISHED = /* @__PURE__ */ new Set([
	"success",
	"failure",
	"neutral"
]);
function once(make) {
	let made;
	return async () => {
		made ??= make();
		return made;
	};
}
/** Opens a case; nothing is asked yet. */
function openCase(api, known) {
	const { run, artifact, branch } = known;
	const bytes = once(async () => api.download(artifact.id, MAX_ZIP_BYTES));
	const file = once(async () => {
		const files = readZip(await bytes(), {
			entries: 4,
			entryBytes: MAX_BASELINE_BYTES,
			totalBytes: MAX_BASELINE_BYTES
		});
		const found = files.find(({ name }) => name === BASELINE_FILE);
		if (found === void 0) throw new Error(`it does not hold ${BASELINE_FILE}`);
		return {
			bytes: found.bytes,
			files: files.length
		};
	});
	const baseline = once(async () => {
		const text = new TextDecoder("utf-8", { fatal: true }).decode((await file()).bytes);
		return parseBaseline(text, `run ${String(run.id)}`);
	});
	return {
		...known,
		isOnBranch: once(async () => api.isOnBranch(run.sha, branch)),
		bytes,
		file,
		baseline
	};
}
async function whyNot(work) {
	try {
		await work;
		return null;
	} catch (error) {
		return toError(error).message.replace(/[.\s]+$/, "");
	}
}
function named({ run }) {
	return `run ${String(run.id)}`;
}
/** What must hold before a baseline is believed, in the order in which it is looked at: the first rule that is broken is the printed reason. */
const TRUST_RULES = [
	{
		id: "expired",
		check: (facts) => facts.artifact.expired ? `the baseline of ${named(facts)} has expired` : null
	},
	{
		id: "repository",
		check: (facts) => facts.run.repositoryId === facts.repository.id && facts.artifact.repositoryId === facts.repository.id && facts.artifact.runId === facts.run.id ? null : `${named(facts)} and its artifact are not of ${facts.repository.fullName}`
	},
	{
		id: "head-repository",
		check: (facts) => {
			const { run, artifact, repository } = facts;
			if (run.headRepositoryId === repository.id && artifact.headRepositoryId === repository.id) return null;
			const gone = run.headRepositoryId === null || artifact.headRepositoryId === null;
			return `${named(facts)} was made of the code of ${gone ? "a fork that is gone" : "a fork"}, whatever its branch is called`;
		}
	},
	{
		id: "event",
		check: (facts) => TRUSTED_EVENTS$1.has(facts.run.event) ? null : `${named(facts)} was started by ${facts.run.event}; only push, schedule and workflow_dispatch count`
	},
	{
		id: "status",
		check: (facts) => facts.run.status === "completed" ? null : `${named(facts)} is ${facts.run.status}, not completed`
	},
	{
		id: "conclusion",
		check: (facts) => FINISHED.has(facts.run.conclusion ?? "") ? null : `${named(facts)} ended as ${facts.run.conclusion ?? "nothing"}: it may have left half of its jobs out`
	},
	{
		id: "branch",
		check: (facts) => facts.run.branch === facts.branch ? null : `${named(facts)} ran on ${facts.run.branch ?? "no branch"}, not on ${facts.branch}`
	},
	{
		id: "workflow",
		check: (facts) => facts.run.path === facts.workflow ? null : `${named(facts)} is of ${facts.run.path}, not of ${facts.workflow}`
	},
	{
		id: "reachable",
		check: async (facts) => await facts.isOnBranch() ? null : `the branch ${facts.branch} no longer has the commit ${facts.run.sha.slice(0, 12)} of ${named(facts)}`
	},
	{
		id: "size",
		check: (facts) => facts.artifact.sizeBytes <= MAX_ZIP_BYTES ? null : `the baseline of ${named(facts)} has ${String(facts.artifact.sizeBytes)} bytes, more than are read`
	},
	{
		id: "digest",
		check: async (facts) => {
			const { digest } = facts.artifact;
			if (digest === null) return `GitHub names no digest for the baseline of ${named(facts)}`;
			return digest === `sha256:${sha256(await facts.bytes())}` ? null : `the bytes of the baseline of ${named(facts)} are not those that were uploaded`;
		}
	},
	{
		id: "archive",
		check: async (facts) => {
			const why = await whyNot(facts.file());
			if (why !== null) return `the artifact of ${named(facts)}: ${why}`;
			return (await facts.file()).files === 1 ? null : `the artifact of ${named(facts)} holds more than ${BASELINE_FILE}`;
		}
	},
	{
		id: "schema",
		check: async (facts) => {
			const why = await whyNot(facts.baseline());
			return why === null ? null : `the artifact of ${named(facts)} is no baseline: ${why}`;
		}
	},
	{
		id: "provenance",
		check: async (facts) => (await facts.baseline()).run === void 0 ? `the baseline of ${named(facts)} does not say which run it is of` : null
	},
	{
		id: "ids",
		check: async (facts) => {
			const { run: inside } = await facts.baseline();
			if (inside === void 0) return null;
			const { run, repository, attempt } = facts;
			const wrong = [
				...inside.repositoryId === repository.id ? [] : ["repository"],
				...inside.runId === run.id && inside.runNumber === run.number ? [] : ["run"],
				...inside.attempt === attempt && attempt <= run.attempt ? [] : ["attempt"],
				...inside.sha === run.sha ? [] : ["commit"],
				...inside.workflow === run.path ? [] : ["workflow"],
				...(await facts.baseline()).snapshots.every(({ job }) => isOwnId(job)) ? [] : ["job"]
			];
			return wrong.length === 0 ? null : `the baseline in ${named(facts)} names another ${wrong.join(", ")} than GitHub does`;
		}
	}
];
/** The first rule that a baseline breaks, or `null`. Rejects with `github-failed` when the API does not answer. */
async function firstBroken(facts, rules) {
	for (const { id, check } of rules) {
		const why = await check(facts);
		if (why !== null) return {
			id,
			why
		};
	}
	return null;
}

// src/baseline/run-baseline.ts
/** Name of the artifact that holds the baseline of a run: attempts of one run share its artifacts, and a name can be used once. */
function baselineArtifactName(prefix, attempt) {
	return `${prefix}baseline-${String(attempt)}`;
}
/** Runs and commits that are listed: a page of each, or a few. */
const LISTED_RUNS = 100;
const LISTED_COMMITS = 250;
/** The artifact of the highest attempt. */
function newestArtifact(artifacts, prefix) {
	let newest = null;
	for (const artifact of artifacts) {
		const attempt = Number(/^[1-9]\d{0,5}$/.exec(artifact.name.slice(baselineStem(prefix).length))?.[0] ?? 0);
		if (attempt > 0 && artifact.name.startsWith(baselineStem(prefix)) && attempt > (newest?.attempt ?? 0)) newest = {
			artifact,
			attempt
		};
	}
	return newest;
}
function baselineStem(prefix) {
	return `${prefix}baseline-`;
}
async function judge({ api, options, repository, branch }, run, reason) {
	const newest = newestArtifact(await api.artifacts(run.id, baselineStem(options.prefix)), options.prefix);
	if (newest === null) return { kind: "absent" };
	const facts = openCase(api, {
		repository,
		branch,
		workflow: options.workflow,
		run,
		...newest
	});
	const broken = await firstBroken(facts, options.rules ?? TRUST_RULES);
	if (broken !== null) return {
		kind: "broken",
		why: broken.why
	};
	const { snapshots, run: made } = await facts.baseline();
	return {
		kind: "trusted",
		reading: {
			kind: "found",
			snapshots,
			reference: {
				source: "artifact",
				ref: `run ${String(run.id)}`,
				trusted: true,
				reason
			},
			...made === void 0 ? {} : { run: made }
		}
	};
}
function unusable(ref, reason) {
	return {
		kind: "unusable",
		reference: {
			source: "artifact",
			ref,
			trusted: false,
			reason
		},
		reason: `${reason.charAt(0).toUpperCase()}${reason.slice(1)}.`
	};
}
async function readNamed(place, id) {
	const ref = `run ${String(id)}`;
	const run = await place.api.run(id);
	if (run === null) return unusable(ref, `there is no ${ref} in ${place.repository.fullName}`);
	const judged = await judge(place, run, "the run that was named");
	if (judged.kind === "trusted") return judged.reading;
	return unusable(ref, judged.kind === "broken" ? judged.why : `${ref} has no artifact ${baselineStem(place.options.prefix)}N: it wrote no baseline, or it was deleted`);
}
/** Nearest first, then by run number and attempt: never by the number of an artifact, which an old run may get late. */
async function listCandidates({ api, options, branch }) {
	const { workflow, mergeBase, head, presentRunId } = options;
	const listed = await api.runs({
		workflow,
		branch,
		limit: LISTED_RUNS
	});
	const start = mergeBase ?? head;
	const more = mergeBase === null || listed.some(({ sha }) => sha === mergeBase) ? [] : await api.runs({
		workflow,
		branch,
		headSha: mergeBase,
		limit: 10
	});
	const runs = [...new Map([...listed, ...more].map((run) => [run.id, run])).values()].filter(({ id }) => id !== presentRunId);
	if (runs.length === 0) return [];
	const nearest = runs.some(({ sha }) => sha === start) ? [start] : [];
	const distances = new Map((await (runs.length === nearest.length ? nearest : api.ancestors(start, LISTED_COMMITS))).map((sha, at) => [sha, at]));
	return runs.map((run) => ({
		run,
		distance: distances.get(run.sha) ?? null
	})).toSorted((a, b) => (a.distance ?? Infinity) - (b.distance ?? Infinity) || b.run.number - a.run.number || b.run.attempt - a.run.attempt || 0);
}
function commits(count) {
	return count === 1 ? "1 commit" : `${String(count)} commits`;
}
function reasonOf({ run, distance }, { options, branch }, passed) {
	const of = options.mergeBase === null ? "this commit" : `the merge base ${options.mergeBase.slice(0, 12)}`;
	const over = passed.length === 0 ? "" : `; passed over: ${passed.slice(0, 3).join("; ")}`;
	if (distance === 0) return `the run of ${of}${over}`;
	if (distance !== null) return `the nearest ancestor of ${of} that has one, ${commits(distance)} before it${over}`;
	return `the newest trusted run of ${branch}, of ${run.sha.slice(0, 12)}, which is not among the last ${commits(LISTED_COMMITS)} before ${of}${over}`;
}
async function readNearest(place) {
	const { options, branch } = place;
	const candidates = await listCandidates(place);
	const passed = [];
	const most = options.maxCandidates ?? 10;
	const near = candidates.slice(0, 3 * most);
	for (const candidate of near) {
		if (passed.length === most) break;
		const reason = reasonOf(candidate, place, passed.map(({ why }) => why));
		const judged = await judge(place, candidate.run, reason);
		if (judged.kind === "trusted") return judged.reading;
		if (judged.kind === "broken") passed.push({
			ref: `run ${String(candidate.run.id)}`,
			why: judged.why
		});
	}
	const [first] = passed;
	if (first !== void 0) return unusable(first.ref, first.why);
	const of = `of ${options.workflow} on ${branch}`;
	return {
		kind: "none",
		reason: `${near.length === 0 ? `no other run ${of} yet` : near.length === 1 ? `the only other run ${of} has left no baseline` : `none of the ${String(near.length)} nearest runs ${of} has left a baseline`}: the next good one does`
	};
}
/**
* The baseline of a workflow run: of the merge base, else of its nearest ancestor, else of the newest trusted run. `none` when no
* run has left one; `unusable`, with the first broken rule of the best candidate, when none of them can be trusted, or the API
* does not answer. Never rejects for what was recorded.
*/
async function readRunBaseline(api, options) {
	const { reference } = options;
	try {
		const repository = await api.repository();
		const place = {
			api,
			options,
			repository,
			branch: options.branch ?? repository.defaultBranch
		};
		return await (reference === "auto" ? readNearest(place) : readNamed(place, reference.run));
	} catch (error) {
		return unusable(reference === "auto" ? options.workflow : `run ${String(reference.run)}`, `the baseline could not be asked for: ${toError(error).message.replace(/[.\s]+$/, "")}`);
	}
}

// src/report/check.ts
const LEVEL = {
	error: "failure",
	warning: "warning",
	notice: "notice"
};
const LEVELS = [
	"failure",
	"warning",
	"notice"
];
/** Findings without a file have none: the API wants a place; they are in the summary. */
function annotationsOfCheck(report, directory) {
	const names = nameJobs(report);
	const open = report.findings.filter(({ state }) => state !== "fixed");
	const all = groupFindings(orderFindings(open)).flatMap((group) => {
		const { location, title } = group.finding;
		const path = location === void 0 ? null : fileOf(location.file, directory);
		if (path === null) return [];
		const { line, column } = location ?? {};
		return [{
			path,
			start_line: line ?? 1,
			end_line: line ?? 1,
			...line === void 0 || column === void 0 ? {} : {
				start_column: column,
				end_column: column
			},
			annotation_level: LEVEL[levelOf(group.finding)],
			title: titleOf(title),
			message: cutBytes(messageOf(group, names), LIMITS.checkMessageBytes)
		}];
	});
	return LEVELS.flatMap((level) => all.filter((entry) => entry.annotation_level === level));
}
function conclusionOf({ verdict }, { failed, mayPass = true }) {
	if (failed || verdict === "error") return "failure";
	return verdict === "ok" && mayPass ? "success" : "neutral";
}
/** The report as a check run. What to do comes first; the tables go to the text when the summary has no room for everything. */
function renderCheck(report, options) {
	const room = {
		maxBytes: LIMITS.checkBytes,
		rulesUrl: options.rulesUrl ?? null
	};
	const all = renderParts(report, {
		verdict: false,
		news: true,
		tables: true
	}, room);
	const news = all.whole ? all : renderParts(report, {
		verdict: false,
		news: true,
		tables: false
	}, room);
	return {
		title: cutCharacters(oneLine(describeVerdict(report)), LIMITS.checkTitleCharacters),
		summary: news.text.trim() === "" ? `goparity: ${report.verdict}\n` : news.text,
		text: all.whole ? null : renderParts(report, {
			verdict: false,
			news: false,
			tables: true
		}, room).text,
		conclusion: conclusionOf(report, options),
		annotations: annotationsOfCheck(report, options.directory ?? "")
	};
}

// src/actions/baseline-update.ts
/** Events after which a run of the default branch counts as a baseline. */
const TRUSTED_EVENTS = /* @__PURE__ */ new Set([
	"push",
	"schedule",
	"workflow_dispatch"
]);
/** Longer than most pull requests stay open; the repository's own limit cuts it. */
const BASELINE_DAYS = 90;
/** Why this run does not become the baseline, in one sentence without a full stop; `null` when it does. */
function whyNoBaseline(report) {
	if (report.jobs.length === 0) return "no job left a snapshot";
	if (report.integrity.outcome === "failed") return "its modules do not pass verification";
	if (report.integrity.outcome === "unknown") return "its modules could not be verified";
	const open = report.findings.filter(({ state, severity }) => state === "new" && severity === "error");
	const unreadable = open.find(({ rule }) => rule === "job/unreadable");
	if (unreadable !== void 0) return unreadable.title;
	const missing = open.find(({ rule }) => rule === "job/missing");
	return missing === void 0 ? null : `${missing.title}; when that job is gone for good, run once with baseline: none`;
}
/** Whether this run is one of the branch that baselines come from. */
async function isOfBaselineBranch({ context, inputs, github }) {
	if (context.endedRun !== null || !TRUSTED_EVENTS.has(context.eventName) || github === null) return false;
	const branch = inputs.baselineBranch ?? (await github.runsApi.repository()).defaultBranch;
	return context.ref === `refs/heads/${branch}`;
}
async function runOf({ context, github }) {
	const workflow = context.workflow ?? (await github?.runsApi.run(Number(context.runId)))?.path ?? null;
	if (context.repository === null || context.repositoryId === null || workflow === null) return null;
	return {
		repository: `${context.repository.owner}/${context.repository.name}`,
		repositoryId: context.repositoryId,
		runId: Number(context.runId),
		runNumber: context.runNumber,
		attempt: Number(context.runAttempt),
		sha: context.sha,
		workflow
	};
}
/** On the branch that baselines come from: makes this run the baseline, as an artifact and, second, in the cache. Says what it did not do. */
async function updateBaseline(step, report, snapshots) {
	const what = "new baseline";
	if (!await isOfBaselineBranch(step)) return [];
	const why = whyNoBaseline(report);
	if (why !== null) return [{
		what,
		why: `the baseline stays what it was: ${why}`
	}];
	const run = await runOf(step);
	if (run === null) return [{
		what,
		why: "the runner does not say which repository and workflow this is"
	}];
	const { host, context, inputs, runner } = step;
	const text = formatBaseline(snapshots.map(({ snapshot }) => snapshot), run);
	const file = join(context.temporary, "goparity", "baseline.json");
	await host.files.writeAtomically(file, text);
	const uploaded = await uploadFile(file, baselineArtifactName(inputs.artifactPrefix, run.attempt), inputs.retentionDays ?? BASELINE_DAYS);
	const place = {
		prefix: inputs.artifactPrefix,
		workflow: run.workflow
	};
	const cached = await saveBaselineToCache(host, context, place, text);
	if (!("why" in uploaded)) runner.log(`the baseline is now this run, ${String(run.runId)}: ${String(snapshots.length)} jobs`);
	return [..."why" in uploaded ? [uploaded] : [], ...cached === null ? [] : [cached]];
}

// src/actions/report-sources.ts
/** The project's directory from the top of the repository, POSIX; empty for the top. */
function projectDirectory({ inputs }) {
	const parts = inputs.workingDirectory.split(/[/\\]/).filter((part) => part !== "" && part !== ".");
	if (parts.includes("..") || /^(?:[/\\]|[A-Za-z]:)/.test(inputs.workingDirectory)) throw new ParityError("usage", `the input working-directory ${JSON.stringify(inputs.workingDirectory)} leaves the repository`);
	return parts.join("/");
}
/** The run whose jobs are reported: this one, or the one that a `workflow_run` event names. */
function reportedRun({ context }) {
	const { endedRun, runId, runAttempt } = context;
	return endedRun === null ? {
		id: Number(runId),
		attempt: Number(runAttempt)
	} : {
		id: endedRun.id,
		attempt: endedRun.attempt
	};
}
function needsToken(what) {
	return new ParityError("usage", `${what} cannot be read without a token`, "leave github-token out, so that it has its default");
}
/** The snapshots of the jobs, and what was left as one and is none. */
async function readJobs(step) {
	const { host, context, inputs, github } = step;
	if (inputs.snapshots !== void 0) {
		const folder = resolve(context.workspace, inputs.snapshots);
		const { snapshots } = await readSnapshots({
			...host,
			cwd: context.workspace
		}, folder);
		return {
			snapshots: snapshots.map(({ name, snapshot }) => ({
				name: name.slice(folder.length + 1) || name,
				snapshot
			})),
			refused: []
		};
	}
	if (github === null) throw needsToken("the snapshots of the jobs");
	const run = reportedRun(step);
	const { snapshots, refused } = await collectSnapshots(github.runsApi, {
		runId: run.id,
		attempt: run.attempt,
		prefix: inputs.artifactPrefix,
		concurrency: 8
	});
	const { endedRun } = context;
	if (endedRun === null) return {
		snapshots,
		refused
	};
	const own = snapshots.filter(({ snapshot: { job } }) => job.provider === "github" && job.workflow === endedRun.workflow);
	const others = snapshots.filter((entry) => !own.includes(entry));
	return {
		snapshots: own,
		refused: [...refused, ...others.map(({ name }) => ({
			name,
			why: "it says that it belongs to another workflow"
		}))]
	};
}
/** The configuration as checked out; through the API where nothing is, and where what is checked out may be a stranger's. */
async function readConfig({ host, context, inputs, github }) {
	const directory = projectDirectory({ inputs });
	if (context.endedRun === null && await host.files.status(join(context.workspace, ".git")) !== null) return {
		value: await loadConfig({
			...host,
			cwd: context.workspace
		}, join(context.workspace, directory), inputs.config),
		degraded: []
	};
	if (github === null) return {
		value: {},
		degraded: [{
			what: "configuration",
			why: "nothing is checked out, and there is no token"
		}]
	};
	const path = inputs.config ?? (directory === "" ? ".goparity.yml" : `${directory}/.goparity.yml`);
	let text;
	try {
		text = await github.readFile(path, context.sha);
	} catch (error) {
		if (inputs.config !== void 0) throw error;
		return {
			value: {},
			degraded: [couldNot("configuration", error)]
		};
	}
	if (text !== null) return {
		value: await parseConfig(text, path),
		degraded: []
	};
	if (inputs.config !== void 0) throw new ParityError("usage", `there is no configuration file ${path} in ${context.sha.slice(0, 12)}`);
	return {
		value: {},
		degraded: []
	};
}
async function rangeOf({ context, github }) {
	const { pullRequest, mergeGroup, endedRun } = context;
	if (pullRequest !== null) return {
		base: pullRequest.base,
		head: pullRequest.head,
		name: "this pull request"
	};
	if (mergeGroup !== null) return {
		base: mergeGroup.base,
		head: mergeGroup.head,
		name: "this change"
	};
	if (endedRun === null || endedRun.headOwner === null || github === null) return null;
	const [found] = await github.pullRequestsOf(endedRun.sha, endedRun.headOwner, endedRun.branch);
	return found === void 0 ? null : {
		base: found.baseSha,
		head: endedRun.sha,
		name: "this pull request"
	};
}
async function changeBetween(step, { base, head, name }) {
	if (step.github === null) return null;
	const { mergeBase, files, complete } = await step.github.changedFiles(base, head);
	return {
		mergeBase,
		facts: {
			name,
			files,
			complete,
			directory: projectDirectory(step)
		}
	};
}
/** What was not done, with the way out that its error names. */
function couldNot(what, error) {
	const hint = error instanceof ParityError && error.hint !== void 0 ? ` (${error.hint})` : "";
	return {
		what,
		why: `${toError(error).message}${hint}`
	};
}
/** What the change under review does; `null` outside of one. */
async function readProposedChange(step) {
	try {
		const range = await rangeOf(step);
		return {
			value: range === null ? null : await changeBetween(step, range),
			degraded: []
		};
	} catch (error) {
		return {
			value: null,
			degraded: [couldNot("what the change touches", error)]
		};
	}
}
/** All commits since the baseline, for a run that judges no change: what moved there is explained by them. */
async function readChangeSince(step, sha) {
	try {
		const { sha: head } = step.context;
		return {
			value: (await changeBetween(step, {
				base: sha,
				head,
				name: "the commits since the baseline"
			}))?.facts ?? null,
			degraded: []
		};
	} catch (error) {
		return {
			value: null,
			degraded: [couldNot("what was changed since the baseline", error)]
		};
	}
}
async function readCommitted(step, reference) {
	const { host, context, inputs } = step;
	const source = mergeBaseSource(context, inputs.token);
	return readBaseline(host, {
		reference,
		directory: join(context.workspace, projectDirectory(step)),
		change: detectChange(host.env, context.event),
		...source === void 0 ? {} : { fetchAtMergeBase: source }
	});
}
/** The workflow whose runs are the baseline; asked of the API where the runner does not say. */
async function baselineWorkflow(step) {
	const { context, inputs, github } = step;
	const own = context.endedRun?.workflow ?? context.workflow;
	return inputs.baselineWorkflow ?? own ?? (await github?.runsApi.run(reportedRun(step).id))?.path ?? "";
}
async function readOfRuns(step, run, change) {
	const { context, inputs, github } = step;
	if (github === null) throw needsToken("the baseline of a run");
	const present = reportedRun(step).id;
	return readRunBaseline(github.runsApi, {
		reference: run === null ? "auto" : { run },
		mergeBase: change?.mergeBase ?? null,
		head: context.sha,
		workflow: await baselineWorkflow(step),
		branch: inputs.baselineBranch ?? null,
		prefix: inputs.artifactPrefix,
		presentRunId: present
	});
}
/**
* The baseline: of a trusted run; with `auto`, where no run has one, the committed file; where none can be trusted,
* the hint of the cache, which never grounds an ok.
*/
async function readTheBaseline(step, wanted, change) {
	const { host, context, inputs } = step;
	const name = parseBaselineName(wanted);
	if (name.kind === "none") return {
		kind: "none",
		reason: "no baseline was asked for"
	};
	if (name.kind === "file" || name.kind === "git") {
		if (context.endedRun === null) return readCommitted(step, wanted);
		throw new ParityError("usage", `on workflow_run the baseline ${wanted} cannot be told from a stranger's`, "write auto, none or run:ID");
	}
	const found = await readOfRuns(step, name.kind === "run" ? name.id : null, change);
	if (name.kind === "run" || found.kind === "found") return found;
	if (found.kind === "none" && context.endedRun === null) {
		const committed = await readCommitted(step, "auto");
		if (committed.kind !== "none") return committed;
	}
	const place = {
		prefix: inputs.artifactPrefix,
		workflow: await baselineWorkflow(step)
	};
	const hint = await restoreBaselineFromCache(host, context, place);
	if (hint === null || !("kind" in hint)) return found;
	const reason = `${found.reason.replace(/[.\s]+$/, "")}; compared with the copy in the cache, ${hint.reference.reason}`;
	return {
		...hint,
		reference: {
			...hint.reference,
			reason
		}
	};
}

// src/actions/report-sinks.ts
/** Ten requests, a second apart: who reads more? The JSON report has all. */
const MOST_ANNOTATIONS = 10 * LIMITS.annotationsPerRequest;
/** Why no check run will be posted, known before anything is sent; `null` when one will be tried. */
function whyNoCheck({ context, inputs, github }) {
	const what = "check run";
	if (inputs.check === "false") return null;
	if (github === null) return {
		what,
		why: "there is no token"
	};
	if (context.pullRequest?.fork === true && context.endedRun === null) return {
		what,
		why: "the token of a pull request from a fork may not post one; this summary and the result of this job say the same"
	};
	return null;
}
/** The commit that a check run belongs to: of a pull request its own newest one, not the merge that was built. */
function commitOf({ context }) {
	return context.endedRun?.sha ?? context.pullRequest?.head ?? context.sha;
}
/** Posts the check run. A dead sink changes nothing but that it is said. */
async function postCheck(step, report, failed) {
	const { context, inputs, github, host } = step;
	if (inputs.check === "false" || github === null || whyNoCheck(step) !== null) return null;
	const check = renderCheck(report, {
		failed,
		mayPass: context.endedRun === null,
		directory: projectDirectory(step),
		rulesUrl: rulesUrlOf(host.env)
	});
	try {
		const created = await github.createCheck({
			name: inputs.checkName,
			headSha: commitOf(step),
			externalId: `${context.runId}-${context.runAttempt}`,
			conclusion: check.conclusion,
			output: {
				title: check.title,
				summary: check.summary,
				text: check.text
			},
			annotations: check.annotations.slice(0, MOST_ANNOTATIONS)
		});
		const left = check.annotations.length - MOST_ANNOTATIONS;
		if (left <= 0 || created.degraded !== null) return created;
		return {
			...created,
			degraded: {
				what: `annotation for ${String(left)} findings more`,
				why: "they are the least severe; the JSON report has all"
			}
		};
	} catch (error) {
		return couldNot("check run", error);
	}
}
async function say({ runner }, level, degrade) {
	if (degrade !== null) await runner.annotate({
		level,
		title: `goparity: no ${degrade.what}`,
		message: degrade.why
	});
}
/** The report as files: JSON and SARIF, with their outputs and the artifact of the JSON. */
async function deliverFiles(step, report) {
	const { host, runner, context, inputs } = step;
	const folder = join(context.temporary, "goparity");
	const [json, sarif] = [join(folder, "report.json"), join(folder, "report.sarif")];
	const text = renderJson(report);
	await host.files.writeAtomically(json, text);
	const fallback = context.endedRun?.workflow ?? context.workflow ?? ".github/workflows";
	await host.files.writeAtomically(sarif, renderSarif(report, {
		fallback,
		directory: projectDirectory(step),
		rulesUrl: rulesUrlOf(host.env)
	}));
	await runner.setOutput("report", json);
	await runner.setOutput("report-sha256", sha256(text));
	await runner.setOutput("sarif", sarif);
	const uploaded = await uploadFile(json, `${inputs.artifactPrefix}report-${context.runAttempt}`, inputs.retentionDays);
	if ("why" in uploaded) await say(step, "notice", uploaded);
}
/** Everything that tells people: summary first, then the check run, annotations where there is none, files. None of it changes the verdict. */
async function deliverReport(step, report, failed) {
	const { runner, inputs } = step;
	if (inputs.summary) await say(step, "notice", await runner.appendSummary(report));
	const check = await postCheck(step, report, failed);
	if (check !== null && "id" in check) {
		await runner.setOutput("check-run-id", check.id);
		await say(step, "notice", check.degraded);
	} else {
		await say(step, inputs.check === "true" ? "warning" : "notice", check ?? whyNoCheck(step));
		for (const annotation of annotationsOf(report, { directory: projectDirectory(step) })) await runner.annotate(annotation);
	}
	await deliverFiles(step, report);
}

// src/actions/report-step.ts
const STRANGER = "the jobs ran code of a pull request with no secrets at hand; what they recorded is its word, so this report never says success";
/** Events in which nothing that was recorded can be told from what a stranger wrote. */
function refuseEvent({ eventName, endedRun }) {
	if (eventName === "pull_request_target" || eventName === "issue_comment") throw new ParityError("usage", `goparity reports nothing on ${eventName}: no recorder runs there`, "use on: pull_request, and workflow_run for a check on forks");
	if (eventName === "workflow_run" && endedRun === null) throw new ParityError("usage", "the event workflow_run does not name the run that ended", "use on: workflow_run with types: [completed]");
}
async function work(step) {
	const { host, runner, inputs, context } = step;
	const session = {
		host,
		progress: () => void 0
	};
	const { value: config, degraded } = await readConfig(step);
	const jobs = await readJobs(step);
	runner.log(`${String(jobs.snapshots.length)} snapshots, ${String(jobs.refused.length)} refused`);
	const proposed = await readProposedChange(step);
	const baseline = await readTheBaseline(step, inputs.baseline ?? config.baseline ?? "auto", proposed.value);
	const since = baseline.kind === "found" && baseline.run !== void 0 && proposed.value === null && proposed.degraded.length === 0 && context.endedRun === null ? await readChangeSince(step, baseline.run.sha) : {
		value: null,
		degraded: []
	};
	const noCheck = whyNoCheck(step);
	const { failOn } = inputs;
	return {
		...report(session, {
			...jobs,
			expected: inputs.expected,
			baseline,
			change: proposed.value?.facts ?? since.value,
			degraded: [
				...degraded,
				...proposed.degraded,
				...since.degraded,
				...noCheck === null ? [] : [noCheck]
			],
			config,
			version: VERSION,
			...context.endedRun === null ? {} : { unproven: STRANGER },
			...failOn === void 0 ? {} : { failOn }
		}),
		jobs,
		baselineRun: baseline.kind === "found" ? baseline.run?.runId ?? null : null
	};
}
/** Enums, numbers, digests and paths only. */
async function setOutputs(runner, report, { jobs, baselineRun }) {
	const count = (rule) => report.findings.filter((finding) => finding.rule === rule && finding.state === "new" && finding.severity === "error").length;
	const { baseline } = report.comparison;
	const broken = report.targets.filter(({ outcome, state }) => outcome === "failed" && state !== "known");
	await runner.setOutput("verdict", report.verdict);
	await runner.setOutput("findings", report.findings.filter(({ state }) => state === "new").length);
	await runner.setOutput("jobs", jobs.snapshots.length);
	await runner.setOutput("missing-jobs", count("job/missing"));
	await runner.setOutput("broken-targets", new Set(broken.map(({ root, target }) => `${root ?? "."} ${target}`)).size);
	await runner.setOutput("baseline", baseline?.source ?? "none");
	if (baselineRun !== null) await runner.setOutput("baseline-run", baselineRun);
}
async function perform(step) {
	const { runner } = step;
	const done = await work(step);
	const failed = done.exitCode !== 0;
	runner.log(renderText(done.report, { color: false }));
	await setOutputs(runner, done.report, done);
	const not = [];
	try {
		await deliverReport(step, done.report, failed);
		not.push(...await updateBaseline(step, done.report, done.jobs.snapshots));
	} catch (error) {
		not.push({
			what: "part of the report",
			why: toError(error).message
		});
	}
	for (const { what, why } of not) await runner.annotate({
		level: "notice",
		title: `goparity: no ${what}`,
		message: why
	});
	return failed ? 1 : 0;
}
/** The reporter: snapshots of all jobs → one report → summary, check run, artifacts, baseline. Gives the exit code of the step; never throws. */
async function reportStep(host, write, tuning) {
	const runner = openRunner(host, write);
	try {
		const context = await readContext(host);
		refuseEvent(context);
		const inputs = readReportInputs(host.env);
		return await perform({
			host,
			runner,
			context,
			inputs,
			github: inputs.token === void 0 ? null : await openGithub(inputs.token, context, tuning)
		});
	} catch (error) {
		return await failStep(runner, error);
	}
}

export { reportStep, renderCheck as t };