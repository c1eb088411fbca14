import { $ as cgoReason, J as findLostUse, Q as packageClause, X as blankGo, Y as standIn, Z as declarationsOf, et as contradicts, it as readConstraints, nt as parseGoBuild, q as analyseLoss, rt as parsePlusBuild, tt as holds } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };