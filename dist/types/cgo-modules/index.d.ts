export { adviseCgo, findCgoModule, findCgoModuleNamed, type AdvisedPackage, type AdvisedTarget, type CgoAdvice } from './find.js';
export type { CgoModule, PureAlternative, PureModule, WithoutCgo } from './module.js';
export { CGO_MODULES } from './modules.js';
export { PURE_MODULES } from './pure-modules.js';
export { STANDARD_LIBRARY, type StandardLibraryEffect } from './standard-library.js';
