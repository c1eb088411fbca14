import { i as __toESM } from "./rolldown-runtime.js";
import { C as findContradictions, D as sumKey, E as parseGoSum, O as redact, S as textField, T as indexGoSums, _ as parseListedModules, a as findRoots, b as isObject$1, c as findReplacementFindings, d as mergeIntegrity, f as parseModulesTxt, g as builtVersion$1, h as findUses, i as readTree, k as openGo, l as locate$1, m as findRequirements, n as verifyRoot, o as posixPath, p as findDirective, r as hashTree, s as mapBounded, u as keepFiles, v as readBuildList, w as findSumLine, x as parseJsonSequence, y as readVendoredList } from "./verify-root.js";
import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";
import { r as toError, t as ParityError } from "./errors.js";
import { n as require_fastest_levenshtein, t as nearest } from "./nearest.js";
import { n as sha256, t as withoutTokens } from "./host.js";
import { S as title, _ as record$1, a as array, b as strictObject, c as description, d as minLength, f as nonEmpty, g as pipe, h as picklist, i as isJson, l as maxLength, m as optional, n as parseSnapshot, o as boolean, p as object, r as findObjection, s as check$2, u as metadata, v as regex, x as string, y as safeParse } from "./parse.js";
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";

// src/go/env.ts
/** Far more than any environment; a value may hold a long list of flags. */
const MAX_OUTPUT = 16777216;
const MAX_FILE = 1048576;
function unreadable$1(why, cause) {
	return new ParityError("go-unreadable", `what go env -json printed cannot be read: ${why}`, "run go env -json in that directory", { cause });
}
function parseValues({ stdout }) {
	if (stdout.truncated) throw unreadable$1(`it has ${String(stdout.bytes)} bytes`);
	let parsed;
	try {
		parsed = JSON.parse(stdout.text);
	} catch (error) {
		throw unreadable$1("it is no JSON", error);
	}
	if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) throw unreadable$1("it is no JSON object");
	return Object.fromEntries(Object.entries(parsed).map(([key, value]) => {
		if (typeof value !== "string") throw unreadable$1(`${JSON.stringify(key.slice(0, 80))} is no text`);
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
		maxOutputBytes: MAX_OUTPUT
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
async function readText$1(host, path) {
	try {
		const bytes = await host.files.read(path, MAX_FILE);
		return bytes === null ? null : new TextDecoder().decode(bytes);
	} catch {
		return null;
	}
}
/** The two files that set go env keys: the one that GOENV names, and `$GOROOT/go.env`; at most 1 MiB each. */
async function readEnvFiles(host, values) {
	const goenv = values["GOENV"] ?? "";
	const goroot = values["GOROOT"] ?? "";
	const [user, shipped] = await Promise.all([goenv === "" || goenv === "off" ? null : readText$1(host, goenv), goroot === "" ? null : readText$1(host, join(goroot, "go.env"))]);
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
const MAX_TARGETS = 1e3;
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
	if (items.length > MAX_TARGETS) throw invalid(`the list of targets has ${String(items.length)} items; ${String(MAX_TARGETS)} are allowed`, "use patterns: linux/*");
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

// src/snapshot/job.ts
const MAX_MATRIX_DEPTH = 20;
const NO_MATRIX = {};
function parseMatrix(text) {
	const refuse = (why, cause) => new ParityError("usage", `the matrix must be a JSON object, and ${why}: ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`, "give the leg as ${{ toJSON(matrix) }}, for example {\"go\":\"1.26\",\"os\":\"ubuntu-latest\"}", { cause });
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw refuse(`is no JSON (${toError(error).name})`, error);
	}
	if (value === null) return NO_MATRIX;
	const objection = findObjection(value, MAX_MATRIX_DEPTH);
	if (objection !== null) throw refuse(`has ${JSON.stringify(objection.path.slice(0, 80))}, which cannot be kept`);
	if (typeof value !== "object" || Array.isArray(value) || !isJson(value)) throw refuse("is something else");
	return Object.fromEntries(Object.entries(value).map(([axis, item]) => [axis, item]));
}
/** An environment variable that is there and not empty. */
function given(env, key) {
	const value = Object.hasOwn(env, key) ? env[key] : void 0;
	return value === void 0 || value === "" ? null : value;
}
function githubFacts(env) {
	const reference = given(env, "GITHUB_WORKFLOW_REF");
	const at = reference === null ? -1 : reference.includes("@refs/") ? reference.indexOf("@refs/") : reference.lastIndexOf("@");
	const path = reference === null ? null : reference.slice(0, at === -1 ? void 0 : at);
	const file = path === null ? null : /^[^/]+\/[^/]+\/(.+)$/.exec(path)?.[1] ?? null;
	const pipeline = given(env, "GITHUB_WORKFLOW");
	return {
		provider: "github",
		workflow: file ?? pipeline,
		name: given(env, "GITHUB_JOB") ?? "job",
		matrix: NO_MATRIX,
		pipeline
	};
}
function gitlabFacts(env) {
	const full = given(env, "CI_JOB_NAME") ?? "job";
	const base = {
		provider: "gitlab",
		workflow: redact(given(env, "CI_CONFIG_PATH") ?? ".gitlab-ci.yml"),
		pipeline: given(env, "CI_PROJECT_PATH")
	};
	const open = full.endsWith("]") ? full.indexOf(": [") : -1;
	if (open > 0) {
		const values = full.slice(open + 3, -1).split(", ");
		return {
			...base,
			name: full.slice(0, open),
			matrix: Object.fromEntries(values.map((value, at) => [String(at + 1), value]))
		};
	}
	const part = /^(.+) (\d{1,9})\/\d{1,9}$/s.exec(full);
	if (part !== null) return {
		...base,
		name: part[1] ?? full,
		matrix: { index: part[2] ?? "" }
	};
	const index = given(env, "CI_NODE_INDEX");
	const isParallel = index !== null && (given(env, "CI_NODE_TOTAL") ?? "1") !== "1";
	return {
		...base,
		name: full,
		matrix: isParallel ? { index } : NO_MATRIX
	};
}
function decode(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function jenkinsFacts(env) {
	const parts = (given(env, "JOB_NAME") ?? "job").split("/");
	const branch = given(env, "BRANCH_NAME");
	let matrix = NO_MATRIX;
	const last = () => parts.at(-1) ?? "";
	if (parts.length > 1 && last().split(",").every((axis) => axis.indexOf("=") > 0)) {
		const axes = last().split(",");
		parts.pop();
		matrix = Object.fromEntries(axes.map((axis) => [axis.slice(0, axis.indexOf("=")), axis.slice(axis.indexOf("=") + 1)]));
	}
	if (branch !== null && parts.length > 1) {
		if (decode(last()) === branch || last() === branch) parts.pop();
		else if (parts.join("/").endsWith(`/${branch}`)) parts.splice(-branch.split("/").length);
	}
	const stage = given(env, "STAGE_NAME");
	return {
		provider: "jenkins",
		workflow: null,
		name: parts.join("/") + (stage === null ? "" : `:${stage}`),
		matrix,
		pipeline: null
	};
}
function detect(env, hostLabel) {
	if (env["GITHUB_ACTIONS"] === "true") return githubFacts(env);
	if (given(env, "GITLAB_CI") !== null) return gitlabFacts(env);
	if (given(env, "JENKINS_URL") !== null || given(env, "BUILD_TAG") !== null) return jenkinsFacts(env);
	return {
		provider: "local",
		workflow: null,
		name: hostLabel,
		matrix: NO_MATRIX,
		pipeline: null
	};
}
/** Percent-encodes what divides the parts of an identity, and what has no place in a line. */
function encode(part) {
	return part.replaceAll(/[%#{\u0000-\u001f\u007f]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
}
function plain(text) {
	return text.replaceAll(/[\u0000-\u001f\u007f]+/g, " ");
}
function labelOf({ provider, workflow, pipeline, name, matrix }) {
	const axes = Object.entries(matrix).map(([axis, value]) => `${axis}=${typeof value === "string" ? value : compactJson(value)}`);
	const leg = axes.length === 0 ? "" : ` (${axes.join(", ")})`;
	if (provider === "local") return plain(`local:${name}${leg}`);
	const title = pipeline ?? workflow;
	return plain(`${title === null ? "" : `${title} / `}${name}${leg}`);
}
/**
* Who this job is, from the variables of GitHub Actions, GitLab CI or Jenkins, or the label of a host.
* The same leg has the same id in every run; legs that differ in workflow file, job or any matrix value (1.2, "1.2" and "1.20") never share one.
* Throws `usage` when the matrix text is no JSON object.
*/
function identifyJob(env, options) {
	const found = detect(env, options.hostLabel);
	const matrix = options.matrix === void 0 || options.matrix.trim() === "" ? found.matrix : parseMatrix(options.matrix);
	const name = options.name === void 0 || options.name === "" ? found.name : options.name;
	const { provider, workflow } = found;
	const place = workflow === null ? "" : `${encode(workflow)}#`;
	const leg = Object.keys(matrix).length === 0 ? "" : compactJson(matrix);
	return {
		id: `${provider}:${place}${encode(name)}${leg}`,
		label: labelOf({
			...found,
			name,
			matrix
		}),
		provider,
		workflow,
		name,
		matrix
	};
}

// src/targets/build-lines.ts
/** Compilers print whole command lines; nothing of interest stands that far to the right. */
const MAX_LINE$2 = 4e3;
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
		const shown = line.slice(0, MAX_LINE$2).replaceAll(COLOUR, "").replaceAll(CONTROL$1, "").trimEnd();
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
const HEADER$2 = /^# ([^\s[\]]+)(?: \[[^\s\]]+\])?$/;
/** `# [pkg-config …]` inside a block names a command; before Go 1.23 `# pkg-config --cflags -- x` did. */
const COMMAND_HEADER = /^# (?:\[.*\]|\S+ .*)$/;
/** `go build import/path:` came before such a command until Go 1.23. */
const BUILD_HEADER$1 = /^go build ([^\s:]+):$/;
const CHAIN_START = /^package ([^\s:]+)$/;
const CHAIN_LINK = /^\timports ([^\s:]+)(?: from [^\s:]+)?(?:: (.*))?$/;
const PACKAGE_ERROR = /^package ([^\s:]+): (.*)$/;
/** Packages that a message itself names as the ones that cannot be had. */
const NAMED = [
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
	for (const pattern of NAMED) {
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
function finish(draft) {
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
		const header = HEADER$2.exec(line)?.[1] ?? BUILD_HEADER$1.exec(line)?.[1];
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
		const failure = finish(draft);
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

// src/go/dist.ts
const DistList = array(object({
	GOOS: string(),
	GOARCH: string(),
	CgoSupported: boolean(),
	FirstClass: optional(boolean(), false)
}));
const EnvAnswer = record$1(string(), string());
function firstLine$1(result) {
	return result.stderr.text.trim().split("\n")[0] ?? "";
}
/** Reads the JSON a command printed. Throws `go-unreadable` with what the command said. */
function readJson(result, schema) {
	const command = `go ${result.args.join(" ")}`;
	if (result.exitCode !== 0) throw new ParityError("go-unreadable", `${command} failed: ${firstLine$1(result)}`);
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
	const refused = /^go: invalid (GO\w+): /.exec(firstLine$1(result))?.[1];
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
	const { deadlineMs, withoutDebugInformation = false } = options;
	return await go.run([
		"build",
		...withoutDebugInformation ? ["-ldflags=-w"] : [],
		"-o",
		nullDevice(),
		...packages
	], {
		env,
		maxOutputBytes: MAX_OUTPUT_BYTES,
		...deadlineMs === void 0 ? {} : { deadlineMs }
	});
}

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
function changedFiles({ before, after }) {
	return [.../* @__PURE__ */ new Set([...Object.keys(before?.files ?? {}), ...Object.keys(after?.files ?? {})])].filter((name) => before?.files[name] !== after?.files[name]).toSorted(byteOrder);
}
function isRequirementFile(name) {
	return name === "go.mod" || name === "go.work" || name.endsWith("/go.mod") || name.endsWith("/go.work");
}
function isSumFile(name) {
	return /(?:^|\/)go\.(?:work\.)?sum$/.test(name);
}
function wasDone(pair, file) {
	if (pair.before?.files[file] === void 0) return `${file} was added`;
	return pair.after?.files[file] === void 0 ? `${file} was removed` : `${file} was edited`;
}
/** What a person edited that changes the build list. */
function editedRequirements(pair) {
	const edited = changedFiles(pair).filter(isRequirementFile);
	return edited.length === 0 ? void 0 : edited.map((file) => wasDone(pair, file)).join(", ");
}
function describe$2({ version, replace }) {
	if (replace === void 0) return version ?? "(main module)";
	const to = replace.version === null ? replace.path : `${replace.path} ${replace.version}`;
	return `${version ?? ""} => ${to}`.trimStart();
}
function replacementOf({ replace }) {
	return replace === void 0 ? "" : `${replace.path} ${replace.version ?? ""}`;
}
function compareModules$1(before, after) {
	if (before === void 0) return after === void 0 ? null : {
		change: "added",
		before: null,
		after: describe$2(after)
	};
	if (after === void 0) return {
		change: "removed",
		before: describe$2(before),
		after: null
	};
	if (replacementOf(before) !== replacementOf(after)) return {
		change: "replaced",
		before: describe$2(before),
		after: describe$2(after)
	};
	if (before.version !== after.version) return {
		change: "moved",
		before: describe$2(before),
		after: describe$2(after)
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
function isFromVendor(root) {
	return root?.modeReason.endsWith(FROM_VENDOR_LIST) === true;
}
/** Whether only what both lists can hold may be compared: modules.txt names no module of which nothing is vendored. */
function isPartial({ before, after }) {
	return isFromVendor(before) !== isFromVendor(after);
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
function changeOf(before, after) {
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
	for (const file of changedFiles(pair)) {
		const itself = isRequirementFile(file) || isSumFile(file) ? wasDone(pair, file) : void 0;
		add(file, changeOf(before?.files[file], after?.files[file]), edited ?? itself);
	}
	const [left, right] = [before?.vendor?.hash, after?.vendor?.hash];
	if (left !== right) add("vendor", changeOf(left, right), edited);
	return drifts;
}
/** Which files of each root changed: go.mod, go.sum, go.work, go.work.sum, vendor/modules.txt and, as `vendor`, the vendored files. */
function diffRootFiles(before, after) {
	return pairRoots(before, after).flatMap(diffFiles);
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
const VERSION$1 = /^v(?<major>0|[1-9]\d*)(?:\.(?<minor>0|[1-9]\d*)(?:\.(?<patch>0|[1-9]\d*)(?<prerelease>-[0-9A-Za-z.-]+)?(?:\+(?<build>[0-9A-Za-z.-]+))?)?)?$/;
function parse$1(version) {
	const groups = VERSION$1.exec(version)?.groups;
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
function compareVersions(a, b) {
	const left = parse$1(a);
	const right = parse$1(b);
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
	return numbers !== void 0 && compareVersions(`v${numbers}`, `v${release}`) >= 0;
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

// src/go/packages.ts
/** Room for the package graph of the largest programs. */
const MAX_LIST_BYTES$1 = 268435456;
const NAME = "go list -json";
function names(value) {
	return Array.isArray(value) ? value.filter((name) => typeof name === "string") : [];
}
function readListed(json) {
	const packages = /* @__PURE__ */ new Map();
	for (const object of parseJsonSequence(json, NAME)) {
		const path = textField(object, "ImportPath", NAME);
		if (path === void 0 || object["Standard"] === true) continue;
		const module = object["Module"];
		packages.set(path, {
			module: isObject$1(module) ? textField(module, "Path", NAME) ?? null : null,
			files: [...names(object["GoFiles"]), ...names(object["CgoFiles"])]
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
		maxOutputBytes: MAX_LIST_BYTES$1
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
		maxOutputBytes: MAX_LIST_BYTES$1
	});
	if (result.exitCode !== 0 || result.stdout.truncated) return [];
	return parseJsonSequence(result.stdout.text, NAME).flatMap((object) => {
		const path = textField(object, "ImportPath", NAME);
		const directory = textField(object, "Dir", NAME);
		return path === void 0 || directory === void 0 ? [] : [{
			package: path,
			directory,
			standard: object["Standard"] === true
		}];
	});
}

// src/go/modules.ts
/** Room for the build list of 100,000 modules. */
const MAX_LIST_BYTES = 268435456;
/**
* The build list: `go list -m -e -mod=readonly -json all`, objects one after the other (`parseListedModules` reads them).
* Works with lines missing in go.sum, absent replacements and a vendor folder; needs the go.mod files of the modules, not their zips.
* Fails (`ok: false`) for a wrong hash of a go.mod file, a malformed go.sum, a go line that is too new.
*/
async function listModules(go, options = {}) {
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
	const result = await go.run(args, { maxOutputBytes: MAX_LIST_BYTES });
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
	], { maxOutputBytes: MAX_LIST_BYTES });
	return result.exitCode === 0 ? result.stdout.text.split("\n").filter((line) => line !== "") : [];
}

// node_modules/yocto-queue/index.js
var Node = class {
	value;
	next;
	constructor(value) {
		this.value = value;
	}
};
var Queue = class {
	#head;
	#tail;
	#size;
	constructor() {
		this.clear();
	}
	enqueue(value) {
		const node = new Node(value);
		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}
		this.#size++;
	}
	dequeue() {
		const current = this.#head;
		if (!current) return;
		this.#head = this.#head.next;
		this.#size--;
		if (!this.#head) this.#tail = void 0;
		return current.value;
	}
	peek() {
		if (!this.#head) return;
		return this.#head.value;
	}
	clear() {
		this.#head = void 0;
		this.#tail = void 0;
		this.#size = 0;
	}
	get size() {
		return this.#size;
	}
	*[Symbol.iterator]() {
		let current = this.#head;
		while (current) {
			yield current.value;
			current = current.next;
		}
	}
	*drain() {
		while (this.#head) yield this.dequeue();
	}
};

// node_modules/p-limit/index.js
function pLimit(concurrency) {
	let rejectOnClear = false;
	if (typeof concurrency === "object") ({concurrency, rejectOnClear = false} = concurrency);
	validateConcurrency(concurrency);
	if (typeof rejectOnClear !== "boolean") throw new TypeError("Expected `rejectOnClear` to be a boolean");
	const queue = new Queue();
	let activeCount = 0;
	const resumeNext = () => {
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};
	const next = () => {
		activeCount--;
		resumeNext();
	};
	const run = async (function_, resolve, arguments_) => {
		const result = (async () => function_(...arguments_))();
		resolve(result);
		try {
			await result;
		} catch {}
		next();
	};
	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = { reject };
		new Promise((internalResolve) => {
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(void 0, function_, resolve, arguments_));
		if (activeCount < concurrency) resumeNext();
	};
	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});
	Object.defineProperties(generator, {
		activeCount: { get: () => activeCount },
		pendingCount: { get: () => queue.size },
		clearQueue: { value() {
			if (!rejectOnClear) {
				queue.clear();
				return;
			}
			const abortError = AbortSignal.abort().reason;
			while (queue.size > 0) queue.dequeue().reject(abortError);
		} },
		concurrency: {
			get: () => concurrency,
			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;
				queueMicrotask(() => {
					while (activeCount < concurrency && queue.size > 0) resumeNext();
				});
			}
		},
		map: { async value(iterable, function_) {
			const promises = [];
			try {
				Array.from(iterable, (value, index) => {
					const promise = generator(function_, value, index);
					promises.push(promise);
					return promise;
				});
			} catch (error) {
				for (const promise of promises) promise.catch(() => {});
				throw error;
			}
			return Promise.all(promises);
		} }
	});
	return generator;
}
function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) throw new TypeError("Expected `concurrency` to be a number from 1 and up");
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
function canAsk(name) {
	return !name.startsWith("-") && !name.includes("...") && !name.includes("@");
}
/** The folder of a file that go printed: relative to the command's directory where it is below it. */
function folderOf(directory, file) {
	const folder = posix.dirname(file);
	return isAbsolute$1(folder) ? within(directory, folder) : within(directory, posix.join(directory.replaceAll("\\", "/"), folder));
}
/** How `go list` is asked for a folder: without `./` it would read an import path. */
function asPattern(folder) {
	return isAbsolute$1(folder) || folder === "." ? folder : `./${folder}`;
}
/** Fills in what the text of the output leaves open: the package of a file, the directory of a package. */
async function locate(go, target, failures, root) {
	const questions = /* @__PURE__ */ new Set();
	for (const failure of failures) {
		const file = failure.location?.file;
		if (file === void 0) continue;
		if (failure.package === null) questions.add(asPattern(folderOf(go.directory, file)));
		else if (!SAID_FROM_COMMAND.test(file) && !isAbsolute$1(file)) questions.add(failure.package);
	}
	const places = await locatePackages(go, targetEnvironment(target), [...questions].filter((question) => canAsk(question)).slice(0, MAX_LOCATED));
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
		const named = failure.package ?? (file === void 0 ? null : byDirectory.get(folderOf(go.directory, file))?.package ?? null);
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
/**
* Builds every target, some at once in one build cache, all of them even when some fail; results in the order of `targets`.
* Rejects with `cancelled` when the signal was aborted, and only after every go command has ended; likewise for other errors.
*/
async function buildTargets(go, targets, options) {
	const { packages, goflags, root, parallelism, onStart, onEnd, signal } = options;
	const ownLinkerFlags = findGoFlag(goflags, "ldflags") !== null;
	const limit = pLimit(buildsAtOnce(parallelism));
	let stopped = false;
	const build = async (target) => {
		if (stopped || signal?.aborted === true) return null;
		try {
			onStart?.(target);
			const withoutDebugInformation = !target.cgo && !ownLinkerFlags;
			const result = await buildTarget(go, targetEnvironment(target), packages, { withoutDebugInformation });
			const built = {
				target,
				result,
				failures: result.exitCode !== 0 || result.ending !== "exited" ? await locate(go, target, parseBuildOutput(printed(result)), root) : [],
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
const SYSTEMS = {
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
			why: `${SYSTEMS[manager]}: brings ${brings}`
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
function placeOf(path, line, column = "") {
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
function readMissing(match, facts) {
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
	read: readMissing,
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
/** `!data!dog` as it is written in go.mod: capital letters are escaped in the module cache and on proxies. */
function unescapeModule(path) {
	return path.replaceAll(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}
/** The other way round, for a path below the module cache. */
function escapeModule(path) {
	return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
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
	const printed = placeOf(found[1] ?? "", found[2] ?? "", found[3]);
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
const NOT_FOUND = /(?:^|[\s:])(?:No package '([^'\s]{1,100})' found|Package '?([\w.+-]{1,100})'?,? (?:was )?not found)/;
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
		when: [NOT_FOUND, /pkg-config|PKG_CONFIG_PATH|virtual:world/]
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
		location: place === null ? null : placeOf(place[1] ?? "", place[2] ?? "", place[3])
	};
}
/** `x.go:3:8: undefined: name`, `vet: x.go:…`, without a column before Go 1.9. */
const UNDEFINED_NAME = /: undefined: ([\p{L}_][\p{L}\p{N}_]*)(?:\.([\p{L}_][\p{L}\p{N}_]*))?/u;
/** The place of a message of the Go compiler; `null` when its line names none. */
function goPlace(match) {
	const place = GO_PLACE.exec(match.line.text);
	return place === null ? null : placeOf(place[1] ?? "", place[2] ?? "", place[3]);
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
function nameOf(path) {
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
		const dropped = second === "" ? here === null ? void 0 : droppedPackage(facts, here) : facts.droppedByCgo.find(({ package: path }) => nameOf(path) === first || findCgoModule(path)?.name === first);
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
const NEXT = 3;
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
			location: placeOf(file, match.part(2)),
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
		const response = match.after.slice(0, NEXT).filter((line) => line.text.includes("server response:"));
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
const SUGGESTED = new RegExp(String.raw`^\s*(go (?:get(?: -t)?|mod download) ${MODULE}(?:@${VERSION})?)\s*$`);
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
		const location = place === null ? {} : { location: placeOf(place[1] ?? "", place[2] ?? "", place[3]) };
		const next = match.after.slice(0, NEXT).find((line) => SUGGESTED.test(line.text));
		const command = next === void 0 ? void 0 : SUGGESTED.exec(next.text)?.[1];
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
	const printed = placeOf(place[1] ?? "", place[2] ?? "", place[3]);
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
function read$2(match, facts) {
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
	read: read$2,
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
	const opened = place === null ? null : placeInPackage(placeOf(place[1] ?? "", place[2] ?? ""), owner ?? null, facts);
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

// src/incidents/catalogue.ts
/**
* Every kind of failure that is recognised. The order is causal: a rule sees only lines that none before it has explained,
* and the program's own faults come last.
*/
const catalogue = [
	...toolchainRules,
	...checksumRules,
	...cgoCompilerRules,
	...cgoLibraryRules,
	...cgoOffRules,
	...targetRules,
	...codeRules
];

// src/incidents/infer.ts
const SETTING = /(?:^|[\s;&"'`(])(GOOS|GOARCH|GOHOSTOS|GOHOSTARCH|CGO_ENABLED)=["']?([a-z0-9]{1,20})(?=$|[\s;&"'`)])/g;
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
		if (text.includes("GO")) for (const [, name = "", value = ""] of text.matchAll(SETTING)) note(name, value);
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
const HEAD = 4194304;
const TAIL = 12582912;
/** Characters of a line that are read. */
const MAX_LINE$1 = 4e3;
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
function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
/** What a structured log line says: `go build -json`, `go mod download -json`, docker's and other loggers. */
function unfold(text) {
	if (text.startsWith("{\"") && text.endsWith("}")) {
		const value = parse(text);
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
	const value = member === void 0 ? void 0 : parse(member);
	return typeof value === "string" ? { text: value } : null;
}
/** The text in two parts where it is too long to be read as a whole, with the number of lines before each. */
function parts(log) {
	if (log.length <= 16777216) return [{
		text: log,
		before: 0
	}];
	const start = log.length - TAIL;
	let before = 0;
	for (let at = log.indexOf("\n"); at !== -1 && at < start; at = log.indexOf("\n", at + 1)) before += 1;
	return [{
		text: log.slice(0, HEAD),
		before: 0
	}, {
		text: log.slice(start),
		before
	}];
}
function* pieces(log) {
	for (const { text, before } of parts(log)) {
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
	const text = stripPrefixes(withoutControls(raw.length > MAX_LINE$1 * 4 ? raw.slice(0, MAX_LINE$1 * 4) : raw));
	const inner = unfold(text);
	if (inner === null) {
		yield {
			number,
			text: text.slice(0, MAX_LINE$1)
		};
		return;
	}
	const lines = inner.text.replace(/\n$/, "").split("\n", MAX_UNFOLDED);
	for (const line of lines) {
		const clean = stripPrefixes(withoutControls(line)).slice(0, MAX_LINE$1);
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
function readLog(log) {
	const lines = [];
	let current = null;
	const headers = /* @__PURE__ */ new Set();
	for (const piece of pieces(log)) {
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
const BEFORE = 20;
const BEHIND = 40;
/** Places at which one wording is looked at closely, incidents of one rule, and lines shown for one incident. */
const MAX_MATCHES = 2e3;
const MAX_INCIDENTS = 100;
const MAX_EVIDENCE = 12;
const MAX_EVIDENCE_LENGTH = 500;
const MAX_DETAILS = 200;
/** Where the pattern holds: on the line, else on the nearest line behind it, else on the nearest before it. */
function findNear(pattern, lines, index, reach) {
	for (let distance = 0; distance <= Math.min(BEHIND, reach); distance += 1) {
		const line = lines[index + distance];
		const found = line === void 0 ? null : pattern.exec(line.text);
		if (line !== void 0 && found !== null) return {
			found,
			line
		};
	}
	for (let distance = 1; distance <= Math.min(BEFORE, reach); distance += 1) {
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
	const reach = wording.reach ?? BEHIND;
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
			near: lines.slice(Math.max(0, line.index - BEFORE), line.index + BEHIND + 1),
			after: lines.slice(line.index + 1, line.index + BEHIND + 1)
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
function remember(rule, draft, explained) {
	for (const line of draft.lines.values()) {
		explained.lines.add(line.index);
		if (rule.absorbs === void 0 || line.package === null) continue;
		const patterns = explained.packages.get(line.package) ?? [];
		if (!patterns.includes(rule.absorbs)) explained.packages.set(line.package, [...patterns, rule.absorbs]);
	}
}
function evidenceOf(draft) {
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
		evidence: evidenceOf(draft),
		fix
	};
}
/**
* What a log of the go command, a C compiler or a linker says went wrong, in causal order: what comes first can be the cause of
* what follows. Empty when nothing is recognised: never a guess. The log may come from anywhere and hold anything; it is read
* as text only, in linear time, and of a very long one the beginning and the end.
*/
function classify(log, facts = {}) {
	const lines = readLog(log);
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
			remember(rule, draft, explained);
			incidents.push(incidentOf(rule, draft, known));
		}
	}
	return incidents;
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
		severity: at.severity ?? "error",
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
/**
* Findings for a go command that failed: its incidents in causal order, or, when none is recognised,
* one `go/unrecognised` with the end of the output. Never empty.
*/
function diagnose(result, at, facts, failures = []) {
	const output = [result.stderr.text, result.stdout.text].filter((text) => text !== "").join("\n");
	const incidents = classify(output, facts);
	if (incidents.length > 0) return incidents.map((incident) => {
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
	const command = at.command ?? `go ${result.args.join(" ")}`;
	const ended = result.exitCode === null ? "was ended by a signal" : `ended with exit code ${String(result.exitCode)}`;
	return [{
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

// src/operations/build-project.ts
const NOTHING = {
	results: [],
	targets: [],
	findings: [],
	degraded: []
};
/** `./...` of every module of a root: in a workspace, a pattern stops at the next go.mod. */
function defaultPackages({ reading }) {
	const inside = reading.members.filter((member) => member !== ".." && !member.startsWith("../"));
	return inside.length === 0 ? ["./..."] : inside.map((member) => member === "." ? "./..." : `./${member}/...`);
}
/** What `reason` says of a target that was built: why cgo is as it is, unless somebody asked for that. */
function cgoNote(target) {
	return target.cgoReason === "asked" || target.cgoReason === "native" ? void 0 : `cgo ${describeCgo(target)}`;
}
function describe$1(root, target, rest) {
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
	const reason = result.reason ?? cgoNote(target);
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
function whatFailed(built) {
	const [first] = built.failures;
	if (first === void 0) return `go build ended with ${built.result.exitCode === null ? "a signal" : `exit code ${String(built.result.exitCode)}`}`;
	const { location, message } = first;
	return `${location === null ? "" : `${location.file}${location.line === void 0 ? "" : `:${String(location.line)}`}: `}${message}`.slice(0, 500);
}
/** Builds every target in every root that may be built; says for the others that they were skipped, and why. */
async function buildProject(session, recording, buildable, options) {
	if (recording.targets.length === 0 || recording.roots.length === 0) return NOTHING;
	const severalRoots = recording.roots.length > 1;
	return (await recording.watch.step("targets", `building ${String(recording.targets.length)} ${recording.targets.length === 1 ? "target" : "targets"}`, async () => {
		const done = [];
		for (const root of recording.roots) done.push(buildable.includes(root) ? await buildRoot(session, recording, root, severalRoots, options.packages) : skipRoot(root, severalRoots, recording.targets, options.skipped));
		return done;
	}, (done) => done.every(({ results }) => results.every(({ outcome }) => outcome !== "failed")))).reduce((sum, part) => ({
		results: [...sum.results, ...part.results],
		targets: [...sum.targets, ...part.targets],
		findings: [...sum.findings, ...part.findings],
		degraded: [...sum.degraded, ...part.degraded]
	}), NOTHING);
}
function skipRoot(root, severalRoots, targets, skipped) {
	const { directory } = root.reading.place;
	const rows = targets.map((target) => {
		const result = describe$1(directory, target, {
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
		...NOTHING,
		results: rows.map(({ result }) => result),
		targets: rows.map(({ shown }) => shown)
	};
}
async function buildRoot(session, recording, root, severalRoots, wanted) {
	const { reading, go } = root;
	const { directory, path } = reading.place;
	const packages = wanted ?? defaultPackages(root);
	const built = await buildTargets(go, recording.targets, {
		packages,
		goflags: root.env.values["GOFLAGS"] ?? "",
		root: directory,
		parallelism: session.host.system.parallelism,
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
	for (const one of built) {
		const { target, result, failures, durationMs } = one;
		const name = formatTarget(target);
		const failed = result.exitCode !== 0 || result.ending !== "exited";
		const dropped = failed && !target.cgo ? await listDropped(go, targetEnvironment(target), packages) : null;
		const incidents = failed ? diagnose(result, {
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
		}, failures) : [];
		findings.push(...incidents);
		const rule = incidents[0]?.rule;
		const described = failed ? describe$1(directory, target, {
			outcome: "failed",
			reason: whatFailed(one),
			failedPackages: failedPackages(failures),
			...rule === void 0 ? {} : { rule }
		}) : describe$1(directory, target, {
			outcome: "ok",
			failedPackages: []
		});
		results.push(described);
		targets.push(reported(described, target, severalRoots, durationMs));
	}
	const lost = await findDropped(root, recording.targets, packages);
	return {
		results,
		targets,
		findings: [...findings, ...lost.findings],
		degraded: lost.degraded
	};
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
function refuse(text) {
	return new ParityError("config-invalid", `expect.go is no range of Go versions: ${JSON.stringify(text.length > 80 ? `${text.slice(0, 80)}…` : text)}`, "write a release (1.26.3), a line of releases (1.26 or 1.26.x) or conditions divided by blanks (>=1.24 <1.27)");
}
/**
* Reads `1.26.8`, `1.26`, `1.26.x`, `>=1.24 <1.27`. A version of two numbers means the whole line of releases:
* `<=1.26` holds for 1.26.8, `>1.26` does not. Throws `config-invalid`.
*/
function parseGoRange(text) {
	const words = text.slice(0, 1e3).replaceAll(OPERATOR, "$1").split(/[\s,]+/).filter((word) => word !== "");
	if (words.length === 0 || text.length > 1e3) throw refuse(text);
	return words.map((word) => {
		const [, operator = "=", written = ""] = PART.exec(word) ?? [];
		const version = written.replace(/(?:\.[x*])+$/, "");
		if (written === "" || /[x*]/.test(version) || parseGoVersion(version) === null) throw refuse(text);
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
function comparable$1(path, windows) {
	return windows ? lowerAscii(path).replaceAll("\\", "/") : path;
}
/** A root folder is no base: everything lies in it. */
function toBase(name, given) {
	const windows = isWindowsPath(given);
	const path = comparable$1(given, windows).replace(/\/+$/, "");
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
	const searched = comparable$1(text, windows);
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
function valueOf(environment, key) {
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
function describeOrigin(environment, key) {
	const origin = originOf(environment, key);
	return origin === "goenv" ? `set in the go env file ${valueOf(environment, "GOENV") ?? ""}`.trim() : ORIGINS[origin];
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
	const found = valueOf(environment, key);
	if (meets(key, wanted, found ?? "")) return [];
	const target = wanted === "on" && SWITCHES.has(key) ? SWITCHED_ON[key] ?? null : wanted;
	const why = `gives ${key} the value that was declared`;
	const fix = target === null ? {
		edit: `give ${key} a value other than off`,
		why
	} : changeSetting(environment, key, target, why);
	const origin = describeOrigin(environment, key);
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
function isFalse(word) {
	return /=(?:false|0|f|F|FALSE|False)$/.test(word);
}
/** Whether a word has the flag, and switched on where no value is asked for. */
function holds(word, wanted) {
	return matchesFlag(word, wanted) && (wanted.includes("=") || !isFalse(word));
}
/** `-ldflags` and its like may stand more than once, for several package patterns; of the others the last one counts. */
function isOverruled(words, at) {
	const name = flagName(words[at] ?? "");
	return !name.endsWith("flags") && words.slice(at + 1).some((later) => flagName(later) === name);
}
function checkFlags(flags, environment) {
	const text = valueOf(environment, "GOFLAGS") ?? "";
	const words = splitWords(text) ?? [];
	const origin = describeOrigin(environment, "GOFLAGS");
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
const LONGEST = 500;
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
		if (pattern === "" || pattern.length > LONGEST) return false;
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

// src/environment/verification.ts
function finding(environment, { key, severity = "warning", title, meaning, fix }) {
	const origin = describeOrigin(environment, key);
	return {
		rule: "env/verification-disabled",
		severity,
		state: "new",
		title,
		message: `${meaning} ${key} is ${origin}.`,
		subject: { key },
		evidence: [`${key}=${valueOf(environment, key) ?? ""} (${origin})`],
		fix,
		source: "environment"
	};
}
/** Flags of GOFLAGS that change what a build reads or runs, with what each one does. */
const FLAGS = {
	"-insecure": { meaning: "go get may fetch over plain HTTP and skip the checksum database; Go 1.17 and later refuse the flag." },
	"-mod": {
		value: "mod",
		meaning: "Every go command may rewrite go.mod and go.sum instead of failing when they do not fit, and vendor/ is not used."
	},
	"-toolexec": { meaning: "Compiler and linker run through another program, which decides what is built." },
	"-modfile": { meaning: "go reads and checks another go.mod and go.sum than those of the project." },
	"-overlay": { meaning: "go builds other contents than those of the source files." }
};
function flagWeaknesses(environment) {
	const words = splitWords(valueOf(environment, "GOFLAGS") ?? "") ?? [];
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
		return [{
			key: "GOFLAGS",
			title: `GOFLAGS holds ${last.length > 60 ? name : last}`,
			meaning: row.meaning,
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
	const isPrivate = matchesEveryModule(valueOf(environment, "GOPRIVATE") ?? "");
	const follows = originOf(environment, "GONOSUMDB") === "derived" || valueOf(environment, "GONOSUMDB") === valueOf(environment, "GOPRIVATE");
	if (isPrivate && follows) weaknesses.push({
		key: "GOPRIVATE",
		title: "GOPRIVATE matches every module",
		meaning,
		fix: [{
			edit: "list your own modules in GOPRIVATE: GOPRIVATE=git.example.com/team",
			why: "leaves the checksum database on for all others"
		}]
	});
	else if (matchesEveryModule(valueOf(environment, "GONOSUMDB") ?? "")) {
		const fix = unset(environment, "GONOSUMDB", "leaves the checksum database on; list private modules in GOPRIVATE");
		weaknesses.push({
			key: "GONOSUMDB",
			title: "GONOSUMDB matches every module",
			meaning,
			fix
		});
	}
	const insecure = valueOf(environment, "GOINSECURE") ?? "";
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
* it is set. GO111MODULE=off is an error, the others are warnings; patterns that name private modules are none.
* `env` is the process environment, for variables that go env does not print.
*/
function findDisabledVerification(environment, env = {}) {
	const weaknesses = [];
	if (valueOf(environment, "GO111MODULE") === "off") weaknesses.push({
		key: "GO111MODULE",
		severity: "error",
		title: "GO111MODULE is off",
		meaning: "go ignores go.mod and go.sum and builds whatever lies in GOPATH: no module has a version or a checksum.",
		fix: [changeSetting(environment, "GO111MODULE", "on", "builds by go.mod and go.sum")]
	});
	if (valueOf(environment, "GOSUMDB") === "off") weaknesses.push({
		key: "GOSUMDB",
		title: "GOSUMDB is off",
		meaning: "A module that is not yet in go.sum is taken as the proxy serves it: the checksum database is not asked.",
		fix: [changeSetting(environment, "GOSUMDB", "sum.golang.org", "asks the checksum database; list private modules in GOPRIVATE")]
	});
	const found = [
		...weaknesses,
		...patternWeaknesses(environment),
		...flagWeaknesses(environment)
	].map((weakness) => finding(environment, weakness));
	if (((Object.hasOwn(env, "GONOSUMCHECK") ? env["GONOSUMCHECK"] : void 0) ?? valueOf(environment, "GONOSUMCHECK") ?? "") === "") return found;
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

// src/cgo/c-compiler.ts
/** A compiler that takes longer to say its name is not one that answers. */
const DEADLINE_MS$2 = 5e3;
const MAX_LINE = 200;
/** The first line of what a program prints; `null` when it fails, is stuck or says nothing. */
async function ask(host, go, path, args) {
	try {
		const { ending, exitCode, stdout } = await host.processes.run(path, args, {
			cwd: go.directory,
			env: go.env,
			deadlineMs: DEADLINE_MS$2,
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
const DEADLINE_MS$1 = 5e3;
async function run$1(host, command, args) {
	try {
		return await host.processes.run(command, args, {
			cwd: host.cwd,
			env: {
				PATH: host.env["PATH"],
				LC_ALL: "C"
			},
			deadlineMs: DEADLINE_MS$1,
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

// src/integrity/root-files.ts
async function readFile$2(host, root, path) {
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
	const read = async (path) => readFile$2(host, place.path, path);
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
const SHOWN$1 = 20;
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
		message: `In ${name}, ${what}${others}: Go 1.22 and later refuse to build with it, older releases drop such lines and check fewer modules without a word.`,
		subject: { file: locate$1(place, name).file },
		location: locate$1(place, name, line),
		evidence: sum.malformed.slice(0, SHOWN$1).map((bad) => `${name}:${String(bad.line)}: ${redact(bad.text)}`),
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
function contradictions(place, { name, sum }) {
	return findContradictions(sum).slice(0, SHOWN$1).map(({ first, second }) => {
		const key = sumKey(first.path, first.version, first.goMod);
		return {
			rule: "checksum/gosum-malformed",
			severity: "error",
			state: "new",
			title: `${name} holds two hashes for ${key}`,
			message: `Lines ${String(first.line)} and ${String(second.line)} of ${name} give different hashes for ${key}. Go accepts a module that matches either, so the file no longer says which one is meant.`,
			subject: {
				module: `${first.path}@${first.version}`,
				file: locate$1(place, name).file
			},
			location: locate$1(place, name, second.line),
			evidence: [`${name}:${String(first.line)}: ${first.hash}`, `${name}:${String(second.line)}: ${second.hash}`],
			fix: [{
				edit: `delete the wrong one of lines ${String(first.line)} and ${String(second.line)} of ${name}`,
				why: `the checksum database knows the right hash of a public module: https://sum.golang.org/lookup/${first.path}@${first.version}`
			}],
			source: "integrity",
			root: place.directory
		};
	});
}
/** What is wrong with the go.sum files of a root by themselves: lines go cannot read, and two hashes for one thing. */
function findSumFindings(place, files) {
	return files.sums.flatMap((file) => [...malformed(place, file), ...contradictions(place, file)]);
}

// src/integrity/read-root.ts
const NOTHING_LISTED = {
	modules: [],
	listed: [],
	degraded: [],
	failed: null,
	fromVendor: false
};
function firstLine(text) {
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
	const answer = await listModules(go);
	const listed = answer.ok ? parseListedModules(answer.json) : [];
	const broken = listed.find(({ error }) => error !== null && !error.includes("missing go.sum entry"));
	if (isVendored && files.modulesTxt !== null && (!answer.ok || broken !== void 0)) {
		const mains = files.goMods.flatMap(({ text }) => findDirective(text, "module")?.value ?? []);
		const why = answer.ok ? firstLine(broken?.error ?? "") : firstLine(answer.result.stderr.text);
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
	const gaps = findSumGaps(listed, index, required, compareVersions(`v${goLine}`, "v1.17") < 0);
	const suspects = gaps.suspects.filter(({ path }) => required.has(path) || compareVersions(`v${goLine}`, "v1.17") < 0);
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
		missingSums
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
const SHOWN = 1e3;
/** How a value is shown: what is not there and what is empty are told apart, and nothing is endless. */
function showValue(value) {
	if (value === null) return "not there";
	if (value === "") return "empty";
	if (value.length <= SHOWN) return value;
	return `${value.slice(0, SHOWN).replace(/[\uD800-\uDBFF]$/, "")}… (${String(value.length)} characters)`;
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
function toolchainFinding(drift) {
	const { before, after, explained } = drift;
	const title = `Go is ${describeMove(before, after)}`;
	const wanted = (before ?? "").replace(/^go/, "");
	return {
		rule: "toolchain/drift",
		severity: explained === void 0 ? "warning" : "note",
		state: "new",
		title,
		message: explained === void 0 ? "The baseline was built with another Go, and nothing in this change asks for that. Another Go compiles other code and resolves modules by other rules." : `The baseline was built with another Go: ${explained}.`,
		subject: {
			key: "GOVERSION",
			tool: "go"
		},
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
function machineFinding(part, drifts) {
	const name = MACHINE_PARTS[part] ?? part;
	const tool = part === "cCompiler" ? { tool: "cc" } : {};
	return {
		rule: "runner/drift",
		severity: "note",
		state: "new",
		title: `${name} is another one`,
		message: `Differs from the baseline: ${name}. It matters to targets with cgo; pure Go does not use it.`,
		subject: {
			key: drifts.length === 1 ? drifts[0]?.key ?? part : part,
			...tool
		},
		evidence: drifts.map(({ key, before, after }) => `${key}: ${showValue(before)} → ${showValue(after)}`),
		fix: [],
		source: "environment"
	};
}
function driftFinding$1(drift, severity, present) {
	const { key, before, after } = drift;
	const doc = findGoEnvKey(key)?.doc;
	const origins = present.environment.origins;
	const origin = Object.hasOwn(origins, key) ? origins[key] : void 0;
	return {
		rule: "env/drift",
		severity,
		state: "new",
		title: `${key} differs from the baseline`,
		message: `${key}${doc === void 0 ? "" : ` (${doc})`} was ${showValue(before)} and is ${showValue(after)}. ${MEANING$1[drift.class]}`,
		subject: { key },
		evidence: [`baseline: ${key} ${showValue(before)}`, `now: ${key} ${showValue(after)}${origin === void 0 ? "" : ` (${origin})`}`],
		fix: severity === "warning" ? settingFix(drift, origin) : [],
		source: "environment"
	};
}
/**
* Findings for what differs in the environment. An explained difference makes none
* (the explanation is in the comparison), but for the Go that builds: that is always worth a note.
*/
function environmentFindings(drifts, present) {
	const findings = [];
	const machine = /* @__PURE__ */ new Map();
	let toolchainSeen = false;
	for (const drift of drifts) {
		if (isRunningToolchain(drift.key)) {
			if (!toolchainSeen && !isIgnored(drift)) findings.push(toolchainFinding(drift));
			toolchainSeen = true;
			continue;
		}
		if (drift.explained !== void 0) continue;
		const part = machinePart(drift);
		if (part !== null) {
			machine.set(part, [...machine.get(part) ?? [], drift]);
			continue;
		}
		const severity = SEVERITY[drift.class];
		if (severity !== null) findings.push(driftFinding$1(drift, severity, present));
	}
	for (const [part, rows] of machine) findings.push(machineFinding(part, rows));
	return findings;
}
/** How a difference that the configuration ignores is explained. */
function ignoredBecause(reason) {
	return `ignored: ${reason}`;
}
function isIgnored(drift) {
	return drift.explained?.startsWith("ignored: ") === true;
}

// src/compare/module-findings.ts
/** Modules that a finding lists; the comparison has all. */
const LISTED$1 = 20;
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
function listed$1(drifts) {
	const lines = drifts.slice(0, LISTED$1).map(describeModuleDrift);
	return drifts.length > LISTED$1 ? [...lines, `and ${String(drifts.length - LISTED$1)} more`] : lines;
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
function sumFinding$1(drift, version) {
	const { root, path, before, after } = drift;
	const name = version === null ? path : `${path}@${version}`;
	return {
		rule: "modules/sum-drift",
		severity: "error",
		state: "new",
		title: `${name} has another hash than in the baseline`,
		message: `The version is the same, its content is not: somebody changed what ${name} stands for, or changed go.sum. Do not build it before you know which.`,
		subject: { module: name },
		location: { file: inRoot(root, "go.sum") },
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
		evidence: listed$1(drifts),
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
function explainedFinding(root, drifts) {
	const reasons = [...new Set(drifts.map((drift) => drift.explained ?? ""))].join("; ");
	return {
		rule: "modules/drift",
		severity: "note",
		state: "new",
		title: `${plural(drifts.length, "module")} changed, and it is known why`,
		message: `The build list differs from the baseline: ${reasons}.`,
		subject: {},
		location: { file: inRoot(root, "go.mod") },
		evidence: listed$1(drifts),
		fix: [],
		source: "modules",
		root
	};
}
/**
* Findings for what differs in the build lists: an error for each version with another hash,
* per root one warning for changes that go.mod does not explain, and one note for those it does.
* `versionOf` names the version that a changed hash belongs to.
*/
function moduleFindings(drifts, versionOf) {
	const findings = [];
	const byRoot = /* @__PURE__ */ new Map();
	for (const drift of drifts) {
		if (drift.explained?.startsWith("ignored: ") === true) continue;
		if (drift.change === "sum") {
			findings.push(sumFinding$1(drift, versionOf(drift)));
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
		if (explained.length > 0) findings.push(explainedFinding(root, explained));
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

// src/compare/target-findings.ts
/** Tells targets of several roots apart. NUL can be in neither part. */
function targetKey({ root, target }) {
	return `${root}\0${target}`;
}
/** A target was really compiled, or is known to be what was compiled. */
function builds(result) {
	return result.outcome === "ok" || result.outcome === "proved";
}
function findingOf$1(rule, result, words) {
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
	return findingOf$1("target/broken", result, {
		severity: "error",
		title: `${result.target} no longer builds`,
		message: "It built in the baseline and does not build now.",
		evidence: [...result.reason === void 0 ? [] : [result.reason], ...packages]
	});
}
function fixed(result) {
	return findingOf$1("target/fixed", result, {
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
	return findingOf$1("target/removed", result, {
		severity: "note",
		title: `${result.target} is no longer built`,
		message: `The baseline has it; ${reason}.`
	});
}
function added(results) {
	return results.map((result) => findingOf$1("target/added", result, {
		severity: "note",
		title: `${result.target} is new`,
		message: "The baseline does not have this target: there is nothing to compare it with yet."
	}));
}
function dropped(before, now) {
	const platform = before.target.replace(/[+-]cgo$/, "");
	return findingOf$1("cgo/silently-dropped", now, {
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
/** Findings for targets that build no longer, build again, are new or are gone. */
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
/** Failures of this target that the baseline has too. */
function isKnown(finding, was, now) {
	if (now !== void 0 && now.outcome === "failed" && now.rule === was.rule && now.failedPackages.every((path) => was.failedPackages.includes(path))) return true;
	const name = finding.subject.package;
	return finding.rule === was.rule && (name === void 0 || was.failedPackages.length === 0 || was.failedPackages.includes(name));
}
/**
* Marks what the baseline knows: a finding of a target that failed there by the same rule becomes `known`.
* With the present snapshot, all findings of a failure that is the old one (same rule, no further package) do.
* Everything else keeps its state.
*/
function stateOf(findings, baseline, present) {
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
/**
* Compares a job with its baseline. A difference that an ignore rule names is explained by it.
* Findings are in the order environment, modules, targets; incidents of failed targets are the caller's
* (`stateOf` marks those that the baseline knows).
*/
function compareToBaseline(baseline, present, ignore = []) {
	const environment = markEnvironment(diffEnvironments(baseline, present), ignore);
	const modules = markModules(diffModules(baseline, present), ignore);
	return {
		environment,
		modules,
		findings: [
			...environmentFindings(environment, present),
			...moduleFindings(modules, (drift) => builtVersion(present, drift)),
			...vendorFindings(baseline, present),
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
/** 3 when the run fails: findings at or above `failOn` (known and fixed ones never count), or `unknown` when asked for. */
function exitCodeOf(verdict, findings, failOn) {
	if (failOn === "never") return 0;
	if (verdict === "error") return 3;
	if (failOn === "unknown" && verdict === "unknown") return 3;
	const from = RANK[failOn === "unknown" ? "error" : failOn];
	return findings.some((finding) => counts(finding) && RANK[finding.severity] >= from) ? 3 : 0;
}

// src/compare/axes.ts
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
function textOf$1(value) {
	return typeof value === "string" ? value : JSON.stringify(value);
}
/** The axes of all jobs, sorted as they first appear. */
function axesOf(jobs) {
	return [...new Set(jobs.flatMap((job) => Object.keys(job.matrix)))].map((name) => {
		const found = jobs.map(({ matrix }) => Object.hasOwn(matrix, name) ? matrix[name] : void 0);
		const texts = found.map((value) => value === void 0 ? null : textOf$1(value));
		const kinds = [
			"os",
			"arch",
			"go"
		].filter((kind) => texts.every((text) => text !== null && SHAPES[kind].test(text)));
		return {
			name,
			values: found.map((value) => value === void 0 ? ABSENT : JSON.stringify(value)),
			texts,
			kinds: new Set(kinds)
		};
	});
}
/** Whether each value on the left has one value on the right. */
function decides(left, right) {
	const seen = /* @__PURE__ */ new Map();
	for (const [at, value] of left.entries()) {
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
	if (text === null || value === null) return false;
	const plain = text === "true" ? "1" : text === "false" ? "0" : text;
	return plain === value || bare(plain) === bare(value) || /^\d+\.\d+$/.test(bare(plain)) && bare(value).startsWith(`${bare(plain)}.`);
}
/** A key that only some versions of Go have: its absence is a matter of the version. */
function isOnlyMissing(values) {
	return values.includes(null) && new Set(values).size === 2;
}
function mayMove(axis, class_, values) {
	if ([...axis.kinds].some((kind) => MOVES[kind].includes(class_))) return true;
	if (axis.kinds.has("go") && isOnlyMissing(values)) return true;
	return axis.texts.every((text, at) => isSameValue(text, values[at] ?? null));
}
/** `null` and texts told apart, as keys of maps. */
function keyOf$1(value) {
	return value === null ? ABSENT : value;
}
/**
* Which axis alone accounts for the values of a key, one per job: `the os axis`. Each value of the axis has one value of the key,
* and the key is of a class that this axis may move, or the axis writes the key's own values.
* Axes that always move together cannot be told apart, and it says so. `null`: none does.
*/
function explainByAxes(values, class_, axes) {
	const keys = values.map(keyOf$1);
	const fitting = axes.filter((axis) => new Set(axis.values).size > 1 && decides(axis.values, keys) && mayMove(axis, class_, values));
	const causes = fitting.filter((axis) => !fitting.some((other) => other !== axis && decides(axis.values, other.values) && !decides(other.values, axis.values)));
	const [first] = causes;
	if (first === void 0) return null;
	if (causes.length === 1) return `the ${first.name} axis`;
	const names = causes.map(({ name }) => name);
	return `the ${names.slice(0, -1).join(", ")} or the ${names.at(-1) ?? ""} axis: they always move together, cannot tell which`;
}

// src/compare/consensus.ts
/** The value that most jobs have; of several such the one that comes first. */
function consensusOf(values) {
	const counts = /* @__PURE__ */ new Map();
	for (const value of values) counts.set(keyOf$1(value), (counts.get(keyOf$1(value)) ?? 0) + 1);
	let best = values[0] ?? null;
	for (const value of values) if ((counts.get(keyOf$1(value)) ?? 0) > (counts.get(keyOf$1(best)) ?? 0)) best = value;
	return best;
}
/** The distinct values other than one, each with the places in the list that have it, in order of first appearance. */
function outliersOf(values, consensus) {
	const found = /* @__PURE__ */ new Map();
	for (const [at, value] of values.entries()) {
		if (value === consensus) continue;
		const group = found.get(keyOf$1(value)) ?? {
			value,
			places: []
		};
		group.places.push(at);
		found.set(keyOf$1(value), group);
	}
	return [...found.values()];
}

// src/compare/job-labels.ts
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
/** `the job ci / build` or `3 jobs`. */
function countJobs(jobs) {
	const [only, ...others] = jobs;
	return only !== void 0 && others.length === 0 ? only.label : `${String(jobs.length)} jobs`;
}

// src/compare/job-environment.ts
/** What accounts for every difference of a key: it follows another key, or only some versions of Go have it. */
function ownReason(reasons) {
	const known = [...reasons].filter((reason) => reason !== void 0);
	return known.length === reasons.size && known.length > 0 ? known.join("; ") : null;
}
/** The values of every key that is not the same everywhere, and what explains it: an axis, or what go itself derives. */
function collect$1(snapshots, axes) {
	const [first, ...others] = snapshots;
	if (first === void 0) return [];
	const found = /* @__PURE__ */ new Map();
	for (const [at, other] of others.entries()) for (const drift of diffEnvironments(first, other)) {
		const entry = found.get(drift.key) ?? {
			class: drift.class,
			base: drift.before,
			values: /* @__PURE__ */ new Map(),
			reasons: /* @__PURE__ */ new Set()
		};
		entry.values.set(at + 1, drift.after);
		entry.reasons.add(drift.explained);
		found.set(drift.key, entry);
	}
	return [...found].toSorted(([a], [b]) => byteOrder(a, b)).map(([key, entry]) => {
		const values = snapshots.map((_, at) => entry.values.has(at) ? entry.values.get(at) ?? null : entry.base);
		const explained = explainByAxes(values, entry.class, axes) ?? ownReason(entry.reasons);
		return {
			key,
			class: entry.class,
			values,
			explained
		};
	});
}
const MEANING = {
	verification: "It decides how far modules are checked: these jobs do not check the same.",
	build: "It changes what is compiled: these jobs do not build the same program.",
	platform: "It decides what the build is for.",
	version: "It decides which Go builds.",
	path: "It changes where go looks, not what it builds.",
	runner: "It is the machine that builds.",
	volatile: ""
};
function findingOf(drift, jobs) {
	const { key, values } = drift;
	if (drift.class === "volatile" || drift.explained !== null) return null;
	const consensus = consensusOf(values);
	const outliers = outliersOf(values, consensus);
	const outside = outliers.flatMap(({ places }) => places.flatMap((at) => jobs[at] ?? []));
	const same = jobs.filter((_, at) => values[at] === consensus);
	const isGo = isRunningToolchain(key);
	const part = machinePart(drift);
	const rule = isGo ? "toolchain/drift" : part === null ? "env/drift" : "runner/drift";
	const [only] = outliers;
	const title = isGo && outliers.length === 1 && only !== void 0 ? `Go is not the same in all jobs: ${describeMove(consensus, only.value)}` : `${isGo ? "Go" : key} is not the same in all jobs`;
	return {
		rule,
		severity: isGo || drift.class === "verification" || drift.class === "build" ? "warning" : "note",
		state: "new",
		title,
		message: `${countJobs(same)} ${same.length === 1 ? "has" : "have"} ${showValue(consensus)}, ${countJobs(outside)} ${outside.length === 1 ? "has" : "have"} ${only !== void 0 && outliers.length === 1 ? showValue(only.value) : "other values"}, and no axis of the matrix accounts for it. ${MEANING[drift.class]}`,
		subject: { key: isGo ? "GOVERSION" : key },
		evidence: [`${showValue(consensus)}: ${same.map(({ label }) => label).join(", ")}`, ...outliers.map(({ value, places }) => `${showValue(value)}: ${places.map((at) => jobs[at]?.label ?? "").join(", ")}`)],
		fix: [{
			edit: `set ${isGo ? "one version of Go" : key} for all of them, or make it an axis of the matrix`,
			why: "then a difference is either gone or known"
		}],
		jobs: outside.map(({ id }) => id),
		source: "environment"
	};
}
/** What differs between the environments of jobs: rows (what most jobs have, then what the others have), and findings. */
function compareEnvironments(snapshots, axes, jobs) {
	const drifts = collect$1(snapshots, axes);
	return {
		rows: drifts.flatMap((drift) => {
			const { key, values, explained } = drift;
			const consensus = consensusOf(values);
			const reason = explained === null ? {} : { explained };
			return outliersOf(values, consensus).map(({ value }) => {
				const row = {
					key,
					class: drift.class,
					before: consensus,
					after: value
				};
				return Object.assign(row, reason);
			});
		}),
		findings: drifts.flatMap((drift) => findingOf(drift, jobs) ?? [])
	};
}

// src/compare/job-modules.ts
/** One text for all that a build list says: equal texts need no comparison. */
function signatureOf({ roots }) {
	return JSON.stringify(roots.map(({ directory, modules, files, modeReason }) => [
		directory,
		modules,
		files,
		modeReason
	]));
}
function groupJobs(snapshots) {
	const groups = /* @__PURE__ */ new Map();
	for (const [at, snapshot] of snapshots.entries()) {
		const signature = signatureOf(snapshot);
		const group = groups.get(signature);
		if (group === void 0) groups.set(signature, {
			snapshot,
			places: [at]
		});
		else group.places.push(at);
	}
	return [...groups.values()].toSorted((a, b) => b.places.length - a.places.length || (a.places[0] ?? 0) - (b.places[0] ?? 0));
}
function collect(groups) {
	const rows = /* @__PURE__ */ new Map();
	const missing = /* @__PURE__ */ new Map();
	const [common, ...others] = groups;
	if (common === void 0) return {
		rows: [],
		missing
	};
	const roots = new Set(common.snapshot.roots.map(({ directory }) => directory));
	for (const { snapshot, places } of others) {
		const own = new Set(snapshot.roots.map(({ directory }) => directory));
		const onlySome = [...roots, ...own].filter((root) => !(roots.has(root) && own.has(root)));
		for (const root of onlySome) missing.set(root, [...missing.get(root) ?? [], ...places]);
		for (const drift of diffModules(common.snapshot, snapshot)) {
			if (!roots.has(drift.root) || !own.has(drift.root)) continue;
			const { root, path, change, before, after, explained } = drift;
			const key = JSON.stringify([
				root,
				path,
				change,
				before,
				after,
				explained
			]);
			const row = rows.get(key);
			if (row === void 0) rows.set(key, {
				drift,
				places: [...places]
			});
			else row.places.push(...places);
		}
	}
	return {
		rows: [...rows.values()],
		missing
	};
}
/** The go axis may choose another build list (another `go` of a toolchain resolves otherwise); no axis chooses a hash. */
function explain(rows, jobs, axes) {
	const goAxes = axes.filter(({ kinds }) => kinds.has("go"));
	if (goAxes.length === 0) return rows;
	const byModule = /* @__PURE__ */ new Map();
	for (const row of rows) {
		if (row.drift.change === "sum") continue;
		const key = `${row.drift.root}\0${row.drift.path}`;
		byModule.set(key, [...byModule.get(key) ?? [], row]);
	}
	const reasons = /* @__PURE__ */ new Map();
	for (const group of byModule.values()) {
		const values = Array.from({ length: jobs }, () => group[0]?.drift.before ?? null);
		for (const { drift, places } of group) for (const at of places) values[at] = drift.after;
		const reason = explainByAxes(values, "version", goAxes);
		if (reason !== null) for (const row of group) reasons.set(row, reason);
	}
	return rows.map((row) => {
		const explained = row.drift.explained ?? reasons.get(row);
		return explained === void 0 ? row : {
			...row,
			drift: {
				...row.drift,
				explained
			}
		};
	});
}
/** Modules that a finding lists; the comparison has all. */
const LISTED = 20;
function listed(rows) {
	const lines = rows.slice(0, LISTED).map(({ drift }) => describeModuleDrift(drift));
	return rows.length > LISTED ? [...lines, `and ${String(rows.length - LISTED)} more`] : lines;
}
function jobsOf(rows, jobs) {
	const places = new Set(rows.flatMap((row) => row.places));
	return jobs.filter((_, at) => places.has(at));
}
function sumFinding(row, jobs) {
	const { root, path, before, after } = row.drift;
	const outside = jobsOf([row], jobs);
	return {
		rule: "modules/sum-drift",
		severity: "error",
		state: "new",
		title: `${path} has two hashes for one version`,
		message: `${countJobs(outside)} and the others have the same version of ${path} with another content. One of them builds something else.`,
		subject: { module: path },
		location: { file: inRoot(root, "go.sum") },
		evidence: [`most jobs: ${before ?? "not there"}`, `${outside.map(({ label }) => label).join(", ")}: ${after ?? "not there"}`],
		fix: [{
			command: "goparity verify",
			why: "in each of these jobs: says which of them has modules that are not what go.sum says"
		}],
		jobs: outside.map(({ id }) => id),
		source: "modules",
		root
	};
}
function driftFinding(root, rows, jobs, explained) {
	const outside = jobsOf(rows, jobs);
	const modules = new Set(rows.map(({ drift }) => drift.path));
	const [first] = modules;
	const reasons = [...new Set(rows.map(({ drift }) => drift.explained ?? ""))].join("; ");
	const amount = modules.size === 1 ? "1 module" : `${String(modules.size)} modules`;
	return {
		rule: "modules/drift",
		severity: explained ? "note" : "error",
		state: "new",
		title: explained ? `${amount} differ between the jobs, and it is known why` : `the jobs do not build the same modules: ${amount}`,
		message: explained ? `The build lists differ: ${reasons}.` : `${countJobs(outside)} and the others have the same go.mod and another build list: they do not build the same program.`,
		subject: modules.size === 1 && first !== void 0 ? { module: first } : {},
		location: { file: inRoot(root, "go.mod") },
		evidence: listed(rows),
		fix: explained ? [] : [{
			command: "go list -m all",
			why: "in each of these jobs: lists what is built there; go mod graph shows who asks for it"
		}],
		jobs: outside.map(({ id }) => id),
		source: "modules",
		root
	};
}
function missingFinding(root, places, jobs) {
	const inside = jobs.filter((_, at) => places.includes(at));
	return {
		rule: "modules/drift",
		severity: "note",
		state: "new",
		title: `not all jobs have ${root}`,
		message: `${countJobs(inside)} and the others do not work on the same modules of the repository; what only some have was not compared.`,
		subject: { file: root },
		evidence: [],
		fix: [],
		jobs: inside.map(({ id }) => id),
		source: "modules",
		root
	};
}
/** What differs between the build lists of jobs: rows against what most jobs have, and findings. */
function compareModules(snapshots, axes, jobs) {
	const { rows: found, missing } = collect(groupJobs(snapshots));
	const rows = explain(found, snapshots.length, axes);
	const findings = rows.filter(({ drift }) => drift.change === "sum").map((row) => sumFinding(row, jobs));
	const roots = [...new Set(rows.map(({ drift }) => drift.root))];
	for (const root of roots) {
		const own = rows.filter(({ drift }) => drift.root === root && drift.change !== "sum");
		const open = own.filter(({ drift }) => drift.explained === void 0);
		const known = own.filter(({ drift }) => drift.explained !== void 0);
		if (open.length > 0) findings.push(driftFinding(root, open, jobs, false));
		if (known.length > 0) findings.push(driftFinding(root, known, jobs, true));
	}
	for (const [root, places] of missing) findings.push(missingFinding(root, places, jobs));
	return {
		rows: rows.map(({ drift }) => drift),
		findings
	};
}

// src/compare/job-targets.ts
function failureOf(attempts) {
	const failed = attempts.filter(({ result }) => result.outcome === "failed");
	const built = attempts.filter(({ result }) => result.outcome === "ok" || result.outcome === "proved");
	const [first] = failed;
	if (first === void 0) return null;
	const { target, root, rule } = first.result;
	const where = failed.map(({ job }) => job);
	const differs = built.length > 0;
	const reasons = [...new Set(failed.flatMap(({ result }) => result.reason ?? []))];
	return {
		rule: differs ? "target/broken" : rule ?? "target/broken",
		severity: "error",
		state: "new",
		title: differs ? `${target} builds in one job and not in another` : `${target} does not build`,
		message: differs ? `${countJobs(where)} cannot build it, ${countJobs(built.map(({ job }) => job))} can: the difference is in the environment, not in the program.` : `No job that tried could build it: ${countJobs(where)}.`,
		subject: { target },
		evidence: reasons.slice(0, 10),
		fix: [],
		jobs: where.map(({ id }) => id),
		source: "targets",
		...root === "." ? {} : { root }
	};
}
/** Findings for targets that do not build in some job, and for modules that did not pass verification in one. */
function compareOutcomes(snapshots, jobs) {
	const attempts = /* @__PURE__ */ new Map();
	const findings = [];
	for (const [at, { targets, integrity }] of snapshots.entries()) {
		const job = jobs[at];
		if (job === void 0) continue;
		for (const result of targets) attempts.set(targetKey(result), [...attempts.get(targetKey(result)) ?? [], {
			job,
			result
		}]);
		if (integrity === null || integrity.outcome !== "failed" && integrity.outcome !== "unknown") continue;
		const layers = integrity.layers.filter(({ outcome }) => outcome === integrity.outcome);
		const failed = integrity.outcome === "failed";
		findings.push({
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
		});
	}
	return [...findings, ...[...attempts.values()].flatMap((group) => failureOf(group) ?? [])];
}

// src/compare/jobs.ts
function outcomeOf({ integrity, targets }) {
	if (integrity?.outcome === "failed" || targets.some(({ outcome }) => outcome === "failed")) return "findings";
	return integrity?.outcome === "unknown" ? "unknown" : "ok";
}
/**
* Compares jobs with one another: two as first against second, more against what most of them have.
* A difference that one axis of the matrix accounts for is explained. Linear in jobs times modules.
*/
function compareJobs(snapshots) {
	const all = snapshots.map(({ snapshot }) => snapshot);
	const labels = labelJobs(snapshots.map(({ name, snapshot }) => ({
		name,
		job: snapshot.job
	})));
	const axes = axesOf(all.map(({ job }) => job));
	const environment = compareEnvironments(all, axes, labels);
	const modules = compareModules(all, axes, labels);
	const jobs = all.map((snapshot, at) => ({
		id: labels[at]?.id ?? snapshot.job.id,
		label: labels[at]?.label ?? snapshot.job.label,
		matrix: snapshot.job.matrix,
		outcome: outcomeOf(snapshot)
	}));
	return {
		environment: environment.rows,
		modules: modules.rows,
		findings: [
			...compareOutcomes(all, labels),
			...modules.findings,
			...environment.findings
		],
		jobs
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
async function valuesOf(host, go, fallback) {
	const answer = await readGoEnv(go);
	return answer.ok ? await readValues(host, answer.values) : fallback;
}
/** The modules that the configuration names, or those that are found. */
async function findPlaces(host, go, env, modules) {
	const { directory } = go;
	if (modules === void 0) {
		const found = await findRoots(host, directory, env);
		return {
			places: await Promise.all(found.roots.map(async (place) => ({
				place,
				env: place.path === directory ? env : await valuesOf(host, go.in(place.path), env)
			}))),
			degraded: found.uncovered.length === 0 ? [] : [uncovered(found.uncovered)]
		};
	}
	return {
		places: (await Promise.all(modules.map(async (name) => {
			const path = await requireDirectory(host, join(directory, name));
			const itsEnv = await valuesOf(host, go.in(path), env);
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
	const { asked, env, folds, cCompiler, libc, distribution } = await watch.step("environment", "reading the environment", async () => {
		const asked = await askEnvironment(go, directory);
		const env = await readValues(host, asked.values);
		const [folds, cCompiler, libc, distribution] = await Promise.all([
			readFolds(host, directory, env.values),
			findCCompiler(host, go, env.values),
			findLibc(host),
			readDistribution(host)
		]);
		return {
			asked,
			env,
			folds,
			cCompiler,
			libc,
			distribution
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
		targets: []
	};
	if (asked.findings.length > 0) return {
		...recording,
		blocked: "go does not run with the toolchain or the platform that is asked for"
	};
	if (applyPolicy(expected, config).findings.some(({ severity }) => severity === "error")) return {
		...recording,
		blocked: "the environment is not what the configuration expects"
	};
	const [planned, read] = await watch.step("modules", "reading the modules", async () => Promise.allSettled([wanted === void 0 ? NO_TARGETS : planTargets(go, env, wanted), readModules(host, config, go, env, recording)]));
	if (read.status === "rejected") throw read.reason;
	if (planned.status === "rejected") {
		if (planned.reason instanceof ParityError && planned.reason.code === "go-unreadable" && read.value.blocked !== null) return read.value;
		throw planned.reason;
	}
	const { targets } = planned.value;
	return {
		...read.value,
		targets,
		findings: [...read.value.findings, ...planned.value.findings]
	};
}
const NO_TARGETS = {
	targets: [],
	findings: []
};
async function readModules(host, config, go, env, recording) {
	const found = await findPlaces(host, go, env, config.modules);
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

// src/operations/verify-project.ts
/** Go names the file and not the line: `PATH@VERSION` with another hash than go.sum has. */
function withSumLine(finding, { reading }) {
	const { location, subject } = finding;
	const [, path, version] = /^(?<path>[^@]+)@(?<version>.+)$/.exec(subject.module ?? "") ?? [];
	const file = reading.files.sums.find(({ name }) => location !== void 0 && posix.join(reading.place.directory, name) === location.file);
	if (location === void 0 || location.line !== void 0 || file === void 0 || path === void 0 || version === void 0) return finding;
	const isGoMod = finding.evidence.some((line) => line.includes(`${path}@${version}/go.mod`));
	const line = findSumLine(file.text, path, version, isGoMod);
	return line === null ? finding : {
		...finding,
		location: {
			...location,
			line
		}
	};
}
/** Download → `go mod verify` → vendor, root after root: they share one module cache. */
async function verifyProject(session, recording, vendor) {
	const findings = [];
	const degraded = [];
	const parts = [];
	const buildable = [];
	await recording.watch.step("verify", "downloading and verifying modules", async () => {
		for (const root of recording.roots) {
			const { reading, go } = root;
			const { place } = reading;
			const result = await verifyRoot(session.host, go, reading, {
				vendor,
				onStep: (step) => {
					session.progress({
						kind: "note",
						text: place.directory === "." ? step : `${step} ${place.directory}`
					});
				}
			});
			parts.push(result.integrity);
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
				findings.push(...incidents.map((finding) => withSumLine(finding, root)));
			}
			if (result.mayBuild) buildable.push(root);
		}
	}, () => buildable.length === recording.roots.length);
	return {
		integrity: mergeIntegrity(parts),
		findings,
		degraded,
		buildable
	};
}

// src/operations/chain.ts
/** Targets that are asked for, as written; the environment's own when nobody says anything. */
function wantedTargets({ targets, config }) {
	return targets ?? config.targets ?? ["default"];
}
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
/** What verifying said of a module is not said again by every target that then fails for it. */
function withoutRepeats(said, later) {
	const known = new Set(said.filter(({ subject }) => subject.module !== void 0).map(aboutModule));
	return later.filter((finding) => !known.has(aboutModule(finding)));
}
function aboutModule({ rule, subject, root }) {
	return JSON.stringify([
		rule,
		subject.module,
		root
	]);
}
/** record → download → verify → build: each step only after the one before it went well. */
async function runChain(session, options, end) {
	const { config, vendor = true } = options;
	const recording = await recordProject(session, options, end === "build" ? wantedTargets(options) : void 0);
	const { blocked } = recording;
	const verification = blocked === null ? await verifyProject(session, recording, vendor) : {
		integrity: nothingVerified(blocked),
		findings: [],
		degraded: [],
		buildable: []
	};
	const building = end === "build" ? await buildProject(session, recording, verification.buildable, {
		packages: options.packages ?? config.packages,
		skipped: blocked ?? "its modules are not verified"
	}) : {
		results: [],
		targets: [],
		findings: [],
		degraded: []
	};
	const said = [...recording.findings, ...verification.findings];
	return {
		recording,
		snapshot: {
			...recording.snapshot,
			integrity: verification.integrity,
			targets: building.results
		},
		integrity: verification.integrity,
		findings: [...said, ...withoutRepeats(said, building.findings)],
		targets: building.targets,
		degraded: [
			...recording.degraded,
			...verification.degraded,
			...building.degraded
		],
		sound: blocked === null && verification.buildable.length === recording.roots.length
	};
}

// src/operations/conclude.ts
const NO_COMPARISON = {
	baseline: null,
	environment: [],
	modules: []
};
/** Applies the project's policy and makes the report and the exit code of it. */
function conclude({ job, findings, integrity, targets, degraded, comparison = NO_COMPARISON, unknown = [], timings }, { config, version, failOn = config.failOn ?? "error" }) {
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
		exitCode: exitCodeOf(verdict, policy.findings, failOn)
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
function textOf(value) {
	return typeof value === "string" && value !== "" ? value : null;
}
/** `gh-readonly-queue/main/pr-12-SHA`: the branch a merge queue builds has its base in its name. */
const QUEUE = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d+-([0-9a-f]+)$/;
function githubChange(env, event) {
	const queue = QUEUE.exec(env["GITHUB_REF"] ?? "");
	if (env["GITHUB_EVENT_NAME"] === "merge_group" || queue !== null) return {
		provider: "github",
		branch: textOf(property(event, "merge_group", "base_ref"))?.replace(/^refs\/heads\//, "") ?? queue?.[1] ?? null,
		commits: commitsOf(property(event, "merge_group", "base_sha"), queue?.[2])
	};
	const branch = textOf(env["GITHUB_BASE_REF"]);
	if (branch === null && env["GITHUB_EVENT_NAME"]?.startsWith("pull_request") !== true) return null;
	return {
		provider: "github",
		branch: branch ?? textOf(property(event, "pull_request", "base", "ref")),
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
	const gitlabBranch = textOf(env["CI_MERGE_REQUEST_TARGET_BRANCH_NAME"]);
	if (gitlabCommits.length > 0 || gitlabBranch !== null || textOf(env["CI_MERGE_REQUEST_IID"]) !== null) return {
		provider: "gitlab",
		branch: gitlabBranch,
		commits: gitlabCommits
	};
	const target = textOf(env["CHANGE_TARGET"]);
	if (target !== null || textOf(env["CHANGE_ID"]) !== null) return {
		provider: "jenkins",
		branch: target,
		commits: []
	};
	return null;
}

// src/baseline/document.ts
/** Bytes of a baseline that are read at most. */
const MAX_BASELINE_BYTES = 67108864;
const SCHEMA = "goparity/baseline/1";
/** A baseline nests about eight levels; the rest is for matrix values. */
const MAX_DEPTH$2 = 64;
function unreadable(name, why, cause) {
	return new ParityError("baseline-unreadable", `the baseline ${name} cannot be read: ${why}`, `take the last good version from git (git checkout HEAD -- PATH), or remove the file and write it anew: goparity baseline save`, { cause });
}
/** The deepest nesting of brackets outside strings, without parsing: what is too deep must not reach a recursive reader. */
function depthOf(text) {
	let depth = 0;
	let deepest = 0;
	let inString = false;
	for (let at = 0; at < text.length; at += 1) {
		const code = text.charCodeAt(at);
		if (inString) {
			if (code === 92) at += 1;
			else if (code === 34) inString = false;
		} else if (code === 34) inString = true;
		else if (code === 91 || code === 123) {
			depth += 1;
			if (depth > deepest) deepest = depth;
		} else if (code === 93 || code === 125) depth -= 1;
	}
	return deepest;
}
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function readEntry(entry, place, name) {
	try {
		return parseSnapshot(JSON.stringify(entry) ?? "", place);
	} catch (error) {
		if (error instanceof ParityError && error.code === "snapshot-newer") throw newer(name, error);
		throw unreadable(name, toError(error).message, error);
	}
}
function newer(name, cause) {
	return new ParityError("baseline-newer", `the baseline ${name} was written by a later version of goparity`, "update goparity here, or save the baseline with this version: remove the file, then goparity baseline save", { cause });
}
/**
* Reads a baseline; `name` is what errors call it.
* Throws `baseline-unreadable` (truncated, malformed, too large, too deep, a job twice) or `baseline-newer`.
*/
function parseBaseline(text, name) {
	if (text.length > 67108864) throw unreadable(name, `it is larger than ${String(MAX_BASELINE_BYTES)} bytes`);
	if (/^(?:<{7}|={7}|>{7})/m.test(text)) throw unreadable(name, "it holds the conflict markers of a merge");
	if (depthOf(text) > MAX_DEPTH$2) throw unreadable(name, `it nests deeper than ${String(MAX_DEPTH$2)} levels`);
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw unreadable(name, text.trim() === "" ? "it is empty" : `it is no complete JSON (${toError(error).message})`, error);
	}
	if (!isObject(value)) throw unreadable(name, "it is no JSON object");
	const schema = value["schema"];
	if (schema !== SCHEMA) {
		const version = typeof schema === "string" ? /^goparity\/baseline\/(\d{1,9})$/.exec(schema)?.[1] : void 0;
		if (version !== void 0 && Number(version) > 1) throw newer(name);
		throw unreadable(name, `its schema is ${JSON.stringify(schema)?.slice(0, 80) ?? "missing"}; ${SCHEMA} is expected`);
	}
	const stranger = Object.keys(value).find((key) => key !== "schema" && key !== "snapshots");
	if (stranger !== void 0) throw unreadable(name, `it has an unknown field ${JSON.stringify(stranger.slice(0, 80))}`);
	const entries = value["snapshots"];
	if (!Array.isArray(entries)) throw unreadable(name, "snapshots is no list");
	const snapshots = entries.map((entry, index) => readEntry(entry, `snapshots[${String(index)}]`, name));
	const ids = /* @__PURE__ */ new Set();
	for (const { job } of snapshots) {
		if (ids.has(job.id)) throw unreadable(name, `the job ${job.label} is in it twice`);
		ids.add(job.id);
	}
	return {
		schema: SCHEMA,
		snapshots
	};
}
/** The bytes of a baseline file: canonical, one entry per job, sorted, so that it diffs well in git. */
function formatBaseline(snapshots) {
	const sorted = snapshots.toSorted((a, b) => byteOrder(a.job.id, b.job.id));
	return canonicalJson({
		schema: SCHEMA,
		snapshots: sorted
	});
}

// src/baseline/git.ts
const DEADLINE_MS = 6e4;
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
				deadlineMs: DEADLINE_MS,
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
async function readProposal({ host, directory, path }) {
	try {
		const text = await readBaselineText(host, resolve(directory, path));
		if (text === null) return { kind: "absent" };
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
		const none = proposal.kind === "absent" ? `; where ${onto} has no baseline, say --baseline none` : "";
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
	if (proposal.kind === "absent") {
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
const ALLOWED = "write auto, none, file:PATH or git:REF";
/** Reads `auto`, `none`, `file:PATH` or `git:REF`; empty is `auto`. Throws `usage`. */
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
	if (name.startsWith("run:")) throw new ParityError("usage", "a baseline run:ID can only be read by the report action, which is not there yet", ALLOWED);
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
async function readFile$1(host, git, path, shown) {
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
	const found = await readFile$1(host, git, isAbsolute(path) ? path : join(directory, path), path);
	if (found !== null) return found;
	if (name.kind === "auto") return {
		kind: "none",
		reason: `there is no ${path}`
	};
	throw new ParityError("baseline-unreadable", `there is no baseline file ${path}`, "write it first: goparity baseline save");
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
	const chain = await runChain(session, options, "build");
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
			...stateOf(findings, before, snapshot),
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
	const chain = await runChain(session, options, "build");
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
			timings: chain.recording.watch.read()
		}, options),
		snapshot: chain.snapshot
	};
}

// src/operations/compare.ts
/** The largest matrix that GitHub runs. */
const MAX_SNAPSHOTS = 256;
/** Folders below a given one that are searched for snapshots: artifacts come one folder each. */
const MAX_DEPTH$1 = 3;
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
async function readFile(host, path, shown) {
	const text = await readText(host, path);
	if (/"schema"\s*:\s*"goparity\/baseline\//.test(text)) return parseBaseline(text, shown).snapshots.map((snapshot) => ({
		name: shown,
		snapshot
	}));
	return [{
		name: shown,
		snapshot: parseSnapshot(text, shown)
	}];
}
async function readPath(host, shown) {
	const path = isAbsolute(shown) ? shown : join(host.cwd, shown);
	const real = await host.files.realPath(path);
	if ((await host.files.status(real))?.kind !== "directory") return readFile(host, real, shown);
	const files = await findFiles(host, real, MAX_DEPTH$1);
	if (files.length === 0) throw new ParityError("snapshot-unreadable", `there is no snapshot (*.json) in ${shown}`, "download the artifacts of the jobs into it");
	if (files.length > MAX_SNAPSHOTS) throw new ParityError("usage", `${shown} holds ${String(files.length)} files; at most ${String(MAX_SNAPSHOTS)} snapshots are compared`);
	const found = [];
	for (const file of files) found.push(...await readFile(host, file, join(shown, file.slice(real.length + 1))));
	return found;
}
/**
* Compares the snapshots of several jobs with one another: two in their order, more by consensus and outliers.
* Asks neither go nor the network. Throws `snapshot-unreadable`, `snapshot-newer`, `usage`.
*/
async function compare(session, options) {
	const { host } = session;
	const { config, failOn = config.failOn ?? "error" } = options;
	const watch = startStopwatch(session);
	const named = [];
	for (const path of options.paths) named.push(...await readPath(host, path));
	if (named.length < 2) throw new ParityError("usage", `compare needs at least two snapshots, and ${String(named.length)} was given`, "goparity compare a.json b.json, or a folder that holds several");
	const compared = compareJobs(named);
	const { findings } = applyPolicy(compared.findings, config);
	const verdict = verdictOf({
		findings,
		integrity: null,
		failOn
	});
	return {
		report: {
			schema: "goparity/report/1",
			tool: { version: options.version },
			verdict,
			jobs: compared.jobs,
			findings,
			integrity: {
				outcome: "not-applicable",
				layers: []
			},
			targets: [],
			comparison: {
				baseline: null,
				environment: compared.environment,
				modules: compared.modules
			},
			degraded: [],
			timings: watch.read()
		},
		exitCode: exitCodeOf(verdict, findings, failOn)
	};
}

// src/config/read-yaml.ts
/** Far more than any configuration needs. */
const MAX_CHARACTERS = 262144;
const MAX_DEPTH = 20;
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
		if (said.includes("call stack")) throw fail(wrong.pos[0], `nests deeper than ${String(MAX_DEPTH)} levels`);
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
		if (depth > MAX_DEPTH) throw fail(fallback, `nests deeper than ${String(MAX_DEPTH)} levels`);
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
	"job/missing",
	"modules/ambiguous-import",
	"modules/cache-permission",
	"modules/drift",
	"modules/go-mod-needs-update",
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
	"vendor/modified"
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
	const { "fail-on": failOn, expect, ignore, targets, packages, modules, baseline, rules } = document;
	return {
		...targets === void 0 ? {} : { targets },
		...packages === void 0 ? {} : { packages },
		...modules === void 0 ? {} : { modules },
		...baseline === void 0 ? {} : { baseline },
		...failOn === void 0 ? {} : { failOn },
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

// src/operations/record.ts
/**
* This job's snapshot: environment and modules, nothing verified, nothing built.
* The report says what stood in the way. Throws as `recordProject` does.
*/
async function record(session, options) {
	const { snapshot, findings, degraded, watch } = await recordProject(session, options);
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
			timings: watch.read()
		}, options),
		snapshot
	};
}

// src/operations/run.ts
/**
* download → verify → CMD: the command never starts on unverified modules, and its failure is classified.
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
	if (result.exitCode === 0) return finish(chain.findings, command);
	const at = {
		source: "targets",
		project: options.directory,
		directory: options.directory,
		root: ".",
		title: `${name} failed`,
		command: name
	};
	return finish([...chain.findings, ...diagnose({
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

export { parseConfig as a, saveBaseline as c, compareToBaseline as d, classify as f, loadConfig as i, showBaseline as l, run as n, compare as o, identifyJob as p, record as r, check as s, verify as t, build as u };