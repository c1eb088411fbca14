export type { Config } from './config.js';
export { INPUTS, inputsOf, type Input, type InputFace } from './inputs.js';
export { nearest } from './nearest.js';
export { parseConfig } from './parse.js';
export { RULE_IDS, type RuleId } from './rule-ids.js';
