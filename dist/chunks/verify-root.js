import { n as errorCode, r as toError, t as ParityError } from "./errors.js";
import { n as sha256, t as withoutTokens } from "./host.js";
import { l as redact } from "./document.js";
import { r as byteOrder } from "./snapshot.js";
import { dirname, join, posix, relative, resolve, sep } from "node:path";

// src/go/open.ts
/** What go commands get: no CI tokens, and compiler messages untranslated. */
function goEnvironment(env) {
	return {
		...withoutTokens(env),
		LC_ALL: "C",
		LANGUAGE: ""
	};
}
/** The go command on PATH. */
function openGo(host, options) {
	const env = goEnvironment(host.env);
	const { directory, signal, onResult } = options;
	return {
		directory,
		env,
		in: (other) => openGo(host, {
			...options,
			directory: other
		}),
		async run(args, { env: more = {}, cwd = directory, deadlineMs, maxOutputBytes } = {}) {
			let result;
			try {
				result = await host.processes.run("go", args, {
					cwd,
					env: {
						...env,
						...more,
						PWD: cwd
					},
					...signal === void 0 ? {} : { signal },
					...deadlineMs === void 0 ? {} : { deadlineMs },
					...maxOutputBytes === void 0 ? {} : { maxOutputBytes }
				});
			} catch (error) {
				if (await host.files.status(cwd) === null) throw new ParityError("directory-missing", `there is no directory ${cwd}`, void 0, { cause: error });
				const path = env["PATH"] ?? "";
				throw new ParityError("go-missing", `the go command cannot be started: ${errorCode(error) === "ENOENT" ? "there is none on PATH" : toError(error).message}`, path === "" ? "PATH is empty; put the folder of go on it" : "install Go from https://go.dev/dl or put its bin folder on PATH", { cause: error });
			}
			if (result.ending === "cancelled") throw new ParityError("cancelled", `cancelled while running go ${args.join(" ")}`);
			const ended = {
				...result,
				args
			};
			onResult?.(ended);
			return ended;
		}
	};
}

// src/modules/go-sum.ts
/** Written by a bug of early Go releases for absent go.mod files; the go command skips it (cmd/go/internal/modfetch, emptyGoModHash). */
const EMPTY_GO_MOD_HASH = "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=";
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
/** What is shown of a line that is not understood. */
const SHOWN = 200;
/** Reads go.sum (or go.work.sum). Any line ends; empty lines are skipped as Go does. */
function parseGoSum(text) {
	const lines = [];
	const malformed = [];
	const conflictMarkers = [];
	let number = 0;
	for (const raw of text.split("\n")) {
		number++;
		const content = raw.trim();
		if (content === "") continue;
		const isMarker = CONFLICT_MARKER.test(content);
		if (isMarker) conflictMarkers.push(number);
		const [path, version, hash, ...more] = content.split(/\s+/);
		if (isMarker || path === void 0 || version === void 0 || hash === void 0 || more.length > 0) malformed.push({
			line: number,
			text: content.slice(0, SHOWN)
		});
		else if (hash !== EMPTY_GO_MOD_HASH) {
			const goMod = version.endsWith("/go.mod");
			lines.push({
				line: number,
				path,
				version: goMod ? version.slice(0, -7) : version,
				goMod,
				hash
			});
		}
	}
	return {
		lines,
		malformed,
		conflictMarkers
	};
}
/** What a go.sum line is about, as Go writes it: `path@version` or `path@version/go.mod`. */
function sumKey(path, version, goMod) {
	return `${path}@${version}${goMod ? "/go.mod" : ""}`;
}
/** Hashes by `sumKey`, in file order. In a workspace go reads several files: give them all. */
function indexGoSums(sums) {
	const index = /* @__PURE__ */ new Map();
	for (const sum of sums) for (const { path, version, goMod, hash } of sum.lines) {
		const key = sumKey(path, version, goMod);
		const known = index.get(key);
		if (known === void 0) index.set(key, [hash]);
		else if (!known.includes(hash)) known.push(hash);
	}
	return index;
}
/** Two lines for one thing with different hashes of one algorithm: a merge that kept both sides. Go takes whichever matches and says nothing. */
function findContradictions(sum) {
	const seen = /* @__PURE__ */ new Map();
	const found = [];
	for (const line of sum.lines) {
		const [algorithm = ""] = line.hash.split(":", 1);
		const key = `${sumKey(line.path, line.version, line.goMod)} ${algorithm}`;
		const first = seen.get(key);
		if (first === void 0) seen.set(key, line);
		else if (first.hash !== line.hash) found.push({
			first,
			second: line
		});
	}
	return found;
}
/** The line number of a module's hash in the text of go.sum, for a message that points there. */
function findSumLine(goSum, path, version, goMod) {
	return parseGoSum(goSum).lines.find((line) => line.path === path && line.version === version && line.goMod === goMod)?.line ?? null;
}

// src/modules/json-sequence.ts
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
/** Where each top-level object of a sequence ends, in one pass; braces inside strings do not count. */
function* objectTexts(text) {
	let depth = 0;
	let start = 0;
	let inString = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (inString) {
			if (code === BACKSLASH) at++;
			else if (code === QUOTE) inString = false;
		} else if (code === QUOTE) inString = true;
		else if (code === OPEN) depth++;
		else if (code === CLOSE && --depth === 0) {
			yield text.slice(start, at + 1);
			start = at + 1;
		}
	}
	if (text.slice(start).trim() !== "") yield text.slice(start);
}
/**
* The objects that `go list -json` and `go mod download -json` write one after the other, without commas.
* Linear in the length of the text. Throws `go-unreadable` when something in it is no JSON object; `name` is the command, for the message.
*/
function parseJsonSequence(text, name) {
	const objects = [];
	for (const piece of objectTexts(text)) {
		let value;
		try {
			value = JSON.parse(piece);
		} catch (error) {
			throw new ParityError("go-unreadable", `${name} printed something that is not JSON: ${JSON.stringify(piece.trim().slice(0, 80))}`, void 0, { cause: error });
		}
		if (!isObject(value)) throw new ParityError("go-unreadable", `${name} printed JSON that is no object`);
		objects.push(value);
	}
	return objects;
}
/** Whether a JSON value is an object: neither null nor a list. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A field that must be a string when it is there; throws `go-unreadable` when it is something else. */
function textField(object, field, name) {
	const value = object[field];
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== "string") throw new ParityError("go-unreadable", `${name} printed a ${field} that is no text`);
	return value;
}

