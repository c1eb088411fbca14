// src/version.ts
/** The version of goparity that runs; `0.0.0-source` when it runs unbundled, as in its own tests. */
const VERSION = "0.1.0";

export { VERSION as t };