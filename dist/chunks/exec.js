import { n as getExecOutput, t as exec } from "./actions-exec.js";

export { exec };