/** The version of goparity that runs; `0.0.0-source` when it runs unbundled, as in its own tests. */
export declare const VERSION: string;
