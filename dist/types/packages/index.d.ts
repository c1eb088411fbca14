export { cgoReason, contradicts, holds, parseGoBuild, parsePlusBuild, readConstraints, type Constraint, type FileConstraints, } from './constraints.js';
export { blankGo, declarationsOf, packageClause, type GoDeclaration } from './go-source.js';
export { includesOf, leadingToC, makeGraph, whyImported, type CGraph, type CNode, type GraphInput, type PackageNode } from './graph.js';
export { analyseLoss, findLostUse, standIn, type Loss, type LossInput, type LostFile, type LostUse, type SourceFile } from './lost.js';
export { graphToDot, graphToMermaid, graphToTree } from './graph-text.js';
