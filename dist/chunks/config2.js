import { I as PERMISSIONS, L as parseConfig, R as RULE_IDS, z as isRuleId } from "./operations.js";
import { n as BUILD_CACHE, r as CHECKSUM_DATABASE, t as nearest } from "./nearest.js";
import { n as inputsOf, t as INPUTS } from "./inputs.js";
import { t as parseExpectedJobs } from "./config.js";

export { parseExpectedJobs };