// src/modules/build-list.ts
const COMMAND = "go list -m -json all";
function parseReplacement(value) {
	if (!isObject(value)) return null;
	const path = textField(value, "Path", COMMAND);
	return path === void 0 ? null : {
		path,
		version: textField(value, "Version", COMMAND) ?? null
	};
}
function parseListed(object) {
	const path = textField(object, "Path", COMMAND);
	if (path === void 0 || path === "") return null;
	const error = object["Error"];
	return {
		path,
		version: textField(object, "Version", COMMAND) ?? null,
		main: object["Main"] === true,
		indirect: object["Indirect"] === true,
		directory: textField(object, "Dir", COMMAND) ?? null,
		replace: parseReplacement(object["Replace"]),
		error: isObject(error) ? textField(error, "Err", COMMAND) ?? "" : null
	};
}
/** Reads the output of `go list -m -e -json all`. Throws `go-unreadable`. */
function parseListedModules(listJson) {
	return parseJsonSequence(listJson, COMMAND).map(parseListed).filter((module) => module !== null);
}
/** What is really built for a module: its replacement, or itself; `null` when that has no version and so no checksum. */
function builtVersion(module) {
	const { path, version } = module.replace ?? module;
	return version === null ? null : {
		path,
		version
	};
}
/** What a module of the build list carries whatever listed it; the keys stand in the order of the schema. */
function toModule(listed, sums) {
	const { path, version, main, indirect, replace, error } = listed;
	const built = main ? null : builtVersion(listed);
	const sum = built === null ? void 0 : sums.get(sumKey(built.path, built.version, false))?.[0];
	const goModSum = built === null ? void 0 : sums.get(sumKey(built.path, built.version, true))?.[0];
	return {
		path,
		version: main ? null : version,
		...main ? { main: true } : {},
		...indirect ? { indirect: true } : {},
		...replace === null ? {} : { replace },
		...sum === void 0 ? {} : { sum },
		...goModSum === void 0 ? {} : { goModSum },
		...error === null ? {} : { error: error.split("\n", 1)[0] ?? "" }
	};
}
function sorted(modules) {
	return modules.toSorted((a, b) => byteOrder(a.path, b.path));
}
/**
* The build list from `go list -m -e -mod=readonly -json all`, sorted by path, with the hashes that go.sum (in a workspace
* every go.sum and go.work.sum) holds for what is really built. Throws `go-unreadable`.
*/
function readBuildList(listJson, sums) {
	const index = indexGoSums(sums);
	return sorted(parseListedModules(listJson).map((listed) => toModule(listed, index)));
}
/**
* The build list as vendor/modules.txt tells it: the main modules, and what is vendored of the others.
* `direct` are the paths that a go.mod requires without `// indirect`.
*/
function readVendoredList(list, main, direct, sums) {
	const index = indexGoSums(sums);
	const mains = main.map((path) => ({
		path,
		version: null,
		main: true
	}));
	const others = list.modules.filter((module) => module.version !== null && (module.explicit || module.packages.length > 0)).map((module) => toModule({
		path: module.path,
		version: module.version,
		main: false,
		indirect: !direct.has(module.path),
		directory: null,
		replace: module.replace ?? null,
		error: null
	}, index));
	return sorted([...mains, ...others]);
}

