export type { Engine } from './containers.js';
export { openRepository, readContents, readPending, type ContentSource, type Repository, type SyncedFile } from './contents.js';
export { readLedger, writeLedger, type Ledger } from './ledger.js';
export { leaveNonce } from './nonce.js';
export { openPlace, type OpenedPlace } from './open.js';
export { openPlaceHost } from './place-host.js';
export { formatPlace, parsePlace, type Place } from './place.js';
export { download, look, put, type Answer, type Look, type Put } from './remote.js';
export type { Transport } from './transport.js';
