import { A as verify, D as graph, G as build, H as check, I as report, M as explain, N as compare, R as parseConfig, U as saveBaseline, V as record, W as showBaseline, a as plan, at as classify, i as probe, j as loadConfig, n as run, o as inspect } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, graph, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, plan, probe, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };