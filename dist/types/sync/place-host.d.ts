import { type Host } from '../host/index.js';
import type { Transport } from './transport.js';
/** A host whose programs and files are those of a place. Throws `usage` when it cannot be talked to. */
export declare function openPlaceHost(host: Host, transport: Transport, name: string, directory: string): Promise<Host>;
