import type { Colors } from './colors.js';
import type { Report } from './model.js';
export declare function jobLines({ jobs }: Report, colors: Colors): readonly string[];
export declare function targetLines({ targets, jobs }: Report, colors: Colors): readonly string[];
export declare function integrityLines({ integrity: { layers } }: Report, colors: Colors, verbose: boolean): readonly string[];
export declare function comparisonLines(report: Report, colors: Colors, verbose: boolean): readonly string[];
export declare function degradedLines({ degraded }: Report): readonly string[];
export declare function timingLine({ timings }: Report, colors: Colors): readonly string[];
