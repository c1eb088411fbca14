import { o as __toESM } from "./rolldown-runtime.js";
import { t as require_picocolors } from "./picocolors.js";

// src/report/cut.ts
/** The UTF-8 bytes of a text. */
function bytesOf(text) {
	let bytes = 0;
	for (let at = 0; at < text.length; at += 1) {
		const unit = text.charCodeAt(at);
		const paired = (unit & 64512) === 55296 ? (text.charCodeAt(at + 1) & 64512) === 56320 : (text.charCodeAt(at - 1) & 64512) === 55296;
		if (unit < 128) bytes += 1;
		else if (unit < 2048 || (unit & 63488) === 55296 && paired) bytes += 2;
		else bytes += 3;
	}
	return bytes;
}
/** How far a character, with its marks and joined parts, is looked for around a cut. */
const WINDOW = 64;
/** The last place at or before `at` where no character is cut: not in a surrogate pair, not before a mark that belongs to what precedes it. */
function boundary(text, at) {
	if (at >= text.length) return text.length;
	const start = Math.max(0, at - WINDOW);
	const found = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text.slice(start, at + WINDOW)).containing(at - start)?.index ?? 0;
	if (start + found > start || start === 0) return start + found;
	return (text.charCodeAt(at) & 64512) === 56320 ? at - 1 : at;
}
/** A text of at most so many UTF-16 units, ending in `…` when it was longer; never half a character. */
function cutCharacters(text, limit) {
	if (text.length <= limit) return text;
	return limit < 1 ? "" : `${text.slice(0, boundary(text, limit - 1))}…`;
}
/** A text of at most so many UTF-8 bytes, ending in `…` when it was longer; never half a character. */
function cutBytes(text, limit) {
	if (text.length * 3 <= limit || bytesOf(text) <= limit) return text;
	const room = limit - 3;
	if (room < 0) return "";
	let [low, high] = [0, Math.min(text.length, room)];
	while (low < high) {
		const middle = Math.ceil((low + high) / 2);
		if (bytesOf(text.slice(0, middle)) <= room) low = middle;
		else high = middle - 1;
	}
	return `${text.slice(0, boundary(text, low))}…`;
}

// src/report/job-names.ts
function valueName(axis, value) {
	return typeof value === "string" || typeof value === "number" ? String(value) : `${axis}=${JSON.stringify(value)}`;
}
/** `both jobs`, `all 4 jobs`. */
function allJobs(amount) {
	return amount === 2 ? "both jobs" : `all ${String(amount)} jobs`;
}
function nameJobs({ jobs }) {
	const short = jobs.map(({ label, matrix }) => {
		const axes = Object.entries(matrix);
		return axes.length === 0 ? label : axes.map(([axis, value]) => valueName(axis, value)).join(" ");
	});
	const times = /* @__PURE__ */ new Map();
	for (const name of short) times.set(name, (times.get(name) ?? 0) + 1);
	const names = new Map(jobs.map(({ id, label }, at) => [id, times.get(short[at] ?? "") === 1 ? short[at] ?? label : label]));
	const known = new Set(jobs.map(({ id }) => id));
	const areAll = (ids) => {
		const here = new Set(ids);
		return jobs.length > 1 && known.size === here.size && [...known].every((id) => here.has(id));
	};
	const of = (id) => names.get(id) ?? id;
	return {
		several: jobs.length > 1,
		of,
		areAll,
		some(ids, shown, write) {
			if (areAll(ids)) return allJobs(jobs.length);
			return `${ids.slice(0, shown).map((id) => write(of(id))).join(", ")}${ids.length > shown ? ` and ${String(ids.length - shown)} more` : ""}`;
		}
	};
}

