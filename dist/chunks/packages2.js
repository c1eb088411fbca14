import { _t as readConstraints, ct as standIn, dt as packageClause, ft as cgoReason, gt as parsePlusBuild, ht as parseGoBuild, lt as blankGo, mt as holds, ot as analyseLoss, pt as contradicts, st as findLostUse, ut as declarationsOf } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };