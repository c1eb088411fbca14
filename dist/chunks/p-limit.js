import { r as toError, t as ParityError } from "./errors.js";
import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";

// src/snapshot/inspect-json.ts
/** Names that reach a prototype when somebody writes `object[name]`. */
const PROTOTYPE_KEYS = /* @__PURE__ */ new Set([
	"__proto__",
	"constructor",
	"prototype"
]);
function entriesOf({ value, path, depth }) {
	if (Array.isArray(value)) return value.map((item, at) => ({
		value: item,
		path: `${path}[${String(at)}]`,
		depth: depth + 1
	}));
	if (typeof value !== "object" || value === null) return [];
	return Object.entries(value).map(([key, item]) => ({
		value: item,
		path: path === "" ? key : `${path}.${key}`,
		depth: depth + 1
	}));
}
/** Looks through what JSON.parse gave, without recursion: depth, prototype keys, numbers that overflowed. */
function findObjection(root, maxDepth) {
	const open = [{
		value: root,
		path: "",
		depth: 0
	}];
	for (let visit = open.pop(); visit !== void 0; visit = open.pop()) {
		const { value, path, depth } = visit;
		if (depth > maxDepth) return {
			kind: "depth",
			path
		};
		if (typeof value === "number" && !Number.isFinite(value)) return {
			kind: "number",
			path
		};
		if (typeof value === "object" && value !== null && !Array.isArray(value)) {
			const bad = Object.keys(value).find((key) => PROTOTYPE_KEYS.has(key));
			if (bad !== void 0) return {
				kind: "prototype-key",
				path: path === "" ? bad : `${path}.${bad}`
			};
		}
		for (const entry of entriesOf(visit)) open.push(entry);
	}
	return null;
}
/** Whether a value is JSON all the way down, and no deeper than 100 levels. */
function isJson(value, depth = 0) {
	if (depth > 100) return false;
	if (value === null || typeof value === "boolean" || typeof value === "string") return true;
	if (typeof value === "number") return Number.isFinite(value);
	if (typeof value !== "object") return false;
	return (Array.isArray(value) ? value : Object.values(value)).every((item) => isJson(item, depth + 1));
}

// src/snapshot/secret-name.ts
/** Words that make the name they end a secret's. */
const SECRET_WORDS = /* @__PURE__ */ new Set([
	"token",
	"secret",
	"password",
	"passwd",
	"passphrase",
	"pwd",
	"credential",
	"credentials",
	"signature",
	"sig",
	"jwt",
	"cookie",
	"apikey",
	"accesskey",
	"secretkey",
	"privatekey",
	"authtoken",
	"accesstoken",
	"pat",
	"webhook"
]);
/** What makes a key a secret one: `CACHE_KEY` is none, `API_KEY` is. */
const KEY_WORDS = /* @__PURE__ */ new Set([
	"api",
	"access",
	"account",
	"auth",
	"private",
	"secret",
	"signing",
	"sign",
	"encryption",
	"deploy",
	"ssh",
	"gpg",
	"storage",
	"master",
	"session",
	"license",
	"service"
]);
/** Last words that name something about a secret, not the secret: `TOKEN_FILE=/run/token`. */
const ABOUT = /* @__PURE__ */ new Set([
	"file",
	"path",
	"dir",
	"name",
	"url",
	"uri",
	"endpoint",
	"length",
	"type",
	"count",
	"stdin",
	"expiry",
	"ttl",
	"enabled"
]);
/** Names that are secret in a query string and nowhere else. */
const QUERY_NAMES = /* @__PURE__ */ new Set([
	"key",
	"auth",
	"sig",
	"credential",
	"pass",
	"code"
]);
function wordsOf(name) {
	return name.slice(-128).replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase().split(/[^a-z]+/).filter((word) => word !== "");
}
/** Whether a variable, flag or field of this name holds a secret: `GITHUB_TOKEN`, `main.apiKey`, `--password`. */
function isSecretName(name) {
	if (name.toLowerCase() === "_auth") return true;
	const words = wordsOf(name);
	const last = words.at(-1) ?? "";
	if (SECRET_WORDS.has(last)) return true;
	if (last === "key" && KEY_WORDS.has(words.at(-2) ?? "")) return true;
	return (words.includes("secret") || words.includes("password")) && !ABOUT.has(last);
}
/** As `isSecretName`, for a parameter of a URL, where `key` and `sig` alone are secrets. */
function isSecretParameter(name) {
	return QUERY_NAMES.has(name.toLowerCase()) || isSecretName(name);
}

