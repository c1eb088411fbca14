import type { GuessedTarget } from './guessed-targets.js';
/** `.goparity.yml` with the targets that the project builds for; the platform of the machine when none was seen. */
export declare function configText(targets: readonly GuessedTarget[]): string;
