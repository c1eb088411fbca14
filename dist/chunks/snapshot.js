// src/snapshot/byte-order.ts
/** Where a UTF-16 code unit stands among UTF-8 sequences: surrogates (four bytes) come after U+E000–U+FFFF (three). */
function rank(unit) {
	if (unit < 55296) return unit;
	return unit < 57344 ? unit + 8192 : unit - 2048;
}
/** Compares two texts by their UTF-8 bytes, as Go sorts: negative, zero or positive. For `toSorted`. */
function byteOrder(a, b) {
	const length = Math.min(a.length, b.length);
	for (let at = 0; at < length; at += 1) {
		const left = a.charCodeAt(at);
		const right = b.charCodeAt(at);
		if (left !== right) return rank(left) - rank(right);
	}
	return a.length - b.length;
}

// src/snapshot/canonical-json.ts
/** Deeper values than this are a mistake or an attack; nothing of ours comes near. */
const MAX_DEPTH = 100;
function write(value, newline, indent, depth) {
	if (depth > MAX_DEPTH) throw new TypeError(`a value nested deeper than ${String(MAX_DEPTH)} levels is not written`);
	if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
	if (typeof value === "number") {
		if (!Number.isFinite(value)) throw new TypeError(`${String(value)} is no JSON number`);
		return JSON.stringify(value);
	}
	if (typeof value !== "object") throw new TypeError(`a ${typeof value} is no JSON value`);
	const inner = newline + indent;
	if (Array.isArray(value)) {
		if (value.length === 0) return "[]";
		return `[${inner}${value.map((item) => write(item, inner, indent, depth + 1)).join(`,${inner}`)}${newline}]`;
	}
	const present = Object.entries(value).filter(([, item]) => item !== void 0).toSorted(([a], [b]) => byteOrder(a, b));
	if (present.length === 0) return "{}";
	const colon = indent === "" ? ":" : ": ";
	return `{${inner}${present.map(([key, item]) => `${JSON.stringify(key)}${colon}${write(item, inner, indent, depth + 1)}`).join(`,${inner}`)}${newline}}`;
}
/**
* The one way a value is written: keys sorted by UTF-8 bytes, indented by two spaces, a newline at the end.
* Properties that are `undefined` are left out. Throws a TypeError for what JSON cannot hold (NaN, functions, …).
*/
function canonicalJson(value) {
	return `${write(value, "\n", "  ", 0)}\n`;
}
/** As `canonicalJson`, in one line without spaces: for identities and digests. */
function compactJson(value) {
	return write(value, "", "", 0);
}

export { compactJson as n, byteOrder as r, canonicalJson as t };