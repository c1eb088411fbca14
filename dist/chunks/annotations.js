import { a as nameSome, c as oneLine, l as safeLines, o as groupFindings, s as orderFindings, u as withoutCommands } from "./report.js";

// src/report/annotations.ts
const TITLE_CHARACTERS = 255;
/** Lines of evidence in one annotation. */
const EVIDENCE = 10;
/** At most so many UTF-16 units, never half of a character. */
function cut(text, limit) {
	return text.length <= limit ? text : `${text.slice(0, Math.max(0, limit - 1)).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function levelOf({ severity, state }) {
	if (severity === "note") return "notice";
	return severity === "error" && state === "new" ? "error" : "warning";
}
function fixLine({ command, edit, why }) {
	const way = command ?? edit;
	return way === void 0 ? oneLine(why) : `Fix: ${oneLine(way)} (${oneLine(why)})`;
}
function messageOf({ finding, targets }) {
	const { message, evidence, fix, state } = finding;
	return [
		...safeLines(message),
		...state === "known" ? ["It failed in the baseline too, so it does not fail this run."] : [],
		...targets.length === 0 ? [] : [`Targets: ${oneLine(nameSome(targets, 10))}`],
		...evidence.slice(0, EVIDENCE).flatMap(safeLines),
		...fix.map(fixLine),
		`Rule: ${oneLine(finding.rule)}`
	].filter((line) => line !== "").join("\n");
}
/** A path that stays inside the repository; nothing recorded may point elsewhere. */
function fileOf(file, directory) {
	const path = [...directory.split("/"), ...file.split("/")].filter((part) => part !== "" && part !== ".");
	if (file.startsWith("/") || /^[A-Za-z]:/.test(file) || path.includes("..") || path.length === 0) return null;
	return oneLine(path.join("/"));
}
function annotation(group, limits) {
	const { finding } = group;
	const { location, title } = finding;
	const file = location === void 0 ? null : fileOf(location.file, limits.directory ?? "");
	return {
		level: levelOf(finding),
		...file === null ? {} : { file },
		...file === null || location?.line === void 0 ? {} : { line: location.line },
		...file === null || location?.line === void 0 || location.column === void 0 ? {} : { column: location.column },
		title: withoutCommands(cut(oneLine(title), TITLE_CHARACTERS)),
		message: withoutCommands(cut(messageOf(group), limits.messageCharacters ?? 4096))
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
		message: `${cut(entry.message, messageCharacters - note.length)}${note}`
	};
}
/**
* The annotations of a report, the most severe first, at most `perLevel` of each level. Fixed findings make none.
* The same cause in several targets makes one. When some are left out, the last one of that level says how many.
*/
function annotationsOf(report, limits = {}) {
	const { perLevel = 10, messageCharacters = 4096 } = limits;
	const open = report.findings.filter(({ state }) => state !== "fixed");
	const all = groupFindings(orderFindings(open)).map((group) => annotation(group, limits));
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

export { annotationsOf as t };