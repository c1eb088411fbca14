import { n as sha256 } from "./chunks/host.js";
import { r as byteOrder } from "./chunks/snapshot.js";
import { t as ParityError } from "./chunks/errors.js";
import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";

// src/testing/captured.ts
/** A text as a process would have written it, whole. */
function captured(text) {
	return {
		text,
		bytes: new TextEncoder().encode(text).length,
		truncated: false
	};
}

// src/testing/fake-go.ts
function matches({ args: wanted }, args) {
	return typeof wanted === "function" ? wanted(args) : isDeepStrictEqual(wanted, args);
}
/**
* Makes a go command of canned answers; the first that matches counts, and may be given again.
* A call without an answer rejects with an error that quotes it: nothing is made up.
*/
function fakeGo(answers, options = {}) {
	const { directory = "/project", env = {} } = options;
	const calls = [];
	const at = (place) => ({
		directory: place,
		env,
		calls,
		in: at,
		async run(args, { cwd = place, env: more = {} } = {}) {
			calls.push({
				args,
				cwd,
				env: {
					...env,
					...more
				}
			});
			const answer = answers.find((candidate) => matches(candidate, args));
			if (answer === void 0) throw new Error(`the fake go command has no answer for: go ${args.join(" ")}`);
			const { stdout = "", stderr = "", exitCode = 0, ending = "exited" } = answer;
			return {
				args,
				ending,
				exitCode,
				stdout: captured(stdout),
				stderr: captured(stderr),
				durationMs: 0
			};
		}
	});
	return at(directory);
}

// src/testing/fake-hashing.ts
/** Hashes modules that are only told: whatever is not among them is not there. The hashes are those of Go. */
function fakeHashing(modules = {}) {
	const list = async (path) => {
		const files = Object.hasOwn(modules, path) ? modules[path] : void 0;
		if (files === void 0) return null;
		return Object.entries(files).map(([name, text]) => ({
			path: name,
			kind: "file",
			sha256: sha256(text),
			size: Buffer.byteLength(text),
			mode: 292
		})).toSorted((a, b) => byteOrder(a.path, b.path));
	};
	const hash = async (path, prefix) => {
		const files = await list(path);
		if (files === null) return null;
		const lines = files.map((file) => `${file.sha256 ?? ""}  ${prefix}/${file.path}\n`).join("");
		return {
			h1: `h1:${Buffer.from(sha256(lines), "hex").toString("base64")}`,
			fault: null,
			files: files.length,
			bytes: files.reduce((sum, { size }) => sum + size, 0)
		};
	};
	return {
		directory: hash,
		zip: hash,
		listDirectory: list,
		listZip: list,
		async readZipFile(path, _prefix, file, maxBytes) {
			const text = modules[path]?.[file];
			const bytes = text === void 0 ? null : new TextEncoder().encode(text);
			return bytes === null || bytes.length > maxBytes ? null : bytes;
		}
	};
}

