import { n as nodeHost, r as Capture, t as sha256 } from "./host.js";

export { Capture, nodeHost, sha256 };