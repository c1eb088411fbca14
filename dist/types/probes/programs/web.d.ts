/** A Go program that gets a page from a host by its name through http.DefaultTransport, and says how long that took. */
export declare const WEB: string;
