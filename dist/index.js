import { F as report, H as saveBaseline, L as parseConfig, M as loadConfig, N as explain, O as graph, P as compare, U as showBaseline, V as check, W as build, a as probe, it as classify, j as verify, n as run, o as plan, r as record, s as inspect } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, graph, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, plan, probe, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };