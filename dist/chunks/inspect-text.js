import { r as inPlace } from "./verdict.js";
import { t as safeLine } from "./safe-text.js";

// src/cli/commands/inspect-text.ts
const LABEL = 11;
/** Modules without a sum that are named. */
const SHOWN = 5;
const FORMATS = {
	elf: "ELF",
	"mach-o": "Mach-O",
	pe: "PE"
};
const KINDS = {
	executable: "executable",
	pie: "position-independent executable",
	"shared-library": "shared library",
	object: "object file",
	other: "file"
};
function row(label, text) {
	return `  ${label.padEnd(LABEL)}${safeLine(text)}`;
}
/** A line below a row. */
function below(text) {
	return `    ${safeLine(text)}`;
}
function setting({ go }, key) {
	return go?.settings.find((entry) => entry.key === key)?.value ?? null;
}
function goLines(binary) {
	const { go, cgo } = binary;
	if (go === null) return [row("go", "no Go program, or its build info was removed")];
	const shown = [
		"-buildmode",
		"-trimpath",
		"-tags",
		"-ldflags",
		"CGO_ENABLED",
		"GOAMD64",
		"GOARM",
		"GOARM64",
		"GOEXPERIMENT"
	].flatMap((key) => {
		const value = setting(binary, key);
		return value === null || value === "" || value === {
			"-buildmode": "exe",
			GOAMD64: "v1",
			GOARM64: "v8.0"
		}[key] ? [] : [`${key}=${value}`];
	});
	const main = go.main === null || go.main.version === "" ? "" : `, ${go.main.version}`;
	const modules = go.dependencies.length;
	const bare = go.dependencies.filter(({ sum, replace }) => (replace ?? { sum }).sum === null).map(({ path }) => path);
	const sums = {
		all: "each with its sum",
		some: `without a sum: ${bare.slice(0, SHOWN).join(", ")}${bare.length > SHOWN ? ` and ${String(bare.length - SHOWN)} more` : ""}`,
		none: "none with its sum: a vendored build, which checks none against go.sum",
		nothing: modules === 0 ? "nothing to check" : "all replaced by folders, which have no sum"
	}[go.sums];
	const cgoWord = cgo === null ? "nothing in the file tells" : cgo ? "yes, C code is in it" : "no, no C code is in it";
	return [
		row("go", [`${go.version}${go.path === null ? "" : ` ${go.path}${main}`}`, ...shown].join("  ")),
		row("modules", `${String(modules)} ${modules === 1 ? "dependency" : "dependencies"}, ${sums}`),
		row("cgo", cgoWord)
	];
}
function linkageLine(binary) {
	const { linkage, libc, glibc, glibcSymbols, format } = binary;
	if (linkage === "static") return row("linked", libc === null ? "statically: nothing else is loaded" : `statically, with ${libc} in it`);
	if (format !== "elf") return row("linked", "dynamically, to libraries of the system");
	const need = glibc === null ? "" : `, needs glibc ${glibc} or newer${glibcSymbols.length === 0 ? "" : ` (${glibcSymbols.join(", ")})`}`;
	return row("linked", `dynamically, ${libc === null ? "C library not known" : `with ${libc}`}${need}`);
}
function tree(libraries, parent, depth) {
	return libraries.flatMap((library, index) => {
		if (library.neededBy !== parent) return [];
		const where = library.path === null ? "not found" : `${library.path} (${library.via ?? ""})`;
		const ofLibc = /^(?:libc\.|ld-)/.test(library.name);
		const need = library.glibc === null || ofLibc ? "" : `, needs ${library.glibc}`;
		const libc = library.libc === null ? "" : `, ${library.libc}${need}`;
		return [below(`${"  ".repeat(Math.min(depth, 20))}${library.name} → ${where}${libc}`), ...tree(libraries, index, depth + 1)];
	});
}
function libraryLines({ binary, libraries }) {
	if (binary.linkage === "static") return [];
	const loader = libraries?.loader ?? null;
	const loaderText = loader === null ? binary.interpreter : `${loader.path}${loader.from === "assumed" ? " (of its C library: a library names none)" : ""}${loader.found ? "" : ", not there"}`;
	return [
		...loaderText === null ? [] : [row("loader", loaderText)],
		...libraries === null ? binary.needed.map((name, index) => row(index === 0 ? "needs" : "", name)) : libraries.libraries.length === 0 ? [] : [row("libraries", `${String(libraries.libraries.length)}, found by that loader`), ...tree(libraries.libraries, null, 0)],
		...binary.rpath.length > 0 ? [row("rpath", binary.rpath.join(":"))] : [],
		...binary.runpath.length > 0 ? [row("runpath", binary.runpath.join(":"))] : []
	];
}
function fixText({ command, edit, why }) {
	if (command !== void 0) return safeLine(`${command}   (${why})`);
	return safeLine(edit === void 0 ? why : `${edit}: ${why}`);
}
function verdictLines({ place, starts, findings, notes }, binary, colors) {
	const program = binary.kind === "executable" || binary.kind === "pie";
	return [
		`  ${{
			yes: colors.green(program ? "✓ starts" : "✓ can be loaded"),
			no: colors.red(program ? "✗ does not start" : "✗ cannot be loaded"),
			unknown: colors.yellow("? cannot be told")
		}[starts]} ${safeLine(inPlace(place))}`,
		...findings.flatMap(({ rule, severity, title, message, evidence, fix }) => [
			`      ${severity === "error" ? colors.red(severity) : colors.yellow(severity)}  ${safeLine(title)}   ${colors.dim(rule)}`,
			`        ${safeLine(message)}`,
			...evidence.map((line) => colors.dim(`        | ${safeLine(line)}`)),
			...fix.map((way) => `        fix  ${colors.cyan(fixText(way))}`)
		]),
		...notes.map((note) => `      note   ${note}`)
	];
}
function traceLines({ trace }) {
	if (trace === null) return [];
	const end = trace.timedOut ? "still ran after ten seconds" : `exit code ${String(trace.exitCode)}`;
	const [, ...children] = trace.programs;
	return [
		row("traced", `${trace.outcome === "started" ? "it started" : "it did not start"}, ${end}`),
		...trace.libraries.map(({ path, libc }) => below(`opened ${path}${libc === null ? "" : `, ${libc}`}`)),
		...trace.notFound.map((name) => below(`not found ${name}`)),
		...children.map(({ path, error }) => below(`started ${path}${error === null ? "" : `: ${error}`}`)),
		...trace.truncated ? ["    and more that is not listed"] : []
	];
}
function binaryLines(name, inspected, colors) {
	const { binary, verdicts } = inspected;
	const system = `${binary.goos ?? "system not known"}/${binary.goarch ?? binary.machine}`;
	const about = `${FORMATS[binary.format]} ${String(binary.bits)}-bit ${KINDS[binary.kind]}`;
	const names = binary.libcResolver;
	return [
		`${colors.bold(safeLine(name))}   ${safeLine(system)}, ${about}`,
		...goLines(binary),
		linkageLine(binary),
		...binary.minimumSystem === null ? [] : [row("system", `${binary.minimumSystem} or newer`)],
		...libraryLines(inspected),
		...binary.go === null || names === null || binary.format !== "elf" ? [] : [row("resolver", names ? "names of hosts can go through libc (getaddrinfo), else Go’s own resolver" : "names of hosts: Go’s own resolver only")],
		row("symbols", `${binary.stripped ? "stripped" : "not stripped"}, ${binary.debugInfo ? "with" : "without"} debug information`),
		...binary.faults.map((fault) => row("damaged", fault)),
		...traceLines(inspected),
		...verdicts.length === 0 ? [] : ["", ...verdicts.flatMap((verdict) => verdictLines(verdict, binary, colors))]
	];
}
function fileLines({ path, other, binaries }, colors) {
	if (other !== null) return [`${colors.bold(safeLine(path))}   ${safeLine(other)}: not inspected`];
	return binaries.flatMap((inspected, index) => {
		const name = binaries.length === 1 ? path : `${path} (${String(index + 1)} of ${String(binaries.length)})`;
		return [...index === 0 ? [] : [""], ...binaryLines(name, inspected, colors)];
	});
}
/** The inspection for a person: one block a binary, verdicts last. Nothing in it can command a terminal or a CI runner. */
function renderInspection({ files, degraded }, colors) {
	const lines = files.flatMap((file, index) => [...index === 0 ? [] : [""], ...fileLines(file, colors)]);
	const open = degraded.map(({ what, why }) => safeLine(`not done: ${what}: ${why}`));
	return `${[...lines, ...open.length === 0 ? [] : ["", ...open]].join("\n")}\n`;
}
/** The same as JSON of schema `goparity/inspection/1`: only ASCII, and nothing that a CI runner obeys. */
function renderInspectionJson(document) {
	return `${JSON.stringify(document, null, 2).replaceAll(/[\u007F-\uFFFF]|(?<=##)\[/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}

export { renderInspection, renderInspectionJson };