import type { BuildOptions } from './options.js';
import type { Recording } from './record-project.js';
import type { Session } from './session.js';
import type { Verification } from './verify-project.js';
/**
 * The verification with what is known of the build cache: where it comes from, and, when asked for, whether its entries are what the
 * source compiles to. To be called before anything is built: go would link what lies there. What failed may not be built.
 */
export declare function lookAtBuildCache(session: Session, recording: Recording, verification: Verification, { buildCache, config, packages }: BuildOptions): Promise<Verification>;
