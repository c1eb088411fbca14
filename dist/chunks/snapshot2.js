import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";
import { L as identifyJob, R as isOwnId, a as MAX_SNAPSHOT_LENGTH, o as parseSnapshot, z as redact } from "./p-limit.js";

export { canonicalJson };