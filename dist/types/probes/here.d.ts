import { type Bench } from './bench.js';
import type { ProbeHere } from './document.js';
/** The value of netdns in a GODEBUG: the last one counts. `null`: there is none. */
export declare function netdnsOf(godebug: string): string | null;
/** The same choice of a resolver, and package net says what it chooses. */
export declare function withChoiceSaid(godebug: string): string;
/** Tags among GOFLAGS that package net and os/user know. */
export declare function tagsOf(goflags: string): readonly string[];
/** What a resolv.conf is set to; names and addresses are only counted. */
export declare function summariseResolvConf(text: string): NonNullable<ProbeHere['resolvConf']>;
/** The sources of `hosts:` in an nsswitch.conf; `null`: there is no such line. */
export declare function hostsOf(nsswitch: string): string | null;
/** What this machine is set to, and which resolver each build uses under it. */
export declare function measureHere(bench: Bench, goflags: string): Promise<Omit<ProbeHere, 'clockSource'>>;
