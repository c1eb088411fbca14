import type { Fix } from '../report/index.js';
import type { IncidentFacts } from './incident.js';
/** How Debian calls the target's architecture, for `libx-dev:arm64`; `null` when it has none or the build is native. */
export declare function debianArchitecture(facts: IncidentFacts): string | null;
/** The way out that needs no C at all. */
export declare function withoutCgo(facts: IncidentFacts): Fix;
/** Ways to a C compiler for a foreign target: the distribution's, and zig's. */
export declare function crossCompilerFixes(facts: IncidentFacts): readonly Fix[];
/** Ways to a C compiler for the target, native or foreign, and the way without. */
export declare function compilerFixes(facts: IncidentFacts): readonly Fix[];
