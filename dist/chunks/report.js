import { i as __toESM } from "./rolldown-runtime.js";
import { t as require_picocolors } from "./picocolors.js";

// src/report/neutral.ts
/**
* What must never reach a terminal or a log as it is: C0 and C1 controls, DEL, marks that reorder or hide text
* (Trojan Source, CVE-2021-42574), line and paragraph separators, tags, lone surrogates.
*/
const DANGEROUS = /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/gu;
function visible(character) {
	return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}
/** One line of untrusted text made harmless: line breaks and tabs become spaces, other invisible characters visible (`\u{1b}`). */
function oneLine(text) {
	return text.replaceAll(/[\r\n\t]+/g, " ").trim().replaceAll(DANGEROUS, visible);
}
/** The lines of untrusted text, each made harmless; tabs become four spaces. */
function safeLines(text) {
	return text.split(/\r\n|\n|\r/).map((line) => line.replaceAll("	", "    ").replaceAll(DANGEROUS, visible).trimEnd());
}
/** Makes a whole output mean nothing to a runner: it obeys `::` at the start of a line and `##[` anywhere in one. */
function withoutCommands(output) {
	return output.replaceAll(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}

// src/report/order.ts
const SEVERITY = {
	error: 0,
	warning: 1,
	note: 2
};
const STATE = {
	new: 0,
	known: 1,
	fixed: 2
};
function weight({ state, severity, rule }) {
	return STATE[state] * 100 + SEVERITY[severity] * 10 + (rule === "target/broken" ? 1 : 0);
}
/** New before known before fixed, errors before warnings before notes; otherwise the causal order in which they came. */
function orderFindings(findings) {
	return findings.toSorted((a, b) => weight(a) - weight(b));
}
/** The same cause in several targets is one thing to read. Keeps the order of first appearance. */
function groupFindings(findings) {
	const groups = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { target, ...subject } = finding.subject;
		const { rule, severity, state, message, location, evidence, fix, root, jobs } = finding;
		const told = target === void 0 ? finding.title : finding.title.replaceAll(target, "").replaceAll(target.replace(/[+-]cgo$/, ""), "");
		const key = JSON.stringify([
			rule,
			severity,
			state,
			told,
			message,
			location,
			subject,
			evidence,
			fix,
			root,
			jobs
		]);
		const group = groups.get(key) ?? {
			finding,
			targets: /* @__PURE__ */ new Set()
		};
		groups.set(key, group);
		if (target !== void 0) group.targets.add(target);
	}
	return [...groups.values()].map(({ finding, targets }) => ({
		finding,
		targets: [...targets]
	}));
}

