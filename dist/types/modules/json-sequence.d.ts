/**
 * The objects that `go list -json` and `go mod download -json` write one after the other, without commas.
 * Linear in the length of the text. Throws `go-unreadable` when something in it is no JSON object; `name` is the command, for the message.
 */
export declare function parseJsonSequence(text: string, name: string): readonly Readonly<Record<string, unknown>>[];
/** Whether a JSON value is an object: neither null nor a list. */
export declare function isObject(value: unknown): value is Readonly<Record<string, unknown>>;
/** A field that must be a string when it is there; throws `go-unreadable` when it is something else. */
export declare function textField(object: Readonly<Record<string, unknown>>, field: string, name: string): string | undefined;
