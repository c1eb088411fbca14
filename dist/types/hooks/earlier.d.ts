/** How the hook that was there before is called. */
export interface EarlierCall {
    /** The file beside the hook that is called. */
    readonly file: string;
    /** Empty: it is started by its path. Else the words of its shell, which reads it under the name that it had. */
    readonly shell: readonly string[];
    /** It asks for its own name, and cannot be given the one that it had. */
    readonly isMisnamed: boolean;
}
/**
 * How a hook is called that now has another name. Most do not care. One that asks for its own name (husky's do, and dispatchers that
 * are linked under many names) must find the old one: a shell can read it under that name. `text` is the content of the file.
 */
export declare function callEarlier(file: string, text: string): EarlierCall;
