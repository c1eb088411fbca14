import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";
import { F as redact, N as identifyJob, P as isOwnId, a as MAX_SNAPSHOT_LENGTH, o as parseSnapshot } from "./p-limit.js";

export { canonicalJson };