// src/snapshot/redact.ts
/** What stands in the place of a secret. */
const HIDDEN = "***";
/** Replaces the range that `valueOf` tells for each match by `***`; the next match is sought behind it. */
function hideEach(text, expression, valueOf) {
	const parts = [];
	let done = 0;
	expression.lastIndex = 0;
	for (let found = expression.exec(text); found !== null; found = expression.exec(text)) {
		const value = valueOf(found);
		if (value === null) continue;
		parts.push(text.slice(done, value[0]), HIDDEN);
		done = value[1];
		expression.lastIndex = done;
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(done);
}
/** From `from` to the first character of `end`, a global expression of one character; `null` when that is nothing. */
function valueUpTo(text, from, end) {
	end.lastIndex = from;
	const at = end.exec(text)?.index ?? text.length;
	return at > from ? [from, at] : null;
}
const AUTHORITY = /:\/\//g;
const AUTHORITY_END = /[\s/?#\\"'<>`]/g;
/** Programs log in as these with a key of their own: a name, no secret. */
const SSH_SCHEME = /(?:^|[^a-z])(?:ssh|git\+ssh|svn\+ssh|sftp|rsync)$/i;
function hideUserinfo(text) {
	return hideEach(text, AUTHORITY, ({ index }) => {
		const [from, end] = valueUpTo(text, index + 3, AUTHORITY_END) ?? [0, 0];
		const user = text.slice(from, end);
		const length = user.lastIndexOf("@");
		if (length < 1) return null;
		return !user.slice(0, length).includes(":") && SSH_SCHEME.test(text.slice(Math.max(0, index - 8), index)) ? null : [from, from + length];
	});
}
/** The rest of a token: a dot belongs to it only with more behind it. */
const MORE = String.raw`(?:[\w-]|\.(?=\w))`;
/** Tokens that tell what they are, wherever they stand. */
const TOKEN = new RegExp([
	String.raw`(?<![A-Za-z0-9])(?:gh[pousr]_${MORE}{16,2000}`,
	String.raw`github_pat_\w{20,2000}`,
	String.raw`gl(?:pat|ptt|dt|rt|rtr|soat|cbt|ft|ffct|imt|agent|oas)-${MORE}{16,2000}`,
	String.raw`(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])`,
	String.raw`xox[a-z]-[\w-]{10,2000}`,
	String.raw`xapp-\d-[\w-]{10,2000}`,
	String.raw`npm_[A-Za-z0-9]{30,2000}`,
	String.raw`pypi-[\w-]{50,2000}`,
	String.raw`dckr_(?:pat|oat)_[\w-]{20,2000}`,
	String.raw`hv[sbr]\.${MORE}{20,2000}`,
	String.raw`(?:sk|rk)_live_[A-Za-z0-9]{16,2000}`,
	String.raw`sk-(?:ant|proj)-[\w-]{20,2000}`,
	String.raw`AIza[\w-]{35}`,
	String.raw`AGE-SECRET-KEY-1[A-Z0-9]{50,2000})`,
	String.raw`(?<![\w-])eyJ[\w-]{8,9000}(?:\.[\w-]{0,9000}){2,4}`
].join("|"), "g");
const SLACK_WEBHOOK = /(hooks\.slack\.com\/(?:services|workflows)\/)[\w/]{8,2000}/g;
function hideTokens(text) {
	return text.replaceAll(TOKEN, HIDDEN).replaceAll(SLACK_WEBHOOK, `$1${HIDDEN}`);
}
/** Schemes of RFC 9110 §11 as met in logs; whatever follows one is credentials. */
const AUTHORIZATION = /authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:basic|bearer|token|digest|negotiate|ntlm|apikey|aws4-hmac-sha256)[ \t]{1,8}/gi;
const AUTHORIZATION_END = /[\r\n"'`]/g;
const BARE_AUTHORIZATION = /(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?)([\w.~+/-]{8,2000}={0,2})(?=["'`]|[ \t]{0,8}(?:[\r\n]|$))/gi;
/** What ends an unquoted value. */
const WORD_END = /[\s"'`]/g;
const HEADER = /(?<![\w-])(?:private-token|job-token|deploy-token|x-[a-z]{1,20}(?:-[a-z]{1,20}){0,3}-(?:token|key|secret))["']?[ \t]{0,4}:[ \t]{0,4}["']?/gi;
const BEARER = /(?<![\w-])((?:bearer|basic)[ \t]{1,8})([\w.~+/-]{12,2000}={0,2})/gi;
/** Words of a sentence have no digits and no capitals inside; `name=` is one, too. */
function looksEncoded(value) {
	return /\d/.test(value) || /[a-z][A-Z]/.test(value);
}
/** `basic` is a word of many sentences: what follows must be base64 of whole bytes. */
function isBasic(scheme, value) {
	return !/^basic/i.test(scheme) || value.length % 4 === 0 && /^[A-Za-z\d+/]+={0,2}$/.test(value) && /[\d=]/.test(value);
}
function hideHeaders(text) {
	const bare = hideEach(text, AUTHORIZATION, ({ index, 0: header }) => valueUpTo(text, index + header.length, AUTHORIZATION_END)).replaceAll(BARE_AUTHORIZATION, (whole, name, value) => looksEncoded(value) ? `${name}${HIDDEN}` : whole);
	return hideEach(bare, HEADER, ({ index, 0: header }) => valueUpTo(bare, index + header.length, WORD_END)).replaceAll(BEARER, (whole, scheme, value) => looksEncoded(value) && isBasic(scheme, value) ? `${scheme}${HIDDEN}` : whole);
}
const KEY_BEGIN = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
const KEY_END = /-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
/** The lines of a key whose end was cut off. */
const KEY_LINES = /(?:(?:\s|\\[nr]){1,8}[A-Za-z0-9+/=]{16,200}){1,1000}/y;
function hidePrivateKeys(text) {
	const begins = [...text.matchAll(KEY_BEGIN)];
	if (begins.length === 0) return text;
	const ends = [...text.matchAll(KEY_END)].map(({ index }) => index);
	const parts = [];
	let done = 0;
	let nextEnd = 0;
	for (const [at, begin] of begins.entries()) {
		const from = begin.index + begin[0].length;
		if (from < done) continue;
		while (nextEnd < ends.length && (ends[nextEnd] ?? 0) < from) nextEnd += 1;
		const end = ends[nextEnd] ?? Infinity;
		let until = end;
		if (end >= (begins[at + 1]?.index ?? Infinity)) {
			KEY_LINES.lastIndex = from;
			until = KEY_LINES.test(text) ? KEY_LINES.lastIndex : from;
		}
		if (until <= from) continue;
		parts.push(text.slice(done, from), HIDDEN);
		done = until;
	}
	return parts.length === 0 ? text : parts.join("") + text.slice(done);
}
/** What stands between name and value: `name=`, `name: ` and, with quotes around either side, `"name": "`. */
const SEPARATOR = /(=)(?![=>])|["']?:[ \t]{0,4}(?=["'])|:[ \t]{1,4}/g;
const NAME_LETTER = /[\w./-]/;
/** Values that are no secret whatever their name. */
const PLAIN_VALUE = /^(?:true|false|null|nil|none|yes|no|on|off|0|1|\*\*\*)$/i;
const PARAMETER_END = /[\s"'`&#,|;<>]/g;
/** Where the name that ends at `end` begins. Separators are no part of a name, so no letter is looked at twice. */
function beginOfName(text, end) {
	let begin = end;
	while (begin > 0 && NAME_LETTER.test(text.charAt(begin - 1))) begin -= 1;
	return begin;
}
/** Where the quote that opens at `from` closes on the same line; -1 when it does not. By hand: an expression would keep a state per character. */
function closingQuote(text, from) {
	const quote = text[from];
	for (let at = from + 1; at < text.length; at += 1) {
		const char = text[at];
		if (char === quote) return at;
		if (char === "\n" || char === "\r") return -1;
		if (char === "\\" && quote === "\"") at += 1;
	}
	return -1;
}
/** Where the value at `from` begins and ends; `null` when there is none. */
function valueAt(text, from, isParameter) {
	const isQuoted = text[from] === "\"" || text[from] === "'";
	const start = isQuoted ? from + 1 : from;
	const close = isQuoted ? closingQuote(text, from) : -1;
	if (close !== -1) return close > start ? [start, close] : null;
	return valueUpTo(text, start, isParameter ? PARAMETER_END : WORD_END);
}
/** Whether `name: value` (no `=`) is an assignment: an environment listing, or a field of JSON. */
function isColonName(name, isQuoted) {
	return isQuoted || /^[A-Z][A-Z0-9_]*$/.test(name);
}
function hideAssignments(text) {
	return hideEach(text, SEPARATOR, ({ index, 0: separator, 1: equals }) => {
		const begin = beginOfName(text, index);
		const name = text.slice(begin, index);
		const before = text[begin - 1];
		const isParameter = equals === "=" && (before === "?" || before === "&" || before === ";");
		if (equals === void 0 && !isColonName(name, before === "\"" || before === "'")) return null;
		if (!(isParameter ? isSecretParameter(name) : isSecretName(name))) return null;
		const value = valueAt(text, index + separator.length, isParameter);
		return value === null || PLAIN_VALUE.test(text.slice(value[0], Math.min(value[1], value[0] + 8))) ? null : value;
	});
}
/** One rule can uncover work for another only by what it took away; texts settle in one or two rounds. */
const MAX_ROUNDS = 8;
/**
* Replaces credentials by `***`: in URLs, query parameters, headers, `KEY=value` and `-X name=value` where the name tells of a
* secret, private keys, and the tokens of GitHub, GitLab, AWS, Slack, npm and others.
* Linear in the length of the text; a text without secrets comes back as it is; redacting twice changes nothing more.
*/
function redact(text) {
	let before = text;
	for (let round = 0; round < MAX_ROUNDS; round += 1) {
		const after = hideUserinfo(hideTokens(hideHeaders(hideAssignments(hidePrivateKeys(before)))));
		if (after === before) return after;
		before = after;
	}
	return before;
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
/** A matrix of one leg is none. */
function readLeg(leg) {
	if (leg === void 0 || !/^\d{1,4}$/.test(leg.index) || !/^\d{1,4}$/.test(leg.total)) return {};
	const [index, total] = [Number(leg.index), Number(leg.total)];
	return total < 2 || index >= total ? {} : { leg: {
		index,
		total
	} };
}
/** The one spelling of an identity; a matrix without axes is none. */
function idOf({ provider, workflow, name, matrix }) {
	const place = workflow === null ? "" : `${encode(workflow)}#`;
	const leg = Object.keys(matrix).length === 0 ? "" : compactJson(matrix);
	return `${provider}:${place}${encode(name)}${leg}`;
}
/** Whether the id of a recorded job is what its provider, workflow, name and matrix make: one that is not was written by somebody else. */
function isOwnId(job) {
	return job.id === idOf(job);
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
	const job = {
		provider: found.provider,
		workflow: found.workflow,
		name,
		matrix
	};
	return {
		id: idOf(job),
		label: labelOf({
			...found,
			name,
			matrix
		}),
		...job,
		...readLeg(options.leg)
	};
}

// node_modules/valibot/dist/index.mjs
let store$4;
const DEFAULT_CONFIG = {
	lang: void 0,
	message: void 0,
	abortEarly: void 0,
	abortPipeEarly: void 0
};
/**
* Returns the global configuration.
*
* @param config The config to merge.
*
* @returns The configuration.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalConfig(config$1) {
	if (!config$1 && !store$4) return DEFAULT_CONFIG;
	return {
		lang: config$1?.lang ?? store$4?.lang,
		message: config$1?.message,
		abortEarly: config$1?.abortEarly ?? store$4?.abortEarly,
		abortPipeEarly: config$1?.abortPipeEarly ?? store$4?.abortPipeEarly
	};
}
let store$3;
/**
* Returns a global error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getGlobalMessage(lang) {
	return store$3?.get(lang);
}
let store$2;
/**
* Returns a schema error message.
*
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSchemaMessage(lang) {
	return store$2?.get(lang);
}
let store$1;
/**
* Returns a specific error message.
*
* @param reference The identifier reference.
* @param lang The language of the message.
*
* @returns The error message.
*/
/* @__NO_SIDE_EFFECTS__ */
function getSpecificMessage(reference, lang) {
	return store$1?.get(reference)?.get(lang);
}
/**
* Stringifies an unknown input to a literal or type string.
*
* @param input The unknown input.
*
* @returns A literal or type string.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _stringify(input) {
	const type = typeof input;
	if (type === "string") return `"${input}"`;
	if (type === "number" || type === "bigint" || type === "boolean") return `${input}`;
	if (type === "object" || type === "function") return (input && Object.getPrototypeOf(input)?.constructor?.name) ?? "null";
	return type;
}
/**
* Adds an issue to the dataset.
*
* @param context The issue context.
* @param label The issue label.
* @param dataset The input dataset.
* @param config The configuration.
* @param other The optional props.
*
* @internal
*/
function _addIssue(context, label, dataset, config$1, other) {
	const input = other && "input" in other ? other.input : dataset.value;
	const expected = other?.expected ?? context.expects ?? null;
	const received = other?.received ?? /* @__PURE__ */ _stringify(input);
	const issue = {
		kind: context.kind,
		type: context.type,
		input,
		expected,
		received,
		message: `Invalid ${label}: ${expected ? `Expected ${expected} but r` : "R"}eceived ${received}`,
		requirement: context.requirement,
		path: other?.path,
		issues: other?.issues,
		lang: config$1.lang,
		abortEarly: config$1.abortEarly,
		abortPipeEarly: config$1.abortPipeEarly
	};
	const isSchema = context.kind === "schema";
	const message$1 = other?.message ?? context.message ?? /* @__PURE__ */ getSpecificMessage(context.reference, issue.lang) ?? (isSchema ? /* @__PURE__ */ getSchemaMessage(issue.lang) : null) ?? config$1.message ?? /* @__PURE__ */ getGlobalMessage(issue.lang);
	if (message$1 !== void 0) issue.message = typeof message$1 === "function" ? message$1(issue) : message$1;
	if (isSchema) dataset.typed = false;
	if (dataset.issues) dataset.issues.push(issue);
	else dataset.issues = [issue];
}
/**
* Compares two values using the SameValueZero algorithm, which treats `NaN`
* as equal to itself unlike `===`.
*
* @param value1 The first value.
* @param value2 The second value.
*
* @returns Whether the values are equal.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isSameValueZero(value1, value2) {
	return value1 === value2 || Number.isNaN(value1) && Number.isNaN(value2);
}
/**
* Disallows inherited object properties and prevents object prototype
* pollution by disallowing certain keys.
*
* @param object The object to check.
* @param key The key to check.
*
* @returns Whether the key is allowed.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _isValidObjectKey(object$1, key) {
	return Object.prototype.hasOwnProperty.call(object$1, key) && key !== "__proto__" && key !== "prototype" && key !== "constructor";
}
/**
* Joins multiple `expects` values with the given separator.
*
* @param values The `expects` values.
* @param separator The separator.
*
* @returns The joined `expects` property.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _joinExpects(values$1, separator) {
	const list = [...new Set(values$1)];
	if (list.length > 1) return `(${list.join(` ${separator} `)})`;
	return list[0] ?? "never";
}
/**
* Eagerly creates and attaches the Standard Schema properties of a schema.
*
* Hint: The contextual `this` type includes the standard properties that are
* attached before the schema is returned.
*
* @param schema The schema to attach standard properties to.
*
* @returns The schema with standard properties attached.
*
* @internal
*/
function _standardSchema(schema) {
	schema["~standard"] = {
		version: 1,
		vendor: "valibot",
		validate: (value$1) => schema["~run"]({ value: value$1 }, /* @__PURE__ */ getGlobalConfig())
	};
	return schema;
}
/* @__NO_SIDE_EFFECTS__ */
function getDotPath(issue) {
	if (issue.path) {
		let key = "";
		for (const item of issue.path) if (typeof item.key === "string" || typeof item.key === "number") if (key) key += `.${item.key}`;
		else key += item.key;
		else return null;
		return key;
	}
	return null;
}
/* @__NO_SIDE_EFFECTS__ */
function check(requirement, message$1) {
	return {
		kind: "validation",
		type: "check",
		reference: check,
		async: false,
		expects: null,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "input", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a description metadata action.
*
* @param description_ The description text.
*
* @returns A description action.
*/
/* @__NO_SIDE_EFFECTS__ */
function description(description_) {
	return {
		kind: "metadata",
		type: "description",
		reference: description,
		description: description_
	};
}
/* @__NO_SIDE_EFFECTS__ */
function finite(message$1) {
	return {
		kind: "validation",
		type: "finite",
		reference: finite,
		async: false,
		expects: null,
		requirement: Number.isFinite,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "finite", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function integer(message$1) {
	return {
		kind: "validation",
		type: "integer",
		reference: integer,
		async: false,
		expects: null,
		requirement: Number.isInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "integer", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function maxLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "max_length",
		reference: maxLength,
		async: false,
		expects: `<=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length > this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}
/**
* Creates a custom metadata action.
*
* @param metadata_ The metadata object.
*
* @returns A metadata action.
*/
/* @__NO_SIDE_EFFECTS__ */
function metadata(metadata_) {
	return {
		kind: "metadata",
		type: "metadata",
		reference: metadata,
		metadata: metadata_
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minLength(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_length",
		reference: minLength,
		async: false,
		expects: `>=${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length < this.requirement) _addIssue(this, "length", dataset, config$1, { received: `${dataset.value.length}` });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function minValue(requirement, message$1) {
	return {
		kind: "validation",
		type: "min_value",
		reference: minValue,
		async: false,
		expects: `>=${requirement instanceof Date ? requirement.toJSON() : /* @__PURE__ */ _stringify(requirement)}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !(dataset.value >= this.requirement)) _addIssue(this, "value", dataset, config$1, { received: dataset.value instanceof Date ? dataset.value.toJSON() : /* @__PURE__ */ _stringify(dataset.value) });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function nonEmpty(message$1) {
	return {
		kind: "validation",
		type: "non_empty",
		reference: nonEmpty,
		async: false,
		expects: "!0",
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && dataset.value.length === 0) _addIssue(this, "length", dataset, config$1, { received: "0" });
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function parseJson(config$1, message$1) {
	return {
		kind: "transformation",
		type: "parse_json",
		reference: parseJson,
		config: config$1,
		message: message$1,
		async: false,
		"~run"(dataset, config$2) {
			try {
				dataset.value = JSON.parse(dataset.value, this.config?.reviver);
			} catch (error) {
				if (error instanceof Error) {
					_addIssue(this, "JSON", dataset, config$2, { received: `"${error.message}"` });
					dataset.typed = false;
				} else throw error;
			}
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function regex(requirement, message$1) {
	return {
		kind: "validation",
		type: "regex",
		reference: regex,
		async: false,
		expects: `${requirement}`,
		requirement,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement.test(dataset.value)) _addIssue(this, "format", dataset, config$1);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function safeInteger(message$1) {
	return {
		kind: "validation",
		type: "safe_integer",
		reference: safeInteger,
		async: false,
		expects: null,
		requirement: Number.isSafeInteger,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "safe integer", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Creates a title metadata action.
*
* @param title_ The title text.
*
* @returns A title action.
*/
/* @__NO_SIDE_EFFECTS__ */
function title(title_) {
	return {
		kind: "metadata",
		type: "title",
		reference: title,
		title: title_
	};
}
/**
* Creates a custom transformation action.
*
* @param operation The transformation operation.
*
* @returns A transform action.
*/
/* @__NO_SIDE_EFFECTS__ */
function transform(operation) {
	return {
		kind: "transformation",
		type: "transform",
		reference: transform,
		async: false,
		operation,
		"~run"(dataset) {
			dataset.value = this.operation(dataset.value);
			return dataset;
		}
	};
}
/* @__NO_SIDE_EFFECTS__ */
function url(message$1) {
	return {
		kind: "validation",
		type: "url",
		reference: url,
		async: false,
		expects: null,
		requirement(input) {
			try {
				if (URL.canParse) return URL.canParse(input);
				new URL(input);
				return true;
			} catch {
				return false;
			}
		},
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.typed && !this.requirement(dataset.value)) _addIssue(this, "URL", dataset, config$1);
			return dataset;
		}
	};
}
/**
* Returns the fallback value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The output dataset if available.
* @param config The config if available.
*
* @returns The fallback value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getFallback(schema, dataset, config$1) {
	return typeof schema.fallback === "function" ? schema.fallback(dataset, config$1) : schema.fallback;
}
/**
* Returns the default value of the schema.
*
* @param schema The schema to get it from.
* @param dataset The input dataset if available.
* @param config The config if available.
*
* @returns The default value.
*/
/* @__NO_SIDE_EFFECTS__ */
function getDefault(schema, dataset, config$1) {
	return typeof schema.default === "function" ? schema.default(dataset, config$1) : schema.default;
}
/* @__NO_SIDE_EFFECTS__ */
function array(item, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "array",
		reference: array,
		expects: "Array",
		async: false,
		item,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (Array.isArray(input)) {
				dataset.typed = true;
				dataset.value = [];
				for (let key = 0; key < input.length; key++) {
					const value$1 = input[key];
					const itemDataset = this.item["~run"]({ value: value$1 }, config$1);
					if (itemDataset.issues) {
						const pathItem = {
							type: "array",
							origin: "value",
							input,
							key,
							value: value$1
						};
						for (const issue of itemDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = itemDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!itemDataset.typed) dataset.typed = false;
					dataset.value.push(itemDataset.value);
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function boolean(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "boolean",
		reference: boolean,
		expects: "boolean",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "boolean") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function exactOptional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "exact_optional",
		reference: exactOptional,
		expects: wrapped.expects,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/**
* Creates a lazy schema.
*
* @param getter The schema getter.
*
* @returns A lazy schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function lazy(getter) {
	return _standardSchema({
		kind: "schema",
		type: "lazy",
		reference: lazy,
		expects: "unknown",
		async: false,
		getter,
		"~run"(dataset, config$1) {
			return this.getter(dataset.value)["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function literal(literal_, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "literal",
		reference: literal,
		expects: /* @__PURE__ */ _stringify(literal_),
		async: false,
		literal: literal_,
		message: message$1,
		"~run"(dataset, config$1) {
			if (/* @__PURE__ */ _isSameValueZero(dataset.value, this.literal)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function null_(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "null",
		reference: null_,
		expects: "null",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (dataset.value === null) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function nullable(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullable",
		reference: nullable,
		expects: `(${wrapped.expects} | null)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function nullish(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "nullish",
		reference: nullish,
		expects: `(${wrapped.expects} | null | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === null || dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === null || dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function number(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "number",
		reference: number,
		expects: "number",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "number" && !isNaN(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function object(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "object",
		reference: object,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function optional(wrapped, default_) {
	return _standardSchema({
		kind: "schema",
		type: "optional",
		reference: optional,
		expects: `(${wrapped.expects} | undefined)`,
		async: false,
		wrapped,
		default: default_,
		"~run"(dataset, config$1) {
			if (dataset.value === void 0) {
				if (this.default !== void 0) dataset.value = /* @__PURE__ */ getDefault(this, dataset, config$1);
				if (dataset.value === void 0) {
					dataset.typed = true;
					return dataset;
				}
			}
			return this.wrapped["~run"](dataset, config$1);
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function picklist(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "picklist",
		reference: picklist,
		expects: /* @__PURE__ */ _joinExpects(options.map(_stringify), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			if (this.options.includes(dataset.value)) dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function record(key, value$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "record",
		reference: record,
		expects: "Object",
		async: false,
		key,
		value: value$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const entryKey in input) if (/* @__PURE__ */ _isValidObjectKey(input, entryKey)) {
					const entryValue = input[entryKey];
					const keyDataset = this.key["~run"]({ value: entryKey }, config$1);
					if (keyDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "key",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of keyDataset.issues) {
							issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = keyDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					const valueDataset = this.value["~run"]({ value: entryValue }, config$1);
					if (valueDataset.issues) {
						const pathItem = {
							type: "object",
							origin: "value",
							input,
							key: entryKey,
							value: entryValue
						};
						for (const issue of valueDataset.issues) {
							if (issue.path) issue.path.unshift(pathItem);
							else issue.path = [pathItem];
							dataset.issues?.push(issue);
						}
						if (!dataset.issues) dataset.issues = valueDataset.issues;
						if (config$1.abortEarly) {
							dataset.typed = false;
							break;
						}
					}
					if (!keyDataset.typed || !valueDataset.typed) dataset.typed = false;
					if (keyDataset.typed) dataset.value[keyDataset.value] = valueDataset.value;
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function strictObject(entries$1, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "strict_object",
		reference: strictObject,
		expects: "Object",
		async: false,
		entries: entries$1,
		message: message$1,
		"~run"(dataset, config$1) {
			const input = dataset.value;
			if (input && typeof input === "object") {
				dataset.typed = true;
				dataset.value = {};
				for (const key in this.entries) {
					const valueSchema = this.entries[key];
					if (key in input || (valueSchema.type === "exact_optional" || valueSchema.type === "optional" || valueSchema.type === "nullish") && valueSchema.default !== void 0) {
						const value$1 = key in input ? input[key] : /* @__PURE__ */ getDefault(valueSchema);
						const valueDataset = valueSchema["~run"]({ value: value$1 }, config$1);
						if (valueDataset.issues) {
							const pathItem = {
								type: "object",
								origin: "value",
								input,
								key,
								value: value$1
							};
							for (const issue of valueDataset.issues) {
								if (issue.path) issue.path.unshift(pathItem);
								else issue.path = [pathItem];
								dataset.issues?.push(issue);
							}
							if (!dataset.issues) dataset.issues = valueDataset.issues;
							if (config$1.abortEarly) {
								dataset.typed = false;
								break;
							}
						}
						if (!valueDataset.typed) dataset.typed = false;
						dataset.value[key] = valueDataset.value;
					} else if (valueSchema.fallback !== void 0) dataset.value[key] = /* @__PURE__ */ getFallback(valueSchema);
					else if (valueSchema.type !== "exact_optional" && valueSchema.type !== "optional" && valueSchema.type !== "nullish") {
						_addIssue(this, "key", dataset, config$1, {
							input: void 0,
							expected: `"${key}"`,
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						if (config$1.abortEarly) break;
					}
				}
				if (!dataset.issues || !config$1.abortEarly) {
					for (const key in input) if (!Object.prototype.hasOwnProperty.call(this.entries, key)) {
						_addIssue(this, "key", dataset, config$1, {
							input: key,
							expected: "never",
							path: [{
								type: "object",
								origin: "key",
								input,
								key,
								value: input[key]
							}]
						});
						break;
					}
				}
			} else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function string(message$1) {
	return _standardSchema({
		kind: "schema",
		type: "string",
		reference: string,
		expects: "string",
		async: false,
		message: message$1,
		"~run"(dataset, config$1) {
			if (typeof dataset.value === "string") dataset.typed = true;
			else _addIssue(this, "type", dataset, config$1);
			return dataset;
		}
	});
}
/**
* Returns the sub issues of the provided datasets for the union issue.
*
* @param datasets The datasets.
*
* @returns The sub issues.
*
* @internal
*/
/* @__NO_SIDE_EFFECTS__ */
function _subIssues(datasets) {
	let issues;
	if (datasets) for (const dataset of datasets) if (issues) for (const issue of dataset.issues) issues.push(issue);
	else issues = dataset.issues;
	return issues;
}
/* @__NO_SIDE_EFFECTS__ */
function union(options, message$1) {
	return _standardSchema({
		kind: "schema",
		type: "union",
		reference: union,
		expects: /* @__PURE__ */ _joinExpects(options.map((option) => option.expects), "|"),
		async: false,
		options,
		message: message$1,
		"~run"(dataset, config$1) {
			let validDataset;
			let typedDatasets;
			let untypedDatasets;
			for (const schema of this.options) {
				const optionDataset = schema["~run"]({ value: dataset.value }, config$1);
				if (optionDataset.typed) if (optionDataset.issues) if (typedDatasets) typedDatasets.push(optionDataset);
				else typedDatasets = [optionDataset];
				else {
					validDataset = optionDataset;
					break;
				}
				else if (untypedDatasets) untypedDatasets.push(optionDataset);
				else untypedDatasets = [optionDataset];
			}
			if (validDataset) return validDataset;
			if (typedDatasets) {
				if (typedDatasets.length === 1) return typedDatasets[0];
				_addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(typedDatasets) });
				dataset.typed = true;
			} else if (untypedDatasets?.length === 1) return untypedDatasets[0];
			else _addIssue(this, "type", dataset, config$1, { issues: /* @__PURE__ */ _subIssues(untypedDatasets) });
			return dataset;
		}
	});
}
/**
* Creates a unknown schema.
*
* @returns A unknown schema.
*/
/* @__NO_SIDE_EFFECTS__ */
function unknown() {
	return _standardSchema({
		kind: "schema",
		type: "unknown",
		reference: unknown,
		expects: "unknown",
		async: false,
		"~run"(dataset) {
			dataset.typed = true;
			return dataset;
		}
	});
}
/* @__NO_SIDE_EFFECTS__ */
function pipe(...pipe$1) {
	return _standardSchema({
		...pipe$1[0],
		pipe: pipe$1,
		"~run"(dataset, config$1) {
			for (const item of pipe$1) if (item.kind !== "metadata") {
				if (dataset.issues && (item.kind === "schema" || item.kind === "transformation")) {
					dataset.typed = false;
					break;
				}
				if (!dataset.issues || !config$1.abortEarly && !config$1.abortPipeEarly) dataset = item["~run"](dataset, config$1);
			}
			return dataset;
		}
	});
}
/**
* Parses an unknown input based on a schema.
*
* @param schema The schema to be used.
* @param input The input to be parsed.
* @param config The parse configuration.
*
* @returns The parse result.
*/
/* @__NO_SIDE_EFFECTS__ */
function safeParse(schema, input, config$1) {
	const dataset = schema["~run"]({ value: input }, /* @__PURE__ */ getGlobalConfig(config$1));
	return {
		typed: dataset.typed,
		success: !dataset.issues,
		output: dataset.value,
		issues: dataset.issues
	};
}

// src/snapshot/schema.ts
const text$1 = string();
const maybeText = nullable(string());
const count = pipe(number(), integer(), minValue(0));
/** Far above any real program: what is larger was made to fill memory. */
const many = (item, most) => pipe(array(item), maxLength(most));
const yes = exactOptional(literal(true));
const json = lazy(() => union([
	null_(),
	boolean(),
	number(),
	string(),
	array(json),
	record(string(), json)
]));
const job = strictObject({
	id: text$1,
	label: text$1,
	provider: picklist([
		"github",
		"gitlab",
		"jenkins",
		"local"
	]),
	workflow: maybeText,
	name: text$1,
	matrix: record(string(), json),
	leg: exactOptional(strictObject({
		index: count,
		total: count
	}))
});
const environment = strictObject({
	values: record(string(), string()),
	origins: record(string(), picklist([
		"process",
		"goenv",
		"goroot",
		"default",
		"derived"
	])),
	unknownKeys: count
});
const toolchain = strictObject({
	running: text$1,
	requested: text$1,
	host: text$1
});
const cCompiler = strictObject({
	command: text$1,
	path: maybeText,
	version: maybeText,
	target: maybeText
});
const libc = strictObject({
	kind: picklist([
		"glibc",
		"musl",
		"other"
	]),
	version: maybeText
});
const runner = strictObject({
	os: maybeText,
	arch: maybeText,
	image: maybeText,
	version: maybeText,
	environment: maybeText
});
const goModule = strictObject({
	path: text$1,
	version: maybeText,
	main: yes,
	indirect: yes,
	replace: exactOptional(strictObject({
		path: text$1,
		version: maybeText
	})),
	sum: exactOptional(text$1),
	goModSum: exactOptional(text$1),
	error: exactOptional(text$1)
});
const root = strictObject({
	directory: text$1,
	main: array(text$1),
	mode: picklist([
		"module",
		"vendor",
		"workspace",
		"workspace-vendor",
		"gopath"
	]),
	modeReason: text$1,
	goLine: maybeText,
	toolchainLine: maybeText,
	files: record(string(), string()),
	vendor: nullable(strictObject({
		files: count,
		hash: text$1
	})),
	modules: many(goModule, 5e4),
	missingSums: many(text$1, 1e5),
	otherSums: exactOptional(many(text$1, 2e5)),
	tidy: exactOptional(many(text$1, 1e4))
});
const layer = strictObject({
	layer: picklist([
		"go.sum",
		"ziphash",
		"zip",
		"directory",
		"go.mod",
		"vendor",
		"checksum-database",
		"build-inputs",
		"build-cache"
	]),
	outcome: picklist([
		"ok",
		"failed",
		"unknown",
		"not-applicable"
	]),
	checked: count,
	failed: count,
	reason: exactOptional(text$1)
});
const integrity = strictObject({
	outcome: picklist([
		"ok",
		"failed",
		"unknown",
		"not-applicable"
	]),
	layers: array(layer)
});
const binary = strictObject({
	package: text$1,
	linkage: picklist(["static", "dynamic"]),
	interpreter: nullable(text$1),
	needed: many(text$1, 1e3),
	libc: nullable(picklist([
		"glibc",
		"musl",
		"bionic",
		"uclibc"
	])),
	glibc: nullable(text$1)
});
const target = strictObject({
	root: text$1,
	target: text$1,
	goos: text$1,
	goarch: text$1,
	cgo: boolean(),
	cgoReason: picklist([
		"asked",
		"environment",
		"native",
		"cross",
		"no-compiler"
	]),
	outcome: picklist([
		"ok",
		"failed",
		"skipped",
		"proved"
	]),
	reason: exactOptional(text$1),
	rule: exactOptional(text$1),
	proof: exactOptional(text$1),
	binaries: exactOptional(many(binary, 1e3)),
	failedPackages: array(text$1)
});
/** A snapshot, field by field and nothing else. A JSON Schema can be made of it. */
const snapshotSchema = strictObject({
	schema: literal("goparity/snapshot/1"),
	tool: strictObject({ version: text$1 }),
	job,
	environment,
	toolchain,
	cCompiler: nullable(cCompiler),
	libc: nullable(libc),
	runner: nullable(runner),
	roots: many(root, 1e3),
	integrity: nullable(integrity),
	targets: many(target, 1e4),
	contradictions: exactOptional(many(text$1, 1e3))
});

// src/snapshot/parse.ts
/** Characters of a snapshot that are read at most; one of 5,000 modules has about two million. */
const MAX_SNAPSHOT_LENGTH = 33554432;
/** A snapshot nests seven levels; the rest is for matrix values. */
const MAX_DEPTH$1 = 40;
function unreadable$1(name, why, cause) {
	return new ParityError("snapshot-unreadable", `${name} cannot be read as a snapshot: ${why}`, "record it again: goparity record -o FILE", { cause });
}
const OBJECTIONS = {
	depth: `is nested deeper than ${String(MAX_DEPTH$1)} levels`,
	"prototype-key": "is a name that is not allowed",
	number: "is a number too large to be kept"
};
/** A part of a hostile text, fit for one line of a message. */
function excerpt(text, length = 60) {
	return JSON.stringify(text.length > length ? `${text.slice(0, length)}…` : text);
}
/** What a value is, without its content unless that is short and plain. */
function describe(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "null";
	if (Array.isArray(value)) return "a list";
	if (typeof value === "string") return `the text ${excerpt(value)}`;
	if (typeof value === "number" || typeof value === "boolean") return `${typeof value} ${String(value)}`;
	return "an object";
}
function fieldPath(issue) {
	return (issue.path ?? []).map(({ key }, at) => {
		if (typeof key === "number") return `[${String(key)}]`;
		const name = String(key);
		const shown = /^[\w-]{1,60}$/.test(name) ? name : excerpt(name);
		return at === 0 ? shown : `.${shown}`;
	}).join("");
}
function explain(issue) {
	const path = fieldPath(issue);
	if (issue.expected === "never") return `it has an unknown field ${path}`;
	return `${path === "" ? "the whole" : path} must be ${issue.expected ?? "a whole number"}, and is ${describe(issue.input)}`;
}
function schemaVersion(value) {
	const schema = Object.hasOwn(value, "schema") ? Reflect.get(value, "schema") : void 0;
	const found = typeof schema === "string" ? /^goparity\/snapshot\/([1-9]\d{0,8})$/.exec(schema) : null;
	return found === null ? null : Number(found[1]);
}
/**
* Reads a snapshot of unknown origin; `name` is what errors call it (a path).
* Throws `snapshot-unreadable`, naming the field and what it should be, or `snapshot-newer`.
*/
function parseSnapshot(text, name) {
	if (text.length > 33554432) throw unreadable$1(name, `it has ${String(text.length)} characters; at most ${String(MAX_SNAPSHOT_LENGTH)} are read`);
	if (text.trim() === "") throw unreadable$1(name, "it is empty");
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		throw unreadable$1(name, /[}\]]\s*$/.test(text.slice(-100)) ? "it is no JSON" : "it is no complete JSON, perhaps truncated", error);
	}
	if (typeof value !== "object" || value === null || Array.isArray(value)) throw unreadable$1(name, `it must be an object, and is ${describe(value)}`);
	const version = schemaVersion(value);
	if (version !== null && version > 1) throw new ParityError("snapshot-newer", `${name} was written by a later goparity (schema goparity/snapshot/${String(version)}; this one reads goparity/snapshot/1)`, "update goparity");
	const objection = findObjection(value, MAX_DEPTH$1);
	if (objection !== null) throw unreadable$1(name, `${excerpt(objection.path, 120)} ${OBJECTIONS[objection.kind]}`);
	const parsed = safeParse(snapshotSchema, value, { abortEarly: true });
	if (!parsed.success) throw unreadable$1(name, explain(parsed.issues[0]));
	return parsed.output;
}

// src/baseline/run-of.ts
const id = pipe(number(), safeInteger(), minValue(0));
const text = pipe(string(), maxLength(1e3));
/** A run as a baseline names it, field by field and nothing else. */
const baselineRunSchema = strictObject({
	repository: text,
	repositoryId: id,
	runId: id,
	runNumber: id,
	attempt: id,
	sha: pipe(string(), regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)),
	workflow: text
});

// src/baseline/document.ts
/** Bytes of a baseline that are read at most. */
const MAX_BASELINE_BYTES = 67108864;
const SCHEMA = "goparity/baseline/1";
/** A baseline nests about eight levels; the rest is for matrix values. */
const MAX_DEPTH = 64;
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
	if (depthOf(text) > MAX_DEPTH) throw unreadable(name, `it nests deeper than ${String(MAX_DEPTH)} levels`);
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
	const stranger = Object.keys(value).find((key) => key !== "schema" && key !== "snapshots" && key !== "run");
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
		snapshots,
		...readRun(value["run"], name)
	};
}
function readRun(value, name) {
	if (value === void 0) return {};
	const run = safeParse(baselineRunSchema, value);
	if (run.success) return { run: run.output };
	throw unreadable(name, `its run is not one: ${run.issues[0].message}`);
}
/** The bytes of a baseline file: canonical, one entry per job, sorted, so that it diffs well in git. */
function formatBaseline(snapshots, run) {
	const sorted = snapshots.toSorted((a, b) => byteOrder(a.job.id, b.job.id));
	return canonicalJson({
		schema: SCHEMA,
		snapshots: sorted,
		...run === void 0 ? {} : { run: { ...run } }
	});
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

export { safeInteger as A, redact as B, object as C, pipe as D, picklist as E, transform as F, unknown as I, url as L, strictObject as M, string as N, record as O, title as P, identifyJob as R, number as S, parseJson as T, minLength as _, MAX_SNAPSHOT_LENGTH as a, nullable as b, boolean as c, finite as d, getDotPath as f, metadata as g, maxLength as h, parseBaseline as i, safeParse as j, regex as k, check as l, literal as m, MAX_BASELINE_BYTES as n, parseSnapshot as o, integer as p, formatBaseline as r, array as s, pLimit as t, description as u, minValue as v, optional as w, nullish as x, nonEmpty as y, isOwnId as z };