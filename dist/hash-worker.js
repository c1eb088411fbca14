import { r as toError } from "./chunks/errors.js";
import { t as runHashTask } from "./chunks/hash-task.js";
import { parentPort } from "node:worker_threads";

// src/host/hash-worker.ts
function answer(message) {
	parentPort?.postMessage(message);
}
async function work(task) {
	try {
		answer({ result: await runHashTask(task) });
	} catch (error) {
		answer({ error: toError(error).message });
	}
}
let last = Promise.resolve();
parentPort?.on("message", (task) => {
	last = last.then(async () => work(task));
});

export {  };