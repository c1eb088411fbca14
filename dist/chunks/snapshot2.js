import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";
import { B as redact, R as identifyJob, a as MAX_SNAPSHOT_LENGTH, o as parseSnapshot, z as isOwnId } from "./p-limit.js";

export { canonicalJson };