// src/modules/positions.ts
/** Splits a line as golang.org/x/mod/modfile does: words, "quoted" or `raw` strings, `//` begins a comment. */
function words(line) {
	const found = [];
	let at = 0;
	while (at < line.length) {
		const char = line.charAt(at);
		if (char === " " || char === "	" || char === "\r") at++;
		else if (line.startsWith("//", at)) break;
		else if (char === "\"" || char === "`") {
			const end = line.indexOf(char, at + 1);
			found.push(line.slice(at + 1, end === -1 ? line.length : end));
			at = end === -1 ? line.length : end + 1;
		} else {
			let end = at;
			while (end < line.length && !/[\s"`()]/.test(line.charAt(end)) && !line.startsWith("//", end)) end++;
			if (end === at) end++;
			found.push(line.slice(at, end));
			at = end;
		}
	}
	return found;
}
/** As golang.org/x/mod/modfile, isIndirect: the comment is `indirect`, or begins with `indirect;`. */
const INDIRECT = /\/\/[ \t]*indirect[ \t]*(?:;|\r?$)/;
function* statements(text) {
	let block = null;
	let line = 0;
	for (const raw of text.split("\n")) {
		line++;
		const [first, ...rest] = words(raw);
		if (first === void 0) continue;
		if (block !== null) {
			if (first === ")") block = null;
			else yield {
				line,
				verb: block,
				args: [first, ...rest],
				indirect: INDIRECT.test(raw)
			};
		} else if (rest.length === 1 && rest[0] === "(") block = first;
		else yield {
			line,
			verb: first,
			args: rest,
			indirect: INDIRECT.test(raw)
		};
	}
}
/**
* The line of go.mod (or go.work) that asks for a module: its `require`, or else the `replace` of it; `null` when it is
* named nowhere. For annotations: a file with mistakes gives the best line there is.
*/
function findRequirement(goMod, path) {
	let replaced = null;
	for (const { line, verb, args } of statements(goMod)) {
		if (args[0] !== path) continue;
		if (verb === "require") return line;
		if (verb === "replace") replaced ??= line;
	}
	return replaced;
}
/** Everything that go.mod requires, in file order. */
function findRequirements(goMod) {
	const found = [];
	for (const { line, verb, args, indirect } of statements(goMod)) {
		const [path, version] = args;
		if (verb === "require" && path !== void 0 && version !== void 0) found.push({
			line,
			path,
			version,
			indirect
		});
	}
	return found;
}
/** The line of the `replace` for a module, or `null`. */
function findReplacement(goMod, path) {
	for (const { line, verb, args } of statements(goMod)) if (verb === "replace" && args[0] === path) return line;
	return null;
}
/** The `go`, `toolchain` or `module` line of a go.mod or go.work file with what it says, or `null`. */
function findDirective(goMod, directive) {
	for (const { line, verb, args } of statements(goMod)) {
		const [value] = args;
		if (verb === directive && value !== void 0) return {
			line,
			value
		};
	}
	return null;
}
/** The folders that a go.work file uses, as written. */
function findUses(goWork) {
	const found = [];
	for (const { line, verb, args } of statements(goWork)) {
		const [directory] = args;
		if (verb === "use" && directory !== void 0) found.push({
			line,
			directory
		});
	}
	return found;
}

// src/modules/vendor-list.ts
function parseHeading(text) {
	const [left = "", right] = text.split(" => ", 2);
	const [path, version = null] = left.trim().split(/\s+/);
	if (path === void 0 || path === "") return null;
	const draft = {
		path,
		version,
		explicit: false,
		goVersion: null,
		packages: []
	};
	if (right !== void 0) {
		const module = /^(?<to>.*\S)\s+(?<at>v\S+)$/.exec(right.trim())?.groups;
		draft.replace = {
			path: module?.["to"] ?? right.trim(),
			version: module?.["at"] ?? null
		};
	}
	return draft;
}
/** Reads vendor/modules.txt (cmd/go/internal/modload, readVendorList). Lines it does not know are skipped, as Go does. */
function parseModulesTxt(text) {
	const modules = [];
	let workspace = false;
	let current = null;
	for (const raw of text.split("\n")) {
		const line = raw.trimEnd();
		if (line.startsWith("## ")) for (const entry of line.slice(3).split(";").map((part) => part.trim())) {
			if (entry === "workspace") workspace = true;
			if (current === null) continue;
			if (entry === "explicit") current.explicit = true;
			if (entry.startsWith("go ")) current.goVersion = entry.slice(3).trim();
		}
		else if (line.startsWith("# ")) {
			current = parseHeading(line.slice(2));
			if (current !== null) modules.push(current);
		} else if (line !== "" && current !== null) current.packages.push(line);
	}
	return {
		workspace,
		modules
	};
}
/** The file without its `## …` markers, which differ when another Go release wrote it; the workspace mark stays. */
function withoutMarkers(modulesTxt) {
	return modulesTxt.split("\n").map((line) => line.trimEnd()).map((line) => line.startsWith("## ") ? markersWithoutGo(line) : line).filter((line) => line !== "").join("\n");
}
function markersWithoutGo(line) {
	const kept = line.slice(3).split(";").map((part) => part.trim()).filter((part) => !part.startsWith("go "));
	return kept.length === 0 ? "" : `## ${kept.join("; ")}`;
}

// src/go/download.ts
const MAX_BYTES = 268435456;
function parseDownloaded(json) {
	const name = "go mod download -json";
	return parseJsonSequence(json, name).map((object) => ({
		path: textField(object, "Path", name) ?? "",
		version: textField(object, "Version", name) ?? "",
		sum: textField(object, "Sum", name) ?? null,
		goModSum: textField(object, "GoModSum", name) ?? null,
		zip: textField(object, "Zip", name) ?? null,
		directory: textField(object, "Dir", name) ?? null,
		error: textField(object, "Error", name) ?? null
	}));
}
function withErrors(result, modules) {
	const errors = modules.flatMap(({ error }) => error === null ? [] : [`go: ${error.replace(/^go: /, "")}\n`]).join("");
	if (errors === "") return result;
	const { text, bytes, truncated } = result.stderr;
	const joined = text === "" || text.endsWith("\n") ? text : `${text}\n`;
	return {
		...result,
		stderr: {
			text: joined + errors,
			bytes: bytes + errors.length,
			truncated
		}
	};
}
/**
* `go mod download -json`: fetches what the main module needs and compares the module cache's hashes with go.sum.
* It may write go.sum, go.work.sum and go.mod where they lack something: the caller keeps them. Throws `go-unreadable`.
*/
async function downloadModules(go) {
	const result = await go.run([
		"mod",
		"download",
		"-json"
	], { maxOutputBytes: MAX_BYTES });
	const readable = !result.stdout.truncated;
	const modules = readable ? parseDownloaded(result.stdout.text) : [];
	const ok = result.exitCode === 0 && readable && modules.every(({ error }) => error === null);
	return {
		ok,
		modules,
		result: ok ? result : withErrors(result, modules)
	};
}

// src/go/verify.ts
/** `PATH VERSION: what`, as cmd/go/internal/modcmd/verify.go prints it. */
const PROBLEM = /^(?<path>[^\s:]+) (?<version>v[^\s:]+): (?<what>.+)$/;
function parseProblem(line) {
	const groups = PROBLEM.exec(line)?.groups;
	if (groups === void 0) return null;
	const { path = "", version = "", what = "" } = groups;
	return {
		path,
		version,
		layer: what.startsWith("missing ziphash") ? "ziphash" : what.startsWith("dir has been") ? "directory" : "zip",
		text: line
	};
}
/**
* `go mod verify`: compares zips and extracted directories in the module cache with the hashes recorded beside them.
* It does not read the zip lines of go.sum, looks at nothing that is not in the cache, and never at a replacement.
*/
async function verifyModules(go) {
	const result = await go.run(["mod", "verify"], { maxOutputBytes: 16777216 });
	const problems = result.stderr.text.split("\n").map(parseProblem).filter((problem) => problem !== null);
	return {
		ok: result.exitCode === 0,
		problems,
		result
	};
}

// src/go/vendor.ts
/** Writes what vendor/ should hold to another place: `go mod vendor -o DIR`. The project's own vendor folder is not touched. */
async function vendorModules(go, { output, workspace }) {
	return go.run([
		workspace ? "work" : "mod",
		"vendor",
		"-o",
		output
	]);
}

// src/integrity/layers.ts
/** Every layer, in the order in which they are looked at and shown. */
const LAYERS = [
	"go.sum",
	"ziphash",
	"zip",
	"directory",
	"go.mod",
	"vendor",
	"checksum-database",
	"build-cache"
];
/** A layer that was not looked at, and why. */
function notLookedAt(reason) {
	return {
		outcome: "unknown",
		checked: 0,
		failed: 0,
		reason
	};
}
/** A layer that this root does not have, or that was not asked for. */
function notApplicable(reason) {
	return {
		outcome: "not-applicable",
		checked: 0,
		failed: 0,
		reason
	};
}
/** A layer that was looked at: failed when anything in it failed, unknown with the reason when it is only a part; of nothing, nothing is said. */
function lookedAt(checked, failed, part) {
	if (failed > 0) return {
		outcome: "failed",
		checked,
		failed
	};
	if (checked === 0 && part === void 0) return notApplicable("there is nothing to look at");
	return part === void 0 ? {
		outcome: "ok",
		checked,
		failed
	} : {
		outcome: "unknown",
		checked,
		failed,
		reason: part
	};
}
/** Layers that goparity leaves to go, and says so. */
const LEFT_TO_GO = {
	"checksum-database": notApplicable("go.sum answers first: go asks the database only for modules that go.sum lacks"),
	"build-cache": notApplicable("trusted as go trusts it")
};
/** The whole from its layers: failed before unknown before ok; what is not applicable does not count. */
function outcomeOf(layers) {
	const outcomes = new Set(layers.map(({ outcome }) => outcome));
	for (const outcome of ["failed", "unknown"]) if (outcomes.has(outcome)) return outcome;
	return outcomes.has("ok") ? "ok" : "not-applicable";
}
/** All layers in order; those not `known` get `rest`. */
function assemble(known, rest) {
	const all = {
		...LEFT_TO_GO,
		...known
	};
	const layers = LAYERS.map((layer) => ({
		layer,
		...all[layer] ?? rest
	}));
	return {
		outcome: outcomeOf(layers),
		layers
	};
}
function mergeLayer(layer, parts) {
	const same = parts.flatMap((part) => part.layers.filter((result) => result.layer === layer));
	const outcome = outcomeOf(same);
	const reason = [...new Set(same.filter((result) => result.outcome === outcome).flatMap((result) => result.reason ?? []))].join("; ");
	return {
		layer,
		outcome,
		checked: same.reduce((total, result) => total + result.checked, 0),
		failed: same.reduce((total, result) => total + result.failed, 0),
		...reason === "" ? {} : { reason }
	};
}
/** The sums of the layers of several roots, as one result for the project. */
function mergeIntegrity(parts) {
	const layers = LAYERS.map((layer) => mergeLayer(layer, parts));
	return {
		outcome: outcomeOf(layers),
		layers
	};
}
function names(keys) {
	const shown = keys.slice(0, 5).join(", ");
	return keys.length > 5 ? `${shown} and ${String(keys.length - 5)} more` : shown;
}
/** Compares the hashes of the module cache with the lines of go.sum; what go.sum has no line for is not compared, and told. */
function compareWithSums(modules, sums, goMod, missingSums) {
	let checked = 0;
	let failed = 0;
	const lacking = [];
	for (const { path, version, sum, goModSum } of modules) {
		const hash = goMod ? goModSum : sum;
		const key = sumKey(path, version, goMod);
		const lines = sums.get(key);
		if (lines === void 0) lacking.push(key);
		else if (hash !== null) {
			checked++;
			if (!lines.includes(hash)) failed++;
		}
	}
	const needed = new Set(missingSums);
	const gaps = lacking.filter((key) => needed.has(key));
	return lookedAt(checked, failed, gaps.length === 0 ? void 0 : `go.sum has no line for ${names(gaps)}`);
}
/** `verifying PATH@VERSION[/go.mod]: checksum mismatch`, go's words when it refuses. */
const MISMATCH = /verifying \S+?@\S+?(?<mod>\/go\.mod)?: checksum mismatch/;
/** Which layer go refused, by its words; `null` when the failure is of another kind (network, a missing folder). */
function refusedLayer(text) {
	const groups = MISMATCH.exec(text);
	if (groups === null) return null;
	return groups.groups?.["mod"] === void 0 ? "ziphash" : "go.mod";
}
/** Layers known after `go mod download`. */
function layersOfDownload(modules, sums, missingSums) {
	return {
		ziphash: compareWithSums(modules, sums, false, missingSums),
		"go.mod": compareWithSums(modules, sums, true, missingSums)
	};
}
/** Layers known after `go mod verify`. `replaced` counts the replacements among the modules. */
function layersOfVerify(modules, problems, replacements) {
	const count = (layer) => problems.filter((problem) => problem.layer === layer).length;
	const present = (key) => modules.filter((module) => module[key] !== null).length;
	const directories = present("directory") - replacements.checked;
	return {
		zip: lookedAt(Math.max(present("zip") - replacements.checked, count("zip")), count("zip")),
		directory: lookedAt(Math.max(directories + replacements.checked, count("directory")), count("directory") + replacements.failed.length),
		missingZiphash: count("ziphash")
	};
}

// src/integrity/keep-files.ts
async function read(host, path) {
	return await host.files.read(path);
}
function isSame(a, b) {
	if (a === null || b === null) return a === b;
	return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
/**
* Runs `work` and puts back each of the files it changed, also when it throws. `go mod download` completes go.sum, go.work.sum and
* go.mod; a check must neither edit the project nor make a build pass that fails without it. Returns the paths put back.
*/
async function keepFiles(host, paths, work) {
	const before = await Promise.all(paths.map(async (path) => ({
		path,
		content: await read(host, path)
	})));
	const restored = [];
	const restore = async () => {
		for (const { path, content } of before) {
			if (isSame(content, await read(host, path))) continue;
			if (content === null) await host.files.remove(path);
			else await host.files.writeAtomically(await host.files.realPath(path), content);
			restored.push(path);
		}
	};
	let result;
	try {
		result = await work();
	} finally {
		await restore();
	}
	return {
		result,
		restored
	};
}

// src/integrity/location.ts
/** A file of a root as reports show it: from the project's directory. */
function locate(place, file, line) {
	return {
		file: posix.normalize(posix.join(place.directory, file)),
		...line === void 0 || line === null ? {} : { line }
	};
}

// src/integrity/replacements.ts
/** go.work's replacements beat those of its members. */
function findPlace(files, path) {
	for (const file of [...files.goWork === null ? [] : [files.goWork], ...files.goMods]) {
		const line = findReplacement(file.text, path);
		if (line !== null) return {
			file,
			line
		};
	}
	return null;
}
/** One note for every module that is replaced by a folder: no checksum covers that. A warning when the folder is not there. */
async function findReplacementFindings(host, place, files, modules) {
	const findings = [];
	for (const { path, version, replace } of modules) {
		if (replace === void 0 || replace.version !== null) continue;
		const at = findPlace(files, path);
		const folder = resolve(at === null ? place.path : dirname(at.file.path), replace.path);
		const there = (await host.files.status(await host.files.realPath(folder)))?.kind === "directory";
		const missing = there ? "" : " That folder is not there: whatever imports the module does not build.";
		findings.push({
			rule: "modules/not-covered",
			severity: there ? "note" : "warning",
			state: "new",
			title: there ? `${path} is replaced by a folder` : `${path} is replaced by a folder that is missing`,
			message: `${path} is built from ${replace.path}, which no checksum covers: go.sum and go mod verify say nothing about it.${missing}`,
			subject: { module: version === null ? path : `${path}@${version}` },
			...at === null ? {} : { location: locate(place, at.file.name, at.line) },
			evidence: [`${path}${version === null ? "" : ` ${version}`} => ${replace.path}`],
			fix: there ? [] : [{
				edit: `take the replace of ${path} out, or bring ${replace.path}`,
				why: "a replacement by a folder works only where that folder is"
			}],
			source: "modules",
			root: place.directory
		});
	}
	return findings;
}
/** The extracted directory of a replacement is not what its recorded hash says. */
function modifiedReplacement(place, module) {
	return {
		rule: "checksum/cache-modified",
		severity: "error",
		state: "new",
		title: `${module} was modified in the module cache`,
		message: `The extracted files of ${module}, which replaces another module, are not what was downloaded. Go would build them; go mod verify does not look at replacements.`,
		subject: { module },
		evidence: [`${module}: h1 of the directory is not the one recorded beside it`],
		fix: [{
			command: "go clean -modcache && go mod download",
			why: "fetches every module again and compares it with go.sum"
		}],
		source: "integrity",
		root: place.directory
	};
}

// src/integrity/bounded.ts
/** Runs `work` for every item, at most `limit` at once; results in the order of the items. The first rejection rejects the whole. */
async function mapBounded(items, limit, work) {
	const results = [];
	let next = 0;
	const worker = async () => {
		for (let at = next++; at < items.length; at = next++) {
			const item = items[at];
			if (item !== void 0) results[at] = await work(item);
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
	return results;
}

// src/integrity/roots.ts
/** Folders looked at for nested modules. */
const MAX_FOLDERS = 2e4;
const AT_ONCE$1 = 32;
/** A path as reports show it: relative, with slashes. */
function posixPath(from, to) {
	const path = relative(from, to).split(sep).join("/");
	return path === "" ? "." : path;
}
/** Folders that `./...` never reaches, and those of other ecosystems. */
function isSkipped(name) {
	return name.startsWith(".") || name.startsWith("_") || [
		"vendor",
		"testdata",
		"node_modules"
	].includes(name);
}
/** Folders below `directory` that hold a go.mod, `directory` itself left out. Breadth first, bounded; links are not followed. */
async function findNestedModules(host, directory) {
	const folders = [];
	let complete = true;
	let looked = 0;
	let level = [directory];
	while (level.length > 0) {
		const now = level.slice(0, MAX_FOLDERS - looked);
		if (now.length < level.length) complete = false;
		looked += now.length;
		const next = [];
		await mapBounded(now, AT_ONCE$1, async (folder) => {
			try {
				for (const { name, kind } of await host.files.list(folder)) {
					if (kind === "directory" && !isSkipped(name)) next.push(join(folder, name));
					if (kind === "file" && name === "go.mod" && folder !== directory) folders.push(folder);
				}
			} catch {
				complete = false;
			}
		});
		level = next;
	}
	return {
		folders: folders.toSorted(byteOrder),
		complete
	};
}
async function readText(host, path) {
	const bytes = await host.files.read(path);
	return bytes === null ? "" : new TextDecoder().decode(bytes);
}
/**
* Where go commands have to run for a project: the workspace in effect, else the module of this folder (or the one it lies in),
* else every module below it. With GO111MODULE=off the folder itself. `go` holds GO111MODULE, GOWORK and GOMOD of this folder.
* Throws `directory-missing` and `module-missing`.
*/
async function findRoots(host, directory, go) {
	if ((await host.files.status(await host.files.realPath(directory)))?.kind !== "directory") throw new ParityError("directory-missing", `there is no directory ${directory}`, "check the path given with -C");
	const { GO111MODULE: mode = "", GOWORK: work = "", GOMOD: mod = "" } = go.values;
	const effective = mod === "" || mod === "/dev/null" || mod === "NUL" ? null : mod;
	const here = {
		directory: ".",
		path: directory,
		goMod: effective,
		goWork: null
	};
	if (mode === "off") return {
		roots: [{
			...here,
			goMod: null
		}],
		uncovered: [],
		complete: true
	};
	const nested = await findNestedModules(host, directory);
	const posix = (folders) => folders.map((folder) => posixPath(directory, folder));
	if (work !== "" && work !== "off") {
		const uses = findUses(await readText(host, work)).map((use) => resolve(dirname(work), use.directory));
		const members = new Set(await Promise.all(uses.map(async (use) => host.files.realPath(use))));
		const others = [];
		for (const folder of nested.folders) if (!members.has(await host.files.realPath(folder))) others.push(folder);
		return {
			roots: [{
				...here,
				goWork: work
			}],
			uncovered: posix(others),
			complete: nested.complete
		};
	}
	if (effective !== null) return {
		roots: [here],
		uncovered: posix(nested.folders),
		complete: nested.complete
	};
	if (nested.folders.length > 0) return {
		roots: nested.folders.map((folder) => ({
			directory: posixPath(directory, folder),
			path: folder,
			goMod: join(folder, "go.mod"),
			goWork: null
		})),
		uncovered: [],
		complete: nested.complete
	};
	throw new ParityError("module-missing", `there is no go.mod in ${directory}, above it or below it`, "run it in the folder of a module (-C DIR), or make one: go mod init example.com/name");
}

// src/integrity/tree.ts
/** Open files at once: enough for the disk, far below every limit of open files. */
const AT_ONCE = 16;
/** A file of a module is at most 500 MiB (golang.org/x/mod/zip, MaxZipFile); more is refused. */
const MAX_FILE_BYTES = 524288e3;
async function collect(host, directory) {
	const files = [];
	let level = [""];
	while (level.length > 0) {
		const listed = await mapBounded(level, AT_ONCE, async (folder) => {
			return (await host.files.list(join(directory, folder))).map(({ name, kind }) => ({
				path: folder === "" ? name : `${folder}/${name}`,
				kind
			}));
		});
		level = [];
		for (const { path, kind } of listed.flat()) if (kind === "directory") level.push(path);
		else files.push({
			path,
			kind
		});
	}
	return files;
}
/** Every file below a folder with its hash, sorted by path. Empty when the folder is not there. Symbolic links are reported, not followed. */
async function readTree(host, directory) {
	const found = await collect(host, directory);
	return (await mapBounded(found, AT_ONCE, async ({ path, kind }) => {
		const content = kind === "file" ? await host.files.read(join(directory, path), MAX_FILE_BYTES) : null;
		return {
			path,
			kind,
			hash: content === null ? null : sha256(content)
		};
	})).toSorted((a, b) => byteOrder(a.path, b.path));
}
/** One hash for a tree: sha256 (hex) over `HASH  PATH` lines in byte order; a link counts by its name. */
function hashTree(files) {
	return sha256(files.map(({ path, hash, kind }) => `${hash ?? kind}  ${path}\n`).join(""));
}
/**
* The `h1:` hash of an extracted module directory, `null` when it holds anything but regular files and folders.
* A port of golang.org/x/mod/sumdb/dirhash, Hash1 over HashDir: names are `path@version/file`, sorted by bytes.
*/
async function hashModuleDirectory(host, directory, prefix) {
	const files = await readTree(host, directory);
	if (files.some(({ hash }) => hash === null)) return null;
	const list = files.map(({ path, hash }) => `${hash ?? ""}  ${prefix}/${path}\n`).join("");
	return `h1:${Buffer.from(sha256(list), "hex").toString("base64")}`;
}

// src/integrity/missing-findings.ts
const GO_MOD = "/go.mod";
/** `path@version` of a missing line, whichever of the two lines it is. */
function moduleOf(key) {
	return key.endsWith(GO_MOD) ? key.slice(0, -7) : key;
}
/** One finding for every module that go.sum lacks a line of: an error where go refuses to build for it, a note where it builds from vendor/. */
function findMissingSumFindings({ place, root, files }) {
	const vendored = root.mode === "vendor";
	const findings = [];
	for (const module of new Set(root.missingSums.map(moduleOf))) {
		const keys = root.missingSums.filter((key) => moduleOf(key) === module);
		const path = module.slice(0, module.lastIndexOf("@"));
		const mod = files.goMods.find(({ text }) => findRequirement(text, path) !== null);
		const what = keys.every((key) => key.endsWith(GO_MOD)) ? `the go.mod file of ${module}` : module;
		findings.push({
			rule: "checksum/gosum-missing-entry",
			severity: vendored ? "note" : "error",
			state: "new",
			title: `go.sum has no line for ${module}`,
			message: vendored ? `go.sum has no hash for ${what}. The build uses vendor/ and does not ask for it; go mod vendor does.` : `go.sum has no hash for ${what}, so nothing says which content is meant: go refuses to build what needs it.`,
			subject: { module },
			...mod === void 0 ? {} : { location: locate(place, mod.name, findRequirement(mod.text, path)) },
			evidence: keys.map((key) => `missing in go.sum: ${key.replace("@", " ")} h1:…`),
			fix: [{
				command: "go mod tidy",
				why: "adds the missing lines, checked against the checksum database for public modules"
			}],
			source: "integrity",
			root: place.directory
		});
	}
	return findings;
}

// src/integrity/vendor-layer.ts
/** Files named one by one; a folder vendored from other versions differs in thousands. */
const MAX_FINDINGS = 200;
/** Larger files are not looked into for line ends. */
const MAX_COMPARED_BYTES = 8388608;
const LIST = "modules.txt";
/** Text for comparing only: one character a byte, so that bytes that are no UTF-8 stay apart. */
function withoutCarriageReturns(bytes) {
	return Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n");
}
/** How two files differ that are not the same. */
async function nameChange(host, path, ours, theirs) {
	const left = await host.files.read(ours, MAX_COMPARED_BYTES).catch(() => null);
	const right = await host.files.read(theirs, MAX_COMPARED_BYTES).catch(() => null);
	if (left === null || right === null) return "edited";
	const [a, b] = [withoutCarriageReturns(left), withoutCarriageReturns(right)];
	if (a === b) return "line-ends";
	return path === LIST && withoutMarkers(a) === withoutMarkers(b) ? "markers" : "edited";
}
async function compareTrees(host, vendor, fresh) {
	const [ours, theirs] = await Promise.all([readTree(host, vendor), readTree(host, fresh)]);
	const left = new Map(ours.map((file) => [file.path, file]));
	const right = new Map(theirs.map((file) => [file.path, file]));
	const paths = [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].toSorted(byteOrder);
	const differences = [];
	for (const path of paths) {
		const here = left.get(path);
		const there = right.get(path);
		if (here === void 0) differences.push({
			path,
			change: "removed"
		});
		else if (here.kind !== "file") differences.push({
			path,
			change: "link"
		});
		else if (there === void 0) differences.push({
			path,
			change: "added"
		});
		else if (here.hash !== there.hash) {
			const change = await nameChange(host, path, join(vendor, path), join(fresh, path));
			differences.push({
				path,
				change
			});
		}
	}
	return {
		differences,
		checked: paths.length
	};
}
const SAID = {
	edited: ["was edited", "is not what the module holds, and go builds it as it is: no checksum covers vendor/."],
	"line-ends": ["has other line ends", "differs from the module only in its line ends (CRLF), as git writes them with core.autocrlf."],
	added: ["does not belong there", "is not part of the vendored modules, and go builds it with the package of its folder."],
	removed: ["is missing", "is part of the vendored module, but not there: the package is built without it."],
	link: ["is a link", "is no regular file. go mod vendor never makes one; go follows it to content that is not in the project."],
	markers: ["was written by another Go release", "differs only in the `## go` markers of modules, which Go releases before 1.17 do not write. The vendored code is not concerned."]
};
/** What go never reads as source: dot files and the like are untidy, no danger. */
function isInert(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return name.startsWith(".") || name.startsWith("_") && name.endsWith(".go");
}
function severityOf({ path, change }) {
	if (change === "markers") return "note";
	return change === "line-ends" || change === "added" && isInert(path) ? "warning" : "error";
}
function toFinding(reading, command, difference) {
	const { place, files } = reading;
	const name = `${posixPath(place.path, files.vendorFolder)}/${difference.path}`;
	const location = locate(place, name);
	const [title, message] = SAID[difference.change];
	return {
		rule: "vendor/modified",
		severity: severityOf(difference),
		state: "new",
		title: `${location.file} ${title}`,
		message: `${location.file} ${message}`,
		subject: { file: location.file },
		location: {
			...location,
			line: 1
		},
		evidence: [`compared with a fresh copy by ${command}: ${difference.change}`],
		fix: [{
			command: place.directory === "." ? command : `cd ${place.directory} && ${command}`,
			why: "writes vendor/ anew from the verified modules; a wanted patch belongs into a fork named by a replace"
		}],
		source: "integrity",
		root: place.directory
	};
}
/**
* Makes the vendor folder anew in a temporary place and compares it with the one of the project, file by file. To be called when
* the modules are downloaded and verified: it is only as good as they are. One `vendor/modified` for each file that differs.
*/
async function checkVendor(host, go, reading) {
	const isWorkspace = reading.place.goWork !== null;
	const command = isWorkspace ? "go work vendor" : "go mod vendor";
	const temporary = await host.files.makeTemporaryDirectory("goparity-vendor-");
	try {
		const fresh = join(temporary, "vendor");
		const result = await vendorModules(go, {
			output: fresh,
			workspace: isWorkspace
		});
		if (result.exitCode !== 0) return {
			layer: notLookedAt(`${command} failed`),
			findings: [],
			result
		};
		const { differences, checked } = await compareTrees(host, reading.files.vendorFolder, fresh);
		const wrong = differences.filter((difference) => severityOf(difference) === "error");
		const findings = differences.slice(0, MAX_FINDINGS).map((difference) => toFinding(reading, command, difference));
		const rest = differences.length - findings.length;
		const last = findings.at(-1);
		const all = rest === 0 || last === void 0 ? findings : [...findings.slice(0, -1), {
			...last,
			message: `${last.message} ${String(rest)} more files of vendor/ differ.`
		}];
		return {
			layer: lookedAt(checked, wrong.length),
			findings: all,
			result
		};
	} finally {
		await host.files.remove(temporary);
	}
}

// src/integrity/verify-root.ts
const STOPPED = "not looked at: the step before it failed";
function isVendored(root) {
	return root.mode === "vendor" || root.mode === "workspace-vendor";
}
function firstLine(result) {
	const line = result.stderr.text.split("\n").map((line) => line.trim()).find((text) => text !== "" && !text.startsWith("go: downloading"));
	return redact(line ?? `go ${result.args.join(" ")} failed`).slice(0, 300);
}
/** The extracted directories of replacements against go's own recorded hash: `go mod verify` looks at the replaced module instead. */
async function checkReplacements(host, root, modules) {
	const replaced = new Set(root.modules.flatMap((module) => {
		const { path, version, replace } = module;
		const built = replace === void 0 ? null : builtVersion({
			path,
			version,
			replace
		});
		return built === null ? [] : [`${built.path}@${built.version}`];
	}));
	const candidates = modules.filter(({ path, version, directory }) => directory !== null && replaced.has(`${path}@${version}`));
	const outcomes = await mapBounded(candidates, 4, async ({ path, version, directory, sum }) => {
		const hash = await hashModuleDirectory(host, directory ?? "", `${path}@${version}`);
		return {
			name: `${path}@${version}`,
			ok: hash === sum
		};
	});
	return {
		checked: candidates.length,
		failed: outcomes.filter(({ ok }) => !ok).map(({ name }) => name)
	};
}
function sumLayer({ files }, findings) {
	const lines = files.sums.reduce((count, { sum }) => count + sum.lines.length + sum.malformed.length, 0);
	if (lines === 0) return notApplicable("there is no go.sum: the build list is empty or go.sum is missing");
	return lookedAt(lines, findings.length);
}
function vendorDefault(reading, options) {
	if (!isVendored(reading.root)) return notApplicable("go does not build from a vendor folder here");
	return options.vendor ? void 0 : notApplicable("switched off");
}
function end(progress, rest, more = {}) {
	const integrity = assemble(progress.known, notLookedAt(rest));
	return {
		integrity,
		findings: progress.findings,
		failed: more.failed ?? null,
		mayBuild: more.mayBuild ?? (more.failed === void 0 && integrity.outcome !== "failed"),
		evidence: progress.evidence
	};
}
function afterFailedDownload(reading, progress, result) {
	const refused = refusedLayer(result.stderr.text);
	if (refused !== null) return end({
		...progress,
		known: {
			...progress.known,
			[refused]: lookedAt(1, 1)
		}
	}, STOPPED, { failed: result });
	const reason = `the modules cannot be downloaded: ${firstLine(result)}`;
	if (isVendored(reading.root)) return end(progress, reason, { mayBuild: true });
	return end(progress, reason, { failed: result });
}
async function verifySteps(host, go, reading, options) {
	const { root, files } = reading;
	const sumFindings = reading.findings.filter(({ rule }) => rule === "checksum/gosum-malformed");
	const vendor = vendorDefault(reading, options);
	const start = {
		known: {
			"go.sum": sumLayer(reading, sumFindings),
			...vendor === void 0 ? {} : { vendor }
		},
		findings: findMissingSumFindings(reading),
		evidence: []
	};
	if (sumFindings.length > 0) return end(start, STOPPED);
	options.onStep?.("download");
	const download = await downloadModules(go);
	const downloaded = {
		...start,
		evidence: [download.result]
	};
	if (!download.ok) return afterFailedDownload(reading, downloaded, download.result);
	const sums = indexGoSums(files.sums.map(({ sum }) => sum));
	const hashed = layersOfDownload(download.modules, sums, root.missingSums);
	const compared = {
		...downloaded,
		known: {
			...downloaded.known,
			...hashed
		}
	};
	if (hashed.ziphash.failed > 0 || hashed["go.mod"].failed > 0) return end(compared, STOPPED);
	options.onStep?.("verify");
	const [verify, replacements] = await Promise.all([verifyModules(go), checkReplacements(host, root, download.modules)]);
	const { missingZiphash, zip, directory } = layersOfVerify(download.modules, verify.problems, replacements);
	const evidence = [...compared.evidence, verify.result];
	if (!verify.ok && verify.problems.length === 0) {
		const layer = refusedLayer(verify.result.stderr.text);
		const known = {
			...compared.known,
			...layer === null ? {} : { [layer]: lookedAt(1, 1) }
		};
		return end({
			...compared,
			known,
			evidence
		}, `go mod verify failed: ${firstLine(verify.result)}`, { failed: verify.result });
	}
	const ziphash = missingZiphash === 0 ? hashed.ziphash : lookedAt(Math.max(hashed.ziphash.checked, missingZiphash), missingZiphash);
	const verified = {
		known: {
			...compared.known,
			ziphash,
			zip,
			directory
		},
		findings: [...compared.findings, ...replacements.failed.map((module) => modifiedReplacement(reading.place, module))],
		evidence
	};
	if (!verify.ok) return end(verified, STOPPED, { failed: verify.result });
	if (replacements.failed.length > 0 || vendor !== void 0) return end(verified, STOPPED);
	options.onStep?.("vendor");
	const check = await checkVendor(host, go, reading);
	return end({
		known: {
			...verified.known,
			vendor: check.layer
		},
		findings: [...verified.findings, ...check.findings],
		evidence: [...evidence, check.result]
	}, STOPPED, check.result.exitCode === 0 ? {} : {
		failed: check.result,
		mayBuild: false
	});
}
/**
* Whether the modules of a root are what go.sum says, layer by layer, in the only order that means something:
* go.sum → download → `go mod verify` → vendor. A failure stops what follows, and nothing may be built after it.
* The project's files are as before when it returns. Never throws for a go command that fails.
*/
async function verifyRoot(host, go, reading, options) {
	const { place, root, files } = reading;
	if (root.mode === "gopath") return {
		...end({
			known: {},
			findings: [],
			evidence: []
		}, `not possible: ${root.modeReason}; there are no modules, and so no checksums`, { mayBuild: true }),
		degraded: []
	};
	const kept = await keepFiles(host, files.writable, async () => verifySteps(host, go.in(place.path), reading, options));
	const degraded = kept.restored.map((path) => posixPath(place.path, path)).map((name) => ({
		what: `${name} was put back as it was`,
		why: "go mod download had completed it"
	}));
	return {
		...kept.result,
		degraded
	};
}
/** `go mod verify` once more, after a build: whether the build left the module cache as it was. */
async function verifyAgain(go, place) {
	return verifyModules(go.in(place.path));
}

export { findContradictions as C, sumKey as D, parseGoSum as E, openGo as O, textField as S, indexGoSums as T, parseListedModules as _, findRoots as a, isObject as b, findReplacementFindings as c, mergeIntegrity as d, parseModulesTxt as f, builtVersion as g, findUses as h, readTree as i, locate as l, findRequirements as m, verifyRoot as n, posixPath as o, findDirective as p, hashTree as r, mapBounded as s, verifyAgain as t, keepFiles as u, readBuildList as v, findSumLine as w, parseJsonSequence as x, readVendoredList as y };