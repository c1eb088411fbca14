/**
 * Replaces credentials by `***`: in URLs, query parameters, headers, `KEY=value` and `-X name=value` where the name tells of a
 * secret, private keys, and the tokens of GitHub, GitLab, AWS, Slack, npm and others.
 * Linear in the length of the text; a text without secrets comes back as it is; redacting twice changes nothing more.
 */
export declare function redact(text: string): string;
