import type { Report } from './model.js';
/** The report as JSON of schema `goparity/report/1`: exactly its fields, indented by two spaces, with a final line feed. */
export declare function renderJson(report: Report): string;
