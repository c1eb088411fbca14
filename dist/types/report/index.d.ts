export type * from './model.js';
export { annotationsOf, type Annotation, type AnnotationLimits } from './annotations.js';
export { renderCheck, type Check, type CheckAnnotation, type CheckOptions } from './check.js';
export { renderJson } from './json.js';
export { LIMITS } from './limits.js';
export { renderMarkdown, type MarkdownOptions } from './markdown.js';
export { renderSarif, type SarifOptions } from './sarif.js';
export { renderText, type TextOptions } from './text.js';
export { formatDuration } from './words.js';
