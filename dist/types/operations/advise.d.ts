import { type CgoAdvice } from '../cgo-modules/index.js';
import type { ListedPackage } from '../go/index.js';
import type { Finding, Fix } from '../report/index.js';
import { type Target } from '../targets/index.js';
/** The ways out of C that are known for a package. */
export declare function pureFixes({ package: path, known }: CgoAdvice): readonly Fix[];
/** What could do without C among the packages of a target, as notes. */
export declare function adviseTarget(target: Target, root: string, packages: readonly ListedPackage[]): readonly Finding[];
