import { t as guardStep } from "./chunks/guard.js";
import { t as VERSION } from "./chunks/version.js";

// src/actions/record.ts
process.stdout.write(`goparity ${VERSION} · record ${process.env["INPUT_WORKING-DIRECTORY"] ?? "."}\n`);
guardStep();
const [{ recordStep }, { actionsProcesses }, { nodeHost }] = await Promise.all([
	import("./chunks/record-step.js"),
	import("./chunks/github2.js"),
	import("./chunks/host2.js")
]);
process.exitCode = await recordStep(nodeHost({ processes: actionsProcesses }), (text) => process.stdout.write(text));

export {  };