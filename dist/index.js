import { C as showBaseline, S as saveBaseline, a as plan, b as record, g as compare, h as explain, ht as classify, i as probe, k as parseConfig, m as loadConfig, n as run, o as inspect, p as verify, tt as build, u as graph, x as check, y as report } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, graph, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, plan, probe, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };