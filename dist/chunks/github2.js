import { r as toError, t as ParityError } from "./errors.js";
import { i as Capture, n as sha256, r as nodeHost } from "./host.js";
import { n as parseSnapshot } from "./parse.js";
import { n as inputsOf, t as INPUTS } from "./inputs.js";
import { t as nearest } from "./nearest.js";
import { n as renderMarkdown } from "./report.js";
import { ChildProcess } from "node:child_process";
import { channel } from "node:diagnostics_channel";
import { performance } from "node:perf_hooks";
import { randomUUID } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { AsyncLocalStorage } from "node:async_hooks";

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
async function defaultClient$1() {
	const { DefaultArtifactClient } = await import("./actions-artifact.js");
	return new DefaultArtifactClient();
}
function whyNot(error, name) {
	const { message } = toError(error);
	if (/\b409\b|already exists/i.test(message)) return `this run already has an artifact ${name}: two jobs or two steps of this job have the same identity; give one of them its own artifact-prefix`;
	if (/GHES/.test(message)) return "GitHub Enterprise Server has no artifact service of this version";
	if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(message)) return "this runner offers no artifact service";
	return message.split("\n", 1)[0] ?? message;
}
/** Uploads one file as an artifact. A failure is a degrade, never an error: the verdict does not rest on a sink. */
async function uploadSnapshot(file, name, retentionDays, makeClient = defaultClient$1) {
	try {
		const { id } = await (await makeClient()).uploadArtifact(name, [file], dirname(file), retentionDays === void 0 ? {} : { retentionDays });
		return {
			name,
			id: id ?? null
		};
	} catch (error) {
		return {
			what: "artifact with the snapshot",
			why: whyNot(error, name)
		};
	}
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
/** Reads the context of the running step; the event is not trusted to be well-formed. */
async function readContext(host) {
	const { env } = host;
	const event = await readEvent(host);
	const branch = property(event, "repository", "default_branch");
	const base = commit(property(event, "pull_request", "base", "sha"));
	const head = commit(property(event, "pull_request", "head", "sha"));
	return {
		eventName: env["GITHUB_EVENT_NAME"] ?? "",
		repository: repositoryOf(env),
		runId: digits(env["GITHUB_RUN_ID"], "0"),
		runAttempt: digits(env["GITHUB_RUN_ATTEMPT"], "1"),
		ref: env["GITHUB_REF"] ?? "",
		sha: env["GITHUB_SHA"] ?? "",
		defaultBranch: typeof branch === "string" && branch !== "" ? branch : null,
		pullRequest: base === null || head === null ? null : {
			base,
			head
		},
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

// src/github/hint-cache.ts
const MAX_SNAPSHOT_BYTES = 33554432;
const WHAT = "snapshot in the cache";
async function defaultClient() {
	return import("./actions-cache.js");
}
/** The cache finds an entry by its key and by this very path. */
function fileOf(job, { temporary }) {
	return join(temporary, "goparity-hint", jobDigest(job), "snapshot.json");
}
function prefixOf(job) {
	return `goparity-snapshot-1-${jobDigest(job)}-`;
}
/** A key is written once, so a second attempt of a run needs another. */
function keyOf(job, { runId, runAttempt }) {
	return `${prefixOf(job)}${runId}${runAttempt === "1" ? "" : `-${runAttempt}`}`;
}
/** The newest snapshot of this job in the cache, `null` when there is none. Never throws: a failure is a degrade. */
async function restoreHint(host, context, job, makeClient = defaultClient) {
	try {
		const client = await makeClient();
		if (!client.isFeatureAvailable()) return {
			what: WHAT,
			why: "this runner offers no cache"
		};
		const file = fileOf(job, context);
		const key = await client.restoreCache([file], keyOf(job, context), [prefixOf(job)]);
		if (key === void 0) return null;
		const bytes = await host.files.read(file, MAX_SNAPSHOT_BYTES);
		if (bytes === null) return {
			what: WHAT,
			why: `the entry ${key} does not hold it`
		};
		const snapshot = parseSnapshot(new TextDecoder().decode(bytes), key);
		if (snapshot.job.id !== job.id) return {
			what: WHAT,
			why: `the entry ${key} is of another job`
		};
		return {
			snapshot,
			key
		};
	} catch (error) {
		return {
			what: WHAT,
			why: toError(error).message
		};
	}
}
/** Leaves this job's snapshot for later runs; `null` when that went well. Never throws. */
async function saveHint(host, context, job, text, makeClient = defaultClient) {
	try {
		const client = await makeClient();
		if (!client.isFeatureAvailable()) return {
			what: WHAT,
			why: "this runner offers no cache"
		};
		const file = fileOf(job, context);
		await host.files.writeAtomically(file, text);
		return await client.saveCache([file], keyOf(job, context)) === -1 ? {
			what: WHAT,
			why: "it could not be saved; the log says why"
		} : null;
	} catch (error) {
		return {
			what: WHAT,
			why: toError(error).message
		};
	}
}

// src/github/inputs.ts
function rowOf(name) {
	const row = INPUTS.find((input) => input.name === name);
	if (row === void 0) throw new Error(`there is no input ${name}`);
	return row;
}
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
function readList(env, name) {
	const entries = readInput(env, name).split(/[,\n]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
	return entries.length === 0 ? void 0 : entries;
}
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
function readDays(env) {
	const text = readInput(env, "retention-days");
	if (text === "") return void 0;
	const days = /^\d{1,4}$/.test(text) ? Number(text) : 0;
	if (days < 1 || days > MAX_RETENTION_DAYS) throw refuse("retention-days", text, `write a whole number from 1 to ${String(MAX_RETENTION_DAYS)}`);
	return days;
}
function readPrefix(env) {
	const text = readInput(env, "artifact-prefix");
	if (text === "none") return null;
	if (!/^[A-Za-z0-9._-]{1,80}$/.test(text)) throw refuse("artifact-prefix", text, "use letters, digits, dots, dashes and underscores, at most 80; or none for no artifact");
	return text;
}
function readChecksumDatabase(env) {
	const text = readInput(env, "checksum-database");
	if (text === "on") throw new ParityError("usage", "the input checksum-database is \"on\", but this version cannot ask the checksum database about modules that go.sum has", "leave it out or write off: go itself still asks the database for modules that go.sum lacks, as GOSUMDB says");
	if (text !== "off") throw refuse("checksum-database", text, "write off");
}
const FAIL_ON = [
	"error",
	"warning",
	"note",
	"unknown",
	"never"
];
/** The inputs of the recorder out of the step's environment. Throws `usage` for what is not understood, quoting it. */
function readRecordInputs(env) {
	readChecksumDatabase(env);
	const text = (name) => {
		const value = readInput(env, name);
		return value === "" ? void 0 : value;
	};
	const packages = readList(env, "packages");
	const targets = readList(env, "targets");
	const config = text("config");
	const baseline = text("baseline");
	const failOn = readChoice(env, "fail-on", FAIL_ON);
	const retentionDays = readDays(env);
	const token = text("github-token");
	return {
		workingDirectory: readInput(env, "working-directory"),
		verify: readBoolean(env, "verify"),
		vendor: readBoolean(env, "vendor"),
		artifactPrefix: readPrefix(env),
		summary: readBoolean(env, "summary"),
		matrix: readInput(env, "matrix"),
		...packages === void 0 ? {} : { packages },
		...targets === void 0 ? {} : { targets },
		...config === void 0 ? {} : { config },
		...baseline === void 0 ? {} : { baseline },
		...failOn === void 0 ? {} : { failOn },
		...retentionDays === void 0 ? {} : { retentionDays },
		...token === void 0 ? {} : { token }
	};
}
/** The names that `readRecordInputs` reads: all inputs of the action, so that none is declared and never read. */
const RECORD_INPUTS = inputsOf("action").map(({ name }) => name);

// src/github/merge-base-source.ts
/** A step may wait a minute for a limit to pass, once; the hour that a spent quota takes is a degrade instead. */
function isWorthWaiting(afterSeconds, _request, _client, attempts) {
	return attempts === 0 && afterSeconds <= 60;
}
async function openApi(token, { repository, apiUrl }) {
	if (repository === null) throw new ParityError("usage", "GITHUB_REPOSITORY does not name a repository");
	const [{ getOctokit }, { retry }, { throttling }] = await Promise.all([
		import("./github.js"),
		import("./dist-bundle.js"),
		import("./octokit-plugin-throttling.js")
	]);
	const octokit = getOctokit(token, {
		baseUrl: apiUrl,
		retry: { retries: 2 },
		throttle: {
			onRateLimit: isWorthWaiting,
			onSecondaryRateLimit: isWorthWaiting
		}
	}, retry, throttling);
	const place = {
		owner: repository.owner,
		repo: repository.name
	};
	return {
		async mergeBase(basehead) {
			const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
				...place,
				basehead,
				per_page: 1,
				page: 2
			});
			return data.merge_base_commit.sha;
		},
		async readFile(path, ref) {
			try {
				const { data } = await octokit.rest.repos.getContent({
					...place,
					path,
					ref,
					mediaType: { format: "raw" }
				});
				if (typeof data !== "string") throw new Error(`${path} is no file there`);
				return data;
			} catch (error) {
				if (error instanceof Error && "status" in error && error.status === 404) return null;
				throw error;
			}
		}
	};
}
/**
* Reads files at the merge base of this run's pull request through GitHub's API, for clones too shallow for git;
* `undefined` outside a pull request or without a token. The client is loaded only when it is asked for something.
*/
function mergeBaseSource(context, token, open = openApi) {
	const { pullRequest } = context;
	if (pullRequest === null || token === void 0) return void 0;
	return async (path) => {
		const api = await open(token, context);
		const commit = await api.mergeBase(`${pullRequest.base}...${pullRequest.head}`);
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

// src/github/runner.ts
/** Just below 1 MiB the runner drops a summary without a word (actions/runner#4337); above it the step gets an error. */
const SUMMARY_BYTES = 1e6;
/** Whether a runner would obey something in a text: `::` at the start of a line, `##[` anywhere. */
function holdsCommands(text) {
	return /^\s*::|##\[/m.test(text);
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
				const room = SUMMARY_BYTES - ((await host.files.status(path))?.size ?? 0);
				const text = renderMarkdown(report, { maxBytes: Math.max(0, room - 1) });
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

export { restoreHint as a, readContext as c, jobDigest as d, uploadSnapshot as f, readRecordInputs as i, refusePrivilegedEvent as l, actionsProcesses as n, saveHint as o, mergeBaseSource as r, isDefaultBranchPush as s, openRunner as t, artifactName as u };