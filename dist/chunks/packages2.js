import { $ as contradicts, J as standIn, K as analyseLoss, Q as cgoReason, X as declarationsOf, Y as blankGo, Z as packageClause, et as holds, nt as parsePlusBuild, q as findLostUse, rt as readConstraints, tt as parseGoBuild } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };