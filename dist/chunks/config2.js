import { M as parseConfig, N as RULE_IDS, P as isRuleId, j as PERMISSIONS } from "./operations.js";
import { n as BUILD_CACHE, r as CHECKSUM_DATABASE, t as nearest } from "./nearest.js";
import { n as inputsOf, t as INPUTS } from "./inputs.js";
import { t as parseExpectedJobs } from "./config.js";

export { parseExpectedJobs };