export { BUILD_CACHE, CHECKSUM_DATABASE, type BuildCache, type ChecksumDatabase } from './checks.js';
export type { Config } from './config.js';
export { INPUTS, inputsOf, type Input, type InputFace } from './inputs.js';
export { nearest } from './nearest.js';
export { parseConfig } from './parse.js';
export { isRuleId, RULE_IDS, type RuleId } from './rule-ids.js';
export { PERMISSIONS, type Permission } from './permissions.js';
export { parseExpectedJobs } from './expected-jobs.js';
