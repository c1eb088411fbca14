import { a as Capture, i as openContainer, n as sha256, r as nodeHost, t as withoutTokens } from "./host.js";

export { Capture, nodeHost, openContainer, sha256, withoutTokens };