// src/actions/state.ts
/** Name of what the main step leaves for its post step. */
const STATE = "goparity";
function formatState(state) {
	return JSON.stringify(state);
}
/** `null` when the main step left nothing, or something else. */
function parseState(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return null;
	}
	if (typeof value !== "object" || value === null || !("roots" in value) || !("moduleCache" in value)) return null;
	const { roots, moduleCache } = value;
	if (!Array.isArray(roots) || typeof moduleCache !== "string") return null;
	return {
		roots: roots.filter((root) => typeof root === "string"),
		moduleCache
	};
}

export { formatState as n, parseState as r, STATE as t };