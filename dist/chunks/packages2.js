import { _t as parseGoBuild, ct as analyseLoss, dt as blankGo, ft as declarationsOf, gt as holds, ht as contradicts, lt as findLostUse, mt as cgoReason, pt as packageClause, ut as standIn, vt as parsePlusBuild, yt as readConstraints } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };