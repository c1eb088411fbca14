import type { Host } from '../host/index.js';
import type { Finding } from '../report/index.js';
import type { RootReading } from './read-root.js';
import type { GoValues } from './roots.js';
/** What a go.work outside the project does to it. */
export interface OutsideWork {
    /** Modules that it lets go build from a folder of its own, where no checksum holds. */
    readonly folders: readonly string[];
    readonly findings: readonly Finding[];
}
/**
 * Looks whether the go.work in effect lies outside the repository of the project (outside the project itself, where there is no
 * repository): one finding for each required module that it replaces or has as a member (at most 20), or one for itself.
 * `null` when there is none outside.
 */
export declare function checkOutsideWork(host: Host, reading: RootReading, env: GoValues, project: string): Promise<OutsideWork | null>;
