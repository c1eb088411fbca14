import { t as guardStep } from "./chunks/guard.js";
import { t as VERSION } from "./chunks/version.js";

// src/actions/report.ts
process.stdout.write(`goparity ${VERSION} · report\n`);
guardStep();
const [{ reportStep }, { nodeHost }] = await Promise.all([import("./chunks/report-step.js"), import("./chunks/host2.js")]);
process.exitCode = await reportStep(nodeHost(), (text) => process.stdout.write(text));

export {  };