// src/init/diff.ts
/** Lines around a change. */
const AROUND = 3;
/** Above this many lines that differ, the old and the new text are shown whole. */
const MAX_CELLS = 4e6;
function same(lines) {
	return lines.map((line) => ({
		mark: " ",
		line
	}));
}
function linesOf(text) {
	return text.replace(/\r?\n$/, "").split(/\r?\n/);
}
function rowsOf(old, fresh) {
	let [start, endOld, endNew] = [
		0,
		old.length,
		fresh.length
	];
	while (start < Math.min(endOld, endNew) && old[start] === fresh[start]) start += 1;
	while (Math.min(endOld, endNew) > start && old[endOld - 1] === fresh[endNew - 1]) {
		endOld -= 1;
		endNew -= 1;
	}
	return [
		...same(old.slice(0, start)),
		...between(old.slice(start, endOld), fresh.slice(start, endNew)),
		...same(old.slice(endOld))
	];
}
/** The longest common lines of two short texts. */
function between(old, fresh) {
	const whole = [...old.map((line) => ({
		mark: "-",
		line
	})), ...fresh.map((line) => ({
		mark: "+",
		line
	}))];
	if (old.length === 0 || fresh.length === 0 || old.length * fresh.length > MAX_CELLS) return whole;
	const width = fresh.length + 1;
	const common = new Uint32Array((old.length + 1) * width);
	for (let i = old.length - 1; i >= 0; i -= 1) for (let j = fresh.length - 1; j >= 0; j -= 1) common[i * width + j] = old[i] === fresh[j] ? (common[(i + 1) * width + j + 1] ?? 0) + 1 : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
	const rows = [];
	let [i, j] = [0, 0];
	while (i < old.length || j < fresh.length) {
		const [a, b] = [old[i], fresh[j]];
		if (a !== void 0 && a === b) {
			rows.push({
				mark: " ",
				line: a
			});
			i += 1;
			j += 1;
		} else if (b !== void 0 && (a === void 0 || (common[i * width + j + 1] ?? 0) > (common[(i + 1) * width + j] ?? 0))) {
			rows.push({
				mark: "+",
				line: b
			});
			j += 1;
		} else if (a !== void 0) {
			rows.push({
				mark: "-",
				line: a
			});
			i += 1;
		}
	}
	return rows;
}
/** What changes between two texts, as `diff -u` shows it; empty when nothing does. */
function unifiedDiff(name, before, after) {
	if (before === after) return "";
	const rows = rowsOf(linesOf(before), linesOf(after));
	const lines = [`--- ${name}`, `+++ ${name}`];
	let [oldLine, newLine, shownUntil] = [
		1,
		1,
		-1
	];
	for (const [index, { mark }] of rows.entries()) {
		if (mark !== " " && index > shownUntil) {
			const from = Math.max(shownUntil + 1, index - AROUND, 0);
			let to = index;
			for (let next = index; next < rows.length && next - to <= 6; next += 1) if (rows[next]?.mark !== " ") to = next;
			to = Math.min(rows.length - 1, to + AROUND);
			const hunk = rows.slice(from, to + 1);
			const back = index - from;
			const amount = (other) => String(hunk.filter((row) => row.mark !== other).length);
			lines.push(`@@ -${String(oldLine - back)},${amount("+")} +${String(newLine - back)},${amount("-")} @@`, ...hunk.map((row) => `${row.mark}${row.line}`));
			shownUntil = to;
		}
		if (mark !== "+") oldLine += 1;
		if (mark !== "-") newLine += 1;
	}
	return `${lines.join("\n")}\n`;
}

export { unifiedDiff as t };