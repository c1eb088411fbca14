import { O as redact } from "./verify-root.js";
import { p as identifyJob } from "./operations.js";
import { n as parseSnapshot, t as MAX_SNAPSHOT_LENGTH } from "./parse.js";
import { n as compactJson, r as byteOrder, t as canonicalJson } from "./snapshot.js";

export { canonicalJson };