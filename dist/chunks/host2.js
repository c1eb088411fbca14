import { a as parseEnvironment, i as openContainer, n as sha256, o as remoteHost, r as nodeHost, s as Capture, t as withoutTokens } from "./host.js";

export { Capture, nodeHost, openContainer, parseEnvironment, remoteHost, sha256, withoutTokens };