// src/packages/graph.ts
const FILES = [
	["CFiles", "c"],
	["CXXFiles", "c++"],
	["MFiles", "objective-c"],
	["FFiles", "fortran"],
	["SFiles", "assembly"],
	["SwigFiles", "swig"],
	["SwigCXXFiles", "swig"],
	["SysoFiles", "syso"]
];
function libraries(words) {
	return words.flatMap((word, at) => /^-l(?!ink)\S/.test(word) ? [word.slice(2)] : word === "-l" ? [words[at + 1] ?? ""] : []);
}
function cNode(kind, name, path) {
	return path === void 0 ? {
		kind,
		name
	} : {
		kind,
		name,
		path
	};
}
/** Makes the graph of what go lists for a target. */
function makeGraph(target, listed, { includes, libraries: found } = {}) {
	const librariesOf = (path, flags) => found?.get(path) ?? libraries(flags).map((name) => ({ name }));
	return {
		target,
		packages: listed.map(({ path, standard, dependencyOnly, module, imports, files, flags }) => {
			const cgo = files.CgoFiles.length > 0 || files.SwigFiles.length > 0 || files.SwigCXXFiles.length > 0;
			const own = FILES.flatMap(([list, kind]) => files[list].map((name) => ({
				kind,
				name
			})));
			const asked = cgo ? [
				...(includes?.get(path) ?? []).map((name) => ({
					kind: "header",
					name
				})),
				...flags.CgoPkgConfig.map((name) => ({
					kind: "pkg-config",
					name
				})),
				...librariesOf(path, flags.CgoLDFLAGS).map(({ name, path: file }) => cNode("library", name, file)),
				...[
					...flags.CgoCPPFLAGS,
					...flags.CgoCFLAGS,
					...flags.CgoCXXFLAGS,
					...flags.CgoFFLAGS,
					...flags.CgoLDFLAGS.filter((word, at, all) => !word.startsWith("-l") && all[at - 1] !== "-l")
				].map((name) => ({
					kind: "flag",
					name
				}))
			] : [];
			const version = module === null || module.version === null ? "" : `@${module.version}`;
			return {
				path,
				module: module === null ? null : `${module.path}${version}`,
				standard,
				root: !dependencyOnly,
				cgo,
				imports: imports.filter((one) => one !== "C"),
				c: [...own, ...asked]
			};
		})
	};
}
/** Headers that C code includes, as written with their marks, each once. */
function includesOf(source) {
	return [...new Set([...source.matchAll(/^[ \t]*#[ \t]*include[ \t]*(<[^>\n]{1,200}>|"[^"\n]{1,200}")/gm)].map(([, name = ""]) => name))];
}
/** The shortest way over imports from a package that was named to the first that fits; `null` when none is reached. */
function shortest(graph, from, fits) {
	const byPath = new Map(graph.packages.map((node) => [node.path, node]));
	const before = new Map(from.map((path) => [path, null]));
	for (const path of before.keys()) {
		const node = byPath.get(path);
		if (node === void 0) continue;
		if (fits(node)) {
			const way = [];
			for (let at = path; at !== null; at = before.get(at) ?? null) way.unshift(at);
			return way;
		}
		for (const next of node.imports) if (!before.has(next)) before.set(next, path);
	}
	return null;
}
/**
* The shortest way by which `wanted` is imported, from a package that no other named one imports, and on from there to the nearest
* package with cgo. `null`: it is not in the graph.
*/
function whyImported(graph, wanted) {
	const named = graph.packages.filter(({ root }) => root);
	const imported = new Set(named.flatMap(({ imports }) => imports));
	const way = shortest(graph, named.map(({ path }) => path).filter((path) => !imported.has(path)), ({ path }) => path === wanted);
	if (way === null) return null;
	const on = shortest(graph, [wanted], ({ cgo, path }) => cgo && path !== wanted);
	return graph.packages.some(({ path, cgo }) => path === wanted && cgo) || on === null ? way : [...way, ...on.slice(1)];
}
/** Packages that are C themselves or lead to it. */
function leadingToC({ packages }) {
	const leading = new Set(packages.filter(({ cgo, c, standard }) => cgo || !standard && c.length > 0).map(({ path }) => path));
	for (const { path, imports } of packages) if (imports.some((one) => leading.has(one))) leading.add(path);
	return leading;
}

// src/packages/graph-text.ts
const MAX_LABEL = 200;
function describeC({ kind, name, path }) {
	return `${kind} ${kind === "library" ? `-l${name}` : name}${path === void 0 ? "" : ` (${path})`}`;
}
function chosenOf(graph, all) {
	return all ? new Set(graph.packages.map(({ path }) => path)) : leadingToC(graph);
}
/** The graph as a tree of text: what leads to C, or everything. What was shown above is not shown again. */
function graphToTree(graph, { all = false } = {}) {
	const chosen = chosenOf(graph, all);
	const byPath = new Map(graph.packages.map((node) => [node.path, node]));
	const shown = /* @__PURE__ */ new Set();
	const lines = [graph.target];
	const entriesOf = (node, indent) => {
		const c = node.c.map((one) => ({
			node: null,
			text: describeC(one),
			indent
		}));
		const packages = node.imports.flatMap((path) => {
			const imported = byPath.get(path);
			return imported !== void 0 && chosen.has(path) ? [{
				node: imported,
				text: path,
				indent
			}] : [];
		});
		const both = [...c, ...packages];
		return both.map(({ node: to, text, indent: by }, at) => ({
			node: to,
			text,
			indent: by,
			isLast: at === both.length - 1
		}));
	};
	const roots = graph.packages.filter(({ root, path }) => root && chosen.has(path));
	const stack = roots.map((node, at) => ({
		node,
		text: node.path,
		indent: "",
		isLast: at === roots.length - 1
	})).toReversed();
	for (let entry = stack.pop(); entry !== void 0; entry = stack.pop()) {
		const { node, text, indent, isLast } = entry;
		const mark = node?.cgo === true ? " [cgo]" : "";
		const repeated = node !== null && shown.has(node.path) && (node.c.length > 0 || node.imports.some((path) => chosen.has(path)));
		lines.push(`${indent}${isLast ? "└─" : "├─"} ${text}${mark}${repeated ? " (above)" : ""}`);
		if (node === null || repeated) continue;
		shown.add(node.path);
		stack.push(...entriesOf(node, `${indent}${isLast ? "   " : "│  "}`).toReversed());
	}
	if (roots.length === 0) lines.push("└─ no package has C, or leads to it");
	return `${lines.join("\n")}\n`;
}
function draw(graph, all) {
	const chosen = chosenOf(graph, all);
	const ids = new Map(graph.packages.filter(({ path }) => chosen.has(path)).map(({ path }, at) => [path, `p${String(at)}`]));
	const nodes = [];
	const edges = [];
	let count = 0;
	for (const { path, cgo, c, imports } of graph.packages) {
		const id = ids.get(path);
		if (id === void 0) continue;
		nodes.push({
			id,
			label: path,
			kind: cgo ? "cgo" : "package"
		});
		for (const one of imports) {
			const to = ids.get(one);
			if (to !== void 0) edges.push([id, to]);
		}
		for (const one of c) {
			const own = `c${String(count)}`;
			count += 1;
			nodes.push({
				id: own,
				label: describeC(one),
				kind: "c"
			});
			edges.push([id, own]);
		}
	}
	return {
		nodes,
		edges
	};
}
function plain(text) {
	return text.replaceAll(/\p{Cc}/gu, " ").slice(0, MAX_LABEL);
}
function quote(text) {
	return `"${plain(text).replaceAll("\\", "\\\\").replaceAll("\"", "\\\"")}"`;
}
function mermaidLabel(text) {
	return plain(text).replaceAll("#", "#35;").replaceAll("\"", "#quot;").replaceAll("<", "#lt;").replaceAll(">", "#gt;");
}
/** The graph in the language of Graphviz. */
function graphToDot(graph, { all = false } = {}) {
	const { nodes, edges } = draw(graph, all);
	const shapes = {
		package: "",
		cgo: ", style=bold",
		c: ", shape=note"
	};
	return [
		`digraph ${quote(graph.target)} {`,
		"  rankdir=LR",
		"  node [shape=box]",
		...nodes.map(({ id, label, kind }) => `  ${id} [label=${quote(label)}${shapes[kind]}]`),
		...edges.map(([from, to]) => `  ${from} -> ${to}`),
		"}",
		""
	].join("\n");
}
/** The graph as a Mermaid flow chart. */
function graphToMermaid(graph, { all = false } = {}) {
	const { nodes, edges } = draw(graph, all);
	const shape = {
		package: ["[\"", "\"]"],
		cgo: ["[[\"", "\"]]"],
		c: ["([\"", "\"])"]
	};
	return [
		"flowchart LR",
		...nodes.map(({ id, label: text, kind }) => `  ${id}${shape[kind][0]}${mermaidLabel(text)}${shape[kind][1]}`),
		...edges.map(([from, to]) => `  ${from} --> ${to}`),
		""
	].join("\n");
}

export { leadingToC as a, includesOf as i, graphToMermaid as n, makeGraph as o, graphToTree as r, whyImported as s, graphToDot as t };