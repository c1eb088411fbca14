import { type Place } from './places.js';
/**
 * The place that a person means: an image (`alpine:3.20`, `debian:bookworm-slim`, `gcr.io/distroless/base-debian12`), `scratch`,
 * or only a C library (`glibc:2.17`, `musl`, `musl:1.2.5`). `null` when it is not known.
 */
export declare function parsePlace(text: string): Place | null;
/** Names that `parsePlace` knows, for a message. */
export declare function placeNames(): readonly string[];
