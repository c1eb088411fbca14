import { t as guardStep } from "./chunks/guard.js";
import { t as VERSION } from "./chunks/version.js";

// src/actions/record-post.ts
process.stdout.write(`goparity ${VERSION} · verify again\n`);
guardStep();
const [{ postStep }, { actionsProcesses }, { nodeHost }] = await Promise.all([
	import("./chunks/post-step.js"),
	import("./chunks/github2.js"),
	import("./chunks/host2.js")
]);
process.exitCode = await postStep(nodeHost({ processes: actionsProcesses }), (text) => process.stdout.write(text));

export {  };