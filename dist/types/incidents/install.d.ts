import type { Fix } from '../report/index.js';
import type { IncidentFacts } from './incident.js';
/** Names of one thing in the package managers; absent where there is none. */
export interface Packages {
    readonly apt?: string;
    readonly apk?: string;
    readonly dnf?: string;
    readonly brew?: string;
}
type Manager = keyof Packages;
/** Package managers of this machine: one when the system is known, all when it is not, none on a system without any of them. */
export declare function managersOf(facts: IncidentFacts): readonly Manager[];
/** Commands that install something here, with what it brings as their reason: `libc and its headers`. */
export declare function installFixes(packages: Packages, brings: string, facts: IncidentFacts): readonly Fix[];
export {};
