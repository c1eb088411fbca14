import { type CGraph } from './graph.js';
/** The graph as a tree of text: what leads to C, or everything. What was shown above is not shown again. */
export declare function graphToTree(graph: CGraph, { all }?: {
    readonly all?: boolean;
}): string;
/** The graph in the language of Graphviz. */
export declare function graphToDot(graph: CGraph, { all }?: {
    readonly all?: boolean;
}): string;
/** The graph as a Mermaid flow chart. */
export declare function graphToMermaid(graph: CGraph, { all }?: {
    readonly all?: boolean;
}): string;
