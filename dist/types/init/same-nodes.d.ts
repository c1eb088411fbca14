import type { YamlNode } from './yaml-file.js';
/** Gives nodes of several files numbers: the same number means the same value. An alias costs nothing, however often it stands. */
export declare function numberNodes(): (node: YamlNode) => number;