// src/report/words.ts
/** `1 target`, `3 targets`. */
function count(amount, one, many = `${one}s`) {
	return `${String(amount)} ${amount === 1 ? one : many}`;
}
/** Milliseconds for people: `840 ms`, `12.3 s`, `2 min 5 s`. */
function formatDuration(ms) {
	const whole = Math.max(0, Math.round(ms));
	if (whole < 1e3) return `${String(whole)} ms`;
	if (whole < 59950) return `${(whole / 1e3).toFixed(1)} s`;
	const seconds = Math.round(whole / 1e3);
	const minutes = Math.floor(seconds / 60);
	return minutes < 60 ? `${String(minutes)} min ${String(seconds % 60)} s` : `${String(Math.floor(minutes / 60))} h ${String(minutes % 60)} min`;
}
/** `file:line:column`, as far as it is known. */
function formatLocation({ file, line, column }) {
	const at = line === void 0 ? "" : `:${String(line)}${column === void 0 ? "" : `:${String(column)}`}`;
	return `${oneLine(file)}${at}`;
}
/** What stands between an edit and its reason: an edit may be a sentence of its own. */
function afterEdit(edit) {
	return /[.!?]$/.test(edit.trimEnd()) ? " " : ": ";
}
/** One character for a verdict. */
const VERDICT_SYMBOL = {
	ok: "✓",
	findings: "✗",
	unknown: "?",
	error: "✗"
};
/** `linux/arm64, linux/386 and 3 more`. */
function nameSome(names, shown) {
	if (names.length <= shown) return names.join(", ");
	return `${names.slice(0, shown).join(", ")} and ${String(names.length - shown)} more`;
}
function targetWords({ targets, findings }) {
	const built = targets.filter(({ outcome }) => outcome !== "skipped");
	const skipped = targets.length - built.length;
	const more = skipped === 0 ? "" : `, ${String(skipped)} skipped`;
	if (targets.length === 0) return null;
	if (built.length === 0) return `${count(skipped, "target")} skipped, none built`;
	const failed = built.filter(({ outcome }) => outcome === "failed");
	if (failed.length === 0) return (built.length === 1 ? "1 target builds" : `all ${String(built.length)} targets build`) + more;
	const since = !findings.some(({ subject, state, severity }) => subject.target !== void 0 && state === "new" && severity === "error") && findings.some(({ subject, state }) => subject.target !== void 0 && state === "known") ? " (known from the baseline)" : "";
	if (built.length === 1) return `the target does not build${since}${more}`;
	if (failed.length === built.length) return `none of ${String(built.length)} targets builds${since}${more}`;
	return `${String(failed.length)} of ${count(built.length, "target")} ${failed.length === 1 ? "does" : "do"} not build${since}${more}`;
}
function integrityWords({ integrity, targets, jobs }) {
	if (integrity.outcome === "ok") return "modules verified";
	if (integrity.outcome === "unknown") return "modules could not be verified";
	if (integrity.outcome === "failed") {
		const layers = integrity.layers.filter(({ outcome }) => outcome === "failed").map(({ layer }) => layer);
		return `modules do not pass verification${layers.length === 0 ? "" : ` (${layers.join(", ")})`}`;
	}
	if (integrity.layers.length > 0) return "no modules to verify";
	return targets.length > 0 && jobs.length < 2 ? "modules not verified" : null;
}
/** Whether the report holds jobs against one another rather than a run against its baseline. */
function comparesJobs({ jobs, comparison: { baseline } }) {
	return baseline === null ? jobs.length > 1 : baseline.source === "snapshots";
}
/** A baseline that was named or found, and with which nothing could be compared. */
function lacksTrust(report) {
	const { baseline, environment, modules } = report.comparison;
	return baseline?.trusted === false && !comparesJobs(report) && environment.length + modules.length === 0;
}
function comparisonWords(report) {
	const { baseline, environment, modules } = report.comparison;
	const amongJobs = comparesJobs(report);
	if (baseline === null && !amongJobs) return null;
	const other = amongJobs ? "between the jobs" : "from the baseline";
	if (lacksTrust(report)) return "the baseline could not be used";
	const all = [...environment, ...modules];
	const open = all.filter(({ explained }) => explained === void 0).length;
	if (open > 0) return `${count(open, "difference")} ${other}`;
	if (all.length > 0) return `nothing unexplained differs ${other}`;
	return amongJobs ? "the environments and modules of the jobs agree" : "nothing differs from the baseline";
}
/** Errors and warnings that neither targets nor integrity speak of. */
function otherWords({ findings, integrity }) {
	const rest = findings.filter(({ subject, state, source }) => state === "new" && subject.target === void 0 && !(source === "integrity" && integrity.outcome === "failed"));
	const amount = (severity) => rest.filter((finding) => finding.severity === severity).length;
	const [errors, warnings] = [amount("error"), amount("warning")];
	const parts = [...errors > 0 ? [count(errors, "error")] : [], ...warnings > 0 ? [count(warnings, "warning")] : []];
	return parts.length === 0 ? null : parts.join(", ");
}
/** A verdict without facts, and what goes before them. */
const WORDS = {
	ok: ["nothing found", ""],
	findings: ["there are findings", ""],
	unknown: ["the verdict is unknown", "the verdict is unknown: "],
	error: ["the run broke before it could tell", "the run broke before it could tell everything: "]
};
/** The verdict as one sentence of known words: `1 of 3 targets does not build, modules verified`. */
function describeVerdict(report) {
	const [targets, integrity] = [targetWords(report), integrityWords(report)];
	const facts = [
		...report.integrity.outcome === "failed" ? [integrity, targets] : [targets, integrity],
		otherWords(report),
		comparisonWords(report)
	].filter((part) => part !== null).join(", ");
	const [alone, before] = WORDS[report.verdict];
	return facts === "" ? alone : `${before}${facts}`;
}
/** Why a verdict is unknown or the run broke: in the words of the layers and the baseline, else of what was not done. */
function reasonsOf(report) {
	const layers = report.integrity.layers.filter(({ outcome }) => outcome === "unknown").map(({ layer, reason }) => `${layer}: ${oneLine(reason ?? "unknown")}`);
	const { baseline } = report.comparison;
	const untrusted = baseline?.trusted === false && !comparesJobs(report) ? [`baseline: ${oneLine(baseline.reason)}`] : [];
	const direct = [.../* @__PURE__ */ new Set([...layers, ...untrusted])];
	return direct.length > 0 ? direct : report.degraded.map(({ what, why }) => `${oneLine(what)}: ${oneLine(why)}`);
}
/** What the report says when there is no baseline and nobody said why. */
const NO_BASELINE = "no baseline yet";
/** The way to one. */
const SAVE_BASELINE = "goparity baseline save";
/** A good run that could have been compared, had there been a baseline: the one to keep. */
function wantsBaseline({ verdict, comparison, targets, integrity, degraded }) {
	return verdict === "ok" && comparison.baseline === null && targets.length > 0 && integrity.layers.length > 0 && !degraded.some(({ what }) => what === "baseline");
}
/** The labels of jobs by their ids; an id that no job has stands for itself. */
function jobNames(report, ids) {
	const labels = new Map(report.jobs.map(({ id, label }) => [id, label]));
	return ids.map((id) => labels.get(id) ?? id);
}

