import { i as Capture, n as sha256, r as nodeHost, t as withoutTokens } from "./host.js";

export { Capture, nodeHost, sha256, withoutTokens };