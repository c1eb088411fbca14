import { $ as parsePlusBuild, G as standIn, J as packageClause, K as blankGo, Q as parseGoBuild, U as analyseLoss, W as findLostUse, X as contradicts, Y as cgoReason, Z as holds, et as readConstraints, q as declarationsOf } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };