export { detectChange, type Change } from './change.js';
export { formatBaseline, MAX_BASELINE_BYTES, parseBaseline, type Baseline } from './document.js';
export { BASELINE_PATH, readBaseline, type ReadBaselineOptions } from './read.js';
export type { BaselineReading, MergeBaseSource } from './reading.js';
export { parseBaselineName, type BaselineName } from './reference.js';
export { saveBaseline, type SavedBaseline } from './save.js';
