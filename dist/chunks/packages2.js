import { at as standIn, ct as packageClause, dt as holds, ft as parseGoBuild, it as findLostUse, lt as cgoReason, mt as readConstraints, ot as blankGo, pt as parsePlusBuild, rt as analyseLoss, st as declarationsOf, ut as contradicts } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };