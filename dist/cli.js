#!/usr/bin/env node
import { t as VERSION } from "./chunks/version.js";
import { ChildProcess } from "node:child_process";
import { channel } from "node:diagnostics_channel";

// src/cli/first-line.ts
/** Commands that say a first line; the others print only what they were asked for. */
const WORKING = /* @__PURE__ */ new Set([
	"check",
	"record",
	"baseline",
	"verify",
	"build",
	"run"
]);
const SILENT = /* @__PURE__ */ new Set([
	"-h",
	"--help",
	"--quiet"
]);
function directoryOf(args) {
	for (const [index, arg] of args.entries()) {
		if (arg === "-C" || arg === "--directory") return args[index + 1] ?? ".";
		if (arg.startsWith("--directory=")) return arg.slice(12);
		if (arg.startsWith("-C")) return arg.slice(2);
	}
	return ".";
}
/**
* The first line on standard error, made of the bare arguments so that it can be there before anything is loaded;
* `null` when there is nothing to say. Ends with a line feed.
*/
function firstLine(args, version) {
	const end = args.indexOf("--");
	const own = end === -1 ? args : args.slice(0, end);
	const [command = ""] = own;
	if (!WORKING.has(command) || own.some((arg) => SILENT.has(arg))) return null;
	return `goparity ${version} · ${`${command === "baseline" ? `baseline ${own[1] ?? ""}`.trim() : command} ${directoryOf(own)}`.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, "?")}\n`;
}

// src/cli/main.ts
const args = process.argv.slice(2);
const line = firstLine(args, VERSION);
if (line !== null) process.stderr.write(line);
for (const stream of [process.stdout, process.stderr]) stream.on("error", (error) => {
	if (error.code === "EPIPE") return;
	if (stream === process.stdout) process.stderr.write(`error: cannot write to standard output: ${error.message}\n`);
	process.exit(2);
});
const children = /* @__PURE__ */ new Set();
channel("child_process").subscribe((message) => {
	if (typeof message !== "object" || message === null || !("process" in message) || !(message.process instanceof ChildProcess)) return;
	const child = message.process;
	children.add(child);
	child.once("close", () => children.delete(child));
});
const controller = new AbortController();
function interrupt(signal) {
	if (!controller.signal.aborted) {
		controller.abort(signal);
		return;
	}
	for (const { pid } of children) try {
		if (pid !== void 0) process.kill(process.platform === "win32" ? pid : -pid, "SIGKILL");
	} catch {}
	process.exit(signal === "SIGINT" ? 130 : 143);
}
process.on("SIGINT", interrupt);
process.on("SIGTERM", interrupt);
/** Of a pipe `isTTY` is not there, whatever its type says. */
function sinkOf(stream) {
	return {
		write: (text) => {
			stream.write(text);
		},
		isTTY: stream.isTTY ?? false,
		get columns() {
			return stream.columns;
		}
	};
}
const [{ runCli }, { nodeHost }] = await Promise.all([import("./chunks/run-cli.js"), import("./chunks/host2.js")]);
const io = {
	get stdin() {
		return process.stdin.isTTY ? void 0 : process.stdin;
	},
	stdout: sinkOf(process.stdout),
	stderr: sinkOf(process.stderr)
};
process.exitCode = await runCli(nodeHost(), args, io, controller.signal);

export {  };