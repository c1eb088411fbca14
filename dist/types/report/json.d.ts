import type { Report } from './model.js';
/** The same JSON value with nothing in it that a terminal or a runner could obey. */
export declare function escapeJson(json: string): string;
/** The report as JSON of schema `goparity/report/1`: exactly its fields, indented by two spaces, with a final line feed. */
export declare function renderJson(report: Report): string;
