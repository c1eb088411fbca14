import { a as parseConfig, c as saveBaseline, f as classify, i as loadConfig, l as showBaseline, n as run, o as compare, r as record, s as check, t as verify, u as build } from "./chunks/operations.js";
import { t as ParityError } from "./chunks/errors.js";
import { r as nodeHost } from "./chunks/host.js";
import { t as annotationsOf } from "./chunks/annotations.js";
import { n as renderMarkdown, r as renderJson, t as renderText } from "./chunks/report.js";
import { t as canonicalJson } from "./chunks/snapshot.js";
import { n as parseSnapshot } from "./chunks/parse.js";
import { t as VERSION } from "./chunks/version.js";

export { ParityError, VERSION, annotationsOf, build, canonicalJson, check, classify, compare, loadConfig, nodeHost, parseConfig, parseSnapshot, record, renderJson, renderMarkdown, renderText, run, saveBaseline, showBaseline, verify };