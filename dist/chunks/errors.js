// src/errors.ts
/** An error with one sentence for the user (`message`), the way out (`hint`) and the original as `cause`. */
var ParityError = class extends Error {
	code;
	hint;
	constructor(code, message, hint, options) {
		super(message, options);
		this.name = "ParityError";
		this.code = code;
		this.hint = hint;
	}
};
/** Errors of another realm (a vm context) are errors, too: `instanceof` does not know them. */
function isError(thrown) {
	return thrown instanceof Error || Object.prototype.toString.call(thrown) === "[object Error]";
}
/** Makes an Error of whatever was thrown. */
function toError(thrown) {
	return isError(thrown) ? thrown : new Error(String(thrown));
}
/** The `code` of a system error (`ENOENT`), or an empty text. */
function errorCode(thrown) {
	return isError(thrown) && "code" in thrown ? String(thrown.code) : "";
}

export { errorCode as n, toError as r, ParityError as t };