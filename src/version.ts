/** Set by the bundler from package.json. */
declare const GOPARITY_VERSION: string | undefined

/** The version of goparity that runs; `0.0.0-source` when it runs unbundled, as in its own tests. */
export const VERSION: string = typeof GOPARITY_VERSION === 'string' ? GOPARITY_VERSION : '0.0.0-source'
