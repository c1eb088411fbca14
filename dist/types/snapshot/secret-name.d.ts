/** Whether a variable, flag or field of this name holds a secret: `GITHUB_TOKEN`, `main.apiKey`, `--password`. */
export declare function isSecretName(name: string): boolean;
/** As `isSecretName`, for a parameter of a URL, where `key` and `sig` alone are secrets. */
export declare function isSecretParameter(name: string): boolean;
