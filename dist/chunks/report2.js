import { f as formatDuration, g as LIMITS, i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./report.js";
import { t as renderCheck } from "./report-step.js";

export { renderJson, renderMarkdown, renderSarif, renderText };