import { i as __toESM } from "./rolldown-runtime.js";
import { A as escapeModule, B as findContradictions$1, C as refusedLayer, D as cachePlaces, E as mapBounded, F as readVendoredList, G as sumKey, H as findUnknownAlgorithms, I as isObject, L as parseJsonSequence, M as builtVersion$1, N as parseListedModules, O as diffTrees, P as readBuildList, R as textField, S as notLookedAt, T as allEnded, U as indexGoSums, V as findSumLine$1, W as parseGoSum, _ as assemble, b as mergeIntegrity, c as needsGoodCopy, d as readGoModStates, f as readModuleStates, g as layersOfCache, h as judgeModule, i as ledgerOf, j as unescapeModule, k as textDiff, l as builtModules, m as judgeGoMod, n as findLedgerChanges, o as nameChanges, p as isWrong, s as nameOf$2, t as changeFindings, u as hashGoMod, v as isRefusal, w as withLayer, x as notApplicable, y as lookedAt, z as fieldsOf } from "./verify-again.js";
import { C as record$1, D as strictObject, E as safeParse, F as redact, N as identifyJob, O as string, S as pipe, b as optional, c as boolean, f as maxLength, h as nonEmpty, i as parseBaseline, k as title, l as check$2, m as minLength, n as MAX_BASELINE_BYTES, o as parseSnapshot, p as metadata, r as formatBaseline, s as array, t as pLimit, u as description, w as regex, x as picklist, y as object } from "./p-limit.js";
import { r as byteOrder } from "./snapshot.js";
import { n as errorCode, r as toError, t as ParityError } from "./errors.js";
import { i as require_fastest_levenshtein, n as BUILD_CACHE$1, r as CHECKSUM_DATABASE, t as nearest } from "./nearest.js";
import { t as concludePlan } from "./targets.js";
import { i as openContainer, n as sha256, t as withoutTokens } from "./host.js";
import { i as faultOfFileName } from "./hash-task.js";
import { a as platformOf$1, i as isProgram, n as conclude$1, o as runtimeFinding, r as inPlace, s as verbOf$1, t as THIS_MACHINE } from "./verdict.js";
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, readlinkSync } from "node:fs";
import { rename } from "node:fs/promises";
import { basename, delimiter, dirname, isAbsolute, join, normalize, posix, relative, resolve, sep } from "node:path";

// src/modules/diff.ts
/** Ends the `modeReason` of a root whose build list was read from vendor/modules.txt, because go could not list it. */
const FROM_VENDOR_LIST = "build list read from vendor/modules.txt";
function pairRoots(before, after) {
	return [...new Set([...before.roots, ...after.roots].map((root) => root.directory))].toSorted(byteOrder).map((directory) => ({
		directory,
		before: before.roots.find((root) => root.directory === directory) ?? null,
		after: after.roots.find((root) => root.directory === directory) ?? null
	}));
}
function changedFiles$1({ before, after }) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before?.files ?? {}), ...Object.keys(after?.files ?? {})])].filter((name) => before?.files[name] !== after?.files[name]).toSorted(byteOrder);
}
function isRequirementFile$2(name) {
	return name === "go.mod" || name === "go.work" || name.endsWith("/go.mod") || name.endsWith("/go.work");
}
function isSumFile$1(name) {
	return /(?:^|\/)go\.(?:work\.)?sum$/.test(name);
}
function wasDone(pair, file) {
	if (pair.before?.files[file] === void 0) return `${file} was added`;
	return pair.after?.files[file] === void 0 ? `${file} was removed` : `${file} was edited`;
}
/** What a person edited that changes the build list. */
function editedRequirements(pair) {
	const edited = changedFiles$1(pair).filter(isRequirementFile$2);
	return edited.length === 0 ? void 0 : edited.map((file) => wasDone(pair, file)).join(", ");
}
function describe$6({ version, replace }) {
	if (replace === void 0) return version ?? "(main module)";
	const to = replace.version === null ? replace.path : `${replace.path} ${replace.version}`;
	return `${version ?? ""} => ${to}`.trimStart();
}
function replacementOf$1({ replace }) {
	return replace === void 0 ? "" : `${replace.path} ${replace.version ?? ""}`;
}
function compareModules$1(before, after) {
	if (before === void 0) return after === void 0 ? null : {
		change: "added",
		before: null,
		after: describe$6(after)
	};
	if (after === void 0) return {
		change: "removed",
		before: describe$6(before),
		after: null
	};
	if (replacementOf$1(before) !== replacementOf$1(after)) return {
		change: "replaced",
		before: describe$6(before),
		after: describe$6(after)
	};
	if (before.version !== after.version) return {
		change: "moved",
		before: describe$6(before),
		after: describe$6(after)
	};
	for (const key of ["sum", "goModSum"]) {
		const left = before[key];
		const right = after[key];
		if (left !== void 0 && right !== void 0 && left !== right) {
			const suffix = key === "goModSum" ? " (go.mod)" : "";
			return {
				change: "sum",
				before: `${left}${suffix}`,
				after: `${right}${suffix}`
			};
		}
	}
	return null;
}
function isFromVendor$1(root) {
	return root?.modeReason.endsWith(FROM_VENDOR_LIST) === true;
}
/** Whether only what both lists can hold may be compared: modules.txt names no module of which nothing is vendored. */
function isPartial({ before, after }) {
	return isFromVendor$1(before) !== isFromVendor$1(after);
}
function diffRoot(pair) {
	const { directory: root, before, after } = pair;
	const left = new Map((before?.modules ?? []).map((module) => [module.path, module]));
	const right = new Map((after?.modules ?? []).map((module) => [module.path, module]));
	const partial = isPartial(pair);
	const edited = editedRequirements(pair);
	const drifts = [];
	for (const path of [.../* @__PURE__ */ new Set([...left.keys(), ...right.keys()])].toSorted(byteOrder)) {
		if (partial && !(left.has(path) && right.has(path))) continue;
		const found = compareModules$1(left.get(path), right.get(path));
		if (found === null) continue;
		const explained = found.change === "sum" ? void 0 : edited;
		drifts.push({
			root,
			path,
			...found,
			...explained === void 0 ? {} : { explained }
		});
	}
	return drifts;
}
/**
* What changed in the build lists, root by root, sorted by path. `moved` is another version, `replaced` another replacement,
* `sum` the same version (and replacement) with another hash. An edited go.mod or go.work explains everything but `sum`.
*/
function diffModules(before, after) {
	return pairRoots(before, after).flatMap(diffRoot);
}
function changeOf$2(before, after) {
	if (before === void 0) return "added";
	return after === void 0 ? "removed" : "edited";
}
function diffFiles(pair) {
	const { directory: root, before, after } = pair;
	const edited = editedRequirements(pair);
	const drifts = [];
	const add = (file, change, explained) => {
		drifts.push(explained === void 0 ? {
			root,
			file,
			change
		} : {
			root,
			file,
			change,
			explained
		});
	};
	for (const file of changedFiles$1(pair)) {
		const itself = isRequirementFile$2(file) || isSumFile$1(file) ? wasDone(pair, file) : void 0;
		add(file, changeOf$2(before?.files[file], after?.files[file]), edited ?? itself);
	}
	const [left, right] = [before?.vendor?.hash, after?.vendor?.hash];
	if (left !== right) add("vendor", changeOf$2(left, right), edited);
	return drifts;
}
/** Which files of each root changed: go.mod, go.sum, go.work, go.work.sum, vendor/modules.txt and, as `vendor`, the vendored files. */
function diffRootFiles(before, after) {
	return pairRoots(before, after).flatMap(diffFiles);
}

// src/modules/other-sums.ts
/**
* The lines of go.sum that name nothing of the build list, as `path version h1:…` and `path version/go.mod h1:…`, sorted, each once:
* with the sums of the modules themselves they are go.sum as a set. In a workspace give all files.
*/
function otherSums(sums, modules) {
	const named = new Set(modules.flatMap((module) => sumsOf(module)));
	const lines = sums.flatMap((sum) => sum.lines.map(({ path, version, goMod, hash }) => `${path} ${version}${goMod ? "/go.mod" : ""} ${hash}`));
	return [...new Set(lines)].filter((line) => !named.has(line)).toSorted(byteOrder);
}
/** The lines of go.sum that a module of the build list stands for; the replacement's when it is replaced. */
function sumsOf({ path, version, replace, sum, goModSum }) {
	const built = replace ?? {
		path,
		version
	};
	if (built.version === null) return [];
	return [...sum === void 0 ? [] : [`${built.path} ${built.version} ${sum}`], ...goModSum === void 0 ? [] : [`${built.path} ${built.version}/go.mod ${goModSum}`]];
}

// src/modules/missing-sums.ts
/**
* Compares the build list with go.sum, outside of workspaces (inside go does without lines it lacks, and writes go.work.sum).
* `required` are the paths that go.mod names: go reads the go.mod file of each, so its line must be there. Before `go 1.17`
* (`unpruned`) it reads those of the whole graph. A zip line is needed only for a module that provides a package.
*/
function findSumGaps(modules, sums, required, unpruned) {
	const missing = [];
	const suspects = [];
	for (const module of modules) {
		const built = module.main ? null : builtVersion$1(module);
		if (built === null) continue;
		const goMod = sumKey(built.path, built.version, true);
		const saysSo = module.error?.includes("missing go.sum entry") === true;
		if (!sums.has(goMod) && (saysSo || unpruned || required.has(module.path))) missing.push(goMod);
		if (!sums.has(sumKey(built.path, built.version, false))) suspects.push(module);
	}
	return {
		missing: missing.toSorted(byteOrder),
		suspects
	};
}
/** `missing go.sum entry for module providing package PATH`, and `… providing package PATH (imported by …); to add:` */
const MISSING = /missing go\.sum entry for module providing package (?<package>[^\s;]+)/;
/** The zip lines among the suspects that `go list -e -deps` asks for, by what it says of each package. */
function confirmSuspects(suspects, packageErrors) {
	const confirmed = /* @__PURE__ */ new Set();
	const paths = new Map(suspects.map((module) => [module.path, module]));
	for (const error of packageErrors) {
		let path = MISSING.exec(error)?.groups?.["package"];
		while (path !== void 0 && !paths.has(path)) path = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : void 0;
		const module = path === void 0 ? void 0 : paths.get(path);
		const built = module === void 0 ? null : builtVersion$1(module);
		if (built !== null) confirmed.add(sumKey(built.path, built.version, false));
	}
	return [...confirmed].toSorted(byteOrder);
}

// src/modules/versions.ts
/** `v1`, `v1.2` and `v1.2.3` are valid; pre-release and build only after three numbers; no leading zeros. */
const VERSION$2 = /^v(?<major>0|[1-9]\d*)(?:\.(?<minor>0|[1-9]\d*)(?:\.(?<patch>0|[1-9]\d*)(?<prerelease>-[0-9A-Za-z.-]+)?(?:\+(?<build>[0-9A-Za-z.-]+))?)?)?$/;
function parse$2(version) {
	const groups = VERSION$2.exec(version)?.groups;
	if (groups === void 0) return null;
	const { major = "0", minor = "0", patch = "0", prerelease = "", build } = groups;
	if (build?.split(".").includes("") === true) return null;
	if (prerelease !== "" && prerelease.slice(1).split(".").some((word) => word === "" || /^0\d+$/.test(word))) return null;
	return {
		major,
		minor,
		patch,
		prerelease
	};
}
function sign(before) {
	return before ? -1 : 1;
}
/** Numbers as text: the longer one is greater, so that none is too large. */
function compareNumbers(a, b) {
	if (a === b) return 0;
	return a.length === b.length ? sign(a < b) : sign(a.length < b.length);
}
const NUMERIC = /^\d+$/;
function compareIdentifiers(a, b) {
	const aNumeric = NUMERIC.test(a);
	if (aNumeric !== NUMERIC.test(b)) return sign(aNumeric);
	if (aNumeric) return compareNumbers(a, b);
	return a === b ? 0 : sign(a < b);
}
/** Semantic Versioning 2.0.0, section 11. */
function comparePrereleases(a, b) {
	if (a === b) return 0;
	if (a === "" || b === "") return sign(b === "");
	const left = a.slice(1).split(".");
	const right = b.slice(1).split(".");
	for (const [index, word] of left.entries()) {
		const other = right[index];
		if (other === void 0) return 1;
		const order = compareIdentifiers(word, other);
		if (order !== 0) return order;
	}
	return sign(left.length < right.length);
}
/**
* -1, 0 or 1: the order of module versions, pseudo-versions and `+incompatible` among them.
* A port of golang.org/x/mod/semver.Compare: what is no version is less than every version, and equal to what is none either.
*/
function compareVersions$1(a, b) {
	const left = parse$2(a);
	const right = parse$2(b);
	if (left === null || right === null) return left === right ? 0 : sign(left === null);
	return compareNumbers(left.major, right.major) || compareNumbers(left.minor, right.minor) || compareNumbers(left.patch, right.patch) || comparePrereleases(left.prerelease, right.prerelease);
}

// src/modules/mode.ts
const ORIGINS$1 = {
	process: "process environment",
	goenv: "go env file",
	goroot: "go.env of GOROOT",
	default: "default",
	derived: "derived"
};
/** GOFLAGS as go splits it: at white space, a field that begins with a quote ends at the next one. */
function splitFlags(goflags) {
	return [...goflags.matchAll(/'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<bare>\S+)/g)].map(({ groups }) => groups?.["single"] ?? groups?.["double"] ?? groups?.["bare"] ?? "");
}
/** The value of one flag in GOFLAGS; the last one counts; `null` when it is not there. */
function findGoFlag(goflags, name) {
	let value = null;
	for (const flag of splitFlags(goflags)) {
		const match = /^--?(?<name>[^=]+)(?:=(?<value>.*))?$/s.exec(flag)?.groups;
		if (match?.["name"] === name) value = match["value"] ?? "";
	}
	return value;
}
/** Whether a `go` line (or GOVERSION) is at least some release: only numbers count here. */
function isAtLeast(goLine, release) {
	const numbers = /^(?:go)?(?<numbers>\d+(?:\.\d+){0,2})/.exec(goLine)?.groups?.["numbers"];
	return numbers !== void 0 && compareVersions$1(`v${numbers}`, `v${release}`) >= 0;
}
/**
* Module, vendor, workspace or GOPATH mode: the rules of cmd/go (modload.Init and setDefaultBuildMod, Go 1.21 to 1.26) as one answer.
* A flag go refuses (`-mod=mod` in a workspace) does not change the answer: the go command reports it itself.
*/
function decideMode(facts) {
	const { go111module, goWork, hasGoMod } = facts;
	const inWorkspace = goWork !== "" && goWork !== "off";
	const origin = ORIGINS$1[facts.go111moduleOrigin];
	if (go111module === "off") return {
		mode: "gopath",
		reason: `GO111MODULE=off (${origin})`
	};
	if (go111module === "auto" && !inWorkspace && !hasGoMod) return {
		mode: "gopath",
		reason: `GO111MODULE=auto (${origin}) and there is no go.mod`
	};
	const plain = inWorkspace ? "workspace" : "module";
	const vendored = inWorkspace ? "workspace-vendor" : "vendor";
	const file = inWorkspace ? "go.work" : "go.mod";
	const goLine = inWorkspace ? facts.goWorkGoLine : facts.goModGoLine;
	const flag = findGoFlag(facts.goflags, "mod");
	if (flag !== null && flag !== "") {
		const reason = `-mod=${flag} in GOFLAGS (${ORIGINS$1[facts.goflagsOrigin]})`;
		if (flag === "vendor") return {
			mode: vendored,
			reason: facts.vendor === null ? `${reason}, but there is no vendor/` : reason
		};
		if (flag === "mod" && inWorkspace) return {
			mode: plain,
			reason: `${reason}, which go refuses in a workspace`
		};
		return {
			mode: plain,
			reason: facts.vendor === null ? reason : `${reason}: vendor/ is not used`
		};
	}
	const here = inWorkspace ? "go.work is in effect" : "go.mod without vendor/";
	if (facts.vendor === null) return {
		mode: plain,
		reason: here
	};
	if (inWorkspace && !isAtLeast(facts.goVersion, "1.22")) return {
		mode: plain,
		reason: `vendor/ is there, but ${facts.goVersion} has no vendored workspaces`
	};
	if (goLine === null) return {
		mode: plain,
		reason: `vendor/ is there, but ${file} has no go line: it is not used`
	};
	if (!isAtLeast(goLine, "1.14")) return {
		mode: plain,
		reason: `vendor/ is there, but ${file} says go ${goLine}: used from go 1.14 on`
	};
	if (facts.vendor.workspace !== inWorkspace) return {
		mode: plain,
		reason: `vendor/ is there, but was made ${facts.vendor.workspace ? "by go work vendor" : "by go mod vendor"}: it is not used ${inWorkspace ? "in" : "outside"} a workspace`
	};
	return {
		mode: vendored,
		reason: `vendor/ is there and ${file} says go ${goLine}`
	};
}

// src/modules/positions.ts
/** Splits a line as golang.org/x/mod/modfile does: words, "quoted" or `raw` strings, `//` begins a comment. */
function words$1(line) {
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
		const [first, ...rest] = words$1(raw);
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

// src/modules/tidy-diff.ts
/** Lines that are kept of one answer: a go.sum that is further off needs no list. */
const MAX_LINES$5 = 500;
/** A line of go.sum, taken out or put in. */
const CHANGED$1 = /^(?<sign>[-+])(?<line>\S+ v\S+ h1:\S+)$/;
/**
* What `go mod tidy -diff` would change in go.sum: `-path version h1:…` for a line that it takes out, `+…` for one that it puts in,
* sorted by that line, at most 500. A line that only moves is none; what it says of go.mod is left out.
*/
function parseTidyDiff(diff) {
	const signs = /* @__PURE__ */ new Map();
	let isSum = false;
	for (const text of diff.split("\n")) {
		if (text.startsWith("diff ")) isSum = text.endsWith(".sum");
		const { sign = "", line = "" } = (isSum ? CHANGED$1.exec(text)?.groups : void 0) ?? {};
		if (sign !== "") signs.set(line, (signs.get(line) ?? /* @__PURE__ */ new Set()).add(sign));
	}
	return [...signs].filter(([, of]) => of.size === 1).toSorted(([a], [b]) => byteOrder(a, b)).slice(0, MAX_LINES$5).map(([line, of]) => `${[...of].join("")}${line}`);
}

// src/modules/vendor-list.ts
/** golang.org/x/mod/semver, IsValid: what is no version is equal to the empty text. */
function isVersion(word) {
	return word !== void 0 && compareVersions$1(word, "") > 0;
}
/** What stands behind `=>`: a module with its version, or a directory, which may hold spaces. */
function parseReplacement(words) {
	const last = words.at(-1);
	return words.length > 1 && isVersion(last) ? {
		path: words.slice(0, -1).join(" "),
		version: last
	} : {
		path: words.join(" "),
		version: null
	};
}
/** The module of a `# …` line; `null` when it names none that go understands. */
function parseHeading(words, line) {
	const [path, second, third] = words;
	const version = isVersion(second) ? second : null;
	if (path === void 0 || version === null && second !== "=>") return null;
	const draft = {
		path,
		version,
		explicit: false,
		goVersion: null,
		packages: [],
		line
	};
	const right = version === null ? words.slice(2) : third === "=>" ? words.slice(3) : [];
	if (right.length > 0) draft.replace = parseReplacement(right);
	return draft;
}
function readMarkers(draft, entries) {
	for (const entry of entries) {
		if (entry === "explicit") draft.explicit = true;
		if (entry.startsWith("go ")) draft.goVersion = entry.slice(3).trim();
	}
}
function markers(line) {
	return line.slice(3).split(";").map((entry) => entry.trim());
}
/**
* Reads vendor/modules.txt as go does (cmd/go/internal/modload, readVendorList and modulesTextIsForWorkspace). Lines that go does not
* understand are skipped, as go skips them, and numbered in `unread`. A module named twice is one, with what both say.
*/
function parseModulesTxt(text) {
	const modules = /* @__PURE__ */ new Map();
	const unread = [];
	let workspace = false;
	let current = null;
	for (const [index, raw] of text.split("\n").entries()) {
		const number = index + 1;
		const words = fieldsOf(raw);
		if (words.length === 0) continue;
		if (raw.startsWith("# ")) {
			const heading = parseHeading(words.slice(1), number);
			if (heading === null && words.length > 2) current = null;
			if (heading === null) unread.push(number);
			else {
				const key = `${heading.path} ${heading.version ?? ""}`;
				current = modules.get(key) ?? heading;
				if (heading.replace !== void 0) current.replace = heading.replace;
				modules.set(key, current);
			}
		} else if (raw.startsWith("## ")) {
			const isFirst = number === 1 && markers(raw).includes("workspace");
			if (isFirst) workspace = true;
			if (current !== null) readMarkers(current, markers(raw));
			else if (!isFirst) unread.push(number);
		} else if (current !== null && words.length === 1) current.packages.push(words[0] ?? "");
		else unread.push(number);
	}
	return {
		workspace,
		modules: [...modules.values()],
		unread
	};
}

// src/modules/vendor-list-diff.ts
/** Names of packages shown of a difference. */
const SHOWN$11 = 5;
/** A module that is built, by its path; a replacement that is listed only because go.mod names it, by what it replaces. */
function keyOf$5({ path, version, explicit, packages }) {
	return explicit || packages.length > 0 ? path : `${path} ${version ?? ""} =>`;
}
function describe$5({ path, version }) {
	return version === null ? path : `${path}@${version}`;
}
function some(names) {
	return names.length > SHOWN$11 ? `${names.slice(0, SHOWN$11).join(", ")} and ${String(names.length - SHOWN$11)} more` : names.join(", ");
}
/** What of `names` is not in `others`. */
function without(names, others) {
	const known = new Set(others);
	return names.filter((name) => !known.has(name));
}
function diffModule(expected, found, comparesGo) {
	return [
		[
			"version",
			expected.version ?? "",
			found.version ?? ""
		],
		[
			"replacement",
			expected.replace === void 0 ? "" : describe$5(expected.replace),
			found.replace === void 0 ? "" : describe$5(found.replace)
		],
		[
			"explicit",
			expected.explicit ? "explicit" : "",
			found.explicit ? "explicit" : ""
		],
		[
			"packages",
			some(without(expected.packages, found.packages)),
			some(without(found.packages, expected.packages))
		],
		...comparesGo ? [[
			"go-version",
			expected.goVersion ?? "",
			found.goVersion ?? ""
		]] : []
	].filter(([, before, after]) => before !== after).map(([change, before, after]) => ({
		path: expected.path,
		change,
		expected: before,
		found: after,
		line: found.line,
		required: expected.explicit || found.explicit
	}));
}
function hasGoVersions({ modules }) {
	return modules.some(({ goVersion }) => goVersion !== null);
}
/** Compares what vendor/modules.txt says with what `go mod vendor` writes. `packages`: those that are missing, those too many. */
function diffVendorLists(expected, found) {
	const otherRelease = hasGoVersions(expected) !== hasGoVersions(found);
	const left = new Map(expected.modules.map((module) => [keyOf$5(module), module]));
	const right = new Map(found.modules.map((module) => [keyOf$5(module), module]));
	const changes = [];
	for (const [key, module] of left) {
		const other = right.get(key);
		const { path, explicit: required } = module;
		if (other === void 0) changes.push({
			path,
			change: "removed",
			expected: describe$5(module),
			found: "",
			line: null,
			required
		});
		else changes.push(...diffModule(module, other, !otherRelease));
	}
	for (const [key, module] of right) {
		const { path, line, explicit: required } = module;
		if (!left.has(key)) changes.push({
			path,
			change: "added",
			expected: "",
			found: describe$5(module),
			line,
			required
		});
	}
	const replaced = new Set(changes.filter(({ change }) => change === "replacement").map(({ path }) => path));
	return {
		changes: changes.filter(({ path, change, required }) => required || change === "replacement" || !replaced.has(path)).toSorted((a, b) => byteOrder(a.path, b.path)),
		otherRelease
	};
}

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

// src/go/env.ts
/** Far more than any environment; a value may hold a long list of flags. */
const MAX_OUTPUT$2 = 16777216;
const MAX_FILE$1 = 1048576;
function unreadable$2(why, cause) {
	return new ParityError("go-unreadable", `what go env -json printed cannot be read: ${why}`, "run go env -json in that directory", { cause });
}
function parseValues({ stdout }) {
	if (stdout.truncated) throw unreadable$2(`it has ${String(stdout.bytes)} bytes`);
	let parsed;
	try {
		parsed = JSON.parse(stdout.text);
	} catch (error) {
		throw unreadable$2("it is no JSON", error);
	}
	if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw unreadable$2("it is no JSON object");
	return Object.fromEntries(Object.entries(parsed).map(([key, value]) => {
		if (typeof value !== "string") throw unreadable$2(`${JSON.stringify(key.slice(0, 80))} is no text`);
		return [key, value];
	}));
}
/**
* Runs `go env -json`; `env` is set on top of the go command's environment.
* A go command that fails (no such toolchain, a malformed go.work) is an answer; throws `go-unreadable` when it succeeds and prints something else.
*/
async function readGoEnv(go, env = {}) {
	const result = await go.run(["env", "-json"], {
		env,
		maxOutputBytes: MAX_OUTPUT$2
	});
	if (result.ending !== "exited" || result.exitCode !== 0) return {
		ok: false,
		result
	};
	return {
		ok: true,
		values: parseValues(result)
	};
}
/** As go: a file that is not there, or cannot be read, sets nothing. */
async function readText$3(host, path) {
	try {
		const bytes = await host.files.read(path, MAX_FILE$1);
		return bytes === null ? null : new TextDecoder().decode(bytes);
	} catch {
		return null;
	}
}
/** The two files that set go env keys: the one that GOENV names, and `$GOROOT/go.env`; at most 1 MiB each. */
async function readEnvFiles(host, values) {
	const goenv = values["GOENV"] ?? "";
	const goroot = values["GOROOT"] ?? "";
	const [user, shipped] = await Promise.all([goenv === "" || goenv === "off" ? null : readText$3(host, goenv), goroot === "" ? null : readText$3(host, join(goroot, "go.env"))]);
	return {
		goenv: user,
		goroot: shipped
	};
}

// src/targets/target.ts
/** The canonical name, `linux/arm/7+cgo`: the variant only when it was asked for, the cgo suffix always. */
function formatTarget(target) {
	const variant = target.variant === null ? "" : `/${target.variant}`;
	return `${target.goos}/${target.goarch}${variant}${target.cgo ? "+cgo" : "-cgo"}`;
}
/** The variables that every command for this target gets, so that nothing is left to a shell file or a default. */
function targetEnvironment(target) {
	return {
		GOOS: target.goos,
		GOARCH: target.goarch,
		CGO_ENABLED: target.cgo ? "1" : "0",
		...target.variantKey === null || target.variantInEffect === null ? {} : { [target.variantKey]: target.variantInEffect }
	};
}

// src/targets/suggest.ts
var import_fastest_levenshtein = require_fastest_levenshtein();
/** What other tools call Go's operating systems and processors. */
const ALIASES = /* @__PURE__ */ new Map([
	["x86_64", "amd64"],
	["x8664", "amd64"],
	["x64", "amd64"],
	["aarch64", "arm64"],
	["armv8", "arm64"],
	["armv5", "arm/5"],
	["armv6", "arm/6"],
	["armv6l", "arm/6"],
	["armv7", "arm/7"],
	["armv7l", "arm/7"],
	["armhf", "arm/7"],
	["i386", "386"],
	["i486", "386"],
	["i586", "386"],
	["i686", "386"],
	["x86", "386"],
	["ia32", "386"],
	["powerpc64le", "ppc64le"],
	["ppc64el", "ppc64le"],
	["mipsel", "mipsle"],
	["mips64el", "mips64le"],
	["loongarch64", "loong64"],
	["wasm32", "wasm"],
	["macos", "darwin"],
	["macosx", "darwin"],
	["osx", "darwin"],
	["mac", "darwin"],
	["win", "windows"],
	["win32", "windows"],
	["win64", "windows"],
	["wasi", "wasip1"]
]);
/** Longer texts are no misspelt target, and distance costs the product of the lengths. */
const MAX_LENGTH = 64;
const MAX_SUGGESTIONS = 3;
/** A target as it is shown in messages: quoted, controls escaped, not longer than a line. */
function quoteTarget(text) {
	const short = text.length > 80 ? `${text.slice(0, 80)}…` : text;
	return JSON.stringify(short).replaceAll(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, (hidden) => `\\u${hidden.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Go's name for each part, whatever stands between the parts. */
function goWords(text) {
	return text.toLowerCase().replaceAll(/x86[_-]64/g, "x8664").split(/[^a-z0-9.]+/).filter((part) => part !== "" && part !== "cgo").flatMap((part) => (ALIASES.get(part) ?? part).split("/"));
}
/** First class ports first, otherwise the order of `go tool dist list`. */
function byImportance(dist) {
	return [...dist.filter((row) => row.firstClass), ...dist.filter((row) => !row.firstClass)];
}
/** The real targets nearest to what was written, best first, at most three; never empty when `dist` is not. */
function nearestTargets(text, dist) {
	const [first = "", second = "", ...more] = goWords(text.slice(0, MAX_LENGTH));
	const rows = byImportance(dist);
	for (const [goos, goarch] of [[first, second], [second, first]]) {
		const row = rows.find((candidate) => candidate.goos === goos && candidate.goarch === goarch);
		const variant = goarch === "arm" && /^[567]$/.test(more[0] ?? "") ? `/${more[0] ?? ""}` : "";
		if (row !== void 0) return [`${row.goos}/${row.goarch}${variant}`];
	}
	if (second === "") {
		const halves = rows.filter((row) => row.goos === first || row.goarch === first);
		if (halves.length > 0) return halves.slice(0, MAX_SUGGESTIONS).map((row) => `${row.goos}/${row.goarch}`);
	}
	const asked = [first, second].join("/");
	return rows.map((row, index) => ({
		name: `${row.goos}/${row.goarch}`,
		index,
		far: (0, import_fastest_levenshtein.distance)(asked, `${row.goos}/${row.goarch}`)
	})).toSorted((a, b) => a.far - b.far || a.index - b.index).filter((row, _, [best]) => row.far <= (best?.far ?? 0) + 1).slice(0, MAX_SUGGESTIONS).map((row) => row.name);
}

// src/targets/variants.ts
/** Numbered values `prefix0 … prefixN`, all of one Go version. */
function numbered(prefix, first, last, since) {
	const values = {};
	for (let number = first; number <= last; number++) values[`${prefix}${String(number)}`] = since;
	return values;
}
const MIPS_FLOAT = {
	hardfloat: 10,
	softfloat: 10
};
const FLOAT_64 = {
	hardfloat: 11,
	softfloat: 11
};
const NONE = {};
/**
* Allowed values as in GOROOT/src/internal/buildcfg/cfg.go of go1.26. Go versions are those of the release notes.
* Ourselves, because the go command from 1.24 on takes any value without a word and builds for the default.
*/
const MIPS = {
	key: "GOMIPS",
	bases: MIPS_FLOAT,
	features: NONE,
	allowed: "hardfloat or softfloat"
};
const MIPS64 = {
	key: "GOMIPS64",
	bases: FLOAT_64,
	features: NONE,
	allowed: "hardfloat or softfloat"
};
const PPC64 = {
	key: "GOPPC64",
	bases: {
		power8: 12,
		power9: 12,
		power10: 20
	},
	features: NONE,
	allowed: "power8, power9 or power10"
};
const RULES = /* @__PURE__ */ new Map([
	["386", {
		key: "GO386",
		bases: {
			sse2: 0,
			softfloat: 16
		},
		features: NONE,
		allowed: "sse2 or softfloat"
	}],
	["amd64", {
		key: "GOAMD64",
		bases: numbered("v", 1, 4, 18),
		features: NONE,
		allowed: "v1, v2, v3 or v4"
	}],
	["arm", {
		key: "GOARM",
		bases: numbered("", 5, 7, 0),
		features: {
			softfloat: 22,
			hardfloat: 22
		},
		exclusive: true,
		allowed: "5, 6 or 7, each with ,softfloat or ,hardfloat behind it if wanted"
	}],
	["arm64", {
		key: "GOARM64",
		bases: {
			...numbered("v8.", 0, 9, 23),
			...numbered("v9.", 0, 5, 23)
		},
		features: {
			lse: 23,
			crypto: 23
		},
		allowed: "v8.0 to v8.9 or v9.0 to v9.5, with ,lse and ,crypto behind it if wanted"
	}],
	["mips", MIPS],
	["mipsle", MIPS],
	["mips64", MIPS64],
	["mips64le", MIPS64],
	["ppc64", PPC64],
	["ppc64le", PPC64],
	["riscv64", {
		key: "GORISCV64",
		bases: {
			rva20u64: 23,
			rva22u64: 23,
			rva23u64: 25
		},
		features: NONE,
		allowed: "rva20u64, rva22u64 or rva23u64"
	}],
	["wasm", {
		key: "GOWASM",
		bases: NONE,
		features: {
			satconv: 13,
			signext: 13
		},
		bare: true,
		allowed: "satconv, signext or both with a comma between"
	}]
]);
/** Words that continue the item before them in a comma-separated list: `linux/arm/7,softfloat`. */
const FEATURE_WORDS = new Set([...RULES.values()].flatMap((rule) => Object.keys(rule.features)));
/** The go env key that chooses the variant of a GOARCH, or `null` where there is none (`s390x`, `loong64`). */
function variantKeyOf(goarch) {
	return RULES.get(goarch)?.key ?? null;
}
/** A value that every Go takes for this GOARCH's variant key; `null` where there is no key. */
function plainVariantOf(goarch) {
	const rule = RULES.get(goarch);
	if (rule === void 0) return null;
	return Object.keys(rule.bases)[0] ?? "";
}
/** Reads a variant of a GOARCH. Features are put in one order and said once. Empty is no variant. */
function checkVariant(goarch, text) {
	const rule = RULES.get(goarch);
	if (rule === void 0) return {
		ok: false,
		problem: `GOARCH ${goarch} has no variants`,
		allowed: null
	};
	const wrong = (problem) => ({
		ok: false,
		problem,
		allowed: rule.allowed
	});
	const parts = text.split(",");
	const used = /* @__PURE__ */ new Set();
	let since = 0;
	let base = null;
	for (const [index, part] of parts.entries()) {
		const baseSince = index === 0 && rule.bare !== true && Object.hasOwn(rule.bases, part) ? rule.bases[part] : void 0;
		const featureSince = (index > 0 || rule.bare === true) && Object.hasOwn(rule.features, part) ? rule.features[part] : void 0;
		const known = baseSince ?? featureSince;
		if (known === void 0) return wrong(`${JSON.stringify(text.slice(0, 60))} is no ${rule.key}`);
		if (baseSince === void 0) used.add(part);
		else base = part;
		since = Math.max(since, known);
	}
	if (rule.exclusive === true && used.size > 1) return wrong(`${JSON.stringify(text.slice(0, 60))} contradicts itself`);
	const features = Object.keys(rule.features).filter((feature) => used.has(feature));
	return {
		ok: true,
		variant: [...base === null ? [] : [base], ...features].join(","),
		sinceMinor: since
	};
}

// src/targets/parse.ts
/** Far beyond every real list; a limit, because the text may come from a pull request. */
const MAX_TARGETS$1 = 1e3;
const GRAMMAR = "a target is written goos/goarch[/variant][+cgo|-cgo], or default, or host; patterns such as linux/* and */arm64 work too";
function invalid(message, hint = GRAMMAR) {
	return new ParityError("target-invalid", message, hint);
}
/** Takes `+cgo` and `-cgo` off the end. */
function splitSuffix(text) {
	const suffix = text.slice(-4);
	if (suffix === "+cgo" || suffix === "-cgo") {
		const rest = text.slice(0, -4);
		if (rest.endsWith("+cgo") || rest.endsWith("-cgo")) throw invalid(`target ${quoteTarget(text)} has two cgo suffixes`, "write one of +cgo and -cgo");
		return {
			rest,
			cgo: suffix === "+cgo"
		};
	}
	const plus = text.indexOf("+");
	if (plus >= 0) throw invalid(`target ${quoteTarget(text)} ends in ${quoteTarget(text.slice(plus))}, which is no suffix`, "the suffixes are +cgo and -cgo, and they stand at the end");
	return {
		rest: text,
		cgo: null
	};
}
/**
* Reads one target. Only its form is checked here: whether go can build it, `expandTargets` says.
* Throws `target-invalid`.
*/
function parseTarget(text) {
	const trimmed = text.trim();
	const { rest, cgo } = splitSuffix(trimmed);
	if (rest === "default" || rest === "host") return {
		text: trimmed,
		platform: rest,
		variant: null,
		cgo
	};
	const [goos = "", goarch = "", variant, ...more] = rest.split("/");
	if (more.length > 0) throw invalid(`target ${quoteTarget(trimmed)} has too many parts`);
	if (variant === "") throw invalid(`target ${quoteTarget(trimmed)} ends in a slash`, "write the variant behind it, or leave the slash out");
	if (variant !== void 0 && goarch.includes("*")) throw invalid(`target ${quoteTarget(trimmed)} gives a variant to a pattern of architectures`, "a variant belongs to one architecture: */arm64/v8.1 works");
	return {
		text: trimmed,
		platform: {
			goos,
			goarch
		},
		variant: variant ?? null,
		cgo
	};
}
/** Puts `linux/arm/7,softfloat` together again: such a word belongs to the item before it. */
function joinFeatures(items) {
	const joined = [];
	for (const item of items) {
		const word = item.replace(/[+-]cgo$/, "");
		if (!FEATURE_WORDS.has(word)) {
			joined.push(item);
			continue;
		}
		const before = joined.pop();
		if (before?.includes("/") !== true) throw invalid(`${quoteTarget(word)} stands alone in the list of targets`, `it is part of a variant and belongs behind one: linux/arm/7,softfloat`);
		if (/[+-]cgo$/.test(before)) throw invalid(`${quoteTarget(word)} stands behind the cgo suffix of ${quoteTarget(before)}`, `write ${before.slice(0, -4)},${word}${before.slice(-4)}`);
		joined.push(`${before},${item}`);
	}
	return joined;
}
/**
* Reads targets: a comma-separated list (line ends separate too), or several of them.
* Empty lines and empty strings are nothing; an empty item between commas is an error.
* Throws `target-invalid`, which quotes the item and says what to write instead.
*/
function parseTargets(text) {
	const lines = (typeof text === "string" ? [text] : text).flatMap((part) => part.split(/[\r\n]+/)).map((line) => line.trim()).filter((line) => line !== "");
	const items = lines.flatMap((line, index) => {
		return (index < lines.length - 1 && line.endsWith(",") ? line.slice(0, -1) : line).split(",").map((item) => item.trim());
	});
	if (items.length > MAX_TARGETS$1) throw invalid(`the list of targets has ${String(items.length)} items; ${String(MAX_TARGETS$1)} are allowed`, "use patterns: linux/*");
	if (items.includes("")) throw invalid("the list of targets has an empty item", "take out the comma that is too many");
	return joinFeatures(items).map((item) => parseTarget(item));
}

// src/targets/expand.ts
/** Matches `*` as any text; linear for the one or two stars that names of this length can use. */
function matches(pattern, name) {
	const [head = "", ...rest] = pattern.split("*");
	const tail = rest.pop();
	if (tail === void 0) return pattern === name;
	if (!name.startsWith(head) || name.length < head.length + tail.length || !name.endsWith(tail)) return false;
	let from = head.length;
	for (const part of rest) {
		const at = name.indexOf(part, from);
		if (at < 0) return false;
		from = at + part.length;
	}
	return from <= name.length - tail.length;
}
function didYouMean(names) {
	return `did you mean ${names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names.at(-1) ?? ""}`}? go tool dist list prints all of them`;
}
function unknown(request, dist) {
	const shown = quoteTarget(request.text);
	if (request.platform === "default" || request.platform === "host") return new ParityError("target-invalid", `target ${shown} stands for a GOOS and GOARCH that this go cannot build`, "look at: go env GOOS GOARCH GOHOSTOS GOHOSTARCH");
	const { goos, goarch } = request.platform;
	if (goos.includes("*") || goarch.includes("*")) return new ParityError("target-invalid", `target pattern ${shown} matches nothing that this go can build`, "go tool dist list prints all targets");
	const nearest = nearestTargets(goarch === "" ? goos : `${goos}/${goarch}`, dist);
	if (goos === "js" || goarch === "js") return new ParityError("target-invalid", `unknown target ${shown}`, didYouMean(["js/wasm"]));
	return new ParityError("target-invalid", `unknown target ${shown}`, didYouMean(nearest));
}
/** What docker and others write for a variant, in Go's spelling. */
function variantHint(goarch, variant, allowed) {
	if (goarch === "arm" && /^v[567]$/.test(variant)) return `write ${variant.slice(1)}, without the v: it may be ${allowed ?? ""}`;
	if (goarch === "arm64" && /^v[89]$/.test(variant)) return `write ${variant}.0: it may be ${allowed ?? ""}`;
	if (goarch === "amd64" && /^[1-4]$/.test(variant)) return `write v${variant}: it may be ${allowed ?? ""}`;
	return allowed === null ? "leave the variant out" : `it may be ${allowed}`;
}
/** The canonical variant. Throws `target-invalid`. */
function readVariant(request, goarch, goVersion) {
	if (request.variant === null) return null;
	const check = checkVariant(goarch, request.variant);
	const shown = quoteTarget(request.text);
	if (!check.ok) throw new ParityError("target-invalid", `target ${shown}: ${check.problem}`, variantHint(goarch, request.variant, check.allowed));
	if (Number(/^go1\.(\d{1,4})(?:\D|$)/.exec(goVersion ?? "")?.[1] ?? NaN) < check.sinceMinor) throw new ParityError("target-invalid", `target ${shown}: ${String(variantKeyOf(goarch))}=${check.variant} is known from go1.${String(check.sinceMinor)} on, and this is ${goVersion ?? ""}, which would ignore it`, "use a newer Go, or leave the variant out");
	return check.variant;
}
function select(request, facts) {
	const platform = request.platform === "default" ? facts.defaultTarget : request.platform === "host" ? facts.host : request.platform;
	const isPattern = typeof request.platform !== "string" && (platform.goos.includes("*") || platform.goarch.includes("*"));
	const found = facts.dist.filter((row) => isPattern ? matches(platform.goos, row.goos) && matches(platform.goarch, row.goarch) : row.goos === platform.goos && row.goarch === platform.goarch);
	if (found.length === 0) throw unknown(request, facts.dist);
	if (request.cgo !== true) return found;
	const able = found.filter((row) => row.cgoSupported);
	const first = found[0];
	if (able.length === 0 && first !== void 0) throw new ParityError("target-invalid", `target ${quoteTarget(request.text)} asks for cgo, and go has no cgo for ${isPattern ? "any of these" : `${first.goos}/${first.goarch}`}`, `write ${request.text.slice(0, -4)}-cgo`);
	return able;
}
/**
* Holds targets against what this go can build and puts words and patterns into real ones.
* Nothing asked for is `default`. Order is kept (that of `go tool dist list` within a pattern), the same is taken once.
* Throws `target-invalid`, which names the nearest real targets.
*/
function expandTargets(requests, facts) {
	const asked = requests.length === 0 ? [{
		text: "default",
		platform: "default",
		variant: null,
		cgo: null
	}] : requests;
	const wanted = /* @__PURE__ */ new Map();
	for (const request of asked) for (const row of select(request, facts)) {
		const { goos, goarch, cgoSupported } = row;
		const variant = readVariant(request, goarch, facts.goVersion);
		const key = [
			goos,
			goarch,
			variant ?? "",
			request.cgo ?? ""
		].join("/");
		if (!wanted.has(key)) wanted.set(key, {
			goos,
			goarch,
			variant,
			variantKey: variantKeyOf(goarch),
			cgo: request.cgo,
			cgoSupported
		});
	}
	return [...wanted.values()];
}

// src/targets/cgo.ts
function reason$1(wanted, facts) {
	if (wanted.cgo !== null) return "asked";
	if (facts.cgoOrigin !== "default" && facts.cgoOrigin !== "derived") return "environment";
	if (!(wanted.goos === facts.host.goos && wanted.goarch === facts.host.goarch)) return facts.cgoEnabled ? "environment" : "cross";
	return facts.cgoEnabled || !wanted.cgoSupported ? "native" : "no-compiler";
}
/** The environment's variant when go knows it; any other is a finding of its own, and go's own business. */
function knownVariant(goarch, value) {
	return value !== null && value !== "" && checkVariant(goarch, value).ok ? value : null;
}
/** Decides whether cgo is on for a target, and why: what was asked for, else what go would choose there. */
function decideCgo(wanted, facts) {
	return {
		goos: wanted.goos,
		goarch: wanted.goarch,
		variant: wanted.variant,
		variantKey: wanted.variantKey,
		variantInEffect: wanted.variant ?? knownVariant(wanted.goarch, facts.variantValue),
		cgo: wanted.cgo ?? facts.cgoEnabled,
		cgoReason: reason$1(wanted, facts)
	};
}
/** `decideCgo` for all, the same target taken once: `linux/amd64` may turn out to be `linux/amd64+cgo`. */
function decideTargets(wanted, facts) {
	const targets = /* @__PURE__ */ new Map();
	for (const [index, one] of wanted.entries()) {
		const its = facts[index];
		if (its === void 0) continue;
		const target = decideCgo(one, its);
		const name = formatTarget(target);
		if (!targets.has(name)) targets.set(name, target);
	}
	return [...targets.values()];
}
/** Why cgo is on or off, for people: `off: go turns cgo off when cross-compiling`. */
function describeCgo(target) {
	const { cgo } = target;
	return `${cgo ? "on" : "off"}: ${{
		asked: cgo ? "asked for with +cgo" : "asked for with -cgo",
		environment: `CGO_ENABLED=${cgo ? "1" : "0"} in the environment or a go env file`,
		native: cgo ? "go's default on its own platform with a C compiler" : "go has no cgo for this platform",
		cross: "go turns cgo off when cross-compiling",
		"no-compiler": "no C compiler on PATH, so go turned cgo off and drops files that need it, without a word"
	}[target.cgoReason]}`;
}

// src/targets/unsupported.ts
/**
* Variants that the environment sets and no Go knows (`GOAMD64=v9`): from 1.24 on the go command takes them
* without a word and builds for the default. `facts` in the order of `targets`. One finding a key and value.
*/
function findUnsupportedVariants(targets, facts) {
	const findings = /* @__PURE__ */ new Map();
	for (const [index, target] of targets.entries()) {
		const value = facts[index]?.variantValue ?? "";
		if (target.variantKey === null || target.variant !== null || value === "") continue;
		const check = checkVariant(target.goarch, value);
		if (check.ok) continue;
		const shown = JSON.stringify(value.slice(0, 60));
		const id = `${target.variantKey}=${value}`;
		if (findings.has(id)) continue;
		findings.set(id, {
			rule: "target/unsupported",
			severity: "error",
			state: "new",
			title: `${target.variantKey}=${shown} is no processor variant`,
			message: `The environment sets ${target.variantKey} to ${shown}, which no Go knows: ${check.allowed ?? ""} is allowed. Go 1.24 and later build for the default variant without a word, older ones refuse.`,
			subject: {
				target: formatTarget(target),
				key: target.variantKey
			},
			evidence: [`${target.variantKey}=${value.slice(0, 200)}`],
			fix: [{
				command: `unset ${target.variantKey}`,
				why: "builds for the default variant, as go does now"
			}, {
				edit: `${target.variantKey}: ${check.allowed ?? ""}`,
				why: "names a variant that exists, where the variable is set"
			}],
			source: "targets"
		});
	}
	return [...findings.values()];
}

// src/targets/build-lines.ts
/** Compilers print whole command lines; nothing of interest stands that far to the right. */
const MAX_LINE$3 = 4e3;
const COLOUR = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;
const CONTROL$1 = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;
/** Where captured output was cut: see the host's capture. */
const GAP = /^… \d+ bytes left out …$/;
/** The text inside the events of `go build -json`, which users may have in GOFLAGS. */
function withoutJson(lines) {
	let text = "";
	for (const line of lines) {
		if (!line.startsWith("{\"ImportPath\":")) {
			text += `${line}\n`;
			continue;
		}
		try {
			const event = JSON.parse(line);
			if (typeof event === "object" && event !== null && "Output" in event && typeof event.Output === "string") text += event.Output;
		} catch {}
	}
	return text;
}
/** Lines as a person would see them: without colour and control characters, cut to a bounded length; a gap in the capture is the line `left out`. */
function printedLines(output) {
	const raw = output.split(/\r\n|\n|\r/);
	return (raw.some((line) => line.startsWith("{\"ImportPath\":")) ? withoutJson(raw).split("\n") : raw).map((line) => {
		const shown = line.slice(0, MAX_LINE$3).replaceAll(COLOUR, "").replaceAll(CONTROL$1, "").trimEnd();
		return GAP.test(shown) ? "left out" : shown;
	});
}
/** Commands that `go build -x` and the linker print before they run them. */
function isEcho(line) {
	return /^(?:mkdir|cd|cat|rm|cp|mv|echo|EOF|packagefile|modinfo|WORK=|TERM=|CGO_LDFLAGS=|CC=|PWD=)(?:[ '"$/]|$|\S*\/)/.test(line) || /^(?:"[^"]+"|\S+)[\\/]\S*(?:gcc|g\+\+|clang|clang\+\+|cc|compile|asm|link|cgo|pack|buildid)(?:\.exe)?"? -/.test(line);
}
/** Lines that go with a diagnostic and say nothing on their own. */
function isSummary(line) {
	return /^(?:(?:\S+: )?too many errors$|asm: assembly of |compilation terminated\.|\d+ (?:error|warning)s?(?: and \d+ errors?)? generated\.|go: downloading |go: extracting |go: finding |go: added |go: warning: )/.test(line) || /^In file included from |^\s+from \S+:\d+[,:]|: In function |: At top level:|: Assembler messages:$|: in function `/.test(line) || /^collect2: error: ld returned |^clang: error: linker command failed|link: running .+ failed: exit status \d+$/.test(line);
}
/** Warnings and notes do not fail a build. */
function isNotice(line) {
	return /^(?:[^\s].*?)?(?:: )?(?:warning|note): /.test(line.slice(0, 500)) && !/(?:fatal )?error: /.test(line.slice(0, 500));
}
/** Generated on the way, or inside the toolchain's own working folder: gone when the build has ended. */
const GONE = /(?:^|\/)(?:go-build|go-link-)[^/]*\/|^\$WORK\/|(?:^|\/)_cgo_[^/]*$|(?:^|\/)cgo-[a-z-]+$|\.cgo[12]\.(?:c|go)$|^<[^>]*>$/;
const LOCATED = /^((?:[A-Za-z]:[\\/])?[^:\s][^:]*?)(?::(\d{1,9}))(?::(\d{1,9}))?: (.*)$/;
/** `file.go: invalid #cgo verb`: a file without a line. */
const FILE_ONLY = /^((?:[A-Za-z]:[\\/])?[^:\s]+\.(?:go|mod|sum|work)): (.*)$/;
/** `/usr/bin/ld: place: what`, `asm: place: what`. */
const TOOL_PREFIX = /^(?:\S*?\bld(?:\.\w+)?|asm|compile|cgo|vet)(?:\.exe)?: /;
function place$1(file, line, column) {
	const path = file.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
	if (GONE.test(path)) return null;
	return {
		file: path,
		...line === void 0 ? {} : { line: Number(line) },
		...column === void 0 ? {} : { column: Number(column) }
	};
}
/** Reads `file:line[:column]: message`; `null` when the line has no such form. */
function readDiagnostic(line, headed) {
	const prefix = headed ? TOOL_PREFIX.exec(line)?.[0] ?? "" : "";
	const rest = line.slice(prefix.length);
	const located = LOCATED.exec(rest);
	if (located !== null && (headed || /\.(?:go|mod|sum|work|txt|s|S|c|h)$/.test(located[1] ?? ""))) {
		const [, file = "", row, column, message = ""] = located;
		return {
			location: place$1(file, row, column),
			message: message.replace(/^(?:fatal )?error: /i, "")
		};
	}
	const only = FILE_ONLY.exec(rest);
	if (only !== null) return {
		location: place$1(only[1] ?? "", void 0, void 0),
		message: only[2] ?? ""
	};
	if (headed && (prefix !== "" || /^\S+: (?:fatal )?error: /.test(line))) return {
		location: null,
		message: line
	};
	return null;
}

// src/targets/build-output.ts
const MAX_FAILURES = 2e3;
const MAX_MESSAGE = 4e3;
/** `# import/path`, `# import/path [import/path.test]`. */
const HEADER$3 = /^# ([^\s[\]]+)(?: \[[^\s\]]+\])?$/;
/** `# [pkg-config …]` inside a block names a command; before Go 1.23 `# pkg-config --cflags -- x` did. */
const COMMAND_HEADER = /^# (?:\[.*\]|\S+ .*)$/;
/** `go build import/path:` came before such a command until Go 1.23. */
const BUILD_HEADER$1 = /^go build ([^\s:]+):$/;
const CHAIN_START = /^package ([^\s:]+)$/;
const CHAIN_LINK = /^\timports ([^\s:]+)(?: from [^\s:]+)?(?:: (.*))?$/;
const PACKAGE_ERROR = /^package ([^\s:]+): (.*)$/;
/** Packages that a message itself names as the ones that cannot be had. */
const NAMED$3 = [
	/^no required module provides package ([^\s;:]+)/,
	/^missing go\.sum entry for module providing package ([^\s;:]+)/,
	/^package ([^\s;:]+) is not in (?:std|GOROOT)/,
	/^cannot find package "([^"\s]+)"/,
	/^cannot find module providing package ([^\s;:]+)/,
	/^module \S+ provides package ([^\s;:]+) and is replaced but not required/,
	/^no matching versions for query .* package ([^\s;:]+)/,
	/^ambiguous import: found package ([^\s;:]+) in/,
	/^use of internal package ([^\s;:]+) not allowed/,
	/^use of vendored package not allowed/
];
/** `import/path: what is wrong`; a word without dot and slash is a tool (`gcc: error: …`). */
const PACKAGE_PREFIX = /^([A-Za-z0-9][^\s:"'`\\]*[./][^\s:"'`\\]*): (.*)$/;
const FOUND_PACKAGES = /^found packages .* and \S+ \(([^()\s]+)\) in (.+)$/;
function namedPackage(message) {
	for (const pattern of NAMED$3) {
		const found = pattern.exec(message)?.[1];
		if (found !== void 0) return found;
	}
	return null;
}
function isImportPath(text) {
	return !text.startsWith("/") && !/\.(?:go|c|cc|cpp|cxx|h|hh|hpp|s|S|m|mod|sum|work|exe|o|a)$/.test(text);
}
/** Reads one line of a block that is no header. */
function readLine(line, block) {
	if (!block.headed && isListed(line)) return;
	if (line.trim() === "" || isEcho(line) || isSummary(line)) return;
	if (/^\s/.test(line)) {
		if (block.last !== null && block.last.lines.length < 20) block.last.lines.push(line.trimEnd());
		return;
	}
	if (isNotice(line)) {
		block.last = null;
		return;
	}
	const push = (draft) => {
		if (block.failures.length <= MAX_FAILURES) block.failures.push(draft);
		block.last = draft;
	};
	const located = readDiagnostic(line, block.headed);
	if (located !== null) {
		push({
			package: block.package ?? namedPackage(located.message),
			location: located.location,
			lines: [located.message]
		});
		return;
	}
	if (!block.headed) {
		const named = PACKAGE_ERROR.exec(line);
		const mixed = FOUND_PACKAGES.exec(line);
		const prefixed = PACKAGE_PREFIX.exec(line);
		if (named !== null) push({
			package: named[1] ?? null,
			location: null,
			lines: [named[2] ?? ""]
		});
		else if (mixed !== null) push({
			package: null,
			location: { file: `${(mixed[2] ?? "").replaceAll("\\", "/")}/${mixed[1] ?? ""}` },
			lines: [line]
		});
		else if (prefixed !== null && isImportPath(prefixed[1] ?? "")) push({
			package: prefixed[1] ?? null,
			location: null,
			lines: [prefixed[2] ?? ""]
		});
		else if (/^(?:go|cmd\/go|pattern [^:]*): |^no required module provides package |^no Go files in |^cannot find /.test(line)) push({
			package: namedPackage(line),
			location: null,
			lines: [line]
		});
		else if (block.last !== null && block.failures.length > 0 && /^(?:SECURITY ERROR|This download |The bits may |have intercepted |For more information|usage: |Run 'go |Perhaps you )/.test(line)) block.last.lines.push(line);
		else block.others.push(line);
		return;
	}
	block.others.push(line);
}
function openBlock(name) {
	return {
		package: name,
		headed: name !== null,
		failures: [],
		others: [],
		last: null
	};
}
/** What is left of a block without a diagnostic: its text. */
function textOf$2(block) {
	return block.others.length === 0 ? [] : [{
		package: block.package,
		location: null,
		lines: block.others.slice(0, 20)
	}];
}
function finish$1(draft) {
	return {
		package: draft.package,
		location: draft.location,
		message: draft.lines.join("\n").slice(0, MAX_MESSAGE)
	};
}
/**
* Reads what a failed `go build` printed (both streams, with `-json` too) into its failures, in the order printed.
* Warnings are none. Colour, CRLF, Windows paths and bytes that were no UTF-8 are understood. Linear in the text.
*/
function parseBuildOutput(output) {
	const drafts = [];
	/** Text of the go command itself that has no known form: counts when there is nothing else (`-x` prints much of it). */
	const stray = [];
	let block = openBlock(null);
	let chain = null;
	const next = (name) => {
		if (block.failures.length > 0) drafts.push(...block.failures);
		else (block.headed ? drafts : stray).push(...textOf$2(block));
		block = openBlock(name);
	};
	for (const line of printedLines(output)) {
		if (drafts.length > MAX_FAILURES) break;
		const header = HEADER$3.exec(line)?.[1] ?? BUILD_HEADER$1.exec(line)?.[1];
		const link = CHAIN_LINK.exec(line);
		if (header !== void 0) next(header);
		else if (COMMAND_HEADER.test(line)) block.last = null;
		else if (line === "left out") next(null);
		else if (CHAIN_START.test(line)) {
			next(null);
			chain = CHAIN_START.exec(line)?.[1] ?? null;
		} else if (chain !== null && link !== null) {
			chain = link[1] ?? chain;
			if (link[2] !== void 0) {
				const draft = {
					package: chain,
					location: null,
					lines: [link[2]]
				};
				block.failures.push(draft);
				block.last = draft;
				chain = null;
			}
		} else {
			if (block.headed && isBlockEnd(line)) next(null);
			readLine(line, block);
		}
	}
	next(null);
	const unique = /* @__PURE__ */ new Map();
	for (const draft of (drafts.length > 0 ? drafts : stray).slice(0, MAX_FAILURES)) {
		const failure = finish$1(draft);
		const key = JSON.stringify([
			failure.package,
			failure.location,
			failure.message
		]);
		if (!unique.has(key)) unique.set(key, failure);
	}
	return [...unique.values()];
}
/** An import path alone, as `-v` lists them. */
function isListed(line) {
	return /^[^\s:#'"`$]+$/.test(line) && line.includes("/") && isImportPath(line);
}
/** Lines of the go command itself, which never stand inside a compiler's block. */
function isBlockEnd(line) {
	return isListed(line) || /^(?:package [^\s:]+: |go: |found packages )/.test(line);
}
/** Import paths of failures, each once, sorted by UTF-8 bytes. */
function failedPackages(failures) {
	const names = failures.flatMap((failure) => failure.package === null ? [] : [failure.package]);
	return [...new Set(names)].toSorted(byteOrder);
}

// src/environment/explain-version.ts
function fileOf({ mode, directory }) {
	const file = mode === "workspace" || mode === "workspace-vendor" ? "go.work" : "go.mod";
	return directory === "." ? file : `${directory}/${file}`;
}
/** Why another Go runs: a line that asks for one was edited. `undefined` when none was. */
function explainVersion(before, after) {
	for (const root of after.roots) {
		const old = before.roots.find(({ directory }) => directory === root.directory);
		if (old === void 0 || fileOf(old) !== fileOf(root)) continue;
		if (old.toolchainLine !== root.toolchainLine) return `the toolchain line of ${fileOf(root)} was edited`;
		if (old.goLine !== root.goLine) return `the go line of ${fileOf(root)} was edited`;
	}
}

// src/environment/go-version.ts
const INVALID = {
	major: "",
	minor: "",
	patch: "",
	kind: "",
	pre: ""
};
const NUMBER = "(0|[1-9][0-9]*)";
const RELEASE = new RegExp(`^${NUMBER}(?:\\.${NUMBER}(?:\\.${NUMBER}|([a-z]+)${NUMBER}?)?)?$`);
/** Without `go`, and without what a build adds: `1.26.8` of `go1.26.8-custom` and of `go1.26.8 X:boringcrypto`. */
function strip(version) {
	return /(?:^|\s)go(\d[^\s-]*)/.exec(version)?.[1] ?? version.split(/[\s-]/, 1)[0] ?? "";
}
/**
* Reads `go1.26.8`, `1.26`, `go1.27rc1`, `devel go1.27-abcdef`; `null` for anything else.
* A port of Parse in internal/gover: from 1.21 on, `1.21` is the language and comes before `1.21rc1` and `1.21.0`.
*/
function parseGoVersion(version) {
	const found = RELEASE.exec(strip(version));
	if (found === null) return null;
	const [, major = "", minor, patch, kind = "", pre = ""] = found;
	if (minor === void 0) return {
		major,
		minor: "0",
		patch: "0",
		kind,
		pre
	};
	const isOld = compareDecimals(minor, "21") < 0;
	return {
		major,
		minor,
		patch: patch ?? (kind === "" && isOld ? "0" : ""),
		kind,
		pre
	};
}
function compareDecimals(a, b) {
	if (a.length !== b.length) return a.length - b.length;
	return a < b ? -1 : a > b ? 1 : 0;
}
/**
* Orders Go versions as go/version.Compare, with or without `go`: negative, zero or positive.
* Versions that cannot be read come before all others.
*/
function compareGoVersions(a, b) {
	const left = parseGoVersion(a) ?? INVALID;
	const right = parseGoVersion(b) ?? INVALID;
	const kinds = left.kind < right.kind ? -1 : left.kind > right.kind ? 1 : 0;
	return compareDecimals(left.major, right.major) || compareDecimals(left.minor, right.minor) || compareDecimals(left.patch, right.patch) || kinds || compareDecimals(left.pre, right.pre);
}

// src/environment/table.ts
function row(key, keyClass, normalise, doc, options = {}) {
	return {
		key,
		since: "1.21",
		class: keyClass,
		normalise,
		secret: false,
		settable: "everywhere",
		doc,
		...options
	};
}
const HOST = ["GOHOSTOS", "GOHOSTARCH"];
const TARGET = ["GOOS", "GOARCH"];
/** The C flags are free text: a -D may define anything. */
const C_FLAGS = { secret: true };
function variant(key, architectures, doc, since = "1.21") {
	return row(key, "build", "text", doc, {
		since,
		architectures,
		followsKeys: ["GOARCH"]
	});
}
/**
* Every key that `go env` of Go 1.21–1.26 prints, sorted. Nothing else enters a snapshot.
* After MkEnv, ExtraEnvVars and ExtraEnvVarsCostly in cmd/go/internal/envcmd, and checkEnvWrite for where a key can be set.
*/
const goEnvTable = [
	row("AR", "build", "command", "archiver for C objects"),
	row("CC", "build", "command", "C compiler", { followsKeys: ["GOOS", "GOHOSTOS"] }),
	row("CGO_CFLAGS", "build", "c-flags", "flags for the C compiler", C_FLAGS),
	row("CGO_CPPFLAGS", "build", "c-flags", "flags for the C preprocessor", C_FLAGS),
	row("CGO_CXXFLAGS", "build", "c-flags", "flags for the C++ compiler", C_FLAGS),
	row("CGO_ENABLED", "build", "text", "whether files that import \"C\" are built", { followsKeys: [
		...TARGET,
		"CC",
		...HOST
	] }),
	row("CGO_FFLAGS", "build", "c-flags", "flags for the Fortran compiler", C_FLAGS),
	row("CGO_LDFLAGS", "build", "c-flags", "flags for the linker of C code", C_FLAGS),
	row("CXX", "build", "command", "C++ compiler", { followsKeys: ["GOOS", "GOHOSTOS"] }),
	row("GCCGO", "build", "command", "gccgo, for -compiler=gccgo"),
	row("GO111MODULE", "build", "text", "module mode: on, off or auto"),
	variant("GO386", ["386"], "floating point on 386"),
	variant("GOAMD64", ["amd64"], "oldest amd64 processor the code runs on"),
	row("GOARCH", "platform", "text", "architecture that is built for", { followsKeys: ["GOHOSTARCH"] }),
	variant("GOARM", ["arm"], "oldest arm processor, and its floating point"),
	variant("GOARM64", ["arm64"], "oldest arm64 processor, and its extensions", "1.23"),
	row("GOAUTH", "path", "text", "where credentials for module downloads come from", {
		since: "1.24",
		secret: true
	}),
	row("GOBIN", "path", "path", "where go install puts programs"),
	row("GOCACHE", "path", "path", "build cache", { followsKeys: ["GOHOSTOS"] }),
	row("GOCACHEPROG", "path", "command", "program that keeps the build cache", {
		since: "1.24",
		secret: true
	}),
	row("GODEBUG", "build", "text", "compatibility switches of the go command and of programs it runs", {
		since: "1.23",
		settable: "process"
	}),
	row("GOENV", "path", "path", "file of settings written by go env -w", {
		settable: "process",
		followsKeys: ["GOHOSTOS"]
	}),
	row("GOEXE", "platform", "text", "suffix of programs", {
		settable: "nowhere",
		followsKeys: ["GOOS"]
	}),
	row("GOEXPERIMENT", "build", "text", "toolchain experiments"),
	row("GOFIPS140", "build", "text", "FIPS 140-3 module that programs use", { since: "1.24" }),
	row("GOFLAGS", "build", "go-flags", "flags for every go command", { secret: true }),
	row("GOGCCFLAGS", "volatile", "gcc-flags", "flags that go gives to the C compiler", {
		secret: true,
		settable: "nowhere",
		followsKeys: [
			...TARGET,
			...HOST,
			"CC",
			"CGO_ENABLED",
			"GOVERSION",
			"GOARM",
			"GOMIPS",
			"GOMIPS64",
			"GO386",
			"cCompiler"
		]
	}),
	row("GOHOSTARCH", "platform", "text", "architecture of the go command", { settable: "nowhere" }),
	row("GOHOSTOS", "platform", "text", "system of the go command", { settable: "nowhere" }),
	row("GOINSECURE", "verification", "pattern-list", "modules that may come over plain HTTP or with a bad certificate"),
	variant("GOMIPS", ["mips", "mipsle"], "floating point on mips"),
	variant("GOMIPS64", ["mips64", "mips64le"], "floating point on mips64"),
	row("GOMOD", "path", "path", "go.mod of the main module", { settable: "nowhere" }),
	row("GOMODCACHE", "path", "path", "module cache", { followsKeys: ["GOPATH"] }),
	row("GONOPROXY", "verification", "pattern-list", "modules that are fetched directly", { followsKeys: ["GOPRIVATE"] }),
	row("GONOSUMDB", "verification", "pattern-list", "modules that the checksum database is not asked about", { followsKeys: ["GOPRIVATE"] }),
	row("GOOS", "platform", "text", "system that is built for", { followsKeys: ["GOHOSTOS"] }),
	row("GOPATH", "path", "path-list", "folder of module cache and programs", { followsKeys: ["GOHOSTOS"] }),
	variant("GOPPC64", ["ppc64", "ppc64le"], "oldest POWER processor"),
	row("GOPRIVATE", "verification", "pattern-list", "private modules: no proxy, no checksum database"),
	row("GOPROXY", "verification", "proxy-list", "where modules are downloaded from", { secret: true }),
	variant("GORISCV64", ["riscv64"], "RISC-V profile", "1.23"),
	row("GOROOT", "path", "path", "the Go installation", { followsKeys: ["GOVERSION", ...HOST] }),
	row("GOSUMDB", "verification", "text", "checksum database", { secret: true }),
	row("GOTELEMETRY", "volatile", "text", "telemetry mode", {
		since: "1.23",
		settable: "nowhere"
	}),
	row("GOTELEMETRYDIR", "path", "path", "folder of telemetry", {
		since: "1.23",
		settable: "nowhere",
		followsKeys: ["GOHOSTOS"]
	}),
	row("GOTMPDIR", "path", "path", "folder for temporary files"),
	row("GOTOOLCHAIN", "version", "text", "which Go toolchain is asked for"),
	row("GOTOOLDIR", "path", "path", "compiler and linker", {
		settable: "nowhere",
		followsKeys: [
			"GOROOT",
			"GOVERSION",
			...HOST
		]
	}),
	row("GOVCS", "verification", "text", "version control systems that may fetch modules"),
	row("GOVERSION", "version", "text", "the Go that runs", { settable: "nowhere" }),
	variant("GOWASM", ["wasm"], "WebAssembly features"),
	row("GOWORK", "path", "path", "go.work in effect, or off"),
	row("PKG_CONFIG", "build", "command", "pkg-config")
];
const rows = new Map(goEnvTable.map((entry) => [entry.key, entry]));
/** The row of a key; `null` for what is no go env key of Go 1.21–1.26. */
function findGoEnvKey(key) {
	return rows.get(key) ?? null;
}

// src/environment/drift.ts
function own(values, key) {
	return Object.hasOwn(values, key) ? values[key] ?? null : null;
}
function goEnvFacts(before, after) {
	const [left, right] = [before.environment.values, after.environment.values];
	return [.../* @__PURE__ */ new Set([...Object.keys(left), ...Object.keys(right)])].toSorted(byteOrder).map((key) => ({
		key,
		class: findGoEnvKey(key)?.class ?? "volatile",
		before: own(left, key),
		after: own(right, key)
	}));
}
/** A part of the machine: whole when one side has none, else field by field. */
function partFacts(part, before, after, whole) {
	if (before === null && after === null) return [];
	if (before === null || after === null) return [{
		key: part,
		class: "runner",
		before: before?.[whole] ?? null,
		after: after?.[whole] ?? null
	}];
	return Object.keys(before).toSorted(byteOrder).map((key) => ({
		key: `${part}.${key}`,
		class: "runner",
		before: before[key] ?? null,
		after: after[key] ?? null
	}));
}
/** What is there although nothing of it has a value must still differ from what is not there. */
function named$1(fields, whole) {
	return fields === null ? null : {
		...fields,
		[whole]: fields[whole] ?? ""
	};
}
function compilerFields({ cCompiler: it }) {
	return it === null ? null : {
		command: it.command,
		path: it.path,
		version: it.version,
		target: it.target
	};
}
function libcFields({ libc: it }) {
	return it === null ? null : {
		kind: it.kind,
		version: it.version
	};
}
function runnerFields({ runner: it }) {
	return it === null ? null : {
		os: it.os,
		arch: it.arch,
		image: it.image,
		version: it.version,
		environment: it.environment
	};
}
function machineFacts(before, after) {
	return [
		...partFacts("cCompiler", compilerFields(before), compilerFields(after), "command"),
		...partFacts("libc", libcFields(before), libcFields(after), "kind"),
		...partFacts("runner", ...oneSided(runnerFields(before), runnerFields(after)), "image")
	];
}
function oneSided(before, after) {
	return before === null || after === null ? [named$1(before, "image"), named$1(after, "image")] : [before, after];
}
/** The toolchain repeats go env: each fact is told once, under the key of go env where that shows it. */
function toolchainFacts(before, after, seen) {
	return [
		[
			"running",
			"version",
			["GOVERSION"]
		],
		[
			"requested",
			"version",
			["GOTOOLCHAIN"]
		],
		[
			"host",
			"platform",
			["GOHOSTOS", "GOHOSTARCH"]
		]
	].filter(([, , same]) => !same.some((key) => seen.has(key))).map(([name, keyClass]) => ({
		key: `toolchain.${name}`,
		class: keyClass,
		before: before.toolchain[name],
		after: after.toolchain[name]
	}));
}
function isDifferent({ before, after }) {
	return before !== after;
}
/** Whether somebody set the key: then it follows nothing. */
function isSet(environment, key) {
	const origin = own(environment.origins, key);
	return origin === "process" || origin === "goenv" || origin === "goroot";
}
/** The compiler that CC names is another one because CC is. */
const MACHINE_FOLLOWS = {
	cCompiler: ["CC"],
	"cCompiler.command": ["CC"],
	"cCompiler.path": ["CC"],
	"cCompiler.target": ["CC"],
	"cCompiler.version": ["CC"]
};
function followed(key, drifting) {
	return (findGoEnvKey(key)?.followsKeys ?? (Object.hasOwn(MACHINE_FOLLOWS, key) ? MACHINE_FOLLOWS[key] : void 0))?.find((other) => drifting.some((drift) => drift === other || drift.startsWith(`${other}.`)));
}
/** A key that only the newer Go prints. */
function explainNewKey({ key, before, after }, older, newer) {
	const row = findGoEnvKey(key);
	if (row === null || before === null === (after === null)) return void 0;
	const [without, having] = before === null ? [older, newer] : [newer, older];
	return compareGoVersions(without.toolchain.running, row.since) < 0 && compareGoVersions(having.toolchain.running, row.since) >= 0 ? `go env prints it since Go ${row.since}` : void 0;
}
/**
* What differs between two environments: go env keys, the toolchain, the C compiler, libc and runner image, sorted by key
* within each. A key that follows another one which differs, and that nobody set, is `explained` by it; GOVERSION by an
* edited go or toolchain line.
*/
function diffEnvironments(before, after) {
	const fromGo = goEnvFacts(before, after).filter(isDifferent);
	const seen = new Set(fromGo.map(({ key }) => key));
	const facts = [...fromGo, ...[...toolchainFacts(before, after, seen), ...machineFacts(before, after)].filter(isDifferent)];
	const drifting = facts.map(({ key }) => key === "toolchain.running" ? "GOVERSION" : key);
	const explain = (fact) => {
		const newKey = explainNewKey(fact, before, after);
		if (newKey !== void 0) return newKey;
		const { key } = fact;
		if (key === "GOVERSION" || key === "toolchain.running") return explainVersion(before, after);
		if (isSet(before.environment, key) || isSet(after.environment, key)) return void 0;
		const leader = followed(key, drifting);
		return leader === void 0 ? void 0 : `follows ${leader}`;
	};
	return facts.map((fact) => {
		const explained = explain(fact);
		return explained === void 0 ? fact : Object.assign({}, fact, { explained });
	});
}

// src/environment/go-range.ts
const PART = /^(>=|<=|>|<|=|==)?(?:go)?(\d+(?:\.(?:\d+|[x*]))?(?:\.(?:\d+|[x*])|(?:rc|beta|alpha)\d+)?)$/;
const OPERATOR = /(>=|<=|>|<|==?)\s+/g;
function refuse$2(text) {
	return new ParityError("config-invalid", `expect.go is no range of Go versions: ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`, "write a release (1.26.3), a line of releases (1.26 or 1.26.x) or conditions divided by blanks (>=1.24 <1.27)");
}
/**
* Reads `1.26.8`, `1.26`, `1.26.x`, `>=1.24 <1.27`. A version of two numbers means the whole line of releases:
* `<=1.26` holds for 1.26.8, `>1.26` does not. Throws `config-invalid`.
*/
function parseGoRange(text) {
	const words = text.slice(0, 1e3).replaceAll(OPERATOR, "$1").split(/[\s,]+/).filter((word) => word !== "");
	if (words.length === 0 || text.length > 1e3) throw refuse$2(text);
	return words.map((word) => {
		const [, operator = "=", written = ""] = PART.exec(word) ?? [];
		const version = written.replace(/(?:\.[x*])+$/, "");
		if (written === "" || /[x*]/.test(version) || parseGoVersion(version) === null) throw refuse$2(text);
		const isMajor = !version.includes(".");
		return {
			operator: operator === "==" ? "=" : operator,
			version,
			isLanguage: /^\d+\.\d+$/.test(version),
			isMajor
		};
	});
}
function languageOf$1({ major, minor }) {
	return `${major}.${minor}`;
}
/** Whether a running Go (`go1.26.8`) is in a range; `null` when its version cannot be read. */
function isInGoRange(range, running) {
	const parsed = parseGoVersion(running);
	if (parsed === null) return null;
	return range.every(({ operator, version, isLanguage, isMajor }) => {
		const found = isMajor ? `${parsed.major}.0` : isLanguage ? languageOf$1(parsed) : running;
		const order = compareGoVersions(found, isMajor ? `${version}.0` : version);
		switch (operator) {
			case ">=": return order >= 0;
			case "<=": return order <= 0;
			case ">": return order > 0;
			case "<": return order < 0;
			default: return order === 0;
		}
	});
}

// src/environment/fold.ts
/** Folders that are temporary whatever TMPDIR says: else another TMPDIR would show in paths it has nothing to do with. */
const TEMPORARY = [
	"/tmp",
	"/var/tmp",
	"/private/tmp",
	"/private/var/tmp"
];
/** Lower case without changing the length, as `toLowerCase` may. */
function lowerAscii(text) {
	return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
function isWindowsPath(path) {
	return /^[A-Za-z]:[\\/]/.test(path) || path.startsWith("\\\\");
}
function comparable$2(path, windows) {
	return windows ? lowerAscii(path).replaceAll("\\", "/") : path;
}
/** A root folder is no base: everything lies in it. */
function toBase(name, given) {
	const windows = isWindowsPath(given);
	const path = comparable$2(given, windows).replace(/\/+$/, "");
	return (windows ? /^[a-z]:$/.test(path) || path.length < 3 : !path.startsWith("/")) || path === "" ? [] : [{
		name,
		path,
		windows
	}];
}
/** The bases of some folders, longest first; of equal ones the more telling name. */
function basesOf(folds) {
	return [
		...folds.gomodcache.flatMap((path) => toBase("$GOMODCACHE", path)),
		...folds.gopath.flatMap((list) => splitPathList(list)).flatMap((path) => toBase("$GOPATH", path)),
		...folds.goroot.flatMap((path) => toBase("$GOROOT", path)),
		...folds.workspace.flatMap((path) => toBase("$WORKSPACE", path)),
		...[...folds.temp, ...TEMPORARY].flatMap((path) => toBase("$TMP", path)),
		...folds.home.flatMap((path) => toBase("$HOME", path))
	].toSorted((a, b) => b.path.length - a.path.length);
}
/** The parts of a PATH-like list; a drive's colon divides nothing. */
function splitPathList(text) {
	return text.includes(";") || isWindowsPath(text) ? text.split(";") : text.split(":");
}
const SEPARATOR = /[\s"'=,:;|(]/;
/** How much text before a path is looked at to see where its word begins. */
const LOOK_BACK = 40;
/** Whether a path may begin here: at the beginning of a word, or behind a flag (`-I/usr`, `-isystem/usr`) or `file://`. */
function beginsPath(text, at) {
	let start = at;
	while (start > 0 && at - start <= LOOK_BACK && !SEPARATOR.test(text[start - 1] ?? "")) start -= 1;
	const before = text.slice(start, at);
	if (before === "" || before === "@" || /^--?[A-Za-z][A-Za-z-]*$/.test(before)) return true;
	return before === "//" && /file:$/i.test(text.slice(Math.max(0, start - 5), start));
}
/** Whether a path ends here, or goes on below. */
function endsName(text, at) {
	const next = text[at];
	return next === void 0 || /[\\/\s"',:;|=)\]}]/.test(next);
}
function replaceBase(text, { name, path, windows }) {
	const searched = comparable$2(text, windows);
	const parts = [];
	let done = 0;
	for (let at = searched.indexOf(path); at !== -1; at = searched.indexOf(path, at + 1)) {
		const end = at + path.length;
		if (at < done || !endsName(searched, end) || !beginsPath(text, at)) continue;
		parts.push(text.slice(done, at), name);
		done = end;
		if (windows) {
			const rest = /^[^\s"';|,]*/.exec(text.slice(end, end + 4096))?.[0] ?? "";
			parts.push(rest.replaceAll("\\", "/"));
			done += rest.length;
		}
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(done);
}
/**
* Home folders of any account, as systems name them: a GOPATH in /root is the same with another HOME.
* Linuxbrew and /Users/Shared are no one's home.
*/
const ANY_HOME = /(?:\/root|\/(?:home|Users)\/(?!linuxbrew|Shared)[^/\\\s"',:;|=]+|[A-Za-z]:[\\/]Users[\\/](?!Public)[^/\\\s"',:;|=]+)/g;
function replaceHomes(text) {
	return text.replaceAll(ANY_HOME, (whole, at) => endsName(text, at + whole.length) && beginsPath(text, at) ? "$HOME" : whole);
}
/** A function that folds texts; `except` names a base that is left alone (a key never folds by itself). */
function makeFold(folds) {
	const bases = basesOf(folds);
	return (text, { except } = {}) => {
		if (!/[/\\]/.test(text)) return text;
		let folded = text;
		for (const base of bases) if (base.name !== except) folded = replaceBase(folded, base);
		return replaceHomes(folded);
	};
}

// src/environment/words.ts
function isSpace(char) {
	return char === " " || char === "	" || char === "\n" || char === "\r";
}
/**
* Splits a value such as GOFLAGS or CC into words, as cmd/internal/quoted.Split: quotes count only around a whole word,
* nothing is unescaped. `null` when a quote is not closed (go then refuses the value).
*/
function splitWords(text) {
	const words = [];
	let at = 0;
	for (;;) {
		while (at < text.length && isSpace(text[at])) at += 1;
		if (at >= text.length) return words;
		const quote = text[at];
		if (quote === "\"" || quote === "'") {
			const end = text.indexOf(quote, at + 1);
			if (end === -1) return null;
			words.push(text.slice(at + 1, end));
			at = end + 1;
		} else {
			const start = at;
			while (at < text.length && !isSpace(text[at])) at += 1;
			words.push(text.slice(start, at));
		}
	}
}
/** Joins words so that `splitWords` gives them back, as cmd/internal/quoted.Join; a word with both quotes is left bare. */
function joinWords(words) {
	return words.map((word) => {
		if (word !== "" && !/[\s'"]/.test(word)) return word;
		if (!word.includes("'")) return `'${word}'`;
		return word.includes("\"") ? word : `"${word}"`;
	}).join(" ");
}
/** The name of a flag word, with one dash: `-tags` of `--tags=a,b`. */
function flagName(word) {
	return word.replace(/^--(?=[^-])/, "-").split("=", 1)[0] ?? word;
}

// src/environment/normalise.ts
/** Flags of GOFLAGS sorted by name; those of one name keep their order, for the last one counts. */
function normaliseGoFlags(text) {
	const words = splitWords(text);
	if (words === null) return text.trim();
	const named = words.map((word) => word.replace(/^--(?=[^-])/, "-"));
	return joinWords(named.toSorted((a, b) => byteOrder(flagName(a), flagName(b))));
}
function normaliseWords(text) {
	const words = splitWords(text);
	return words === null ? text.trim() : joinWords(words);
}
/** What go adds for one build only: a map of its temporary folder, in clang's and gcc's spelling. */
const TEMPORARY_FLAG = /^-f(?:file|debug|macro)-prefix-map=|go-build\d+/;
function normaliseGccFlags(text) {
	const words = splitWords(text);
	return words === null ? text.trim() : joinWords(words.filter((word) => !TEMPORARY_FLAG.test(word)));
}
function normalisePatterns(text) {
	const patterns = text.split(",").map((pattern) => pattern.trim().replace(/\/$/, ""));
	return [...new Set(patterns)].filter((pattern) => pattern !== "").toSorted(byteOrder).join(",");
}
/** Blanks around an entry do not count; the order and the two dividers do (golang.org/ref/mod#goproxy-protocol). */
function normaliseProxies(text) {
	return text.split(/([,|])/).map((part) => part.trim()).join("");
}
function normalisePath(path) {
	return (path.length > 1 ? path.replace(/[/\\]+$/, "") : path).replace(/^[a-z](?=:[\\/])/, (drive) => drive.toUpperCase());
}
function normalisePaths(text) {
	return splitPathList(text).map((path) => normalisePath(path)).join(text.includes(";") ? ";" : ":");
}
const BY_KIND = {
	text: (text) => text.trim(),
	path: normalisePath,
	"path-list": normalisePaths,
	command: normaliseWords,
	"go-flags": normaliseGoFlags,
	"c-flags": normaliseWords,
	"gcc-flags": normaliseGccFlags,
	"proxy-list": normaliseProxies,
	"pattern-list": normalisePatterns
};
/** One value as a snapshot holds it. `fold` is left out where a value was written for any machine. */
function normaliseValue(row, text, fold) {
	const folded = fold === void 0 ? text : fold(text, { except: `$${row.key}` });
	return redact(BY_KIND[row.normalise](folded));
}
/**
* Makes what `go env -json` printed comparable between machines: only keys of the table, folders folded,
* flags in one order, credentials taken out. Keys come sorted.
*/
function normaliseEnvironment(raw, folds) {
	const fold = makeFold(folds);
	const values = [];
	let unknownKeys = 0;
	for (const [key, text] of Object.entries(raw)) {
		const row = findGoEnvKey(key);
		if (row === null) unknownKeys += 1;
		else values.push([key, normaliseValue(row, text, fold)]);
	}
	return {
		values: Object.fromEntries(values.toSorted(([a], [b]) => byteOrder(a, b))),
		unknownKeys
	};
}

// src/environment/setting.ts
/** The value of a go env key; `null` when this Go does not print it. */
function valueOf$2(environment, key) {
	return Object.hasOwn(environment.values, key) ? environment.values[key] ?? null : null;
}
/** Where the value of a go env key comes from. */
function originOf(environment, key) {
	return (Object.hasOwn(environment.origins, key) ? environment.origins[key] : void 0) ?? "default";
}
const ORIGINS = {
	process: "set in the environment of this process",
	goenv: "set in the go env file",
	goroot: "set in $GOROOT/go.env",
	derived: "worked out by go",
	default: "go's default"
};
/** Where a value is set, for a sentence: `in the environment of this process`. */
function describeOrigin$1(environment, key) {
	const origin = originOf(environment, key);
	return origin === "goenv" ? `set in the go env file ${valueOf$2(environment, "GOENV") ?? ""}`.trim() : ORIGINS[origin];
}
/**
* A word for a POSIX shell; `null` for what should not be pasted: control characters, folders that were folded (`$HOME`),
* credentials that were taken out.
*/
function quote$2(value) {
	if (!/^[\x20-\x7e]*$/.test(value) || value.includes("$") || value.includes("***")) return null;
	return /^[\w.,:=+/@%-]+$/.test(value) ? value : `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
/** How to take a setting away, so that go's default holds. */
function removeSetting(environment, key, why) {
	const origin = originOf(environment, key);
	if (origin === "process") return {
		command: `unset ${key}`,
		why
	};
	if (origin === "goenv") return {
		command: `go env -u ${key}`,
		why
	};
	if (origin === "goroot") return {
		edit: `take ${key} out of $GOROOT/go.env`,
		why
	};
	return {
		edit: `${key} is set nowhere: go gives it a value of its own, which cannot be empty`,
		why
	};
}
/** How to give a key another value, where it is set now; an empty value takes the setting away. */
function changeSetting(environment, key, value, why) {
	const row = findGoEnvKey(key);
	if (row?.settable === "nowhere") return {
		edit: `go works ${key} out${row.followsKeys === void 0 ? "" : ` from ${row.followsKeys.join(", ")}`}; it cannot be set by itself`,
		why
	};
	if (value === "") return removeSetting(environment, key, why);
	const assignment = quote$2(`${key}=${value}`);
	const word = quote$2(value);
	if (assignment === null || word === null) return {
		edit: `set ${key} to ${JSON.stringify(value)}`,
		why
	};
	if (originOf(environment, key) === "goenv") return {
		command: `go env -w ${assignment}`,
		why
	};
	return {
		command: `export ${key}=${word}`,
		why
	};
}

// src/environment/expectations.ts
/** Keys whose value is a place or a list, and `off` where they are switched off. */
const SWITCHES = /* @__PURE__ */ new Set([
	"GOSUMDB",
	"GOPROXY",
	"GOENV",
	"GOWORK",
	"GOAUTH",
	"GOFIPS140"
]);
/** What `on` becomes in a fix. */
const SWITCHED_ON = {
	GOSUMDB: "sum.golang.org",
	GOAUTH: "netrc",
	GOFIPS140: "latest"
};
function violated(key, title, message, evidence, fix) {
	return {
		rule: "env/expectation",
		severity: "error",
		state: "new",
		title,
		message,
		subject: { key },
		evidence,
		fix,
		source: "environment"
	};
}
function show(value) {
	if (value === null) return "not printed by this go env";
	return value === "" ? "empty" : value;
}
function checkGo(wanted, running) {
	const range = parseGoRange(wanted);
	const fits = isInGoRange(range, running);
	if (fits === true) return [];
	const release = range.find(({ operator }) => operator === "=" || operator === ">=");
	const message = fits === null ? `The configuration expects Go ${wanted}, and the version of the Go that runs, ${show(running)}, cannot be read.` : `The configuration expects Go ${wanted}; ${running} builds. Another Go compiles other code and resolves modules by other rules.`;
	return [violated("GOVERSION", `Go is ${running}, expected ${wanted}`, message, [`wanted: ${wanted}`, `found: ${running} (go env GOVERSION)`], [{
		edit: release === void 0 ? `install a Go that is ${wanted}` : `install Go ${release.version} in this job`,
		why: "builds with the Go that was declared"
	}])];
}
function meets(key, wanted, found) {
	if (wanted === "on" && SWITCHES.has(key)) return found !== "" && found !== "off";
	if (wanted === "on" && key === "GO111MODULE") return found === "" || found === "on";
	return found === wanted;
}
function checkKey(key, written, environment) {
	const row = findGoEnvKey(key);
	if (row === null) throw new ParityError("config-invalid", `expect.env names ${JSON.stringify(key.slice(0, 80))}, which is no go env key of Go 1.21 to 1.26`, "see the keys with: go env");
	const wanted = normaliseValue(row, written);
	if (key === "CGO_ENABLED" && wanted !== "0" && wanted !== "1") throw new ParityError("config-invalid", `expect.env.CGO_ENABLED is ${JSON.stringify(written.slice(0, 80))}; go knows 0 and 1`, "write \"0\" or \"1\"");
	const found = valueOf$2(environment, key);
	if (meets(key, wanted, found ?? "")) return [];
	const target = wanted === "on" && SWITCHES.has(key) ? SWITCHED_ON[key] ?? null : wanted;
	const why = `gives ${key} the value that was declared`;
	const fix = target === null ? {
		edit: `give ${key} a value other than off`,
		why
	} : changeSetting(environment, key, target, why);
	const origin = describeOrigin$1(environment, key);
	return [violated(key, `${key} is ${show(found)}, expected ${show(wanted)}`, `The configuration expects ${key} to be ${show(wanted)}; it is ${show(found)}, ${origin}. It decides: ${row.doc}.`, [`wanted: ${key}=${wanted}`, `found: ${key}=${found ?? ""} (${origin})`], [fix])];
}
function withoutTrue(word) {
	return word.replace(/^--(?=[^-])/, "-").replace(/=true$/, "");
}
/** Whether a word of GOFLAGS is the flag that is meant: by name alone any value, else this value; `-race` is `-race=true`. */
function matchesFlag(word, wanted) {
	const name = flagName(wanted);
	if (flagName(word) !== name) return false;
	return !wanted.includes("=") || withoutTrue(word) === withoutTrue(wanted);
}
function isFalse$1(word) {
	return /=(?:false|0|f|F|FALSE|False)$/.test(word);
}
/** Whether a word has the flag, and switched on where no value is asked for. */
function holds(word, wanted) {
	return matchesFlag(word, wanted) && (wanted.includes("=") || !isFalse$1(word));
}
/** `-ldflags` and its like may stand more than once, for several package patterns; of the others the last one counts. */
function isOverruled(words, at) {
	const name = flagName(words[at] ?? "");
	return !name.endsWith("flags") && words.slice(at + 1).some((later) => flagName(later) === name);
}
function checkFlags(flags, environment) {
	const text = valueOf$2(environment, "GOFLAGS") ?? "";
	const words = splitWords(text) ?? [];
	const origin = describeOrigin$1(environment, "GOFLAGS");
	const evidence = (wanted) => [wanted, `found: GOFLAGS=${text} (${origin})`];
	const inEffect = words.filter((_word, at) => !isOverruled(words, at));
	const missing = (flags.require ?? []).filter((flag) => !inEffect.some((word) => holds(word, flag)));
	const present = (flags.forbid ?? []).filter((flag) => words.some((word) => holds(word, flag)));
	const withFlag = (flag) => joinWords([...words, flag].filter((_word, at, all) => !isOverruled(all, at)));
	return [...missing.map((flag) => violated("GOFLAGS", `GOFLAGS lacks ${flag}`, `The configuration expects ${flag} in GOFLAGS, for every go command of this job; GOFLAGS is ${show(text)}, ${origin}.`, evidence(`wanted: ${flag}`), [changeSetting(environment, "GOFLAGS", withFlag(flag), "adds the flag that was declared")])), ...present.map((flag) => violated("GOFLAGS", `GOFLAGS holds ${flag}`, `The configuration forbids ${flag} in GOFLAGS; GOFLAGS is ${text}, ${origin}.`, evidence(`forbidden: ${flag}`), [changeSetting(environment, "GOFLAGS", joinWords(words.filter((word) => !matchesFlag(word, flag))), "takes the flag away and keeps the others")]))];
}
/**
* Findings (`env/expectation`, errors) for every declared fact that does not hold, each with what was wanted, what was
* found, where that is set and how to change it. Throws `config-invalid` for a range or key that cannot be understood.
*/
function checkExpectations(expect, environment, toolchain) {
	const keys = Object.entries(expect.env ?? {}).toSorted(([a], [b]) => byteOrder(a, b));
	return [
		...expect.go === void 0 ? [] : checkGo(expect.go, toolchain.running),
		...keys.flatMap(([key, wanted]) => checkKey(key, wanted, environment)),
		...expect.flags === void 0 ? [] : checkFlags(expect.flags, environment)
	];
}

// src/environment/module-patterns.ts
/** Patterns longer than this match nothing here: no module path is that long. */
const LONGEST$2 = 500;
/** Whether a character is in a class such as `[a-z]` or `[^x]`; also where the class ends. */
function matchClass(pattern, from, char) {
	let at = from + 1;
	const negated = pattern[at] === "^";
	if (negated) at += 1;
	let matches = false;
	for (let first = true; at < pattern.length; first = false) {
		if (pattern[at] === "]" && !first) return {
			matches: matches !== negated,
			next: at + 1
		};
		if (pattern[at] === "\\") at += 1;
		const low = pattern[at] ?? "";
		let high = low;
		at += 1;
		if (pattern[at] === "-" && pattern[at + 1] !== "]") {
			at += pattern[at + 1] === "\\" ? 2 : 1;
			high = pattern[at] ?? "";
			at += 1;
		}
		if (low <= char && char <= high) matches = true;
	}
	return null;
}
/** path.Match for one path element (no `/` on either side); a malformed pattern matches nothing. */
function matchElement(pattern, text) {
	let at = 0;
	let next = 0;
	let star = -1;
	let mark = 0;
	while (at < text.length) {
		const kind = pattern[next];
		let step = null;
		if (kind === "*") {
			star = next;
			mark = at;
			next += 1;
			continue;
		} else if (kind === "?") step = next + 1;
		else if (kind === "[") {
			const found = matchClass(pattern, next, text[at] ?? "");
			if (found === null) return false;
			if (found.matches) step = found.next;
		} else if (kind === "\\") step = pattern[next + 1] === text[at] ? next + 2 : null;
		else if (kind !== void 0 && kind === text[at]) step = next + 1;
		if (step !== null) {
			next = step;
			at += 1;
		} else if (star >= 0) {
			next = star + 1;
			mark += 1;
			at = mark;
		} else return false;
	}
	while (pattern[next] === "*") next += 1;
	return next === pattern.length;
}
/**
* Whether a list of patterns as in GOPRIVATE matches a module path: each is held against as many elements of the path as it
* has itself (MatchPrefixPatterns in golang.org/x/mod/module).
*/
function matchesModulePatterns(list, path) {
	const elements = path.split("/");
	return list.split(",").some((written) => {
		const pattern = written.trim().replace(/\/$/, "");
		if (pattern === "" || pattern.length > LONGEST$2) return false;
		const parts = pattern.split("/");
		return parts.length <= elements.length && parts.every((part, at) => matchElement(part, elements[at] ?? ""));
	});
}
/** Module paths that have nothing in common but being modules. */
const WITNESSES = [
	"golang.org/x/text",
	"github.com/google/uuid",
	"gopkg.in/yaml.v3",
	"k8s.io/api",
	"go.uber.org/zap",
	"gitlab.com/example/tool",
	"example.net/q7/w2"
];
/** Whether patterns leave no module out: `*`, `*.*`, `?*`, `*.com,*.org,*.in,*.io,*.net`. */
function matchesEveryModule(list) {
	return WITNESSES.every((path) => matchesModulePatterns(list, path));
}

// src/environment/origins.ts
/**
* The settings of a go env file: later lines win, anything that does not begin with a capital letter is skipped,
* nothing is unquoted (readEnvFile in cmd/go/internal/cfg).
*/
function parseEnvFile(text) {
	const settings = /* @__PURE__ */ new Map();
	for (const line of text.split("\n")) {
		const equals = line.indexOf("=");
		if (equals > 0 && /^[A-Z]/.test(line)) settings.set(line.slice(0, equals), line.slice(equals + 1));
	}
	return settings;
}
/** A value counts for CGO_ENABLED only when it is one of the two; go ignores any other without a word. */
function counts$1(key, value) {
	return key !== "CGO_ENABLED" || value === "0" || value === "1";
}
/**
* Where the value of each key of the table comes from. An empty variable is unset, as for go itself:
* the file then speaks. `derived`: go works it out (GOVERSION; GONOSUMDB from GOPRIVATE).
*/
function originsOf(values, env, files) {
	const goenv = parseEnvFile(files.goenv ?? "");
	const goroot = parseEnvFile(files.goroot ?? "");
	const set = (key) => {
		const own = (Object.hasOwn(env, key) ? env[key] : void 0) ?? "";
		if (own !== "") return counts$1(key, own) ? "process" : null;
		if (findGoEnvKey(key)?.settable !== "everywhere") return null;
		const written = goenv.get(key);
		if (written !== void 0) return written !== "" && counts$1(key, written) ? "goenv" : null;
		const shipped = goroot.get(key) ?? "";
		return shipped !== "" && key !== "GOROOT" && counts$1(key, shipped) ? "goroot" : null;
	};
	const originOf = (key) => {
		if (findGoEnvKey(key)?.settable === "nowhere") return "derived";
		const found = set(key);
		if (found !== null) return found;
		if ((key === "GONOSUMDB" || key === "GONOPROXY") && values[key] !== "" && set("GOPRIVATE") !== null) return "derived";
		return key === "GOWORK" && values[key] !== "" ? "derived" : "default";
	};
	const known = Object.keys(values).filter((key) => findGoEnvKey(key) !== null);
	return Object.fromEntries(known.map((key) => [key, originOf(key)]));
}

// src/environment/runner-image.ts
/** The image of a GitHub runner as its variables say; `null` on any other machine. */
function readRunnerImage(env) {
	const given = (key) => {
		const value = Object.hasOwn(env, key) ? env[key] : void 0;
		return value === void 0 || value === "" ? null : value;
	};
	const image = {
		os: given("RUNNER_OS"),
		arch: given("RUNNER_ARCH"),
		image: given("ImageOS"),
		version: given("ImageVersion"),
		environment: given("RUNNER_ENVIRONMENT")
	};
	return Object.values(image).every((value) => value === null) ? null : image;
}

// src/environment/shell-variables.ts
/** Folders of one machine: another one changes no program and no check, so it is nobody's business which shell sets it. */
const HARMLESS = /* @__PURE__ */ new Set([
	"GOAUTH",
	"GOBIN",
	"GOCACHE",
	"GOMODCACHE",
	"GOPATH",
	"GOTMPDIR"
]);
/** Read by go, a C compiler or pkg-config in a build with cgo, and not printed by `go env`. */
const OUTSIDE_GO_ENV = [
	"CPATH",
	"CPLUS_INCLUDE_PATH",
	"C_INCLUDE_PATH",
	"FC",
	"GO_EXTLINK_ENABLED",
	"LIBRARY_PATH",
	"MACOSX_DEPLOYMENT_TARGET",
	"PKG_CONFIG_LIBDIR",
	"PKG_CONFIG_PATH",
	"PKG_CONFIG_SYSROOT_DIR",
	"SDKROOT"
];
/** Variables that decide what go builds or checks. No other variable of a shell is ever read. */
const shellVariables = [...goEnvTable.filter(({ key, settable }) => settable !== "nowhere" && !HARMLESS.has(key)).map(({ key }) => key), ...OUTSIDE_GO_ENV];
const KNOWN$1 = new Set(shellVariables);
/** Whether a name is one of `shellVariables`. */
function isShellVariable(name) {
	return KNOWN$1.has(name);
}
/** Where modules come from and not what they may hold: go.sum is checked all the same. */
const SOURCES = /* @__PURE__ */ new Set([
	"GONOPROXY",
	"GOPROXY",
	"GOVCS"
]);
/** What it means when a terminal has another value of a variable; `note` where the program is the same. */
function consequenceOf(name) {
	if (SOURCES.has(name)) return {
		severity: "note",
		meaning: "go in a terminal fetches modules from elsewhere; go.sum holds there too."
	};
	if (findGoEnvKey(name)?.class === "verification") return {
		severity: "warning",
		meaning: "go in a terminal checks modules otherwise than it does here."
	};
	return {
		severity: "warning",
		meaning: "go in a terminal builds another program than the one that is checked here."
	};
}

// src/environment/shell-only.ts
/** Longest value that is shown. */
const SHOWN$10 = 200;
function cut(value) {
	return value.length > SHOWN$10 ? `${value.slice(0, SHOWN$10)}…` : value;
}
/** Go reads some spellings as the same: unset is what makes its default. */
function meaningOf$1(name, value) {
	return name === "GO111MODULE" && value === "on" ? "" : value;
}
/** The value as a snapshot holds it; `null` where go takes no notice of it. */
function comparable$1(name, value, fold) {
	if (name === "CGO_ENABLED" && value !== "0" && value !== "1") return null;
	const row = findGoEnvKey(name);
	return row === null ? redact(fold(value)) : normaliseValue(row, value, fold);
}
function describeShells(seen) {
	return seen.map(({ reading: { shell, kind } }) => `${kind === "login" ? "a login" : "an interactive"} ${shell}`).join(" and ");
}
function describeHere(environment, name, value) {
	if (value === "") return "not set";
	const origin = valueOf$2(environment, name) === null ? "set in the environment of this process" : describeOrigin$1(environment, name);
	return `${cut(value)} (${origin})`;
}
function giveHere(environment, name, value) {
	const why = "gives this process what a terminal has";
	return value.length > SHOWN$10 ? {
		edit: `set ${name} here as the terminal does`,
		why
	} : changeSetting(environment, name, value, why);
}
function shellFinding(environment, name, { here, seen, at }) {
	const [first] = seen;
	const value = first?.value ?? "";
	const same = seen.filter((other) => other.value === value);
	const { severity, meaning } = consequenceOf(name);
	const place = at === void 0 ? "" : `, set in ${at.file}:${String(at.line)}`;
	const present = describeHere(environment, name, here);
	const takeOut = at === void 0 ? [] : [{
		edit: `take ${name} out of ${at.file}:${String(at.line)}`,
		why: "gives a terminal what this process has"
	}];
	return {
		rule: "env/shell-only",
		severity,
		state: "new",
		title: here === "" ? `${name} is set in a terminal only` : `${name} has another value in a terminal`,
		message: `${name} is ${cut(value)} in ${describeShells(same)}${place}; here it is ${present}. ${meaning}`,
		subject: { key: name },
		...at === void 0 ? {} : { location: {
			file: at.file,
			line: at.line
		} },
		evidence: [...seen.map((one) => `${describeShells([one])}: ${name}=${cut(one.value)}`), `here: ${name} is ${present}`],
		fix: [giveHere(environment, name, value), ...takeOut],
		source: "environment"
	};
}
/**
* Findings (`env/shell-only`), one a variable, for what only the start-up files of a shell set: go in a terminal then does
* something else than go in this process. Values are compared as go takes them: a shell that sets go's default makes none.
* `env` is the process environment, for variables that go env does not print.
*/
function findShellOnly(environment, env, folds, shells) {
	const fold = makeFold(folds);
	return shellVariables.flatMap((name) => {
		const own = (Object.hasOwn(env, name) ? env[name] : void 0) ?? "";
		const here = valueOf$2(environment, name) ?? comparable$1(name, own, fold) ?? "";
		const seen = shells.readings.flatMap((reading) => {
			const raw = Object.hasOwn(reading.variables, name) ? reading.variables[name] ?? "" : "";
			const value = raw === "" ? null : comparable$1(name, raw, fold);
			return value === null || value === "" || meaningOf$1(name, value) === meaningOf$1(name, here) ? [] : [{
				value,
				reading
			}];
		});
		const at = shells.assignments.findLast((assignment) => assignment.name === name);
		return seen.length === 0 ? [] : [shellFinding(environment, name, {
			here,
			seen,
			at
		})];
	});
}
/** The variables of one shell's environment that decide what go does; all others are dropped. */
function keepShellVariables(entries) {
	return Object.fromEntries([...entries].filter(([name, value]) => isShellVariable(name) && value !== ""));
}

// src/environment/start-up-files.ts
/** Longer lines are no assignment that a person wrote. */
const LONGEST$1 = 4096;
/** Begins a command that may assign several variables: `export A=1 B=2`. */
const DECLARES$1 = /^(?:export|declare|typeset)\s/;
const NAMES$1 = /(?<![\w$./-])(?<name>[A-Z][A-Z0-9_]*)=/g;
const FIRST_NAME = /^(?<name>[A-Z][A-Z0-9_]*)=/;
function namesIn(command) {
	if (DECLARES$1.test(command)) return [...command.matchAll(NAMES$1)].map(({ groups }) => groups?.["name"] ?? "");
	const name = FIRST_NAME.exec(command)?.groups?.["name"];
	return name === void 0 ? [] : [name];
}
/**
* Where a start-up file assigns variables that go reads, in order. Read by its words, never run: a line in a branch that is
* not taken counts too, so it tells where to look for a value that a shell really has, and nothing more.
*/
function findAssignments(file, text) {
	return text.split("\n").flatMap((raw, at) => {
		if (raw.length > LONGEST$1) return [];
		const commands = raw.split(/;|&&|\|\||\b(?:then|do|else)\s/).map((part) => part.trim());
		const names = commands[0]?.startsWith("#") === true ? [] : commands.flatMap(namesIn);
		return [...new Set(names)].filter(isShellVariable).map((name) => ({
			file,
			line: at + 1,
			name
		}));
	});
}

// src/environment/ci.ts
const TOLD_BY = [
	"CI",
	"GITHUB_ACTIONS",
	"GITLAB_CI",
	"JENKINS_URL",
	"TF_BUILD"
];
/** Whether a process runs in CI, as nearly every service says it. */
function inCi(env) {
	return TOLD_BY.some((name) => ![
		"",
		"0",
		"false"
	].includes(((Object.hasOwn(env, name) ? env[name] : void 0) ?? "").toLowerCase()));
}

// src/environment/env-file.ts
/** Keys of other classes that decide what is built, too: another workspace, another toolchain, objects of another program. */
const DECISIVE = /* @__PURE__ */ new Set([
	"GOWORK",
	"GOROOT",
	"GOCACHEPROG",
	"GOTOOLCHAIN"
]);
/** The same program, shown or stored otherwise. */
const HARMLESS_FLAGS = /* @__PURE__ */ new Set([
	"-buildvcs",
	"-json",
	"-modcacherw",
	"-p",
	"-v",
	"-x"
]);
/** What go has by default in other words. */
const AS_DEFAULT = {
	GO111MODULE: ["on"],
	GOTOOLCHAIN: ["auto", "local"]
};
function changesTheBuild(environment, key, saidFlags) {
	const value = valueOf$2(environment, key) ?? "";
	if (Object.hasOwn(AS_DEFAULT, key) && AS_DEFAULT[key]?.includes(value) === true) return false;
	if (key === "GO111MODULE" && value === "off") return false;
	if (key !== "GOFLAGS") return true;
	const words = splitWords(value);
	return words === null || !words.map(flagName).every((name) => HARMLESS_FLAGS.has(name) || saidFlags.has(name));
}
const LAST = 20;
/**
* One finding for each go env file (the user's, `$GOROOT/go.env`) that sets what is built: nothing in the project and nothing in
* the environment shows it. Private patterns, proxies and folders, which people keep there for good, make none;
* `saidFlags` are flags of GOFLAGS that have a finding of their own.
*/
function findEnvFileSettings(environment, isCi, saidFlags) {
	const candidates = goEnvTable.filter(({ key, class: its }) => its === "build" || its === "platform" || DECISIVE.has(key));
	return ["goenv", "goroot"].flatMap((origin) => {
		const keys = candidates.map(({ key }) => key).filter((key) => originOf(environment, key) === origin && changesTheBuild(environment, key, saidFlags));
		if (keys.length === 0) return [];
		const file = origin === "goenv" ? valueOf$2(environment, "GOENV") ?? "the go env file" : "$GOROOT/go.env";
		const where = isCi ? "This job builds" : "Go commands with this file build";
		return [{
			rule: "env/verification-disabled",
			severity: isCi ? "warning" : "note",
			state: "new",
			title: `a go env file sets ${keys.length > 3 ? `${keys.slice(0, 3).join(", ")}, …` : keys.join(", ")}`,
			message: `${file} sets ${keys.join(", ")}. ${where} something else than go does by default, and nothing in the project or in the environment says so.`,
			subject: { key: origin === "goenv" ? "GOENV" : "GOROOT" },
			evidence: keys.slice(0, LAST).map((key) => `${file}: ${key}=${valueOf$2(environment, key) ?? ""}`),
			fix: keys.slice(0, LAST).map((key) => changeSetting(environment, key, "", `go's default for ${key} holds again`)),
			source: "environment"
		}];
	});
}

// src/environment/verification.ts
function finding$1(environment, { key, severity = "warning", title, meaning, fix }) {
	const origin = describeOrigin$1(environment, key);
	return {
		rule: "env/verification-disabled",
		severity,
		state: "new",
		title,
		message: `${meaning} ${key} is ${origin}.`,
		subject: { key },
		evidence: [`${key}=${valueOf$2(environment, key) ?? ""} (${origin})`],
		fix,
		source: "environment"
	};
}
/** Flags of GOFLAGS that change what a build reads or runs, with what each one does. */
const FLAGS = {
	"-insecure": { meaning: "go get may fetch over plain HTTP and skip the checksum database; Go 1.17 and later refuse the flag." },
	"-mod": {
		value: "mod",
		meaning: "Every go command may rewrite go.mod and go.sum instead of failing when they do not fit, and vendor/ is not used.",
		inCi: "In CI nobody sees what was rewritten: a run may pass with other versions than those of the commit."
	},
	"-toolexec": { meaning: "Compiler and linker run through another program, which decides what is built." },
	"-modfile": { meaning: "go reads and checks another go.mod and go.sum than those of the project." },
	"-overlay": { meaning: "go builds other contents than those of the source files." }
};
function flagWeaknesses(environment, isCi) {
	const words = splitWords(valueOf$2(environment, "GOFLAGS") ?? "") ?? [];
	const seen = /* @__PURE__ */ new Set();
	return words.flatMap((word) => {
		const name = flagName(word);
		const row = Object.hasOwn(FLAGS, name) ? FLAGS[name] : void 0;
		if (row === void 0 || seen.has(name) || word.endsWith("=false")) return [];
		const last = words.findLast((other) => flagName(other) === name) ?? word;
		if (row.value !== void 0 && last.slice(last.indexOf("=") + 1) !== row.value) return [];
		seen.add(name);
		const rest = joinWords(words.filter((other) => flagName(other) !== name));
		const fix = changeSetting(environment, "GOFLAGS", rest, "takes the flag away and keeps the others");
		const meaning = isCi && row.inCi !== void 0 ? `${row.meaning} ${row.inCi}` : row.meaning;
		return [{
			key: "GOFLAGS",
			title: `GOFLAGS holds ${last.length > 60 ? name : last}`,
			meaning,
			fix: [fix]
		}];
	});
}
function unset(environment, key, why) {
	return [changeSetting(environment, key, "", why)];
}
function patternWeaknesses(environment) {
	const weaknesses = [];
	const meaning = "No module at all is looked up in the checksum database: whatever a proxy serves first goes into go.sum unchecked.";
	const isPrivate = matchesEveryModule(valueOf$2(environment, "GOPRIVATE") ?? "");
	const follows = originOf(environment, "GONOSUMDB") === "derived" || valueOf$2(environment, "GONOSUMDB") === valueOf$2(environment, "GOPRIVATE");
	if (isPrivate && follows) weaknesses.push({
		key: "GOPRIVATE",
		title: "GOPRIVATE matches every module",
		meaning,
		fix: [{
			edit: "list your own modules in GOPRIVATE: GOPRIVATE=git.example.com/team",
			why: "leaves the checksum database on for all others"
		}]
	});
	else if (matchesEveryModule(valueOf$2(environment, "GONOSUMDB") ?? "")) {
		const fix = unset(environment, "GONOSUMDB", "leaves the checksum database on; list private modules in GOPRIVATE");
		weaknesses.push({
			key: "GONOSUMDB",
			title: "GONOSUMDB matches every module",
			meaning,
			fix
		});
	}
	const insecure = valueOf$2(environment, "GOINSECURE") ?? "";
	if (insecure !== "") weaknesses.push({
		key: "GOINSECURE",
		title: matchesEveryModule(insecure) ? "GOINSECURE matches every module" : "GOINSECURE is set",
		meaning: "Modules that it names may be fetched over plain HTTP or from a server with any certificate; go.sum and the checksum database still hold.",
		fix: unset(environment, "GOINSECURE", "fetches modules over verified HTTPS only")
	});
	return weaknesses;
}
/**
* Findings (`env/verification-disabled`) for settings that switch off, or go round, what go checks of modules; each says where
* it is set. GO111MODULE=off is an error, the others are warnings; patterns that name private modules are none. What a go env
* file sets for the build in silence is a warning in CI and a note elsewhere.
* `env` is the process environment, for variables that go env does not print.
*/
function findDisabledVerification(environment, env = {}) {
	const weaknesses = [];
	const isCi = inCi(env);
	if (valueOf$2(environment, "GO111MODULE") === "off") weaknesses.push({
		key: "GO111MODULE",
		severity: "error",
		title: "GO111MODULE is off",
		meaning: "go ignores go.mod and go.sum and builds whatever lies in GOPATH: no module has a version or a checksum.",
		fix: [changeSetting(environment, "GO111MODULE", "on", "builds by go.mod and go.sum")]
	});
	if (valueOf$2(environment, "GOSUMDB") === "off") weaknesses.push({
		key: "GOSUMDB",
		title: "GOSUMDB is off",
		meaning: "A module that is not yet in go.sum is taken as the proxy serves it: the checksum database is not asked.",
		fix: [changeSetting(environment, "GOSUMDB", "sum.golang.org", "asks the checksum database; list private modules in GOPRIVATE")]
	});
	const found = [
		...weaknesses,
		...patternWeaknesses(environment),
		...flagWeaknesses(environment, isCi)
	].map((weakness) => finding$1(environment, weakness));
	found.push(...findEnvFileSettings(environment, isCi, new Set(Object.keys(FLAGS))));
	if (((Object.hasOwn(env, "GONOSUMCHECK") ? env["GONOSUMCHECK"] : void 0) ?? valueOf$2(environment, "GONOSUMCHECK") ?? "") === "") return found;
	return [...found, {
		rule: "env/verification-disabled",
		severity: "note",
		state: "new",
		title: "GONOSUMCHECK is set",
		message: "No Go that goparity supports reads GONOSUMCHECK: checksums are checked all the same. It is set in the environment of this process.",
		subject: { key: "GONOSUMCHECK" },
		evidence: [],
		fix: [{
			command: "unset GONOSUMCHECK",
			why: "it has no effect; GOPRIVATE is what leaves private modules out"
		}],
		source: "environment"
	}];
}

// src/targets/proof.ts
/** Keys of `go env` that name where things lie or how they are fetched: what is compiled is hashed by content. */
const PLACES$1 = /* @__PURE__ */ new Set([
	"AR",
	"CC",
	"CGO_CFLAGS",
	"CGO_CPPFLAGS",
	"CGO_CXXFLAGS",
	"CGO_FFLAGS",
	"CGO_LDFLAGS",
	"CXX",
	"GCCGO",
	"GOAUTH",
	"GOBIN",
	"GOCACHE",
	"GOCACHEPROG",
	"GOENV",
	"GOGCCFLAGS",
	"GOINSECURE",
	"GOMOD",
	"GOMODCACHE",
	"GONOPROXY",
	"GONOSUMDB",
	"GOPATH",
	"GOPRIVATE",
	"GOPROXY",
	"GOROOT",
	"GOSUMDB",
	"GOTELEMETRY",
	"GOTELEMETRYDIR",
	"GOTMPDIR",
	"GOTOOLCHAIN",
	"GOTOOLDIR",
	"GOVCS",
	"GOWORK",
	"PKG_CONFIG"
]);
/** Flags of GOFLAGS whose whole effect is in their text. Any other may read a file or run a program that nobody hashed. */
const TEXT_FLAGS = /* @__PURE__ */ new Set([
	"-buildvcs",
	"-json",
	"-mod",
	"-modcacherw",
	"-p",
	"-tags",
	"-trimpath",
	"-v",
	"-x"
]);
/** Flags of the compiler and the linker with the same property, by the flag that passes them on. */
const PASSED_ON = {
	"-gcflags": /^-(?:[BCNelm]|[lm]=\d)$/,
	"-ldflags": /^-(?:[sw]|X|X=\S+|buildid=\S*)$|^[\w./-]+\.\w+=\S*$/
};
function isText(word) {
	const name = flagName(word);
	if (TEXT_FLAGS.has(name) || /^--?pgo=(?:off|auto)$/.test(word)) return true;
	if (name !== "-gcflags" && name !== "-ldflags") return false;
	return word.slice(word.indexOf("=") + 1).replace(/^[^-=][^=]*=(?=-)/, "").split(/\s+/).every((flag) => flag === "" || PASSED_ON[name].test(flag));
}
/** Why a build with these GOFLAGS can have no proof; `null` when it can. */
function whyNoProof(goflags) {
	const words = splitWords(goflags);
	if (words === null) return "GOFLAGS cannot be read";
	const other = words.find((word) => !isText(word));
	return other === void 0 ? null : `${flagName(other)} in GOFLAGS may bring in what is not part of the proof`;
}
function sorted(pairs) {
	return Object.entries(pairs).toSorted(([a], [b]) => byteOrder(a, b));
}
/**
* Everything that decides the outcome as one text: two builds with the same text end alike. It holds no path of this machine and no
* time, so that a proof made elsewhere counts here.
*/
function proofText({ target, patterns, env, flags, tools, files, packages }) {
	return JSON.stringify([
		"goparity/proof/1",
		target,
		patterns,
		flags,
		sorted(env).filter(([key]) => !PLACES$1.has(key)),
		sorted(tools),
		sorted(files),
		packages.toSorted((a, b) => byteOrder(a.path, b.path)).map(({ path, content }) => [path, content])
	]);
}

// src/go/dist.ts
const DistList = array(object({
	GOOS: string(),
	GOARCH: string(),
	CgoSupported: boolean(),
	FirstClass: optional(boolean(), false)
}));
const EnvAnswer = record$1(string(), string());
function firstLine$4(result) {
	return result.stderr.text.trim().split("\n")[0] ?? "";
}
/** Reads the JSON a command printed. Throws `go-unreadable` with what the command said. */
function readJson(result, schema) {
	const command = `go ${result.args.join(" ")}`;
	if (result.exitCode !== 0) throw new ParityError("go-unreadable", `${command} failed: ${firstLine$4(result)}`);
	let value;
	try {
		value = JSON.parse(result.stdout.text);
	} catch (error) {
		throw new ParityError("go-unreadable", `${command} did not print JSON: ${toError(error).message}`, void 0, { cause: error });
	}
	const parsed = safeParse(schema, value);
	if (!parsed.success) throw new ParityError("go-unreadable", `${command} printed something else than expected: ${parsed.issues[0].message}`);
	return parsed.output;
}
/** Every target that this go can build, in its order. Throws `go-unreadable`. */
async function listDistTargets(go) {
	return readJson(await go.run([
		"tool",
		"dist",
		"list",
		"-json"
	], { env: {
		GOOS: void 0,
		GOARCH: void 0
	} }), DistList).map((row) => ({
		goos: row.GOOS,
		goarch: row.GOARCH,
		cgoSupported: row.CgoSupported,
		firstClass: row.FirstClass
	}));
}
async function factsOf(go, wanted, options) {
	const { goos, goarch, variantKey: key, variant } = wanted;
	const args = [
		"env",
		"-json",
		"GOHOSTOS",
		"GOHOSTARCH",
		"CGO_ENABLED",
		"CC",
		...key === null ? [] : [key]
	];
	const env = {
		GOOS: goos,
		GOARCH: goarch,
		...key === null || variant === null ? {} : { [key]: variant }
	};
	let result = await go.run(args, { env });
	let variantValue = null;
	const refused = /^go: invalid (GO\w+): /.exec(firstLine$4(result))?.[1];
	if (result.exitCode !== 0 && key !== null && refused === key) {
		result = await go.run(args, { env: {
			...env,
			[key]: plainVariantOf(goarch) ?? ""
		} });
		variantValue = go.env[key] ?? `(invalid, set by go env -w ${key})`;
	}
	const answer = readJson(result, EnvAnswer);
	const set = go.env["CGO_ENABLED"] ?? "";
	return {
		host: {
			goos: answer["GOHOSTOS"] ?? "",
			goarch: answer["GOHOSTARCH"] ?? ""
		},
		cgoEnabled: answer["CGO_ENABLED"] === "1",
		cgoOrigin: set === "" ? options.cgoOrigin : set === "0" || set === "1" ? "process" : "default",
		cc: answer["CC"] ?? "",
		variantValue: key === null ? null : variantValue ?? answer[key] ?? ""
	};
}
/** `go env` under each target, all at once, in the order of `wanted`. Throws `go-unreadable`. */
async function resolveTargetFacts(go, wanted, options) {
	const asked = /* @__PURE__ */ new Map();
	return await Promise.all(wanted.map(async (one) => {
		const name = `${one.goos}/${one.goarch}/${one.variant ?? ""}`;
		const facts = asked.get(name) ?? factsOf(go, one, options);
		asked.set(name, facts);
		return await facts;
	}));
}

// src/go/build.ts
/** A stream of a build that is kept: its first and its last two MiB. */
const MAX_OUTPUT_BYTES = 4194304;
/** The null device as cmd/go knows it (base.IsNull): it then links and writes nothing. */
function nullDevice() {
	return process.platform === "win32" ? "NUL" : "/dev/null";
}
/** Package patterns go to the go command as they are; one that looks like a flag could run a program (`-toolexec`). Throws `usage`. */
function requirePatterns(packages) {
	const flag = packages.find((pattern) => pattern.startsWith("-") || pattern === "");
	if (flag !== void 0) throw new ParityError("usage", `${JSON.stringify(flag)} is no package pattern`, "patterns look like ./... or ./cmd/app; flags for go build belong in GOFLAGS");
}
/**
* `go build -o /dev/null PACKAGES`: compiles everything, links main packages, writes nothing.
* `env` is what `targetEnvironment` gives; the user's GOFLAGS stay. A failed build is a result, not an error.
*/
async function buildTarget(go, env, packages, options = {}) {
	requirePatterns(packages);
	const { deadlineMs, flags = [], workFolder } = options;
	const keep = workFolder === void 0 ? [] : ["-work"];
	const result = await go.run([
		"build",
		...flags,
		...keep,
		"-o",
		nullDevice(),
		...packages
	], {
		env: workFolder === void 0 ? env : {
			...env,
			GOTMPDIR: workFolder
		},
		maxOutputBytes: MAX_OUTPUT_BYTES,
		...deadlineMs === void 0 ? {} : { deadlineMs }
	});
	const { stderr } = result;
	return workFolder === void 0 ? result : {
		...result,
		stderr: {
			...stderr,
			text: stderr.text.replace(/^WORK=.*\r?\n?/m, "")
		}
	};
}

// src/go/packages.ts
/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES$4 = 268435456;
const NAME$2 = "go list -json";
function names$2(value) {
	return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
function readListed(json) {
	const packages = /* @__PURE__ */ new Map();
	for (const object of parseJsonSequence(json, NAME$2)) {
		const path = textField(object, "ImportPath", NAME$2);
		if (path === void 0 || object["Standard"] === true) continue;
		const module = object["Module"];
		packages.set(path, {
			module: isObject(module) ? textField(module, "Path", NAME$2) ?? null : null,
			files: [...names$2(object["GoFiles"]), ...names$2(object["CgoFiles"])]
		});
	}
	return packages;
}
/**
* Packages outside the standard library whose files, or which altogether, vanish with cgo off: `go list -e -deps` both ways.
* Needs no C compiler. Throws `go-unreadable` and `usage`.
*/
async function listDropped(go, targetEnv, packages) {
	requirePatterns(packages);
	const args = [
		"list",
		"-e",
		"-deps",
		"-json=ImportPath,Standard,Module,GoFiles,CgoFiles",
		...packages
	];
	const [on, off] = await Promise.all(["1", "0"].map(async (cgo) => await go.run(args, {
		env: {
			...targetEnv,
			CGO_ENABLED: cgo
		},
		maxOutputBytes: MAX_LIST_BYTES$4
	})));
	for (const result of [on, off]) if (result !== void 0 && (result.exitCode !== 0 || result.stdout.truncated)) return {
		ok: false,
		result
	};
	const without = readListed(off?.stdout.text ?? "");
	const dropped = [];
	for (const [path, { module, files }] of readListed(on?.stdout.text ?? "")) {
		const left = without.get(path)?.files ?? [];
		const lost = files.filter((file) => !left.includes(file));
		if (lost.length === 0) continue;
		dropped.push({
			package: path,
			module,
			files: lost.toSorted(byteOrder),
			replacements: left.filter((file) => !files.includes(file)).toSorted(byteOrder),
			whole: left.length === 0
		});
	}
	return {
		ok: true,
		packages: dropped.toSorted((a, b) => byteOrder(a.package, b.package))
	};
}
/**
* Import paths and directories for some directories (`./x`, absolute) and import paths, broken ones too.
* Those that go does not find are left out; nothing at all when go cannot list.
*/
async function locatePackages(go, targetEnv, packages) {
	requirePatterns(packages);
	if (packages.length === 0) return [];
	const result = await go.run([
		"list",
		"-e",
		"-find",
		"-json=ImportPath,Dir,Standard",
		...packages
	], {
		env: targetEnv,
		maxOutputBytes: MAX_LIST_BYTES$4
	});
	if (result.exitCode !== 0 || result.stdout.truncated) return [];
	return parseJsonSequence(result.stdout.text, NAME$2).flatMap((object) => {
		const path = textField(object, "ImportPath", NAME$2);
		const directory = textField(object, "Dir", NAME$2);
		return path === void 0 || directory === void 0 ? [] : [{
			package: path,
			directory,
			standard: object["Standard"] === true
		}];
	});
}

// src/go/modules.ts
/** Room for the build list of 100,000 modules. */
const MAX_LIST_BYTES$3 = 268435456;
/**
* The build list: `go list -m -e -mod=readonly -json all`, objects one after the other (`parseListedModules` reads them).
* Works with lines missing in go.sum, absent replacements and a vendor folder; needs the go.mod files of the modules, not their zips.
* Fails (`ok: false`) for a wrong hash of a go.mod file, a malformed go.sum, a go line that is too new.
*/
async function listModules$1(go, options = {}) {
	const { patterns = ["all"] } = options;
	const args = [
		"list",
		"-m",
		"-e",
		"-mod=readonly",
		"-json",
		"--",
		...patterns
	];
	const result = await go.run(args, { maxOutputBytes: MAX_LIST_BYTES$3 });
	return result.exitCode === 0 && !result.stdout.truncated ? {
		ok: true,
		json: result.stdout.text,
		result
	} : {
		ok: false,
		result
	};
}
/**
* What keeps packages from loading, by `go list -e -deps -test ./...`: the text of each error, `[]` when the command itself fails.
* Used for one question, which modules without a line in go.sum are needed.
*/
async function listPackageErrors(go) {
	const result = await go.run([
		"list",
		"-e",
		"-mod=readonly",
		"-deps",
		"-test",
		"-f",
		"{{with .Error}}{{printf \"%q\" .Err}}{{end}}",
		"./..."
	], { maxOutputBytes: MAX_LIST_BYTES$3 });
	return result.exitCode === 0 ? result.stdout.text.split("\n").filter((line) => line !== "") : [];
}

// src/go/download.ts
const MAX_BYTES$4 = 268435456;
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
	], { maxOutputBytes: MAX_BYTES$4 });
	const readable = !result.stdout.truncated;
	const modules = readable ? parseDownloaded(result.stdout.text) : [];
	const ok = result.exitCode === 0 && readable && modules.every(({ error }) => error === null);
	return {
		ok,
		modules,
		result: ok ? result : withErrors(result, modules)
	};
}

// src/go/tidy.ts
/** It may fetch what only the tests of dependencies need; nobody waits longer for a word on tidiness. */
const DEADLINE_MS$9 = 12e4;
const MAX_BYTES$3 = 16777216;
/**
* `go mod tidy -diff` (Go 1.23 and later): what it would change in go.mod and go.sum, as a unified diff, empty when they are tidy.
* Writes neither. `null` when it cannot tell: offline, a flag that it does not take, too much to say.
*/
async function tidyDiff(go) {
	const { exitCode, ending, stdout } = await go.run([
		"mod",
		"tidy",
		"-diff"
	], {
		deadlineMs: DEADLINE_MS$9,
		maxOutputBytes: MAX_BYTES$3
	});
	if (ending !== "exited" || stdout.truncated) return null;
	if (exitCode === 0) return stdout.text;
	return exitCode === 1 && stdout.text.startsWith("diff ") ? stdout.text : null;
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

// src/go/build-cache.ts
/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES$2 = 268435456;
const NAME$1 = "go list -export";
function names$1(value) {
	return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
function readArchive(object) {
	const path = textField(object, "ImportPath", NAME$1);
	const cgo = names$1(object["CgoFiles"]).length > 0 || names$1(object["SwigFiles"]).length > 0 || names$1(object["SwigCXXFiles"]).length > 0;
	if (path === void 0 || path === "unsafe" || !cgo && names$1(object["GoFiles"]).length === 0) return [];
	const file = textField(object, "Export", NAME$1);
	return [{
		package: path,
		file: file === void 0 || file === "" ? null : file,
		buildId: textField(object, "BuildID", NAME$1) ?? "",
		cgo,
		standard: object["Standard"] === true,
		imports: names$1(object["Imports"])
	}];
}
/**
* What a build of these packages takes out of the build cache, by `go list -e -export -deps`: it compiles what the cache lacks, as a
* build does, and links nothing. Throws `go-unreadable` and `usage`.
*/
async function listArchives(go, { packages, env }) {
	requirePatterns(packages);
	const result = await go.run([
		"list",
		"-e",
		"-export",
		"-deps",
		`-json=ImportPath,Export,BuildID,Standard,Imports,GoFiles,CgoFiles,SwigFiles,SwigCXXFiles`,
		...packages
	], {
		env,
		maxOutputBytes: MAX_LIST_BYTES$2
	});
	if (result.exitCode !== 0 || result.stdout.truncated) return {
		ok: false,
		result
	};
	return {
		ok: true,
		archives: parseJsonSequence(result.stdout.text, NAME$1).flatMap(readArchive),
		result
	};
}
const MARK = "cache verify failed: id=";
/** The text that go hashed is bounded by its files; more than this is none of go's. */
const MAX_MISMATCH = 1048576;
function quoted(line) {
	return /^\S+ "(?<text>[^"]+)"$/.exec(line ?? "")?.groups?.["text"] ?? null;
}
/** Go's panic of `cmd/go/internal/cache/cache.go`, `putIndexEntry`; newer releases indent its lines. */
function parseCacheMismatch(text) {
	const at = text.indexOf(MARK);
	if (at === -1) return null;
	const lines = text.slice(at, at + MAX_MISMATCH).split("\n").map((line) => line.trim());
	const end = lines.indexOf(">>>");
	const hashed = lines.slice(1, end === -1 ? 1 : end);
	const hash = (name) => /^\w+: (?<hash>[0-9a-f]{64}) \d+$/.exec(lines.find((line) => line.startsWith(name)) ?? "")?.groups?.["hash"] ?? "";
	const [what = ""] = hashed;
	return {
		package: what === "compile" ? quoted(hashed.find((line) => line.startsWith("import \""))) : null,
		indexed: /^module index \S+ go index v\d+ (?<folder>.+)$/.exec(what)?.groups?.["folder"] ?? null,
		what: what.slice(0, 300),
		cached: hash("old: "),
		computed: hash("new: ")
	};
}
/**
* Compiles everything anew and lets go compare it with what the build cache records (`GODEBUG=gocacheverify=1`). Go stops at the first
* difference. It does not see a cached file that was changed in place: it writes such a file anew. Throws `usage`.
*/
async function verifyBuildCache(go, { packages, env }) {
	requirePatterns(packages);
	const before = env["GODEBUG"] ?? go.env["GODEBUG"] ?? "";
	const result = await go.run([
		"list",
		"-e",
		"-export",
		"-deps",
		"-f",
		"{{.ImportPath}}",
		...packages
	], {
		env: {
			...env,
			GODEBUG: before === "" ? "gocacheverify=1" : `${before},gocacheverify=1`
		},
		maxOutputBytes: 16777216
	});
	return {
		ok: result.exitCode === 0,
		mismatch: parseCacheMismatch(result.stderr.text),
		result
	};
}

// src/go/shells.ts
const PROFILE$1 = ["/etc/profile", "/etc/profile.d"];
const POSIX_SHELL = {
	flags: {
		login: "-lc",
		interactive: "-lic"
	},
	files: [...PROFILE$1, "~/.profile"]
};
const SHELLS = {
	bash: {
		flags: {
			login: "-lc",
			interactive: "-ic"
		},
		files: [
			...PROFILE$1,
			"/etc/bash.bashrc",
			"/etc/bashrc",
			"~/.profile",
			"~/.bash_login",
			"~/.bash_profile",
			"~/.bashrc"
		]
	},
	zsh: {
		flags: {
			login: "-lc",
			interactive: "-ic"
		},
		files: [
			"/etc/zshenv",
			"/etc/zsh/zshenv",
			"~/.zshenv",
			"/etc/zprofile",
			"/etc/zsh/zprofile",
			"~/.zprofile",
			"/etc/zshrc",
			"/etc/zsh/zshrc",
			"~/.zshrc",
			"~/.zlogin"
		]
	},
	sh: POSIX_SHELL,
	dash: POSIX_SHELL,
	ash: POSIX_SHELL,
	ksh: POSIX_SHELL
};
const DEADLINE_MS$8 = 3e3;
const MAX_ANSWER = 4194304;
const MAX_FILE = 262144;
const MAX_PROFILES = 100;
/** What login(1) and cron give before any file of the account speaks. */
const CLEAN_PATH = "/usr/local/bin:/usr/bin:/bin";
/** Ends an answer that was written whole; no variable has an empty name. */
const END = "=end";
/**
* A fresh sh writes what was exported to it, by built-ins alone: no other variable leaves the shell. To a file, for a
* start-up file may print anything; by exec, so that no logout file, no trap and no history of the user's runs after it.
*/
const INNER = `for name in ${shellVariables.join(" ")}; do eval "value=\\\${$name-}"; test -z "$value" || printf "%s=%s\\0" "$name" "$value"; done >"$GOPARITY_ANSWER"; printf "${END}\\0" >>"$GOPARITY_ANSWER"`;
/** Quoted, lest an alias of the user's take its place. */
const SCRIPT = String.raw`umask 077; \exec /bin/sh -c '` + `${INNER}'`;
/** A program that a start-up file leaves running must not keep our pipes open: nobody would ever see them end. */
const SILENTLY = "exec \"$@\" >/dev/null 2>&1";
function rowOf$1(name) {
	return Object.hasOwn(SHELLS, name) ? SHELLS[name] : void 0;
}
/** SHELL, or what there is where nobody names one; `null` with a reason for a shell that cannot be asked. */
async function findShell({ env, processes }) {
	const asked = env["SHELL"] ?? "";
	const clean = { PATH: CLEAN_PATH };
	if (asked !== "") {
		const name = asked.slice(asked.lastIndexOf("/") + 1);
		const row = rowOf$1(name);
		const what = "variables that only a shell start-up file sets";
		if (row === void 0) return {
			what,
			why: "SHELL is a shell that goparity cannot ask; it asks bash, zsh and sh"
		};
		const path = await processes.find(asked, clean);
		return path === null ? {
			what,
			why: `SHELL says ${name}, which is not there`
		} : {
			name,
			row,
			path
		};
	}
	for (const name of ["bash", "sh"]) {
		const path = await processes.find(name, clean);
		const row = rowOf$1(name);
		if (path !== null && row !== void 0) return {
			name,
			row,
			path
		};
	}
	return null;
}
function parseAnswer(bytes) {
	const entries = new TextDecoder().decode(bytes).split("\0");
	if (entries.at(-1) !== "" || entries.at(-2) !== END) return null;
	const pairs = entries.slice(0, -2).map((entry) => {
		const equals = entry.indexOf("=");
		return [entry.slice(0, equals), entry.slice(equals + 1)];
	});
	return keepShellVariables(pairs);
}
/** What one kind of shell gives, or why it says nothing. */
async function askOne(host, shell, kind, { home, folder, signal, deadlineMs = DEADLINE_MS$8 }) {
	const answer = join(folder, kind);
	const user = host.env["USER"] ?? host.env["LOGNAME"];
	const env = {
		HOME: home,
		...user === void 0 ? {} : {
			USER: user,
			LOGNAME: user
		},
		SHELL: shell.path,
		TERM: "dumb",
		PATH: CLEAN_PATH,
		PWD: home,
		GOPARITY_ANSWER: answer
	};
	try {
		const { ending, exitCode } = await host.processes.run("/bin/sh", [
			"-c",
			SILENTLY,
			"sh",
			shell.path,
			shell.row.flags[kind],
			SCRIPT
		], {
			cwd: home,
			env,
			deadlineMs,
			maxOutputBytes: 1024,
			...signal === void 0 ? {} : { signal }
		});
		const bytes = await host.files.read(answer, MAX_ANSWER);
		const variables = bytes === null ? null : parseAnswer(bytes);
		if (variables !== null) return {
			shell: shell.name,
			kind,
			variables
		};
		if (ending === "timed-out") return `it did not come to its end within ${String(deadlineMs / 1e3)} s`;
		if (ending === "cancelled") return "cancelled";
		return `a start-up file ended it (exit code ${exitCode === null ? "none: a signal" : String(exitCode)})`;
	} catch (error) {
		return `it cannot be started: ${toError(error).message.slice(0, 200)}`;
	}
}
/** As the shell would: a file that cannot be read says nothing. */
async function readAssignments({ files }, { row }, home) {
	const found = [];
	for (const name of row.files) {
		const path = name.startsWith("~/") ? join(home, name.slice(2)) : name;
		try {
			const names = (name === "/etc/profile.d" ? await files.list(path) : null)?.filter((entry) => entry.name.endsWith(".sh")).map((entry) => `${path}/${entry.name}`);
			for (const [at, file] of (names ?? [path]).entries()) {
				if (at === MAX_PROFILES) break;
				const bytes = await files.read(file, MAX_FILE);
				if (bytes !== null) found.push(...findAssignments(names === void 0 ? name : file, new TextDecoder().decode(bytes)));
			}
		} catch {}
	}
	return found;
}
const NOTHING$2 = {
	readings: [],
	assignments: [],
	degraded: []
};
/**
* Asks the user's shell (SHELL, else bash or sh) for the variables of go that its start-up files set: started clean, with nothing
* but a home folder, as a login shell and as an interactive one, both at once, for at most 3 seconds (and 2 to end them).
* Never throws: a shell that fails, hangs or is of another kind is in `degraded`. On Windows, and without a shell or a
* home folder, there is nothing to ask.
*/
async function askShells(host, options = {}) {
	if (host.system.platform === "win32") return NOTHING$2;
	const home = host.env["HOME"] ?? host.system.homeDirectory;
	const what = "variables that only a shell start-up file sets";
	try {
		if ((await host.files.status(await host.files.realPath(home)))?.kind !== "directory") return NOTHING$2;
		const shell = await findShell(host);
		if (shell === null) return NOTHING$2;
		if ("why" in shell) return {
			...NOTHING$2,
			degraded: [shell]
		};
		const folder = await host.files.makeTemporaryDirectory("goparity-shell-");
		try {
			const kinds = ["login", "interactive"];
			const answers = await Promise.all(kinds.map(async (kind) => askOne(host, shell, kind, {
				home,
				folder,
				...options
			})));
			const degraded = kinds.flatMap((kind, at) => {
				const why = answers[at];
				return typeof why === "string" ? [{
					what: `what ${kind} ${shell.name} shells set for go`,
					why
				}] : [];
			});
			return {
				readings: answers.filter((answer) => typeof answer !== "string"),
				assignments: await readAssignments(host, shell, home),
				degraded
			};
		} finally {
			await host.files.remove(folder);
		}
	} catch (error) {
		return {
			...NOTHING$2,
			degraded: [{
				what,
				why: toError(error).message.slice(0, 200)
			}]
		};
	}
}

// src/go/package-graph.ts
/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES$1 = 268435456;
const NAME = "go list -json";
/** The lists of files of a package, as `go help list` names them. */
const FILE_KINDS = [
	"GoFiles",
	"CgoFiles",
	"CFiles",
	"CXXFiles",
	"MFiles",
	"FFiles",
	"HFiles",
	"SFiles",
	"SwigFiles",
	"SwigCXXFiles",
	"SysoFiles",
	"EmbedFiles",
	"IgnoredGoFiles",
	"IgnoredOtherFiles"
];
/** What `#cgo` lines of a package ask for, as `go help list` names it. */
const CGO_FLAG_KINDS = [
	"CgoCFLAGS",
	"CgoCPPFLAGS",
	"CgoCXXFLAGS",
	"CgoFFLAGS",
	"CgoLDFLAGS",
	"CgoPkgConfig"
];
function names(value) {
	return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
/** `read` for each kind; a map that is whole by its type. */
function eachFile(read) {
	return {
		GoFiles: read("GoFiles"),
		CgoFiles: read("CgoFiles"),
		CFiles: read("CFiles"),
		CXXFiles: read("CXXFiles"),
		MFiles: read("MFiles"),
		FFiles: read("FFiles"),
		HFiles: read("HFiles"),
		SFiles: read("SFiles"),
		SwigFiles: read("SwigFiles"),
		SwigCXXFiles: read("SwigCXXFiles"),
		SysoFiles: read("SysoFiles"),
		EmbedFiles: read("EmbedFiles"),
		IgnoredGoFiles: read("IgnoredGoFiles"),
		IgnoredOtherFiles: read("IgnoredOtherFiles")
	};
}
function eachFlag(read) {
	return {
		CgoCFLAGS: read("CgoCFLAGS"),
		CgoCPPFLAGS: read("CgoCPPFLAGS"),
		CgoCXXFLAGS: read("CgoCXXFLAGS"),
		CgoFFLAGS: read("CgoFFLAGS"),
		CgoLDFLAGS: read("CgoLDFLAGS"),
		CgoPkgConfig: read("CgoPkgConfig")
	};
}
function readModule$1(value) {
	if (!isObject(value)) return null;
	const requiredPath = textField(value, "Path", NAME);
	const built = isObject(value["Replace"]) ? value["Replace"] : value;
	const path = textField(built, "Path", NAME);
	if (path === void 0 || requiredPath === void 0) return null;
	return {
		requiredPath,
		path,
		version: textField(built, "Version", NAME) ?? null,
		main: value["Main"] === true,
		go: textField(value, "GoVersion", NAME) ?? ""
	};
}
function readError$1(value) {
	if (!isObject(value)) return null;
	const message = (textField(value, "Err", NAME) ?? "").split("\n", 1)[0] ?? "";
	const position = textField(value, "Pos", NAME) ?? "";
	return {
		message,
		position: position === "" ? null : position
	};
}
function readPackage(object) {
	return {
		path: textField(object, "ImportPath", NAME) ?? "",
		name: textField(object, "Name", NAME) ?? "",
		directory: textField(object, "Dir", NAME) ?? "",
		standard: object["Standard"] === true,
		dependencyOnly: object["DepOnly"] === true,
		module: readModule$1(object["Module"]),
		files: eachFile((kind) => names(object[kind])),
		flags: eachFlag((kind) => names(object[kind])),
		imports: names(object["Imports"]),
		error: readError$1(object["Error"])
	};
}
/**
* Every package that building `packages` takes part in, for the target that `env` names (GOOS, GOARCH, CGO_ENABLED …):
* `go list -deps`, which compiles nothing and needs no C compiler. Throws `go-unreadable` and `usage`.
*/
async function listPackageGraph(go, env, packages, { broken }) {
	requirePatterns(packages);
	const fields = [
		"ImportPath",
		"Name",
		"Dir",
		"Standard",
		"DepOnly",
		"Module",
		"Imports",
		"Error",
		...FILE_KINDS,
		...CGO_FLAG_KINDS
	];
	const result = await go.run([
		"list",
		...broken ? ["-e"] : [],
		"-deps",
		`-json=${fields.join(",")}`,
		...packages
	], {
		env,
		maxOutputBytes: MAX_LIST_BYTES$1
	});
	if (result.exitCode !== 0 || result.ending !== "exited" || result.stdout.truncated) return {
		ok: false,
		result
	};
	return {
		ok: true,
		packages: parseJsonSequence(result.stdout.text, NAME).map((object) => readPackage(object)),
		result
	};
}

// src/integrity/build-cache-findings.ts
/** `path@version` of a folder of the module cache; `null` for any other. */
function moduleOf$2(folder) {
	const groups = /[/\\]pkg[/\\]mod[/\\](?<path>[^@]+)@(?<version>[^/\\]+)$/.exec(folder)?.groups;
	if (groups === void 0) return null;
	return `${(groups["path"] ?? "").replaceAll("\\", "/").replaceAll(/!([a-z])/g, (_, letter) => letter.toUpperCase())}@${groups["version"] ?? ""}`;
}
function describe$4({ kind, name }) {
	if (kind === "index") return [`the list of files that the build cache keeps of ${moduleOf$2(name) ?? "a module"} is wrong`, "Go keeps in the build cache which files a module has, and does not look into its folder again. The list is not what the folder holds: files were added, removed or changed after it was made, or the list was. Go builds by the list."];
	if (kind === "changed-in-place") return [`the compiled ${name} in the build cache was changed`, `The file that holds the compiled package ${name} is no longer what its name, the hash of its content, says. Go looks at its size only and links it into the program.`];
	return [`the compiled ${name} in the build cache is not what its source compiles to`, `Compiling ${name} anew gives another package than the one in the build cache. Go does not compile it again as long as the source is the same: it links what lies in the cache into the program.`];
}
function wayOut(mode, restored, kind) {
	const clean = {
		command: "go clean -cache",
		why: "removes all compiled packages; the next build compiles them from the source that was verified"
	};
	const linked = {
		edit: "delete the programs that were built meanwhile, or build them with go build -a",
		why: "go takes a program whose parts claim to be the same for up to date, and does not link it again even after go clean -cache"
	};
	const stored = restored === null ? [] : [{
		edit: "delete the stored cache (its key in CI, the cache mount, the volume)",
		why: `else it comes back: ${restored}`
	}];
	const all = mode === "fresh" || kind === "changed-in-place" ? [] : [{
		command: "goparity verify --build-cache fresh",
		why: "go stops comparing at the first difference; this one names every package that differs"
	}];
	return [
		clean,
		linked,
		...stored,
		...all
	];
}
/** The finding for one entry; `restored` tells where the cache comes from, if anything does. */
function buildCacheFinding(place, entry, { mode, restored }) {
	const { kind, name, file, buildId, cached, right } = entry;
	const [title, message] = describe$4(entry);
	const module = kind === "index" ? moduleOf$2(name) : null;
	const at = file === null ? "" : ` ($GOCACHE/…/${basename(file)})`;
	const expected = kind === "changed-in-place" ? "its name says" : "computed anew";
	return {
		rule: "checksum/layer-mismatch",
		severity: "error",
		state: "new",
		title,
		message,
		subject: kind === "index" ? module === null ? {} : { module } : { package: name },
		evidence: [
			`build cache: ${cached === null ? "no regular file" : `sha256 ${cached}`}${at}`,
			`${expected}: ${right === null ? "no regular file" : `sha256 ${right}`}`,
			...buildId === "" ? [] : [`build id: ${buildId}`]
		],
		fix: wayOut(mode, restored, kind),
		source: "integrity",
		root: place.directory
	};
}

// src/integrity/build-cache.ts
/** Larger archives are no packages. */
const MAX_ARCHIVE_BYTES = 1073741824;
const HASHED_AT_ONCE = 4;
const MAX_FINDINGS$6 = 50;
const MAX_NAMES = 20;
const UNKNOWN$1 = {
	checked: 0,
	wrong: [],
	degraded: []
};
function firstLine$3({ stderr, args }) {
	const line = stderr.text.split("\n").find((text) => text.trim() !== "" && !text.startsWith("go: downloading"));
	return redact(line?.trim() ?? `go ${args[0] ?? ""} failed`).slice(0, 300);
}
function listNames(names) {
	const shown = names.slice(0, MAX_NAMES).join(", ");
	return names.length > MAX_NAMES ? `${shown} and ${String(names.length - MAX_NAMES)} more` : shown;
}
async function hashFile(host, path) {
	const bytes = path === null ? null : await host.files.read(path, MAX_ARCHIVE_BYTES).catch(() => null);
	return bytes === null ? null : sha256(bytes);
}
async function readArchives(host, go, options, evidence) {
	const answer = await listArchives(go, options);
	evidence.push(answer.result);
	if (!answer.ok) return {
		archives: [],
		why: `go list failed: ${firstLine$3(answer.result)}`
	};
	return { archives: await mapBounded(answer.archives, HASHED_AT_ONCE, async (archive) => ({
		...archive,
		hash: await hashFile(host, archive.file)
	})) };
}
/** The build cache names a file by its content, and go does not read it again to see whether that is still true. */
function findChangedInPlace(archives) {
	return archives.flatMap(({ package: path, file, hash, buildId }) => {
		const recorded = /^(?<hash>[0-9a-f]{64})-d$/.exec(basename(file ?? ""))?.groups?.["hash"];
		if (recorded === void 0 || recorded === hash) return [];
		return [{
			kind: "changed-in-place",
			name: path,
			file,
			buildId,
			cached: hash,
			right: recorded
		}];
	});
}
function uncompiled(archives) {
	const names = archives.filter(({ file }) => file === null).map(({ package: path }) => path);
	return names.length === 0 ? void 0 : `not compiled: ${listNames(names)}`;
}
function fromMismatch(mismatch) {
	const { package: path, indexed, cached, computed } = mismatch;
	const name = path ?? indexed;
	if (name === null) return null;
	return {
		kind: path === null ? "index" : "recompiled",
		name,
		file: null,
		buildId: "",
		cached,
		right: computed
	};
}
/** Go's own comparison. It writes a file that was changed in place anew without a word: that was looked for before. */
async function letGoVerify(go, archives, options, evidence) {
	const { ok, mismatch, result } = await verifyBuildCache(go, options);
	evidence.push(result);
	const part = uncompiled(archives);
	if (ok) return {
		checked: archives.filter(({ file }) => file !== null).length,
		wrong: [],
		degraded: [],
		...part === void 0 ? {} : { part }
	};
	if (mismatch === null) return {
		...UNKNOWN$1,
		part: `go could not compile everything anew: ${firstLine$3(result)}`
	};
	const wrong = fromMismatch(mismatch);
	const isCgo = archives.some((archive) => archive.cgo && archive.package === wrong?.name);
	if (wrong === null || isCgo) {
		const about = wrong === null ? `an entry that is no package (${mismatch.what})` : `${wrong.name}, which uses cgo`;
		return {
			...UNKNOWN$1,
			part: `go stopped comparing at ${about}: such need not be equal; --build-cache fresh judges the others`
		};
	}
	return {
		checked: 1,
		wrong: [wrong],
		degraded: []
	};
}
function actionOf(buildId) {
	return buildId.slice(0, buildId.indexOf("/") + 1);
}
/** Import path, and which one of that name: profile-guided optimisation compiles a package for each main package. */
function keyed(archives) {
	const counts = /* @__PURE__ */ new Map();
	return new Map(archives.map((archive) => {
		const count = counts.get(archive.package) ?? 0;
		counts.set(archive.package, count + 1);
		return [`${archive.package} ${String(count)}`, archive];
	}));
}
/**
* A package is judged when the same source must give the same bytes: not with a C compiler or a -toolexec program in between. One
* compiled from other inputs because a package below it differs is no cause of its own.
*/
function compareArchives(cached, fresh, toolexec) {
	const anew = keyed(fresh);
	const differing = /* @__PURE__ */ new Set();
	const wrong = [];
	const unjudged = [];
	const missing = [];
	for (const [key, archive] of keyed(cached)) {
		const other = anew.get(key);
		if (other === void 0 || other.file === null || archive.file === null) {
			missing.push(archive.package);
			continue;
		}
		if (archive.hash === other.hash) continue;
		const follows = !(actionOf(archive.buildId) === actionOf(other.buildId)) && archive.imports.some((path) => differing.has(path));
		differing.add(archive.package);
		if (archive.cgo || toolexec) unjudged.push(archive.package);
		else if (!follows) wrong.push({
			kind: "recompiled",
			name: archive.package,
			file: archive.file,
			buildId: archive.buildId,
			cached: archive.hash,
			right: other.hash
		});
	}
	const reason = toolexec ? "a -toolexec program has a part in them" : "a C compiler has a part in them";
	const parts = [...unjudged.length === 0 ? [] : [`${listNames(unjudged)} differ from a fresh compilation and were not judged: ${reason}`], ...missing.length === 0 ? [] : [`not compiled: ${listNames(missing)}`]];
	return {
		checked: cached.length - missing.length - unjudged.length,
		wrong,
		degraded: unjudged.map((path) => ({
			what: `the compiled ${path} in the build cache was not judged`,
			why: reason
		})).slice(0, MAX_NAMES),
		...parts.length === 0 ? {} : { part: parts.join("; ") }
	};
}
async function compareWithFresh(host, go, archives, options, evidence) {
	const fresh = await readArchives(host, go, options, evidence);
	if (fresh.why !== void 0) return {
		...UNKNOWN$1,
		part: fresh.why
	};
	return compareArchives(archives, fresh.archives, options.toolexec);
}
async function checkRoot(host, go, options, evidence) {
	const { mode, env, packages, temporary } = options;
	const freshEnv = {
		...env,
		GOCACHE: temporary,
		GOCACHEPROG: ""
	};
	const values = await readGoEnv(go, mode === "fresh" ? freshEnv : env);
	if (!values.ok) return {
		...UNKNOWN$1,
		part: `go env failed: ${firstLine$3(values.result)}`
	};
	if ((values.values["GOCACHEPROG"] ?? "") !== "") return {
		...UNKNOWN$1,
		part: "the program of GOCACHEPROG keeps the build cache; go compares nothing with it and, set in the go env file, it cannot be left out"
	};
	const cached = await readArchives(host, go, {
		packages,
		env
	}, evidence);
	if (cached.why !== void 0) return {
		...UNKNOWN$1,
		part: cached.why
	};
	const changed = findChangedInPlace(cached.archives);
	if (mode === "verify") return changed.length > 0 ? {
		checked: cached.archives.length,
		wrong: changed,
		degraded: []
	} : await letGoVerify(go, cached.archives, {
		packages,
		env
	}, evidence);
	const toolexec = findGoFlag(values.values["GOFLAGS"] ?? "", "toolexec") !== null;
	const compared = await compareWithFresh(host, go, cached.archives, {
		packages,
		env: freshEnv,
		toolexec
	}, evidence);
	const named = new Set(changed.map(({ name }) => name));
	return {
		...compared,
		wrong: [...changed, ...compared.wrong.filter(({ name }) => !named.has(name))]
	};
}
/**
* The layer when nobody asked for more: go trusts what it finds there, and so do we, aloud.
* `restored` tells what is known of where the cache comes from.
*/
function trustedBuildCache(restored) {
	const from = restored.build === null || !restored.buildIsMounted ? "" : ` (${restored.build})`;
	return notApplicable(`trusted as go trusts it${from}; --build-cache verify or fresh checks it`);
}
/**
* Whether the compiled packages in GOCACHE are what their source compiles to, those of the standard library too: for one target, as go
* builds it here. Costs one whole compilation. Programs that go keeps linked (`go run`, `go tool`) and results of tests are not looked
* at. Removes its own cache. Throws `usage`, `go-unreadable` and what the host throws.
*/
async function checkBuildCache(host, go, options) {
	const evidence = [];
	const seen = /* @__PURE__ */ new Set();
	const findings = [];
	const degraded = [];
	const parts = /* @__PURE__ */ new Set();
	let checked = 0;
	const temporary = await host.files.makeTemporaryDirectory("goparity-build-cache-");
	try {
		for (const { place, packages } of options.roots) {
			const root = await checkRoot(host, go.in(place.path), {
				...options,
				packages,
				temporary: join(temporary, "cache")
			}, evidence);
			checked += root.checked;
			degraded.push(...root.degraded);
			if (root.part !== void 0) parts.add(root.part);
			for (const entry of root.wrong) {
				const key = `${entry.kind} ${entry.name} ${entry.cached ?? ""}`;
				if (!seen.has(key)) findings.push(buildCacheFinding(place, entry, {
					mode: options.mode,
					restored: options.restored?.build ?? null
				}));
				seen.add(key);
			}
		}
	} finally {
		await host.files.remove(temporary);
	}
	const part = [...parts].join("; ");
	const rest = findings.length - MAX_FINDINGS$6;
	if (rest > 0) degraded.push({
		what: `${String(rest)} more compiled packages that differ`,
		why: `at most ${String(MAX_FINDINGS$6)} are shown`
	});
	return {
		layer: checked === 0 && findings.length === 0 && part !== "" ? notLookedAt(part) : lookedAt(checked, findings.length, part === "" ? void 0 : part),
		findings: findings.slice(0, MAX_FINDINGS$6),
		degraded,
		evidence
	};
}

// src/integrity/restored-cache.ts
const MOUNTED = "it lies on a mount of its own";
const MAX_MOUNTINFO = 4194304;
/** Mount points of this process, without those in memory, which begin empty (proc(5), mountinfo; blanks are written as octal). */
function readMountPoints(text) {
	const points = text.split("\n").flatMap((line) => {
		const fields = line.split(" ");
		const point = fields[4];
		const isMemory = fields[fields.indexOf("-") + 1] === "tmpfs";
		return point === void 0 || isMemory ? [] : [point.replaceAll(/\\([0-7]{3})/g, (_, digits) => String.fromCodePoint(Number.parseInt(digits, 8)))];
	});
	return new Set(points);
}
async function mountPoints(host) {
	if (host.system.platform !== "linux") return /* @__PURE__ */ new Set();
	const bytes = await host.files.read("/proc/self/mountinfo", MAX_MOUNTINFO).catch(() => null);
	return bytes === null ? /* @__PURE__ */ new Set() : readMountPoints(new TextDecoder().decode(bytes));
}
/** The mount that a folder lies on, unless it is the whole system, or that of the home or temporary folder: those are no caches. */
function mountOf$1(folder, points, ordinary) {
	for (let at = folder; dirname(at) !== at; at = dirname(at)) {
		if (ordinary.some((path) => path === at || path.startsWith(`${at}/`))) return null;
		if (points.has(at)) return at;
	}
	return null;
}
/** Whether GOCACHE holds a single entry: files in one of its 256 folders. */
async function holdsEntries(host, folder) {
	const folders = await host.files.list(folder);
	for (const { name, kind } of folders) if (kind === "directory" && /^[0-9a-f]{2}$/.test(name) && (await host.files.list(join(folder, name))).length > 0) return true;
	return false;
}
async function holdsModules$1(host, folder) {
	return (await host.files.list(join(folder, "cache", "download"))).some(({ name }) => name !== "sumdb");
}
async function describe$3(host, folder, points, holds) {
	if (folder === "" || folder === "off") return null;
	const ordinary = [host.system.homeDirectory, host.system.tempDirectory].filter((path) => path !== "");
	const mount = mountOf$1(await host.files.realPath(folder), points, ordinary);
	if (mount !== null) return `${MOUNTED} (${mount}), so others wrote it`;
	const ci = host.env["CI"] ?? "";
	if (ci === "" || ci === "false" || ci === "0") return null;
	return await holds(host, folder).catch(() => false) ? "it was not empty when this began: a CI cache, an earlier step or an earlier job filled it" : null;
}
/**
* Whether the caches of go were mounted (`RUN --mount=type=cache` of a Dockerfile, a volume) or, in CI, filled before this began.
* `env` holds GOCACHE and GOMODCACHE as `go env` says. To be asked before the first download or build. Never fails: no sign, no phrase.
*/
async function findRestoredCaches(host, env) {
	const points = await mountPoints(host);
	const [build, modules] = await Promise.all([describe$3(host, env["GOCACHE"] ?? "", points, holdsEntries), describe$3(host, env["GOMODCACHE"] ?? "", points, holdsModules$1)]);
	return {
		build,
		buildIsMounted: build?.startsWith(MOUNTED) ?? false,
		modules
	};
}

// src/integrity/keep-files.ts
async function read$7(host, path) {
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
		content: await read$7(host, path)
	})));
	const restored = [];
	const restore = async () => {
		for (const { path, content } of before) {
			if (isSame(content, await read$7(host, path))) continue;
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
function locate$3(place, file, line) {
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
			...at === null ? {} : { location: locate$3(place, at.file.name, at.line) },
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

// src/integrity/roots.ts
/** Folders looked at for nested modules. */
const MAX_FOLDERS = 2e4;
const AT_ONCE$6 = 32;
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
		await mapBounded(now, AT_ONCE$6, async (folder) => {
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
async function readText$2(host, path) {
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
		const uses = findUses(await readText$2(host, work)).map((use) => resolve(dirname(work), use.directory));
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

// src/integrity/root-files.ts
async function readFile$3(host, root, path) {
	const bytes = await host.files.read(path);
	if (bytes === null) return null;
	return {
		name: posixPath(root, path),
		path,
		text: new TextDecoder().decode(bytes),
		hash: sha256(bytes)
	};
}
/** go.sum beside go.mod; with `-modfile=x.mod` in GOFLAGS go reads x.mod and x.sum instead. */
function modAndSum(place, go) {
	if (place.goMod === null) return null;
	const other = place.goWork === null ? findGoFlag(go.values["GOFLAGS"] ?? "", "modfile") : null;
	const mod = other === null || other === "" ? place.goMod : resolve(place.path, other);
	return [mod, mod.replace(/\.mod$/, ".sum")];
}
/** Reads the files of a root. A file that cannot be read throws; one that is not there is left out. */
async function readRootFiles(host, place, go) {
	const read = async (path) => readFile$3(host, place.path, path);
	const { goWork } = place;
	const work = goWork === null ? null : await read(goWork);
	const base = dirname(goWork ?? place.goMod ?? join(place.path, "go.mod"));
	const own = modAndSum(place, go);
	const uses = work === null ? [] : findUses(work.text).map((use) => resolve(base, use.directory));
	const members = work !== null ? uses : place.goMod === null ? [] : [dirname(place.goMod)];
	const pairs = work === null ? own === null ? [] : [own] : uses.map((use) => [join(use, "go.mod"), join(use, "go.sum")]);
	const mods = (await mapBounded(pairs, 8, async ([mod]) => read(mod))).filter((file) => file !== null);
	const sumPaths = [...goWork === null ? [] : [goWork.replace(/\.work$/, ".work.sum")], ...pairs.map(([, sum]) => sum)];
	const sums = (await mapBounded(sumPaths, 8, read)).filter((file) => file !== null);
	const vendorFolder = join(base, "vendor");
	const modulesTxt = await read(join(vendorFolder, "modules.txt"));
	const all = [
		...mods,
		...sums,
		...work === null ? [] : [work],
		...modulesTxt === null ? [] : [modulesTxt]
	];
	return {
		goMods: mods,
		goWork: work,
		sums: sums.map(({ name, path, text }) => ({
			name,
			path,
			text,
			sum: parseGoSum(text)
		})),
		modulesTxt,
		members,
		vendorFolder,
		hashes: Object.fromEntries(all.map(({ name, hash }) => [name, hash])),
		writable: [
			...pairs.map(([mod]) => mod),
			...sumPaths,
			...goWork === null ? [] : [goWork]
		]
	};
}

// src/integrity/sum-findings.ts
/** Findings shown of one file; the rest is counted in the last one. */
const SHOWN$9 = 20;
const SHOWN_HASH = 200;
function malformed(place, { name, sum }) {
	const [first] = sum.malformed;
	if (first === void 0) return [];
	const [marker] = sum.conflictMarkers;
	const line = marker ?? first.line;
	const count = sum.malformed.length;
	const what = marker === void 0 ? `line ${String(line)} does not have three fields` : `line ${String(line)} is a conflict marker of git`;
	const others = count === 1 ? "" : ` (and ${String(count - 1)} more that cannot be read)`;
	return [{
		rule: "checksum/gosum-malformed",
		severity: "error",
		state: "new",
		title: marker === void 0 ? `${name} is malformed` : `${name} holds an unresolved merge conflict`,
		message: `In ${name}, ${what}${others}: Go 1.22 and later refuse to build with it, Go up to 1.21 drops such lines and checks fewer modules without a word.`,
		subject: { file: locate$3(place, name).file },
		location: locate$3(place, name, line),
		evidence: sum.malformed.slice(0, SHOWN$9).map((bad) => `${name}:${String(bad.line)}: ${redact(bad.text)}`),
		fix: [marker === void 0 ? {
			edit: `take line ${String(line)} out of ${name}`,
			why: "every line is `module version hash`"
		} : {
			edit: "keep the lines of both sides and delete the conflict markers",
			why: "go.sum may hold more than is needed, never less"
		}, {
			command: "go mod tidy",
			why: "drops the lines that nothing needs once the file can be read"
		}],
		source: "integrity",
		root: place.directory
	}];
}
/** What go does with two hashes, as measured: the first line decides; among the go.sum files of a workspace every line must agree. */
function whatGoDoes(name, isWorkspace, first, second) {
	return isWorkspace && !name.endsWith(".work.sum") ? "In a workspace go refuses whatever it downloads, for it never agrees with both." : `Go compares with line ${String(first)} alone: what only line ${String(second)} allows is refused, and nobody notices when line ${String(first)} is the wrong one.`;
}
/** The page of the checksum database on a version; a private module has none. */
function lookupOf({ path, version }) {
	return `https://sum.golang.org/lookup/${escapeModule(path)}@${escapeModule(version)}`;
}
function contradictions(place, { name, sum }) {
	const all = findContradictions$1(sum);
	return all.slice(0, SHOWN$9).map(({ first, second }, at) => {
		const key = sumKey(first.path, first.version, first.goMod);
		const rest = at === 19 && all.length > SHOWN$9 ? ` ${String(all.length - SHOWN$9)} more lines of ${name} contradict others.` : "";
		return {
			rule: "checksum/gosum-malformed",
			severity: "error",
			state: "new",
			title: `${name} holds two hashes for ${key}`,
			message: `Lines ${String(first.line)} and ${String(second.line)} of ${name} give different hashes for ${key}. ${whatGoDoes(name, place.goWork !== null, first.line, second.line)}${rest}`,
			subject: {
				module: `${first.path}@${first.version}`,
				file: locate$3(place, name).file
			},
			location: locate$3(place, name, second.line),
			evidence: [`${name}:${String(first.line)}: ${first.hash}`, `${name}:${String(second.line)}: ${second.hash}`].map((line) => redact(line)),
			fix: [{
				edit: `delete the wrong one of lines ${String(first.line)} and ${String(second.line)} of ${name}`,
				why: `the checksum database knows the right hash of a public module: ${lookupOf(first)}`
			}],
			source: "integrity",
			root: place.directory
		};
	});
}
function unknownAlgorithms(place, { name, sum }) {
	const all = findUnknownAlgorithms(sum);
	return all.slice(0, SHOWN$9).map(({ line, covered }, at) => {
		const key = sumKey(line.path, line.version, line.goMod);
		const meaning = covered ? "Go goes by the other line of that version and ignores this one." : "For go that version has no hash: it downloads it without comparing, warns, and adds a line for whatever came.";
		const rest = at === 19 && all.length > SHOWN$9 ? ` ${String(all.length - SHOWN$9)} more lines of ${name} are like it.` : "";
		return {
			rule: "checksum/gosum-malformed",
			severity: covered ? "note" : "warning",
			state: "new",
			title: `${name} has an unknown hash for ${key}`,
			message: `The hash in line ${String(line.line)} of ${name} does not begin with h1:, the one algorithm that Go knows. ${meaning}${rest}`,
			subject: {
				module: `${line.path}@${line.version}`,
				file: locate$3(place, name).file
			},
			location: locate$3(place, name, line.line),
			evidence: [`${name}:${String(line.line)}: ${redact(line.hash).slice(0, SHOWN_HASH)}`],
			fix: [{
				edit: `delete line ${String(line.line)} of ${name}`,
				why: "no Go release compares anything with it"
			}, ...covered ? [] : [{
				command: "go mod tidy",
				why: "adds the h1: line, checked against the checksum database for public modules"
			}]],
			source: "integrity",
			root: place.directory
		};
	});
}
/** What is wrong with the go.sum files of a root by themselves: lines go cannot read, two hashes for one thing, hashes go does not know. */
function findSumFindings(place, files) {
	return files.sums.flatMap((file) => [
		...malformed(place, file),
		...contradictions(place, file),
		...unknownAlgorithms(place, file)
	]);
}

// src/integrity/tree.ts
/** Open files at once: enough for the disk, far below every limit of open files. */
const AT_ONCE$5 = 16;
/** A file of a module is at most 500 MiB (golang.org/x/mod/zip, MaxZipFile); more is refused. */
const MAX_FILE_BYTES$1 = 524288e3;
async function collect$3(host, directory) {
	const files = [];
	let level = [""];
	while (level.length > 0) {
		const listed = await mapBounded(level, AT_ONCE$5, async (folder) => {
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
	const found = await collect$3(host, directory);
	return (await mapBounded(found, AT_ONCE$5, async ({ path, kind }) => {
		const content = kind === "file" ? await host.files.read(join(directory, path), MAX_FILE_BYTES$1) : null;
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

// src/integrity/read-root.ts
const NOTHING_LISTED = {
	modules: [],
	listed: [],
	degraded: [],
	failed: null,
	fromVendor: false
};
function firstLine$2(text) {
	const lines = text.split("\n").map((line) => line.trim());
	return redact(lines.find((line) => line !== "" && !line.startsWith("go: downloading")) ?? "").slice(0, 300);
}
async function readMode(host, place, files, go) {
	const vendor = await host.files.status(files.vendorFolder);
	const origin = (key) => go.origins[key] ?? "default";
	const [mod] = files.goMods;
	return decideMode({
		go111module: go.values["GO111MODULE"] ?? "",
		go111moduleOrigin: origin("GO111MODULE"),
		goflags: go.values["GOFLAGS"] ?? "",
		goflagsOrigin: origin("GOFLAGS"),
		goWork: place.goWork ?? "",
		hasGoMod: place.goMod !== null,
		goModGoLine: mod === void 0 ? null : findDirective(mod.text, "go")?.value ?? null,
		goWorkGoLine: files.goWork === null ? null : findDirective(files.goWork.text, "go")?.value ?? null,
		vendor: vendor === null ? null : { workspace: files.modulesTxt !== null && parseModulesTxt(files.modulesTxt.text).workspace },
		goVersion: go.values["GOVERSION"] ?? ""
	});
}
/** Machine paths out of what go says of a module: a snapshot holds none. */
function foldError(module, places) {
	if (module.error === void 0) return module;
	const folded = places.reduce((text, [path, name]) => path === "" ? text : text.replaceAll(path, name), module.error);
	return {
		...module,
		error: redact(folded).slice(0, 500)
	};
}
async function listBuild(host, go, place, files, mode, env) {
	const sums = files.sums.map(({ sum }) => sum);
	const isVendored = mode.mode === "vendor" || mode.mode === "workspace-vendor";
	const answer = await listModules$1(go);
	const listed = answer.ok ? parseListedModules(answer.json) : [];
	const broken = listed.find(({ error }) => error !== null && !error.includes("missing go.sum entry"));
	if (isVendored && files.modulesTxt !== null && (!answer.ok || broken !== void 0)) {
		const mains = files.goMods.flatMap(({ text }) => findDirective(text, "module")?.value ?? []);
		const why = answer.ok ? firstLine$2(broken?.error ?? "") : firstLine$2(answer.result.stderr.text);
		const required = files.goMods.flatMap(({ text }) => findRequirements(text));
		const direct = new Set(required.filter(({ indirect }) => !indirect).map(({ path }) => path));
		return {
			modules: readVendoredList(parseModulesTxt(files.modulesTxt.text), mains, direct, sums),
			listed: [],
			degraded: [{
				what: `the build list of ${place.directory} was read from vendor/modules.txt, go could not list it`,
				why
			}],
			failed: !answer.ok && answer.result.stderr.text.includes("checksum mismatch") ? answer.result : null,
			fromVendor: true
		};
	}
	if (!answer.ok) return {
		...NOTHING_LISTED,
		failed: answer.result
	};
	const fileProxies = (env.values["GOPROXY"] ?? "").split(/[,|]/).filter((proxy) => proxy.startsWith("file:")).map((proxy) => [proxy, "$GOPROXY"]);
	const places = [
		[place.path, "."],
		[env.values["GOMODCACHE"] ?? "", "$GOMODCACHE"],
		[env.values["GOPATH"] ?? "", "$GOPATH"],
		[host.system.homeDirectory, "$HOME"],
		...fileProxies
	];
	const modules = readBuildList(answer.json, sums).map((module) => foldError(module, places));
	return {
		...NOTHING_LISTED,
		modules,
		listed
	};
}
/** In a workspace even `go list` writes go.work.sum: a recording leaves the project as it was. */
async function readListing(...args) {
	const [host, , , files] = args;
	return (await keepFiles(host, files.writable, async () => listBuild(...args))).result;
}
/** Which lines go.sum lacks. In a workspace go needs none; with a vendor folder it reads none, but `go mod vendor` does. */
async function findMissing(go, files, mode, listed) {
	if (mode.mode !== "module" && mode.mode !== "vendor") return [];
	const [mod] = files.goMods;
	if (mod === void 0 || listed.length === 0) return [];
	const goLine = findDirective(mod.text, "go")?.value ?? "1.16";
	const required = new Set(findRequirements(mod.text).map(({ path }) => path));
	const index = indexGoSums(files.sums.map(({ sum }) => sum));
	const gaps = findSumGaps(listed, index, required, compareVersions$1(`v${goLine}`, "v1.17") < 0);
	const suspects = gaps.suspects.filter(({ path }) => required.has(path) || compareVersions$1(`v${goLine}`, "v1.17") < 0);
	if (suspects.length === 0 || mode.mode === "vendor") return gaps.missing;
	const confirmed = confirmSuspects(suspects, await listPackageErrors(go));
	return [...gaps.missing, ...confirmed];
}
/**
* Reads one root: how go finds its packages and why, its files by hash, the vendored files by content, the build list, and which
* lines go.sum lacks. Never throws for a go command that fails: `failed` is that command. `env` is `go env` of this very place.
*/
async function readRoot(host, go, place, env) {
	const files = await readRootFiles(host, place, env);
	const mode = await readMode(host, place, files, env);
	const here = go.in(place.path);
	const sumFindings = findSumFindings(place, files);
	const malformed = files.sums.some(({ sum }) => sum.malformed.length > 0);
	const lists = mode.mode !== "gopath" && !malformed;
	const hasVendor = mode.mode !== "gopath" && (await host.files.status(files.vendorFolder))?.kind === "directory";
	const [listing, vendored] = await Promise.all([lists ? readListing(host, here, place, files, mode, env) : NOTHING_LISTED, hasVendor ? readTree(host, files.vendorFolder) : null]);
	const missingSums = await findMissing(here, files, mode, listing.listed);
	const line = (directive) => findDirective((files.goWork ?? files.goMods[0])?.text ?? "", directive)?.value ?? null;
	const main = listing.modules.filter((module) => module.main === true).map(({ path }) => path);
	const root = {
		directory: place.directory,
		main: main.length > 0 ? main : files.goMods.flatMap(({ text }) => findDirective(text, "module")?.value ?? []),
		mode: mode.mode,
		modeReason: listing.fromVendor ? `${mode.reason}; ${FROM_VENDOR_LIST}` : mode.reason,
		goLine: line("go"),
		toolchainLine: line("toolchain"),
		files: files.hashes,
		vendor: vendored === null ? null : {
			files: vendored.length,
			hash: hashTree(vendored)
		},
		modules: listing.modules,
		missingSums,
		otherSums: otherSums(files.sums.map(({ sum }) => sum), listing.modules)
	};
	const degraded = malformed ? [{
		what: `the build list of ${place.directory}`,
		why: `${malformedNames(files)} cannot be read`
	}] : [];
	return {
		place,
		root,
		files,
		members: files.members.map((member) => posixPath(place.path, member)),
		findings: [...sumFindings, ...await findReplacementFindings(host, place, files, listing.modules)],
		degraded: [...degraded, ...listing.degraded],
		failed: listing.failed
	};
}
function malformedNames(files) {
	return files.sums.filter(({ sum }) => sum.malformed.length > 0).map(({ path }) => basename(path)).join(", ");
}

// src/integrity/other-modfile.ts
const MAX_FINDINGS$5 = 20;
function saidOf(text) {
	const required = new Map(findRequirements(text).map((one) => [one.path, one]));
	const lines = text.split("\n");
	return (path) => {
		const { version = null, line = null } = required.get(path) ?? {};
		const replaced = findReplacement(text, path);
		const target = replaced === null ? void 0 : lines[replaced - 1]?.split("//", 1)[0]?.split("=>")[1];
		const shown = redact(target?.trim() ?? "").slice(0, 200);
		const words = [version ?? "not required", ...replaced === null ? [] : [`=> ${shown}`]];
		return {
			version,
			line: replaced ?? line,
			text: words.join(" ")
		};
	};
}
/**
* What the file that `-modfile` names has otherwise than go.mod of the project: one finding for each module, at most 20; none where
* both say the same.
*/
async function checkModfile(host, { place, files }, flag) {
	const [used] = files.goMods;
	if (place.goMod === null || used === void 0 || used.path === place.goMod) return [];
	const bytes = await host.files.read(place.goMod);
	const own = bytes === null ? "" : new TextDecoder().decode(bytes);
	const [before, after] = [saidOf(own), saidOf(used.text)];
	return [...new Set([own, used.text].flatMap((text) => findRequirements(text).map(({ path }) => path)))].toSorted(byteOrder).filter((path) => before(path).text !== after(path).text).slice(0, MAX_FINDINGS$5).map((path) => {
		const now = after(path);
		return {
			rule: "modules/not-covered",
			severity: "warning",
			state: "new",
			title: `${path} is built as ${used.name} says, not go.mod`,
			message: `GOFLAGS (${flag.where}) holds -modfile=${flag.shown}: go reads ${used.name} and the go.sum beside it. ${path} is ${now.text} there and ${before(path).text} in go.mod.`,
			subject: {
				module: now.version === null ? path : `${path}@${now.version}`,
				file: used.name
			},
			location: locate$3(place, used.name, now.line),
			evidence: [`go.mod: ${path} ${before(path).text}`, `${used.name}: ${path} ${now.text}`],
			fix: [{
				edit: "take -modfile out of GOFLAGS",
				why: "builds by go.mod of the project"
			}],
			source: "integrity",
			root: place.directory
		};
	});
}

// src/integrity/outside-work.ts
const MAX_FINDINGS$4 = 20;
const MAX_LINES$4 = 20;
/** The folder of the repository that a folder lies in, by its `.git`; the folder itself where there is none. */
async function findRepository(host, directory) {
	for (let folder = directory;; folder = dirname(folder)) {
		if (await host.files.status(`${folder}${sep}.git`).catch(() => null) !== null) return folder;
		if (dirname(folder) === folder) return directory;
	}
}
function isWithin(folder, path) {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
function statementAt(text, line, verb) {
	const words = ((text.split("\n", line)[line - 1] ?? "").split("//", 1)[0] ?? "").trim().replaceAll(/\s+/g, " ");
	return redact(words.startsWith(`${verb} `) ? words.slice(verb.length + 1) : words).slice(0, 300);
}
function findShadows(work, { files, root }, project) {
	const isOwn = ({ path }) => isWithin(project, path);
	const required = new Map(root.modules.flatMap(({ path, version, main }) => main === true ? [] : [[path, version]]));
	for (const { path, version } of files.goMods.filter(isOwn).flatMap(({ text }) => findRequirements(text))) if (!required.has(path)) required.set(path, version);
	const shadows = [];
	for (const [path, version] of required) {
		const line = findReplacement(work.text, path);
		if (line === null) continue;
		const text = statementAt(work.text, line, "replace");
		shadows.push({
			path,
			version,
			line,
			text,
			folder: /^(?:[.]{1,2}(?:[/\\]|$)|[/\\"`]|[A-Za-z]:)/.test(text.split("=>")[1]?.trim() ?? "")
		});
	}
	for (const use of findUses(work.text)) {
		const folder = resolve(dirname(work.path), use.directory);
		const mod = files.goMods.find(({ path }) => dirname(path) === folder);
		const path = mod === void 0 || isWithin(project, folder) ? void 0 : findDirective(mod.text, "module")?.value;
		const requirement = files.goMods.filter(isOwn).flatMap(({ text }) => findRequirements(text)).find((one) => one.path === path);
		if (path === void 0 || requirement === void 0 || shadows.some((shadow) => shadow.path === path)) continue;
		shadows.push({
			path,
			version: requirement.version,
			line: use.line,
			text: `use ${use.directory}`,
			folder: true
		});
	}
	return shadows.toSorted((a, b) => byteOrder(a.path, b.path));
}
function leaveWorkspace({ origins }) {
	const why = "builds by go.mod of the project alone";
	if (origins["GOWORK"] === "process") return {
		command: "unset GOWORK",
		why: "lets go look for go.work itself"
	};
	return origins["GOWORK"] === "goenv" ? {
		command: "go env -u GOWORK",
		why: "lets go look for go.work itself"
	} : {
		command: "export GOWORK=off",
		why
	};
}
const HOW = {
	process: "GOWORK in the environment of this process names it",
	goenv: "GOWORK in the go env file names it"
};
/** Replacements of a go.work, with their lines. */
function replaceLines(work) {
	return work.text.split("\n").flatMap((raw, at) => raw.split("//", 1)[0]?.includes("=>") === true ? [`${work.name}:${String(at + 1)}: ${statementAt(raw, 1, "replace")}`] : []).slice(0, MAX_LINES$4);
}
/**
* Looks whether the go.work in effect lies outside the repository of the project (outside the project itself, where there is no
* repository): one finding for each required module that it replaces or has as a member (at most 20), or one for itself.
* `null` when there is none outside.
*/
async function checkOutsideWork(host, reading, env, project) {
	const { place, files } = reading;
	const work = files.goWork;
	if (work === null || isWithin(project, work.path)) return null;
	const repository = await findRepository(host, project);
	const real = await host.files.realPath(work.path);
	if (isWithin(repository, work.path) && isWithin(repository, real)) return null;
	const shadows = findShadows(work, reading, project);
	const how = HOW[env.origins["GOWORK"] ?? ""] ?? "go found it above the project";
	const outside = `${work.name} lies outside the ${repository === project ? "project" : "repository"}; ${how}`;
	const common = {
		rule: "modules/not-covered",
		severity: "warning",
		state: "new",
		fix: [leaveWorkspace(env), {
			edit: `move ${work.name} into the repository`,
			why: "lets everybody build by it, and review see it"
		}],
		source: "integrity",
		root: place.directory
	};
	const findings = shadows.slice(0, MAX_FINDINGS$4).map(({ path, version, line, text, folder }) => {
		const instead = folder ? "from a folder that no checksum covers" : "as it says there";
		const told = {
			title: `${path} is built as a go.work outside the project says`,
			message: `${outside}. Its line ${String(line)} has ${path} built ${instead}, not as go.mod and go.sum of the project say.`,
			subject: {
				module: version === null ? path : `${path}@${version}`,
				file: work.name
			},
			location: locate$3(place, work.name, line),
			evidence: [`${work.name}:${String(line)}: ${text}`]
		};
		return Object.assign(told, common);
	});
	const alone = {
		...common,
		title: "a go.work outside the project is in effect",
		message: `${outside}. It decides which modules and versions are built, and it is not part of what is recorded with the project.`,
		subject: { file: work.name },
		location: locate$3(place, work.name),
		evidence: replaceLines(work)
	};
	return {
		folders: shadows.filter(({ folder }) => folder).map(({ path }) => path),
		findings: findings.length === 0 ? [alone] : findings
	};
}

// src/integrity/overlay.ts
const MAX_BYTES$2 = 16777216;
const MAX_GROUPS = 20;
const MAX_LINES$3 = 20;
/** Characters of a path that are shown. */
const LONGEST = 300;
/** The `Replace` map, as encoding/json finds it: in any case, the last one of a name. */
function parseOverlay(bytes, directory) {
	let parsed;
	try {
		parsed = JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return "it is no JSON";
	}
	if (!isObject(parsed)) return "it is no JSON object";
	const replace = Object.entries(parsed).findLast(([key]) => key.toLowerCase() === "replace")?.[1] ?? {};
	if (!isObject(replace)) return "its Replace is no object";
	const entries = [];
	for (const [file, by] of Object.entries(replace)) {
		if (typeof by !== "string") return `what it gives for ${JSON.stringify(file.slice(0, 80))} is no text`;
		entries.push({
			file: resolve(directory, file),
			by: by === "" ? null : resolve(directory, by)
		});
	}
	return entries.toSorted((a, b) => byteOrder(a.file, b.file));
}
/** The module that a file belongs to, `path@version`, by its place in the module cache or in vendor/; empty for the project's own. */
function ownerOf$1({ root, files }, moduleCache) {
	const vendored = root.modules.filter(({ main }) => main !== true).map(({ path, version }) => [join(files.vendorFolder, path), version === null ? path : `${path}@${version}`]).toSorted(([a], [b]) => b.length - a.length);
	return (file) => {
		if (moduleCache !== "" && file.startsWith(moduleCache + sep)) {
			const [, name] = /^([^@]+@[^/]+)\//.exec(posixPath(moduleCache, file)) ?? [];
			if (name !== void 0) return unescapeModule(name);
		}
		return vendored.find(([folder]) => file.startsWith(folder + sep))?.[1] ?? "";
	};
}
function unreadable$1({ place }, flag, shown, why) {
	return {
		rule: "modules/not-covered",
		severity: "warning",
		state: "new",
		title: `the overlay ${shown} cannot be read`,
		message: `GOFLAGS (${flag.where}) holds -overlay=${flag.shown}, and ${why}. Go builds nothing before it can read that file.`,
		subject: {
			file: shown,
			key: "GOFLAGS"
		},
		evidence: [`${shown}: ${why}`],
		fix: [{
			edit: `take -overlay out of GOFLAGS, or bring ${shown}`,
			why: "builds what the files hold"
		}],
		source: "integrity",
		root: place.directory
	};
}
function replacedFinding({ place }, flag, module, entries, show) {
	const [first] = entries;
	const file = show(first?.file ?? "");
	const count = entries.length;
	const owner = module === "" ? "" : ` of ${module}`;
	const what = count === 1 ? `${file}${owner}` : `${String(count)} files${owner}`;
	const lines = entries.slice(0, MAX_LINES$3).map((entry) => `${show(entry.file)} => ${entry.by === null ? "(taken away)" : show(entry.by)}`);
	const isInside = !file.startsWith("$") && !file.startsWith("..") && !file.startsWith("/");
	return {
		rule: "modules/not-covered",
		severity: "warning",
		state: "new",
		title: `an overlay replaces ${what}`,
		message: `GOFLAGS (${flag.where}) holds -overlay=${flag.shown}: go builds ${what} from other contents than those that were verified.`,
		subject: {
			...module === "" ? {} : { module },
			file
		},
		...isInside ? { location: locate$3(place, file) } : {},
		evidence: [...lines, ...count > MAX_LINES$3 ? [`and ${String(count - MAX_LINES$3)} more`] : []],
		fix: [{
			edit: "take -overlay out of GOFLAGS",
			why: "builds what was verified"
		}],
		source: "integrity",
		root: place.directory
	};
}
/** Reads what `-overlay` names: which files go builds from which others, one finding for each module they belong to (at most 20). */
async function checkOverlay(host, reading, flag, moduleCache, show) {
	const { place } = reading;
	const path = resolve(place.path, flag.value);
	const failed = (why) => ({
		does: "cannot be read",
		findings: [unreadable$1(reading, flag, show(path), why)]
	});
	let bytes;
	try {
		bytes = await host.files.read(path, MAX_BYTES$2);
	} catch (error) {
		return failed(show(toError(error).message.slice(0, 200)));
	}
	if (bytes === null) return failed("that file is not there");
	const entries = parseOverlay(bytes, place.path);
	if (typeof entries === "string") return failed(entries);
	const findOwner = ownerOf$1(reading, moduleCache);
	const groups = /* @__PURE__ */ new Map();
	for (const entry of entries) {
		const owner = findOwner(entry.file);
		const group = groups.get(owner);
		if (group === void 0) groups.set(owner, [entry]);
		else group.push(entry);
	}
	return {
		does: `replaces ${String(entries.length)} ${entries.length === 1 ? "file" : "files"}`,
		findings: [...groups].slice(0, MAX_GROUPS).map(([module, group]) => replacedFinding(reading, flag, module, group, show))
	};
}
/** How a path is shown: relative to `from` inside a folder, folded outside it; bounded, without credentials. */
function showFrom(from, inside, fold) {
	return (path) => redact(path === inside || path.startsWith(inside + sep) ? posixPath(from, path) : fold(path)).slice(0, LONGEST);
}

// src/integrity/build-inputs.ts
/** GOWORK, GOENV, and the three flags of GOFLAGS. */
const SETTINGS$1 = 5;
/** The project's directory, absolute. */
function projectOf({ place }) {
	return resolve(place.path, posix.relative(place.directory, "."));
}
/**
* Looks at what decides what go builds beside the modules: a go.work outside the project, and `-toolexec`, `-overlay` and `-modfile`
* in GOFLAGS, each with the place where it is set. Replacements by a folder are counted; their findings come with the reading.
* Nothing here is an error by itself: instrumentation and monorepos do the same on purpose.
*/
async function checkBuildInputs(host, reading, env) {
	const { values, origins } = env;
	const project = projectOf(reading);
	const fold = makeFold({
		goroot: [values["GOROOT"] ?? ""],
		gopath: [values["GOPATH"] ?? ""],
		gomodcache: [values["GOMODCACHE"] ?? ""],
		workspace: [project],
		temp: [host.system.tempDirectory],
		home: [host.system.homeDirectory]
	});
	const where = {
		process: "set in the environment of this process",
		goenv: `set in the go env file ${fold(values["GOENV"] ?? "")}`.trimEnd(),
		goroot: "set in $GOROOT/go.env",
		derived: "worked out by go",
		default: "go's default"
	}[origins["GOFLAGS"] ?? "default"];
	const flag = (name) => {
		const value = findGoFlag(values["GOFLAGS"] ?? "", name);
		return value === null || value === "" ? null : {
			value,
			shown: redact(fold(value)).slice(0, 200),
			where
		};
	};
	const [toolexec, overlay, modfile] = [
		flag("toolexec"),
		flag("overlay"),
		flag("modfile")
	];
	const show = showFrom(reading.place.path, project, fold);
	const [work, overlaid, modded] = await Promise.all([
		checkOutsideWork(host, reading, env, project),
		overlay === null ? null : checkOverlay(host, reading, overlay, values["GOMODCACHE"] ?? "", show),
		modfile === null ? [] : checkModfile(host, reading, modfile)
	]);
	const reasons = [
		...toolexec === null ? [] : [`-toolexec=${toolexec.shown} in GOFLAGS, ${where}: that program runs compiler and linker and decides what is built`],
		...overlay === null || overlaid === null ? [] : [`-overlay=${overlay.shown} in GOFLAGS, ${where}: it ${overlaid.does}, and go builds other contents than were verified`],
		...work === null || work.folders.length === 0 ? [] : [`${reading.files.goWork?.name ?? "go.work"} outside the project has ${nameSome(work.folders)} built from a folder`]
	];
	const replaced = reading.root.modules.filter(({ replace }) => replace !== void 0 && replace.version === null);
	return {
		layer: lookedAt(SETTINGS$1 + replaced.length, 0, reasons.length === 0 ? void 0 : reasons.join("; ")),
		findings: [
			...work?.findings ?? [],
			...overlaid?.findings ?? [],
			...modded
		]
	};
}
const NAMED$2 = 3;
function nameSome(names) {
	const rest = names.length - NAMED$2;
	return rest > 0 ? `${names.slice(0, NAMED$2).join(", ")} and ${String(rest)} more` : names.join(", ");
}

// src/integrity/cache-findings.ts
/** Changed files named in one finding; the others are counted. */
const SHOWN_FILES = 20;
const CHANGED = {
	modified: "modified",
	added: "added",
	removed: "removed",
	mode: "has other permissions",
	link: "is a link",
	irregular: "is no regular file"
};
function changedFiles(key, changes) {
	const shown = changes.slice(0, SHOWN_FILES).map(({ path, change }) => `${nameOf$2({ key }, path)}: ${CHANGED[change]}`);
	return changes.length > SHOWN_FILES ? [...shown, `and ${String(changes.length - SHOWN_FILES)} more files`] : shown;
}
/** `2 files modified, 1 added`. */
function countChanges(changes) {
	return [
		"modified",
		"added",
		"removed",
		"link",
		"irregular",
		"mode"
	].flatMap((change) => {
		const count = changes.filter((one) => one.change === change).length;
		return count === 0 ? [] : [`${String(count)} ${CHANGED[change]}`];
	}).join(", ");
}
/** The lines of go.sum, of whichever file, that say something of a module. */
function sumPlaces(place, files, of, goMod) {
	return files.sums.flatMap(({ name, path, sum }) => sum.lines.filter((line) => line.path === of.path && line.version === of.version && line.goMod === goMod).map(({ line, hash }) => ({
		file: locate$3(place, name).file,
		path,
		line,
		hash
	})));
}
/** The finding for a module whose recorded hash, zip or directory is not what it should be. */
function cachedModuleFinding(place, files, { judgement, named, explained }) {
	const { state, ok } = judgement;
	const { key, recorded, zip, directory } = state;
	const sums = sumPlaces(place, files, state, false);
	const [line] = sums;
	const againstSum = ok.ziphash === false;
	const wrong = [
		...againstSum ? ["the recorded hash"] : [],
		...ok.zip === false ? ["the zip"] : [],
		...ok.directory === false ? ["the extracted directory"] : []
	].join(" and ");
	const [first] = named?.changes ?? [];
	const counted = named === null || named.changes.length === 0 ? "" : ` (${countChanges(named.changes)})`;
	const message = againstSum ? `${wrong} of ${key} in the module cache${counted} is not what ${line?.file ?? "go.sum"} says. ${explained.sentence}` : `${wrong} of ${key} is not what was downloaded${counted}, and go builds what lies there. ${explained.sentence}`;
	return {
		rule: againstSum ? "checksum/gosum-mismatch" : "checksum/cache-modified",
		severity: "error",
		state: "new",
		title: againstSum ? `${key} in the module cache is not what go.sum says` : `${key} was modified in the module cache`,
		message: message.replace(/^t/, "T"),
		subject: {
			module: key,
			...first === void 0 ? {} : { file: nameOf$2(state, first.path) }
		},
		...againstSum && line !== void 0 ? { location: {
			file: line.file,
			line: line.line
		} } : {},
		evidence: [
			...sums.map((sum) => `${sum.file}:${String(sum.line)}: ${sum.hash}`),
			`recorded hash: ${recorded ?? "none"}`,
			...zip === null ? [] : [`zip: ${zip.h1 ?? zip.fault ?? ""}`],
			...directory === null ? [] : [`directory: ${directory.h1 ?? directory.fault ?? ""}`],
			...named === null ? [] : [...changedFiles(key, named.changes), ...named.texts],
			...explained.evidence
		],
		fix: explained.fix,
		source: "integrity",
		root: place.directory
	};
}
/** The finding for a cached go.mod that is not what go.sum says: it decides which versions are built. */
function cachedGoModFinding(place, files, state, explained) {
	const sums = sumPlaces(place, files, state, true);
	const [line] = sums;
	const key = `${state.path}@${state.version}`;
	return {
		rule: "checksum/gosum-mismatch",
		severity: "error",
		state: "new",
		title: `the cached go.mod of ${key} is not what go.sum says`,
		message: `The go.mod file of ${key} in the module cache is not what ${line?.file ?? "go.sum"} says. It decides which versions are built. ${explained.sentence}`,
		subject: {
			module: state.key,
			file: nameOf$2({ key }, "go.mod")
		},
		...line === void 0 ? {} : { location: {
			file: line.file,
			line: line.line
		} },
		evidence: [
			...sums.map((sum) => `${sum.file}:${String(sum.line)}: ${sum.hash}`),
			`cached go.mod: ${state.hash ?? "no regular file"}`,
			...explained.evidence
		],
		fix: explained.fix,
		source: "integrity",
		root: place.directory
	};
}
/** The finding for a version that go refused on its way into the module cache. */
function refusedFinding(place, dispute, explained) {
	const { path, version, goMod, testimonies } = dispute;
	const key = sumKey(path, version, goMod);
	const what = goMod ? `the go.mod file of ${path}@${version}` : key;
	const [file = "", line = ""] = (testimonies.find(({ witness }) => witness === "go.sum")?.from ?? "").split(":");
	return {
		rule: "checksum/gosum-mismatch",
		severity: "error",
		state: "new",
		title: `${what} is not what go.sum says`,
		message: `What go downloaded as ${what} is not what ${file === "" ? "go.sum" : file} says, and go refused it. ${explained.sentence}`,
		subject: { module: key },
		...line === "" ? {} : { location: {
			file,
			line: Number(line)
		} },
		evidence: [...testimonies.filter(({ witness }) => witness === "go.sum").map(({ from, hash }) => `${from ?? ""}: ${hash ?? ""}`), ...explained.evidence],
		fix: explained.fix,
		source: "integrity",
		root: place.directory
	};
}
/** The finding about a contradiction of the checksum database, with who is right and which files differ. */
function withExplanation(finding, key, named, explained) {
	const [first] = named?.changes ?? [];
	return {
		...finding,
		message: `${finding.message} ${explained.sentence}`,
		subject: {
			...finding.subject,
			...first === void 0 ? {} : { file: nameOf$2({ key }, first.path) }
		},
		evidence: [
			...finding.evidence,
			...named === null ? [] : [...changedFiles(key, named.changes), ...named.texts],
			...explained.evidence.filter((line) => !finding.evidence.includes(line))
		]
	};
}

// src/integrity/disputes.ts
function fromGoSum({ place, files }, of, goMod) {
	return sumPlaces(place, files, of, goMod).map(({ file, line, hash }) => ({
		witness: "go.sum",
		from: `${file}:${String(line)}`,
		hash
	}));
}
/** What go.sum and the places of the module cache say of a module version. */
function moduleDispute(reading, { state }) {
	const { path, version, recorded, zip, directory } = state;
	return {
		path,
		version,
		goMod: false,
		testimonies: [
			...fromGoSum(reading, state, false),
			{
				witness: "ziphash",
				from: null,
				hash: recorded,
				...recorded === null ? { note: "none is recorded" } : {}
			},
			...zip === null ? [] : [{
				witness: "zip",
				from: null,
				hash: zip.h1,
				...zip.fault === null ? {} : { note: zip.fault }
			}],
			...directory === null ? [] : [{
				witness: "directory",
				from: null,
				hash: directory.h1,
				...directory.fault === null ? {} : { note: directory.fault }
			}]
		]
	};
}
/** The same of a cached go.mod. */
function goModDispute(reading, state) {
	const { path, version, hash } = state;
	return {
		path,
		version,
		goMod: true,
		testimonies: [...fromGoSum(reading, state, true), {
			witness: "go.mod",
			from: null,
			hash
		}]
	};
}
const REFUSAL = /verifying (?<path>[^\s@]+)@(?<version>[^\s@/:]+)(?<mod>\/go\.mod)?: checksum mismatch\s+downloaded: +(?<hash>h1:[\w+/]{43}=)/g;
/** What go refused on its way into the module cache, by its own words; each version once. */
function refusalDisputes(reading, text) {
	const disputes = /* @__PURE__ */ new Map();
	for (const { groups = {} } of text.matchAll(REFUSAL)) {
		const { path = "", version = "", mod, hash = "" } = groups;
		const goMod = mod !== void 0;
		const testimonies = [...fromGoSum(reading, {
			path,
			version
		}, goMod), {
			witness: "proxy",
			from: null,
			hash,
			note: "what go downloaded and refused"
		}];
		disputes.set(sumKey(path, version, goMod), {
			path,
			version,
			goMod,
			testimonies
		});
	}
	return [...disputes.values()];
}

// src/integrity/explained-by.ts
function whereSet({ values, origins }, key) {
	return {
		process: "set in the environment of this process",
		goenv: `set in the go env file ${values["GOENV"] ?? ""}`.trimEnd(),
		goroot: "set in $GOROOT/go.env",
		derived: "worked out by go",
		default: "go's default"
	}[origins[key] ?? "default"];
}
/** What GOPROXY and GOSUMDB are when nobody sets them; the first since Go 1.13. */
const DEFAULT_PROXY = "https://proxy.golang.org,direct";
const UNCHECKED = "whatever was served first went into go.sum without a look at the checksum database";
function ofDatabase(values, path) {
	const off = (values["GOSUMDB"] ?? "") === "off" ? [{
		key: "GOSUMDB",
		value: "off",
		meaning: UNCHECKED
	}] : [];
	const key = matchesModulePatterns(values["GOPRIVATE"] ?? "", path) && values["GONOSUMDB"] === values["GOPRIVATE"] ? "GOPRIVATE" : "GONOSUMDB";
	if (!matchesModulePatterns(values[key] ?? "", path)) return off;
	return [...off, {
		key,
		value: values[key] ?? "",
		meaning: `it matches ${path}: ${UNCHECKED}`
	}];
}
function ofFlags(goflags) {
	const mod = findGoFlag(goflags, "mod");
	const file = findGoFlag(goflags, "modfile");
	return [
		...mod === "mod" ? [{
			key: "GOFLAGS",
			value: "-mod=mod",
			meaning: "every go command may write go.sum, so a new line came without anybody asking for it"
		}] : [],
		...file === null ? [] : [{
			key: "GOFLAGS",
			value: `-modfile=${file}`,
			meaning: "go reads another go.sum, beside that file"
		}],
		...findGoFlag(goflags, "insecure") === null ? [] : [{
			key: "GOFLAGS",
			value: "-insecure",
			meaning: "Go up to 1.16 fetched over plain HTTP and asked no checksum database; later releases refuse the flag"
		}]
	];
}
/**
* Settings that explain how a module version came to have a wrong checksum, each with where it is set. `env` is the process
* environment, for GONOSUMCHECK, which go env does not print. Settings that play no part for this module are left out.
*/
function explainedBy$1(environment, path, env = {}) {
	const { values } = environment;
	const proxy = values["GOPROXY"] ?? "";
	const insecure = values["GOINSECURE"] ?? "";
	const old = env["GONOSUMCHECK"] ?? "";
	return [
		...proxy === "" || proxy === DEFAULT_PROXY ? [] : [{
			key: "GOPROXY",
			value: proxy,
			meaning: "modules come from here, not from where go looks by default"
		}],
		...ofDatabase(values, path),
		...ofFlags(values["GOFLAGS"] ?? ""),
		...matchesModulePatterns(insecure, path) ? [{
			key: "GOINSECURE",
			value: insecure,
			meaning: "it may be fetched over plain HTTP, where anybody on the way can change it"
		}] : [],
		...old === "" ? [] : [{
			key: "GONOSUMCHECK",
			value: old,
			where: "set in the environment of this process",
			meaning: "no Go that goparity supports reads it: it explains nothing"
		}]
	].map(({ key, value, meaning, where }) => ({
		key,
		value: redact(value).slice(0, 300),
		where: where ?? whereSet(environment, key),
		meaning
	}));
}

// src/integrity/download-note.ts
/** Reads what go printed; of something else nothing is known. */
function readDownloadNote({ stdout }) {
	const name = "go mod download -json";
	try {
		const [object] = stdout.truncated ? [] : parseJsonSequence(stdout.text, name);
		const origin = object?.["Origin"];
		const text = (key) => isObject(origin) ? textField(origin, key, name) ?? null : null;
		const hash = text("Hash");
		const ref = text("Ref");
		const url = text("URL");
		return {
			error: object === void 0 ? "" : textField(object, "Error", name) ?? "",
			url: url === null ? null : redact(url).slice(0, 200),
			revision: hash === null ? null : redact(`${ref ?? "it"} is at ${hash.slice(0, 12)}`).slice(0, 200)
		};
	} catch {
		return {
			error: "",
			url: null,
			revision: null
		};
	}
}

// src/integrity/proxy-entries.ts
/** Entries asked at most: nobody has more, and each may take its whole deadline. */
const MAX_ENTRIES$2 = 8;
/** A proxy without user, password, query and other secrets. */
function proxyName(entry) {
	if (!entry.includes(":/")) return redact(entry.replace(/^.*@/s, "").replace(/[?#].*$/s, ""));
	try {
		const url = new URL(entry);
		url.username = "";
		url.password = "";
		url.search = "";
		url.hash = "";
		return redact(url.href.replace(/\/$/, ""));
	} catch {
		return "a proxy whose address cannot be read";
	}
}
/** Entries of GOPROXY as cmd/go/internal/modfetch/proxy.go reads them: what follows `direct` or `off` does not count. */
function entriesOf$1(goproxy) {
	const entries = goproxy.split(/[,|]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
	const last = entries.findIndex((entry) => entry === "direct" || entry === "off" || entry === "noproxy");
	return last === -1 ? entries : entries.slice(0, last + 1);
}
const REPOSITORY = {
	witness: "repository",
	name: null,
	goproxy: "direct"
};
function notAsked(note) {
	return {
		witness: "repository",
		from: null,
		hash: null,
		note: `not asked: ${note}`
	};
}
/**
* Every place to ask for a module, each by itself. A private path is asked only where go itself would ask; the repository of a public
* one also where GOPROXY does not say `direct`, for its name is no secret: go tells it to the checksum database.
*/
function planSources({ values }, path) {
	const matches = (key) => matchesModulePatterns(values[key] ?? "", path);
	const entries = entriesOf$1(values["GOPROXY"] ?? "");
	if (entries[0] === "off" || entries.length === 0) return {
		ask: [],
		silent: [notAsked("GOPROXY=off forbids it")]
	};
	if (matches("GONOPROXY")) return {
		ask: [REPOSITORY],
		silent: []
	};
	const proxies = entries.filter((entry) => entry !== "direct" && entry !== "off" && entry !== "noproxy").slice(0, MAX_ENTRIES$2).map((entry) => ({
		witness: "proxy",
		name: proxyName(entry),
		goproxy: entry
	}));
	const isSecret = matches("GOPRIVATE") || matches("GONOSUMDB") || values["GOSUMDB"] === "off";
	if (entries.includes("direct") || !isSecret) return {
		ask: [...proxies, REPOSITORY],
		silent: []
	};
	return {
		ask: proxies,
		silent: [notAsked("GOPROXY does not name direct, and the module may be private")]
	};
}

// src/integrity/throwaway-module.ts
/** golang.org/x/mod/module, CheckPath: what is allowed in a module path; the first character is no dash. */
const MODULE_PATH = /^[A-Za-z0-9_][\w.~-]*(?:\/[\w~][\w.~-]*)*$/;
const VERSION$1 = /^v\d[0-9A-Za-z.+-]*$/;
/** Whether a name out of go.sum can be given to go, and to the file system: nothing in it is an option, a query or a way out of a folder. */
function isNameable({ path, version }) {
	return path.length <= 1e3 && version.length <= 500 && MODULE_PATH.test(path) && VERSION$1.test(version) && !version.includes("..");
}
/**
* Runs exactly the toolchain that `env` describes, in whatever folder: no other one is chosen, and above all none is downloaded,
* which with its checksums switched off must never happen.
*/
function sameToolchain(go, { values }) {
	const root = values["GOROOT"] ?? "";
	const key = Object.keys(go.env).find((name) => name.toUpperCase() === "PATH") ?? "PATH";
	const path = go.env[key] ?? "";
	return {
		GOTOOLCHAIN: "local",
		GOWORK: "off",
		GO111MODULE: "on",
		...root === "" ? {} : { [key]: `${join(root, "bin")}${delimiter}${path}` }
	};
}
/** Runs `work` with a new folder under the temporary directory, and removes it afterwards. */
async function withTemporaryFolder(host, work) {
	const folder = await host.files.makeTemporaryDirectory("goparity-module-");
	try {
		return await work(folder);
	} finally {
		await host.files.remove(folder).catch(() => void 0);
	}
}
/** Makes an empty main module with this go.sum; gives its folder. It has no go line: nothing there asks for another Go. */
async function makeEmptyMain(host, folder, goSum) {
	const main = join(folder, "main");
	await host.files.writeAtomically(join(main, "go.mod"), "module goparity.invalid/throwaway\n");
	await host.files.writeAtomically(join(main, "go.sum"), goSum);
	return main;
}

// src/integrity/fetch-module.ts
const AT_ONCE$4 = 3;
const DEADLINE_MS$7 = 3e4;
/** golang.org/x/mod/zip, MaxGoMod. */
const MAX_GO_MOD_BYTES = 16777216;
/** Why a place gave nothing, by go's words; the first that fits. */
const REASONS$1 = [
	[/GOVCS disallows/, "GOVCS does not allow its kind of repository"],
	[/: exec: "\w+"|"\w+": executable file not found/, "the program of its repository (git) is not there"],
	[/module lookup disabled/, "GOPROXY=off forbids it"],
	[/: 40[13] |terminal prompts disabled|could not read Username|Permission denied \(publickey/, "it asks for credentials or refuses"],
	[/: 4(?:04|10) |no such file or directory|unknown revision|unrecognized import path.*40[4]|Repository not found/, "it has no such version"],
	[/: 5\d\d [A-Z]/, "it answers with a server error"],
	[/connection refused|connection reset|no such host|i\/o timeout|unreachable|[Cc]ould not resolve|server misbehaving|handshake|[Cc]ould not connect|EOF/, "it cannot be reached"]
];
function reasonOf(result, error, folder, deadlineMs) {
	if (result.ending === "timed-out") return `it did not answer within ${String(deadlineMs / 1e3)} seconds`;
	const text = `${error}\n${result.stderr.text}`;
	const known = REASONS$1.find(([pattern]) => pattern.test(text));
	if (known !== void 0) return known[1];
	const line = text.split("\n").map((line) => line.trim()).find((one) => one !== "" && !one.startsWith("go: downloading")) ?? "go says nothing";
	return redact(line.replaceAll(folder, "")).slice(0, 200);
}
async function ask$1(host, go, env, module, { witness, name, goproxy }, { folder, deadlineMs }) {
	const cache = join(folder, "cache");
	const key = sumKey(module.path, module.version, false);
	const result = await go.run([
		"mod",
		"download",
		"-json",
		key
	], {
		cwd: await makeEmptyMain(host, folder, ""),
		deadlineMs,
		env: {
			...sameToolchain(go, env),
			GOPROXY: goproxy,
			GOMODCACHE: cache,
			GOFLAGS: "-mod=mod -modcacherw",
			GOSUMDB: "off",
			GONOSUMDB: "*"
		}
	});
	const { error, url, revision } = readDownloadNote(result);
	const places = cachePlaces(cache, module.path, module.version);
	const [content, zip] = await Promise.all([host.files.read(places.mod, MAX_GO_MOD_BYTES).catch(() => null), host.hashing.zip(places.zip, key)]);
	const hash = zip?.h1 ?? null;
	const goMod = content === null ? null : hashGoMod(content);
	const reason = zip?.fault ?? reasonOf(result, error, folder, deadlineMs);
	const from = name ?? url;
	const say = (said) => {
		const note = said === null ? reason : revision;
		return {
			witness,
			from,
			hash: said,
			...note === null ? {} : { note }
		};
	};
	return {
		copy: {
			from,
			hash,
			goMod,
			zip: zip === null ? null : places.zip,
			mod: content === null ? null : places.mod
		},
		zip: say(hash),
		goMod: say(goMod)
	};
}
/**
* Fetches one module version anew from each entry of GOPROXY by itself and from its repository, each into an empty module cache with
* an empty go.sum, and hashes what they serve. Nothing of the project or of its module cache is read or written. A place that gives
* nothing says why in its `note`. Three at once. Throws `cancelled` and `go-missing`.
*/
async function fetchModule(host, go, env, module, options = {}) {
	if (!isNameable(module)) return {
		zip: [],
		goMod: []
	};
	const { ask: sources, silent } = planSources(env, module.path);
	return withTemporaryFolder(host, async (folder) => {
		const deadlineMs = options.deadlineMs ?? DEADLINE_MS$7;
		const numbered = sources.map((source, index) => ({
			source,
			place: {
				folder: join(folder, String(index)),
				deadlineMs
			}
		}));
		const answers = await mapBounded(numbered, AT_ONCE$4, async ({ source, place }) => ask$1(host, go, env, module, source, place));
		await options.use?.(answers.map(({ copy }) => copy));
		return {
			zip: [...answers.map(({ zip }) => zip), ...silent],
			goMod: [...answers.map(({ goMod }) => goMod), ...silent]
		};
	});
}

// src/baseline/change.ts
/** A SHA-1 or SHA-256 name; anything else never reaches git. */
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function property(value, ...path) {
	let found = value;
	for (const name of path) {
		if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return void 0;
		found = Object.entries(found).find(([key]) => key === name)?.[1];
	}
	return found;
}
function commitsOf(...values) {
	return values.filter((value) => typeof value === "string" && COMMIT.test(value));
}
function textOf$1(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
/** `gh-readonly-queue/main/pr-12-SHA`: the branch a merge queue builds has its base in its name. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-([0-9a-f]+)$/;
function githubChange(env, event) {
	const queue = QUEUE.exec(env["GITHUB_REF"] ?? "");
	if (env["GITHUB_EVENT_NAME"] === "merge_group" || queue !== null) return {
		provider: "github",
		branch: textOf$1(property(event, "merge_group", "base_ref"))?.replace(/^refs\/heads\//, "") ?? queue?.[1] ?? null,
		commits: commitsOf(property(event, "merge_group", "base_sha"), queue?.[2])
	};
	const branch = textOf$1(env["GITHUB_BASE_REF"]);
	if (branch === null && env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") !== true) return null;
	return {
		provider: "github",
		branch: branch ?? textOf$1(property(event, "pull_request", "base", "ref")),
		commits: commitsOf(property(event, "pull_request", "base", "sha"))
	};
}
/**
* Whether this build judges a change, by what the CI says: GitHub pull requests and merge queues,
* GitLab merge requests, Jenkins change requests. `event` is GitHub's event, parsed; it is not trusted to be well-formed.
*/
function detectChange(env, event) {
	const github = githubChange(env, event);
	if (github !== null) return github;
	const gitlabCommits = commitsOf(env["CI_MERGE_REQUEST_DIFF_BASE_SHA"], env["CI_MERGE_REQUEST_TARGET_BRANCH_SHA"]);
	const gitlabBranch = textOf$1(env["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"]);
	if (gitlabCommits.length > 0 || gitlabBranch !== null || textOf$1(env["CI_MERGE_REQUEST_IID"]) !== null) return {
		provider: "gitlab",
		branch: gitlabBranch,
		commits: gitlabCommits
	};
	const target = textOf$1(env["CHANGE_TARGET"]);
	if (target !== null || textOf$1(env["CHANGE_ID"]) !== null) return {
		provider: "jenkins",
		branch: target,
		commits: []
	};
	return null;
}

// src/baseline/git.ts
const DEADLINE_MS$6 = 6e4;
/** A repository chosen by variables is not the one the project lies in. */
const MISLEADING = /^GIT_(?:DIR|WORK_TREE|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|REPLACE_REF_BASE|INDEX_FILE|TRACE.*)$/;
function gitEnvironment(env) {
	const kept = Object.entries(withoutTokens(env)).filter(([key]) => !MISLEADING.test(key));
	return {
		...Object.fromEntries(kept),
		LC_ALL: "C",
		LANGUAGE: "",
		GIT_TERMINAL_PROMPT: "0",
		GIT_OPTIONAL_LOCKS: "0",
		GIT_NO_REPLACE_OBJECTS: "1",
		GIT_LITERAL_PATHSPECS: "1"
	};
}
/**
* A change can bring a bare repository as plain files; git would take a directory with HEAD, objects and refs for one,
* run what its configuration names and believe its refs (safe.bareRepository). fsmonitor is a program to run, too.
*/
const SAFE = [
	"-c",
	"safe.bareRepository=explicit",
	"-c",
	"core.fsmonitor=false"
];
/** Opens git for a directory. A git that is not there answers so each time it is asked. */
function openGit(host, directory, signal) {
	const env = gitEnvironment(host.env);
	return { async ask(args, maxOutputBytes) {
		let result;
		try {
			result = await host.processes.run("git", [...SAFE, ...args], {
				cwd: directory,
				env,
				deadlineMs: DEADLINE_MS$6,
				...signal === void 0 ? {} : { signal },
				...maxOutputBytes === void 0 ? {} : { maxOutputBytes }
			});
		} catch (error) {
			return {
				ok: false,
				reason: `git cannot be started: ${toError(error).message}`
			};
		}
		const name = `git ${args[0] ?? ""}`;
		if (result.ending === "cancelled") throw new ParityError("cancelled", `cancelled while running ${name}`);
		if (result.ending === "timed-out") return {
			ok: false,
			reason: `${name} did not answer in time`
		};
		if (result.stdout.truncated) return {
			ok: false,
			reason: `${name} answered with more than can be read`
		};
		if (result.exitCode === 0) return {
			ok: true,
			text: result.stdout.text
		};
		const [line = ""] = result.stderr.text.trim().split("\n", 1);
		return {
			ok: false,
			reason: line === "" ? `${name} ended with exit code ${String(result.exitCode)}` : `git says: ${line}`
		};
	} };
}

// src/baseline/merge-base.ts
/** What no reference has (git-check-ref-format), so that no name becomes an option, a range or a path. */
function isReferenceName(name) {
	return name.length > 0 && name.length <= 1e3 && !name.startsWith("-") && !/[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{/.test(name);
}
/** How each CI is told to clone the whole history. */
const DEEPER = {
	github: "set `fetch-depth: 0` on actions/checkout",
	gitlab: "set the variable `GIT_DEPTH: \"0\"` for the job",
	jenkins: "switch off the shallow clone, and fetch the target branch too"
};
/** The name of a commit, or `null` when this clone does not have it. */
async function resolveCommit(git, name) {
	const answer = await git.ask([
		"rev-parse",
		"--verify",
		"--quiet",
		`${name}^{commit}`
	]);
	return answer.ok ? answer.text.trim() : null;
}
/**
* Where a change left its target branch: the newest commit that both have. It belongs to the target branch,
* so the change cannot have written it. In a shallow clone it may not be there: the reason then says what to set.
*/
async function findMergeBase(git, change) {
	const inside = await git.ask([
		"rev-parse",
		"--is-inside-work-tree",
		"--is-shallow-repository"
	]);
	if (!inside.ok) return {
		ok: false,
		reason: inside.reason
	};
	const shallow = inside.text.includes("\ntrue");
	const named = change.branch !== null && isReferenceName(change.branch) ? [`refs/remotes/origin/${change.branch}`] : [];
	let known = false;
	for (const candidate of [...named, ...change.commits]) {
		const commit = await resolveCommit(git, candidate);
		if (commit === null) continue;
		known = true;
		const base = await git.ask([
			"merge-base",
			commit,
			"HEAD"
		]);
		const [first = ""] = base.ok ? base.text.split("\n", 1) : [];
		if (first !== "") return {
			ok: true,
			commit: first
		};
	}
	const branch = change.branch === null ? "its target branch" : change.branch;
	if (shallow) return {
		ok: false,
		reason: `the clone is shallow and does not reach the merge base with ${branch}: ${DEEPER[change.provider]}`
	};
	if (known) return {
		ok: false,
		reason: `this change and ${branch} have no commit in common`
	};
	return {
		ok: false,
		reason: `this clone does not have ${branch}: fetch it (git fetch origin), or ${DEEPER[change.provider]}`
	};
}
/** Reads a file as of a commit; `path` is POSIX, from the top of the repository. Symbolic links are refused. */
async function readAtCommit(git, commit, path, maxBytes) {
	const listing = await git.ask([
		"ls-tree",
		"-z",
		"-l",
		"--full-tree",
		commit,
		"--",
		path
	]);
	if (!listing.ok) return listing;
	const [row = ""] = listing.text.split("\0", 1);
	if (row === "") return {
		ok: true,
		text: null
	};
	const [, mode = "", kind = "", object = "", size = ""] = /^(\d+) (\w+) ([0-9a-f]+) +(\d+|-)\t/.exec(row) ?? [];
	if (kind !== "blob" || mode === "120000") return {
		ok: false,
		reason: `${path} is no regular file in commit ${commit.slice(0, 12)}`
	};
	if (Number(size) > maxBytes) return {
		ok: false,
		reason: `${path} has ${size} bytes; at most ${String(maxBytes)} are read`
	};
	const blob = await git.ask([
		"cat-file",
		"blob",
		object
	], maxBytes + 1);
	return blob.ok ? {
		ok: true,
		text: blob.text
	} : blob;
}

// src/baseline/place.ts
/** The project's directory from the top of its repository, POSIX, with a trailing slash unless it is the top. */
async function prefixOf(host, git, directory) {
	const answer = await git.ask(["rev-parse", "--show-prefix"]);
	if (answer.ok) return answer.text.replace(/\n$/, "");
	const workspace = host.env["GITHUB_WORKSPACE"] ?? host.env["CI_PROJECT_DIR"] ?? "";
	if (workspace === "") return null;
	const inside = relative(await host.files.realPath(workspace), await host.files.realPath(directory));
	if (inside === "") return "";
	return inside.startsWith("..") || isAbsolute(inside) ? null : `${inside.split(sep).join("/")}/`;
}
/** A file (from the project's directory, or absolute) from the top of its repository, POSIX; `null` when it lies outside one. */
async function placeInRepository(host, git, directory, path) {
	const prefix = await prefixOf(host, git, directory);
	if (prefix === null) return null;
	const real = await host.files.realPath(directory);
	const fromProject = relative(directory, resolve(directory, path));
	const wanted = isAbsolute(fromProject) ? fromProject : join(real, fromProject);
	const depth = prefix.split("/").filter((part) => part !== "").length;
	const top = resolve(real, ...Array.from({ length: depth }, () => ".."));
	const inside = relative(top, wanted);
	return inside === "" || inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? null : inside.split(sep).join("/");
}

// src/baseline/save.ts
/** The text of a file, or `null` when it is not there. Throws `baseline-unreadable`. */
async function readBaselineText(host, path) {
	try {
		const bytes = await host.files.read(path, MAX_BASELINE_BYTES);
		return bytes === null ? null : new TextDecoder("utf-8").decode(bytes);
	} catch (error) {
		throw new ParityError("baseline-unreadable", `the baseline cannot be read: ${toError(error).message}`, "take away what is in its place, or name another one with --baseline file:PATH", { cause: error });
	}
}
/**
* Makes snapshots the baseline in a file (absolute path): each replaces the entry of its job, other jobs stay.
* Throws `write-failed` (the file is then as before), and `baseline-unreadable` or `baseline-newer`
* when the file that is there would be lost.
*/
async function saveBaseline$1(host, path, snapshots) {
	const text = await readBaselineText(host, path);
	const there = text === null ? [] : parseBaseline(text, path).snapshots;
	const fresh = new Map(snapshots.map((snapshot) => [snapshot.job.id, snapshot]));
	const kept = there.filter(({ job }) => !fresh.has(job.id));
	const content = formatBaseline([...kept, ...fresh.values()]);
	const unchanged = content === text;
	if (!unchanged) await host.files.writeAtomically(path, content);
	return {
		path,
		saved: [...fresh.values()].map(({ job }) => job.label),
		kept: kept.map(({ job }) => job.label),
		unchanged
	};
}

// src/baseline/read-change.ts
async function atMergeBase(context, inRepository) {
	const { git, change, name, fetchAtMergeBase } = context;
	const onto = change.branch === null ? "the target branch" : change.branch;
	const base = await findMergeBase(git, change);
	if (base.ok) {
		const chosen = name.kind === "git" ? await asOfBase(git, name.ref, base.commit) : base.commit;
		if (chosen === null) return { reason: `${name.kind === "git" ? name.ref : ""} has no commit in common with ${onto}, or is not in this clone` };
		const file = await readAtCommit(git, chosen, inRepository, MAX_BASELINE_BYTES);
		return {
			commit: chosen,
			how: `${chosen === base.commit ? `as of the merge base with ${onto}` : `as of a commit that ${onto} has`}, not as this change has it`,
			file
		};
	}
	if (fetchAtMergeBase === void 0 || name.kind === "git") return { reason: base.reason };
	try {
		const { commit, text } = await fetchAtMergeBase(inRepository);
		const file = text !== null && text.length > 67108864 ? {
			ok: false,
			reason: "it is too large to be read"
		} : {
			ok: true,
			text
		};
		return {
			commit,
			how: `as of the merge base with ${onto}, read through the API`,
			file
		};
	} catch (error) {
		if (error instanceof ParityError && error.code === "cancelled") throw error;
		return { reason: `${base.reason}; and the API did not help: ${toError(error).message}` };
	}
}
/** A named commit as far as the target branch has it: never one of the change's own. */
async function asOfBase(git, ref, mergeBase) {
	const commit = await resolveCommit(git, ref) ?? await resolveCommit(git, `refs/remotes/origin/${ref}`);
	if (commit === null) return null;
	const answer = await git.ask([
		"merge-base",
		commit,
		mergeBase
	]);
	return answer.ok ? answer.text.split("\n", 1)[0] ?? null : null;
}
function isAbsent(proposal) {
	return proposal.kind === "absent" || proposal.kind === "not-here";
}
async function readProposal({ host, git, directory, path }) {
	try {
		const text = await readBaselineText(host, resolve(directory, path));
		if (text === null) return { kind: (await git.ask(["rev-parse", "--is-inside-work-tree"])).ok ? "absent" : "not-here" };
		return {
			kind: "snapshots",
			text,
			snapshots: parseBaseline(text, path).snapshots
		};
	} catch (error) {
		return {
			kind: "unreadable",
			reason: toError(error).message
		};
	}
}
function editedFinding(file, severity, title, message) {
	return {
		rule: "baseline/edited",
		severity,
		state: "new",
		title,
		message,
		subject: { file },
		location: {
			file,
			line: 1
		},
		evidence: [],
		fix: [],
		source: "baseline"
	};
}
function describeEdit(file, onto, base, baseText, proposal) {
	if (proposal.kind === "not-here") return null;
	const trusted = `This change is judged by the baseline that ${onto} has; what the change proposes counts once it is merged.`;
	if (proposal.kind === "absent") return editedFinding(file, "warning", "this change removes the baseline", trusted);
	if (proposal.kind === "unreadable") return editedFinding(file, "warning", "this change makes the baseline unreadable", `${trusted} After a merge: ${proposal.reason}.`);
	if (proposal.text === baseText || formatBaseline(proposal.snapshots) === formatBaseline(base)) return null;
	return editedFinding(file, "warning", "this change edits the baseline", `${trusted} Review the edit as you would review code.`);
}
function unusable(ref, reason) {
	return {
		kind: "unusable",
		reference: {
			source: "git",
			ref,
			trusted: false,
			reason
		},
		reason: `${reason}.`
	};
}
/** Reads the baseline of a change from its merge base, and says when the change edits it. */
async function readOfChange(context) {
	const { change, path } = context;
	const onto = change.branch ?? "the target branch";
	const inRepository = await placeInRepository(context.host, context.git, context.directory, path);
	if (inRepository === null) return unusable(path, `in a change the baseline is read from ${onto} by git, and ${path} lies outside a repository: the change could have written it`);
	const base = await atMergeBase(context, inRepository);
	const proposal = await readProposal(context);
	const proposed = proposal.kind === "snapshots" ? { proposed: proposal.snapshots } : {};
	if ("reason" in base) {
		const none = isAbsent(proposal) ? `; where ${onto} has no baseline, say --baseline none` : "";
		return unusable(path, `${base.reason}${none}`);
	}
	if (!base.file.ok) return unusable(base.commit, base.file.reason);
	if (base.file.text === null) return missingAtBase(context, base.commit, onto, proposal);
	let snapshots;
	try {
		snapshots = parseBaseline(base.file.text, `${path} of ${onto}`).snapshots;
	} catch (error) {
		return unusable(base.commit, toError(error).message);
	}
	const edited = describeEdit(path, onto, snapshots, base.file.text, proposal);
	const reference = {
		source: "git",
		ref: base.commit,
		trusted: true,
		reason: `${path} ${base.how}`
	};
	return {
		kind: "found",
		snapshots,
		reference,
		...edited === null ? {} : {
			edited,
			...proposed
		}
	};
}
function missingAtBase(context, commit, onto, proposal) {
	const { path, name } = context;
	if (isAbsent(proposal)) {
		const reason = `${onto} has no ${path}`;
		if (name.kind === "auto") return {
			kind: "none",
			reason
		};
		return unusable(commit, reason);
	}
	const reason = `first baseline in this change: ${onto} has no ${path} yet, so there is nothing to compare with before it is merged`;
	if (proposal.kind === "unreadable") return {
		kind: "none",
		reason,
		edited: editedFinding(path, "warning", "this change brings a baseline that cannot be read", `${proposal.reason}.`)
	};
	return {
		kind: "none",
		reason,
		proposed: proposal.snapshots
	};
}

// src/baseline/reference.ts
const ALLOWED = "write auto, none, file:PATH, git:REF, or in the report action run:ID";
/** Reads `auto`, `none`, `file:PATH`, `git:REF` or `run:ID`; empty is `auto`. Throws `usage`. */
function parseBaselineName(text) {
	const name = text.trim();
	if (name === "" || name === "auto") return { kind: "auto" };
	if (name === "none") return { kind: "none" };
	const quoted = JSON.stringify(name.slice(0, 100));
	if (name.startsWith("file:")) {
		const path = name.slice(5);
		if (path === "" || path.includes("\0")) throw new ParityError("usage", `the baseline ${quoted} names no file`, ALLOWED);
		return {
			kind: "file",
			path
		};
	}
	if (name.startsWith("git:")) {
		const ref = name.slice(4);
		if (!isReferenceName(ref)) throw new ParityError("usage", `the baseline ${quoted} names no commit, branch or tag`, ALLOWED);
		return {
			kind: "git",
			ref
		};
	}
	if (name.startsWith("run:")) {
		if (!/^run:[1-9]\d{0,14}$/.test(name)) throw new ParityError("usage", `the baseline ${quoted} names no run by its number`, ALLOWED);
		return {
			kind: "run",
			id: Number(name.slice(4))
		};
	}
	throw new ParityError("usage", `the baseline ${quoted} is not understood`, ALLOWED);
}

// src/baseline/read.ts
/** Where a project keeps its baseline, from its directory. */
const BASELINE_PATH = ".goparity/baseline.json";
/** Whether git has the file as it is; git is optional here. */
async function describeState(git, path) {
	const status = await git.ask([
		"status",
		"--porcelain=v1",
		"-z",
		"--ignored",
		"--",
		path
	]);
	if (!status.ok) return "not checked against git";
	const code = status.text.slice(0, 2);
	if (code === "") return "committed";
	if (code === "??") return "not committed yet";
	return code === "!!" ? "ignored by git" : "edited since the last commit";
}
async function readFile$2(host, git, path, shown) {
	const text = await readBaselineText(host, path);
	if (text === null) return null;
	const [snapshots, state] = [parseBaseline(text, shown).snapshots, await describeState(git, path)];
	if (snapshots.length === 0) return {
		kind: "none",
		reason: `${shown} holds no job`
	};
	return {
		kind: "found",
		snapshots,
		reference: {
			source: "file",
			ref: shown,
			trusted: true,
			reason: `a file of this working tree, ${state}`
		}
	};
}
async function readCommit(host, git, ref, directory, path) {
	const commit = await resolveCommit(git, ref);
	if (commit === null) {
		const inside = await git.ask(["rev-parse", "--is-inside-work-tree"]);
		throw new ParityError("git-failed", inside.ok ? `there is no commit, branch or tag ${ref} in this clone` : `the baseline git:${ref} cannot be read: ${inside.reason}`, "fetch it first (git fetch origin), or name another one");
	}
	const place = await placeInRepository(host, git, directory, path);
	const file = await readAtCommit(git, commit, place ?? path, MAX_BASELINE_BYTES);
	if (!file.ok) throw new ParityError("git-failed", `the baseline git:${ref} cannot be read: ${file.reason}`);
	if (file.text === null) throw new ParityError("baseline-unreadable", `there is no ${path} in ${ref}`, "name a commit that has one");
	return {
		kind: "found",
		snapshots: parseBaseline(file.text, `${ref}:${path}`).snapshots,
		reference: {
			source: "git",
			ref: commit,
			trusted: true,
			reason: `${path} as of ${ref}`
		}
	};
}
function pathOf$1(name, fallback) {
	return name.kind === "file" ? name.path : fallback;
}
/**
* Finds the baseline. In a pull request it is read from the merge base, so that the change it judges cannot forge it;
* elsewhere from the working tree. Throws `usage` for a reference that is not understood, `baseline-unreadable` and
* `baseline-newer` for a file that is there (or was named) and cannot be read, `git-failed` for a named commit that is not there.
*/
async function readBaseline(host, options) {
	const { directory, change, signal, path: standard = BASELINE_PATH } = options;
	const name = parseBaselineName(options.reference);
	if (name.kind === "none") return {
		kind: "none",
		reason: "no baseline was asked for"
	};
	if (name.kind === "run") throw new ParityError("usage", `the baseline ${options.reference} is an artifact of GitHub: only the report action can read it`, "here write auto, none, file:PATH or git:REF");
	const git = openGit(host, directory, signal);
	const path = pathOf$1(name, standard);
	if (change !== null) return readOfChange({
		host,
		git,
		directory,
		path,
		name,
		change,
		fetchAtMergeBase: options.fetchAtMergeBase
	});
	if (name.kind === "git") return readCommit(host, git, name.ref, directory, path);
	const found = await readFile$2(host, git, isAbsolute(path) ? path : join(directory, path), path);
	if (found !== null) return found;
	if (name.kind === "auto") return {
		kind: "none",
		reason: `there is no ${path}`
	};
	const { ok: isCheckedOut } = await git.ask(["rev-parse", "--is-inside-work-tree"]);
	throw new ParityError("baseline-unreadable", `there is no baseline file ${path}`, isCheckedOut || host.env["CI"] === void 0 ? "write it first: goparity baseline save" : "no repository is checked out here: put a checkout step (actions/checkout) before this one");
}

// src/integrity/since.ts
const MAX_SUM_BYTES = 67108864;
const SHOWN$8 = 100;
const NOT_COMMITTED = {
	commit: null,
	date: null,
	subject: "",
	cutOff: false
};
/** Commit messages are anybody's text. */
function harmless(text) {
	return redact(text.replaceAll(/[\p{C}\p{Z}]+/gu, " ").trim()).slice(0, SHOWN$8);
}
/** Nothing that runs or fetches: no program of a diff driver, no pager, no blob of a partial clone from a server. */
function offline(host) {
	return {
		...host,
		env: {
			...host.env,
			GIT_NO_LAZY_FETCH: "1",
			GIT_ALLOW_PROTOCOL: "none",
			GIT_PAGER: "cat"
		}
	};
}
function parseBlame(text) {
	const commit = /^(?<commit>[0-9a-f]{40}(?:[0-9a-f]{24})?) \d+ \d+/.exec(text)?.groups?.["commit"];
	if (commit === void 0) return null;
	const header = text.split("\n	", 1)[0] ?? "";
	const field = (name) => new RegExp(`^${name} (.*)$`, "m").exec(header)?.[1] ?? "";
	const seconds = Number(field("author-time"));
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return {
		commit,
		date: field("author-time") !== "" && !Number.isNaN(date.getTime()) ? date.toISOString().replace(".000Z", "Z") : null,
		subject: harmless(field("summary")),
		boundary: /^boundary$/m.test(header)
	};
}
/**
* The commit that wrote a line of go.sum. `goSumFile` is absolute, or POSIX from the root; `line` counts from 1, in the file as it is
* now. The commit is looked for, not the file: filters that a repository names for its files never run, nothing comes over the network.
* `null` where git cannot say: no repository, no commit, no git. Throws only `cancelled`.
*/
async function sinceWhen(host, place, goSumFile, line, signal) {
	const file = resolve(place.path, goSumFile);
	const name = basename(file);
	const bytes = await host.files.read(file, MAX_SUM_BYTES).catch(() => null);
	const wanted = bytes === null ? void 0 : new TextDecoder().decode(bytes).split("\n")[line - 1]?.trim();
	if (wanted === void 0 || wanted === "") return null;
	const git = openGit(offline(host), dirname(file), signal);
	if (!(await git.ask([
		"rev-parse",
		"--verify",
		"--quiet",
		"HEAD^{commit}"
	])).ok) return null;
	const committed = await git.ask([
		"cat-file",
		"blob",
		`HEAD:./${name}`
	], MAX_SUM_BYTES);
	if (!committed.ok) {
		const listed = await git.ask([
			"ls-tree",
			"--name-only",
			"HEAD",
			"--",
			name
		]);
		return listed.ok && listed.text.trim() === "" ? NOT_COMMITTED : null;
	}
	const at = committed.text.split("\n").findIndex((text) => text.trim() === wanted);
	if (at === -1) return NOT_COMMITTED;
	const number = String(at + 1);
	const blame = await git.ask([
		"-c",
		"blame.ignoreRevsFile=",
		"blame",
		"--porcelain",
		"--no-textconv",
		"-L",
		`${number},${number}`,
		"HEAD",
		"--",
		name
	]);
	const found = blame.ok ? parseBlame(blame.text) : null;
	if (found === null) return null;
	const { boundary, ...origin } = found;
	const shallow = boundary ? await git.ask(["rev-parse", "--is-shallow-repository"]) : null;
	return {
		...origin,
		cutOff: shallow?.ok === true && shallow.text.trim() === "true"
	};
}
/** `since 2024-05-01, commit 5a9499fa3478 "add m"`, for a sentence about a line. */
function describeOrigin({ commit, date, subject, cutOff }) {
	if (commit === null) return "not committed yet";
	const day = date === null ? "" : ` ${date.slice(0, 10)}`;
	const named = `commit ${commit.slice(0, 12)}${subject === "" ? "" : ` "${subject}"`}`;
	return cutOff ? `since${day} or earlier (this clone is shallow and ends at ${named})` : `since${day}, ${named}`;
}

// src/integrity/telling.ts
/** Whether the database, which never forgets, has another hash than go.sum. */
function isAgainstDatabase({ votes: { sums, database } }) {
	return database !== null && !sums.includes(database);
}
/** `its repository https://git.example.org/m`, a proxy by its address, the database by its name. */
function nameWitness({ witness, from }) {
	if (witness === "repository") return from === null ? "its repository" : `its repository ${from}`;
	if (witness === "checksum-database") return from ?? "the checksum database";
	return from ?? "a proxy";
}
/** `a, b and c`. */
function joinNames(names) {
	const last = names.at(-1) ?? "";
	return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
/** Several witnesses, each once. */
function nameWitnesses(testimonies) {
	return joinNames([...new Set(testimonies.map(nameWitness))]);
}

// src/integrity/story-fixes.ts
/** Only where go.sum is what must be had: it is what the fresh copy is checked by. */
function repair({ key }) {
	return {
		command: "goparity verify --repair",
		why: `removes only ${key} from the module cache, fetches it again and verifies it`
	};
}
function laterVersion({ key }) {
	return `require a later version of ${key.replace(/@[^@]*$/, "")}`;
}
const NOT_RELIABLE = "a version that has two contents cannot be relied on";
function ofChangedCache(telling) {
	return [repair(telling), {
		edit: "find out which step or program writes to the module cache",
		why: "nothing but the go command has to change it"
	}];
}
function ofPoisonedProxy$1(telling) {
	const { votes, verdict } = telling;
	const proxies = verdict.bad.filter(({ witness }) => witness === "proxy");
	const fix = {
		edit: proxies.length === 0 ? "tell whoever runs the proxies of GOPROXY" : `take ${nameWitnesses(proxies)} out of GOPROXY, and tell whoever runs it`,
		why: "what it served is not what was published"
	};
	const isServed = verdict.good.some(({ witness }) => witness !== "checksum-database");
	const isCached = votes.held !== null && !votes.refused && votes.held !== votes.sums[0];
	return isServed && isCached ? [fix, repair(telling)] : [fix];
}
function ofRetagged$1(telling) {
	return [{
		edit: `${laterVersion(telling)}, or ask its authors what they changed`,
		why: NOT_RELIABLE
	}, {
		edit: `leave ${telling.line} as it is until somebody has read what changed`,
		why: "it is a record of the first content"
	}];
}
function ofStaleSum$1({ line, verdict: { right, confidence } }) {
	return [right !== null && confidence === "certain" ? {
		edit: `replace the hash in ${line} with ${right}`,
		why: "it is what was published, and what is served"
	} : {
		edit: `find out who wrote ${line} before it is changed`,
		why: "what is known does not prove the other hash"
	}];
}
function ofLineEnds(telling) {
	if (!telling.dispute.testimonies.some(({ witness }) => witness === "vendor")) return ofChangedCache(telling);
	return [{
		edit: "add the line `vendor/** -text` to .gitattributes and check the folder out again",
		why: "git then leaves the line ends of vendor/ alone"
	}];
}
function ofConflict({ dispute, key, votes, verdict: { right } }) {
	if (right === null || votes.sums.length < 2) return [{
		edit: "keep the lines of both sides and delete the conflict markers",
		why: "go.sum may hold more than is needed, never less"
	}];
	return [{
		edit: `keep the line with ${right} and delete the other one for ${dispute.goMod ? `the go.mod file of ${key}` : key}`,
		why: "it is what is served now"
	}];
}
const FIXES = {
	"edited-cache": ofChangedCache,
	"poisoned-cache": ofChangedCache,
	"poisoned-proxy": ofPoisonedProxy$1,
	retagged: ofRetagged$1,
	"stale-go-sum": ofStaleSum$1,
	"crlf-checkout": ofLineEnds,
	"edited-vendor": () => [{
		command: "go mod vendor",
		why: "writes vendor/ anew from the verified modules"
	}],
	"merge-conflict": ofConflict,
	unexplained: ({ line }) => [{
		edit: `compare ${line} with that of a colleague, or of an older commit`,
		why: "only another record of the same version tells which one is wrong"
	}]
};
/** The smallest ways out. Where the checksum database contradicts go.sum a person decides: then nothing can be pasted. */
function fixesOf(telling) {
	const { key, line, dispute, verdict } = telling;
	const { story, right } = verdict;
	if (!isAgainstDatabase(telling) || story === "stale-go-sum" || story === "merge-conflict") return FIXES[story](telling);
	return [{
		edit: `find out where ${dispute.goMod ? `the go.mod file of ${key}` : key} came from before anything is built with it; published was ${right ?? "another one"}`,
		why: `the checksum database never forgets the first content of a version, and ${line} does not hold it`
	}, ...story === "retagged" ? [{
		edit: laterVersion(telling),
		why: NOT_RELIABLE
	}] : []];
}

// src/integrity/story-words.ts
/** Witnesses with a verb: `a says`, `a and b say`. */
function clause(testimonies, one, several) {
	return `${nameWitnesses(testimonies)} ${testimonies.length === 1 ? one : several}`;
}
function ofEditedCache({ dispute, votes: { sums } }) {
	const names = {
		ziphash: "the hash recorded at the download",
		zip: "the zip",
		directory: "the extracted directory"
	};
	const fits = [
		"ziphash",
		"zip",
		"directory"
	].filter((place) => dispute.testimonies.some(({ witness, hash }) => witness === place && hash !== null && sums.includes(hash)));
	return `It was changed in the module cache after the download${fits.length === 0 ? "" : `: ${joinNames(fits.map((place) => names[place]))} still ${fits.length === 1 ? "is" : "are"} what go.sum says`}.`;
}
function ofPoisonedCache(telling) {
	const { good } = telling.verdict;
	if (isAgainstDatabase(telling)) return `go.sum and the module cache hold the same, and ${clause(good, "has", "have")} another: both came from a download that was not what was published, or both were changed.`;
	return `go.sum is right: ${clause(good, "says", "say")} the same. Only the copy in this module cache is another one.`;
}
function ofPoisonedProxy({ verdict: { good, bad }, votes }) {
	if (bad.length > 0) return `${clause(bad, "serves", "serve")} another content than ${good.length === 0 ? "go.sum says" : clause(good, "has", "have")}.`;
	if (votes.refused) return `go.sum is right: ${clause(good, "says", "say")} the same. What go downloaded and refused was changed on its way here, or by a proxy that serves the right content now.`;
	return `What was downloaded is not what was published: ${clause(good, "has", "have")} another hash. The proxy that served it, or somebody on the way, changed it.`;
}
function ofRetagged({ verdict: { bad }, votes: { database, sums, proxies } }) {
	const keeps = proxies.filter(({ hash }) => hash !== null && hash === sums[0]);
	const first = database !== null ? "the checksum database has" : keeps.length > 0 ? `go.sum and ${nameWitnesses(keeps)} have` : "go.sum has";
	return `The version was published a second time with another content, by a moved tag: ${clause(bad, "serves", "serve")} that, and ${first} the first one.`;
}
function ofStaleSum({ verdict: { good, bad }, votes, line }) {
	const others = [...(good.length > 0 ? good : bad).map(nameWitness), ...votes.held === null || votes.refused ? [] : ["the module cache"]];
	return `The hash in ${line} is wrong: ${joinNames([...new Set(others)])} ${others.length === 1 ? "has" : "have"} another one.`;
}
const SENTENCES = {
	"edited-cache": ofEditedCache,
	"poisoned-cache": ofPoisonedCache,
	"poisoned-proxy": ofPoisonedProxy,
	retagged: ofRetagged,
	"stale-go-sum": ofStaleSum,
	"crlf-checkout": () => "Only line ends differ: a checkout with CRLF line ends (core.autocrlf of git) rewrote the files.",
	"edited-vendor": () => "The module itself is what go.sum says: its copy in vendor/ was changed.",
	"merge-conflict": () => "go.sum holds both sides of a merge, and no longer says which hash is meant.",
	unexplained: () => "What is known does not tell which one is right."
};
function doubt({ story, confidence }, fetched) {
	if (confidence === "certain" || story === "unexplained") return "";
	return fetched.every(({ hash }) => hash === null) ? " This is only likely: no independent copy could be fetched." : " This is likely, not certain: another cause could leave the same traces.";
}
function lineOf(one) {
	const name = one.witness === "repository" ? `repository${one.from === null ? "" : ` ${one.from}`}` : nameWitness(one);
	const note = one.note === void 0 ? "" : one.hash === null ? one.note : ` (${one.note})`;
	return `${name}: ${one.hash ?? ""}${note}`;
}
const NO_CHECKSUM = "the cached .info file (time and origin of the version) is covered by no checksum: it proves nothing; a repair fetches it again";
/** What is said of a verdict: one to three sentences, what they rest on beside the module cache, and the smallest ways out. */
function tell(dispute, votes, verdict, fetched, facts) {
	const { path, version, goMod, testimonies } = dispute;
	const line = testimonies.find(({ witness }) => witness === "go.sum")?.from ?? "go.sum";
	const telling = {
		dispute,
		votes,
		verdict,
		facts,
		key: sumKey(path, version, false),
		line
	};
	const isCacheSuspect = [
		"edited-cache",
		"poisoned-cache",
		"poisoned-proxy"
	].includes(verdict.story);
	return {
		sentence: `${SENTENCES[verdict.story](telling)}${doubt(verdict, fetched)}`,
		evidence: [
			...testimonies.filter(({ witness }) => witness === "checksum-database" || witness === "proxy").map(lineOf),
			...fetched.map((one) => `fetched now from ${lineOf(one)}`),
			...facts.since === null ? [] : [`${line}: ${describeOrigin(facts.since)}`],
			...facts.explained.map(({ key, value, where, meaning }) => `${key}=${value} (${where}): ${meaning}`),
			...isCacheSuspect && !goMod ? [NO_CHECKSUM] : []
		],
		fix: fixesOf(telling)
	};
}

// src/integrity/votes.ts
/** What one kind of witness says. */
function saidBy(testimonies, witness) {
	return testimonies.filter((one) => one.witness === witness);
}
/** The first hash that one kind of witness gives. */
function hashOf(testimonies, witness) {
	return saidBy(testimonies, witness).find(({ hash }) => hash !== null)?.hash ?? null;
}
/** Sorts testimonies out: those of the dispute, and those of a fetch made for it. */
function countVotes({ testimonies }, fetched) {
	const inCache = [
		"ziphash",
		"zip",
		"directory",
		"go.mod"
	].map((witness) => hashOf(testimonies, witness)).find((hash) => hash !== null) ?? null;
	const refused = hashOf(testimonies, "proxy");
	const speaking = fetched.filter(({ hash }) => hash !== null);
	return {
		sums: [...new Set(saidBy(testimonies, "go.sum").flatMap(({ hash }) => hash ?? []))],
		held: inCache ?? refused,
		refused: inCache === null && refused !== null,
		database: hashOf(testimonies, "checksum-database"),
		proxies: saidBy(speaking, "proxy"),
		repository: saidBy(speaking, "repository")[0] ?? null
	};
}

// src/integrity/story.ts
/** Whether the places of the module cache contradict one another: then somebody changed one of them after the download. */
function isEdited$1({ testimonies }, { sums }) {
	const recorded = saidBy(testimonies, "ziphash").filter(({ hash }) => hash !== null);
	const contents = [...saidBy(testimonies, "zip"), ...saidBy(testimonies, "directory")];
	if (recorded.length === 0 && contents.length === 1 && contents[0]?.witness === "directory") return true;
	const places = [...recorded, ...contents];
	const honest = places.find(({ hash }) => hash !== null && (sums.length === 0 || sums.includes(hash)));
	return honest !== void 0 && places.some(({ hash }) => hash !== honest.hash);
}
const certain = (story) => ({
	story,
	confidence: "certain"
});
const likely = (story) => ({
	story,
	confidence: "likely"
});
const sureIf = (isSure, story) => isSure ? certain(story) : likely(story);
/** What all fresh copies say, when they say one thing. */
function agreed({ proxies, repository }) {
	const hashes = new Set([...proxies, ...repository === null ? [] : [repository]].map(({ hash }) => hash));
	const [only = null] = hashes;
	return hashes.size === 1 ? only : null;
}
/** go.sum says what was first published: the database says so, or nobody who could be asked says otherwise. */
function withHonestSum(votes, sum) {
	const { proxies, repository, database, refused, held } = votes;
	const goods = proxies.filter(({ hash }) => hash === sum);
	const bads = proxies.filter(({ hash }) => hash !== sum);
	if (repository !== null && repository.hash !== sum) return database === sum || goods.length > 0 ? certain("retagged") : null;
	if (bads.length > 0) {
		const isSure = repository !== null || database === sum && goods.length > 0;
		return isSure || database === sum || goods.length > 0 ? sureIf(isSure, "poisoned-proxy") : null;
	}
	const isConfirmed = goods.length > 0 || repository !== null;
	if (!isConfirmed && database !== sum) return null;
	if (refused) return likely("poisoned-proxy");
	return held === null || held === sum ? likely("unexplained") : sureIf(isConfirmed, "poisoned-cache");
}
/** The database has another content than go.sum (or, without a line, than the cache). */
function againstDatabase(votes, sum, database) {
	const { proxies, repository, held } = votes;
	const claimed = sum ?? held;
	const isPublished = repository?.hash === database || proxies.some(({ hash }) => hash === database);
	if (repository !== null && repository.hash !== database) return sureIf(repository.hash === claimed, "retagged");
	if (proxies.some(({ hash }) => hash !== database)) return sureIf(isPublished && proxies.some(({ hash }) => hash === claimed), "poisoned-proxy");
	if (held !== null && held === claimed) return likely(isPublished ? "poisoned-cache" : "poisoned-proxy");
	if (held === null || held === database) return sureIf(isPublished, "stale-go-sum");
	return likely("unexplained");
}
/** No database says anything, and not all fresh copies are what go.sum says. */
function withoutDatabase(votes, facts) {
	if (agreed(votes) === null) return likely("unexplained");
	return likely(facts.since !== null && facts.since.commit === null ? "stale-go-sum" : "retagged");
}
function decide(dispute, votes, facts) {
	const { sums, database, held } = votes;
	const [sum = null] = sums;
	const fresh = agreed(votes);
	if (facts.lineEndsOnly === true) return certain("crlf-checkout");
	if (isEdited$1(dispute, votes)) {
		const isRecorded = hashOf(dispute.testimonies, "ziphash") !== null || hashOf(dispute.testimonies, "zip") !== null;
		return sureIf(isRecorded && sums.length > 0 || sum !== null && [database, fresh].includes(sum), "edited-cache");
	}
	if (saidBy(dispute.testimonies, "vendor").some(({ hash }) => hash === null || !sums.includes(hash)) && (held === null || held === sum)) return sureIf(held !== null, "edited-vendor");
	if (facts.conflictMarkers === true) return certain("merge-conflict");
	if (sums.length > 1) return likely("merge-conflict");
	if (database !== null && database !== sum) return againstDatabase(votes, sum, database);
	if (sum === null) return likely("unexplained");
	return withHonestSum(votes, sum) ?? withoutDatabase(votes, facts);
}
/** The hash that is right, where somebody outside of this machine says so. */
function rightHash({ sums, database, repository, proxies }, { story, confidence }) {
	if (database !== null) return database;
	const [sum = null] = sums;
	if (story === "merge-conflict") return agreed({
		sums,
		held: null,
		refused: false,
		database,
		proxies,
		repository
	});
	if (story === "unexplained" || confidence === "likely" && (story === "retagged" || story === "stale-go-sum")) return null;
	return sum;
}
/**
* Tells which story accounts for what the witnesses of a module version say. `fetched`: what an independent fetch gave
* (`fetchModule`, its `zip` or, for a dispute about go.mod, its `goMod`); without one most stories are only `likely`.
* Where the checksum database contradicts go.sum, a person has to decide: no command to paste is given.
*/
function judge$1(dispute, fetched, facts) {
	const votes = countVotes(dispute, fetched);
	const decided = decide(dispute, votes, facts);
	const right = rightHash(votes, decided);
	const outside = [
		...saidBy(dispute.testimonies, "checksum-database"),
		...votes.proxies,
		...votes.repository === null ? [] : [votes.repository]
	];
	const verdict = {
		...decided,
		right,
		good: outside.filter(({ hash }) => hash !== null && hash === (right ?? votes.sums[0])),
		bad: outside.filter(({ hash }) => hash !== null && hash !== (right ?? votes.sums[0]))
	};
	return {
		...decided,
		...tell(dispute, votes, verdict, fetched, facts)
	};
}

// src/integrity/explain-cache.ts
/** Disputed versions that are fetched anew to tell who is right; the story of the others rests on what is on this machine. */
const MAX_FETCHED = 6;
const AT_ONCE$3 = 3;
/** What the checksum database says of it, as one more testimony. */
function withDatabase(dispute, { answers, database }) {
	const { path, version, goMod, testimonies } = dispute;
	const answer = answers.get(sumKey(path, version, goMod));
	if (answer === void 0 || answer.says === "private") return dispute;
	const sum = testimonies.find(({ witness }) => witness === "go.sum")?.hash ?? null;
	const said = {
		witness: "checksum-database",
		from: database,
		hash: answer.says === "other" ? answer.hash : answer.says === "same" ? sum : null,
		..."reason" in answer ? { note: answer.reason } : {}
	};
	return {
		...dispute,
		testimonies: [...testimonies, said]
	};
}
/** Tells who is right, fetching the version anew where what is here does not settle it or does not name the files. */
async function explain$1({ host, go, env, reading, witness }, plain, judgement, mayFetch) {
	const dispute = withDatabase(plain, witness);
	const { path, version, goMod } = dispute;
	const [line] = sumPlaces(reading.place, reading.files, dispute, goMod);
	const facts = {
		since: line === void 0 ? null : await sinceWhen(host, reading.place, line.path, line.line),
		explained: explainedBy$1(env, path, host.env),
		conflictMarkers: reading.files.sums.some(({ sum }) => sum.conflictMarkers.length > 0)
	};
	let named = judgement === null ? null : await nameChanges(host, judgement, null);
	const first = judge$1(dispute, [], facts);
	if (first.confidence === "certain" && (judgement === null || !needsGoodCopy(judgement)) || !mayFetch) return {
		explained: first,
		named
	};
	const right = new Set(dispute.testimonies.flatMap(({ witness: who, hash }) => who === "go.sum" || who === "checksum-database" ? hash ?? [] : []));
	const fetched = await fetchModule(host, go, env, {
		path,
		version
	}, { async use(copies) {
		const good = copies.find(({ hash, zip }) => hash !== null && zip !== null && right.has(hash));
		if (judgement !== null && named === null && good?.zip != null) named = await nameChanges(host, judgement, { zip: good.zip });
	} });
	return {
		explained: judge$1(dispute, goMod ? fetched.goMod : fetched.zip, facts),
		named
	};
}
/** One finding for every version of which the module cache or the checksum database says another thing than go.sum. */
async function explainCache(court, { modules, goMods }) {
	const { reading, witness } = court;
	const { place, files } = reading;
	let left = MAX_FETCHED;
	const mayFetch = () => left-- > 0;
	const contradicted = (key) => witness.answers.get(key)?.says === "other";
	const ofModule = async (judgement) => {
		const { explained, named } = await explain$1(court, moduleDispute(reading, judgement), judgement, mayFetch());
		const known = witness.findings.find(({ subject }) => subject.module === judgement.state.key);
		if (known !== void 0 && !isWrong(judgement)) return withExplanation(known, judgement.state.key, named, explained);
		return cachedModuleFinding(place, files, {
			judgement,
			named,
			explained
		});
	};
	const ofGoMod = async (state) => {
		const { explained } = await explain$1(court, goModDispute(reading, state), null, mayFetch());
		return cachedGoModFinding(place, files, state, explained);
	};
	const disputed = modules.filter((judgement) => isWrong(judgement) || contradicted(judgement.state.key));
	const found = await mapBounded(disputed, AT_ONCE$3, ofModule);
	const foundGoMods = await mapBounded(goMods.filter(({ ok }) => ok === false), AT_ONCE$3, async ({ state }) => ofGoMod(state));
	const told = new Set(disputed.map(({ state }) => state.key));
	return [
		...found,
		...foundGoMods,
		...witness.findings.filter(({ subject }) => !told.has(subject.module ?? ""))
	];
}
/** The findings for versions that go refused on their way into the module cache. */
async function explainRefusals(court, refusals) {
	return mapBounded(refusals, AT_ONCE$3, async (dispute) => {
		const { explained } = await explain$1(court, dispute, null, refusals.indexOf(dispute) < MAX_FETCHED);
		return refusedFinding(court.reading.place, dispute, explained);
	});
}

// src/integrity/missing-findings.ts
const GO_MOD = "/go.mod";
/** `path@version` of a missing line, whichever of the two lines it is. */
function moduleOf$1(key) {
	return key.endsWith(GO_MOD) ? key.slice(0, -7) : key;
}
/** One finding for every module that go.sum lacks a line of: an error where go refuses to build for it, a note where it builds from vendor/. */
function findMissingSumFindings({ place, root, files }) {
	const vendored = root.mode === "vendor";
	const findings = [];
	for (const module of new Set(root.missingSums.map(moduleOf$1))) {
		const keys = root.missingSums.filter((key) => moduleOf$1(key) === module);
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
			...mod === void 0 ? {} : { location: locate$3(place, mod.name, findRequirement(mod.text, path)) },
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

// src/integrity/read-cache.ts
/** Each version once. */
function unique$2(versions) {
	return [...new Map(versions.map(({ path, version }) => [sumKey(path, version, false), {
		path,
		version
	}])).values()];
}
function linesOf$1({ files }, isGoMod) {
	return unique$2(files.sums.flatMap(({ sum }) => sum.lines.filter(({ goMod }) => goMod === isGoMod)));
}
/** What is built and what go downloaded for it; all that go.sum names where the build list is not known. */
function modulesOf(reading, downloaded) {
	if (reading.failed !== null) return linesOf$1(reading, false);
	return unique$2([...builtModules(reading.root.modules), ...downloaded.filter(({ version }) => version !== "")]);
}
/** Reads what the module cache `cache` (GOMODCACHE) holds of the modules of a root and of every go.mod that go.sum names. */
async function readCache(host, cache, reading, downloaded) {
	const sums = indexGoSums(reading.files.sums.map(({ sum }) => sum));
	const [states, goMods] = await Promise.all([readModuleStates(host, cache, modulesOf(reading, downloaded)), readGoModStates(host, cache, linesOf$1(reading, true))]);
	return {
		modules: states.map((state) => judgeModule(state, sums)),
		goMods: goMods.map((state) => ({
			state,
			ok: judgeGoMod(state, sums)
		}))
	};
}

// src/integrity/moves.ts
/** By node:fs. */
const nodeMoves = { rename: async (from, to) => rename(from, to) };

// src/integrity/repair-aside.ts
/** Beside the place itself: the same file system, the same folder, so a rename is atomic, needs no room and no right to write into a read-only folder. Go knows no such name. */
const ASIDE = ".goparity-aside";
/** What was fetched instead and did not stand the test. */
const REFUSED = ".goparity-refused";
/**
* The places of a module version in the order in which they are set aside. Whatever the last one was when everything stops at once:
* go finds the version whole, or not there, and fetches it. The lock file stays: another go command may hold it.
*/
function placesOf$1({ zip, ziphash, directory, mod, info }) {
	return [
		zip,
		ziphash,
		directory,
		zip.replace(/\.zip$/, ".partial"),
		mod,
		info
	];
}
/** What a system error means for somebody who owns the cache. */
function describeFailure$1(error) {
	return {
		EACCES: "this user may not write to the module cache",
		EPERM: "this user may not write to the module cache",
		EROFS: "the module cache is read-only",
		ENOSPC: "the disk is full",
		EDQUOT: "the disk quota is used up",
		EBUSY: "another program holds it open",
		ENOTEMPTY: "another program wrote to it at the same time"
	}[errorCode(error)] ?? toError(error).message;
}
/** Whether every place lies in the module cache itself: below its folder by name, and with no symbolic link on the way. */
async function liesInCache(host, cache, places) {
	if (!isAbsolute(cache)) return false;
	for (const folder of new Set(placesOf$1(places).map((place) => dirname(place)))) {
		const below = relative(cache, folder);
		if (isAbsolute(below)) return false;
		let at = await host.files.realPath(cache);
		for (const part of below.split(sep)) {
			if (part === "..") return false;
			at = join(at, part);
			const found = await host.files.status(at);
			if (found === null) break;
			if (found.kind !== "directory") return false;
		}
	}
	return true;
}
/** Renames; what has disappeared in the meantime is no error. */
async function move(moves, from, to) {
	try {
		await moves.rename(from, to);
		return true;
	} catch (error) {
		if (errorCode(error) === "ENOENT") return false;
		throw error;
	}
}
/** Ends a repair that was killed: what is missing comes back, what was fetched instead stays. */
async function recover(host, moves, places) {
	for (const place of placesOf$1(places)) {
		await host.files.remove(`${place}${REFUSED}`);
		if (await host.files.status(`${place}${ASIDE}`) === null) continue;
		if (await host.files.status(place) === null) await move(moves, `${place}${ASIDE}`, place);
		else await host.files.remove(`${place}${ASIDE}`);
	}
}
/** Takes away what lies at a place, if anything does. By rename first: nothing is ever half of one and half of the other. */
async function clear(host, moves, place, then) {
	const cleared = await move(moves, place, `${place}${REFUSED}`);
	await then();
	if (cleared) await host.files.remove(`${place}${REFUSED}`).catch(() => void 0);
}
/** Makes every place what it was before, whatever lies there now. Returns names of which that cannot be done, with the reason. */
async function putBack(host, moves, { moved, absent }) {
	const lost = [];
	for (const place of [...absent, ...moved.toReversed()]) try {
		await clear(host, moves, place, async () => {
			if (moved.includes(place)) await moves.rename(`${place}${ASIDE}`, place);
		});
	} catch (error) {
		lost.push(`${basename(place)}: ${describeFailure$1(error)}`);
	}
	return lost;
}
/** Sets everything of a module version aside; all of it, or none: then it throws what went wrong. */
async function setAside(host, moves, places) {
	const moved = [];
	const absent = [];
	try {
		for (const place of placesOf$1(places)) if (await move(moves, place, `${place}${ASIDE}`)) moved.push(place);
		else absent.push(place);
		return {
			moved,
			absent
		};
	} catch (error) {
		await putBack(host, moves, {
			moved,
			absent: []
		});
		throw error;
	}
}
/** Removes what was set aside, when it is no longer wanted. Returns names that are still there, with the reason. */
async function discard(host, { moved }) {
	const left = [];
	for (const place of moved) try {
		await host.files.remove(`${place}${ASIDE}`);
	} catch (error) {
		left.push(`${basename(place)}${ASIDE}: ${describeFailure$1(error)}`);
	}
	return left;
}

// src/integrity/repair.ts
/** Long enough for a large module over a slow line. */
const DEADLINE_MS$5 = 3e5;
/** What is wrong with a module version in the cache, `null` for nothing. `wanted`: the zip and the directory have to be there. */
async function findFault({ host, cache }, repair, wanted) {
	const [[state], [goMod]] = await Promise.all([readModuleStates(host, cache, [repair]), readGoModStates(host, cache, [repair])]);
	const { sums, goModSums } = repair;
	if (goMod === void 0) return "its go.mod file is not there";
	if (goModSums.length > 0 && (goMod.hash === null || !goModSums.includes(goMod.hash))) return "its go.mod file is not what go.sum says";
	if (state === void 0 || state.zip === null && state.directory === null) return wanted ? "it is not there" : null;
	if (state.zip !== null && (state.zip.h1 === null || !sums.includes(state.zip.h1))) return "its zip is not what go.sum says";
	if (wanted && state.zip === null) return "its zip is not there";
	if (state.recorded !== null && !sums.includes(state.recorded)) return "the recorded hash is not what go.sum says";
	if (state.directory !== null && (state.directory.h1 === null || !sums.includes(state.directory.h1))) return "its extracted directory is not what go.sum says";
	return wanted && state.directory === null ? "its extracted directory is not there" : null;
}
function firstLine$1(result, folder) {
	if (result.ending === "timed-out") return `it was not fetched within ${String(DEADLINE_MS$5 / 1e3)} seconds`;
	const { error } = readDownloadNote(result);
	const line = (error === "" ? result.stderr.text : error).split("\n").map((line) => line.trim()).find((text) => text !== "" && !text.startsWith("go: downloading")) ?? "go says nothing";
	return redact(line.replaceAll(folder, "")).slice(0, 300);
}
/**
* Lets go fetch it into the real cache, held against these lines of go.sum and nothing else of the project: what the project needs
* besides is neither fetched nor written. Without its zip only the go.mod file is wanted.
*/
async function fetchAgain({ host, go, env }, repair, zip) {
	const { path, version, sums, goModSums } = repair;
	const lines = [...sums.map((hash) => `${path} ${version} ${hash}\n`), ...goModSums.map((hash) => `${path} ${version}/go.mod ${hash}\n`)];
	const writable = findGoFlag(env.values["GOFLAGS"] ?? "", "modcacherw");
	return withTemporaryFolder(host, async (folder) => {
		const key = sumKey(path, version, false);
		const result = await go.run([
			...zip ? ["mod", "download"] : ["list", "-m"],
			"-json",
			key
		], {
			cwd: await makeEmptyMain(host, folder, lines.join("")),
			deadlineMs: DEADLINE_MS$5,
			env: {
				...sameToolchain(go, env),
				GOMODCACHE: env.values["GOMODCACHE"],
				GOFLAGS: writable === null || writable === "false" ? "-mod=mod" : "-mod=mod -modcacherw"
			}
		});
		return result.ending === "exited" && result.exitCode === 0 ? null : firstLine$1(result, folder);
	});
}
/** An index of file names and imports is kept in the build cache for each directory of the module cache, and never made again. */
const STALE_INDEX = {
	command: "go clean -cache",
	why: "the build cache may remember the names and imports of the files as they were; needed only if something was built with them"
};
async function replace(work, repair, places, zip) {
	const { host, moves, stopIfCancelled } = work;
	const nothing = {
		left: [],
		fix: []
	};
	let aside;
	try {
		aside = await setAside(host, moves, places);
	} catch (error) {
		return {
			outcome: "unchanged",
			reason: describeFailure$1(error),
			...nothing
		};
	}
	const hadDirectory = aside.moved.includes(places.directory);
	let isKept = false;
	try {
		stopIfCancelled();
		const refusal = await fetchAgain(work, repair, zip);
		stopIfCancelled();
		const fault = await findFault(work, repair, zip);
		if (fault === null) {
			isKept = true;
			return {
				outcome: "repaired",
				reason: null,
				left: await discard(host, aside),
				fix: hadDirectory ? [STALE_INDEX] : []
			};
		}
		const lost = await putBack(host, moves, aside);
		isKept = true;
		const reason = refusal ?? `what was fetched is not right: ${fault}`;
		if (lost.length === 0) return {
			outcome: "unchanged",
			reason,
			...nothing
		};
		return {
			outcome: "missing",
			reason: `${reason}; not put back: ${lost.join(", ")}`,
			...nothing
		};
	} finally {
		if (!isKept) await putBack(host, moves, aside);
	}
}
async function repairModule(work, repair) {
	const { host, cache, moves } = work;
	const { path, version, sums, goModSums } = repair;
	const end = (rest) => ({
		path,
		version,
		...rest
	});
	const unchanged = (reason) => end({
		outcome: "unchanged",
		reason,
		left: [],
		fix: []
	});
	if (!isNameable(repair)) return unchanged("its name is not one that go could fetch");
	const places = cachePlaces(cache, path, version);
	if (!await liesInCache(host, cache, places)) return unchanged("a symbolic link leads out of the module cache: nothing behind it is touched");
	try {
		await recover(host, moves, places);
		const zip = (await Promise.all([
			places.zip,
			places.ziphash,
			places.directory
		].map(async (place) => host.files.status(place)))).some((status) => status !== null);
		if (zip && sums.length === 0 || !zip && goModSums.length === 0) return unchanged("go.sum has no line for it, so nothing could tell whether a new copy is right");
		if (await findFault(work, repair, false) === null) return end({
			outcome: "sound",
			reason: null,
			left: [],
			fix: []
		});
		return end(await replace(work, repair, places, zip));
	} catch (error) {
		if (error instanceof ParityError) throw error;
		return unchanged(describeFailure$1(error));
	}
}
/**
* Removes these module versions from the module cache, one after the other, fetches each again and holds it against go.sum. Nothing
* else is touched: not go.sum, not another version. All steps are renames inside the folder of the version, so that it is the
* old one, the new one or not there for every go command that looks meanwhile, and it is put back when it cannot be fetched, is not
* right, or the repair is cancelled. What a killed repair left is put right by the next one. `env`: GOMODCACHE, GOROOT, GOFLAGS.
* Throws `cancelled` and `go-missing`.
*/
async function repairModules(host, go, env, cases, { signal, moves = nodeMoves } = {}) {
	const stopIfCancelled = () => {
		if (signal?.aborted === true) throw new ParityError("cancelled", "cancelled while modules were repaired");
	};
	const work = {
		host,
		go,
		env,
		cache: env.values["GOMODCACHE"] ?? "",
		moves,
		stopIfCancelled
	};
	const outcomes = [];
	for (const repair of cases) {
		stopIfCancelled();
		outcomes.push(await repairModule(work, repair));
	}
	return outcomes;
}

// src/integrity/repair-root.ts
/** The versions of which the module cache holds something else than go.sum says, with what it should be. */
function casesOf({ files }, { modules, goMods }) {
	const wrong = [...modules.filter(isWrong).map(({ state }) => state), ...goMods.filter(({ ok }) => ok === false).map(({ state }) => state)];
	const hashes = (path, version, goMod) => files.sums.flatMap(({ sum }) => sum.lines.filter((line) => line.path === path && line.version === version && line.goMod === goMod).map(({ hash }) => hash));
	return [...new Map(wrong.map(({ path, version }) => [sumKey(path, version, false), {
		path,
		version
	}])).values()].map(({ path, version }) => ({
		path,
		version,
		sums: hashes(path, version, false),
		goModSums: hashes(path, version, true)
	}));
}
const NOT_DONE = {
	sound: "was left as it is",
	unchanged: "was not repaired",
	missing: "was removed from the module cache and could not be fetched again"
};
function repairedFinding(root, { path, version, left, fix }) {
	const key = sumKey(path, version, false);
	return {
		rule: "checksum/cache-modified",
		severity: "note",
		state: "new",
		title: `${key} was repaired`,
		message: `${key} was not what go.sum says: it was removed from the module cache, fetched again, and verified. Nothing else was touched.`,
		subject: { module: key },
		evidence: left.length === 0 ? [] : [`left behind, and not looked at by go: ${left.join(", ")}`],
		fix,
		source: "integrity",
		root
	};
}
/** Fetches again what the module cache does not hold as go.sum says. `null`: there is nothing of that kind. */
async function repairRoot(host, go, env, reading, cache, signal) {
	const cases = casesOf(reading, cache);
	if (cases.length === 0) return null;
	const outcomes = await repairModules(host, go, env, cases, signal === void 0 ? {} : { signal });
	return {
		findings: outcomes.filter(({ outcome }) => outcome === "repaired").map((outcome) => repairedFinding(reading.place.directory, outcome)),
		degraded: outcomes.flatMap(({ path, version, outcome, reason }) => outcome === "repaired" ? [] : [{
			what: `${sumKey(path, version, false)} ${NOT_DONE[outcome]}`,
			why: reason ?? "it is what go.sum says"
		}])
	};
}

// src/integrity/vendor-differences.ts
/** Larger files are not looked into for line ends. */
const MAX_READ_BYTES = 8388608;
/** Files looked into at once: two of them are in memory for each. */
const AT_ONCE$2 = 4;
const SHOWN_LINES = 12;
const LINE_FEED = 10;
/** The bytes with LF line ends, what is no text among them. */
function withoutCarriageReturns(bytes) {
	return Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}
/** The line of `found` in which it first differs; its last one when it only ends earlier. */
function firstChangedLine(expected, found) {
	let line = 1;
	for (let at = 0; at < found.length; at++) {
		if (expected[at] !== found[at]) return line;
		if (found[at] === LINE_FEED && at < found.length - 1) line++;
	}
	return line;
}
/** Looks into a file whose hash is another. One that is too large, or gone meanwhile, is modified as a whole. */
async function lookInto(host, path, vendor, expected) {
	const [before, after] = await Promise.all([expected.read(path, MAX_READ_BYTES).catch(() => null), host.files.read(join(vendor, path), MAX_READ_BYTES).catch(() => null)]);
	if (before === null || after === null) return {
		path,
		change: "modified",
		line: 1,
		text: []
	};
	const [expectedText, foundText] = [withoutCarriageReturns(before), withoutCarriageReturns(after)];
	if (expectedText.equals(foundText)) return {
		path,
		change: "line-ends",
		line: firstChangedLine(before, after),
		text: []
	};
	return {
		path,
		change: "modified",
		line: firstChangedLine(expectedText, foundText),
		text: textDiff(expectedText, foundText, { lines: SHOWN_LINES })
	};
}
/** Whether a folder above a path is in the set. */
function liesBelow(path, folders) {
	for (let slash = path.indexOf("/"); slash !== -1; slash = path.indexOf("/", slash + 1)) if (folders.has(path.slice(0, slash))) return true;
	return false;
}
/** The files of a vendor folder (absolute) that are not as they should be, sorted by path. Permissions do not count: git and go set their own. */
async function findVendorDifferences(host, vendor, found, expected) {
	const links = new Set(found.filter(({ kind }) => kind !== "file").map(({ path }) => path));
	const changes = diffTrees(expected.files, found).filter(({ path, change }) => change !== "mode" && !liesBelow(path, links));
	return mapBounded(changes, AT_ONCE$2, async ({ path, change }) => {
		if (change === "modified") return lookInto(host, path, vendor, expected);
		return {
			path,
			change: change === "mode" ? "modified" : change,
			line: 1,
			text: []
		};
	});
}

// src/integrity/vendor-findings.ts
/** Files named one by one; a folder vendored from other versions differs in thousands. */
const MAX_FINDINGS$3 = 200;
/** Files named in the evidence of one finding about several. */
const SHOWN$7 = 20;
/** What go compiles, or hands to a compiler, when it lies in the folder of a package (go/build, goodOSArchFile and fileListForExt). */
const SOURCE$1 = /\.(?:go|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|s|S|sx|swig|swigcxx|syso)$/;
/** Whether go builds a file of this name with its package: not tests, nor what begins with a dot or an underscore. */
function isSource$1(path) {
	const name = path.slice(path.lastIndexOf("/") + 1);
	return SOURCE$1.test(name) && !/^[._]/.test(name) && !name.endsWith("_test.go");
}
/** A file of the vendor folder as reports show it. */
function vendoredFile({ place, files }, path) {
	return locate$3(place, `${posixPath(place.path, files.vendorFolder)}/${path}`).file;
}
function moduleName(owner) {
	const { path, version, replace } = owner.module;
	const name = version === null ? path : `${path}@${version}`;
	if (replace === void 0) return name;
	return `${name} (replaced by ${replace.path}${replace.version === null ? "" : `@${replace.version}`})`;
}
/** How go makes the folder anew. */
function vendorAnew({ place }, command) {
	return {
		command: place.directory === "." ? command : `cd ${place.directory} && ${command}`,
		why: "writes vendor/ anew from the verified modules; a wanted patch belongs into a fork named by a replace"
	};
}
/** The parts of a finding that all of them share. */
function vendorFinding(reading) {
	return {
		rule: "vendor/modified",
		state: "new",
		source: "integrity",
		root: reading.place.directory
	};
}
const LINK = ["is a link", "is a symbolic link. go mod vendor never makes one; go follows it to content that is not in vendor/."];
const IRREGULAR = ["is no regular file", "is a pipe, a socket or a device. go mod vendor never makes one; go may hang when it reads it."];
/** What it means for the build. `embedded`: go may put the file into the program. */
function wordsFor({ change, path }, module, embedded) {
	const built = isSource$1(path);
	if (change === "link") return LINK;
	if (change === "irregular") return IRREGULAR;
	if (change === "added") {
		if (built) return ["does not belong there", `is not part of ${module}, and go builds it with the package of its folder.`];
		return embedded ? ["does not belong there", `is not part of ${module}, and a //go:embed pattern of its package may take it into the program.`] : ["does not belong there", `is not part of ${module}. Go does not build it, and vendoring anew deletes it.`];
	}
	if (change === "removed") return built ? ["is missing", `is part of ${module}, but not there: the package is built without it.`] : ["is missing", `is part of ${module}, but not there. Go compiles nothing of it, but vendor/ is not what go mod vendor writes.`];
	return built || embedded ? ["was edited", `is not what ${module} holds, and go builds it as it is: no checksum covers vendor/.`] : ["was edited", `is not what ${module} holds: no checksum covers vendor/. Go compiles nothing of it.`];
}
async function toFinding$1(comparison, difference) {
	const { reading, command, against, findOwner, mayBeEmbedded } = comparison;
	const { path, change, line, text } = difference;
	const file = vendoredFile(reading, path);
	const owner = findOwner(path);
	const embedded = !isSource$1(path) && await mayBeEmbedded(path);
	const [title, message] = wordsFor(difference, owner === null ? "any vendored module" : moduleName(owner), embedded);
	const isHarmless = change === "added" && !isSource$1(path) && !embedded;
	return {
		...vendorFinding(reading),
		severity: isHarmless ? "warning" : "error",
		title: `${file} ${title}`,
		message: `${file} ${message}`,
		subject: {
			...owner === null ? {} : { module: `${owner.module.path}${owner.module.version === null ? "" : `@${owner.module.version}`}` },
			...owner?.package == null ? {} : { package: owner.package },
			file
		},
		location: {
			file,
			line
		},
		evidence: [`compared with ${against}: ${change}`, ...text],
		fix: [vendorAnew(reading, command)]
	};
}
/** One finding for all files in which only line ends differ: a checkout changes them all at once, and one line of .gitattributes is the cure. */
function lineEndsFinding({ reading, command, against }, differences) {
	const [first] = differences;
	if (first === void 0) return [];
	const names = differences.map(({ path }) => vendoredFile(reading, path));
	const folder = vendoredFile(reading, "").replace(/\/$/, "");
	const one = differences.length === 1;
	const file = names[0] ?? folder;
	return [{
		...vendorFinding(reading),
		severity: "warning",
		title: one ? `${file} has other line ends` : `${String(names.length)} files of ${folder} have other line ends`,
		message: `${one ? file : `${String(names.length)} files of ${folder}`} ${one ? "differs" : "differ"} from the modules only in line ends (CRLF or LF), as git rewrites them (core.autocrlf, or text=auto in .gitattributes). Go builds the same from source files; files taken in by //go:embed are other bytes.`,
		subject: { file },
		location: {
			file,
			line: first.line
		},
		evidence: [
			`compared with ${against}: line-ends`,
			...names.slice(0, SHOWN$7),
			...names.length > SHOWN$7 ? [`and ${String(names.length - SHOWN$7)} more files`] : []
		],
		fix: [{
			edit: "add the line `vendor/** -text` to the .gitattributes beside vendor/",
			why: "git then leaves the bytes of vendored files alone on every machine"
		}, vendorAnew(reading, command)]
	}];
}
/** The findings about single files, sorted by file, the rest counted in the last; `failed` counts all that are errors. */
async function fileFindings(comparison, differences) {
	const lineEnds = differences.filter(({ change }) => change === "line-ends");
	const others = differences.filter(({ change }) => change !== "line-ends");
	const all = [];
	for (const difference of others) all.push(await toFinding$1(comparison, difference));
	const failed = all.filter(({ severity }) => severity === "error").length;
	const findings = (all.length <= MAX_FINDINGS$3 ? all : [...all.filter(({ severity }) => severity === "error"), ...all.filter(({ severity }) => severity !== "error")]).slice(0, MAX_FINDINGS$3);
	const rest = all.length - findings.length;
	const last = findings.at(-1);
	if (rest > 0 && last !== void 0) findings.splice(-1, 1, {
		...last,
		message: `${last.message} ${String(rest)} more files of vendor/ differ.`
	});
	return {
		findings: [...findings, ...lineEndsFinding(comparison, lineEnds)],
		failed
	};
}

// src/integrity/vendor-list-findings.ts
/** The list of a vendor folder, below it. */
const LIST = "modules.txt";
/** Modules named one by one. */
const MAX_FINDINGS$2 = 100;
/** Files named in the evidence of a module that was vendored from elsewhere. */
const SHOWN$6 = 5;
function replacementWords({ path, expected, found }) {
	if (found === "") return [`does not replace ${path}`, `does not say that ${path} is replaced by ${expected}.`];
	return expected === "" ? [`replaces ${path}`, `says that ${path} is replaced by ${found}, but nothing replaces it.`] : [`replaces ${path} by ${found}`, `says that ${path} is replaced by ${found}, but it is replaced by ${expected}.`];
}
function packageWords({ path, expected, found }) {
	const parts = [...expected === "" ? [] : [`does not list the packages ${expected} of ${path}, which the build needs`], ...found === "" ? [] : [`lists the packages ${found} of ${path}, which nothing needs`]];
	return [`lists other packages of ${path}`, `${parts.join(", and ")}.`];
}
function goVersionWords({ path, expected, found }) {
	const says = found === "" ? "no go version" : `go ${found}`;
	const should = expected === "" ? "has none" : `says go ${expected}`;
	return [`gives ${path} another language version`, `gives ${path} ${says}, but its go.mod ${should}: go compiles its packages by the rules of the version in this list.`];
}
/** What is wrong with the list, in words: a title and what it means. */
const WORDS = {
	added: ({ found }) => [`lists ${found}`, `lists ${found}, which is not vendored here.`],
	removed: ({ expected }) => [`does not list ${expected}`, `does not list ${expected}, which the build needs.`],
	version: ({ path, expected, found }) => [`lists ${path} ${found}`, `says that ${path} ${found} is vendored, but the build asks for ${expected}.`],
	explicit: ({ path, expected }) => expected === "" ? [`marks ${path} as explicit`, `marks ${path} as required by go.mod, which does not require it.`] : [`does not mark ${path} as explicit`, `does not mark ${path} as required by go.mod, which requires it.`],
	replacement: replacementWords,
	packages: packageWords,
	"go-version": goVersionWords
};
/** Whether go itself compares this with go.mod and refuses to build (cmd/go/internal/modload, checkVendorConsistency). */
function isRefused({ change, required }) {
	return change === "explicit" || change === "replacement" || required && (change === "version" || change === "removed");
}
function toFinding({ reading, command, against }, change, differences) {
	const { place, files } = reading;
	const file = vendoredFile(reading, LIST);
	const [title, message] = WORDS[change.change](change);
	const refused = isRefused(change);
	const asked = [...files.goMods, ...files.goWork === null ? [] : [files.goWork]].flatMap(({ name, text }) => {
		const line = change.change === "replacement" ? findReplacement(text, change.path) : findRequirement(text, change.path);
		return line === null ? [] : [`${locate$3(place, name).file}:${String(line)}: ${redact(text.split("\n")[line - 1]?.trim() ?? "").slice(0, 200)}`];
	});
	const counted = differences.length === 0 ? "" : ` ${String(differences.length)} files of it differ.`;
	return {
		...vendorFinding(reading),
		rule: refused ? "vendor/inconsistent" : "vendor/modified",
		severity: "error",
		title: `${file} ${title}`,
		message: `${file} ${message}${refused ? " Go refuses to build from such a folder." : " Go does not notice."}${counted}`,
		subject: {
			module: change.path,
			file
		},
		location: {
			file,
			line: change.line ?? 1
		},
		evidence: [
			`compared with ${against}: ${change.path}: ${change.expected === "" ? "nothing" : change.expected} expected, ${change.found === "" ? "nothing" : change.found} found`,
			...asked,
			...differences.slice(0, SHOWN$6).map((difference) => `${vendoredFile(reading, difference.path)}: ${difference.change}`),
			...differences.length > SHOWN$6 ? [`and ${String(differences.length - SHOWN$6)} more files`] : []
		],
		fix: [vendorAnew(reading, command)]
	};
}
/** A list that says the same in other words. */
function otherwise({ reading, command, against }, severity, title, message) {
	const file = vendoredFile(reading, LIST);
	return {
		...vendorFinding(reading),
		severity,
		title: `${file} ${title}`,
		message: `${file} ${message}`,
		subject: { file },
		location: {
			file,
			line: 1
		},
		evidence: [`compared with ${against}`],
		fix: [vendorAnew(reading, command)]
	};
}
/** Changes after which every file of a module is another: they are told as one. */
const WHOLE$1 = /* @__PURE__ */ new Set([
	"added",
	"removed",
	"version",
	"replacement"
]);
/**
* Names what vendor/modules.txt says otherwise than go would write it, module by module. Files of a module that was vendored from
* another version or place are counted with it. `differences` are all of the folder, the list itself among them when its bytes differ.
*/
function listFindings(comparison, lists, differences) {
	const own = differences.find(({ path, change }) => path === "modules.txt" && change === "modified");
	if (own === void 0) return {
		findings: [],
		failed: 0,
		rest: differences
	};
	const { changes, otherRelease } = diffVendorLists(lists.expected, lists.found);
	const whole = new Set(changes.filter(({ change }) => WHOLE$1.has(change)).map(({ path }) => path));
	const byModule = /* @__PURE__ */ new Map();
	const rest = [];
	for (const difference of differences) {
		if (difference === own) continue;
		const path = comparison.findOwner(difference.path)?.module.path;
		if (path === void 0 || !whole.has(path)) rest.push(difference);
		else byModule.set(path, [...byModule.get(path) ?? [], difference]);
	}
	const told = /* @__PURE__ */ new Set();
	const findings = changes.map((change) => {
		const files = told.has(change.path) ? [] : byModule.get(change.path) ?? [];
		told.add(change.path);
		return toFinding(comparison, change, files);
	});
	const shown = findings.slice(0, MAX_FINDINGS$2);
	const last = shown.at(-1);
	if (last !== void 0 && findings.length > shown.length) shown.splice(-1, 1, {
		...last,
		message: `${last.message} ${String(findings.length - shown.length)} more differences of the list.`
	});
	if (otherRelease) shown.push(otherwise(comparison, "note", "was written by another Go release", "differs in that it has no `## go` markers of modules, or has them: Go releases before 1.17, and a go.mod below go 1.17, write none. The vendored code is not concerned."));
	else if (findings.length === 0) shown.push(otherwise(comparison, "note", "is not as go writes it", "says the same as go would write, but not in the same words: it was edited or merged by hand."));
	return {
		findings: shown,
		failed: findings.length,
		rest
	};
}

// src/integrity/vendor-owners.ts
function parentOf(path) {
	const slash = path.lastIndexOf("/");
	return slash === -1 ? null : path.slice(0, slash);
}
/** The folder of a path and all above it, the innermost first. */
function* foldersOf(file) {
	for (let folder = parentOf(file); folder !== null; folder = parentOf(folder)) yield folder;
}
/** Knows the owners by the packages that vendor/modules.txt lists: the nearest one above a file, else the module of the longest path. */
function ownersOf(list) {
	const vendored = list.modules.filter(({ packages }) => packages.length > 0);
	const packages = new Map(vendored.flatMap((module) => module.packages.map((name) => [name, module])));
	const modules = new Map(vendored.map((module) => [module.path, module]));
	return (file) => {
		const own = parentOf(file);
		for (const folder of foldersOf(file)) {
			const module = packages.get(folder);
			if (module !== void 0) return {
				module,
				package: folder === own ? folder : null
			};
		}
		for (const folder of foldersOf(file)) {
			const module = modules.get(folder);
			if (module !== void 0) return {
				module,
				package: null
			};
		}
		return null;
	};
}

// src/integrity/vendor-zips.ts
/** Zips opened at once. */
const AT_ONCE$1 = 4;
/** A source file is looked into for `//go:build ignore` up to here. */
const MAX_SOURCE_BYTES$1 = 1048576;
/** What go mod vendor leaves out of every package. */
const LEFT_OUT = /(?:^|\/)go\.(?:mod|sum)$|_test\.go$/;
/** The zip of a module if go.sum vouches for it; else why not. Names from modules.txt become a path only when Go would allow them. */
async function openZip(host, cache, module, sums) {
	const { path, version } = module.replace ?? module;
	if (version === null) return `${module.path} is replaced by a directory`;
	const key = sumKey(path, version, false);
	if (compareVersions$1(version, "") <= 0 || faultOfFileName(path) !== null) return `${module.path} has no name that Go allows`;
	const [line] = sums.get(key) ?? [];
	if (line === void 0) return `go.sum has no line for ${key}`;
	const { zip } = cachePlaces(cache, path, version);
	const hash = await host.hashing.zip(zip, key);
	if (hash === null) return `${key} is not in the module cache`;
	if (hash.h1 !== line) return `the zip of ${key} in the module cache is not what go.sum says`;
	const files = await host.hashing.listZip(zip, key) ?? [];
	return {
		module,
		zip,
		key,
		files: new Map(files.map((file) => [file.path, file]))
	};
}
/** Whether go mod vendor may leave a source file out: only `//go:build ignore` does that (cmd/go/internal/imports, AnyTags). */
async function mayBeIgnored(host, { zip, key }, file) {
	const bytes = await host.hashing.readZipFile(zip, key, file, MAX_SOURCE_BYTES$1);
	return bytes === null || /^\/\/(?:go:build| *\+build)[ \t].*\bignore\b/m.test(Buffer.from(bytes).toString("latin1"));
}
/** The path of a file in the zip of its module: `vendor/` is laid out by import paths, which begin with the path of the module. */
function insideModule(file, { path }) {
	return file.slice(path.length + 1);
}
/** The files of the listed packages of a module that go mod vendor copies for certain, by their path below vendor/. */
async function certainFiles(host, sound) {
	const { module, files } = sound;
	const packages = new Set(module.packages);
	const found = [];
	for (const file of files.values()) {
		const path = `${module.path}/${file.path}`;
		if (file.path.endsWith("/") || LEFT_OUT.test(file.path) || !packages.has(path.slice(0, path.lastIndexOf("/")))) continue;
		if (file.path.endsWith(".go") && await mayBeIgnored(host, sound, file.path)) continue;
		found.push({
			...file,
			path
		});
	}
	return found;
}
/**
* What vendor/ should hold as far as the zips in the module cache (absolute) tell: every file that is there must be the one of the zip,
* and every file of a listed package must be there. A zip that is not what go.sum says counts for nothing.
*/
async function readZipTree(host, cache, { files: { sums } }, list, found) {
	const index = indexGoSums(sums.map(({ sum }) => sum));
	const vendored = list.modules.filter(({ packages }) => packages.length > 0);
	const opened = await mapBounded(vendored, AT_ONCE$1, async (module) => openZip(host, cache, module, index));
	const sound = new Map(opened.flatMap((zip) => typeof zip === "string" ? [] : [[zip.module, zip]]));
	const findOwner = ownersOf(list);
	const zipOf = (file) => {
		const owner = findOwner(file);
		return owner === null ? null : sound.get(owner.module) ?? null;
	};
	const judged = found.filter(({ path }) => path !== "modules.txt" && (findOwner(path) === null || zipOf(path) !== null));
	const files = /* @__PURE__ */ new Map();
	for (const { path } of judged) {
		const zip = zipOf(path);
		const file = zip?.files.get(insideModule(path, zip.module));
		if (file !== void 0) files.set(path, {
			...file,
			path
		});
	}
	for (const zip of sound.values()) for (const file of await certainFiles(host, zip)) files.set(file.path, file);
	return {
		tree: {
			files: [...files.values()],
			async read(path, maxBytes) {
				const zip = zipOf(path);
				return zip === null ? null : host.hashing.readZipFile(zip.zip, zip.key, insideModule(path, zip.module), maxBytes);
			}
		},
		judged,
		without: opened.filter((zip) => typeof zip === "string")
	};
}

// src/integrity/vendor-layer.ts
/** A source file is looked into for `//go:embed` up to here. */
const MAX_SOURCE_BYTES = 1048576;
const MAX_LIST_BYTES = 67108864;
/** Modules without a zip named in a reason. */
const SHOWN$5 = 5;
/** Whether a `//go:embed` line stands in a Go file of a folder above `path`, by the expected files; each folder is read once. */
function embedsAbove(tree) {
	const sources = /* @__PURE__ */ new Map();
	for (const { path } of tree.files.filter((file) => file.path.endsWith(".go"))) {
		const folder = path.slice(0, path.lastIndexOf("/"));
		const known = sources.get(folder);
		if (known === void 0) sources.set(folder, [path]);
		else known.push(path);
	}
	const known = /* @__PURE__ */ new Map();
	const embeds = async (folder) => {
		for (const path of sources.get(folder) ?? []) {
			const bytes = await tree.read(path, MAX_SOURCE_BYTES).catch(() => null);
			if (bytes === null || /^\/\/go:embed[ \t]/m.test(Buffer.from(bytes).toString("latin1"))) return true;
		}
		return false;
	};
	return async (path) => {
		for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
			const folder = path.slice(0, slash);
			const found = known.get(folder) ?? await embeds(folder);
			known.set(folder, found);
			if (found) return true;
		}
		return false;
	};
}
function inOrder(findings) {
	return findings.toSorted((a, b) => byteOrder(a.location?.file ?? "", b.location?.file ?? ""));
}
/** A vendor folder that is itself a link to somewhere outside of the project: it is not followed. */
async function linkFinding(host, reading, command) {
	const { place, files } = reading;
	if ((await host.files.status(files.vendorFolder))?.kind !== "symlink") return null;
	const [base, target] = await Promise.all([host.files.realPath(join(files.vendorFolder, "..")), host.files.realPath(files.vendorFolder)]);
	const inside = posixPath(base, target);
	if (inside !== ".." && !inside.startsWith("../")) return null;
	const file = vendoredFile(reading, "").replace(/\/$/, "");
	return {
		...vendorFinding(reading),
		severity: "error",
		title: `${file} is a link`,
		message: `${file} is a symbolic link to a folder outside of ${place.directory === "." ? "the project" : place.directory}. Go builds from there, whatever it holds; it was not looked at.`,
		subject: { file },
		location: {
			file,
			line: 1
		},
		evidence: [],
		fix: [vendorAnew(reading, command)]
	};
}
async function compareWithCopy(host, reading, command, found, fresh) {
	const tree = {
		files: await host.hashing.listDirectory(fresh) ?? [],
		read: async (path, maxBytes) => host.files.read(join(fresh, path), maxBytes)
	};
	const bytes = await host.files.read(join(fresh, LIST), MAX_LIST_BYTES);
	const lists = {
		expected: parseModulesTxt(bytes === null ? "" : new TextDecoder().decode(bytes)),
		found: parseModulesTxt(reading.files.modulesTxt?.text ?? "")
	};
	const [owner, foundOwner] = [ownersOf(lists.expected), ownersOf(lists.found)];
	const comparison = {
		reading,
		command,
		against: `a fresh copy by ${command}`,
		findOwner: (file) => owner(file) ?? foundOwner(file),
		mayBeEmbedded: embedsAbove(tree)
	};
	const differences = await findVendorDifferences(host, reading.files.vendorFolder, found, tree);
	const list = listFindings(comparison, lists, differences);
	const single = await fileFindings(comparison, list.rest);
	const paths = new Set([...found, ...tree.files].map(({ path }) => path));
	return {
		layer: lookedAt(paths.size, list.failed + single.failed),
		findings: inOrder([...list.findings, ...single.findings])
	};
}
async function compareWithZips(host, reading, command, found, { cache, why }) {
	const list = parseModulesTxt(reading.files.modulesTxt?.text ?? "");
	const { tree, judged, without } = await readZipTree(host, cache, reading, list, found);
	const differences = await findVendorDifferences(host, reading.files.vendorFolder, judged, tree);
	const comparison = {
		reading,
		command,
		against: "the zips in the module cache",
		findOwner: ownersOf(list),
		mayBeEmbedded: embedsAbove(tree)
	};
	const { findings, failed } = await fileFindings(comparison, differences);
	const known = `${String(judged.length)} of ${String(found.length)} files were compared with the zips in the module cache`;
	const open = without.length === 0 ? "" : `; not known: ${without.slice(0, SHOWN$5).join(", ")}`;
	const more = without.length > SHOWN$5 ? ` and ${String(without.length - SHOWN$5)} more` : "";
	const reason = `${why}; ${known}, ${LIST} and licences above packages were not${open}${more}`;
	return {
		layer: lookedAt(judged.length, failed, reason),
		findings: inOrder(findings)
	};
}
function commandOf({ place }) {
	return place.goWork === null ? "go mod vendor" : "go work vendor";
}
/** Lists the folder and hands it on; a folder that is a link to elsewhere is a finding, and nothing more is looked at. */
async function look(host, reading, compare) {
	const link = await linkFinding(host, reading, commandOf(reading));
	if (link !== null) return {
		layer: lookedAt(1, 1),
		findings: [link]
	};
	const found = await host.hashing.listDirectory(reading.files.vendorFolder);
	return found === null ? {
		layer: notLookedAt("there is no vendor folder"),
		findings: []
	} : compare(found);
}
/**
* Compares the vendor folder with the zips of the module cache that are what go.sum says, file by file, without the go command:
* for want of a network. The layer is never ok: what it could not know is in its reason.
*/
async function checkVendorByZips(host, reading, fallback) {
	return look(host, reading, async (found) => compareWithZips(host, reading, commandOf(reading), found, fallback));
}
/** The module cache go uses here; `null` when it does not say. */
async function moduleCache(go) {
	const { exitCode, stdout } = await go.run(["env", "GOMODCACHE"]);
	const path = stdout.text.trim();
	return exitCode === 0 && path !== "" ? path : null;
}
/**
* Makes the vendor folder anew in a temporary place and compares it with the one of the project, file by file. To be called when
* the modules are downloaded and verified: it is only as good as they are. One finding for each file that differs, one for each
* module of which vendor/modules.txt is wrong, one for all line ends. When go cannot make a copy, the zips are compared instead.
*/
async function checkVendor(host, go, reading) {
	const command = commandOf(reading);
	const temporary = await host.files.makeTemporaryDirectory("goparity-vendor-");
	try {
		const fresh = join(temporary, "vendor");
		const result = await vendorModules(go, {
			output: fresh,
			workspace: reading.place.goWork !== null
		});
		if (result.exitCode === 0) return {
			...await look(host, reading, async (found) => compareWithCopy(host, reading, command, found, fresh)),
			result
		};
		const cache = await moduleCache(go);
		const [first = ""] = redact(result.stderr.text.trim()).split("\n", 1);
		const why = `${command} failed: ${first.slice(0, 200)}`;
		if (cache === null) return {
			layer: notLookedAt(why),
			findings: [],
			result
		};
		return {
			...await checkVendorByZips(host, reading, {
				cache,
				why
			}),
			result
		};
	} finally {
		await host.files.remove(temporary);
	}
}

// src/integrity/sumdb-bypass.ts
const HOLES = [
	{
		cve: "CVE-2026-42501",
		source: "https://go.dev/issue/79070",
		fixed: ["1.25.10", "1.26.3"],
		reachesWitness: false
	},
	{
		cve: "CVE-2026-56864",
		source: "https://go.dev/issue/80745",
		fixed: [
			"1.25.13",
			"1.26.6",
			"1.27rc3"
		],
		reachesWitness: false
	},
	{
		cve: "CVE-2026-56865",
		source: "https://go.dev/issue/80744",
		fixed: [
			"1.25.13",
			"1.26.6",
			"1.27rc3"
		],
		reachesWitness: true
	}
];
function isFixed(goVersion, { fixed }) {
	const line = parseGoVersion(goVersion);
	const ofLine = fixed.find((release) => parseGoVersion(release)?.minor === line?.minor);
	return compareGoVersions(goVersion, ofLine ?? fixed.at(-1) ?? "") >= 0;
}
/** The known ways past the checksum database in a Go (`go1.25.3`); `null` for one that has none, or whose version cannot be read. */
function findSumdbBypass(goVersion) {
	if (parseGoVersion(goVersion) === null) return null;
	const holes = HOLES.filter((hole) => !isFixed(goVersion, hole));
	if (holes.length === 0) return null;
	return {
		cves: holes.map(({ cve }) => cve),
		open: holes.filter(({ reachesWitness }) => reachesWitness).map(({ cve }) => cve),
		fixed: holes.at(-1)?.fixed ?? [],
		sources: holes.map(({ source }) => source)
	};
}

// src/integrity/witness-findings.ts
/** Words that a shell takes as they are. */
const PLAIN$2 = /^[\w./-]+$/;
function whoWrote(place, hash) {
	if (place === void 0 || !PLAIN$2.test(place.file) || place.file.startsWith("-")) return [];
	return [{
		command: `git log --format='%h %an %ad %s' -S '${hash}' -- ${place.file}`,
		why: "Shows the commit that brought the line in: from then on builds with other code than the rest of the world passed."
	}];
}
/** The finding for a hash that the checksum database has otherwise. It never proposes to stop asking. */
function mismatchFinding({ line, goMod, hash, known, database, root }) {
	const { path, version, places } = line;
	const module = `${path}@${version}`;
	const place = goMod ? places?.goMod : places?.h1;
	const where = place === void 0 ? "go.sum" : `${place.file}${place.line === void 0 ? "" : `:${String(place.line)}`}`;
	const entry = `${path} ${version}${goMod ? "/go.mod" : ""}`;
	return {
		rule: "checksum/sumdb-mismatch",
		severity: "error",
		state: "new",
		title: `${goMod ? `the go.mod file of ${module}` : module} is not what ${database} knows`,
		message: `${where} holds ${goMod ? "the go.mod file of " : ""}${module} to another hash than ${database}, which everybody asks. ${goMod ? "It decides which versions are built" : "go accepts and builds the code with that hash"}, and it is not what the rest of the world got for this version. Do not build with it before it is known who changed it.`,
		subject: { module: goMod ? `${module}/go.mod` : module },
		...place === void 0 ? {} : { location: place },
		evidence: [`${where}: ${entry} ${hash}`, `${database}: ${entry} ${known}`],
		fix: [...whoWrote(place, hash), {
			edit: `In ${where}, replace the hash of \`${entry}\` by ${known}, remove this one version from the module cache, and build again.`,
			why: "Everybody else builds that code. If go then says that the download differs, the proxy or the network that serves it is the one that lies."
		}],
		source: "integrity",
		...root === void 0 ? {} : { root }
	};
}
/** The finding for a database that showed two histories, of which `lines` is go's own proof. */
function forkFinding(database, lines, root) {
	return {
		rule: "checksum/sumdb-mismatch",
		severity: "error",
		state: "new",
		title: `${database} shows two histories`,
		message: `What ${database} answers now and what it signed for this machine before exclude each other. One of the two was made for somebody in particular, so nothing that it says of a module can be believed, and no module was vouched for.`,
		subject: { tool: "checksum database" },
		evidence: lines,
		fix: [{
			edit: "Ask from another network, and without the GOPROXY in between; keep the lines above: they prove the fork to anybody.",
			why: "If only one way shows the other history, whoever runs that way makes it up."
		}],
		source: "integrity",
		...root === void 0 ? {} : { root }
	};
}

// src/integrity/witness-record.ts
/** `path version h1:…` or `path version/go.mod h1:…`. */
const LINE = /^(\S+ \S+) (h1:[A-Za-z0-9+/]{43}=)$/;
const ID = /^\d{1,19}$/;
/**
* The lines of go.sum in a lookup record of the checksum database, as `path version[/go.mod]` → hash; `null` when it is none.
* Only the record itself counts, up to the blank line (golang.org/x/mod/sumdb/tlog, ParseRecord): what follows is outside
* of what the tree proves, and go read hashes there until CVE-2026-56864 was closed.
*/
function parseLookupRecord(text) {
	const end = text.indexOf("\n\n");
	if (end === -1) return null;
	const [id = "", ...lines] = text.slice(0, end).split("\n");
	if (!ID.test(id)) return null;
	const sums = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const [, key = "", hash = ""] = LINE.exec(line) ?? [];
		if (key !== "" && !sums.has(key)) sums.set(key, hash);
	}
	return sums;
}

// src/integrity/witness-words.ts
const OTHER_RECORD = "what it sent is about something else: a broken or hostile server between here and the database answers like that";
const ROLLED_BACK = "it does not have the tree that it signed before: it was rolled back, or another server answers in its name";
/** Why the database said nothing, by go's words; the first that fits. Errors of one module come after those of the database as a whole. */
const REASONS = [
	[
		/initializing sumdb\.Client: reading tree/,
		"no-answer",
		"the signed tree head that this machine kept of it (GOPATH/pkg/sumdb) is not its own"
	],
	[
		/initializing sumdb\.Client: .*inconsistent tile/,
		"no-answer",
		ROLLED_BACK
	],
	[
		/(?:invalid|missing) GOSUMDB|invalid sumdb name/,
		"no-answer",
		"GOSUMDB names no database that go knows"
	],
	[
		/checksum missing from sumdb response/,
		"no-answer",
		OTHER_RECORD
	],
	[
		/cannot authenticate record|cannot validate record|inconsistent tile|malformed (?:record|tree)|reading tree|invalid signature/,
		"no-answer",
		"what it sent does not fit the tree that it signed, so go refused it"
	],
	[
		/\/tile\/\S*: 4(?:04|10) /,
		"no-answer",
		ROLLED_BACK
	],
	[
		/\/lookup\/\S*: 4(?:04|10) /,
		"unknown-there",
		"it knows no such version: the module is private, or was never published like that"
	],
	[
		/: 429 /,
		"no-answer",
		"it asks to come back later (too many requests)"
	],
	[
		/: 4\d\d [A-Z]/,
		"no-answer",
		"it, or the proxy before it, refuses to answer"
	],
	[
		/: 5\d\d [A-Z]/,
		"no-answer",
		"it, or the proxy before it, answers with a server error"
	],
	[
		/module lookup disabled/,
		"no-answer",
		"GOPROXY=off forbids it"
	],
	[
		/x509: |certificate/,
		"no-answer",
		"its certificate is not trusted here"
	],
	[
		/connection refused|connection reset|no such host|[Tt]imeout|deadline exceeded|unreachable|server misbehaving|handshake|EOF|dial tcp/,
		"no-answer",
		"it cannot be reached from here"
	]
];
/** What go's error for one module, or for all, means. */
function readSilence(error) {
	for (const [pattern, says, reason] of REASONS) if (pattern.test(error)) return {
		says,
		reason
	};
	const line = error.split("\n").map((line) => line.trim()).find((one) => one !== "" && !one.startsWith("go: downloading")) ?? "go says nothing";
	return {
		says: "no-answer",
		reason: `go could not ask: ${redact(line).replaceAll(/(?<=^|[\s"'(=])(?:[A-Za-z]:)?[\\/][^\s:"']+/g, "…").slice(0, 200)}`
	};
}
/** For a record that came, was proved, and does not name what was asked. */
const SILENT_RECORD = {
	says: "no-answer",
	reason: OTHER_RECORD
};
/** The first words of what go prints when the database shows two histories (golang.org/x/mod/sumdb, checkTrees). */
const MISBEHAVIOUR = /go\.sum database server misbehavior detected!/;
const PROOF_LINES = 12;
/** What go printed of two histories, bounded; `null` when it printed nothing like it. */
function readFork(stderr) {
	const found = MISBEHAVIOUR.exec(stderr);
	if (found === null) return null;
	return stderr.slice(found.index).split("\n").map((line) => redact(line.trim()).slice(0, 200)).filter((line) => line !== "").slice(0, PROOF_LINES);
}

// src/integrity/witness-lookups.ts
const BATCH = 100;
const BATCHES_AT_ONCE = 4;
const FILES_AT_ONCE$1 = 32;
/** go asks for as many modules at once as it has processors, and waits for the network all the time. */
const QUESTIONS_AT_ONCE = "16";
const BATCH_DEADLINE_MS = 2e4;
const MAX_OUTPUT$1 = 16777216;
/** Signed tree heads and lookup records have some hundred bytes. */
const MAX_RECORD_BYTES = 65536;
/** A zip without entries: the end record alone (APPNOTE.TXT 4.3.16). */
const EMPTY_ZIP = Uint8Array.from([
	80,
	75,
	5,
	6,
	...Array.from({ length: 18 }, () => 0)
]);
/**
* All that decides how go asks, explicitly: with GOENV=off nothing of the go env file is read, so no empty variable falls back to it.
* Only the way to the database is the user's.
*/
function askingEnv(go, env, folder, { gosumdb, privatePatterns }) {
	const kept = [
		"GOPROXY",
		"GOAUTH",
		"GOCACHE"
	].flatMap((key) => {
		const value = env.values[key] ?? "";
		return value === "" ? [] : [[key, value]];
	});
	return {
		...sameToolchain(go, env),
		...Object.fromEntries(kept),
		GOENV: "off",
		GOFLAGS: "-mod=mod",
		GOMODCACHE: join(folder, "cache"),
		GOPATH: join(folder, "gopath"),
		GOSUMDB: gosumdb,
		GONOSUMDB: ["none", ...privatePatterns].join(","),
		GOPRIVATE: "none",
		GONOPROXY: "none",
		GOMAXPROCS: QUESTIONS_AT_ONCE
	};
}
/** Anything else is a query to go (`v1.2`), which it would answer by asking proxies and repositories. */
const EXACT = /^v\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+incompatible)?$/;
/** The first element of every module path that can be downloaded names a host: go's own words (`toolchain`) are no modules. */
function isAskable(module) {
	return isNameable(module) && EXACT.test(module.version) && /^[^/]*\./.test(module.path);
}
/** What a disk that is full or read-only means here; other errors go on. */
function silenceOfDisk(error) {
	if (!(error instanceof ParityError ? error.code === "write-failed" : errorCode(error) !== "")) throw error;
	return {
		says: "no-answer",
		reason: "the temporary folder that go asks from cannot be written"
	};
}
/** Copies the signed tree head that go keeps, so that a database that was rolled back or forked since is noticed. */
async function copyTreeHead(host, { values }, database, folder) {
	const [gopath = ""] = (values["GOPATH"] ?? "").split(delimiter);
	if (gopath === "") return [];
	try {
		const head = await host.files.read(join(gopath, "pkg", "sumdb", database, "latest"), MAX_RECORD_BYTES);
		if (head !== null) await host.files.writeAtomically(join(folder, "gopath", "pkg", "sumdb", database, "latest"), head);
		return [];
	} catch {
		return [{
			what: `whether ${database} shows the same history as before`,
			why: "the tree head that go keeps in GOPATH/pkg/sumdb cannot be read"
		}];
	}
}
const goModOf = ({ path }) => `module ${path}\n`;
/**
* Lays stand-ins for modules into the private module cache, so that go has nothing to fetch: an .info, a go.mod of one line, a zip without
* entries and no recorded hash. go hashes that zip (cmd/go/internal/modfetch, downloadZip: a zip without ziphash is hashed again), finds no
* line in go.sum, asks the database, proves the answer by its tree, keeps it, and only then finds that the stand-in is not the module:
* an error of that one module, while a recorded hash that differs would end go at once, and with it the questions for all others.
*/
async function layStandIns(host, { cache }, modules) {
	const placesOf = ({ path, version }) => cachePlaces(cache, path, version);
	for (const module of modules) await host.files.writeAtomically(placesOf(module).info, JSON.stringify({ Version: module.version }));
	await mapBounded(modules, FILES_AT_ONCE$1, async (module) => {
		const places = placesOf(module);
		await host.files.writeAtomically(places.mod, goModOf(module));
		await host.files.writeAtomically(places.zip, EMPTY_ZIP);
	});
}
/** What go says of each module, by `path@version`; empty when it ended before it could say anything. */
function readErrors({ stdout }) {
	const name = "go mod download -json";
	if (stdout.truncated) return /* @__PURE__ */ new Map();
	try {
		const objects = parseJsonSequence(stdout.text, name).map((object) => [sumKey(textField(object, "Path", name) ?? "", textField(object, "Version", name) ?? "", false), textField(object, "Error", name) ?? ""]);
		return new Map(objects);
	} catch {
		return /* @__PURE__ */ new Map();
	}
}
/** The record that go kept of a module after it had proved it; in the private cache nobody else writes one. */
async function readRecord(host, { cache }, database, module) {
	const { path, version } = module;
	const file = join(cache, "cache", "download", "sumdb", database, "lookup", `${escapeModule(path)}@${escapeModule(version)}`);
	const bytes = await host.files.read(file, MAX_RECORD_BYTES).catch(() => null);
	const sums = bytes === null ? null : parseLookupRecord(new TextDecoder().decode(bytes));
	if (sums === null) return null;
	return {
		zip: sums.get(`${path} ${version}`) ?? null,
		goMod: sums.get(`${path} ${version}/go.mod`) ?? null
	};
}
async function askBatch(host, go, workplace, { modules, folder, deadlineMs, database }) {
	const keys = modules.map(({ path, version }) => sumKey(path, version, false));
	const all = (silence) => ({
		answers: keys.map((key) => [key, silence]),
		fork: null
	});
	if (deadlineMs <= 0) return all({
		says: "no-answer",
		reason: "the time to ask it was over"
	});
	const goSum = modules.map((one) => `${one.path} ${one.version}/go.mod ${hashGoMod(new TextEncoder().encode(goModOf(one)))}\n`).join("");
	let cwd;
	try {
		cwd = await makeEmptyMain(host, folder, goSum);
	} catch (error) {
		return all(silenceOfDisk(error));
	}
	const result = await go.run([
		"mod",
		"download",
		"-json",
		...keys
	], {
		cwd,
		env: workplace.env,
		deadlineMs,
		maxOutputBytes: MAX_OUTPUT$1
	});
	const errors = readErrors(result);
	const fork = readFork(result.stderr.text);
	const late = result.ending === "timed-out" ? {
		says: "no-answer",
		reason: `it did not answer within ${String(Math.ceil(deadlineMs / 1e3))} seconds`
	} : null;
	const forked = fork === null ? null : {
		says: "no-answer",
		reason: "it shows two histories that exclude each other"
	};
	return {
		answers: await mapBounded(modules, FILES_AT_ONCE$1, async (module) => {
			const key = sumKey(module.path, module.version, false);
			const record = await readRecord(host, workplace, database, module);
			if (record !== null) return [key, record.zip === null && record.goMod === null ? SILENT_RECORD : record];
			return [key, forked ?? late ?? readSilence(errors.get(key) ?? result.stderr.text)];
		}),
		fork
	};
}
/** As few batches as may be, of about the same size. */
function cutIntoBatches(items) {
	const count = Math.ceil(items.length / BATCH);
	const size = Math.ceil(items.length / Math.max(count, 1));
	return Array.from({ length: count }, (_, at) => items.slice(at * size, (at + 1) * size));
}
/**
* Lets go ask the checksum database for module versions, from folders of its own: no lookup that somebody kept is used, nothing of the user's
* is written, nothing but the database is asked. Throws only when go cannot be started or the whole was cancelled.
*/
async function lookUpModules(host, go, env, modules, options) {
	const { database, deadlineMs } = options;
	const until = host.clock.now() + deadlineMs;
	const answers = /* @__PURE__ */ new Map();
	for (const { path, version } of modules.filter((module) => !isAskable(module))) answers.set(sumKey(path, version, false), {
		says: "no-answer",
		reason: "it is no name that go could ask for"
	});
	const askable = modules.filter(isAskable);
	if (askable.length === 0) return {
		answers,
		fork: null,
		degraded: []
	};
	try {
		return await withTemporaryFolder(host, async (folder) => {
			const degraded = await copyTreeHead(host, env, database, folder);
			const workplace = {
				cache: join(folder, "cache"),
				env: askingEnv(go, env, folder, options)
			};
			await layStandIns(host, workplace, askable);
			const batches = cutIntoBatches(askable).map((batch, at) => ({
				modules: batch,
				folder: join(folder, String(at))
			}));
			const parts = await mapBounded(batches, BATCHES_AT_ONCE, async (batch) => {
				const left = Math.min(BATCH_DEADLINE_MS, until - host.clock.now());
				return askBatch(host, go, workplace, {
					...batch,
					database,
					deadlineMs: left
				});
			});
			for (const part of parts) for (const [key, answer] of part.answers) answers.set(key, answer);
			return {
				answers,
				fork: parts.find(({ fork }) => fork !== null)?.fork ?? null,
				degraded
			};
		});
	} catch (error) {
		const silence = silenceOfDisk(error);
		for (const { path, version } of askable) answers.set(sumKey(path, version, false), silence);
		return {
			answers,
			fork: null,
			degraded: []
		};
	}
}

// src/integrity/witness.ts
const DEADLINE_MS$4 = 6e4;
const DEFAULT_DATABASE = "sum.golang.org";
/** Patterns, and reasons, named in the sentence of the layer. */
const SHOWN$4 = 5;
const H1 = /^h1:[A-Za-z0-9+/]{43}=$/;
/** `host[/path]`, or a verifier key `host[/path]+id+key` (golang.org/x/mod/sumdb/note). */
const DATABASE = /^([A-Za-z0-9][A-Za-z0-9.:-]*(?:\/[\w~-][\w.~-]*)*)(?:\+[0-9a-f]{8}\+[A-Za-z0-9+/=]+)?$/;
/** The name under which a database keeps its records (cmd/go/internal/modfetch, dbDial); `null` when GOSUMDB cannot be read. */
function databaseName(gosumdb) {
	const [key = ""] = gosumdb.trim().split(/\s+/);
	if (key === "sum.golang.google.cn") return DEFAULT_DATABASE;
	return DATABASE.exec(key)?.[1] ?? null;
}
function patternsIn(list, from) {
	return list.split(",").flatMap((one) => one.trim() === "" ? [] : [{
		pattern: one.trim(),
		from
	}]);
}
/** All patterns of modules that nobody else may hear of, each once, with the setting that names it first. */
function privatePatternsOf({ values }, ofConfiguration) {
	const all = [
		...patternsIn(values["GOPRIVATE"] ?? "", "GOPRIVATE"),
		...patternsIn(values["GONOSUMDB"] ?? "", "GONOSUMDB"),
		...patternsIn(ofConfiguration.join(","), "the configuration")
	];
	return all.filter(({ pattern }, at) => all.findIndex((one) => one.pattern === pattern) === at);
}
function claimsOf(line) {
	const { path, version, h1, goMod } = line;
	const claim = (hash, isGoMod) => hash === null || !H1.test(hash) ? [] : [{
		line,
		goMod: isGoMod,
		hash,
		text: `${path} ${version}${isGoMod ? "/go.mod" : ""} ${hash}`
	}];
	return [...claim(h1, false), ...claim(goMod, true)];
}
const keyOf$4 = ({ line, goMod }) => sumKey(line.path, line.version, goMod);
const moduleOf = ({ line }) => sumKey(line.path, line.version, false);
function answerOf({ goMod, hash }, found) {
	if ("says" in found) return found;
	const known = goMod ? found.goMod : found.zip;
	if (known === null) return {
		says: "no-answer",
		reason: "its record of the version has no such line"
	};
	return known === hash ? { says: "same" } : {
		says: "other",
		hash: known
	};
}
function shorten(items) {
	const rest = items.length - SHOWN$4;
	return rest > 0 ? `${items.slice(0, SHOWN$4).join(", ")} and ${String(rest)} more` : items.join(", ");
}
function versions(count) {
	return `${String(count)} module version${count === 1 ? "" : "s"}`;
}
/** `12 module versions: it cannot be reached from here` for each reason. */
function reasonsOf$1(answers, database) {
	const modules = /* @__PURE__ */ new Map();
	for (const [module, answer] of answers) {
		if (answer.says !== "no-answer" && answer.says !== "unknown-there") continue;
		modules.set(answer.reason, (modules.get(answer.reason) ?? /* @__PURE__ */ new Set()).add(module));
	}
	if (modules.size === 0) return void 0;
	return `${database} did not vouch for ${shorten([...modules].map(([reason, keys]) => {
		const [only = ""] = keys;
		return `${keys.size === 1 ? only : versions(keys.size)}: ${reason}`;
	}))}`;
}
function privacyOf(answers, patterns) {
	const modules = /* @__PURE__ */ new Set();
	const used = /* @__PURE__ */ new Set();
	for (const [module, answer] of answers) {
		if (answer.says !== "private") continue;
		modules.add(module);
		used.add(answer.pattern);
	}
	if (modules.size === 0) return void 0;
	const named = patterns.filter(({ pattern }) => used.has(pattern)).map(({ pattern, from }) => `${pattern} in ${from}`);
	const [verb, are] = modules.size === 1 ? ["is", "it is"] : ["are", "they are"];
	return `${versions(modules.size)} ${verb} private (${shorten(named)}): ${are} never asked about and not covered`;
}
const NOTHING_ASKED = {
	database: null,
	answers: /* @__PURE__ */ new Map(),
	attested: [],
	degraded: [],
	findings: []
};
/** Why nobody is asked, with these settings; `null`: somebody is. */
function refusal({ values }, mode, database) {
	if (mode === "off") return notApplicable("switched off by the checksum-database setting: nobody was asked");
	if (mode === "auto" && values["GOSUMDB"] === "off") return notApplicable("GOSUMDB=off: go asks no checksum database here, so nobody but go.sum vouches for the modules");
	if (database === null) return notLookedAt("GOSUMDB names no database that go knows, so nobody was asked");
	if ((values["GOPROXY"] ?? "").split(/[,|]/).find((entry) => entry.trim() !== "")?.trim() === "off") return notLookedAt(`GOPROXY=off forbids the network, so ${database} was not asked`);
	return null;
}
function bypassNote({ values }, database) {
	const bypass = findSumdbBypass(values["GOVERSION"] ?? "");
	if (bypass === null) return [];
	const open = bypass.open.length === 0 ? "" : ` What stays open is ${bypass.open.join(", ")}: a hostile proxy could forge an answer.`;
	return [{
		what: `what ${database} answers is only as sure as ${values["GOVERSION"] ?? "this Go"} checks it`,
		why: `this Go has known ways past the checksum database (${bypass.cves.join(", ")}; ${bypass.sources.join(", ")}). No stored answer was used, and only the signed part of each answer.${open} Go ${bypass.fixed.join(", ")} and later have none of them`
	}];
}
/**
* Asks the checksum database, by go, what it knows of module versions, whatever go.sum says; modules of private patterns are never named to
* anybody. Nothing that an earlier run kept is believed but `remembered`. Never throws for what the network or the database does; throws
* what running go throws (`go-missing`, `cancelled`).
*/
async function askChecksumDatabase(host, go, env, lines, options) {
	const { mode, remembered, deadlineMs = DEADLINE_MS$4, privatePatterns = [], root } = options;
	const set = env.values["GOSUMDB"] ?? "";
	const gosumdb = set === "" || set === "off" ? DEFAULT_DATABASE : set;
	const database = databaseName(gosumdb);
	const refused = refusal(env, mode, database);
	if (refused !== null || database === null) return {
		...NOTHING_ASKED,
		layer: refused ?? notLookedAt("nobody was asked")
	};
	const patterns = privatePatternsOf(env, privatePatterns);
	const claims = lines.flatMap(claimsOf);
	const answers = /* @__PURE__ */ new Map();
	const open = [];
	for (const claim of claims) {
		const pattern = patterns.find((one) => matchesModulePatterns(one.pattern, claim.line.path));
		if (pattern !== void 0) answers.set(keyOf$4(claim), {
			says: "private",
			pattern: pattern.pattern
		});
		else if (remembered.has(claim.text)) answers.set(keyOf$4(claim), { says: "same" });
		else open.push(claim);
	}
	const modules = [...new Map(open.map((claim) => [moduleOf(claim), claim.line])).values()];
	const none = {
		answers: /* @__PURE__ */ new Map(),
		fork: null,
		degraded: []
	};
	const asked = {
		gosumdb,
		database,
		privatePatterns: patterns.map(({ pattern }) => pattern),
		deadlineMs
	};
	const lookups = modules.length === 0 ? none : await lookUpModules(host, go, env, modules, asked);
	for (const claim of open) {
		const found = lookups.answers.get(moduleOf(claim));
		if (found !== void 0) answers.set(keyOf$4(claim), answerOf(claim, found));
	}
	const said = claims.flatMap((claim) => {
		const answer = answers.get(keyOf$4(claim));
		return answer === void 0 ? [] : [[claim, answer]];
	});
	const byModule = said.map(([claim, answer]) => [moduleOf(claim), answer]);
	const countOf = (...what) => new Set(byModule.flatMap(([module, { says }]) => what.includes(says) ? [module] : [])).size;
	const silent = reasonsOf$1(byModule, database);
	const secret = privacyOf(byModule, patterns);
	const reason = [silent, secret].filter((part) => part !== void 0).join("; ");
	const checked = countOf("same", "other");
	const layer = checked === 0 && silent === void 0 && secret !== void 0 ? notApplicable(secret) : {
		...lookedAt(checked, countOf("other"), silent),
		...reason === "" ? {} : { reason }
	};
	const findings = said.flatMap(([{ line, goMod, hash }, answer]) => answer.says === "other" ? [mismatchFinding({
		line,
		goMod,
		hash,
		known: answer.hash,
		database,
		root
	})] : []);
	return {
		layer,
		database,
		answers,
		attested: said.flatMap(([{ text }, { says }]) => says === "same" ? [text] : []),
		degraded: [...modules.length === 0 ? [] : bypassNote(env, database), ...lookups.degraded],
		findings: [...lookups.fork === null ? [] : [forkFinding(database, lookups.fork, root)], ...findings]
	};
}

// src/integrity/verify-root.ts
const STOPPED = "not looked at: the step before it failed";
function isVendored$1(root) {
	return root.mode === "vendor" || root.mode === "workspace-vendor";
}
function firstLine(result) {
	const line = result.stderr.text.split("\n").map((line) => line.trim()).find((text) => text !== "" && !text.startsWith("go: downloading"));
	return redact(line ?? `go ${result.args.join(" ")} failed`).slice(0, 300);
}
function sumLayer({ files }, findings) {
	const lines = files.sums.reduce((count, { sum }) => count + sum.lines.length + sum.malformed.length, 0);
	if (lines === 0) return notApplicable("there is no go.sum: the build list is empty or go.sum is missing");
	return lookedAt(lines, findings.length);
}
function vendorDefault(reading, options) {
	if (!isVendored$1(reading.root)) return notApplicable("go does not build from a vendor folder here");
	return options.vendor ? void 0 : notApplicable("switched off");
}
function end(progress, rest, more = {}) {
	const { known, findings, evidence, degraded, cache = null } = progress;
	const integrity = assemble(known, notLookedAt(rest));
	const mayBuild = more.mayBuild ?? (more.failed === void 0 && integrity.outcome !== "failed");
	return {
		integrity,
		findings,
		failed: more.failed ?? null,
		mayBuild,
		evidence,
		degraded,
		cache
	};
}
function afterFailedDownload(reading, progress, result) {
	const reason = `the modules cannot be downloaded: ${firstLine(result)}`;
	if (isVendored$1(reading.root)) return end(progress, reason, { mayBuild: true });
	return end(progress, reason, { failed: result });
}
/** Refused on its way in: nothing of it is in the cache, and only go can name it. What is in the cache was looked at all the same. */
function afterRefusal(progress, refused, failed) {
	const looked = Object.entries(progress.known).filter(([layer, { outcome }]) => layer === "vendor" || outcome !== "not-applicable");
	const isNamed = looked.some(([, { outcome }]) => outcome === "failed");
	const known = {
		...Object.fromEntries(looked),
		...refused === null || isNamed ? {} : { [refused]: lookedAt(1, 1) }
	};
	return end({
		...progress,
		known
	}, STOPPED, {
		mayBuild: false,
		...failed === void 0 ? {} : { failed }
	});
}
function afterFailedVerify(progress, { result }) {
	const layer = refusedLayer(result.stderr.text);
	const known = {
		...progress.known,
		...layer === null ? {} : { [layer]: lookedAt(1, 1) }
	};
	return end({
		...progress,
		known
	}, `go mod verify failed: ${firstLine(result)}`, {
		failed: result,
		mayBuild: false
	});
}
/** The hashes of go.sum by version, with their places: what the checksum database is asked for. */
function witnessLines({ place, files }) {
	const lines = /* @__PURE__ */ new Map();
	for (const { name, sum } of files.sums) for (const { path, version, goMod, hash, line } of sum.lines) {
		const key = sumKey(path, version, false);
		const known = lines.get(key) ?? {
			path,
			version,
			h1: null,
			goMod: null
		};
		const what = goMod ? "goMod" : "h1";
		if (known[what] === null) lines.set(key, {
			...known,
			[what]: hash,
			places: {
				...known.places,
				[what]: locate$3(place, name, line)
			}
		});
	}
	return [...lines.values()];
}
const NOTHING_TO_ASK = {
	layer: notApplicable("there is nothing to ask about"),
	database: null,
	answers: /* @__PURE__ */ new Map(),
	attested: [],
	degraded: [],
	findings: []
};
async function askWitness(host, go, reading, options) {
	const { checksumDatabase: mode = "auto", remembered = /* @__PURE__ */ new Set(), privatePatterns = [], env } = options;
	const lines = witnessLines(reading);
	if (lines.length === 0) return NOTHING_TO_ASK;
	const deadlineMs = Math.min(6e4, 1e4 + 50 * lines.length);
	return askChecksumDatabase(host, go, env, lines, {
		mode,
		deadlineMs,
		remembered,
		privatePatterns,
		root: reading.place.directory
	});
}
/** Looks at the module cache, and lets `go mod verify` look at the same time unless go has refused already. */
async function lookAtCache(host, go, reading, options, before) {
	const { witness } = before;
	const [cache, verify] = await allEnded([readCache(host, options.env.values["GOMODCACHE"] ?? "", reading, before.downloaded), before.refused === null ? verifyModules(go) : null]);
	const court = {
		host,
		go,
		env: options.env,
		reading,
		witness
	};
	const isNamed = cache.modules.some(isWrong) || cache.goMods.some(({ ok }) => ok === false);
	const found = await explainCache(court, cache);
	const refused = isNamed || before.refused === null ? [] : await explainRefusals(court, refusalDisputes(reading, before.refused.stderr.text));
	const layers = layersOfCache(cache.modules, cache.goMods.map(({ ok }) => ok), reading.root.missingSums);
	return {
		progress: {
			known: {
				...before.known,
				...layers,
				"checksum-database": witness.layer
			},
			findings: [
				...before.findings,
				...found,
				...refused
			],
			evidence: [...before.evidence, ...verify === null ? [] : [verify.result]],
			degraded: [...before.degraded, ...witness.degraded],
			cache
		},
		cache,
		verify
	};
}
/** Go calls a module modified whose recorded hash is empty or missing, although it computes it anew whenever it needs it. */
function isFalseAlarm({ path, version }, modules) {
	const found = modules.find(({ state }) => state.path === path && state.version === version);
	return found !== void 0 && found.state.recorded === null && !isWrong(found) && Object.values(found.ok).includes(true);
}
/** Problems of `go mod verify` that our own look does not share. */
function onlyGoObjects({ problems }, modules) {
	const wrong = new Set(modules.filter(isWrong).map(({ state }) => state.key));
	return problems.filter(({ path, version }) => !wrong.has(sumKey(path, version, false)));
}
async function verifySteps(host, go, reading, options) {
	const sumFindings = reading.findings.filter(({ rule, severity }) => rule === "checksum/gosum-malformed" && severity === "error");
	const vendor = vendorDefault(reading, options);
	const inputs = await checkBuildInputs(host, reading, options.env);
	const start = {
		known: {
			"go.sum": sumLayer(reading, sumFindings),
			"build-inputs": inputs.layer,
			...vendor === void 0 ? {} : { vendor }
		},
		findings: [...findMissingSumFindings(reading), ...inputs.findings],
		evidence: [],
		degraded: []
	};
	if (sumFindings.length > 0) return end(start, STOPPED);
	if (reading.failed !== null) {
		const witness = await askWitness(host, go, reading, options);
		const { progress } = await lookAtCache(host, go, reading, options, {
			...start,
			downloaded: [],
			refused: reading.failed,
			witness
		});
		return afterRefusal(progress, refusedLayer(reading.failed.stderr.text));
	}
	options.onStep?.("download");
	const [download, witness] = await allEnded([downloadModules(go), askWitness(host, go, reading, options)]);
	const evidence = [download.result];
	const refused = download.ok ? null : refusedLayer(download.result.stderr.text);
	if (!download.ok && refused === null) return afterFailedDownload(reading, {
		...start,
		evidence
	}, download.result);
	options.onStep?.("verify");
	const look = await lookAtCache(host, go, reading, options, {
		...start,
		evidence,
		downloaded: download.modules,
		refused: refused === null ? null : download.result,
		witness
	});
	const { cache, verify } = look;
	let { progress } = look;
	const isSound = !Object.values(progress.known).some(({ outcome }) => outcome === "failed");
	if (refused !== null) return afterRefusal(progress, refused, download.result);
	if (verify !== null && !verify.ok) {
		const alone = onlyGoObjects(verify, cache.modules);
		if (verify.problems.length === 0 || !alone.every((problem) => isFalseAlarm(problem, cache.modules))) return afterFailedVerify(progress, verify);
		const dropped = alone.map(({ text }) => ({
			what: `an alarm of go mod verify was not passed on: ${redact(text).slice(0, 200)}`,
			why: "no hash is recorded for it, go computes it anew, and it is what go.sum says"
		}));
		progress = {
			...progress,
			degraded: [...progress.degraded, ...dropped]
		};
	}
	if (!isSound || vendor !== void 0) return end(progress, STOPPED);
	options.onStep?.("vendor");
	const check = await checkVendor(host, go, reading);
	return end({
		...progress,
		known: {
			...progress.known,
			vendor: check.layer
		},
		findings: [...progress.findings, ...check.findings],
		evidence: [...progress.evidence, check.result]
	}, STOPPED, check.result.exitCode === 0 ? {} : {
		failed: check.result,
		mayBuild: false
	});
}
async function verifyAndRepair(host, go, reading, options) {
	const first = await verifySteps(host, go, reading, options);
	if (options.repair !== true || first.cache === null) return first;
	const repaired = await repairRoot(host, go, options.env, reading, first.cache, options.signal);
	if (repaired === null) return first;
	const second = await verifySteps(host, go, reading.failed === null ? reading : await readRoot(host, go, reading.place, options.env), options);
	return {
		...second,
		findings: [...repaired.findings, ...second.findings],
		degraded: [...repaired.degraded, ...second.degraded]
	};
}
/**
* Whether the modules of a root are what go.sum says, layer by layer, in the only order that means something:
* go.sum → download → module cache (by ourselves and by `go mod verify`) beside the checksum database → vendor. A failure stops what follows, and nothing may be built after it.
* The project's files are as before when it returns. Never throws for a go command that fails.
*/
async function verifyRoot(host, go, reading, options) {
	const { place, root, files } = reading;
	if (root.mode === "gopath") return end({
		known: {},
		findings: [],
		evidence: [],
		degraded: []
	}, `not possible: ${root.modeReason}; there are no modules, and so no checksums`, { mayBuild: true });
	const kept = await keepFiles(host, files.writable, async () => verifyAndRepair(host, go.in(place.path), reading, options));
	const degraded = kept.restored.map((path) => posixPath(place.path, path)).map((name) => ({
		what: `${name} was put back as it was`,
		why: "go mod download had completed it"
	}));
	return {
		...kept.result,
		degraded: [...kept.result.degraded, ...degraded]
	};
}

// src/binaries/bytes.ts
/** What is in memory already, as a source. */
function bytesSource(bytes) {
	return {
		size: bytes.length,
		readAt: (offset, length) => bytes.subarray(Math.min(offset, bytes.length), Math.min(offset + length, bytes.length))
	};
}
/** A window on a source that begins at `start`: offsets are counted from there. */
function sliceOf(source, start, size) {
	const end = Math.min(start + size, source.size);
	const own = Math.max(0, end - start);
	return {
		size: own,
		readAt: (offset, length) => offset >= own ? /* @__PURE__ */ new Uint8Array() : source.readAt(start + offset, Math.min(length, own - offset))
	};
}
/** An offset, a count or a size in a binary that cannot be true. The message is one sentence without the file's name. */
var Malformed = class extends Error {};
/** No table of a real program is larger; what claims to be is not read. */
const MAX_PART = 33554432;
/** Characters of one name. */
const MAX_NAME = 4096;
const decoder$1 = new TextDecoder();
/** Makes a part of bytes. */
function partFrom(bytes, little) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const inside = (at, size) => {
		if (!(at >= 0 && at + size <= bytes.length)) throw new Malformed("a field lies behind the end of its table");
		return at;
	};
	return {
		length: bytes.length,
		bytes,
		u8: (at) => view.getUint8(inside(at, 1)),
		u16: (at) => view.getUint16(inside(at, 2), little),
		u32: (at) => view.getUint32(inside(at, 4), little),
		u64: (at) => Number(view.getBigUint64(inside(at, 8), little)),
		text(at, max = MAX_NAME) {
			const rest = bytes.subarray(inside(at, 0), Math.min(at + max, bytes.length));
			const end = rest.indexOf(0);
			return decoder$1.decode(end < 0 ? rest : rest.subarray(0, end));
		}
	};
}
/** Reads a part that must be there as a whole; `what` names it in the fault. */
function readPart(source, offset, length, little, what) {
	if (!(offset >= 0 && length >= 0 && offset + length <= source.size)) throw new Malformed(`${what} lies behind the end of the file`);
	if (length > MAX_PART) throw new Malformed(`${what} claims ${String(length)} bytes`);
	const bytes = source.readAt(offset, length);
	if (bytes.length < length) throw new Malformed(`${what} cannot be read as a whole`);
	return partFrom(bytes, little);
}
const CHUNK = 1048576;
/** Bytes that are searched at most. */
const MAX_SEARCH = 134217728;
/** Where `needle` begins in a range of a source, in bytes from the beginning of the source; `null` when it is not there. `align` counts from the beginning of the range. */
function findBytes(source, offset, size, needle, align = 1) {
	const first = needle[0];
	if (first === void 0) return null;
	const end = Math.min(offset + size, source.size, offset + MAX_SEARCH);
	for (let start = offset; start < end; start += CHUNK) {
		const chunk = source.readAt(start, Math.min(CHUNK + needle.length - 1, end - start));
		if (chunk.length < needle.length) return null;
		for (let at = chunk.indexOf(first); at >= 0 && at < CHUNK; at = chunk.indexOf(first, at + 1)) if ((start + at - offset) % align === 0 && at + needle.length <= chunk.length && needle.every((byte, index) => chunk[at + index] === byte)) return start + at;
	}
	return null;
}
const MAX_FAULTS = 20;
/** A new, empty collection. */
function collectFaults() {
	const list = [];
	const add = (fault) => {
		if (list.length < MAX_FAULTS && !list.includes(fault)) list.push(fault);
	};
	return {
		list,
		add,
		attempt(read, otherwise) {
			try {
				return read();
			} catch (error) {
				if (!(error instanceof Malformed)) throw error;
				add(error.message);
				return otherwise;
			}
		}
	};
}

// src/binaries/places.ts
const DEBIAN_LIBRARIES = [
	"libgcc_s.so.1",
	"libstdc++.so.6",
	"libz.so.1",
	"libcrypt.so.1",
	"libselinux.so.1",
	"libbz2.so.1.0",
	"liblzma.so.5",
	"libzstd.so.1",
	"libacl.so.1",
	"libattr.so.1"
];
const FEDORA_LIBRARIES = ["libgcc_s.so.1"];
function glibcPlaces(rows, rest) {
	return rows.map(([name, version, libstdcxx = null]) => ({
		name,
		libc: {
			kind: "glibc",
			version
		},
		complete: false,
		libstdcxx,
		...rest
	}));
}
function alpine(name, version, ssl) {
	return {
		name,
		libc: {
			kind: "musl",
			version
		},
		libraries: [
			"libz.so.1",
			`libssl.so.${ssl}`,
			`libcrypto.so.${ssl}`
		],
		complete: true,
		libstdcxx: null,
		install: "apk add",
		source: "https://pkgs.alpinelinux.org/packages?name=musl"
	};
}
function distroless(name, version, libraries, libstdcxx) {
	return {
		name,
		libc: version === null ? null : {
			kind: "glibc",
			version
		},
		libraries,
		complete: true,
		libstdcxx,
		install: null,
		source: "https://github.com/GoogleContainerTools/distroless/blob/main/base/README.md"
	};
}
/**
* Places that are known by name. Versions of glibc and musl are those of the release, as their package lists say;
* of libstdc++ by the GCC that made it (https://gcc.gnu.org/onlinedocs/libstdc++/manual/abi.html).
*/
const PLACES = [
	alpine("alpine:3.15", "1.2.2", "1.1"),
	alpine("alpine:3.16", "1.2.3", "1.1"),
	alpine("alpine:3.17", "1.2.3", "3"),
	alpine("alpine:3.18", "1.2.4", "3"),
	alpine("alpine:3.19", "1.2.4", "3"),
	alpine("alpine:3.20", "1.2.5", "3"),
	alpine("alpine:3.21", "1.2.5", "3"),
	alpine("alpine:3.22", "1.2.5", "3"),
	...glibcPlaces([
		[
			"debian:10",
			"2.28",
			"3.4.25"
		],
		[
			"debian:11",
			"2.31",
			"3.4.28"
		],
		[
			"debian:12",
			"2.36",
			"3.4.30"
		],
		[
			"debian:13",
			"2.41",
			"3.4.33"
		]
	], {
		libraries: DEBIAN_LIBRARIES,
		install: "apt-get install",
		source: "https://packages.debian.org/search?keywords=libc6&exact=1"
	}),
	...glibcPlaces([
		[
			"ubuntu:18.04",
			"2.27",
			"3.4.25"
		],
		[
			"ubuntu:20.04",
			"2.31",
			"3.4.28"
		],
		[
			"ubuntu:22.04",
			"2.35",
			"3.4.30"
		],
		[
			"ubuntu:24.04",
			"2.39",
			"3.4.33"
		]
	], {
		libraries: DEBIAN_LIBRARIES,
		install: "apt-get install",
		source: "https://packages.ubuntu.com/search?keywords=libc6&exact=1"
	}),
	...glibcPlaces([
		["centos:7", "2.17"],
		["rhel:7", "2.17"],
		["rhel:8", "2.28"],
		["rhel:9", "2.34"],
		["rhel:10", "2.39"]
	], {
		libraries: FEDORA_LIBRARIES,
		install: "dnf install",
		source: "https://docs.redhat.com/en/documentation/red_hat_enterprise_linux/ (package manifest)"
	}),
	...glibcPlaces([["amazonlinux:2", "2.26"], ["amazonlinux:2023", "2.34"]], {
		libraries: FEDORA_LIBRARIES,
		install: "dnf install",
		source: "https://docs.aws.amazon.com/linux/al2023/release-notes/all-packages.html"
	}),
	distroless("distroless/static", null, [], null),
	distroless("distroless/base-debian11", "2.31", ["libssl.so.1.1", "libcrypto.so.1.1"], null),
	distroless("distroless/base-debian12", "2.36", ["libssl.so.3", "libcrypto.so.3"], null),
	distroless("distroless/cc-debian12", "2.36", [
		"libssl.so.3",
		"libcrypto.so.3",
		"libgcc_s.so.1",
		"libstdc++.so.6",
		"libgomp.so.1"
	], "3.4.30"),
	{
		name: "scratch",
		libc: null,
		libraries: [],
		complete: true,
		libstdcxx: null,
		install: null,
		source: "https://hub.docker.com/_/scratch"
	}
];
/** Other names of the same places. */
const PLACE_NAMES = {
	distroless: "distroless/static",
	"debian:buster": "debian:10",
	"debian:bullseye": "debian:11",
	"debian:bookworm": "debian:12",
	"debian:trixie": "debian:13",
	"ubuntu:bionic": "ubuntu:18.04",
	"ubuntu:focal": "ubuntu:20.04",
	"ubuntu:jammy": "ubuntu:22.04",
	"ubuntu:noble": "ubuntu:24.04",
	"distroless/static-debian11": "distroless/static",
	"distroless/static-debian12": "distroless/static",
	"rockylinux:8": "rhel:8",
	"rockylinux:9": "rhel:9",
	"almalinux:8": "rhel:8",
	"almalinux:9": "rhel:9",
	"almalinux:10": "rhel:10",
	ubi8: "rhel:8",
	ubi9: "rhel:9",
	ubi10: "rhel:10"
};
/** Loaders of glibc by processor (each architecture's ABI; glibc's sysdeps, ld.so name and slibdir). */
const GLIBC_LOADERS = {
	amd64: ["/lib64/ld-linux-x86-64.so.2"],
	"386": ["/lib/ld-linux.so.2"],
	arm64: ["/lib/ld-linux-aarch64.so.1"],
	arm: ["/lib/ld-linux-armhf.so.3", "/lib/ld-linux.so.3"],
	loong64: ["/lib64/ld-linux-loongarch-lp64d.so.1"],
	mips: ["/lib/ld.so.1"],
	mipsle: ["/lib/ld.so.1"],
	mips64: ["/lib64/ld.so.1", "/lib64/ld-linux-mipsn8.so.1"],
	mips64le: ["/lib64/ld.so.1", "/lib64/ld-linux-mipsn8.so.1"],
	ppc64: ["/lib64/ld64.so.1"],
	ppc64le: ["/lib64/ld64.so.2"],
	riscv64: ["/lib/ld-linux-riscv64-lp64d.so.1"],
	s390x: ["/lib/ld64.so.1"]
};
/** Libraries that are part of glibc itself, from 2.17 on (since 2.34 most of them are empty). Only those that every distribution ships with it. */
const GLIBC_LIBRARIES = /* @__PURE__ */ new Set([
	"libc.so.6",
	"libm.so.6",
	"libpthread.so.0",
	"libdl.so.2",
	"librt.so.1",
	"libresolv.so.2",
	"libutil.so.1",
	"libanl.so.1",
	"libBrokenLocale.so.1",
	"libthread_db.so.1",
	"libnss_files.so.2",
	"libnss_dns.so.2"
]);
/**
* Whether a C library itself gives a library of that name. musl takes every name of its own parts for itself, whatever follows
* the dot (ldso/dynlink.c, load_library).
*/
function isOfLibc(libc, library) {
	if (libc === "musl") return /^lib(?:c|pthread|rt|m|dl|util|xnet)\./.test(library) || library.startsWith("ld-musl-");
	return libc === "glibc" && (GLIBC_LIBRARIES.has(library) || /^ld-linux|^ld64\.so/.test(library));
}

// src/binaries/resolve.ts
/** Browsers need some hundred. */
const MAX_LIBRARIES = 1e3;
function folderOf$2(path) {
	return path.slice(0, Math.max(1, path.lastIndexOf("/")));
}
function baseOf$1(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
/** `$LIB` as the loaders of distributions expand it; the first that exists counts. */
function expand(folder, origin, binary) {
	const own = folder.replaceAll(/\$ORIGIN(?![A-Za-z0-9_])|\$\{ORIGIN\}/g, () => origin);
	if (!/\$\{?LIB\b/.test(own)) return own.startsWith("/") ? [own] : [];
	return (binary.bits === 64 ? [
		"lib64",
		"lib",
		"lib/x86_64-linux-gnu",
		"lib/aarch64-linux-gnu"
	] : ["lib"]).map((lib) => own.replaceAll(/\$LIB(?![A-Za-z0-9_])|\$\{LIB\}/g, lib)).filter((path) => path.startsWith("/"));
}
/** Debian's folders by GOARCH. */
const MULTIARCH = {
	amd64: "x86_64-linux-gnu",
	"386": "i386-linux-gnu",
	arm64: "aarch64-linux-gnu",
	arm: "arm-linux-gnueabihf",
	ppc64le: "powerpc64le-linux-gnu",
	riscv64: "riscv64-linux-gnu",
	s390x: "s390x-linux-gnu",
	mips64le: "mips64el-linux-gnuabi64",
	loong64: "loongarch64-linux-gnu"
};
function defaultFolders(root, kind, { goarch, bits }) {
	if (kind === "musl") return root.muslPath ?? [
		"/lib",
		"/usr/local/lib",
		"/usr/lib"
	];
	const multiarch = MULTIARCH[goarch ?? ""];
	if (multiarch !== void 0 && root.hasFolder(`/usr/lib/${multiarch}`)) return [
		`/lib/${multiarch}`,
		`/usr/lib/${multiarch}`,
		"/lib",
		"/usr/lib"
	];
	return bits === 64 ? [
		"/lib64",
		"/usr/lib64",
		"/lib",
		"/usr/lib"
	] : ["/lib", "/usr/lib"];
}
/** Folders in the order in which a loader looks through them (ld.so(8); musl's ldso/dynlink.c). */
function* candidates(root, kind, node, name, main) {
	const chain = [];
	for (let at = node; at !== null; at = at.parent) chain.push(at);
	const own = function* (of, folders, via) {
		for (const folder of folders) for (const path of expand(folder, folderOf$2(of.found.path), of.found.binary)) yield [`${path}/${name}`, via];
	};
	const path = function* () {
		for (const folder of root.libraryPath) yield [`${folder}/${name}`, "LD_LIBRARY_PATH"];
	};
	if (kind === "musl") {
		yield* path();
		for (const of of chain) {
			const { runpath, rpath } = of.found.binary;
			yield* own(of, runpath.length > 0 ? runpath : rpath, runpath.length > 0 ? "runpath" : "rpath");
		}
	} else {
		if (node.found.binary.runpath.length === 0) {
			for (const of of chain) if (of.found.binary.runpath.length === 0) yield* own(of, of.found.binary.rpath, "rpath");
		}
		yield* path();
		yield* own(node, node.found.binary.runpath, "runpath");
		for (const entry of root.cache) if (entry.name === name) yield [entry.path, "loader cache"];
	}
	for (const folder of defaultFolders(root, kind, main)) yield [`${folder}/${name}`, "default folder"];
}
/** glibc passes over libraries for another processor. */
function fits$1(found, main) {
	const { format, bits, machine } = found.binary;
	return format === "elf" && bits === main.bits && machine === main.machine;
}
/** Finds every library that a loader would load for a binary, as a tree: the first one that needs it is its parent. */
function resolveLibraries(root, main, loaderPath, assumed) {
	const loader = loaderPath === null ? null : root.open(loaderPath);
	const kind = loaderPath === null ? null : /\/ld-musl-[^/]*$/.test(loaderPath) ? "musl" : "glibc";
	const libraries = [];
	const objects = [];
	const byName = /* @__PURE__ */ new Map();
	const byPath = /* @__PURE__ */ new Map();
	const queue = [{
		name: "",
		found: main,
		parent: null,
		index: null
	}];
	const seek = (node, name) => {
		if (kind === "musl" && loader !== null && isOfLibc("musl", name)) return {
			found: loader,
			via: "the C library itself"
		};
		if (loader !== null && name === (loader.binary.soname ?? baseOf$1(loader.path))) return {
			found: loader,
			via: "the C library itself"
		};
		if (name.includes("/")) {
			const found = name.startsWith("/") ? root.open(name) : null;
			return found === null ? null : {
				found,
				via: "path"
			};
		}
		for (const [path, via] of candidates(root, kind ?? "glibc", node, name, main.binary)) {
			const found = root.open(path);
			if (found !== null && fits$1(found, main.binary)) return {
				found,
				via
			};
		}
		return null;
	};
	for (let node = queue.shift(); node !== void 0; node = queue.shift()) for (const name of node.found.binary.needed) {
		if (byName.has(name) || libraries.length >= MAX_LIBRARIES) continue;
		const result = seek(node, name);
		const known = result === null ? void 0 : byPath.get(result.found.path);
		byName.set(name, known ?? libraries.length);
		if (known !== void 0) continue;
		const index = libraries.length;
		libraries.push({
			name,
			path: result?.found.path ?? null,
			neededBy: node.index,
			via: result?.via ?? null,
			libc: result?.found.binary.libc ?? null,
			glibc: result?.found.binary.glibc ?? null
		});
		if (result === null) continue;
		const { found, via } = result;
		byPath.set(found.path, index);
		if (found.binary.soname !== null && !byName.has(found.binary.soname)) byName.set(found.binary.soname, index);
		objects.push(found);
		if (via !== "the C library itself") queue.push({
			name,
			found,
			parent: node,
			index
		});
	}
	if (loader !== null && !objects.some(({ path }) => path === loader.path)) objects.push(loader);
	return {
		loader: loaderPath === null ? null : {
			path: loaderPath,
			kind,
			from: assumed ? "assumed" : "binary",
			found: loader !== null
		},
		libraries,
		objects,
		truncated: libraries.length >= MAX_LIBRARIES
	};
}
/** The chain of names from the binary to a library, without the binary: `libfoo.so.1`, `libc.so.6`. */
function chainOf({ libraries }, index) {
	const names = [];
	for (let at = index; at !== null && names.length <= MAX_LIBRARIES; at = libraries[at]?.neededBy ?? null) names.unshift(libraries[at]?.name ?? "");
	return names;
}

// src/binaries/trace.ts
const MAX_LINES$2 = 2e5;
const MAX_EVENTS$2 = 2e4;
const MAX_PATH$1 = 4096;
const ESCAPES = {
	n: "\n",
	t: "	",
	r: "\r",
	v: "\v",
	f: "\f",
	"\"": "\"",
	"\\": "\\"
};
/** A string as strace writes it; bytes of UTF-8 come as octal numbers. */
function unescape$1(text) {
	const bytes = [];
	const encoder = new TextEncoder();
	for (const [piece] of text.matchAll(/\\[0-7]{1,3}|\\[\s\S]|[^\\]+/g)) if (/^\\[0-7]/.test(piece)) bytes.push(Number.parseInt(piece.slice(1), 8) & 255);
	else bytes.push(...encoder.encode(piece.startsWith("\\") ? ESCAPES[piece.charAt(1)] ?? piece.charAt(1) : piece));
	return new TextDecoder().decode(new Uint8Array(bytes));
}
/** `execve("/x", …) = 0`, `openat(AT_FDCWD, "/x", O_RDONLY) = -1 ENOENT (…)`. */
const CALL$1 = /^(execve|execveat|openat|openat2|open)\((?:AT_FDCWD, |\d+(?:<[^>]*>)?, )?"((?:[^"\\]|\\.){0,8192})"/;
/** Reads what `strace -f -e trace=execve,execveat,open,openat -o FILE` wrote. Lines that are something else are passed over. */
function parseTrace(text) {
	const programs = [];
	const files = [];
	const pids = /* @__PURE__ */ new Set();
	const waiting = /* @__PURE__ */ new Map();
	const running = /* @__PURE__ */ new Map();
	let first = null;
	const lines = text.split("\n", MAX_LINES$2);
	for (const line of lines) {
		const head = /^(\d{1,10})\s+/.exec(line);
		if (head === null) continue;
		const pid = Number(head[1]);
		pids.add(pid);
		let rest = line.slice(head[0].length, head[0].length + 2 * MAX_PATH$1);
		if (rest.endsWith("<unfinished ...>")) {
			waiting.set(pid, rest);
			continue;
		}
		const resumed = /^<\.\.\. \w+ resumed>/.exec(rest);
		if (resumed !== null) {
			rest = `${(waiting.get(pid) ?? "").replace("<unfinished ...>", "")}${rest.slice(resumed[0].length)}`;
			waiting.delete(pid);
		}
		const call = CALL$1.exec(rest);
		const result = / = (-?\d+)(?:<.*>)?(?: (E[A-Z0-9]+))?[^=]*$/.exec(rest);
		if (call === null || result === null) continue;
		const path = unescape$1(call[2] ?? "").slice(0, MAX_PATH$1);
		const error = result[1]?.startsWith("-") === true ? result[2] ?? "an error" : null;
		if (call[1]?.startsWith("exec") === true) {
			if (error === null) running.set(pid, path);
			if (error === null) first ??= path;
			if (programs.length < MAX_EVENTS$2) programs.push({
				pid,
				path,
				error
			});
		} else if (files.length < MAX_EVENTS$2) files.push({
			pid,
			program: running.get(pid) ?? first,
			path,
			error
		});
	}
	return {
		programs,
		files,
		processes: pids.size,
		truncated: lines.length >= MAX_LINES$2 || programs.length >= MAX_EVENTS$2 || files.length >= MAX_EVENTS$2
	};
}
/** Paths of libraries by how they are named. */
function isLibraryPath(path) {
	return /\/[^/]+\.so(?:\.\d[0-9A-Za-z_.-]*)?$/.test(path);
}
/** What loaders write when they give up (glibc's elf/dl-*.c, musl's ldso/dynlink.c). */
const MESSAGES = [
	[/version `GLIBC_[0-9.]+' not found/, "runtime/glibc-too-old"],
	[/version `[^']{1,100}' not found \(required by /, "runtime/library-missing"],
	[/error while loading shared libraries: /, "runtime/library-missing"],
	[/^Error loading shared library /, "runtime/library-missing"],
	[/^Error relocating .{1,4096}: symbol not found/, "runtime/libc-mismatch"],
	[/symbol lookup error: .{1,4096}: undefined symbol: /, "runtime/libc-mismatch"]
];
/** Why a traced program did not start; `null` when it did. */
function judgeTrace(path, { trace, exitCode, timedOut, stderr }) {
	const refused = trace.programs.find((program) => program.path === path);
	if (!trace.programs.some((program) => program.path === path && program.error === null)) {
		const error = refused?.error ?? null;
		if (error === null) return null;
		const wrong = error === "ENOEXEC";
		return runtimeFinding(wrong ? "runtime/wrong-architecture" : "runtime/libc-mismatch", "error", {
			title: `the kernel refused it: ${error}`,
			message: wrong ? "It is built for another processor or system." : "The program is there; its loader is not, or may not be started.",
			evidence: [`execve("${path}") = ${error}`]
		});
	}
	if (timedOut || exitCode === 0) return null;
	const lines = stderr.split("\n", 200).map((line) => line.slice(0, 1e3));
	const said = MESSAGES.flatMap(([pattern, rule]) => {
		const line = lines.find((candidate) => pattern.test(candidate));
		return line === void 0 ? [] : [{
			line,
			rule
		}];
	})[0];
	if (said === void 0) return null;
	const missing = [...new Set(trace.files.flatMap(({ path: file, error }) => error === null || !isLibraryPath(file) ? [] : [file]))];
	return runtimeFinding(said.rule, "error", {
		title: "its loader gave up",
		message: "The kernel started it, and the loader stopped it before the program did anything.",
		evidence: [said.line, ...missing.slice(-8).map((file) => `looked for ${file}`)]
	});
}

// src/binaries/go-build-lines.ts
/** A program of more modules does not exist. */
const MAX_LINES$1 = 1e5;
const SIMPLE = {
	a: "\x07",
	b: "\b",
	f: "\f",
	n: "\n",
	r: "\r",
	t: "	",
	v: "\v",
	"\\": "\\",
	"'": "'",
	"\"": "\""
};
function unescape(escape) {
	const simple = SIMPLE[escape.charAt(1)];
	if (simple !== void 0) return simple;
	const code = /^\\[xuU]/.test(escape) ? Number.parseInt(escape.slice(2), 16) : Number.parseInt(escape.slice(1), 8);
	const single = escape.startsWith("\\u") || escape.startsWith("\\U");
	return code > 1114111 || !single && code > 127 ? "�" : String.fromCodePoint(code);
}
/** A Go string literal at the beginning of a text, and how long it is; `null` when there is none (strconv.QuotedPrefix, strconv.Unquote). */
function unquote(text) {
	const raw = /^`[^`]*`/.exec(text)?.[0];
	if (raw !== void 0) return {
		value: raw.slice(1, -1).replaceAll("\r", ""),
		length: raw.length
	};
	const quoted = /^"(?:[^"\\\n]|\\[abfnrtv\\'"]|\\x[0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\U[0-9a-fA-F]{8}|\\[0-7]{3})*"/.exec(text)?.[0];
	if (quoted === void 0) return null;
	return {
		value: quoted.slice(1, -1).replaceAll(/\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)/g, (escape) => unescape(escape)),
		length: quoted.length
	};
}
function readSetting(text) {
	const quotedKey = unquote(text);
	const end = quotedKey === null ? text.indexOf("=") : quotedKey.length;
	if (end < 1 || text[end] !== "=") throw new Malformed("a build line of the Go build info has no key");
	const rest = text.slice(end + 1);
	return {
		key: quotedKey?.value ?? text.slice(0, end),
		value: unquote(rest)?.value ?? rest
	};
}
function readModule(text) {
	const [path = "", version = "", sum = "", ...more] = text.split("	");
	if (path === "" || more.length > 0) throw new Malformed("a module line of the Go build info has not two or three columns");
	return {
		path,
		version,
		sum: sum === "" ? null : sum
	};
}
/** A folder in the place of a module has no sum, whatever is checked. */
function isFolder({ version }) {
	return version === "" || version === "(devel)";
}
function judgeSums(dependencies) {
	const effective = dependencies.map(({ version, sum, replace }) => replace ?? {
		version,
		sum
	}).filter((module) => !isFolder(module));
	if (effective.length === 0) return "nothing";
	const without = effective.filter(({ sum }) => sum === null).length;
	if (without === 0) return "all";
	return without === effective.length ? "none" : "some";
}
/** Reads the lines that the go command hands to the linker, as runtime/debug.ParseBuildInfo does. Throws `Malformed`. */
function parseBuildLines(version, text) {
	const lines = text.split("\n", 100001);
	if (lines.length > MAX_LINES$1) throw new Malformed("the Go build info has too many lines");
	lines.pop();
	let path = null;
	let main = null;
	const dependencies = [];
	const settings = [];
	let last = null;
	for (const line of lines) {
		const tab = line.indexOf("	");
		const [word, rest] = [line.slice(0, Math.max(tab, 0)), line.slice(tab + 1)];
		if (word === "path") path = rest;
		else if (word === "mod") {
			main = readModule(rest);
			last = "main";
		} else if (word === "dep") {
			dependencies.push(readModule(rest));
			last = "dependency";
		} else if (word === "=>") {
			const { path: by, version: at, sum } = readModule(rest);
			const replaced = last === "main" ? main : dependencies.at(-1);
			if (last === null || replaced === void 0 || replaced === null) throw new Malformed("a replacement of the Go build info follows no module");
			const module = {
				...replaced,
				replace: {
					path: by,
					version: at,
					sum
				}
			};
			if (last === "main") main = module;
			else dependencies[dependencies.length - 1] = module;
			last = null;
		} else if (word === "build") settings.push(readSetting(rest));
	}
	return {
		version,
		path,
		main,
		dependencies,
		settings,
		sums: judgeSums(dependencies)
	};
}
/** The value of one build setting; `null` when the binary does not carry it. */
function settingOf({ settings }, key) {
	return settings.find((setting) => setting.key === key)?.value ?? null;
}

// src/binaries/fixes.ts
/** Paths that a shell takes as they are. */
const PLAIN$1 = /^[A-Za-z0-9._/@+-]{1,200}$/;
/** The main package for a command; the folder where one stands when the binary does not say. */
function packageOf({ go }) {
	const path = go?.path ?? null;
	return path !== null && path !== "command-line-arguments" && PLAIN$1.test(path) ? path : ".";
}
/** Triples of zig by GOARCH. */
const ZIG = {
	amd64: "x86_64",
	"386": "x86",
	arm64: "aarch64",
	riscv64: "riscv64"
};
function zigTarget(goarch) {
	return ZIG[goarch ?? ""] ?? null;
}
/** Only what Go built can be built by go again. */
function build$1(binary, variables, flags = "") {
	const { go, goarch } = binary;
	if (go === null) return null;
	return `${variables} GOOS=linux${goarch === null ? "" : ` GOARCH=${goarch}`} go build ${flags}${flags === "" ? "" : " "}${packageOf(binary)}`;
}
function fixOf(command, why) {
	return command === null ? [] : [{
		command,
		why
	}];
}
/** A program without any C library: the way out wherever a libc stands in it. */
function withoutC(binary) {
	if (binary.go === null || !isProgram(binary)) return [];
	if (binary.cgo === false && binary.kind === "pie") return fixOf(build$1(binary, "CGO_ENABLED=0", "-buildmode=exe"), "without -buildmode=pie Go needs no loader: the program starts on every Linux");
	return fixOf(build$1(binary, "CGO_ENABLED=0"), "without cgo it starts on every Linux; possible when no package needs C");
}
/** Ways to a program that an older glibc accepts. */
function glibcFixes(binary, version) {
	const zig = zigTarget(binary.goarch);
	const command = zig === null ? null : build$1(binary, `CGO_ENABLED=1 CC="zig cc -target ${zig}-linux-gnu.${version}"`);
	return [
		...withoutC(binary),
		...command === null ? [] : [{
			command,
			why: `zig links against glibc ${version}`
		}],
		{
			edit: "Build it in an image with the older glibc",
			why: "a program needs the glibc of the machine that links it, or a newer one"
		}
	];
}
/** Ways to a program that a place with another C library, or with none, accepts. */
function libcFixes(binary, libc) {
	if (binary.cgo === false && binary.kind === "pie") return withoutC(binary);
	const zig = zigTarget(binary.goarch);
	const musl = zig === null || libc === "glibc" || !isProgram(binary) ? null : build$1(binary, `CGO_ENABLED=1 CC="zig cc -target ${zig}-linux-musl"`);
	return [
		...withoutC(binary),
		...musl === null ? [] : [{
			command: musl,
			why: "linked statically with musl it needs no C library of the place"
		}],
		...libc !== null && (libc === "glibc" || musl === null) ? [{
			edit: `Build it in an image with ${libc}`,
			why: "a program and the place where it runs need the same C library"
		}] : []
	];
}
/** A program for another processor or system. */
function platformFixes(binary, goos, goarch) {
	if (binary.go === null) return [{
		edit: `Build it for ${goos}${goarch === null ? "" : `/${goarch}`}`,
		why: "nothing can run it as it is"
	}];
	const wanted = goarch ?? binary.goarch;
	const arch = wanted === null ? "" : ` GOARCH=${wanted}`;
	return [{
		command: `${settingOf(binary.go, "CGO_ENABLED") === "1" ? "CGO_ENABLED=0 " : ""}GOOS=${goos}${arch} go build ${packageOf(binary)}`,
		why: `builds it for ${goos}${wanted === null ? "" : `/${wanted}`}`
	}];
}

// src/binaries/glibc-version.ts
/** Compares dotted numbers: negative, zero or positive. */
function compareVersions(a, b) {
	const [left, right] = [a.split("."), b.split(".")];
	for (let at = 0; at < Math.max(left.length, right.length); at += 1) {
		const difference = Number(left[at] ?? 0) - Number(right[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}
/**
* Marks that glibc defines beside its numbered versions, and since when
* (https://sourceware.org/glibc/wiki/Release/2.36: DT_RELR).
*/
const MARKS = { GLIBC_ABI_DT_RELR: "2.36" };
/** The release of glibc that has a symbol version first: `2.34` for `GLIBC_2.34`; `null` for what is none of glibc's. */
function glibcOf(version) {
	return /^GLIBC_(\d{1,3}(?:\.\d{1,4}){1,3})$/.exec(version)?.[1] ?? MARKS[version] ?? null;
}
/** The oldest glibc that has all versions asked for; weak ones are only warned about by the loader. */
function oldestGlibc(needs) {
	return needs.flatMap(({ versions }) => versions.flatMap(({ name, weak }) => weak ? [] : glibcOf(name) ?? [])).reduce((oldest, version) => oldest === null || compareVersions(version, oldest) > 0 ? version : oldest, null);
}

// src/binaries/libc.ts
/** The C library whose loader a path names; `null` for a loader of another system. */
function libcOfLoader(interpreter) {
	const name = interpreter.slice(interpreter.lastIndexOf("/") + 1);
	if (name.startsWith("ld-musl-")) return "musl";
	if (/^ld(?:64)?-uClibc/.test(name)) return "uclibc";
	if (/^linker(?:64)?$/.test(name) || name.startsWith("linker_asan")) return "bionic";
	return /^ld-linux|^ld64\.so|^ld\.so\.1$|^ld-2\./.test(name) ? "glibc" : null;
}
/** The C library whose file a name of a needed library is; `null` for other libraries. */
function libcOfLibrary(name) {
	if (name === "libc.so.6" || /^ld-linux|^ld64\.so/.test(name)) return "glibc";
	if (/^libc\.musl-|^ld-musl-/.test(name)) return "musl";
	return /^libuClibc|^libc\.so\.[01]$/.test(name) ? "uclibc" : null;
}
/** The C library a dynamic binary was linked with: by its loader, its libraries, then by the versions of symbols. */
function libcOf(interpreter, needed, versions, goos) {
	const byLoader = interpreter === null ? null : libcOfLoader(interpreter);
	if (byLoader !== null) return byLoader;
	if (goos !== null && goos !== "linux" && goos !== "android") return null;
	const byLibrary = needed.map(libcOfLibrary).find((libc) => libc !== null);
	if (byLibrary !== void 0) return byLibrary;
	if (versions.some((version) => version.startsWith("GLIBC_"))) return "glibc";
	if (!needed.includes("libc.so")) return null;
	return goos === "android" || versions.includes("LIBC") ? "bionic" : "musl";
}

// src/binaries/judge-place.ts
/** Libraries named one by one. */
const MAX_FINDINGS$1 = 20;
/** Processors whose programs another one runs, too: the kernel's part only. */
const ALSO_RUNS = { amd64: "386" };
/** Whether the processor and the system are right; also what to say of it when they are. */
function judgePlatform(binary, where, goarch) {
	if (!(binary.goos === null || binary.goos === "linux" || binary.goos === "android") || binary.format !== "elf") {
		const title = `built for ${platformOf$1(binary)}, not for Linux`;
		const message = `${where} is Linux. It refuses the program with "Exec format error", whatever else is installed.`;
		return {
			findings: [runtimeFinding("runtime/wrong-architecture", "error", {
				title,
				message,
				fix: platformFixes(binary, "linux", goarch)
			})],
			notes: []
		};
	}
	if (goarch === null || binary.goarch === goarch) return {
		findings: [],
		notes: []
	};
	if (ALSO_RUNS[goarch] === binary.goarch && binary.linkage === "static") return {
		findings: [],
		notes: [`a ${goarch} kernel runs it, where 32-bit programs are not switched off`]
	};
	const title = `built for ${platformOf$1(binary)}, not for linux/${goarch}`;
	const message = ALSO_RUNS[goarch] === binary.goarch ? `The kernel could run it, but the libraries of ${where} are those of linux/${goarch}.` : `The processor of ${where} does not run it: "Exec format error".`;
	return {
		findings: [runtimeFinding("runtime/wrong-architecture", "error", {
			title,
			message,
			fix: platformFixes(binary, "linux", goarch)
		})],
		notes: []
	};
}
const NAMES = {
	glibc: "glibc",
	musl: "musl",
	bionic: "Android’s bionic",
	uclibc: "uClibc"
};
function libcName(place) {
	if (place.libc === null) return "no C library and no loader";
	return place.libc.version === null ? place.libc.kind : `${place.libc.kind} ${place.libc.version}`;
}
/** A loader that the place does not have: the kernel answers as if the program itself were missing. */
function missingLoader(binary, place, interpreter) {
	const libc = libcOfLoader(interpreter);
	const cause = binary.needed.length === 0 && binary.cgo === false ? "It holds no C code: -buildmode=pie alone made it ask for a loader." : `It was linked with ${libc === null ? "a C library that is not known here" : NAMES[libc]}.`;
	return runtimeFinding("runtime/libc-mismatch", "error", {
		title: `its loader ${interpreter} is not in ${place.name}`,
		message: `${cause} ${place.name} has ${libcName(place)}, so the kernel says "No such file or directory" although the program is there.`,
		evidence: [`interpreter ${interpreter}`, ...binary.needed.map((name) => `needs ${name}`)].slice(0, 12),
		fix: libcFixes(binary, place.libc?.kind ?? null)
	});
}
function judgeLoader$1(binary, place) {
	const { interpreter, goarch } = binary;
	if (interpreter === null) return [];
	if (place.libc === null || libcOfLoader(interpreter) !== place.libc.kind) return [missingLoader(binary, place, interpreter)];
	const plain = interpreter.replace(/^\/usr\//, "/");
	if (place.libc.kind === "musl" ? /^\/lib\/ld-musl-[a-z0-9_]+\.so\.1$/.test(plain) : (GLIBC_LOADERS[goarch ?? ""] ?? [plain]).includes(plain)) return [];
	return [runtimeFinding("runtime/libc-mismatch", "warning", {
		title: `its loader ${interpreter} is not where ${place.name} has it`,
		message: `The kernel starts exactly that file, and ${place.name} keeps its loader elsewhere: unless somebody puts it there, the program ${verbOf$1(binary).fails}.`,
		evidence: [`interpreter ${interpreter}`],
		fix: libcFixes(binary, place.libc.kind)
	})];
}
/** A library has no loader of its own: whoever loads it decides, and its libc must be that one. */
function judgeOwnLibc(binary, place) {
	if (binary.interpreter !== null || binary.libc === null || binary.libc === place.libc?.kind) return [];
	const certain = place.libc === null || binary.libc !== "glibc";
	return [runtimeFinding("runtime/libc-mismatch", certain ? "error" : "warning", {
		title: `linked with ${NAMES[binary.libc]}, and ${place.name} ${place.libc?.kind === place.name ? "is another C library" : `has ${libcName(place)}`}`,
		message: certain ? "The C library that it asks for is not there, so no program can load it." : "musl takes the name libc.so.6 for itself: the library loads if musl has every function it uses, and nobody promises that it works.",
		evidence: binary.needed.map((name) => `needs ${name}`).slice(0, 12),
		fix: libcFixes(binary, place.libc?.kind ?? null)
	})];
}
function judgeGlibc(binary, place) {
	const { glibc, glibcSymbols } = binary;
	const has = place.libc?.kind === "glibc" ? place.libc.version : null;
	if (glibc === null || has === null || compareVersions(glibc, has) <= 0) return [];
	return [runtimeFinding("runtime/glibc-too-old", "error", {
		title: `needs glibc ${glibc}, and ${place.name} has ${has}`,
		message: `The loader stops with "version \`GLIBC_${glibc}' not found": the program was linked on a newer system.`,
		evidence: [`GLIBC_${glibc}${glibcSymbols.length === 0 ? "" : `: ${glibcSymbols.join(", ")}`}`],
		fix: glibcFixes(binary, has)
	})];
}
/** Packages of common libraries, where they have another name than the library. */
const PACKAGES = {
	"apk add": {
		"libgcc_s.so.1": "libgcc",
		"libstdc++.so.6": "libstdc++",
		"libsqlite3.so.0": "sqlite-libs"
	},
	"apt-get install": {
		"libsqlite3.so.0": "libsqlite3-0",
		"libssl.so.3": "libssl3"
	},
	"dnf install": {
		"libstdc++.so.6": "libstdc++",
		"libz.so.1": "zlib",
		"libsqlite3.so.0": "sqlite-libs"
	}
};
function judgeLibraries(binary, place) {
	const { libc } = place;
	return binary.needed.filter((name) => !name.includes("/") && !(libc !== null && isOfLibc(libc.kind, name)) && !place.libraries.includes(name) && libcOfLibrary(name) === null).slice(0, MAX_FINDINGS$1).map((library) => {
		const packageName = place.install === null ? void 0 : PACKAGES[place.install]?.[library];
		return runtimeFinding("runtime/library-missing", place.complete ? "error" : "warning", {
			title: place.complete ? `${library} is not in ${place.name}` : `needs ${library}, which is no part of ${libc?.kind ?? "the system"}`,
			message: place.complete ? `The loader stops with "${library}: cannot open shared object file" (musl: "Error loading shared library").` : `Whether ${place.name} has it cannot be told from its name: without it the loader stops. Look into the image itself with --root.`,
			library,
			fix: [packageName === void 0 ? {
				edit: `Install the package that has ${library} into the image`,
				why: "the program loads it before it does anything"
			} : {
				command: `${place.install ?? ""} ${packageName}`,
				why: `brings ${library}`
			}]
		});
	});
}
function judgeLibstdcxx(binary, place) {
	const wanted = (binary.versions.find(({ library }) => library === "libstdc++.so.6")?.versions ?? []).flatMap((version) => /^GLIBCXX_(\d+(?:\.\d+)*)$/.exec(version)?.[1] ?? []).toSorted(compareVersions).at(-1);
	if (wanted === void 0 || place.libstdcxx === null || compareVersions(wanted, place.libstdcxx) <= 0) return [];
	return [runtimeFinding("runtime/library-missing", "error", {
		title: `needs GLIBCXX_${wanted}, and libstdc++ of ${place.name} has ${place.libstdcxx}`,
		message: "The loader stops: the C++ code was compiled by a newer GCC.",
		library: "libstdc++.so.6",
		fix: [{
			edit: "Link with -static-libstdc++, or build in an image with the older GCC",
			why: "C++ code needs the libstdc++ it was compiled with, or a newer one"
		}]
	})];
}
/** What is worth knowing of a program that starts. */
function notesOf$2(binary) {
	const staticGlibc = binary.linkage === "static" && binary.libc === "glibc";
	const level = binary.go?.settings.find(({ key }) => key === "GOAMD64")?.value ?? "v1";
	return [...staticGlibc ? ["glibc is linked in, and still loads its libraries for users and names of hosts (NSS) from the place when it is asked for them"] : [], .../^v[234]$/.test(level) ? [`built for GOAMD64=${level}: an older processor stops it at the start`] : []];
}
/** Holds a binary against a place that is known by its name. `goarch`: the processor of the place, `null` when any will do. */
function judgePlace(binary, place, goarch = null) {
	if (binary.kind === "object" || binary.kind === "other") return {
		place: place.name,
		starts: "unknown",
		findings: [],
		notes: ["it is neither a program nor a library: nothing loads it"]
	};
	const platform = judgePlatform(binary, place.name, goarch);
	if (platform.findings.length > 0) return conclude$1(place.name, platform.findings);
	const notes = [...platform.notes, ...notesOf$2(binary)];
	if (binary.linkage === "static") return conclude$1(place.name, [], notes);
	const loader = isProgram(binary) ? judgeLoader$1(binary, place) : judgeOwnLibc(binary, place);
	if (loader.some(({ severity }) => severity === "error")) return conclude$1(place.name, loader, notes);
	return conclude$1(place.name, [
		...loader,
		...judgeGlibc(binary, place),
		...judgeLibraries(binary, place),
		...judgeLibstdcxx(binary, place)
	], notes);
}

// src/binaries/judge-resolution.ts
const SHOWN$3 = 12;
const MAX_FINDINGS = 20;
function judgeLoader(binary, { loader }, where) {
	if (loader === null || loader.found || !isProgram(binary)) return [];
	const libc = libcOfLoader(loader.path);
	return [runtimeFinding("runtime/libc-mismatch", "error", {
		title: `its loader ${loader.path} is not ${inPlace(where)}`,
		message: `${binary.needed.length === 0 && binary.cgo === false ? "It holds no C code: -buildmode=pie alone made it ask for a loader." : `It was linked with ${libc ?? "another C library"}.`} The kernel says "No such file or directory" although the program is there.`,
		evidence: [`interpreter ${loader.path}`],
		fix: libcFixes(binary, null)
	})];
}
function judgeMissing(resolution, where) {
	return resolution.libraries.flatMap((library, index) => library.path === null ? [{
		name: library.name,
		index
	}] : []).slice(0, MAX_FINDINGS).map(({ name, index }) => {
		const chain = chainOf(resolution, index);
		return runtimeFinding("runtime/library-missing", "error", {
			title: `${name} is not ${inPlace(where)}`,
			message: `${chain.length > 1 ? `${chain.slice(0, -1).join(" → ")} needs it. ` : ""}The loader stops before the program does anything.`,
			evidence: [chain.join(" → ")],
			library: name,
			fix: [{
				edit: `Install the package that has ${name}`,
				why: "or set LD_LIBRARY_PATH to the folder in which it lies"
			}]
		});
	});
}
/** Versions that a library should have and has not. The loader asks only libraries that define versions at all. */
function judgeVersions(main, { libraries, objects }, where) {
	const findings = [];
	for (const user of [main, ...objects]) for (const { library, versions } of user.binary.versions) {
		const path = libraries.find(({ name }) => name === library)?.path ?? null;
		const provider = objects.find((found) => path !== null && found.path === path || found.binary.soname === library);
		if (provider === void 0 || provider.binary.provides.length === 0) continue;
		const lacking = versions.filter((version) => !provider.binary.provides.includes(version));
		const wanted = lacking.flatMap((version) => glibcOf(version) ?? []);
		if (lacking.length === 0 || findings.length >= MAX_FINDINGS) continue;
		const has = provider.binary.provides.flatMap((version) => glibcOf(version) ?? []).at(-1) ?? null;
		const subject = user === main ? "" : `${user.path} `;
		findings.push(runtimeFinding(wanted.length > 0 ? "runtime/glibc-too-old" : "runtime/library-missing", "error", {
			title: `${subject}needs ${lacking.slice(0, 3).join(", ")} of ${library}, which is not ${inPlace(where)}`,
			message: `The loader stops with "version \`${lacking[0] ?? ""}' not found": ${provider.path} is older than the one it was linked with.`,
			evidence: [`${user.path} needs ${lacking.slice(0, SHOWN$3).join(", ")}`, `${provider.path} has up to ${provider.binary.provides.at(-1) ?? "none"}`],
			library,
			fix: wanted.length > 0 ? glibcFixes(main.binary, has ?? "2.17") : [{
				edit: `Install a newer ${library}`,
				why: "or build on the older system"
			}]
		}));
	}
	return findings;
}
/** Symbols that nothing in the tree defines. A library may leave some to the program that loads it: only programs are judged. */
function unresolved(main, { objects }) {
	if (!isProgram(main.binary) || [main, ...objects].some(({ symbols }) => symbols === null)) return [];
	const all = [main, ...objects.filter(({ path }) => path !== main.path)];
	const defined = new Set(all.flatMap(({ symbols }) => (symbols ?? []).flatMap(({ name, undefined: open, local }) => open || local ? [] : [name])));
	return all.flatMap(({ symbols, path }) => (symbols ?? []).flatMap(({ name, undefined: open, weak, local }) => open && !weak && !local && name !== "" && !defined.has(name) ? [{
		symbol: name,
		path
	}] : []));
}
/** Libraries of another C library than the loader's. */
function wrongLibc({ libraries, loader }) {
	const kind = loader?.kind ?? null;
	return libraries.flatMap(({ libc, via }, index) => kind !== null && libc !== null && libc !== kind && via !== "the C library itself" ? [index] : []);
}
function judgeMix(binary, resolution) {
	const { loader, libraries } = resolution;
	return wrongLibc(resolution).slice(0, MAX_FINDINGS).map((index) => {
		const library = libraries[index];
		return runtimeFinding("runtime/libc-mismatch", "warning", {
			title: `${library?.name ?? ""} was linked with ${library?.libc ?? ""}, the program with ${loader?.kind ?? ""}`,
			message: "Two C libraries in one program share names and nothing else: it may start, and nobody promises that it works.",
			evidence: [chainOf(resolution, index).join(" → "), ...library?.path == null ? [] : [library.path]],
			...library === void 0 ? {} : { library: library.name },
			fix: libcFixes(binary, loader?.kind ?? null)
		});
	});
}
function judgeSymbols(main, resolution) {
	const open = unresolved(main, resolution);
	if (open.length === 0) return [];
	const mixed = wrongLibc(resolution).length > 0;
	const certain = resolution.loader?.kind === "musl" || main.bindsNow;
	const first = open[0];
	return [runtimeFinding(mixed ? "runtime/libc-mismatch" : "runtime/library-missing", certain ? "error" : "warning", {
		title: `${first?.symbol ?? ""}${open.length > 1 ? ` and ${String(open.length - 1)} more symbols are` : " is"} in none of its libraries`,
		message: certain ? "The loader stops with \"symbol not found\" before the program does anything." : "The program starts, and ends with \"symbol lookup error\" at the first call.",
		evidence: open.slice(0, SHOWN$3).map(({ symbol, path }) => `${path}: ${symbol}`),
		fix: [{
			edit: "Use the libraries that it was linked with",
			why: "another version, or another C library, does not have these functions"
		}]
	})];
}
/**
* Holds a binary against what really lies below a root: loader, libraries, their versions and symbols.
* `where` names the root; `goarch`: its processor, `null` when it is not known.
*/
function judgeResolution(main, resolution, where, goarch) {
	const { binary } = main;
	if (binary.kind === "object" || binary.kind === "other") return {
		place: where,
		starts: "unknown",
		findings: [],
		notes: ["it is neither a program nor a library: nothing loads it"]
	};
	const platform = judgePlatform(binary, where, goarch);
	if (platform.findings.length > 0) return conclude$1(where, platform.findings);
	const notes = [...platform.notes, ...notesOf$2(binary)];
	if (binary.linkage === "static") return conclude$1(where, [], notes);
	const loader = judgeLoader(binary, resolution, where);
	if (loader.length > 0) return conclude$1(where, loader, notes);
	const missing = judgeMissing(resolution, where);
	return conclude$1(where, [
		...missing,
		...judgeVersions(main, resolution, where),
		...judgeMix(binary, resolution),
		...missing.length > 0 ? [] : judgeSymbols(main, resolution)
	], notes);
}

// src/binaries/loader-cache.ts
const MAGIC$1 = "glibc-ld.so.cache1.1";
/** A system with everything installed has some ten thousand. */
const MAX_ENTRIES$1 = 1e5;
/**
* Names and paths of glibc's `/etc/ld.so.cache` in the order of the file, without those for special processors
* (sysdeps/generic/dl-cache.h, the format since 2.2). Empty for a file of another format.
*/
function parseLoaderCache(bytes, little = true) {
	try {
		const whole = partFrom(bytes, little);
		if (whole.text(0, 20) !== MAGIC$1) return [];
		const count = Math.min(whole.u32(20), MAX_ENTRIES$1);
		return Array.from({ length: count }, (_, index) => {
			const at = 48 + index * 24;
			return {
				name: whole.text(whole.u32(at + 4)),
				path: whole.text(whole.u32(at + 8)),
				special: whole.u64(at + 16) !== 0
			};
		}).flatMap(({ name, path, special }) => special || !path.startsWith("/") ? [] : [{
			name,
			path
		}]);
	} catch (error) {
		if (!(error instanceof Malformed)) throw error;
		return [];
	}
}
/** Folders of musl's `/etc/ld-musl-ARCH.path`: separated by colons or line feeds. */
function parseMuslPath(text) {
	return text.slice(0, 65536).split(/[:\n]/).filter((folder) => folder.startsWith("/"));
}

// src/binaries/parse-place.ts
/** What stands in front of the name of an image and says nothing about what is in it. */
const REGISTRY = /^(?:docker\.io\/(?:library\/)?|library\/|gcr\.io\/(?=distroless)|registry\.access\.redhat\.com\/)/;
function abstract(name, kind, version) {
	return {
		name,
		libc: {
			kind,
			version
		},
		libraries: [],
		complete: false,
		libstdcxx: null,
		install: null,
		source: "as given"
	};
}
/** The tag without what names a smaller or dated build of the same release: `12-slim`, `bookworm-20240904`, `3.20.3`, `nonroot`. */
function plain(text) {
	const [name = "", tag = ""] = text.split(":", 2);
	const own = tag.replace(/-(?:slim|minimal|base)(?:-\d+)?$|-\d{8}(?:-slim)?$/, "");
	if (name === "alpine") return `alpine:${own.replace(/^(\d+\.\d+)\.\d+$/, "$1")}`;
	if (name === "debian" || name.startsWith("rocky") || name.startsWith("alma") || name === "rhel") return `${name}:${own.replace(/^(\d+)\.\d+$/, "$1")}`;
	if (name.startsWith("distroless/") || /^ubi\d+$/.test(name)) return name;
	return own === "" ? name : `${name}:${own}`;
}
/**
* The place that a person means: an image (`alpine:3.20`, `debian:bookworm-slim`, `gcr.io/distroless/base-debian12`), `scratch`,
* or only a C library (`glibc:2.17`, `musl`, `musl:1.2.5`). `null` when it is not known.
*/
function parsePlace(text) {
	const trimmed = text.trim().toLowerCase();
	const asGiven = /^(glibc|musl):(\d{1,3}(?:\.\d{1,4}){1,3})$/.exec(trimmed);
	if (asGiven !== null) return abstract(trimmed, asGiven[1] === "glibc" ? "glibc" : "musl", asGiven[2] ?? null);
	if (trimmed === "musl") return abstract("musl", "musl", null);
	const name = plain(trimmed.replace(REGISTRY, "").replace(/^(ubi\d+)[/-].*$/, "$1"));
	const known = PLACE_NAMES[name] ?? name;
	return PLACES.find((place) => place.name === known) ?? null;
}
/** Names that `parsePlace` knows, for a message. */
function placeNames() {
	return [
		...PLACES.map(({ name }) => name),
		...Object.keys(PLACE_NAMES),
		"glibc:2.17",
		"musl"
	];
}

// src/binaries/elf.ts
const SEGMENT = {
	load: 1,
	dynamic: 2,
	interpreter: 3,
	note: 4
};
const SECTION = {
	noBits: 8,
	symbols: 2,
	dynamicSymbols: 11
};
const MAX_SEGMENTS = 4096;
/** Object files made with a section a function have tens of thousands. */
const MAX_SECTIONS$2 = 2e5;
function word(part, bits, at) {
	return bits === 64 ? part.u64(at) : part.u32(at);
}
function readHeader(source) {
	const ident = readPart(source, 0, 16, true, "the ELF header");
	const [kind, order] = [ident.u8(4), ident.u8(5)];
	if (kind !== 1 && kind !== 2) throw new Malformed(`the ELF class ${String(kind)} is neither 32 nor 64 bits`);
	if (order !== 1 && order !== 2) throw new Malformed(`the ELF byte order ${String(order)} is neither little nor big`);
	const bits = kind === 2 ? 64 : 32;
	const little = order === 1;
	const part = readPart(source, 0, bits === 64 ? 64 : 52, little, "the ELF header");
	const wide = bits === 64 ? 8 : 4;
	const after = 24 + 3 * wide;
	return {
		bits,
		little,
		osAbi: ident.u8(7),
		abiVersion: ident.u8(8),
		type: part.u16(16),
		machine: part.u16(18),
		entry: word(part, bits, 24),
		segmentsAt: word(part, bits, 24 + wide),
		sectionsAt: word(part, bits, 24 + 2 * wide),
		flags: part.u32(after),
		segmentSize: part.u16(after + 6),
		segmentCount: part.u16(after + 8),
		sectionSize: part.u16(after + 10),
		sectionCount: part.u16(after + 12),
		sectionNames: part.u16(after + 14)
	};
}
function readSection(part, bits, at) {
	const wide = bits === 64 ? 8 : 4;
	return {
		name: "",
		nameAt: part.u32(at),
		type: part.u32(at + 4),
		address: word(part, bits, at + 8 + wide),
		offset: word(part, bits, at + 8 + 2 * wide),
		size: word(part, bits, at + 8 + 3 * wide),
		link: part.u32(at + 8 + 4 * wide),
		info: part.u32(at + 12 + 4 * wide),
		entrySize: word(part, bits, at + 16 + 5 * wide)
	};
}
/** Counts that do not fit into 16 bits stand in the first section. */
function widen(source, header) {
	const { bits, little, sectionsAt, sectionSize } = header;
	if (!(header.segmentCount === 65535 || header.sectionCount === 0 || header.sectionNames === 65535) || sectionsAt === 0 || sectionSize !== (bits === 64 ? 64 : 40)) return header;
	const first = readSection(readPart(source, sectionsAt, sectionSize, little, "the first section header"), bits, 0);
	return {
		...header,
		segmentCount: header.segmentCount === 65535 ? first.info : header.segmentCount,
		sectionCount: header.sectionCount === 0 ? first.size : header.sectionCount,
		sectionNames: header.sectionNames === 65535 ? first.link : header.sectionNames
	};
}
function readSegments(source, { bits, little, segmentsAt, segmentSize, segmentCount }) {
	if (segmentCount === 0 || segmentsAt === 0) return [];
	if (segmentSize !== (bits === 64 ? 56 : 32)) throw new Malformed(`program headers of ${String(segmentSize)} bytes are not ELF`);
	if (segmentCount > MAX_SEGMENTS) throw new Malformed(`the file claims ${String(segmentCount)} program headers`);
	const part = readPart(source, segmentsAt, segmentCount * segmentSize, little, "the table of program headers");
	return Array.from({ length: segmentCount }, (_, index) => {
		const at = index * segmentSize;
		if (bits === 32) return {
			type: part.u32(at),
			offset: part.u32(at + 4),
			address: part.u32(at + 8),
			physicalAddress: part.u32(at + 12),
			fileSize: part.u32(at + 16),
			memorySize: part.u32(at + 20),
			flags: part.u32(at + 24),
			align: part.u32(at + 28)
		};
		return {
			type: part.u32(at),
			flags: part.u32(at + 4),
			offset: part.u64(at + 8),
			address: part.u64(at + 16),
			physicalAddress: part.u64(at + 24),
			fileSize: part.u64(at + 32),
			memorySize: part.u64(at + 40),
			align: part.u64(at + 48)
		};
	});
}
function readSections$1(source, header) {
	const { bits, little, sectionsAt, sectionSize, sectionCount, sectionNames } = header;
	if (sectionCount === 0 || sectionsAt === 0) return [];
	if (sectionSize !== (bits === 64 ? 64 : 40)) throw new Malformed(`section headers of ${String(sectionSize)} bytes are not ELF`);
	if (sectionCount > MAX_SECTIONS$2) throw new Malformed(`the file claims ${String(sectionCount)} sections`);
	const part = readPart(source, sectionsAt, sectionCount * sectionSize, little, "the table of sections");
	const raw = Array.from({ length: sectionCount }, (_, index) => readSection(part, bits, index * sectionSize));
	const names = raw[sectionNames];
	if (names === void 0 || names.type === SECTION.noBits) return raw;
	const strings = readPart(source, names.offset, names.size, little, "the names of sections");
	return raw.map(({ nameAt, type, address, offset, size, link, entrySize }) => {
		return {
			name: nameAt < strings.length ? strings.text(nameAt, 256) : "",
			type,
			address,
			offset,
			size,
			link,
			entrySize
		};
	});
}
/** Reads the frame of an ELF file; throws `Malformed` when even its header cannot be read. */
function readElf(source, faults) {
	const narrow = readHeader(source);
	const header = faults.attempt(() => widen(source, narrow), narrow);
	return {
		source,
		header,
		segments: faults.attempt(() => readSegments(source, header), []),
		sections: faults.attempt(() => readSections$1(source, header), [])
	};
}
/** Where the byte of an address lies in the file; `null` where nothing of the file is mapped. */
function offsetOf$1({ segments }, address) {
	const found = segments.find(({ type, address: start, fileSize }) => type === SEGMENT.load && address >= start && address - start < fileSize);
	return found === void 0 ? null : address - found.address + found.offset;
}

// src/binaries/elf-dynamic.ts
/** Tags of the dynamic section that are used here (glibc's elf.h). */
const TAG = {
	end: 0,
	needed: 1,
	hash: 4,
	strings: 5,
	symbols: 6,
	stringsSize: 10,
	soname: 14,
	rpath: 15,
	bindNow: 24,
	runpath: 29,
	flags: 30,
	flags1: 1879048187,
	definitions: 1879048188,
	definitionCount: 1879048189,
	needs: 1879048190,
	needCount: 1879048191,
	versionSymbols: 1879048176
};
const MAX_ENTRIES = 2e4;
const MAX_VERSIONS = 2e4;
const MAX_SYMBOLS = 1e6;
function readEntries({ source, header, segments }) {
	const segment = segments.find(({ type }) => type === SEGMENT.dynamic);
	if (segment === void 0 || segment.fileSize === 0) return [];
	const wide = header.bits === 64 ? 8 : 4;
	const count = Math.min(Math.floor(segment.fileSize / (2 * wide)), MAX_ENTRIES);
	const part = readPart(source, segment.offset, count * 2 * wide, header.little, "the dynamic section");
	const entries = [];
	for (let at = 0; at < part.length; at += 2 * wide) {
		const tag = wide === 8 ? part.u64(at) : part.u32(at);
		entries.push({
			tag,
			value: wide === 8 ? part.u64(at + wide) : part.u32(at + wide)
		});
		if (tag === TAG.end) break;
	}
	return entries;
}
function valueOf$1(entries, tag) {
	return entries.find((entry) => entry.tag === tag)?.value ?? null;
}
function partAt(elf, address, length, what) {
	const offset = offsetOf$1(elf, address);
	if (offset === null) throw new Malformed(`${what} lies at an address that nothing is mapped to`);
	return readPart(elf.source, offset, length, elf.header.little, what);
}
function readStrings(elf, entries) {
	const address = valueOf$1(entries, TAG.strings);
	return address === null ? null : partAt(elf, address, valueOf$1(entries, TAG.stringsSize) ?? 0, "the table of dynamic strings");
}
/** What is left of the file from an address on, at most `max` bytes: lists that say their length only by their links. */
function restAt(elf, address, max, what) {
	const offset = offsetOf$1(elf, address);
	if (offset === null) throw new Malformed(`${what} lies at an address that nothing is mapped to`);
	return readPart(elf.source, offset, Math.min(max, elf.source.size - offset), elf.header.little, what);
}
/** Both lists of versions are at most this long; one entry takes 16 to 20 bytes. */
const VERSION_BYTES = 1048576;
function readNeeds(elf, entries, strings) {
	const address = valueOf$1(entries, TAG.needs);
	if (address === null) return [];
	const part = restAt(elf, address, VERSION_BYTES, "the list of needed versions");
	const count = Math.min(valueOf$1(entries, TAG.needCount) ?? 0, MAX_VERSIONS);
	const needs = [];
	let left = MAX_VERSIONS;
	for (let at = 0, index = 0; index < count; index += 1) {
		const versions = [];
		for (let aux = at + part.u32(at + 8), rest = part.u16(at + 2); rest > 0; rest -= 1) {
			left -= 1;
			if (left < 0) throw new Malformed("the list of needed versions does not end");
			versions.push({
				name: strings.text(part.u32(aux + 8)),
				weak: (part.u16(aux + 4) & 2) !== 0,
				index: part.u16(aux + 6)
			});
			const next = part.u32(aux + 12);
			if (next === 0) break;
			aux += next;
		}
		needs.push({
			library: strings.text(part.u32(at + 4)),
			versions
		});
		const next = part.u32(at + 12);
		if (next === 0) break;
		at += next;
	}
	return needs;
}
function readDefinitions(elf, entries, strings) {
	const address = valueOf$1(entries, TAG.definitions);
	if (address === null) return [];
	const part = restAt(elf, address, VERSION_BYTES, "the list of defined versions");
	const count = Math.min(valueOf$1(entries, TAG.definitionCount) ?? 0, MAX_VERSIONS);
	const definitions = [];
	for (let at = 0, index = 0; index < count; index += 1) {
		const name = part.u16(at + 6) === 0 ? "" : strings.text(part.u32(at + part.u32(at + 12)));
		definitions.push({
			name,
			base: (part.u16(at + 2) & 1) !== 0,
			index: part.u16(at + 4)
		});
		const next = part.u32(at + 16);
		if (next === 0) break;
		at += next;
	}
	return definitions;
}
const EMPTY = {
	entries: [],
	needed: [],
	soname: null,
	rpath: [],
	runpath: [],
	needs: [],
	definitions: [],
	pie: false
};
/** Reads what a loader is told; empty for a static program. */
function readDynamic(elf, faults) {
	const entries = faults.attempt(() => readEntries(elf), []);
	const pie = ((valueOf$1(entries, TAG.flags1) ?? 0) & 134217728) !== 0;
	const strings = faults.attempt(() => readStrings(elf, entries), null);
	if (strings === null) return {
		...EMPTY,
		entries,
		pie
	};
	const texts = (tag) => entries.flatMap((entry) => entry.tag === tag ? faults.attempt(() => [strings.text(entry.value)], []) : []);
	const folders = (tag) => texts(tag).flatMap((list) => list.split(":").filter((folder) => folder !== ""));
	return {
		entries,
		needed: texts(TAG.needed),
		soname: texts(TAG.soname)[0] ?? null,
		rpath: folders(TAG.rpath),
		runpath: folders(TAG.runpath),
		needs: faults.attempt(() => readNeeds(elf, entries, strings), []),
		definitions: faults.attempt(() => readDefinitions(elf, entries, strings), []),
		pie
	};
}
/** How many dynamic symbols there are: by the section, else by the hash table; `null` when neither is there. */
function countSymbols(elf, entries, size) {
	const section = elf.sections.find(({ type }) => type === SECTION.dynamicSymbols);
	if (section !== void 0) return Math.floor(section.size / size);
	const hash = valueOf$1(entries, TAG.hash);
	return hash === null ? null : partAt(elf, hash, 8, "the hash table").u32(4);
}
/** The symbols that a loader binds, in the order of the file; `null` when their number is not said anywhere. Throws `Malformed`. */
function readDynamicSymbols(elf, { entries }) {
	const address = valueOf$1(entries, TAG.symbols);
	const strings = readStrings(elf, entries);
	if (address === null || strings === null) return null;
	const size = elf.header.bits === 64 ? 24 : 16;
	const count = countSymbols(elf, entries, size);
	if (count === null) return null;
	if (count > MAX_SYMBOLS) throw new Malformed(`the file claims ${String(count)} dynamic symbols`);
	const table = partAt(elf, address, count * size, "the table of dynamic symbols");
	const versionsAt = valueOf$1(entries, TAG.versionSymbols);
	const versions = versionsAt === null ? null : partAt(elf, versionsAt, count * 2, "the table of symbol versions");
	return Array.from({ length: count }, (_, index) => {
		const at = index * size;
		const wide = elf.header.bits === 64;
		const binding = table.u8(at + (wide ? 4 : 12)) >> 4;
		return {
			name: strings.text(table.u32(at)),
			weak: binding === 2,
			local: binding === 0,
			undefined: table.u16(at + (wide ? 6 : 14)) === 0,
			versionIndex: versions === null ? null : versions.u16(index * 2)
		};
	});
}

// src/binaries/elf-notes.ts
/** Notes that a program carries take some hundred bytes. */
const MAX_BYTES$1 = 65536;
/** The notes of a program, by its segments. */
function readNotes({ source, header, segments }, faults) {
	const notes = [];
	for (const { offset, fileSize, align } of segments.filter(({ type }) => type === SEGMENT.note).slice(0, 16)) faults.attempt(() => {
		const part = readPart(source, offset, Math.min(fileSize, MAX_BYTES$1), header.little, "a note");
		const step = align === 8 ? 8 : 4;
		const up = (size) => Math.ceil(size / step) * step;
		for (let at = 0; at + 12 <= part.length;) {
			const [nameSize, size, type] = [
				part.u32(at),
				part.u32(at + 4),
				part.u32(at + 8)
			];
			if (at + 12 + nameSize > part.length) break;
			notes.push({
				owner: part.text(at + 12, Math.min(nameSize, 64)),
				type
			});
			at = up(at + 12 + nameSize) + up(size);
		}
	}, void 0);
	return notes;
}

// src/binaries/go-build-info.ts
const encoder = new TextEncoder();
/** `\xff Go buildinf:`, in 16 byte steps (cmd/link/internal/ld, debug/buildinfo). */
const MAGIC = new Uint8Array([255, ...encoder.encode(" Go buildinf:")]);
const ALIGN = 16;
const HEADER$2 = 32;
/** The lines of the largest known programs take some hundred kilobytes. */
const MAX_TEXT = 16777216;
const decoder = new TextDecoder();
function readText$1(source, offset, length) {
	if (length > MAX_TEXT) throw new Malformed(`the Go build info claims a text of ${String(length)} bytes`);
	const bytes = source.readAt(offset, length);
	if (bytes.length < length) throw new Malformed("the Go build info lies behind the end of the file");
	return decoder.decode(bytes);
}
/** A length in base 128 and the text of that length behind it (since Go 1.18). */
function readInline(source, offset) {
	const bytes = source.readAt(offset, 10);
	let length = 0;
	let scale = 1;
	for (const [index, byte] of bytes.entries()) {
		length += (byte & 127) * scale;
		scale *= 128;
		if (byte < 128) {
			const start = offset + index + 1;
			return {
				text: readText$1(source, start, length),
				end: start + length
			};
		}
	}
	throw new Malformed("a length in the Go build info does not end");
}
/** A Go string by the address of its header (before Go 1.18). */
function readPointed(source, mapping, address, wide, little) {
	const header = mapping.locate(address);
	if (header === null || header.size < 2 * wide) return "";
	const part = partFrom(source.readAt(header.offset, 2 * wide), little);
	const [at, length] = wide === 8 ? [part.u64(0), part.u64(8)] : [part.u32(0), part.u32(4)];
	const content = mapping.locate(at);
	return content === null || content.size < length ? "" : readText$1(source, content.offset, length);
}
/** The lines without the marks around them (cmd/go/internal/modload, infoStart and infoEnd: 16 bytes each). */
function unframe(framed) {
	const start = framed.search(/(?:path|mod|dep|build)\t/);
	const end = framed.lastIndexOf("\n");
	return start < 0 || end < start ? "" : framed.slice(start, end + 1);
}
/** Reads what the linker left of how a Go program was built, as debug/buildinfo does; `null` when it is no Go program. Throws `Malformed`. */
function readGoBuildInfo(source, mapping) {
	const { data } = mapping;
	if (data === null) return null;
	const at = findBytes(source, data.offset, data.size, MAGIC, ALIGN);
	if (at === null) return null;
	const header = partFrom(source.readAt(at, HEADER$2), true);
	if (header.length < HEADER$2) throw new Malformed("the Go build info lies behind the end of the file");
	const flags = header.u8(15);
	if ((flags & 2) !== 0) {
		const version = readInline(source, at + HEADER$2);
		return parseBuildLines(version.text, unframe(readInline(source, version.end).text));
	}
	const size = header.u8(14);
	if (size !== 4 && size !== 8) throw new Malformed("the Go build info has pointers of no known size");
	const little = (flags & 1) === 0;
	const pointers = partFrom(header.bytes, little);
	const [first, second] = size === 8 ? [pointers.u64(16), pointers.u64(24)] : [pointers.u32(16), pointers.u32(20)];
	const version = readPointed(source, mapping, first, size, little);
	return version === "" ? null : parseBuildLines(version, unframe(readPointed(source, mapping, second, size, little)));
}
/** A file of Go's own package runtime/cgo: its name stays in the table of functions, also of a stripped program. */
const CGO_FILE = encoder.encode("runtime/cgo/");
/**
* Whether C code of cgo is in a program: by its setting, else by Go's table of functions. `null` for what is no Go program, and
* where the table is not found.
*/
function findCgo(source, go, functions) {
	if (go === null) return null;
	if (settingOf(go, "CGO_ENABLED") === "0") return false;
	return functions === null ? null : findBytes(source, functions.offset, functions.size, CGO_FILE) !== null;
}

// src/binaries/platforms.ts
/** e_machine of processors that Go builds for (glibc's elf.h), with what readelf calls them. */
const ELF_MACHINES = {
	3: ["x86", () => "386"],
	8: ["mips", (little, bits) => `mips${bits === 64 ? "64" : ""}${little ? "le" : ""}`],
	20: ["powerpc", () => null],
	21: ["powerpc64", (little) => little ? "ppc64le" : "ppc64"],
	22: ["s390", (_, bits) => bits === 64 ? "s390x" : null],
	40: ["arm", (little) => little ? "arm" : null],
	62: ["x86-64", (_, bits) => bits === 64 ? "amd64" : null],
	183: ["aarch64", (little) => little ? "arm64" : null],
	243: ["risc-v", (_, bits) => bits === 64 ? "riscv64" : null],
	258: ["loongarch", (_, bits) => bits === 64 ? "loong64" : null]
};
/** The processor of an ELF file: its name and Go's. */
function elfPlatform({ machine, little, bits }) {
	const row = ELF_MACHINES[machine];
	return row === void 0 ? {
		machine: `machine ${String(machine)}`,
		goarch: null
	} : {
		machine: row[0],
		goarch: row[1](little, bits)
	};
}
/** Loaders of other systems than Linux. */
const LOADERS = [
	[/^\/libexec\/ld-elf(?:32)?\.so\.1$/, "freebsd"],
	[/^\/libexec\/ld\.elf_so$|^\/usr\/libexec\/ld\.elf_so$/, "netbsd"],
	[/^\/usr\/libexec\/ld\.so$/, "openbsd"],
	[/^\/usr\/libexec\/ld-elf\.so\.2$/, "dragonfly"],
	[/^\/(?:usr\/)?lib\/(?:amd64|64)\/ld\.so\.1$|^\/usr\/lib\/ld\.so\.1$/, "solaris"],
	[/^\/system\/bin\/linker/, "android"]
];
/** The operating system of an ELF file that has no Go build info: by its loader, its owner of notes, then the byte of its header. */
function elfSystem({ osAbi }, interpreter, noteOwners) {
	const byLoader = LOADERS.find(([pattern]) => interpreter !== null && pattern.test(interpreter))?.[1];
	if (byLoader !== void 0) return byLoader;
	for (const [owner, goos] of [
		["OpenBSD", "openbsd"],
		["NetBSD", "netbsd"],
		["FreeBSD", "freebsd"],
		["DragonFly", "dragonfly"],
		["Android", "android"]
	]) if (noteOwners.includes(owner)) return goos;
	return {
		0: "linux",
		2: "netbsd",
		3: "linux",
		6: "solaris",
		9: "freebsd",
		12: "openbsd"
	}[osAbi] ?? null;
}
/** CPU types of Mach-O (mach/machine.h). */
const MACH_CPUS = {
	7: ["x86", "386"],
	12: ["arm", "arm"],
	18: ["powerpc", null],
	16777223: ["x86-64", "amd64"],
	16777228: ["aarch64", "arm64"],
	16777234: ["powerpc64", "ppc64"]
};
/** The processor of a Mach-O file: its name and Go's. */
function machPlatform(cpu) {
	const [machine, goarch] = MACH_CPUS[cpu] ?? [`cpu ${String(cpu)}`, null];
	return {
		machine,
		goarch
	};
}
/** Machines of PE (the Microsoft PE format specification). */
const PE_MACHINES = {
	332: ["x86", "386"],
	448: ["arm", "arm"],
	452: ["arm", "arm"],
	34404: ["x86-64", "amd64"],
	43620: ["aarch64", "arm64"]
};
/** The processor of a PE file: its name and Go's. */
function pePlatform(code) {
	const [machine, goarch] = PE_MACHINES[code] ?? [`machine ${String(code)}`, null];
	return {
		machine,
		goarch
	};
}

// src/binaries/elf-binary.ts
const MAX_PATH = 4096;
/** Symbols shown for a glibc that is needed. */
const SHOWN$2 = 8;
function readInterpreter({ source, header, segments }) {
	const segment = segments.find(({ type }) => type === SEGMENT.interpreter);
	if (segment === void 0) return null;
	const size = Math.min(segment.fileSize, MAX_PATH);
	const text = readPart(source, segment.offset, size, header.little, "the name of the interpreter").text(0);
	return text === "" ? null : text;
}
function mappingOf$2(elf) {
	const section = elf.sections.find(({ name, type }) => name === ".go.buildinfo" && type !== SECTION.noBits);
	const writable = elf.segments.find(({ type, flags }) => type === SEGMENT.load && (flags & 3) === 2);
	return {
		data: section !== void 0 ? {
			offset: section.offset,
			size: section.size
		} : writable === void 0 ? null : {
			offset: writable.offset,
			size: writable.fileSize
		},
		locate(address) {
			const offset = offsetOf$1(elf, address);
			const segment = elf.segments.find(({ type, address: start, fileSize }) => type === SEGMENT.load && address >= start && address - start < fileSize);
			return offset === null || segment === void 0 ? null : {
				offset,
				size: segment.fileSize - (address - segment.address)
			};
		}
	};
}
function kindOf$1({ header }, dynamic, interpreter) {
	if (header.type === 1) return "object";
	if (header.type === 2) return "executable";
	if (header.type !== 3) return "other";
	return dynamic.pie || interpreter !== null && dynamic.soname === null ? "pie" : "shared-library";
}
/** Undefined symbols whose version only that glibc has. */
function symbolsOf(glibc, { needs }, symbols) {
	if (glibc === null) return [];
	const indexes = new Set(needs.flatMap(({ versions }) => versions.flatMap(({ name, index }) => glibcOf(name) === glibc ? [index] : [])));
	return symbols.flatMap(({ name, undefined: open, versionIndex }) => open && versionIndex !== null && indexes.has(versionIndex) ? [name] : []).slice(0, SHOWN$2);
}
/** Reads an ELF file; throws `Malformed` when even its header cannot be read. */
function readElfBinary(source, faults) {
	const elf = readElf(source, faults);
	const { header, sections } = elf;
	const interpreter = faults.attempt(() => readInterpreter(elf), null);
	const dynamic = readDynamic(elf, faults);
	const notes = readNotes(elf, faults);
	const symbols = faults.attempt(() => readDynamicSymbols(elf, dynamic), null);
	const go = faults.attempt(() => readGoBuildInfo(source, mappingOf$2(elf)), null);
	const goos = (go === null ? null : settingOf(go, "GOOS")) ?? elfSystem(header, interpreter, notes.map(({ owner }) => owner));
	const names = dynamic.needs.flatMap(({ versions }) => versions.map(({ name }) => name));
	const linkage = interpreter !== null || dynamic.needed.length > 0 ? "dynamic" : "static";
	const glibc = oldestGlibc(dynamic.needs);
	const staticGlibc = linkage === "static" && header.type !== 1 && notes.some(({ owner, type }) => owner === "GNU" && type === 1);
	const has = (pattern) => sections.some(({ name, type }) => pattern.test(name) && type !== SECTION.noBits);
	const { machine, goarch } = elfPlatform(header);
	const cgo = faults.attempt(() => findCgo(source, go, sections.find(({ name }) => name.endsWith(".gopclntab")) ?? null), null);
	const asksLibc = symbols?.some(({ name, undefined: open }) => open && name === "getaddrinfo") ?? null;
	return {
		format: "elf",
		bits: header.bits,
		endian: header.little ? "little" : "big",
		goos,
		goarch,
		machine,
		kind: kindOf$1(elf, dynamic, interpreter),
		linkage,
		interpreter,
		needed: dynamic.needed,
		soname: dynamic.soname,
		rpath: dynamic.rpath,
		runpath: dynamic.runpath,
		libc: staticGlibc ? "glibc" : libcOf(interpreter, dynamic.needed, names, goos),
		glibc,
		glibcSymbols: symbolsOf(glibc, dynamic, symbols ?? []),
		versions: dynamic.needs.map(({ library, versions }) => ({
			library,
			versions: versions.flatMap(({ name, weak }) => weak ? [] : [name])
		})),
		provides: dynamic.definitions.flatMap(({ name, base }) => base ? [] : [name]),
		stripped: !sections.some(({ type }) => type === SECTION.symbols),
		debugInfo: has(/^\.z?debug_info$/),
		cgo,
		libcResolver: linkage === "dynamic" ? asksLibc : cgo === false ? false : null,
		go,
		minimumSystem: null,
		faults: []
	};
}

// src/binaries/mach-o.ts
/** Load commands (mach-o/loader.h). */
const COMMAND = {
	segment: 1,
	symbols: 2,
	dynamicSymbols: 11,
	loadLibrary: 12,
	ownName: 13,
	loader: 14,
	segment64: 25,
	minimumMac: 36,
	buildVersion: 50,
	weakLibrary: 2147483672,
	rpath: 2147483676,
	lazyLibrary: 32,
	reexportedLibrary: 2147483679,
	upwardLibrary: 2147483683
};
const LIBRARIES$1 = /* @__PURE__ */ new Set([
	COMMAND.loadLibrary,
	COMMAND.weakLibrary,
	COMMAND.lazyLibrary,
	COMMAND.reexportedLibrary,
	COMMAND.upwardLibrary
]);
const MAX_COMMANDS = 1e4;
const MAX_COMMAND_BYTES = 4194304;
const MAX_SECTIONS$1 = 1e4;
/** A fat file holds a handful; the magic number of a Java class is the same. */
const MAX_SLICES = 20;
function readSegment(part, at, wide, loads) {
	const base = at + 8;
	const name = part.text(base, 16);
	const [address, offset, fileSize] = wide ? [
		part.u64(base + 16),
		part.u64(base + 32),
		part.u64(base + 40)
	] : [
		part.u32(base + 16),
		part.u32(base + 24),
		part.u32(base + 28)
	];
	const protection = base + (wide ? 48 : 32);
	const [most, initial, count] = [
		part.u32(protection),
		part.u32(protection + 4),
		part.u32(protection + 8)
	];
	loads.segments.push({
		name,
		address,
		offset,
		fileSize,
		writable: most === 3 && initial === 3
	});
	const size = wide ? 80 : 68;
	for (let index = 0; index < count; index += 1) {
		if (loads.sections.length >= MAX_SECTIONS$1) throw new Malformed("the file claims too many sections");
		const start = base + (wide ? 64 : 48) + index * size;
		loads.sections.push({
			name: part.text(start, 16),
			size: wide ? part.u64(start + 40) : part.u32(start + 36),
			offset: part.u32(start + (wide ? 48 : 40))
		});
	}
}
function versionText(code) {
	const patch = code & 255;
	return `${String(code >>> 16)}.${String(code >>> 8 & 255)}${patch === 0 ? "" : `.${String(patch)}`}`;
}
function readCommand(part, at, size, loads) {
	const command = part.u32(at);
	const text = () => {
		const from = part.u32(at + 8);
		if (from >= size) throw new Malformed("a name lies behind the end of its load command");
		return part.text(at + from, size - from);
	};
	if (command === COMMAND.segment || command === COMMAND.segment64) readSegment(part, at, command === COMMAND.segment64, loads);
	else if (LIBRARIES$1.has(command)) loads.needed.push(text());
	else if (command === COMMAND.rpath) loads.rpath.push(text());
	else if (command === COMMAND.ownName) loads.own = text();
	else if (command === COMMAND.loader) loads.loader = text();
	else if (command === COMMAND.minimumMac) loads.minimum = versionText(part.u32(at + 8));
	else if (command === COMMAND.buildVersion && part.u32(at + 8) === 1) loads.minimum = versionText(part.u32(at + 12));
	else if (command === COMMAND.symbols) loads.symbols = part.u32(at + 12);
	else if (command === COMMAND.dynamicSymbols) loads.locals = part.u32(at + 12);
}
function mappingOf$1({ segments, sections }) {
	const section = sections.find(({ name }) => name === "__go_buildinfo");
	const writable = segments.find(({ address, fileSize, writable: isWritable }) => address !== 0 && fileSize !== 0 && isWritable);
	return {
		data: section ?? (writable === void 0 ? null : {
			offset: writable.offset,
			size: writable.fileSize
		}),
		locate(address) {
			const found = segments.find(({ name, address: start, fileSize }) => name !== "__PAGEZERO" && address >= start && address - start < fileSize);
			return found === void 0 ? null : {
				offset: found.offset + address - found.address,
				size: found.fileSize - (address - found.address)
			};
		}
	};
}
function readLoads(source, little, wide, faults) {
	const loads = {
		segments: [],
		sections: [],
		needed: [],
		rpath: [],
		own: null,
		loader: null,
		minimum: null,
		locals: null,
		symbols: 0
	};
	faults.attempt(() => {
		const start = wide ? 32 : 28;
		const header = readPart(source, 0, start, little, "the Mach-O header");
		const [count, size] = [header.u32(16), header.u32(20)];
		if (count > MAX_COMMANDS || size > MAX_COMMAND_BYTES) throw new Malformed(`the file claims ${String(count)} load commands`);
		const part = readPart(source, start, size, little, "the table of load commands");
		for (let index = 0, at = 0; index < count; index += 1) {
			const length = part.u32(at + 4);
			if (length < 8 || at + length > part.length) throw new Malformed("a load command is larger than their table");
			faults.attempt(() => {
				readCommand(part, at, length, loads);
			}, void 0);
			at += length;
		}
	}, void 0);
	return loads;
}
const KINDS = {
	1: "object",
	2: "executable",
	6: "shared-library",
	8: "shared-library"
};
/** Reads one Mach-O binary (no fat one); throws `Malformed` when even its header cannot be read. */
function readMachO(source, faults) {
	const magic = readPart(source, 0, 4, false, "the Mach-O header").u32(0);
	const little = magic === 3472551422 || magic === 3489328638;
	const wide = magic === 4277009103 || magic === 3489328638;
	const header = readPart(source, 0, 28, little, "the Mach-O header");
	const loads = readLoads(source, little, wide, faults);
	const go = faults.attempt(() => readGoBuildInfo(source, mappingOf$1(loads)), null);
	const functions = loads.sections.find(({ name }) => name === "__gopclntab") ?? null;
	const { machine, goarch } = machPlatform(header.u32(4));
	const kind = KINDS[header.u32(12)] ?? "other";
	return {
		format: "mach-o",
		bits: wide ? 64 : 32,
		endian: little ? "little" : "big",
		goos: (go === null ? null : settingOf(go, "GOOS")) ?? "darwin",
		goarch,
		machine,
		kind: kind === "executable" && (header.u32(24) & 2097152) !== 0 ? "pie" : kind,
		linkage: loads.loader !== null || loads.needed.length > 0 ? "dynamic" : "static",
		interpreter: loads.loader,
		needed: loads.needed,
		soname: loads.own,
		rpath: loads.rpath,
		runpath: [],
		libc: null,
		glibc: null,
		glibcSymbols: [],
		versions: [],
		provides: [],
		stripped: loads.symbols === 0 || loads.locals === 0,
		debugInfo: loads.sections.some(({ name }) => /^__z?debug_info$/.test(name)),
		cgo: faults.attempt(() => findCgo(source, go, functions), null),
		libcResolver: null,
		go,
		minimumSystem: loads.minimum === null ? null : `macOS ${loads.minimum}`,
		faults: []
	};
}
/** The binaries in a fat file, or `null` when it is none (a Java class begins alike). */
function slicesOf(source, faults) {
	const head = readPart(source, 0, 8, false, "the fat header");
	const wide = head.u32(0) === 3405691583;
	const count = head.u32(4);
	if (count === 0 || count > MAX_SLICES) return null;
	const size = wide ? 32 : 20;
	return faults.attempt(() => {
		const part = readPart(source, 8, count * size, false, "the table of a fat file");
		return Array.from({ length: count }, (_, index) => {
			const at = index * size;
			const [offset, length] = wide ? [part.u64(at + 8), part.u64(at + 16)] : [part.u32(at + 8), part.u32(at + 12)];
			if (offset + length > source.size) throw new Malformed("a part of the fat file lies behind its end");
			return sliceOf(source, offset, length);
		});
	}, []);
}

// src/binaries/pe.ts
const MAX_SECTIONS = 4096;
const MAX_IMPORTS = 1e4;
/** Flags of a section: initialised data, read, write; and the bits of its alignment. */
const DATA = 3221225536;
/** A name of more than eight characters stands in the table of strings, behind the symbols. */
function longName(name, source, strings) {
	const at = /^\/(\d{1,7})$/.exec(name)?.[1];
	if (at === void 0) return name;
	const start = strings + Number(at);
	return start >= source.size ? name : readPart(source, start, Math.min(64, source.size - start), true, "a name").text(0);
}
function readSections(source, at, count, strings) {
	if (count > MAX_SECTIONS) throw new Malformed(`the file claims ${String(count)} sections`);
	const part = readPart(source, at, count * 40, true, "the table of sections");
	return Array.from({ length: count }, (_, index) => {
		const start = index * 40;
		return {
			name: longName(part.text(start, 8), source, strings),
			memorySize: part.u32(start + 8),
			address: part.u32(start + 12),
			size: part.u32(start + 16),
			offset: part.u32(start + 20),
			flags: part.u32(start + 36)
		};
	});
}
function directory$1(optional, wide, index) {
	const count = wide ? 108 : 92;
	if (optional.length < count + 4 || optional.u32(count) <= index) return 0;
	const at = count + 4 + index * 8;
	return optional.length < at + 8 ? 0 : optional.u32(at);
}
function readFrame(source, faults) {
	const start = readPart(source, 0, 64, true, "the DOS header").u32(60);
	const header = readPart(source, start, 24, true, "the PE header");
	if (header.u32(0) !== 17744) throw new Malformed("there is no PE header where the DOS header says");
	const size = header.u16(20);
	const optional = readPart(source, start + 24, size, true, "the optional header");
	const magic = size >= 2 ? optional.u16(0) : 0;
	const wide = magic === 523;
	if (!wide && magic !== 267) throw new Malformed("the optional header is neither PE32 nor PE32+");
	const symbolsAt = header.u32(12);
	const strings = symbolsAt + header.u32(16) * 18;
	return {
		machine: header.u16(4),
		flags: header.u16(22),
		wide,
		imageBase: wide ? optional.u64(24) : optional.u32(28),
		imports: directory$1(optional, wide, 1),
		delayed: directory$1(optional, wide, 13),
		symbols: symbolsAt === 0 ? 0 : header.u32(16),
		sections: faults.attempt(() => readSections(source, start + 24 + size, header.u16(6), strings), [])
	};
}
function locate$2(sections, address) {
	const found = sections.find(({ address: start, size }) => address >= start && address - start < size);
	return found === void 0 ? null : {
		offset: found.offset + address - found.address,
		size: found.size - (address - found.address)
	};
}
function readImports(source, sections, table, size, nameAt) {
	if (table === 0) return [];
	const place = locate$2(sections, table);
	if (place === null) throw new Malformed("the table of imports lies at an address that nothing is mapped to");
	const length = Math.min(place.size, source.size - place.offset, MAX_IMPORTS * size);
	const part = readPart(source, place.offset, Math.max(0, length), true, "the table of imports");
	const names = [];
	for (let at = 0; at + size <= part.length; at += size) {
		const address = part.u32(at + nameAt);
		if (address === 0) break;
		const name = locate$2(sections, address);
		if (name === null) throw new Malformed("the name of a library lies at an address that nothing is mapped to");
		const most = Math.max(0, Math.min(name.size, 256, source.size - name.offset));
		names.push(readPart(source, name.offset, most, true, "the name of a library").text(0));
	}
	return names;
}
function mappingOf({ sections, imageBase }) {
	const data = sections.find(({ address, size, flags }) => address !== 0 && size !== 0 && (flags & -6291457) >>> 0 === DATA);
	return {
		data: data === void 0 ? null : {
			offset: data.offset,
			size: Math.min(data.size, data.memorySize)
		},
		locate: (address) => locate$2(sections, address - imageBase)
	};
}
/** Reads a PE file; throws `Malformed` when even its headers cannot be read. */
function readPe(source, faults) {
	const frame = readFrame(source, faults);
	const { sections, flags, wide } = frame;
	const needed = [...faults.attempt(() => readImports(source, sections, frame.imports, 20, 12), []), ...faults.attempt(() => readImports(source, sections, frame.delayed, 32, 4), [])];
	const go = faults.attempt(() => readGoBuildInfo(source, mappingOf(frame)), null);
	const functions = sections.find(({ name }) => name === ".rdata") ?? null;
	const { machine, goarch } = pePlatform(frame.machine);
	return {
		format: "pe",
		bits: wide ? 64 : 32,
		endian: "little",
		goos: (go === null ? null : settingOf(go, "GOOS")) ?? "windows",
		goarch,
		machine,
		kind: (flags & 8192) === 0 ? "executable" : "shared-library",
		linkage: needed.length > 0 ? "dynamic" : "static",
		interpreter: null,
		needed: [...new Set(needed)],
		soname: null,
		rpath: [],
		runpath: [],
		libc: null,
		glibc: null,
		glibcSymbols: [],
		versions: [],
		provides: [],
		stripped: frame.symbols === 0,
		debugInfo: sections.some(({ name }) => /^\.z?debug_info$/.test(name)),
		cgo: faults.attempt(() => findCgo(source, go, functions), null),
		libcResolver: null,
		go,
		minimumSystem: null,
		faults: []
	};
}

// src/binaries/read-binary.ts
/** Beginnings of files that people take for programs, as hexadecimal digits. */
const OTHERS$1 = [
	["2321", "a script"],
	["0061736d", "WebAssembly"],
	["213c617263683e0a", "an archive of object files"],
	["213c7468696e3e0a", "an archive of object files"],
	["cafebabe", "a Java class"],
	["1f8b", "compressed (gzip)"],
	["28b52ffd", "compressed (zstd)"],
	["504b0304", "a zip file"],
	["01df", "XCOFF (AIX), which is not read here"],
	["01f7", "XCOFF (AIX), which is not read here"],
	["00008a97", "Plan 9, which is not read here"],
	["000001eb", "Plan 9, which is not read here"],
	["00000647", "Plan 9, which is not read here"]
];
const THIN = /^(?:feedfac[ef]|c[ef]faedfe)/;
function beginningOf(source) {
	return [...source.readAt(0, 8)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
function one(source, read) {
	const faults = collectFaults();
	try {
		return {
			kind: "binary",
			fat: false,
			binaries: [{
				...read(source, faults),
				faults: faults.list
			}]
		};
	} catch (error) {
		if (!(error instanceof Malformed)) throw error;
		return {
			kind: "other",
			what: `damaged: ${error.message}`
		};
	}
}
function fat(source) {
	const faults = collectFaults();
	const slices = slicesOf(source, faults);
	if (slices === null) return null;
	const [first, ...rest] = slices.flatMap((slice) => {
		if (!THIN.test(beginningOf(slice))) return [];
		const reading = one(slice, readMachO);
		return reading.kind === "binary" ? reading.binaries : [];
	});
	if (first === void 0) return {
		kind: "other",
		what: `damaged: ${faults.list[0] ?? "the fat file holds no program that can be read"}`
	};
	return {
		kind: "binary",
		fat: true,
		binaries: [first, ...rest]
	};
}
/**
* Reads what a file says of itself: ELF, Mach-O (thin and fat) and PE. Nothing in the file is trusted: offsets and counts are
* bounded, what is malformed becomes a fault or `other`, and only errors of the source itself are thrown.
*/
function readBinary(source) {
	const head = beginningOf(source);
	if (head === "") return {
		kind: "other",
		what: "empty"
	};
	if (head.startsWith("7f454c46")) return one(source, readElfBinary);
	if (THIN.test(head)) return one(source, readMachO);
	if (/^cafebab[ef]/.test(head) && head.length === 16) {
		const reading = fat(source);
		if (reading !== null) return reading;
	}
	if (head.startsWith("4d5a")) return one(source, readPe);
	return {
		kind: "other",
		what: OTHERS$1.find(([magic]) => head.startsWith(magic))?.[1] ?? "no format of programs (ELF, Mach-O, PE)"
	};
}

// src/binaries/loadable.ts
/** A binary with what a loader needs of it: the symbols too. `null` for what is no ELF file. */
function readLoadable(source, path) {
	const reading = readBinary(source);
	if (reading.kind !== "binary") return null;
	const [binary] = reading.binaries;
	if (binary.format !== "elf") return {
		path,
		binary,
		symbols: null,
		bindsNow: false
	};
	const faults = collectFaults();
	try {
		const elf = readElf(source, faults);
		const dynamic = readDynamic(elf, faults);
		const value = (tag) => dynamic.entries.find((entry) => entry.tag === tag)?.value ?? 0;
		const bindsNow = dynamic.entries.some(({ tag }) => tag === TAG.bindNow) || (value(TAG.flags) & 8) !== 0 || (value(TAG.flags1) & 1) !== 0;
		return {
			path,
			binary,
			symbols: faults.attempt(() => readDynamicSymbols(elf, dynamic), null),
			bindsNow
		};
	} catch (error) {
		if (!(error instanceof Malformed)) throw error;
		return null;
	}
}

// src/binaries/summary.ts
/** Libraries kept; no Go program needs as many. */
const MAX_NEEDED = 200;
/** The summary of one binary. */
function summarise(binary) {
	const { format, goos, goarch, linkage, interpreter, needed, libc, glibc, cgo, go } = binary;
	return {
		format,
		goos,
		goarch,
		linkage,
		interpreter,
		needed: needed.slice(0, MAX_NEEDED),
		libc,
		glibc,
		cgo,
		go: go?.version ?? null
	};
}

// src/binaries/needs.ts
/** Whether every system with that C library has the library: glibc and musl bring these themselves. */
function comesWithLibc(library) {
	return /^(?:lib(?:c|m|dl|rt|pthread|resolv|util|nsl)\.(?:so|musl-)|ld-linux|ld64\.so|ld-musl-)/.test(library);
}
/** Names of libraries a person reads in one line. */
const MAX_SHOWN = 5;
/** What programs need where they run: `glibc 2.34 or newer, libz.so.1`; `null` when they need nothing. */
function describeNeeds(programs) {
	const dynamic = programs.filter(({ linkage }) => linkage === "dynamic");
	const newest = dynamic.flatMap(({ glibc }) => glibc === null ? [] : [glibc]).toSorted(compareVersions).at(-1);
	const libc = newest === void 0 ? dynamic.find((program) => program.libc !== null)?.libc : `glibc ${newest} or newer`;
	const libraries = [...new Set(dynamic.flatMap(({ needed }) => needed.filter((name) => !comesWithLibc(name))))];
	const more = libraries.length > MAX_SHOWN ? [`${String(libraries.length - MAX_SHOWN)} more libraries`] : [];
	const needs = [
		...libc === void 0 || libc === null ? [] : [libc],
		...libraries.slice(0, MAX_SHOWN),
		...more
	];
	return needs.length === 0 ? null : needs.join(", ");
}

// src/operations/inspect-files.ts
function readAt(file, offset, length) {
	const buffer = Buffer.alloc(length);
	let done = 0;
	while (done < length) {
		const count = readSync(file, buffer, done, length - done, offset + done);
		if (count === 0) break;
		done += count;
	}
	return buffer.subarray(0, done);
}
/** Opens a regular file; `null` when nothing is there or something else is. Throws what the system says otherwise (permission). */
function openFile(path) {
	let file;
	try {
		file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	} catch (error) {
		if ([
			"ENOENT",
			"ENOTDIR",
			"ELOOP"
		].includes(errorCode(error))) return null;
		throw error;
	}
	const handle = file;
	const status = fstatSync(handle);
	if (!status.isFile()) {
		closeSync(handle);
		return null;
	}
	return {
		source: {
			size: status.size,
			readAt: (offset, length) => readAt(handle, offset, Math.max(0, Math.min(length, status.size - offset)))
		},
		close: () => {
			closeSync(handle);
		}
	};
}
/** As Linux: more links than this on the way are a circle. */
const MAX_LINKS = 40;
/** A path below a root with its links resolved as a program in that root sees them; `null` when nothing is there. */
function pathBelow(root, path) {
	const rest = path.split("/").filter((part) => part !== "" && part !== ".");
	const done = [];
	let links = 0;
	for (let part = rest.shift(); part !== void 0; part = rest.shift()) {
		if (part === "..") {
			done.pop();
			continue;
		}
		if (part.includes("\0")) return null;
		const here = join(root, ...done, part);
		try {
			if (!lstatSync(here).isSymbolicLink()) {
				done.push(part);
				continue;
			}
			links += 1;
			if (links > MAX_LINKS) return null;
			const target = readlinkSync(here);
			if (target.startsWith("/")) done.length = 0;
			rest.unshift(...target.split("/").filter((piece) => piece !== "" && piece !== "."));
		} catch {
			return null;
		}
	}
	return `/${done.join("/")}`;
}
/** A small file below a root; `null` when it is not there or cannot be read. */
function readSmall(root, path, maxBytes) {
	const real = pathBelow(root, path);
	try {
		const file = real === null ? null : openFile(join(root, real));
		if (file === null) return null;
		try {
			return file.source.size > maxBytes ? null : file.source.readAt(0, file.source.size);
		} finally {
			file.close();
		}
	} catch {
		return null;
	}
}
/** Names of processors in the file names of musl. */
const MUSL_NAMES = {
	amd64: ["x86_64"],
	"386": ["i386"],
	arm64: ["aarch64"],
	arm: ["armhf", "arm"],
	ppc64le: ["powerpc64le"],
	mips64le: ["mips64el"],
	mipsle: ["mipsel"],
	loong64: ["loongarch64"]
};
/** The libraries of a file system: `/` or a folder that is the root of an image. Every path and every link stays below it. */
function openRoot(root, goarch, little, libraryPath) {
	const seen = /* @__PURE__ */ new Map();
	const cache = readSmall(root, "/etc/ld.so.cache", 33554432);
	const musl = (MUSL_NAMES[goarch ?? ""] ?? [goarch ?? ""]).map((name) => readSmall(root, `/etc/ld-musl-${name}.path`, 65536)).find((found) => found !== null);
	return {
		cache: cache === null ? [] : parseLoaderCache(cache, little),
		muslPath: musl === void 0 || musl === null ? null : parseMuslPath(new TextDecoder().decode(musl)),
		libraryPath,
		hasFolder(path) {
			const real = pathBelow(root, path);
			return real !== null && lstatSync(join(root, real), { throwIfNoEntry: false })?.isDirectory() === true;
		},
		open(path) {
			const real = pathBelow(root, path);
			if (real === null) return null;
			const known = seen.get(real);
			if (known !== void 0) return known;
			let found = null;
			try {
				const file = openFile(join(root, real));
				if (file !== null) try {
					found = readLoadable(file.source, real);
				} finally {
					file.close();
				}
			} catch {}
			seen.set(real, found);
			return found;
		}
	};
}
/** Programs that nearly every root has: what processor they are for is the root's. */
const SAMPLES = [
	"/bin/sh",
	"/bin/busybox",
	"/usr/bin/env",
	"/sbin/init",
	"/usr/lib/os-release"
];
/** The processor of a root, as Go names it; `null` when nothing in it tells. */
function processorOf$1(root) {
	for (const path of SAMPLES) {
		const goarch = root.open(path)?.binary.goarch ?? null;
		if (goarch !== null) return goarch;
	}
	return null;
}
const PROCESSORS$1 = {
	x64: "amd64",
	ia32: "386",
	ppc64: "ppc64le",
	mipsel: "mipsle"
};
/** The processor of this machine, as Go names it. */
function ownProcessor() {
	return PROCESSORS$1[process.arch] ?? process.arch;
}

// src/operations/target-binaries.ts
/** Programs of one target that are looked at; no build has as many. */
const MAX_PROGRAMS = 500;
/** What go names a package that has no import path. */
const UNNAMED = "command-line-arguments";
async function listFolders(host, folder) {
	return (await host.files.list(folder)).filter(({ kind }) => kind === "directory").map(({ name }) => join(folder, name));
}
/** The programs that a build left in the folder it worked in. */
async function findPrograms(host, workFolder) {
	const found = [];
	for (const build of await listFolders(host, workFolder)) for (const action of await listFolders(host, build)) {
		const exe = join(action, "exe");
		for (const { name, kind } of await host.files.list(exe)) if (kind === "file" && found.length < MAX_PROGRAMS) found.push(join(exe, name));
	}
	return found;
}
function readProgram(path) {
	const file = openFile(path);
	if (file === null) return [];
	try {
		const reading = readBinary(file.source);
		if (reading.kind === "other") return [];
		return reading.binaries.map((binary) => {
			const { linkage, interpreter, needed, libc, glibc } = summarise(binary);
			return {
				package: binary.go?.path ?? UNNAMED,
				linkage,
				interpreter,
				needed,
				libc,
				glibc
			};
		});
	} finally {
		file.close();
	}
}
/** What the programs are that a build with this `workFolder` linked; sorted by package. */
async function readTargetBinaries(host, workFolder) {
	return (await findPrograms(host, workFolder)).flatMap((path) => readProgram(path)).toSorted((a, b) => byteOrder(a.package, b.package));
}

// src/operations/build-targets.ts
/** Beyond this the compilers of one build keep all processors busy, and each further build costs memory only. */
const MAX_AT_ONCE = 4;
const MAX_LOCATED = 200;
/** Go says these from the directory of the command; C compilers say theirs from the directory of the package. */
const SAID_FROM_COMMAND = /\.(?:go|s|mod|sum|work)$/;
/** How many targets are built at once on so many processors. */
function buildsAtOnce(parallelism) {
	return Math.max(1, Math.min(MAX_AT_ONCE, parallelism));
}
/** A path below a directory relative to it, any other as it is. */
function within(directory, path) {
	const base = directory.replaceAll("\\", "/").replace(/\/$/, "");
	const slashed = path.replaceAll("\\", "/");
	return slashed === base ? "." : slashed.startsWith(`${base}/`) ? slashed.slice(base.length + 1) : slashed;
}
function isAbsolute$1(path) {
	return /^(?:\/|[A-Za-z]:\/)/.test(path);
}
/** What `go list` can be asked about: no flag, no pattern, no version. */
function canAsk$1(name) {
	return !name.startsWith("-") && !name.includes("...") && !name.includes("@");
}
/** The folder of a file that go printed: relative to the command's directory where it is below it. */
function folderOf$1(directory, file) {
	const folder = posix.dirname(file);
	return isAbsolute$1(folder) ? within(directory, folder) : within(directory, posix.join(directory.replaceAll("\\", "/"), folder));
}
/** How `go list` is asked for a folder: without `./` it would read an import path. */
function asPattern(folder) {
	return isAbsolute$1(folder) || folder === "." ? folder : `./${folder}`;
}
/** Fills in what the text of the output leaves open: the package of a file, the directory of a package. */
async function locate$1(go, target, failures, root) {
	const questions = /* @__PURE__ */ new Set();
	for (const failure of failures) {
		const file = failure.location?.file;
		if (file === void 0) continue;
		if (failure.package === null) questions.add(asPattern(folderOf$1(go.directory, file)));
		else if (!SAID_FROM_COMMAND.test(file) && !isAbsolute$1(file)) questions.add(failure.package);
	}
	const places = await locatePackages(go, targetEnvironment(target), [...questions].filter((question) => canAsk$1(question)).slice(0, MAX_LOCATED));
	const byDirectory = new Map(places.map((place) => [within(go.directory, place.directory), place]));
	const byPackage = new Map(places.map((place) => [place.package, place]));
	const resolved = (failure) => {
		const { location } = failure;
		if (location === null) return null;
		let file = within(go.directory, location.file);
		if (!SAID_FROM_COMMAND.test(file) && !isAbsolute$1(file)) {
			const place = byPackage.get(failure.package ?? "");
			if (place === void 0 || place.standard) return null;
			file = posix.join(within(go.directory, place.directory), file);
		}
		return {
			...location,
			file: isAbsolute$1(file) ? file : posix.join(root, file)
		};
	};
	return failures.map((failure) => {
		const file = failure.location?.file;
		const named = failure.package ?? (file === void 0 ? null : byDirectory.get(folderOf$1(go.directory, file))?.package ?? null);
		return {
			...failure,
			package: named,
			location: resolved(failure)
		};
	});
}
/** What a build printed: compilers on standard error; with `-json` in GOFLAGS on standard output. */
function printed(result) {
	return `${result.stderr.text}\n${result.stdout.text}`;
}
/** Flags that goparity adds to the build of a target: without cgo nobody needs debug information to see whether it links. */
function addedFlags({ cgo }, goflags) {
	return cgo || findGoFlag(goflags, "ldflags") !== null ? [] : ["-ldflags=-w"];
}
/** Builds one target in a folder of its own, in which what it links can be looked at before it goes. */
async function buildAndLook(go, target, { packages, goflags, look }) {
	const env = targetEnvironment(target);
	const flags = addedFlags(target, goflags);
	const below = look === void 0 || look.gotmpdir === "" ? void 0 : look.gotmpdir;
	const workFolder = await look?.host.files.makeTemporaryDirectory("goparity-build-", below).catch(() => void 0);
	if (look === void 0 || workFolder === void 0) return {
		result: await buildTarget(go, env, packages, { flags }),
		binaries: []
	};
	try {
		const result = await buildTarget(go, env, packages, {
			flags,
			workFolder
		});
		return {
			result,
			binaries: result.exitCode === 0 ? await readTargetBinaries(look.host, workFolder) : []
		};
	} finally {
		await look.host.files.remove(workFolder);
	}
}
/**
* Builds every target, some at once in one build cache, all of them even when some fail; results in the order of `targets`.
* Rejects with `cancelled` when the signal was aborted, and only after every go command has ended; likewise for other errors.
*/
async function buildTargets(go, targets, options) {
	const { root, parallelism, onStart, onEnd, signal } = options;
	const limit = pLimit(buildsAtOnce(parallelism));
	let stopped = false;
	const build = async (target) => {
		if (stopped || signal?.aborted === true) return null;
		try {
			onStart?.(target);
			const { result, binaries } = await buildAndLook(go, target, options);
			const built = {
				target,
				result,
				failures: result.exitCode !== 0 || result.ending !== "exited" ? await locate$1(go, target, parseBuildOutput(printed(result)), root) : [],
				binaries,
				durationMs: result.durationMs
			};
			onEnd?.(built);
			return built;
		} catch (error) {
			stopped = true;
			throw error;
		}
	};
	const settled = await Promise.allSettled(targets.map(async (target) => await limit(build, target)));
	if (signal?.aborted === true) throw new ParityError("cancelled", "cancelled while building targets");
	for (const one of settled) if (one.status === "rejected") throw one.reason;
	return settled.flatMap((one) => one.status === "fulfilled" && one.value !== null ? [one.value] : []);
}

// src/incidents/install.ts
const COMMANDS = {
	apt: "apt-get update && apt-get install -y ",
	apk: "apk add ",
	dnf: "dnf install -y ",
	brew: "brew install "
};
const SYSTEMS$1 = {
	apt: "Debian and Ubuntu, as root",
	apk: "Alpine, as root",
	dnf: "Fedora and its relatives, as root",
	brew: "macOS"
};
const DISTRIBUTIONS = {
	debian: "apt",
	ubuntu: "apt",
	linuxmint: "apt",
	pop: "apt",
	raspbian: "apt",
	kali: "apt",
	alpine: "apk",
	wolfi: "apk",
	chainguard: "apk",
	fedora: "dnf",
	rhel: "dnf",
	centos: "dnf",
	rocky: "dnf",
	almalinux: "dnf",
	ol: "dnf",
	amzn: "dnf"
};
/** Package managers of this machine: one when the system is known, all when it is not, none on a system without any of them. */
function managersOf(facts) {
	if (facts.hostGoos === "darwin") return ["brew"];
	if (facts.hostGoos !== void 0 && facts.hostGoos !== "linux") return [];
	const known = facts.distribution === void 0 ? void 0 : DISTRIBUTIONS[facts.distribution];
	if (known !== void 0) return [known];
	return facts.hostGoos === "linux" ? [
		"apt",
		"apk",
		"dnf"
	] : [
		"apt",
		"apk",
		"dnf",
		"brew"
	];
}
/** Commands that install something here, with what it brings as their reason: `libc and its headers`. */
function installFixes(packages, brings, facts) {
	return managersOf(facts).flatMap((manager) => {
		const names = packages[manager];
		return names === void 0 ? [] : [{
			command: `${COMMANDS[manager]}${names}`,
			why: `${SYSTEMS$1[manager]}: brings ${brings}`
		}];
	});
}

// src/incidents/words.ts
/** Characters of module paths and versions, as part of a pattern: all of them are safe in a shell. */
const MODULE = String.raw`[A-Za-z0-9][\w.~\-/+]*`;
const VERSION = String.raw`v[0-9][\w.\-+]*`;
/** A place in a file with this ending, as part of a pattern; groups: path, line, column. Paths may start with a drive. */
function placePattern(endings) {
	return String.raw`(?:^|[\s"'(\[])((?:[A-Za-z]:)?[^\s:"'()\[\]]+\.(?:${endings})):(\d{1,7})(?::(\d{1,6}))?(?::\d{1,6})?:`;
}
/** A printed path with slashes, without a leading `./`. */
function cleanPath(path) {
	return path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
}
/** A place from the groups of `placePattern`. */
function placeOf$2(path, line, column = "") {
	return {
		file: cleanPath(path),
		...line === "" ? {} : { line: Number(line) },
		...column === "" ? {} : { column: Number(column) }
	};
}
/** Names in a sentence: `a`, `a and b`, `a, b and 3 more`. */
function enumerate(names, most = 4) {
	if (names.length > most) return `${names.slice(0, most - 1).join(", ")} and ${String(names.length - most + 1)} more`;
	return names.length < 2 ? names[0] ?? "" : `${names.slice(0, -1).join(", ")} and ${names.at(-1) ?? ""}`;
}
/** The platform in a sentence, without the cgo suffix of its target; empty when it is not known. */
function targetName(facts) {
	if (facts.target !== void 0) return facts.target.replace(/[+-]cgo$/, "");
	if (facts.goos !== void 0 && facts.goarch !== void 0) return `${facts.goos}/${facts.goarch}`;
	return facts.goos ?? facts.goarch ?? "";
}
/** The target as a part of a culprit, as far as it is known. */
function targetSubject(facts) {
	const target = facts.target ?? targetName(facts);
	return target === "" ? {} : { target };
}
/** ` for linux/arm64`, or nothing. */
function forTarget(facts) {
	const name = targetName(facts);
	return name === "" ? "" : ` for ${name}`;
}
/** Whether the build is for another platform than the machine's: `null` when that cannot be told. */
function isCross(facts) {
	if (facts.hostGoos === void 0 || facts.hostGoarch === void 0) return null;
	return (facts.goos ?? facts.hostGoos) !== facts.hostGoos || (facts.goarch ?? facts.hostGoarch) !== facts.hostGoarch;
}
/** `example.com/app`, the file, or what else there is to name. */
function subjectName(subject) {
	return subject.module ?? subject.library ?? subject.tool ?? subject.package ?? subject.key ?? subject.file ?? subject.target ?? "";
}
/** `GOOS=linux GOARCH=arm64 ` as far as known and different from the machine's, for a command. */
function targetVariables(facts) {
	if (isCross(facts) === false) return "";
	return [...facts.goos === void 0 ? [] : [`GOOS=${facts.goos} `], ...facts.goarch === void 0 ? [] : [`GOARCH=${facts.goarch} `]].join("");
}

// src/incidents/c-compilers.ts
function linux(triple, zig, debian, more = {}) {
	const name = triple.replace("x86_64", "x86-64");
	return {
		cc: `${triple}-gcc`,
		packages: {
			apt: `gcc-${name} libc6-dev-${debian}-cross`,
			...more
		},
		...zig === void 0 ? {} : { zig },
		debian
	};
}
const CROSS = {
	"linux/amd64": linux("x86_64-linux-gnu", "x86_64-linux-musl", "amd64"),
	"linux/arm64": linux("aarch64-linux-gnu", "aarch64-linux-musl", "arm64"),
	"linux/arm": linux("arm-linux-gnueabihf", "arm-linux-musleabihf", "armhf"),
	"linux/386": {
		cc: "gcc",
		packages: { apt: "gcc-multilib" },
		zig: "x86-linux-musl",
		debian: "i386"
	},
	"linux/riscv64": linux("riscv64-linux-gnu", "riscv64-linux-musl", "riscv64"),
	"linux/ppc64le": linux("powerpc64le-linux-gnu", "powerpc64le-linux-musl", "ppc64el"),
	"linux/s390x": linux("s390x-linux-gnu", "s390x-linux-musl", "s390x"),
	"linux/mips": linux("mips-linux-gnu", "mips-linux-musleabi", "mips"),
	"linux/mipsle": linux("mipsel-linux-gnu", "mipsel-linux-musleabi", "mipsel"),
	"linux/mips64le": linux("mips64el-linux-gnuabi64", "mips64el-linux-muslabi64", "mips64el"),
	"windows/amd64": {
		cc: "x86_64-w64-mingw32-gcc",
		packages: {
			apt: "gcc-mingw-w64-x86-64",
			apk: "mingw-w64-gcc",
			dnf: "mingw64-gcc",
			brew: "mingw-w64"
		},
		zig: "x86_64-windows-gnu"
	},
	"windows/386": {
		cc: "i686-w64-mingw32-gcc",
		packages: {
			apt: "gcc-mingw-w64-i686",
			apk: "i686-mingw-w64-gcc",
			dnf: "mingw32-gcc",
			brew: "mingw-w64"
		},
		zig: "x86-windows-gnu"
	}
};
/** zig alone can build for this one from a package. */
const ONLY_ZIG = { "windows/arm64": "aarch64-windows-gnu" };
/** What a native build needs: the compiler with the C library's headers. */
const NATIVE = {
	apt: "gcc libc6-dev",
	apk: "gcc musl-dev",
	dnf: "gcc glibc-devel"
};
function platformOf(facts) {
	return `${facts.goos ?? facts.hostGoos ?? ""}/${facts.goarch ?? facts.hostGoarch ?? ""}`;
}
/** How Debian calls the target's architecture, for `libx-dev:arm64`; `null` when it has none or the build is native. */
function debianArchitecture(facts) {
	return isCross(facts) === true ? CROSS[platformOf(facts)]?.debian ?? null : null;
}
/** The way out that needs no C at all. */
function withoutCgo(facts) {
	return {
		command: `CGO_ENABLED=0 ${targetVariables(facts)}go build ./...`,
		why: "Where nothing in the build needs cgo: no C compiler is asked for."
	};
}
function appleFix(facts) {
	return {
		edit: "Build this target on macOS (`runs-on: macos-latest`).",
		why: `A C compiler for ${facts.goos ?? "darwin"} needs Apple's SDK, which only comes with Xcode.`
	};
}
/** Ways to a C compiler for a foreign target: the distribution's, and zig's. */
function crossCompilerFixes(facts) {
	if (facts.goos === "darwin" || facts.goos === "ios") return [appleFix(facts)];
	if (facts.goos === "android") return [{
		edit: "Set CC to the clang of the Android NDK for this target (`$ANDROID_NDK_HOME/toolchains/llvm/prebuilt/*/bin/*-linux-android*-clang`).",
		why: "Only the NDK has headers and libraries of Android."
	}];
	const platform = platformOf(facts);
	const cross = CROSS[platform];
	const zig = cross?.zig ?? ONLY_ZIG[platform];
	const variables = targetVariables(facts);
	const fixes = [];
	if (cross !== void 0 && managersOf(facts).some((manager) => cross.packages[manager] !== void 0)) fixes.push(...installFixes(cross.packages, `a C compiler for ${platform}`, facts), {
		command: `CGO_ENABLED=1 CC=${cross.cc} ${variables}go build ./...`,
		why: "Builds with that compiler; go reads only CC and CXX, no variable with the name of the target."
	});
	if (zig !== void 0) fixes.push({
		command: `CGO_ENABLED=1 CC="zig cc -target ${zig}" CXX="zig c++ -target ${zig}" ${variables}go build ./...`,
		why: `zig brings headers and libc of ${platform} with it; install it from your package manager or ziglang.org.`
	});
	return fixes;
}
/** Ways to a C compiler for the target, native or foreign, and the way without. */
function compilerFixes(facts) {
	if (isCross(facts) === true) return [...crossCompilerFixes(facts), withoutCgo(facts)];
	const native = [...installFixes(NATIVE, "a C compiler and the headers of the C library", facts)];
	if (managersOf(facts).includes("brew")) native.push({
		command: "xcode-select --install",
		why: "macOS: brings clang and Apple's SDK"
	});
	if (facts.hostGoos === "windows" || facts.goos === "windows") native.push({
		command: "choco install mingw -y",
		why: "Windows: brings gcc; open a new shell afterwards, so that PATH has it"
	});
	const foreign = isCross(facts) === null && facts.goarch !== void 0 ? crossCompilerFixes(facts) : [];
	return [
		...native,
		...foreign,
		withoutCgo(facts)
	];
}

// src/incidents/c-libraries.ts
function library(links, headers, pkgConfig, symbols, packages) {
	const [apt = "-", apk = "-", dnf = "-", brew = "-"] = packages.split(" ");
	return {
		links,
		headers,
		pkgConfig,
		symbols,
		packages: Object.fromEntries(Object.entries({
			apt,
			apk,
			dnf,
			brew
		}).filter(([, name]) => name !== "-"))
	};
}
/** Names: links, headers, pkg-config, symbols; then the packages of apt, apk, dnf and brew, `-` where there is none. */
const LIBRARIES = [
	library("sqlite3", "sqlite3.h", "sqlite3", "sqlite3_", "libsqlite3-dev sqlite-dev sqlite-devel sqlite"),
	library("sqlcipher", "sqlcipher/", "sqlcipher", "", "libsqlcipher-dev sqlcipher-dev sqlcipher-devel sqlcipher"),
	library("ssl crypto", "openssl/", "openssl libssl libcrypto", "SSL_ EVP_ ERR_ BIO_ X509_", "libssl-dev openssl-dev openssl-devel openssl"),
	library("z", "zlib.h zconf.h", "zlib", "inflate deflate gz", "zlib1g-dev zlib-dev zlib-devel zlib"),
	library("zstd", "zstd.h zdict.h", "libzstd", "ZSTD_ ZDICT_", "libzstd-dev zstd-dev libzstd-devel zstd"),
	library("lz4", "lz4.h", "liblz4", "LZ4_", "liblz4-dev lz4-dev lz4-devel lz4"),
	library("bz2", "bzlib.h", "bzip2", "BZ2_", "libbz2-dev bzip2-dev bzip2-devel bzip2"),
	library("lzma", "lzma.h", "liblzma", "lzma_", "liblzma-dev xz-dev xz-devel xz"),
	library("snappy", "snappy.h snappy-c.h", "snappy", "snappy_", "libsnappy-dev snappy-dev snappy-devel snappy"),
	library("pcap", "pcap.h pcap/", "libpcap", "pcap_", "libpcap-dev libpcap-dev libpcap-devel libpcap"),
	library("zmq", "zmq.h", "libzmq", "zmq_", "libzmq3-dev zeromq-dev zeromq-devel zeromq"),
	library("czmq", "czmq.h", "libczmq", "zsock_ zmsg_", "libczmq-dev czmq-dev czmq-devel czmq"),
	library("rdkafka", "librdkafka/", "rdkafka rdkafka-static", "rd_kafka_", "librdkafka-dev librdkafka-dev librdkafka-devel librdkafka"),
	library("git2", "git2.h git2/", "libgit2", "git_", "libgit2-dev libgit2-dev libgit2-devel libgit2"),
	library("vips", "vips/", "vips", "vips_", "libvips-dev vips-dev vips-devel vips"),
	library("gtk-3", "gtk/", "gtk+-3.0 gdk-3.0", "gtk_ gdk_", "libgtk-3-dev gtk+3.0-dev gtk3-devel gtk+3"),
	library("gtk-4", "", "gtk4", "", "libgtk-4-dev gtk4.0-dev gtk4-devel gtk4"),
	library("glib-2.0 gobject-2.0", "glib.h glib-object.h", "glib-2.0 gobject-2.0 gio-2.0", "g_", "libglib2.0-dev glib-dev glib2-devel glib"),
	library("webkit2gtk-4.1", "webkit2/", "webkit2gtk-4.1", "webkit_", "libwebkit2gtk-4.1-dev webkit2gtk-4.1-dev webkit2gtk4.1-devel"),
	library("webkit2gtk-4.0", "", "webkit2gtk-4.0", "", "libwebkit2gtk-4.0-dev webkit2gtk-dev webkit2gtk4.0-devel"),
	library("ayatana-appindicator3", "", "ayatana-appindicator3-0.1", "", "libayatana-appindicator3-dev libayatana-appindicator-dev libayatana-appindicator-gtk3-devel"),
	library("X11", "X11/Xlib.h X11/", "x11", "XOpenDisplay", "libx11-dev libx11-dev libX11-devel libx11"),
	library("Xrandr", "X11/extensions/Xrandr.h", "xrandr", "XRR", "libxrandr-dev libxrandr-dev libXrandr-devel libxrandr"),
	library("Xcursor", "X11/Xcursor/", "xcursor", "Xcursor", "libxcursor-dev libxcursor-dev libXcursor-devel libxcursor"),
	library("Xi", "X11/extensions/XInput2.h", "xi", "XI", "libxi-dev libxi-dev libXi-devel libxi"),
	library("Xinerama", "X11/extensions/Xinerama.h", "xinerama", "Xinerama", "libxinerama-dev libxinerama-dev libXinerama-devel libxinerama"),
	library("Xxf86vm", "X11/extensions/xf86vmode.h", "xxf86vm", "XF86VidMode", "libxxf86vm-dev libxxf86vm-dev libXxf86vm-devel libxxf86vm"),
	library("Xtst", "X11/extensions/XTest.h", "xtst", "XTest", "libxtst-dev libxtst-dev libXtst-devel libxtst"),
	library("xkbcommon", "xkbcommon/", "xkbcommon xkbcommon-x11", "xkb_", "libxkbcommon-dev libxkbcommon-dev libxkbcommon-devel libxkbcommon"),
	library("wayland-client", "wayland-client.h", "wayland-client wayland-egl wayland-cursor", "wl_", "libwayland-dev wayland-dev wayland-devel"),
	library("GL", "GL/", "gl", "gl", "libgl1-mesa-dev mesa-dev mesa-libGL-devel"),
	library("EGL", "EGL/", "egl", "egl", "libegl1-mesa-dev mesa-dev mesa-libEGL-devel"),
	library("GLESv2", "GLES2/ GLES3/", "glesv2", "", "libgles2-mesa-dev mesa-dev mesa-libGLES-devel"),
	library("openal", "AL/", "openal", "alSource alGen", "libopenal-dev openal-soft-dev openal-soft-devel openal-soft"),
	library("asound", "alsa/", "alsa", "snd_", "libasound2-dev alsa-lib-dev alsa-lib-devel"),
	library("pulse", "pulse/", "libpulse libpulse-simple", "pa_", "libpulse-dev pulseaudio-dev pulseaudio-libs-devel pulseaudio"),
	library("portaudio", "portaudio.h", "portaudio-2.0", "Pa_", "portaudio19-dev portaudio-dev portaudio-devel portaudio"),
	library("SDL2", "SDL2/ SDL.h", "sdl2", "SDL_", "libsdl2-dev sdl2-dev SDL2-devel sdl2"),
	library("opencv_core", "opencv2/", "opencv4", "cv::", "libopencv-dev opencv-dev opencv-devel opencv"),
	library("avcodec avformat avutil", "libavcodec/ libavformat/ libavutil/", "libavcodec libavformat libavutil libswscale", "av_ avcodec_ avformat_", "libavcodec-dev ffmpeg-dev ffmpeg-free-devel ffmpeg"),
	library("opus", "opus.h opus/", "opus", "opus_", "libopus-dev opus-dev opus-devel opus"),
	library("udev", "libudev.h", "libudev", "udev_", "libudev-dev eudev-dev systemd-devel"),
	library("usb-1.0", "libusb-1.0/ libusb.h", "libusb-1.0", "libusb_", "libusb-1.0-0-dev libusb-dev libusb1-devel libusb"),
	library("systemd", "systemd/", "libsystemd", "sd_", "libsystemd-dev - systemd-devel"),
	library("seccomp", "seccomp.h", "libseccomp", "seccomp_", "libseccomp-dev libseccomp-dev libseccomp-devel"),
	library("pam", "security/", "pam", "pam_", "libpam0g-dev linux-pam-dev pam-devel"),
	library("devmapper", "libdevmapper.h", "devmapper", "dm_", "libdevmapper-dev lvm2-dev device-mapper-devel"),
	library("btrfs", "btrfs/", "libbtrfs", "btrfs_", "libbtrfs-dev btrfs-progs-dev btrfs-progs-devel"),
	library("gpgme", "gpgme.h", "gpgme", "gpgme_", "libgpgme-dev gpgme-dev gpgme-devel gpgme"),
	library("pq", "libpq-fe.h postgresql/", "libpq", "PQ", "libpq-dev libpq-dev libpq-devel libpq"),
	library("mysqlclient mariadb", "mysql.h mysql/", "mysqlclient libmariadb", "mysql_", "libmariadb-dev mariadb-dev mariadb-connector-c-devel mariadb-connector-c"),
	library("odbc", "sql.h sqlext.h", "odbc", "SQL", "unixodbc-dev unixodbc-dev unixODBC-devel unixodbc"),
	library("curl", "curl/", "libcurl", "curl_", "libcurl4-openssl-dev curl-dev libcurl-devel curl"),
	library("xml2", "libxml/", "libxml-2.0", "xml", "libxml2-dev libxml2-dev libxml2-devel libxml2"),
	library("jpeg turbojpeg", "jpeglib.h", "libjpeg", "jpeg_", "libjpeg-dev libjpeg-turbo-dev libjpeg-turbo-devel jpeg-turbo"),
	library("png png16", "png.h", "libpng", "png_", "libpng-dev libpng-dev libpng-devel libpng"),
	library("webp", "webp/", "libwebp", "WebP", "libwebp-dev libwebp-dev libwebp-devel webp"),
	library("heif", "libheif/", "libheif", "heif_", "libheif-dev libheif-dev libheif-devel libheif"),
	library("tesseract", "tesseract/", "tesseract", "TessBaseAPI", "libtesseract-dev tesseract-ocr-dev tesseract-devel tesseract"),
	library("leptonica lept", "leptonica/", "lept", "pix", "libleptonica-dev leptonica-dev leptonica-devel leptonica"),
	library("freetype", "ft2build.h freetype2/", "freetype2", "FT_", "libfreetype-dev freetype-dev freetype-devel freetype"),
	library("cairo", "cairo.h cairo/", "cairo", "cairo_", "libcairo2-dev cairo-dev cairo-devel cairo"),
	library("pango-1.0", "pango/", "pango pangocairo", "pango_", "libpango1.0-dev pango-dev pango-devel pango"),
	library("rocksdb", "rocksdb/", "rocksdb", "rocksdb_", "librocksdb-dev rocksdb-dev rocksdb-devel rocksdb"),
	library("geos_c", "geos_c.h", "geos", "GEOS", "libgeos-dev geos-dev geos-devel geos"),
	library("proj", "proj.h", "proj", "proj_", "libproj-dev proj-dev proj-devel proj"),
	library("gdal", "gdal.h gdal/", "gdal", "GDAL OGR_", "libgdal-dev gdal-dev gdal-devel gdal"),
	library("pcsclite", "winscard.h PCSC/", "libpcsclite", "SCard", "libpcsclite-dev pcsc-lite-dev pcsc-lite-devel pcsc-lite"),
	library("rados", "rados/", "", "rados_", "librados-dev ceph-dev librados-devel"),
	library("rbd", "rbd/", "", "rbd_", "librbd-dev ceph-dev librbd-devel"),
	library("virt", "libvirt/", "libvirt", "virDomain virConnect", "libvirt-dev libvirt-dev libvirt-devel libvirt"),
	library("lxc", "lxc/", "lxc", "lxc_", "- lxc-dev lxc-devel"),
	library("apparmor", "sys/apparmor.h", "libapparmor", "aa_", "libapparmor-dev libapparmor-dev"),
	library("selinux", "selinux/", "libselinux", "", "libselinux1-dev libselinux-dev libselinux-devel"),
	library("bpf", "bpf/", "libbpf", "bpf_", "libbpf-dev libbpf-dev libbpf-devel"),
	library("elf", "libelf.h gelf.h", "libelf", "elf_ gelf_", "libelf-dev elfutils-dev elfutils-libelf-devel libelf"),
	library("ltdl", "ltdl.h", "", "lt_dl", "libltdl-dev libtool libtool-ltdl-devel libtool"),
	library("olm", "olm/", "olm", "olm_", "libolm-dev olm-dev libolm-devel libolm"),
	library("sodium", "sodium.h", "libsodium", "crypto_ sodium_", "libsodium-dev libsodium-dev libsodium-devel libsodium"),
	library("magic", "magic.h", "libmagic", "magic_", "libmagic-dev file-dev file-devel libmagic"),
	library("gssapi_krb5", "gssapi/ gssapi.h krb5.h", "krb5-gssapi", "gss_ krb5_", "libkrb5-dev krb5-dev krb5-devel krb5"),
	library("bluetooth", "bluetooth/", "bluez", "", "libbluetooth-dev bluez-dev bluez-libs-devel"),
	library("ncurses ncursesw", "ncurses.h curses.h", "ncurses ncursesw", "", "libncurses-dev ncurses-dev ncurses-devel ncurses"),
	library("readline", "readline/", "readline", "rl_ readline", "libreadline-dev readline-dev readline-devel readline"),
	library("stdc++", "iostream string vector cstdint cstdlib memory", "", "__cxa_ __gxx_ std:: operator", "g++ g++ gcc-c++"),
	library("gfortran", "", "", "_gfortran_", "gfortran gfortran gcc-gfortran gcc")
];
/** Headers of the C library itself: without them the compiler is there and its development files are not. */
const LIBC_HEADERS = /^(?:assert|ctype|errno|fcntl|inttypes|limits|locale|math|pthread|signal|stdarg|stdbool|stddef|stdint|stdio|stdlib|string|strings|time|unistd|dlfcn|poll|sched)\.h$/;
const LIBC = {
	apt: "libc6-dev",
	apk: "musl-dev",
	dnf: "glibc-devel"
};
const LIBC_LINKS = /^(?:c|m|pthread|dl|rt|util|resolv)$|^(?:[SgM]?crt1|crt[in])\.o$/;
/** Whether a header belongs to the C library itself. */
function isLibcHeader(name) {
	return LIBC_HEADERS.test(name);
}
/** Whether a word after `-l`, or a start-up file, belongs to the C library itself. */
function isLibcLink(name) {
	return LIBC_LINKS.test(name);
}
function has(words, fits) {
	return words !== "" && words.split(" ").some(fits);
}
function find(kind, name) {
	if (kind === "link") return LIBRARIES.find(({ links }) => has(links, (word) => word === name));
	if (kind === "pkg-config") return LIBRARIES.find(({ pkgConfig }) => has(pkgConfig, (word) => word === name));
	if (kind === "symbol") return LIBRARIES.find(({ symbols }) => has(symbols, (word) => word.length > 2 && name.startsWith(word)));
	return LIBRARIES.find(({ headers }) => has(headers, (word) => word === name)) ?? LIBRARIES.find(({ headers }) => has(headers, (word) => word.endsWith("/") && name.startsWith(word)));
}
/** The word after `-l` of the library that has this symbol, when it is a well-known one. */
function libraryOfSymbol(symbol) {
	return find("symbol", symbol)?.links.split(" ", 1)[0] ?? null;
}
/** How to ask each package manager which package brings a file that no table knows. */
function searchFixes(kind, name, facts) {
	const file = kind === "link" ? `lib${name}.so` : kind === "pkg-config" ? `${name}.pc` : name;
	if (!/^[\w.+/-]+$/.test(file)) return [];
	const commands = {
		apt: `apt-file search /${file}`,
		apk: "",
		dnf: `dnf provides '*/${file}'`,
		brew: ""
	};
	return managersOf(facts).flatMap((manager) => commands[manager] === "" ? [] : [{
		command: commands[manager],
		why: `Names the package that brings ${file}; install that one.`
	}]);
}
/**
* Commands that bring the development files of a C library on this distribution, those of the target's architecture for a cross build;
* for an unknown library the commands that find its package.
*/
function libraryFixes(kind, name, facts) {
	const packages = kind === "header" && isLibcHeader(name) || kind === "link" && isLibcLink(name) ? LIBC : find(kind, name)?.packages;
	const fixes = packages === void 0 ? searchFixes(kind, name, facts) : installFixes(packages, `the development files of ${name}`, facts);
	const architecture = debianArchitecture(facts);
	if (architecture === null || packages?.apt === void 0 || !managersOf(facts).includes("apt")) return fixes;
	return [{
		command: `dpkg --add-architecture ${architecture} && apt-get update && apt-get install -y ${packages.apt}:${architecture}`,
		why: `Debian and Ubuntu, as root: brings the files of ${name} for the target, not for this machine`
	}];
}

// src/incidents/families/cgo-compiler.ts
const raceNeedsCgo = {
	id: "cgo/race-needs-cgo",
	summary: "The race detector needs cgo",
	confidence: "certain",
	wordings: [{
		anchor: " requires cgo",
		when: [/(?:^|[\s:])-(race|msan|asan) requires cgo/]
	}],
	read: (match, facts) => ({
		culprit: {
			key: "CGO_ENABLED",
			...targetSubject(facts)
		},
		details: [`-${match.part(1)}`]
	}),
	explain({ details }, facts) {
		const flag = details[0] ?? "-race";
		const cross = isCross(facts) === true;
		const because = isCross(facts) === null ? "there is no C compiler on PATH or the build is for another platform" : cross ? "the build is for another platform" : "there is no C compiler on PATH";
		const setting = `CGO_ENABLED=1 ${targetVariables(facts)}go test ${flag} ./...`;
		return {
			cause: `${flag} links a runtime written in C, so it needs cgo, and cgo is off${forTarget(facts)}: CGO_ENABLED=0 is set, or go turned it off by itself because ${because}. Nothing was built.`,
			fix: [
				...cross ? crossCompilerFixes(facts) : [{
					command: setting,
					why: "With a C compiler on PATH that is all it needs."
				}],
				...cross ? [] : compilerFixes(facts).filter(({ command }) => command?.startsWith("CGO_ENABLED=") !== true),
				{
					edit: `Run the tests with ${flag} only in jobs with cgo.`,
					why: "The other jobs then test what they build."
				}
			]
		};
	},
	doc: "The race, memory and address sanitizers are C libraries. Without a C compiler go turns cgo off by itself, which is why the same command works on one machine and not on the next."
};
const LOOKED_UP = /exec: "([^"\s]{1,200})": (?:executable file not found in (?:\$|%)PATH|stat [^:]{1,300}: no such file|fork\/exec [^:]{1,300}: no such file|no such file or directory|file does not exist)/;
const COMPILER = /(?:^|[-/\\])(?:gcc|g\+\+|cc|c\+\+|clang|clang\+\+|clang-cl|gccgo|gfortran|zig|icc|tcc|musl-gcc|xcrun|ccache|sccache)(?:-?\d[\d.]*)?(?:\.exe)?$/;
const NAMED_COMPILER = /C compiler \[?"([^"\s]{1,200})"/;
/** `import/path: exec: "name"`: go looked for a C++ or Fortran compiler of that package. */
const FOR_PACKAGE = /^([a-z0-9][\w-]*(?:\.[\w-]+)+(?:\/[\w.~+-]+)*): (?:\S{1,100}: )?exec: "/;
function readMissing$1(match, facts) {
	const { text } = match.line;
	const tool = (NAMED_COMPILER.exec(text)?.[1] ?? match.part(1)).replaceAll("\\", "/");
	const owner = FOR_PACKAGE.exec(text)?.[1];
	const named = text.includes("C compiler") || COMPILER.test(tool);
	if (/pkg-?conf/.test(tool) || !named && owner === void 0) return null;
	return {
		culprit: {
			tool,
			...targetSubject(facts)
		},
		details: [owner ?? match.line.package ?? ""],
		...named ? {} : { confidence: "likely" }
	};
}
const compilerMissing = {
	id: "cgo/compiler-missing",
	summary: "The C compiler is missing",
	confidence: "certain",
	wordings: [{
		anchor: "exec: \"",
		when: [LOOKED_UP]
	}],
	absorbs: /./,
	read: readMissing$1,
	explain({ culprit, details }, facts) {
		const tool = culprit.tool ?? "gcc";
		const owner = details.find((name) => name !== "" && name !== "runtime/cgo");
		const language = /(?:g|c|clang)\+\+/.test(tool) ? "C++" : tool.includes("fortran") ? "Fortran" : "C";
		const extra = language === "C++" ? {
			apt: "g++",
			apk: "g++",
			dnf: "gcc-c++"
		} : {
			apt: "gfortran",
			apk: "gfortran",
			dnf: "gcc-gfortran"
		};
		return {
			cause: `cgo is on${forTarget(facts)}, so ${owner ?? "the build"} needs the ${language} compiler ${tool}, which is not on PATH. No package that needs C can be built here; on a machine with the compiler the same commit builds.`,
			fix: language === "C" ? compilerFixes(facts) : [
				{
					command: `apt-get update && apt-get install -y ${extra.apt}`,
					why: `Debian and Ubuntu, as root: brings a ${language} compiler`
				},
				{
					command: `apk add ${extra.apk}`,
					why: `Alpine, as root: brings a ${language} compiler`
				},
				{
					command: `dnf install -y ${extra.dnf}`,
					why: `Fedora and its relatives, as root: brings a ${language} compiler`
				},
				withoutCgo(facts)
			].filter(({ command }) => facts.distribution === void 0 || fits(command ?? "", facts.distribution))
		};
	},
	doc: "With CGO_ENABLED=1 go calls the compiler that CC names. Without CGO_ENABLED it turns cgo off in silence when there is no compiler, and drops every file with `import \"C\"`."
};
function fits(command, distribution) {
	if (distribution === "debian" || distribution === "ubuntu") return !/^(?:apk|dnf) /.test(command);
	if (distribution === "alpine") return !/^(?:apt-get|dnf) /.test(command);
	return !/^(?:fedora|rhel|centos|rocky|almalinux)$/.test(distribution) || !/^(?:apt-get|apk) /.test(command);
}
const ASSEMBLY = /(?:^|[\s"'/\\])gcc_(\w{2,12})\.S:\d{1,6}(?::\d{1,6})?: (?:[Ee]rror|fatal error): /;
/** Options that go passes for a target: a compiler that does not know them builds for another one. */
const OPTION = /(?:unrecognized|unrecognised|unknown|unsupported) (?:command[- ]line )?(?:option|argument)s?:? ?[^-\w]{0,12}(-(?:marm|mthumb|m64|m32|m31|mthreads|arch|maix64|mabi=\w{1,10}))(?![\w-])/;
const COMPILER_SAYS = /(?:^|[\s/\\])([\w.+-]{0,60}(?:gcc|clang|cc|zig|cc1)(?:-[\d.]{1,8})?)(?:\.exe)?: (?:fatal )?error: /;
/** Headers of a 32-bit C library, absent beside a 64-bit one. */
const MULTILIB = /fatal error: '?(bits\/libc-header-start\.h|bits\/wordsize\.h|gnu\/stubs-32\.h)'?(?:: No such file| file not found)/;
/** An error in the C files of Go's own runtime/cgo: they compile wherever the compiler is for the target. */
const RUNTIME_SOURCE = /(?:^|[\s"'/\\])((?:gcc_|linux_|libcgo|_cgo_export|cgo)[\w.]{0,40}\.[ch]|cgo-gcc-prolog|cgo\.go):\d{1,6}(?::\d{1,6})?: (?:fatal )?error: ([^\n]{0,300})/;
const WRONG_OBJECT = /(?:file in wrong format|is incompatible with (?:\w{1,20} output|elf\d\d-)|Relocations in generic ELF|unrecogni[sz]ed emulation mode|unknown target CPU|built for unsupported file format|built for [\w-]{1,30} which is not the architecture being linked|unknown\/unsupported architecture name)/;
const RUNNING = /(?:^|[\s:])running ([^\s:]{1,200}) failed/;
const PROCESSORS = {
	"-marm": "arm",
	"-mthumb": "arm"
};
function readWrong(match, facts) {
	const { text, package: owner } = match.line;
	const assembly = ASSEMBLY.exec(text)?.[1];
	const option = OPTION.exec(text)?.[1];
	const source = RUNTIME_SOURCE.exec(text);
	if (source !== null && assembly === void 0 && !MULTILIB.test(text)) {
		const header = /([\w./-]{1,100}\.h)'?(?:: No such file| file not found)/.exec(source[2] ?? "")?.[1];
		if (owner !== "runtime/cgo" || header !== void 0 && isLibcHeader(header)) return null;
	}
	if (MULTILIB.test(text) && facts.goarch !== void 0 && facts.goarch !== "386") return null;
	const running = match.near.map((line) => RUNNING.exec(line.text)?.[1]).find((name) => name !== void 0);
	const said = COMPILER_SAYS.exec(text)?.[1];
	const tool = (said === "cc1" ? void 0 : said) ?? running ?? facts.cc ?? "C compiler";
	const meant = assembly ?? (option === void 0 ? void 0 : PROCESSORS[option]) ?? (MULTILIB.test(text) ? "386" : void 0);
	return {
		culprit: {
			tool: tool.replaceAll("\\", "/"),
			...targetSubject(facts)
		},
		details: [...meant === void 0 ? [] : [`for ${meant}`], ...option === void 0 ? [] : [`option ${option}`]]
	};
}
const compilerWrongTarget = {
	id: "cgo/compiler-wrong-target",
	summary: "The C compiler builds for another platform",
	confidence: "certain",
	wordings: [
		{
			anchor: ".S:",
			when: [ASSEMBLY]
		},
		{
			anchor: "option",
			when: [OPTION]
		},
		{
			anchor: "argument",
			when: [OPTION]
		},
		{
			anchor: "fatal error:",
			when: [MULTILIB],
			confidence: "likely"
		},
		{
			anchor: "error: ",
			when: [RUNTIME_SOURCE],
			confidence: "likely"
		},
		...[
			"wrong format",
			"is incompatible with",
			"generic ELF",
			"emulation mode",
			"target CPU",
			"file format",
			"architecture"
		].map((anchor) => ({
			anchor,
			when: [WRONG_OBJECT, RUNNING],
			confidence: "likely"
		}))
	],
	absorbs: /./,
	read: readWrong,
	explain({ culprit, details }, facts) {
		const tool = culprit.tool ?? "gcc";
		const processor = details.find((detail) => detail.startsWith("for "))?.slice(4);
		const option = details.find((detail) => detail.startsWith("option "))?.slice(7);
		const known = {
			...facts,
			...facts.goarch === void 0 && processor !== void 0 ? {
				goarch: processor,
				goos: facts.goos ?? "linux"
			} : {}
		};
		const name = targetName(known);
		const host = facts.hostGoos === void 0 || facts.hostGoarch === void 0 ? "this machine" : `${facts.hostGoos}/${facts.hostGoarch}`;
		const native = isCross(facts) === false;
		return {
			cause: `cgo is on${forTarget(known)}, but ${tool} builds for ${native ? "another platform" : host}: it does not understand ${option === void 0 ? `the code and the settings${name === "" ? " of the target" : ` of ${name}`}` : `${option}, which go passes for that target`}. So Go’s own runtime/cgo fails, and with it every package that needs C. The program itself is not at fault.`,
			fix: native ? [{
				command: "CC=gcc go build ./...",
				why: "The build is for this machine: CC names a cross compiler that was left over from another target."
			}, ...compilerFixes(facts)] : [...crossCompilerFixes(known), withoutCgo(known)]
		};
	},
	doc: "Someone set CGO_ENABLED=1 for a foreign target without saying which compiler builds for it: go then calls the one of the machine. Only CC and CXX are read; variables such as CC_FOR_TARGET or CC_aarch64_linux_gnu are not."
};
const cgoCompilerRules = [
	raceNeedsCgo,
	compilerMissing,
	compilerWrongTarget
];

// src/incidents/module-cache.ts
/** The module and package of a file or directory below a module cache; `null` for any other path. */
function cachedModule(path) {
	const slashed = path.replaceAll("\\", "/");
	const at = slashed.indexOf("@v");
	if (at === -1) return null;
	const rest = slashed.slice(at + 1);
	const slash = rest.indexOf("/");
	const version = slash === -1 ? rest : rest.slice(0, slash);
	const all = slashed.slice(0, at).split("/");
	const elements = all.slice(all.lastIndexOf("mod") + 1);
	const host = elements.findIndex((element) => /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)+$/.test(element));
	if (host === -1 || !/^v\d[\w.\-+]*$/.test(version)) return null;
	const module = unescapeModule(elements.slice(host).join("/"));
	const below = slash === -1 ? "" : unescapeModule(rest.slice(slash));
	return {
		module: `${module}@${version}`,
		package: `${module}${below}`
	};
}
/** A command that removes exactly one module from the module cache and downloads it again. */
function refetch(module, version) {
	const path = escapeModule(module);
	const escaped = escapeModule(version);
	const extracted = `${path}@${escaped}`;
	const download = `cache/download/${path}/@v/${escaped}`;
	return `(cd "$(go env GOMODCACHE)" && { chmod -R u+w ${extracted}; rm -rf ${extracted} ${download}.zip ${download}.ziphash; }) && go mod download ${module}@${version} && go mod verify`;
}
/** `path@version` or `path@version/go.mod` in its parts. */
function splitModule(module) {
	const at = module.indexOf("@");
	const rest = module.slice(at + 1);
	return rest.endsWith("/go.mod") ? [
		module.slice(0, at),
		rest.slice(0, -7),
		"/go.mod"
	] : [
		module.slice(0, at),
		rest,
		""
	];
}

// src/incidents/c-errors.ts
/** A place in a C or Go file; groups: path, line, column. */
const C_SOURCE_PLACE = new RegExp(placePattern("go|c|cc|cpp|cxx|m|mm|h|hh|hpp|S"));
/**
* A place that can be opened: a file that is printed by its name alone lies in the directory of its package.
* `null` where that is not known. What go itself prints of Go files has its folder already.
*/
function placeInPackage(location, owner, facts) {
	if (location.file.includes("/")) return location;
	const directory = owner === null ? void 0 : facts.directories?.[owner];
	if (directory === void 0) return null;
	return directory === "." || directory === "" ? location : {
		...location,
		file: `${directory}/${location.file}`
	};
}
/** The place that a C compiler names. */
function readPlace(match, facts) {
	const found = C_SOURCE_PLACE.exec(match.line.text);
	if (found === null) return {};
	const printed = placeOf$2(found[1] ?? "", found[2] ?? "", found[3]);
	const location = printed.file.endsWith(".go") ? printed : placeInPackage(printed, match.line.package, facts);
	return location === null ? {} : { location };
}
/** The package that a line is about: that of its block, else the one in whose folder of the module cache the file lies. */
function ownerOf(match, file) {
	const owner = match.line.package ?? (file === void 0 ? null : cachedModule(file.slice(0, file.lastIndexOf("/")))?.package);
	return owner === null || owner === void 0 ? {} : { package: owner };
}

// src/incidents/families/cgo-macos.ts
const FRAMEWORK_HEADER = new RegExp(String.raw`fatal error: '?((${"Accelerate|AppKit|ApplicationServices|AudioToolbox|AudioUnit|AVFoundation|Carbon|Cocoa|CoreAudio|CoreBluetooth|CoreFoundation|CoreGraphics|CoreLocation|CoreMedia|CoreMIDI|CoreServices|CoreVideo|CoreWLAN|DiskArbitration|Foundation|GameController|Hypervisor|IOBluetooth|IOKit|JavaScriptCore|LocalAuthentication|Metal|MetalKit|OpenCL|OpenDirectory|PCSC|QuartzCore|Security|ServiceManagement|SystemConfiguration|UserNotifications|UniformTypeIdentifiers|Virtualization|WebKit"})/[\w/]{1,80}\.h|TargetConditionals\.h|Availability\.h|AvailabilityMacros\.h)'?(?:: No such file| file not found)`);
const FRAMEWORK = /(?:framework not found |framework '|unable to find (?:system )?framework ["']|unable to find framework ["'])(\w{1,80})/;
const SDK = /(?:xcrun: error: (?:invalid active developer path|unable to find utility|SDK "|cannot be used within)|no such sysroot directory: '[^']{0,300}\.sdk|library not found for -l(?:System|crt1[\w.]{0,20}\.o)|library 'System' not found|tool '\w{1,20}' requires Xcode)/;
const macosFramework = {
	id: "cgo/macos-framework-missing",
	summary: "A part of the macOS SDK is missing",
	confidence: "certain",
	wordings: [
		{
			anchor: ".h",
			when: [FRAMEWORK_HEADER]
		},
		{
			anchor: "framework",
			when: [FRAMEWORK]
		},
		...[
			"xcrun: error",
			"no such sysroot",
			"library not found for -l",
			"library 'System'",
			"requires Xcode"
		].map((anchor) => ({
			anchor,
			when: [SDK],
			confidence: "likely"
		}))
	],
	read(match, facts) {
		const header = FRAMEWORK_HEADER.exec(match.line.text);
		const name = header === null ? FRAMEWORK.exec(match.line.text)?.[1] : header[2] ?? header[1];
		const place = readPlace(match, facts);
		return {
			culprit: {
				library: name ?? "macOS SDK",
				...match.line.package === null ? {} : { package: match.line.package }
			},
			...place
		};
	},
	explain({ culprit }, facts) {
		const name = culprit.library ?? "macOS SDK";
		const what = name === "macOS SDK" ? "the macOS SDK" : `${name} of the macOS SDK`;
		const onMac = facts.hostGoos === "darwin";
		return {
			cause: `${culprit.package ?? "The build"} needs ${what}, and the C compiler does not find it. ` + (onMac ? "The command line tools of Xcode are missing, too old, or belong to another release of macOS." : "Apple’s frameworks come only with Xcode: a compiler on another system, zig too, cannot link them."),
			fix: [
				...facts.hostGoos === void 0 || onMac ? [{
					command: "xcode-select --install",
					why: "On macOS: brings the SDK that fits the system."
				}] : [],
				...onMac ? [] : crossCompilerFixes({
					...facts,
					goos: "darwin"
				}),
				withoutCgo(facts)
			]
		};
	},
	doc: "A program for macOS with C code needs headers and frameworks of Apple’s SDK. They may not be taken elsewhere, so such a target is built on macOS, or without cgo."
};

// src/incidents/families/cgo-libraries.ts
const NOT_FOUND$1 = /(?:^|[\s:])(?:No package '([^'\s]{1,100})' found|Package '?([\w.+-]{1,100})'?,? (?:was )?not found)/;
const NO_TOOL = /(?:exec: "([^"\s]{0,200}pkg-?conf(?:ig)?[\w.-]{0,20})"|(?:^|[\s:])([^\s:"]{0,200}pkg-config): fork\/exec [^:]{1,300}): /;
const OWNER = /^(?:go build )?([a-z0-9][\w.~\-/+]{0,300}\.[\w.~\-/+]{1,300}): (?:\S{1,100}: )?exec: "/;
const pkgConfigMissing = {
	id: "cgo/pkg-config-missing",
	summary: "pkg-config does not find a library",
	confidence: "certain",
	wordings: [{
		anchor: "exec",
		when: [NO_TOOL]
	}, {
		anchor: "ound",
		when: [NOT_FOUND$1, /pkg-config|PKG_CONFIG_PATH|virtual:world/]
	}],
	read(match) {
		const { text } = match.line;
		const owner = match.line.package ?? OWNER.exec(text)?.[1];
		const named = owner === void 0 ? {} : { package: owner };
		if (NO_TOOL.test(text)) return { culprit: {
			tool: "pkg-config",
			...named
		} };
		return {
			culprit: {
				library: match.part(1) === "" ? match.part(2) : match.part(1),
				...named
			},
			evidence: match.near.filter((line) => line.text.includes("pkg-config --") && line.package === match.line.package)
		};
	},
	explain({ culprit }, facts) {
		const user = culprit.package ?? "A package";
		if (culprit.library === void 0) return {
			cause: `${user} asks pkg-config where its C library lies, and there is no pkg-config on PATH. Its C files are not compiled, so nothing that imports it builds.`,
			fix: [...installFixes({
				apt: "pkg-config",
				apk: "pkgconf",
				dnf: "pkgconf-pkg-config",
				brew: "pkgconf"
			}, "pkg-config", facts), withoutCgo(facts)]
		};
		return {
			cause: `${user} asks pkg-config for the C library ${culprit.library}${forTarget(facts)}, whose description (${culprit.library}.pc) is not there: its development files are not installed, or lie where PKG_CONFIG_PATH does not point. The package cannot be compiled here.`,
			fix: [
				...libraryFixes("pkg-config", culprit.library, facts),
				...crossPkgConfig(facts),
				withoutCgo(facts)
			]
		};
	},
	doc: "A `#cgo pkg-config:` line asks for flags of a C library. The library’s -dev or -devel package brings the .pc file; a cross build needs that of the target and PKG_CONFIG_PATH set to it."
};
function crossPkgConfig(facts) {
	return isCross(facts) === true ? [{
		edit: "Point PKG_CONFIG_LIBDIR at the .pc files of the target (`/usr/lib/TRIPLE/pkgconfig`).",
		why: "Otherwise pkg-config answers with the library of this machine."
	}] : [];
}
const HEADER$1 = new RegExp(String.raw`(?:: |^)([\w./+-]{1,200}): (?:${"No such file or directory|Datei oder Verzeichnis nicht gefunden|Aucun fichier ou dossier de ce (?:type|nom)|No existe (?:el|el fichero|el archivo) o el directorio|No existe el fichero o el directorio|没有那个文件或目录|そのようなファイルやディレクトリはありません|Нет такого файла или каталога|Arquivo ou diretório inexistente|File o directory non esistente"})`);
const HEADER_CLANG = /fatal error: '([\w./+-]{1,200})' file not found/;
const QUOTED_INCLUDE = /#\s{0,4}include\s{0,4}"/;
const headerMissing = {
	id: "cgo/header-missing",
	summary: "A C header is missing",
	confidence: "certain",
	wordings: [
		{
			anchor: "error: ",
			when: [HEADER$1, C_SOURCE_PLACE],
			reach: 0
		},
		{
			anchor: "file not found",
			when: [HEADER_CLANG]
		},
		{
			anchor: ".h: ",
			when: [HEADER$1, C_SOURCE_PLACE],
			reach: 0
		}
	],
	read(match, facts) {
		const name = match.part(1);
		if (/\.(?:c|o|a|so|go|s|S|json|ya?ml|txt|mod|sum|exe|d)$/.test(name) || !/fatal|\.h/.test(match.line.text)) return null;
		const place = readPlace(match, facts);
		const excerpt = match.after.slice(0, 3).find((line) => line.text.includes("#") && line.text.includes(name));
		return {
			culprit: {
				library: name,
				...ownerOf(match, place.location?.file)
			},
			...place,
			details: excerpt !== void 0 && QUOTED_INCLUDE.test(excerpt.text) ? ["local"] : [],
			evidence: excerpt === void 0 ? [] : [excerpt]
		};
	},
	explain({ culprit, location, details }, facts) {
		const name = culprit.library ?? "";
		const user = culprit.package ?? location?.file ?? "A package";
		const vendored = location?.file.split("/").includes("vendor") === true;
		const own = details.includes("local");
		const cross = isCross(facts) === true;
		return {
			cause: `${user} includes the C header ${name}${forTarget(facts)}, which the compiler does not find. ` + (own && vendored ? "It belongs to the module itself, and `go mod vendor` copies only folders that hold Go packages, so it was left behind." : isLibcHeader(name) ? "That one belongs to the C library itself: there is a compiler without its development files." : `The development files of the library that brings it are not installed${cross ? " for the target; those of this machine are not used" : ""}.`) + " The package cannot be compiled here.",
			fix: [
				...own && vendored ? [{
					command: "go build -mod=readonly ./...",
					why: "Builds from the module cache, which has every file of the module."
				}] : libraryFixes("header", name, facts),
				...own && !vendored ? [{
					command: "git submodule update --init --recursive",
					why: "The header is included as a file of the project itself: it may lie in a submodule that was not fetched."
				}] : [],
				...cross && isLibcHeader(name) ? crossCompilerFixes(facts) : [],
				withoutCgo(facts)
			]
		};
	},
	doc: "The C part of a package includes a header that is not there: mostly a -dev or -devel package. For a cross target it is the one of the target’s architecture that counts."
};
const libraryMissing = {
	id: "cgo/library-missing",
	summary: "A C library is missing",
	confidence: "certain",
	wordings: [{
		anchor: "cannot find ",
		when: [/(?:^|[\s:])cannot find (?:-l:?([\w.+-]{1,100})|((?:[\w.+/-]{0,200}\/)?[\w.+-]{1,100}\.(?:o|a|so)))(?=$|[:\s])/, /(?:^|[\s/\\-])(?:ld|lld|gold|collect2|ld\.\w{2,5}|link)(?:\.exe)?:|running \S{1,200} failed/]
	}, {
		anchor: "library",
		when: [/(?:unable to find library -l|unable to find (?:static|dynamic)? ?system library ['"]|library not found for -l|ld: library ['"])([\w.+-]{1,100})/]
	}],
	read(match) {
		const [link, file, other] = match.line.text.includes("cannot find ") ? [
			match.part(1),
			match.part(2),
			""
		] : [
			"",
			"",
			match.part(1)
		];
		const name = link !== "" ? link : other !== "" ? other : file;
		const foreign = match.near.filter((line) => line.text.includes(`skipping incompatible`) && line.text.includes(`-l${name}`));
		return {
			culprit: {
				library: name,
				...ownerOf(match, void 0)
			},
			details: [...foreign.length === 0 ? [] : ["incompatible"], ...file === "" ? [] : ["file"]],
			evidence: foreign.slice(0, 1)
		};
	},
	explain({ culprit, details }, facts) {
		const name = culprit.library ?? "";
		const user = culprit.package ?? "The build";
		const cross = isCross(facts) === true;
		const foreign = details.includes("incompatible");
		return {
			cause: `${user} links with the C library ${name}${forTarget(facts)}, which the linker does not find. ` + (foreign ? "There is one, but for another architecture: the files of the target are not installed." : isLibcLink(name) ? "That one belongs to the C library itself: its development files, or its static variant, are not installed." : "Its development files are not installed, or lie in a folder that no -L names (a relative -L in a `#cgo` line needs ${SRCDIR}).") + " The packages compile, but no program with them can be linked here.",
			fix: [
				...libraryFixes("link", name, facts),
				...cross && isLibcLink(name) ? crossCompilerFixes(facts) : [],
				withoutCgo(facts)
			]
		};
	},
	doc: "A `-l` flag names a library that is not there. The compiler alone does not notice: go vet and a build of the packages pass, the link fails."
};
const undefinedReference = {
	id: "cgo/undefined-reference",
	summary: "A C symbol is missing at the link",
	confidence: "certain",
	wordings: [{
		anchor: "undefined ",
		when: [/undefined (?:reference to|symbol:) {0,4}[`'"‘“]?([^`'"’”\n]{1,200})/, /(?:^|[\s/\\-])(?:ld|lld|gold|collect2|ld\.\w{2,5}|link|clang)(?:\.exe)?:|running \S{1,200} failed|undefined symbol: /]
	}, {
		anchor: "referenced from:",
		when: [/^\s*"_?([^"]{1,200})", referenced from:/, /Undefined symbols for architecture/]
	}],
	read(match) {
		if (/symbol lookup error|dlopen|loading shared/.test(match.line.text)) return null;
		const symbol = match.part(1).trim().replace(/[:.]$/, "");
		const library = libraryOfSymbol(symbol);
		return {
			culprit: {
				...ownerOf(match, void 0),
				...library === null ? {} : { library }
			},
			details: [symbol]
		};
	},
	explain({ culprit, details }, facts) {
		const user = culprit.package ?? "The build";
		const libc = details.some((symbol) => /^__(?:libc_|\w{1,40}_chk$|isoc\d\d_|res_)|^(?:getentropy|getrandom|fcntl64|stat64|fstat64|backtrace)$/.test(symbol));
		const library = culprit.library;
		return {
			cause: `${user} uses the C symbol${details.length === 1 ? "" : "s"} ${enumerate(details)}, which nothing at the link defines${forTarget(facts)}. ` + (libc ? "These come from the C library itself: something was compiled for another one (glibc against musl, or a newer release) than it is linked with." : library === void 0 ? "The library that defines them is not named by a -l flag, stands before what uses it, or is another version or ABI." : `They belong to the library ${library}: its -l flag is missing, stands before what uses it, or finds another version.`) + " Packages compile; no program with them can be linked.",
			fix: [
				...libc ? [] : [{
					edit: `Name the library in the package that uses it: \`#cgo LDFLAGS: -l${library ?? "NAME"}\`, behind the objects that need it.`,
					why: "The linker takes from a library only what was asked for before it."
				}],
				...library === void 0 ? [] : libraryFixes("link", library, facts),
				...libc ? [{
					edit: "Build everything for one C library: the same image for the C objects and for go, or `CC=\"zig cc -target …\"` for all.",
					why: "musl does not have what glibc’s headers promise, and the other way round."
				}] : [],
				withoutCgo(facts)
			]
		};
	},
	doc: "The C compiler believed a declaration, and the linker found no definition: a missing or misplaced -l flag, a macro taken for a function, or objects for another C library."
};
const cgoLibraryRules = [
	macosFramework,
	pkgConfigMissing,
	headerMissing,
	libraryMissing,
	undefinedReference
];

// src/incidents/cgo-modules.ts
const MODULES = [
	{
		path: "github.com/mattn/go-sqlite3",
		pure: "modernc.org/sqlite",
		name: "sqlite3"
	},
	{
		path: "github.com/mutecomm/go-sqlcipher",
		name: "sqlite3"
	},
	{
		path: "github.com/confluentinc/confluent-kafka-go",
		pure: "github.com/twmb/franz-go",
		name: "kafka"
	},
	{
		path: "github.com/DataDog/zstd",
		pure: "github.com/klauspost/compress/zstd"
	},
	{
		path: "github.com/valyala/gozstd",
		pure: "github.com/klauspost/compress/zstd"
	},
	{
		path: "github.com/godror/godror",
		pure: "github.com/sijms/go-ora/v2"
	},
	{
		path: "github.com/google/gopacket/pcap",
		pure: "github.com/gopacket/gopacket/pcapgo"
	},
	{
		path: "github.com/gopacket/gopacket/pcap",
		pure: "github.com/gopacket/gopacket/pcapgo"
	},
	{
		path: "github.com/pebbe/zmq4",
		pure: "github.com/go-zeromq/zmq4"
	},
	{ path: "github.com/linxGnu/grocksdb" },
	{ path: "github.com/tecbot/gorocksdb" },
	{
		path: "github.com/marcboeker/go-duckdb",
		name: "duckdb"
	},
	{ path: "github.com/miekg/pkcs11" },
	{ path: "github.com/msteinert/pam" },
	{ path: "github.com/coreos/go-systemd/v22/sdjournal" },
	{
		path: "github.com/seccomp/libseccomp-golang",
		pure: "github.com/elastic/go-seccomp-bpf",
		name: "seccomp"
	},
	{ path: "github.com/go-gl/gl" },
	{ path: "github.com/go-gl/glfw" },
	{ path: "gocv.io/x/gocv" },
	{
		path: "github.com/keybase/go-keychain",
		name: "keychain"
	},
	{
		path: "github.com/libgit2/git2go",
		pure: "github.com/go-git/go-git/v5",
		name: "git"
	},
	{
		path: "github.com/bytecodealliance/wasmtime-go",
		pure: "github.com/tetratelabs/wazero",
		name: "wasmtime"
	},
	{
		path: "github.com/wasmerio/wasmer-go",
		pure: "github.com/tetratelabs/wazero"
	},
	{
		path: "libvirt.org/go/libvirt",
		pure: "github.com/digitalocean/go-libvirt"
	},
	{ path: "rogchap.com/v8go" },
	{ path: "github.com/veandco/go-sdl2" },
	{ path: "github.com/gordonklaus/portaudio" },
	{ path: "github.com/google/gousb" },
	{ path: "github.com/go-vgo/robotgo" },
	{ path: "github.com/gotk3/gotk3" },
	{ path: "github.com/chai2010/webp" },
	{ path: "github.com/davidbyttow/govips" },
	{ path: "github.com/ethereum/go-ethereum/crypto/secp256k1" },
	{ path: "github.com/containers/storage/drivers/btrfs" },
	{ path: "github.com/proglottis/gpgme" }
];
/** The module to which an import path (with a version or without) belongs, when it is known to need cgo. */
function findCgoModule(path) {
	const plain = path.replace(/@v[\w.\-+]+/, "");
	return MODULES.find((module) => plain === module.path || plain.startsWith(`${module.path}/`)) ?? null;
}
/** The module that a program knows by this name: `sqlite3` of `sqlite3.ErrBusy`. */
function findCgoModuleNamed(name) {
	return MODULES.find((module) => (module.name ?? module.path.slice(module.path.lastIndexOf("/") + 1)) === name) ?? null;
}

// src/incidents/go-errors.ts
/** A place in a Go file, followed by its message; groups: path, line, column. */
const GO_PLACE = new RegExp(placePattern("go"));
const EXCLUDED_TEXT = "build constraints exclude all Go files in ";
/** go 1.8 and newer; before that a package without files was said to have no buildable ones. */
const EXCLUDED = /build constraints exclude all Go files in (\S[^\n]{0,500})/;
const IMPORT_PATH = new RegExp(`^${MODULE}$`);
/** Reads a line of `EXCLUDED`: `package p: …`, `imports p: …`, `p: …` or `file.go:3:8: …`. */
function readExcluded(match) {
	const { text } = match.line;
	const before = text.slice(0, text.indexOf(EXCLUDED_TEXT)).trimEnd();
	const word = before.slice(before.lastIndexOf(" ") + 1).split("	").at(-1) ?? "";
	const place = GO_PLACE.exec(before);
	const directory = cleanPath(match.part(1).trimEnd());
	const cached = cachedModule(directory);
	const named = word.replace(/:$/, "");
	return {
		package: place === null && IMPORT_PATH.test(named) ? named : cached?.package ?? null,
		module: cached?.module ?? null,
		directory,
		location: place === null ? null : placeOf$2(place[1] ?? "", place[2] ?? "", place[3])
	};
}
/** `x.go:3:8: undefined: name`, `vet: x.go:…`, without a column before Go 1.9. */
const UNDEFINED_NAME = /: undefined: ([\p{L}_][\p{L}\p{N}_]*)(?:\.([\p{L}_][\p{L}\p{N}_]*))?/u;
/** The place of a message of the Go compiler; `null` when its line names none. */
function goPlace(match) {
	const place = GO_PLACE.exec(match.line.text);
	return place === null ? null : placeOf$2(place[1] ?? "", place[2] ?? "", place[3]);
}
/** The package of a message: that of its block, else the one in whose folder of the module cache the file lies. */
function goPackage(match, location) {
	if (match.line.package !== null) return match.line.package;
	const file = location?.file;
	return file === void 0 ? null : cachedModule(file.slice(0, Math.max(0, file.lastIndexOf("/"))))?.package ?? null;
}

// src/incidents/families/cgo-off.ts
/** Packages whose names differ from system to system by themselves: what is missing in them is no matter of cgo. */
const PLATFORM_PACKAGES = /* @__PURE__ */ new Set([
	"syscall",
	"unix",
	"windows",
	"plan9"
]);
function droppedPackage(facts, path) {
	return facts.droppedByCgo?.find((dropped) => dropped.package === path);
}
function readDroppedWhole(match, facts) {
	const excluded = readExcluded(match);
	const path = excluded.package;
	if (path === null) return null;
	const proved = path === "runtime/cgo" || droppedPackage(facts, path) !== void 0;
	if (!proved && (facts.droppedByCgo !== void 0 || findCgoModule(path) === null)) return null;
	return {
		culprit: {
			package: path,
			...excluded.module === null ? {} : { module: excluded.module }
		},
		...excluded.location === null ? {} : { location: excluded.location },
		details: [],
		confidence: proved && facts.cgoEnabled === false ? "certain" : "likely"
	};
}
/** The name by which a program knows a package, when it does not choose another: the last element without its version. */
function nameOf$1(path) {
	return (path.split("/").filter((element) => !/^v\d+$/.test(element)).at(-1) ?? "").replace(/\.v\d+$/, "");
}
function readUndefined(match, facts) {
	const [first, second] = [match.part(1), match.part(2)];
	if (PLATFORM_PACKAGES.has(first)) return null;
	const location = goPlace(match);
	const here = goPackage(match, location);
	const symbol = second === "" ? first : `${first}.${second}`;
	const place = location === null ? {} : { location };
	const sighting = (path, confidence) => ({
		culprit: { package: path },
		...place,
		details: [symbol],
		confidence
	});
	if (facts.droppedByCgo !== void 0) {
		const dropped = second === "" ? here === null ? void 0 : droppedPackage(facts, here) : facts.droppedByCgo.find(({ package: path }) => nameOf$1(path) === first || findCgoModule(path)?.name === first);
		if (dropped === void 0) return null;
		const name = second === "" ? first : second;
		if (dropped.names !== void 0 && !dropped.names.includes(name)) return null;
		return sighting(dropped.package, dropped.names !== void 0 && facts.cgoEnabled === false ? "certain" : "likely");
	}
	if (second === "") return here !== null && findCgoModule(here) !== null ? sighting(here, "likely") : null;
	const module = facts.cgoEnabled === false ? findCgoModuleNamed(first) : null;
	return module === null ? null : sighting(module.path, "likely");
}
function pureFixes(path) {
	const pure = findCgoModule(path)?.pure;
	return pure === void 0 ? [] : [{
		command: `go get ${pure}@latest`,
		why: `${pure} does the same without C; the imports of ${path} have to be changed to it.`
	}];
}
const filesDropped = {
	id: "cgo/files-dropped",
	summary: "Files with import \"C\" are left out, because cgo is off",
	confidence: "likely",
	wordings: [{
		anchor: "build constraints exclude all",
		when: [EXCLUDED],
		needs: (facts) => facts.cgoEnabled !== true
	}, {
		anchor: ": undefined: ",
		when: [UNDEFINED_NAME],
		needs: (facts) => facts.cgoEnabled !== true
	}],
	absorbs: /: undefined: |too many errors/,
	read: (match, facts) => match.line.text.includes("build constraints") ? readDroppedWhole(match, facts) : readUndefined(match, facts),
	explain({ culprit, details }, facts) {
		const path = culprit.package ?? "";
		const files = droppedPackage(facts, path)?.files ?? [];
		const named = files.length === 0 ? "the files with `import \"C\"`" : enumerate(files);
		const own = findCgoModule(path) === null && culprit.module === void 0;
		return {
			cause: `cgo is off${forTarget(facts)}, so go leaves out ${named} of ${path}` + (details.length === 0 ? " and nothing of the package remains" : `, and with them ${enumerate(details)}`) + ". go turns cgo off by itself for a foreign platform or without a C compiler on PATH; a build with cgo on compiles the same commit.",
			fix: [
				...isCross(facts) === true ? crossCompilerFixes(facts) : [{
					command: `CGO_ENABLED=1 ${targetVariables(facts)}go build ./...`,
					why: "With a C compiler for the target on PATH (or in CC) the files are there again."
				}, ...compilerFixes(facts).filter(({ command }) => command?.startsWith("CGO_ENABLED=") !== true)],
				...pureFixes(path),
				...own && details.length > 0 ? [{
					edit: `Add a file with \`//go:build !cgo\` to ${path} that defines ${enumerate(details)} without C.`,
					why: "The package then builds on both kinds of target."
				}] : []
			]
		};
	},
	doc: "A file with `import \"C\"` counts only while cgo is on. With cgo off it vanishes without a word; what is printed is an undefined name elsewhere, or a package without files. When no one misses the file, nothing is printed at all and the program is another one."
};
const STUB = /Binary was compiled with 'CGO_ENABLED=0', (go-sqlite3|[\w./-]{1,80}) requires cgo to work/;
const USER = /(?:^|[^\w])user: (\w{1,40}) (?:not implemented on (\w{1,12}\/\w{1,12})|requires cgo)/;
const PLUGIN = /(?:^|[\s":])plugin: not implemented/;
const disabledAtRuntime = {
	id: "cgo/disabled-at-runtime",
	summary: "The program was built without the cgo that it needs",
	confidence: "certain",
	wordings: [
		{
			anchor: "requires cgo to work",
			when: [STUB]
		},
		{
			anchor: "user: ",
			when: [USER]
		},
		{
			anchor: "plugin: not implemented",
			when: [PLUGIN]
		},
		{
			anchor: "cgo",
			when: [/(?:^|[\s"'(:])([a-z0-9][\w.-]{0,60}(?:\/[\w.-]{1,60}){0,6}):? (?:requires cgo to work|(?:was )?(?:built|compiled) without cgo(?: support| enabled)?)/],
			confidence: "likely"
		}
	],
	read(match) {
		const { text } = match.line;
		if (STUB.test(text)) return { culprit: { module: match.part(1) === "go-sqlite3" ? "github.com/mattn/go-sqlite3" : match.part(1) } };
		if (USER.test(text)) return {
			culprit: { package: "os/user" },
			details: [match.part(1)]
		};
		if (PLUGIN.test(text)) return { culprit: { package: "plugin" } };
		return { culprit: { module: match.part(1) } };
	},
	explain({ culprit, details }, facts) {
		const path = culprit.module ?? culprit.package ?? "";
		const user = culprit.package === "os/user";
		return {
			cause: `${path} needs cgo, and this program was built without it: the stub in its place compiles and fails only when it is called. ` + (user ? `user.${details[0] ?? "Current"} without cgo knows only /etc/passwd, $USER and $HOME${facts.goVersion === void 0 ? "" : ` (${facts.goVersion})`}. ` : "") + "The build was green; what it built is another program than the one with cgo.",
			fix: [
				{
					command: `CGO_ENABLED=1 ${targetVariables(facts)}go build ./...`,
					why: "Builds the real thing; without CGO_ENABLED go turns cgo off by itself when cross-compiling or without a C compiler."
				},
				...compilerFixes(facts).filter(({ command }) => command?.startsWith("CGO_ENABLED=") !== true),
				...pureFixes(path),
				...user ? [{
					edit: "Set USER and HOME in the environment of the program, or put the user into /etc/passwd.",
					why: "That is where os/user looks when it has no cgo (Go 1.10 and newer)."
				}] : []
			]
		};
	},
	doc: "Some modules keep building without cgo, with stubs that return an error. The difference shows in production only: pin CGO_ENABLED in every job that builds."
};
const cgoOffRules = [filesDropped, disabledAtRuntime];

// src/incidents/families/checksum-mismatch.ts
const VERIFYING = new RegExp(String.raw`(?:^|[\s:])verifying (${MODULE})@(${VERSION})(/go\.mod)?: checksum mismatch`);
/** Since Go 1.13 the module comes first where the checksum database was asked. */
const VERIFYING_ASKED = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): verifying (module|go\.mod): checksum mismatch`);
const DOWNLOADED = /(?:^|\s)downloaded: (h1:[\w+/]{43}=)/;
const IN_GO_SUM = /(?:^|\s)(\S*go(?:\.work)?\.sum): {1,10}(h1:[\w+/]{43}=)/;
const IN_DATABASE = /(?:^|\s)(?!downloaded:|\S*\.sum:)([a-z0-9][a-z0-9.-]*): {1,10}(h1:[\w+/]{43}=)/;
const MISMATCH = 6;
function readMismatch(match) {
	const [module, version, suffix] = [
		match.part(1),
		match.part(2),
		match.part(3) === "/go.mod" || match.part(3) === "go.mod" ? "/go.mod" : ""
	];
	const file = cleanPath(match.part(1, 2));
	return {
		culprit: {
			module: `${module}@${version}${suffix}`,
			.../go(?:\.work)?\.sum$/.test(file) ? { file } : {}
		},
		.../go(?:\.work)?\.sum$/.test(file) ? { location: { file } } : {},
		details: [
			match.part(1, 1),
			match.part(2, 2),
			match.part(1, 2)
		]
	};
}
const goSumMismatch = {
	id: "checksum/gosum-mismatch",
	summary: "The download is not what go.sum recorded",
	confidence: "certain",
	wordings: [{
		anchor: "checksum mismatch",
		when: [
			VERIFYING,
			DOWNLOADED,
			IN_GO_SUM
		],
		reach: MISMATCH
	}],
	read: (match) => readMismatch(match),
	explain({ culprit, details }) {
		const [path, version, suffix] = splitModule(culprit.module ?? "");
		const [downloaded = "", recorded = "", file = "go.sum"] = details;
		return {
			cause: `The ${suffix === "" ? "module" : "go.mod file of the module"} ${path}@${version} that was downloaded hashes to ${downloaded}, but ${file} recorded ${recorded}. One of the two is wrong: the tag was moved after it was recorded, a proxy or the module cache serves other bytes, or the line was written wrongly. go refuses to build with it, and so should everybody until it is known which side lies.`,
			fix: [
				{
					command: `(cd "$(mktemp -d)" && GOWORK=off GOFLAGS=-modcacherw GOMODCACHE="$PWD/cache" go mod download -json ${path}@${version})`,
					why: `Fetches it anew and asks the checksum database, away from this project: \`${suffix === "" ? "Sum" : "GoModSum"}\` is the hash that both confirm. A private module is not in the database: ask its owner whether the tag was moved.`
				},
				{
					command: refetch(path, version),
					why: `If that hash is the one in ${file}: the module cache or the proxy served other bytes. Removes this one module from the cache and fetches it again; check GOPROXY when it comes back wrong.`
				},
				{
					edit: `In ${file}, replace the hash of \`${path} ${version}${suffix}\` by the confirmed one, in a commit that says why.`,
					why: `Only if the confirmed hash is the downloaded one: then the line in ${file} is wrong.`
				}
			]
		};
	},
	doc: "What was downloaded differs from what go.sum recorded. The usual causes are a tag that was moved, a private proxy or cache that serves other bytes, and a merge that went wrong. Deleting go.sum, GOSUMDB=off, GONOSUMDB and -mod=mod only make the message go away: the unknown bytes are then built."
};
const sumDbMismatch = {
	id: "checksum/sumdb-mismatch",
	summary: "The download is not what the checksum database knows",
	confidence: "certain",
	wordings: [{
		anchor: "checksum mismatch",
		when: [
			VERIFYING_ASKED,
			DOWNLOADED,
			IN_DATABASE
		],
		reach: MISMATCH
	}, {
		anchor: "checksum mismatch",
		when: [
			VERIFYING,
			DOWNLOADED,
			IN_DATABASE
		],
		unless: [IN_GO_SUM],
		reach: MISMATCH
	}],
	read: (match) => readMismatch(match),
	explain({ culprit, details }) {
		const [path, version, suffix] = splitModule(culprit.module ?? "");
		const [downloaded = "", known = "", database = ""] = details;
		return {
			cause: `${path}@${version}${suffix} was downloaded with the hash ${downloaded}; ${database}, which everybody asks, knows ${known}. These are not the bytes that the rest of the world got for this version: the proxy, the network or the origin changed them after publication. Do not build with them.`,
			fix: [{
				edit: "Find out who serves these bytes: compare with another network or another GOPROXY, and ask whoever runs the proxy.",
				why: "A person has to decide: every setting that silences this check lets the changed code into the build."
			}, {
				edit: `Depend on another version of ${path} that verifies, and report this one to its authors.`,
				why: "A moved tag never verifies again; a new version does."
			}]
		};
	},
	doc: "The checksum database is the memory of all public modules. A module that differs from it was changed after publication, on its way or at its origin. There is no command that makes this right; GOSUMDB=off, GONOSUMDB and GOINSECURE only hide it."
};

// src/incidents/families/checksum.ts
/** Lines in which what belongs to a line is looked for: other output may come between. */
const NEXT$3 = 3;
const MALFORMED_LINE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']*go(?:\.work)?\.sum):(\d{1,9}): wrong number of fields (\d{1,9})/;
const UNKNOWN_HASH = new RegExp(String.raw`verifying (${MODULE})@(${VERSION})(?:/go\.mod)?: unknown hashes in (go(?:\.work)?\.sum): `);
const goSumMalformed = {
	id: "checksum/gosum-malformed",
	summary: "go.sum cannot be read",
	confidence: "certain",
	wordings: [{
		anchor: "wrong number of fields",
		when: [MALFORMED_LINE]
	}, {
		anchor: "unknown hashes in",
		when: [UNKNOWN_HASH]
	}],
	read(match) {
		if (match.line.text.includes("unknown hashes in")) return {
			culprit: {
				file: match.part(3),
				module: `${match.part(1)}@${match.part(2)}`
			},
			location: { file: match.part(3) }
		};
		const file = cleanPath(match.part(1));
		return {
			culprit: { file },
			location: placeOf$2(file, match.part(2)),
			details: [match.part(2), match.part(3)]
		};
	},
	explain({ culprit, details }) {
		const [line, fields = ""] = details;
		const file = culprit.file ?? "go.sum";
		if (line === void 0) return {
			cause: `${file} records ${culprit.module ?? ""} with a hash that this Go does not know, so nothing proves that the module is the one that was meant.`,
			fix: [{
				edit: `Replace that line of ${file}: remove it and run \`go mod tidy\`.`,
				why: "go writes the line again with the h1 hash, checked by the checksum database."
			}]
		};
		return {
			cause: `Line ${line} of ${file} has ${fields} fields where a line has three (module, version, hash). ` + (Number(fields) <= 2 ? "That is what a merge conflict left unresolved looks like. " : "") + "Go 1.22 and newer refuse to do anything with such a file; older ones drop its lines in silence, so the two build with different checks.",
			fix: [{
				edit: `Resolve the conflict in ${file}: keep the lines of both sides and remove the markers.`,
				why: "go.sum may hold more than is needed, so both sides together are right."
			}, {
				command: "go mod tidy",
				why: "Afterwards: removes what is not needed and adds what is missing."
			}]
		};
	},
	doc: "A line of go.sum is not `module version hash`: mostly conflict markers of a merge. Emptying the file would throw away what protects the other modules."
};
const REQUEST = /(?:reading|Get) "?(https?:\/\/[^\s"]+)/;
const sumDbUnreachable = {
	id: "checksum/sumdb-unreachable",
	summary: "The checksum database did not answer",
	confidence: "certain",
	wordings: [
		{
			anchor: "/lookup/",
			when: [REQUEST, /(?:^|[\s:])verifying /],
			reach: 0
		},
		{
			anchor: "/tile/",
			when: [REQUEST, /(?:^|[\s:])verifying /],
			reach: 0
		},
		{
			anchor: "/latest",
			when: [REQUEST, /(?:^|[\s:])verifying /],
			reach: 0
		}
	],
	read(match) {
		const url = match.part(1);
		const at = url.indexOf("/lookup/");
		const asked = at === -1 ? "" : unescapeModule(url.slice(at + 8).replace(/:$/, ""));
		const details = [match.line.text.slice(match.line.text.indexOf(url) + url.length).replace(/^"?:? ?/, ""), url.split("/")[2]?.replace(/^.*@/, "") ?? ""];
		const named = new RegExp(String.raw`^${MODULE}@${VERSION}$`).test(asked) ? asked : new RegExp(String.raw`(?:^|[\s:])(${MODULE}@${VERSION})(?:/go\.mod)?: `).exec(match.line.text)?.[1];
		if (at === -1 && !/\/(?:tile\/\d|latest)/.test(url)) return null;
		const response = match.after.slice(0, NEXT$3).filter((line) => line.text.includes("server response:"));
		return {
			culprit: named === void 0 ? { tool: "checksum database" } : { module: named },
			details,
			evidence: response
		};
	},
	explain({ culprit, details }) {
		const [answer = "", host = ""] = details;
		const unknown = /^(?:404|410)\b/.test(answer);
		const module = culprit.module ?? "a module";
		const [path] = splitModule(module);
		const owner = path.split("/").slice(0, 2).join("/");
		const privately = culprit.module === void 0 ? [] : [{
			command: `go env -w GOPRIVATE=${owner}`,
			why: `Only if ${path} is private (list other patterns beside it, with commas): go then neither asks the proxy nor tells the database its name.`
		}];
		return {
			cause: `go asked ${host} for the hash of ${module} and got: ${answer === "" ? "no answer" : answer.slice(0, 300)}. ` + (unknown ? "The database cannot fetch this version: the module is private, or the version does not exist. " : "The database could not be reached from here. ") + "go.sum has no line for it, so nothing can vouch for the module and go does not use it.",
			fix: [
				...unknown ? privately : [],
				{
					command: "curl -sSI https://sum.golang.org/latest",
					why: "Shows whether this machine reaches the database. Where it does not: a GOPROXY that serves the database too (`/sumdb/`) is enough, or a network rule that allows it."
				},
				...unknown ? [] : privately,
				{
					command: "go mod tidy",
					why: "On a machine with access: writes the missing lines of go.sum. With them in the commit the database is not asked again."
				}
			]
		};
	},
	doc: "go needs the checksum database for each module that go.sum does not know. A 404 or 410 means that it cannot see the module: mostly a private one that GOPRIVATE does not name. GOSUMDB=off would take the check away for every public module too."
};
const MODIFIED = new RegExp(String.raw`(?:^|[\s:])(${MODULE}) (${VERSION}): (?:(dir|zip) has been modified|(missing ziphash): open |(zip: not a valid zip file))`);
const UNZIP = /(?:^|[\s:])unzip (\S+): (zip: not a valid zip file|zip: checksum error|unexpected EOF)/;
const cacheModified = {
	id: "checksum/cache-modified",
	summary: "The module cache was changed after the download",
	confidence: "certain",
	wordings: [
		{
			anchor: " has been modified",
			when: [MODIFIED]
		},
		{
			anchor: "missing ziphash",
			when: [MODIFIED]
		},
		{
			anchor: "zip: not a valid",
			when: [MODIFIED]
		},
		{
			anchor: "unzip ",
			when: [UNZIP]
		}
	],
	read(match) {
		if (match.line.text.includes("missing ziphash: open hash")) return null;
		if (UNZIP.test(match.line.text)) {
			const path = match.part(1).replaceAll("\\", "/");
			const found = new RegExp(String.raw`/cache/download/([\w.~\-/+!]+)/@v/(v[\w.\-+!]+)\.zip$`).exec(path);
			return found === null ? null : {
				culprit: { module: `${unescapeModule(found[1] ?? "")}@${unescapeModule(found[2] ?? "")}` },
				details: ["its zip file is damaged"]
			};
		}
		const what = match.part(3) === "dir" ? "its directory differs" : match.part(3) === "zip" ? "its zip file differs" : match.part(4) === "" ? "its zip file is damaged" : "the record of its hash is missing";
		return {
			culprit: { module: `${match.part(1)}@${match.part(2)}` },
			details: [what]
		};
	},
	explain({ culprit, details }) {
		const [path, version] = splitModule(culprit.module ?? "");
		return {
			cause: `${culprit.module ?? ""} in the module cache is no longer what was downloaded: ${details.join(", ")}. go build does not look at this: it compiles the directory as it is, so this machine may build another program than others do. Something wrote into the cache: an editor or a debugger, a restored CI cache, a damaged disk, or somebody else.`,
			fix: [{
				command: refetch(path, version),
				why: "Removes exactly this module from the cache, downloads it again and verifies the cache."
			}]
		};
	},
	doc: "`go mod verify` compares each cached zip and directory with the hash that was recorded at the download; it does not look at go.sum. Emptying the whole module cache also helps, but downloads every other module again; where the cache is restored by CI, its key must change too."
};
const PLACE = new RegExp(placePattern("go|mod"));
const MISSING_PACKAGE = new RegExp(String.raw`missing go\.sum entry for module providing package (${MODULE})(?: \(imported by (${MODULE})\))?`);
const MISSING_MODULE = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): missing go\.sum entry`);
const SUGGESTED$1 = new RegExp(String.raw`^\s*(go (?:get(?: -t)?|mod download) ${MODULE}(?:@${VERSION})?)\s*$`);
const goSumMissingEntry = {
	id: "checksum/gosum-missing-entry",
	summary: "go.sum lacks a module",
	confidence: "certain",
	wordings: [{
		anchor: "missing go.sum entry",
		when: [MISSING_PACKAGE]
	}, {
		anchor: "missing go.sum entry",
		when: [MISSING_MODULE]
	}],
	read(match) {
		const place = PLACE.exec(match.line.text);
		const location = place === null ? {} : { location: placeOf$2(place[1] ?? "", place[2] ?? "", place[3]) };
		const next = match.after.slice(0, NEXT$3).find((line) => SUGGESTED$1.test(line.text));
		const command = next === void 0 ? void 0 : SUGGESTED$1.exec(next.text)?.[1];
		const details = command === void 0 ? [] : [command];
		const evidence = command === void 0 || next === void 0 ? {} : { evidence: [next] };
		if (match.line.text.includes("providing package")) return {
			culprit: { package: match.part(1) },
			...location,
			details,
			...evidence
		};
		return {
			culprit: { module: `${match.part(1)}@${match.part(2)}` },
			...location,
			details,
			...evidence
		};
	},
	explain({ culprit, details }) {
		return {
			cause: `go.sum has no hash for ${culprit.module ?? `the module of package ${culprit.package ?? ""}`}, so go cannot check it and, with -mod=readonly (the default), does not add it. The change that brought the module into the build was committed without its lines of go.sum, or the build sees only a part of the files (a Dockerfile that copies go.mod alone).`,
			fix: [...details.slice(0, 1).map((command) => ({
				command,
				why: "What go itself proposes: adds the missing lines, checked by the checksum database."
			})), {
				command: "go mod tidy",
				why: "Adds every missing line of go.sum at once; commit go.mod and go.sum afterwards."
			}]
		};
	},
	doc: "The build list needs a module whose hash go.sum does not hold. -mod=mod would let each build write go.sum for itself: what is built is then no longer what was reviewed."
};
const checksumRules = [
	goSumMalformed,
	sumDbMismatch,
	goSumMismatch,
	cacheModified,
	sumDbUnreachable,
	goSumMissingEntry
];

// src/incidents/platforms.ts
/** `go tool dist list` of Go 1.26. */
const PLATFORMS = "aix/ppc64 android/386 android/amd64 android/arm android/arm64 darwin/amd64 darwin/arm64 dragonfly/amd64 freebsd/386 freebsd/amd64 freebsd/arm freebsd/arm64 illumos/amd64 ios/amd64 ios/arm64 js/wasm linux/386 linux/amd64 linux/arm linux/arm64 linux/loong64 linux/mips linux/mips64 linux/mips64le linux/mipsle linux/ppc64 linux/ppc64le linux/riscv64 linux/s390x netbsd/386 netbsd/amd64 netbsd/arm netbsd/arm64 openbsd/386 openbsd/amd64 openbsd/arm openbsd/arm64 openbsd/ppc64 openbsd/riscv64 plan9/386 plan9/amd64 plan9/arm solaris/amd64 wasip1/wasm windows/386 windows/amd64 windows/arm64".split(" ");
/** What other tools call them. */
const SYSTEM_NAMES = {
	macos: "darwin",
	macosx: "darwin",
	mac: "darwin",
	osx: "darwin",
	win: "windows",
	win32: "windows",
	win64: "windows",
	wasi: "wasip1",
	sunos: "solaris"
};
const PROCESSOR_NAMES = {
	x86_64: "amd64",
	"x86-64": "amd64",
	x64: "amd64",
	aarch64: "arm64",
	armv8: "arm64",
	arm64v8: "arm64",
	armv7: "arm",
	armv7l: "arm",
	armv6: "arm",
	armv6l: "arm",
	armhf: "arm",
	arm32v7: "arm",
	x86: "386",
	i386: "386",
	i486: "386",
	i586: "386",
	i686: "386",
	ppc64el: "ppc64le",
	powerpc64le: "ppc64le",
	mips64el: "mips64le",
	mipsel: "mipsle",
	riscv: "riscv64",
	loongarch64: "loong64"
};
const NARROW = /* @__PURE__ */ new Set([
	"386",
	"arm",
	"mips",
	"mipsle"
]);
/** Whether `int` has 32 bits on this processor; `null` when it is not known. */
function isNarrow(goarch) {
	return goarch === void 0 ? null : NARROW.has(goarch);
}
/** The supported pair that was probably meant; `null` when nothing is near. */
function nearestPlatform(goos, goarch) {
	const system = goos.trim().toLowerCase();
	const processor = goarch.trim().toLowerCase();
	const meant = `${SYSTEM_NAMES[system] ?? system}/${PROCESSOR_NAMES[processor] ?? processor}`;
	if (PLATFORMS.includes(meant)) return meant;
	const swapped = `${SYSTEM_NAMES[processor] ?? processor}/${PROCESSOR_NAMES[system] ?? system}`;
	if (PLATFORMS.includes(swapped)) return swapped;
	const best = PLATFORMS.map((pair) => ({
		pair,
		edits: (0, import_fastest_levenshtein.distance)(pair, meant)
	})).toSorted((a, b) => a.edits - b.edits)[0];
	if (best !== void 0 && best.edits <= 2) return best.pair;
	const [known = ""] = meant.split("/");
	const own = PLATFORMS.filter((pair) => pair.startsWith(`${known}/`));
	return own.find((pair) => pair.endsWith("/amd64")) ?? own[0] ?? null;
}
/** Packages at the top of the standard library. */
const STANDARD = new Set("archive bufio builtin bytes cmp compress container context crypto database debug embed encoding errors expvar flag fmt go hash html image index internal io iter log maps math mime net os path plugin reflect regexp runtime slices sort strconv strings structs sync syscall testing text time unicode unique unsafe vendor weak cmd".split(" "));
/** Whether an import path is one of Go's own: what fails there is not the program's fault. */
function isStandard(path) {
	return STANDARD.has(path.split("/", 1)[0] ?? "");
}

// src/incidents/families/code.ts
/** Messages that nobody but a Go compiler, vet or the loader prints behind a place. */
const MESSAGE = /\.go:\d{1,7}(?::\d{1,6})?: (?:undefined: |undeclared name|declared and not used|\S{1,100} declared (?:and|but) not used|"[^"]{1,200}" imported (?:and|but|as)|imported and not used|cannot (?:use|assign|infer|convert|call|range|define|refer|take|embed|find package "\.)|syntax error|expected |missing return|not enough |too many |assignment mismatch|invalid (?:operation|argument|recursive|receiver|character|import path)|non-\w{1,20} |unknown field|duplicate |multiple-value|\S{1,100} redeclared|method redeclared|\S{1,200} undefined|could not (?:determine|import)|impossible |import cycle not allowed|illegal |label |unreachable code|undefined reference|unused |initialization cycle|missing function body|first argument to append|mixture of |misplaced |break |continue |go:embed|pattern |type \S{1,200} is not|constant \S{1,60} overflows|string literal not terminated|newline in string|unexpected |no new variables|error: )/;
const ANY_ERROR = /\.go:\d{1,7}(?::\d{1,6})?: (?!\d)(\S[^\n]{0,400})/;
const C_PLACE = new RegExp(placePattern("go|c|cc|cpp|cxx|m|h|hh|hpp"));
const C_ERROR = /: (?:fatal )?error: (\S[^\n]{0,400})/;
const REMARK = /:\d{1,7}(?::\d{1,6})?: (?:warning|note|remark|previous declaration|other declaration|In function|\d)/;
const CYCLE = /import cycle not allowed/;
const CYCLE_LINK = new RegExp(String.raw`^\s*(?:package|imports) (${MODULE})`);
const INTERNAL = new RegExp(String.raw`(?:^|\s)(?:package |imports )?(${MODULE}): use of (?:internal|vendored) package`);
/** What go says of C files and `#cgo` lines before any compiler sees them. */
const C_SETUP = new RegExp(String.raw`(?:^|\s)(?:package )?(\S{1,300}): (C source files not allowed when not using cgo or SWIG: \S{1,200}|invalid #cgo (?:verb|line): [^\n]{1,200})`);
const MIXED = /(?:^|\s)found packages \w{1,60} \([^()]{1,100}\) and \w{1,60} \([^()]{1,100}\) in (\S{1,300})/;
/** A file below the Go installation: `/usr/local/go/src/fmt/print.go`. */
function inStandardLibrary(file) {
	return /(?:^|\/)(?:go|goroot|libexec|go\d[\d.]*|golang(?:-\d[\d.]*)?)\/src\/([a-z]+)\//.exec(file)?.[1] !== void 0 && isStandard(/\/src\/(.+)$/.exec(file)?.[1] ?? "");
}
function readError(match, facts) {
	const { text, headed } = match.line;
	if (REMARK.test(text)) return null;
	const place = GO_PLACE.exec(text) ?? C_PLACE.exec(text);
	if (place === null) return null;
	const printed = placeOf$2(place[1] ?? "", place[2] ?? "", place[3]);
	const owner = goPackage(match, printed);
	if (inStandardLibrary(printed.file) || owner !== null && isStandard(owner) && !printed.file.includes("/")) return null;
	if (!headed && !MESSAGE.test(text)) return null;
	const message = text.slice(place.index + place[0].length).trim();
	const opened = printed.file.endsWith(".go") ? printed : placeInPackage(printed, owner, facts);
	const undefinedName = message.startsWith("undefined: ");
	return {
		culprit: owner === null ? { file: printed.file } : { package: owner },
		...opened === null ? {} : { location: opened },
		details: [message],
		...!headed || undefinedName ? { confidence: "likely" } : {}
	};
}
function readOther(match) {
	const { text } = match.line;
	if (CYCLE.test(text)) {
		const links = [...match.near.filter((line) => line.index <= match.line.index).slice(-10), ...match.after.slice(0, 20)].filter((line) => CYCLE_LINK.test(line.text));
		const last = CYCLE_LINK.exec(links.at(-1)?.text ?? "")?.[1];
		if (last === void 0 || isStandard(last) && last !== "main") return null;
		return {
			culprit: { package: last },
			details: ["import cycle not allowed"],
			evidence: links.slice(0, 8)
		};
	}
	const path = match.part(1);
	if (C_SETUP.test(text)) return {
		culprit: path.endsWith(".go") ? { file: cleanPath(path) } : { package: path },
		details: [match.part(2)]
	};
	return INTERNAL.test(text) ? {
		culprit: { package: path },
		details: ["use of an internal package"]
	} : {
		culprit: { file: path },
		details: ["two packages in one folder"]
	};
}
function read$6(match, facts) {
	const { text } = match.line;
	if (!GO_PLACE.test(text) && (CYCLE.test(text) || INTERNAL.test(text) || MIXED.test(text) || C_SETUP.test(text))) return readOther(match);
	const sighting = readError(match, facts);
	if (sighting?.confidence === "likely" && match.line.headed && facts.cgoEnabled === true && isCross(facts) === false) return {
		...sighting,
		confidence: "certain"
	};
	return sighting;
}
const compileError = {
	id: "code/compile-error",
	summary: "The code does not compile",
	confidence: "certain",
	wordings: [
		{
			anchor: ".go:",
			when: [ANY_ERROR]
		},
		{
			anchor: "error: ",
			when: [C_ERROR]
		},
		{
			anchor: "import cycle not allowed",
			when: [CYCLE]
		},
		{
			anchor: "use of ",
			when: [INTERNAL]
		},
		{
			anchor: "found packages ",
			when: [MIXED]
		},
		{
			anchor: "C source files not allowed",
			when: [C_SETUP]
		},
		{
			anchor: "invalid #cgo ",
			when: [C_SETUP]
		}
	],
	read: read$6,
	explain({ culprit, location, details, confidence }) {
		const who = culprit.package ?? culprit.file ?? "A package";
		const left = confidence === "likely" && details.some((detail) => detail.startsWith("undefined: "));
		const place = location === void 0 ? "" : ` (${location.file}${location.line === void 0 ? "" : `:${String(location.line)}`})`;
		const more = details.length > 1 ? `, and ${String(details.length - 1)} more` : "";
		return {
			cause: `${who} does not compile${place}: ${(details[0] ?? "").slice(0, 300)}${more}. This is in the code itself, not in the environment: it fails in every job that builds this target` + (left ? ", unless the file that defines the name is left out here only (cgo off, a build tag)." : "."),
			fix: []
		};
	},
	doc: "The program’s own fault: a message of the compiler, of vet or of the loader about the code. It is no incident of the environment, and nothing in the environment makes it go away."
};
const FAIL = /(?:^|\s)--- FAIL: ([^\s(]{1,200})/;
const FAIL_PACKAGE = new RegExp(String.raw`(?:^|\s)FAIL\s{1,10}(${MODULE})\s{1,10}(?:\d[\d.]{0,12}m?s|\(cached\))`);
const TEST_PLACE = /^\s{1,40}([\w.-]{1,100}_test\.go):(\d{1,7}):/;
function testPackage(match) {
	const found = match.near.find((line) => line.index >= match.line.index && FAIL_PACKAGE.test(line.text));
	return found === void 0 ? void 0 : FAIL_PACKAGE.exec(found.text)?.[1];
}
function readTest(match, facts) {
	if (!FAIL.test(match.line.text)) return match.near.some((line) => line.index < match.line.index && FAIL.test(line.text)) ? null : { culprit: { package: match.part(1) } };
	const owner = testPackage(match);
	const end = match.after.findIndex((line) => FAIL.test(line.text) || /(?:^|\s)(?:FAIL|PASS|ok)(?:\s|$)/.test(line.text));
	const line = (end === -1 ? match.after : match.after.slice(0, end)).find((next) => TEST_PLACE.test(next.text));
	const place = line === void 0 ? null : TEST_PLACE.exec(line.text);
	const opened = place === null ? null : placeInPackage(placeOf$2(place[1] ?? "", place[2] ?? ""), owner ?? null, facts);
	return {
		culprit: {
			...owner === void 0 ? {} : { package: owner },
			key: match.part(1).split("/", 1)[0] ?? ""
		},
		...opened === null ? {} : { location: opened },
		details: line === void 0 ? [] : [line.text.trim()],
		evidence: line === void 0 ? [] : [line]
	};
}
const testFailure = {
	id: "code/test-failure",
	summary: "A test fails",
	confidence: "certain",
	wordings: [{
		anchor: "--- FAIL: ",
		when: [FAIL]
	}, {
		anchor: "FAIL",
		when: [FAIL_PACKAGE]
	}],
	read: readTest,
	explain({ culprit, details }) {
		const test = culprit.key;
		const where = culprit.package === void 0 ? "" : ` of ${culprit.package}`;
		return {
			cause: (test === void 0 ? `The tests${where} failed without naming one (a panic, an exit, or a time-out)` : `${test}${where} failed${details[0] === void 0 ? "" : `: ${details[0].slice(0, 300)}`}`) + ". The code was built; what it does is not what the test asks for.",
			fix: []
		};
	},
	doc: "A test ran and failed. That is no incident of the environment; where it fails in one job only, compare the snapshots of the jobs."
};
const codeRules = [compileError, testFailure];

// src/incidents/families/modules-cache.ts
const DENIED = String.raw`([Pp]ermission denied|[Rr]ead-only file system|[Oo]peration not permitted|Access is denied\.?)`;
const PATH = String.raw`((?:[A-Za-z]:)?[^\n:"'‘’]{1,400})`;
/** What go was doing; groups: verb, path, answer. */
const CALL = new RegExp(String.raw`(?:^|[\s:])(open|mkdir|unlinkat|unlink|remove|rename|lstat|stat|chmod|openat|RLock|Lock) ${PATH}: ${DENIED}`);
/** What rm, tar and cp say; groups: path, answer. */
const TOOL$1 = new RegExp(String.raw`(?:^|[\s/])(?:rm|tar|cp|mv|find): (?:(?:cannot|can't) [a-z ]{3,30})?['"‘]?((?:[A-Za-z]:)?[^\s:"'‘’]{1,400})['"’]?: (?:Cannot [a-z]{3,10}: )?${DENIED}`);
/** What Node says, for actions that restore and clean caches; groups: verb, path. */
const NODE = /E(?:ACCES|PERM): [a-z ]{3,30}, ([a-z]{3,10}) '([^'\n]{1,400})'/;
const MODULE_CACHE = /[/\\]pkg[/\\]mod(?:[/\\]|$)|[/\\]cache[/\\]download[/\\]|[/\\]cache[/\\](?:lock|vcs)\b|@v\d[\w.\-+!]{0,100}(?:[/\\]|$)/;
const ABOUT_MODULE_CACHE = new RegExp(String.raw`could not create module cache|failed to create cache directory|writing (?:go\.mod|stat) cache: |(?:^|[\s:])${MODULE}@${VERSION}: (?:mkdir|open|rename) `);
const BUILD_CACHE = /failed to initialize build cache at|build cache is (?:required|disabled)|failed to trim cache|go-build[/\\]|[/\\]go-build\b/;
/** The folder of the cache, where the path shows which part of it that is. */
function cacheRoot(path) {
	return (/^(.*?\/pkg\/mod)(?:\/|$)/.exec(path) ?? /^(.+?)\/cache\/(?:download|lock|vcs)\b/.exec(path) ?? /^(.*?go-build)(?:\/|$)/.exec(path))?.[1] ?? path;
}
/** Who was kept from doing what to which path, and how that was said. */
function readRefusal(text) {
	const call = CALL.exec(text);
	if (call !== null) return {
		isRemoval: /^(?:unlink|remove)/.test(call[1] ?? ""),
		path: (call[1] === "rename" ? call[2]?.split(" ", 1)[0] : call[2]) ?? "",
		answer: call[3] ?? ""
	};
	const tool = TOOL$1.exec(text);
	if (tool !== null) return {
		isRemoval: /(?:^|[\s/])(?:rm|find): /.test(text),
		path: tool[1] ?? "",
		answer: tool[2] ?? ""
	};
	const node = NODE.exec(text);
	return node === null ? null : {
		isRemoval: /^(?:unlink|rmdir)/.test(node[1] ?? ""),
		path: node[2] ?? "",
		answer: ""
	};
}
function read$5(match) {
	const { text } = match.line;
	const refusal = readRefusal(text);
	if (refusal === null) return null;
	const { path, answer, isRemoval } = refusal;
	const build = BUILD_CACHE.test(text);
	if (!build && !MODULE_CACHE.test(path) && !ABOUT_MODULE_CACHE.test(text)) return null;
	return {
		culprit: {
			file: cacheRoot(cleanPath(path.trim())),
			key: build ? "GOCACHE" : "GOMODCACHE"
		},
		details: [isRemoval ? "#remove" : /ead-only/.test(answer) ? "#read-only" : "#denied"],
		confidence: build ? "likely" : "certain"
	};
}
const cachePermission = {
	id: "modules/cache-permission",
	summary: "go may not write into its cache",
	confidence: "certain",
	wordings: [
		{
			anchor: "ermission denied",
			when: [CALL]
		},
		{
			anchor: "ermission denied",
			when: [TOOL$1]
		},
		{
			anchor: "EACCES: ",
			when: [NODE]
		},
		{
			anchor: "EPERM: ",
			when: [NODE]
		},
		{
			anchor: "ead-only file system",
			when: [CALL]
		},
		{
			anchor: "ead-only file system",
			when: [TOOL$1]
		},
		{
			anchor: "peration not permitted",
			when: [CALL]
		},
		{
			anchor: "peration not permitted",
			when: [TOOL$1]
		},
		{
			anchor: "Access is denied",
			when: [CALL]
		}
	],
	read: read$5,
	explain({ culprit, details }) {
		const key = culprit.key ?? "GOMODCACHE";
		const what = key === "GOCACHE" ? "build cache" : "module cache";
		const own = {
			command: `export ${key}="$HOME/.cache/${key === "GOCACHE" ? "go-build" : "go-mod"}"`,
			why: `Takes a ${what} of one's own for this shell; later steps of the job need the same setting.`
		};
		if (details.includes("#remove")) return {
			cause: `What lies in the ${what} ${culprit.file ?? ""} may not be removed: go makes the files and folders of modules read-only on purpose, so that nothing changes them by accident.`,
			fix: [{
				command: "chmod -R u+w \"$(go env GOMODCACHE)\"",
				why: "Lets their owner remove them. GOFLAGS=-modcacherw makes new ones writable, where a job cleans up by itself."
			}]
		};
		const readOnly = details.includes("#read-only");
		return {
			cause: `go may not write into its ${what}${culprit.file === void 0 ? "" : ` (${culprit.file})`}: ` + (readOnly ? "the file system is mounted read-only." : "it belongs to another user. Mostly an earlier step, a container or a restored cache wrote it as root, or HOME and GOPATH of this user are not set."),
			fix: [
				...readOnly ? [] : [{
					command: `sudo chown -R "$(id -u):$(id -g)" "$(go env ${key})"`,
					why: "Gives the cache to the user who runs go. Then let only one user write it."
				}],
				own,
				{
					edit: readOnly ? `Mount a writable volume at the folder of the ${what}.` : "In a container, run go as the user who owns the cache (`--user`, `USER`), or set HOME to a folder of the user who runs it.",
					why: "So that it does not come back with the next job."
				}
			]
		};
	},
	doc: "go writes downloads into GOMODCACHE and what it compiled into GOCACHE. The files of modules are read-only, their folders belong to whoever downloaded them. Running the whole job as root, or chmod 777, makes the next user meet the same; turning the cache off downloads everything anew. See https://go.dev/ref/mod#module-cache."
};
const RETRACTED = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): retracted by module author(?:: ([^\n]{1,500}))?`);
const DEPRECATED = new RegExp(String.raw`(?:^|\s)go: module (${MODULE}) is deprecated(?:: ([^\n]{1,500}))?`);
/** `go list -m -u`: `path version (retracted) [newer] (deprecated)`. */
const LISTED$7 = new RegExp(String.raw`^(${MODULE}) (${VERSION})(?: \[${VERSION}\])?(?: \((retracted|deprecated)\))(?: \[(${VERSION})\])?(?: \((retracted|deprecated)\))?`);
const retractedOrDeprecated = {
	id: "modules/retracted-or-deprecated",
	summary: "A module was given up by its author",
	confidence: "certain",
	severity: "warning",
	wordings: [
		{
			anchor: "retracted by module author",
			when: [RETRACTED]
		},
		{
			anchor: " is deprecated",
			when: [DEPRECATED]
		},
		{
			anchor: "(retracted)",
			when: [LISTED$7]
		},
		{
			anchor: "(deprecated)",
			when: [LISTED$7]
		}
	],
	read(match) {
		const { text } = match.line;
		if (DEPRECATED.test(text)) return {
			culprit: { module: match.part(1) },
			details: ["#deprecated", match.part(2)]
		};
		if (RETRACTED.test(text)) return {
			culprit: { module: `${match.part(1)}@${match.part(2)}` },
			details: ["#retracted", match.part(3)]
		};
		const isRetracted = [match.part(3), match.part(5)].includes("retracted");
		return {
			culprit: { module: `${match.part(1)}@${match.part(2)}` },
			details: [isRetracted ? "#retracted" : "#deprecated"]
		};
	},
	explain({ culprit, details }) {
		const [kind = "", said = ""] = details;
		const module = culprit.module ?? "";
		const path = module.split("@", 1)[0] ?? "";
		const words = said === "" ? "" : ` They say: ${said.slice(0, 300)}`;
		const notice = "This is a notice: nothing fails because of it.";
		if (kind === "#retracted") return {
			cause: `The authors of ${path} took ${module.split("@")[1] ?? "this version"} back.${words} ${notice}`,
			fix: [{
				command: `go get ${path}@latest && go mod tidy`,
				why: "Takes the newest version that was not taken back."
			}]
		};
		return {
			cause: `The authors of ${path} no longer maintain it under this path.${words} ${notice}`,
			fix: [{
				edit: `Plan to replace ${path} by what its authors name.`,
				why: "Which module takes its place, and when, a person has to decide."
			}]
		};
	},
	doc: "Authors can retract a version and deprecate a module in the go.mod of a newer version. go says so when it adds or lists the module and builds as before: it is a warning, never an error by itself. Excluding the version by hand only moves the build to another one unseen. See https://go.dev/ref/mod#go-mod-file-retract."
};
const cacheRules = [cachePermission];
/** What never makes a command fail. */
const moduleNotices = [retractedOrDeprecated];

// src/incidents/families/modules-go-mod.ts
/** Lines in which what belongs to a line is looked for. */
const NEXT$2 = 3;
const UPDATES = /(?:^|[\s:])updates to go\.(mod|sum|work) needed(?:, disabled by -mod=(readonly|vendor))?/;
const SUGGESTED = new RegExp(String.raw`(?:^|\s)(go get(?: -[td])? ${MODULE}(?:@(?:latest|${VERSION}))?)\s*$`);
const NO_REQUIRED = new RegExp(String.raw`(?:^|[\s:(])no required module provides package "?(${MODULE})"?(?=$|[;:,)\s])`);
const LOOKUP = new RegExp(String.raw`(?:^|[\s:])cannot find module (?:for path|providing package) "?(${MODULE})"?(?:$|: import lookup disabled by -mod=readonly)`);
const IMPLICIT = new RegExp(String.raw`(?:^|[\s:])package (${MODULE}) imports (${MODULE}) from implicitly required module`);
const NOT_REQUIRED = new RegExp(String.raw`(?:^|[\s:])module (${MODULE}) provides package (${MODULE}) and is replaced but not required`);
const NEWER$1 = new RegExp(String.raw`(?:^|[\s:])package (${MODULE}) provided by (${MODULE}) at latest version (${VERSION}) but not at required version (${VERSION})`);
const LACKS = new RegExp(String.raw`(?:^|[\s:])module (${MODULE})@([\w.\-+]{1,100}) found(?: \((${VERSION})[^)\n]{0,400}\))?, but does not contain package (${MODULE})`);
const SELECTS = /(?:^|\s)but go (1\.\d{1,3}) would (?:select|fail to locate)/;
const COMPAT = /(?:^|\s)(go mod tidy(?: -go=[\d.]{1,10})? -compat=[\d.]{1,10})\s*$/;
const TIDY_DIFF = /(?:^|\s)diff current\/(\S{0,300}go\.(?:mod|sum)) tidy\//;
const GIT_DIFF = /(?:^|\s)diff --git a\/(\S{0,300}go\.(?:mod|sum)) b\//;
const SAYS_TIDY = /(?:^|[^\w])(?:go mod tidy|not tidy|untidy|is(?:n't| not) tid(?:y|ied))(?=$|[^\w])/;
const REPLACEMENT = new RegExp(String.raw`(?:^|[\s:])(${MODULE})(?:@(${VERSION}))?: replacement directory (\S[^\n]{0,400}?) does not exist`);
const REPLACED_BY = new RegExp(String.raw`(?:^|[\s:])(${MODULE})(?:@(${VERSION}))? \(replaced by ((?:\.{0,2}[/\\]|[A-Za-z]:)[^\n)]{0,400})\): reading [^\n]{1,500}(?:no such file|cannot find the )`);
const UNKNOWN = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@([\w.\-+/]{1,200}): (?:invalid (?:version|pseudo-version)|reading \S{1,300} at revision \S{1,200}): (unknown revision [\w.\-+/]{1,200}|(?:does not match|revision is|preceding tag|version before|tag \(|major version without|missing )[^\n]{1,300})`);
/** `go.mod:5: unknown directive: <<<<<<<`; groups: file, line, column, message. */
const UNREADABLE$1 = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']{0,300}\bgo\.mod):(\d{1,7})(?::(\d{1,6}))?: (\S[^\n]{0,400})/;
const PARSING$1 = /errors? parsing \S{0,400}go\.mod:/;
/** What an older Go says of words that a newer one knows is for other rules, and so is what a module proxy answers. */
const NOT_HERE = /^(?:unknown (?:directive|block type): (?:toolchain|godebug|tool|ignore)\b|invalid (?:go version|toolchain)|[^\n]*(?:https?|file):\/\/)/;
/** A command among the details. */
const PROPOSAL = /^go (?:get|mod) /;
function suggestion$1(match) {
	const next = match.after.slice(0, NEXT$2).find((line) => SUGGESTED.test(line.text));
	return next === void 0 ? { command: "" } : {
		command: SUGGESTED.exec(next.text)?.[1] ?? "",
		evidence: [next]
	};
}
function aboutPackage(kind, match, path, more = []) {
	const place = goPlace(match);
	const { command, ...evidence } = suggestion$1(match);
	return {
		culprit: { package: path },
		...place === null ? {} : { location: place },
		details: [
			kind,
			...more,
			...command === "" ? [] : [command]
		],
		...evidence
	};
}
function aboutGoMod(kind, file, more = []) {
	return {
		culprit: { file },
		location: { file },
		details: [kind, ...more]
	};
}
function read$4(match) {
	const { text } = match.line;
	if (UPDATES.test(text)) return aboutGoMod("#updates", `go.${match.part(1)}`, match.part(2) === "" ? [] : [match.part(2)]);
	if (NO_REQUIRED.test(text) || LOOKUP.test(text)) return aboutPackage("#missing", match, match.part(1));
	if (IMPLICIT.test(text)) return aboutPackage("#missing", match, match.part(2));
	if (NOT_REQUIRED.test(text)) return aboutPackage("#missing", match, match.part(2));
	if (NEWER$1.test(text)) return aboutPackage("#older", match, match.part(1), [
		match.part(2),
		match.part(3),
		match.part(4)
	]);
	if (LACKS.test(text)) return aboutPackage("#lacks", match, match.part(4), [match.part(1), match.part(3) === "" ? match.part(2) : match.part(3)]);
	if (SELECTS.test(text)) {
		const offer = match.after.find((line) => COMPAT.test(line.text));
		const command = COMPAT.exec(offer?.text ?? "")?.[1] ?? "";
		return {
			culprit: { file: "go.mod" },
			location: { file: "go.mod" },
			details: [
				"#compat",
				match.part(1),
				...command === "" ? [] : [command]
			],
			...offer === void 0 ? {} : { evidence: [offer] }
		};
	}
	if (TIDY_DIFF.test(text) || GIT_DIFF.test(text)) return aboutGoMod("#diff", match.part(1).replace(/sum$/, "mod"));
	if (REPLACEMENT.test(text) || REPLACED_BY.test(text)) {
		const place = goPlace(match);
		return {
			culprit: {
				module: match.part(1),
				file: cleanPath(match.part(3))
			},
			...place === null ? {} : { location: place },
			details: ["#replacement", match.part(2)]
		};
	}
	if (UNKNOWN.test(text)) return {
		culprit: { module: `${match.part(1)}@${match.part(2)}` },
		details: ["#version", match.part(3)]
	};
	if (NOT_HERE.test(match.part(4))) return null;
	const file = cleanPath(match.part(1));
	return {
		culprit: { file },
		location: placeOf$2(file, match.part(2), match.part(3)),
		details: ["#unreadable", match.part(4)]
	};
}
const preview = {
	command: "go mod tidy -diff",
	why: "Shows what it would change, and changes nothing (Go 1.23 and newer)."
};
const tidy = {
	command: "go mod tidy",
	why: "Brings go.mod and go.sum in line with the imports; commit both."
};
const tidyVendor = {
	command: "go mod tidy && go mod vendor",
	why: "Brings go.mod and go.sum in line with the imports and vendor/ with them; commit all of it."
};
/** `go mod tidy -diff` came with Go 1.23. */
function hasDiff({ goVersion = "" }) {
	const minor = /^(?:go)?1\.(\d{1,3})/.exec(goVersion)?.[1];
	return minor === void 0 || Number(minor) >= 23;
}
function proposed(command) {
	return command === "" ? [] : [{
		command,
		why: "What go itself proposes: requires the module that provides it."
	}];
}
function explainKind$1(name, details, facts) {
	const command = details.find((detail) => PROPOSAL.test(detail)) ?? "";
	const [kind = "", first = "", second = "", third = ""] = details.filter((detail) => !PROPOSAL.test(detail));
	switch (kind) {
		case "#updates": return {
			cause: `${name} is not what the build needs: a requirement is missing, too low or no longer right, and ${first === "" ? "a build" : `with -mod=${first} a build`} does not change it. Mostly an edit of go.mod, or a merge, was committed without \`go mod tidy\`.`,
			fix: [first === "vendor" ? tidyVendor : tidy, ...hasDiff(facts) ? [preview] : []]
		};
		case "#missing": return {
			cause: `The code imports ${name}, and no module of go.mod provides it. Either the change that brought the import was committed without go.mod, or the path is misspelt, or it is a package of this project that is not here (generated code, a folder that was not checked out).`,
			fix: [...proposed(command), {
				...tidy,
				why: "Adds every requirement that is missing; commit go.mod and go.sum."
			}]
		};
		case "#older": return {
			cause: `go.mod asks for ${first} ${third}, which does not have package ${name} yet; ${second} has it.`,
			fix: [{
				command: `go get ${first}@${second} && go mod tidy`,
				why: "Raises that module to a version that has the package."
			}]
		};
		case "#lacks": return {
			cause: `Package ${name} is not in ${first} ${second}: it was moved, removed or never there, or the path is misspelt. Nothing that imports it is built.`,
			fix: [{
				edit: `Import what took its place, or require a version of ${first} that still has it.`,
				why: "A person has to decide; the release notes of the module say where the package went. If a dependency imports it, raise that dependency."
			}]
		};
		case "#compat": return {
			cause: `With the module graph of Go ${first} other versions would be chosen than with the one of the go line of go.mod, so two Go releases would build different programs. \`go mod tidy\` stops there.`,
			fix: command === "" ? [{
				edit: "Run the one of the two commands that go prints below the message.",
				why: "It depends on whether the older Go must go on building this."
			}] : [{
				command,
				why: `When nobody builds this with Go ${first} any more: keeps what is chosen now.`
			}]
		};
		case "#diff": return {
			cause: `${name} or its go.sum is not tidy: what is committed differs from what \`go mod tidy\` writes, so this check fails.`,
			fix: [{
				...tidy,
				why: "Writes what the check expects, with the Go version that go.mod asks for; commit go.mod and go.sum."
			}]
		};
		case "#version": return {
			cause: `go.mod, or a dependency, asks for ${name}, and its repository has no such version (${first}). The tag or commit was removed or never pushed, or the version is misspelt.`,
			fix: [{
				edit: `Ask for a version that exists: \`go get\` the module at a tag, a branch or a commit hash; go writes the right version into go.mod.`,
				why: "Which version is meant, a person has to decide. If a dependency asks for it, raise that dependency or replace the module."
			}]
		};
		default: {
			const markers = /<{7}|={7}|>{7}/.test(first);
			return {
				cause: `${name} cannot be read: ${first}. ` + (markers ? "These are the markers of a merge that was left unresolved. " : "") + "No go command does anything in this module until that line is right.",
				fix: [{
					edit: markers ? `Resolve the conflict in ${name}: keep the higher version of each module, and remove the markers.` : `Correct that line of ${name}.`,
					why: "What is meant there, a person has to decide."
				}, {
					...tidy,
					why: "Afterwards: brings go.mod and go.sum in line with the imports."
				}]
			};
		}
	}
}
/** go.mod itself has to change before anything is built. */
const goModNeedsUpdate = {
	id: "modules/go-mod-needs-update",
	summary: "go.mod has to change first",
	confidence: "certain",
	wordings: [
		{
			anchor: "updates to go.",
			when: [UPDATES]
		},
		{
			anchor: "no required module provides package",
			when: [NO_REQUIRED],
			confidence: "likely"
		},
		{
			anchor: "cannot find module ",
			when: [LOOKUP],
			confidence: "likely"
		},
		{
			anchor: "from implicitly required module",
			when: [IMPLICIT]
		},
		{
			anchor: "is replaced but not required",
			when: [NOT_REQUIRED]
		},
		{
			anchor: "but not at required version",
			when: [NEWER$1]
		},
		{
			anchor: "but does not contain package",
			when: [LACKS],
			confidence: "likely"
		},
		{
			anchor: " would select",
			when: [SELECTS]
		},
		{
			anchor: " would fail to locate",
			when: [SELECTS]
		},
		{
			anchor: "diff current/",
			when: [TIDY_DIFF]
		},
		{
			anchor: "diff --git a/",
			when: [GIT_DIFF, SAYS_TIDY],
			confidence: "likely"
		},
		{
			anchor: "replacement directory ",
			when: [REPLACEMENT],
			confidence: "likely"
		},
		{
			anchor: "(replaced by ",
			when: [REPLACED_BY],
			confidence: "likely"
		},
		{
			anchor: ": invalid ",
			when: [UNKNOWN],
			unless: [/https?:\/\//],
			reach: 0,
			confidence: "likely"
		},
		{
			anchor: " at revision ",
			when: [UNKNOWN],
			unless: [/https?:\/\//],
			reach: 0,
			confidence: "likely"
		},
		{
			anchor: "go.mod:",
			when: [UNREADABLE$1, PARSING$1],
			reach: 8,
			confidence: "likely"
		}
	],
	read: read$4,
	explain({ culprit, details }, facts) {
		const [kind, of = ""] = details;
		if (kind === "#replacement") {
			const module = culprit.module ?? "";
			const directory = culprit.file ?? "";
			return {
				cause: `go.mod replaces ${module} by the folder ${directory}, which is not here. Such a line fits the machine of the person who wrote it; elsewhere the folder is missing, unless the job checks it out or the Dockerfile copies it.`,
				fix: [{
					command: `go mod edit -dropreplace=${module}${of === "" ? "" : ` -dropreplace=${module}@${of}`} && go mod tidy`,
					why: "When the line was committed by accident: builds with the released module again."
				}, {
					edit: `Check out or copy ${directory} beside this module before the build.`,
					why: "When the replacement is meant: then it has to be there in every job."
				}]
			};
		}
		return explainKind$1(culprit.package ?? culprit.module ?? culprit.file ?? "go.mod", details, facts);
	},
	doc: "go.mod does not say what the build needs: a requirement is missing or too low, a replaced folder or a version does not exist, or the file cannot be read. Builds only read go.mod, so it must be put right and committed. -mod=mod lets each build write its own go.mod: what is built is then no longer what was reviewed. See https://go.dev/ref/mod#go-mod-tidy."
};

// src/incidents/families/modules-no-go-mod.ts
const NOT_FOUND = /(?:^|[\s:])(?:go\.mod file not found in current directory|cannot find main module(?!, but -modfile)(?:, but found (\S{1,200}) in (\S[^\n]{0,300}))?|working directory is not part of a module|gopls was not able to find modules in your workspace|gopls requires a module at the root of your workspace)/;
const PREFIX = /(?:^|[\s:])directory (?:prefix )?(\S[^\n]{0,300}?) (?:does not contain main module|outside (?:main module|available modules))(?:$|\s)/;
const NO_MODULE_PATH = /(?:^|\s)cannot determine module path for source directory (\S[^\n]{0,300}?) \(outside GOPATH/;
const NEEDS_VERSION = /(?:^|\s)'go install' requires a version when current directory is not in a module/;
const TRY = new RegExp(String.raw`Try '(go install ${MODULE}@(?:latest|${VERSION}))'`);
const NOTHING_GIVEN = /(?:^|\s)no modules specified \(see 'go help mod download'\)/;
const DISABLED$1 = /(?:^|\s)(?:modules disabled (?:inside GOPATH[/\\]src )?by GO111MODULE=(?:off|auto)|cannot use path@version syntax in GOPATH mode|list -m cannot be used with GO111MODULE=off)/;
const NOWHERE$1 = new RegExp(String.raw`cannot find package "(${MODULE})" in any of:`);
const GOPATH_TREE = /\(from \$GOPATH\)/;
/** A folder of the module that holds a go.mod of its own, or is not there. */
const NESTED = new RegExp(String.raw`(?:^|[\s:])main modules? \([^)\n]{1,400}\) do(?:es)? not contain package (${MODULE})`);
/** What BuildKit says of a COPY line. */
const NOT_COPIED = /(?:cache key|checksum of ref)[^\n]{0,300}: "?\/?([^\s":]{0,200}go\.(?:mod|sum))"?(?: not found)?: not found/;
function read$3(match) {
	const { text } = match.line;
	const place = goPlace(match);
	const at = place === null ? {} : { location: place };
	const sight = (kind, directory = "", detail = "") => ({
		culprit: { file: directory === "" ? "go.mod" : directory },
		...at,
		details: [kind, detail]
	});
	if (NEEDS_VERSION.test(text)) {
		const hint = match.after.slice(0, 2).find((line) => TRY.test(line.text));
		return {
			...sight("#install", "", TRY.exec(hint?.text ?? "")?.[1]),
			...hint === void 0 ? {} : { evidence: [hint] }
		};
	}
	if (DISABLED$1.test(text)) return {
		culprit: { key: "GO111MODULE" },
		details: ["#off", ""]
	};
	if (NOWHERE$1.test(text)) {
		if (isStandard(match.part(1)) || !match.part(1).split("/", 1)[0]?.includes(".")) return null;
		return {
			culprit: {
				key: "GO111MODULE",
				package: match.part(1)
			},
			...at,
			details: ["#gopath", ""]
		};
	}
	if (NESTED.test(text)) return {
		culprit: { package: match.part(1) },
		...at,
		details: ["#nested", ""]
	};
	if (NOT_COPIED.test(text)) return {
		culprit: { file: cleanPath(match.part(1)) },
		details: ["#copy", ""]
	};
	if (PREFIX.test(text)) return sight("#prefix", cleanPath(match.part(1)));
	return sight("#none", cleanPath(match.part(2)));
}
const elsewhere = [{
	edit: "Run the command in the folder that holds go.mod: `working-directory:` of the step, `WORKDIR` in a Dockerfile, `cd` in a script.",
	why: "When the project has a go.mod, but not here: go looks in this folder and in those above it, never below."
}, {
	command: "find . -name go.mod -not -path '*/vendor/*'",
	why: "Shows where below this folder there is one. None: the checkout or the COPY line of the Dockerfile leaves it out."
}];
const begin = {
	edit: "When the project has no go.mod yet: `go mod init` with its import path (github.com/owner/name), then `go mod tidy`.",
	why: "Makes it a module; the path is what others will import it by."
};
/** The go command runs where there is no module. */
const noGoMod = {
	id: "modules/no-go-mod",
	summary: "There is no go.mod where go looks for one",
	confidence: "certain",
	wordings: [
		{
			anchor: "go.mod file not found",
			when: [NOT_FOUND]
		},
		{
			anchor: "cannot find main module",
			when: [NOT_FOUND]
		},
		{
			anchor: "is not part of a module",
			when: [NOT_FOUND]
		},
		{
			anchor: "gopls ",
			when: [NOT_FOUND]
		},
		{
			anchor: "does not contain main module",
			when: [PREFIX]
		},
		{
			anchor: " not contain package ",
			when: [NESTED],
			confidence: "likely"
		},
		{
			anchor: " outside main module",
			when: [PREFIX],
			confidence: "likely"
		},
		{
			anchor: " outside available modules",
			when: [PREFIX]
		},
		{
			anchor: "cannot determine module path",
			when: [NO_MODULE_PATH]
		},
		{
			anchor: "requires a version when current directory",
			when: [NEEDS_VERSION]
		},
		{
			anchor: "no modules specified",
			when: [NOTHING_GIVEN],
			confidence: "likely"
		},
		{
			anchor: " by GO111MODULE=",
			when: [DISABLED$1],
			confidence: "likely"
		},
		{
			anchor: "cannot be used with GO111MODULE=off",
			when: [DISABLED$1],
			confidence: "likely"
		},
		{
			anchor: "in GOPATH mode",
			when: [DISABLED$1],
			confidence: "likely"
		},
		{
			anchor: ": not found",
			when: [NOT_COPIED],
			confidence: "likely"
		},
		{
			anchor: "cannot find package \"",
			when: [NOWHERE$1, GOPATH_TREE],
			reach: 8,
			confidence: "likely"
		}
	],
	read: read$3,
	explain({ culprit, details }) {
		const [kind = "", detail = ""] = details;
		if (kind === "#off" || kind === "#gopath") return {
			cause: `go works without modules here: GO111MODULE is off${kind === "#gopath" ? ", or there is no go.mod in this folder and those above it and this Go is older than 1.16" : ""}. It then looks for packages in GOPATH only, and go.mod and go.sum count for nothing.`,
			fix: [{
				command: "GO111MODULE=on go build ./...",
				why: "Builds with modules; then take GO111MODULE=off out of the job (environment, `go env -u GO111MODULE`)."
			}, ...kind === "#gopath" ? elsewhere : []]
		};
		if (kind === "#install") return {
			cause: "go install was called outside of a module, where nothing says which version of the program is meant.",
			fix: [...detail === "" ? [] : [{
				command: detail,
				why: "Names the version; instead of `latest`, a fixed one builds the same in every job."
			}], ...elsewhere.slice(0, 1)]
		};
		if (kind === "#nested") return {
			cause: `The folder of ${culprit.package ?? "the package"} does not belong to the module that is built: it has a go.mod of its own, or it is not there (not checked out, not copied, or another name).`,
			fix: [{
				edit: "When it is a module of its own, run the command in its folder (`working-directory:`, `cd`), or list both modules in a go.work file.",
				why: "go builds the packages of one module, or of those that a workspace lists."
			}, {
				command: "find . -name go.mod -not -path '*/vendor/*'",
				why: "Shows which folders are modules of their own."
			}]
		};
		if (kind === "#copy") return {
			cause: `The container build copies ${culprit.file ?? "go.mod"}, and it is not in the build context: another folder was given as context, .dockerignore leaves it out, or it is not committed.`,
			fix: [{
				edit: "Build with the folder that holds go.mod as context (`docker build -f path/Dockerfile .`), or correct the path of the COPY line or .dockerignore.",
				why: "COPY only sees what lies in the context."
			}]
		};
		const where = culprit.file === void 0 || culprit.file === "go.mod" || culprit.file === "." ? "the folder in which the command runs" : culprit.file;
		return {
			cause: kind === "#prefix" ? `${where === culprit.file ? where : "The folder in which the command runs"} is in no module: neither there nor above it is a go.mod file that covers it. The pattern of the command fits no package, so nothing is built.` : `There is no go.mod file in ${where} or in any folder above it, so go does not know what to build.`,
			fix: [...elsewhere, begin]
		};
	},
	doc: "go looks for go.mod in the working directory and upwards. In CI the project mostly lies in a sub-folder, or go.mod did not get into the container. GO111MODULE=off is no fix: it makes go ignore modules, and with them go.mod, go.sum and every version. See https://go.dev/ref/mod#commands-outside."
};

// src/incidents/families/modules-paths.ts
/** Lines in which what belongs to a line is looked for. */
const NEXT$1 = 3;
/** Lines in which the list of an ambiguous import stands. */
const MOST = 16;
const AMBIGUOUS = new RegExp(String.raw`ambiguous import: found (?:package )?(${MODULE}) in multiple (modules|directories)`);
/** Groups: module, version (none for the main module), directory. */
const CANDIDATE = new RegExp(String.raw`(?:^|\s)(${MODULE})(?: (${VERSION}))? \(([^\n]{1,500})\)\s*$`);
const FOLDER = /^\s+((?:[A-Za-z]:)?[/\\.][^\n]{0,500})$/;
function readAmbiguous(match) {
	const place = goPlace(match);
	const path = match.part(1);
	const next = match.after.findIndex(({ text }) => AMBIGUOUS.test(text));
	const details = [];
	const evidence = match.after.slice(0, next === -1 ? MOST : Math.min(next, MOST)).filter(({ text }) => {
		const [, first = "", version] = (match.part(2) === "modules" ? CANDIDATE : FOLDER).exec(text) ?? [];
		if (first === "" || match.part(2) === "modules" && !`${path}/`.startsWith(`${first}/`)) return false;
		details.push(version === void 0 ? cleanPath(first) : `${first}@${version}`);
		return true;
	});
	return {
		culprit: { package: path },
		...place === null ? {} : { location: place },
		details,
		evidence
	};
}
const ambiguousImport = {
	id: "modules/ambiguous-import",
	summary: "Two modules have the same package",
	confidence: "certain",
	wordings: [{
		anchor: "ambiguous import: found ",
		when: [AMBIGUOUS]
	}],
	read: readAmbiguous,
	explain({ culprit, details }) {
		const path = culprit.package ?? "";
		const folders = details.filter((detail) => /^(?:[A-Za-z]:|[/.])/.test(detail));
		const own = details.filter((detail) => !detail.includes("@") && !folders.includes(detail));
		const modules = details.filter((detail) => detail.includes("@")).map((detail) => detail.slice(0, detail.indexOf("@")));
		const byLength = modules.toSorted((a, b) => a.length - b.length);
		const [outer] = byLength;
		const inner = byLength.at(-1);
		const raise = outer === void 0 || own.length > 0 ? [] : [{
			command: `go get ${outer}@latest && go mod tidy`,
			why: `When the package was moved out of ${outer} into a module of its own, a newer ${outer} has it no longer. Raises that one.`
		}];
		const drop = inner === void 0 ? [] : [{
			command: `go get ${inner}@none && go mod tidy`,
			why: `Drops ${inner} and whatever needs it: right when ${own[0] ?? outer ?? "the other"} is the one that is meant.`
		}];
		return {
			cause: `Package ${path} is found in ${details.length === 0 ? "two places" : enumerate(details)}. go does not choose between them, so nothing that imports it is built. ` + (details.length === 0 ? "Mostly a package became a module of its own, and an old version of the module it came from is still in the build list." : modules.length > 1 ? "Mostly a package became a module of its own, and the build list holds both: the new module, and an old version of the one it came from." : "The same import path leads to the code of the project itself and to something else."),
			fix: [
				...raise,
				...drop,
				...details.length === 0 || folders.length > 0 ? [{
					edit: `Keep one of the copies of ${path}: remove the folder that is not meant, or rename it.`,
					why: "Which one is meant, a person has to decide."
				}] : [{
					command: "go mod graph",
					why: "Shows which modules ask for which version, when neither helps."
				}]
			]
		};
	},
	doc: "An import path may be provided by exactly one module of the build list. Two provide it when a folder of a module became a module of its own, and only one of the two was upgraded. Vendoring or -mod=mod changes nothing; a `replace` to nowhere hides it until the next upgrade. See https://go.dev/ref/mod#resolve-pkg-mod."
};
const DECLARES = new RegExp(String.raw`(?:^|[\s:])module declares its path as: (${MODULE})`);
const REQUIRED_AS = new RegExp(String.raw`(?:^|\s)but was required as: (${MODULE})`);
const WITH_VERSION = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION})(?:$|: )`);
const PARSING = /parsing \S{0,300}go\.mod:/;
/** Go 1.11 and 1.12. */
const UNEXPECTED = new RegExp(String.raw`(?:^|[\s:])(${MODULE})@(${VERSION}): parsing go\.mod: unexpected module path "(${MODULE})"`);
/** Path and version that do not fit; groups: module and version in go.mod, or of a query. */
const MAJOR = new RegExp(String.raw`(?:(?:^|[\s:])require (${MODULE}): version "(${VERSION})" invalid|(?:^|[\s:])(${MODULE})@(${VERSION})(?:: invalid version)?): ` + String.raw`(?:module contains a go\.mod file, so m|should be v\d|go\.mod has (?:post|non)-\S{1,40} module path ")`);
const CASE = new RegExp(String.raw`case-insensitive import collision: "(${MODULE})" and "(${MODULE})"`);
/** The path that go says fits. */
const FITS = new RegExp(String.raw`must match major version \("(${MODULE})"\)|\(or module (${MODULE})\)|go\.mod has post-\S{1,40} module path "(${MODULE})"`);
const GO_MOD_LINE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']{0,300}go\.mod):(\d{1,7})/;
/** The path under which this version of a module can be required. */
function majorPath(path, version) {
	const base = path.replace(/\/v\d+$/, "");
	const major = /^v\d+/.exec(version)?.[0] ?? "v0";
	return major === "v0" || major === "v1" ? base : `${base}/${major}`;
}
function readPath(match) {
	const { text } = match.line;
	if (DECLARES.test(text)) {
		const [declared, required] = [match.part(1), match.part(1, 1)];
		const head = match.near.filter(({ index }) => index <= match.line.index && index >= match.line.index - NEXT$1).toReversed().find((line) => PARSING.test(line.text));
		const version = head === void 0 ? void 0 : WITH_VERSION.exec(head.text)?.[2];
		return {
			culprit: { module: version === void 0 ? required : `${required}@${version}` },
			details: ["#declares", declared],
			...head === void 0 ? {} : { evidence: [head] }
		};
	}
	if (UNEXPECTED.test(text)) return {
		culprit: { module: `${match.part(1)}@${match.part(2)}` },
		details: ["#declares", match.part(3)]
	};
	if (CASE.test(text)) {
		const place = goPlace(match);
		return {
			culprit: { package: match.part(1) },
			...place === null ? {} : { location: place },
			details: ["#case", match.part(2)]
		};
	}
	const [path, version] = match.part(1) === "" ? [match.part(3), match.part(4)] : [match.part(1), match.part(2)];
	const named = FITS.exec(text);
	const right = named?.[1] ?? named?.[2] ?? named?.[3] ?? (text.includes("contains a go.mod file") ? majorPath(path, version) : "");
	const place = GO_MOD_LINE.exec(text);
	return {
		culprit: { module: `${path}@${version}` },
		...place === null ? {} : { location: {
			file: cleanPath(place[1] ?? ""),
			line: Number(place[2])
		} },
		details: ["#major", right]
	};
}
/** What to do when a module of go.mod calls itself something else. */
function rename$1(required, version, declared) {
	const at = version === "" ? "latest" : version;
	return [
		{
			edit: `Change the imports of ${required} to ${declared}.`,
			why: `When the module has moved: ${declared} is the name under which everybody else gets it.`
		},
		{
			command: `go mod edit -droprequire=${required} && go get ${declared}@${at} && go mod tidy`,
			why: "Then: takes it into go.mod under that name."
		},
		...version === "" ? [] : [{
			command: `go mod edit -replace=${required}=${declared}@${version} && go mod tidy`,
			why: `When it is a dependency that still asks for ${required}: gives it the module under its present name, until it is changed there.`
		}, {
			command: `go mod edit -droprequire=${required} -replace=${declared}=${required}@${version} && go mod tidy`,
			why: `When ${required} is a fork of ${declared} that is meant: import ${declared}, and let the fork take its place.`
		}]
	];
}
/** What to do when a path and a version of another major come together; `right` is the path that go names, if any. */
function explainMajor(path, version, right) {
	const released = version.replace("+incompatible", "");
	const major = /^v\d+/.exec(version)?.[0] ?? "";
	const fitting = right === "" ? majorPath(path, version) : right;
	const cause = `${path} and ${version} do not go together: from v2 on the path of a module ends in its major version, and a path without such an ending stands for v0 and v1. go refuses the pair, whether go.mod or a dependency asks for it.`;
	if (right === "") return {
		cause,
		fix: [{
			edit: fitting === path ? `Ask for another version of ${path}: the go.mod of this one has another module path.` : `In go.mod, write \`${fitting} ${released}\` and change the imports to that path, or write a version that fits ${path}.`,
			why: "Which of the two is meant, a person has to decide."
		}]
	};
	return {
		cause,
		fix: [{
			edit: `Change the imports of ${path} to ${right}.`,
			why: "The path of the major version that is asked for."
		}, {
			command: `go mod edit -droprequire=${path} && go get ${right}@${right.endsWith(`/${major}`) ? released : "latest"} && go mod tidy`,
			why: "Then: takes it into go.mod under that path."
		}]
	};
}
const pathMismatch = {
	id: "modules/path-mismatch",
	summary: "A module is required under a path that is not its own",
	confidence: "certain",
	wordings: [
		{
			anchor: "module declares its path as: ",
			when: [DECLARES, REQUIRED_AS],
			reach: NEXT$1
		},
		{
			anchor: "unexpected module path \"",
			when: [UNEXPECTED]
		},
		{
			anchor: "module contains a go.mod file, so ",
			when: [MAJOR]
		},
		{
			anchor: " module path \"",
			when: [MAJOR]
		},
		{
			anchor: ": should be v",
			when: [MAJOR]
		},
		{
			anchor: "case-insensitive import collision",
			when: [CASE]
		}
	],
	read: readPath,
	explain({ culprit, details }) {
		const [kind = "", other = ""] = details;
		const name = culprit.module ?? culprit.package ?? "";
		const [path = "", version = ""] = name.split("@");
		if (kind === "#case") return {
			cause: `${path} and ${other} are the same path but for upper and lower case, and both are imported. go builds neither: file systems that do not tell the two apart would mix them.`,
			fix: [{
				edit: `Write ${enumerate([path, other])} in one way in all imports: as the module's own go.mod line says.`,
				why: "Which one is right, the module itself says."
			}, {
				command: "go mod tidy",
				why: "Then: drops the other one from go.mod."
			}]
		};
		if (kind === "#major") return explainMajor(path, version, other);
		const onlyCase = path.toLowerCase() === other.toLowerCase();
		return {
			cause: `go.mod, or a dependency, asks for ${name}, but the module there calls itself ${other}` + (onlyCase ? ": the two differ in upper and lower case only" : "; it was renamed, or it is a fork that kept the name of its origin") + ". Code in it imports its own packages by the declared path, so go does not take it under another one.",
			fix: rename$1(path, version, other)
		};
	},
	doc: "The module line of a go.mod file says under which path a module is to be imported; asking for it under another path fails. Known from renamed repositories, from forks and from major versions without /v2. A deleted go.sum or another GOPROXY does not change what the module calls itself. See https://go.dev/ref/mod#major-version-suffixes."
};
const modulePathRules = [ambiguousImport, pathMismatch];

// src/incidents/families/modules-workspace.ts
const DIRECTORY = String.raw`(\S[^\n]{0,300}?)`;
/** A path that a shell takes as it stands. */
const PLAIN = /^[A-Za-z0-9_./~@+-]{1,300}$/;
const NOT_LISTED = new RegExp(String.raw`(?:^|\s)(?:directory ${DIRECTORY}|current directory) is contained in a module that is not one of the workspace modules`);
const NOT_IN_EDITOR = /(?:^|\s)This file is within module "([^"\n]{1,300})", which is not included in your workspace/;
const OUTSIDE = new RegExp(String.raw`(?:^|[\s:])directory (?:prefix )?${DIRECTORY} (?:does not contain|outside) modules listed in go\.work or their selected`);
const CANNOT_LOAD = /(?:^|\s)cannot load module (?:(\S[^\n]{0,300}?) )?listed in go\.work file:? {0,2}(?:open ([^\n]{1,400}?)[/\\]go\.mod: )?([^\n]{0,300})/;
const TOO_LOW = /(?:^|\s)module (\S[^\n]{0,300}?) listed in go\.work file requires go >= ([\w.]{1,30}), but go\.work (?:lists|implicitly requires) go ([\w.]{1,30})/;
const FLAG = /(?:^|\s)-(mod may only be set to readonly[^\n]{0,20} when in workspace mode, but it is set to "?(\w{1,20})|modfile cannot be used in workspace mode)/;
const NO_MODULES = /(?:^|[\s:])no modules were found in the current workspace/;
const TWICE = /(?:^|[\s:])(module|path) (\S[^\n]{0,300}?) appears multiple times in workspace/;
const CONFLICT = new RegExp(String.raw`(?:^|\s)conflicting replacements for (${MODULE}(?:@v[\w.\-+]{1,100})?):`);
const REPLACED = new RegExp(String.raw`(?:^|\s)workspace module (${MODULE})(?:@\S{0,60})? is replaced at all versions in the go\.work file`);
const CANNOT_VENDOR = /'go mod vendor' cannot be run in workspace mode/;
const NO_WORK = /(?:^|\s)(?:no go\.work file found|(?:go: )?reading go\.work: open (\S[^\n]{0,300}?): no such file)/;
const BAD_GOWORK = /(?:^|\s)(?:invalid GOWORK: not an absolute path|the path provided to GOWORK must be an absolute path)/;
/** `go.work:3: unknown directive: usee`; groups: file, line, message. */
const UNREADABLE = /(?:^|[\s"'])((?:[A-Za-z]:)?[^\s:"']{0,300}\bgo\.work):(\d{1,7})(?::\d{1,6})?: (?!path )(\S[^\n]{0,300})/;
/** What an older Go says of words that a newer one knows is for another rule. */
const NEWER = /^(?:unknown (?:directive|block type): (?:toolchain|godebug|tool|ignore)\b|invalid (?:go version|toolchain))/;
function sight(kind, culprit, details = []) {
	return {
		culprit,
		details: [kind, ...details]
	};
}
function read$2(match) {
	const { text } = match.line;
	if (NOT_LISTED.test(text) || NOT_IN_EDITOR.test(text)) {
		const directory = cleanPath(match.part(1) === "" ? "." : match.part(1));
		const use = match.after.slice(0, 3).find((line) => /(?:^|\s)go work use \S/.test(line.text));
		return {
			...sight("#unlisted", { file: directory }, [directory]),
			...use === void 0 ? {} : { evidence: [use] }
		};
	}
	if (OUTSIDE.test(text)) return sight("#outside", { file: cleanPath(match.part(1)) }, [cleanPath(match.part(1))]);
	if (CANNOT_LOAD.test(text)) {
		const directory = cleanPath(match.part(1) === "" ? match.part(2) : match.part(1));
		const reason = match.part(3);
		if (/no such file|cannot find the (?:file|path)/.test(reason)) return sight("#gone", { file: directory === "" ? "go.work" : directory }, [directory]);
		return sight("#unreadable", { file: directory === "" ? "go.work" : directory }, [reason]);
	}
	if (TOO_LOW.test(text)) return sight("#low", { file: "go.work" }, [match.part(2), match.part(3)]);
	if (FLAG.test(text)) return sight("#flag", { key: "GOFLAGS" }, [match.part(2) === "" ? "-modfile" : `-mod=${match.part(2)}`]);
	if (NO_MODULES.test(text)) return sight("#empty", { file: "go.work" });
	if (TWICE.test(text)) {
		const what = match.part(2);
		return sight("#twice", match.part(1) === "module" ? { module: what } : { file: cleanPath(what) }, [what]);
	}
	if (CONFLICT.test(text) || REPLACED.test(text)) return sight("#conflict", { module: match.part(1) }, [match.part(1)]);
	if (CANNOT_VENDOR.test(text)) return sight("#vendor", { file: "go.work" });
	if (NO_WORK.test(text) || BAD_GOWORK.test(text)) return sight("#absent", match.part(1) === "" ? { key: "GOWORK" } : {
		key: "GOWORK",
		file: cleanPath(match.part(1))
	});
	const file = cleanPath(match.part(1));
	if (NEWER.test(match.part(3))) return null;
	return {
		culprit: { file },
		location: placeOf$2(file, match.part(2)),
		details: ["#unreadable", match.part(3)]
	};
}
/** `go work use dir`, when the directory can stand in a command. */
function listing(directory, why, flag = "") {
	return PLAIN.test(directory) && !directory.startsWith("-") ? [{
		command: `go work use ${flag}${directory}`,
		why
	}] : [{
		edit: `Add ${directory} to the \`use\` lines of go.work.`,
		why
	}];
}
/** Takes a folder that is gone out of go.work, where it stands as go prints it, but for a leading `./`. */
function dropping(directory) {
	if (directory === "" || !PLAIN.test(directory) || directory.startsWith("/")) return [];
	return [{
		command: `go work edit -dropuse=${directory.startsWith(".") ? directory : `./${directory}`}`,
		why: "When the module is gone for good: takes its line out of go.work. Run it beside that file."
	}];
}
const alone = {
	command: "GOWORK=off go build ./...",
	why: "Builds the module of this folder for itself, as others build it who do not have the workspace."
};
const commit = {
	edit: "Take go.work out of the commit (.gitignore) when it is meant for one machine only.",
	why: "A workspace mostly describes what one person has checked out."
};
function explainKind(kind, first, second) {
	switch (kind) {
		case "#unlisted": return {
			cause: `The module in ${first === "." ? "this folder" : first} is not one of those that go.work lists, and while a workspace is in effect go builds no other.`,
			fix: [...listing(first, "Lists the module in go.work."), alone]
		};
		case "#outside": return {
			cause: `${first === "." ? "This folder" : first} is in none of the modules that go.work lists, so the pattern of the command fits no package.`,
			fix: [
				{
					command: "go build $(go list -f '{{.Dir}}/...' -m)",
					why: "Builds every package of every module that go.work lists."
				},
				...listing(first, "Lists the modules in and below this folder too.", "-r "),
				alone
			]
		};
		case "#gone": return {
			cause: `go.work lists ${first === "" ? "a module" : `the module in ${first}`}, which is not here: not checked out, not copied into the image, or moved. go builds nothing until the list is right.`,
			fix: [
				{
					edit: `Bring ${first === "" ? "the folder" : first} here, with its go.mod: submodules, sparse checkout and the COPY lines of a Dockerfile are where to look.`,
					why: "When the build needs the module."
				},
				...dropping(first),
				alone,
				commit
			]
		};
		case "#low": return {
			cause: `A module that go.work lists asks for Go ${first}, go.work itself for ${second}: the workspace may not ask for less than its modules. Nothing is built.`,
			fix: [{
				command: "go work use",
				why: `Raises the go line of go.work to ${first}.`
			}, alone]
		};
		case "#flag": return {
			cause: `${first} is set, on the command line or in GOFLAGS, and a workspace is in effect: there go may not change go.mod files by the way. Nothing is built.`,
			fix: [{
				edit: `Take the ${first.split("=", 1)[0] ?? ""} flag out of the command or out of GOFLAGS (\`go env GOFLAGS\`).`,
				why: "The default is right in a workspace."
			}, alone]
		};
		case "#empty": return {
			cause: "go.work is in effect and lists no module, so there is nothing to build.",
			fix: [{
				command: "go work use -r .",
				why: "Lists the modules in and below this folder."
			}, alone]
		};
		case "#twice": return {
			cause: `Two \`use\` lines of go.work lead to ${first}: the same folder twice, or two folders whose go.mod files have the same module path.`,
			fix: [{
				edit: `Leave one \`use\` line of go.work for ${first}.`,
				why: "Which of two copies is meant, a person has to decide."
			}, alone]
		};
		case "#conflict": return {
			cause: `The modules of the workspace replace ${first} by different things, or go.work replaces one of its own modules: go cannot decide which one is built.`,
			fix: [{
				edit: `Write one \`replace\` for ${first} into go.work, or make those of the modules the same.`,
				why: "Which replacement is right, a person has to decide; one in go.work is stronger than those of the modules."
			}, alone]
		};
		case "#vendor": return {
			cause: "A workspace is in effect: its modules share one vendor folder beside go.work, and `go mod vendor` would write another.",
			fix: [{
				command: "go work vendor",
				why: "Vendors the whole workspace."
			}, {
				command: "GOWORK=off go mod vendor",
				why: "Vendors the module of this folder for itself."
			}]
		};
		case "#absent": return {
			cause: "The command needs a go.work file and finds none: neither here nor in a parent folder, or GOWORK names a file that is not there.",
			fix: [{
				command: "go env GOWORK",
				why: "Shows which file is in effect; GOWORK must be `off`, or the full path of a file that exists."
			}, alone]
		};
		default: return {
			cause: `go.work, or the go.mod of a module that it lists, cannot be read: ${first}. Nothing is built in this workspace.`,
			fix: [{
				edit: "Correct that line; markers of a merge mean that a conflict was left unresolved.",
				why: "A person has to decide which side is right."
			}, alone]
		};
	}
}
/** The workspace and what is built do not fit together. */
const workspaceMismatch = {
	id: "modules/workspace-mismatch",
	summary: "go.work does not fit what is built",
	confidence: "certain",
	wordings: [
		{
			anchor: "is contained in a module that is not one of the workspace modules",
			when: [NOT_LISTED]
		},
		{
			anchor: "which is not included in your workspace",
			when: [NOT_IN_EDITOR]
		},
		{
			anchor: "modules listed in go.work or their",
			when: [OUTSIDE]
		},
		{
			anchor: "listed in go.work file requires go >=",
			when: [TOO_LOW]
		},
		{
			anchor: "listed in go.work file",
			when: [CANNOT_LOAD]
		},
		{
			anchor: "in workspace mode",
			when: [FLAG]
		},
		{
			anchor: "no modules were found in the current workspace",
			when: [NO_MODULES]
		},
		{
			anchor: "multiple times in workspace",
			when: [TWICE]
		},
		{
			anchor: "conflicting replacements for ",
			when: [CONFLICT]
		},
		{
			anchor: "in the go.work file",
			when: [REPLACED]
		},
		{
			anchor: "cannot be run in workspace mode",
			when: [CANNOT_VENDOR]
		},
		{
			anchor: "no go.work file found",
			when: [NO_WORK]
		},
		{
			anchor: "reading go.work: open ",
			when: [NO_WORK]
		},
		{
			anchor: " GOWORK",
			when: [BAD_GOWORK]
		},
		{
			anchor: "go.work:",
			when: [UNREADABLE, /errors? (?:parsing|loading) go\.work:|reading go\.work:/],
			reach: 5
		}
	],
	read: read$2,
	explain({ details }) {
		const [kind = "", first = "", second = ""] = details;
		return explainKind(kind, first, second);
	},
	doc: "A go.work file in this or a parent folder turns workspace mode on for every go command below it. Its `use` lines must lead to modules that are there, its go line may not be lower than theirs, and only these modules are built. Deleting the module’s own go.mod, or -mod=mod, is no way out. See https://go.dev/ref/mod#workspaces."
};

// src/incidents/families/modules.ts
/** What go.mod, go.work and the module cache make go say, in causal order: without a module no requirement can be wrong. */
const moduleRules = [
	...cacheRules,
	workspaceMismatch,
	noGoMod,
	...modulePathRules,
	goModNeedsUpdate
];

// src/incidents/families/target.ts
const unsupported = {
	id: "target/unsupported",
	summary: "Go has no such target",
	confidence: "certain",
	wordings: [{
		anchor: "unsupported GOOS/GOARCH pair",
		when: [/unsupported GOOS\/GOARCH pair ([^/\n]{0,60})\/([^\n]{0,60})/]
	}, {
		anchor: ": unknown architecture",
		when: [/(?:compile|asm|link): unknown architecture "([\w-]{1,40})"/]
	}],
	read(match, facts) {
		if (match.line.text.includes("unknown architecture")) return { culprit: { target: `${facts.goos ?? ""}/${match.part(1)}`.replace(/^\//, "") } };
		return { culprit: { target: `${match.part(1)}/${match.part(2)}` } };
	},
	explain({ culprit }) {
		const pair = culprit.target ?? "";
		const [goos = "", goarch = ""] = pair.includes("/") ? pair.split("/") : ["", pair];
		const spaced = /^\s|\s$/.test(goos) || /^\s|\s$/.test(goarch);
		const nearest = nearestPlatform(goos, goarch);
		const [system = "", processor = ""] = nearest?.split("/") ?? [];
		return {
			cause: `Go cannot build for ${spaced ? `"${pair}"` : pair}: it is none of the platforms that this Go knows` + (spaced ? ", because of the space in its name. Windows’ `set GOOS=linux && go build` puts one there." : ".") + " Nothing is compiled.",
			fix: [...spaced ? [{
				command: `set "GOOS=${goos.trim()}" && set "GOARCH=${goarch.trim()}" && go build ./...`,
				why: "In cmd.exe the quotes keep the space before && out of the value."
			}] : nearest === null ? [] : [{
				command: `GOOS=${system} GOARCH=${processor} go build ./...`,
				why: `The nearest platform that Go knows is ${nearest}.`
			}], {
				command: "go tool dist list",
				why: "Lists every platform of this Go."
			}]
		};
	},
	doc: "GOOS and GOARCH take Go’s own names (darwin, amd64, arm64, 386); the system’s names (macos, x86_64, aarch64, i686) are not understood, and old pairs are dropped over time."
};
const NO_BUILDABLE = /(?:^|\s)no buildable Go source files in (\S[^\n]{0,500})/;
function readExcludedByTarget(match) {
	const excluded = readExcluded(match);
	return {
		culprit: excluded.package === null ? { file: excluded.directory } : {
			package: excluded.package,
			...excluded.module === null ? {} : { module: excluded.module }
		},
		...excluded.location === null ? {} : { location: excluded.location }
	};
}
const constraintsExcludeAll = {
	id: "target/constraints-exclude-all",
	summary: "No file of a package is for this target",
	confidence: "likely",
	wordings: [
		{
			anchor: "build constraints exclude all",
			when: [EXCLUDED],
			needs: (facts) => facts.cgoEnabled === true || facts.droppedByCgo !== void 0,
			confidence: "certain"
		},
		{
			anchor: "build constraints exclude all",
			when: [EXCLUDED]
		},
		{
			anchor: "no buildable Go source files",
			when: [NO_BUILDABLE]
		}
	],
	read: (match) => match.line.text.includes("build constraints") ? readExcludedByTarget(match) : { culprit: { file: match.part(1) } },
	explain({ culprit, confidence }, facts) {
		const path = culprit.package ?? culprit.file ?? "";
		const target = targetName(facts);
		const maybeCgo = confidence === "likely" && facts.cgoEnabled !== true;
		return {
			cause: `Every Go file of ${path} is excluded${target === "" ? "" : ` for ${target}`} by its name (_windows.go, _arm64.go) or its //go:build line` + (maybeCgo ? "; when the files hold `import \"C\"`, it is because cgo is off" : "") + ". Whatever imports the package cannot be built for this target.",
			fix: [
				{
					command: `go list -e -f "{{.IgnoredGoFiles}}" ${culprit.package ?? "."}`,
					why: "Names the excluded files (set GOOS, GOARCH and CGO_ENABLED as in the build); the constraint stands in their names or first lines."
				},
				{
					edit: "Give the build the tag that the files ask for (`-tags`), or leave this target out.",
					why: "Some packages exist for some platforms only."
				},
				{
					edit: "Import the package only from files with the same constraint, and add a file for the other targets.",
					why: "The program then builds everywhere, with less where the package is not."
				},
				...maybeCgo ? [{
					command: "CGO_ENABLED=1 go build ./...",
					why: "If the excluded files hold `import \"C\"`: needs a C compiler for the target."
				}] : []
			]
		};
	},
	doc: "Build constraints decide which files count for a target. A package of which none is left cannot be imported there; ignoring the error with `-e` only moves it to the compiler."
};
const FIELD = /(?:unknown field '?(\w{1,60})'? in struct literal of type (syscall\.\w{1,60})|\(type \*?(syscall\.\w{1,60}) has no field or method (\w{1,60}))/;
const HANDLE = /: cannot use .{1,300} as (?:type )?(syscall\.Handle|syscall\.Fd)\b/;
function readSymbol(match, facts) {
	const { text } = match.line;
	const name = UNDEFINED_NAME.exec(text);
	let symbol;
	if (name !== null) {
		if (!PLATFORM_PACKAGES.has(name[1] ?? "") || name[2] === void 0) return null;
		symbol = `${name[1] ?? ""}.${name[2]}`;
	} else {
		const field = FIELD.exec(text);
		symbol = field === null ? "file descriptors of type int" : `${field[2] ?? field[3] ?? ""}.${field[1] ?? field[4] ?? ""}`;
	}
	const location = goPlace(match);
	const owner = goPackage(match, location);
	if (location === null) return null;
	return {
		culprit: owner === null ? { file: location.file } : { package: owner },
		location,
		details: [symbol],
		confidence: isCross(facts) === true && facts.goos !== void 0 && facts.goos !== facts.hostGoos ? "certain" : "likely"
	};
}
/** Which files to make of one, so that this target is left out of the code that it cannot compile, and no other is. */
function splitByConstraint(names, location, { goos, goarch, hostGoos }) {
	const base = (location?.file.split("/").at(-1) ?? "file.go").replace(/(?:_unix|_posix)?\.go$/, "");
	if (goos === void 0) return `Move what uses ${names} into a file with a build constraint that leaves this target out, and write one for this target.`;
	const isProcessor = goos === hostGoos && goarch !== void 0;
	return `Move what uses ${names} into a file with \`//go:build ${isProcessor ? `!(${goos} && ${goarch})` : `!${goos}`}\`, and write \`${base}_${isProcessor ? `${goos}_${goarch}` : goos}.go\` with what takes its place.`;
}
const undefinedSymbol = {
	id: "target/undefined-symbol",
	summary: "The code uses what the system of this target does not have",
	confidence: "likely",
	wordings: [
		{
			anchor: ": undefined: ",
			when: [UNDEFINED_NAME]
		},
		{
			anchor: "syscall.",
			when: [FIELD]
		},
		{
			anchor: " as ",
			when: [HANDLE]
		}
	],
	absorbs: /: undefined: |too many errors/,
	read: readSymbol,
	explain({ culprit, location, details }, facts) {
		return {
			cause: `${culprit.package ?? culprit.file ?? ""} uses ${enumerate(details)}, which Go has on other systems or processors, not${forTarget(facts) === "" ? " on this one" : forTarget(facts)}. The same commit compiles where they exist, so only jobs for this target fail.`,
			fix: [{
				edit: splitByConstraint(enumerate(details, 3), location, facts),
				why: "A file with a constraint is compiled only where the names it uses exist."
			}, ...culprit.package !== void 0 && (location?.file.includes("@v") ?? false) ? [{
				command: `go get ${culprit.package}@latest`,
				why: "The package is a dependency: a newer version may support this target."
			}] : []]
		};
	},
	doc: "syscall and golang.org/x/sys have other names on each system and processor. Code that uses them without a build constraint compiles on its author’s machine only."
};
const OVERFLOW = /: (?:cannot use ([^\n]{1,300}) as (int|uint|uintptr) value in [^\n]{1,200} \(overflows\)|constant (-?\d{1,40}) overflows (int|uint|uintptr)(?=$|\s)|([^\n:]{1,200}) \(untyped [^\n]{1,60}\) overflows (int|uint|uintptr)(?=$|\s))/;
const VALUE = /(?:constant |^)(-?\d{1,40})(?:\)|$| \()/;
const intOverflow = {
	id: "target/int-overflow",
	summary: "A constant does not fit into the 32-bit int of this target",
	confidence: "certain",
	wordings: [{
		anchor: "overflows",
		when: [OVERFLOW]
	}],
	read(match, facts) {
		const expression = match.part(1) !== "" ? match.part(1) : match.part(5);
		const digits = match.part(3) !== "" ? match.part(3) : VALUE.exec(expression)?.[1] ?? "";
		const type = [
			match.part(2),
			match.part(4),
			match.part(6)
		].find((name) => name !== "") ?? "int";
		const location = goPlace(match);
		if (location === null || isNarrow(facts.goarch) === false) return null;
		const wide = digits === "" ? null : type === "int" ? fitsInt64(BigInt(digits)) : BigInt(digits) >= 0n && BigInt(digits) < 2n ** 64n;
		if (wide === false || wide === null && isNarrow(facts.goarch) !== true) return null;
		const owner = goPackage(match, location);
		return {
			culprit: owner === null ? { file: location.file } : { package: owner },
			location,
			details: [digits === "" ? expression : digits, type]
		};
	},
	explain({ culprit, location, details }, facts) {
		const values = details.filter((detail) => !/^(?:int|uint|uintptr)$/.test(detail));
		const type = details.find((detail) => /^(?:int|uint|uintptr)$/.test(detail)) ?? "int";
		return {
			cause: `${culprit.package ?? culprit.file ?? ""} puts ${enumerate(values)} into ${type}, which has 32 bits${facts.goarch === void 0 ? " on the target of this build" : ` on ${facts.goarch}`}. On 64-bit targets the same line compiles.`,
			fix: [{
				edit: `Give the value the type ${type === "int" ? "int64" : "uint64"} at ${location?.file ?? ""}:${String(location?.line ?? "")}, or keep the code to 64-bit targets with a build constraint.`,
				why: `${type} is as wide as the processor: 386, arm, mips and mipsle have 32 bits.`
			}]
		};
	},
	doc: "int has the width of the processor. A constant above 2147483647 compiles on 64-bit targets and is an error on 386, arm, mips and mipsle."
};
function fitsInt64(value) {
	return value >= -(2n ** 63n) && value < 2n ** 63n;
}
const targetRules = [
	unsupported,
	constraintsExcludeAll,
	undefinedSymbol,
	intOverflow
];

// src/incidents/families/toolchain.ts
/** Packages of the standard library by the Go release that brought them: an older Go says that they are not there. */
const ARRIVED = {
	embed: "1.16",
	"io/fs": "1.16",
	"testing/fstest": "1.16",
	"runtime/metrics": "1.16",
	"debug/buildinfo": "1.18",
	"net/netip": "1.18",
	"go/doc/comment": "1.19",
	"crypto/ecdh": "1.20",
	"runtime/coverage": "1.20",
	cmp: "1.21",
	"log/slog": "1.21",
	maps: "1.21",
	slices: "1.21",
	"testing/slogtest": "1.21",
	"go/version": "1.22",
	"math/rand/v2": "1.22",
	iter: "1.23",
	structs: "1.23",
	unique: "1.23",
	"crypto/fips140": "1.24",
	"crypto/hkdf": "1.24",
	"crypto/mlkem": "1.24",
	"crypto/pbkdf2": "1.24",
	"crypto/sha3": "1.24",
	"testing/synctest": "1.25",
	weak: "1.24"
};
const REQUIRES = new RegExp(String.raw`(?:^|[\s:])(go\.mod|go\.work|\S{0,300}/go\.(?:mod|work)|${MODULE}@${VERSION}) requires go >= ([\w.]{1,30}) \(running go ([\w.\-+ ]{1,40})(?:; GOTOOLCHAIN=([\w.+-]{1,40}))?\)`);
const STANDARD_PACKAGE = /(?:^|[\s:])package ([a-z][\w/]{1,40}) is not in (?:GOROOT|std)\b/;
const NOTE = /(?:^|\s)note: module requires Go (\d[\w.]{0,20})/;
function read$1(match) {
	const { text } = match.line;
	if (REQUIRES.test(text)) {
		const who = match.part(1);
		const details = [
			match.part(2),
			match.part(3).replace(/^go/, ""),
			match.part(4)
		];
		if (who.includes("@")) return {
			culprit: {
				module: who,
				tool: "go"
			},
			details
		};
		return {
			culprit: {
				file: who,
				tool: "go"
			},
			location: { file: who },
			details
		};
	}
	if (NOTE.test(text)) return {
		culprit: {
			file: "go.mod",
			tool: "go"
		},
		location: { file: "go.mod" },
		details: [match.part(1)]
	};
	const wanted = ARRIVED[match.part(1)];
	if (wanted === void 0) return null;
	const location = goPlace(match);
	return {
		culprit: { tool: "go" },
		...location === null ? {} : { location },
		details: [`${match.part(1)} ${wanted}`]
	};
}
function raise(version) {
	return {
		edit: `Raise the Go of this job to ${version} or newer: \`go-version-file: go.mod\` with actions/setup-go, \`FROM golang:${version.split(".").slice(0, 2).join(".")}\` in a Dockerfile.`,
		why: "The job then builds with the Go that the code is written for."
	};
}
/** The newest of `package 1.21`, as `1.21`. */
function newest(details) {
	const minors = details.map((detail) => Number(detail.slice(detail.lastIndexOf(".") + 1)));
	return `1.${String(Math.max(...minors))}`;
}
const tooOld = {
	id: "toolchain/too-old",
	summary: "Go is too old for this build",
	confidence: "certain",
	wordings: [
		{
			anchor: "requires go >=",
			when: [REQUIRES]
		},
		{
			anchor: "note: module requires Go",
			when: [NOTE],
			confidence: "likely"
		},
		{
			anchor: " is not in ",
			when: [STANDARD_PACKAGE],
			confidence: "likely"
		}
	],
	absorbs: /./,
	read: (match) => read$1(match),
	explain({ culprit, details }, facts) {
		const standard = culprit.module === void 0 && culprit.file === void 0;
		const [wanted = "", said = "", policy = ""] = standard ? [newest(details)] : details;
		const running = said === "" ? (facts.goVersion ?? "").replace(/^go/, "") : said;
		const runs = running === "" ? "the Go that runs here is older" : `this job runs Go ${running}`;
		const names = details.map((detail) => detail.slice(0, detail.indexOf(" ")));
		const who = standard ? `The code imports ${enumerate(names)} of the standard library, which` : culprit.module ?? culprit.file ?? "go.mod";
		const asks = standard ? `${names.length === 1 ? "is" : "are"} there only since Go ${wanted}` : `asks for Go ${wanted} or newer`;
		const local = policy === "local" || policy === "";
		return {
			cause: `${who} ${asks}; ${runs}${policy === "" ? "" : policy === "local" ? ", and GOTOOLCHAIN=local keeps it from fetching a newer one" : `, and GOTOOLCHAIN=${policy} does not lead to a newer one`}. Nothing is built until the job has that Go; a job with a newer Go builds the same commit.`,
			fix: [raise(wanted), ...local && !/^1\.(?:\d|1\d|20)(?:\.|$)/.test(running) ? [{
				command: "GOTOOLCHAIN=auto go build ./...",
				why: "Lets go fetch the toolchain that go.mod names, through the module proxy (Go 1.21 and newer)."
			}] : []]
		};
	},
	doc: "The `go` line of go.mod, go.work or of a dependency asks for a newer Go than the one that runs, and GOTOOLCHAIN does not allow to fetch it. Official golang images set GOTOOLCHAIN=local. Lowering the `go` line is no fix while the code or a dependency needs what the newer Go brings."
};
const toolchainRules = [tooOld];

// src/incidents/families/vendor.ts
const MODULES_TXT = "vendor/modules.txt";
/** Lines above in which the line before of the same list is looked for: other output may come between. */
const ABOVE = 3;
/** One line of go's list; groups: module, version, what is wrong. */
const DIFFERENCE = new RegExp(String.raw`(?:^|\s)(${MODULE})(?:@(${VERSION}))?: is ((?:explicitly required in|marked as (?:explicit|replaced)|replaced (?:by \S{1,300} )?in)(?=\s|$)[^\n]{0,400})`);
const INCONSISTENT = /inconsistent vendoring in \S/;
const TO_SYNC = /(?:^|\s|')(go (?:mod|work) vendor)(?='|\s|$)/;
function differs(text) {
	return DIFFERENCE.test(text);
}
/** The first line of a list stands for all of it: one command brings all of them together. */
function readInconsistent(match) {
	const { line } = match;
	if (match.near.some(({ index, text }) => index < line.index && index >= line.index - ABOVE && differs(text))) return null;
	const list = [line, ...match.after].filter(({ text }) => differs(text));
	const details = list.map(({ text }) => {
		const [, module = "", version = "", what = ""] = DIFFERENCE.exec(text) ?? [];
		return `${module}${version === "" ? "" : `@${version}`} is ${what.trim()}`;
	});
	const first = DIFFERENCE.exec(line.text);
	const head = match.near.filter(({ index, text }) => index < line.index && INCONSISTENT.test(text)).slice(-1);
	const how = match.after.filter(({ text }) => TO_SYNC.test(text)).slice(0, 1);
	return {
		culprit: {
			...first === null ? {} : { module: `${first[1] ?? ""}${first[2] === void 0 ? "" : `@${first[2]}`}` },
			file: MODULES_TXT
		},
		location: { file: MODULES_TXT },
		details: [...details, ...how.map(({ text }) => TO_SYNC.exec(text)?.[1] ?? "")],
		evidence: [
			...head,
			...list,
			...how
		]
	};
}
const inconsistent = {
	id: "vendor/inconsistent",
	summary: "vendor/ does not fit go.mod",
	confidence: "certain",
	wordings: [
		{
			anchor: ": is explicitly required",
			when: [DIFFERENCE]
		},
		{
			anchor: ": is marked as ",
			when: [DIFFERENCE]
		},
		{
			anchor: ": is replaced ",
			when: [DIFFERENCE]
		},
		{
			anchor: "inconsistent vendoring in ",
			when: [INCONSISTENT],
			unless: [DIFFERENCE],
			reach: ABOVE
		}
	],
	read: readInconsistent,
	explain({ details }) {
		const modules = [...new Set(details.filter((detail) => detail.includes(" is ")).map((detail) => detail.split(" ", 1)[0] ?? ""))];
		const command = details.includes("go work vendor") || details.some((detail) => detail.includes("in a go.mod")) ? "go work vendor" : "go mod vendor";
		const first = details.find((detail) => detail.includes(" is "));
		const empty = details.length > 1 && modules.length > 1 && details.every((detail) => !detail.includes(" is ") || detail.includes("not marked as explicit"));
		return {
			cause: `${command === "go work vendor" ? "The go.mod files of the workspace" : "go.mod"} and ${MODULES_TXT} do not agree` + (modules.length === 0 ? "" : ` on ${enumerate(modules)}${first === void 0 ? "" : ` (${first})`}`) + ". Somebody changed the one without the other, mostly an upgrade or a merge" + (empty ? ", or vendor/ did not get here (not committed, left out by .dockerignore)" : "") + ". go does not build from a vendor folder that is not the one of go.mod.",
			fix: [{
				command,
				why: "Writes vendor/ anew from go.mod; commit it together with go.mod and go.sum. Run it with the Go version that go.mod asks for."
			}, ...command === "go mod vendor" ? [{
				command: "go mod tidy && go mod vendor",
				why: "Where go then misses an entry of go.sum or asks for updates: brings go.mod and go.sum into order first."
			}] : [{
				command: "go work sync && go work vendor",
				why: "Where the modules of the workspace ask for different versions: agrees on one of each first."
			}]]
		};
	},
	doc: "vendor/modules.txt lists what was vendored. From `go 1.14` in go.mod on, go compares it with the require and replace lines and refuses to build when they differ. -mod=mod makes the message go away: what is then built is not what was vendored and reviewed. Editing modules.txt by hand only hides that the files are others. See https://go.dev/ref/mod#vendoring."
};
const DISABLED = new RegExp(String.raw`cannot find (?:module providing package|module for path) "?(${MODULE})"?: import lookup disabled by -mod=vendor`);
/** Go 1.14 to 1.20 name the package above, where they say that they look for its module. */
const NO_QUERY = /(?:^|[\s:])cannot query module due to -mod=vendor/;
const FINDING = new RegExp(String.raw`(?:^|\s)finding module for package (${MODULE})`);
const NOWHERE = /cannot find package "([^"\s]{1,300})" in(?: any of)?:/;
const VENDOR_PATH = new RegExp(String.raw`[/\\]vendor[/\\](${MODULE.replace("/+", String.raw`/+\\`)})`);
const LOOKED = 6;
function readMissing(match) {
	const place = goPlace(match);
	const location = place === null ? {} : { location: place };
	if (NOWHERE.test(match.line.text)) {
		const named = match.part(1);
		const path = named === "." ? match.part(1, 1).replaceAll("\\", "/") : named;
		return isStandard(path) ? null : {
			culprit: { package: path },
			...location
		};
	}
	if (NO_QUERY.test(match.line.text)) {
		const wanted = match.near.filter(({ text }) => FINDING.test(text));
		const paths = [...new Set(wanted.map(({ text }) => FINDING.exec(text)?.[1] ?? ""))];
		const [only] = paths;
		if (only !== void 0 && paths.length === 1) return {
			culprit: { package: only },
			...location,
			evidence: wanted.slice(0, 1)
		};
		return {
			culprit: place === null ? { file: MODULES_TXT } : { file: place.file },
			...location,
			details: paths,
			evidence: wanted.slice(0, LOOKED)
		};
	}
	return {
		culprit: { package: match.part(1) },
		...location
	};
}
const missingPackage = {
	id: "vendor/missing-package",
	summary: "vendor/ lacks a package",
	confidence: "certain",
	wordings: [
		{
			anchor: "import lookup disabled by -mod=vendor",
			when: [DISABLED]
		},
		{
			anchor: "due to -mod=vendor",
			when: [NO_QUERY]
		},
		{
			anchor: "cannot find package \"",
			when: [NOWHERE, VENDOR_PATH],
			reach: 2
		},
		{
			anchor: "cannot find package \"",
			when: [NOWHERE, /\(vendor tree\)/],
			reach: LOOKED,
			confidence: "likely"
		}
	],
	read: readMissing,
	explain({ culprit, location, details }) {
		const what = culprit.package ?? (details.length === 0 ? "a package" : enumerate(details));
		const place = location === void 0 ? "" : `${location.file}${location.line === void 0 ? "" : `:${String(location.line)}`}`;
		return {
			cause: `${place === "" ? "The code" : place} imports ${what}, and vendor/ does not have it. With a vendor folder go looks nowhere else. The import was added without vendoring it, or files of vendor/ did not get here (a .gitignore or .dockerignore rule that also fits below vendor/).`,
			fix: [{
				command: "go mod vendor",
				why: "Writes vendor/ anew, with this package if go.mod already requires its module; commit it. In a workspace it is `go work vendor`."
			}, {
				command: "go mod tidy && go mod vendor",
				why: "Where go.mod does not require its module yet: adds it first."
			}]
		};
	},
	doc: "From `go 1.14` in go.mod on, a folder vendor/ is used by default and everything that is imported must lie in it. -mod=mod lets go download what is missing instead: the build then depends on the network and on files that nobody reviewed. See https://go.dev/ref/mod#vendoring."
};
const vendorRules = [inconsistent, missingPackage];

// src/incidents/catalogue.ts
/**
* Every kind of failure that is recognised. The order is causal: a rule sees only lines that none before it has explained,
* and the program's own faults come last.
*/
const catalogue = [
	...toolchainRules,
	...checksumRules,
	...vendorRules,
	...moduleRules,
	...cgoCompilerRules,
	...cgoLibraryRules,
	...cgoOffRules,
	...targetRules,
	...codeRules,
	...moduleNotices
];

// src/incidents/infer.ts
const SETTING$1 = /(?:^|[\s;&"'`(])(GOOS|GOARCH|GOHOSTOS|GOHOSTARCH|CGO_ENABLED)=["']?([a-z0-9]{1,20})(?=$|[\s;&"'`)])/g;
/** The tools of a Go installation lie in a folder named for the machine. */
const TOOL = /[/\\]pkg[/\\]tool[/\\]([a-z0-9]{2,12})_([a-z0-9]{2,12})[/\\]/;
/** Only the assembler of GNU writes `Error:`, and headers lie in a folder named for the compiler. */
const GNU = /\.S:\d{1,6}: Error: |[/\\]lib(?:64|exec)?[/\\]gcc[/\\]/;
/**
* What a log itself tells of the target: `GOOS=linux GOARCH=arm64 CGO_ENABLED=1 go build`, as traced by a shell or a container build.
* Only where it says one thing: a log of several targets tells nothing.
*/
function factsOfLog(lines) {
	const seen = /* @__PURE__ */ new Map();
	const note = (name, value) => {
		seen.set(name, (seen.get(name) ?? /* @__PURE__ */ new Set()).add(value));
	};
	for (const { text } of lines) {
		const tool = text.includes("tool") ? TOOL.exec(text) : null;
		if (tool !== null) {
			note("GOHOSTOS", tool[1] ?? "");
			note("GOHOSTARCH", tool[2] ?? "");
		}
		if (GNU.test(text)) note("CC", "gcc");
		if (text.includes("GO")) for (const [, name = "", value = ""] of text.matchAll(SETTING$1)) note(name, value);
	}
	const only = (name) => {
		const values = [...seen.get(name) ?? []];
		return values.length === 1 ? values[0] : void 0;
	};
	const goos = only("GOOS");
	const goarch = only("GOARCH");
	const hostGoos = only("GOHOSTOS");
	const hostGoarch = only("GOHOSTARCH");
	const cgo = only("CGO_ENABLED");
	const cc = only("CC");
	return {
		...cc === void 0 ? {} : { cc },
		...goos === void 0 ? {} : { goos },
		...goarch === void 0 ? {} : { goarch },
		...hostGoos === void 0 ? {} : { hostGoos },
		...hostGoarch === void 0 ? {} : { hostGoarch },
		...cgo === "0" || cgo === "1" ? { cgoEnabled: cgo === "1" } : {}
	};
}

// src/incidents/prefixes.ts
/** Escape sequences of terminals: colours, cursor movement, titles and links. */
const SEQUENCE = /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|[@-Z\\^_])/g;
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;
/** What CI systems, container builds and loggers put before a line. Each is taken off as often as it stands there. */
const PREFIXES = [
	/^[^\t]{1,120}\t[^\t]{1,120}\t(?=\d{4}-\d\d-\d\dT)/,
	/^\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?:?(?: \d\d[OE]\+?(?= |$))?(?: |$)/,
	/^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\]?:? /,
	/^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \S{1,80} [\w.\-/]{1,80}(?:\[\d{1,10}\])?: /,
	/^#\d{1,5} (?:\d{1,6}\.\d{1,4} )?/,
	/^\d{1,6}\.\d{1,4} (?=\S)/,
	/^##\[[a-z-]{1,20}\]/,
	/^::[a-z-]{1,20}(?: [^:]{0,300})?::/,
	/^[A-Za-z][\w.-]{0,60} {0,30}\| /,
	/^\[[A-Za-z][\w./:-]{0,60}\] /,
	/^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|ERRO|FATAL)(?:\[\d{1,8}\]|:)? +/,
	/^(?:>{1,2}|[+│┃»]) /
];
const MAX_ROUNDS = 6;
/** Text without escape sequences, control characters (tabs stay) and marks that reorder or hide text. */
function withoutControls(text) {
	return text.replace(SEQUENCE, "").replace(CONTROL, "");
}
/** A line without what the log put before it. */
function stripPrefixes(line) {
	let text = line;
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const before = text;
		for (const prefix of PREFIXES) text = text.replace(prefix, "");
		if (text === before) break;
	}
	return text;
}

// src/incidents/log.ts
/** Characters of a log that are read: the beginning and, mostly, the end of a longer one. */
const HEAD$1 = 4194304;
const TAIL$1 = 12582912;
/** Characters of a line that are read. */
const MAX_LINE$2 = 4e3;
/** Lines that one JSON string may unfold to. */
const MAX_UNFOLDED = 400;
const HEADER = /(?:^|[\s\]>|:])# ([\w.~\-/+]+)(?: \[[^\s\]]+\])?$/;
/** How Go up to 1.22 introduced the output of pkg-config and SWIG. */
const BUILD_HEADER = /^go build ([\w.~\-/+]+):$/;
/** What the go command prints itself, outside of any package's output. */
const BLOCK_END = /^(?:go: |FAIL\b|ok {2}|\? {3}|--- |=== |PASS$|exit status |… \d+ bytes left out …|make(?:\[\d+\])?: |\$ |package [^\s:]+(?:$|: ))/;
/** Whole lines of a JSON log, and values inside an indented document. */
const JSON_MEMBER = /^\s*"(?:Output|Error|Err|log|msg|message)": ("(?:[^"\\]|\\.)*"),?$/;
const JSON_KEYS = [
	"Output",
	"log",
	"msg",
	"message",
	"Error",
	"Err"
];
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** What a structured log line says: `go build -json`, `go mod download -json`, docker's and other loggers. */
function unfold(text) {
	if (text.startsWith("{\"") && text.endsWith("}")) {
		const value = parse$1(text);
		if (typeof value !== "object" || value === null) return null;
		const members = new Map(Object.entries(value));
		const said = JSON_KEYS.map((key) => members.get(key)).find((member) => typeof member === "string");
		if (typeof said !== "string") return null;
		const path = members.get("ImportPath");
		return typeof path === "string" ? {
			text: said,
			package: path.replace(/ \[.*$/, "")
		} : { text: said };
	}
	const member = JSON_MEMBER.exec(text)?.[1];
	const value = member === void 0 ? void 0 : parse$1(member);
	return typeof value === "string" ? { text: value } : null;
}
/** The text in two parts where it is too long to be read as a whole. */
function partsOf$1(log) {
	if (log.length <= 16777216) return [{
		text: log,
		before: 0
	}];
	const start = log.length - TAIL$1;
	let before = 0;
	for (let at = log.indexOf("\n"); at !== -1 && at < start; at = log.indexOf("\n", at + 1)) before += 1;
	return [{
		text: log.slice(0, HEAD$1),
		before: 0
	}, {
		text: log.slice(start),
		before
	}];
}
function* pieces(parts) {
	for (const { text, before } of parts) {
		let number = before;
		let at = 0;
		while (at <= text.length) {
			const end = text.indexOf("\n", at);
			const stop = end === -1 ? text.length : end;
			number += 1;
			for (const state of text.slice(at, stop).replace(/\r$/, "").split("\r")) yield* read(state, number);
			at = stop + 1;
		}
	}
}
function* read(raw, number) {
	const text = stripPrefixes(withoutControls(raw.length > MAX_LINE$2 * 4 ? raw.slice(0, MAX_LINE$2 * 4) : raw));
	const inner = unfold(text);
	if (inner === null) {
		yield {
			number,
			text: text.slice(0, MAX_LINE$2)
		};
		return;
	}
	const lines = inner.text.replace(/\n$/, "").split("\n", MAX_UNFOLDED);
	for (const line of lines) {
		const clean = stripPrefixes(withoutControls(line)).slice(0, MAX_LINE$2);
		yield inner.package === void 0 ? {
			number,
			text: clean
		} : {
			number,
			text: clean,
			package: inner.package
		};
	}
}
/**
* A log as lines: colour, carriage returns, control characters and the prefixes of CI systems and editors taken off,
* structured lines unfolded, each with the package in whose output it stands. Linear; bounded for any input.
*/
function readLog(parts) {
	const lines = [];
	let current = null;
	const headers = /* @__PURE__ */ new Set();
	for (const piece of pieces(parts)) {
		const bare = piece.text.trim();
		const header = HEADER.exec(bare)?.[1] ?? BUILD_HEADER.exec(bare)?.[1];
		if (header !== void 0) {
			current = header;
			headers.add(header);
		} else if (bare === "" || BLOCK_END.test(bare)) current = null;
		const headed = header === void 0 && (piece.package === void 0 ? current !== null : headers.has(piece.package));
		lines.push({
			index: lines.length,
			number: piece.number,
			text: piece.text,
			package: piece.package ?? current,
			headed
		});
	}
	return lines;
}

// src/incidents/classify.ts
/** Lines before and behind a line that count as near it. */
const BEFORE$1 = 20;
const BEHIND$1 = 40;
/** Places at which one wording is looked at closely, incidents of one rule, and lines shown for one incident. */
const MAX_MATCHES = 2e3;
const MAX_INCIDENTS = 100;
const MAX_EVIDENCE = 12;
const MAX_EVIDENCE_LENGTH = 500;
const MAX_DETAILS = 200;
/** Where the pattern holds: on the line, else on the nearest line behind it, else on the nearest before it. */
function findNear(pattern, lines, index, reach) {
	for (let distance = 0; distance <= Math.min(BEHIND$1, reach); distance += 1) {
		const line = lines[index + distance];
		const found = line === void 0 ? null : pattern.exec(line.text);
		if (line !== void 0 && found !== null) return {
			found,
			line
		};
	}
	for (let distance = 1; distance <= Math.min(BEFORE$1, reach); distance += 1) {
		const line = lines[index - distance];
		const found = line === void 0 ? null : pattern.exec(line.text);
		if (line !== void 0 && found !== null) return {
			found,
			line
		};
	}
	return null;
}
function matchAt(wording, lines, line) {
	const [first, ...others] = wording.when;
	const found = first.exec(line.text);
	if (found === null) return null;
	const results = [found];
	const reach = wording.reach ?? BEHIND$1;
	const seen = [line];
	for (const pattern of others) {
		const other = findNear(pattern, lines, line.index, reach);
		if (other === null) return null;
		results.push(other.found);
		seen.push(other.line);
	}
	for (const pattern of wording.unless ?? []) if (findNear(pattern, lines, line.index, reach) !== null) return null;
	return {
		match: {
			line,
			part: (index, pattern = 0) => results[pattern]?.[index] ?? "",
			near: lines.slice(Math.max(0, line.index - BEFORE$1), line.index + BEHIND$1 + 1),
			after: lines.slice(line.index + 1, line.index + BEHIND$1 + 1)
		},
		seen
	};
}
function isExplained(line, explained) {
	if (explained.lines.has(line.index)) return true;
	return (line.package === null ? void 0 : explained.packages.get(line.package))?.some((pattern) => pattern.test(line.text)) ?? false;
}
function add(drafts, sighting, confidence, seen) {
	const key = JSON.stringify(Object.entries(sighting.culprit).toSorted(([a], [b]) => a < b ? -1 : 1));
	let draft = drafts.get(key);
	if (draft === void 0) {
		if (drafts.size >= MAX_INCIDENTS) return;
		draft = {
			sighting,
			details: /* @__PURE__ */ new Set(),
			lines: /* @__PURE__ */ new Map(),
			location: sighting.location,
			confidence
		};
		drafts.set(key, draft);
	}
	draft.location ??= sighting.location;
	if (confidence === "certain") draft.confidence = "certain";
	for (const detail of sighting.details ?? []) if (draft.details.size < MAX_DETAILS) draft.details.add(redact(detail));
	for (const line of [...seen, ...sighting.evidence ?? []]) draft.lines.set(line.index, line);
}
/** All sightings of a rule in lines that no earlier rule has explained, by culprit. */
function collect$2(rule, lines, facts, explained) {
	const found = [];
	const taken = /* @__PURE__ */ new Set();
	for (const wording of rule.wordings) {
		if (wording.needs?.(facts) === false) continue;
		let matches = 0;
		for (const line of lines) {
			if (!line.text.includes(wording.anchor) || taken.has(line.index) || isExplained(line, explained)) continue;
			const at = matchAt(wording, lines, line);
			if (at === null) continue;
			matches += 1;
			if (matches > MAX_MATCHES) break;
			const sighting = rule.read(at.match, facts);
			if (sighting === null) continue;
			taken.add(line.index);
			found.push({
				sighting,
				confidence: sighting.confidence ?? wording.confidence ?? rule.confidence,
				seen: at.seen
			});
		}
	}
	const drafts = /* @__PURE__ */ new Map();
	for (const { sighting, confidence, seen } of found.toSorted((a, b) => (a.seen[0]?.index ?? 0) - (b.seen[0]?.index ?? 0))) add(drafts, sighting, confidence, seen);
	return [...drafts.values()];
}
function remember$2(rule, draft, explained) {
	for (const line of draft.lines.values()) {
		explained.lines.add(line.index);
		if (rule.absorbs === void 0 || line.package === null) continue;
		const patterns = explained.packages.get(line.package) ?? [];
		if (!patterns.includes(rule.absorbs)) explained.packages.set(line.package, [...patterns, rule.absorbs]);
	}
}
function evidenceOf$1(draft) {
	const texts = /* @__PURE__ */ new Set();
	return [...draft.lines.values()].toSorted((a, b) => a.index - b.index).filter(({ text }) => texts.size < MAX_EVIDENCE && !texts.has(text) && texts.add(text)).map((line) => ({
		line: line.number,
		text: redact(line.text).slice(0, MAX_EVIDENCE_LENGTH)
	}));
}
function incidentOf(rule, draft, facts) {
	const culprit = Object.fromEntries(Object.entries(draft.sighting.culprit).map(([key, value]) => [key, redact(value)]));
	const details = [...draft.details];
	const { cause, fix } = rule.explain({
		culprit,
		location: draft.location,
		details,
		confidence: draft.confidence
	}, facts);
	return {
		rule: rule.id,
		confidence: draft.confidence,
		culprit,
		...draft.location === void 0 ? {} : { location: draft.location },
		cause: redact(cause),
		evidence: evidenceOf$1(draft),
		fix
	};
}
/**
* What a log of the go command, a C compiler or a linker says went wrong, in causal order: what comes first can be the cause of
* what follows. Empty when nothing is recognised: never a guess. The log may come from anywhere and hold anything; it is read
* as text only, in linear time, and of a very long one the beginning and the end.
*/
function classify(log, facts = {}) {
	return classifyParts(partsOf$1(log), facts);
}
/** `classify` for a log of which only parts are at hand. */
function classifyParts(parts, facts) {
	const lines = readLog(parts);
	const known = {
		...factsOfLog(lines),
		...facts
	};
	const explained = {
		lines: /* @__PURE__ */ new Set(),
		packages: /* @__PURE__ */ new Map()
	};
	const incidents = [];
	for (const rule of catalogue) {
		const drafts = collect$2(rule, lines, known, explained).toSorted((a, b) => Math.min(...a.lines.keys()) - Math.min(...b.lines.keys()));
		for (const draft of drafts) {
			remember$2(rule, draft, explained);
			incidents.push(incidentOf(rule, draft, known));
		}
	}
	return incidents;
}

// src/incidents/anchors.ts
const NEWLINE$1 = 10;
/** What says for which target a log was made. */
const SETTINGS = [
	"GOOS=",
	"GOARCH=",
	"CGO_ENABLED="
];
function trieOf(words) {
	const nodes = [{
		next: /* @__PURE__ */ new Map(),
		ends: false
	}];
	for (const word of words) {
		let at = 0;
		for (const byte of word) {
			let to = nodes[at]?.next.get(byte);
			if (to === void 0) {
				to = nodes.length;
				nodes.push({
					next: /* @__PURE__ */ new Map(),
					ends: false
				});
				nodes[at]?.next.set(byte, to);
			}
			at = to;
		}
		const last = nodes[at];
		if (last !== void 0) last.ends = true;
	}
	return nodes;
}
/** The trie as a table without backtracking (Aho and Corasick, 1975): state × byte → state. */
function tableOf(nodes) {
	const table = new Uint16Array(nodes.length * 256);
	const ends = Uint8Array.from(nodes, ({ ends: is }) => is ? 1 : 0);
	const fallback = new Uint16Array(nodes.length);
	const queue = [0];
	for (const state of queue) {
		const back = fallback[state] ?? 0;
		for (let byte = 0; byte < 256; byte += 1) {
			const to = nodes[state]?.next.get(byte);
			const through = state === 0 ? 0 : table[back * 256 + byte] ?? 0;
			table[state * 256 + byte] = to ?? through;
			if (to === void 0) continue;
			fallback[to] = through;
			if (ends[through] === 1) ends[to] = 1;
			queue.push(to);
		}
	}
	return {
		table,
		ends
	};
}
let shared = null;
/** The search for the anchors of the catalogue; made once. */
function anchorSearch() {
	if (shared !== null) return shared;
	const encoder = new TextEncoder();
	const { table, ends } = tableOf(trieOf([...catalogue.flatMap(({ wordings }) => wordings.map(({ anchor }) => anchor)), ...SETTINGS].map((literal) => encoder.encode(literal))));
	shared = { find(piece) {
		const found = [];
		let state = 0;
		let line = 0;
		for (let offset = 0; offset < piece.length; offset += 1) {
			const byte = piece[offset] ?? 0;
			state = table[state * 256 + byte] ?? 0;
			if (byte === NEWLINE$1) line += 1;
			else if (ends[state] === 1 && found.at(-1) !== line) found.push(line);
		}
		return found;
	} };
	return shared;
}

// src/incidents/scan.ts
/** A log up to this many bytes is read as a whole. */
const WHOLE = 16777216;
/** Of a longer one the beginning and the end are, */
const HEAD = 1048576;
const TAIL = 4194304;
/** and between them the surroundings of every line that could say something, up to this. */
const MIDDLE = 8388608;
const BEFORE = 25;
const BEHIND = 45;
/** A line without an end is cut here. */
const MAX_LINE$1 = 262144;
const NEWLINE = 10;
function countLines$1(bytes) {
	let count = 0;
	for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) count += 1;
	return count;
}
function concat(parts) {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}
/** Where each line of a piece begins, and its end. */
function lineStarts(bytes) {
	const starts = [0];
	for (let at = bytes.indexOf(NEWLINE); at !== -1; at = bytes.indexOf(NEWLINE, at + 1)) starts.push(at + 1);
	if (starts.at(-1) !== bytes.length) starts.push(bytes.length);
	return starts;
}
function merge(ranges) {
	const merged = [];
	for (const range of ranges) {
		const last = merged.at(-1);
		if (last !== void 0 && range.from <= last.to) merged[merged.length - 1] = {
			from: last.from,
			to: Math.max(last.to, range.to)
		};
		else merged.push(range);
	}
	return merged;
}
/** Keeps of pieces that pass by what lies around an anchor. */
function openMiddle() {
	const search = anchorSearch();
	const kept = [];
	let size = 0;
	/** The end of the piece before, as far as it was not kept; and how many lines a window still wants of the next one. */
	let carried = {
		bytes: /* @__PURE__ */ new Uint8Array(),
		before: 0
	};
	let wanted = 0;
	const keep = (bytes, before) => {
		if (bytes.length === 0 || size >= MIDDLE) return;
		size += bytes.length;
		kept.push({
			bytes: bytes.slice(),
			before
		});
	};
	return {
		take({ bytes, before }) {
			const around = search.find(bytes).map((line) => ({
				from: line - BEFORE,
				to: line + BEHIND
			}));
			const ranges = merge([...wanted > 0 ? [{
				from: 0,
				to: wanted
			}] : [], ...around]);
			const starts = lineStarts(bytes);
			const lines = starts.length - 1;
			for (const { from, to } of ranges) {
				if (from < 0) keep(carried.bytes, carried.before);
				const first = Math.max(0, from);
				keep(bytes.subarray(starts[first], starts[Math.min(to, lines)]), before + first);
			}
			const end = Math.min(lines, ranges.at(-1)?.to ?? 0);
			const first = Math.max(end, lines - BEFORE);
			wanted = Math.max(0, (ranges.at(-1)?.to ?? 0) - lines);
			carried = {
				bytes: bytes.slice(starts[first]),
				before: before + first
			};
		},
		read: () => kept
	};
}
/** Opens a scan. What is given of the facts counts; the rest is read from the log. */
function openScan(facts = {}) {
	const head = [];
	const tail = [];
	const middle = openMiddle();
	let headSize = 0;
	let tailSize = 0;
	let total = 0;
	let lines = 0;
	let isLong = false;
	let rest = [];
	let restSize = 0;
	const shift = () => {
		for (let first = tail[0]; first !== void 0 && tailSize - first.bytes.length >= TAIL; first = tail[0]) {
			tail.shift();
			tailSize -= first.bytes.length;
			if (headSize < HEAD) {
				head.push(first);
				headSize += first.bytes.length;
			} else middle.take(first);
		}
	};
	const add = (bytes) => {
		if (bytes.length === 0) return;
		tail.push({
			bytes,
			before: lines
		});
		tailSize += bytes.length;
		total += bytes.length;
		lines += countLines$1(bytes);
		isLong ||= total > WHOLE;
		if (isLong) shift();
	};
	return {
		push(chunk) {
			const end = chunk.lastIndexOf(NEWLINE) + 1;
			if (end > 0) {
				add(rest.length === 0 ? chunk.subarray(0, end) : concat([...rest, chunk.subarray(0, end)]));
				rest = [];
				restSize = 0;
			}
			if (end === chunk.length) return;
			rest.push(chunk.subarray(end));
			restSize += chunk.length - end;
			if (restSize <= MAX_LINE$1) return;
			add(concat(rest));
			rest = [];
			restSize = 0;
		},
		end() {
			add(concat(rest));
			rest = [];
			const decoder = new TextDecoder();
			const parts = [];
			let open = [];
			let before = 0;
			let next = -1;
			const close = () => {
				if (open.length > 0) parts.push({
					text: decoder.decode(concat(open)),
					before
				});
				open = [];
			};
			for (const piece of [
				...head,
				...middle.read(),
				...tail
			]) {
				if (piece.before !== next) {
					close();
					before = piece.before;
				}
				open.push(piece.bytes);
				next = piece.before + countLines$1(piece.bytes);
			}
			close();
			return classifyParts(parts, facts);
		}
	};
}

// src/incidents/finding.ts
/** `main.go:16:20: undefined: syscall.Dup2`, as compilers say it; the message is the last group. */
const SAID_AT_PLACE = /^\S+?\.\w{1,10}:\d{1,9}(?::\d{1,9})?: (?<message>\S.{0,150})$/;
/** What the tool itself said, where it said it of a place: people look for these words. Else the rule's, with the culprit. */
function titleOf({ rule, culprit, location, evidence }) {
	const said = location === void 0 ? void 0 : SAID_AT_PLACE.exec(evidence[0]?.text.trim() ?? "")?.groups?.["message"];
	if (said !== void 0) return said;
	const summary = catalogue.find(({ id }) => id === rule)?.summary ?? rule;
	const name = subjectName(culprit);
	return name === "" || name === "go" ? summary : `${summary}: ${name}`;
}
/** The finding that reports an incident; its state is `new` until it is compared with a baseline. */
function incidentFinding(incident, at) {
	return {
		rule: incident.rule,
		severity: at.severity ?? catalogue.find(({ id }) => id === incident.rule)?.severity ?? "error",
		state: "new",
		title: titleOf(incident),
		message: incident.confidence === "certain" ? incident.cause : `${incident.cause} (Likely: the output alone does not prove it.)`,
		subject: at.target === void 0 ? incident.culprit : {
			...incident.culprit,
			target: at.target
		},
		...incident.location === void 0 ? {} : { location: incident.location },
		evidence: incident.evidence.map(({ text }) => text),
		fix: incident.fix,
		source: at.source,
		...at.root === void 0 ? {} : { root: at.root }
	};
}

// src/operations/diagnose.ts
/** A location as go prints it (relative to where it ran) as one that can be opened from the project's directory. */
function place(location, { project, directory }, failures) {
	const name = location.file.replace(/^\.\//, "");
	const known = failures.find((failure) => failure.location?.line === location.line && failure.location?.file.endsWith(name) === true)?.location;
	if (known !== void 0 && known !== null) return {
		...location,
		file: known.file
	};
	const path = isAbsolute(location.file) ? location.file : join(directory, location.file);
	const inside = relative(project, path);
	const file = inside === "" || inside.startsWith("..") || isAbsolute(inside) ? location.file : inside;
	return {
		...location,
		file: file.split(sep).join("/")
	};
}
function lastLines(text) {
	return redact(text).trimEnd().split(/\r?\n/).slice(-20).map((line) => line.slice(0, 1e3));
}
/** Findings for the output of a failed command: its incidents in causal order; empty when none is recognised. */
function recognise(output, at, facts, failures = []) {
	return classify(output, facts).map((incident) => {
		const { location } = incident;
		return incidentFinding(location === void 0 ? incident : {
			...incident,
			location: place(location, at, failures)
		}, {
			source: at.source,
			root: at.root,
			...at.target === void 0 ? {} : { target: at.target }
		});
	});
}
/**
* Findings for a go command that failed: its incidents in causal order, or, when none is recognised,
* one `go/unrecognised` with the end of the output. Never empty.
*/
function diagnose(result, at, facts, failures = []) {
	const output = [result.stderr.text, result.stdout.text].filter((text) => text !== "").join("\n");
	const found = recognise(output, at, facts, failures);
	if (found.some(({ severity }) => severity === "error")) return found;
	const command = at.command ?? `go ${result.args.join(" ")}`;
	const ended = result.exitCode === null ? "was ended by a signal" : `ended with exit code ${String(result.exitCode)}`;
	return [...found, {
		rule: "go/unrecognised",
		severity: "error",
		state: "new",
		title: at.title,
		message: `\`${command}\` ${result.ending === "timed-out" ? "ran past its deadline" : ended}, for a reason that this version does not recognise; the end of its output is below.`,
		subject: {
			tool: command,
			...at.target === void 0 ? {} : { target: at.target }
		},
		evidence: lastLines(output),
		fix: [],
		source: at.source,
		root: at.root
	}];
}

// src/cgo/c-compiler.ts
/** A compiler that takes longer to say its name is not one that answers. */
const DEADLINE_MS$3 = 5e3;
const MAX_LINE = 200;
/** The first line of what a program prints; `null` when it fails, is stuck or says nothing. */
async function ask(host, go, path, args) {
	try {
		const { ending, exitCode, stdout } = await host.processes.run(path, args, {
			cwd: go.directory,
			env: go.env,
			deadlineMs: DEADLINE_MS$3,
			maxOutputBytes: 65536
		});
		const line = stdout.text.split(/\r?\n/, 1)[0]?.trim().slice(0, MAX_LINE) ?? "";
		return ending === "exited" && exitCode === 0 && line !== "" ? line : null;
	} catch {
		return null;
	}
}
/**
* The C compiler that go would call: CC as `go env` says it, its first line of `--version` and what it compiles for.
* Works for a compiler with arguments (`zig cc -target …`). `null` when CC is empty or its quotes do not close.
*/
async function findCCompiler(host, go, values) {
	const cc = values["CC"] ?? "";
	const [program, ...args] = splitWords(cc) ?? [];
	if (program === void 0 || program === "") return null;
	const fold = makeFold({
		goroot: [values["GOROOT"] ?? ""],
		gopath: [values["GOPATH"] ?? ""],
		gomodcache: [values["GOMODCACHE"] ?? ""],
		workspace: [go.directory],
		temp: [host.system.tempDirectory],
		home: [host.system.homeDirectory]
	});
	const show = (text) => redact(fold(text));
	const path = await host.processes.find(program, go.env);
	if (path === null) return {
		command: show(cc),
		path: null,
		version: null,
		target: null
	};
	const [version, target] = await Promise.all([ask(host, go, path, [...args, "--version"]), ask(host, go, path, [...args, "-dumpmachine"])]);
	return {
		command: show(cc),
		path: show(path),
		version: version === null ? null : show(version),
		target: target === null ? null : show(target)
	};
}

// src/cgo/libc.ts
const DEADLINE_MS$2 = 5e3;
async function run$1(host, command, args) {
	try {
		return await host.processes.run(command, args, {
			cwd: host.cwd,
			env: {
				PATH: host.env["PATH"],
				LC_ALL: "C"
			},
			deadlineMs: DEADLINE_MS$2,
			maxOutputBytes: 65536
		});
	} catch {
		return null;
	}
}
/** Names of the loaders in the folders where a libc puts them. */
async function listLoaders(host) {
	return (await Promise.all(["/lib", "/lib64"].map(async (folder) => host.files.list(folder).catch(() => [])))).flat().flatMap(({ name }) => /^ld-(?:musl-|linux)/.test(name) ? [name] : []);
}
/**
* The C library of this Linux: glibc by what getconf says, musl by its loader. `null` on other systems, and where there is no
* C library at all (an image made from scratch). A glibc system with musl's tools installed is a glibc system.
*/
async function findLibc(host) {
	if (host.system.platform !== "linux") return null;
	const [getconf, loaders] = await Promise.all([run$1(host, "getconf", ["GNU_LIBC_VERSION"]), listLoaders(host)]);
	const glibc = getconf?.exitCode === 0 ? /^glibc (\d+(?:\.\d+)+)/.exec(getconf.stdout.text)?.[1] : void 0;
	if (glibc !== void 0) return {
		kind: "glibc",
		version: glibc
	};
	if (loaders.some((name) => name.startsWith("ld-musl-"))) {
		const ldd = await run$1(host, "ldd", ["--version"]);
		const said = `${ldd?.stdout.text ?? ""}\n${ldd?.stderr.text ?? ""}`;
		return {
			kind: "musl",
			version: /^Version (\d+(?:\.\d+)+)/m.exec(said)?.[1] ?? null
		};
	}
	return loaders.length > 0 ? {
		kind: "glibc",
		version: null
	} : null;
}

// src/cgo/library-versions.ts
/** Libraries whose header says a version as one string that the library holds too. */
const VERSIONED = {
	archive: {
		header: "archive.h",
		macro: "ARCHIVE_VERSION_ONLY_STRING"
	},
	crypto: {
		header: "openssl/opensslv.h",
		macro: "OPENSSL_VERSION_TEXT"
	},
	curl: {
		header: "curl/curlver.h",
		macro: "LIBCURL_VERSION"
	},
	git2: {
		header: "git2/version.h",
		macro: "LIBGIT2_VERSION"
	},
	png: {
		header: "png.h",
		macro: "PNG_LIBPNG_VER_STRING"
	},
	png16: {
		header: "png.h",
		macro: "PNG_LIBPNG_VER_STRING"
	},
	sqlite3: {
		header: "sqlite3.h",
		macro: "SQLITE_VERSION"
	},
	xml2: {
		header: "libxml/xmlversion.h",
		macro: "LIBXML_DOTTED_VERSION"
	},
	z: {
		header: "zlib.h",
		macro: "ZLIB_VERSION"
	}
};
/** Larger libraries are not searched. */
const MAX_LIBRARY$1 = 67108864;
/** Which libraries do not hold the version that the header of the same name says, under the flags of a package. */
async function findVersionMismatches(host, compiler, flags, libraries) {
	return (await Promise.all(libraries.map(async ({ name, path }) => {
		const known = VERSIONED[name];
		if (known === void 0 || path === void 0) return null;
		const { header, macro } = known;
		const { ok, output } = await compiler.run([
			...flags,
			"-E",
			"-dM",
			"-include",
			header,
			"-x",
			"c",
			"/dev/null"
		]);
		const version = ok ? new RegExp(`^#define ${macro} "([^"\\n]{1,80})"`, "m").exec(output)?.[1] : void 0;
		if (version === void 0) return null;
		const bytes = await host.files.read(await host.files.realPath(path), MAX_LIBRARY$1).catch(() => null);
		if (bytes === null) return null;
		return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(version) ? null : {
			library: name,
			path,
			header,
			version
		};
	}))).filter((one) => one !== null);
}

// src/cgo/libraries.ts
/** Larger libraries are taken for what their names say. */
const MAX_LIBRARY = 268435456;
/** Of an archive this much is looked at for a first object. */
const MEMBERS = 64;
/** Reads linker flags. `-framework` and what only steers the linker ask for no file here. */
function readLinkFlags(words) {
	const directories = [];
	const names = [];
	for (const [at, word] of words.entries()) {
		const value = word.length > 2 ? word.slice(2) : words[at + 1] ?? "";
		if (word.startsWith("-L") && value !== "") directories.push(value);
		else if (/^-l(?!ink)/.test(word) && value !== "") names.push(value);
		else if (/^[^-].*\.(?:a|so|dylib|lib)$/.test(word) && words[at - 1] !== "-framework") names.push(word);
	}
	return {
		directories,
		names: [...new Set(names)],
		isStatic: words.includes("-static")
	};
}
/** Directories in which the linker of a compiler looks by itself, under flags such as `--sysroot`. */
async function askSearchPath(host, compiler, flags) {
	const [dirs, linker] = await Promise.all([compiler.run([...flags, "-print-search-dirs"]), compiler.run([...flags, "-print-prog-name=ld"])]);
	const own = (/^libraries: =?(.*)$/m.exec(dirs.output)?.[1] ?? "").split(":").filter((path) => isAbsolute(path));
	const ld = linker.output.trim();
	const sysroot = flags.map((flag) => /^--sysroot=(.+)$/.exec(flag)?.[1]).findLast((path) => path !== void 0) ?? "";
	const program = isAbsolute(ld) ? ld : null;
	const built = [...((program === null ? null : await host.processes.run(program, ["--verbose"], {
		cwd: host.cwd,
		env: host.env,
		deadlineMs: 5e3
	}).catch(() => null))?.stdout.text ?? "").matchAll(/SEARCH_DIR\("(=?)([^"]+)"\)/g)].map(([, mark, path = ""]) => mark === "=" ? join(sysroot, path) : path);
	return [...new Set([...own, ...built].map((path) => normalize(path)))];
}
/** The names that a linker tries for `-lNAME`, in its order. */
function fileNames(name, goos, isStatic) {
	if (name.startsWith(":")) return [name.slice(1)];
	if (goos === "windows") return [
		`lib${name}.dll.a`,
		`${name}.dll.a`,
		`lib${name}.a`,
		`${name}.lib`,
		`lib${name}.dll`,
		`${name}.dll`
	];
	if (goos === "darwin" || goos === "ios") return [
		`lib${name}.tbd`,
		`lib${name}.dylib`,
		`lib${name}.a`
	];
	return isStatic ? [`lib${name}.a`] : [`lib${name}.so`, `lib${name}.a`];
}
/** The first object file in an archive of ar(1). */
function firstMember(bytes) {
	let at = 8;
	for (let count = 0; count < MEMBERS && at + 60 <= bytes.length; count += 1) {
		const header = new TextDecoder("latin1").decode(bytes.subarray(at, at + 60));
		const size = Number(header.slice(48, 58).trim());
		if (!Number.isSafeInteger(size) || size < 0) return null;
		const name = header.slice(0, 16).trim();
		if (name !== "/" && name !== "//" && name !== "/SYM64/") return bytes.subarray(at + 60, at + 60 + size);
		at += 60 + size + size % 2;
	}
	return null;
}
/** Whether a library is of another processor: what tells nothing (a linker script, an import library) is of this one. */
function isForeign(bytes, goarch) {
	const object = new TextDecoder("latin1").decode(bytes.subarray(0, 8)) === "!<arch>\n" ? firstMember(bytes) : bytes;
	if (object === null || object[0] !== 127) return false;
	const reading = readBinary(bytesSource(object));
	return reading.kind === "binary" && reading.binaries.every((binary) => binary.goarch !== null && binary.goarch !== goarch);
}
async function isForeignFile(host, path, goarch) {
	const bytes = await host.files.read(path, MAX_LIBRARY).catch(() => null);
	return bytes !== null && isForeign(bytes, goarch);
}
/** What zig brings itself, for every target. */
const OF_ZIG = new Set("c m pthread dl rt util resolv xnet crypt nsl".split(" "));
/** Where the linker finds each library of a request, as GNU ld goes: directory after directory, passing over other processors. */
async function findLibraries(host, request, { goos, goarch, searchPath, isZig }) {
	const directories = [...request.directories, ...searchPath];
	const find = async (name) => {
		const skipped = [];
		const candidates = /[/\\]|^[^:].*\.(?:a|so|dylib|lib)$/.test(name) ? [name] : directories.flatMap((directory) => fileNames(name, goos, request.isStatic).map((file) => join(directory, file)));
		for (const path of candidates) {
			const status = await host.files.status(path).catch(() => null);
			if (status === null || status.kind === "directory") continue;
			const real = await host.files.realPath(path);
			if ((await host.files.status(real).catch(() => null))?.kind !== "file") continue;
			if (await isForeignFile(host, real, goarch)) skipped.push(path);
			else return {
				name,
				state: "found",
				path,
				skipped
			};
		}
		return {
			name,
			state: isZig && (OF_ZIG.has(name) || goos !== "linux") ? "unknown" : "missing",
			skipped
		};
	};
	return await Promise.all(request.names.map(find));
}

// src/cgo/preamble.ts
const IMPORT = /^import[ \t]*(?:\([ \t]*)?"C"/gm;
/** Settings for cgo, which takes them out before the compiler sees the rest. */
const SETTING = /^[ \t]*#cgo\b.*$/gm;
function lineAt(source, offset) {
	let line = 1;
	for (let at = source.indexOf("\n"); at !== -1 && at < offset; at = source.indexOf("\n", at + 1)) line += 1;
	return line;
}
/** Where the line comments that end at `end` begin; `end` when there are none. */
function startOfLineComments(source, end) {
	let start = end;
	while (start > 0) {
		const lineStart = source.lastIndexOf("\n", start - 2) + 1;
		if (!source.slice(lineStart, start).trimStart().startsWith("//")) break;
		start = lineStart;
	}
	return start;
}
/**
* The preambles of a Go file as cgo reads them (cmd/cgo, go/ast doc comments): a comment that ends on the line before `import "C"`.
* An import inside of a group with others has its comment there, and is not read.
*/
function readPreambles(source) {
	const found = [];
	for (const { index } of source.matchAll(IMPORT)) {
		const before = source.slice(0, index);
		const end = before.replace(/\r?\n$/, "").length;
		if (before.slice(0, end).endsWith("*/")) {
			const open = before.lastIndexOf("/*", end - 2);
			if (open !== -1) found.push({
				line: lineAt(source, open),
				text: before.slice(open + 2, end - 2).replaceAll(SETTING, "")
			});
			continue;
		}
		const start = startOfLineComments(source, index);
		if (start === index) continue;
		const text = source.slice(start, index).split("\n").map((line) => line.replace(/^[ \t]*\/\//, "")).join("\n");
		found.push({
			line: lineAt(source, start),
			text: text.replaceAll(SETTING, "")
		});
	}
	return found;
}

// src/cgo/toolchain.ts
/** A compiler that has not answered by then is not asked again. */
const DEADLINE_MS$1 = 2e4;
const MAX_OUTPUT = 16777216;
const NO_ANSWER = {
	ok: false,
	output: "",
	errors: ""
};
/** Opens a tool by the value that names it; `null` when the value is empty or its quotes do not close. */
async function openTool(host, go, command, env = {}) {
	const [program, ...own] = splitWords(command) ?? [];
	if (program === void 0 || program === "") return null;
	const environment = {
		...go.env,
		...env,
		LC_ALL: "C"
	};
	const path = await host.processes.find(program, environment);
	return {
		command,
		path,
		async run(args, { cwd = go.directory } = {}) {
			if (path === null) return NO_ANSWER;
			try {
				const { ending, exitCode, stdout, stderr } = await host.processes.run(path, [...own, ...args], {
					cwd,
					env: environment,
					deadlineMs: DEADLINE_MS$1,
					maxOutputBytes: MAX_OUTPUT
				});
				return {
					ok: ending === "exited" && exitCode === 0,
					output: stdout.text,
					errors: stderr.text
				};
			} catch {
				return NO_ANSWER;
			}
		}
	};
}
const SYSTEMS = [
	["_WIN32", "windows"],
	["__APPLE__", "darwin"],
	["__ANDROID__", "android"],
	["__linux__", "linux"],
	["__FreeBSD__", "freebsd"],
	["__NetBSD__", "netbsd"],
	["__OpenBSD__", "openbsd"],
	["__DragonFly__", "dragonfly"],
	["__sun", "solaris"],
	["_AIX", "aix"]
];
function processorOf(has) {
	const little = has("_MIPSEL") || has("__LITTLE_ENDIAN__") || has("_LITTLE_ENDIAN") || has("__MIPSEL__");
	if (has("__x86_64__")) return has("__ILP32__") ? null : "amd64";
	if (has("__i386__")) return "386";
	if (has("__aarch64__")) return "arm64";
	if (has("__arm__")) return "arm";
	if (has("__riscv")) return has("__LP64__") ? "riscv64" : null;
	if (has("__powerpc64__")) return little ? "ppc64le" : "ppc64";
	if (has("__s390x__")) return "s390x";
	if (has("__loongarch64") || has("__loongarch_lp64")) return "loong64";
	if (has("__mips64")) return little ? "mips64le" : "mips64";
	return has("__mips__") ? little ? "mipsle" : "mips" : null;
}
/** Asks a compiler for its macros under these flags: nothing is compiled. */
async function askPlatform(compiler, flags) {
	const { ok, output, errors } = await compiler.run([
		...flags,
		"-dM",
		"-E",
		"-x",
		"c",
		"/dev/null"
	]);
	if (!ok) return {
		ok: false,
		errors
	};
	const macros = new Set([...output.matchAll(/^#define (\w+)/gm)].map(([, name]) => name));
	const goos = SYSTEMS.find(([macro]) => macros.has(macro))?.[1];
	const goarch = processorOf((macro) => macros.has(macro));
	return {
		ok: true,
		platform: {
			...goos === void 0 ? {} : { goos },
			...goarch === null ? {} : { goarch }
		}
	};
}

// src/operations/plan-c.ts
/** Preprocessors at once: each takes a processor for some milliseconds. */
const AT_ONCE = 4;
const MAX_SOURCE = 16777216;
/** C files of one package that are looked at, the first ones by name. */
const MAX_FILES$1 = 40;
function words(text) {
	return splitWords(text ?? "") ?? [];
}
function ok(question, answer, steps) {
	return {
		question,
		answer,
		state: "ok",
		...steps === void 0 ? {} : { steps }
	};
}
function stop(question, answer, steps) {
	return {
		question,
		answer,
		state: "stop",
		...steps === void 0 ? {} : { steps }
	};
}
/** What the compiler says first, for one line of the tree. */
function firstError(errors) {
	const lines = errors.split("\n").map((line) => line.trim());
	return (lines.find((line) => /error:/i.test(line)) ?? lines.find((line) => line !== "") ?? "it failed without a word").slice(0, 200);
}
/** Variables that other build tools read, and go does not. */
function ignoredCompilerVariables(env, { goos, goarch }) {
	return [
		"CC_FOR_TARGET",
		"CXX_FOR_TARGET",
		`CC_FOR_${goos}_${goarch}`,
		`CXX_FOR_${goos}_${goarch}`,
		`CC_${goos}_${goarch}`,
		`CXX_${goos}_${goarch}`
	].filter((name) => (env[name] ?? "") !== "");
}
async function askPkgConfig({ host, go, values }, listed) {
	const names = listed.flags.CgoPkgConfig;
	if (names.length === 0) return {
		cflags: [],
		libs: [],
		failure: null
	};
	const command = values["PKG_CONFIG"] ?? "pkg-config";
	const tool = await openTool(host, go, command);
	const fails = (output, seen) => ({
		cflags: [],
		libs: [],
		failure: {
			package: listed.path,
			output,
			...seen === void 0 ? {} : { seen }
		}
	});
	const header = `# [${command} --cflags  -- ${names.join(" ")}]\n`;
	if (tool === null || tool.path === null) return fails(`${header}exec: "${words(command)[0] ?? command}": executable file not found in $PATH\n`, [`${command} is not on PATH`]);
	const [cflags, libs] = await Promise.all([tool.run([
		"--cflags",
		"--",
		...names
	]), tool.run([
		"--libs",
		"--",
		...names
	])]);
	const failed = [cflags, libs].find((answer) => !answer.ok);
	if (failed !== void 0) return fails(`${header}${failed.errors}${failed.output}`);
	return {
		cflags: words(cflags.output),
		libs: words(libs.output),
		failure: null
	};
}
/** A Go file as go names it in the output of a build: relative to the directory of the command where it is below it. */
function shown({ go }, directory, name) {
	const path = relative(go.directory, join(directory, name));
	if (path.startsWith("..") || isAbsolute(path)) return join(directory, name);
	return path === name ? `./${name}` : path.split(sep).join("/");
}
/** The flags under which go compiles C of a package, and those of them that hold for C++ too. */
function flagsOfPackage({ values, goFlags }, { directory, flags }, cflags) {
	const shared = [
		...goFlags,
		"-I",
		directory,
		...words(values["CGO_CPPFLAGS"]),
		...flags.CgoCPPFLAGS
	];
	return {
		shared,
		cFlags: [
			...shared,
			...words(values["CGO_CFLAGS"]),
			...flags.CgoCFLAGS,
			...cflags
		]
	};
}
/** What the preprocessor is to read of a package: the preambles, put into one file, and its C and C++ files. */
async function unitsOf(project, listed, cflags, folder) {
	const { host, go, values, cc } = project;
	const { flags, files, directory } = listed;
	const { shared, cFlags } = flagsOfPackage(project, listed, cflags);
	const units = [];
	const pieces = [];
	for (const name of files.CgoFiles) {
		const bytes = await host.files.read(join(directory, name), MAX_SOURCE).catch(() => null);
		const source = bytes === null ? "" : new TextDecoder().decode(bytes);
		for (const { line, text } of readPreambles(source)) pieces.push(`#line ${String(line)} "${shown(project, directory, name)}"\n${text}\n`);
	}
	if (pieces.length > 0) {
		const file = join(folder, `${listed.path.replaceAll(/[^\w.]/g, "_")}.c`);
		await host.files.writeAtomically(file, pieces.join(""));
		units.push({
			tool: cc,
			file,
			flags: cFlags
		});
	}
	for (const name of files.CFiles.slice(0, MAX_FILES$1)) units.push({
		tool: cc,
		file: name,
		flags: cFlags
	});
	const cxx = files.CXXFiles.length === 0 ? null : await openTool(host, go, values["CXX"] ?? "");
	if (cxx !== null && cxx.path !== null) {
		const cxxFlags = [
			...shared,
			...words(values["CGO_CXXFLAGS"]),
			...flags.CgoCXXFLAGS,
			...cflags
		];
		for (const name of files.CXXFiles.slice(0, MAX_FILES$1)) units.push({
			tool: cxx,
			file: name,
			flags: cxxFlags
		});
	}
	return units;
}
/** Compilers of other languages that a package needs and that are not there, as the build says it. */
async function missingCompilers({ host, go, values }, { files, path }) {
	const wanted = [...files.CXXFiles.length > 0 ? [{
		command: values["CXX"] ?? "",
		file: files.CXXFiles[0] ?? ""
	}] : [], ...files.FFiles.length > 0 ? [{
		command: values["FC"] ?? "gfortran",
		file: files.FFiles[0] ?? ""
	}] : []];
	const tools = await Promise.all(wanted.map(async ({ command }) => openTool(host, go, command === "" ? "gfortran" : command)));
	return wanted.flatMap(({ command }, at) => {
		const program = words(command)[0] ?? "gfortran";
		return (tools[at]?.path ?? null) === null ? [{
			package: path,
			output: `exec: "${program}": executable file not found in $PATH\n`,
			seen: [`${program} is not on PATH`]
		}] : [];
	});
}
function libraryStep({ name, state, path, skipped }) {
	const passed = skipped.length === 0 ? "" : `, passing over ${skipped.join(", ")} of another processor`;
	if (state === "found") return ok(`-l${name}`, `${path ?? ""}${passed}`);
	if (state === "unknown") return {
		question: `-l${name}`,
		answer: "the compiler brings its own, or not: it says so when it links",
		state: "open"
	};
	return stop(`-l${name}`, `no file for this target in any directory of the linker${passed}`);
}
/** The linker's own words for a library that it does not find. */
function linkerSays(linker, { name, skipped }) {
	return `${skipped.map((path) => `${linker}: skipping incompatible ${path} when searching for -l${name}\n`).join("")}${linker}: cannot find -l${name}: No such file or directory\ncollect2: error: ld returned 1 exit status\n`;
}
async function planPackage(project, listed, isLinked, folder, searchPath) {
	const { host, values, target, cc } = project;
	const failures = [];
	const mismatches = [];
	const steps = [];
	const pkgConfig = await askPkgConfig(project, listed);
	if (pkgConfig.failure !== null) {
		const answer = firstError(pkgConfig.failure.output.replace(/^#.*\n/, ""));
		return {
			step: stop(listed.path, "pkg-config fails", [stop(`pkg-config ${listed.flags.CgoPkgConfig.join(" ")}`, answer)]),
			failures: [pkgConfig.failure],
			mismatches: []
		};
	}
	if (listed.flags.CgoPkgConfig.length > 0) steps.push(ok(`pkg-config ${listed.flags.CgoPkgConfig.join(" ")}`, "found"));
	const missing = await missingCompilers(project, listed);
	for (const failure of missing) steps.push(stop("compiler", firstError(failure.output)));
	failures.push(...missing);
	const limit = pLimit(AT_ONCE);
	const units = await unitsOf(project, listed, pkgConfig.cflags, folder);
	const broken = (await Promise.all(units.map(async ({ tool, file, flags }) => limit(async () => ({
		file,
		answer: await tool.run([
			...flags,
			"-E",
			"-o",
			"/dev/null",
			file
		], { cwd: listed.directory })
	}))))).filter(({ answer }) => !answer.ok);
	for (const { file, answer } of broken) {
		steps.push(stop(`headers of ${basename(file)}`, firstError(answer.errors)));
		failures.push({
			package: listed.path,
			output: answer.errors
		});
	}
	if (units.length > 0 && broken.length === 0) steps.push(ok("header files", "found"));
	const linkWords = [
		...words(values["CGO_LDFLAGS"]),
		...listed.flags.CgoLDFLAGS,
		...pkgConfig.libs
	];
	const request = readLinkFlags(linkWords);
	if (isLinked && request.names.length > 0) {
		const flags = [
			...project.goFlags,
			...words(values["CGO_LDFLAGS"]),
			...listed.flags.CgoLDFLAGS
		].filter((word) => word.startsWith("--sysroot"));
		const isZig = /(?:^|[/\\])zig(?:\.exe)?$/.test(words(cc.command)[0] ?? "");
		const found = await findLibraries(host, request, {
			goos: target.goos,
			goarch: target.goarch,
			searchPath: await searchPath(flags),
			isZig
		});
		steps.push(...found.map(libraryStep));
		const { cFlags } = flagsOfPackage(project, listed, pkgConfig.cflags);
		for (const one of await findVersionMismatches(host, cc, cFlags, found)) {
			steps.push({
				question: one.header,
				answer: `is of ${one.version}, and ${one.path} of another version`,
				state: "warning"
			});
			mismatches.push({
				...one,
				package: listed.path
			});
		}
		const linker = "/usr/bin/ld";
		for (const answer of found) {
			if (answer.state !== "missing") continue;
			const seen = [`-l${answer.name}: no file for ${target.goos}/${target.goarch}`, ...answer.skipped.map((path) => `${path} is for another processor`)];
			failures.push({
				package: listed.path,
				output: linkerSays(linker, answer),
				seen
			});
		}
	}
	const state = steps.some((step) => step.state === "stop") ? "stop" : "ok";
	return {
		step: {
			question: listed.path,
			answer: state === "ok" ? "has what it needs" : "lacks something",
			state,
			steps
		},
		failures,
		mismatches
	};
}
/**
* Looks at everything that the C side of a target needs: compiler, what it builds for, headers, pkg-config, libraries. Compilers are asked
* for their macros and to preprocess; nothing is compiled, nothing is linked. `null`: no package of the target has C.
*/
async function planC(host, go, target, packages) {
	const withC = packages.filter(({ files }) => files.CgoFiles.length > 0 || files.SwigFiles.length > 0 || files.SwigCXXFiles.length > 0);
	if (!target.cgo || withC.length === 0) return null;
	const answer = await readGoEnv(go, targetEnvironment(target));
	if (!answer.ok) return null;
	const { values } = answer;
	const cc = await openTool(host, go, values["CC"] ?? "");
	const first = withC[0]?.path ?? "";
	const command = values["CC"] ?? "";
	if (cc === null || cc.path === null) {
		const program = words(command)[0] ?? command;
		const said = program === "" ? "no C compiler is named" : `${program} is not on PATH`;
		const output = `cgo: C compiler "${program}" not found: exec: "${program}": executable file not found in $PATH\n`;
		return {
			step: stop("C compiler", said),
			failures: [{
				package: first,
				output,
				seen: [said]
			}],
			mismatches: []
		};
	}
	const goFlags = flagsOfGo(values["GOGCCFLAGS"]);
	const forTarget = await askPlatform(cc, [...goFlags, ...words(values["CGO_CFLAGS"])]);
	const wanted = `${target.goos}/${target.goarch}`;
	if (!forTarget.ok) {
		const said = firstError(forTarget.errors);
		return {
			step: stop("C compiler", `${cc.command} refuses what go asks of a compiler for ${wanted}: ${said}`),
			failures: [{
				package: "runtime/cgo",
				output: forTarget.errors
			}],
			mismatches: []
		};
	}
	const { goos = "an unknown system", goarch = "an unknown processor" } = forTarget.platform;
	if (goos !== target.goos || goarch !== target.goarch) {
		const said = `${cc.command} builds for ${goos}/${goarch}, not for ${wanted}`;
		return {
			step: stop("C compiler", said),
			failures: [{
				package: "runtime/cgo",
				output: wrongTargetSays(target),
				seen: [said]
			}],
			mismatches: []
		};
	}
	const project = {
		host,
		go,
		target,
		values,
		cc,
		goFlags
	};
	const linked = linkedPackages(packages);
	const paths = /* @__PURE__ */ new Map();
	const searchPath = async (flags) => {
		const key = flags.join(" ");
		const known = paths.get(key) ?? askSearchPath(host, cc, flags);
		paths.set(key, known);
		return known;
	};
	const folder = await host.files.makeTemporaryDirectory("goparity-plan-");
	try {
		const plans = await Promise.all(withC.map(async (listed) => planPackage(project, listed, linked.has(listed.path), folder, searchPath)));
		const failures = plans.flatMap((made) => made.failures);
		const mismatches = plans.flatMap((made) => made.mismatches);
		const steps = plans.map(({ step }) => step);
		return {
			step: {
				question: "C compiler",
				answer: `${cc.command}, for ${wanted}`,
				state: failures.length > 0 ? "stop" : "ok",
				steps
			},
			failures,
			mismatches
		};
	} finally {
		await host.files.remove(folder);
	}
}
/** The packages that go into a program: only then go links them, and a library that is missing counts. */
function linkedPackages(packages) {
	const byPath = new Map(packages.map((one) => [one.path, one]));
	const linked = new Set(packages.filter(({ name, dependencyOnly }) => name === "main" && !dependencyOnly).map(({ path }) => path));
	for (const path of linked) for (const imported of byPath.get(path)?.imports ?? []) linked.add(imported);
	return linked.add("runtime/cgo");
}
/**
* What go gives to every call of the compiler. GOGCCFLAGS is the command line without its first three words (cmd/go/internal/envcmd): of a
* CC with arguments (`zig cc -target …`) some are left at its beginning, before `-I .`.
*/
function flagsOfGo(value) {
	const all = words(value);
	const start = all.findIndex((word, at) => word === "-I" && all[at + 1] === ".");
	return all.slice(start === -1 ? 0 : start + 2).filter((word) => !word.startsWith("-Wl,") && !word.startsWith("-ffile-prefix-map"));
}
/** How an assembler for another processor refuses the first file of runtime/cgo. */
function wrongTargetSays({ goarch }) {
	return `gcc_${goarch}.S: Assembler messages:\ngcc_${goarch}.S:30: Error: no such instruction: \`stp x29,x30,[sp,'\n`;
}

// src/operations/plan-target.ts
function failurePlace(recording, root, target) {
	const { directory, path } = root.reading.place;
	return {
		source: "targets",
		project: recording.directory,
		directory: path,
		root: directory,
		target,
		title: `${target} cannot be built`
	};
}
/** What the build would print of these failures, each below the header of its package. */
function foretold(failures) {
	return failures.map((failure) => `${failure.output.startsWith("#") ? "" : `# ${failure.package}\n`}${failure.output}`).join("\n");
}
/** The findings that the build would make of these failures; what was really seen is their evidence. */
function findingsOf(recording, root, target, facts, failures) {
	const [first] = failures;
	if (first === void 0) return [];
	const name = formatTarget(target);
	const found = recognise(foretold(failures), failurePlace(recording, root, name), facts);
	if (found.length > 0) return found.map((finding) => {
		const seen = failures.find((failure) => finding.evidence.some((line) => failure.output.includes(line)))?.seen;
		return seen === void 0 ? finding : Object.assign({}, finding, { evidence: seen });
	});
	return [{
		rule: "go/unrecognised",
		severity: "error",
		state: "new",
		title: `${name} cannot be built`,
		message: `The C compiler refuses ${first.package}, for a reason that this version does not recognise; what it says is below.`,
		subject: {
			target: name,
			package: first.package
		},
		evidence: first.seen ?? first.output.trim().split("\n").slice(0, 12),
		fix: [],
		source: "targets",
		root: root.reading.place.directory
	}];
}
function ignoredVariable(target, root, names) {
	const [name = ""] = names;
	return {
		rule: "cgo/compiler-wrong-target",
		severity: "warning",
		state: "new",
		title: `go build does not read ${name}`,
		message: `${names.join(", ")} ${names.length === 1 ? "is" : "are"} set, and go build takes its compilers from CC and CXX alone: only the build of Go itself reads such variables.`,
		subject: {
			target: formatTarget(target),
			key: name
		},
		evidence: names.map((one) => `${one}=${root.go.env[one] ?? ""}`.slice(0, 200)),
		fix: [{
			edit: `set ${name.startsWith("CXX") ? "CXX" : "CC"} for the job of ${target.goos}/${target.goarch}`,
			why: "go build reads it"
		}],
		source: "targets",
		root: root.reading.place.directory
	};
}
function versionFinding(target, root, { package: path, library, path: file, header, version }) {
	return {
		rule: "cgo/version-mismatch",
		severity: "warning",
		state: "new",
		title: `${header} and lib${library} are of different versions`,
		message: `${path} is compiled with a ${header} that says ${version}, and linked with a lib${library} that is of another version. It builds; what the header promises may not be there when it runs.`,
		subject: {
			target: formatTarget(target),
			package: path,
			library
		},
		evidence: [`${header}: ${version}`, `${file}: ${version} is not in it`],
		fix: [{
			edit: `take header and library of ${library} from one place: one -dev package, or -I and -L into the same folder`,
			why: "both are then of one version"
		}],
		source: "targets",
		root: root.reading.place.directory
	};
}
function cgoStep(target) {
	return {
		question: "cgo",
		answer: describeCgo(target),
		state: target.cgoReason === "no-compiler" ? "warning" : "ok"
	};
}
function countWith(packages, has) {
	return packages.filter(has).length;
}
/** Whether a package needs C, or could do without. */
function needStep({ path, standard }, affected) {
	const loss = affected.find((one) => one.package === path);
	return {
		question: path,
		answer: standard ? "of the standard library, which does without" : loss?.whole === true ? "needs C: without cgo nothing of it is left" : (loss?.replacements.length ?? 0) > 0 ? `could do without: ${loss?.replacements.join(", ") ?? ""}` : "loses files without cgo, and nothing takes their place",
		state: "ok"
	};
}
function lossSteps(losses) {
	return losses.slice(0, 50).map((loss) => {
		const instead = loss.whole ? "nothing of the package is left" : loss.replacements.length > 0 ? `${loss.replacements.join(", ")} in their place` : "nothing in their place";
		return {
			question: loss.package,
			answer: `without ${loss.files.join(", ")}; ${instead}`,
			state: "warning"
		};
	});
}
/** Decides one target of one root. */
async function planTarget({ host }, recording, root, target, packages) {
	const name = formatTarget(target);
	const env = targetEnvironment(target);
	const steps = [{
		question: "platform",
		answer: `${target.goos}/${target.goarch} is one that this go builds for`,
		state: "ok"
	}, cgoStep(target)];
	const findings = [];
	const ignored = target.cgo ? ignoredCompilerVariables(host.env, target) : [];
	if (ignored.length > 0) {
		findings.push(ignoredVariable(target, root, ignored));
		steps.push({
			question: "other variables",
			answer: `go build does not read ${ignored.join(", ")}`,
			state: "warning"
		});
	}
	const [listed, dropped] = await Promise.all([listPackageGraph(root.go, env, packages, { broken: false }), listDropped(root.go, env, packages)]);
	const affected = dropped.ok ? dropped.packages : [];
	const losses = target.cgo ? [] : affected;
	const facts = {
		...recording.facts,
		goos: target.goos,
		goarch: target.goarch,
		cgoEnabled: target.cgo,
		target: name,
		...dropped.ok && !target.cgo ? { droppedByCgo: losses } : {}
	};
	if (!listed.ok) {
		const found = diagnose(listed.result, failurePlace(recording, root, name), facts);
		steps.push({
			question: "packages",
			answer: found[0]?.title ?? "go cannot list them",
			state: "stop",
			steps: lossSteps(losses)
		});
		return concludePlan(name, steps, [...findings, ...found], losses);
	}
	const all = countWith(listed.packages, ({ standard }) => !standard);
	const withC = listed.packages.filter(({ files }) => files.CgoFiles.length > 0);
	steps.push({
		question: "packages",
		answer: `${String(all)} outside the standard library, ${withC.length === 0 ? "none" : String(withC.length)} with C in all`,
		state: "ok",
		steps: withC.map((one) => needStep(one, affected))
	});
	if (losses.length > 0) {
		const answer = `files of ${losses.length === 1 ? "one package" : `${String(losses.length)} packages`}`;
		steps.push({
			question: "left out without cgo",
			answer,
			state: "warning",
			steps: lossSteps(losses)
		});
	}
	const c = await planC(host, root.go, target, listed.packages);
	if (c === null && target.cgo) steps.push({
		question: "C compiler",
		answer: "none is asked for: no package has C",
		state: "ok"
	});
	if (c !== null) {
		steps.push(c.step);
		const own = listed.packages.filter(({ module }) => module?.main === true);
		const directories = Object.fromEntries(own.map(({ path, directory }) => [path, directory]));
		findings.push(...findingsOf(recording, root, target, {
			...facts,
			directories
		}, c.failures));
		for (const mismatch of c.mismatches) findings.push(versionFinding(target, root, mismatch));
	}
	return concludePlan(name, steps, findings, losses);
}

// src/operations/foresee.ts
/** Targets whose C side lacks something: go would compile for minutes before it says the same. */
async function foreseeFailures(session, recording, root, targets, packages) {
	const foreseen = /* @__PURE__ */ new Map();
	await allEnded(targets.map(async (target) => {
		if (!target.cgo) return;
		const { verdict, rule, findings } = await planTarget(session, recording, root, target, packages);
		if (verdict !== "cannot" || rule === void 0 || !rule.startsWith("cgo/")) return;
		const failed = findings.flatMap(({ subject }) => subject.package === void 0 ? [] : [subject.package]);
		const reason = (findings.find(({ severity }) => severity === "error")?.title ?? "it cannot be built").slice(0, 500);
		const failedPackages = [...new Set(failed)].toSorted(byteOrder);
		foreseen.set(target, {
			findings,
			result: {
				outcome: "failed",
				reason,
				failedPackages,
				rule
			}
		});
	}));
	return foreseen;
}

// src/operations/prove-targets.ts
const FILES_AT_ONCE = 16;
/** Larger files are not hashed, and what holds one has no proof. */
const MAX_FILE_BYTES = 536870912;
const PROFILE = "default.pgo";
/** What is compiled, assembled, included by assembly, linked and embedded when cgo is off, and what go refuses to find beside it. */
const INPUTS = [
	"GoFiles",
	"SFiles",
	"HFiles",
	"SysoFiles",
	"EmbedFiles",
	"CFiles",
	"CXXFiles",
	"MFiles",
	"FFiles",
	"SwigFiles",
	"SwigCXXFiles"
];
const none = (why) => ({
	proof: null,
	why
});
/** Hashes files once each, however many targets they go into. */
function openHasher(host) {
	const limit = pLimit(FILES_AT_ONCE);
	const known = /* @__PURE__ */ new Map();
	return async (path) => {
		const hashed = known.get(path) ?? limit(async () => {
			const bytes = await host.files.read(path, MAX_FILE_BYTES).catch(() => null);
			return bytes === null ? null : sha256(bytes);
		});
		known.set(path, hashed);
		return hashed;
	};
}
/** The programs that compile, assemble and link, and the headers that assembly includes: the same version string proves nothing. */
async function hashTools(host, hash, values) {
	const { GOROOT: goroot = "", GOTOOLDIR: tools = "", GOEXE: extension = "" } = values;
	const includes = join(goroot, "pkg", "include");
	const files = [
		["go", join(goroot, "bin", `go${extension}`)],
		...[
			"compile",
			"asm",
			"link"
		].map((name) => [name, join(tools, `${name}${extension}`)]),
		...(await host.files.list(includes)).filter(({ kind }) => kind === "file").map(({ name }) => [`include/${name}`, join(includes, name)])
	];
	const known = (await Promise.all(files.map(async ([name, path]) => [name, await hash(path)]))).flatMap(([name, found]) => found === null ? [] : [[name, found]]);
	return known.length < files.length ? null : Object.fromEntries(known);
}
/**
* Opens a prover for a root that was verified: what lies in the module cache is taken by the hash it was verified against, everything
* else by content. `goflags` as `go env` says.
*/
function openProver(host, root) {
	const { reading, go, env } = root;
	const hash = openHasher(host);
	const moduleCache = env.values["GOMODCACHE"] ?? "";
	const sums = new Map(reading.root.modules.flatMap(({ path, version, replace, sum }) => {
		const built = replace ?? {
			path,
			version
		};
		return sum === void 0 || built.version === null ? [] : [[sumKey(built.path, built.version, false), sum]];
	}));
	let tools = null;
	const contentOf = async ({ directory, module, files, name: clause }) => {
		const sum = module === null || module.version === null ? void 0 : sums.get(sumKey(module.path, module.version, false));
		const inCache = moduleCache !== "" && !relative(moduleCache, directory).startsWith("..");
		if (sum !== void 0 && inCache && module !== null) return [`${module.path}@${module.version ?? ""} ${sum}`];
		const profile = clause === "main" && await host.files.status(join(directory, PROFILE)) !== null ? [PROFILE] : [];
		const names = [...INPUTS.flatMap((kind) => files[kind]), ...profile];
		const hashed = await Promise.all(names.map(async (name) => [name, await hash(join(directory, name))]));
		if (hashed.some(([, found]) => found === null)) return null;
		return [`go ${module === null ? "" : module.go}`, ...hashed.map(([name, found]) => `${name} ${found ?? ""}`).toSorted(byteOrder)];
	};
	return { async fingerprint(target, patterns, flags) {
		if (target.cgo) return none("the C headers of a cgo build have no fingerprint");
		const refused = whyNoProof(env.values["GOFLAGS"] ?? "");
		if (refused !== null) return none(refused);
		const environment = targetEnvironment(target);
		const [values, inputs] = await allEnded([readGoEnv(go, environment), listPackageGraph(go, environment, patterns, { broken: false })]);
		if (!values.ok || !inputs.ok) return none("go cannot list what it would build");
		tools ??= hashTools(host, hash, env.values);
		const hashedTools = await tools;
		if (hashedTools === null) return none("the tools of this Go cannot be read");
		const packages = [];
		for (const one of inputs.packages) {
			const content = await contentOf(one);
			if (content === null) return none(`a file of ${one.path} cannot be read`);
			packages.push({
				path: one.path,
				content
			});
		}
		const files = Object.fromEntries(Object.entries(reading.root.files).filter(([name]) => !name.endsWith(".sum")));
		const text = proofText({
			target: formatTarget(target),
			patterns,
			env: values.values,
			flags,
			tools: hashedTools,
			files,
			packages
		});
		return { proof: sha256(text) };
	} };
}

// src/operations/packages-of.ts
/** `./...` of every module of a root: in a workspace, a pattern stops at the next go.mod. */
function packagesOf$1({ reading }) {
	const inside = reading.members.filter((member) => member !== ".." && !member.startsWith("../"));
	return inside.length === 0 ? ["./..."] : inside.map((member) => member === "." ? "./..." : `./${member}/...`);
}

// src/operations/build-project.ts
const NOTHING$1 = {
	results: [],
	targets: [],
	findings: [],
	degraded: []
};
/** What `reason` says of a target that was built: why cgo is as it is, unless somebody asked for that. */
function cgoNote(target) {
	return target.cgoReason === "asked" || target.cgoReason === "native" ? void 0 : `cgo ${describeCgo(target)}`;
}
/** What `reason` says of a target that was not built because nothing that decides it has changed. */
const PROVED = "all that decides the build is as it was in the baseline, where it built";
function describe$2(root, target, rest) {
	const { goos, goarch, cgo, cgoReason } = target;
	return {
		root,
		target: formatTarget(target),
		goos,
		goarch,
		cgo,
		cgoReason,
		...rest
	};
}
function reported(result, target, severalRoots, durationMs) {
	const { goos, goarch, cgo, outcome, rule } = result;
	const needs = goos === "linux" ? describeNeeds(result.binaries ?? []) : null;
	const said = outcome === "proved" ? PROVED : cgoNote(target);
	const reason = result.reason ?? said ?? (needs === null ? void 0 : `needs ${needs}`);
	return {
		...severalRoots ? { root: result.root } : {},
		target: result.target,
		goos,
		goarch,
		cgo,
		outcome,
		...reason === void 0 ? {} : { reason },
		durationMs: Math.round(durationMs),
		...rule === void 0 ? {} : { rule }
	};
}
function dropFinding(target, root, dropped) {
	const name = formatTarget(target);
	return {
		rule: "cgo/silently-dropped",
		severity: "warning",
		state: "new",
		title: `go left out the cgo files of ${String(dropped.length)} ${dropped.length === 1 ? "package" : "packages"} in ${name}`,
		message: "No C compiler is on PATH, so go turned cgo off without a word. The program that was checked is not the one that a machine with a C compiler builds.",
		subject: {
			target: name,
			...dropped[0] === void 0 ? {} : { package: dropped[0].package }
		},
		evidence: dropped.slice(0, 20).map(({ package: path, files, replacements, whole }) => {
			const instead = whole ? "nothing of the package is left" : replacements.length > 0 ? `${replacements.join(", ")} in their place` : "nothing in their place";
			return `${path}: without ${files.join(", ")}; ${instead}`;
		}),
		fix: [{
			edit: "install a C compiler here (Debian, Ubuntu: apt-get install gcc libc6-dev; Alpine: apk add gcc musl-dev)",
			why: "go then turns cgo on by itself"
		}, {
			edit: `ask for ${name}`,
			why: "when a program without cgo is what you want: it is then said, and the same everywhere"
		}],
		source: "targets",
		root
	};
}
/** What go dropped because it found no C compiler. */
async function findDropped(root, targets, packages) {
	const findings = [];
	const degraded = [];
	for (const target of targets.filter(({ cgoReason }) => cgoReason === "no-compiler")) {
		const answer = await listDropped(root.go, targetEnvironment(target), packages);
		if (!answer.ok) degraded.push({
			what: `which files ${formatTarget(target)} loses without a C compiler`,
			why: "go list failed"
		});
		else if (answer.packages.length > 0) findings.push(dropFinding(target, root.reading.place.directory, answer.packages));
	}
	return {
		findings,
		degraded
	};
}
/** A file of the module cache or of Go itself by what it belongs to: where those lie is the machine's, and no news. */
function nameFile(file, directory, values) {
	const path = resolve(directory, file);
	for (const [key, before] of [["GOMODCACHE", ""], ["GOROOT", "$GOROOT/"]]) {
		const base = values[key] ?? "";
		const inside = base === "" ? ".." : relative(base, path);
		if (!inside.startsWith("..") && !isAbsolute(inside)) return `${before}${inside.split(sep).join("/")}`;
	}
	return file;
}
function whatFailed(built, directory, values) {
	const [first] = built.failures;
	if (first === void 0) return `go build ended with ${built.result.exitCode === null ? "a signal" : `exit code ${String(built.result.exitCode)}`}`;
	const { location, message } = first;
	return `${location === null ? "" : `${nameFile(location.file, directory, values)}${location.line === void 0 ? "" : `:${String(location.line)}`}: `}${message}`.slice(0, 500);
}
/** Builds every target in every root that may be built; says for the others that they were skipped, and why. */
async function buildProject(session, recording, buildable, options) {
	if (recording.targets.length === 0 || recording.roots.length === 0) return NOTHING$1;
	const severalRoots = recording.roots.length > 1;
	return (await recording.watch.step("targets", `building ${String(recording.targets.length)} ${recording.targets.length === 1 ? "target" : "targets"}`, async () => {
		const done = [];
		for (const root of recording.roots) done.push(buildable.includes(root) ? await buildRoot(session, recording, root, severalRoots, options) : skipRoot(root, severalRoots, recording.targets, options.skipped));
		return done;
	}, (done) => done.every(({ results }) => results.every(({ outcome }) => outcome !== "failed")))).reduce((sum, part) => ({
		results: [...sum.results, ...part.results],
		targets: [...sum.targets, ...part.targets],
		findings: [...sum.findings, ...part.findings],
		degraded: [...sum.degraded, ...part.degraded]
	}), NOTHING$1);
}
function skipRoot(root, severalRoots, targets, skipped) {
	const { directory } = root.reading.place;
	const rows = targets.map((target) => {
		const result = describe$2(directory, target, {
			outcome: "skipped",
			reason: skipped,
			failedPackages: []
		});
		return {
			result,
			shown: reported(result, target, severalRoots, 0)
		};
	});
	return {
		...NOTHING$1,
		results: rows.map(({ result }) => result),
		targets: rows.map(({ shown }) => shown)
	};
}
/** Whether a target says that a build with these inputs went well. */
function isProof({ outcome, proof }) {
	return proof !== void 0 && (outcome === "ok" || outcome === "proved");
}
/** How a proof is remembered: a target of another root, or another target, has another one anyway; both are named for people. */
function proofKey({ root, target, proof }) {
	return `${root} ${target} ${proof ?? ""}`;
}
function proofOf(prints, target) {
	const proof = prints.get(target)?.proof ?? null;
	return proof === null ? {} : { proof };
}
async function buildRoot(session, recording, root, severalRoots, { packages: wanted, proofs, keepProofs }) {
	const { directory } = root.reading.place;
	const { host } = session;
	const packages = wanted ?? packagesOf$1(root);
	const goflags = root.env.values["GOFLAGS"] ?? "";
	const prover = openProver(host, root);
	const limit = pLimit(buildsAtOnce(host.system.parallelism));
	const fingerprints = async () => new Map(await allEnded(recording.targets.map(async (target) => limit(async () => [target, await prover.fingerprint(target, packages, addedFlags(target, goflags))]))));
	const prints = proofs.size > 0 || keepProofs ? await fingerprints() : /* @__PURE__ */ new Map();
	const provedBy = (target) => proofs.get(proofKey({
		root: directory,
		target: formatTarget(target),
		...proofOf(prints, target)
	}));
	const toDo = recording.targets.filter((target) => provedBy(target) === void 0);
	const foreseen = await foreseeFailures(session, recording, root, toDo, packages);
	const toBuild = toDo.filter((target) => !foreseen.has(target));
	const built = await buildTargets(root.go, toBuild, {
		packages,
		goflags,
		look: {
			host,
			gotmpdir: root.env.values["GOTMPDIR"] ?? ""
		},
		root: directory,
		parallelism: host.system.parallelism,
		...session.signal === void 0 ? {} : { signal: session.signal },
		onStart: (target) => {
			session.progress({
				kind: "target",
				target: formatTarget(target),
				root: directory
			});
		},
		onEnd: ({ target, failures, result, durationMs }) => {
			const ok = failures.length === 0 && result.exitCode === 0;
			session.progress({
				kind: "target-end",
				target: formatTarget(target),
				root: directory,
				ok,
				ms: Math.round(durationMs)
			});
		}
	});
	const findings = [];
	const results = [];
	const targets = [];
	for (const target of recording.targets) {
		const one = built.find((candidate) => candidate.target === target);
		const told = foreseen.get(target);
		const met = one === void 0 ? null : await describeFailure(recording, root, one, packages);
		const failure = told === void 0 ? met : {
			findings: told.findings,
			result: describe$2(directory, target, told.result)
		};
		findings.push(...failure?.findings ?? []);
		const outcome = one === void 0 ? "proved" : "ok";
		const binaries = one?.binaries ?? provedBy(target)?.binaries ?? [];
		const described = failure?.result ?? describe$2(directory, target, {
			outcome,
			failedPackages: [],
			...proofOf(prints, target),
			...binaries.length === 0 ? {} : { binaries }
		});
		results.push(described);
		targets.push(reported(described, target, severalRoots, one?.durationMs ?? 0));
	}
	const lost = await findDropped(root, recording.targets, packages);
	return {
		results,
		targets,
		findings: [...findings, ...lost.findings],
		degraded: lost.degraded
	};
}
/** What is to be said of a build that failed; `null` for one that did not. */
async function describeFailure(recording, root, built, packages) {
	const { target, result, failures } = built;
	if (result.exitCode === 0 && result.ending === "exited") return null;
	const { directory, path } = root.reading.place;
	const name = formatTarget(target);
	const dropped = target.cgo ? null : await listDropped(root.go, targetEnvironment(target), packages);
	const findings = diagnose(result, {
		source: "targets",
		project: recording.directory,
		directory: path,
		root: directory,
		target: name,
		title: `${name} does not build`
	}, {
		...recording.facts,
		goos: target.goos,
		goarch: target.goarch,
		cgoEnabled: target.cgo,
		target: name,
		...dropped?.ok === true ? { droppedByCgo: dropped.packages } : {}
	}, failures);
	const rule = findings[0]?.rule;
	return {
		findings,
		result: describe$2(directory, target, {
			outcome: "failed",
			reason: whatFailed(built, recording.directory, root.env.values),
			failedPackages: failedPackages(failures),
			...rule === void 0 ? {} : { rule }
		})
	};
}

// src/operations/find-tidy.ts
const ROOTS_AT_ONCE$1 = 4;
/** Whether go.mod and go.sum may be asked about: of a module whose modules are here, by a Go that can answer without writing. */
function canAsk({ reading, env }, outcome) {
	const { mode } = reading.root;
	return (mode === "module" || mode === "vendor" && outcome === "ok") && compareGoVersions(env.values["GOVERSION"] ?? "", "go1.23rc1") >= 0;
}
/** Whether go.mod or go.sum is not what git has. Without git nobody knows, which is no. */
async function isEdited({ host, signal }, { reading }) {
	const { place, files } = reading;
	const answer = await openGit(host, place.path, signal).ask([
		"status",
		"--porcelain",
		"-z",
		"--untracked-files=all",
		"--ignore-submodules=all",
		"--",
		...files.writable
	]);
	return answer.ok && answer.text !== "";
}
/**
* Roots with what `go mod tidy` would change in go.sum, where somebody changed it or go.mod since the last commit: the lines that a job
* has and others have not are then told by their cause. Costs one call of git for a root that is as committed. Throws only `cancelled`.
*/
async function findTidy(session, roots, verified, outcome) {
	const limit = pLimit(ROOTS_AT_ONCE$1);
	return Promise.all(roots.map(async (root) => limit(async () => {
		const recorded = verified.find(({ reading }) => reading.root === root);
		if (recorded === void 0 || !canAsk(recorded, outcome) || !await isEdited(session, recorded)) return root;
		const diff = await tidyDiff(recorded.go);
		return diff === null ? root : {
			...root,
			tidy: parseTidyDiff(diff)
		};
	})));
}

// src/operations/look-at-build-cache.ts
/**
* The verification with what is known of the build cache: where it comes from, and, when asked for, whether its entries are what the
* source compiles to. To be called before anything is built: go would link what lies there. What failed may not be built.
*/
async function lookAtBuildCache(session, recording, verification, { buildCache, config, packages = config.packages }) {
	const mode = buildCache ?? config.buildCache ?? "trust";
	const { host } = session;
	const { buildable } = verification;
	const [first] = recording.roots;
	if (first === void 0 || buildable.length === 0) return verification;
	if (mode === "trust") return {
		...verification,
		integrity: withLayer(verification.integrity, "build-cache", trustedBuildCache(recording.restored))
	};
	const roots = buildable.map((root) => ({
		place: root.reading.place,
		packages: packages ?? packagesOf$1(root)
	}));
	const targets = recording.targets.length === 0 ? [{}] : recording.targets.map(targetEnvironment);
	return recording.watch.step("verify", mode === "fresh" ? "comparing the build cache with a fresh one" : "verifying the build cache", async () => {
		const checks = [];
		for (const env of targets) checks.push(await checkBuildCache(host, first.go, {
			mode,
			roots,
			env,
			restored: recording.restored
		}));
		const worst = [
			"failed",
			"unknown",
			"ok"
		].flatMap((outcome) => checks.filter(({ layer }) => layer.outcome === outcome));
		return {
			...verification,
			integrity: worst[0] === void 0 ? verification.integrity : withLayer(verification.integrity, "build-cache", worst[0].layer),
			findings: [...verification.findings, ...checks.flatMap(({ findings }) => findings)],
			degraded: [...verification.degraded, ...checks.flatMap(({ degraded }) => degraded)],
			buildable: worst[0]?.layer.outcome === "failed" ? [] : buildable
		};
	});
}

// src/operations/options.ts
/** Targets that are asked for, as written; the environment's own when nobody says anything. */
function wantedTargets({ targets, config }) {
	return targets ?? config.targets ?? ["default"];
}

// src/compare/changed-files.ts
function wordsOf(text) {
	const words = text.split(/\s+/).flatMap((word) => word === "" ? [] : [word.replace(/^["`](.*)["`]$/, "$1")]);
	const comment = words.findIndex((word) => word.startsWith("//"));
	return comment === -1 ? words : words.slice(0, comment);
}
function indexWords({ added }) {
	const index = /* @__PURE__ */ new Map();
	for (const { line, text } of added) {
		const words = wordsOf(text);
		for (const word of new Set(words)) {
			const group = index.get(word);
			if (group === void 0) index.set(word, [{
				line,
				words
			}]);
			else group.push({
				line,
				words
			});
		}
	}
	return index;
}
/** Remembers what was worked out for a key. */
function remember$1(known, key, work) {
	const before = known.get(key);
	if (before !== void 0) return before;
	const made = work();
	known.set(key, made);
	return made;
}
/** As the go command takes them (go/build, Package: GoFiles, CgoFiles, CFiles … SysoFiles). */
const SOURCE = /\.(?:go|s|S|sx|c|cc|cpp|cxx|h|hh|hpp|hxx|m|f|F|for|f90|swig|swigcxx|syso)$/;
function isSource(path) {
	return SOURCE.test(path) && !path.endsWith("_test.go");
}
/** The folder of a file; empty for the top. */
function folderOf(path) {
	return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
/** Indexes a change; linear in its files. */
function indexChange(change) {
	const sources = /* @__PURE__ */ new Map();
	for (const file of change.files) {
		if (!isSource(file.path)) continue;
		const folder = folderOf(file.path);
		const group = sources.get(folder);
		if (group === void 0) sources.set(folder, [file]);
		else group.push(file);
	}
	const { name, complete, directory, files } = change;
	const words = /* @__PURE__ */ new Map();
	const hints = /* @__PURE__ */ new Map();
	return {
		name,
		complete,
		directory,
		byPath: new Map(files.map((file) => [file.path, file])),
		sources,
		workflows: files.filter(({ path }) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)),
		composites: files.filter(({ path }) => path.startsWith(".github/actions/")),
		linesWith: (file, word) => remember$1(words, file.path, () => indexWords(file)).get(word) ?? [],
		lineAbout: (file, hint) => {
			const has = (text) => typeof hint === "string" ? text.includes(hint) : hint.test(text);
			return remember$1(hints, `${file.path}\0${String(hint)}`, () => ({ line: file.added.find(({ text }) => has(text))?.line })).line;
		}
	};
}
/** Parts of a POSIX path as one, without `.` and `..`; `null` when it leaves its top. */
function joinPath(...parts) {
	const kept = [];
	for (const part of parts.join("/").split("/")) if (part === "..") {
		if (kept.pop() === void 0) return null;
	} else if (part !== "" && part !== ".") kept.push(part);
	return kept.join("/");
}
/** The file of the change at a path from the project's directory, if the change touches it. */
function touched(change, ...path) {
	const joined = joinPath(change.directory, ...path);
	return joined === null ? null : change.byPath.get(joined) ?? null;
}
/** How a sentence names a file of the repository: from the project's directory, where it is below it. */
function shownPath({ directory }, path) {
	return directory !== "" && path.startsWith(`${directory}/`) ? path.slice(directory.length + 1) : path;
}
/** The place of a file of the change; `null` for what is not below the project, which a location cannot name. */
function locate(change, { path }, line) {
	const { directory } = change;
	if (directory !== "" && !path.startsWith(`${directory}/`)) return null;
	const file = shownPath(change, path);
	return line === void 0 ? { file } : {
		file,
		line
	};
}
/** The name of a change with a verb: `this pull request edits`, `the commits since the baseline edit`. */
function does({ name }, verb) {
	const plural = verb === "touches" ? "touch" : verb.slice(0, -1);
	return `${name} ${/^the \w+s\b/.test(name) ? plural : verb}`;
}

// src/compare/facts.ts
/** The Go that builds has two names: a go env key, and a fact of the toolchain. */
function isRunningToolchain(key) {
	return key === "GOVERSION" || key === "toolchain.running";
}
/** `runner`, `cCompiler` or `libc` for a fact of the machine; `null` for a go env key. */
function machinePart(drift) {
	const [part = ""] = drift.key.split(".", 1);
	if (part === "cCompiler" || part === "libc" || part === "runner") return part;
	return drift.class === "runner" ? "runner" : null;
}

// src/compare/environment-findings.ts
/** Characters of a value that a finding repeats; the comparison holds the whole of it. */
const SHOWN$1 = 1e3;
/** How a value is shown: what is not there and what is empty are told apart, and nothing is endless. */
function showValue(value) {
	if (value === null) return "not there";
	if (value === "") return "empty";
	if (value.length <= SHOWN$1) return value;
	return `${value.slice(0, SHOWN$1).replace(/[\uD800-\uDBFF]$/, "")}… (${String(value.length)} characters)`;
}
const SEVERITY = {
	verification: "warning",
	build: "warning",
	platform: "note",
	version: "note",
	path: "note",
	runner: "note",
	volatile: null
};
const MEANING$1 = {
	verification: "It decides how far modules are checked.",
	build: "It changes what is compiled.",
	platform: "It decides what the build is for.",
	version: "It decides which Go builds.",
	path: "It changes where go looks, not what it builds.",
	runner: "It is the machine that builds.",
	volatile: ""
};
/** A value that means the same on any machine and that a shell can take: no folded path, no control character. */
const PASTEABLE = /^[\w.,:;=+/@%*|~ -]*$/;
function quote$1(value) {
	return /^[\w.,:=+/@%-]+$/.test(value) ? value : `'${value}'`;
}
function settingFix(drift, origin) {
	const { key, before } = drift;
	const was = before ?? "";
	const keep = {
		command: "goparity baseline save",
		why: `keeps the new value, when ${key} was changed on purpose`
	};
	if ((findGoEnvKey(key)?.settable ?? "nowhere") === "nowhere" || origin === "derived" || !PASTEABLE.test(was)) return [keep];
	if (origin === "goenv") return [{
		command: was === "" ? `go env -u ${key}` : `go env -w ${quote$1(`${key}=${was}`)}`,
		why: `${key} is set in a go env file (see: go env GOENV); this gives it the value of the baseline`
	}, keep];
	if (origin === "process" && was === "") return [{
		command: `unset ${key}`,
		why: `${key} is set in the environment of this job`
	}, keep];
	return [{
		command: `export ${key}=${quote$1(was)}`,
		why: "gives it the value of the baseline"
	}, keep];
}
/** One sentence on a difference of the world that the change does not account for; `null` where nobody knows the change. */
function worldMoved(context) {
	if (context === null) return null;
	const { change } = context;
	return change.complete ? `Nothing in ${change.name} asks for that: the world moved.` : `Whether ${does(change, "asks")} for that is not known: the platform named only the first of its files.`;
}
/** Likewise on a setting that somebody must have made. */
function setElsewhere(context) {
	if (context === null || !context.change.complete) return "";
	const { change } = context;
	return change.workflows.length + change.composites.length === 0 ? ` No workflow is edited in ${change.name}: it comes from the runner, from a variable of the repository, or from a step that changed by itself.` : "";
}
function placeOf$1(context, drift) {
	const location = context?.edits.get(drift)?.location ?? null;
	return location === null ? {} : { location };
}
function toolchainFinding(drift, context) {
	const { before, after, explained } = drift;
	const title = `Go is ${describeMove(before, after)}`;
	const wanted = (before ?? "").replace(/^go/, "");
	return {
		rule: "toolchain/drift",
		severity: explained === void 0 ? "warning" : "note",
		state: "new",
		title,
		message: explained === void 0 ? worldMoved(context) === null ? "The baseline was built with another Go, and nothing in this change asks for that. Another Go compiles other code and resolves modules by other rules." : `The baseline was built with another Go. ${worldMoved(context) ?? ""} Another Go compiles other code and resolves modules by other rules.` : `The baseline was built with another Go: ${explained}.`,
		subject: {
			key: "GOVERSION",
			tool: "go"
		},
		...placeOf$1(context, drift),
		evidence: [`baseline: ${showValue(before)}`, `now: ${showValue(after)}`],
		fix: explained === void 0 ? [.../^\d[\w.]*$/.test(wanted) ? [{
			edit: `install Go ${wanted} in this job`,
			why: "builds with the Go of the baseline"
		}] : [], {
			command: "goparity baseline save",
			why: "keeps the new Go, when it was changed on purpose"
		}] : [],
		source: "environment"
	};
}
/** `go1.26` of `go1.26.8`. */
function languageOf(version) {
	return /^go\d+\.\d+/.exec(version)?.[0] ?? version;
}
/** `newer: go1.25.3 → go1.26.8 (minor)`, as far as both can be read. */
function describeMove(before, after) {
	const arrow = `${showValue(before)} → ${showValue(after)}`;
	if (before === null || after === null) return `another: ${arrow}`;
	const order = compareGoVersions(after, before);
	if (order === 0) return `another: ${arrow}`;
	const size = languageOf(before) === languageOf(after) ? "patch" : "minor";
	return `${order > 0 ? "newer" : "older"}: ${arrow} (${size})`;
}
const MACHINE_PARTS = {
	runner: "the runner image",
	cCompiler: "the C compiler",
	libc: "the C library"
};
function machineFinding(part, drifts, context) {
	const name = MACHINE_PARTS[part] ?? part;
	const asked = drifts.find((drift) => context?.edits.has(drift) === true);
	const world = asked === void 0 ? worldMoved(context) : null;
	const tool = part === "cCompiler" ? { tool: "cc" } : {};
	return {
		rule: "runner/drift",
		severity: "note",
		state: "new",
		title: `${name} is another one`,
		message: `Differs from the baseline: ${name}${asked === void 0 ? "" : `; ${asked.explained ?? ""}`}. ${world === null ? "" : `${world} `}It matters to targets with cgo; pure Go does not use it.`,
		subject: {
			key: drifts.length === 1 ? drifts[0]?.key ?? part : part,
			...tool
		},
		...asked === void 0 ? {} : placeOf$1(context, asked),
		evidence: drifts.map(({ key, before, after }) => `${key}: ${showValue(before)} → ${showValue(after)}`),
		fix: [],
		source: "environment"
	};
}
function driftFinding$2(drift, severity, present, context) {
	const { key, before, after, explained } = drift;
	const why = explained === void 0 ? "" : `: ${explained}`;
	const elsewhere = explained === void 0 && severity === "warning" ? setElsewhere(context) : "";
	const doc = findGoEnvKey(key)?.doc;
	const origins = present.environment.origins;
	const origin = Object.hasOwn(origins, key) ? origins[key] : void 0;
	return {
		rule: "env/drift",
		severity,
		state: "new",
		title: `${key} differs from the baseline`,
		message: `${key}${doc === void 0 ? "" : ` (${doc})`} was ${showValue(before)} and is ${showValue(after)}${why}. ${MEANING$1[drift.class]}${elsewhere}`,
		subject: { key },
		...placeOf$1(context, drift),
		evidence: [`baseline: ${key} ${showValue(before)}`, `now: ${key} ${showValue(after)}${origin === void 0 ? "" : ` (${origin})`}`],
		fix: severity === "warning" ? settingFix(drift, origin) : [],
		source: "environment"
	};
}
/**
* Findings for what differs in the environment. An explained difference makes none (the explanation is in the comparison),
* but for the Go that builds, and for what the change itself accounts for: that is always worth a note.
*/
function environmentFindings(drifts, present, context = null) {
	const findings = [];
	const machine = /* @__PURE__ */ new Map();
	let toolchainSeen = false;
	for (const drift of drifts) {
		if (isRunningToolchain(drift.key)) {
			if (!toolchainSeen && !isIgnored$1(drift)) findings.push(toolchainFinding(drift, context));
			toolchainSeen = true;
			continue;
		}
		const asked = context?.edits.has(drift) === true;
		if (drift.explained !== void 0 && !asked) continue;
		const part = machinePart(drift);
		if (part !== null) {
			machine.set(part, [...machine.get(part) ?? [], drift]);
			continue;
		}
		const severity = SEVERITY[drift.class];
		if (severity !== null) findings.push(driftFinding$2(drift, asked ? "note" : severity, present, context));
	}
	for (const [part, rows] of machine) findings.push(machineFinding(part, rows, context));
	return findings;
}
/** How a difference that the configuration ignores is explained. */
function ignoredBecause(reason) {
	return `ignored: ${reason}`;
}
function isIgnored$1(drift) {
	return drift.explained?.startsWith("ignored: ") === true;
}

// src/compare/explain-change.ts
/** Folders of the repository that are built in place of modules, from the root's own. */
function replacedFolders(root) {
	return root.modules.flatMap(({ replace }) => replace !== void 0 && replace.version === null ? [replace.path.replaceAll("\\", "/")] : []);
}
function isRequirementFile$1(name) {
	return /(?:^|\/)go\.(?:mod|work)$/.test(name);
}
function isModuleFile(name) {
	return /(?:^|\/)go\.(?:mod|sum|work|work\.sum)$/.test(name);
}
/**
* The files that decide a root's build list and that the change touches: go.mod and go.work (also of members and of
* replaced folders), or go.sum and go.work.sum when it touches only those.
*/
function editedModuleFiles(change, before, after) {
	const work = after.mode === "workspace" || after.mode === "workspace-vendor" ? ["go.work", "go.work.sum"] : [];
	const known = [...Object.keys(before?.files ?? {}), ...Object.keys(after.files)].filter(isModuleFile);
	const replaced = replacedFolders(after).filter((folder) => /^\.\.?(?:\/|$)/.test(folder)).map((folder) => `${folder}/go.mod`);
	const files = [.../* @__PURE__ */ new Set([
		...work,
		"go.mod",
		"go.sum",
		...known,
		...replaced
	])].flatMap((name) => touched(change, after.directory, name) ?? []);
	const asking = files.filter(({ path }) => isRequirementFile$1(path));
	return [...new Set(asking.length > 0 ? asking : files)];
}
/** `go.mod, tools/go.mod`, and no more than three of them. */
function nameFiles(change, files) {
	const names = files.slice(0, 3).map(({ path }) => shownPath(change, path));
	return files.length > 3 ? `${names.join(", ")} and ${String(files.length - 3)} more` : names.join(", ");
}
/** Files that decide the build list and are not what the baseline has. */
function movedRequirements(before, after) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before?.files ?? {}), ...Object.keys(after.files)])].filter((name) => isRequirementFile$1(name) && before?.files[name] !== after.files[name]).toSorted(byteOrder);
}
/** Why the build list of a root moved, as the change tells it; `null` when it tells nothing beyond what the files themselves do. */
function explainBuildList(change, before, after) {
	const edited = editedModuleFiles(change, before, after);
	if (edited.length > 0) return `${does(change, "edits")} ${nameFiles(change, edited)}`;
	const moved = movedRequirements(before, after);
	if (moved.length === 0 || !change.complete) return null;
	return `${moved.slice(0, 3).map((name) => joinPath(after.directory, name) ?? name).join(", ")}${moved.length > 3 ? " and others" : ""} moved since that baseline, not in ${change.name}`;
}
/** The line of the change that asks for what is built of a module now: one of go.mod or go.work that names path and version. */
function findBump(change, files, after, path) {
	const module = after.modules.find((one) => one.path === path);
	const replace = module?.replace;
	for (const file of files.filter((one) => isRequirementFile$1(one.path))) {
		const follows = (name, version) => name === void 0 || typeof version !== "string" ? void 0 : change.linesWith(file, name).find(({ words }) => words[words.indexOf(name) + 1] === version)?.line;
		const folder = replace?.version === null ? replace.path : void 0;
		const line = follows(replace?.path, replace?.version) ?? follows(path, module?.version) ?? (folder === void 0 ? void 0 : change.linesWith(file, path).find(({ words }) => words.includes(folder))?.line);
		if (line !== void 0) return {
			explained: `${shownPath(change, file.path)}:${String(line)}`,
			location: locate(change, file, line)
		};
	}
	return null;
}
/** The line of go.sum that the change brings and that holds a hash. */
function findSumLine(change, before, after, drift) {
	const hash = (drift.after ?? "").replace(/ \(go\.mod\)$/, "");
	const names = /* @__PURE__ */ new Set([
		"go.sum",
		"go.work.sum",
		...Object.keys(before?.files ?? {}),
		...Object.keys(after.files)
	]);
	for (const name of names) {
		const file = isModuleFile(name) ? touched(change, after.directory, name) : null;
		const found = file === null ? void 0 : change.linesWith(file, hash).find(({ words }) => words[0] === drift.path);
		if (file !== null && found !== void 0) return locate(change, file, found.line);
	}
	return null;
}
/** Files with which projects pin tools. */
const PINS = [
	".go-version",
	".tool-versions",
	"mise.toml",
	".mise.toml"
];
/** What a line that is about a difference has in it. */
function hintsOf({ key, class: keyClass }) {
	if (isRunningToolchain(key) || keyClass === "version") return /go-version|setup-go|GOTOOLCHAIN|golang|^\s*(?:-\s+)?go:/;
	if (keyClass === "runner" || keyClass === "platform") return /runs-on|container|image|^\s*(?:-\s+)?os:|ubuntu|windows|macos/;
	return key;
}
/** A rolled image brings other compilers by itself: only a line that is about them says otherwise. */
const ABOUT_C = /gcc|clang|musl|\bcc\b|\bap[tk]\b|apt-get|container|image/i;
/** Whether the image is the same one, rolled on: no workflow can ask for that. */
function isRolledImage(rows) {
	const keys = new Set(rows.map(({ key }) => key));
	return keys.has("runner.version") && !keys.has("runner.image") && !keys.has("runner.os");
}
/** The edit of a go.mod or go.work that decides which Go runs, with the line of it where the change brings one. */
function findVersionLine(change, present, edit) {
	const files = present.roots.flatMap(({ directory }) => ["go.work", "go.mod"].flatMap((name) => touched(change, directory, name) ?? []));
	for (const file of files) {
		const found = ["toolchain", "go"].flatMap((word) => change.linesWith(file, word).find(({ words }) => words[0] === word) ?? [])[0];
		if (found === void 0) continue;
		return {
			explained: `${does(change, "edits")} the ${found.words[0] ?? "go"} line of ${shownPath(change, file.path)}`,
			location: locate(change, file, found.line)
		};
	}
	const [first] = files;
	return first === void 0 ? null : edit(first);
}
/** An explainer for one job. */
function explainerOf(change, present) {
	const { workflow } = present.job;
	const isOwn = ({ path }) => workflow !== null && (path === workflow || path.endsWith(`/${workflow}`));
	const own = [...change.workflows.filter(isOwn), ...workflow === null ? [] : change.composites];
	const others = workflow === null ? [] : change.workflows.filter((file) => !isOwn(file));
	const edit = (file, line) => ({
		explained: `${does(change, "edits")} ${shownPath(change, file.path)}`,
		location: locate(change, file, line)
	});
	const setUp = (drift, rolled) => {
		const ofC = /^(?:cCompiler|libc)\b/.test(drift.key);
		const hint = ofC ? ABOUT_C : hintsOf(drift);
		if (ofC && rolled && !own.some((file) => change.lineAbout(file, hint) !== void 0)) return null;
		const named = own.find((file) => change.lineAbout(file, hint) !== void 0) ?? own[0];
		if (named !== void 0) return edit(named, change.lineAbout(named, hint));
		const pin = drift.class === "version" ? PINS.flatMap((name) => touched(change, name) ?? change.byPath.get(name) ?? [])[0] : void 0;
		if (pin !== void 0) return edit(pin, pin.added[0]?.line);
		const other = others.find((file) => change.lineAbout(file, hint) !== void 0);
		return other === void 0 ? null : edit(other, change.lineAbout(other, hint));
	};
	return { explain: (drift, rows) => {
		const rolled = isRolledImage(rows);
		if (drift.class === "volatile" || rolled && drift.key === "runner.version") return null;
		if (drift.explained === void 0) return setUp(drift, rolled);
		if (!isRunningToolchain(drift.key)) return null;
		const asked = findVersionLine(change, present, edit);
		if (asked !== null) return asked;
		if (!change.complete || !drift.explained.endsWith(" was edited")) return null;
		return {
			explained: `${drift.explained.replace(/ was edited$/, "")} moved since that baseline, not in ${change.name}`,
			location: null
		};
	} };
}

// src/compare/module-findings.ts
/** Modules that a finding lists; the comparison has all. */
const LISTED$6 = 20;
/** A file of a root within the project. */
function inRoot(root, file) {
	return root === "." ? file : `${root}/${file}`;
}
function plural(count, one) {
	return count === 1 ? `1 ${one}` : `${String(count)} ${one}s`;
}
/** One line for a person: `example.com/m v1.0.0 → v1.1.0`. */
function describeModuleDrift({ path, change, before, after }) {
	if (change === "added") return `${path} added ${showValue(after)}`;
	if (change === "removed") return `${path} removed ${showValue(before)}`;
	return `${path} ${change === "moved" ? "" : `${change} `}${showValue(before)} → ${showValue(after)}`;
}
function listed$4(drifts) {
	const lines = drifts.slice(0, LISTED$6).map(describeModuleDrift);
	return drifts.length > LISTED$6 ? [...lines, `and ${String(drifts.length - LISTED$6)} more`] : lines;
}
/** The module proxy protocol writes an upper-case letter as ! and its lower-case one. */
function escapeUpper(text) {
	return text.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/** Only what a shell can take unquoted becomes part of a command. */
function lookupFix(path, version) {
	if (version === null || !/^[A-Za-z0-9][\w.~/-]*$/.test(path) || !/^v[0-9A-Za-z.+-]+$/.test(version)) return [];
	return [{
		command: `curl -fsS 'https://sum.golang.org/lookup/${escapeUpper(path)}@${escapeUpper(version)}'`,
		why: "shows the hash that the checksum database has for a public module: the side that differs from it is the wrong one"
	}];
}
function sumFinding$1(drift, version, placeOf) {
	const { root, path, before, after } = drift;
	const name = version === null ? path : `${path}@${version}`;
	return {
		rule: "modules/sum-drift",
		severity: "error",
		state: "new",
		title: `${name} has another hash than in the baseline`,
		message: `The version is the same, its content is not: somebody changed what ${name} stands for, or changed go.sum. Do not build it before you know which.`,
		subject: { module: name },
		location: placeOf(drift) ?? { file: inRoot(root, "go.sum") },
		evidence: [`baseline: ${showValue(before)}`, `now: ${showValue(after)}`],
		fix: [...lookupFix(path, version), {
			edit: `put the right hash of ${path} back into ${inRoot(root, "go.sum")}`,
			why: "when the checksum database agrees with the baseline; when it agrees with neither, report it to the authors of the module"
		}],
		source: "modules",
		root
	};
}
function unexplainedFinding(root, drifts) {
	const [first] = drifts;
	return {
		rule: "modules/drift",
		severity: "warning",
		state: "new",
		title: `go.mod is the same, yet the build list is not: ${plural(drifts.length, "module")}`,
		message: "Other modules are built than in the baseline, though go.mod asks for the same. A replaced directory, a workspace member, another Go or a flag such as -modfile can do that.",
		subject: drifts.length === 1 && first !== void 0 ? { module: first.path } : {},
		location: { file: inRoot(root, "go.mod") },
		evidence: listed$4(drifts),
		fix: [{
			command: "go list -m all",
			why: "lists what is built here; go mod graph shows who asks for it"
		}, {
			command: "goparity baseline save",
			why: "keeps the new list, when it was changed on purpose"
		}],
		source: "modules",
		root
	};
}
/** The first place that is known; only what a finding lists is looked for. */
function firstPlace(drifts, placeOf) {
	for (const drift of drifts.slice(0, LISTED$6)) {
		const place = placeOf(drift);
		if (place !== null) return place;
	}
	return null;
}
function explainedFinding(root, drifts, placeOf) {
	const reasons = [...new Set(drifts.map((drift) => drift.explained ?? ""))].join("; ");
	return {
		rule: "modules/drift",
		severity: "note",
		state: "new",
		title: `${plural(drifts.length, "module")} changed, and it is known why`,
		message: `The build list differs from the baseline: ${reasons}.`,
		subject: {},
		location: firstPlace(drifts, placeOf) ?? { file: inRoot(root, "go.mod") },
		evidence: listed$4(drifts),
		fix: [],
		source: "modules",
		root
	};
}
/**
* Findings for what differs in the build lists: an error for each version with another hash,
* per root one warning for changes that go.mod does not explain, and one note for those it does.
* `versionOf` names the version that a changed hash belongs to, `placeOf` the line of the change that brings a difference.
*/
function moduleFindings(drifts, versionOf, placeOf = () => null) {
	const findings = [];
	const byRoot = /* @__PURE__ */ new Map();
	for (const drift of drifts) {
		if (drift.explained?.startsWith("ignored: ") === true) continue;
		if (drift.change === "sum") {
			findings.push(sumFinding$1(drift, versionOf(drift), placeOf));
			continue;
		}
		const group = byRoot.get(drift.root) ?? {
			unexplained: [],
			explained: []
		};
		byRoot.set(drift.root, group);
		if (drift.explained === void 0) group.unexplained.push(drift);
		else group.explained.push(drift);
	}
	for (const [root, { unexplained, explained }] of byRoot) {
		if (unexplained.length > 0) findings.push(unexplainedFinding(root, unexplained));
		if (explained.length > 0) findings.push(explainedFinding(root, explained, placeOf));
	}
	return findings;
}

// src/compare/policy.ts
/** Whether a text matches a pattern in which `*` stands for any run of characters. Never backtracks more than one star. */
function matchesGlob(pattern, text) {
	let at = 0;
	let next = 0;
	let star = -1;
	let mark = 0;
	while (at < text.length) if (pattern[next] === "*") {
		star = next;
		next += 1;
		mark = at;
	} else if (next < pattern.length && pattern[next] === text[at]) {
		next += 1;
		at += 1;
	} else if (star >= 0) {
		next = star + 1;
		mark += 1;
		at = mark;
	} else return false;
	while (pattern[next] === "*") next += 1;
	return next === pattern.length;
}
/** The path of `path@version`. */
function modulePath(module) {
	const at = module.indexOf("@");
	return at === -1 ? module : module.slice(0, at);
}
/** Whether an ignore rule names this. A rule that names nothing matches nothing. */
function isIgnoredBy(ignore, what) {
	const given = [
		[ignore.rule, [what.rule]],
		[ignore.key, [what.key]],
		[ignore.module, [what.module, what.module === void 0 ? void 0 : modulePath(what.module)]],
		[ignore.target, [what.target]],
		[ignore.package, [what.package]]
	].filter(([pattern]) => pattern !== void 0);
	return given.length > 0 && given.every(([pattern, texts]) => texts.some((text) => text !== void 0 && pattern !== void 0 && matchesGlob(pattern, text)));
}
/**
* Applies a project's policy: `ignore` takes findings out, `rules` changes severities or switches a rule off.
* What was taken out comes back with its reason, so that a report can count it.
*/
function applyPolicy(findings, policy) {
	const kept = [];
	const suppressed = [];
	for (const finding of findings) {
		const ignored = policy.ignore?.find((rule) => isIgnoredBy(rule, {
			...finding.subject,
			rule: finding.rule
		}));
		const setting = Object.hasOwn(policy.rules ?? {}, finding.rule) ? policy.rules?.[finding.rule] : void 0;
		if (ignored !== void 0) suppressed.push({
			finding,
			reason: ignored.reason
		});
		else if (setting === void 0) kept.push(finding);
		else if (setting.severity === "off") suppressed.push({
			finding,
			reason: setting.reason
		});
		else kept.push({
			...finding,
			severity: setting.severity
		});
	}
	return {
		findings: kept,
		suppressed
	};
}

// src/compare/binary-findings.ts
const OLDER_IMAGE = {
	edit: "build where the programs are to run, or on an older system: in its image, or with a C compiler for it",
	why: "a program starts with the C library that it was linked against, and with newer ones"
};
function seen$1(was, now) {
	return [`baseline: ${was ?? "none"}`, `now: ${now ?? "none"}`];
}
/** Why a program may no longer start where the one of the baseline did; the gravest reason alone. `null`: it starts there still. */
function changeOf$1(was, now) {
	if (now.linkage === "static") return null;
	if (was.linkage === "static") return {
		title: "is no longer static",
		message: "It ran by itself, and now a loader and libraries must be there: it does not start from scratch or in another C library’s image.",
		evidence: [...seen$1("static", `dynamic, loader ${now.interpreter ?? "unnamed"}`), ...now.needed.map((name) => `needs ${name}`)]
	};
	if (was.libc !== null && now.libc !== null && was.libc !== now.libc) return {
		title: `is built for ${now.libc} now`,
		message: `It was built for ${was.libc}: where that is the C library, it does not start any more.`,
		evidence: seen$1(`${was.libc}, loader ${was.interpreter ?? "unnamed"}`, `${now.libc}, loader ${now.interpreter ?? "unnamed"}`)
	};
	if (now.glibc !== null && (was.glibc === null || compareVersions(now.glibc, was.glibc) > 0)) return {
		title: `now needs glibc ${now.glibc}`,
		message: `${was.glibc === null ? "It needed no particular glibc" : `glibc ${was.glibc} was enough`} in the baseline. Where glibc is older than ${now.glibc}, it does not start any more.`,
		evidence: seen$1(was.glibc, now.glibc)
	};
	const added = now.needed.filter((name) => !was.needed.includes(name) && !comesWithLibc(name));
	if (added.length > 0) return {
		title: `now needs ${added.slice(0, 3).join(", ")}${added.length > 3 ? ` and ${String(added.length - 3)} more` : ""}`,
		message: "Where it runs, these libraries must be there now; without them it does not start.",
		evidence: [`baseline: ${was.needed.join(" ") || "none"}`, `now: ${now.needed.join(" ")}`]
	};
	if (was.interpreter !== now.interpreter) return {
		title: "asks for another loader",
		message: "Where that loader is not there, it does not start.",
		evidence: seen$1(was.interpreter, now.interpreter)
	};
	return null;
}
/**
* What changed in the programs of a target that was built before and now: `abi/drift`, one finding a program. Only for Linux: elsewhere
* what a program loads belongs to the system.
*/
function binaryFindings(was, now) {
	if (now.goos !== "linux") return [];
	const before = new Map((was.binaries ?? []).map((binary) => [binary.package, binary]));
	return (now.binaries ?? []).flatMap((binary) => {
		const known = before.get(binary.package);
		const change = known === void 0 ? null : changeOf$1(known, binary);
		if (change === null) return [];
		return [{
			rule: "abi/drift",
			severity: "warning",
			state: "new",
			title: `${binary.package} in ${now.target} ${change.title}`,
			message: change.message,
			subject: {
				target: now.target,
				package: binary.package
			},
			evidence: change.evidence.slice(0, 20),
			fix: [OLDER_IMAGE, {
				edit: `ask for ${now.target.replace(/[+-]cgo$/, "")}-cgo`,
				why: "without cgo no C library is needed, where the program can do without C code"
			}],
			source: "binaries",
			...now.root === "." ? {} : { root: now.root }
		}];
	});
}

// src/compare/target-findings.ts
/** Tells targets of several roots apart. NUL can be in neither part. */
function targetKey({ root, target }) {
	return `${root}\0${target}`;
}
/** A target was really compiled, or is known to be what was compiled. */
function builds(result) {
	return result.outcome === "ok" || result.outcome === "proved";
}
function findingOf$3(rule, result, words) {
	return {
		rule,
		state: "new",
		subject: { target: result.target },
		evidence: [],
		fix: [],
		source: "targets",
		...result.root === "." ? {} : { root: result.root },
		...words
	};
}
function broken(result) {
	const packages = result.failedPackages.slice(0, 10);
	return findingOf$3("target/broken", result, {
		severity: "error",
		title: `${result.target} no longer builds`,
		message: "It built in the baseline and does not build now.",
		evidence: [...result.reason === void 0 ? [] : [result.reason], ...packages]
	});
}
function fixed(result) {
	return findingOf$3("target/fixed", result, {
		severity: "note",
		state: "fixed",
		title: `${result.target} builds again`,
		message: "It failed in the baseline and builds now.",
		fix: [{
			command: "goparity baseline save",
			why: "keeps it so: from then on a failure is a new one"
		}]
	});
}
function removed(result, reason) {
	return findingOf$3("target/removed", result, {
		severity: "note",
		title: `${result.target} is no longer built`,
		message: `The baseline has it; ${reason}.`
	});
}
function added(results) {
	return results.map((result) => findingOf$3("target/added", result, {
		severity: "note",
		title: `${result.target} is new`,
		message: "The baseline does not have this target: there is nothing to compare it with yet."
	}));
}
function dropped(before, now) {
	const platform = before.target.replace(/[+-]cgo$/, "");
	return findingOf$3("cgo/silently-dropped", now, {
		severity: "warning",
		title: `${platform} is built without cgo now`,
		message: "The baseline built it with cgo. Here no C compiler is on PATH, so go turned cgo off without a word and left files out that import \"C\".",
		evidence: [`baseline: ${before.target}`, `now: ${now.target}`],
		fix: [{
			edit: "install a C compiler in this job",
			why: "go then turns cgo on again by itself"
		}, {
			edit: `ask for ${platform}-cgo`,
			why: "when cgo off is what you want: then it is off everywhere"
		}]
	});
}
/** The same platform with cgo the other way round. */
function twin(result) {
	const other = result.target.endsWith("+cgo") ? result.target.replace(/\+cgo$/, "-cgo") : result.target.replace(/-cgo$/, "+cgo");
	return targetKey({
		root: result.root,
		target: other
	});
}
/** Findings for targets that build no longer, build again, build other programs, are new or are gone. */
function targetFindings(baseline, present) {
	const before = new Map(baseline.targets.map((result) => [targetKey(result), result]));
	const now = new Map(present.targets.map((result) => [targetKey(result), result]));
	const findings = [];
	const fresh = [];
	for (const result of present.targets) {
		const was = before.get(targetKey(result));
		const other = before.get(twin(result));
		if (was === void 0) {
			if (other !== void 0 && !now.has(twin(result)) && result.cgoReason === "no-compiler") findings.push(dropped(other, result));
			else fresh.push(result);
		} else if (builds(was) && result.outcome === "failed") findings.push(broken(result));
		else if (was.outcome === "failed" && builds(result)) findings.push(fixed(result));
		else if (builds(was) && builds(result)) findings.push(...binaryFindings(was, result));
		else if (was.outcome !== "skipped" && result.outcome === "skipped") findings.push(removed(result, result.reason ?? "it was skipped"));
	}
	if (present.targets.length > 0 && baseline.targets.length > 0) {
		findings.push(...added(fresh));
		for (const result of baseline.targets) {
			const replaced = now.get(twin(result))?.cgoReason === "no-compiler";
			if (!now.has(targetKey(result)) && !replaced) findings.push(removed(result, "nobody asks for it any more"));
		}
	}
	return findings;
}
/** Whether a target fails as it did before: by the same rule, in no further package. */
function isSameFailure(was, now) {
	if (was.outcome !== "failed" || now.outcome !== "failed" || now.rule !== was.rule) return false;
	const before = new Set(was.failedPackages);
	return now.failedPackages.every((path) => before.has(path));
}
/** Failures of this target that the baseline has too. */
function isKnown(finding, was, now) {
	if (now !== void 0 && isSameFailure(was, now)) return true;
	const name = finding.subject.package;
	return finding.rule === was.rule && (name === void 0 || was.failedPackages.length === 0 || was.failedPackages.includes(name));
}
/**
* Marks what the baseline knows: a finding of a target that failed there by the same rule becomes `known`.
* With the present snapshot, all findings of a failure that is the old one (same rule, no further package) do.
* Everything else keeps its state.
*/
function stateOf$1(findings, baseline, present) {
	const failed = new Map(baseline.targets.filter((result) => result.outcome === "failed").map((result) => [targetKey(result), result]));
	const now = new Map((present?.targets ?? []).map((result) => [targetKey(result), result]));
	return findings.map((entry) => {
		if (entry.state !== "new" || entry.subject.target === void 0) return entry;
		if (entry.source !== "targets" && entry.source !== "packages") return entry;
		const key = targetKey({
			root: entry.root ?? ".",
			target: entry.subject.target
		});
		const was = failed.get(key);
		return was !== void 0 && isKnown(entry, was, now.get(key)) ? {
			...entry,
			state: "known"
		} : entry;
	});
}

// src/compare/baseline.ts
/** The rule under which a difference of the environment is reported, for `ignore`. */
function environmentRule(drift) {
	if (drift.key === "GOVERSION" || drift.key === "toolchain.running") return "toolchain/drift";
	return drift.class === "runner" ? "runner/drift" : "env/drift";
}
function markEnvironment(drifts, ignore) {
	return drifts.map((drift) => {
		const rule = ignore.find((entry) => isIgnoredBy(entry, {
			rule: environmentRule(drift),
			key: drift.key
		}));
		return rule === void 0 ? drift : {
			...drift,
			explained: ignoredBecause(rule.reason)
		};
	});
}
function markModules(drifts, ignore) {
	return drifts.map((drift) => {
		const rule = drift.change === "sum" ? "modules/sum-drift" : "modules/drift";
		const found = ignore.find((entry) => isIgnoredBy(entry, {
			rule,
			module: drift.path
		}));
		return found === void 0 ? drift : {
			...drift,
			explained: ignoredBecause(found.reason)
		};
	});
}
/** The version whose hash changed: what is built of that module in a root. */
function builtVersion(snapshot, drift) {
	const module = snapshot.roots.find(({ directory }) => directory === drift.root)?.modules.find(({ path }) => path === drift.path);
	return module?.replace?.version ?? module?.version ?? null;
}
/** Files of a vendor tree by content, and its list. Added or removed as a whole is another way to build: GOFLAGS and go.mod tell of it. */
function isVendored(file) {
	return file === "vendor" || file === "vendor/modules.txt";
}
function vendorFindings(baseline, present) {
	const drifts = diffRootFiles(baseline, present).filter(({ file, change, explained }) => isVendored(file) && change === "edited" && explained === void 0);
	return [...new Set(drifts.map(({ root }) => root))].map((root) => ({
		rule: "vendor/modified",
		severity: "warning",
		state: "new",
		title: `${inRoot(root, "vendor")} is not what the baseline has`,
		message: "Files in vendor/ changed, yet go.mod did not. go builds vendor/ as it is and never checks it.",
		subject: { file: inRoot(root, "vendor") },
		evidence: [],
		fix: [{
			command: "go mod vendor",
			why: "writes vendor/ anew from the modules; git diff vendor then shows what was different"
		}],
		source: "modules",
		root
	}));
}
/** What the change accounts for is explained by it, and where it does so is kept. */
function explainEnvironment(drifts, present, change) {
	const explainer = explainerOf(change, present);
	const edits = /* @__PURE__ */ new Map();
	return {
		rows: drifts.map((drift) => {
			const edit = explainer.explain(drift, drifts);
			if (edit === null) return drift;
			const row = {
				...drift,
				explained: edit.explained
			};
			edits.set(row, edit);
			return row;
		}),
		context: {
			change,
			edits
		}
	};
}
/** The environment of a job against that of the baseline. */
function compareEnvironment(baseline, present, ignore, change) {
	const found = diffEnvironments(baseline, present);
	const { rows, context } = change === null ? {
		rows: found,
		context: null
	} : explainEnvironment(found, present, change);
	const environment = markEnvironment(rows, ignore);
	return {
		environment,
		findings: environmentFindings(environment, present, context)
	};
}
function explainModules(drifts, baseline, present, change) {
	const reasons = /* @__PURE__ */ new Map();
	for (const root of present.roots) {
		const before = baseline.roots.find(({ directory }) => directory === root.directory) ?? null;
		if (drifts.some((drift) => drift.root === root.directory)) reasons.set(root.directory, explainBuildList(change, before, root));
	}
	return drifts.map((drift) => {
		const reason = drift.change === "sum" ? null : reasons.get(drift.root) ?? null;
		return reason === null ? drift : {
			...drift,
			explained: reason
		};
	});
}
/** Where the change asks for what is built now, for one drift. */
function placeOf(drift, baseline, present, change) {
	const after = present.roots.find(({ directory }) => directory === drift.root);
	if (after === void 0) return null;
	const before = baseline.roots.find(({ directory }) => directory === drift.root) ?? null;
	if (drift.change === "sum") return findSumLine(change, before, after, drift);
	return findBump(change, editedModuleFiles(change, before, after), after, drift.path)?.location ?? null;
}
/** The build lists of a job, and what it vendored, against those of the baseline. */
function compareBuildLists(baseline, present, ignore, change) {
	const found = diffModules(baseline, present);
	const modules = markModules(change === null ? found : explainModules(found, baseline, present, change), ignore);
	return {
		modules,
		findings: [...moduleFindings(modules, (drift) => builtVersion(present, drift), change === null ? () => null : (drift) => placeOf(drift, baseline, present, change)), ...vendorFindings(baseline, present)]
	};
}
/**
* Compares a job with its baseline. A difference that an ignore rule names is explained by it.
* Findings are in the order environment, modules, targets; incidents of failed targets are the caller's
* (`stateOf` marks those that the baseline knows).
*/
function compareToBaseline(baseline, present, ignore = []) {
	const { environment, findings } = compareEnvironment(baseline, present, ignore, null);
	const lists = compareBuildLists(baseline, present, ignore, null);
	return {
		environment,
		modules: lists.modules,
		findings: [
			...findings,
			...lists.findings,
			...targetFindings(baseline, present)
		]
	};
}

// src/compare/pick.ts
/**
* The baseline's snapshot for a job: the same job; else the only one; else the first on the same platform (`linux/amd64`).
* `null` when none of them fits.
*/
function pickBaselineJob(snapshots, job, platform) {
	const same = snapshots.find((snapshot) => snapshot.job.id === job.id);
	if (same !== void 0) return {
		snapshot: same,
		reason: `the same job, ${job.label}`,
		standsIn: false
	};
	const [only, ...others] = snapshots;
	if (only === void 0) return null;
	if (others.length === 0) return {
		snapshot: only,
		reason: `the baseline does not have ${job.label}; its only job is ${only.job.label}`,
		standsIn: true
	};
	const alike = snapshots.filter((snapshot) => snapshot.toolchain.host === platform).toSorted((a, b) => byteOrder(a.job.id, b.job.id));
	const [first] = alike;
	if (first === void 0) return null;
	const which = alike.length === 1 ? "its only job" : `the first of its ${String(alike.length)} jobs`;
	return {
		snapshot: first,
		reason: `the baseline does not have ${job.label}; ${which} on ${first.toolchain.host} is ${first.job.label}`,
		standsIn: true
	};
}

// src/compare/verdict.ts
const RANK = {
	note: 0,
	warning: 1,
	error: 2
};
/** New findings count. A known failure was there before this change, and what is fixed is good news. */
function counts(finding) {
	return finding.state === "new";
}
/**
* One word for a run. Unknown is never ok: it gives way to errors only.
* Notes alone are `ok`; a known failure is still `findings`, though it does not fail the run.
*/
function verdictOf({ findings, integrity, unknown = [], failed = false, failOn = "error" }) {
	if (failed) return "error";
	const open = findings.filter((finding) => finding.state !== "fixed");
	if (integrity?.outcome === "failed" || open.some((finding) => finding.severity === "error" && counts(finding))) return "findings";
	if (integrity?.outcome === "unknown" || unknown.length > 0) return "unknown";
	const from = failOn === "note" ? RANK.note : RANK.warning;
	return open.some((finding) => RANK[finding.severity] >= from) ? "findings" : "ok";
}
/**
* 3 when the run fails: findings at or above `failOn` (known and fixed ones never count), or `unknown` when asked for.
* `sound`: whether every module may be built; `unverified` asks for nothing but that, and for no error in the modules' integrity.
*/
function exitCodeOf(verdict, findings, failOn, sound = true) {
	if (failOn === "never") return 0;
	if (verdict === "error") return 3;
	if (failOn === "unknown" && verdict === "unknown") return 3;
	if (failOn === "unverified" && !sound) return 3;
	const from = RANK[failOn === "unknown" || failOn === "unverified" ? "error" : failOn];
	return findings.filter((finding) => counts(finding) && RANK[finding.severity] >= from).some(({ source }) => failOn !== "unverified" || source === "integrity") ? 3 : 0;
}

// src/compare/axes.ts
/** Axes that are looked at: far more than a matrix that people write has. */
const MOST_AXES = 20;
const SHAPES = {
	os: /(?:^|[^a-z])(?:ubuntu|windows|macos|linux|darwin|debian|alpine|fedora|rockylinux|almalinux|centos|opensuse|archlinux|bookworm|trixie|bullseye|freebsd|netbsd|openbsd|android|ios|plan9|solaris|illumos|aix|js|wasip1)(?:[^a-z]|$)/i,
	arch: /(?:^|[^a-z0-9])(?:amd64|arm64|x86_64|x64|x86|aarch64|386|arm|armv[67]l?|riscv64|ppc64(?:le)?|s390x|loong64|mips(?:64)?(?:le)?|wasm)(?:[^a-z0-9]|$)/i,
	go: /^(?:go|golang:)?1\.\d+(?:\.\d+|\.x|rc\d+|beta\d+)?(?:-[a-z]\w*)*$|^(?:stable|oldstable|tip)$/i
};
/** What an axis of a kind may move; a difference of another class has another cause, however well it fits. */
const MOVES = {
	os: [
		"platform",
		"runner",
		"path"
	],
	arch: ["platform", "runner"],
	go: ["version"]
};
const ABSENT = "\0";
function textOf(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** The legs of one matrix have this in common. */
function matrixOf({ provider, workflow, name }) {
	return JSON.stringify([
		provider,
		workflow,
		name
	]);
}
/**
* The axes of all jobs, sorted as they first appear. A leg without an axis that other legs of its matrix have (`include` makes such)
* has a value of its own there; to a job of another matrix the axis does not apply.
*/
function axesOf(jobs) {
	const matrices = jobs.map(matrixOf);
	return [...new Set(jobs.flatMap((job) => Object.keys(job.matrix)))].slice(0, MOST_AXES).map((name) => {
		const found = jobs.map(({ matrix }) => Object.hasOwn(matrix, name) ? matrix[name] : void 0);
		const own = new Set(matrices.filter((_, at) => found[at] !== void 0));
		const texts = found.map((value) => value === void 0 ? null : textOf(value));
		const kinds = [
			"os",
			"arch",
			"go"
		].filter((kind) => texts.every((text) => text === null || SHAPES[kind].test(text)));
		return {
			name,
			values: found.map((value, at) => value === void 0 ? own.has(matrices[at] ?? "") ? ABSENT : null : JSON.stringify(value)),
			texts,
			kinds: new Set(kinds)
		};
	});
}
/** Whether each value on the left has one value on the right; places at which the left has none do not count. */
function decides(left, right) {
	const seen = /* @__PURE__ */ new Map();
	for (const [at, value] of left.entries()) {
		if (value === null) continue;
		const other = right[at] ?? "";
		const before = seen.get(value);
		if (before === void 0) seen.set(value, other);
		else if (before !== other) return false;
	}
	return true;
}
/** A version without the `go` before it. */
function bare(version) {
	return version.replace(/^go(?=\d)/, "");
}
/** `true` is how a matrix writes 1, and `1.26` what it writes for go1.26.8. */
function isSameValue(text, value) {
	if (value === null) return false;
	const plain = text === "true" ? "1" : text === "false" ? "0" : text;
	return plain === value || bare(plain) === bare(value) || /^\d+\.\d+$/.test(bare(plain)) && bare(value).startsWith(`${bare(plain)}.`);
}
/** A key that only some versions of Go have: its absence is a matter of the version. */
function isOnlyMissing(values) {
	return values.includes(null) && new Set(values).size === 2;
}
/** `null` and texts told apart, as keys of maps. */
function keyOf$3(value) {
	return value === null ? ABSENT : value;
}
/** An axis at the places of the jobs that say something. */
function axisAt(axis, places) {
	const pick = (list) => places.map((place) => list[place] ?? null);
	return {
		...axis,
		values: pick(axis.values),
		texts: pick(axis.texts)
	};
}
/** The axis has several values here, each with one value of the key, and jobs of another matrix have nothing that its own do not have. */
function accountsFor({ values }, keys) {
	const own = new Set(keys.filter((_, place) => values[place] !== null));
	return new Set(values.filter((value) => value !== null)).size > 1 && decides(values, keys) && keys.every((key, place) => values[place] !== null || own.has(key));
}
function mayMove(axis, class_, values) {
	if ([...axis.kinds].some((kind) => MOVES[kind].includes(class_))) return true;
	if (axis.kinds.has("go") && isOnlyMissing(values)) return true;
	return axis.texts.every((text, place) => text === null || isSameValue(text, values[place] ?? null));
}
/** Whether one axis knows all that another does, and not the other way round: then the other, coarser one suffices. */
function isFinerThan(axis, other) {
	return decides(axis.values, other.values.map(keyOf$3)) && !decides(other.values, axis.values.map(keyOf$3));
}
/**
* Which axis alone accounts for the values of a key, one per job: `the os axis`. Each value of the axis has one value of the key,
* and the key is of a class that this axis may move, or the axis writes the key's own values.
* Axes that always move together cannot be told apart, and it says so. `null`: none does.
*/
function explainByAxes(said, class_, axes) {
	const places = said.flatMap((value, place) => value === void 0 ? [] : [place]);
	const values = places.map((place) => said[place] ?? null);
	const keys = values.map(keyOf$3);
	const fitting = axes.map((axis) => places.length === said.length ? axis : axisAt(axis, places)).filter((axis) => accountsFor(axis, keys) && mayMove(axis, class_, values));
	const causes = fitting.filter((axis) => !fitting.some((other) => other !== axis && isFinerThan(axis, other)));
	const [first] = causes;
	if (first === void 0) return null;
	if (causes.length === 1) return `the ${first.name} axis`;
	const names = causes.map(({ name }) => name);
	return `the ${names.slice(0, -1).join(", ")} or the ${names.at(-1) ?? ""} axis: they always move together, cannot tell which`;
}
/** Whether two jobs that say something share a value of the axis: only then could a difference have shown that the axis is not its cause. */
function isTested(said, { values }) {
	const own = values.filter((value, place) => value !== null && said[place] !== void 0);
	return new Set(own).size < own.length;
}

// src/compare/consensus.ts
/** The value that most jobs have, of those that say something; of several such the one that comes first. */
function consensusOf(values) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) if (value !== void 0) counts.set(keyOf$3(value), (counts.get(keyOf$3(value)) ?? 0) + 1);
	let best = null;
	let most = 0;
	for (const [key, count] of counts) {
		if (count <= most) continue;
		best = key === keyOf$3(null) ? null : key;
		most = count;
	}
	return best;
}
/** The distinct values other than one, each with the places in the list that have it, in order of first appearance. */
function outliersOf(values, consensus) {
	const found = /* @__PURE__ */ new Map();
	for (const [at, value] of values.entries()) {
		if (value === void 0 || value === consensus) continue;
		const group = found.get(keyOf$3(value)) ?? {
			value,
			places: []
		};
		group.places.push(at);
		found.set(keyOf$3(value), group);
	}
	return [...found.values()];
}

// src/compare/job-labels.ts
/**
* The order in which jobs are compared: two as they are given, as first against second;
* more by id and name, so that who is asked first decides nothing.
*/
function arrangeJobs(jobs) {
	return jobs.length < 3 ? jobs : jobs.toSorted((a, b) => byteOrder(a.snapshot.job.id, b.snapshot.job.id) || byteOrder(a.name, b.name));
}
/** Names for jobs; `names` (file names, say) tell recordings of one job apart. */
function labelJobs(jobs) {
	const times = /* @__PURE__ */ new Map();
	for (const { job } of jobs) times.set(job.id, (times.get(job.id) ?? 0) + 1);
	const taken = /* @__PURE__ */ new Set();
	return jobs.map(({ name, job }) => {
		const repeated = (times.get(job.id) ?? 0) > 1;
		let id = repeated ? `${job.id} (${name})` : job.id;
		for (let more = 2; taken.has(id); more += 1) id = `${job.id} (${name}, ${String(more)})`;
		taken.add(id);
		return {
			id,
			label: repeated ? `${job.label} (${name})` : job.label
		};
	});
}
/** Names that one evidence line spells out. */
const NAMED$1 = 8;
/** `the job ci / build` or `3 jobs`. */
function countJobs(jobs) {
	const [only, ...others] = jobs;
	return only !== void 0 && others.length === 0 ? only.label : `${String(jobs.length)} jobs`;
}
/** `ci / build (go=1.25), ci / build (go=1.26) and 6 more`. */
function nameJobs(jobs) {
	const names = jobs.slice(0, NAMED$1).map(({ label }) => label);
	return jobs.length > NAMED$1 ? `${names.join(", ")} and ${String(jobs.length - NAMED$1)} more` : names.join(", ");
}

// src/compare/job-environment.ts
/** What accounts for every difference of a key: it follows another key, or only some versions of Go have it. */
function ownReason(reasons) {
	const known = [...reasons].filter((reason) => reason !== void 0);
	return known.length === reasons.size && known.length > 0 ? known.join("; ") : null;
}
/** The rule under which a difference is reported. */
function ruleOf(drift) {
	if (isRunningToolchain(drift.key)) return "toolchain/drift";
	return machinePart(drift) === null ? "env/drift" : "runner/drift";
}
function ignored$1(drift, ignore) {
	const rule = ignore.find((entry) => isIgnoredBy(entry, {
		rule: ruleOf(drift),
		key: drift.key
	}));
	return rule === void 0 ? null : ignoredBecause(rule.reason);
}
function countParts({ cCompiler, libc, runner }) {
	return [
		cCompiler,
		libc,
		runner
	].filter((part) => part !== null).length;
}
/** The job that has most parts of a machine, so that no part of another is without a counterpart; of several the first. */
function referenceOf$1(snapshots) {
	return snapshots.toSorted((a, b) => countParts(b) - countParts(a))[0];
}
/** The values of every key that is not the same everywhere, and what explains it: an ignore rule, an axis, or what go itself derives. */
function collect$1(snapshots, axes, ignore) {
	const reference = referenceOf$1(snapshots);
	if (reference === void 0) return [];
	const found = /* @__PURE__ */ new Map();
	for (const [at, other] of snapshots.entries()) {
		if (other === reference) continue;
		for (const drift of diffEnvironments(reference, other)) {
			const entry = found.get(drift.key) ?? {
				class: drift.class,
				base: drift.before,
				values: /* @__PURE__ */ new Map(),
				reasons: /* @__PURE__ */ new Set()
			};
			entry.values.set(at, drift.after);
			entry.reasons.add(drift.explained);
			found.set(drift.key, entry);
		}
	}
	/** A job without a C compiler says nothing of its version: that it has none is a row of its own. */
	const valueOf = (key, entry, at) => {
		if (entry.values.has(at)) return entry.values.get(at) ?? null;
		const [part = key] = key.split(".", 1);
		return part !== key && found.get(part)?.values.has(at) === true ? void 0 : entry.base;
	};
	return [...found].toSorted(([a], [b]) => byteOrder(a, b)).map(([key, entry]) => {
		const values = snapshots.map((_, at) => valueOf(key, entry, at));
		const explained = ignored$1({
			key,
			class: entry.class
		}, ignore) ?? explainByAxes(values, entry.class, axes) ?? ownReason(entry.reasons);
		return {
			key,
			class: entry.class,
			values,
			explained
		};
	});
}
/** Values that a finding lists; the comparison has all. */
const LISTED$5 = 20;
const MEANING = {
	verification: "It decides how far modules are checked: these jobs do not check the same.",
	build: "It changes what is compiled: these jobs do not build the same program.",
	platform: "It decides what the build is for.",
	version: "It decides which Go builds.",
	path: "It changes where go looks, not what it builds.",
	runner: "It is the machine that builds.",
	volatile: ""
};
function findingOf$2(drift, jobs) {
	const { key, values } = drift;
	if (drift.class === "volatile" || drift.explained !== null) return null;
	const consensus = consensusOf(values);
	const outliers = outliersOf(values, consensus);
	const outside = outliers.flatMap(({ places }) => places.flatMap((at) => jobs[at] ?? []));
	const same = jobs.filter((_, at) => values[at] === consensus);
	const isGo = isRunningToolchain(key);
	const [only] = outliers;
	const title = isGo && outliers.length === 1 && only !== void 0 ? `Go is not the same in all jobs: ${describeMove(consensus, only.value)}` : `${isGo ? "Go" : key} is not the same in all jobs`;
	return {
		rule: ruleOf(drift),
		severity: isGo || drift.class === "verification" || drift.class === "build" ? "warning" : "note",
		state: "new",
		title,
		message: `${countJobs(same)} ${same.length === 1 ? "has" : "have"} ${showValue(consensus)}, ${countJobs(outside)} ${outside.length === 1 ? "has" : "have"} ${only !== void 0 && outliers.length === 1 ? showValue(only.value) : "other values"}, and no axis of the matrix accounts for it. ${MEANING[drift.class]}`,
		subject: { key: isGo ? "GOVERSION" : key },
		evidence: [
			`${showValue(consensus)}: ${nameJobs(same)}`,
			...outliers.slice(0, LISTED$5).map(({ value, places }) => `${showValue(value)}: ${nameJobs(places.flatMap((at) => jobs[at] ?? []))}`),
			...outliers.length > LISTED$5 ? [`and ${String(outliers.length - LISTED$5)} more values`] : []
		],
		fix: [{
			edit: `set ${isGo ? "one version of Go" : key} for all of them, or make it an axis of the matrix`,
			why: "then a difference is either gone or known"
		}],
		jobs: outside.map(({ id }) => id),
		source: "environment"
	};
}
/**
* What differs between the environments of jobs: rows (what most jobs have, then what the others have, with the ids of those),
* and findings. What an ignore rule names is explained by it.
*/
function compareEnvironments(snapshots, axes, jobs, ignore) {
	const drifts = collect$1(snapshots, axes, ignore);
	return {
		rows: drifts.flatMap(({ key, class: class_, values, explained }) => {
			const before = consensusOf(values);
			const reason = explained === null ? {} : { explained };
			return outliersOf(values, before).map(({ value, places }) => {
				const ids = places.flatMap((at) => jobs[at]?.id ?? []);
				return Object.assign({
					key,
					class: class_,
					before,
					after: value,
					from: "jobs",
					jobs: ids
				}, reason);
			});
		}),
		findings: drifts.flatMap((drift) => findingOf$2(drift, jobs) ?? [])
	};
}

// src/compare/build-lists.ts
/** Every root that some job has, by directory, in order of first appearance. */
function shareRoots(snapshots) {
	const shared = /* @__PURE__ */ new Map();
	for (const [at, { roots }] of snapshots.entries()) for (const root of roots) {
		const entry = shared.get(root.directory) ?? snapshots.map(() => null);
		entry[at] = root;
		shared.set(root.directory, entry);
	}
	return [...shared].map(([directory, roots]) => ({
		directory,
		roots
	}));
}
/** Whether two modules are the same to the last hash. */
function isSameModule$1(a, b) {
	return a === b || a.path === b.path && a.version === b.version && a.sum === b.sum && a.goModSum === b.goModSum && a.replace?.path === b.replace?.path && a.replace?.version === b.replace?.version;
}
const NOTHING = {
	paths: /* @__PURE__ */ new Set(),
	own: /* @__PURE__ */ new Map()
};
/** Makes a build list ready to be held against many; linear in each, and without a copy for those that are the same. */
function referenceList(reference) {
	const byPath = new Map(reference.map((module) => [module.path, module]));
	const isSame = (modules) => modules.length === reference.length && modules.every((module, at) => {
		const other = reference[at];
		return other !== void 0 && isSameModule$1(module, other);
	});
	return {
		byPath,
		delta: (modules) => {
			if (modules === reference || isSame(modules)) return NOTHING;
			const paths = /* @__PURE__ */ new Set();
			const own = /* @__PURE__ */ new Map();
			for (const [at, module] of modules.entries()) {
				own.set(module.path, module);
				const aligned = reference[at];
				const other = aligned?.path === module.path ? aligned : byPath.get(module.path);
				if (other === void 0 || !isSameModule$1(module, other)) paths.add(module.path);
			}
			for (const path of byPath.keys()) if (!own.has(path)) paths.add(path);
			return {
				paths,
				own
			};
		}
	};
}

// src/compare/job-build-lists.ts
/** What is built of a module, for people: `v1.2.0`, `v1.2.0 => ../fork`. */
function describe$1({ version, replace }) {
	if (replace === void 0) return version ?? "(main module)";
	return `${version ?? ""} => ${replace.path}${replace.version === null ? "" : ` ${replace.version}`}`.trimStart();
}
function replacementOf(module) {
	return module?.replace === void 0 ? "" : `${module.replace.path} ${module.replace.version ?? ""}`;
}
/** modules.txt names no module of which nothing is vendored: that it does not name one means nothing. */
function isFromVendor(root) {
	return root.modeReason.endsWith(FROM_VENDOR_LIST);
}
function viewOf(shared) {
	const roots = shared.roots.map((root) => root === null || root.modules.length === 0 ? null : root);
	const reference = roots.find((root) => root !== null && !isFromVendor(root)) ?? roots.find((root) => root !== null);
	if (reference === void 0 || reference === null) return {
		paths: [],
		moduleAt: () => void 0
	};
	const { byPath, delta } = referenceList(reference.modules);
	const mixed = roots.some((root) => root !== null && isFromVendor(root)) && !isFromVendor(reference);
	const deltas = roots.map((root) => root === null ? null : delta(root.modules));
	const silent = roots.map((root) => root !== null && mixed && isFromVendor(root));
	const paths = /* @__PURE__ */ new Set();
	for (const one of deltas) for (const path of one?.paths ?? []) paths.add(path);
	return {
		paths: [...paths].toSorted(byteOrder),
		moduleAt: (path, place) => {
			const one = deltas[place];
			if (one === void 0 || one === null) return void 0;
			return (one.paths.has(path) ? one.own.get(path) : byPath.get(path)) ?? (silent[place] === true ? void 0 : null);
		}
	};
}
function changeOf(before, after) {
	if (before === void 0) return "added";
	if (after === void 0) return "removed";
	return replacementOf(before) === replacementOf(after) ? "moved" : "replaced";
}
const FIELDS = [["sum", ""], ["goModSum", " (go.mod)"]];
/** Hashes of one version; a line that a job does not have is no other hash. */
function sumRows(root, path, version, modules) {
	for (const [field, suffix] of FIELDS) {
		const values = modules.map((module) => module?.[field]);
		const before = consensusOf(values);
		const outliers = outliersOf(values, before);
		if (outliers.length > 0) {
			const common = values.indexOf(before);
			return outliers.map(({ value, places }) => ({
				root,
				path,
				change: "sum",
				before: `${before ?? ""}${suffix}`,
				after: `${value ?? ""}${suffix}`,
				places,
				common,
				values,
				version
			}));
		}
	}
	return [];
}
function rowsOf(root, path, modules) {
	const kinds = /* @__PURE__ */ new Map();
	const values = modules.map((module) => {
		if (module === null || module === void 0) return module;
		const text = describe$1(module);
		if (!kinds.has(text)) kinds.set(text, module);
		return text;
	});
	const before = consensusOf(values);
	const known = before === null ? void 0 : kinds.get(before);
	const common = values.indexOf(before);
	const moved = outliersOf(values, before).map(({ value, places }) => {
		const after = value === null ? void 0 : kinds.get(value);
		return {
			root,
			path,
			change: changeOf(known, after),
			before,
			after: value,
			places,
			common,
			values
		};
	});
	const sums = [...kinds.keys()].flatMap((version) => sumRows(root, path, version, modules.map((module, at) => values[at] === version ? module ?? void 0 : void 0)));
	return [...moved, ...sums];
}
/** Rows of one root: far more than jobs of one commit differ in, and little enough to be told. */
const MOST_ROWS = 2e4;
/** What differs between the build lists of a root, module by module against what most jobs have. Linear in jobs times modules. */
function diffLists(shared) {
	const { paths, moduleAt } = viewOf(shared);
	const rows = [];
	for (const path of paths) {
		if (rows.length >= 2e4) return {
			rows,
			cut: true
		};
		const modules = shared.roots.map((_, place) => moduleAt(path, place));
		for (const row of rowsOf(shared.directory, path, modules)) rows.push(row);
	}
	return {
		rows,
		cut: false
	};
}

// src/compare/job-modules.ts
/** The files that ask for modules, as far as they are not the same in two jobs. */
function editedFiles$1({ roots }, one, other) {
	const [left, right] = [roots[one]?.files ?? {}, roots[other]?.files ?? {}];
	return [.../* @__PURE__ */ new Set([...Object.keys(left), ...Object.keys(right)])].filter((name) => /(?:^|\/)go\.(?:mod|work)$/.test(name)).filter((name) => left[name] !== right[name]);
}
/** Remembers the files of each pair of jobs: every module that differs between them asks for the same. */
function rememberFiles(shared) {
	const known = /* @__PURE__ */ new Map();
	const jobs = shared.roots.length;
	return (one, other) => {
		const key = one * jobs + other;
		const files = known.get(key) ?? editedFiles$1(shared, one, other);
		known.set(key, files);
		return files;
	};
}
/** Rows of one module share their values, and so what accounts for them. */
function rememberAxes(goAxes) {
	const known = /* @__PURE__ */ new Map();
	return (values) => {
		const before = known.get(values);
		if (before !== void 0) return before;
		const tested = goAxes.filter((axis) => isTested(values, axis));
		const explained = explainByAxes(values, "version", tested);
		const made = {
			explained,
			untested: explained === null && explainByAxes(values, "version", goAxes) !== null
		};
		known.set(values, made);
		return made;
	};
}
function explainer({ shared, goAxes, ignore, oneRun }) {
	const filesOf = rememberFiles(shared);
	const byGo = rememberAxes(goAxes);
	return (row) => {
		const edited = filesOf(row.common, row.places[0] ?? row.common);
		const isSum = row.change === "sum";
		const rule = ignore.find((entry) => isIgnoredBy(entry, {
			rule: isSum ? "modules/sum-drift" : "modules/drift",
			module: row.path
		}));
		if (rule !== void 0) return {
			...row,
			explained: ignoredBecause(rule.reason),
			untested: false,
			edited
		};
		if (isSum) return {
			...row,
			explained: null,
			untested: false,
			edited
		};
		const { explained: axis, untested } = byGo(row.values);
		const everywhere = edited.length > 0 && row.places.every((place) => filesOf(row.common, place).length > 0);
		const explained = axis ?? (everywhere && !oneRun ? `${edited.join(" and ")} is not the same` : null);
		return {
			...row,
			explained,
			untested: untested && explained === null,
			edited
		};
	};
}
/** Modules that a finding lists; the comparison has all. */
const LISTED$4 = 20;
/** Findings on hashes, one a module; the rest is one more. */
const SUM_FINDINGS = 50;
function listed$3(rows) {
	const lines = rows.slice(0, LISTED$4).map((row) => describeModuleDrift(row));
	return rows.length > LISTED$4 ? [...lines, `and ${String(rows.length - LISTED$4)} more`] : lines;
}
function at(places, jobs) {
	const wanted = new Set(places);
	return jobs.filter((_, place) => wanted.has(place));
}
function placesOf(rows) {
	const places = /* @__PURE__ */ new Set();
	for (const row of rows) for (const place of row.places) places.add(place);
	return places;
}
/** The hashes of one version, which all jobs must agree on. */
function sumFinding(rows, jobs) {
	const { root = ".", path = "", version = "", before = null, values = [] } = rows[0] ?? {};
	const odd = placesOf(rows);
	const outside = at(odd, jobs);
	const inside = jobs.filter((_, place) => values[place] !== void 0 && !odd.has(place));
	return {
		rule: "modules/sum-drift",
		severity: "error",
		state: "new",
		title: `${path} ${version} has ${rows.length === 1 ? "two" : String(rows.length + 1)} hashes`,
		message: `${countJobs(outside)} and ${inside.length === 1 ? countJobs(inside) : "the others"} have the same version of ${path} with another content. One of them builds something else.`,
		subject: { module: version.startsWith("v") && !version.includes(" ") ? `${path}@${version}` : path },
		location: { file: inRoot(root, "go.sum") },
		evidence: [
			`${nameJobs(inside)}: ${before ?? "not there"}`,
			...rows.slice(0, LISTED$4).map(({ places, after }) => `${nameJobs(at(places, jobs))}: ${after ?? "not there"}`),
			...rows.length > LISTED$4 ? [`and ${String(rows.length - LISTED$4)} more`] : []
		],
		fix: [{
			command: "goparity verify",
			why: "in each of these jobs: says which of them has modules that are not what go.sum says"
		}],
		jobs: outside.map(({ id }) => id),
		source: "modules",
		root
	};
}
/** More modules with several hashes than anybody reads one by one: no accident of one module. */
function manySumsFinding(root, groups, jobs) {
	const outside = at(placesOf(groups.flat()), jobs);
	const names = groups.slice(0, LISTED$4).map(([row]) => `${row?.path ?? ""} ${row?.version ?? ""}`);
	return {
		rule: "modules/sum-drift",
		severity: "error",
		state: "new",
		title: `${String(groups.length)} more modules have several hashes for one version`,
		message: "So many at once are no accident of one module: these jobs get their modules from different places.",
		subject: {},
		location: { file: inRoot(root, "go.sum") },
		evidence: groups.length > LISTED$4 ? [...names, `and ${String(groups.length - LISTED$4)} more`] : names,
		fix: [{
			command: "go env GOPROXY GOSUMDB GONOSUMDB GOPRIVATE",
			why: "in each of these jobs: shows where they get their modules from, and who vouches for them"
		}],
		jobs: outside.map(({ id }) => id),
		source: "modules",
		root
	};
}
function sumFindings(root, rows, jobs) {
	const groups = /* @__PURE__ */ new Map();
	for (const row of rows) {
		const key = `${row.path}\0${row.version ?? ""}`;
		const group = groups.get(key);
		if (group === void 0) groups.set(key, [row]);
		else group.push(row);
	}
	const all = [...groups.values()];
	const rest = all.slice(SUM_FINDINGS);
	return [...all.slice(0, SUM_FINDINGS).map((group) => sumFinding(group, jobs)), ...rest.length === 0 ? [] : [manySumsFinding(root, rest, jobs)]];
}
function messageOf(rows, outside) {
	const files = [...new Set(rows.flatMap(({ edited }) => edited))].join(" and ");
	return `${files === "" ? `${countJobs(outside)} and the others have the same go.mod and another build list` : `${countJobs(outside)} and the others do not have the same ${files}, though they are jobs of one run: a step edits it, or checks out something else`}. They do not build the same program.${rows.some((row) => row.untested) ? " Each has another Go, which may be the cause: two jobs with one and the same Go would tell." : ""}`;
}
function driftFinding$1(root, rows, jobs, explained) {
	const outside = at(placesOf(rows), jobs);
	const modules = new Set(rows.map(({ path }) => path));
	const [first] = modules;
	const reasons = [...new Set(rows.map((row) => row.explained ?? ""))].join("; ");
	const amount = modules.size === 1 ? "1 module" : `${String(modules.size)} modules`;
	return {
		rule: "modules/drift",
		severity: explained ? "note" : "error",
		state: "new",
		title: explained ? `${amount} ${modules.size === 1 ? "differs" : "differ"} between the jobs, and it is known why` : `the jobs do not build the same modules: ${amount}`,
		message: explained ? `The build lists differ: ${reasons}.` : messageOf(rows, outside),
		subject: modules.size === 1 && first !== void 0 ? { module: first } : {},
		location: { file: inRoot(root, "go.mod") },
		evidence: listed$3(rows),
		fix: explained ? [] : [{
			command: "go list -m all",
			why: "in each of these jobs: lists what is built there; go mod graph shows who asks for it"
		}],
		jobs: outside.map(({ id }) => id),
		source: "modules",
		root
	};
}
function cutFinding(root) {
	return {
		rule: "modules/drift",
		severity: "error",
		state: "new",
		title: `more than ${String(MOST_ROWS)} differences between the modules of the jobs`,
		message: "These jobs do not build one program. The differences after these were not looked at.",
		subject: {},
		location: { file: inRoot(root, "go.mod") },
		evidence: [],
		fix: [],
		source: "modules",
		root
	};
}
/** Which of the jobs are the odd ones about having a root at all. */
function missingFinding({ directory: root, roots }, jobs) {
	const values = roots.map((entry) => entry === null ? null : "has it");
	const common = consensusOf(values);
	const places = outliersOf(values, common).flatMap((outlier) => outlier.places);
	if (places.length === 0) return [];
	const odd = at(places, jobs);
	return [{
		rule: "modules/drift",
		severity: "note",
		state: "new",
		title: `not all jobs have ${root}`,
		message: `${common === null ? "Only " : ""}${countJobs(odd)} ${odd.length === 1 ? "has" : "have"} ${common === null ? "it" : "not got it, the others have"}: what only some have was not compared.`,
		subject: { file: root },
		evidence: [`${common === null ? "with" : "without"} it: ${nameJobs(odd)}`],
		fix: [],
		jobs: odd.map(({ id }) => id),
		source: "modules",
		root
	}];
}
/** Jobs of one workflow, each once: they were started by one commit. */
function isOneRun(snapshots) {
	const jobs = snapshots.map(({ job }) => job);
	return new Set(jobs.map(({ id }) => id)).size === jobs.length && jobs.every(({ provider }) => provider !== "local") && new Set(jobs.map(({ provider, workflow }) => JSON.stringify([provider, workflow]))).size === 1;
}
function driftOf({ root, path, change, before, after, places, explained }, jobs) {
	return {
		root,
		path,
		change,
		before,
		after,
		from: "jobs",
		jobs: places.flatMap((place) => jobs[place]?.id ?? []),
		...explained === null ? {} : { explained }
	};
}
/**
* What differs between the build lists of jobs: rows against what most jobs have, with the ids of the others, and findings.
* The go axis may explain another version; nothing explains another hash.
*/
function compareModules(snapshots, axes, jobs, ignore) {
	const goAxes = axes.filter(({ kinds }) => kinds.has("go"));
	const oneRun = isOneRun(snapshots);
	const rows = [];
	const sums = [];
	const others = [];
	for (const shared of shareRoots(snapshots)) {
		const { directory } = shared;
		const differences = diffLists(shared);
		const all = differences.rows.map(explainer({
			shared,
			goAxes,
			ignore,
			oneRun
		}));
		for (const row of all) rows.push(driftOf(row, jobs));
		const told = all.filter(({ explained }) => explained?.startsWith("ignored: ") !== true);
		const moved = told.filter(({ change }) => change !== "sum");
		const open = moved.filter(({ explained }) => explained === null);
		const known = moved.filter(({ explained }) => explained !== null);
		sums.push(...sumFindings(directory, told.filter(({ change }) => change === "sum"), jobs));
		if (open.length > 0) others.push(driftFinding$1(directory, open, jobs, false));
		if (known.length > 0) others.push(driftFinding$1(directory, known, jobs, true));
		others.push(...missingFinding(shared, jobs), ...differences.cut ? [cutFinding(directory)] : []);
	}
	return {
		rows,
		findings: [...sums, ...others]
	};
}

// src/compare/job-targets.ts
/** Reasons and packages that a finding repeats. */
const LISTED$3 = 10;
function listed$2(lines) {
	const all = [...new Set(lines)];
	return all.length > LISTED$3 ? [...all.slice(0, LISTED$3), `and ${String(all.length - LISTED$3)} more`] : all;
}
function collect(snapshots, jobs) {
	const attempts = /* @__PURE__ */ new Map();
	for (const [at, { targets }] of snapshots.entries()) {
		const job = jobs[at];
		if (job === void 0) continue;
		for (const result of targets) {
			const key = targetKey(result);
			const entry = attempts.get(key) ?? {
				failed: [],
				built: []
			};
			attempts.set(key, entry);
			if (result.outcome === "failed") entry.failed.push({
				job,
				result
			});
			else if (builds(result)) entry.built.push(job);
		}
	}
	return attempts;
}
/** What it says of a failure that other jobs do not have it. */
function describeDifference(built) {
	return `${countJobs(built)} can build it: the difference is in the environment, not in the program.`;
}
function failureOf({ failed, built }) {
	const [first] = failed;
	if (first === void 0) return null;
	const { target, root, rule } = first.result;
	const where = failed.map(({ job }) => job);
	const differs = built.length > 0;
	const said = failed.flatMap(({ result }) => {
		const words = [result.rule, result.reason].filter((text) => text !== void 0);
		return words.length === 0 ? [] : [words.join(": ")];
	});
	return {
		rule: differs ? "target/broken" : rule ?? "target/broken",
		severity: "error",
		state: "new",
		title: differs ? `${target} builds in one job and not in another` : `${target} does not build`,
		message: differs ? `${countJobs(where)} cannot build it. ${describeDifference(built)}` : `No job that tried could build it: ${countJobs(where)}.`,
		subject: { target },
		evidence: [...listed$2(said), ...listed$2(failed.flatMap(({ result }) => result.failedPackages))],
		fix: [],
		jobs: where.map(({ id }) => id),
		source: "targets",
		...root === "." ? {} : { root }
	};
}
/** A finding for each target that does not build in some job: once over all jobs, told apart by whether others can build it. */
function compareTargets(snapshots, jobs) {
	return [...collect(snapshots, jobs).values()].flatMap((attempts) => failureOf(attempts) ?? []);
}
/**
* Adds to findings of targets that fail what the other jobs of the run say: one that builds elsewhere is a matter of the environment.
* So the failure of a target is told once, by the finding that also knows the baseline.
*/
function addOtherJobs(findings, snapshots, jobs) {
	const attempts = collect(snapshots, jobs);
	return findings.map((finding) => {
		const { source, state, subject, root = "." } = finding;
		if (source !== "targets" || state === "fixed" || finding.severity !== "error" || subject.target === void 0) return finding;
		const found = attempts.get(targetKey({
			root,
			target: subject.target
		}));
		if (found === void 0 || found.failed.length === 0 || found.built.length === 0) return finding;
		return {
			...finding,
			message: `${finding.message} ${describeDifference(found.built)}`
		};
	});
}
/** Findings for modules that did not pass verification in some job, or could not be verified there. */
function compareIntegrity(snapshots, jobs) {
	return snapshots.flatMap(({ integrity }, at) => {
		const job = jobs[at];
		if (job === void 0 || integrity === null || integrity.outcome !== "failed" && integrity.outcome !== "unknown") return [];
		const layers = integrity.layers.filter(({ outcome }) => outcome === integrity.outcome);
		const failed = integrity.outcome === "failed";
		return [{
			rule: failed ? "checksum/layer-mismatch" : "checksum/unknown",
			severity: failed ? "error" : "warning",
			state: "new",
			title: failed ? `the modules of ${job.label} do not pass verification` : `the modules of ${job.label} could not be verified`,
			message: failed ? "What it built there is not what go.sum says." : "Whether it built what go.sum says is not known.",
			subject: {},
			evidence: layers.map(({ layer, reason }) => reason === void 0 ? layer : `${layer}: ${reason}`),
			fix: [{
				command: "goparity verify",
				why: "in that job: names the modules and what to do"
			}],
			jobs: [job.id],
			source: "integrity"
		}];
	});
}

// src/compare/jobs.ts
function outcomeOf({ integrity, targets }) {
	if (integrity?.outcome === "failed" || targets.some(({ outcome }) => outcome === "failed")) return "findings";
	return integrity?.outcome === "unknown" ? "unknown" : "ok";
}
/** Jobs as reports list them, in the order given. */
function listJobs(snapshots) {
	const labels = labelJobs(snapshots.map(({ name, snapshot }) => ({
		name,
		job: snapshot.job
	})));
	return snapshots.map(({ snapshot }, at) => ({
		id: labels[at]?.id ?? snapshot.job.id,
		label: labels[at]?.label ?? snapshot.job.label,
		matrix: snapshot.job.matrix,
		outcome: outcomeOf(snapshot)
	}));
}

// src/compare/moved-modules.ts
/** Names that a sentence has. */
const NAMED = 5;
/** `a, b and 3 more` */
function nameAll(names, limit = 5) {
	const shown = names.slice(0, limit).map((name) => name.length > 200 ? `${name.slice(0, 200).replace(/[\uD800-\uDBFF]$/, "")}…` : name);
	if (names.length > limit) return `${shown.join(", ")} and ${String(names.length - limit)} more`;
	return shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}` : shown[0] ?? "";
}
const VERBS = {
	added: "adds",
	replaced: "replaces",
	moved: "bumps",
	removed: "edits",
	sum: "edits"
};
function verbOf({ change, before, after }) {
	if (change === "moved" && before !== null && after !== null && compareVersions$1(after, before) < 0) return "downgrades";
	return VERBS[change];
}
/** Says how a module moved, and which line of the change asks for it. */
function movedHow(drift, { root, change }) {
	const text = drift.change === "sum" ? drift.path : describeModuleDrift(drift);
	const none = {
		text,
		at: null,
		location: null
	};
	if (drift.change === "sum") return {
		...none,
		how: "whose content is not what the baseline has",
		asked: false
	};
	if (change === null) return {
		...none,
		how: "which moved since the baseline",
		asked: false
	};
	const files = editedModuleFiles(change, root.before, root.after);
	const bump = findBump(change, files, root.after, drift.path);
	if (bump !== null) return {
		text,
		how: `which ${does(change, verbOf(drift))} at ${bump.explained}`,
		at: bump.explained,
		location: bump.location,
		asked: true
	};
	const [first] = files;
	if (first !== void 0) return {
		text,
		how: `which moved with the build list: ${does(change, "edits")} ${nameFiles(change, files)}`,
		at: null,
		location: locate(change, first),
		asked: true
	};
	const how = change.complete ? `which moved since that baseline, not in ${change.name}` : "which moved since that baseline";
	return {
		...none,
		how,
		asked: false
	};
}
/** A way back to the version of the baseline, for one that a line of the change asks for; only of what a shell can take unquoted. */
function backFix({ path, change, before }, root) {
	if (change !== "moved" || before === null || !/^v[0-9A-Za-z.+-]{1,100}$/.test(before)) return [];
	if (!/^[A-Za-z0-9][\w.~/-]{0,200}$/.test(path) || !/^[A-Za-z0-9_.][\w./-]{0,200}$/.test(root)) return [];
	return [{
		command: `${root === "." ? "go" : `go -C ${root}`} get ${path}@${before}`,
		why: "goes back to the version with which it built"
	}];
}

// src/compare/beside.ts
/** What of the environment differs that a build can feel, as `Go go1.26.8 → go1.26.9`. */
function movedWorld(environment) {
	return environment.flatMap((drift) => {
		const { key, before, after, explained } = drift;
		if (!(isRunningToolchain(key) || machinePart(drift) !== null || drift.class === "build") || explained?.startsWith("follows ") === true) return [];
		return [`${isRunningToolchain(key) ? "Go" : key} ${showValue(before)} → ${showValue(after)}`.slice(0, 300)];
	});
}
/** Whether a file below a package's folder can be part of it, as an embedded one is. */
function canBeEmbedded(path) {
	return !/(?:^|\/)[._]|\.md$|_test\.go$|(?:^|\/)testdata\//.test(path);
}
/** Files of the change from which a failure of these packages may come, though they are not in the packages' own folders. */
function filesBeside(change, { root }, { folders }, moves) {
	const below = [...folders].flatMap((folder) => {
		const path = joinPath(change.directory, folder);
		return path === null ? [] : [path === "" ? "" : `${path}/`];
	});
	const embedded = [...change.byPath.values()].filter(({ path }) => canBeEmbedded(path) && below.some((folder) => path.startsWith(folder)));
	const asking = moves ? [] : editedModuleFiles(change, root.before, root.after);
	return [.../* @__PURE__ */ new Set([
		...asking,
		...[...change.sources.values()].flat(),
		...embedded,
		...change.workflows,
		...change.composites
	])];
}
function listModules(drifts, moved) {
	const told = moved.map(({ text, at }) => at === null ? text : `${text} at ${at}`);
	return nameAll([...told, ...drifts.slice(5).map(({ path }) => path)]);
}
function withoutChange({ root: { drifts }, environment }, modules, location) {
	const seen = [...drifts.length === 0 ? [] : [modules], ...movedWorld(environment)];
	return {
		sentences: [seen.length === 0 ? "Nothing else that was recorded differs from the baseline." : `What else differs from the baseline: ${nameAll(seen)}. The failure may come from there.`],
		evidence: [],
		location,
		fix: []
	};
}
function nothing(change, name, world) {
	const moved = world.length === 0 ? "" : ` What moved in its environment: ${nameAll(world)}.`;
	const again = world.length === 0 ? " Nothing else that was recorded differs either: build it again, to see whether it stays." : moved;
	return {
		sentences: [change.complete ? `Nothing in ${change.name} touches ${name}.${again}` : `Whether ${does(change, "touches")} ${name} is not known: the platform named only the first of its files.${moved}`],
		evidence: [],
		location: null,
		fix: []
	};
}
/** Of packages that the change does not touch: what else moved, from which a failure may come; never more than that. */
function lookBeside(facts, untouched) {
	const { root, change, environment } = facts;
	const { drifts } = root;
	const moved = drifts.slice(0, 5).map((drift) => movedHow(drift, facts));
	const modules = `${`${String(drifts.length)} ${drifts.length === 1 ? "module" : "modules"}`} (${listModules(drifts, moved)})`;
	const location = moved.find((one) => one.location !== null)?.location ?? null;
	if (change === null) return withoutChange(facts, modules, location);
	const world = movedWorld(environment);
	const named = nameAll(untouched.untouched, 2);
	const asked = moved.some((one) => one.asked);
	const files = filesBeside(change, facts, untouched, asked);
	if (drifts.length === 0 && files.length === 0) return nothing(change, named === "" ? "it" : named, world);
	const told = [...asked ? [`moves ${modules}`] : [], ...files.length === 0 ? [] : [`edits ${nameAll(files.map(({ path }) => shownPath(change, path)))}`]];
	const its = named === "" ? "which packages failed was not said" : `none of the files of ${named} is in ${change.name}${change.complete ? "" : ", as far as the platform named them"}`;
	const beside = [...told.length === 0 ? [] : [`it ${told.join(" and ")}`], ...asked || drifts.length === 0 ? [] : [`${modules} moved since that baseline`]];
	return {
		sentences: [`${its.replace(/^./, (letter) => letter.toUpperCase())}; ${beside.join(", and ")}. The failure may come from there.`],
		evidence: world,
		location,
		fix: []
	};
}

// src/compare/owners.ts
/** An import path without what go adds in brackets for test variants. */
function plainPath(path) {
	const at = path.indexOf(" ");
	return at === -1 ? path : path.slice(0, at);
}
/** Elements of an import path that are looked at: far more than any has. */
const DEEPEST = 100;
/** The module with the longest path that begins a package's path. */
function longestPrefix(modules, path) {
	let prefix = path.split("/", DEEPEST).join("/");
	for (;;) {
		const found = modules.get(prefix);
		if (found !== void 0) return found;
		const slash = prefix.lastIndexOf("/");
		if (slash === -1) return null;
		prefix = prefix.slice(0, slash);
	}
}
/** Folder of a main module from the root's: in a workspace the member whose folder its path ends with. */
function mainFolder(root, { path }) {
	if (root.main.length <= 1) return ".";
	const folders = Object.keys(root.files).flatMap((file) => /(?:^|\/)go\.mod$/.test(file) ? [file.replace(/\/?go\.mod$/, "")] : []);
	const plain = path.replace(/\/v[0-9]+$/, "");
	const [longest] = folders.filter((folder) => folder !== "" && (plain === folder || plain.endsWith(`/${folder.replace(/^(?:\.\.\/)+/, "")}`))).toSorted((a, b) => b.length - a.length);
	return longest ?? (folders.includes("") ? "." : null);
}
/** Folder of what is built of a module, when that is a folder of the repository; `null`: it is none, or nobody can tell. */
function ownFolder(root, module) {
	if (module.main === true) return mainFolder(root, module);
	const { replace } = module;
	if (replace?.version !== null) return null;
	const folder = replace.path.replaceAll("\\", "/");
	return /^\.\.?(?:\/|$)/.test(folder) ? folder : null;
}
/** Finds the owners of packages in a root; `null` for what is of no module of it, such as the standard library. */
function ownersIn(root) {
	const modules = new Map(root.modules.map((module) => [module.path, module]));
	return (path) => {
		const plain = plainPath(path);
		const module = longestPrefix(modules, plain);
		if (module === null) return null;
		const inside = plain.slice(module.path.length);
		const folder = ownFolder(root, module);
		const ours = module.main === true || module.replace?.version === null;
		const vendored = root.vendor === null || module.main === true ? null : `vendor/${plain}`;
		return {
			module,
			folders: [folder === null ? null : `${folder}${inside}`, vendored].flatMap((one) => one === null ? [] : [joinFolder(root.directory, one)]),
			ours
		};
	};
}
/** Kept with its `..`: a member of a workspace may lie beside the project. */
function joinFolder(directory, folder) {
	return joinPath(directory, folder) ?? `${directory}/${folder}`;
}

// src/compare/attribution.ts
/** Packages that are looked at. */
const LOOKED_AT = 200;
function upper(letter) {
	return letter.toUpperCase();
}
/** Files of a package that the change touches, those that are named for the target's platform first. */
function touchedFiles(change, owner, { goos, goarch }) {
	const found = owner.folders.flatMap((folder) => {
		const path = joinPath(change.directory, folder);
		return path === null ? [] : change.sources.get(path) ?? [];
	});
	const rank = ({ path }) => {
		const parts = path.slice(path.lastIndexOf("/") + 1).split(/[_.]/).slice(1, -1);
		if (parts.includes(goos) || parts.includes(goarch)) return 0;
		return parts.length === 0 ? 1 : 2;
	};
	return [...new Set(found)].toSorted((a, b) => rank(a) - rank(b));
}
function sortPackages(facts) {
	const { root, result, change } = facts;
	const drifts = new Map(root.drifts.map((drift) => [drift.path, drift]));
	const find = ownersIn(root.after);
	const sorted = {
		modules: /* @__PURE__ */ new Map(),
		files: /* @__PURE__ */ new Map(),
		ofGo: [],
		untouched: [],
		folders: /* @__PURE__ */ new Set()
	};
	for (const path of result.failedPackages.slice(0, LOOKED_AT)) {
		const owner = find(path);
		const drift = owner === null ? void 0 : drifts.get(owner.module.path);
		const files = owner === null || change === null ? [] : touchedFiles(change, owner, result);
		for (const file of files) if (!sorted.files.has(file)) sorted.files.set(file, path);
		if (drift !== void 0) {
			const group = sorted.modules.get(drift.path) ?? {
				drift,
				packages: []
			};
			sorted.modules.set(drift.path, group);
			group.packages.push(path);
		} else if (owner === null && !path.split("/", 1)[0]?.includes(".")) sorted.ofGo.push(path);
		if (drift !== void 0 || files.length > 0) continue;
		sorted.untouched.push(path);
		for (const folder of owner?.folders ?? []) sorted.folders.add(folder);
	}
	return sorted;
}
function moduleSentence(packages, { text, how }) {
	return `The failing ${packages.length === 1 ? "package" : "packages"} ${nameAll(packages, 2)} ${packages.length === 1 ? "belongs" : "belong"} to ${text}, ${how}.`;
}
function fileSentence(change, files) {
	const packages = [...new Set(files.values())];
	const names = [...files.keys()].map((file) => shownPath(change, file.path));
	return `${does(change, "touches")} ${names.length === 1 ? "a file" : "files"} of ${nameAll(packages, 2)}: ${nameAll(names)}.`.replace(/^./, upper);
}
/** Packages of Go itself, when another Go builds. */
function goSentence(packages, environment) {
	const drift = environment.find(({ key }) => isRunningToolchain(key));
	if (packages.length === 0 || drift === void 0) return null;
	const belong = packages.length === 1 ? "belongs" : "belong";
	return `The failing ${packages.length === 1 ? "package" : "packages"} ${nameAll(packages, 2)} ${belong} to Go itself, which is another one: ${showValue(drift.before)} → ${showValue(drift.after)}.`;
}
/** Says what of the change the failing packages of a newly broken target belong to. Linear in packages, modules and files. */
function attribute(facts) {
	const { change, environment } = facts;
	const sorted = sortPackages(facts);
	const modules = [...sorted.modules.values()].slice(0, 5).map(({ drift, packages }) => ({
		drift,
		packages,
		moved: movedHow(drift, facts)
	}));
	const sentences = modules.map(({ packages, moved }) => moduleSentence(packages, moved));
	let location = modules.find(({ moved }) => moved.location !== null)?.moved.location ?? null;
	const [file] = sorted.files.keys();
	if (change !== null && file !== void 0) {
		sentences.push(fileSentence(change, sorted.files));
		location ??= locate(change, file, file.added[0]?.line);
	}
	const ofGo = goSentence(sorted.ofGo, environment);
	if (ofGo !== null) sentences.push(ofGo);
	if (sentences.length === 0) return lookBeside(facts, sorted);
	const fix = modules.flatMap(({ drift, moved }) => moved.at === null ? [] : backFix(drift, facts.root.after.directory));
	return {
		sentences,
		evidence: movedWorld(environment),
		location,
		fix
	};
}

// src/compare/merge-jobs.ts
/** A merger; two values are one when their keys are. */
function mergeBy(keyOf) {
	const told = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Map();
	return {
		add: (values, job) => {
			for (const value of values) {
				let entry = seen.get(value);
				if (entry === void 0) {
					const key = keyOf(value);
					entry = told.get(key) ?? {
						value,
						jobs: []
					};
					told.set(key, entry);
					seen.set(value, entry);
				}
				if (entry.jobs.at(-1) !== job) entry.jobs.push(job);
			}
		},
		read: () => [...told.values()].map(({ value, jobs }) => Object.assign({}, value, { jobs }))
	};
}
/** Two findings say the same when a person would read the same. */
function findingKey({ rule, severity, state, title, message, subject, location, evidence, root }) {
	return JSON.stringify([
		rule,
		severity,
		state,
		title,
		message,
		subject,
		location,
		evidence,
		root
	]);
}
/** A finding whose ways out fit a run of several jobs: the baseline of a run moves by itself, and one job cannot save it for all. */
function fitFixes(finding) {
	return {
		...finding,
		fix: finding.fix.filter(({ command }) => command !== "goparity baseline save")
	};
}

// src/compare/fold-targets.ts
function kindOf(was, now) {
	if (was === void 0 || was.outcome === "skipped") return "untried";
	if (builds(was)) return "broken";
	return isSameFailure(was, now) ? "known" : "changed";
}
function stateOf(was, now) {
	if (was === void 0) return "new";
	if (now.outcome === "failed") {
		const kind = kindOf(was, now);
		return kind === "known" ? "known" : kind === "untried" ? "new" : "broken";
	}
	return was.outcome === "failed" && builds(now) ? "fixed" : void 0;
}
function rowOf(job, result, state) {
	const { root, target, goos, goarch, cgo, outcome, reason, rule } = result;
	return {
		job,
		...root === "." ? {} : { root },
		target,
		goos,
		goarch,
		cgo,
		outcome,
		...reason === void 0 ? {} : { reason },
		durationMs: 0,
		...rule === void 0 ? {} : { rule },
		...state === void 0 ? {} : { state }
	};
}
/** Reasons and packages that a finding repeats. */
const LISTED$2 = 10;
function listed$1(lines) {
	const all = [...new Set(lines)];
	const shown = all.slice(0, LISTED$2).map((line) => showValue(line));
	return all.length > LISTED$2 ? [...shown, `and ${String(all.length - LISTED$2)} more`] : shown;
}
function reasonsOf(failures) {
	return listed$1(failures.flatMap(({ result: { rule, reason } }) => {
		const said = [rule, reason].filter((text) => text !== void 0);
		return said.length === 0 ? [] : [said.join(": ")];
	}));
}
function packagesOf(failures) {
	return listed$1(failures.flatMap(({ result }) => result.failedPackages));
}
function findingOf$1(failures, words) {
	const root = failures[0]?.result.root ?? ".";
	return {
		severity: "error",
		subject: { target: failures[0]?.result.target ?? "" },
		evidence: [...reasonsOf(failures), ...packagesOf(failures)],
		fix: [],
		source: "targets",
		jobs: failures.map(({ job }) => job.label.id),
		...root === "." ? {} : { root },
		...words
	};
}
function inJobs(failures) {
	return countJobs(failures.map(({ job }) => job.label));
}
/** What it was before, of one that fails otherwise now. */
function describeBefore(failures) {
	return listed$1(failures.flatMap(({ was }) => {
		if (was?.outcome !== "failed") return [];
		const packages = was.failedPackages.slice(0, 3).join(", ");
		return [`in the baseline: ${[was.rule, was.reason].filter((text) => text !== void 0).join(": ")}${packages === "" ? "" : ` (${packages})`}`];
	}));
}
function knownFinding(failures) {
	const [first] = failures;
	return findingOf$1(failures, {
		rule: first?.result.rule ?? "target/broken",
		state: "known",
		title: `${first?.result.target ?? ""} still does not build`,
		message: `It failed in the same way in the baseline (${inJobs(failures)}), so it does not fail the run.`
	});
}
const TITLES = {
	broken: "no longer builds",
	changed: "fails in another way than before",
	untried: "does not build",
	known: "still does not build"
};
function sentenceOf(kind, failures) {
	const jobs = inJobs(failures);
	if (kind === "broken") return `It built in the baseline and does not build now (${jobs}).`;
	if (kind === "changed") return `It failed in the baseline too, but by another rule or in other packages (${jobs}): this failure is a new one.`;
	return `It does not build (${jobs}), and the baseline has nothing to compare that with.`;
}
/** What of the change the failures belong to, over all jobs; each build list and set of packages is looked at once. */
function attributeAll(failures, change) {
	const sentences = /* @__PURE__ */ new Set();
	const evidence = /* @__PURE__ */ new Set();
	const fixes = /* @__PURE__ */ new Map();
	let location = null;
	const alike = /* @__PURE__ */ new Map();
	for (const { job, result } of failures) {
		const root = job.roots.get(result.root);
		if (root === void 0) continue;
		const told = alike.get(root) ?? /* @__PURE__ */ new Set();
		alike.set(root, told);
		const key = JSON.stringify([result.failedPackages, job.environment]);
		if (told.has(key)) continue;
		told.add(key);
		const one = attribute({
			root,
			result,
			environment: job.environment,
			change
		});
		for (const sentence of one.sentences) sentences.add(sentence);
		for (const line of one.evidence) evidence.add(line);
		for (const fix of one.fix) fixes.set(fix.command, fix);
		location ??= one.location;
	}
	return {
		sentences: [...sentences].slice(0, 4),
		evidence: listed$1(evidence),
		location,
		fix: [...fixes.values()].slice(0, 3)
	};
}
/** How to build this target alone. */
function aloneFix(target) {
	if (!/^[a-z0-9]+\/[a-z0-9]+(?:\/[\w.,]+)?[+-]cgo$/.test(target)) return [];
	return [{
		command: `goparity build --targets ${target}`,
		why: "builds this target alone on your machine, and says what fails"
	}];
}
function newFinding(failures, change) {
	const kinds = [
		"broken",
		"changed",
		"untried"
	].filter((kind) => failures.some((failure) => failure.kind === kind));
	const [first = "untried"] = kinds;
	const rule = first === "untried" ? failures[0]?.result.rule ?? "target/broken" : "target/broken";
	const { sentences, evidence, location, fix } = attributeAll(failures.filter(({ kind }) => kind !== "untried"), change);
	const told = kinds.map((kind) => sentenceOf(kind, failures.filter((failure) => failure.kind === kind)));
	return findingOf$1(failures, {
		rule,
		state: "new",
		title: `${failures[0]?.result.target ?? ""} ${TITLES[first]}`,
		message: [...told, ...sentences].join(" "),
		evidence: [
			...reasonsOf(failures),
			...packagesOf(failures),
			...evidence,
			...describeBefore(failures)
		],
		fix: [...fix, ...aloneFix(failures[0]?.result.target ?? "")],
		...location === null ? {} : { location }
	});
}
/** What is said of targets other than that they fail. */
function otherFindings({ before, present }) {
	if (before === null) return [];
	const failed = new Set(present.targets.filter(({ outcome }) => outcome === "failed").map(targetKey));
	return targetFindings(before, present).filter(({ rule, subject, root }) => rule !== "target/broken" && !failed.has(targetKey({
		root: root ?? ".",
		target: subject.target ?? ""
	})));
}
/**
* Targets of all jobs against the baseline: a row for each, and for each target over its jobs one finding for what is newly
* broken, one for what was known, one for what builds again. Without a baseline rows alone, without a state.
*/
function foldTargets(jobs, change, hasBaseline) {
	const targets = [];
	const fresh = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	const others = mergeBy(findingKey);
	for (const job of jobs) {
		const { label, present, before } = job;
		const results = new Map((before?.targets ?? []).map((result) => [targetKey(result), result]));
		for (const result of present.targets) {
			const key = targetKey(result);
			const was = results.get(key);
			targets.push(rowOf(label.id, result, hasBaseline ? stateOf(was, result) : void 0));
			if (!hasBaseline || result.outcome !== "failed") continue;
			const kind = kindOf(was, result);
			const groups = kind === "known" ? known : fresh;
			const group = groups.get(key);
			if (group === void 0) groups.set(key, [{
				job,
				result,
				was,
				kind
			}]);
			else group.push({
				job,
				result,
				was,
				kind
			});
		}
		if (hasBaseline) others.add(otherFindings(job), label.id);
	}
	return {
		targets,
		findings: [
			...[...fresh.values()].map((group) => newFinding(group, change)),
			...[...known.values()].map(knownFinding),
			...others.read().map((finding) => fitFixes(finding))
		]
	};
}

// src/compare/root-pairs.ts
/** How many pairs with the same outline are held against a new one: most jobs have one and the same. */
const CANDIDATES = 4;
function isSameModule(a, b) {
	return a.path === b.path && a.version === b.version && a.sum === b.sum && a.goModSum === b.goModSum && a.main === b.main && a.replace?.path === b.replace?.path && a.replace?.version === b.replace?.version;
}
function isSameList(a, b) {
	if (a === b) return true;
	if (a.length !== b.length) return false;
	for (const [at, module] of a.entries()) {
		const other = b[at];
		if (other === void 0 || !isSameModule(module, other)) return false;
	}
	return true;
}
/** All of a root that a comparison looks at, but for its modules. */
function outlineOf(root) {
	if (root === null) return null;
	const { directory, main, mode, modeReason, files, vendor, modules } = root;
	return [
		directory,
		main,
		mode,
		modeReason,
		Object.entries(files),
		vendor,
		modules.length
	];
}
/** Works out something for each pair of roots, once for all pairs that say the same: jobs of a matrix mostly have one build list. */
function shareRootPairs(work) {
	const known = /* @__PURE__ */ new Map();
	return (pair) => {
		const outline = JSON.stringify([outlineOf(pair.before), outlineOf(pair.after)]);
		const alike = known.get(outline) ?? [];
		known.set(outline, alike);
		const same = alike.find(({ before, after }) => isSameList(before?.modules ?? [], pair.before?.modules ?? []) && isSameList(after.modules, pair.after.modules));
		if (same !== void 0) return same.made;
		const made = work(pair);
		if (alike.length < CANDIDATES) alike.push({
			...pair,
			made
		});
		return made;
	};
}

// src/compare/fold-baseline.ts
/** Only what was recorded this time is compared: a job that was stopped early has no modules, which is not "all removed". */
function recordedRoots({ roots }) {
	return roots.filter(({ modules }) => modules.length > 0);
}
function rootIn(snapshot, directory) {
	return snapshot.roots.find((root) => root.directory === directory) ?? null;
}
function withRoots(snapshot, roots) {
	return {
		...snapshot,
		roots
	};
}
const FROM = { from: "baseline" };
function byText(a, b) {
	for (const [at, text] of a.entries()) {
		const order = byteOrder(text ?? "", b[at] ?? "");
		if (order !== 0) return order;
	}
	return 0;
}
function comparer(template, ignore, change) {
	const compareRoot = shareRootPairs(({ before, after }) => {
		const { modules, findings } = compareBuildLists(withRoots(template, before === null ? [] : [before]), withRoots(template, [after]), ignore, change);
		return {
			before,
			after,
			drifts: modules,
			findings: findings.map(fitFixes)
		};
	});
	return (label, present, before) => {
		if (before === null) return {
			label,
			present,
			before,
			environment: [],
			roots: /* @__PURE__ */ new Map(),
			findings: []
		};
		const recorded = recordedRoots(present);
		const roots = new Map(recorded.map((after) => [after.directory, compareRoot({
			before: rootIn(before, after.directory),
			after
		})]));
		const { environment, findings } = compareEnvironment(before, present, ignore, change);
		return {
			label,
			present,
			before,
			environment,
			roots,
			findings: findings.map(fitFixes)
		};
	};
}
/**
* Folds what every job says against the same job of the baseline. A job that the baseline does not have is not compared:
* nothing stands in for it. Linear in jobs times modules; jobs with the same build lists are compared once.
*/
function foldBaseline({ snapshots, labels, baseline, change, ignore }) {
	const [template] = snapshots;
	if (template === void 0) return {
		findings: [],
		environment: [],
		modules: [],
		targets: []
	};
	const files = change === null ? null : indexChange(change);
	const known = new Map((baseline ?? []).toReversed().map((snapshot) => [snapshot.job.id, snapshot]));
	const compare = comparer(template, ignore, files);
	const environment = mergeBy(({ key, before, after, explained }) => JSON.stringify([
		key,
		before,
		after,
		explained
	]));
	const modules = mergeBy(({ root, path, change: what, before, after, explained }) => JSON.stringify([
		root,
		path,
		what,
		before,
		after,
		explained
	]));
	const ofLists = mergeBy(findingKey);
	const ofEnvironment = mergeBy(findingKey);
	const jobs = [];
	for (const [at, present] of snapshots.entries()) {
		const label = labels[at];
		if (label === void 0) continue;
		const job = compare(label, present, known.get(present.job.id) ?? null);
		jobs.push(job);
		environment.add(job.environment, label.id);
		ofEnvironment.add(job.findings, label.id);
		for (const { drifts, findings } of job.roots.values()) {
			modules.add(drifts, label.id);
			ofLists.add(findings, label.id);
		}
	}
	const { targets, findings } = foldTargets(jobs, files, baseline !== null);
	return {
		findings: [
			...findings,
			...ofLists.read(),
			...ofEnvironment.read()
		],
		environment: environment.read().map((row) => Object.assign(row, FROM)).toSorted((a, b) => byText([
			a.key,
			a.before,
			a.after
		], [
			b.key,
			b.before,
			b.after
		])),
		modules: modules.read().map((row) => Object.assign(row, FROM)).toSorted((a, b) => byText([
			a.root,
			a.path,
			a.change,
			a.before,
			a.after
		], [
			b.root,
			b.path,
			b.change,
			b.before,
			b.after
		])),
		targets
	};
}

// src/compare/job-missing.ts
/** Findings of one kind; the rest is one more. */
const LISTED$1 = 20;
function keyOf$2({ provider, workflow, name }) {
	return JSON.stringify([
		provider,
		workflow,
		name
	]);
}
/** A laptop that is not there is not missing, and a job of another workflow was not started. */
function isOfThisRun(job, snapshots) {
	if (job.provider === "local") return false;
	return snapshots.length === 0 || snapshots.some((snapshot) => snapshot.job.provider === job.provider && snapshot.job.workflow === job.workflow);
}
function groupLegs({ expected, snapshots, baseline }) {
	const groups = /* @__PURE__ */ new Map();
	const groupOf = (job) => {
		const known = groups.get(keyOf$2(job));
		if (known !== void 0) return known;
		const made = {
			name: job.name,
			workflow: job.workflow,
			present: [],
			before: []
		};
		groups.set(keyOf$2(job), made);
		return made;
	};
	for (const { job } of snapshots) if (job.provider !== "local") groupOf(job).present.push(job);
	const known = expected.ofBaseline === false ? [] : baseline ?? [];
	for (const { job } of known) if (isOfThisRun(job, snapshots)) groupOf(job).before.push(job);
	return [...groups.values()].toSorted((a, b) => byteOrder(a.workflow ?? "", b.workflow ?? "") || byteOrder(a.name, b.name));
}
/** Some of the legs that nothing was recorded of, by number, and how many there are; a hostile total costs nothing. */
function missingLegs(present) {
	const total = Math.max(0, ...present.map(({ leg }) => leg?.total ?? 0));
	const seen = new Set(present.flatMap(({ leg }) => leg === void 0 ? [] : [leg.index]));
	const unnumbered = present.filter(({ leg }) => leg === void 0).length;
	const count = total === 0 ? 0 : Math.max(0, total - seen.size - unnumbered);
	const first = [];
	for (let index = 0; index < total && first.length < Math.min(count, 21); index += 1) if (!seen.has(index)) first.push(index);
	return {
		total,
		count,
		first
	};
}
function workflowFile(change, workflow) {
	if (workflow === null) return null;
	if (change === null) return { file: workflow };
	const file = change.byPath.get(workflow) ?? {
		path: workflow,
		status: "modified",
		added: []
	};
	return locate(change, file);
}
function explainedBy(change, workflow) {
	return change === null || workflow === null || !change.byPath.has(workflow) ? null : `${does(change, "edits")} ${workflow}`;
}
function asAsked(missing) {
	return {
		...missing,
		because: "The baseline has it, and expected-jobs names it.",
		explained: null
	};
}
/** The legs of one job: by their own numbers, by the baseline, by what was asked for. */
function missingOf(legs, wanted, change) {
	const { name, workflow, present, before } = legs;
	const here = new Set(present.map(({ id }) => id));
	const gone = before.filter(({ id }) => !here.has(id)).toSorted((a, b) => byteOrder(a.id, b.id));
	const { total, count, first } = missingLegs(present);
	const explained = explainedBy(change, workflow);
	const legOf = (index, label) => ({
		label: label ?? `${name}, leg ${String(index + 1)} of ${String(total)}`,
		because: `The other legs of its matrix say that there are ${String(total)}.`,
		workflow,
		explained: null
	});
	const sameMatrix = count > 0 && (before.length === total || before.some(({ leg }) => leg?.total === total));
	const byIndex = new Map(gone.flatMap((job) => job.leg?.total === total ? [[job.leg.index, job]] : []));
	const unnumbered = gone.filter(({ leg }) => leg?.total !== total);
	const named = sameMatrix ? first.map((index) => byIndex.get(index) ?? unnumbered.shift()) : [];
	const ofMatrix = first.map((index, at) => legOf(index, named[at]?.label));
	const used = new Set(named);
	const whole = total > 0 && count === 0 ? ` The ${String(total)} legs of its matrix are all here: it is no longer one of them.` : "";
	const left = gone.filter((job) => !used.has(job)).map(({ label }) => ({
		label,
		because: `The baseline has it.${whole}`,
		workflow,
		explained
	}));
	const open = count + left.filter((one) => one.explained === null).length;
	const lacking = Math.max(0, (wanted ?? 0) - here.size - open);
	const kept = left.filter((one) => one.explained !== null).slice(0, lacking);
	const more = lacking - kept.length;
	const known = left.map((one) => kept.includes(one) ? asAsked(one) : one);
	const asked = Array.from({ length: Math.min(more, 21) }, (_, at) => {
		const single = wanted === 1;
		return {
			label: single ? name : `${name}, ${String(here.size + open + kept.length + at + 1)} of ${String(wanted ?? 0)}`,
			because: single ? "expected-jobs names it." : `expected-jobs says that it has ${String(wanted ?? 0)} legs.`,
			workflow,
			explained: null
		};
	});
	return {
		found: [
			...ofMatrix,
			...known,
			...asked
		],
		open: open + lacking
	};
}
const NEXT = "Its log says which: it failed before goparity ran, it was cancelled, or the step that records is not in it.";
function findingOf({ label, because, workflow, explained }, change) {
	const location = workflowFile(change, workflow);
	return {
		rule: "job/missing",
		severity: explained === null ? "error" : "note",
		state: "new",
		title: `${label} left no snapshot`,
		message: explained === null ? `${because} Nothing is known of what it built. ${NEXT}` : `${because} It may be gone on purpose: ${explained}. If not, its log says why it recorded nothing.`,
		subject: {},
		...location === null ? {} : { location },
		evidence: [],
		fix: explained === null ? [{
			edit: `open the log of ${label}`,
			why: "run the job again when it was cancelled; else put right what stopped it before goparity"
		}] : [],
		source: "environment"
	};
}
function restOf(count, explained) {
	return {
		rule: "job/missing",
		severity: explained === null ? "error" : "note",
		state: "new",
		title: `${String(count)} more ${count === 1 ? "job" : "jobs"} left no snapshot`,
		message: explained === null ? "Expected like the others. Nothing is known of what they built." : `The baseline has them like the others. They may be gone on purpose: ${explained}.`,
		subject: {},
		evidence: [],
		fix: explained === null ? [{
			edit: "see what the jobs that are missing have in common",
			why: "so many at once mostly have one cause"
		}] : [],
		source: "environment"
	};
}
function listed(found, count, change) {
	const some = found.slice(0, LISTED$1).map((one) => findingOf(one, change));
	return count > some.length ? [...some, restOf(count - some.length, found[0]?.explained ?? null)] : some;
}
/** The groups, and one for each job that is asked for by name and of which there is nothing. */
function withAsked(input) {
	const { expected, snapshots } = input;
	const asked = new Map(expected.jobs.map((job) => [job.name, job]));
	const workflow = new Set(snapshots.map(({ job }) => job.workflow)).size === 1 ? snapshots[0]?.job.workflow ?? null : null;
	const seen = /* @__PURE__ */ new Set();
	const known = groupLegs(input).flatMap((legs) => {
		const job = asked.get(legs.name);
		const wanted = job === void 0 || seen.has(legs.name) ? null : job.legs ?? 1;
		seen.add(legs.name);
		return job?.skipped === true ? [] : [{
			legs,
			wanted
		}];
	});
	const nothing = expected.jobs.filter(({ name, skipped }) => !skipped && !seen.has(name)).map(({ name, legs }) => ({
		legs: {
			name,
			workflow,
			present: [],
			before: []
		},
		wanted: legs ?? 1
	}));
	return [...known, ...nothing];
}
/** Jobs that are here and that the baseline does not have, in one note. */
function addedFinding({ snapshots, labels, baseline, change }) {
	if (baseline === null) return [];
	const before = new Set(baseline.map(({ job }) => job.id));
	const added = labels.filter((_, at) => !before.has(snapshots[at]?.job.id ?? ""));
	if (added.length === 0) return [];
	const workflow = snapshots.find(({ job }) => !before.has(job.id))?.job.workflow ?? null;
	const explained = explainedBy(change, workflow);
	const location = explained === null ? null : workflowFile(change, workflow);
	const [only] = added;
	return [{
		rule: "job/added",
		severity: "note",
		state: "new",
		title: `${added.length === 1 && only !== void 0 ? only.label : `${String(added.length)} jobs`} ${added.length === 1 ? "is" : "are"} not in the baseline`,
		message: `There is nothing to compare ${added.length === 1 ? "it" : "them"} with yet${explained === null ? "" : `: ${explained}`}. The next baseline has ${added.length === 1 ? "it" : "them"}.`,
		subject: {},
		...location === null ? {} : { location },
		evidence: added.length === 1 ? [] : [...added.slice(0, LISTED$1).map(({ label }) => label), ...added.length > LISTED$1 ? [`and ${String(added.length - LISTED$1)} more`] : []],
		fix: [],
		jobs: added.map(({ id }) => id),
		source: "environment"
	}];
}
/**
* Findings for jobs that are missing, by every source that knows of them: what was asked for, the legs that the recorded ones
* tell of, and the baseline's jobs of the same workflow; and one note for jobs that the baseline does not have.
* A job that was skipped on purpose is not missing. One error for each, the first 20, then one for the rest.
*/
function findMissingJobs(input) {
	const { expected, snapshots, change } = input;
	const counts = withAsked(input).map(({ legs, wanted }) => missingOf(legs, wanted, change));
	const found = counts.flatMap((count) => count.found);
	const open = counts.reduce((sum, count) => sum + count.open, 0);
	const total = expected.total ?? 0;
	const more = Math.max(0, total - snapshots.length - open);
	const unnamed = Array.from({ length: Math.min(more, 21) }, (_, at) => ({
		label: `job ${String(snapshots.length + open + at + 1)} of ${String(total)}`,
		because: `expected-jobs says that there are ${String(total)}, and which of them this is nobody says.`,
		workflow: null,
		explained: null
	}));
	const errors = [...found.filter(({ explained }) => explained === null), ...unnamed];
	const notes = found.filter(({ explained }) => explained !== null);
	return [
		...listed(errors, open + more, change),
		...listed(notes, notes.length, change),
		...addedFinding(input)
	];
}

// src/compare/sum-causes.ts
function runningGo(snapshot) {
	return snapshot?.toolchain.running ?? "";
}
/** `go1.20` of `go1.20.14`. */
function language(version) {
	return /^go\d+\.\d+/.exec(version)?.[0] ?? version;
}
function list(values) {
	const names = [...values].map((value) => value ?? "none");
	return names.length > 3 ? `${names.slice(0, 3).join(", ")}, …` : names.join(", ");
}
/** What both sides have of something, when no value is on both: `go1.20 against go1.26`. */
function apart(have, lack) {
	const [left, right] = [new Set(have), new Set(lack)];
	return [...left].some((value) => right.has(value)) ? null : `${list(left)} against ${list(right)}`;
}
/** Remembers what was worked out for a key. */
function remember(work) {
	const known = /* @__PURE__ */ new Map();
	return (key) => {
		const before = known.get(key);
		if (before !== void 0) return before;
		const made = work(key);
		known.set(key, made);
		return made;
	};
}
/** `path version` of everything that a root builds. */
function builtIn({ modules }) {
	const built = modules.map(({ path, version, replace }) => replace ?? {
		path,
		version
	});
	return new Set(built.flatMap(({ path, version }) => version === null ? [] : [`${path} ${version}`]));
}
/** The first job whose `go mod tidy` names a line, by `-line` and `+line`. */
function indexTidy({ roots }) {
	const index = /* @__PURE__ */ new Map();
	for (const [place, root] of roots.entries()) for (const line of root?.tidy ?? []) if (!index.has(line)) index.set(line, place);
	return index;
}
function isRequirementFile(name) {
	return /(?:^|\/)go\.(?:mod|work)$/.test(name);
}
/** Names of the files that ask for modules and are not the same on both sides. */
function editedFiles({ one, other }) {
	return [.../* @__PURE__ */ new Set([...Object.keys(one.files), ...Object.keys(other.files)])].filter(isRequirementFile).filter((name) => one.files[name] !== other.files[name]);
}
/** Why go.sum was tidied otherwise: the Go of the two sides, or their go lines; an inference, and it says so. */
function explainByGo({ have, lack }, { snapshots, shared, axes }) {
	const values = snapshots.map(() => void 0);
	for (const place of have) values[place] = "has";
	for (const place of lack) values[place] = null;
	const goOf = (places) => places.map((place) => language(runningGo(snapshots[place])));
	const go = apart(goOf(have), goOf(lack));
	if (go !== null) {
		const axis = explainByAxes(values, "version", axes.filter(({ kinds }) => kinds.has("go")));
		return `tidied by another Go: ${go} (likely${axis === null ? "" : `; ${axis}`})`;
	}
	const lineOf = (places) => places.map((place) => shared.roots[place]?.goLine ?? null);
	const line = apart(lineOf(have), lineOf(lack));
	return line === null ? null : `tidied for another go line: ${line} (likely)`;
}
function isSameSet(a, b) {
	return a.size === b.size && [...a].every((one) => b.has(one));
}
function sidesReader(context) {
	const { shared, sums } = context;
	const built = remember(builtIn);
	const known = /* @__PURE__ */ new Map();
	const work = ({ change, places }) => {
		const odd = new Set(places);
		const most = sums.places.filter((place) => !odd.has(place));
		const [have, lack] = change === "extra" ? [places, most] : [most, places];
		const [one, other] = [shared.roots[have[0] ?? -1], shared.roots[lack[0] ?? -1]];
		if (one === void 0 || one === null || other === void 0 || other === null) return null;
		const sides = {
			have,
			lack,
			one,
			other
		};
		const [here, there] = [built(one), built(other)];
		const listed = one.modules.length > 0 && other.modules.length > 0;
		return {
			here,
			there,
			edited: editedFiles(sides),
			go: explainByGo(sides, context),
			otherSet: listed && !isSameSet(here, there)
		};
	};
	return (line) => {
		const key = `${line.change} ${line.places.join(" ")}`;
		const before = known.get(key);
		if (before !== void 0) return before;
		const made = work(line);
		known.set(key, made);
		return made;
	};
}
/** Finds the cause of a line that not all jobs have; `null` when nothing that was recorded accounts for it. */
function findCauses(context) {
	const tidy = indexTidy(context.shared);
	const read = sidesReader(context);
	const goOf = (place) => runningGo(context.snapshots[place]);
	return (line) => {
		const sides = read(line);
		if (sides === null) return null;
		const name = `${line.path} ${line.version}`;
		const [isHere, isThere] = [sides.here.has(name), sides.there.has(name)];
		if (sides.otherSet && isHere && !isThere) return `another module set: only jobs that have the line build ${name}`;
		const out = tidy.get(`-${line.line}`);
		if (out !== void 0) return `go mod tidy with ${goOf(out)} takes it out`;
		const into = tidy.get(`+${line.line}`);
		if (into !== void 0) return `go mod tidy with ${goOf(into)} puts it in`;
		if (sides.edited.length > 0) return `another module set: ${sides.edited.join(" and ")} is not the same`;
		if (sides.go !== null) return sides.go;
		return sides.otherSet && line.goMod && !isHere && !isThere ? "another module set: the build lists are not the same (likely)" : null;
	};
}

// src/compare/sum-lines.ts
function isSumFile(name) {
	return /(?:^|\/)go\.(?:work\.)?sum$/.test(name);
}
/** The same text is the same file, byte for byte, and so the same lines. */
function signatureOf({ files }) {
	return JSON.stringify(Object.entries(files).filter(([name]) => isSumFile(name)).toSorted(([a], [b]) => byteOrder(a, b)));
}
/** Lines of one root that differ: far more than jobs of one commit have, and little enough to be told. */
const MOST_LINES = 2e4;
/** Jobs by what their go.sum is, the group of the first job first. */
function groupJobs(roots) {
	const groups = /* @__PURE__ */ new Map();
	for (const [place, root] of roots.entries()) {
		if (root?.otherSums === void 0) continue;
		const signature = signatureOf(root);
		const group = groups.get(signature);
		if (group === void 0) groups.set(signature, {
			root,
			places: [place]
		});
		else group.places.push(place);
	}
	return [...groups.values()];
}
function otherSumsOf({ otherSums = [] }) {
	return otherSums;
}
function isSameText(a, b) {
	return a.length === b.length && a.every((text, at) => text === b[at]);
}
/** Those of some lines that a root has after all, under another module or among the lines of no module. */
function present(candidates, root, reference, sameOthers) {
	const found = /* @__PURE__ */ new Set();
	if (candidates.size === 0) return found;
	const paths = new Set([...candidates].map((line) => line.slice(0, line.indexOf(" "))));
	for (const module of root.modules) {
		if (!paths.has((module.replace ?? module).path)) continue;
		for (const line of sumsOf(module)) if (candidates.has(line)) found.add(line);
	}
	if (sameOthers) {
		for (const line of candidates) if (reference.others.has(line)) found.add(line);
	} else for (const line of otherSumsOf(root)) if (candidates.has(line)) found.add(line);
	return found;
}
/** Lines that a root has and the reference has not, or the other way round. */
function flipped(root, reference) {
	const { paths, own } = reference.list.delta(root.modules);
	const extra = /* @__PURE__ */ new Set();
	const missing = /* @__PURE__ */ new Set();
	for (const path of paths) {
		const [mine, other] = [own.get(path), reference.list.byPath.get(path)];
		for (const line of mine === void 0 ? [] : sumsOf(mine)) if (!reference.lines.has(line)) extra.add(line);
		for (const line of other === void 0 ? [] : sumsOf(other)) missing.add(line);
	}
	const sameOthers = isSameText(otherSumsOf(root), otherSumsOf(reference.root));
	if (!sameOthers) {
		for (const line of otherSumsOf(root)) if (!reference.lines.has(line)) extra.add(line);
		for (const line of reference.others) missing.add(line);
	}
	const there = present(missing, root, reference, sameOthers);
	return [...extra, ...[...missing].filter((line) => !there.has(line))];
}
function referenceOf(root) {
	const others = new Set(otherSumsOf(root));
	return {
		root,
		list: referenceList(root.modules),
		others,
		lines: /* @__PURE__ */ new Set([...root.modules.flatMap((module) => sumsOf(module)), ...others])
	};
}
/** The parts of a line; `path version hash`, whatever a hostile snapshot wrote. */
function partsOf(line) {
	const [path = "", text = "", hash = ""] = line.split(" ", 3);
	const goMod = text.endsWith("/go.mod");
	return {
		path,
		version: goMod ? text.slice(0, -7) : text,
		goMod,
		hash
	};
}
function changedFile(a, b) {
	return [.../* @__PURE__ */ new Set([...Object.keys(a.files), ...Object.keys(b.files)])].filter(isSumFile).toSorted(byteOrder).find((name) => a.files[name] !== b.files[name]) ?? "go.sum";
}
/**
* Compares go.sum over all jobs as a set of lines, each against what most jobs have (of two, the first). `null` where there is nothing
* to compare: fewer than two jobs recorded it, or it is the same file everywhere. Linear in jobs times lines.
*/
function compareSumLines({ roots }) {
	const groups = groupJobs(roots);
	const [first, second] = groups;
	if (first === void 0 || second === void 0) return null;
	const reference = referenceOf(first.root);
	const flips = /* @__PURE__ */ new Map();
	let cut = false;
	for (const { root, places } of groups.slice(1)) for (const line of flipped(root, reference)) {
		const known = flips.get(line);
		if (known === void 0 && flips.size >= 2e4) cut = true;
		else if (known === void 0) flips.set(line, [...places]);
		else for (const place of places) known.push(place);
	}
	const all = groups.flatMap(({ places }) => places).toSorted((a, b) => a - b);
	const lines = [...flips].map(([line, places]) => {
		const has = reference.lines.has(line);
		const few = places.length * 2 <= all.length;
		const own = new Set(places);
		const odd = few ? places.toSorted((a, b) => a - b) : all.filter((place) => !own.has(place));
		return Object.assign(partsOf(line), {
			line,
			change: has === few ? "missing" : "extra",
			places: odd
		});
	});
	return {
		places: all,
		file: changedFile(first.root, second.root),
		lines: lines.toSorted((a, b) => byteOrder(a.line, b.line)),
		cut,
		common: reference.lines
	};
}

// src/compare/job-sums.ts
/** Lines that a finding lists; the comparison has all. */
const LISTED = 20;
/** Findings on lines with two hashes, one a module version; the rest is one more. */
const HASH_FINDINGS = 50;
function namesOf(places, jobs) {
	const wanted = new Set(places);
	return jobs.filter((_, place) => wanted.has(place));
}
/** A hash with its algorithm; only hashes of one algorithm contradict one another. */
function keyOf$1({ path, version, goMod, hash }) {
	return `${path} ${version}${goMod ? "/go.mod" : ""} ${hash.split(":", 1)[0] ?? ""}`;
}
/** Lines for the same version with different hashes, by what they are about. */
function findContradictions({ lines, common }) {
	const groups = /* @__PURE__ */ new Map();
	for (const line of lines) {
		const group = groups.get(keyOf$1(line));
		if (group === void 0) groups.set(keyOf$1(line), [line]);
		else group.push(line);
	}
	const shared = /* @__PURE__ */ new Map();
	const varied = new Set(lines.map(({ line }) => line));
	for (const line of common) {
		const [path = "", version = "", hash = ""] = line.split(" ", 3);
		if (!varied.has(line)) shared.set(`${path} ${version} ${hash.split(":", 1)[0] ?? ""}`, hash);
	}
	const all = [...groups].map(([key, group]) => [key, {
		lines: group,
		common: shared.get(key) ?? null
	}]);
	return new Map(all.filter(([, one]) => one.lines.length > 1 || one.common !== null));
}
/** `path version` of what the build lists already tell of: they hold the same hashes. */
function toldByModules(root, lines, modules) {
	const own = modules.filter((drift) => drift.root === root && drift.change === "sum");
	const hashes = new Set(own.flatMap(({ before, after }) => [before, after]).map((text) => (text ?? "").split(" ", 1)[0]));
	return new Set(lines.filter(({ hash }) => hashes.has(hash)).map(({ path, version }) => `${path} ${version}`));
}
function hashFinding(root, file, { lines, common }, jobs) {
	const [first] = lines;
	const name = `${first?.path ?? ""} ${first?.version ?? ""}`;
	const odd = namesOf(lines.flatMap(({ places }) => places), jobs);
	return {
		rule: "modules/sum-drift",
		severity: "error",
		state: "new",
		title: `go.sum holds several hashes for ${name}${first?.goMod === true ? " (go.mod)" : ""}`,
		message: "One version of a module has one content. With another line in go.sum a job accepts another one, and go in that job does not notice.",
		subject: { module: `${first?.path ?? ""}@${first?.version ?? ""}` },
		location: { file: inRoot(root, file) },
		evidence: [...common === null ? [] : [`${common} in all of them`], ...lines.slice(0, LISTED).map(({ hash, change, places }) => `${hash} ${change === "extra" ? "only in" : "not in"} ${nameJobs(namesOf(places, jobs))}`)],
		fix: [{
			command: "git diff go.sum",
			why: "in these jobs: shows whether a step of the workflow wrote the line; goparity verify asks the checksum database which is right"
		}],
		jobs: odd.map(({ id }) => id),
		source: "modules",
		root
	};
}
function restFinding(root, file, groups, jobs) {
	const names = groups.slice(0, LISTED).map(({ lines: [line] }) => `${line?.path ?? ""} ${line?.version ?? ""}`);
	return {
		...hashFinding(root, file, {
			lines: groups.flatMap((group) => group.lines),
			common: null
		}, jobs),
		title: `go.sum holds several hashes for ${String(groups.length)} more module versions`,
		message: "So many at once are no accident of one module: these jobs do not have the same go.sum.",
		subject: {},
		evidence: groups.length > LISTED ? [...names, `and ${String(groups.length - LISTED)} more`] : names
	};
}
/** What to run; `go mod tidy -diff` is there since Go 1.23. */
function fixFor(root, snapshots) {
	const where = root === "." ? "" : ` in ${root}`;
	return [snapshots.some(({ toolchain }) => compareGoVersions(toolchain.running, "go1.23") >= 0) ? {
		command: "go mod tidy -diff",
		why: `shows${where} which lines do not belong there, and changes nothing`
	} : {
		command: "go mod tidy",
		why: `writes go.sum${where} anew, with what is needed and nothing else`
	}, {
		command: "git diff go.sum",
		why: "in a job that is listed: shows what a step of the workflow wrote into it"
	}];
}
function describeLine({ line, change, places, explained }, jobs) {
	return `${change === "extra" ? "+" : "-"} ${line} (${nameJobs(namesOf(places, jobs))}): ${explained ?? "cause not known"}`;
}
function countLines(count) {
	return count === 1 ? "1 line" : `${String(count)} lines`;
}
function driftFinding(root, { file, cut }, told, { jobs, snapshots }) {
	const open = told.filter(({ explained }) => explained === null);
	const odd = namesOf(told.flatMap(({ places }) => places), jobs);
	const whole = open.length === told.length ? "that" : `${String(open.length)} of them`;
	const known = open.length === 0 ? "It is known why." : `Nothing that was recorded accounts for ${whole}.`;
	const rest = cut ? ` There are more than ${String(MOST_LINES)} such lines; the rest was not looked at.` : "";
	const ordered = [...open, ...told.filter(({ explained }) => explained !== null)];
	return {
		rule: "modules/go-sum-drift",
		severity: open.length === 0 && !cut ? "note" : "warning",
		state: "new",
		title: `go.sum is not the same in all jobs: ${countLines(told.length)}${open.length === 0 ? ", and it is known why" : ""}`,
		message: `Not all jobs have the same lines in ${inRoot(root, file)}. ${known} Where a line is missing, go stops or fetches it; one too many does no harm, but some step wrote it.${rest}`,
		subject: { file: inRoot(root, file) },
		location: { file: inRoot(root, file) },
		evidence: [...ordered.slice(0, LISTED).map((line) => describeLine(line, jobs)), ...ordered.length > LISTED ? [`and ${countLines(ordered.length - LISTED)} more`] : []],
		fix: fixFor(root, snapshots),
		jobs: odd.map(({ id }) => id),
		source: "modules",
		root
	};
}
function ignored({ path, version }, rule, ignore) {
	const found = ignore.find((entry) => isIgnoredBy(entry, {
		rule,
		module: `${path}@${version}`
	}));
	return found === void 0 ? null : ignoredBecause(found.reason);
}
function compareRoot(shared, sums, input) {
	const { snapshots, axes, jobs, ignore, modules } = input;
	const { directory: root } = shared;
	const contradictions = findContradictions(sums);
	const causeOf = findCauses({
		shared,
		sums,
		snapshots,
		axes
	});
	const told = sums.lines.map((line) => {
		const isHash = contradictions.has(keyOf$1(line));
		const explained = ignored(line, isHash ? "modules/sum-drift" : "modules/go-sum-drift", ignore);
		return {
			...line,
			explained: explained ?? (isHash ? null : causeOf(line))
		};
	});
	const open = told.filter(({ explained }) => explained?.startsWith("ignored: ") !== true);
	const known = toldByModules(root, sums.lines, modules);
	const groups = [...contradictions.values()].filter(({ lines: [line] }) => line !== void 0 && !known.has(`${line.path} ${line.version}`) && ignored(line, "modules/sum-drift", ignore) === null);
	const rest = groups.slice(HASH_FINDINGS);
	const drift = open.filter((line) => !contradictions.has(keyOf$1(line)));
	return {
		rows: told.map(({ line, change, places, explained }) => {
			const ids = places.flatMap((place) => jobs[place]?.id ?? []);
			return Object.assign({
				root,
				line,
				change,
				jobs: ids
			}, explained === null ? {} : { explained });
		}),
		findings: [
			...groups.slice(0, HASH_FINDINGS).map((group) => hashFinding(root, sums.file, group, jobs)),
			...rest.length === 0 ? [] : [restFinding(root, sums.file, rest, jobs)],
			...drift.length === 0 ? [] : [driftFinding(root, sums, drift, input)]
		]
	};
}
/**
* Compares go.sum over the jobs as a set of lines: a row for each that not all have, with its cause, and one finding a root;
* an error for each version that has several hashes. Jobs that did not record go.sum as a whole are left out.
*/
function compareSums(input) {
	const found = shareRoots(input.snapshots).flatMap((shared) => {
		const sums = compareSumLines(shared);
		return sums === null || sums.lines.length === 0 ? [] : [compareRoot(shared, sums, input)];
	});
	return {
		rows: found.flatMap(({ rows }) => rows),
		findings: found.flatMap(({ findings }) => findings)
	};
}

// src/compare/fold.ts
function asKnown(finding) {
	return {
		...finding,
		state: "known"
	};
}
/** The environments of the jobs, and which of their findings the same jobs of the baseline made, too. */
function foldEnvironments(snapshots, jobs, { baseline, ignore }) {
	const now = compareEnvironments(snapshots, axesOf(snapshots.map(({ job }) => job)), jobs, ignore);
	if (baseline === null || now.findings.length === 0) return now;
	const byId = new Map(baseline.toReversed().map((snapshot) => [snapshot.job.id, snapshot]));
	const before = snapshots.map(({ job }) => byId.get(job.id)).filter((snapshot) => snapshot !== void 0);
	if (before.length !== snapshots.length) return now;
	const then = compareEnvironments(before, axesOf(before.map(({ job }) => job)), jobs, ignore);
	const told = new Set(then.findings.map(findingKey));
	return {
		rows: now.rows,
		findings: now.findings.map((finding) => told.has(findingKey(finding)) ? asKnown(finding) : finding)
	};
}
/**
* Folds the jobs of a run: against what was expected, against one another (two in the order given, more whatever their order),
* and each against itself in the baseline. What fails is told once: of a target the baseline's finding, where there is one,
* with what the other jobs say of it. Linear in jobs times modules.
*/
function foldRun(input) {
	const { baseline, change, ignore, expected } = input;
	const arranged = arrangeJobs(input.snapshots);
	const snapshots = arranged.map(({ snapshot }) => snapshot);
	const jobs = listJobs(arranged);
	const axes = axesOf(snapshots.map(({ job }) => job));
	const against = foldBaseline({
		snapshots,
		labels: jobs,
		baseline,
		change,
		ignore
	});
	const modules = compareModules(snapshots, axes, jobs, ignore);
	const sums = compareSums({
		snapshots,
		axes,
		jobs,
		ignore,
		modules: modules.rows
	});
	const environment = foldEnvironments(snapshots, jobs, input);
	const files = change === null ? null : indexChange(change);
	return {
		jobs,
		findings: [
			...findMissingJobs({
				expected,
				snapshots,
				labels: jobs,
				baseline,
				change: files
			}),
			...compareIntegrity(snapshots, jobs),
			...baseline === null ? compareTargets(snapshots, jobs) : [],
			...addOtherJobs(against.findings, snapshots, jobs),
			...modules.findings,
			...sums.findings,
			...environment.findings
		],
		targets: against.targets,
		environment: [...environment.rows, ...against.environment],
		modules: [...modules.rows, ...against.modules],
		sums: sums.rows
	};
}

// src/operations/find-places.ts
/** The directory of a project with its links resolved. Throws `directory-missing`. */
async function requireDirectory(host, directory) {
	const real = await host.files.realPath(directory);
	const status = await host.files.status(real);
	if (status === null) throw new ParityError("directory-missing", `there is no directory ${directory}`, "check the path given with -C");
	if (status.kind !== "directory") throw new ParityError("directory-missing", `${directory} is no directory`, "give the folder of go.mod, not a file");
	return real;
}
/** What `go env` said, with where each value comes from. */
async function readValues(host, values) {
	return {
		values,
		origins: originsOf(values, host.env, await readEnvFiles(host, values))
	};
}
async function valuesOf$1(host, go, fallback) {
	const answer = await readGoEnv(go);
	return answer.ok ? await readValues(host, answer.values) : fallback;
}
/** The modules that the configuration names, or those that are found. */
async function findPlaces$1(host, go, env, modules) {
	const { directory } = go;
	if (modules === void 0) {
		const found = await findRoots(host, directory, env);
		return {
			places: await Promise.all(found.roots.map(async (place) => ({
				place,
				env: place.path === directory ? env : await valuesOf$1(host, go.in(place.path), env)
			}))),
			degraded: found.uncovered.length === 0 ? [] : [uncovered(found.uncovered)]
		};
	}
	return {
		places: (await Promise.all(modules.map(async (name) => {
			const path = await requireDirectory(host, join(directory, name));
			const itsEnv = await valuesOf$1(host, go.in(path), env);
			const { roots } = await findRoots(host, path, itsEnv);
			return roots.map((place) => ({
				place: {
					...place,
					directory: posix.join(name, place.directory)
				},
				env: itsEnv
			}));
		}))).flat(),
		degraded: []
	};
}
function uncovered(folders) {
	const more = folders.length > 5 ? ` and ${String(folders.length - 5)} more` : "";
	return {
		what: `modules in ${folders.slice(0, 5).join(", ")}${more} are not looked at`,
		why: "they are modules of their own: list their folders under modules: in .goparity.yml, or run goparity there"
	};
}

// src/operations/go-line.ts
/** Go says that a go.mod or go.work asks for a newer Go, and not in which line: the finding with the line of its `go` directive. */
function withGoLine(finding, { place, files }) {
	const { location, rule } = finding;
	if (rule !== "toolchain/too-old" || location === void 0 || location.line !== void 0) return finding;
	const file = [...files.goMods, ...files.goWork === null ? [] : [files.goWork]].find(({ name, path }) => posix.join(place.directory, name) === location.file || path === location.file);
	const line = file === void 0 ? null : findDirective(file.text, "go");
	return line === null ? finding : {
		...finding,
		location: {
			...location,
			line: line.line
		}
	};
}

// src/operations/folds.ts
/** The folders of this machine that a snapshot must not name, each as written and with its links resolved. */
async function readFolds(host, directory, values) {
	const both = async (path) => {
		if (path === void 0 || path === "") return [];
		return [.../* @__PURE__ */ new Set([path, await host.files.realPath(path)])];
	};
	const { system } = host;
	const [goroot, gopath, gomodcache, workspace, temp, home] = await Promise.all([
		both(values["GOROOT"]),
		both(values["GOPATH"]),
		both(values["GOMODCACHE"]),
		both(directory),
		both(system.tempDirectory),
		both(system.homeDirectory)
	]);
	return {
		goroot,
		gopath,
		gomodcache,
		workspace,
		temp,
		home
	};
}

// src/operations/plan-targets.ts
/** Holds the targets against what this go can build. Throws `target-invalid`, `usage`, `go-unreadable`. */
async function planTargets(go, env, wanted) {
	const requests = parseTargets(wanted);
	const value = (key) => env.values[key] ?? "";
	const expanded = expandTargets(requests, {
		dist: await listDistTargets(go),
		defaultTarget: {
			goos: value("GOOS"),
			goarch: value("GOARCH")
		},
		host: {
			goos: value("GOHOSTOS"),
			goarch: value("GOHOSTARCH")
		},
		goVersion: value("GOVERSION")
	});
	const facts = await resolveTargetFacts(go, expanded, { cgoOrigin: env.origins["CGO_ENABLED"] ?? "default" });
	const targets = decideTargets(expanded, facts);
	return {
		targets,
		findings: findUnsupportedVariants(targets, facts)
	};
}

// src/operations/stopwatch.ts
function startStopwatch(session) {
	const { host, progress } = session;
	const started = host.clock.now();
	const steps = [];
	let goMs = 0;
	return {
		async step(step, text, work, ok = () => true) {
			const from = host.clock.now();
			progress({
				kind: "step",
				step,
				text
			});
			let succeeded = false;
			try {
				const result = await work();
				succeeded = ok(result);
				return result;
			} finally {
				const ms = Math.round(host.clock.now() - from);
				steps.push({
					name: step,
					ms
				});
				progress({
					kind: "step-end",
					step,
					ok: succeeded,
					ms
				});
			}
		},
		count(result) {
			goMs += result.durationMs;
		},
		read() {
			return {
				totalMs: Math.round(host.clock.now() - started),
				goMs: Math.round(goMs),
				steps: [...steps]
			};
		}
	};
}

// src/operations/record-project.ts
/** Roots that are read at once: each lists its build list and hashes its vendor folder. */
const ROOTS_AT_ONCE = 8;
/** `go env`; when it fails for the toolchain or the platform that is asked for, that of the installed go, with the reason as findings. */
async function askEnvironment(go, directory) {
	const answer = await readGoEnv(go);
	if (answer.ok) return {
		values: answer.values,
		findings: []
	};
	const at = {
		source: "environment",
		project: directory,
		directory,
		root: ".",
		title: "go env fails"
	};
	const findings = diagnose(answer.result, at, {});
	for (const env of [{ GOTOOLCHAIN: "local" }, {
		GOTOOLCHAIN: "local",
		GOOS: void 0,
		GOARCH: void 0
	}]) {
		const local = await readGoEnv(go, env);
		if (local.ok) return {
			values: local.values,
			findings
		};
	}
	const reason = answer.result.stderr.text.trim().split("\n")[0] ?? "";
	throw new ParityError("go-unreadable", `go env fails: ${reason}`, "run go env in that directory; goparity can say nothing before it works");
}
/** `ID=` of os-release: which package manager a fix should name. */
async function readDistribution(host) {
	if (host.system.platform !== "linux") return null;
	const bytes = await host.files.read("/etc/os-release", 65536).catch(() => null);
	return bytes === null ? null : /^ID=["']?([a-z0-9._-]{1,40})/m.exec(new TextDecoder().decode(bytes))?.[1] ?? null;
}
/** One job's environment and modules. Throws `directory-missing`, `module-missing`, `go-missing`, `go-unreadable`, `cancelled`. */
async function recordProject(session, options, wanted) {
	const { host, signal } = session;
	const { config } = options;
	const watch = startStopwatch(session);
	const directory = await requireDirectory(host, options.directory);
	const go = openGo(host, {
		directory,
		...signal === void 0 ? {} : { signal },
		onResult: (result) => {
			watch.count(result);
		}
	});
	const shells = askShells(host, signal === void 0 ? {} : { signal });
	const { asked, env, folds, cCompiler, libc, distribution, restored } = await watch.step("environment", "reading the environment", async () => {
		const asked = await askEnvironment(go, directory);
		const env = await readValues(host, asked.values);
		const [folds, cCompiler, libc, distribution, restored] = await Promise.all([
			readFolds(host, directory, env.values),
			findCCompiler(host, go, env.values),
			findLibc(host),
			readDistribution(host),
			findRestoredCaches(host, env.values)
		]);
		return {
			asked,
			env,
			folds,
			cCompiler,
			libc,
			distribution,
			restored
		};
	});
	const { values, unknownKeys } = normaliseEnvironment(env.values, folds);
	const environment = {
		values,
		origins: Object.fromEntries(Object.keys(values).map((key) => [key, env.origins[key] ?? "default"])),
		unknownKeys
	};
	const toolchain = {
		running: env.values["GOVERSION"] ?? "",
		requested: values["GOTOOLCHAIN"] ?? "",
		host: `${env.values["GOHOSTOS"] ?? ""}/${env.values["GOHOSTARCH"] ?? ""}`
	};
	const snapshot = {
		schema: "goparity/snapshot/1",
		tool: { version: options.version },
		job: identifyJob(host.env, {
			...options.job,
			hostLabel: host.system.hostname
		}),
		environment,
		toolchain,
		cCompiler,
		libc,
		runner: readRunnerImage(host.env),
		roots: [],
		integrity: null,
		targets: []
	};
	const facts = {
		goVersion: toolchain.running,
		goflags: env.values["GOFLAGS"] ?? "",
		hostGoos: env.values["GOHOSTOS"] ?? "",
		hostGoarch: env.values["GOHOSTARCH"] ?? "",
		cc: env.values["CC"] ?? "",
		...distribution === null ? {} : { distribution }
	};
	const expected = config.expect === void 0 ? [] : checkExpectations(config.expect, environment, toolchain);
	const recording = {
		directory,
		snapshot,
		roots: [],
		findings: [
			...asked.findings,
			...expected,
			...findDisabledVerification(environment, host.env)
		],
		degraded: [],
		facts,
		watch,
		restored,
		targets: []
	};
	const withShells = async (recorded) => {
		const answers = await shells;
		const only = findShellOnly(environment, host.env, folds, answers);
		return {
			...recorded,
			findings: [...recorded.findings, ...only],
			degraded: [...recorded.degraded, ...answers.degraded]
		};
	};
	if (asked.findings.length > 0) return withShells({
		...recording,
		blocked: "go does not run with the toolchain or the platform that is asked for"
	});
	if (applyPolicy(expected, config).findings.some(({ severity }) => severity === "error")) return withShells({
		...recording,
		blocked: "the environment is not what the configuration expects"
	});
	const [planned, read] = await watch.step("modules", "reading the modules", async () => Promise.allSettled([wanted === void 0 ? NO_TARGETS : planTargets(go, env, wanted), readModules(host, config, go, env, recording)]));
	if (read.status === "rejected") throw read.reason;
	if (planned.status === "rejected") {
		if (planned.reason instanceof ParityError && planned.reason.code === "go-unreadable" && read.value.blocked !== null) return withShells(read.value);
		throw planned.reason;
	}
	const { targets } = planned.value;
	return withShells({
		...read.value,
		targets,
		findings: [...read.value.findings, ...planned.value.findings]
	});
}
const NO_TARGETS = {
	targets: [],
	findings: []
};
async function readModules(host, config, go, env, recording) {
	const found = await findPlaces$1(host, go, env, config.modules);
	const limit = pLimit(ROOTS_AT_ONCE);
	const roots = await Promise.all(found.places.map(async ({ place, env: itsEnv }) => limit(async () => {
		const itsGo = go.in(place.path);
		return {
			reading: await readRoot(host, itsGo, place, itsEnv),
			go: itsGo,
			env: itsEnv
		};
	})));
	const failures = roots.flatMap(({ reading }) => {
		const { failed, place } = reading;
		if (failed === null) return [];
		const title = place.directory === "." ? "the build list cannot be read" : `the build list of ${place.directory} cannot be read`;
		const at = {
			source: "modules",
			project: go.directory,
			directory: place.path,
			root: place.directory,
			title
		};
		return diagnose(failed, at, recording.facts).map((finding) => withGoLine(finding, reading));
	});
	const isOff = roots.some(({ reading }) => reading.root.mode === "gopath");
	const off = "GO111MODULE=off: go builds from GOPATH, where nothing has a checksum";
	return {
		...recording,
		snapshot: {
			...recording.snapshot,
			roots: roots.map(({ reading }) => reading.root)
		},
		roots,
		findings: [
			...recording.findings,
			...roots.flatMap(({ reading }) => reading.findings),
			...failures
		],
		degraded: [...roots.flatMap(({ reading }) => reading.degraded), ...found.degraded],
		blocked: isOff ? off : failures.length > 0 ? "the build list cannot be read" : null
	};
}

// src/operations/repeats.ts
function aboutModule({ rule, subject, root }) {
	return JSON.stringify([
		rule,
		subject.module,
		root
	]);
}
/** `later` without what `said` says of the same module by the same rule: a bad module is told once, not by every command that fails for it. */
function withoutRepeats(said, later) {
	const known = new Set(said.filter(({ subject }) => subject.module !== void 0).map(aboutModule));
	return later.filter((finding) => !known.has(aboutModule(finding)));
}

// src/operations/verify-project.ts
/** Go names the file and not the line: `PATH@VERSION` with another hash than go.sum has. */
function withSumLine(finding, { reading }) {
	const { location, subject } = finding;
	const [, path, version] = /^(?<path>[^@]+)@(?<version>.+)$/.exec(subject.module ?? "") ?? [];
	const file = reading.files.sums.find(({ name }) => location !== void 0 && posix.join(reading.place.directory, name) === location.file);
	if (location === void 0 || location.line !== void 0 || file === void 0 || path === void 0 || version === void 0) return finding;
	const isGoMod = finding.evidence.some((line) => line.includes(`${path}@${version}/go.mod`));
	const line = findSumLine$1(file.text, path, version, isGoMod);
	return line === null ? finding : {
		...finding,
		location: {
			...location,
			line
		}
	};
}
/** Download → `go mod verify` → vendor, root after root: they share one module cache. */
async function verifyProject(session, recording, { vendor = true, repair = false, remembered, checksumDatabase, config }) {
	const findings = [];
	const degraded = [];
	const parts = [];
	const buildable = [];
	const caches = [];
	await recording.watch.step("verify", "downloading and verifying modules", async () => {
		for (const root of recording.roots) {
			const { reading, go, env } = root;
			const { place } = reading;
			const result = await verifyRoot(session.host, go, reading, {
				vendor,
				env,
				repair,
				...remembered === void 0 ? {} : { remembered },
				checksumDatabase: checksumDatabase ?? config.checksumDatabase ?? "auto",
				privatePatterns: config.private ?? [],
				...session.signal === void 0 ? {} : { signal: session.signal },
				onStep: (step) => {
					session.progress({
						kind: "note",
						text: place.directory === "." ? step : `${step} ${place.directory}`
					});
				}
			});
			parts.push(result.integrity);
			if (result.cache !== null) caches.push(result.cache);
			findings.push(...result.findings);
			degraded.push(...result.degraded);
			if (result.failed !== null) {
				const incidents = diagnose(result.failed, {
					source: "integrity",
					project: recording.directory,
					directory: place.path,
					root: place.directory,
					title: "the modules cannot be verified"
				}, recording.facts);
				findings.push(...withoutRepeats(result.findings, incidents).map((finding) => withSumLine(finding, root)));
			}
			if (result.mayBuild) buildable.push(root);
		}
	}, () => buildable.length === recording.roots.length);
	const moduleCache = recording.roots[0]?.env.values["GOMODCACHE"] ?? "";
	const ledger = caches.length === 0 ? null : ledgerOf(moduleCache, caches);
	return {
		integrity: mergeIntegrity(parts),
		findings,
		degraded,
		buildable,
		ledger
	};
}

// src/operations/chain.ts
function nothingVerified(reason) {
	return {
		outcome: "unknown",
		layers: [{
			layer: "go.sum",
			outcome: "unknown",
			checked: 0,
			failed: 0,
			reason: `not looked at: ${reason}`
		}]
	};
}
/** Go does not even list modules that are not what go.sum says: verifying still tells which file is the cause. Nothing may be built. */
async function verifyRefused(session, recording, options, blocked) {
	const roots = recording.roots.filter(({ reading }) => reading.failed !== null && isRefusal(reading.failed));
	if (roots.length === 0) return {
		integrity: nothingVerified(blocked),
		findings: [],
		degraded: [],
		buildable: [],
		ledger: null
	};
	return {
		...await verifyProject(session, {
			...recording,
			roots
		}, {
			...options,
			vendor: false
		}),
		buildable: []
	};
}
/** Holds the module cache once more against what was verified; `during` says what ran meanwhile. */
async function verifyAgain({ host }, ledger, during) {
	return ledger === null ? [] : changeFindings(host, await findLedgerChanges(host, ledger), during);
}
/** record → download → verify → build → verify again: each step only after the one before it went well. */
async function runChain(session, options, end) {
	const { config } = options;
	const recording = await recordProject(session, options, end === "build" ? wantedTargets(options) : void 0);
	const { blocked } = recording;
	const verified = blocked === null ? await verifyProject(session, recording, options) : await verifyRefused(session, recording, options, blocked);
	const verification = await lookAtBuildCache(session, recording, verified, options);
	const { roots } = recording.snapshot;
	const tidied = end === "build" ? await findTidy(session, roots, verification.buildable, verification.integrity.outcome) : roots;
	const building = end === "build" ? await buildProject(session, recording, verification.buildable, {
		packages: options.packages ?? config.packages,
		proofs: options.proofs ?? /* @__PURE__ */ new Map(),
		keepProofs: options.keepProofs ?? false,
		skipped: blocked ?? "its modules are not verified"
	}) : {
		results: [],
		targets: [],
		findings: [],
		degraded: []
	};
	const changed = end === "build" ? await verifyAgain(session, verification.ledger, "while the targets were built") : [];
	const said = [...withoutRepeats(verification.findings, recording.findings), ...verification.findings];
	return {
		recording,
		snapshot: {
			...recording.snapshot,
			roots: tidied,
			integrity: verification.integrity,
			targets: building.results
		},
		integrity: verification.integrity,
		findings: [
			...said,
			...changed,
			...withoutRepeats(said, building.findings)
		],
		targets: building.targets,
		degraded: [
			...recording.degraded,
			...verification.degraded,
			...building.degraded
		],
		sound: blocked === null && verification.buildable.length === recording.roots.length && changed.length === 0,
		ledger: verification.ledger
	};
}

// src/operations/conclude.ts
const NO_COMPARISON = {
	baseline: null,
	environment: [],
	modules: []
};
/** Applies the project's policy and makes the report and the exit code of it. */
function conclude({ job, findings, integrity, targets, degraded, comparison = NO_COMPARISON, unknown = [], sound, timings }, { config, version, failOn = config.failOn ?? "error" }) {
	const policy = applyPolicy(findings, config);
	const verdict = verdictOf({
		findings: policy.findings,
		integrity,
		unknown,
		failOn
	});
	const suppressed = policy.suppressed.map(({ finding, reason }) => ({
		what: `${finding.rule} is not reported: ${finding.title}`,
		why: reason
	}));
	return {
		report: {
			schema: "goparity/report/1",
			tool: { version },
			verdict,
			jobs: [{
				id: job.id,
				label: job.label,
				matrix: job.matrix,
				outcome: verdict
			}],
			findings: policy.findings,
			integrity: {
				outcome: integrity.outcome,
				layers: integrity.layers
			},
			targets,
			comparison,
			degraded: [...degraded, ...suppressed],
			timings
		},
		exitCode: exitCodeOf(verdict, policy.findings, failOn, sound)
	};
}

// src/operations/build.ts
/** Cross-compiles targets on verified modules, without comparing with a baseline. Throws as `recordProject` does. */
async function build(session, options) {
	const chain = await runChain(session, options, "build");
	return {
		...conclude({
			...chain,
			job: chain.snapshot.job,
			timings: chain.recording.watch.read()
		}, options),
		snapshot: chain.snapshot
	};
}

// src/operations/baseline.ts
function pathOf(reference, directory) {
	const name = parseBaselineName(reference);
	if (name.kind === "file") return isAbsolute(name.path) ? name.path : join(directory, name.path);
	if (name.kind === "auto") return join(directory, BASELINE_PATH);
	throw new ParityError("usage", `a baseline cannot be saved to ${reference}`, "leave it out, or write file:PATH");
}
/**
* Makes the present state of this job the baseline: runs the chain, then writes the file.
* Failing targets are kept as known failures; modules that are not verified are never saved.
*/
async function saveBaseline(session, options) {
	const path = pathOf(options.baseline ?? options.config.baseline ?? "auto", options.directory);
	const chain = await runChain(session, {
		...options,
		keepProofs: true
	}, "build");
	const saved = chain.sound && chain.integrity.outcome !== "failed" ? await saveBaseline$1(session.host, path, [chain.snapshot]) : null;
	return {
		...conclude({
			...chain,
			job: chain.snapshot.job,
			timings: chain.recording.watch.read()
		}, options),
		snapshot: chain.snapshot,
		saved
	};
}
/** Where the baseline of a project comes from and why it is trusted. */
async function showBaseline(session, options) {
	const { host, signal } = session;
	return await readBaseline(host, {
		reference: options.baseline ?? options.config.baseline ?? "auto",
		directory: options.directory,
		change: detectChange(host.env, options.event),
		...options.mergeBase === void 0 ? {} : { fetchAtMergeBase: options.mergeBase },
		...signal === void 0 ? {} : { signal }
	});
}

// src/operations/baseline-findings.ts
/** The finding for a baseline that is there, or was named, and cannot be trusted or read. */
function untrusted({ reason, reference }) {
	return {
		rule: "baseline/untrusted",
		severity: "warning",
		state: "new",
		title: "the baseline cannot be used",
		message: `${reason} Nothing was compared, so this run says nothing about drift.`,
		subject: { file: reference.ref },
		evidence: [],
		fix: [],
		source: "baseline"
	};
}

// src/operations/remembered-sums.ts
/**
* What snapshots of a trusted baseline say the checksum database has attested: lines as in go.sum, `path version[/go.mod] h1:…`. Only of
* snapshots in which all of it was answered; private modules are among the lines, and are never asked for anyway.
*/
function rememberedSums(snapshots) {
	const attested = snapshots.filter(({ integrity }) => integrity?.layers.some(({ layer, outcome }) => layer === "checksum-database" && outcome === "ok"));
	const lines = /* @__PURE__ */ new Set();
	for (const { modules, otherSums = [] } of attested.flatMap(({ roots }) => roots)) {
		for (const module of modules) for (const line of sumsOf(module)) lines.add(line);
		for (const line of otherSums) lines.add(line);
	}
	return lines;
}

// src/operations/check.ts
const NOTHING_COMPARED = {
	baseline: null,
	environment: [],
	modules: []
};
/** Only what was recorded this time is compared: a run that was stopped early has no modules, which is not "all removed". */
function comparable(baseline, present) {
	const read = new Set(present.roots.filter(({ modules }) => modules.length > 0).map(({ directory }) => directory));
	return {
		...baseline,
		roots: baseline.roots.filter(({ directory }) => read.has(directory))
	};
}
function judge(reading, chain, asked, ignore) {
	const { findings } = chain;
	if (reading.kind === "found") return judgeBy(reading, chain, ignore);
	if (reading.kind === "unusable") return {
		comparison: {
			...NOTHING_COMPARED,
			baseline: reading.reference
		},
		findings: [...findings, untrusted(reading)],
		degraded: [],
		unknown: [reading.reason]
	};
	return {
		comparison: NOTHING_COMPARED,
		findings: [...findings, ...reading.edited === void 0 ? [] : [reading.edited]],
		degraded: asked === "none" ? [{
			what: "baseline",
			why: reading.reason
		}] : [],
		unknown: []
	};
}
function judgeBy(reading, chain, ignore) {
	const { snapshot, findings } = chain;
	const { reference, edited, proposed } = reading;
	const against = (snapshots) => {
		const picked = pickBaselineJob(snapshots, snapshot.job, snapshot.toolchain.host);
		if (picked === null) return null;
		const before = comparable(picked.snapshot, snapshot);
		return {
			before,
			compared: compareToBaseline(before, snapshot, ignore),
			note: picked.standsIn ? `; ${picked.reason}` : ""
		};
	};
	const main = against(reading.snapshots);
	const own = proposed === void 0 ? null : against(proposed);
	const edits = edited === void 0 ? [] : [own === null ? edited : withProposal(edited, own.compared.findings)];
	if (main === null) {
		const why = `${reference.ref} has no job on ${snapshot.toolchain.host}`;
		return {
			comparison: NOTHING_COMPARED,
			findings: [...findings, ...edits],
			degraded: [{
				what: "baseline",
				why
			}],
			unknown: []
		};
	}
	const { before, compared, note } = main;
	return {
		comparison: {
			baseline: {
				...reference,
				reason: `${reference.reason}${note}`
			},
			environment: compared.environment,
			modules: compared.modules
		},
		findings: [
			...stateOf$1(findings, before, snapshot),
			...compared.findings,
			...edits
		],
		degraded: [],
		unknown: []
	};
}
/** The finding about an edited baseline, with what is left when the edited one is believed: the second comparison. */
function withProposal(edited, left) {
	const summary = left.length === 0 ? "Against the edited baseline nothing differs." : `Against the edited baseline ${String(left.length)} ${left.length === 1 ? "finding is" : "findings are"} left.`;
	return {
		...edited,
		message: `${edited.message} ${summary}`,
		evidence: [...edited.evidence, ...left.slice(0, 20).map(({ rule, title }) => `edited baseline: ${rule}: ${title}`)]
	};
}
/** The main job: record → download → verify → build → compare with the baseline. Throws as `recordProject` and `readBaseline` do. */
async function check(session, options) {
	const { config, directory } = options;
	const { host } = session;
	const asked = options.baseline ?? config.baseline ?? "auto";
	const reading = await readBaseline(host, {
		reference: asked,
		directory,
		change: detectChange(host.env, options.event),
		...options.mergeBase === void 0 ? {} : { fetchAtMergeBase: options.mergeBase },
		...session.signal === void 0 ? {} : { signal: session.signal }
	});
	const trusted = reading.kind === "found" && reading.reference.trusted ? reading.snapshots : [];
	const proofs = new Map(trusted.flatMap(({ targets }) => targets.filter(isProof).map((result) => [proofKey(result), result])));
	const chain = await runChain(session, {
		...options,
		remembered: rememberedSums(trusted),
		proofs
	}, "build");
	const judged = judge(reading, chain, asked, config.ignore);
	return {
		...conclude({
			job: chain.snapshot.job,
			findings: judged.findings,
			integrity: chain.integrity,
			targets: chain.targets,
			degraded: [...chain.degraded, ...judged.degraded],
			comparison: judged.comparison,
			unknown: judged.unknown,
			sound: chain.sound,
			timings: chain.recording.watch.read()
		}, options),
		snapshot: chain.snapshot,
		ledger: chain.sound ? chain.ledger : null
	};
}

// src/operations/read-snapshots.ts
/** The largest matrix that GitHub runs. */
const MAX_SNAPSHOTS = 256;
/** Folders below a given one that are searched for snapshots: artifacts come one folder each. */
const MAX_DEPTH$2 = 3;
async function readText(host, path) {
	let bytes;
	try {
		bytes = await host.files.read(path, MAX_BASELINE_BYTES);
	} catch (error) {
		throw new ParityError("snapshot-unreadable", `cannot read ${path}: ${toError(error).message}`, void 0, { cause: error });
	}
	if (bytes === null) throw new ParityError("snapshot-unreadable", `there is no snapshot ${path}`, "write one with goparity record -o FILE");
	return new TextDecoder().decode(bytes);
}
/** The JSON files of a folder, those of its folders after them. */
async function findFiles(host, folder, depth) {
	const entries = await host.files.list(folder);
	const here = entries.filter(({ name, kind }) => kind === "file" && name.endsWith(".json")).map(({ name }) => join(folder, name));
	if (depth === 0) return here;
	const below = [];
	for (const { name, kind } of entries) if (kind === "directory") below.push(...await findFiles(host, join(folder, name), depth - 1));
	return [...here, ...below];
}
/** One file holds one snapshot, or a baseline with one for each job. */
async function readFile$1(host, path, shown) {
	return parse(await readText(host, path), shown);
}
function parse(text, shown) {
	if (/"schema"\s*:\s*"goparity\/baseline\//.test(text)) return parseBaseline(text, shown).snapshots.map((snapshot) => ({
		name: shown,
		snapshot
	}));
	return [{
		name: shown,
		snapshot: parseSnapshot(text, shown)
	}];
}
/** Name of an artifact without its attempt, and the attempt: `goparity-check-0123456789ab-2`. */
const ATTEMPT = /^(.*-[0-9a-f]{12})-(\d{1,6})\.json$/;
/** What tells legs apart, and which attempt this is; of any other file its name and 0. */
function readAttempt(file) {
	const [, leg, attempt] = ATTEMPT.exec(basename(file)) ?? [];
	return leg === void 0 ? [file, 0] : [leg, Number(attempt)];
}
/** A leg that ran again left an artifact for each attempt: the newest counts. */
function newestAttempts(files) {
	const newest = /* @__PURE__ */ new Map();
	for (const [leg, attempt] of files.map(readAttempt)) newest.set(leg, Math.max(attempt, newest.get(leg) ?? 0));
	return files.filter((file) => {
		const [leg, attempt] = readAttempt(file);
		return newest.get(leg) === attempt;
	});
}
/** A downloaded run holds its report and its baseline beside the snapshots: they say nothing more. */
async function readFolder(host, folder, shown) {
	const files = newestAttempts(await findFiles(host, folder, MAX_DEPTH$2));
	const found = [];
	const bundled = [];
	for (const file of files) {
		const name = join(shown, file.slice(folder.length + 1));
		const text = await readText(host, file);
		if (/"schema"\s*:\s*"goparity\/report\//.test(text.slice(0, 1e3))) continue;
		const read = parse(text, name);
		if (basename(file) === "baseline.json") bundled.push(...read);
		else found.push(...read);
	}
	const there = new Set(found.map(({ snapshot }) => snapshot.job.id));
	const all = [...found, ...bundled.filter(({ snapshot }) => !there.has(snapshot.job.id))];
	if (all.length === 0) throw new ParityError("snapshot-unreadable", `there is no snapshot (*.json) in ${shown}`, "download the artifacts of the jobs into it");
	if (all.length > MAX_SNAPSHOTS) throw new ParityError("usage", `${shown} holds ${String(all.length)} snapshots; at most ${String(MAX_SNAPSHOTS)} are compared`);
	return all;
}
/**
* The snapshots of a file (a snapshot, or a baseline with one for each job), or of all files (`*.json`) in a folder.
* Throws `snapshot-unreadable`, `snapshot-newer`, `usage`.
*/
async function readSnapshots(host, shown) {
	const path = isAbsolute(shown) ? shown : join(host.cwd, shown);
	const real = await host.files.realPath(path);
	if ((await host.files.status(real))?.kind === "directory") return {
		kind: "folder",
		snapshots: await readFolder(host, real, shown)
	};
	return {
		kind: "file",
		snapshots: await readFile$1(host, real, shown)
	};
}

// src/config/read-yaml.ts
/** Far more than any configuration needs. */
const MAX_CHARACTERS = 262144;
const MAX_DEPTH$1 = 20;
/** An error of a configuration file at a place, as `file:line:column: …`. */
function configError(name, place, message, hint) {
	return new ParityError("config-invalid", `${name}:${String(place.line)}:${String(place.column)}: ${message}`, hint);
}
function toValue(tree) {
	if (tree.kind === "text") return tree.text;
	if (tree.kind === "list") return tree.items.map(toValue);
	return Object.fromEntries([...tree.entries].map(([key, { tree: value }]) => [key, toValue(value)]));
}
function offsetOf(tree, path) {
	let at = tree.at;
	let here = tree;
	for (const step of path) if (here?.kind === "map") {
		const entry = here.entries.get(String(step));
		at = entry?.at ?? at;
		here = entry?.tree;
	} else if (here?.kind === "list") {
		here = here.items[Number(step)];
		at = here?.at ?? at;
	} else break;
	return at;
}
/**
* Reads YAML without interpreting scalars, so `go: 1.20` is the text 1.20. Refused: aliases (no expansion, no bombs),
* tags, keys given twice, several documents, more than 256 Ki characters. Throws `config-invalid` with line and column.
*/
async function readYaml(text, name) {
	if (text.length > MAX_CHARACTERS) throw configError(name, {
		line: 1,
		column: 1
	}, `has ${String(text.length)} characters; at most ${String(MAX_CHARACTERS)} are read`);
	const { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } = await import("./yaml.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lines = new LineCounter();
	const placeOf = (offset) => {
		const { line, col } = lines.linePos(offset);
		return {
			line: Math.max(1, line),
			column: Math.max(1, col)
		};
	};
	const fail = (offset, message, hint) => configError(name, placeOf(offset), message, hint);
	let documents;
	try {
		documents = parseAllDocuments(text, {
			schema: "failsafe",
			uniqueKeys: false,
			prettyErrors: false,
			lineCounter: lines
		});
	} catch (error) {
		throw new ParityError("config-invalid", `${name}:1:1: cannot be read: ${toError(error).message}`, void 0, { cause: error });
	}
	const [document, second] = "empty" in documents ? [] : documents;
	const wrong = document?.errors[0] ?? document?.warnings[0];
	if (wrong !== void 0) {
		const [said = wrong.message] = wrong.message.split("\n", 1);
		if (said.includes("call stack")) throw fail(wrong.pos[0], `nests deeper than ${String(MAX_DEPTH$1)} levels`);
		throw fail(wrong.pos[0], `is not valid YAML: ${said}`);
	}
	if (second !== void 0) throw fail(second.range[0], "holds a second YAML document; only one is allowed");
	const convert = (node, depth, fallback) => {
		if (node === null || node === void 0) return {
			at: fallback,
			kind: "text",
			text: ""
		};
		if (isAlias(node)) throw fail(node.range?.[0] ?? fallback, "YAML aliases are not allowed", "write the value out");
		if (isScalar(node)) return {
			at: node.range?.[0] ?? fallback,
			kind: "text",
			text: typeof node.value === "string" ? node.value : ""
		};
		if (depth > MAX_DEPTH$1) throw fail(fallback, `nests deeper than ${String(MAX_DEPTH$1)} levels`);
		if (isSeq(node)) {
			const at = node.range?.[0] ?? fallback;
			return {
				at,
				kind: "list",
				items: node.items.map((item) => convert(item, depth + 1, at))
			};
		}
		if (!isMap(node)) throw fail(fallback, "holds something that is neither a map, a list nor a text");
		const at = node.range?.[0] ?? fallback;
		const entries = /* @__PURE__ */ new Map();
		for (const pair of node.items) {
			const key = convert(pair.key, depth + 1, at);
			if (key.kind !== "text") throw fail(key.at, "a key must be a text");
			if (entries.has(key.text)) throw fail(key.at, `the key ${quote(key.text)} is given twice`);
			entries.set(key.text, {
				at: key.at,
				tree: convert(pair.value, depth + 1, key.at)
			});
		}
		return {
			at,
			kind: "map",
			entries
		};
	};
	const empty = {
		at: 0,
		kind: "map",
		entries: /* @__PURE__ */ new Map()
	};
	const contents = document?.contents ?? null;
	const tree = contents === null || isScalar(contents) && contents.value === "" ? empty : convert(contents, 0, 0);
	return {
		value: toValue(tree),
		place: (path) => placeOf(offsetOf(tree, path))
	};
}
/** A text of a user in quotes, short enough for a message. */
function quote(text) {
	return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}

// src/config/rule-ids.ts
/**
* Every rule id that a report can hold. An id never changes its meaning once released;
* some belong to checks that are still to come, so that a configuration may name them already.
*/
const RULE_IDS = [
	"abi/drift",
	"baseline/edited",
	"baseline/missing",
	"baseline/untrusted",
	"cgo/compiler-missing",
	"cgo/compiler-wrong-target",
	"cgo/disabled-at-runtime",
	"cgo/files-dropped",
	"cgo/header-missing",
	"cgo/library-missing",
	"cgo/macos-framework-missing",
	"cgo/pkg-config-missing",
	"cgo/pure-go-alternative",
	"cgo/race-needs-cgo",
	"cgo/silently-dropped",
	"cgo/undefined-reference",
	"cgo/version-mismatch",
	"checksum/cache-modified",
	"checksum/gosum-malformed",
	"checksum/gosum-mismatch",
	"checksum/gosum-missing-entry",
	"checksum/layer-mismatch",
	"checksum/sumdb-mismatch",
	"checksum/sumdb-unreachable",
	"checksum/unknown",
	"code/compile-error",
	"code/test-failure",
	"env/drift",
	"env/expectation",
	"env/shell-only",
	"env/verification-disabled",
	"go/unrecognised",
	"host/disk-full",
	"host/out-of-memory",
	"host/vcs-status",
	"job/added",
	"job/missing",
	"job/unreadable",
	"modules/ambiguous-import",
	"modules/cache-permission",
	"modules/drift",
	"modules/go-mod-needs-update",
	"modules/go-sum-drift",
	"modules/no-go-mod",
	"modules/not-covered",
	"modules/path-mismatch",
	"modules/retracted-or-deprecated",
	"modules/sum-drift",
	"modules/workspace-mismatch",
	"network/dns",
	"network/private-auth",
	"network/proxy-unreachable",
	"network/tls-untrusted",
	"runner/drift",
	"runtime/glibc-too-old",
	"runtime/libc-mismatch",
	"runtime/library-missing",
	"runtime/wrong-architecture",
	"target/added",
	"target/broken",
	"target/constraints-exclude-all",
	"target/fixed",
	"target/int-overflow",
	"target/removed",
	"target/undefined-symbol",
	"target/unsupported",
	"toolchain/broken-goroot",
	"toolchain/download-failed",
	"toolchain/drift",
	"toolchain/invalid-go-version",
	"toolchain/too-old",
	"toolchain/unknown-directive",
	"vendor/inconsistent",
	"vendor/missing-package",
	"vendor/modified",
	"workflow/verify-after-build",
	"workflow/verify-before-download",
	"workflow/verify-before-restore",
	"workflow/verify-not-enforced"
];
const KNOWN = new Set(RULE_IDS);
/** Whether this version knows a rule id. */
function isRuleId(text) {
	return KNOWN.has(text);
}

// src/config/schema.ts
const text = pipe(string(), nonEmpty("must not be empty"), maxLength(1e3, "must not be longer than 1000 characters"));
const textList = (description$1) => pipe(array(text), minLength(1, "must hold at least one entry"), maxLength(1e3, "must not hold more than 1000 entries"), description(description$1));
const reason = pipe(text, description("Why: it stands in the report, so that nobody has to guess later."));
/** From which severity on findings fail a run. */
const failOnSchema = picklist([
	"error",
	"warning",
	"note",
	"unknown",
	"unverified",
	"never"
]);
/** A relative POSIX path that stays inside the project. */
const directory = pipe(text, check$2((path) => !/^(?:[/\\~]|[A-Za-z]:)/.test(path), "must be relative to the directory of the project"), check$2((path) => !path.split(/[/\\]/).includes(".."), "must stay inside the project"));
const expectSchema = strictObject({
	go: optional(pipe(text, description("The Go that runs: a release (`1.26.3`), a line of releases (`1.26`) or a range (`>=1.24 <1.27`)."))),
	env: optional(pipe(record$1(pipe(string(), regex(/^[A-Z][A-Z0-9_]*$/, "must be the name of a go env key, such as CGO_ENABLED")), string()), description("go env keys and the value each must have; `on` stands for any value but off, an empty text for no value."), metadata({ scalars: true }))),
	flags: optional(strictObject({
		require: optional(textList("Flags that GOFLAGS must hold.")),
		forbid: optional(textList("Flags that GOFLAGS must not hold."))
	}))
});
const ignoreSchema = pipe(strictObject({
	rule: optional(pipe(text, description("Rule id; `*` stands for any characters, as in `env/*`."))),
	key: optional(pipe(text, description("go env key."))),
	module: optional(pipe(text, description("Module path, or path@version."))),
	target: optional(pipe(text, description("Target as the report names it: `linux/arm64-cgo`."))),
	package: optional(pipe(text, description("Import path."))),
	reason
}), check$2(({ reason: _reason, ...what }) => Object.keys(what).length > 0, "must name at least one of rule, key, module, target and package"));
const rulesSchema = record$1(string(), strictObject({
	severity: picklist([
		"off",
		"note",
		"warning",
		"error"
	]),
	reason
}));
/** The schema of `.goparity.yml` as it is written, with every scalar as a text. */
const documentSchema = pipe(strictObject({
	targets: optional(textList("Targets to build: `linux/arm64`, `windows/amd64+cgo`, `default`, `host`, patterns such as `linux/*`.")),
	packages: optional(textList("Package patterns to build; default `./...`.")),
	modules: optional(pipe(array(directory), minLength(1, "must hold at least one entry"), maxLength(1e3, "must not hold more than 1000 entries"), description("Directories of the modules or workspaces to look at; default: those that are found."))),
	baseline: optional(pipe(text, description("Where the baseline comes from: `auto`, `none`, `file:PATH` or `git:REF`."))),
	"fail-on": optional(pipe(failOnSchema, description("From which severity on findings fail a run."))),
	"checksum-database": optional(pipe(picklist(CHECKSUM_DATABASE), description("Ask the checksum database about the modules in go.sum: `auto` (as go is set up), `on` (although GOSUMDB is off), `off`."))),
	"build-cache": optional(pipe(picklist(BUILD_CACHE$1), description("The build cache: `trust` it as go does, `verify` its entries, or compare with a `fresh` one."))),
	private: optional(textList("Module path patterns, as in GOPRIVATE, that are never named to the checksum database.")),
	expect: optional(pipe(expectSchema, description("Facts of the environment that must hold before anything is downloaded or built."))),
	ignore: optional(pipe(array(ignoreSchema), maxLength(1e3, "must not hold more than 1000 entries"), description("Findings that are known and accepted, each with its reason."))),
	rules: optional(pipe(rulesSchema, description("Rule ids with the severity they have in this project, each with its reason.")))
}), title("goparity configuration"), description("`.goparity.yml`: what goparity builds, expects, ignores, and how severe it takes each rule."));

// src/config/parse.ts
/** The keys that are known at a place; `null` where any is allowed. */
function knownKeys(path) {
	const [first, second, third] = path;
	if (first === void 0) return [
		"targets",
		"packages",
		"modules",
		"baseline",
		"fail-on",
		"checksum-database",
		"build-cache",
		"private",
		"expect",
		"ignore",
		"rules"
	];
	if (first === "expect" && second === void 0) return [
		"go",
		"env",
		"flags"
	];
	if (first === "expect" && second === "flags" && third === void 0) return ["require", "forbid"];
	if (first === "ignore" && third === void 0) return [
		"rule",
		"key",
		"module",
		"target",
		"package",
		"reason"
	];
	if (first === "rules" && typeof second === "string" && third === void 0) return ["severity", "reason"];
	return null;
}
/** `expect.flags.require`, `ignore[0].reason`. */
function named(path) {
	return path.map((step, index) => typeof step === "number" ? `[${String(step)}]` : index === 0 ? step : `.${step}`).join("");
}
function suggestion(word, known) {
	const near = nearest(word, known);
	return near === null ? "" : `; did you mean ${quote(near)}?`;
}
function unknownKey(path, key) {
	const known = knownKeys(path) ?? [];
	const where = path.length === 0 ? "" : ` in ${named(path)}`;
	if (named(path) === "expect" && /^[A-Z][A-Z0-9_]+$/.test(key)) return {
		message: `unknown key ${quote(key)} in expect; go env keys stand in expect.env`,
		hint: `write it as:\nexpect:\n  env:\n    ${key}: …`
	};
	return {
		message: `unknown key ${quote(key)}${where}${suggestion(key, known)}`,
		hint: `allowed here: ${known.join(", ")}`
	};
}
function keyOf(item) {
	return typeof item.key === "number" ? item.key : String(item.key);
}
function isUnknownKey({ type, expected }) {
	return type === "strict_object" && expected === "never";
}
function notAMap(path) {
	const known = knownKeys(path)?.join(", ");
	return {
		message: `${path.length === 0 ? "the file" : named(path)} must hold keys with values`,
		...known === void 0 ? {} : { hint: `allowed here: ${known}` }
	};
}
function describe(issue, path) {
	const what = named(path);
	const key = String(path.at(-1) ?? "");
	if (isUnknownKey(issue) && Array.isArray(issue.path?.at(-1)?.input)) return notAMap(path.slice(0, -1));
	if (isUnknownKey(issue)) return unknownKey(path.slice(0, -1), key);
	if (issue.type === "strict_object" && issue.input === void 0) {
		const owner = named(path.slice(0, -1));
		return key === "reason" ? {
			message: `${owner} has no reason`,
			hint: "say in one sentence why: reason: …"
		} : { message: `${owner} has no ${key}` };
	}
	if (issue.kind === "validation") return { message: `${what === "" ? "the file" : what} ${issue.message}` };
	if (issue.type === "picklist") {
		const allowed = [...(issue.expected ?? "").matchAll(/"([^"]+)"/g)].map(([, word = ""]) => word);
		const given = typeof issue.input === "string" ? issue.input : "";
		return {
			message: `${what}: ${typeof issue.input === "string" ? quote(given) : "this"} is not understood${suggestion(given, allowed)}`,
			hint: `allowed: ${allowed.join(", ")}`
		};
	}
	if (issue.type === "array") return {
		message: `${what} must be a list`,
		hint: typeof issue.input === "string" && issue.input !== "" ? `write ${key}: [${issue.input}]` : `write ${key}: [one, two]`
	};
	if (issue.type === "string") return { message: `${what} must be a text` };
	return notAMap(path);
}
function toConfig(document) {
	const { "fail-on": failOn, "checksum-database": checksumDatabase, "build-cache": buildCache } = document;
	const { expect, ignore, targets, packages, modules, baseline, rules, private: privately } = document;
	return {
		...targets === void 0 ? {} : { targets },
		...packages === void 0 ? {} : { packages },
		...modules === void 0 ? {} : { modules },
		...baseline === void 0 ? {} : { baseline },
		...failOn === void 0 ? {} : { failOn },
		...checksumDatabase === void 0 ? {} : { checksumDatabase },
		...buildCache === void 0 ? {} : { buildCache },
		...privately === void 0 ? {} : { private: privately },
		...expect === void 0 ? {} : { expect: toExpectations(expect) },
		...ignore === void 0 ? {} : { ignore },
		...rules === void 0 ? {} : { rules }
	};
}
function toExpectations({ go, env, flags }) {
	return {
		...go === void 0 ? {} : { go },
		...env === void 0 ? {} : { env },
		...flags === void 0 ? {} : { flags: {
			...flags.require === void 0 ? {} : { require: flags.require },
			...flags.forbid === void 0 ? {} : { forbid: flags.forbid }
		} }
	};
}
function unknownRule(id) {
	const [family = ""] = id.split("/", 1);
	const kin = RULE_IDS.filter((known) => known.startsWith(`${family}/`));
	return {
		message: `there is no rule ${quote(id)}${suggestion(id, RULE_IDS)}`,
		hint: kin.length > 0 ? `rules of ${family}: ${kin.join(", ")}` : `families of rules: ${[...new Set(RULE_IDS.map((known) => known.split("/", 1)[0]))].join(", ")}`
	};
}
/** A pattern is known when a rule begins like its part before the first star. */
function isRulePattern(pattern) {
	const star = pattern.indexOf("*");
	return star === -1 ? isRuleId(pattern) : RULE_IDS.some((id) => id.startsWith(pattern.slice(0, star)));
}
function checkRules(document, yaml, name) {
	const fail = (path, id) => {
		const { message, hint } = unknownRule(id);
		return configError(name, yaml.place(path), message, hint);
	};
	for (const id of Object.keys(document.rules ?? {})) if (!isRuleId(id)) throw fail(["rules", id], id);
	for (const [index, { rule }] of (document.ignore ?? []).entries()) if (rule !== void 0 && !isRulePattern(rule)) throw fail([
		"ignore",
		index,
		"rule"
	], rule);
}
/**
* Reads the text of `.goparity.yml`; `name` is what errors call the file. An empty file is an empty configuration.
* Throws `config-invalid` as `file:line:column: …` for anything that is not understood: nothing is skipped in silence.
*/
async function parseConfig(text, name) {
	const yaml = await readYaml(text, name);
	const result = safeParse(documentSchema, yaml.value);
	if (!result.success) {
		const placed = result.issues.map((issue) => {
			const path = (issue.path ?? []).map(keyOf);
			return {
				issue,
				path,
				place: yaml.place(path)
			};
		}).toSorted((a, b) => Number(isUnknownKey(b.issue)) - Number(isUnknownKey(a.issue)) || a.place.line - b.place.line || a.place.column - b.place.column);
		const [first] = placed;
		if (first !== void 0) {
			const { message, hint } = describe(first.issue, first.path);
			const more = placed.length === 1 ? "" : ` (and ${String(placed.length - 1)} more ${placed.length === 2 ? "mistake" : "mistakes"})`;
			throw configError(name, first.place, `${message}${more}`, hint);
		}
	}
	if (!result.success) throw configError(name, {
		line: 1,
		column: 1
	}, "is not understood");
	checkRules(result.output, yaml, name);
	return toConfig(result.output);
}

// src/config/permissions.ts
/** Every grant that the actions use: the tables of the READMEs and the workflows that are written for a project come from here. */
const PERMISSIONS = [
	{
		action: "record",
		scope: "contents: read",
		why: "checks out; reads the committed baseline at the merge base where the clone is too shallow for git",
		without: "a private repository cannot be checked out; the baseline of a pull request is unknown"
	},
	{
		action: "report",
		scope: "actions: read",
		why: "reads the snapshots of this run and the baseline of the runs of the default branch",
		without: "there is nothing to report, and the step fails; or another step downloads the snapshots (`snapshots`)"
	},
	{
		action: "report",
		scope: "contents: read",
		why: "reads what a pull request changes, which commit it started from, and the configuration where nothing is checked out",
		without: "no baseline can be trusted, so the verdict is unknown; what the pull request changes is not told apart from a world that moved"
	},
	{
		action: "report",
		scope: "pull-requests: read",
		event: "workflow_run",
		why: "on `workflow_run` in a private repository: finds the pull request that a commit belongs to",
		without: "the newest trusted baseline is compared with, and what the pull request changes is not known"
	},
	{
		action: "report",
		scope: "checks: write",
		why: "posts the check run with its annotations",
		without: "a notice says so; summary, annotations and the result of the job are the same"
	}
];

// src/operations/report.ts
const HINT_WORDS = "Seen against a baseline of the cache, which is a hint and no proof.";
function unreadable({ name, why }) {
	return {
		rule: "job/unreadable",
		severity: "error",
		state: "new",
		title: `the snapshot ${name} cannot be used`,
		message: `${why.replace(/[.\s]+$/, "")}. What that job built is not known, so nothing is said about it.`,
		subject: { file: name },
		evidence: [],
		fix: [{
			edit: "run the job again",
			why: "it writes its snapshot anew; one that is refused again was not written by goparity"
		}],
		source: "environment"
	};
}
/** A rule id that a snapshot names decides how severe its project takes a failure: only known ones count. */
function withKnownRules({ name, snapshot }) {
	const targets = snapshot.targets.map(({ rule, ...target }) => rule !== void 0 && isRuleId(rule) ? {
		...target,
		rule
	} : target);
	return {
		name,
		snapshot: {
			...snapshot,
			targets
		}
	};
}
/** A run of which nothing is known must not look like one in which nothing was found. */
function nothingLeft({ snapshots, refused }) {
	if (snapshots.length + refused.length > 0) return [];
	return [{
		rule: "job/missing",
		severity: "error",
		state: "new",
		title: "no job left a snapshot",
		message: "Not one job of this run recorded anything, so nothing can be said about it.",
		subject: {},
		evidence: [],
		fix: [{
			edit: "add the recorder to the jobs that build, and let this job need them",
			why: "each leaves a snapshot; the artifact-prefix of both actions must be the same"
		}],
		source: "environment"
	}];
}
/** What the jobs of a run say of their modules, as one; a job that only recorded says nothing. */
function integrityOf(snapshots) {
	return mergeIntegrity(snapshots.flatMap(({ integrity }) => integrity ?? []));
}
function judgeBaseline(reading) {
	if (reading === null) return {
		snapshots: null,
		reference: null,
		findings: [],
		degraded: [],
		unknown: []
	};
	const edited = "edited" in reading && reading.edited !== void 0 ? [reading.edited] : [];
	if (reading.kind === "unusable") return {
		snapshots: null,
		reference: reading.reference,
		findings: [untrusted(reading)],
		degraded: [],
		unknown: [reading.reason]
	};
	if (reading.kind === "none") return {
		snapshots: null,
		reference: null,
		findings: edited,
		degraded: [{
			what: "baseline",
			why: reading.reason
		}],
		unknown: []
	};
	const unknown = reading.reference.trusted ? [] : [reading.reference.reason];
	return {
		snapshots: reading.snapshots,
		reference: reading.reference,
		findings: edited,
		degraded: [],
		unknown
	};
}
/** What a hint says is worth a note; nothing becomes known by it. */
function asHint(finding) {
	return {
		...finding,
		severity: "note",
		message: `${finding.message} ${HINT_WORDS}`
	};
}
/** Against a mere hint only drift is told: which target was broken before decides over red and green, and a hint must not. */
function foldWith(options, judged) {
	const { expected, change, config } = options;
	const input = {
		snapshots: options.snapshots.map(withKnownRules),
		expected,
		change,
		ignore: config.ignore ?? []
	};
	if (judged.snapshots === null || judged.reference?.trusted !== false) return foldRun({
		...input,
		baseline: judged.snapshots
	});
	const alone = foldRun({
		...input,
		baseline: null
	});
	const hinted = foldRun({
		...input,
		baseline: judged.snapshots
	});
	const own = new Set(alone.findings.map(({ rule, title }) => `${rule} ${title}`));
	const drift = hinted.findings.filter(({ rule, title, source }) => source !== "targets" && !own.has(`${rule} ${title}`));
	return {
		...hinted,
		findings: [...alone.findings, ...drift.map(asHint)],
		targets: alone.targets
	};
}
/**
* Folds the jobs of a run into one report: against one another, against what was expected, and against the baseline.
* Asks neither go nor the network.
*/
function report(session, options) {
	const { config, failOn = config.failOn ?? "error", watch = startStopwatch(session), unproven } = options;
	const judged = judgeBaseline(options.baseline);
	const fold = foldWith(options, judged);
	const found = [
		...options.refused.map(unreadable),
		...nothingLeft(options),
		...fold.findings,
		...judged.findings
	];
	const policy = applyPolicy(found, config);
	const integrity = integrityOf(options.snapshots.map(({ snapshot }) => snapshot));
	const verdict = verdictOf({
		findings: policy.findings,
		integrity,
		unknown: [...judged.unknown, ...unproven === void 0 ? [] : [unproven]],
		failOn
	});
	const suppressed = policy.suppressed.map(({ finding, reason }) => ({
		what: `${finding.rule} is not reported: ${finding.title}`,
		why: reason
	}));
	return {
		report: {
			schema: "goparity/report/1",
			tool: { version: options.version },
			verdict,
			jobs: fold.jobs,
			findings: policy.findings,
			integrity,
			targets: fold.targets,
			comparison: {
				baseline: judged.reference,
				environment: fold.environment,
				modules: fold.modules,
				sums: fold.sums
			},
			degraded: [
				...unproven === void 0 ? [] : [{
					what: "proof",
					why: unproven
				}],
				...options.degraded,
				...judged.degraded,
				...suppressed
			],
			timings: watch.read()
		},
		exitCode: exitCodeOf(verdict, policy.findings, failOn)
	};
}

// src/operations/compare.ts
/** Files that were named one by one are what the user wants to see: that a matrix has more legs is no news. */
function withoutLeg({ name, snapshot }) {
	const { leg: _leg, ...job } = snapshot.job;
	return {
		name,
		snapshot: {
			...snapshot,
			job
		}
	};
}
async function baselineOf({ host, signal }, { baseline, directory }) {
	if (baseline === void 0 || baseline === "none") return null;
	return readBaseline(host, {
		reference: baseline,
		directory: directory ?? host.cwd,
		change: null,
		...signal === void 0 ? {} : { signal }
	});
}
/**
* Compares the snapshots of several jobs with one another: two in their order, more by consensus and outliers; with a
* baseline also each job with itself there. Asks neither go nor the network.
* Throws `snapshot-unreadable`, `snapshot-newer`, `usage`, and as `readBaseline`.
*/
async function compare(session, options) {
	const watch = startStopwatch(session);
	const { config, version, failOn, expected = {
		total: null,
		jobs: []
	} } = options;
	const baseline = await baselineOf(session, options);
	const named = [];
	let folders = 0;
	for (const path of options.paths) {
		const { kind, snapshots } = await readSnapshots(session.host, path);
		if (kind === "folder") folders += 1;
		named.push(...kind === "file" ? snapshots.map(withoutLeg) : snapshots);
	}
	if (named.length < 2 && baseline === null) throw new ParityError("usage", `compare needs at least two snapshots, and ${String(named.length)} was given`, "goparity compare a.json b.json, a folder that holds several, or one with --baseline file:PATH");
	return report(session, {
		snapshots: named,
		refused: [],
		expected: {
			...expected,
			ofBaseline: folders > 0
		},
		baseline,
		change: null,
		degraded: [],
		config,
		version,
		watch,
		...failOn === void 0 ? {} : { failOn }
	});
}

// src/operations/explain.ts
/** The bytes as UTF-8, whatever the mark at their beginning says. */
async function* inUtf8(log) {
	const encoder = new TextEncoder();
	let convert = null;
	let isFirst = true;
	for await (const chunk of log) {
		const mark = isFirst ? `${String(chunk[0])} ${String(chunk[1])}` : "";
		isFirst = false;
		if (mark === "255 254" || mark === "254 255") {
			const decoder = new TextDecoder(mark === "255 254" ? "utf-16le" : "utf-16be");
			convert = (bytes) => encoder.encode(bytes === void 0 ? decoder.decode() : decoder.decode(bytes, { stream: true }));
		}
		yield convert === null ? chunk : convert(chunk);
	}
	if (convert !== null) yield convert();
}
/**
* Says what a log of any length tells to have gone wrong, in bounded memory. Nothing is run and nobody is asked.
* Throws `cancelled`, and what reading the log throws.
*/
async function explain({ signal }, { log, name, facts, version }) {
	const scan = openScan(facts);
	let bytes = 0;
	for await (const chunk of inUtf8(log)) {
		if (signal?.aborted === true) throw new ParityError("cancelled", `cancelled while reading ${name}`);
		bytes += chunk.length;
		scan.push(chunk);
	}
	return {
		schema: "goparity/explanation/1",
		tool: { version },
		log: name,
		bytes,
		incidents: scan.end()
	};
}

// src/init/action-reference.ts
/** What written workflows call: `OWNER/goparity@COMMIT`, until there is a published one. The only place that says so. */
const ACTION_REFERENCE = "OWNER/goparity@COMMIT";
/** Actions that a written workflow needs, by commit, with the version as a comment. */
const CHECKOUT = "actions/checkout@df4cb1c069e1874edd31b4311f1884172cec0e10 # v6.0.3";
/** As `CHECKOUT`. */
const SETUP_GO = "actions/setup-go@4a3601121dd01d1626a1e23e37211e3254c1c06c # v6.4.0";
/** The reference of one of the two actions: `report` is a folder of the recorder's repository. */
function actionUse(reference, action) {
	if (action === "record") return reference;
	const at = reference.indexOf("@");
	return at === -1 ? `${reference.replace(/\/+$/, "")}/report` : `${reference.slice(0, at)}/report${reference.slice(at)}`;
}
/** Whether a reference of the user is one that a workflow can hold: `owner/name[/folder]@ref` or `./folder`, plain ASCII. */
function isActionReference(text) {
	return /^(?:\.\/[\w.-]*(?:\/[\w.-]+)*|[\w.-]+\/[\w.-]+(?:\/[\w.-]+)*@[\w./-]+)$/.test(text) && text.length <= 300;
}
/** Whether a step's `uses:` is one of our actions, whoever owns it. */
function isOwnAction(uses, reference = ACTION_REFERENCE) {
	const name = (uses.split("@", 1)[0] ?? "").replace(/\/+$/, "");
	const own = (reference.split("@", 1)[0] ?? "").replace(/\/+$/, "");
	if (name === own || /(?:^|\/)goparity$/.test(name)) return "record";
	return name === `${own}/report` || /(?:^|\/)goparity\/report$/.test(name) ? "report" : null;
}

// src/init/enforced.ts
/** The options that a `set` command, or the command line of a shell, leaves behind. */
function applyOptions(mode, words) {
	let { errexit, pipefail } = mode;
	for (const [index, word] of words.entries()) {
		const on = word.startsWith("-");
		if (!/^[-+][a-zA-Z]+$/.test(word)) continue;
		if (word.includes("e")) errexit = on;
		if (!word.endsWith("o")) continue;
		if (words[index + 1] === "pipefail") pipefail = on;
		if (words[index + 1] === "errexit") errexit = on;
	}
	return {
		errexit,
		pipefail
	};
}
/** Longer lists of commands than anybody writes are not followed. */
const MAX_LIST = 200;
/** What a `||` in front of it makes of a failure: nothing at all. */
function isHarmless({ words }) {
	const [name = "", argument] = words;
	if ([
		"true",
		":",
		"/bin/true",
		"echo",
		"printf",
		"warn"
	].includes(name)) return true;
	return name === "exit" && argument === "0";
}
/** Whether the list that a command begins ends the script after a failure: `echo no && exit 1`. */
function stopsAfterwards(commands, from) {
	for (let index = from; index < Math.min(commands.length, from + MAX_LIST); index += 1) {
		const { words, after } = commands[index] ?? {
			words: [],
			after: ""
		};
		if (words[0] === "false" || (words[0] === "exit" || words[0] === "return") && words[1] !== "0") return true;
		if (after !== "&&") return false;
	}
	return false;
}
/**
* Why the failure of a command of a script does not fail the script, in words that follow its name; `null` when it does,
* or where that cannot be told. `mode` is what holds when the command starts.
*/
function looseness(commands, index, mode) {
	const command = commands[index];
	if (command === void 0 || command.condition) return null;
	if (command.after === "&") return "runs in the background (`&`), and nobody looks at its result";
	if (command.after === "|" && !mode.pipefail) return "stands before a pipe, and without `set -o pipefail` only the last command of a pipe counts";
	let end = index;
	for (; end < commands.length && end - index < MAX_LIST; end += 1) {
		const operator = commands[end]?.after;
		const next = commands[end + 1];
		if (operator === "||") {
			if (next === void 0 || next.opens || !isHarmless(next) || stopsAfterwards(commands, end + 1)) return null;
			return `is followed by \`|| ${next.words.slice(0, 2).join(" ")}\`, which takes its failure away`;
		}
		if (operator !== "&&" && operator !== "|") break;
	}
	const after = commands[end + 1];
	if (after === void 0) return null;
	if ([...after.words, ...after.assignments.values()].some((word) => word.includes("$?"))) return null;
	if (!mode.errexit) return "is not the last command, and this shell goes on after a failure (no `set -e`)";
	if (end > index && command.after === "&&") return "stands before `&&` with more commands below: `set -e` does not stop there";
	return null;
}

// src/init/shell.ts
const OPENING = /* @__PURE__ */ new Set([
	"if",
	"elif",
	"while",
	"until"
]);
const FILLERS = /* @__PURE__ */ new Set([
	"then",
	"else",
	"do",
	"fi",
	"done",
	"esac",
	"{",
	"}",
	"(",
	")",
	"time",
	"function"
]);
/** Where `$(…)`, `${…}`, a backtick or a quoted text that begins at an offset has ended. */
function skipNested(text, from) {
	if (text.slice(from, from + 3) === "${{") {
		const end = text.indexOf("}}", from);
		return end === -1 ? text.length : end + 2;
	}
	if (text[from] === "`") {
		const end = text.indexOf("`", from + 1);
		return end === -1 ? text.length : end + 1;
	}
	const [open, close] = text[from + 1] === "(" ? ["(", ")"] : ["{", "}"];
	let depth = 0;
	for (let at = from + 1; at < text.length; at += 1) {
		const character = text[at];
		if (character === "\\") at += 1;
		else if (character === "'" && open === "(") {
			const end = text.indexOf("'", at + 1);
			if (end === -1) return text.length;
			at = end;
		} else if (character === open) depth += 1;
		else if (character === close) {
			depth -= 1;
			if (depth === 0) return at + 1;
		}
	}
	return text.length;
}
function readWord(text, from) {
	let word = "";
	let at = from;
	while (at < text.length) {
		const character = text.charAt(at);
		if (/[\s;&|()<>]/.test(character)) break;
		if (character === "\\") {
			if (text[at + 1] !== "\n") word += text[at + 1] ?? "";
			at += 2;
		} else if (character === "'") {
			const end = text.indexOf("'", at + 1);
			word += text.slice(at + 1, end === -1 ? text.length : end);
			at = end === -1 ? text.length : end + 1;
		} else if (character === "\"") {
			at += 1;
			while (at < text.length && text[at] !== "\"") {
				if (text[at] === "\\") at += 1;
				const next = text[at] === "$" && /[({]/.test(text.charAt(at + 1)) ? skipNested(text, at) : at + 1;
				word += text.slice(at, next);
				at = next;
			}
			at += 1;
		} else if (character === "$" && /[({]/.test(text.charAt(at + 1)) || character === "`") {
			const end = skipNested(text, at);
			word += text.slice(at, end);
			at = end;
		} else {
			word += character;
			at += 1;
		}
	}
	return {
		text: word,
		raw: text.slice(from, at),
		at: from,
		end: Math.max(at, from + 1)
	};
}
/** Puts the words of one command together; `null` when nothing is left of it but keywords. */
function finish(words, after) {
	let [first, condition, opens] = [
		0,
		false,
		false
	];
	for (; first < words.length; first += 1) {
		const { raw = "" } = words[first] ?? {};
		if (OPENING.has(raw) || raw === "!") condition = true;
		else if (!FILLERS.has(raw)) break;
		if (raw === "{" || raw === "(") opens = true;
	}
	const assignments = /* @__PURE__ */ new Map();
	for (; first < words.length; first += 1) {
		const found = /^([A-Za-z_]\w*)\+?=([\s\S]*)$/.exec(words[first]?.text ?? "");
		if (found === null) break;
		assignments.set(found[1] ?? "", found[2] ?? "");
	}
	const rest = words.slice(first);
	const start = rest[0] ?? words[0];
	if (start === void 0 || rest.length === 0 && assignments.size === 0) return null;
	return {
		words: rest.map(({ text }) => text),
		assignments,
		at: start.at,
		after,
		condition,
		opens
	};
}
/**
* Splits a shell script into its simple commands: at line ends, `;`, `&&`, `||`, `|`, `&`. Continued lines are joined;
* comments, here-documents, redirections and keywords are left out. Reads every character a bounded number of times.
*/
function splitShell(text) {
	const commands = [];
	let words = [];
	let waiting = [];
	let at = 0;
	const close = (operator) => {
		const command = finish(words, operator);
		words = [];
		if (command !== null) commands.push(command);
	};
	const skipDocuments = () => {
		for (const { end, tabs } of waiting) while (at < text.length) {
			const stop = text.indexOf("\n", at);
			const line = text.slice(at, stop === -1 ? text.length : stop);
			at = stop === -1 ? text.length : stop + 1;
			if ((tabs ? line.replace(/^\t+/, "") : line).replace(/\r$/, "") === end) break;
		}
		waiting = [];
	};
	while (at < text.length) {
		const character = text.charAt(at);
		const two = text.slice(at, at + 2);
		if (character === "\n") {
			close(";");
			at += 1;
			skipDocuments();
		} else if (/\s/.test(character)) at += 1;
		else if (character === "\\" && /^\\\r?\n/.test(text.slice(at, at + 3))) at = text.indexOf("\n", at) + 1;
		else if (character === "#") {
			const end = text.indexOf("\n", at);
			at = end === -1 ? text.length : end;
		} else if (two === "&&" || two === "||") {
			close(two);
			at += 2;
		} else if (two === "&>" || two === ">&" || two === "|&") {
			if (two === "|&") close("|");
			at += 2;
			if (two !== "|&") at = skipTarget(text, at);
		} else if (character === ";" || character === "|" || character === "&") {
			close(character);
			at += character === ";" && two === ";;" ? 2 : 1;
		} else if (character === "(" || character === ")") {
			if (character === ")") close(closing(text, at));
			else words.push({
				text: "(",
				raw: "(",
				at
			});
			at += 1;
		} else if (two === "<<" && text[at + 2] !== "<") {
			const tabs = text[at + 2] === "-";
			const from = at + (tabs ? 3 : 2);
			const { text: end, end: after } = readWord(text, from + (/^[ \t]*/.exec(text.slice(from, from + 20))?.[0].length ?? 0));
			waiting.push({
				end,
				tabs
			});
			at = after;
		} else if (character === "<" || character === ">") {
			at += /^(?:<<<|>>|<>|>\||<&|<\(|>\()/.exec(text.slice(at, at + 3))?.[0].length ?? 1;
			at = skipTarget(text, at);
		} else {
			const word = readWord(text, at);
			if (!(/^\d$/.test(word.raw) && /[<>]/.test(text.charAt(word.end)))) words.push(word);
			at = word.end;
		}
	}
	close("");
	return joinLines(commands);
}
/** What follows a group in parentheses holds for its last command, too. */
function closing(text, at) {
	const after = /^\)[ \t]*(&&|\|\||\||&|;|\n|$)/.exec(text.slice(at, at + 40))?.[1];
	return after === "&&" || after === "||" || after === "|" || after === "&" ? after : ";";
}
function skipTarget(text, from) {
	let at = from;
	while (text[at] === " " || text[at] === "	") at += 1;
	return at < text.length && !/[\n;&|]/.test(text.charAt(at)) ? readWord(text, at).end : at;
}
function joinLines(commands) {
	const last = commands.at(-1);
	if (last === void 0 || last.after === "&" || last.after === "|") return commands;
	return [...commands.slice(0, -1), {
		...last,
		after: ""
	}];
}

// src/init/event.ts
const DOWNLOADS = /* @__PURE__ */ new Set([
	"tidy",
	"vendor",
	"graph",
	"why",
	"download"
]);
const COMPILES = /* @__PURE__ */ new Set([
	"build",
	"test",
	"vet",
	"run",
	"generate",
	"install"
]);
/** Programs that load and compile the packages of the module they are started in. */
const TOOLS = /* @__PURE__ */ new Set([
	"golangci-lint",
	"staticcheck",
	"govulncheck",
	"gosec",
	"gotestsum",
	"ginkgo",
	"goreleaser",
	"ko",
	"gox",
	"nilaway",
	"gomobile"
]);
const RUNNERS = /* @__PURE__ */ new Set([
	"make",
	"gmake",
	"task",
	"just",
	"mage"
]);
/** Programs that run what other files say. */
const OTHERS = /* @__PURE__ */ new Set([
	"bash",
	"sh",
	"zsh",
	"ash",
	"dash",
	"source",
	".",
	"earthly",
	"bazel",
	"bazelisk",
	"npm",
	"yarn",
	"pnpm",
	"devbox",
	"nix",
	"eval"
]);
/** `make build`, `make test-unit`: names under which everybody compiles. */
function runsBuild(goals) {
	if (goals.length === 0) return true;
	return goals.some((goal) => /^(?:all|build|test|tests|check|vet|compile|run|bench|cover|coverage|ci|release|unit|integration|e2e|lint)(?:$|[-_/:.])/.test(goal) && !/tool|dep|setup|install|download|generat|proto|image|docker|mod/.test(goal));
}
function meaningOfGo(words) {
	const [name = "", ...rest] = words;
	const first = rest.find((word) => !word.startsWith("-")) ?? "";
	if (name === "mod") {
		if (first === "verify") return {
			kind: "verify",
			own: false
		};
		return DOWNLOADS.has(first) ? {
			kind: "download",
			own: false
		} : null;
	}
	if (name === "get" || name === "list" || name === "work" && (first === "sync" || first === "vendor")) return {
		kind: "download",
		own: false
	};
	if (!COMPILES.has(name)) return null;
	if (rest.includes("-mod=vendor") || (name === "install" || name === "run") && /@/.test(first)) return null;
	return {
		kind: "build",
		own: false
	};
}
/** What a command does to the modules, by its words without wrappers. */
function meaningOf(words) {
	const [path = "", ...rest] = words;
	const name = path.split("/").at(-1) ?? "";
	if (path.startsWith("./") || path.startsWith("../") || name.endsWith(".sh")) return {
		kind: "unknown",
		own: false
	};
	if (/^go(?:1\.\d+(?:\.\d+)?)?(?:\.exe)?$/.test(name)) return meaningOfGo(rest[0] === "-C" ? rest.slice(2) : rest[0]?.startsWith("-C=") === true ? rest.slice(1) : rest);
	if (/^goparity(?:@[\w.-]+)?$/.test(name)) return [
		"check",
		"verify",
		"run",
		"build"
	].includes(rest[0] ?? "") ? {
		kind: "verify",
		own: true
	} : null;
	if (TOOLS.has(name)) return /^(?:--?version|version|help|linters|config|init|cache|login|--?help|-h)$/.test(rest[0] ?? "") ? null : {
		kind: "build",
		own: false
	};
	if (RUNNERS.has(name)) return {
		kind: runsBuild(rest.filter((word, index) => !/^-|=/.test(word) && !/^(?:-C|-f|-j)$/.test(rest[index - 1] ?? ""))) ? "build" : "unknown",
		own: false
	};
	if (OTHERS.has(name) || (name === "mise" || name === "rtx") && rest[0] === "run") return {
		kind: "unknown",
		own: false
	};
	return null;
}
/** Programs that give another command its tools or its secrets: `mise exec -- go build`. */
const CARRIERS = /* @__PURE__ */ new Set([
	"mise",
	"rtx",
	"devbox",
	"flox",
	"nix",
	"hermit",
	"aqua",
	"asdf",
	"doppler",
	"op",
	"aws-vault",
	"infisical",
	"dotenv"
]);
/** Takes away what stands before a command and only says how it is started. */
function withoutWrappers(words) {
	let rest = words;
	for (let turn = 0; turn < 8; turn += 1) {
		const [name = ""] = rest;
		if (CARRIERS.has(name) && rest.includes("--")) {
			rest = rest.slice(rest.indexOf("--") + 1);
			continue;
		}
		if (![
			"sudo",
			"env",
			"nice",
			"exec",
			"command",
			"nohup",
			"npx",
			"xvfb-run",
			"time",
			"doas",
			"ionice"
		].includes(name)) break;
		let next = 1;
		while (next < rest.length && (rest[next]?.startsWith("-") === true || /^[A-Za-z_]\w*=/.test(rest[next] ?? ""))) next += 1;
		rest = rest.slice(next);
	}
	return rest;
}
/** A folder as it is written, without what says nothing. */
function normalDirectory(base, directory) {
	const joined = directory.startsWith("/") || base === "." || base === "" ? directory : `${base}/${directory}`;
	const parts = [];
	for (const part of joined.split("/")) if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
	else if (part !== "" && part !== ".") parts.push(part);
	const plain = parts.join("/");
	if (joined.startsWith("/")) return `/${plain}`;
	return plain === "" ? "." : plain;
}
function short(words) {
	const text = words.slice(0, 12).join(" ").slice(0, 200).replaceAll(/\s+/g, " ");
	return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
function goDirectory(words) {
	if (!/(?:^|\/)go[\d.]*(?:\.exe)?$/.test(words[0] ?? "")) return void 0;
	return words[1] === "-C" ? words[2] : words[1]?.startsWith("-C=") === true ? words[1].slice(3) : void 0;
}
/** The events of a script that has been split already. */
function eventsOfCommands(commands, place) {
	const events = [];
	let { directory, mode } = place;
	for (const [index, command] of commands.entries()) {
		const words = withoutWrappers(command.words);
		const [name, first] = words;
		if (name === "set") mode = applyOptions(mode, words.slice(1));
		if ((name === "cd" || name === "pushd") && first !== void 0) directory = normalDirectory(directory, first);
		const meaning = meaningOf(words);
		if (meaning === null) continue;
		const inner = goDirectory(words);
		events.push({
			...meaning,
			what: short(words),
			line: place.lineOf(command.at),
			directory: inner === void 0 ? directory : normalDirectory(directory, inner),
			cache: place.cache,
			loose: meaning.kind === "verify" ? place.loose ?? looseness(commands, index, mode) : null
		});
		if (meaning.own && first === "run") {
			const started = meaningOf(withoutWrappers(words.slice(words.indexOf("--") + 1)));
			if (started?.kind === "build") events.push({
				...started,
				what: short(words),
				line: place.lineOf(command.at),
				directory,
				cache: place.cache,
				loose: null
			});
		}
	}
	return events;
}
/** The events of a script. */
function eventsOfScript(script, place) {
	return eventsOfCommands(splitShell(script), place);
}

// src/init/yaml-file.ts
/** Far more than any workflow has. */
const MAX_BYTES = 1048576;
const MAX_DEPTH = 60;
/** Entries that merge keys may copy in one file. */
const MAX_MERGED = 2e4;
function refuse$1(name, line, message, cause) {
	return new ParityError("config-invalid", `${name}:${String(line)}: ${message}`, void 0, { cause });
}
/** Finds lines by halving. */
function lineFinder(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let [low, high] = [0, starts.length];
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	};
}
/**
* Reads a YAML file without interpreting scalars. Aliases share the node they name, so nothing is multiplied.
* Throws `config-invalid` as `file:line: …` for what is no YAML, refers to itself, nests too deeply or is over 1 MiB.
*/
async function readYamlFile(name, text) {
	if (text.length > 1048576) throw refuse$1(name, 1, `is larger than ${String(MAX_BYTES)} bytes, which no file of a CI is: it is not read`);
	const { isAlias, isMap, isScalar, isSeq, parseAllDocuments } = await import("./yaml.js").then((m) => /* @__PURE__ */ __toESM(m.default, 1));
	const lineOf = lineFinder(text);
	let documents;
	try {
		documents = parseAllDocuments(text, {
			schema: "failsafe",
			uniqueKeys: false,
			prettyErrors: false,
			logLevel: "silent"
		});
	} catch (error) {
		throw refuse$1(name, 1, `cannot be read as YAML: ${toError(error).message}`, error);
	}
	const document = "empty" in documents ? void 0 : documents.at(-1);
	const wrong = document?.errors[0];
	if (wrong !== void 0) throw refuse$1(name, lineOf(wrong.pos[0]), `is not valid YAML: ${wrong.message.split("\n", 1)[0] ?? ""}`);
	const anchors = /* @__PURE__ */ new Map();
	let merged = 0;
	const convert = (node, at, depth) => {
		if (depth > MAX_DEPTH) throw refuse$1(name, lineOf(at), `nests deeper than ${String(MAX_DEPTH)} levels`);
		if (isAlias(node)) {
			const found = anchors.get(node.source);
			const line = lineOf(node.range?.[0] ?? at);
			if (found === null) throw refuse$1(name, line, `the alias *${node.source} stands inside of what it names`);
			if (found === void 0) throw refuse$1(name, line, `the alias *${node.source} names nothing above it`);
			return found;
		}
		if (!isScalar(node) && !isSeq(node) && !isMap(node)) return {
			kind: "text",
			text: "",
			at,
			end: at,
			block: false
		};
		const anchor = node.anchor;
		if (anchor !== void 0) anchors.set(anchor, null);
		const read = convertHere(node, at, depth);
		if (anchor !== void 0) anchors.set(anchor, read);
		return read;
	};
	const convertHere = (node, fallback, depth) => {
		const [at, end] = node.range ?? [fallback, fallback];
		if (isSeq(node)) return {
			kind: "list",
			items: node.items.map((item) => convert(item, at, depth + 1)),
			at,
			end,
			flow: node.flow === true,
			tag: node.tag ?? ""
		};
		if (isMap(node)) {
			const entries = /* @__PURE__ */ new Map();
			const sources = [];
			for (const { key, value } of node.items) {
				const where = isScalar(key) ? key.range?.[0] ?? at : at;
				const word = isScalar(key) && typeof key.value === "string" ? key.value : "";
				const read = convert(value, where, depth + 1);
				if (word === "<<") sources.push(...read.kind === "list" ? read.items : [read]);
				else if (!entries.has(word)) entries.set(word, {
					at: where,
					node: read
				});
			}
			for (const source of sources) {
				if (source.kind !== "map") continue;
				merged += source.entries.size;
				if (merged > MAX_MERGED) throw refuse$1(name, lineOf(at), "merges more than any file of a CI does: it is not read");
				for (const [word, entry] of source.entries) if (!entries.has(word)) entries.set(word, entry);
			}
			return {
				kind: "map",
				entries,
				at,
				end,
				flow: node.flow === true
			};
		}
		return {
			kind: "text",
			text: isScalar(node) && typeof node.value === "string" ? node.value : "",
			at,
			end,
			block: isScalar(node) && (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED")
		};
	};
	return {
		name,
		text,
		root: convert(document?.contents, 0, 0),
		lineOf
	};
}
/** The value under a key of a map; `undefined` for anything else. */
function nodeAt(node, ...path) {
	let here = node;
	for (const key of path) here = here?.kind === "map" ? here.entries.get(key)?.node : void 0;
	return here;
}
/** The text under a key; `undefined` where there is none. */
function textAt(node, ...path) {
	const found = nodeAt(node, ...path);
	return found?.kind === "text" ? found.text : void 0;
}
/** The items under a key, a single value as a list of one; empty where there is nothing. */
function itemsAt(node, ...path) {
	const found = nodeAt(node, ...path);
	if (found === void 0 || found.kind === "text" && found.text === "") return [];
	return found.kind === "list" ? found.items : [found];
}
/** Texts of a list, other items left out. */
function texts(items) {
	return items.flatMap((item) => item.kind === "text" ? [item.text] : []);
}
/** The entries of a map, in order; none for anything else. */
function entriesOf(node) {
	return node?.kind === "map" ? [...node.entries].map(([key, { node: value, at: where }]) => [
		key,
		value,
		where
	]) : [];
}
/**
* The line of a character of a text as it is written in the file: line folding, indentation and quotes change white space
* only, so the characters that are none are counted off.
*/
function linesInText({ text, lineOf }, node) {
	const source = text.slice(node.at, node.end);
	const from = node.block ? source.indexOf("\n") + 1 : /^["']/.test(source) ? 1 : 0;
	const black = [];
	for (let index = from; index < source.length; index += 1) if (!/\s/.test(source.charAt(index))) black.push(node.at + index);
	const before = new Uint32Array(node.text.length + 1);
	for (let index = 0; index < node.text.length; index += 1) before[index + 1] = (before[index] ?? 0) + (/\s/.test(node.text.charAt(index)) ? 0 : 1);
	return (offset) => lineOf(black[before[Math.min(offset, node.text.length)] ?? 0] ?? node.at);
}

// src/init/event-reader.ts
/** More than any file of a CI has; aliases can make many steps of few lines. */
const MAX_EVENTS$1 = 5e3;
const MAX_SCRIPTS$1 = 2e4;
/** Makes a reader of one file. */
function readEvents(file) {
	const splits = /* @__PURE__ */ new Map();
	let [events, scripts] = [0, 0];
	const count = (more) => {
		events += more;
		if (events > MAX_EVENTS$1 || scripts > MAX_SCRIPTS$1) throw new ParityError("config-invalid", `${file.name}:1: has more steps than any file of a CI: it is not read`);
	};
	return {
		script(text, place) {
			let split = splits.get(text);
			if (split === void 0) {
				split = {
					commands: splitShell(text.text),
					lineOf: linesInText(file, text)
				};
				splits.set(text, split);
			}
			scripts += 1 + split.commands.length / 10;
			const found = eventsOfCommands(split.commands, {
				...place,
				lineOf: split.lineOf
			});
			count(found.length);
			return found;
		},
		event(event) {
			count(1);
			return {
				own: false,
				directory: "*",
				cache: "",
				loose: null,
				...event
			};
		}
	};
}

// src/init/github-jobs.ts
/** A path of a cache that holds modules: `~/go/pkg/mod`, `$GOMODCACHE`, `${{ steps.go.outputs.modcache }}`. */
function holdsModules(path) {
	return /pkg[\\/]+mod(?:$|[^\w-])|mod-?_?cache|go-?_?mod|^[ \t]*(?:~|\$HOME|\/root|\$\{HOME\}|\/home\/\w+)\/go\/?[ \t]*$|^[ \t]*(?:\$GOPATH|\$\{GOPATH\}|\/go|\.go)\/?(?:pkg\/?)?[ \t]*$/im.test(path);
}
/** Whether a literal value says yes; an expression says nothing. */
function isTrue(text) {
	return text !== void 0 && /^(?:true|\$\{\{\s*true\s*\}\})$/i.test(text.trim());
}
function isFalse(text) {
	return text !== void 0 && /^(?:false|\$\{\{\s*false\s*\}\}|\$\{\{\s*always\(\)\s*&&\s*false\s*\}\})$/i.test(text.trim());
}
/** Why nothing that a step or a job finds fails the run; `null` when it does. */
function looseOf$1(node, what) {
	const verb = what === "step" ? "stands" : "runs in a job";
	if (isTrue(textAt(node, "continue-on-error"))) return `${verb} under \`continue-on-error: true\``;
	if (isFalse(textAt(node, "if"))) return `${verb} under \`if: false\` and never runs`;
	return null;
}
function modeOf(shell) {
	if (shell === void 0 || shell === "" || shell === "sh") return {
		errexit: true,
		pipefail: false
	};
	if (/^(?:bash|sh|zsh|dash|ash)\s/.test(shell)) return applyOptions({
		errexit: false,
		pipefail: false
	}, shell.split(/\s+/));
	return {
		errexit: true,
		pipefail: true
	};
}
/** `actions/cache@v4` → `actions/cache` */
function nameOf(uses) {
	return uses.split("@", 1)[0] ?? "";
}
function isRestore(uses, step) {
	const name = nameOf(uses);
	if (/(?:^|\/)setup-go$/.test(name)) {
		const cache = textAt(step, "with", "cache");
		return /@v[123](?:\.|$)/.test(uses) ? isTrue(cache) : !isFalse(cache);
	}
	if (/(?:golang|go)-?(?:mod-)?cache/.test(name)) return true;
	if (isTrue(textAt(step, "with", "lookup-only")) || name.endsWith("/save")) return false;
	if (!/cache(?:\/restore)?$|-cache-action$|download-artifact$/.test(name)) return false;
	return holdsModules(textAt(step, "with", "path") ?? "") || /nscloud-cache/.test(name) && textAt(step, "with", "cache") === "go";
}
/** Actions that compile, or load as the compiler does, what is checked out. */
const COMPILING = /^(?:golangci\/golangci-lint-action|goreleaser\/goreleaser-action|github\/codeql-action\/(?:autobuild|analyze)|securego\/gosec|golang\/govulncheck-action|dominikh\/staticcheck-action|reviewdog\/action-golangci-lint|robherley\/go-test-action|ncruces\/go-coverage-report|gotestyourself\/.*)$/;
function eventsOfUses(reader, uses, step, line, loose) {
	const what = uses.length > 80 ? `${uses.slice(0, 79)}…` : uses.replace(/@[0-9a-f]{40}$/, "");
	const name = nameOf(uses);
	if (isOwnAction(uses) === "record") {
		if (isFalse(textAt(step, "with", "verify"))) return [];
		const directory = normalDirectory(".", textAt(step, "with", "working-directory") ?? ".");
		return [reader.event({
			kind: "verify",
			own: true,
			what,
			line,
			directory,
			loose
		})];
	}
	if (isOwnAction(uses) === "report") return [];
	if (isRestore(uses, step)) return [reader.event({
		kind: "restore",
		what,
		line
	})];
	if (COMPILING.test(name)) {
		const directory = textAt(step, "with", "working-directory") ?? textAt(step, "with", "workdir") ?? ".";
		return [reader.event({
			kind: "build",
			what,
			line,
			directory: normalDirectory(".", directory)
		})];
	}
	return uses.startsWith("./") ? [reader.event({
		kind: "unknown",
		what,
		line
	})] : [];
}
function stepsOf(file, reader, items, defaults, job) {
	const inherit = (key) => defaults.map((node) => textAt(node, "defaults", "run", key)).find((found) => found !== void 0);
	return items.flatMap((node) => {
		if (node.kind !== "map") return [];
		const loose = looseOf$1(node, "step") ?? job;
		const uses = textAt(node, "uses");
		const line = file.lineOf(nodeAt(node, uses === void 0 ? "run" : "uses")?.at ?? node.at);
		const run = nodeAt(node, "run");
		const directory = normalDirectory(".", textAt(node, "working-directory") ?? inherit("working-directory") ?? ".");
		return [{
			node,
			uses,
			line,
			events: uses !== void 0 ? eventsOfUses(reader, uses, node, line, loose) : run?.kind === "text" ? reader.script(run, {
				directory,
				cache: "",
				loose,
				mode: modeOf(textAt(node, "shell") ?? inherit("shell"))
			}) : []
		}];
	});
}
/** Images in which nothing but Go is; any other may bring modules along. */
function isPlainImage(image) {
	return image !== void 0 && /^(?:docker\.io\/)?(?:library\/)?(?:golang|alpine|debian|ubuntu|fedora|buildpack-deps|scratch)(?:[:@]|$)/.test(image);
}
/** The jobs of a workflow with their steps in order; for an `action.yml`, its steps as one job. */
function githubJobs(file) {
	const reader = readEvents(file);
	const image = (line) => reader.event({
		kind: "image",
		what: "image",
		line
	});
	if (nodeAt(file.root, "jobs") === void 0 && nodeAt(file.root, "runs") !== void 0) {
		const runs = nodeAt(file.root, "runs");
		const steps = stepsOf(file, reader, itemsAt(runs, "steps"), [], null);
		return runs === void 0 ? [] : [{
			id: "runs",
			node: runs,
			line: file.lineOf(runs.at),
			steps,
			events: [image(1), ...steps.flatMap(({ events }) => events)]
		}];
	}
	return entriesOf(nodeAt(file.root, "jobs")).flatMap(([id, node, keyAt]) => {
		if (nodeAt(node, "steps") === void 0) return [];
		const steps = stepsOf(file, reader, itemsAt(node, "steps"), [node, file.root], looseOf$1(node, "job"));
		const container = textAt(node, "container") ?? textAt(node, "container", "image");
		const before = container === void 0 || isPlainImage(container) ? [] : [image(file.lineOf(keyAt))];
		return [{
			id,
			node,
			line: file.lineOf(keyAt),
			steps,
			events: [...before, ...steps.flatMap(({ events }) => events)]
		}];
	});
}

// src/init/dockerfile.ts
const MAX_EVENTS = 5e3;
/** Splits a Dockerfile into its instructions. Every line is read once. */
function instructionsOf(text) {
	const lines = text.split(/\r?\n/);
	const escape = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join("\n")) ? "`" : "\\";
	const instructions = [];
	for (let index = 0; index < lines.length; index += 1) {
		const first = /^\s*([A-Za-z]+)(?:\s+(.*))?$/.exec(lines[index] ?? "");
		if (first === null) continue;
		const line = index + 1;
		let joined = "";
		const starts = [];
		let part = first[2] ?? "";
		for (;;) {
			starts.push({
				at: joined.length,
				line: index + 1
			});
			const bare = part.trimEnd();
			if (!bare.endsWith(escape)) {
				joined += part;
				break;
			}
			joined += `${bare.slice(0, -1)} `;
			do
				index += 1;
			while (index < lines.length && /^\s*(?:#.*)?$/.test(lines[index] ?? ""));
			if (index >= lines.length) break;
			part = lines[index] ?? "";
		}
		const word = (first[1] ?? "").toUpperCase();
		const ends = [
			"RUN",
			"COPY",
			"ADD"
		].includes(word) ? [...joined.matchAll(/<<(-?)(["']?)([A-Za-z_]\w*)\2/g)].slice(0, 20) : [];
		const body = [];
		const documentLine = index + 2;
		for (const [, dash, , end] of ends) {
			index += 1;
			while (index < lines.length && (dash === "-" ? (lines[index] ?? "").replace(/^\t+/, "") : lines[index]) !== end) {
				body.push(lines[index] ?? "");
				index += 1;
			}
			body.push("");
		}
		const lineOf = (offset) => starts.findLast(({ at }) => at <= offset)?.line ?? line;
		instructions.push({
			word,
			text: joined,
			document: ends.length === 0 ? null : body.join("\n"),
			documentLine,
			line,
			lineOf
		});
	}
	return instructions;
}
/** Where the module cache of a RUN lies: in the layer, or in what is mounted there. */
function mountOf(flags) {
	for (const [, options = ""] of flags.matchAll(/--mount=(\S+)/g)) {
		const fields = new Map(options.split(",").map((field) => [field.split("=", 1)[0] ?? "", field.slice(field.indexOf("=") + 1)]));
		const target = fields.get("target") ?? fields.get("dst") ?? fields.get("destination") ?? "";
		if (fields.get("type") === "cache" && (holdsModules(target) || /^\/(?:go|root\/go)(?:\/|$)/.test(target))) return fields.get("id") ?? target;
	}
	return "";
}
function runEvents(stage, { text, document, documentLine, line, lineOf }) {
	const flags = /^(?:\s*--[a-z]+=\S+)*\s*/.exec(text)?.[0] ?? "";
	const cache = mountOf(flags);
	if (cache !== "" && !stage.mounts.has(cache)) {
		stage.mounts.add(cache);
		stage.events.push({
			kind: "restore",
			own: false,
			what: `the cache mount ${cache}`.slice(0, 80),
			line,
			directory: "*",
			cache,
			loose: null
		});
	}
	const place = {
		directory: stage.directory,
		cache,
		loose: null,
		mode: stage.mode
	};
	const command = text.slice(flags.length);
	if (document !== null && /^<<-?["']?\w+["']?\s*$/.test(command.trim())) {
		if (document.startsWith("#!") && !/^#!.*\b(?:ba|a|da)?sh\b/.test(document)) return;
		const shebang = /^#!(.*)/.exec(document)?.[1]?.split(/\s+/) ?? [];
		const lineAt = lineFinder(document);
		stage.events.push(...eventsOfScript(document, {
			...place,
			mode: applyOptions(place.mode, shebang),
			lineOf: (offset) => documentLine + lineAt(offset) - 1
		}));
		return;
	}
	const words = execForm(command);
	const shell = words === null ? command : words.map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
	stage.events.push(...eventsOfScript(shell, {
		...place,
		lineOf: (offset) => lineOf(words === null ? offset + flags.length : 0)
	}));
}
/** `["go", "mod", "verify"]`; `null` for anything else. */
function execForm(text) {
	if (!text.trim().startsWith("[")) return null;
	try {
		const read = JSON.parse(text);
		return Array.isArray(read) && read.every((word) => typeof word === "string") ? read : null;
	} catch {
		return null;
	}
}
/** The stages of a Dockerfile with their events in order. Throws `config-invalid` when it is over 1 MiB or has too many steps. */
function dockerStages(name, text) {
	if (text.length > 1048576) throw new ParityError("config-invalid", `${name}:1: is larger than ${String(MAX_BYTES)} bytes: it is not read`);
	const stages = [];
	let total = 0;
	for (const instruction of instructionsOf(text)) {
		const { word, line } = instruction;
		const words = instruction.text.trim().split(/\s+/);
		if (word === "FROM") {
			const [image = "", as = "", alias] = words.filter((part) => !part.startsWith("--"));
			const parent = stages.findLast((stage) => stage.name.toLowerCase() === image.toLowerCase());
			const unknown = {
				kind: "image",
				own: false,
				what: image.slice(0, 60),
				line,
				directory: "*",
				cache: "",
				loose: null
			};
			const before = parent === void 0 ? isPlainImage(image) ? [] : [unknown] : parent.events;
			total += before.length;
			stages.push({
				name: /^as$/i.test(as) && alias !== void 0 ? alias : String(stages.length),
				inherited: before.length,
				events: [...before],
				mounts: new Set(parent?.mounts),
				directory: parent?.directory ?? ".",
				mode: parent?.mode ?? {
					errexit: false,
					pipefail: false
				}
			});
		}
		const stage = stages.at(-1);
		if (stage === void 0) continue;
		const had = stage.events.length;
		if (word === "WORKDIR") stage.directory = normalDirectory(stage.directory, words[0] ?? ".");
		else if (word === "SHELL") stage.mode = applyOptions({
			errexit: false,
			pipefail: false
		}, execForm(instruction.text) ?? []);
		else if (word === "RUN") runEvents(stage, instruction);
		else if ((word === "COPY" || word === "ADD") && words.some((part) => part.startsWith("--from=")) && words.some((part) => holdsModules(part) || /^\/(?:root\/)?go(?:\/|$)/.test(part))) for (const kind of ["restore", "download"]) stage.events.push({
			kind,
			own: false,
			what: `${word} ${words.join(" ")}`.slice(0, 60),
			line,
			directory: "*",
			cache: "",
			loose: null
		});
		total += stage.events.length - had;
		if (total > MAX_EVENTS) throw new ParityError("config-invalid", `${name}:${String(line)}: has more steps than any Dockerfile: it is not read`);
	}
	return stages;
}

// src/init/gitlab-jobs.ts
/** Keys of the top that are no jobs. */
const GLOBAL = /* @__PURE__ */ new Set([
	"default",
	"include",
	"stages",
	"types",
	"variables",
	"workflow",
	"spec",
	"image",
	"services",
	"cache",
	"before_script",
	"after_script"
]);
/** GitLab's own limits are 11 levels of `extends` and 10 of nested scripts. */
const MAX_LEVELS = 11;
/** The keys of a job and of what it extends, nearest first; GitLab merges maps below, of which only `image` matters here. */
function lineage(root, job) {
	const found = [];
	const follow = (node, level) => {
		if (level > MAX_LEVELS || found.length > 50) return;
		found.push(node);
		for (const name of texts(itemsAt(node, "extends")).toReversed()) {
			const parent = nodeAt(root, name);
			if (parent !== void 0 && !found.includes(parent)) follow(parent, level + 1);
		}
	};
	follow(job, 0);
	return found;
}
/** A value of a job: its own, one it extends, the default, one of the top. */
function valueOf(root, job, key) {
	return job.map((node) => nodeAt(node, key)).find((node) => node !== void 0) ?? nodeAt(root, "default", key) ?? nodeAt(root, key);
}
const MAX_LINES = 5e3;
/** The lines of a script, nested lists and `!reference` followed. */
function linesOf({ name, root }, node) {
	const found = [];
	let visits = 0;
	const follow = (here, level) => {
		visits += 1;
		if (visits > MAX_LINES) throw new ParityError("config-invalid", `${name}:1: has more steps than any file of a CI: it is not read`);
		if (here === void 0 || level > MAX_LEVELS) return;
		if (here.kind === "text") found.push(here);
		if (here.kind !== "list") return;
		if (here.tag.endsWith("!reference")) follow(nodeAt(root, ...texts(here.items)), level + 1);
		else for (const item of here.items) follow(item, level + 1);
	};
	follow(node, 0);
	return found;
}
function imageOf(node) {
	return node?.kind === "text" ? node.text : textAt(node, "name");
}
function cachesModules(node) {
	return (node?.kind === "list" ? node.items : node === void 0 ? [] : [node]).some((cache) => texts(itemsAt(cache, "paths")).some((path) => holdsModules(path) || /(?:^|\/)\.?go\/?$|^\.go/.test(path)));
}
/** What a `allow_failure` of a job says. */
function looseOf(job) {
	const allowed = job.map((node) => nodeAt(node, "allow_failure")).find((node) => node !== void 0);
	return allowed?.kind === "text" && allowed.text === "true" ? "runs in a job with `allow_failure: true`" : null;
}
/** The jobs of a `.gitlab-ci.yml`: templates (`.name`) only where a job extends them. */
function gitlabJobs(file) {
	const { root } = file;
	const reader = readEvents(file);
	return entriesOf(root).flatMap(([id, node, keyAt]) => {
		if (id.startsWith(".") || GLOBAL.has(id) || node.kind !== "map") return [];
		const job = lineage(root, node);
		const line = file.lineOf(keyAt);
		const cache = valueOf(root, job, "cache");
		const events = [];
		if (!isPlainImage(imageOf(valueOf(root, job, "image")))) events.push(reader.event({
			kind: "image",
			what: "image",
			line
		}));
		if (cachesModules(cache)) events.push(reader.event({
			kind: "restore",
			what: "cache",
			line: file.lineOf(cache?.at ?? keyAt)
		}));
		const run = (key, loose, directory) => {
			let here = directory;
			for (const text of linesOf(file, valueOf(root, job, key))) {
				const place = {
					directory: here,
					cache: "",
					loose,
					mode: {
						errexit: true,
						pipefail: true
					}
				};
				events.push(...reader.script(text, place));
				const moved = /^\s*cd\s+([^\s;&|]+)\s*$/.exec(text.text)?.[1];
				if (moved !== void 0) here = moved;
			}
		};
		const loose = looseOf(job);
		run("before_script", loose, ".");
		run("script", loose, ".");
		run("after_script", "stands in `after_script`, whose result GitLab ignores", ".");
		return [{
			id,
			events
		}];
	});
}

// src/init/order.ts
function sameModule(a, b) {
	return a.cache === b.cache && (a.directory === "*" || a.directory === b.directory);
}
function seen({ line, what }) {
	return `${String(line)}: ${what}`;
}
function finding(place, rule, verify, severity, words) {
	return {
		rule,
		severity,
		state: "new",
		title: words.title,
		message: words.message,
		subject: { tool: verify.what },
		location: {
			file: place.file,
			line: verify.line
		},
		evidence: [verify, ...words.others ?? []].toSorted((a, b) => a.line - b.line).map(seen),
		fix: words.fix,
		source: "integrity"
	};
}
function notEnforced(place, verify, loose) {
	return finding(place, "workflow/verify-not-enforced", verify, "error", {
		title: "a failed verification fails nothing",
		message: `In ${place.scope}, ${verify.what} ${loose}. When the modules are not what go.sum says, the build goes on with them.`,
		fix: [{
			edit: `make ${verify.what} a command of its own whose failure counts`,
			why: "nothing is then built from modules that were not verified"
		}]
	});
}
/** Whether it leaves modules in the module cache. */
function brings({ kind, own }) {
	return kind === "download" || kind === "build" || own;
}
function beforeDownload(place, events, index, verify) {
	const [before, after] = [events.slice(0, index), events.slice(index + 1)];
	if (before.some((event) => event.kind === "unknown" || brings(event) && (event.own || sameModule(event, verify)))) return null;
	const explicit = after.find((event) => event.kind === "download" && sameModule(event, verify));
	const first = explicit ?? after.find((event) => event.kind === "build" && sameModule(event, verify));
	if (explicit === void 0 && before.some((event) => brings(event) || event.kind === "image")) return null;
	const restored = before.findLast(({ kind }) => kind === "restore");
	const what = restored === void 0 ? "On a machine whose module cache is empty it looks at nothing and passes" : `It looks only at what the cache of line ${String(restored.line)} brought back, and at nothing when that was empty`;
	const later = first === void 0 ? "nothing in it downloads the modules" : `${first.what} in line ${String(first.line)} brings the modules later`;
	return finding(place, "workflow/verify-before-download", verify, restored === void 0 ? "error" : "warning", {
		title: `${verify.what} stands before the download`,
		message: `In ${place.scope}, ${later}. ${what}.`,
		fix: [{
			edit: explicit === void 0 ? "put `go mod download` before it" : `move it behind ${explicit.what} (line ${String(explicit.line)})`,
			why: "go mod verify reads only what is in the module cache already"
		}],
		others: [...restored === void 0 ? [] : [restored], ...first === void 0 ? [] : [first]]
	});
}
function afterBuild(place, events, index, verify) {
	const before = events.slice(0, index);
	const build = before.find((event) => event.kind === "build" && sameModule(event, verify));
	if (build === void 0 || before.some((event) => event.kind === "verify" && (event.own || sameModule(event, verify)))) return null;
	return finding(place, "workflow/verify-after-build", verify, "warning", {
		title: `${verify.what} stands after the build`,
		message: `In ${place.scope}, ${build.what} in line ${String(build.line)} compiles, and may run, modules that nobody has verified yet.`,
		fix: [{
			edit: `move it before line ${String(build.line)}${verify.own ? "" : ", behind `go mod download`"}`,
			why: "a changed module is then found before it is built or run"
		}],
		others: [build]
	});
}
function beforeRestore(place, events, index, verify) {
	const after = events.slice(index + 1);
	const last = after.findLastIndex(({ kind }) => kind === "restore");
	const restore = after[last];
	if (restore === void 0 || after.some(({ kind, loose }, later) => kind === "verify" && (loose === null || later < last))) return null;
	return finding(place, "workflow/verify-before-restore", verify, "warning", {
		title: `${verify.what} stands before the cache is restored`,
		message: `In ${place.scope}, ${restore.what} in line ${String(restore.line)} brings modules back after they were verified: what is built then is not what was verified.`,
		fix: [{
			edit: `move it behind line ${String(restore.line)}`,
			why: "a cache holds whatever an earlier run left there"
		}],
		others: [restore]
	});
}
/** What is wrong with the order of one job: its verifications held against everything else that it does. */
function orderFindings(place, events) {
	const findings = [];
	for (const [index, event] of events.entries()) {
		if (event.kind !== "verify") continue;
		if (event.loose !== null) {
			findings.push(notEnforced(place, event, event.loose));
			continue;
		}
		const found = [
			event.own ? null : beforeDownload(place, events, index, event),
			afterBuild(place, events, index, event),
			beforeRestore(place, events, index, event)
		];
		findings.push(...found.filter((one) => one !== null));
	}
	return findings;
}

// src/init/check-order.ts
function unique$1(findings) {
	const seen = /* @__PURE__ */ new Set();
	return findings.filter(({ rule, location }) => {
		const key = `${rule} ${String(location?.line)}`;
		if (seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}
/**
* Whether what verifies modules in a file of a CI stands where it proves something: behind the download and every cache,
* before the build, and with a failure that counts. Throws `config-invalid` as `file:line: …`.
*/
async function checkOrder({ kind, name, text }) {
	if (kind === "docker") return unique$1(dockerStages(name, text).flatMap(({ name: stage, events, inherited }) => {
		const own = new Set(events.slice(inherited).map(({ line }) => line));
		return orderFindings({
			file: name,
			scope: `stage ${stage}`
		}, events).filter(({ location }) => own.has(location?.line ?? 0));
	}));
	const file = await readYamlFile(name, text);
	return unique$1((kind === "github" ? githubJobs(file) : gitlabJobs(file)).flatMap(({ id, events }) => orderFindings({
		file: name,
		scope: id === "runs" ? "this action" : `job ${id}`
	}, events)));
}

// src/init/ports.ts
/** The ports of Go 1.26 and those that it no longer has but earlier ones did: `go tool dist list`. */
const PORTS = {
	aix: "ppc64",
	android: "386 amd64 arm arm64",
	darwin: "amd64 arm64",
	dragonfly: "amd64",
	freebsd: "386 amd64 arm arm64 riscv64",
	illumos: "amd64",
	ios: "amd64 arm64",
	js: "wasm",
	linux: "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x",
	netbsd: "386 amd64 arm arm64",
	openbsd: "386 amd64 arm arm64 ppc64 riscv64",
	plan9: "386 amd64 arm",
	solaris: "amd64",
	wasip1: "wasm",
	windows: "386 amd64 arm arm64"
};
/** Whether Go has, or had, a port. What the Go of a project can build, it says itself later. */
function isPort({ goos, goarch }) {
	return Object.hasOwn(PORTS, goos) && (PORTS[goos] ?? "").split(" ").includes(goarch);
}

// src/init/guessed-targets.ts
/** More than any project builds for. */
const MAX_TARGETS = 100;
/** `CGO_ENABLED=0` and `=1` as a choice; anything else is none. */
function cgoOf(value) {
	return value === "0" ? false : value === "1" ? true : void 0;
}
/**
* What several files say, as one list: platforms that Go has, each once, in the order of their names. Where one file
* says cgo on or off and another says nothing, the one that says something counts.
*/
function mergeTargets(seen) {
	const found = /* @__PURE__ */ new Map();
	for (const { goos, goarch, variant, cgo, file, line } of seen) {
		if (!isPort({
			goos,
			goarch
		}) || variant !== void 0 && !/^[\w.,]{1,20}$/.test(variant)) continue;
		const platform = `${goos}/${goarch}${variant === void 0 ? "" : `/${variant}`}`;
		const suffix = cgo === void 0 ? "" : cgo ? "+cgo" : "-cgo";
		const suffixes = found.get(platform) ?? /* @__PURE__ */ new Map();
		const places = suffixes.get(suffix) ?? [];
		const place = `${file}:${String(line)}`;
		if (!places.includes(place) && places.length < 3) places.push(place);
		found.set(platform, suffixes.set(suffix, places));
	}
	return [...found].toSorted(([a], [b]) => byteOrder(a, b)).flatMap(([platform, suffixes]) => {
		const plain = suffixes.get("") ?? [];
		const said = [...suffixes].filter(([suffix]) => suffix !== "").toSorted(([a], [b]) => byteOrder(a, b));
		if (said.length === 0) return [{
			target: platform,
			from: plain
		}];
		return said.map(([suffix, from]) => ({
			target: `${platform}${suffix}`,
			from: [...from, ...said.length === 1 ? plain : []].slice(0, 3)
		}));
	}).slice(0, MAX_TARGETS);
}

// src/init/command-targets.ts
const VARIANT_KEYS = {
	arm: "GOARM",
	mips: "GOMIPS",
	mipsle: "GOMIPS"
};
/** `go`, `go1.25`, `$(GO)`, `${GO}`, `$GO`, `$(GOCMD)`. */
const GO = /^(?:.*\/)?(?:go(?:1[\d.]*)?|\$[({]?GO(?:CMD|BIN|_CMD|EXE)?[)}]?)$/;
/** What `GOOS=… GOARCH=… go build` builds for; also behind `env`. */
function commandTarget({ words, assignments }) {
	const own = words[0] === "env" ? words.flatMap((word) => /^\w+=/.test(word) ? [[word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]] : []) : [];
	const values = new Map([...assignments, ...own]);
	const [name = "", sub = ""] = withoutWrappers(words);
	const [goos, goarch] = [values.get("GOOS"), values.get("GOARCH")];
	if (goos === void 0 || goarch === void 0 || !GO.test(name) || ![
		"build",
		"install",
		"test",
		"vet",
		"run"
	].includes(sub)) return null;
	const key = Object.hasOwn(VARIANT_KEYS, goarch) ? VARIANT_KEYS[goarch] : void 0;
	return {
		goos,
		goarch,
		variant: key === void 0 ? void 0 : values.get(key),
		cgo: cgoOf(values.get("CGO_ENABLED"))
	};
}
/** The cross-compiling lines of a Makefile or a script. Recipes of make are shell but for `@` and `-` in front. */
function scriptTargets(file, text) {
	const found = [];
	const lines = text.split("\n");
	for (let index = 0; index < lines.length; index += 1) {
		const line = index + 1;
		let joined = (lines[index] ?? "").replace(/\r$/, "");
		while (joined.endsWith("\\") && index + 1 < lines.length && joined.length < 1e4) {
			index += 1;
			joined = `${joined.slice(0, -1)} ${(lines[index] ?? "").replace(/\r$/, "")}`;
		}
		if (joined.length > 1e4 || !joined.includes("GOOS=")) continue;
		for (const command of splitShell(joined.replace(/^(\s*)[@+-]+/, "$1"))) {
			const target = commandTarget(command);
			if (target !== null) found.push({
				...target,
				file,
				line
			});
		}
		if (found.length > 1e3) break;
	}
	return found;
}

// src/init/yaml-text.ts
/** A text as a YAML value: plain where nothing else could be read from it, else in double quotes. */
function yamlValue(text) {
	return /^[A-Za-z_][\w./+-]*$/.test(text) && !/^(?:true|false|yes|no|on|off|null|y|n)$/i.test(text) ? text : JSON.stringify(text);
}
/** Texts as a YAML list in one line. */
function yamlList(items) {
	return `[${items.map(yamlValue).join(", ")}]`;
}

// src/init/config-text.ts
/** `.goparity.yml` with the targets that the project builds for; the platform of the machine when none was seen. */
function configText(targets) {
	return [
		"# Written by `goparity init`. What every job builds; without +cgo or -cgo cgo is what Go would choose there.",
		"targets:",
		...targets.length === 0 ? ["  - default # nothing here cross-compiles yet: what go builds by itself"] : targets.map(({ target, from }) => `  - ${yamlValue(target)} # ${from.join(", ")}`),
		""
	].join("\n");
}

// src/init/goreleaser.ts
/** Names under which GoReleaser finds its configuration. */
const GORELEASER_FILES = [
	".config/goreleaser.yml",
	".config/goreleaser.yaml",
	".goreleaser.yml",
	".goreleaser.yaml",
	"goreleaser.yml",
	"goreleaser.yaml"
];
/** The variant keys of GoReleaser by architecture, and what it builds when none is given; the plain one needs no third part. */
const VARIANTS = {
	386: {
		key: "go386",
		default: "sse2",
		plain: "sse2"
	},
	amd64: {
		key: "goamd64",
		default: "v1",
		plain: "v1"
	},
	arm: {
		key: "goarm",
		default: "6",
		plain: ""
	},
	arm64: {
		key: "goarm64",
		default: "v8.0",
		plain: "v8.0"
	},
	mips: {
		key: "gomips",
		default: "hardfloat",
		plain: "hardfloat"
	},
	mipsle: {
		key: "gomips",
		default: "hardfloat",
		plain: "hardfloat"
	},
	mips64: {
		key: "gomips",
		default: "hardfloat",
		plain: "hardfloat"
	},
	mips64le: {
		key: "gomips",
		default: "hardfloat",
		plain: "hardfloat"
	},
	ppc64: {
		key: "goppc64",
		default: "power8",
		plain: "power8"
	},
	riscv64: {
		key: "goriscv64",
		default: "rva20u64",
		plain: "rva20u64"
	}
};
function variantOf(goarch, written) {
	const known = Object.hasOwn(VARIANTS, goarch) ? VARIANTS[goarch] : void 0;
	const value = written ?? known?.default;
	return known === void 0 || value === known.plain ? void 0 : value;
}
function isIgnored(build, goos, goarch, variant) {
	return itemsAt(build, "ignore").some((rule) => {
		const fields = entriesOf(rule);
		return fields.length > 0 && fields.every(([key, value]) => {
			const text = value.kind === "text" ? value.text : "";
			if (key === "goos") return text === goos;
			if (key === "goarch") return text === goarch;
			return key === VARIANTS[goarch]?.key && text === variant;
		});
	});
}
/** `linux_arm_7`, and the sets that GoReleaser has names for. */
function listedTargets(build) {
	return texts(itemsAt(build, "targets")).flatMap((text) => {
		if (text === "go_first_class" || text === "go_118_first_class") return [
			"linux/amd64",
			"linux/arm64",
			"linux/386",
			"linux/arm",
			"darwin/amd64",
			"darwin/arm64",
			"windows/amd64",
			"windows/386"
		].map((name) => {
			const [goos = "", goarch = ""] = name.split("/");
			return {
				goos,
				goarch,
				variant: variantOf(goarch, void 0)
			};
		});
		const [goos = "", goarch = "", variant] = text.split("_");
		return [{
			goos,
			goarch,
			variant: variantOf(goarch, variant)
		}];
	});
}
function product(build) {
	const list = (key, otherwise) => {
		const found = texts(itemsAt(build, key)).filter((text) => !text.includes("{{"));
		return nodeAt(build, key) === void 0 ? otherwise : found;
	};
	return list("goos", [
		"linux",
		"darwin",
		"windows"
	]).flatMap((goos) => list("goarch", [
		"386",
		"amd64",
		"arm64"
	]).flatMap((goarch) => {
		const known = Object.hasOwn(VARIANTS, goarch) ? VARIANTS[goarch] : void 0;
		return (known === void 0 ? [void 0] : list(known.key, [known.default])).filter((variant) => !isIgnored(build, goos, goarch, variant)).map((variant) => ({
			goos,
			goarch,
			variant: variantOf(goarch, variant)
		}));
	}));
}
function cgoIn(node) {
	return texts(itemsAt(node, "env")).map((text) => cgoOf(/^CGO_ENABLED=(.*)$/.exec(text.trim())?.[1]?.trim())).findLast((cgo) => cgo !== void 0);
}
/** What the builds of a GoReleaser configuration build for: `builds` by `goos`, `goarch`, variants and `ignore`, or by `targets`. */
function goreleaserTargets(file) {
	const { root } = file;
	const written = [...itemsAt(root, "builds"), ...itemsAt(root, "build")];
	return (written.length === 0 ? [root] : written).slice(0, 200).flatMap((build) => {
		if (build !== root && (textAt(build, "skip") === "true" || !["", "go"].includes(textAt(build, "builder") ?? ""))) return [];
		const cgo = cgoIn(build) ?? cgoIn(root);
		const line = file.lineOf((nodeAt(build, "targets") ?? nodeAt(build, "goos") ?? build).at);
		return (itemsAt(build, "targets").length > 0 ? listedTargets(build) : build === root ? product({
			kind: "text",
			text: "",
			at: 0,
			end: 0,
			block: false
		}) : product(build)).slice(0, 2e3).map(({ goos, goarch, variant }) => ({
			goos,
			goarch,
			variant,
			cgo,
			file: file.name,
			line
		}));
	});
}

// src/init/guessed-matrix.ts
/** What a project without any workflow gets. */
const PLAIN_MATRIX = {
	os: ["ubuntu-latest"],
	go: [],
	exclude: [],
	include: [],
	from: null
};
const MAX_VALUES = 20;
/** A runner of GitHub: others have labels that only their owner knows. */
function isHosted(label) {
	return /^(?:ubuntu|macos|windows)-[a-z0-9.-]{1,30}$/.test(label);
}
function isGoVersion(version) {
	return /^(?:\^|~|>=)?\d[\w.-]{0,30}$|^1\.\d{1,3}\.x$|^(?:old)?stable$/.test(version);
}
/** `${{ matrix.os }}` → `os`. */
function axisOf(text) {
	return /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text?.trim() ?? "")?.[1];
}
/** Literal values of what is written out, or of the axis that is named. */
function valuesOf(job, written, isValue) {
	const axis = axisOf(written);
	const matrix = nodeAt(job, "strategy", "matrix");
	const listed = axis === void 0 ? [written ?? ""] : [...texts(itemsAt(matrix, axis)), ...itemsAt(matrix, "include").flatMap((item) => textAt(item, axis) ?? [])];
	return [...new Set(listed)].filter(isValue).slice(0, MAX_VALUES);
}
function legs(job, key, os, go) {
	return itemsAt(nodeAt(job, "strategy", "matrix"), key).slice(0, MAX_VALUES).flatMap((item) => {
		if (key === "exclude" && entriesOf(item).some(([name]) => name !== os && name !== go)) return [];
		const [system, version] = [os === void 0 ? void 0 : textAt(item, os), go === void 0 ? void 0 : textAt(item, go)];
		if (system !== void 0 && !isHosted(system) || version !== void 0 && !isGoVersion(version)) return [];
		return system === void 0 && version === void 0 ? [] : [{
			...system === void 0 ? {} : { os: system },
			...version === void 0 ? {} : { go: version }
		}];
	});
}
function matrixOfJob(file, job, keyAt) {
	const setup = itemsAt(job, "steps").find((step) => /(?:^|\/)setup-go@/.test(textAt(step, "uses") ?? ""));
	if (setup === void 0) return null;
	const [runsOn, version] = [textAt(job, "runs-on"), textAt(setup, "with", "go-version")];
	const [osAxis, goAxis] = [axisOf(runsOn), axisOf(version)];
	const matrix = nodeAt(job, "strategy", "matrix");
	const from = `${file.name}:${String(file.lineOf(keyAt))}`;
	const exclude = legs(job, "exclude", osAxis, goAxis);
	const [allOs, allGo] = [valuesOf(job, runsOn, isHosted), valuesOf(job, version, isGoVersion)];
	if (osAxis === void 0 || goAxis === void 0) return allOs.length === 0 ? null : {
		os: allOs,
		go: allGo,
		exclude,
		include: [],
		from
	};
	const [os, go] = [osAxis, goAxis].map((axis, index) => {
		const values = texts(itemsAt(matrix, axis));
		return (index === 0 ? allOs : allGo).filter((value) => values.includes(value));
	});
	const added = legs(job, "include", osAxis, goAxis).flatMap((leg) => leg.os === void 0 || leg.go === void 0 ? [] : [{
		os: leg.os,
		go: leg.go
	}]);
	if (os === void 0 || go === void 0 || os.length * go.length === 0) return added.length === 0 ? null : {
		os: [],
		go: [],
		exclude: [],
		include: added,
		from
	};
	return {
		os,
		go,
		exclude,
		include: added.filter((leg) => !(os.includes(leg.os) && go.includes(leg.go))),
		from
	};
}
function size({ os, go, include, exclude }) {
	return os.length * Math.max(1, go.length) + include.length - exclude.length;
}
/** The matrix of the job that sets up Go on the most machines. */
function guessMatrix(files) {
	return files.flatMap((file) => entriesOf(nodeAt(file.root, "jobs")).slice(0, 200).flatMap(([, job, keyAt]) => matrixOfJob(file, job, keyAt) ?? [])).toSorted((a, b) => size(b) - size(a))[0] ?? PLAIN_MATRIX;
}
/** The branch that workflows are pushed to, when they name one without a pattern. */
function guessBranch(files) {
	const branches = files.flatMap(({ root }) => texts(itemsAt(root, "on", "push", "branches")));
	return branches.find((branch) => [
		"main",
		"master",
		"trunk"
	].includes(branch)) ?? branches.find((branch) => /^[\w./-]+$/.test(branch));
}

// src/init/workflow-text.ts
const CHECKOUT_LINES = [
	`- uses: ${CHECKOUT}`,
	"  with:",
	"    persist-credentials: false"
];
/** The line of one of our actions in `steps:`, and the folder it looks at when that is not the top. */
function useLines(reference, action, directory) {
	const inputs = action === "record" ? ["fail-on: unverified # what else differs is the verdict of the report"] : ["expected-jobs: ${{ toJSON(needs) }}"];
	return [
		`- uses: ${actionUse(reference, action)}`,
		"  with:",
		...directory === "." ? [] : [`    working-directory: ${yamlValue(directory)}`],
		...inputs.map((line) => `    ${line}`)
	];
}
/** `permissions:` of a job that runs one of our actions, each grant with its reason. */
function permissionLines(action) {
	return ["permissions:", ...PERMISSIONS.filter((grant) => grant.action === action && grant.event === void 0).map(({ scope, why }) => `  ${scope} # ${why}`)];
}
/** The report job without its id: it waits for the jobs that record. */
function reportLines(reference, needs, directory) {
	return [
		"name: goparity report",
		`needs: ${yamlList(needs)}`,
		"if: ${{ !cancelled() }} # a job that failed is what the report is about",
		"runs-on: ubuntu-latest",
		"timeout-minutes: 10",
		...permissionLines("report"),
		"steps:",
		...reference.startsWith("./") ? indent(CHECKOUT_LINES, 2) : [],
		...indent(useLines(reference, "report", directory), 2)
	];
}
function legLines(key, legs) {
	const items = legs.flatMap(({ os, go }) => {
		return [...os === void 0 ? [] : [`os: ${yamlValue(os)}`], ...go === void 0 ? [] : [`go: ${yamlValue(go)}`]].map((field, index) => `  ${index === 0 ? "-" : " "} ${field}`);
	});
	return items.length === 0 ? [] : [`${key}:`, ...items];
}
function matrixLines({ os, go, include, exclude }) {
	return [
		...os.length === 0 ? [] : [`os: ${yamlList(os)}`],
		...go.length === 0 ? [] : [`go: ${yamlList(go)}`],
		...legLines("include", include),
		...legLines("exclude", exclude)
	];
}
function indent(lines, by) {
	return lines.map((line) => line === "" ? "" : `${" ".repeat(by)}${line}`);
}
/** The whole workflow: every leg of the matrix records, one job answers. */
function workflowText({ reference, branch, matrix, goFile, directory }) {
	const hasGo = matrix.go.length > 0 || matrix.include.some(({ go }) => go !== "");
	return [
		"# Written by `goparity init`: every job says what it is and verifies its modules, and the report answers once for all of them.",
		"name: goparity",
		"",
		"on:",
		"  push:",
		`    branches: ${yamlList([branch])} # its runs are the baseline of pull requests`,
		"  pull_request:",
		"",
		"permissions: {}",
		"",
		"concurrency:",
		"  group: goparity-${{ github.ref }}",
		"  cancel-in-progress: ${{ github.event_name == 'pull_request' }}",
		"",
		"jobs:",
		"  check:",
		`    name: check on \${{ matrix.os }}${hasGo ? ", Go ${{ matrix.go }}" : ""}`,
		"    runs-on: ${{ matrix.os }}",
		"    timeout-minutes: 30",
		...indent(permissionLines("record"), 4),
		"    strategy:",
		"      fail-fast: false # a leg that fails does not hide what the others say",
		`      matrix:${matrix.from === null ? "" : ` # as in ${matrix.from}`}`,
		...indent(matrixLines(matrix), 8),
		"    steps:",
		...indent(CHECKOUT_LINES, 6),
		`      - uses: ${SETUP_GO}`,
		"        with:",
		hasGo ? "          go-version: ${{ matrix.go }}" : `          go-version-file: ${yamlValue(goFile)}`,
		...goFile.includes("/") ? [`          cache-dependency-path: ${yamlValue(goFile.replace(/go\.(?:mod|work)$/, "go.sum"))}`] : [],
		...indent(useLines(reference, "record", directory), 6),
		"",
		"  report:",
		...indent(reportLines(reference, ["check"], directory), 4),
		""
	].join("\n");
}

// src/init/same-nodes.ts
/** Gives nodes of several files numbers: the same number means the same value. An alias costs nothing, however often it stands. */
function numberNodes() {
	const numbers = /* @__PURE__ */ new Map();
	const known = /* @__PURE__ */ new Map();
	const number = (node) => {
		const found = known.get(node);
		if (found !== void 0) return found;
		const key = node.kind === "text" ? `t${node.text}` : node.kind === "list" ? `l${node.tag} ${node.items.map(number).join()}` : `m${JSON.stringify([...node.entries].map(([name, entry]) => [name, number(entry.node)]))}`;
		const made = numbers.get(key) ?? numbers.size;
		numbers.set(key, made);
		known.set(node, made);
		return made;
	};
	return number;
}

// src/init/insert.ts
const BY_HAND = "put the lines in by hand: the README has them";
function refuse(message, hint) {
	return new ParityError("usage", message, hint);
}
function setsUp({ uses, events }) {
	return /(?:^|\/)(?:checkout|setup-go)@/.test(uses ?? "") || events.some(({ kind }) => kind === "restore");
}
function isBuild({ events }) {
	return events.some(({ kind }) => kind === "build");
}
/** Whether a job has to do with Go. */
function concernsGo(job) {
	return job.steps.some((step) => /(?:^|\/)setup-go@/.test(step.uses ?? "") || isBuild(step));
}
/** Before which step the recorder belongs: the first that builds behind the last that sets up Go or brings a cache back. */
function positionOf({ steps }) {
	const setup = steps.findLastIndex(({ uses }) => /(?:^|\/)setup-go@/.test(uses ?? ""));
	const build = steps.findIndex((step, index) => index > setup && isBuild(step));
	if (build !== -1) return build;
	return steps.findLastIndex(setsUp) + 1;
}
function chooseJobs(file, wanted) {
	const jobs = githubJobs(file).filter(({ id }) => id !== "runs");
	if (jobs.length === 0) throw refuse(`${file.name} has no job with steps`, "name a workflow whose jobs have steps of their own, or run `goparity init` without --into");
	const ids = jobs.map(({ id }) => id).join(", ");
	if (wanted.length > 0) return wanted.map((id) => {
		const found = jobs.find((job) => job.id === id);
		if (found === void 0) throw refuse(`${file.name} has no job ${JSON.stringify(id)} with steps`, `jobs with steps: ${ids}`);
		return found;
	});
	const candidates = jobs.filter(concernsGo);
	if (candidates.length === 0) throw refuse(`no job of ${file.name} sets up Go or builds with it`, `name one with --job; jobs with steps: ${ids}`);
	if (candidates.length > 1) throw refuse(`several jobs of ${file.name} build with Go: ${candidates.map(({ id }) => id).join(", ")}`, `name those that record: --job ${candidates.map(({ id }) => id).join(",")}`);
	return candidates;
}
function lineStart(text, offset) {
	return text.lastIndexOf("\n", offset - 1) + 1;
}
/** The beginning of the line behind what ends at an offset. */
function nextLine(text, end) {
	if (end > 0 && text[end - 1] === "\n") return end;
	const stop = text.indexOf("\n", end);
	return stop === -1 ? text.length : stop + 1;
}
/** Columns and offsets of the dashes of a list that is written one step below the other; `null` for any other list. */
function dashesOf(text, steps) {
	const dashes = steps.items.map(({ at: start, kind }) => {
		const near = text.slice(lineStart(text, Math.max(0, lineStart(text, start) - 1)), start);
		const written = /-(?: +| *\r?\n *)$/.exec(near);
		const dash = start - (written?.[0].length ?? 0);
		return !(written !== null && text.slice(lineStart(text, dash), dash).trim() === "") || kind !== "map" || start < steps.at || start > steps.end ? -1 : dash;
	});
	const columns = new Set(dashes.map((dash) => dash - lineStart(text, dash)));
	return steps.flow || columns.size !== 1 || dashes.includes(-1) ? null : dashes;
}
/** Whether steps keep apart by an empty line, which the new one then does, too. */
function isSpaced(text, dashes) {
	const between = dashes.slice(1).map((dash) => {
		return text.slice(lineStart(text, dashes[0] ?? 0), lineStart(text, dash)).split("\n").slice(0, -1).findLast((line) => !/^ *#/.test(line))?.trim() === "";
	});
	return between.length > 0 && between.every(Boolean);
}
/** Whether a text in it keeps the empty lines below it (`|+`). */
function keepsLines(text, node) {
	return /[|>]\d?\+/.test(text.slice(node.at, node.end));
}
/** Where what a node says ends: empty lines below it are nobody's, unless a text keeps them. */
function contentEnd(text, node) {
	if (node === void 0 || keepsLines(text, node)) return node?.end ?? 0;
	return node.at + text.slice(node.at, node.end).trimEnd().length;
}
function stepEdit(text, eol, steps, before, lines, where) {
	const dashes = dashesOf(text, steps);
	if (dashes === null) throw refuse(`${where}: its steps are not written as one list of lines that begin with a dash`, BY_HAND);
	const [first = 0] = dashes;
	const indentation = " ".repeat(first - lineStart(text, first));
	const block = lines.map((line) => `${indentation}${line}${eol}`).join("");
	const gap = isSpaced(text, dashes) ? eol : "";
	const floor = before === 0 ? lineStart(text, first) : nextLine(text, contentEnd(text, steps.items[before - 1]));
	const next = dashes[before];
	if (next === void 0) return {
		offset: floor,
		text: `${missingEnd(text, floor, eol)}${gap}${block}`
	};
	let offset = lineStart(text, next);
	while (offset > floor) {
		const above = lineStart(text, offset - 1);
		if (above < floor || !text.slice(above, offset).startsWith(`${indentation}#`)) break;
		offset = above;
	}
	return {
		offset,
		text: `${block}${gap}`
	};
}
function missingEnd(text, offset, eol) {
	return offset > 0 && text[offset - 1] !== "\n" ? eol : "";
}
function freeId(ids) {
	return ["report", "goparity-report"].find((name) => !ids.has(name)) ?? `goparity-report-${String([...ids].length)}`;
}
function jobEdit({ name, text, root }, eol, id, lines) {
	const jobs = nodeAt(root, "jobs");
	const entries = entriesOf(jobs);
	const [first, last] = [entries[0], entries.at(-1)];
	const start = first?.[2] ?? 0;
	const column = start - lineStart(text, start);
	if (jobs?.kind !== "map" || jobs.flow || last === void 0 || last[1].at < start || text.slice(lineStart(text, start), start).trim() !== "") throw refuse(`${name}: its jobs are not written one below the other`, BY_HAND);
	const inner = entriesOf(first?.[1])[0]?.[2];
	const step = inner === void 0 ? 2 : Math.max(1, inner - lineStart(text, inner) - column);
	const offset = nextLine(text, contentEnd(text, last[1]));
	const [outer, deeper] = [" ".repeat(column), " ".repeat(column + (step > 8 ? 2 : step))];
	const body = lines.map((line) => `${deeper}${line}${eol}`).join("");
	const follows = text.slice(offset, offset + 200);
	const above = keepsLines(text, last[1]) ? "" : eol;
	const gap = follows === "" || /^[ \t]*\r?\n/.test(follows) ? "" : eol;
	return {
		offset,
		text: `${missingEnd(text, offset, eol)}${above}${outer}${id}:${eol}${body}${gap}`
	};
}
function isOwnUse(step, reference) {
	return isOwnAction(textAt(step, "uses") ?? "", reference);
}
/** All other jobs and steps are the same: a mistake of ours in a file that we do not know shows here. */
async function hold(before, text, ids, report, reference) {
	const after = await readYamlFile(before.name, text);
	const number = numberNodes();
	const bare = (file) => JSON.stringify([entriesOf(file.root).map(([key, node]) => key === "jobs" ? key : [key, number(node)]), entriesOf(nodeAt(file.root, "jobs")).flatMap(([id, node]) => {
		if (id === report) return [];
		return [[id, entriesOf(node).map(([key, value]) => {
			const own = key === "steps" && ids.includes(id) && value.kind === "list" ? value.items : null;
			return [key, own === null ? number(value) : own.filter((step) => isOwnUse(step, reference) === null).map(number)];
		})]];
	})]);
	if (bare(before) !== bare(after) || nodeAt(after.root, "jobs", report) === void 0) throw refuse(`${before.name} is written in a way that goparity cannot add to without changing something else`, BY_HAND);
}
function notesOf$1(file, jobs) {
	return jobs.flatMap((job) => {
		const [own, top] = [nodeAt(job.node, "permissions"), nodeAt(file.root, "permissions")];
		const granted = own ?? top;
		const reads = granted === void 0 || granted.kind === "text" && /^(?:read|write)-all$/.test(granted.text) || ["read", "write"].includes(textAt(granted, "contents") ?? "");
		const checkout = job.steps.some(({ uses }) => /(?:^|\/)checkout@/.test(uses ?? ""));
		return [...reads ? [] : [`job ${job.id} has no \`contents: read\`: the committed baseline of a pull request may then be unknown`], ...checkout ? [] : [`job ${job.id} has no checkout step: the recorder needs the code`]];
	});
}
/** Puts texts in at their offsets; of two at one place the first comes first. */
function applyEdits(text, edits) {
	const parts = [];
	let done = 0;
	for (const edit of edits.toSorted((a, b) => a.offset - b.offset)) {
		parts.push(text.slice(done, edit.offset), edit.text);
		done = edit.offset;
	}
	return [...parts, text.slice(done)].join("");
}
/**
* Puts the recorder into jobs of a workflow, behind what sets up Go and brings caches back and before the first build, and
* adds a report job. Every other byte stays. Throws `usage` where there is no place for it, or it is there already, and
* `config-invalid` for what is no YAML.
*/
async function insertInto({ name, text, reference, jobs: wanted, directory }) {
	const file = await readYamlFile(name, text);
	const on = nodeAt(file.root, "on");
	if ((on?.kind === "text" ? [on.text] : on?.kind === "list" ? on.items.flatMap((item) => item.kind === "text" ? [item.text] : []) : entriesOf(on).map(([key]) => key)).includes("pull_request_target")) throw refuse(`${name} runs on pull_request_target, where goparity runs no go command`, "use a workflow that runs on pull_request");
	for (const { id, steps } of githubJobs(file)) for (const { uses, line } of steps) if (uses !== void 0 && isOwnAction(uses, reference) !== null) throw refuse(`goparity is in ${name}:${String(line)} already (job ${id})`, "nothing to do; `goparity init --check` says whether it stands in the right place");
	const chosen = chooseJobs(file, wanted);
	const eol = text.includes("\r\n") ? "\r\n" : "\n";
	const edits = chosen.map((job) => {
		const steps = nodeAt(job.node, "steps");
		if (steps?.kind !== "list" || steps.at < job.node.at || steps.end > job.node.end) throw refuse(`${name}:${String(job.line)}: the steps of job ${job.id} are written somewhere else`, BY_HAND);
		const own = textAt(job.node, "defaults", "run", "working-directory") ?? textAt(file.root, "defaults", "run", "working-directory");
		const folder = directory === "." && own !== void 0 && !own.includes("${{") ? own.replace(/^\.\/(?=.)|\/+$/g, "") : directory;
		return stepEdit(text, eol, steps, positionOf(job), useLines(reference, "record", folder), `${name}:${String(job.line)}`);
	});
	const reportJob = freeId(new Set(entriesOf(nodeAt(file.root, "jobs")).map(([id]) => id)));
	const needs = chosen.map(({ id }) => id);
	edits.push(jobEdit(file, eol, reportJob, reportLines(reference, needs, directory)));
	const result = applyEdits(text, edits);
	await hold(file, result, needs, reportJob, reference);
	return {
		text: result,
		jobs: needs,
		reportJob,
		notes: notesOf$1(file, chosen)
	};
}

// src/init/matrix-targets.ts
/** Above this many legs GitHub starts nothing. */
const MAX_LEGS = 256;
function axisNames(matrix) {
	const names = [...entriesOf(matrix).map(([key]) => key), ...itemsAt(matrix, "include").flatMap((item) => entriesOf(item).map(([key]) => key))];
	const find = (pattern) => names.find((name) => pattern.test(name)) ?? "";
	return {
		goos: find(/^(?:target[-_]?)?go[-_]?os$/i),
		goarch: find(/^(?:target[-_]?)?go[-_]?arch$/i)
	};
}
function cgoOfJob(root, job) {
	return [
		...itemsAt(job, "steps"),
		job,
		root
	].map((node) => cgoOf(textAt(node, "env", "CGO_ENABLED"))).find((cgo) => cgo !== void 0);
}
/** The legs of a matrix with an operating system and a processor of Go, as GitHub makes them: product, less `exclude`, with `include`. */
function legsOf(matrix, { goos, goarch }) {
	const systems = texts(itemsAt(matrix, goos)).slice(0, MAX_LEGS);
	const processors = texts(itemsAt(matrix, goarch)).slice(0, MAX_LEGS);
	const product = systems.flatMap((os) => processors.map((arch) => [os, arch])).slice(0, MAX_LEGS);
	const excluded = itemsAt(matrix, "exclude").filter((item) => entriesOf(item).every(([key]) => key === goos || key === goarch));
	const kept = product.filter(([os, arch]) => !excluded.some((item) => [os, void 0].includes(textAt(item, goos)) && [arch, void 0].includes(textAt(item, goarch))));
	const included = itemsAt(matrix, "include").flatMap((item) => {
		const [os, arch] = [textAt(item, goos), textAt(item, goarch)];
		return os === void 0 || arch === void 0 ? [] : [[os, arch]];
	});
	return [...kept, ...included].slice(0, MAX_LEGS);
}
/** What a workflow builds for: `goos` and `goarch` in its matrices, in the `env` of a step, and in commands. */
function workflowTargets(file) {
	return entriesOf(nodeAt(file.root, "jobs")).slice(0, 200).flatMap(([, job]) => {
		const found = [];
		const matrix = nodeAt(job, "strategy", "matrix");
		const axes = axisNames(matrix);
		if (axes.goos !== "" && axes.goarch !== "") {
			const line = file.lineOf((nodeAt(matrix, axes.goos) ?? matrix ?? job).at);
			const cgo = cgoOfJob(file.root, job);
			for (const [goos, goarch] of legsOf(matrix, axes)) found.push({
				goos,
				goarch,
				cgo,
				file: file.name,
				line
			});
		}
		for (const step of itemsAt(job, "steps").slice(0, 500)) {
			const [goos, goarch] = [textAt(step, "env", "GOOS"), textAt(step, "env", "GOARCH")];
			if (goos !== void 0 && goarch !== void 0) found.push({
				goos,
				goarch,
				variant: goarch === "arm" ? textAt(step, "env", "GOARM") : void 0,
				cgo: cgoOf(textAt(step, "env", "CGO_ENABLED")),
				file: file.name,
				line: file.lineOf(nodeAt(step, "env", "GOOS")?.at ?? step.at)
			});
			const run = nodeAt(step, "run");
			if (run?.kind !== "text" || !run.text.includes("GOOS=")) continue;
			const lineOf = linesInText(file, run);
			for (const command of splitShell(run.text)) {
				const target = commandTarget(command);
				if (target !== null) found.push({
					...target,
					file: file.name,
					line: lineOf(command.at)
				});
			}
		}
		return found;
	}).slice(0, 2e3);
}

// src/operations/ci-files.ts
/** Folders in which Dockerfiles are looked for, from the top of a repository and of a project. */
const DOCKER_FOLDERS = [
	".",
	"docker",
	".docker",
	"build",
	"deploy",
	"ci",
	".devcontainer"
];
const DOCKERFILE = /^(?:Dockerfile|Containerfile)(?:\.(?!dockerignore$)[\w.-]+)?$|^[\w.-]+\.[Dd]ockerfile$/;
const WORKFLOW = /^[^/]+\.ya?ml$/;
/** More than any repository has. */
const MAX_FILES = 500;
/** The nearest folder above with a `.git`, the folder itself when there is none. */
async function repositoryTop(host, directory) {
	for (let here = directory;; here = dirname(here)) {
		if (await host.files.status(join(here, ".git")) !== null) return here;
		if (dirname(here) === here) return directory;
	}
}
/** A path from a folder, POSIX; `.` for the folder itself. */
function posixFrom(folder, path) {
	const inside = relative(folder, path).split(sep).join("/");
	return inside === "" ? "." : inside;
}
/** The text of a file of the project, or `null`. Throws `config-invalid` when it is over 1 MiB or cannot be read. */
async function readProjectText(host, path, name) {
	let bytes;
	try {
		bytes = await host.files.read(path, MAX_BYTES);
	} catch (error) {
		const reason = ((await host.files.status(path).catch(() => null))?.size ?? 0) > 1048576 ? `it is larger than ${String(MAX_BYTES)} bytes` : toError(error).message;
		throw new ParityError("config-invalid", `${name} cannot be read: ${reason}`, void 0, { cause: error });
	}
	return bytes === null ? null : new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
}
/** Names that a person can read in a message. */
function isPlain$1(name) {
	return name.length <= 200 && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(name);
}
async function findPlaces(host, top, project, degraded) {
	const places = [];
	const look = async (kind, folder, wanted) => {
		for (const { name, kind: file } of await host.files.list(folder)) {
			if (!wanted.test(name) || file === "directory") continue;
			if (file === "file" && isPlain$1(name)) places.push({
				kind,
				path: join(folder, name)
			});
			else degraded.push({
				what: `a file in ${posixFrom(project, folder)} is not read`,
				why: "it is no plain file, or its name holds characters that cannot be shown"
			});
		}
	};
	await look("github", join(top, ".github", "workflows"), WORKFLOW);
	for (const { name, kind } of await host.files.list(join(top, ".github", "actions"))) if (kind === "directory" && isPlain$1(name)) await look("github", join(top, ".github", "actions", name), /^action\.ya?ml$/);
	for (const folder of /* @__PURE__ */ new Set([top, project])) {
		await look("gitlab", folder, /^\.gitlab-ci\.ya?ml$/);
		for (const inner of DOCKER_FOLDERS) await look("docker", join(folder, inner), DOCKERFILE);
	}
	return places.slice(0, MAX_FILES);
}
/** Every file of a repository that tells a CI what to run, and what of it was not read; names from the project's folder. */
async function readCiFiles(host, top, project) {
	const degraded = [];
	const files = [];
	for (const { kind, path } of await findPlaces(host, top, project, degraded)) {
		const name = posixFrom(project, path);
		const text = await readProjectText(host, path, name);
		if (text !== null) files.push({
			kind,
			name,
			text
		});
	}
	return {
		files,
		degraded
	};
}

// src/operations/init-guess.ts
const MAKEFILES = [
	"GNUmakefile",
	"makefile",
	"Makefile"
];
const SCRIPT_FOLDERS = [
	".",
	"scripts",
	"script",
	"hack",
	"build",
	"ci",
	".ci"
];
const MAX_SCRIPTS = 100;
/** Names that may stand in a comment of a written file. */
function isPlain(name) {
	return /^[\w. +@-]{1,100}$/.test(name);
}
/** The branch that `git clone` found to be the default one, or the one that is checked out when it has the name of one. */
async function branchOfGit(host, top) {
	const readRef = async (...path) => {
		const bytes = await host.files.read(join(top, ".git", ...path), 1e4).catch(() => null);
		return bytes === null ? "" : new TextDecoder().decode(bytes).trim();
	};
	const remote = /^ref: refs\/remotes\/origin\/([\w./-]+)$/.exec(await readRef("refs", "remotes", "origin", "HEAD"))?.[1];
	const local = /^ref: refs\/heads\/(main|master|trunk)$/.exec(await readRef("HEAD"))?.[1];
	return remote ?? local;
}
/** Looks at workflows, GoReleaser's configuration, Makefiles and scripts; never fails because of them. */
async function guessProject(host, top, project) {
	const notes = [];
	const seen = [];
	const workflows = [];
	const read = async (path, use) => {
		const name = posixFrom(top, path);
		try {
			if ((await host.files.status(path))?.kind !== "file") return false;
			const text = await readProjectText(host, path, name);
			if (text === null) return false;
			await use(name, text);
			return true;
		} catch (error) {
			if (!(error instanceof ParityError)) throw error;
			notes.push(`told nothing: ${toError(error).message}`);
			return false;
		}
	};
	const folder = join(top, ".github", "workflows");
	for (const { name } of (await host.files.list(folder)).slice(0, MAX_SCRIPTS)) {
		if (!/\.ya?ml$/.test(name) || !isPlain(name)) continue;
		await read(join(folder, name), async (file, text) => {
			const workflow = await readYamlFile(file, text);
			workflows.push(workflow);
			seen.push(...workflowTargets(workflow));
		});
	}
	for (const place of /* @__PURE__ */ new Set([project, top])) for (const name of GORELEASER_FILES) if (await read(join(place, name), async (file, text) => {
		seen.push(...goreleaserTargets(await readYamlFile(file, text)));
	})) break;
	const scripts = MAKEFILES.map((name) => join(project, name));
	for (const inner of SCRIPT_FOLDERS) for (const { name } of await host.files.list(join(project, inner))) if (name.endsWith(".sh") && isPlain(name)) scripts.push(join(project, inner, name));
	for (const path of scripts.slice(0, MAX_SCRIPTS)) await read(path, (file, text) => {
		seen.push(...scriptTargets(file, text));
	});
	return {
		targets: mergeTargets(seen),
		matrix: guessMatrix(workflows),
		branch: await branchOfGit(host, top) ?? guessBranch(workflows) ?? "main",
		workflows,
		notes
	};
}

// src/operations/load-config.ts
/** Where the configuration is looked for when none is named. */
const CONFIG_FILE = ".goparity.yml";
/**
* Reads the configuration of a project; an empty one when there is no file and none was named.
* Throws `config-invalid`, or `usage` when a named file is not there.
*/
async function loadConfig(host, directory, named) {
	const path = named === void 0 ? join(directory, CONFIG_FILE) : isAbsolute(named) ? named : join(host.cwd, named);
	let bytes;
	try {
		bytes = await host.files.read(path, 1048576);
	} catch (error) {
		throw new ParityError("config-invalid", `cannot read ${named ?? ".goparity.yml"}: ${toError(error).message}`, void 0, { cause: error });
	}
	if (bytes !== null) return parseConfig(new TextDecoder().decode(bytes), named ?? ".goparity.yml");
	if (named !== void 0) throw new ParityError("usage", `there is no configuration file ${named}`, `write one, or leave out --config to use ${CONFIG_FILE}`);
	return {};
}

// src/operations/init.ts
const WORKFLOW_FILE = ".github/workflows/goparity.yml";
/** Where go.mod or go.work of a project lies: here, above it in the repository, or one folder below. */
async function findGoFile(host, top, project) {
	const isFile = async (path) => (await host.files.status(path))?.kind === "file";
	for (let here = project;; here = dirname(here)) {
		for (const name of ["go.work", "go.mod"]) if (await isFile(join(here, name))) return join(here, name);
		if (here === top || dirname(here) === here) break;
	}
	for (const { name, kind } of await host.files.list(project)) if (kind === "directory" && /^[\w.-]+$/.test(name) && await isFile(join(project, name, "go.mod"))) return join(project, name, "go.mod");
	throw new ParityError("module-missing", `there is no go.mod in ${project}, above it or below it`, "run it in the folder of a module (-C DIR), or make one: go mod init example.com/name");
}
async function planFile(host, path, name, after, force) {
	const status = await host.files.status(path);
	if (status !== null && status.kind !== "file") throw new ParityError("usage", `${name} is no plain file`, "take away what is in its place");
	const before = await readProjectText(host, path, name);
	return {
		path,
		name,
		state: before === null ? "new" : before === after ? "same" : force ? "changed" : "kept",
		before,
		after
	};
}
/** Where the recorder runs already. */
function findRecorder(workflows, reference) {
	return workflows.filter(({ name }) => name !== WORKFLOW_FILE).flatMap((file) => githubJobs(file).flatMap(({ steps }) => steps.flatMap(({ uses, line }) => isOwnAction(uses ?? "", reference) === "record" ? [`${file.name}:${String(line)}`] : [])))[0];
}
function notesOf({ notes, matrix, targets }, options, reference) {
	return [
		...notes,
		...reference === "OWNER/goparity@COMMIT" ? [`${reference} is a placeholder: name the action and its commit with --action`] : [],
		...options.into === void 0 && matrix.from === null ? ["no workflow sets up Go on machines of GitHub: the matrix begins with ubuntu-latest"] : [],
		...targets.length === 0 ? ["nothing cross-compiles here: the only target is what go builds by itself"] : []
	];
}
async function planInto(host, top, directory, into, reference, jobs) {
	const name = posixFrom(top, into);
	const text = await readProjectText(host, into, name);
	if (text === null) throw new ParityError("usage", `there is no workflow ${name}`, "name a file such as .github/workflows/ci.yml");
	const inserted = await insertInto({
		name,
		text,
		reference,
		jobs,
		directory
	});
	return {
		file: {
			path: into,
			name,
			state: "changed",
			before: text,
			after: inserted.text
		},
		notes: inserted.notes
	};
}
/**
* Plans the workflow, or the steps in an existing one, and the configuration of a project. Writes nothing.
* Throws `directory-missing`, `module-missing`, `usage` and `config-invalid`.
*/
async function planInit({ host }, options) {
	const { reference = ACTION_REFERENCE } = options;
	if (!isActionReference(reference)) throw new ParityError("usage", `${JSON.stringify(reference)} is no action that a workflow can call`, "write owner/goparity@COMMIT, or ./ for an action of this repository");
	const project = await requireDirectory(host, options.directory);
	const top = await repositoryTop(host, project);
	const directory = posixFrom(top, project);
	if (/[\p{Cc}\p{Cf}]|\$\{\{/u.test(directory)) throw new ParityError("usage", "the path of the project holds characters that no workflow can hold", "rename the folder");
	const goFile = await findGoFile(host, top, project);
	const guess = await guessProject(host, top, project);
	const notes = notesOf(guess, options, reference);
	const files = [];
	if (options.into === void 0) {
		const recorder = options.force === true ? void 0 : findRecorder(guess.workflows, reference);
		if (recorder !== void 0) notes.push(`goparity runs in ${recorder} already: no workflow is written; --force writes one all the same`);
		else {
			const text = workflowText({
				...guess,
				reference,
				directory,
				goFile: posixFrom(top, goFile)
			});
			files.push(await planFile(host, join(top, ...WORKFLOW_FILE.split("/")), WORKFLOW_FILE, text, options.force === true));
		}
	} else {
		const { file, notes: more } = await planInto(host, top, directory, options.into, reference, options.jobs ?? []);
		files.push(file);
		notes.push(...more);
	}
	files.push(await planFile(host, join(project, CONFIG_FILE), posix.join(directory, CONFIG_FILE), configText(guess.targets), options.force === true));
	return {
		files,
		notes
	};
}
/** Writes the files of a plan that are new or change, each as a whole or not at all. Throws `write-failed`; gives the names that were written. */
async function writeInit({ host }, plan) {
	const written = [];
	for (const { path, name, state, before, after } of plan.files) {
		if (state !== "new" && state !== "changed") continue;
		if (await readProjectText(host, path, name) !== before) throw new ParityError("write-failed", `${name} has changed since it was shown: it stays as it is`, "run the command again");
		await host.files.writeAtomically(path, after);
		written.push(name);
	}
	return written;
}

// src/operations/init-check.ts
/**
* Whether the modules are verified at the right place in every workflow, `.gitlab-ci.yml` and Dockerfile of a repository.
* Runs nothing. Throws `directory-missing`, and `config-invalid` as `file:line: …` for a file that cannot be read.
*/
async function checkWorkflows({ host }, { directory, config, version, failOn = config.failOn ?? "error" }) {
	const started = host.clock.now();
	const project = await requireDirectory(host, directory);
	const { files, degraded } = await readCiFiles(host, await repositoryTop(host, project), project);
	const found = [];
	for (const file of files) found.push(...await checkOrder(file));
	const { findings, suppressed } = applyPolicy(found, config);
	const integrity = {
		outcome: "not-applicable",
		layers: []
	};
	const verdict = verdictOf({
		findings,
		integrity,
		failOn
	});
	const nothing = files.length === 0 ? [{
		what: "the order of CI steps",
		why: "there is no workflow, .gitlab-ci.yml or Dockerfile here"
	}] : [];
	return {
		report: {
			schema: "goparity/report/1",
			tool: { version },
			verdict,
			jobs: [],
			findings,
			integrity,
			targets: [],
			comparison: {
				baseline: null,
				environment: [],
				modules: []
			},
			degraded: [
				...degraded,
				...nothing,
				...suppressed.map(({ finding, reason }) => ({
					what: `${finding.rule} is not reported: ${finding.title}`,
					why: reason
				}))
			],
			timings: {
				totalMs: Math.round(host.clock.now() - started),
				goMs: 0,
				steps: []
			}
		},
		exitCode: exitCodeOf(verdict, findings, failOn)
	};
}

// src/operations/inspect-trace.ts
/** Long enough for a loader, short enough for a server that never ends. */
const DEADLINE_MS = 1e4;
const SHOWN = 200;
function unique(values, key) {
	return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
}
function baseOf(path) {
	return path.slice(path.lastIndexOf("/") + 1);
}
function evidenceOf(path, trace, root) {
	const own = trace.files.filter(({ program, path: file }) => program === path && isLibraryPath(file));
	const opened = unique(own.filter(({ error }) => error === null), (file) => file.path);
	const found = new Set(opened.map((file) => baseOf(file.path)));
	const missing = new Set(own.flatMap((file) => file.error === null || found.has(baseOf(file.path)) ? [] : [baseOf(file.path)]));
	const programs = unique(trace.programs, (program) => `${program.path}\0${program.error ?? ""}`);
	return {
		programs: programs.slice(0, SHOWN).map(({ path: program, error }) => ({
			path: program,
			error
		})),
		libraries: opened.slice(0, SHOWN).map((file) => ({
			path: file.path,
			libc: root.open(file.path)?.binary.libc ?? null
		})),
		notFound: [...missing].slice(0, SHOWN),
		truncated: trace.truncated || programs.length > SHOWN || opened.length > SHOWN || missing.size > SHOWN
	};
}
/** Starts a program below strace, for ten seconds at most, and says what it opened. `path` is absolute. */
async function traceProgram({ host, signal }, path, args, root) {
	const no = (why) => ({
		evidence: null,
		degrade: {
			what: `--trace of ${path}`,
			why
		}
	});
	const strace = await host.processes.find("strace", host.env);
	if (strace === null) return no("strace is not on PATH; install it (apt-get install strace)");
	const folder = await host.files.makeTemporaryDirectory("goparity-trace-");
	try {
		const file = join(folder, "trace");
		const flags = [
			"-f",
			"-qq",
			"-s",
			"4096",
			"-e",
			"trace=execve,execveat,?open,openat",
			"-e",
			"signal=none",
			"-o",
			file
		];
		const { ending, exitCode, stderr } = await host.processes.run(strace, [
			...flags,
			path,
			...args
		], {
			cwd: host.cwd,
			env: withoutTokens(host.env),
			deadlineMs: DEADLINE_MS,
			...signal === void 0 ? {} : { signal }
		});
		if (ending === "cancelled") return no("cancelled");
		const bytes = await host.files.read(file, 67108864);
		const trace = parseTrace(new TextDecoder().decode(bytes ?? /* @__PURE__ */ new Uint8Array()));
		if (!trace.programs.some((program) => program.path === path)) return no(`strace could not start it: ${stderr.text.split("\n", 1)[0]?.slice(0, 300) ?? ""}`);
		const finding = judgeTrace(path, {
			trace,
			exitCode,
			timedOut: ending === "timed-out",
			stderr: stderr.text
		});
		return {
			finding,
			evidence: {
				outcome: finding === null ? "started" : "not-started",
				exitCode: ending === "timed-out" ? null : exitCode,
				timedOut: ending === "timed-out",
				...evidenceOf(path, trace, root),
				processes: trace.processes
			}
		};
	} finally {
		await host.files.remove(folder);
	}
}
/** Libraries of another C library than the program's that were really opened. */
function mixed(binary, { libraries }) {
	return libraries.filter(({ libc }) => libc !== null && binary.libc !== null && libc !== binary.libc).slice(0, 20).map(({ path, libc }) => ({
		rule: "runtime/libc-mismatch",
		severity: "warning",
		state: "new",
		title: `it opened ${path}, which was linked with ${libc ?? ""}; the program with ${binary.libc ?? ""}`,
		message: "Two C libraries in one program share names and nothing else: it may work, and nobody promises it.",
		subject: { library: baseOf(path) },
		evidence: [`opened ${path}`],
		fix: [{
			edit: `Put a ${baseOf(path)} in front of it that was linked with ${binary.libc ?? ""}`,
			why: "a program and its libraries need one C library"
		}],
		source: "binaries"
	}));
}
/** One verdict of what the file says and what really happened: what happened has the last word. */
function withTrace(said, binary, { evidence, finding }) {
	const wrong = mixed(binary, evidence).filter(({ subject }) => !said.findings.some((other) => other.rule === "runtime/libc-mismatch" && other.subject.library === subject.library));
	if (finding !== null) return {
		...said,
		starts: "no",
		findings: [
			finding,
			...said.findings,
			...wrong
		]
	};
	const contradicted = said.starts === "no";
	return {
		...said,
		starts: "yes",
		findings: [...said.findings.map((entry) => ({
			...entry,
			severity: "warning"
		})), ...wrong],
		notes: [
			...said.notes,
			...contradicted ? ["the file says that it cannot start here, and it did: something on this machine makes up for it"] : [],
			...evidence.timedOut ? ["it still ran after ten seconds and was ended"] : []
		]
	};
}

// src/operations/inspect.ts
function readPlaces(texts) {
	return texts.map((text) => {
		const place = parsePlace(text);
		if (place !== null) return place;
		const near = nearest(text, placeNames());
		throw new ParityError("usage", `${text} is no place that is known here`, `${near === null ? "" : `did you mean ${near}? `}known: ${placeNames().join(", ")}; any glibc:VERSION or musl:VERSION; or unpack the image and use --root`);
	});
}
/** `linux/arm64`, `arm64` or Docker's `linux/arm/v7` as a GOARCH. */
function readPlatform(text) {
	if (text === void 0 || text === "") return null;
	const goarch = text.replace(/^linux\//, "").replace(/^(arm|arm64|amd64)\/v\d+$/, "$1");
	if (goarch in GLIBC_LOADERS) return goarch;
	throw new ParityError("usage", `${text} is no platform of a place to run`, `allowed: ${Object.keys(GLIBC_LOADERS).map((name) => `linux/${name}`).join(", ")}`);
}
function tryOpen(path) {
	try {
		return openFile(path);
	} catch (error) {
		throw new ParityError("usage", `cannot read ${path}: ${toError(error).message}`, "check its permissions", { cause: error });
	}
}
async function open$1({ session: { host }, root }, path) {
	const real = await host.files.realPath(resolve(host.cwd, path));
	const file = tryOpen(real);
	if (file !== null) {
		const below = root !== null && real.startsWith(root.endsWith("/") ? root : `${root}/`);
		return {
			path,
			real,
			inside: root === null ? real : below ? `/${real.slice(root.length).replace(/^\/+/, "")}` : `/${posix.basename(real)}`,
			file
		};
	}
	const inside = root === null || !isAbsolute(path) ? null : pathBelow(root, path);
	const inRoot = root === null || inside === null ? null : tryOpen(join(root, inside));
	if (root !== null && inside !== null && inRoot !== null) return {
		path,
		real: join(root, inside),
		inside,
		file: inRoot
	};
	throw new ParityError("usage", `there is no file ${path}`, root === null ? "name a program: go build -o app . && goparity inspect app" : `it is neither on this machine nor below ${root}`);
}
/** The loader that would load a library which names none: that of its C library. */
function assumedLoader(binary) {
	if (binary.libc === "glibc") return GLIBC_LOADERS[binary.goarch ?? ""]?.[0] ?? null;
	return binary.libc === "musl" ? `/lib/ld-musl-${{
		amd64: "x86_64",
		"386": "i386",
		arm64: "aarch64",
		arm: "armhf",
		ppc64le: "powerpc64le"
	}[binary.goarch ?? ""] ?? binary.goarch ?? ""}.so.1` : null;
}
/** Settings may hold what was given to the linker: tokens too. */
function withoutSecrets(binary) {
	if (binary.go === null) return binary;
	return {
		...binary,
		go: {
			...binary.go,
			settings: binary.go.settings.map(({ key, value }) => ({
				key,
				value: redact(value)
			}))
		}
	};
}
async function inspectBinary(around, { real, inside, file }, binary) {
	const { session, options, places, goarch, root, degraded } = around;
	const { host } = session;
	const onLinux = host.system.platform === "linux";
	const verdicts = places.map((place) => judgePlace(binary, place, goarch));
	const plain = {
		summary: summarise(binary),
		binary: withoutSecrets(binary),
		trace: null
	};
	const loadable = binary.format === "elf" && (root !== null || onLinux) ? readLoadable(file.source, inside) : null;
	if (loadable === null) {
		if (options.trace === true) degraded.push({
			what: `--trace of ${real}`,
			why: "only programs for Linux are traced, on Linux"
		});
		if (root === null && places.length === 0 && onLinux && binary.format !== "elf" || root !== null) verdicts.push(judgePlace(binary, {
			name: root === null ? THIS_MACHINE : root,
			libc: null,
			libraries: [],
			complete: true,
			libstdcxx: null,
			install: null,
			source: ""
		}));
		return {
			...plain,
			libraries: null,
			verdicts
		};
	}
	const path = (root === null ? host.env["LD_LIBRARY_PATH"] ?? "" : "").split(/[:;]/).filter((folder) => isAbsolute(folder));
	const files = openRoot(root ?? "/", binary.goarch, binary.endian === "little", path);
	const loader = binary.interpreter ?? assumedLoader(binary);
	const resolution = resolveLibraries(files, loadable, loader, binary.interpreter === null);
	const own = root === null ? ownProcessor() : goarch ?? processorOf$1(files);
	const isHere = own === null || own === binary.goarch || binary.linkage === "static";
	const libraries = binary.linkage === "dynamic" && isHere ? {
		loader: resolution.loader,
		libraries: resolution.libraries,
		truncated: resolution.truncated
	} : null;
	const judged = judgeResolution(loadable, resolution, root ?? "this machine", own);
	if (root === null && options.trace === true) {
		if (!isProgram(binary)) degraded.push({
			what: `--trace of ${real}`,
			why: "it is a library: a program must load it"
		});
		else {
			const traced = await traceProgram(session, real, options.traceArgs ?? [], files);
			if (traced.evidence !== null) {
				verdicts.push(withTrace(judged, binary, traced));
				return {
					...plain,
					libraries,
					verdicts,
					trace: traced.evidence
				};
			}
			degraded.push(traced.degrade);
		}
	}
	if (root !== null || places.length === 0 || options.trace === true) verdicts.push(judged);
	return {
		...plain,
		libraries,
		verdicts
	};
}
async function inspectFile(around, path) {
	const named = await open$1(around, path);
	try {
		const { source } = named.file;
		const reading = readBinary(source);
		if (reading.kind === "other") return {
			path,
			size: source.size,
			other: reading.what,
			binaries: []
		};
		const binaries = [];
		for (const binary of reading.binaries) binaries.push(await inspectBinary(around, named, binary));
		return {
			path,
			size: source.size,
			other: null,
			binaries
		};
	} finally {
		named.file.close();
	}
}
/**
* Says what binaries are, what they need, and whether they start: at places known by name, below a root, on this machine.
* Nothing is run unless `trace` says so. Throws `usage` for a file, place or platform that is not there or not known.
*/
async function inspect(session, options) {
	const { host, signal } = session;
	const { places = [], root, trace = false } = options;
	if (options.binaries.length === 0) throw new ParityError("usage", "no file is named", "go build -o app . && goparity inspect app");
	if (trace && root !== void 0) throw new ParityError("usage", "--trace starts the program on this machine, and --root names another one", "leave one of them out");
	const around = {
		session,
		options,
		places: readPlaces(places),
		goarch: readPlatform(options.platform),
		root: root === void 0 ? null : await host.files.realPath(resolve(host.cwd, root)),
		degraded: []
	};
	if (around.root !== null && (await host.files.status(around.root))?.kind !== "directory") throw new ParityError("usage", `there is no folder ${root ?? ""}`, "--root names the unpacked file system of an image");
	const files = [];
	for (const path of options.binaries) {
		if (signal?.aborted === true) throw new ParityError("cancelled", "cancelled");
		files.push(await inspectFile(around, path));
	}
	const [first] = files;
	if (first !== void 0 && files.every(({ other }) => other !== null)) throw new ParityError("usage", `${first.path} is no program that can be inspected: ${first.other ?? ""}`, "name an ELF, Mach-O or PE file");
	const asked = places.length > 0 || around.root !== null || trace;
	const fails = files.some(({ binaries }) => binaries.some(({ verdicts }) => verdicts.some(({ starts }) => starts === "no")));
	return {
		document: {
			schema: "goparity/inspection/1",
			tool: { version: options.version },
			files,
			degraded: around.degraded
		},
		exitCode: asked && fails ? 3 : 0
	};
}

// src/operations/plan.ts
/** Flags that belong behind `run`, not before it. */
const RUN_FLAG = /^--(?:ulimit|security-opt|cap-add|cap-drop|userns|pull|platform|user|memory|pids-limit)=/;
/** A target that no go can build, by its own words. */
function impossible(text, error) {
	const finding = {
		rule: "target/unsupported",
		severity: "error",
		state: "new",
		title: error.message,
		message: error.hint === void 0 ? "This go does not build it." : `This go does not build it: ${error.hint}.`,
		subject: { target: text },
		evidence: [],
		fix: [{
			command: "go tool dist list",
			why: "prints every target that this go builds"
		}],
		source: "targets"
	};
	return concludePlan(text, [{
		question: "platform",
		answer: error.message,
		state: "stop"
	}], [finding], []);
}
async function planRoot(session, recording, root, wanted, packages) {
	const plans = [];
	for (const text of wanted) try {
		const planned = await planTargets(root.go, root.env, [text]);
		const made = await Promise.all(planned.targets.map(async (target) => planTarget(session, recording, root, target, packages)));
		for (const one of made) {
			if (plans.some(({ target }) => target === one.target)) continue;
			const own = planned.findings.filter(({ subject }) => subject.target === one.target);
			plans.push(own.length === 0 ? one : {
				...one,
				findings: [...own, ...one.findings]
			});
		}
	} catch (error) {
		if (!(error instanceof ParityError) || error.code !== "target-invalid") throw error;
		plans.push(impossible(text, error));
	}
	return plans;
}
/** Inside of an image: the project and the module cache as they are here, everything else as it is there. */
async function planIn(session, options, { image, engine: named }) {
	const { host, signal } = session;
	const directory = await requireDirectory(host, options.directory);
	const answer = await readGoEnv(openGo(host, {
		directory,
		...signal === void 0 ? {} : { signal }
	}));
	const moduleCache = answer.ok ? answer.values["GOMODCACHE"] ?? "" : "";
	const hasCache = moduleCache !== "" && await host.files.status(moduleCache) !== null;
	const found = named ?? (await host.processes.find("docker", host.env) !== null ? "docker" : "podman");
	const [program = "docker", ...flags] = splitWords(found) ?? [];
	const container = await openContainer(host, {
		engine: [program, ...flags.filter((flag) => !RUN_FLAG.test(flag))],
		runFlags: flags.filter((flag) => RUN_FLAG.test(flag)),
		image,
		mounts: [directory, ...hasCache ? [moduleCache] : []],
		directory,
		env: {
			...hasCache ? { GOMODCACHE: moduleCache } : {},
			GOPROXY: "off",
			GOFLAGS: "-mod=readonly",
			GOCACHE: "/tmp/go-build",
			GOTOOLCHAIN: "local"
		},
		...signal === void 0 ? {} : { signal }
	});
	try {
		return await plan({
			...session,
			host: container.host
		}, {
			...options,
			directory
		});
	} finally {
		await container.close();
	}
}
/**
* Decides every target before anything is built: what stops it, and what it is built without. Lists packages, asks compilers for macros
* and lets them preprocess; compiles nothing. Throws as `recordProject` does, and `usage`.
*/
async function plan(session, options) {
	const { in: image, ...here } = options;
	if (image !== void 0) return planIn(session, here, image);
	const recording = await recordProject(session, options);
	const roots = [];
	for (const root of recording.roots) {
		const packages = options.packages ?? options.config.packages ?? packagesOf$1(root);
		const plans = await planRoot(session, recording, root, wantedTargets(options), packages);
		roots.push({
			directory: root.reading.place.directory,
			plans
		});
	}
	const fails = roots.some(({ plans }) => plans.some(({ verdict }) => verdict === "cannot"));
	return {
		document: {
			schema: "goparity/plan/1",
			tool: { version: options.version },
			roots,
			degraded: recording.degraded
		},
		exitCode: fails ? 3 : 0
	};
}

// src/operations/record.ts
/**
* This job's snapshot: environment and modules, nothing verified, nothing built.
* The report says what stood in the way. Throws as `recordProject` does.
*/
async function record(session, options) {
	const { snapshot, findings, degraded, blocked, watch } = await recordProject(session, options);
	return {
		...conclude({
			job: snapshot.job,
			findings,
			integrity: {
				outcome: "not-applicable",
				layers: []
			},
			targets: [],
			degraded,
			sound: blocked === null,
			timings: watch.read()
		}, options),
		snapshot
	};
}

// src/operations/run.ts
/**
* download → verify → CMD → verify again: the command never starts on unverified modules, and its failure is classified.
* Throws as `recordProject` does, and `usage` when the command cannot be started.
*/
async function run(session, options) {
	const { host, signal } = session;
	const [program, ...args] = options.command;
	if (program === void 0) throw new ParityError("usage", "run needs a command", "write it after --: goparity run -- go test ./...");
	const chain = await runChain(session, options, "verify");
	const { recording, snapshot } = chain;
	const finish = (findings, command) => ({
		...conclude({
			...chain,
			findings,
			job: snapshot.job,
			timings: recording.watch.read()
		}, options),
		snapshot,
		command
	});
	if (!chain.sound) return finish(chain.findings, null);
	const name = options.command.join(" ");
	const result = await recording.watch.step("command", `running ${name}`, async () => {
		try {
			return await host.processes.run(program, args, {
				cwd: options.directory,
				env: withoutTokens(host.env),
				maxOutputBytes: 4194304,
				...signal === void 0 ? {} : { signal },
				...options.onOutput === void 0 ? {} : { onOutput: options.onOutput }
			});
		} catch (error) {
			throw new ParityError("usage", `${program} cannot be started: ${toError(error).message}`, "check its name and PATH", { cause: error });
		}
	}, ({ exitCode }) => exitCode === 0);
	if (result.ending === "cancelled") throw new ParityError("cancelled", `cancelled while running ${name}`);
	const command = { exitCode: result.exitCode };
	const changed = await verifyAgain(session, chain.ledger, `while ${name} ran`);
	const findings = [...chain.findings, ...changed];
	if (result.exitCode === 0) return finish(findings, command);
	const at = {
		source: "targets",
		project: options.directory,
		directory: options.directory,
		root: ".",
		title: `${name} failed`,
		command: name
	};
	return finish([...findings, ...diagnose({
		...result,
		args: options.command
	}, at, recording.facts)], command);
}

// src/operations/verify.ts
/** Whether the modules of a project are what go.sum says. Throws as `recordProject` does. */
async function verify(session, options) {
	const chain = await runChain(session, options, "verify");
	return {
		...conclude({
			...chain,
			job: chain.snapshot.job,
			timings: chain.recording.watch.read()
		}, options),
		snapshot: chain.snapshot
	};
}

export { parseTarget as $, PERMISSIONS as A, classify as B, readYamlFile as C, explain as D, isOwnAction as E, check as F, whyNoProof as G, parseBaselineName as H, saveBaseline as I, findUnsupportedVariants as J, failedPackages as K, showBaseline as L, RULE_IDS as M, isRuleId as N, compare as O, readSnapshots as P, expandTargets as Q, build as R, MAX_BYTES as S, isActionReference as T, detectChange as U, readBaseline as V, proofText as W, decideTargets as X, decideCgo as Y, describeCgo as Z, configText as _, inspect as a, checkOrder as b, writeInit as c, insertInto as d, parseTargets as et, workflowText as f, goreleaserTargets as g, GORELEASER_FILES as h, plan as i, targetEnvironment as it, parseConfig as j, report as k, loadConfig as l, guessMatrix as m, run as n, plainVariantOf as nt, checkWorkflows as o, guessBranch as p, parseBuildOutput as q, record as r, formatTarget as rt, planInit as s, verify as t, checkVariant as tt, workflowTargets as u, scriptTargets as v, ACTION_REFERENCE as w, githubJobs as x, mergeTargets as y, compareToBaseline as z };