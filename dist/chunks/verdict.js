// src/binaries/verdict.ts
/** Makes one finding about a binary. */
function runtimeFinding(rule, severity, { title, message, evidence = [], fix = [], library }) {
	return {
		rule,
		severity,
		state: "new",
		title,
		message,
		subject: library === void 0 ? {} : { library },
		evidence,
		fix,
		source: "binaries"
	};
}
/** The verdict that findings make. */
function conclude(place, findings, notes = []) {
	return {
		place,
		starts: findings.some(({ severity }) => severity === "error") ? "no" : findings.length > 0 ? "unknown" : "yes",
		findings,
		notes
	};
}
/** The machine that asks, as a place. */
const THIS_MACHINE = "this machine";
/** `in alpine:3.20`, `on this machine`. */
function inPlace(place) {
	return place === "this machine" ? `on ${place}` : `in ${place}`;
}
/** `linux/arm64`, as far as it is known. */
function platformOf({ goos, goarch, machine }) {
	return `${goos ?? "an unknown system"}/${goarch ?? machine}`;
}
/** Whether a person runs it, or a program loads it. */
function isProgram({ kind }) {
	return kind === "executable" || kind === "pie";
}
/** `does not start`, `cannot be loaded`. */
function verbOf(binary) {
	return isProgram(binary) ? {
		fails: "does not start",
		works: "starts"
	} : {
		fails: "cannot be loaded",
		works: "can be loaded"
	};
}

export { platformOf as a, isProgram as i, conclude as n, runtimeFinding as o, inPlace as r, verbOf as s, THIS_MACHINE as t };