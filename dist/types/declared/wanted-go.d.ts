import type { WantedGo } from './model.js';
/** `1.22` of `1.22.3`, `go1.22rc1`, `1.22`. */
export declare function lineOfGo(version: string): string;
/** Reads what setup-go, asdf, mise, goenv and dev containers understand. Anything with an expression left in it is unknown. */
export declare function readWantedGo(written: string): WantedGo;
/** The version as people write it: `1.22.3`, `1.22`. */
export declare function showWantedGo(wanted: WantedGo): string;
/** The line of releases that is asked for; `null` when it moves or is not known. */
export declare function wantedLine(wanted: WantedGo): string | null;