// src/report/json.ts
function finding(entry) {
	const { rule, severity, state, title, message, subject, location, evidence, fix, jobs, source, root } = entry;
	return {
		rule,
		severity,
		state,
		title,
		message,
		subject,
		...location === void 0 ? {} : { location },
		evidence,
		fix,
		...jobs === void 0 ? {} : { jobs },
		source,
		...root === void 0 ? {} : { root }
	};
}
/** What a terminal or a runner could obey, where JSON may write it as an escape: the value stays the same. */
const ESCAPED = /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|(?<=##)\[/g;
function escape(character) {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
/** The report as JSON of schema `goparity/report/1`: exactly its fields, indented by two spaces, with a final line feed. */
function renderJson(report) {
	const { schema, tool, verdict, jobs, findings, integrity, targets, comparison, degraded, timings } = report;
	const exact = {
		schema,
		tool: { version: tool.version },
		verdict,
		jobs: jobs.map(({ id, label, matrix, outcome }) => ({
			id,
			label,
			matrix,
			outcome
		})),
		findings: findings.map(finding),
		integrity: {
			outcome: integrity.outcome,
			layers: integrity.layers
		},
		targets,
		comparison: {
			baseline: comparison.baseline,
			environment: comparison.environment,
			modules: comparison.modules
		},
		degraded,
		timings: {
			totalMs: timings.totalMs,
			goMs: timings.goMs,
			steps: timings.steps
		}
	};
	return `${JSON.stringify(exact, null, 2).replaceAll(ESCAPED, escape)}\n`;
}

// src/report/markdown-escape.ts
/** Every character but ASCII letters, digits and spaces as a numeric entity: nothing is left for Markdown or HTML to read. */
function entities(text) {
	return text.replaceAll(/[^A-Za-z0-9 ]/gu, (character) => `&#${String(character.codePointAt(0) ?? 65533)};`);
}
/** One line of untrusted text as `<code>`: GitHub makes no mention, issue, commit or address link in there. Empty text gives nothing. */
function code(text) {
	const line = oneLine(text);
	return line === "" ? "" : `<code>${entities(line)}</code>`;
}
/** Words that no renderer can take for anything else; long hexadecimal ones could be commits. */
const PLAIN = /^[("']*[A-Za-z]+(?:'[a-z]+)?[)"']*[,.;:!?]?[)"']*$|^\d{1,6}[,;]?$/;
const COMMIT = /[0-9a-f]{7}/i;
/** Untrusted prose: plain words as they are, everything else as `<code>`. */
function prose(text) {
	const parts = [];
	let held = [];
	const flush = () => {
		const joined = held.join(" ");
		const end = /[^.,;:][.,;:]$/.test(joined) ? joined.slice(-1) : "";
		if (joined !== "") parts.push(`${code(joined.slice(0, joined.length - end.length))}${end}`);
		held = [];
	};
	for (const word of oneLine(text).split(/ +/)) if (PLAIN.test(word) && !COMMIT.test(word)) {
		flush();
		parts.push(word.replaceAll(/["'()!]/g, entities));
	} else if (word !== "") held.push(word);
	flush();
	return parts.join(" ");
}
/** Lines of untrusted text, verbatim, as one `<pre>` on one source line: no blank line can end it, no fence can stay open. */
function verbatim(lines) {
	const safe = lines.flatMap(safeLines).map(entities);
	return safe.length === 0 ? "" : `<pre>${safe.join("&#10;")}</pre>`;
}

// src/report/markdown.ts
const LADDER = [
	{
		findings: 500,
		evidence: 40,
		rows: 500,
		targets: 1e3
	},
	{
		findings: 200,
		evidence: 8,
		rows: 100,
		targets: 500
	},
	{
		findings: 50,
		evidence: 0,
		rows: 20,
		targets: 100
	},
	{
		findings: 10,
		evidence: 0,
		rows: 0,
		targets: 20
	},
	{
		findings: 3,
		evidence: 0,
		rows: 0,
		targets: 0
	}
];
const MARK = {
	ok: "✅",
	findings: "❌",
	unknown: "❔",
	error: "❌"
};
const TARGET_MARK = {
	ok: "✅",
	proved: "✅",
	failed: "❌",
	skipped: "➖"
};
const LAYER_MARK = {
	ok: "✅",
	failed: "❌",
	unknown: "❔",
	"not-applicable": "➖"
};
function bytesOf(text) {
	return new TextEncoder().encode(text).length;
}
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}
function table$1(head, rows) {
	return rows.length === 0 ? [] : [
		row(head),
		row(head.map(() => "---")),
		...rows.map(row),
		""
	];
}
function more(hidden, what) {
	return hidden <= 0 ? [] : [`and ${count(hidden, `more ${what}`)}: the JSON report has all`, ""];
}
function fixLine$1({ command, edit, why }) {
	if (command !== void 0) return `- ${code(command)}: ${prose(why)}`;
	return edit === void 0 ? `- ${prose(why)}` : `- ${prose(edit)}${afterEdit(edit)}${prose(why)}`;
}
function stateWord({ state, severity }) {
	return state === "new" ? severity : state;
}
function findingBlock({ finding, targets }, report, detail) {
	const { rule, title, message, location, evidence, fix, state, jobs = [] } = finding;
	const lines = [`**${stateWord(finding)}** ${prose(title)}`, ""];
	const facts = [
		...location === void 0 ? [] : [code(formatLocation(location))],
		...targets.length === 0 ? [] : [code(nameSome(targets, 20))],
		...jobs.length === 0 ? [] : [code(nameSome(jobNames(report, jobs), 20))],
		code(rule)
	];
	lines.push(facts.join(" · "), "", prose(message), "");
	if (state === "known") lines.push("It failed in the baseline too, so it does not fail this run.", "");
	const seen = evidence.slice(0, detail.evidence);
	if (seen.length > 0) lines.push(verbatim(seen), "");
	if (fix.length > 0) lines.push("Fix:", ...fix.map(fixLine$1), "");
	return lines;
}
function findingSection(groups, report, detail) {
	if (groups.length === 0) return [];
	const shown = groups.slice(0, detail.findings);
	return [
		"### Findings",
		"",
		...shown.flatMap((group) => findingBlock(group, report, detail)),
		...more(groups.length - shown.length, "finding")
	];
}
function jobSection({ jobs }, detail) {
	if (jobs.length < 2 || detail.targets === 0) return [];
	const shown = jobs.slice(0, detail.targets);
	return [
		"### Jobs",
		"",
		...table$1([
			"",
			"job",
			"outcome"
		], shown.map(({ label, outcome }) => [
			MARK[outcome],
			code(label),
			outcome
		])),
		...more(jobs.length - shown.length, "job")
	];
}
function targetSection({ targets, jobs }, detail) {
	if (targets.length === 0 || detail.targets === 0) return [];
	const labels = new Map(jobs.map(({ id, label }) => [id, label]));
	const byJob = jobs.length > 1 && targets.some(({ job }) => job !== void 0);
	const byRoot = targets.some(({ root }) => root !== void 0);
	const shown = targets.slice(0, detail.targets);
	return [
		"### Targets",
		"",
		...table$1([
			"",
			...byJob ? ["job"] : [],
			...byRoot ? ["root"] : [],
			"target",
			"outcome",
			"time",
			"why"
		], shown.map(({ job, root, target, outcome, durationMs, rule, reason }) => [
			TARGET_MARK[outcome],
			...byJob ? [code(labels.get(job ?? "") ?? job ?? "")] : [],
			...byRoot ? [code(root ?? ".")] : [],
			code(target),
			outcome,
			outcome === "skipped" || durationMs === 0 ? "" : formatDuration(durationMs),
			[code(rule ?? ""), prose(reason ?? "")].filter((text) => text !== "").join(" ")
		])),
		...more(targets.length - shown.length, "target")
	];
}
function integritySection({ integrity: { layers } }, detail) {
	if (layers.length === 0 || detail.targets === 0) return [];
	return [
		"### Modules",
		"",
		...table$1([
			"",
			"layer",
			"checked",
			"failed",
			"why"
		], layers.map(({ layer, outcome, checked, failed, reason }) => [
			LAYER_MARK[outcome],
			code(layer),
			outcome === "not-applicable" ? "" : String(checked),
			outcome === "not-applicable" ? "" : String(failed),
			prose(reason ?? "")
		]))
	];
}
function value(text) {
	if (text === null) return "not there";
	return text === "" ? "empty" : code(text);
}
function driftRow(name, { before, after, explained }) {
	return [
		code(name),
		value(before),
		value(after),
		explained === void 0 ? "" : prose(explained)
	];
}
function comparisonSection(report, detail) {
	const { baseline, environment, modules } = report.comparison;
	const amongJobs = comparesJobs(report);
	if (baseline === null && !amongJobs) return wantsBaseline(report) ? [
		"### Baseline",
		"",
		`${NO_BASELINE}: ${code(SAVE_BASELINE)} keeps this one`,
		""
	] : [];
	const distrust = baseline?.trusted === false && !amongJobs ? "**not trusted**: " : "";
	const rows = [...environment.map((drift) => ({
		drift,
		name: drift.key
	})), ...modules.map((drift) => ({
		drift,
		name: `${drift.path} ${drift.change}`
	}))].toSorted((a, b) => Number(a.drift.explained !== void 0) - Number(b.drift.explained !== void 0));
	const shown = rows.slice(0, detail.rows);
	return [
		amongJobs ? "### Differences" : "### Baseline",
		"",
		...baseline === null ? [] : [`${distrust}${code(baseline.ref)} ${prose(baseline.reason)}`, ""],
		...rows.length === 0 && !lacksTrust(report) ? ["no differences", ""] : [],
		...table$1([
			"what",
			"before",
			"now",
			"explained"
		], shown.map(({ name, drift }) => driftRow(name, drift))),
		...more(rows.length - shown.length, "difference")
	];
}
function degradedSection(report) {
	if (report.degraded.length === 0) return [];
	return [
		"### Not done",
		"",
		...report.degraded.slice(0, 50).map(({ what, why }) => `- ${prose(what)}: ${prose(why)}`),
		""
	];
}
function verdictLine(report) {
	return `## ${MARK[report.verdict]} goparity: ${prose(describeVerdict(report))}`;
}
function render(report, groups, detail) {
	const why = report.verdict === "unknown" || report.verdict === "error" ? reasonsOf(report).slice(0, 5) : [];
	return `${[
		verdictLine(report),
		"",
		...why.length === 0 ? [] : [...why.map((reason) => `- ${prose(reason)}`), ""],
		...findingSection(groups, report, detail),
		...jobSection(report, detail),
		...targetSection(report, detail),
		...integritySection(report, detail),
		...comparisonSection(report, detail),
		...degradedSection(report),
		`goparity ${code(report.tool.version)}${report.timings.totalMs === 0 ? "" : `, took ${formatDuration(report.timings.totalMs)}`}`
	].join("\n")}\n`;
}
/** As many whole lines as fit; every line of ours closes what it opens, so a cut between lines is never inside anything. */
function cutAtLine(text, maxBytes) {
	const note = "\nThe report is too large for this place: the JSON report has all.\n";
	let left = maxBytes - bytesOf(note);
	const kept = [];
	for (const line of text.split("\n")) {
		left -= bytesOf(line) + 1;
		if (left < 0) break;
		kept.push(line);
	}
	return kept.length === 0 ? "" : `${kept.join("\n")}\n${note}`;
}
/**
* The report as GitHub Markdown within a budget of bytes: with less and less detail until it fits, then cut between lines.
* Everything recorded is printed through one escaper, so it stays text.
*/
function renderMarkdown(report, { maxBytes }) {
	const groups = groupFindings(orderFindings(report.findings));
	let text = "";
	for (const detail of LADDER) {
		text = render(report, groups, detail);
		if (bytesOf(text) <= maxBytes) return text;
	}
	const cut = cutAtLine(text, maxBytes);
	if (cut !== "") return cut;
	const last = `goparity: ${report.verdict}\n`;
	return last.length <= maxBytes ? last : "";
}

// src/report/text-sections.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/** Rows of differences shown unless everything is asked for. */
const ROWS = 30;
/** A column grows with its content up to here; longer cells push theirs out rather than be cut. */
const WIDEST = 44;
/** Characters, as code points: near enough for names and paths. */
function widthOf(cell) {
	return Array.from(cell).length;
}
/** Cells in columns, as wide as their content; never cut. The last column is not padded. */
function table(rows) {
	const widths = /* @__PURE__ */ new Map();
	for (const row of rows) for (const [at, cell] of row.entries()) widths.set(at, Math.max(widths.get(at) ?? 0, Math.min(widthOf(cell), WIDEST)));
	return rows.map((row) => row.map((cell, at) => cell + " ".repeat(Math.max(0, (widths.get(at) ?? 0) - widthOf(cell)))).join("  ").trimEnd());
}
/** One symbol before each row of a table; painted after the columns are measured. */
function marked(rows) {
	return table(rows.map(({ cells }) => cells)).map((line, at) => `  ${rows[at]?.mark ?? " "} ${line}`);
}
function jobLines({ jobs }, colors) {
	if (jobs.length < 2) return [];
	return marked(jobs.map(({ label, outcome }) => ({
		mark: (outcome === "ok" ? colors.green : outcome === "unknown" ? colors.yellow : colors.red)(VERDICT_SYMBOL[outcome]),
		cells: [oneLine(label), outcome]
	})));
}
function targetLines({ targets, jobs }, colors) {
	const labels = new Map(jobs.map(({ id, label }) => [id, label]));
	const several = {
		jobs: targets.some(({ job }) => job !== void 0) && jobs.length > 1,
		roots: targets.some(({ root }) => root !== void 0)
	};
	const marks = {
		ok: colors.green("✓"),
		proved: colors.green("✓"),
		failed: colors.red("✗"),
		skipped: colors.yellow("–")
	};
	return marked(targets.map(({ job, root, target, outcome, reason, durationMs, rule }) => ({
		mark: marks[outcome],
		cells: [
			...several.jobs ? [oneLine(labels.get(job ?? "") ?? job ?? "")] : [],
			...several.roots ? [oneLine(root ?? ".")] : [],
			oneLine(target),
			outcome,
			outcome === "skipped" || durationMs === 0 ? "" : formatDuration(durationMs),
			oneLine(rule ?? ""),
			oneLine(reason ?? "")
		].filter((cell, at, all) => at < all.length - 2 || cell !== "")
	})));
}
/** Layers that a reader could believe to be checked: shown also when they are not. */
const LEFT_TO_GO = /* @__PURE__ */ new Set(["checksum-database", "build-cache"]);
function integrityLines({ integrity: { layers } }, colors, verbose) {
	const marks = {
		ok: colors.green("✓"),
		failed: colors.red("✗"),
		unknown: colors.yellow("?"),
		"not-applicable": colors.dim("–")
	};
	if (!verbose && layers.length > 0 && layers.every(({ outcome }) => outcome === "not-applicable")) return [`  ${colors.dim("–")} nothing to verify: no modules beside its own`];
	const words = {
		ok: "",
		failed: "",
		unknown: "unknown",
		"not-applicable": "not checked"
	};
	return marked(layers.filter(({ layer, outcome }) => verbose || outcome !== "not-applicable" || LEFT_TO_GO.has(layer)).map(({ layer, outcome, checked, failed, reason }) => {
		const numbers = outcome === "failed" ? `${String(failed)} of ${String(checked)} failed` : `${String(checked)} checked`;
		const what = words[outcome] === "" ? numbers : words[outcome];
		return {
			mark: marks[outcome],
			cells: [oneLine(layer), `${what}${reason === void 0 ? "" : `: ${oneLine(reason)}`}`]
		};
	}));
}
function show(value) {
	if (value === null) return "(not there)";
	return value === "" ? "(empty)" : oneLine(value);
}
function driftLine(name, { before, after, explained }, colors) {
	const why = explained === void 0 ? "" : colors.dim(`   explained: ${oneLine(explained)}`);
	return `  ${oneLine(name)}  ${show(before)} → ${show(after)}${why}`;
}
function comparisonLines(report, colors, verbose) {
	const { baseline, environment, modules } = report.comparison;
	const amongJobs = comparesJobs(report);
	if (baseline === null && !amongJobs) return [];
	const trust = baseline?.trusted === false && !amongJobs ? colors.yellow("not trusted: ") : "";
	const lines = baseline === null ? [] : [`  ${trust}${oneLine(baseline.ref)} (${oneLine(baseline.reason)})`];
	if (lacksTrust(report)) return lines;
	const several = new Set(modules.map(({ root }) => root)).size > 1;
	const rows = [...environment.map((drift) => ({
		drift,
		name: drift.key
	})), ...modules.map((drift) => ({
		drift,
		name: `${several ? `${drift.root}: ` : ""}${drift.path} ${drift.change}`
	}))];
	const open = rows.filter(({ drift }) => drift.explained === void 0);
	const wanted = verbose ? rows : open.slice(0, ROWS);
	lines.push(...wanted.map(({ drift, name }) => driftLine(name, drift, colors)));
	if (!verbose && open.length > wanted.length) lines.push(`  and ${count(open.length - wanted.length, "more difference")} (--format json has all)`);
	const explained = rows.length - open.length;
	if (rows.length === 0) lines.push("  no differences");
	else if (!verbose && explained > 0) lines.push(colors.dim(`  ${count(explained, "explained difference")} not listed (--format json has all)`));
	return lines;
}
function degradedLines({ degraded }) {
	return degraded.map(({ what, why }) => `  ${oneLine(what)}: ${oneLine(why)}`);
}
function timingLine({ timings }, colors) {
	if (timings.totalMs === 0) return [];
	const go = timings.goMs === 0 ? "" : `, go commands ${formatDuration(timings.goMs)} in all`;
	return ["", colors.dim(`took ${formatDuration(timings.totalMs)}${go}`)];
}

// src/report/text.ts
/** Lines of evidence shown unless everything is asked for. */
const EVIDENCE = 12;
/** The width of the word before a headline: `fix`. */
const LABEL = 5;
function cgoless(target) {
	return target.replace(/[+-]cgo$/, "");
}
/** What a finding is about, unless its title says so already. */
function aboutOf({ finding, targets }) {
	const title = oneLine(finding.title);
	const names = targets.map(oneLine);
	if (names.length > 0) return names.length === 1 && title.includes(cgoless(names[0] ?? "")) ? "" : nameSome(names, 3);
	const { module, key, file, library, package: package_ } = finding.subject;
	const name = oneLine(module ?? key ?? library ?? package_ ?? file ?? "");
	return title.includes(name) ? "" : name;
}
function fixLine({ command, edit, why }) {
	const reason = oneLine(why);
	if (command !== void 0) return `${oneLine(command)}   (${reason})`;
	return edit === void 0 ? reason : `${oneLine(edit)}${afterEdit(edit)}${reason}`;
}
function label(word) {
	return word.padEnd(LABEL);
}
/** At most four lines below the verdict: what it is about, where, and the way out. */
function headline(groups, report, colors) {
	const [first, ...rest] = groups.filter(({ finding }) => finding.state !== "fixed" && finding.severity !== "note");
	if (first === void 0) {
		if (report.verdict === "ok" || report.verdict === "findings") return [];
		return reasonsOf(report).slice(0, 3).map((reason) => `  ${label("why")}${reason}`);
	}
	const { finding } = first;
	const parts = [
		aboutOf(first),
		oneLine(finding.title),
		finding.location === void 0 ? "" : formatLocation(finding.location)
	];
	const [fix] = finding.fix;
	const way = fix !== void 0 ? `  ${label("fix")}${colors.cyan(fixLine(fix))}` : finding.rule.startsWith("code/") ? `  ${label("fix")}correct the program there: no setting of the environment changes this` : `  ${label("why")}${oneLine(finding.message)}`;
	const state = finding.state === "known" ? " (known from the baseline: does not fail this run)" : "";
	return [
		`  ${parts.filter((part) => part !== "").join("   ")}${state}`,
		way,
		...rest.length === 0 ? [] : [`  ${colors.dim(`and ${count(rest.length, "more finding")} below`)}`]
	];
}
function findingLines(group, report, colors, verbose) {
	const { finding, targets } = group;
	const { severity, state, rule, location, evidence, fix, jobs = [] } = finding;
	const paint = state === "fixed" ? colors.green : severity === "error" ? colors.red : severity === "warning" ? colors.yellow : colors.dim;
	const word = state === "new" ? severity : state;
	const about = targets.length > 1 ? [`targets: ${targets.map(oneLine).join(", ")}`] : [];
	const among = jobs.length > 0 ? [`jobs: ${jobNames(report, jobs).map(oneLine).join(", ")}`] : [];
	const subject = targets.length === 1 ? aboutOf(group) : "";
	const title = `${subject === "" ? "" : `${subject}: `}${oneLine(finding.title)}`;
	const lines = [[
		`  ${paint(word)}  ${title}`,
		...location === void 0 ? [] : [formatLocation(location)],
		colors.dim(oneLine(rule))
	].join("   ")];
	if (severity === "note" && state !== "known" && !verbose) return lines;
	const known = state === "known" ? ["It failed in the baseline too, so it does not fail this run."] : [];
	lines.push(...[
		...safeLines(finding.message).filter((line) => line !== ""),
		...known,
		...about,
		...among
	].map((line) => `      ${line}`));
	const seen = evidence.flatMap(safeLines);
	const shown = verbose ? seen : seen.slice(0, EVIDENCE);
	lines.push(...shown.map((line) => colors.dim(`      | ${line}`)));
	if (seen.length > shown.length) lines.push(colors.dim(`      | and ${count(seen.length - shown.length, "more line")} (--format json has all)`));
	lines.push(...fix.map((way) => `      ${label("fix")}${fixLine(way)}`));
	return lines;
}
function section(title, lines, colors) {
	return lines.length === 0 ? [] : [
		"",
		colors.bold(title),
		...lines
	];
}
/**
* The report for a terminal or a log. The first five lines name the verdict, what fails, where, and the fix.
* Nothing is cut to a width; controls, bidirectional marks and runner commands in anything recorded are made harmless.
*/
function renderText(report, { color, verbose = false, quiet = false }) {
	const colors = import_picocolors.default.createColors(color);
	const groups = groupFindings(orderFindings(report.findings));
	const paint = {
		ok: colors.green,
		findings: colors.red,
		unknown: colors.yellow,
		error: colors.red
	}[report.verdict];
	const errors = groups.filter(({ finding }) => finding.severity === "error" && finding.state === "new");
	const calm = report.verdict === "findings" && errors.length === 0 && report.integrity.outcome !== "failed";
	const symbol = calm ? "!" : VERDICT_SYMBOL[report.verdict];
	const verdict = `${(calm ? colors.yellow : paint)(symbol)} ${colors.bold("goparity")}: ${describeVerdict(report)}`;
	if (quiet) {
		const lines = errors.flatMap((group) => findingLines(group, report, colors, verbose));
		return withoutCommands(`${[verdict, ...lines].join("\n")}\n`);
	}
	const hint = wantsBaseline(report) ? [`  ${NO_BASELINE}: \`${SAVE_BASELINE}\` keeps this one`] : [];
	const lines = [
		verdict,
		...headline(groups, report, colors),
		...section("findings", groups.flatMap((group) => findingLines(group, report, colors, verbose)), colors),
		...section("jobs", jobLines(report, colors), colors),
		...section("targets", targetLines(report, colors), colors),
		...section("modules", integrityLines(report, colors, verbose), colors),
		...section(comparesJobs(report) ? "differences" : "baseline", [...hint, ...comparisonLines(report, colors, verbose)], colors),
		...section("not done", degradedLines(report), colors),
		...timingLine(report, colors)
	];
	return withoutCommands(`${lines.join("\n")}\n`);
}

export { nameSome as a, oneLine as c, formatDuration as i, safeLines as l, renderMarkdown as n, groupFindings as o, renderJson as r, orderFindings as s, renderText as t, withoutCommands as u };