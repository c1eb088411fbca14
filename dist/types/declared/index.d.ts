export type * from './model.js';
export { contradictions, type ContradictionOptions } from './contradictions.js';
export { declaringKind, isDeclaring, type DeclaringKind } from './declaring.js';
export { measuredOf } from './measured.js';
export { readDeclarations } from './read.js';
