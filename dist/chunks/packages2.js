import { $ as holds, G as analyseLoss, J as blankGo, K as findLostUse, Q as contradicts, X as packageClause, Y as declarationsOf, Z as cgoReason, et as parseGoBuild, nt as readConstraints, q as standIn, tt as parsePlusBuild } from "./operations.js";
import { a as leadingToC, i as includesOf, n as graphToMermaid, o as makeGraph, r as graphToTree, s as whyImported, t as graphToDot } from "./packages.js";

export { graphToDot, graphToMermaid };