// src/report/limits.ts
/**
* What the places that show a report take. Sources: actions/runner, ExecutionContext.cs (annotations of a step) and
* FileCommandManager.cs (job summary); GitHub's REST API, "Create a check run"; GitHub's documentation on SARIF uploads.
* Lengths in characters are UTF-16 units, lengths in bytes are UTF-8.
*/
const LIMITS = {
	/** Annotations of one level that a step shows; those of a composite's steps count together (ExecutionContext.cs). */
	annotationsPerLevel: 10,
	/** Characters of a message given by a workflow command; the runner cuts what is longer (ExecutionContext.cs). */
	annotationMessageCharacters: 4096,
	/** Characters of an annotation's title, by command and in a check run (REST API). */
	annotationTitleCharacters: 255,
	/** Annotations in one request for a check run; further ones are appended by later requests (REST API). */
	annotationsPerRequest: 50,
	/** Bytes of the message of an annotation in a check run: 64 KB (REST API). */
	checkMessageBytes: 65535,
	/** Characters of the title of a check run (REST API refuses longer ones). */
	checkTitleCharacters: 255,
	/** Bytes of the summary, and of the text, of a check run (REST API). */
	checkBytes: 65535,
	/** Bytes of a job summary: above 1 MiB the step gets an error, just below it is dropped without a word (actions/runner#4337). */
	summaryBytes: 1e6,
	/** Results of a run in a SARIF file (code scanning refuses more). */
	sarifResults: 25e3,
	/** Tags of a rule in a SARIF file (code scanning). */
	sarifTags: 20,
	/** Bytes of a SARIF file: 10 MB once compressed (code scanning). Held before compression, so it holds after it. */
	sarifBytes: 1e7
};

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
const STATE$1 = {
	new: 0,
	known: 1,
	fixed: 2
};
function weight({ state, severity, rule }) {
	return STATE$1[state] * 100 + SEVERITY[severity] * 10 + (rule === "target/broken" ? 1 : 0);
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

// src/report/way-out.ts
/** A target as goparity writes them: nothing else may stand in a command that is to be pasted. */
const TARGET = /^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?[+-]cgo$/;
/** The first thing to do about a finding, or `null` where nobody knows one; `elsewhere` when it was found on other machines. */
function wayOut({ fix, rule, source, subject: { target } }, elsewhere) {
	const [first] = fix;
	if (first !== void 0) return first;
	if (elsewhere && source === "targets" && target !== void 0 && TARGET.test(target)) return {
		command: `goparity build --targets ${target}`,
		why: "in one of these jobs: builds this target alone and shows all that go says"
	};
	return rule.startsWith("code/") ? { why: "correct the program there: no setting of the environment changes this" } : null;
}
/** What is said of a finding that the baseline has too. */
const KNOWN_WORDS = "It failed in the baseline too, so it does not fail this run.";

// src/report/drift-rows.ts
/** Whether the report holds jobs against one another only: rows that do not say whose value `before` is then mean the jobs'. */
function comparesJobs({ jobs, comparison: { baseline } }) {
	return baseline === null ? jobs.length > 1 : baseline.source === "snapshots";
}
function rowOf({ drift, name }) {
	return {
		name,
		before: drift.before,
		after: drift.after,
		jobs: drift.jobs ?? [],
		...drift.explained === void 0 ? {} : { explained: drift.explained }
	};
}
/** The differences between the jobs of this run, and those from the baseline. */
function driftRows(report) {
	const { environment, modules } = report.comparison;
	const unsaid = comparesJobs(report) ? "jobs" : "baseline";
	const several = new Set(modules.map(({ root }) => root)).size > 1;
	const named = [...environment.map((drift) => ({
		drift,
		name: drift.key
	})), ...modules.map((drift) => ({
		drift,
		name: `${several ? `${drift.root}: ` : ""}${drift.path} ${drift.change}`
	}))];
	const of = (from) => {
		const rows = named.filter(({ drift }) => (drift.from ?? unsaid) === from).map(rowOf);
		return {
			open: rows.filter(({ explained }) => explained === void 0),
			explained: rows.filter(({ explained }) => explained !== void 0)
		};
	};
	return {
		jobs: of("jobs"),
		baseline: of("baseline")
	};
}
/** A baseline that was named or found, and with which nothing could be compared. */
function lacksTrust(report) {
	const { open, explained } = driftRows(report).baseline;
	return report.comparison.baseline?.trusted === false && !comparesJobs(report) && open.length + explained.length === 0;
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
/** One mark for each verdict and each outcome of a layer, in Markdown. */
const MARK = {
	ok: "✅",
	findings: "❌",
	failed: "❌",
	unknown: "❔",
	error: "❌",
	"not-applicable": "➖"
};
/** `linux/arm64, linux/386 and 3 more`. */
function nameSome(names, shown) {
	if (names.length <= shown) return names.join(", ");
	return `${names.slice(0, shown).join(", ")} and ${String(names.length - shown)} more`;
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
function wantsBaseline({ verdict, jobs, comparison, targets, integrity, degraded }) {
	return verdict === "ok" && jobs.length < 2 && comparison.baseline === null && targets.length > 0 && integrity.layers.length > 0 && !degraded.some(({ what }) => what === "baseline");
}

// src/report/annotations.ts
/** Lines of evidence in one annotation. */
const EVIDENCE$1 = 10;
/** Targets or jobs named in one annotation. */
const NAMES$4 = 10;
/** Characters of one line that was recorded. */
const LINE_CHARACTERS = 2e3;
/** How loud a finding is. */
function levelOf({ severity, state }) {
	if (severity === "note") return "notice";
	return severity === "error" && state === "new" ? "error" : "warning";
}
function fixLine$1({ command, edit, why }) {
	const way = command ?? edit;
	return way === void 0 ? oneLine(why) : `Fix: ${oneLine(way)} (${oneLine(why)})`;
}
function line(text) {
	return oneLine(cutCharacters(text, LINE_CHARACTERS));
}
function lines(text) {
	return safeLines(cutCharacters(text, LINE_CHARACTERS));
}
/** What a finding says where no layout is to be had: lines of plain text, nothing of which can be obeyed. */
function messageOf({ finding, targets }, names) {
	const { message, evidence, fix, state, jobs = [] } = finding;
	const text = [
		...lines(message),
		...state === "known" ? [KNOWN_WORDS] : [],
		...targets.length === 0 ? [] : [`Targets: ${line(nameSome(targets, NAMES$4))}`],
		...jobs.length === 0 ? [] : [`Jobs: ${names.some(jobs, NAMES$4, line)}`],
		...evidence.slice(0, EVIDENCE$1).flatMap(lines),
		...fix.map((way) => cutCharacters(fixLine$1(way), LINE_CHARACTERS)),
		`Rule: ${line(finding.rule)}`
	];
	return withoutCommands(text.filter((part) => part !== "").join("\n"));
}
/** A file from the top of the repository; `null` for one that is not inside: nothing recorded may point elsewhere. */
function fileOf(file, directory) {
	if (file.length > 4096) return null;
	const name = oneLine(file);
	const path = [...directory.split("/"), ...name.split("/")].map((part) => part.trim()).filter((part) => part !== "" && part !== ".");
	if (name === "" || name.startsWith("/") || /^[A-Za-z]:/.test(name) || path.includes("..")) return null;
	return path.length === 0 ? null : path.join("/");
}
/** A title that fits. */
function titleOf(title) {
	return cutCharacters(withoutCommands(oneLine(cutCharacters(title, LINE_CHARACTERS))), LIMITS.annotationTitleCharacters);
}
/** The annotation of what findings of a group say, with a message of so many characters. */
function annotation(group, names, limits) {
	const { finding } = group;
	const { location, title } = finding;
	const file = location === void 0 ? null : fileOf(location.file, limits.directory ?? "");
	return {
		level: levelOf(finding),
		...file === null ? {} : { file },
		...file === null || location?.line === void 0 ? {} : { line: location.line },
		...file === null || location?.line === void 0 || location.column === void 0 ? {} : { column: location.column },
		title: titleOf(title),
		message: cutCharacters(messageOf(group, names), limits.messageCharacters ?? LIMITS.annotationMessageCharacters)
	};
}
/** One per file first, then the others, each in order: ten messages in one file must not hide the other files. */
function spread(annotations) {
	const seen = /* @__PURE__ */ new Set();
	const [first, rest] = [[], []];
	for (const entry of annotations) {
		const repeated = entry.file !== void 0 && seen.has(entry.file);
		if (entry.file !== void 0) seen.add(entry.file);
		(repeated ? rest : first).push(entry);
	}
	return [...first, ...rest];
}
function withNote(entry, note, messageCharacters) {
	return {
		...entry,
		message: `${cutCharacters(entry.message, messageCharacters - note.length)}${note}`
	};
}
/**
* The annotations of a report, the most severe first, at most `perLevel` of each level. Fixed findings make none.
* The same cause in several targets makes one. When some are left out, the last one of that level says how many.
*/
function annotationsOf(report, limits = {}) {
	const { perLevel = LIMITS.annotationsPerLevel, messageCharacters = LIMITS.annotationMessageCharacters } = limits;
	const names = nameJobs(report);
	const open = report.findings.filter(({ state }) => state !== "fixed");
	const all = groupFindings(orderFindings(open)).map((group) => annotation(group, names, limits));
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => {
		const wanted = spread(all.filter((entry) => entry.level === level));
		const shown = wanted.slice(0, perLevel);
		const left = wanted.length - shown.length;
		if (left === 0) return shown;
		const note = `\nand ${String(left)} more in the report`;
		return shown.slice(0, -1).concat(shown.slice(-1).map((last) => withNote(last, note, messageCharacters)));
	});
}

// src/report/markdown-blocks.ts
/** From everything to the verdict and what to do. */
const LADDER = [
	{
		open: 500,
		folded: 500,
		evidence: 40,
		rows: 500,
		foldedRows: 1e3,
		characters: 4e3
	},
	{
		open: 200,
		folded: 100,
		evidence: 12,
		rows: 200,
		foldedRows: 200,
		characters: 1e3
	},
	{
		open: 60,
		folded: 20,
		evidence: 4,
		rows: 60,
		foldedRows: 40,
		characters: 400
	},
	{
		open: 20,
		folded: 0,
		evidence: 0,
		rows: 20,
		foldedRows: 0,
		characters: 200
	},
	{
		open: 5,
		folded: 0,
		evidence: 0,
		rows: 5,
		foldedRows: 0,
		characters: 120
	},
	{
		open: 0,
		folded: 0,
		evidence: 0,
		rows: 0,
		foldedRows: 0,
		characters: 80
	}
];
function row(cells) {
	return `| ${cells.join(" | ")} |`;
}
/** What says that something is left out. */
function more(hidden, what) {
	return hidden <= 0 ? [] : [`and ${count(hidden, `more ${what}`)}: the JSON report has all`, ""];
}
/** A table of so many rows at most, without the columns that hold nothing; no table when there is no row to show. */
function table$1(rows, columns, limit, what) {
	const shown = rows.slice(0, limit);
	const filled = columns.map(({ head, cell }) => ({
		head,
		cells: shown.map((entry) => cell(entry))
	})).filter(({ cells }) => cells.some((cell) => cell !== ""));
	return [...shown.length === 0 ? [] : [
		row(filled.map(({ head }) => head)),
		row(filled.map(() => "---")),
		...shown.map((_, at) => row(filled.map(({ cells }) => cells[at] ?? ""))),
		""
	], ...more(rows.length - shown.length, what)];
}
/** A block behind a line of words of our own. The blank line is what makes GitHub read Markdown inside. */
function folded(summary, body) {
	return body.length === 0 ? [] : [
		`<details><summary>${summary}</summary>`,
		"",
		...body,
		"</details>",
		""
	];
}
const OPEN = "<details>";
const CLOSE = "</details>";
/** A line that means nothing without what comes after it. */
function leads(line, next) {
	return line === "" || line.startsWith("### ") || line.startsWith(OPEN) || line === "Fix:" || line.startsWith("|") && (next?.startsWith("| --- ") === true || line.startsWith("| --- "));
}
/**
* As many whole lines as fit, with everything closed that they open: inside a line of ours nothing stays open,
* so only folded parts can be cut in two.
*/
function cutAtLine(text, maxBytes) {
	const note = "The report is too large for this place: the JSON report has all.\n";
	const lines = text.split("\n");
	const kept = [];
	let depth = 0;
	let left = maxBytes - bytesOf(note) - 1;
	for (const line of lines) {
		const after = depth + (line.startsWith(OPEN) ? 1 : line === CLOSE ? -1 : 0);
		left -= bytesOf(line) + 1;
		if (left < after * 12) break;
		depth = after;
		kept.push(line);
	}
	while (kept.length > 0 && leads(kept.at(-1) ?? "", lines[kept.length])) if (kept.pop()?.startsWith(OPEN) === true) depth -= 1;
	if (kept.length === 0) return "";
	return [
		...kept,
		...Array.from({ length: depth }, () => `\n${CLOSE}`),
		"",
		note
	].join("\n");
}

// src/report/markdown-escape.ts
/** Every character but ASCII letters, digits and spaces as a numeric entity: nothing is left for Markdown or HTML to read. */
function entities(text) {
	return text.replaceAll(/[^A-Za-z0-9 ]/gu, (character) => `&#${String(character.codePointAt(0) ?? 65533)};`);
}
function codeOf(line) {
	return line === "" ? "" : `<code>${entities(line)}</code>`;
}
/** Words that no renderer can take for anything else; long hexadecimal ones could be commits. */
const PLAIN = /^[/→]$|^[("']*[A-Za-z]+(?:'[a-z]+)?[)"']*[,.;:!?]?[)"']*$|^\(?\d{1,6}[,;)]?$/;
const COMMIT = /[0-9a-f]{7}/i;
function proseOf(line) {
	const parts = [];
	let held = [];
	const flush = () => {
		const joined = held.join(" ");
		const end = /[^.,;:][.,;:]$/.test(joined) ? joined.slice(-1) : "";
		if (joined !== "") parts.push(`${codeOf(joined.slice(0, joined.length - end.length))}${end}`);
		held = [];
	};
	for (const word of line.split(/ +/)) if (PLAIN.test(word) && !COMMIT.test(word)) {
		flush();
		parts.push(word.replaceAll(/["'()!]/g, entities));
	} else if (word !== "") held.push(word);
	flush();
	return parts.join(" ");
}
/** A pen that cuts each text, and each verbatim line, at so many characters (UTF-16 units). */
function penOf(characters) {
	const short = (text) => cutCharacters(oneLine(cutCharacters(text, characters)), characters);
	return {
		code: (text) => codeOf(short(text)),
		prose: (text) => proseOf(short(text)),
		verbatim(lines) {
			const safe = lines.flatMap((line) => safeLines(cutCharacters(line, characters))).map((line) => entities(cutCharacters(line, characters)));
			return safe.length === 0 ? "" : `<pre>${safe.join("&#10;")}</pre>`;
		}
	};
}

// src/report/markdown-findings.ts
/** Things to do, at most. */
const TODO = 5;
/** Targets or jobs named in one place. */
const NAMES$3 = 20;
function fixWords({ command, edit, why }, { pen }) {
	if (command !== void 0) return `${pen.code(command)}: ${pen.prose(why)}`;
	return edit === void 0 ? pen.prose(why) : `${pen.prose(edit)}${afterEdit(edit)}${pen.prose(why)}`;
}
function placeWords({ location }, { pen }) {
	return location === void 0 ? "" : pen.code(formatLocation(location));
}
/** A word, and no name of a file or a setting. */
function capital$1(text) {
	return /^[a-z]+ /.test(text) ? `${text.slice(0, 1).toUpperCase()}${text.slice(1)}` : text;
}
function asSentence(fix) {
	if (fix.command !== void 0) return fix;
	return fix.edit === void 0 ? { why: capital$1(fix.why) } : {
		...fix,
		edit: capital$1(fix.edit)
	};
}
/** What is news and fails or warns: the findings that are told open, in the order of `orderFindings`. */
function isOpen({ finding: { state, severity } }) {
	return state === "new" && severity !== "note";
}
/** The findings that `todoSection` speaks of: the first errors, then warnings. */
function todoGroups(groups, names) {
	return groups.filter((group) => isOpen(group) && wayOut(group.finding, names.several) !== null).slice(0, TODO);
}
/** At most five things to do, the most urgent first: what, where, and the way out. */
function todoSection(groups, names, sheet) {
	const items = todoGroups(groups, names).map(({ finding }, at) => {
		const place = placeWords(finding, sheet);
		const way = wayOut(finding, names.several);
		return `${String(at + 1)}. **${sheet.pen.prose(finding.title)}**${place === "" ? "" : ` (${place})`}.${way === null ? "" : ` ${fixWords(asSentence(way), sheet)}`}`;
	});
	return items.length === 0 ? [] : [
		"### What to do",
		"",
		...items,
		""
	];
}
/** The rule, with its page where there is one. Ids come out of snapshots, too. */
function ruleWords(rule, { pen, rulesUrl }) {
	return rulesUrl === null || !/^[a-z]{1,30}\/[a-z-]{1,50}$/.test(rule) ? pen.code(rule) : `[${pen.code(rule)}](${rulesUrl}/${rule}.md)`;
}
function findingBlock({ finding, targets }, names, told, sheet) {
	const { rule, title, message, evidence, fix, state, severity, jobs = [] } = finding;
	const { pen, detail } = sheet;
	const facts = [
		placeWords(finding, sheet),
		pen.code(nameSome(targets, NAMES$3)),
		names.some(jobs, NAMES$3, pen.code),
		ruleWords(rule, sheet)
	].filter((fact) => fact !== "");
	const lines = [
		`**${state === "new" ? severity : state}** ${pen.prose(title)}`,
		"",
		facts.join(" · "),
		"",
		pen.prose(message),
		""
	];
	if (state === "known") lines.push(KNOWN_WORDS, "");
	const seen = evidence.slice(0, detail.evidence);
	if (seen.length > 0) lines.push(pen.verbatim(seen), "");
	if (fix.length > (told ? 1 : 0)) lines.push("Fix:", ...fix.map((way) => `- ${fixWords(way, sheet)}`), "");
	return lines;
}
/** New errors and warnings open; notes, what is known and what is fixed folded. */
function findingSection(groups, names, sheet) {
	const { open: limit, folded: foldedLimit } = sheet.detail;
	const told = new Set(todoGroups(groups, names));
	const blocks = (some, most, what) => [...some.slice(0, most).flatMap((group) => findingBlock(group, names, told.has(group), sheet)), ...more(some.length - most, what)];
	const open = groups.filter(isOpen);
	const fold = (some, summary, what) => {
		if (some.length === 0) return [];
		return foldedLimit === 0 ? [`${summary}: the JSON report has all`, ""] : folded(summary, blocks(some, foldedLimit, what));
	};
	const notes = groups.filter(({ finding: { state, severity } }) => state === "new" && severity === "note");
	const known = groups.filter(({ finding }) => finding.state === "known");
	const fixed = groups.filter(({ finding }) => finding.state === "fixed");
	const parts = [
		...blocks(open, limit, "finding"),
		...fold(notes, count(notes.length, "note"), "note"),
		...fold(known, `${String(known.length)} known from the baseline`, "known finding"),
		...fold(fixed, `${String(fixed.length)} fixed since the baseline`, "fixed finding")
	];
	return parts.length === 0 ? [] : [
		"### Findings",
		"",
		...parts
	];
}

// src/report/target-rows.ts
/** The most urgent first. */
const ORDER = [
	"broken",
	"new",
	"failed",
	"known",
	"fixed",
	"skipped",
	"builds"
];
/** NUL can be in neither part. */
function keyOf(root, target) {
	return `${root ?? "."}\0${target}`;
}
function saidBy({ rule, state, severity }) {
	if (rule === "target/fixed") return "fixed";
	if (rule === "target/broken" && state === "new") return "broken";
	if (state === "known") return "known";
	return severity === "error" && state === "new" ? "failed" : null;
}
/** What findings say of a target whose own row does not: a single job is compared by its findings. */
function statesOf({ findings, comparison }) {
	const states = /* @__PURE__ */ new Map();
	if (comparison.baseline === null) return states;
	for (const finding of findings) {
		const kind = saidBy(finding);
		if (finding.subject.target === void 0 || kind === null) continue;
		const key = keyOf(finding.root, finding.subject.target);
		states.set(key, (states.get(key) ?? /* @__PURE__ */ new Set()).add(kind));
	}
	return states;
}
function kindOf({ outcome, state }, said) {
	if (outcome === "skipped") return "skipped";
	if (outcome !== "failed") return state === "fixed" || state === void 0 && said?.has("fixed") === true ? "fixed" : "builds";
	if (state !== void 0 && state !== "fixed") return state;
	if (said?.has("broken") === true) return "broken";
	return said?.has("known") === true && !said.has("failed") ? "known" : "failed";
}
/** All targets of a report, the same answers of several jobs as one row; the most urgent first, else in their order. */
function foldTargets(report) {
	const said = statesOf(report);
	const tried = /* @__PURE__ */ new Map();
	const rows = /* @__PURE__ */ new Map();
	for (const result of report.targets) {
		const { root = ".", target, job, rule = "", reason, outcome } = result;
		const key = keyOf(root, target);
		const kind = kindOf(result, said.get(key));
		if (kind !== "skipped") tried.set(key, (tried.get(key) ?? 0) + 1);
		const id = `${key}\0${kind}\0${rule}`;
		const row = rows.get(id) ?? {
			kind,
			root,
			target,
			jobs: [],
			rule,
			reasons: /* @__PURE__ */ new Set(),
			durationMs: 0,
			proved: true
		};
		rows.set(id, {
			...row,
			durationMs: Math.max(row.durationMs, result.durationMs),
			proved: row.proved && outcome === "proved"
		});
		if (job !== void 0) row.jobs.push(job);
		if (reason !== void 0) row.reasons.add(reason);
	}
	return [...rows.values()].map(({ reasons, ...row }) => Object.assign(row, {
		reasons: [...reasons],
		tried: tried.get(keyOf(row.root, row.target)) ?? 0
	})).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}
/** How many targets are of a kind, each counted once and by the most urgent of its rows. */
function countTargets(rows) {
	const counts = {
		broken: 0,
		new: 0,
		failed: 0,
		known: 0,
		fixed: 0,
		skipped: 0,
		builds: 0
	};
	const worst = /* @__PURE__ */ new Map();
	for (const { kind, root, target } of rows) if (!worst.has(keyOf(root, target))) worst.set(keyOf(root, target), kind);
	for (const kind of worst.values()) counts[kind] += 1;
	const built = new Set(rows.filter(({ kind }) => kind === "builds").map(({ root, target }) => keyOf(root, target)));
	for (const [key, kind] of worst) {
		if (kind !== "skipped" || !built.has(key)) continue;
		counts.skipped -= 1;
		counts.builds += 1;
	}
	return counts;
}

// src/report/verdict-words.ts
/** Rules of which the verdict counts the findings in words of their own. */
const MISSING = "job/missing";
function failureWords(report) {
	const counts = countTargets(foldTargets(report));
	const { broken, known, fixed, skipped } = counts;
	const tried = broken + counts.new + counts.failed + known + fixed + counts.builds;
	if (tried + skipped === 0) return null;
	if (tried === 0) return `${count(skipped, "target")} skipped, none built`;
	const more = skipped === 0 ? [] : [`${String(skipped)} skipped`];
	const open = counts.failed === tried ? `none of ${String(tried)} targets builds` : `${String(counts.failed)} of ${count(tried, "target")} ${counts.failed === 1 ? "does" : "do"} not build`;
	const parts = [
		...broken === 0 ? [] : [`${count(broken, "target")} newly broken`],
		...counts.new === 0 ? [] : [`${count(counts.new, "new target")} ${counts.new === 1 ? "does" : "do"} not build`],
		...counts.failed === 0 ? [] : [tried === 1 ? "the target does not build" : open]
	];
	if (known > 0) parts.push(parts.length > 0 ? `${String(known)} known` : `${count(known, "target")} still ${known === 1 ? "fails" : "fail"} (known from the baseline)`);
	if (fixed > 0) parts.push(parts.length > 0 ? `${String(fixed)} fixed` : `${count(fixed, "target")} fixed`);
	if (parts.length === 0) parts.push(tried === 1 ? "1 target builds" : `all ${String(tried)} targets build`);
	return [...parts, ...more].join(", ");
}
/** What was found of the modules, in a few words; `null` where nobody asked. */
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
/** What the jobs of one run say of one another. */
function jobWords(report) {
	const missing = report.findings.filter(({ rule, state }) => rule === MISSING && state === "new").length;
	const lacking = missing === 0 ? [] : [`${count(missing, "job")} missing`];
	if (report.jobs.length < 2) return lacking;
	const { open } = driftRows(report).jobs;
	const sums = (report.comparison.sums ?? []).filter(({ explained }) => explained === void 0).length;
	const differing = open.length + sums;
	const jobs = `${String(report.jobs.length)} jobs`;
	return [...lacking, differing === 0 ? `${jobs} agree` : `${count(differing, "difference")} between ${jobs}`];
}
function baselineWords$1(report) {
	if (report.comparison.baseline === null || comparesJobs(report)) return null;
	if (lacksTrust(report)) return "the baseline could not be used";
	const { open, explained } = driftRows(report).baseline;
	if (open.length > 0) return `${count(open.length, "difference")} from the baseline`;
	if (report.jobs.length > 1) return null;
	return explained.length > 0 ? "nothing unexplained differs from the baseline" : "nothing differs from the baseline";
}
/** Errors and warnings that neither targets nor integrity nor missing jobs speak of. */
function otherWords({ findings, integrity }) {
	const rest = findings.filter(({ subject, state, source, rule }) => state === "new" && subject.target === void 0 && rule !== MISSING && !(source === "integrity" && integrity.outcome === "failed"));
	const amount = (severity) => rest.filter((finding) => finding.severity === severity).length;
	const [errors, warnings] = [amount("error"), amount("warning")];
	const parts = [...errors > 0 ? [count(errors, "error")] : [], ...warnings > 0 ? [count(warnings, "warning")] : []];
	return parts.length === 0 ? null : parts.join(", ");
}
/** Whether warnings alone, or failures that are known, make the verdict: not the red of a failed run. */
function isCalm({ verdict, findings, integrity }) {
	return verdict === "findings" && integrity.outcome !== "failed" && !findings.some(({ severity, state }) => severity === "error" && state === "new");
}
/** A verdict without facts, and what goes before them. */
const WORDS = {
	ok: ["nothing found", ""],
	findings: ["there are findings", ""],
	unknown: ["the verdict is unknown", "the verdict is unknown: "],
	error: ["the run broke before it could tell", "the run broke before it could tell everything: "]
};
/** The verdict as one sentence of known words: `1 target newly broken, 1 known, 4 jobs agree, modules verified`. */
function describeVerdict(report) {
	const [targets, integrity] = [failureWords(report), integrityWords(report)];
	const first = report.integrity.outcome === "failed" ? [integrity, targets] : [targets];
	const last = report.integrity.outcome === "failed" ? [] : [integrity];
	const facts = [
		...first,
		...jobWords(report),
		...last,
		otherWords(report),
		baselineWords$1(report)
	].filter((part) => part !== null).join(", ");
	const [alone, before] = WORDS[report.verdict];
	return facts === "" ? alone : `${before}${facts}`;
}

// src/report/markdown-sections.ts
/** Jobs named in one cell. */
const NAMES$2 = 8;
/** Skipped targets that are told among those that fail. */
const SKIPPED = 5;
const KIND$1 = {
	broken: ["❌", "newly broken"],
	new: ["❌", "fails, and is new"],
	failed: ["❌", "fails"],
	known: ["⚠️", "known"],
	fixed: ["✅", "fixed"],
	skipped: ["➖", "skipped"],
	builds: ["✅", ""]
};
function jobsCell(ids, tried, names, { pen }) {
	const of = tried > ids.length && ids.length > 0 ? `${String(ids.length)} of ${String(tried)}: ` : "";
	return `${names.areAll(ids) ? "" : of}${names.some(ids, NAMES$2, pen.code)}`;
}
function capital(text) {
	return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
function targetTable(rows, report, names, limit, sheet) {
	const { pen } = sheet;
	const several = report.jobs.length > 1;
	const rooted = report.targets.some(({ root = "." }) => root !== ".");
	return table$1(rows, [
		{
			head: "",
			cell: ({ kind }) => KIND$1[kind][0]
		},
		{
			head: "target",
			cell: ({ target }) => pen.code(target)
		},
		{
			head: "root",
			cell: ({ root }) => rooted ? pen.code(root) : ""
		},
		{
			head: "in",
			cell: ({ jobs, tried }) => several ? jobsCell(jobs, tried, names, sheet) : ""
		},
		{
			head: "state",
			cell: ({ kind, proved }) => proved ? "proved" : KIND$1[kind][1]
		},
		{
			head: "time",
			cell: ({ kind, durationMs }) => kind === "skipped" || durationMs === 0 ? "" : formatDuration(durationMs)
		},
		{
			head: "rule",
			cell: ({ rule }) => pen.code(rule)
		},
		{
			head: "why",
			cell: ({ reasons }) => `${pen.prose(reasons[0] ?? "")}${reasons.length > 1 ? ` (and ${count(reasons.length - 1, "other reason")})` : ""}`
		}
	], limit, "target");
}
/** What fails, is fixed or was skipped as a table over all jobs; what builds in one line, folded. */
function targetSection(report, names, sheet) {
	const rows = foldTargets(report);
	if (rows.length === 0) return [];
	const { rows: limit, foldedRows } = sheet.detail;
	const several = report.jobs.length > 1 && rows.some(({ jobs }) => jobs.length > 0);
	const builds = rows.filter(({ kind }) => kind === "builds");
	const skipped = rows.filter(({ kind }) => kind === "skipped");
	const few = skipped.length <= SKIPPED;
	const open = rows.filter(({ kind }) => kind !== "builds" && (few || kind !== "skipped"));
	const failing = new Set(open.map(({ root, target }) => `${root}\0${target}`));
	const other = builds.filter(({ root, target }) => !failing.has(`${root}\0${target}`));
	const fold = (some, summary) => {
		if (some.length === 0) return [];
		return foldedRows === 0 ? [summary, ""] : folded(summary, targetTable(some, report, names, foldedRows, sheet));
	};
	const everywhere = several && other.every(({ jobs }) => names.areAll(jobs)) ? ` in ${allJobs(report.jobs.length)}` : several ? ` in each job that tried ${other.length === 1 ? "it" : "them"}` : "";
	const amount = `${count(other.length, open.length > 0 ? "other target" : "target")} ${other.length === 1 ? "builds" : "build"}`;
	return [
		"### Targets",
		"",
		...targetTable(open, report, names, limit, sheet),
		...fold(few ? [] : skipped, `${count(skipped.length, "target")} skipped`),
		...fold(other, `✅ ${amount}${everywhere}`)
	];
}
/** Which layers of the modules were verified: folded when they are what they should be. */
function integritySection(report, { pen, detail }) {
	const { layers, outcome } = report.integrity;
	const words = integrityWords(report);
	if (layers.length === 0 || words === null) return [];
	const body = table$1(layers, [
		{
			head: "",
			cell: (row) => MARK[row.outcome]
		},
		{
			head: "layer",
			cell: ({ layer }) => pen.code(layer)
		},
		{
			head: "checked",
			cell: (row) => row.outcome === "not-applicable" ? "" : String(row.checked)
		},
		{
			head: "failed",
			cell: (row) => row.outcome === "not-applicable" ? "" : String(row.failed)
		},
		{
			head: "why",
			cell: ({ reason }) => pen.prose(reason ?? "")
		}
	], layers.length, "layer");
	if (outcome === "failed" || outcome === "unknown") return [
		"### Modules",
		"",
		...body
	];
	const summary = `${MARK[outcome]} ${capital(words)}`;
	return detail.foldedRows === 0 ? [summary, ""] : folded(summary, body);
}
function value(text, { pen }) {
	if (text === null) return "not there";
	return text === "" ? "empty" : pen.code(text);
}
function driftSection(rows, where, heads, names, sheet) {
	const { pen, detail } = sheet;
	const { open, explained } = rows;
	const part = (some, limit) => table$1(some, [
		{
			head: "what",
			cell: ({ name }) => pen.code(name)
		},
		{
			head: heads[0],
			cell: ({ before }) => value(before, sheet)
		},
		{
			head: heads[1],
			cell: ({ after }) => value(after, sheet)
		},
		{
			head: "in",
			cell: ({ jobs }) => jobsCell(jobs, 0, names, sheet)
		},
		{
			head: "explained by",
			cell: (row) => pen.prose(row.explained ?? "")
		}
	], limit, "difference");
	const summary = `${count(explained.length, "explained difference")} ${where}`;
	return [...open.length === 0 ? [] : [
		`### Differences ${where}`,
		"",
		...part(open, detail.rows)
	], ...explained.length > 0 && detail.foldedRows === 0 ? [summary, ""] : folded(summary, part(explained, detail.foldedRows))];
}
/** Differences that nothing accounts for open, the others folded; those between the jobs apart from those from the baseline. */
function comparisonSection(report, names, sheet) {
	const { jobs, baseline } = driftRows(report);
	return [...driftSection(jobs, "between the jobs", report.jobs.length === 2 ? ["before", "now"] : ["most jobs", "others"], names, sheet), ...driftSection(baseline, "from the baseline", ["baseline", "now"], names, sheet)];
}
/** Lines of go.sum that not all jobs have, folded. */
function sumSection({ comparison: { sums = [] } }, names, sheet) {
	const { pen, detail } = sheet;
	const open = sums.filter(({ explained }) => explained === void 0);
	const rooted = new Set(sums.map(({ root }) => root)).size > 1;
	const ordered = [...open, ...sums.filter(({ explained }) => explained !== void 0)];
	const summary = `${count(sums.length, "line")} of go.sum ${sums.length === 1 ? "is" : "are"} not the same in all jobs${open.length === 0 ? ", all explained" : `, ${String(open.length)} unexplained`}`;
	if (sums.length > 0 && detail.foldedRows === 0) return [summary, ""];
	const body = table$1(ordered, [
		{
			head: "root",
			cell: ({ root }) => rooted ? pen.code(root) : ""
		},
		{
			head: "line of go.sum",
			cell: ({ line }) => pen.code(line)
		},
		{
			head: "is",
			cell: ({ change }) => change
		},
		{
			head: "in",
			cell: ({ jobs }) => jobsCell(jobs, 0, names, sheet)
		},
		{
			head: "cause",
			cell: ({ explained }) => explained === void 0 ? "not known" : pen.prose(explained)
		}
	], detail.foldedRows, "line");
	return folded(summary, body);
}
/** The jobs that are not ok; the others folded. */
function jobSection({ jobs }, sheet) {
	if (jobs.length < 2) return [];
	const { pen, detail } = sheet;
	const part = (some, limit) => table$1(some, [
		{
			head: "",
			cell: ({ outcome }) => MARK[outcome]
		},
		{
			head: "job",
			cell: ({ label }) => pen.code(label)
		},
		{
			head: "outcome",
			cell: ({ outcome }) => outcome
		}
	], limit, "job");
	const open = jobs.filter(({ outcome }) => outcome !== "ok");
	const ok = jobs.filter(({ outcome }) => outcome === "ok");
	const summary = open.length === 0 ? `✅ ${capital(allJobs(ok.length))} are ok` : `✅ ${count(ok.length, "other job")} ${ok.length === 1 ? "is" : "are"} ok`;
	return [...open.length === 0 ? [] : [
		"### Jobs",
		"",
		...part(open, detail.rows)
	], ...ok.length > 0 && detail.foldedRows === 0 ? [summary, ""] : folded(summary, part(ok, detail.foldedRows))];
}
/** What was asked for and not done. */
function degradedSection(report, { pen, detail }) {
	const degraded = report.comparison.baseline === null ? report.degraded.filter(({ what }) => what !== "baseline") : report.degraded;
	if (degraded.length === 0) return [];
	const shown = degraded.slice(0, Math.min(50, detail.rows));
	const left = degraded.length - shown.length;
	return [
		"### Not done",
		"",
		...shown.map(({ what, why }) => `- ${pen.prose(what)}: ${pen.prose(why)}`),
		...left > 0 ? [`- and ${count(left, "more thing")}: the JSON report has all`] : [],
		""
	];
}
function baselineWords(report, { pen }) {
	const { baseline } = report.comparison;
	if (baseline !== null) {
		if (comparesJobs(report)) return `compared: ${pen.code(baseline.ref)} ${pen.prose(baseline.reason)}`;
		const nothing = driftRows(report).baseline;
		const same = !lacksTrust(report) && nothing.open.length + nothing.explained.length === 0 ? ", nothing differs" : "";
		return `baseline: ${pen.code(baseline.ref)}, ${baseline.trusted ? "" : "**not trusted**, "}${pen.prose(baseline.reason)}${same}`;
	}
	const why = report.degraded.find(({ what }) => what === "baseline")?.why;
	if (why !== void 0) return `baseline: none, ${pen.prose(why)}`;
	return wantsBaseline(report) ? `${NO_BASELINE}: ${pen.code(SAVE_BASELINE)} keeps this one` : "";
}
/** One line of facts: how many jobs and targets, and against which baseline, and why that one. */
function factsLine(report, sheet) {
	const targets = new Set(report.targets.map(({ root, target }) => `${root ?? "."}\0${target}`)).size;
	const facts = [...report.jobs.length > 1 ? [count(report.jobs.length, "job"), ...targets > 0 ? [count(targets, "target")] : []] : [], baselineWords(report, sheet)].filter((fact) => fact !== "");
	return facts.length === 0 ? [] : [facts.join(" · "), ""];
}

// src/report/markdown.ts
/** Words of our own but for names of layers: told whole at every step of the ladder. */
const VERDICT_PEN = penOf(LIMITS.checkTitleCharacters);
function verdictLine(report) {
	return [`## ${isCalm(report) ? "⚠️" : MARK[report.verdict]} goparity: ${VERDICT_PEN.prose(describeVerdict(report))}`, ""];
}
/** Why nothing can be said, where nothing can be said. */
function reasonLines(report, { pen }) {
	if (report.verdict !== "unknown" && report.verdict !== "error") return [];
	const said = `baseline: ${oneLine(report.comparison.baseline?.reason ?? "")}`;
	const reasons = reasonsOf(report).filter((reason) => reason !== said).slice(0, 5);
	return reasons.length === 0 ? [] : [...reasons.map((reason) => `- ${pen.prose(reason)}`), ""];
}
function footer({ tool, timings }, { pen }) {
	return [`goparity ${pen.code(tool.version)}${timings.totalMs === 0 ? "" : `, took ${formatDuration(timings.totalMs)}`}`];
}
/** The sections in their order, by what one reads them for. */
function sectionsOf(report, parts) {
	const groups = groupFindings(orderFindings(report.findings));
	const names = nameJobs(report);
	const verdict = [() => verdictLine(report)];
	const news = [
		(sheet) => factsLine(report, sheet),
		(sheet) => reasonLines(report, sheet),
		(sheet) => todoSection(groups, names, sheet),
		(sheet) => findingSection(groups, names, sheet)
	];
	const tables = [
		(sheet) => targetSection(report, names, sheet),
		(sheet) => integritySection(report, sheet),
		(sheet) => comparisonSection(report, names, sheet),
		(sheet) => sumSection(report, names, sheet),
		(sheet) => jobSection(report, sheet),
		(sheet) => degradedSection(report, sheet),
		(sheet) => footer(report, sheet)
	];
	return [
		...parts.verdict ? verdict : [],
		...parts.news ? news : [],
		...parts.tables ? tables : []
	];
}
/** Parts of a report within a budget: with less and less detail until it fits, then cut between lines; and whether all of it is there. */
function renderParts(report, parts, { maxBytes, rulesUrl = null }) {
	const sections = sectionsOf(report, parts);
	let text = "";
	for (const [step, detail] of LADDER.entries()) {
		const sheet = {
			pen: penOf(detail.characters),
			detail,
			rulesUrl
		};
		text = `${sections.flatMap((section) => section(sheet)).join("\n")}\n`;
		if (bytesOf(text) <= maxBytes) return {
			text,
			whole: step === 0
		};
	}
	return {
		text: cutAtLine(text, maxBytes),
		whole: false
	};
}
/**
* The report as GitHub Markdown within a budget of bytes: the verdict, what to do, the findings, then tables; long parts folded.
* Too large, it tells less and less until it fits, and is at last cut between lines, with everything closed.
* Everything recorded is printed through one escaper, so it stays text.
*/
function renderMarkdown(report, options) {
	const { text } = renderParts(report, {
		verdict: true,
		news: true,
		tables: true
	}, options);
	if (text !== "") return text;
	const last = `goparity: ${report.verdict}\n`;
	return last.length <= options.maxBytes ? last : "";
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
const ESCAPED = /[\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|(?<=##)\[/gu;
function escape(character) {
	return Array.from({ length: character.length }, (_, at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`).join("");
}
/** The same JSON value with nothing in it that a terminal or a runner could obey. */
function escapeJson(json) {
	return json.replaceAll(ESCAPED, escape);
}
/** The fields that a row has when several jobs were compared. */
function among({ explained, from, jobs }) {
	return {
		...explained === void 0 ? {} : { explained },
		...from === void 0 ? {} : { from },
		...jobs === void 0 ? {} : { jobs }
	};
}
function comparisonOf({ baseline, environment, modules, sums }) {
	return {
		baseline: baseline === null ? null : {
			source: baseline.source,
			ref: baseline.ref,
			trusted: baseline.trusted,
			reason: baseline.reason
		},
		environment: environment.map((row) => ({
			key: row.key,
			class: row.class,
			before: row.before,
			after: row.after,
			...among(row)
		})),
		modules: modules.map((row) => ({
			root: row.root,
			path: row.path,
			change: row.change,
			before: row.before,
			after: row.after,
			...among(row)
		})),
		...sums === void 0 ? {} : { sums: sums.map(({ root, line, change, jobs, explained }) => ({
			root,
			line,
			change,
			jobs,
			...explained === void 0 ? {} : { explained }
		})) }
	};
}
function targetOf({ job, root, target, goos, goarch, cgo, outcome, reason, durationMs, rule, state }) {
	return {
		...job === void 0 ? {} : { job },
		...root === void 0 ? {} : { root },
		target,
		goos,
		goarch,
		cgo,
		outcome,
		...reason === void 0 ? {} : { reason },
		durationMs,
		...rule === void 0 ? {} : { rule },
		...state === void 0 ? {} : { state }
	};
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
		targets: targets.map(targetOf),
		comparison: comparisonOf(comparison),
		degraded,
		timings: {
			totalMs: timings.totalMs,
			goMs: timings.goMs,
			steps: timings.steps
		}
	};
	return `${escapeJson(JSON.stringify(exact, null, 2))}\n`;
}

// src/report/sarif.ts
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
const STATE = {
	new: "new",
	known: "unchanged",
	fixed: "absent"
};
/** FNV-1a, 32 bits, over UTF-16 units; two of them with other beginnings make a fingerprint. Names things, protects nothing. */
function hash(text, start) {
	let value = start;
	for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
	return value.toString(16).padStart(8, "0");
}
/** The same for the same rule, subject and file, on whatever line; a number tells several apart. */
function fingerprint({ rule, subject, root }, file, seen) {
	const { module, package: package_, target, key, file: about, library, tool, host } = subject;
	const identity = JSON.stringify([
		rule,
		root ?? ".",
		file,
		module,
		package_,
		target,
		key,
		about,
		library,
		tool,
		...host === void 0 ? [] : [host]
	]);
	const name = `${hash(identity, 2166136261)}${hash(identity, 2654435769)}`;
	const times = (seen.get(name) ?? 0) + 1;
	seen.set(name, times);
	return `${name}:${String(times)}`;
}
/** A link in a message would be made of what was recorded. */
function withoutLinks(text) {
	return text.replaceAll("](", "] (");
}
function ruleOf(id, rulesUrl) {
	const [family = "", name = ""] = id.split("/");
	return {
		id,
		shortDescription: { text: `${family}: ${name.replaceAll("-", " ")}` },
		...rulesUrl === null || !/^[a-z]{1,30}\/[a-z-]{1,50}$/.test(id) ? {} : { helpUri: `${rulesUrl}/${id}.md` },
		properties: { tags: ["goparity", family].slice(0, LIMITS.sarifTags) }
	};
}
/** Each part of the path percent-encoded, so that it stays a path. */
function uriOf(file) {
	return file.split("/").map(encodeURIComponent).join("/");
}
function resultOf(group, { options, names, compared, rules, seen }) {
	const { finding } = group;
	const { location, severity, state } = finding;
	const own = location === void 0 ? null : fileOf(location.file, options.directory ?? "");
	const file = own ?? fileOf(options.fallback, "") ?? "go.mod";
	const id = cutCharacters(oneLine(finding.rule), LIMITS.annotationTitleCharacters);
	const index = rules.get(id) ?? rules.size;
	rules.set(id, index);
	const column = own === null || location?.line === void 0 ? void 0 : location.column;
	return {
		ruleId: id,
		ruleIndex: index,
		level: severity,
		message: { text: withoutLinks(`${titleOf(finding.title)}\n${cutCharacters(messageOf(group, names), LIMITS.annotationMessageCharacters)}`) },
		locations: [{ physicalLocation: {
			artifactLocation: {
				uri: uriOf(file),
				uriBaseId: "%SRCROOT%"
			},
			region: {
				startLine: (own === null ? void 0 : location?.line) ?? 1,
				...column === void 0 ? {} : { startColumn: column }
			}
		} }],
		partialFingerprints: { primaryLocationLineHash: fingerprint(finding, file, seen) },
		...compared ? { baselineState: STATE[state] } : {}
	};
}
function notification(text) {
	return {
		level: "note",
		message: { text: withoutLinks(cutCharacters(oneLine(cutCharacters(text, 2e3)), 2e3)) }
	};
}
/**
* The report as SARIF 2.1.0, within what code scanning takes: one run, a result for each finding, the most severe first.
* What was not done, and how many results had no room, are notifications of the run.
*/
function renderSarif(report, options) {
	const wanted = report.findings.filter(({ state }) => options.absent === true || state !== "fixed");
	const groups = groupFindings(orderFindings(wanted));
	const drafting = {
		options,
		names: nameJobs(report),
		compared: report.comparison.baseline !== null,
		rules: /* @__PURE__ */ new Map(),
		seen: /* @__PURE__ */ new Map()
	};
	const results = [];
	let room = LIMITS.sarifBytes * .9;
	for (const group of groups.slice(0, LIMITS.sarifResults)) {
		const result = escapeJson(JSON.stringify(resultOf(group, drafting)));
		room -= bytesOf(result) + 2;
		if (room < 0) break;
		results.push(result);
	}
	const left = groups.length - results.length;
	const notes = [...report.degraded.slice(0, 50).map(({ what, why }) => notification(`${what}: ${why}`)), ...left > 0 ? [notification(`${String(left)} more results are in the JSON report`)] : []];
	const rules = [...drafting.rules.keys()].map((id) => ruleOf(id, options.rulesUrl ?? null));
	const run = {
		tool: { driver: {
			name: "goparity",
			version: oneLine(cutCharacters(report.tool.version, 100)),
			rules
		} },
		invocations: [{
			executionSuccessful: report.verdict !== "error",
			...notes.length === 0 ? {} : { toolExecutionNotifications: notes }
		}]
	};
	return `${`{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${escapeJson(JSON.stringify(run)).slice(0, -1)}`},"results":[\n${results.join(",\n")}\n]}]}\n`;
}

// src/report/text-sections.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
/** Rows of differences shown unless everything is asked for. */
const ROWS = 30;
/** Jobs named in one line. */
const NAMES$1 = 6;
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
/** The jobs that are not ok, and how many are. */
function jobLines({ jobs }, colors) {
	if (jobs.length < 2) return [];
	const open = jobs.filter(({ outcome }) => outcome !== "ok");
	const ok = jobs.length - open.length;
	return [...marked(open.map(({ label, outcome }) => ({
		mark: (outcome === "unknown" ? colors.yellow : colors.red)(VERDICT_SYMBOL[outcome]),
		cells: [oneLine(label), outcome]
	}))), ...ok === 0 ? [] : [`  ${colors.green("✓")} ${open.length === 0 ? allJobs(ok) : count(ok, "other job")} ok`]];
}
const KIND = {
	broken: "newly broken",
	new: "fails, and is new",
	failed: "failed",
	known: "known",
	fixed: "fixed",
	skipped: "skipped",
	builds: "ok"
};
/** Every target of a single job; of several what fails, is fixed or was skipped, over all jobs, and how many build. */
function targetLines(report, names, colors) {
	const rows = foldTargets(report);
	const among = report.jobs.length > 1 && rows.some(({ jobs }) => jobs.length > 0);
	const roots = rows.some(({ root }) => root !== ".");
	const builds = among ? rows.filter(({ kind }) => kind === "builds") : [];
	const marks = {
		builds: colors.green("✓"),
		fixed: colors.green("✓"),
		skipped: colors.yellow("–"),
		known: colors.yellow("!")
	};
	const shown = rows.filter((row) => !builds.includes(row));
	const lines = marked(shown.map(({ kind, target, root, jobs, tried, rule, reasons, durationMs, proved }) => ({
		mark: kind === "broken" || kind === "new" || kind === "failed" ? colors.red("✗") : marks[kind],
		cells: [
			...roots ? [oneLine(root)] : [],
			oneLine(target),
			proved ? "proved" : KIND[kind],
			...among ? [`${names.areAll(jobs) || tried <= jobs.length ? "" : `${String(jobs.length)} of ${String(tried)}: `}${names.some(jobs, NAMES$1, oneLine)}`] : [],
			...among ? [] : [kind === "skipped" || durationMs === 0 ? "" : formatDuration(durationMs)],
			oneLine(rule),
			oneLine(reasons[0] ?? "")
		].filter((cell, at, all) => at < all.length - 2 || cell !== "")
	})));
	const told = new Set(shown.map(({ root, target }) => `${root}\0${target}`));
	const other = builds.filter(({ root, target }) => !told.has(`${root}\0${target}`));
	if (other.length === 0) return lines;
	const everywhere = other.every(({ jobs }) => names.areAll(jobs)) ? `in ${allJobs(report.jobs.length)}` : `in each job that tried ${other.length === 1 ? "it" : "them"}`;
	const what = count(other.length, shown.length > 0 ? "other target" : "target");
	return [...lines, `  ${colors.green("✓")} ${what} ${other.length === 1 ? "builds" : "build"} ${everywhere}`];
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
function driftLine({ name, before, after, explained, jobs }, names, colors) {
	const among = jobs.length === 0 ? "" : `   in ${names.some(jobs, NAMES$1, oneLine)}`;
	const why = explained === void 0 ? "" : colors.dim(`   explained: ${oneLine(explained)}`);
	return `  ${oneLine(name)}  ${show(before)} → ${show(after)}${among}${why}`;
}
function driftLines({ open, explained }, names, colors, verbose) {
	const wanted = verbose ? [...open, ...explained] : open.slice(0, ROWS);
	const lines = wanted.map((row) => driftLine(row, names, colors));
	if (!verbose && open.length > wanted.length) lines.push(`  and ${count(open.length - wanted.length, "more difference")} (--format json has all)`);
	if (!verbose && explained.length > 0) lines.push(colors.dim(`  ${count(explained.length, "explained difference")} not listed (--format json has all)`));
	return lines;
}
/** What differs between the jobs of this run. */
function jobDriftLines(report, names, colors, verbose) {
	const { baseline } = report.comparison;
	const alone = comparesJobs(report);
	const rows = driftRows(report).jobs;
	const lines = driftLines(rows, names, colors, verbose);
	return [
		...alone && baseline !== null ? [`  ${oneLine(baseline.ref)} (${oneLine(baseline.reason)})`] : [],
		...lines,
		...alone && lines.length === 0 ? ["  no differences"] : []
	];
}
/** Against which baseline, why that one, and what differs from it. */
function baselineLines(report, names, colors, verbose) {
	const { baseline } = report.comparison;
	if (baseline === null || comparesJobs(report)) return [];
	const head = `  ${baseline.trusted ? "" : colors.yellow("not trusted: ")}${oneLine(baseline.ref)} (${oneLine(baseline.reason)})`;
	if (lacksTrust(report)) return [head];
	const lines = driftLines(driftRows(report).baseline, names, colors, verbose);
	return [head, ...lines.length === 0 ? ["  no differences"] : lines];
}
/** Lines of go.sum that not all jobs have; the explained ones only when everything is wanted. */
function sumLines({ comparison: { sums = [] } }, names, colors, verbose) {
	const open = sums.filter(({ explained }) => explained === void 0);
	const wanted = verbose ? sums : open.slice(0, ROWS);
	const lines = wanted.map(({ line, change, jobs, explained }) => {
		const why = explained === void 0 ? "" : colors.dim(`   explained: ${oneLine(explained)}`);
		return `  ${change}  ${oneLine(line)}   in ${names.some(jobs, NAMES$1, oneLine)}${why}`;
	});
	const left = (verbose ? 0 : sums.length) - (verbose ? 0 : wanted.length);
	if (left > 0) lines.push(colors.dim(`  ${count(left, open.length > wanted.length ? "more line" : "explained line")} not listed (--format json has all)`));
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
/** Jobs named in one line. */
const NAMES = 20;
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
	const { module, key, file, library, package: package_, host } = finding.subject;
	const name = oneLine(module ?? key ?? library ?? package_ ?? file ?? host ?? "");
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
	const fix = wayOut(finding, report.jobs.length > 1);
	const way = fix === null ? `  ${label("why")}${oneLine(finding.message)}` : `  ${label("fix")}${colors.cyan(fixLine(fix))}`;
	const state = finding.state === "known" ? " (known from the baseline: does not fail this run)" : "";
	return [
		`  ${parts.filter((part) => part !== "").join("   ")}${state}`,
		way,
		...rest.length === 0 ? [] : [`  ${colors.dim(`and ${count(rest.length, "more finding")} below`)}`]
	];
}
function findingLines(group, names, colors, verbose) {
	const { finding, targets } = group;
	const { severity, state, rule, location, evidence, fix, jobs = [] } = finding;
	const paint = state === "fixed" ? colors.green : severity === "error" ? colors.red : severity === "warning" ? colors.yellow : colors.dim;
	const word = state === "new" ? severity : state;
	const about = targets.length > 1 ? [`targets: ${targets.map(oneLine).join(", ")}`] : [];
	const among = jobs.length > 0 ? [`jobs: ${names.some(jobs, NAMES, oneLine)}`] : [];
	const subject = targets.length === 1 ? aboutOf(group) : "";
	const title = `${subject === "" ? "" : `${subject}: `}${oneLine(finding.title)}`;
	const lines = [[
		`  ${paint(word)}  ${title}`,
		...location === void 0 ? [] : [formatLocation(location)],
		colors.dim(oneLine(rule))
	].join("   ")];
	if (severity === "note" && state !== "known" && !verbose) return lines;
	const known = state === "known" ? [KNOWN_WORDS] : [];
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
	const names = nameJobs(report);
	const paint = {
		ok: colors.green,
		findings: colors.red,
		unknown: colors.yellow,
		error: colors.red
	}[report.verdict];
	const errors = groups.filter(({ finding }) => finding.severity === "error" && finding.state === "new");
	const calm = isCalm(report);
	const symbol = calm ? "!" : VERDICT_SYMBOL[report.verdict];
	const verdict = `${(calm ? colors.yellow : paint)(symbol)} ${colors.bold("goparity")}: ${describeVerdict(report)}`;
	if (quiet) {
		const lines = errors.flatMap((group) => findingLines(group, names, colors, verbose));
		return withoutCommands(`${[verdict, ...lines].join("\n")}\n`);
	}
	const hint = wantsBaseline(report) ? [`  ${NO_BASELINE}: \`${SAVE_BASELINE}\` keeps this one`] : [];
	const lines = [
		verdict,
		...headline(groups, report, colors),
		...section("findings", groups.flatMap((group) => findingLines(group, names, colors, verbose)), colors),
		...section("targets", targetLines(report, names, colors), colors),
		...section("modules", integrityLines(report, colors, verbose), colors),
		...section("differences between the jobs", jobDriftLines(report, names, colors, verbose), colors),
		...section("baseline", [...hint, ...baselineLines(report, names, colors, verbose)], colors),
		...section("go.sum", sumLines(report, names, colors, verbose), colors),
		...section("jobs", jobLines(report, colors), colors),
		...section("not done", degradedLines(report), colors),
		...timingLine(report, colors)
	];
	return withoutCommands(`${lines.join("\n")}\n`);
}

export { nameJobs as _, renderParts as a, fileOf as c, titleOf as d, formatDuration as f, LIMITS as g, oneLine as h, renderMarkdown as i, levelOf as l, orderFindings as m, renderSarif as n, describeVerdict as o, groupFindings as p, renderJson as r, annotationsOf as s, renderText as t, messageOf as u, cutBytes as v, cutCharacters as y };