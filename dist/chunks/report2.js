import { i as formatDuration, n as renderMarkdown, r as renderJson, t as renderText } from "./report.js";
import { t as annotationsOf } from "./annotations.js";

export { renderJson, renderMarkdown, renderText };