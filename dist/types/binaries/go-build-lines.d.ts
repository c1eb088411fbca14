import type { GoBuildInfo } from './model.js';
/** Reads the lines that the go command hands to the linker, as runtime/debug.ParseBuildInfo does. Throws `Malformed`. */
export declare function parseBuildLines(version: string, text: string): GoBuildInfo;
/** The value of one build setting; `null` when the binary does not carry it. */
export declare function settingOf({ settings }: GoBuildInfo, key: string): string | null;
