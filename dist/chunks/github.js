import { n as errorCode, r as toError, t as ParityError } from "./errors.js";
import { n as sha256, r as nodeHost, s as Capture } from "./host.js";
import { A as safeInteger, C as object, D as pipe, F as transform, I as unknown, L as url, N as string, O as record, S as number, c as boolean, f as getDotPath, i as parseBaseline, j as safeParse, k as regex, n as MAX_BASELINE_BYTES, o as parseSnapshot, s as array, t as pLimit, w as optional, x as nullish, z as isOwnId } from "./p-limit.js";
import { g as LIMITS, i as renderMarkdown } from "./report.js";
import { r as byteOrder } from "./snapshot.js";
import { n as BUILD_CACHE, r as CHECKSUM_DATABASE, t as nearest } from "./nearest.js";
import { n as inputsOf, t as INPUTS } from "./inputs.js";
import { t as parseExpectedJobs } from "./config.js";
import { ChildProcess } from "node:child_process";
import { channel } from "node:diagnostics_channel";
import { randomUUID } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { crc32, inflateRawSync } from "node:zlib";
import { performance } from "node:perf_hooks";
import { isUtf8 } from "node:buffer";
import { AsyncLocalStorage } from "node:async_hooks";

// src/archive/entry-name.ts
const MAX_NAME_BYTES = 255;
/** What a name must not be, in the order in which it is said. `[^…]` at the end leaves letters, digits, `.`, `_` and `-`. */
const FAULTS = [
	[/[\u0000-\u001F\u007F-\u009F]/, "has control characters in its name"],
	[/[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/, "has characters in its name that hide or reorder text"],
	[/\\/, "has a backslash in its name"],
	[/^\//, "has an absolute path for a name"],
	[/^[A-Za-z]:/, "has a drive letter in its name"],
	[/(?:^|\/)\.\.(?:\/|$)/, "leads out of the archive with \"..\""],
	[/\/$/, "is a folder; only files at the top are read"],
	[/\//, "lies in a folder; only files at the top are read"],
	[/^\.+$/, "has only dots for a name"],
	[/\.$/, "has a name that ends with a dot"],
	[/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i, "has the name of a device on Windows"],
	[/[^A-Za-z0-9._-]/, "has characters in its name other than letters, digits, \".\", \"_\" and \"-\""]
];
/** Why a name is not the plain name of a file, as the rest of a sentence; `null` when it is one. */
function faultOfName(name) {
	if (name.length === 0) return "has no name";
	if (name.length > MAX_NAME_BYTES) return `has a name of more than ${String(MAX_NAME_BYTES)} bytes`;
	if (!isUtf8(name)) return "has a name that is no UTF-8";
	const text = name.toString("utf8");
	return FAULTS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

// src/archive/refuse.ts
const SHOWN = 80;
/** Bytes of a hostile name, quoted, for one line of a message: what is not printable ASCII stands as `\xNN`, at most 80 characters. */
function quoteName(name) {
	const shown = name.toString("latin1", 0, SHOWN).replaceAll(/[^\x20-\x7E]|["\\]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`);
	return shown.length <= SHOWN && name.length <= SHOWN ? `"${shown}"` : `"${shown.slice(0, 79).replace(/\\x?.?$/, "")}…"`;
}
/** The one error of this room: `what` completes `the zip is refused: …`. */
function refused$1(what, cause) {
	return new ParityError("archive-refused", `the zip is refused: ${what}`, "it is not as actions/upload-artifact writes it: run the job that made it again", { cause });
}
/** The same about one entry. */
function refusedEntry(name, what, cause) {
	return refused$1(`its entry ${quoteName(name)} ${what}`, cause);
}

// src/archive/extra.ts
/**
* Fields that Info-ZIP adds: times (0x5455) and owner (0x7875). Others change what an entry is (zip64 sizes 0x0001, another
* name 0x7075, encryption 0x9901), and two readers need not agree on them.
*/
const HARMLESS = /* @__PURE__ */ new Set([21589, 30837]);
/** Throws unless the extra fields of a header are well-formed and mean nothing. */
function checkExtra(extra, name) {
	let at = 0;
	while (at < extra.length) {
		if (at + 4 > extra.length) throw refusedEntry(name, "has a malformed extra field");
		const id = extra.readUInt16LE(at);
		if (!HARMLESS.has(id)) throw refusedEntry(name, `has an extra field that can change what it is (0x${id.toString(16).padStart(4, "0")})`);
		at += 4 + extra.readUInt16LE(at + 2);
	}
	if (at !== extra.length) throw refusedEntry(name, "has a malformed extra field");
}

// src/archive/directory.ts
const END = 101010256;
const END_BYTES = 22;
const HEADER$1 = 33639248;
const HEADER_BYTES$1 = 46;
/** A deflated entry needs version 2.0; more is zip64, encryption or another method (APPNOTE 4.4.3). */
const MAX_VERSION = 20;
const DESCRIPTOR$1 = 8;
const ENCRYPTED = 8257;
const FAT_FOLDER = 16;
const UNIX_TYPE = 61440;
const UNIX_FILE = 32768;
const UNIX_SPECIAL = 3584;
/** Why there is no end record where the last bytes are. */
function faultOfEnd(zip) {
	const last = zip.lastIndexOf(Uint8Array.of(80, 75, 5, 6));
	if (last === -1 || last + END_BYTES > zip.length) return "it has no end record: it is truncated, or no zip";
	const comment = zip.readUInt16LE(last + 20);
	if (comment > 0 && last + END_BYTES + comment === zip.length) return "it has a comment";
	return "bytes follow its end record, or the record is cut";
}
function readEnd(zip, limits) {
	const at = zip.length - END_BYTES;
	if (at < 0 || zip.readUInt32LE(at) !== END || zip.readUInt16LE(at + 20) !== 0) throw refused$1(faultOfEnd(zip));
	const [disk, firstDisk] = [zip.readUInt16LE(at + 4), zip.readUInt16LE(at + 6)];
	const [here, count] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
	const [bytes, offset] = [zip.readUInt32LE(at + 12), zip.readUInt32LE(at + 16)];
	if (count === 65535 || bytes === 4294967295 || offset === 4294967295) throw refused$1("it is a zip64, far larger than anything expected");
	if (disk !== 0 || firstDisk !== 0 || here !== count) throw refused$1("it is one of several volumes");
	if (count > limits.entries) throw refused$1(`it has ${String(count)} entries; at most ${String(limits.entries)} are read`);
	if (offset + bytes !== at) throw refused$1("its directory does not lie right before its end record: bytes were put in or taken out");
	return {
		count,
		offset,
		at
	};
}
function checkKind(zip, at, name) {
	const [flags, method] = [zip.readUInt16LE(at + 8), zip.readUInt16LE(at + 10)];
	if ((flags & ENCRYPTED) !== 0) throw refusedEntry(name, "is encrypted");
	if ((flags & -2063) !== 0) throw refusedEntry(name, `has flags that are not known (0x${flags.toString(16)})`);
	if (method !== 0 && method !== 8) throw refusedEntry(name, `is packed by method ${String(method)}; only stored and deflated are read`);
	if (zip.readUInt16LE(at + 6) > MAX_VERSION) throw refusedEntry(name, "needs a later zip version (zip64, encryption)");
	const attributes = zip.readUInt32LE(at + 38);
	const mode = attributes >>> 16;
	if ((attributes & FAT_FOLDER) !== 0) throw refusedEntry(name, "is a folder; only files at the top are read");
	if ((mode & UNIX_TYPE) !== 0 && (mode & UNIX_TYPE) !== UNIX_FILE) throw refusedEntry(name, "is a link, a device or another special file");
	if ((mode & UNIX_SPECIAL) !== 0) throw refusedEntry(name, "has special permissions (setuid, setgid, sticky)");
}
function readHeader(zip, at, end) {
	if (at + HEADER_BYTES$1 > end || zip.readUInt32LE(at) !== HEADER$1) throw refused$1("its directory is malformed");
	const [nameBytes, extraBytes, commentBytes] = [
		zip.readUInt16LE(at + 28),
		zip.readUInt16LE(at + 30),
		zip.readUInt16LE(at + 32)
	];
	const nameAt = at + HEADER_BYTES$1;
	const next = nameAt + nameBytes + extraBytes + commentBytes;
	if (next > end) throw refused$1("its directory is malformed: a name reaches out of it");
	const name = zip.subarray(nameAt, nameAt + nameBytes);
	const fault = faultOfName(name);
	if (fault !== null) throw refusedEntry(name, fault);
	if (commentBytes > 0) throw refusedEntry(name, "has a comment");
	if (zip.readUInt16LE(at + 34) !== 0) throw refusedEntry(name, "lies on another volume");
	checkKind(zip, at, name);
	const [packed, size, offset] = [
		zip.readUInt32LE(at + 20),
		zip.readUInt32LE(at + 24),
		zip.readUInt32LE(at + 42)
	];
	if (packed === 4294967295 || size === 4294967295 || offset === 4294967295) throw refusedEntry(name, "has the sizes of a zip64");
	checkExtra(zip.subarray(nameAt + nameBytes, next), name);
	return {
		entry: {
			name,
			common: zip.subarray(at + 6, at + 16),
			sums: zip.subarray(at + 16, at + 28),
			isDeflated: zip.readUInt16LE(at + 10) === 8,
			hasDescriptor: (zip.readUInt16LE(at + 8) & DESCRIPTOR$1) !== 0,
			crc: zip.readUInt32LE(at + 16),
			packed,
			size,
			offset
		},
		next
	};
}
/** Reads the directory and holds it to the limits: what is declared too large is refused before anything is unpacked. */
function readDirectory(zip, limits) {
	const { count, offset, at: end } = readEnd(zip, limits);
	const entries = [];
	const names = /* @__PURE__ */ new Set();
	let total = 0;
	let at = offset;
	while (entries.length < count) {
		const { entry, next } = readHeader(zip, at, end);
		const { name, size } = entry;
		if (size > limits.entryBytes) throw refusedEntry(name, `unpacks to ${String(size)} bytes; at most ${String(limits.entryBytes)} are read`);
		total += size;
		if (total > limits.totalBytes) throw refused$1(`its entries unpack to more than ${String(limits.totalBytes)} bytes`);
		const key = name.toString("latin1").toLowerCase();
		if (names.has(key)) throw refusedEntry(name, "is in it twice, in this or another case");
		names.add(key);
		entries.push(entry);
		at = next;
	}
	if (at !== end) throw refused$1("its directory holds more than its end record says");
	return {
		offset,
		entries
	};
}

// src/archive/local.ts
const HEADER = 67324752;
const HEADER_BYTES = 30;
const DESCRIPTOR = 134695760;
const DESCRIPTOR_BYTES = 16;
const NOTHING = Buffer.alloc(4);
/** Each of CRC and sizes as in the directory; a streaming writer may leave them zero. */
function agree(local, { sums, hasDescriptor }) {
	return [
		0,
		4,
		8
	].every((at) => {
		const field = local.subarray(at, at + 4);
		return field.equals(sums.subarray(at, at + 4)) || hasDescriptor && field.equals(NOTHING);
	});
}
/**
* The packed bytes of an entry whose local header begins at `at`, and where what follows it begins; all of it lies before `end`.
* Throws when the local header or the descriptor behind the data says anything else than the directory.
*/
function readLocal(zip, entry, at, end) {
	const { name, packed, offset, hasDescriptor } = entry;
	if (offset < at) throw refusedEntry(name, "overlaps another entry, or stands in another order");
	if (offset > at) throw refusedEntry(name, "has bytes before it that belong to no entry");
	if (at + HEADER_BYTES > end || zip.readUInt32LE(at) !== HEADER) throw refusedEntry(name, "has no header where its data should be");
	const nameAt = at + HEADER_BYTES;
	const extraAt = nameAt + zip.readUInt16LE(at + 26);
	const dataAt = extraAt + zip.readUInt16LE(at + 28);
	const next = dataAt + packed + (hasDescriptor ? DESCRIPTOR_BYTES : 0);
	if (next > end) throw refusedEntry(name, "has data that reaches out of the archive, or into its directory");
	if (!(zip.subarray(at + 4, at + 14).equals(entry.common) && agree(zip.subarray(at + 14, at + 26), entry) && zip.subarray(nameAt, extraAt).equals(name))) throw refusedEntry(name, "has two headers that disagree");
	checkExtra(zip.subarray(extraAt, dataAt), name);
	const behind = zip.subarray(dataAt + packed, next);
	if (hasDescriptor && !(behind.readUInt32LE(0) === DESCRIPTOR && behind.subarray(4).equals(entry.sums))) throw refusedEntry(name, "is followed by sizes and a checksum that disagree with its header");
	return {
		data: zip.subarray(dataAt, dataAt + packed),
		next
	};
}

// src/archive/zip.ts
/** What zlib gives with `info`: the bytes, and how much of the input it took. */
function isInflated(value) {
	return typeof value === "object" && value !== null && "buffer" in value && "engine" in value;
}
/** Inflates to the declared size and not one byte more: a bomb that lies about its size is stopped there. */
function inflate({ name, size }, data) {
	let inflated;
	try {
		inflated = inflateRawSync(data, {
			maxOutputLength: Math.max(1, size),
			info: true
		});
	} catch (error) {
		const isLarger = errorCode(error) === "ERR_BUFFER_TOO_LARGE";
		throw refusedEntry(name, isLarger ? `unpacks to more than the ${String(size)} bytes it declares` : "cannot be inflated", error);
	}
	if (!isInflated(inflated)) throw new TypeError("zlib gave no account of what it read");
	if (inflated.engine.bytesWritten !== data.length) throw refusedEntry(name, "hides bytes behind its compressed data");
	return inflated.buffer;
}
function unpack(entry, data) {
	const { name, size, crc, isDeflated } = entry;
	const content = isDeflated ? inflate(entry, data) : data;
	if (content.length !== size) throw refusedEntry(name, `declares ${String(size)} bytes and has ${String(content.length)}: its size is a lie`);
	if (crc32(content) !== crc) throw refusedEntry(name, "does not have the checksum (CRC-32) it declares");
	return {
		name: name.toString("latin1"),
		bytes: new Uint8Array(content.buffer, content.byteOffset, content.length)
	};
}
/**
* Reads a zip of unknown origin strictly: only what archiver, fflate and Info-ZIP write, one file after the other from the first
* byte, the directory, the end record at the last byte, and no byte that belongs to none of them; nothing on which two readers
* could disagree. Stored entries are views of `bytes`. Linear in `bytes` and the limits; a zip within a zip is just bytes.
* Throws `archive-refused` with one sentence that names the entry and what is wrong.
*/
function readZip(bytes, limits) {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const { offset, entries } = readDirectory(zip, limits);
	let at = 0;
	const packed = entries.map((entry) => {
		const { data, next } = readLocal(zip, entry, at, offset);
		at = next;
		return {
			entry,
			data
		};
	});
	if (at !== offset) throw refused$1("bytes before its directory belong to no entry");
	return packed.map(({ entry, data }) => unpack(entry, data));
}

// src/compare/change.ts
/** Added lines that are kept of one file, and characters of each: a line of go.mod or of a workflow is far below both. */
const KEPT_LINES = 2e4;
const KEPT_CHARACTERS = 1e3;
const HUNK = /^@@ -\d{1,9}(?:,(\d{1,9}))? \+(\d{1,9})(?:,(\d{1,9}))? @@/;
/**
* The lines that a patch adds, from the hunks of a unified diff as GitHub's compare API gives them.
* Long lines are cut. What is no hunk, or more than its header announces, adds nothing; never throws, linear.
*/
function readPatch(patch) {
	const added = [];
	let line = 0;
	let oldLeft = 0;
	let newLeft = 0;
	for (let at = 0; at < patch.length && added.length < KEPT_LINES;) {
		const found = patch.indexOf("\n", at);
		const end = found === -1 ? patch.length : found;
		const sign = end === at ? " " : patch.charAt(at);
		if (!(oldLeft > 0 || newLeft > 0) || sign === "@") {
			const header = HUNK.exec(patch.slice(at, Math.min(end, at + 100)));
			oldLeft = header === null ? 0 : Number(header[1] ?? 1);
			newLeft = header === null ? 0 : Number(header[3] ?? 1);
			line = Number(header?.[2] ?? 0);
		} else if (sign === "+" && newLeft > 0) {
			const stop = patch.charAt(end - 1) === "\r" && end - 1 > at ? end - 1 : end;
			added.push({
				line,
				text: patch.slice(at + 1, Math.min(stop, at + 1 + KEPT_CHARACTERS))
			});
			line += 1;
			newLeft -= 1;
		} else if (sign === "-" && oldLeft > 0) oldLeft -= 1;
		else if (sign === " " && oldLeft > 0 && newLeft > 0) {
			line += 1;
			oldLeft -= 1;
			newLeft -= 1;
		} else if (sign !== "\\") {
			oldLeft = 0;
			newLeft = 0;
		}
		at = end + 1;
	}
	return added;
}

// src/github/artifact.ts
/** Letters of a job's name in the artifact's name: enough to recognise it, and the digest tells jobs apart. */
const NAME_LETTERS = 60;
/** The identity of a job in 12 hex digits: types of matrix values are part of it, so 1.2 and "1.2" and "1.20" differ. */
function jobDigest(job) {
	return sha256(job.id).slice(0, 12);
}
/** An artifact name that no other job of the run has, and no other attempt: `goparity-test-0123456789ab-1`. Only [A-Za-z0-9._-]. */
function artifactName(prefix, job, attempt) {
	const name = job.name.replaceAll(/[^A-Za-z0-9._-]+/g, "-").slice(0, NAME_LETTERS);
	return `${prefix}${name === "" ? "job" : name}-${jobDigest(job)}-${attempt}`;
}
async function defaultClient() {
	const { DefaultArtifactClient } = await import("./actions-artifact.js");
	return new DefaultArtifactClient();
}
function whyNot(error, name) {
	const { message } = toError(error);
	if (/\b409\b|already exists/i.test(message)) return `this run already has an artifact ${name}: two jobs or two steps of this job have the same identity; give one of them its own artifact-prefix`;
	if (/GHES/.test(`${toError(error).name} ${message}`)) return "GitHub Enterprise Server has no artifact service of this version: upload the file with actions/upload-artifact@v3, and give the report job what actions/download-artifact@v3 fetched by its input snapshots";
	if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(message)) return "this runner offers no artifact service";
	return message.split("\n", 1)[0] ?? message;
}
/**
* Uploads one file as an artifact; `what` names it to people. A failure is a degrade, never an error: the verdict does not
* rest on a sink.
*/
async function uploadFile(file, name, retentionDays, what = "artifact", makeClient = defaultClient) {
	try {
		const { id } = await (await makeClient()).uploadArtifact(name, [file], dirname(file), retentionDays === void 0 ? {} : { retentionDays });
		return {
			name,
			id: id ?? null
		};
	} catch (error) {
		return {
			what,
			why: whyNot(error, name)
		};
	}
}
/** `uploadFile` for what a job recorded. */
async function uploadSnapshot(file, name, retentionDays, makeClient) {
	return uploadFile(file, name, retentionDays, "artifact with the snapshot", makeClient);
}

// src/github/failure.ts
/** An answer that is an error; octokit makes a 500 without a response of a connection that broke. */
const Refusal = object({
	status: number(),
	response: object({
		headers: record(string(), unknown()),
		data: optional(unknown())
	})
});
const WithMessage = object({ message: string() });
const MESSAGE_CHARACTERS = 200;
/** The status of the answer that made octokit fail; `null` when none came. */
function statusOf(error) {
	const refusal = safeParse(Refusal, error);
	return refusal.success ? refusal.output.status : null;
}
/** Whether the same request may go well a moment later, or may even have been carried out: no answer, or a server that failed. */
function isPassing(error) {
	const status = statusOf(error);
	return status === null || status >= 500;
}
function oneLine(text) {
	const [line = ""] = text.split("\n", 1);
	return line.length <= MESSAGE_CHARACTERS ? line : `${line.slice(0, MESSAGE_CHARACTERS)}…`;
}
/** `14:05 UTC` */
function clock(seconds) {
	const time = /* @__PURE__ */ new Date(Number(seconds) * 1e3);
	return Number.isNaN(time.getTime()) ? "a later time" : `${time.toISOString().slice(11, 16)} UTC`;
}
function failed(message, hint, cause) {
	return new ParityError("github-failed", message, hint, { cause });
}
function refused({ status, response }, { to, needs }, cause) {
	const told = safeParse(WithMessage, response.data);
	const why = told.success ? `: ${oneLine(told.output.message)}` : "";
	const limited = status === 403 || status === 429;
	if (limited && /\bsecondary rate\b/i.test(why)) return failed(`GitHub asks for a pause (${String(status)}, secondary rate limit) and did not ${to}`, "run the job again later", cause);
	if (limited && response.headers["x-ratelimit-remaining"] === "0") {
		const reset = clock(response.headers["x-ratelimit-reset"]);
		return failed(`GitHub did not ${to} (${String(status)}): the requests of this token are used up until ${reset}`, "run the job again then", cause);
	}
	if (status === 401) return failed(`GitHub does not accept the token (401) to ${to}`, "leave github-token out, so that it has its default", cause);
	if (status === 403) return failed(`GitHub refused to ${to} (403)${why}`, `give the job the permission ${needs}; a pull request from a fork or of Dependabot may only read`, cause);
	if (status === 404) return failed(`GitHub found nothing when asked to ${to} (404)`, `it is gone, or the job lacks the permission ${needs}`, cause);
	if (status >= 500) return failed(`GitHub failed to ${to} (${String(status)})${why}`, "run the job again; githubstatus.com says whether GitHub is well", cause);
	return failed(`GitHub did not ${to} (${String(status)})${why}`, "this is a fault of goparity: report it", cause);
}
/** The `github-failed` of a request that did not go well: status, what it was for, and the way out. */
function githubError(error, purpose) {
	if (error instanceof ParityError) return error;
	const refusal = safeParse(Refusal, error);
	if (refusal.success) return refused(refusal.output, purpose, error);
	return failed(`GitHub could not be reached to ${purpose.to}: ${oneLine(toError(error).message)}`, "run the job again; on a runner of your own, look at its proxy settings", error);
}

// src/github/ask.ts
/** A request, its retries and one pause for a limit of at most a minute. */
const DEADLINE_MS = 18e4;
/** A refusal is an answer: asked again it is the same. plugin-retry would ask again after 409, 429 and others. */
const REFUSALS = Array.from({ length: 100 }, (_, index) => 400 + index);
/** A step may wait a minute for a limit to pass, once; the hour that a spent quota takes is a degrade instead. */
function isWorthWaiting(afterSeconds, _request, _client, attempts) {
	return attempts === 0 && afterSeconds <= 60;
}
/** Nobody but the one writer prints. */
const SILENT = {
	debug: () => void 0,
	info: () => void 0,
	warn: () => void 0,
	error: () => void 0
};
/** Opens the client; it is loaded here. Throws `usage` when the runner names no repository. */
async function openAsker(token, { repository, apiUrl }, tuning = {}) {
	if (repository === null) throw new ParityError("usage", "GITHUB_REPOSITORY does not name a repository");
	const { secondMs = 1e3, group = "goparity" } = tuning;
	const [{ getOctokitOptions, GitHub }, { retry }, { throttling }] = await Promise.all([
		import("./utils.js"),
		import("./dist-bundle.js"),
		import("./octokit-plugin-throttling.js")
	]);
	const options = {
		baseUrl: apiUrl,
		log: SILENT,
		retry: {
			retries: 2,
			retryAfterBaseValue: secondMs,
			doNotRetry: REFUSALS
		},
		throttle: {
			onRateLimit: isWorthWaiting,
			onSecondaryRateLimit: isWorthWaiting,
			retryAfterBaseValue: secondMs,
			id: group
		}
	};
	const octokit = new (GitHub.plugin(retry, throttling))(getOctokitOptions(token, options));
	const anonymous = new GitHub({ log: SILENT });
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	async function send({ route, parameters, format, retries }, request = {}) {
		return await octokit.request(route, {
			...place,
			...parameters,
			...format === void 0 ? {} : { mediaType: { format } },
			request: {
				signal: AbortSignal.timeout(DEADLINE_MS),
				...request,
				...retries === void 0 ? {} : { retries }
			}
		});
	}
	async function ask(schema, question) {
		let data;
		try {
			({data} = await send(question));
		} catch (error) {
			throw githubError(error, question);
		}
		const parsed = safeParse(schema, data);
		if (parsed.success) return parsed.output;
		const [issue] = parsed.issues;
		const where = getDotPath(issue);
		throw new ParityError("github-failed", `GitHub was asked to ${question.to}, and ${where === null ? "its answer" : `${where} in its answer`} is not understood`, "something between this runner and GitHub may answer in its place, such as a proxy");
	}
	return {
		secondMs,
		ask,
		async find(schema, question) {
			try {
				return await ask(schema, question);
			} catch (error) {
				if (error instanceof ParityError && statusOf(error.cause) === 404) return null;
				throw error;
			}
		},
		async locate(question) {
			let headers;
			try {
				({headers} = await send(question, { redirect: "manual" }));
			} catch (error) {
				throw githubError(error, question);
			}
			const location = safeParse(object({ location: pipe(string(), url()) }), headers);
			if (!location.success) throw new ParityError("github-failed", `GitHub was asked to ${question.to}, and did not say where that is`);
			const { protocol } = new URL(location.output.location);
			if (protocol !== "https:" && protocol !== new URL(apiUrl).protocol) throw new ParityError("github-failed", `GitHub was asked to ${question.to}, and named an address that is not https`);
			return location.output.location;
		},
		async open(address) {
			const { headers, data } = await anonymous.request(`GET ${address}`, { request: {
				signal: AbortSignal.timeout(DEADLINE_MS),
				redirect: "error",
				parseSuccessResponseBody: false
			} });
			const length = Number(headers["content-length"]);
			const body = data;
			return {
				length: Number.isSafeInteger(length) ? length : null,
				body
			};
		}
	};
}

// src/github/changes.ts
/** GitHub's REST API, "Compare two commits": all on the first page, the rest on none. */
const MAX_FILES = 300;
const Commit = pipe(string(), regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/));
const Comparison$1 = object({
	merge_base_commit: object({ sha: Commit }),
	files: optional(array(object({
		filename: string(),
		status: string(),
		previous_filename: optional(string()),
		patch: optional(string())
	})), [])
});
const PullRequests = array(object({
	number: number(),
	base: object({
		sha: Commit,
		ref: string()
	}),
	head: object({ sha: Commit })
}));
const STATUS = {
	added: "added",
	copied: "added",
	removed: "removed",
	renamed: "renamed"
};
/** What lies between the merge base of two commits and the second one. Rejects with `github-failed`. */
async function readChanges(asker, base, head) {
	const { merge_base_commit: mergeBase, files } = await asker.ask(Comparison$1, {
		route: "GET /repos/{owner}/{repo}/compare/{basehead}",
		parameters: {
			basehead: `${base}...${head}`,
			per_page: 1,
			page: 1
		},
		to: `compare ${base.slice(0, 12)} with ${head.slice(0, 12)}`,
		needs: "contents: read"
	});
	return {
		mergeBase: mergeBase.sha,
		files: files.flatMap(({ filename, status, previous_filename: previous, patch }) => {
			if (status === "unchanged") return [];
			const file = {
				path: filename,
				status: STATUS[status] ?? "modified",
				added: patch === void 0 ? [] : readPatch(patch)
			};
			return status === "renamed" && previous !== void 0 ? [file, {
				path: previous,
				status: "removed",
				added: []
			}] : [file];
		}),
		complete: files.length < MAX_FILES
	};
}
/** Open pull requests of a branch whose newest commit is `sha`: a run of a fork names none itself. Rejects with `github-failed`. */
async function findPullRequests(asker, sha, owner, branch) {
	return (await asker.ask(PullRequests, {
		route: "GET /repos/{owner}/{repo}/pulls",
		parameters: {
			head: `${owner}:${branch}`,
			state: "open",
			per_page: 100
		},
		to: `find the pull request of ${sha.slice(0, 12)}`,
		needs: "pull-requests: read"
	})).filter(({ head }) => head.sha === sha).map(({ number, base, head }) => ({
		number,
		baseSha: base.sha,
		baseRef: base.ref,
		headSha: head.sha
	}));
}

// src/github/check-run.ts
const NEEDS = "checks: write";
const Created = object({ id: pipe(number(), safeInteger()) });
const Counted = object({ output: object({ annotations_count: number() }) });
const Listed = object({ check_runs: array(object({
	...Created.entries,
	external_id: nullish(string())
})) });
function outputOf({ output: { title, summary, text } }, annotations) {
	return {
		title,
		summary,
		...text === null ? {} : { text },
		...annotations.length === 0 ? {} : { annotations }
	};
}
/**
* What must not be done twice is sent once; when no answer comes, or a server's failure, `lookUp` says whether it was done
* (its answer, or `null`), and only if not it is sent again.
*/
async function sendOnce(send, lookUp) {
	try {
		return await send();
	} catch (error) {
		if (!(error instanceof ParityError) || error.cause === void 0 || !isPassing(error.cause)) throw error;
		return await lookUp() ?? await send();
	}
}
async function create(asker, check, annotations) {
	const { name, headSha, externalId, detailsUrl, conclusion } = check;
	const post = {
		route: "POST /repos/{owner}/{repo}/check-runs",
		parameters: {
			name,
			head_sha: headSha,
			external_id: externalId,
			...detailsUrl === void 0 ? {} : { details_url: detailsUrl },
			status: "completed",
			conclusion,
			output: outputOf(check, annotations)
		},
		retries: 0,
		to: "post the check run",
		needs: NEEDS
	};
	const list = {
		route: "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
		parameters: {
			ref: headSha,
			check_name: name,
			filter: "all",
			per_page: 100
		},
		to: "list the check runs of the commit",
		needs: NEEDS
	};
	const { id } = await sendOnce(async () => asker.ask(Created, post), async () => (await asker.ask(Listed, list)).check_runs.find((one) => one.external_id === externalId) ?? null);
	return id;
}
async function append(asker, check, id, from, annotations) {
	const one = {
		parameters: { check_run_id: id },
		needs: NEEDS
	};
	const patch = {
		...one,
		route: "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
		parameters: {
			...one.parameters,
			output: outputOf(check, annotations)
		},
		retries: 0,
		to: "add annotations to the check run"
	};
	const get = {
		...one,
		route: "GET /repos/{owner}/{repo}/check-runs/{check_run_id}",
		to: "read the check run"
	};
	await sendOnce(async () => {
		await asker.ask(unknown(), patch);
		return true;
	}, async () => (await asker.ask(Counted, get)).output.annotations_count >= from + annotations.length ? true : null);
}
/**
* Posts a completed check run with all its annotations, as many requests as that takes. Rejects with `github-failed` when
* there is none afterwards; annotations that could not be added are a degrade.
*/
async function postCheckRun(asker, check) {
	const { annotations } = check;
	const size = LIMITS.annotationsPerRequest;
	const id = await create(asker, check, annotations.slice(0, size));
	for (let at = size; at < annotations.length; at += size) try {
		await append(asker, check, id, at, annotations.slice(at, at + size));
	} catch (error) {
		const count = annotations.length - at;
		return {
			id,
			degraded: {
				what: `${String(count)} of the annotations of the check run`,
				why: toError(error).message
			}
		};
	}
	return {
		id,
		degraded: null
	};
}

// src/github/download.ts
const RETRIES = 2;
function isStream(value) {
	return typeof value === "object" && value !== null && Symbol.asyncIterator in value;
}
async function readBounded(body, length, maxBytes, tooLarge) {
	if (!isStream(body)) throw new TypeError("the answer has no body");
	const chunks = [];
	let size = length ?? 0;
	let read = 0;
	for await (const chunk of body) {
		read += chunk.length;
		size = Math.max(size, read);
		if (size > maxBytes) throw tooLarge;
		chunks.push(chunk);
	}
	if (length !== null && read !== length) throw new TypeError("the connection ended early");
	return Buffer.concat(chunks);
}
/**
* Fetches the zip of an artifact: GitHub names a signed address on another host, and the token does not go there.
* Rejects with `github-failed`; for more than `maxBytes` before they are read.
*/
async function downloadArtifact(asker, artifactId, maxBytes) {
	const purpose = {
		to: `download artifact ${String(artifactId)}`,
		needs: "actions: read"
	};
	const tooLarge = new ParityError("github-failed", `artifact ${String(artifactId)} is larger than the ${String(maxBytes)} bytes that are read`, "it is not as goparity writes it");
	for (let attempt = 1;; attempt += 1) {
		const address = await asker.locate({
			...purpose,
			route: "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
			parameters: {
				artifact_id: artifactId,
				archive_format: "zip"
			}
		});
		try {
			const { length, body } = await asker.open(address);
			return await readBounded(body, length, maxBytes, tooLarge);
		} catch (error) {
			if (error === tooLarge || attempt > RETRIES || !isPassing(error)) throw githubError(error, purpose);
			await new Promise((resume) => setTimeout(resume, attempt ** 2 * asker.secondMs));
		}
	}
}

// src/github/pages.ts
/** The most that the API gives at once. */
const PER_PAGE = 100;
/** Every page of a listing, in its order, each item once; empty when there is no such thing (404). Rejects with `github-failed`. */
async function readPages(asker, { question, schema, key, limit }) {
	const found = /* @__PURE__ */ new Map();
	const size = Math.min(PER_PAGE, limit);
	let seen = 0;
	for (let page = 1; found.size < limit; page += 1) {
		const parameters = {
			...question.parameters,
			per_page: size,
			page
		};
		const { items = [], total } = await asker.find(schema, {
			...question,
			parameters
		}) ?? {};
		for (const item of items) if (!found.has(key(item))) found.set(key(item), item);
		seen += items.length;
		if (items.length === 0 || (total === void 0 ? items.length < size : seen >= total)) break;
	}
	return [...found.values()].slice(0, limit);
}
/** More than a run can have by far; whoever makes so many must not keep the report busy for hours. */
const MAX_ARTIFACTS = 1e4;
/** Throws `github-failed` when a listing was cut at its limit where all of it is needed. */
function refuseMore(count, limit, { to }) {
	if (count >= limit) throw new ParityError("github-failed", `GitHub was asked to ${to}, and gives more than ${String(limit - 1)}`);
}

// src/github/runs.ts
const Id = pipe(number(), safeInteger());
const WithId = nullish(object({ id: Id }));
const Repository = pipe(object({
	id: Id,
	full_name: string(),
	default_branch: string()
}), transform((one) => ({
	id: one.id,
	fullName: one.full_name,
	defaultBranch: one.default_branch
})));
const Run = pipe(object({
	id: Id,
	run_number: Id,
	run_attempt: nullish(Id, 1),
	event: string(),
	status: nullish(string(), ""),
	conclusion: nullish(string(), null),
	head_branch: nullish(string(), null),
	head_sha: string(),
	path: string(),
	repository: WithId,
	head_repository: WithId
}), transform((one) => ({
	id: one.id,
	number: one.run_number,
	attempt: one.run_attempt,
	event: one.event,
	status: one.status,
	conclusion: one.conclusion,
	branch: one.head_branch,
	sha: one.head_sha,
	path: one.path.replace(/@.*$/s, ""),
	repositoryId: one.repository?.id ?? null,
	headRepositoryId: one.head_repository?.id ?? null
})));
const Runs = pipe(object({
	total_count: Id,
	workflow_runs: array(Run)
}), transform(({ total_count: total, workflow_runs: items }) => ({
	total,
	items
})));
const Artifact = pipe(object({
	id: Id,
	name: string(),
	size_in_bytes: number(),
	expired: boolean(),
	digest: nullish(string(), null),
	workflow_run: nullish(object({
		id: nullish(Id),
		repository_id: nullish(Id),
		head_repository_id: nullish(Id)
	}))
}), transform((one) => ({
	id: one.id,
	name: one.name,
	sizeBytes: one.size_in_bytes,
	expired: one.expired,
	digest: one.digest,
	runId: one.workflow_run?.id ?? null,
	repositoryId: one.workflow_run?.repository_id ?? null,
	headRepositoryId: one.workflow_run?.head_repository_id ?? null
})));
const Artifacts = pipe(object({
	total_count: Id,
	artifacts: array(Artifact)
}), transform(({ total_count: total, artifacts: items }) => ({
	total,
	items
})));
const Commits = pipe(array(object({ sha: string() })), transform((list) => ({ items: list.map(({ sha }) => sha) })));
const Reference = object({ object: object({ sha: string() }) });
const Comparison = object({ status: string() });
const ACTIONS = "actions: read";
const CONTENTS = "contents: read";
/** What reading snapshots and baselines asks of GitHub. */
function runsApiOf(asker) {
	return {
		repository: async () => asker.ask(Repository, {
			route: "GET /repos/{owner}/{repo}",
			to: "describe the repository",
			needs: CONTENTS
		}),
		run: async (id) => asker.find(Run, {
			route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}",
			parameters: { run_id: id },
			to: `describe run ${String(id)}`,
			needs: ACTIONS
		}),
		async runs({ workflow, branch, headSha, limit }) {
			const file = workflow.slice(workflow.lastIndexOf("/") + 1);
			const question = {
				route: "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
				parameters: {
					workflow_id: file,
					branch,
					...headSha === void 0 ? {} : { head_sha: headSha }
				},
				to: `list the runs of ${file} on ${branch}`,
				needs: ACTIONS
			};
			return (await readPages(asker, {
				question,
				schema: Runs,
				key: ({ id }) => id,
				limit
			})).toSorted((a, b) => b.number - a.number || b.attempt - a.attempt);
		},
		async artifacts(runId, prefix) {
			const question = {
				route: "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
				parameters: { run_id: runId },
				to: `list the artifacts of run ${String(runId)}`,
				needs: ACTIONS
			};
			const found = await readPages(asker, {
				question,
				schema: Artifacts,
				key: ({ id }) => id,
				limit: MAX_ARTIFACTS + 1
			});
			refuseMore(found.length, MAX_ARTIFACTS + 1, question);
			return found.filter(({ name }) => name.startsWith(prefix));
		},
		download: async (artifactId, maxBytes) => downloadArtifact(asker, artifactId, maxBytes),
		async isOnBranch(sha, branch) {
			const tip = await asker.find(Reference, {
				route: "GET /repos/{owner}/{repo}/git/ref/{ref}",
				parameters: { ref: `heads/${branch}` },
				to: `find the branch ${branch}`,
				needs: CONTENTS
			});
			if (tip === null) return false;
			const comparison = await asker.find(Comparison, {
				route: "GET /repos/{owner}/{repo}/compare/{basehead}",
				parameters: {
					basehead: `${tip.object.sha}...${sha}`,
					per_page: 1,
					page: 2
				},
				to: `say whether ${branch} holds ${sha.slice(0, 12)}`,
				needs: CONTENTS
			});
			return comparison !== null && (comparison.status === "behind" || comparison.status === "identical");
		},
		async ancestors(sha, limit) {
			const question = {
				route: "GET /repos/{owner}/{repo}/commits",
				parameters: { sha },
				to: `list the commits before ${sha.slice(0, 12)}`,
				needs: CONTENTS
			};
			return readPages(asker, {
				question,
				schema: Commits,
				key: (commit) => commit,
				limit
			});
		}
	};
}

// src/github/client.ts
const MergeBase = object({ merge_base_commit: object({ sha: string() }) });
/** Opens the client of the repository that the runner names; it is loaded here. Throws `usage` when the runner names none. */
async function openGithub(token, context, tuning) {
	const asker = await openAsker(token, context, tuning);
	const needs = "contents: read";
	return {
		runsApi: runsApiOf(asker),
		async mergeBase(basehead) {
			const { merge_base_commit: commit } = await asker.ask(MergeBase, {
				route: "GET /repos/{owner}/{repo}/compare/{basehead}",
				parameters: {
					basehead,
					per_page: 1,
					page: 2
				},
				to: "find the merge base",
				needs
			});
			return commit.sha;
		},
		readFile: async (path, ref) => asker.find(string(), {
			route: "GET /repos/{owner}/{repo}/contents/{path}",
			parameters: {
				path,
				ref
			},
			format: "raw",
			to: `read ${path} as of ${ref.slice(0, 12)}`,
			needs
		}),
		changedFiles: async (base, head) => readChanges(asker, base, head),
		pullRequestsOf: async (sha, headOwner, headBranch) => findPullRequests(asker, sha, headOwner, headBranch),
		createCheck: async (check) => postCheckRun(asker, check)
	};
}

// src/github/collect.ts
/** What a matrix may have, GitHub Actions' limits. */
const MAX_JOBS = 256;
const MAX_ZIP_BYTES = 16777216;
const MAX_SNAPSHOT_BYTES$1 = 33554432;
/** Of all snapshots together: some hundred times what a real matrix has. */
const MAX_TOTAL_BYTES = 536870912;
/** A recorder writes one file; the rest is room for a reader's better message. */
const MAX_ENTRIES = 4;
/** A name as `artifactName` makes it; `null` for everything else, baselines and reports among it. */
function readName(artifact, prefix) {
	const { name } = artifact;
	const [, stem, digest, attempt] = /^(.*-([0-9a-f]{12}))-([1-9]\d{0,8})$/s.exec(name.slice(prefix.length)) ?? [];
	if (stem === void 0 || digest === void 0 || attempt === void 0) return null;
	return {
		artifact,
		stem,
		digest,
		attempt: Number(attempt)
	};
}
/** The newest attempt of each job, in the order of their names. */
function newestOfEach(candidates, attempt) {
	const newest = /* @__PURE__ */ new Map();
	for (const candidate of candidates) {
		const known = newest.get(candidate.stem);
		if (candidate.attempt <= attempt && (known === void 0 || known.attempt < candidate.attempt)) newest.set(candidate.stem, candidate);
	}
	return [...newest.values()].toSorted((a, b) => byteOrder(a.stem, b.stem));
}
/** Bytes of the one snapshot in an artifact. Throws what stands against it. */
async function readArtifact(api, { artifact }) {
	if (artifact.expired) throw new Error("it has expired: run the job again");
	if (artifact.sizeBytes > MAX_ZIP_BYTES) throw new Error(`it is larger than the ${String(MAX_ZIP_BYTES)} bytes that are read`);
	const zip = await api.download(artifact.id, MAX_ZIP_BYTES);
	if (artifact.digest !== null && artifact.digest !== `sha256:${sha256(zip)}`) throw new Error("its bytes are not those that were uploaded: they do not have the digest that GitHub names");
	const files = readZip(zip, {
		entries: MAX_ENTRIES,
		entryBytes: MAX_SNAPSHOT_BYTES$1,
		totalBytes: MAX_SNAPSHOT_BYTES$1
	});
	const [file, ...others] = files.filter(({ name }) => name.endsWith(".json"));
	if (file === void 0 || others.length > 0 || files.length > 1) throw new Error("it does not hold exactly one .json file");
	return file.bytes;
}
/**
* The snapshots that the recorders of a run uploaded. One that cannot be used loses no other. Rejects with `github-failed`
* only when the artifacts cannot be listed.
*/
async function collectSnapshots(api, { runId, attempt, prefix, concurrency }) {
	const artifacts = await api.artifacts(runId, prefix);
	const chosen = newestOfEach(artifacts.map((artifact) => readName(artifact, prefix)).filter((one) => one !== null), attempt);
	const refused = [];
	let total = 0;
	async function collect(candidate) {
		const { artifact, digest } = candidate;
		const { name } = artifact;
		try {
			const bytes = await readArtifact(api, candidate);
			total += bytes.length;
			if (total > MAX_TOTAL_BYTES) throw new Error(`the snapshots of this run have more than the ${String(MAX_TOTAL_BYTES)} bytes that are read`);
			const snapshot = parseSnapshot(new TextDecoder("utf-8", { fatal: true }).decode(bytes), name);
			if (!isOwnId(snapshot.job)) throw new Error("the id of its job is not what its name and matrix make");
			if (jobDigest(snapshot.job) !== digest) throw new Error("it is of another job than its name says");
			return name === artifactName(prefix, snapshot.job, String(candidate.attempt)) ? {
				name,
				snapshot,
				attempt: candidate.attempt
			} : null;
		} catch (error) {
			refused.push({
				name,
				why: toError(error).message.replace(/\.$/, "")
			});
			return null;
		}
	}
	const limit = pLimit(concurrency);
	const found = await Promise.all(chosen.slice(0, MAX_JOBS).map(async (one) => limit(collect, one)));
	for (const { artifact } of chosen.slice(MAX_JOBS)) refused.push({
		name: artifact.name,
		why: `at most ${String(MAX_JOBS)} jobs are read, and this one comes after them`
	});
	return {
		snapshots: found.filter((one) => one !== null),
		refused: refused.toSorted((a, b) => byteOrder(a.name, b.name)),
		artifacts: artifacts.length
	};
}

// src/github/context.ts
/** GitHub cuts payloads at 25 MB. */
const MAX_EVENT_BYTES = 33554432;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
function property(value, ...path) {
	let found = value;
	for (const name of path) {
		if (typeof found !== "object" || found === null || !Object.hasOwn(found, name)) return void 0;
		found = Object.entries(found).find(([key]) => key === name)?.[1];
	}
	return found;
}
function commit(value) {
	return typeof value === "string" && COMMIT.test(value) ? value : null;
}
async function readEvent(host) {
	const path = host.env["GITHUB_EVENT_PATH"] ?? "";
	if (path === "") return null;
	try {
		const bytes = await host.files.read(path, MAX_EVENT_BYTES);
		return bytes === null ? null : JSON.parse(new TextDecoder().decode(bytes));
	} catch {
		return null;
	}
}
function repositoryOf(env) {
	const [, owner, name] = /^([A-Za-z0-9-]+)\/([A-Za-z0-9._-]+)$/.exec(env["GITHUB_REPOSITORY"] ?? "") ?? [];
	return owner === void 0 || name === void 0 ? null : {
		owner,
		name
	};
}
function digits(text, fallback) {
	return text !== void 0 && /^\d{1,20}$/.test(text) ? text : fallback;
}
function wholeNumber(value) {
	const found = typeof value === "string" && /^\d{1,15}$/.test(value) ? Number(value) : value;
	return typeof found === "number" && Number.isSafeInteger(found) && found >= 0 ? found : null;
}
function textOf(value) {
	return typeof value === "string" && value !== "" && value.length <= 1e3 ? value : null;
}
function pullRequestOf(event) {
	const at = (...path) => property(event, "pull_request", ...path);
	const [base, head] = [commit(at("base", "sha")), commit(at("head", "sha"))];
	if (base === null || head === null) return null;
	const [from, to] = [wholeNumber(at("head", "repo", "id")), wholeNumber(at("base", "repo", "id"))];
	return {
		number: wholeNumber(at("number")),
		base,
		head,
		fork: from === null || from !== to
	};
}
function mergeGroupOf(event) {
	const [base, head] = [commit(property(event, "merge_group", "base_sha")), commit(property(event, "merge_group", "head_sha"))];
	return base === null || head === null ? null : {
		base,
		head
	};
}
function endedRunOf(event) {
	const at = (...path) => property(event, "workflow_run", ...path);
	const [id, attempt, sha] = [
		wholeNumber(at("id")),
		wholeNumber(at("run_attempt")),
		commit(at("head_sha"))
	];
	const [name, branch, workflow] = [
		textOf(at("event")),
		textOf(at("head_branch")),
		textOf(at("path"))
	];
	if (id === null || attempt === null || sha === null || name === null || branch === null || workflow === null) return null;
	return {
		id,
		attempt,
		event: name,
		sha,
		branch,
		headOwner: textOf(at("head_repository", "owner", "login")),
		workflow: workflow.replace(/@.*$/s, "")
	};
}
/** `owner/name/.github/workflows/ci.yml@refs/heads/main` */
function workflowOf(env) {
	return /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]{1,300})@/.exec(env["GITHUB_WORKFLOW_REF"] ?? "")?.[1] ?? null;
}
/** Reads the context of the running step; the event is not trusted to be well-formed. */
async function readContext(host) {
	const { env } = host;
	const event = await readEvent(host);
	const branch = property(event, "repository", "default_branch");
	const eventName = env["GITHUB_EVENT_NAME"] ?? "";
	return {
		eventName,
		repository: repositoryOf(env),
		repositoryId: wholeNumber(env["GITHUB_REPOSITORY_ID"] || property(event, "repository", "id")),
		runId: digits(env["GITHUB_RUN_ID"], "0"),
		runAttempt: digits(env["GITHUB_RUN_ATTEMPT"], "1"),
		runNumber: wholeNumber(env["GITHUB_RUN_NUMBER"]) ?? 0,
		workflow: workflowOf(env),
		ref: env["GITHUB_REF"] ?? "",
		sha: env["GITHUB_SHA"] ?? "",
		defaultBranch: typeof branch === "string" && branch !== "" ? branch : null,
		pullRequest: pullRequestOf(event),
		mergeGroup: mergeGroupOf(event),
		endedRun: eventName === "workflow_run" ? endedRunOf(event) : null,
		workspace: env["GITHUB_WORKSPACE"] ?? host.cwd,
		temporary: env["RUNNER_TEMP"] ?? host.system.tempDirectory,
		apiUrl: env["GITHUB_API_URL"] ?? "https://api.github.com",
		event
	};
}
/** Whether what is built is the default branch itself, after a push to it. */
function isDefaultBranchPush({ eventName, ref, defaultBranch }) {
	return eventName === "push" && defaultBranch !== null && ref === `refs/heads/${defaultBranch}`;
}
/** Events that a stranger starts and that run with the repository's own secrets. */
const PRIVILEGED = /* @__PURE__ */ new Set(["pull_request_target", "issue_comment"]);
/** Throws `usage` for events in which foreign code must not be built: it would run next to the repository's secrets. */
function refusePrivilegedEvent({ eventName }) {
	if (PRIVILEGED.has(eventName)) throw new ParityError("usage", `goparity does not run go on ${eventName}: code of a stranger would be built next to the secrets of this repository`, "use on: pull_request");
}
/**
* Where the pages of the rules are that the running version of the action was published with; `null` where the action was not
* fetched from a repository (`uses: ./`).
*/
function rulesUrlOf(env) {
	const [server, repository, ref] = [
		env["GITHUB_SERVER_URL"] ?? "",
		env["GITHUB_ACTION_REPOSITORY"] ?? "",
		env["GITHUB_ACTION_REF"] ?? ""
	];
	return /^https:\/\/[\w.-]{1,200}(?::\d{1,5})?$/.test(server) && /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(repository) && /^[\w./-]{1,200}$/.test(ref) ? `${server}/${repository}/blob/${ref}/docs/rules` : null;
}

// src/github/cache-file.ts
/** The client of the runner's cache, loaded when it is asked for. */
async function cacheClient() {
	return import("./actions-cache.js");
}
const NO_CACHE = "this runner offers no cache";
/** The text of the newest entry whose key is `key` or begins with `stem`; `null` when there is none. Never throws: a failure is a degrade. */
async function readCached(host, { what, file, key }, stem, maxBytes, makeClient) {
	try {
		const client = await makeClient();
		if (!client.isFeatureAvailable()) return {
			what,
			why: NO_CACHE
		};
		await host.files.remove(file);
		const found = await client.restoreCache([file], key, [stem]);
		if (found === void 0) return null;
		const bytes = await host.files.read(file, maxBytes);
		if (bytes === null) return {
			what,
			why: `the entry ${found} does not hold it`
		};
		return {
			text: new TextDecoder("utf-8", { fatal: true }).decode(bytes),
			key: found
		};
	} catch (error) {
		return {
			what,
			why: toError(error).message
		};
	}
}
/** Leaves a text for later runs; `null` when that went well. Never throws. */
async function writeCached(host, { what, file, key }, text, makeClient) {
	try {
		const client = await makeClient();
		if (!client.isFeatureAvailable()) return {
			what,
			why: NO_CACHE
		};
		await host.files.writeAtomically(file, text);
		return await client.saveCache([file], key) === -1 ? {
			what,
			why: "it could not be saved; the log says why"
		} : null;
	} catch (error) {
		return {
			what,
			why: toError(error).message
		};
	}
}

// src/github/baseline-cache.ts
const WHAT$1 = "baseline in the cache";
function stemOf$1({ prefix, workflow }) {
	return `goparity-baseline-1-${sha256(`${prefix}\0${workflow}`).slice(0, 12)}-`;
}
/** Every attempt of a run has its own key. */
function fileOf$1(place, { temporary, runId, runAttempt }) {
	return {
		what: WHAT$1,
		file: join(temporary, "goparity-baseline", "baseline.json"),
		key: `${stemOf$1(place)}${runId}-${runAttempt}`
	};
}
/**
* The newest baseline that this branch can see in the cache, as a hint: anybody who can write the cache can have made it, so it is
* not trusted. `null` when there is none. Never throws: a failure is a degrade.
*/
async function restoreBaselineFromCache(host, context, place, makeClient = cacheClient) {
	const found = await readCached(host, fileOf$1(place, context), stemOf$1(place), MAX_BASELINE_BYTES, makeClient);
	if (found === null || "why" in found) return found;
	try {
		const { snapshots } = parseBaseline(found.text, found.key);
		return {
			kind: "found",
			snapshots,
			reference: {
				source: "cache",
				ref: found.key,
				trusted: false,
				reason: "a hint and no proof: whoever can write the cache of this repository can have made it"
			}
		};
	} catch (error) {
		return {
			what: WHAT$1,
			why: toError(error).message
		};
	}
}
/** Leaves a baseline for later runs; `null` when that went well. Never throws. */
async function saveBaselineToCache(host, context, place, text, makeClient = cacheClient) {
	return writeCached(host, fileOf$1(place, context), text, makeClient);
}

// src/github/hint-cache.ts
const MAX_SNAPSHOT_BYTES = 33554432;
const WHAT = "snapshot in the cache";
function stemOf(job) {
	return `goparity-snapshot-1-${jobDigest(job)}-`;
}
/** A second attempt of a run needs a key of its own. */
function fileOf(job, { temporary, runId, runAttempt }) {
	const file = join(temporary, "goparity-hint", jobDigest(job), "snapshot.json");
	return {
		what: WHAT,
		file,
		key: `${stemOf(job)}${runId}${runAttempt === "1" ? "" : `-${runAttempt}`}`
	};
}
/** The newest snapshot of this job in the cache, `null` when there is none. Never throws: a failure is a degrade. */
async function restoreHint(host, context, job, makeClient = cacheClient) {
	const found = await readCached(host, fileOf(job, context), stemOf(job), MAX_SNAPSHOT_BYTES, makeClient);
	if (found === null || "why" in found) return found;
	try {
		const snapshot = parseSnapshot(found.text, found.key);
		if (snapshot.job.id !== job.id) return {
			what: WHAT,
			why: `the entry ${found.key} is of another job`
		};
		return {
			snapshot,
			key: found.key
		};
	} catch (error) {
		return {
			what: WHAT,
			why: toError(error).message
		};
	}
}
/** Leaves this job's snapshot for later runs; `null` when that went well. Never throws. */
async function saveHint(host, context, job, text, makeClient = cacheClient) {
	return writeCached(host, fileOf(job, context), text, makeClient);
}

// src/github/read-input.ts
function rowOf(name) {
	const row = INPUTS.find((input) => input.name === name);
	if (row === void 0) throw new Error(`there is no input ${name}`);
	return row;
}
/** The error for an input that is not understood: quotes it and says what is allowed. */
function refuse(name, value, allowed) {
	const quoted = JSON.stringify(value.length > 80 ? `${value.slice(0, 79)}…` : value);
	return new ParityError("usage", `the input ${name} is ${quoted}, which is not understood`, allowed);
}
/** What stands in `with:`, or the default of the table; empty is not given. Names are as the runner passes them (actions/runner, Handler.cs). */
function readInput(env, name) {
	const given = (env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`] ?? "").trim();
	const fallback = rowOf(name).default;
	return given === "" ? fallback.startsWith("${{") ? "" : fallback : given;
}
/** YAML 1.2 core booleans, as actions take them. */
function readBoolean(env, name) {
	const text = readInput(env, name);
	if (/^(?:true|True|TRUE)$/.test(text)) return true;
	if (/^(?:false|False|FALSE)$/.test(text)) return false;
	throw refuse(name, text, "write true or false");
}
/** The entries of a list, separated by commas or lines; `undefined` when nothing is given. */
function readList(env, name) {
	const entries = readInput(env, name).split(/[,\n]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
	return entries.length === 0 ? void 0 : entries;
}
/** One of the choices; `undefined` when nothing is given. */
function readChoice(env, name, choices) {
	const text = readInput(env, name);
	if (text === "") return void 0;
	const chosen = choices.find((choice) => choice === text);
	if (chosen !== void 0) return chosen;
	const near = nearest(text, choices);
	throw refuse(name, text, `${near === null ? "" : `did you mean ${near}? `}allowed: ${choices.join(", ")}`);
}
/** actions/toolkit, retention.ts: the service cuts it to what the repository allows. */
const MAX_RETENTION_DAYS = 400;
/** `retention-days`. */
function readDays(env) {
	const text = readInput(env, "retention-days");
	if (text === "") return void 0;
	const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (days < 1 || days > MAX_RETENTION_DAYS) throw refuse("retention-days", text, `write a whole number from 1 to ${String(MAX_RETENTION_DAYS)}`);
	return days;
}
/** `artifact-prefix`; `null` for none. */
function readPrefix(env) {
	const text = readInput(env, "artifact-prefix");
	if (text === "none") return null;
	if (!/^[A-Za-z0-9._-]{1,80}$/.test(text)) throw refuse("artifact-prefix", text, "use letters, digits, dots, dashes and underscores, at most 80; or none for no artifact");
	return text;
}
const FAIL_ON = [
	"error",
	"warning",
	"note",
	"unknown",
	"unverified",
	"never"
];
/** `fail-on`. */
function readFailOn(env) {
	return readChoice(env, "fail-on", FAIL_ON);
}
/** A text; `undefined` when nothing is given. */
function readText(env, name) {
	const value = readInput(env, name);
	return value === "" ? void 0 : value;
}

// src/github/inputs.ts
/** The inputs of the recorder out of the step's environment. Throws `usage` for what is not understood, quoting it. */
function readRecordInputs(env) {
	const checksumDatabase = readChoice(env, "checksum-database", CHECKSUM_DATABASE);
	const buildCache = readChoice(env, "build-cache", BUILD_CACHE);
	const packages = readList(env, "packages");
	const targets = readList(env, "targets");
	const config = readText(env, "config");
	const baseline = readText(env, "baseline");
	const failOn = readFailOn(env);
	const retentionDays = readDays(env);
	const token = readText(env, "github-token");
	return {
		workingDirectory: readInput(env, "working-directory"),
		verify: readBoolean(env, "verify"),
		vendor: readBoolean(env, "vendor"),
		artifactPrefix: readPrefix(env),
		summary: readBoolean(env, "summary"),
		matrix: readInput(env, "matrix"),
		leg: {
			index: readInput(env, "job-index"),
			total: readInput(env, "job-total")
		},
		...packages === void 0 ? {} : { packages },
		...targets === void 0 ? {} : { targets },
		...config === void 0 ? {} : { config },
		...baseline === void 0 ? {} : { baseline },
		...failOn === void 0 ? {} : { failOn },
		...retentionDays === void 0 ? {} : { retentionDays },
		...checksumDatabase === void 0 ? {} : { checksumDatabase },
		...buildCache === void 0 ? {} : { buildCache },
		...token === void 0 ? {} : { token }
	};
}
/** The names that `readRecordInputs` reads: all inputs of the action, so that none is declared and never read. */
const RECORD_INPUTS = inputsOf("action").map(({ name }) => name);

// src/github/merge-base-source.ts
/**
* Reads files at the merge base of this run's pull request or merge queue entry through GitHub's API, for clones too shallow for git;
* `undefined` outside of one or without a token. The client is loaded only when it is asked for something.
*/
function mergeBaseSource(context, token, open = openGithub) {
	const change = context.pullRequest ?? context.mergeGroup;
	if (change === null || token === void 0) return void 0;
	return async (path) => {
		const api = await open(token, context);
		const commit = await api.mergeBase(`${change.base}...${change.head}`);
		if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(commit)) throw new Error("GitHub named no merge base");
		return {
			commit,
			text: await api.readFile(path, commit)
		};
	};
}

// src/github/processes.ts
/** Between asking a process to end and ending it. */
const GRACE_MS = 2e3;
const slots = new AsyncLocalStorage();
/** Node tells of each child on this channel, in the context of the call that makes it. */
function note(message) {
	const slot = slots.getStore();
	if (slot === void 0 || typeof message !== "object" || message === null || !("process" in message)) return;
	const child = message.process;
	if (!(child instanceof ChildProcess)) return;
	slot.child = child;
	queueMicrotask(() => {
		child.stdin?.on("error", () => void 0);
		child.stdin?.end();
		slot.started();
	});
}
/** Every process below one, by /proc; only the process itself where there is no /proc. */
async function tree(pid) {
	const children = /* @__PURE__ */ new Map();
	for (const name of await readdir("/proc").catch(() => [])) {
		if (!/^\d+$/.test(name)) continue;
		const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => "");
		const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
		children.set(parent, [...children.get(parent) ?? [], Number(name)]);
	}
	const found = [pid];
	for (const each of found) found.push(...children.get(each) ?? []);
	return found;
}
function signalAll(pids, signal) {
	for (const pid of pids) try {
		process.kill(pid, signal);
	} catch {}
}
function startError(message, code) {
	return Object.assign(new Error(message), { code });
}
async function run(command, args, options) {
	const { signal, deadlineMs } = options;
	const started = performance.now();
	const program = await actionsProcesses.find(command, options.env);
	if (program === null) throw startError(`${command} is not on PATH`, "ENOENT");
	const { exec } = await import("./exec.js");
	const stdout = new Capture(options.maxOutputBytes);
	const stderr = new Capture(options.maxOutputBytes);
	let ending = "exited";
	let stopping;
	let lastResort;
	const endTree = async (pid) => {
		const pids = await tree(pid);
		signalAll(pids, "SIGTERM");
		lastResort = setTimeout(signalAll, GRACE_MS, pids, "SIGKILL");
	};
	const slot = { started: () => {
		const pid = slot.child?.pid;
		if (ending !== "exited" && pid !== void 0 && stopping === void 0) stopping = endTree(pid);
	} };
	const stop = (why) => {
		if (ending !== "exited") return;
		ending = why;
		slot.started();
	};
	const onAbort = () => {
		stop("cancelled");
	};
	const result = async (exitCode) => {
		await stopping;
		return {
			ending,
			exitCode,
			stdout: stdout.end(),
			stderr: stderr.end(),
			durationMs: performance.now() - started
		};
	};
	if (signal?.aborted === true) {
		ending = "cancelled";
		return result(null);
	}
	const deadline = deadlineMs === void 0 ? void 0 : setTimeout(stop, deadlineMs, "timed-out");
	signal?.addEventListener("abort", onAbort, { once: true });
	const told = channel("child_process");
	told.subscribe(note);
	try {
		const env = Object.fromEntries(Object.entries(options.env).filter((entry) => entry[1] !== void 0));
		const exitCode = await slots.run(slot, async () => exec(`"${program}"`, [...args], {
			cwd: options.cwd,
			env,
			silent: true,
			ignoreReturnCode: true,
			listeners: {
				stdout: (chunk) => {
					stdout.write(chunk);
					options.onOutput?.("stdout", chunk);
				},
				stderr: (chunk) => {
					stderr.write(chunk);
					options.onOutput?.("stderr", chunk);
				}
			}
		}));
		return await result(typeof exitCode === "number" ? exitCode : null);
	} finally {
		told.unsubscribe(note);
		clearTimeout(deadline);
		clearTimeout(lastResort);
		signal?.removeEventListener("abort", onAbort);
	}
}
/**
* Processes by @actions/exec, inside an action. It knows neither deadlines nor cancellation and makes no process group:
* both are done here as well as can be, by ending the process and those found below it at that moment; one that it
* starts right then may outlive it. When a job is cancelled, the runner ends the whole tree anyway.
*/
const actionsProcesses = {
	run,
	find: async (command, env) => nodeHost().processes.find(command, env)
};

// src/github/report-inputs.ts
function readBranch(env) {
	const text = readText(env, "baseline-branch");
	if (text !== void 0 && (text.length > 250 || /[\u0000-\u0020\u007F~^:?*[\\]|\.\.|@\{|^[-/]|\/$/.test(text))) throw refuse("baseline-branch", text, "write the name of a branch, without refs/heads/");
	return text;
}
function readWorkflow(env) {
	const text = readText(env, "baseline-workflow");
	if (text === void 0 || /^\.github\/workflows\/[\w.-]{1,200}\.ya?ml$/.test(text)) return text;
	throw refuse("baseline-workflow", text, "write the path of a workflow file, such as .github/workflows/ci.yml");
}
function readCheckName(env) {
	const text = readInput(env, "check-name");
	if (text.length > 100 || /[\u0000-\u001F\u007F]/.test(text)) throw refuse("check-name", text, "write one line of at most 100 characters");
	return text;
}
/** The inputs of the reporter out of the step's environment. Throws `usage` for what is not understood, quoting it. */
function readReportInputs(env) {
	const prefix = readPrefix(env);
	const snapshots = readText(env, "snapshots");
	if (prefix === null) throw new ParityError("usage", "the input artifact-prefix is \"none\": the report is made of artifacts", "leave it out here");
	const config = readText(env, "config");
	const baseline = readText(env, "baseline");
	const baselineBranch = readBranch(env);
	const baselineWorkflow = readWorkflow(env);
	const failOn = readFailOn(env);
	const retentionDays = readDays(env);
	const token = readText(env, "github-token");
	return {
		workingDirectory: readInput(env, "working-directory"),
		expected: parseExpectedJobs(readInput(env, "expected-jobs")),
		artifactPrefix: prefix,
		check: readChoice(env, "check", [
			"auto",
			"true",
			"false"
		]) ?? "auto",
		checkName: readCheckName(env),
		summary: readBoolean(env, "summary"),
		...config === void 0 ? {} : { config },
		...baseline === void 0 ? {} : { baseline },
		...baselineBranch === void 0 ? {} : { baselineBranch },
		...baselineWorkflow === void 0 ? {} : { baselineWorkflow },
		...failOn === void 0 ? {} : { failOn },
		...snapshots === void 0 ? {} : { snapshots },
		...retentionDays === void 0 ? {} : { retentionDays },
		...token === void 0 ? {} : { token }
	};
}
/** The names that `readReportInputs` reads: all inputs of the action, so that none is declared and never read. */
const REPORT_INPUTS = inputsOf("report").map(({ name }) => name);

// src/github/runner.ts
/** Whether a runner would obey something in a text: `::` at the start of a line, `##[` anywhere. It also takes U+0085 for a blank. */
function holdsCommands(text) {
	return /^[\s\u0085]*::|##\[/m.test(text);
}
async function core() {
	return import("./core.js");
}
/** Opens the writer. @actions/core is loaded with the first effect that needs it. */
function openRunner(host, write) {
	return {
		log(text) {
			const lines = `${text.trimEnd()}\n`;
			if (!holdsCommands(lines)) {
				write(lines);
				return;
			}
			const token = randomUUID();
			write(`::stop-commands::${token}\n${lines}::${token}::\n`);
		},
		async annotate({ level, file, line, column, title, message }) {
			const { error, notice, warning } = await core();
			const say = {
				error,
				warning,
				notice
			}[level];
			say(message, {
				title,
				...file === void 0 ? {} : { file },
				...line === void 0 ? {} : { startLine: line },
				...column === void 0 ? {} : { startColumn: column }
			});
		},
		async setOutput(name, value) {
			const { setOutput } = await core();
			setOutput(name, value);
		},
		async saveState(name, value) {
			const { saveState } = await core();
			saveState(name, value);
		},
		readState(name) {
			return host.env[`STATE_${name}`] ?? "";
		},
		async appendSummary(report) {
			const path = host.env["GITHUB_STEP_SUMMARY"] ?? "";
			const what = "job summary";
			if (path === "") return {
				what,
				why: "the runner offers none"
			};
			try {
				const room = LIMITS.summaryBytes - ((await host.files.status(path))?.size ?? 0);
				const text = renderMarkdown(report, {
					maxBytes: Math.max(0, room - 1),
					rulesUrl: rulesUrlOf(host.env)
				});
				if (text === "" || new TextEncoder().encode(text).length >= room) return {
					what,
					why: "the summary of this step is full"
				};
				const { summary } = await core();
				await summary.emptyBuffer().addRaw(text, true).write();
				return null;
			} catch (error) {
				return {
					what,
					why: error instanceof Error ? error.message : String(error)
				};
			}
		}
	};
}

export { jobDigest as _, readRecordInputs as a, readZip as b, restoreBaselineFromCache as c, readContext as d, refusePrivilegedEvent as f, artifactName as g, openGithub as h, mergeBaseSource as i, saveBaselineToCache as l, collectSnapshots as m, readReportInputs as n, restoreHint as o, rulesUrlOf as p, actionsProcesses as r, saveHint as s, openRunner as t, isDefaultBranchPush as u, uploadFile as v, uploadSnapshot as y };