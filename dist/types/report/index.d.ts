export type * from './model.js';
export { annotationsOf, type Annotation, type AnnotationLimits } from './annotations.js';
export { renderJson } from './json.js';
export { renderMarkdown, type MarkdownOptions } from './markdown.js';
export { renderText, type TextOptions } from './text.js';
export { formatDuration } from './words.js';
