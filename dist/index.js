import { A as parseConfig, D as compare, E as explain, F as saveBaseline, I as showBaseline, L as build, O as report, P as check, c as loadConfig, i as inspect, n as run, r as record, t as verify, z as classify } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { i as renderMarkdown, n as renderSarif, r as renderJson, s as annotationsOf, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { o as parseSnapshot } from "./chunks/p-limit.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, explain, inspect, loadConfig, nodeHost, parseConfig, parseSnapshot, record, renderJson, renderMarkdown, renderSarif, renderText, report, run, saveBaseline, showBaseline, verify };