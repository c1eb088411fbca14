import { B as classify, D as explain, F as check, I as saveBaseline, L as showBaseline, O as compare, R as build, a as inspect, i as plan, j as parseConfig, k as report, l as loadConfig, n as run, r as record, t as verify } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, plan, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };