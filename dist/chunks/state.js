// src/actions/state.ts
/** Name of what the main step leaves for its post step. */
const STATE = "goparity";
function formatState({ ledger, sha256 }) {
	return JSON.stringify({
		ledger,
		sha256
	});
}
/** `null` when the main step left nothing, or something else. */
function parseState(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== "object" || value === null || !("ledger" in value) || !("sha256" in value)) return null;
	const { ledger, sha256 } = value;
	return typeof ledger === "string" && typeof sha256 === "string" ? {
		ledger,
		sha256
	} : null;
}

export { formatState as n, parseState as r, STATE as t };