// src/testing/memory-files.ts
const DEFAULT_MAX_BYTES = 67108864;
/** As Linux: more links than this on the way are a circle. */
const MAX_LINKS = 40;
/** Makes files in memory that keep the contract of `Files`; paths are absolute and POSIX. */
function memoryFiles(tree = {}) {
	const nodes = /* @__PURE__ */ new Map([["/", { kind: "directory" }]]);
	let refusal = null;
	let temporary = 0;
	const makeFolders = (path) => {
		const parent = posix.dirname(path);
		if (parent === path) return;
		makeFolders(parent);
		if (!nodes.has(parent)) nodes.set(parent, { kind: "directory" });
	};
	const put = (path, node) => {
		makeFolders(path);
		nodes.set(path, node);
	};
	/** The path with links resolved; the last one too unless told otherwise. */
	const follow = (path, last, links = 0) => {
		if (links > MAX_LINKS) throw Object.assign(/* @__PURE__ */ new Error(`too many symbolic links: ${path}`), { code: "ELOOP" });
		const parts = posix.resolve("/", path).split("/").filter((part) => part !== "");
		let here = "/";
		for (const [index, part] of parts.entries()) {
			const next = posix.join(here, part);
			const node = nodes.get(next);
			if (node?.kind === "symlink" && (last || index < parts.length - 1)) return follow(posix.join(posix.resolve(here, node.link), ...parts.slice(index + 1)), last, links + 1);
			here = next;
		}
		return here;
	};
	const childrenOf = (path) => [...nodes].filter(([candidate]) => candidate !== "/" && posix.dirname(candidate) === path);
	for (const [path, entry] of Object.entries(tree)) if (typeof entry === "string") put(path, {
		kind: "file",
		content: new TextEncoder().encode(entry)
	});
	else if (entry instanceof Uint8Array) put(path, {
		kind: "file",
		content: entry
	});
	else put(path, {
		kind: "symlink",
		link: entry.link
	});
	const status = async (path) => {
		const node = nodes.get(follow(path, false));
		if (node === void 0) return null;
		const size = node.kind === "file" ? node.content.length : 0;
		return {
			kind: node.kind,
			size,
			mode: node.kind === "directory" ? 493 : 420
		};
	};
	return {
		async read(path, maxBytes = DEFAULT_MAX_BYTES) {
			const node = nodes.get(follow(path, true));
			if (node === void 0) return null;
			if (node.kind !== "file") throw new Error(`${path} is not a regular file`);
			if (node.content.length > maxBytes) throw new Error(`${path} has ${String(node.content.length)} bytes; at most ${String(maxBytes)} are read`);
			return node.content;
		},
		status,
		async list(path) {
			const real = follow(path, true);
			if (nodes.get(real)?.kind === "file") return [];
			return childrenOf(real).map(([child, { kind }]) => ({
				name: posix.basename(child),
				kind
			})).toSorted((a, b) => byteOrder(a.name, b.name));
		},
		async writeAtomically(path, content) {
			const real = follow(path, false);
			const reason = refusal ?? (nodes.get(real)?.kind === "directory" ? "a folder is in its place" : null);
			if (reason !== null) throw new ParityError("write-failed", `cannot write ${path}: ${reason}; nothing was changed there`);
			put(real, {
				kind: "file",
				content: typeof content === "string" ? new TextEncoder().encode(content) : content.slice()
			});
		},
		async realPath(path) {
			const real = follow(path, true);
			return nodes.has(real) ? real : path;
		},
		async makeTemporaryDirectory(prefix, below = "/tmp") {
			temporary += 1;
			const path = `${below}/${prefix}${String(temporary).padStart(6, "0")}`;
			put(path, { kind: "directory" });
			return path;
		},
		async remove(path) {
			const real = follow(path, false);
			for (const candidate of nodes.keys()) if (candidate === real || candidate.startsWith(`${real}/`)) nodes.delete(candidate);
		},
		texts() {
			const decoder = new TextDecoder();
			return Object.fromEntries([...nodes].flatMap(([path, node]) => node.kind === "file" ? [[path, decoder.decode(node.content)]] : []));
		},
		failWrites(reason) {
			refusal = reason;
		}
	};
}

// src/testing/fake-host.ts
/** Programs by name; any other is not there. */
function fakeProcesses(programs = {}) {
	return {
		async run(command, args, options) {
			const program = Object.hasOwn(programs, command) ? programs[command] : void 0;
			if (program === void 0) throw Object.assign(/* @__PURE__ */ new Error(`spawn ${command} ENOENT`), { code: "ENOENT" });
			const said = program(args, options);
			const { stdout = "", stderr = "", ...rest } = typeof said === "string" ? { stdout: said } : said;
			return {
				ending: "exited",
				exitCode: 0,
				durationMs: 0,
				...rest,
				stdout: captured(stdout),
				stderr: captured(stderr)
			};
		},
		find: async (command) => Object.hasOwn(programs, command) ? `/usr/bin/${command}` : null
	};
}
/**
* A machine that touches nothing: empty environment, files in memory, no program, a clock that stands still.
* `overrides` replaces single parts.
*/
function fakeHost(overrides = {}) {
	return {
		env: {},
		cwd: "/project",
		system: {
			platform: "linux",
			hostname: "fake",
			homeDirectory: "/home/user",
			tempDirectory: "/tmp",
			parallelism: 2
		},
		files: memoryFiles(),
		processes: fakeProcesses(),
		hashing: fakeHashing(),
		clock: { now: () => 0 },
		...overrides
	};
}

export { fakeGo, fakeHashing, fakeHost, fakeProcesses, memoryFiles };