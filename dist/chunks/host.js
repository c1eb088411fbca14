import { n as errorCode, r as toError, t as ParityError } from "./errors.js";
import { a as hashDirectoryFiles, n as hashZipFiles, r as readZipFile, t as runHashTask } from "./hash-task.js";
import { spawn } from "node:child_process";
import { Worker } from "node:worker_threads";
import { createHash, randomBytes } from "node:crypto";
import { constants, existsSync } from "node:fs";
import { access, chmod, lstat, mkdir, mkdtemp, open, readdir, realpath, rename, rm, stat, unlink } from "node:fs/promises";
import { delimiter, dirname, isAbsolute, join, resolve } from "node:path";
import { availableParallelism, homedir, hostname, tmpdir } from "node:os";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { setMaxListeners } from "node:events";

// src/host/capture.ts
const DEFAULT_LIMIT = 1048576;
/** Keeps the beginning and the end of a stream in bounded memory: causes stand first, summaries last. */
var Capture = class {
	#head = [];
	#headBytes = 0;
	#tail = [];
	#tailBytes = 0;
	#bytes = 0;
	#half;
	constructor(maxBytes = DEFAULT_LIMIT) {
		this.#half = Math.max(1, Math.floor(maxBytes / 2));
	}
	write(chunk) {
		this.#bytes += chunk.length;
		const room = this.#half - this.#headBytes;
		const first = room > 0 ? chunk.subarray(0, room) : chunk.subarray(0, 0);
		if (first.length > 0) {
			this.#head.push(first);
			this.#headBytes += first.length;
		}
		const rest = chunk.subarray(first.length);
		if (rest.length === 0) return;
		this.#tail.push(rest);
		this.#tailBytes += rest.length;
		for (let oldest = this.#tail[0]; oldest !== void 0 && this.#tailBytes - oldest.length >= this.#half; oldest = this.#tail[0]) {
			this.#tail.shift();
			this.#tailBytes -= oldest.length;
		}
	}
	end() {
		const tail = Buffer.concat(this.#tail);
		const kept = tail.subarray(Math.max(0, tail.length - this.#half));
		const dropped = this.#bytes - this.#headBytes - kept.length;
		const head = Buffer.concat(this.#head);
		if (dropped === 0) return {
			text: Buffer.concat([head, kept]).toString("utf8"),
			bytes: this.#bytes,
			truncated: false
		};
		return {
			text: `${head.toString("utf8")}\n… ${String(dropped)} bytes left out …\n${kept.toString("utf8")}`,
			bytes: this.#bytes,
			truncated: true
		};
	}
};

// src/host/remote-host.ts
const MAX_READ$1 = 67108864;
const KINDS = {
	"regular file": "file",
	"regular empty file": "file",
	directory: "directory",
	"symbolic link": "symlink"
};
/** The environment as `env` prints it. */
function parseEnvironment(text) {
	return Object.fromEntries([...text.matchAll(/^([A-Za-z_]\w*)=(.*)$/gm)].map(([, key = "", value = ""]) => [key, value]));
}
/** A host whose programs and files are those of another machine. */
function remoteHost(outside, { name, env, settings = {}, directory, exec }) {
	/** A script of the machine's shell, with arguments that it only reads. */
	const shell = async (script, ...args) => exec({}, "/", [
		"sh",
		"-c",
		script,
		"sh",
		...args
	], { maxOutputBytes: MAX_READ$1 });
	/** What differs from the environment of the machine: the rest is there. */
	const changed = (wanted) => Object.fromEntries(Object.entries(wanted).filter(([key, value]) => env[key] !== value && value !== void 0));
	const processes = {
		async run(command, args, { cwd, env: wanted, deadlineMs, maxOutputBytes }) {
			const result = await exec(changed(wanted), cwd, [command, ...args], {
				...deadlineMs === void 0 ? {} : { deadlineMs },
				...maxOutputBytes === void 0 ? {} : { maxOutputBytes }
			});
			if (result.exitCode === 126 || result.exitCode === 127) throw Object.assign(/* @__PURE__ */ new Error(`${command}: not found in ${name}`), { code: "ENOENT" });
			return result;
		},
		async find(command, wanted) {
			const found = await exec(changed(wanted), "/", [
				"sh",
				"-c",
				"command -v \"$1\"",
				"sh",
				command
			]);
			const path = found.stdout.text.trim();
			return found.exitCode === 0 && path.startsWith("/") ? path : null;
		}
	};
	const status = async (path) => {
		const told = await shell("stat -c \"%F|%s|%a\" \"$1\"", path);
		const [kind = "", size = "", mode = ""] = told.stdout.text.trim().split("|");
		return told.exitCode === 0 ? {
			kind: KINDS[kind] ?? "other",
			size: Number(size),
			mode: Number.parseInt(mode, 8)
		} : null;
	};
	const files = {
		status,
		async read(path, maxBytes = MAX_READ$1) {
			const found = await status(path);
			if (found === null) return null;
			if (found.kind === "directory" || found.size > maxBytes) throw new Error(`${path} in ${name} cannot be read`);
			const told = await shell("base64 <\"$1\"", path);
			if (told.exitCode !== 0 || told.stdout.truncated) throw new Error(`${path} in ${name} cannot be read`);
			return Uint8Array.from(Buffer.from(told.stdout.text, "base64"));
		},
		async list(path) {
			return (await shell("cd \"$1\" && for f in * .[!.]*; do if [ -L \"$f\" ]; then echo \"l$f\"; elif [ -d \"$f\" ]; then echo \"d$f\"; elif [ -f \"$f\" ]; then echo \"f$f\"; fi; done", path)).stdout.text.split("\n").filter((line) => line !== "").map((line) => {
				const kind = line.startsWith("d") ? "directory" : line.startsWith("l") ? "symlink" : "file";
				return {
					name: line.slice(1),
					kind
				};
			}).toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
		},
		async writeAtomically(path, content) {
			const encoded = Buffer.from(content).toString("base64");
			const told = await shell("mkdir -p \"$(dirname \"$1\")\" && printf %s \"$2\" | base64 -d >\"$1.new\" && mv \"$1.new\" \"$1\"", path, encoded);
			if (told.exitCode !== 0) throw new ParityError("write-failed", `${path} in ${name} cannot be written: ${told.stderr.text.trim()}`);
		},
		async realPath(path) {
			const told = await shell("readlink -f \"$1\"", path);
			return told.exitCode === 0 ? told.stdout.text.trim() : path;
		},
		async makeTemporaryDirectory(prefix, below = "/tmp") {
			const told = await shell("mktemp -d \"$1/$2XXXXXX\"", below, prefix);
			if (told.exitCode !== 0) throw new ParityError("write-failed", `no folder can be made in ${name}: ${told.stderr.text.trim()}`);
			return told.stdout.text.trim();
		},
		async remove(path) {
			await shell("rm -rf \"$1\"", path);
		}
	};
	const system = {
		...outside.system,
		platform: "linux",
		homeDirectory: env["HOME"] ?? "/root",
		tempDirectory: "/tmp",
		hostname: name
	};
	return {
		...outside,
		env: {
			...env,
			...settings
		},
		cwd: directory,
		system,
		files,
		processes
	};
}

// src/host/container-host.ts
/** A container that hangs is not one. */
const START_MS = 12e4;
const MAX_READ = 67108864;
function words(env) {
	return Object.entries(env).flatMap(([key, value]) => value === void 0 ? [] : ["-e", `${key}=${value}`]);
}
/**
* Starts a container of an image, without network, and gives a host whose programs and files are those inside. The image needs a shell.
* Throws `usage` with what the client said when it cannot be started.
*/
async function openContainer(outside, options) {
	const { engine, runFlags = [], image, mounts, directory, env: more, signal } = options;
	const [program, ...own] = engine;
	const ask = async (args, limits = {}) => {
		try {
			const client = {
				cwd: outside.cwd,
				env: outside.env,
				maxOutputBytes: MAX_READ,
				...limits,
				...signal === void 0 ? {} : { signal }
			};
			return await outside.processes.run(program, [...own, ...args], client);
		} catch (error) {
			throw new ParityError("usage", `${program} cannot be started`, "install docker or podman, or name the client with --engine", { cause: error });
		}
	};
	const volumes = mounts.flatMap((path) => ["-v", `${path}:${path}:ro`]);
	const started = await ask([
		"run",
		"-d",
		"--rm",
		"--network",
		"none",
		...runFlags,
		...volumes,
		"--entrypoint",
		"sleep",
		image,
		"3600"
	], { deadlineMs: START_MS });
	const id = started.stdout.text.trim().split("\n").at(-1) ?? "";
	if (started.exitCode !== 0 || !/^[0-9a-f]{12,64}$/.test(id)) {
		const said = started.stderr.text.trim().split("\n").at(-1) ?? "";
		throw new ParityError("usage", `no container of ${image} can be started: ${said}`, `try it by hand: ${engine.join(" ")} run --rm ${image} go version`);
	}
	const close = async () => {
		await ask([
			"rm",
			"-f",
			id
		], { deadlineMs: START_MS }).catch(() => null);
	};
	const exec = async (env, cwd, args, limits = {}) => ask([
		"exec",
		...words(env),
		"-w",
		cwd,
		id,
		...args
	], limits);
	try {
		const said = await exec({}, "/", ["env"]);
		if (said.exitCode !== 0) throw new ParityError("usage", `${image} has no programs that a plan can ask`, "name an image with a shell and Go, such as golang:1.26");
		const machine = {
			name: image,
			env: parseEnvironment(said.stdout.text),
			settings: more,
			directory,
			exec
		};
		return {
			host: remoteHost(outside, machine),
			close
		};
	} catch (error) {
		await close();
		throw error;
	}
}

// src/host/node-files.ts
const DEFAULT_MAX_BYTES = 67108864;
function isAbsent(error) {
	return ["ENOENT", "ENOTDIR"].includes(errorCode(error));
}
function kindOf(entry) {
	if (entry.isFile()) return "file";
	if (entry.isDirectory()) return "directory";
	return entry.isSymbolicLink() ? "symlink" : "other";
}
async function read(path, maxBytes = DEFAULT_MAX_BYTES) {
	try {
		const { O_RDONLY, O_NONBLOCK } = (await import("node:fs")).constants;
		const file = await open(path, O_RDONLY | O_NONBLOCK);
		try {
			const found = await file.stat();
			if (!found.isFile()) throw new Error(`${path} is not a regular file`);
			if (found.size > maxBytes) throw new Error(`${path} has ${String(found.size)} bytes; at most ${String(maxBytes)} are read`);
			return await file.readFile();
		} finally {
			await file.close();
		}
	} catch (error) {
		if (isAbsent(error)) return null;
		throw error;
	}
}
async function status(path) {
	try {
		const found = await lstat(path);
		return {
			kind: kindOf(found),
			size: found.size,
			mode: found.mode & 4095
		};
	} catch (error) {
		if (isAbsent(error)) return null;
		throw error;
	}
}
async function list(path) {
	try {
		return (await readdir(path, { withFileTypes: true })).map((entry) => ({
			name: entry.name,
			kind: kindOf(entry)
		})).toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
	} catch (error) {
		if (isAbsent(error)) return [];
		throw error;
	}
}
const REASONS = {
	ENOSPC: "the disk is full",
	EDQUOT: "the disk quota is used up",
	EROFS: "the file system is read-only",
	EACCES: "permission denied",
	EPERM: "permission denied",
	EFBIG: "the file would be larger than this process may write",
	ENOENT: "its folder is not there and cannot be made",
	ELOOP: "its links lead in a circle",
	ENAMETOOLONG: "its name is too long",
	EEXIST: "a part of its path is a file",
	EISDIR: "a folder is in its place",
	ENOTDIR: "a part of its path is a file"
};
/** `mkdir -p`, step by step: under /proc, where a folder is missing but none can be made, Node's own never ends. */
async function makeFolder(path) {
	try {
		await mkdir(path);
	} catch (error) {
		const code = errorCode(error);
		const parent = dirname(path);
		if (code === "ENOENT" && parent !== path) {
			if (await status(parent) === null) await makeFolder(parent);
			await mkdir(path).catch(async (again) => {
				if (!await isFolder(path)) throw again;
			});
		} else if (!await isFolder(path)) throw error;
	}
}
async function isFolder(path) {
	return (await stat(path).catch(() => null))?.isDirectory() === true;
}
/** Writes to what is neither file nor folder, and says whether it was. Devices, pipes and sockets (`/dev/stdout`, `/dev/null`) are written to: replaced by a file they would be lost for everybody. */
async function writeInto(path, content) {
	const found = await stat(path).catch(() => null);
	if (found === null || found.isFile() || found.isDirectory()) return false;
	const file = await open(path, "w");
	try {
		await file.writeFile(content);
	} finally {
		await file.close();
	}
	return true;
}
async function replaceFile(path, content) {
	const beside = join(dirname(path), `.${randomBytes(6).toString("hex")}.tmp`);
	let made = false;
	try {
		const file = await open(beside, "wx");
		made = true;
		try {
			const old = await stat(path).catch(() => null);
			if (old !== null) await file.chmod(old.mode & 4095);
			await file.writeFile(content);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(beside, path);
	} catch (error) {
		if (made) await unlink(beside).catch(() => void 0);
		throw error;
	}
}
async function writeAtomically(path, content) {
	try {
		if (await writeInto(path, content)) return;
		const real = await realPath(path);
		await makeFolder(dirname(real));
		await replaceFile(real, content);
	} catch (error) {
		const reason = REASONS[errorCode(error)] ?? toError(error).message;
		throw new ParityError("write-failed", `cannot write ${path}: ${reason}; nothing was changed there`, "name a place that can be written, or make room there", { cause: error });
	}
}
async function realPath(path) {
	try {
		return await realpath(path);
	} catch (error) {
		if (isAbsent(error)) return path;
		throw error;
	}
}
/** Module cache directories are read-only: a folder must be writable before its entries can go. */
async function makeWritable(path) {
	if ((await status(path))?.kind !== "directory") return;
	await chmod(path, 448);
	for (const entry of await list(path)) if (entry.kind === "directory") await makeWritable(join(path, entry.name));
}
async function remove(path) {
	try {
		await rm(path, {
			recursive: true,
			force: true
		});
	} catch (error) {
		if (!["EACCES", "EPERM"].includes(errorCode(error))) throw error;
		await makeWritable(path);
		await rm(path, {
			recursive: true,
			force: true
		});
	}
}
/** Files by node:fs. */
const nodeFiles = {
	read,
	status,
	list,
	writeAtomically,
	realPath,
	makeTemporaryDirectory: async (prefix, below = tmpdir()) => mkdtemp(join(below, prefix)),
	remove
};

// src/host/hash-pool.ts
/** Tasks waiting from which on a thread is worth its 30 ms: a few modules are hashed before it would be up. */
const WORTH_A_THREAD = 12;
const MAX_THREADS = 8;
/** Tasks a thread is given ahead, so that it need not wait for this thread, which may be in the middle of a module. */
const AHEAD = 3;
/** Where the thread's program lies beside the bundle; `null` when the engine runs from its sources. */
function findProgram() {
	return ["./hash-worker.js", "../hash-worker.js"].map((place) => new URL(place, import.meta.url)).find((place) => existsSync(fileURLToPath(place))) ?? null;
}
/** A pool of at most `parallelism` threads, this one counted. */
function openHashPool(parallelism) {
	const queue = [];
	const threads = /* @__PURE__ */ new Set();
	const program = findProgram();
	const most = program === null ? 0 : Math.min(parallelism, MAX_THREADS) - 1;
	let busyHere = false;
	let hasThreads = true;
	const drainHere = async () => {
		busyHere = true;
		for (let next = queue.shift(); next !== void 0; next = queue.shift()) {
			await runHashTask(next.task).then(next.resolve, next.reject);
			await new Promise((done) => setImmediate(done));
		}
		busyHere = false;
	};
	const startThread = (url) => {
		const thread = new Worker(url);
		threads.add(thread);
		let given = [];
		const feed = () => {
			for (const next of queue.splice(0, AHEAD - given.length)) {
				given.push(next);
				thread.postMessage(next.task);
			}
			if (given.length === 0) thread.terminate();
		};
		thread.on("message", (message) => {
			const done = given.shift();
			if ("result" in message) done?.resolve(message.result);
			else done?.reject(new Error(message.error));
			feed();
		});
		thread.once("error", () => {
			hasThreads = false;
		});
		thread.once("exit", () => {
			threads.delete(thread);
			if (given.length > 0) hasThreads = false;
			queue.unshift(...given);
			given = [];
			if (queue.length > 0 && !busyHere) drainHere();
		});
		feed();
	};
	const startThreads = () => {
		if (!hasThreads || program === null || threads.size >= most || queue.length < WORTH_A_THREAD) return;
		try {
			startThread(program);
		} catch {
			hasThreads = false;
		}
	};
	return { async hash(task) {
		return new Promise((resolve, reject) => {
			queue.push({
				task,
				resolve,
				reject
			});
			if (!busyHere) drainHere();
			startThreads();
		});
	} };
}

// src/host/node-hashing.ts
/** Hashing by node:crypto and node:zlib, on up to `parallelism` threads. */
function nodeHashing(parallelism) {
	const pool = openHashPool(parallelism);
	return {
		directory: async (path, prefix) => pool.hash({
			kind: "directory",
			path,
			prefix
		}),
		zip: async (path, prefix) => pool.hash({
			kind: "zip",
			path,
			prefix
		}),
		listDirectory: hashDirectoryFiles,
		listZip: hashZipFiles,
		readZipFile
	};
}

// src/host/node-processes.ts
/** Between asking a process group to end and ending it. */
const GRACE_MS = 2e3;
function signalGroup(child, signal) {
	const { pid } = child;
	if (pid === void 0) return;
	if (process.platform === "win32") {
		spawn("taskkill", [
			"/pid",
			String(pid),
			"/t",
			"/f"
		], { stdio: "ignore" }).once("error", () => child.kill(signal));
		return;
	}
	try {
		process.kill(-pid, signal);
	} catch {}
}
async function run(command, args, options) {
	const { signal, deadlineMs, input } = options;
	const started = performance.now();
	const stdout = new Capture(options.maxOutputBytes);
	const stderr = new Capture(options.maxOutputBytes);
	return new Promise((settle, reject) => {
		let ending = "exited";
		let lastResort;
		const child = spawn(command, [...args], {
			cwd: options.cwd,
			env: options.env,
			stdio: [
				input === void 0 ? "ignore" : "pipe",
				"pipe",
				"pipe"
			],
			detached: process.platform !== "win32",
			windowsHide: true
		});
		const stop = (why) => {
			if (ending !== "exited") return;
			ending = why;
			signalGroup(child, "SIGTERM");
			lastResort = setTimeout(() => {
				signalGroup(child, "SIGKILL");
			}, GRACE_MS);
		};
		const onAbort = () => {
			stop("cancelled");
		};
		const deadline = deadlineMs === void 0 ? void 0 : setTimeout(stop, deadlineMs, "timed-out");
		if (signal !== void 0) setMaxListeners(0, signal);
		signal?.addEventListener("abort", onAbort, { once: true });
		if (signal?.aborted === true) onAbort();
		const release = () => {
			clearTimeout(deadline);
			clearTimeout(lastResort);
			signal?.removeEventListener("abort", onAbort);
		};
		child.stdout?.on("data", (chunk) => {
			stdout.write(chunk);
			options.onOutput?.("stdout", chunk);
		});
		child.stderr?.on("data", (chunk) => {
			stderr.write(chunk);
			options.onOutput?.("stderr", chunk);
		});
		child.stdin?.on("error", () => void 0);
		child.stdin?.end(input);
		child.once("error", (error) => {
			release();
			reject(error);
		});
		child.once("close", (exitCode) => {
			if (ending !== "exited") signalGroup(child, "SIGKILL");
			release();
			settle({
				ending,
				exitCode,
				stdout: stdout.end(),
				stderr: stderr.end(),
				durationMs: performance.now() - started
			});
		});
	});
}
/** `PATHEXT` on Windows, nothing elsewhere. */
function suffixes(env) {
	if (process.platform !== "win32") return [""];
	return ["", ...(env["PATHEXT"] ?? ".COM;.EXE;.BAT;.CMD").split(";")];
}
async function isExecutable(path) {
	try {
		await access(path, constants.X_OK);
		return (await stat(path)).isFile();
	} catch {
		return false;
	}
}
async function find(command, env) {
	const hasFolder = command.includes("/") || process.platform === "win32" && command.includes("\\");
	const path = env["PATH"] ?? env["Path"] ?? "";
	const folders = hasFolder ? [""] : path.split(delimiter);
	for (const folder of folders) {
		if (!hasFolder && !isAbsolute(folder)) continue;
		for (const suffix of suffixes(env)) {
			const candidate = hasFolder ? resolve(`${command}${suffix}`) : join(folder, `${command}${suffix}`);
			if (await isExecutable(candidate)) return candidate;
		}
	}
	return null;
}
/** Processes by node:child_process: own group, deadline, cancellation that ends every descendant. */
const nodeProcesses = {
	run,
	find
};

// src/host/node-host.ts
/** The machine this Node runs on. `overrides` replaces single parts, as the action does with `processes`. */
function nodeHost(overrides = {}) {
	return {
		env: process.env,
		cwd: process.cwd(),
		system: {
			platform: process.platform,
			hostname: hostname(),
			homeDirectory: homedir(),
			tempDirectory: tmpdir(),
			parallelism: availableParallelism()
		},
		files: nodeFiles,
		processes: nodeProcesses,
		hashing: nodeHashing(availableParallelism()),
		clock: { now: () => performance.now() },
		...overrides
	};
}

// src/host/digest.ts
/** SHA-256 of some bytes or of a text in UTF-8, in lower-case hex. */
function sha256(content) {
	return createHash("sha256").update(content).digest("hex");
}

// src/host/tokens.ts
/** Variables that no program we start needs and none may see: tokens of the CI and the action's own inputs and state. */
const WITHHELD = /^(?:GITHUB_TOKEN|ACTIONS_.*|INPUT_.*|STATE_.*)$/;
/** An environment without the tokens of the CI: what every child process gets. */
function withoutTokens(env) {
	return Object.fromEntries(Object.entries(env).filter(([key]) => !WITHHELD.test(key)));
}

export { parseEnvironment as a, openContainer as i, sha256 as n, remoteHost as o, nodeHost as r, Capture as s, withoutTokens as t };