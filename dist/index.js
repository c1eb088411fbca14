import { A as verify, B as check, D as graph, H as showBaseline, I as parseConfig, M as explain, N as compare, P as report, U as build, V as saveBaseline, a as plan, i as probe, j as loadConfig, n as record, o as inspect, rt as classify, t as run } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, graph, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, plan, probe, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };