import { a as MAX_SNAPSHOT_LENGTH, c as isOwnId, l as redact, o as parseSnapshot, s as identifyJob } from "./document.js";
import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";

export { canonicalJson };