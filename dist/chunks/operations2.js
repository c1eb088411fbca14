import { c as saveBaseline, i as loadConfig, l as showBaseline, n as run, o as compare, r as record, s as check, t as verify, u as build } from "./operations.js";

export { build, check, compare, loadConfig, record, run, saveBaseline, showBaseline, verify };