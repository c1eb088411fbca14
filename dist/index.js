import { C as record, E as showBaseline, M as parseConfig, S as report, T as saveBaseline, _ as loadConfig, a as plan, bt as classify, g as verify, i as probe, n as run, o as inspect, ot as build, p as graph, v as explain, w as check, y as compare } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, graph, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, plan, probe, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };