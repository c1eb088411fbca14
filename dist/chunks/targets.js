// src/targets/plan.ts
function flatten(steps) {
	return steps.flatMap((step) => [step, ...flatten(step.steps ?? [])]);
}
/** The verdict that the steps make. The rule is that of the first finding which is an error. */
function concludePlan(target, steps, findings, without, failedPackages = []) {
	const states = new Set(flatten(steps).map(({ state }) => state));
	const rule = findings.find(({ severity }) => severity === "error")?.rule;
	const verdict = states.has("stop") ? "cannot" : without.length > 0 ? "builds-without" : states.has("open") ? "open" : "builds";
	return {
		target,
		verdict,
		...verdict === "cannot" && rule !== void 0 ? { rule } : {},
		steps,
		failedPackages,
		without,
		findings
	};
}
const MERMAID_STATE = {
	ok: "✓",
	warning: "!",
	stop: "✗",
	open: "?"
};
/** Text inside the quotes of a Mermaid label. */
function label(text) {
	return text.replaceAll(/\p{Cc}/gu, " ").replaceAll("#", "#35;").replaceAll("\"", "#quot;").replaceAll("<", "#lt;").replaceAll(">", "#gt;").slice(0, 200);
}
const VERDICTS = {
	builds: "will build",
	"builds-without": "will build without some files",
	cannot: "cannot build",
	open: "will build, as far as it can be told"
};
/** The verdict for people. */
function describePlanVerdict(verdict) {
	return VERDICTS[verdict];
}
/** The plans as a Mermaid flow chart, a tree for each target. */
function planToMermaid(plans) {
	const lines = ["flowchart TD"];
	let count = 0;
	const draw = (step, parent) => {
		count += 1;
		const id = `s${String(count)}`;
		lines.push(`  ${parent} --> ${id}["${MERMAID_STATE[step.state]} ${label(step.question)}: ${label(step.answer)}"]`);
		for (const inner of step.steps ?? []) draw(inner, id);
	};
	for (const [index, plan] of plans.entries()) {
		const id = `t${String(index)}`;
		lines.push(`  ${id}(["${label(plan.target)}: ${describePlanVerdict(plan.verdict)}"])`);
		for (const step of plan.steps) draw(step, id);
	}
	return `${lines.join("\n")}\n`;
}

export { describePlanVerdict as n, planToMermaid as r, concludePlan as t };