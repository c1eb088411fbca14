import { M as strictObject, N as string, b as nullable, j as safeParse, s as array } from "./p-limit.js";
import { n as compactJson, r as byteOrder } from "./snapshot.js";
import { n as sha256 } from "./host.js";
import { t as ParityError } from "./errors.js";
import { join } from "node:path";

// src/modules/go-sum.ts
/** Written by a bug of early Go releases for absent go.mod files; the go command skips it (cmd/go/internal/modfetch, emptyGoModHash). */
const EMPTY_GO_MOD_HASH = "h1:G7mAYYxgmS0lVkHyy2hEOLQCFB0DlQFTMLWggykrydY=";
const CONFLICT_MARKER = /^(?:<{7}|={7}|>{7}|\|{7})(?: |$)/;
/** What is shown of a line that is not understood. */
const SHOWN = 200;
/** The one algorithm that every Go release knows: golang.org/x/mod/sumdb/dirhash. */
const KNOWN_ALGORITHM = "h1:";
/** What separates the fields of a line for Go (unicode.IsSpace): unlike JavaScript's it has U+0085, and no byte order mark. */
const SPACE = /[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/;
/** The words of a line as Go's strings.Fields gives them. */
function fieldsOf(line) {
	return line.split(SPACE).filter((word) => word !== "");
}
/** Reads go.sum (or go.work.sum) as cmd/go/internal/modfetch, readGoSum does. Any line ends; empty lines are skipped as Go does. */
function parseGoSum(text) {
	const lines = [];
	const malformed = [];
	const conflictMarkers = [];
	let number = 0;
	for (const raw of text.split("\n")) {
		number++;
		const [path, version, hash, ...more] = fieldsOf(raw);
		if (path === void 0) continue;
		const isMarker = CONFLICT_MARKER.test(raw.trim());
		if (isMarker) conflictMarkers.push(number);
		if (isMarker || version === void 0 || hash === void 0 || more.length > 0) malformed.push({
			line: number,
			text: raw.trim().slice(0, SHOWN)
		});
		else if (hash !== EMPTY_GO_MOD_HASH) {
			const goMod = version.endsWith("/go.mod");
			lines.push({
				line: number,
				path,
				version: goMod ? version.slice(0, -7) : version,
				goMod,
				hash
			});
		}
	}
	return {
		lines,
		malformed,
		conflictMarkers
	};
}
/** What a go.sum line is about, as Go writes it: `path@version` or `path@version/go.mod`. */
function sumKey(path, version, goMod) {
	return `${path}@${version}${goMod ? "/go.mod" : ""}`;
}
/** Whether a line has a hash that go can compare with: others make it warn, and then it checks nothing. */
function isComparable({ hash }) {
	return hash.startsWith(KNOWN_ALGORITHM);
}
/**
* Hashes by `sumKey`, in file order. In a workspace go reads several files: give them all. Lines with an algorithm that no Go release
* knows are left out: for go, too, a version that has only such a line has none.
*/
function indexGoSums(sums) {
	const index = /* @__PURE__ */ new Map();
	for (const sum of sums) for (const { path, version, goMod, hash } of sum.lines.filter(isComparable)) {
		const key = sumKey(path, version, goMod);
		const known = index.get(key);
		if (known === void 0) index.set(key, [hash]);
		else if (!known.includes(hash)) known.push(hash);
	}
	return index;
}
/**
* Lines for one thing with another hash than its first line: a merge that kept both sides, or a line put in front of the right one.
* Go compares with the first alone (cmd/go/internal/modfetch, haveModSumLocked) and says nothing of the others.
*/
function findContradictions(sum) {
	const seen = /* @__PURE__ */ new Map();
	const found = [];
	for (const line of sum.lines) {
		const [algorithm = ""] = line.hash.split(":", 1);
		const key = `${sumKey(line.path, line.version, line.goMod)} ${algorithm}`;
		const first = seen.get(key);
		if (first === void 0) seen.set(key, line);
		else if (first.hash !== line.hash) found.push({
			first,
			second: line
		});
	}
	return found;
}
/** Lines with another algorithm than `h1:`. Where nothing else covers the version go downloads it unchecked and warns. */
function findUnknownAlgorithms(sum) {
	const known = indexGoSums([sum]);
	return sum.lines.filter((line) => !isComparable(line)).map((line) => ({
		line,
		covered: known.has(sumKey(line.path, line.version, line.goMod))
	}));
}
/** The line number of a module's hash in the text of go.sum, for a message that points there. */
function findSumLine(goSum, path, version, goMod) {
	return parseGoSum(goSum).lines.find((line) => line.path === path && line.version === version && line.goMod === goMod)?.line ?? null;
}

// src/modules/json-sequence.ts
const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
/** Where each top-level object of a sequence ends, in one pass; braces inside strings do not count. */
function* objectTexts(text) {
	let depth = 0;
	let start = 0;
	let inString = false;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (inString) {
			if (code === BACKSLASH) at++;
			else if (code === QUOTE) inString = false;
		} else if (code === QUOTE) inString = true;
		else if (code === OPEN) depth++;
		else if (code === CLOSE && --depth === 0) {
			yield text.slice(start, at + 1);
			start = at + 1;
		}
	}
	if (text.slice(start).trim() !== "") yield text.slice(start);
}
/**
* The objects that `go list -json` and `go mod download -json` write one after the other, without commas.
* Linear in the length of the text. Throws `go-unreadable` when something in it is no JSON object; `name` is the command, for the message.
*/
function parseJsonSequence(text, name) {
	const objects = [];
	for (const piece of objectTexts(text)) {
		let value;
		try {
			value = JSON.parse(piece);
		} catch (error) {
			throw new ParityError("go-unreadable", `${name} printed something that is not JSON: ${JSON.stringify(piece.trim().slice(0, 80))}`, void 0, { cause: error });
		}
		if (!isObject(value)) throw new ParityError("go-unreadable", `${name} printed JSON that is no object`);
		objects.push(value);
	}
	return objects;
}
/** Whether a JSON value is an object: neither null nor a list. */
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** A field that must be a string when it is there; throws `go-unreadable` when it is something else. */
function textField(object, field, name) {
	const value = object[field];
	if (value === void 0 || value === null) return void 0;
	if (typeof value !== "string") throw new ParityError("go-unreadable", `${name} printed a ${field} that is no text`);
	return value;
}

// src/modules/build-list.ts
const COMMAND = "go list -m -json all";
function parseReplacement(value) {
	if (!isObject(value)) return null;
	const path = textField(value, "Path", COMMAND);
	return path === void 0 ? null : {
		path,
		version: textField(value, "Version", COMMAND) ?? null
	};
}
function parseListed(object) {
	const path = textField(object, "Path", COMMAND);
	if (path === void 0 || path === "") return null;
	const error = object["Error"];
	return {
		path,
		version: textField(object, "Version", COMMAND) ?? null,
		main: object["Main"] === true,
		indirect: object["Indirect"] === true,
		directory: textField(object, "Dir", COMMAND) ?? null,
		replace: parseReplacement(object["Replace"]),
		error: isObject(error) ? textField(error, "Err", COMMAND) ?? "" : null
	};
}
/** Reads the output of `go list -m -e -json all`. Throws `go-unreadable`. */
function parseListedModules(listJson) {
	return parseJsonSequence(listJson, COMMAND).map(parseListed).filter((module) => module !== null);
}
/** What is really built for a module: its replacement, or itself; `null` when that has no version and so no checksum. */
function builtVersion(module) {
	const { path, version } = module.replace ?? module;
	return version === null ? null : {
		path,
		version
	};
}
/** What a module of the build list carries whatever listed it; the keys stand in the order of the schema. */
function toModule(listed, sums) {
	const { path, version, main, indirect, replace, error } = listed;
	const built = main ? null : builtVersion(listed);
	const sum = built === null ? void 0 : sums.get(sumKey(built.path, built.version, false))?.[0];
	const goModSum = built === null ? void 0 : sums.get(sumKey(built.path, built.version, true))?.[0];
	return {
		path,
		version: main ? null : version,
		...main ? { main: true } : {},
		...indirect ? { indirect: true } : {},
		...replace === null ? {} : { replace },
		...sum === void 0 ? {} : { sum },
		...goModSum === void 0 ? {} : { goModSum },
		...error === null ? {} : { error: error.split("\n", 1)[0] ?? "" }
	};
}
function sorted(modules) {
	return modules.toSorted((a, b) => byteOrder(a.path, b.path));
}
/**
* The build list from `go list -m -e -mod=readonly -json all`, sorted by path, with the hashes that go.sum (in a workspace
* every go.sum and go.work.sum) holds for what is really built. Throws `go-unreadable`.
*/
function readBuildList(listJson, sums) {
	const index = indexGoSums(sums);
	return sorted(parseListedModules(listJson).map((listed) => toModule(listed, index)));
}
/**
* The build list as vendor/modules.txt tells it: the main modules, and what is vendored of the others.
* `direct` are the paths that a go.mod requires without `// indirect`.
*/
function readVendoredList(list, main, direct, sums) {
	const index = indexGoSums(sums);
	const mains = main.map((path) => ({
		path,
		version: null,
		main: true
	}));
	const others = list.modules.filter((module) => module.version !== null && (module.explicit || module.packages.length > 0)).map((module) => toModule({
		path: module.path,
		version: module.version,
		main: false,
		indirect: !direct.has(module.path),
		directory: null,
		replace: module.replace ?? null,
		error: null
	}, index));
	return sorted([...mains, ...others]);
}

// src/modules/escape.ts
/** Capital letters as golang.org/x/mod/module escapes them (`!d` for `D`) in the module cache and on proxies, for file systems that ignore case. */
function escapeModule(path) {
	return path.replaceAll(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`);
}
/** The other way round. */
function unescapeModule(path) {
	return path.replaceAll(/!([a-z])/g, (_, letter) => letter.toUpperCase());
}

// node_modules/diff/libesm/diff/base.js
var Diff = class {
	diff(oldStr, newStr, options = {}) {
		let callback;
		if (typeof options === "function") {
			callback = options;
			options = {};
		} else if ("callback" in options) callback = options.callback;
		const oldString = this.castInput(oldStr, options);
		const newString = this.castInput(newStr, options);
		const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
		const newTokens = this.removeEmpty(this.tokenize(newString, options));
		return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
	}
	diffWithOptionsObj(oldTokens, newTokens, options, callback) {
		var _a;
		const done = (value) => {
			value = this.postProcess(value, options);
			if (callback) {
				setTimeout(function() {
					callback(value);
				}, 0);
				return;
			} else return value;
		};
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let editLength = 1;
		let maxEditLength = newLen + oldLen;
		if (options.maxEditLength != null) maxEditLength = Math.min(maxEditLength, options.maxEditLength);
		const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
		const abortAfterTimestamp = Date.now() + maxExecutionTime;
		const bestPath = [{
			oldPos: -1,
			lastComponent: void 0
		}];
		let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
		if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
		let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
		const execEditLength = () => {
			for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
				let basePath;
				const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
				if (removePath) bestPath[diagonalPath - 1] = void 0;
				let canAdd = false;
				if (addPath) {
					const addPathNewPos = addPath.oldPos - diagonalPath;
					canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
				}
				const canRemove = removePath && removePath.oldPos + 1 < oldLen;
				if (!canAdd && !canRemove) {
					bestPath[diagonalPath] = void 0;
					continue;
				}
				if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) basePath = this.addToPath(addPath, true, false, 0, options);
				else basePath = this.addToPath(removePath, false, true, 1, options);
				newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
				if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
				else {
					bestPath[diagonalPath] = basePath;
					if (basePath.oldPos + 1 >= oldLen) maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
					if (newPos + 1 >= newLen) minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
				}
			}
			editLength++;
		};
		if (callback) (function exec() {
			setTimeout(function() {
				if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) return callback(void 0);
				if (!execEditLength()) exec();
			}, 0);
		})();
		else while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
			const ret = execEditLength();
			if (ret) return ret;
		}
	}
	addToPath(path, added, removed, oldPosInc, options) {
		const last = path.lastComponent;
		if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: last.count + 1,
				added,
				removed,
				previousComponent: last.previousComponent
			}
		};
		else return {
			oldPos: path.oldPos + oldPosInc,
			lastComponent: {
				count: 1,
				added,
				removed,
				previousComponent: last
			}
		};
	}
	extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
		const newLen = newTokens.length, oldLen = oldTokens.length;
		let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
		while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
			newPos++;
			oldPos++;
			commonCount++;
			if (options.oneChangePerToken) basePath.lastComponent = {
				count: 1,
				previousComponent: basePath.lastComponent,
				added: false,
				removed: false
			};
		}
		if (commonCount && !options.oneChangePerToken) basePath.lastComponent = {
			count: commonCount,
			previousComponent: basePath.lastComponent,
			added: false,
			removed: false
		};
		basePath.oldPos = oldPos;
		return newPos;
	}
	equals(left, right, options) {
		if (options.comparator) return options.comparator(left, right);
		else return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
	}
	removeEmpty(array) {
		const ret = [];
		for (let i = 0; i < array.length; i++) if (array[i]) ret.push(array[i]);
		return ret;
	}
	castInput(value, options) {
		return value;
	}
	tokenize(value, options) {
		return Array.from(value);
	}
	join(chars) {
		return chars.join("");
	}
	postProcess(changeObjects, options) {
		return changeObjects;
	}
	get useLongestToken() {
		return false;
	}
	buildValues(lastComponent, newTokens, oldTokens) {
		const components = [];
		let nextComponent;
		while (lastComponent) {
			components.push(lastComponent);
			nextComponent = lastComponent.previousComponent;
			delete lastComponent.previousComponent;
			lastComponent = nextComponent;
		}
		components.reverse();
		const componentLen = components.length;
		let componentPos = 0, newPos = 0, oldPos = 0;
		for (; componentPos < componentLen; componentPos++) {
			const component = components[componentPos];
			if (!component.removed) {
				if (!component.added && this.useLongestToken) {
					let value = newTokens.slice(newPos, newPos + component.count);
					value = value.map(function(value, i) {
						const oldValue = oldTokens[oldPos + i];
						return oldValue.length > value.length ? oldValue : value;
					});
					component.value = this.join(value);
				} else component.value = this.join(newTokens.slice(newPos, newPos + component.count));
				newPos += component.count;
				if (!component.added) oldPos += component.count;
			} else {
				component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
				oldPos += component.count;
			}
		}
		return components;
	}
};

// node_modules/diff/libesm/diff/character.js
var CharacterDiff = class extends Diff {};
const characterDiff = new CharacterDiff();

// node_modules/diff/libesm/util/string.js
function longestCommonPrefix(str1, str2) {
	let i = 0;
	for (; i < str1.length && i < str2.length; i++) if (str1[i] != str2[i]) return str1.slice(0, i);
	return str1.slice(0, i);
}
function longestCommonSuffix(str1, str2) {
	let i;
	if (!str1 || !str2 || str1[str1.length - 1] != str2[str2.length - 1]) return "";
	for (i = 0; i < str1.length && i < str2.length; i++) if (str1[str1.length - (i + 1)] != str2[str2.length - (i + 1)]) return str1.slice(-i);
	return str1.slice(-i);
}
function replacePrefix(string, oldPrefix, newPrefix) {
	if (string.slice(0, oldPrefix.length) != oldPrefix) throw Error(`string ${JSON.stringify(string)} doesn't start with prefix ${JSON.stringify(oldPrefix)}; this is a bug`);
	return newPrefix + string.slice(oldPrefix.length);
}
function replaceSuffix(string, oldSuffix, newSuffix) {
	if (!oldSuffix) return string + newSuffix;
	if (string.slice(-oldSuffix.length) != oldSuffix) throw Error(`string ${JSON.stringify(string)} doesn't end with suffix ${JSON.stringify(oldSuffix)}; this is a bug`);
	return string.slice(0, -oldSuffix.length) + newSuffix;
}
function removePrefix(string, oldPrefix) {
	return replacePrefix(string, oldPrefix, "");
}
function removeSuffix(string, oldSuffix) {
	return replaceSuffix(string, oldSuffix, "");
}
function maximumOverlap(string1, string2) {
	return string2.slice(0, overlapCount(string1, string2));
}
function overlapCount(a, b) {
	let startA = 0;
	if (a.length > b.length) startA = a.length - b.length;
	let endB = b.length;
	if (a.length < b.length) endB = a.length;
	const map = Array(endB);
	let k = 0;
	map[0] = 0;
	for (let j = 1; j < endB; j++) {
		if (b[j] == b[k]) map[j] = map[k];
		else map[j] = k;
		while (k > 0 && b[j] != b[k]) k = map[k];
		if (b[j] == b[k]) k++;
	}
	k = 0;
	for (let i = startA; i < a.length; i++) {
		while (k > 0 && a[i] != b[k]) k = map[k];
		if (a[i] == b[k]) k++;
	}
	return k;
}
/**
* Split a string into segments using a word segmenter, merging consecutive
* segments if they are both whitespace segments. Whitespace segments can
* appear adjacent to one another for two reasons:
* - newlines always get their own segment
* - where a diacritic is attached to a whitespace character in the text, the
*   segment ends after the diacritic, so e.g. " \u0300 " becomes two segments.
* This function therefore runs the segmenter's .segment() method and then
* merges consecutive segments of whitespace into a single part.
*/
function segment(string, segmenter) {
	const parts = [];
	for (const segmentObj of Array.from(segmenter.segment(string))) {
		const segment = segmentObj.segment;
		if (parts.length && /\s/.test(parts[parts.length - 1]) && /\s/.test(segment)) parts[parts.length - 1] += segment;
		else parts.push(segment);
	}
	return parts;
}
function trailingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[1];
	let i;
	for (i = string.length - 1; i >= 0; i--) if (!string[i].match(/\s/)) break;
	return string.substring(i + 1);
}
function leadingWs(string, segmenter) {
	if (segmenter) return leadingAndTrailingWs(string, segmenter)[0];
	const match = string.match(/^\s*/);
	return match ? match[0] : "";
}
function leadingAndTrailingWs(string, segmenter) {
	if (!segmenter) return [leadingWs(string), trailingWs(string)];
	if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
	const segments = segment(string, segmenter);
	const firstSeg = segments[0];
	const lastSeg = segments[segments.length - 1];
	return [/\s/.test(firstSeg) ? firstSeg : "", /\s/.test(lastSeg) ? lastSeg : ""];
}

// node_modules/diff/libesm/diff/word.js
const extendedWordChars = "a-zA-Z0-9_\\u{AD}\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2C6}\\u{2C8}-\\u{2D7}\\u{2DE}-\\u{2FF}\\u{1E00}-\\u{1EFF}";
const tokenizeIncludingWhitespace = new RegExp(`[${extendedWordChars}]+|\\s+|[^${extendedWordChars}]`, "ug");
var WordDiff = class extends Diff {
	equals(left, right, options) {
		if (options.ignoreCase) {
			left = left.toLowerCase();
			right = right.toLowerCase();
		}
		return left.trim() === right.trim();
	}
	tokenize(value, options = {}) {
		let parts;
		if (options.intlSegmenter) {
			const segmenter = options.intlSegmenter;
			if (segmenter.resolvedOptions().granularity != "word") throw new Error("The segmenter passed must have a granularity of \"word\"");
			parts = segment(value, segmenter);
		} else parts = value.match(tokenizeIncludingWhitespace) || [];
		const tokens = [];
		let prevPart = null;
		parts.forEach((part) => {
			if (/\s/.test(part)) {
				if (prevPart == null) tokens.push(part);
				else tokens.push(tokens.pop() + part);
			} else if (prevPart != null && /\s/.test(prevPart)) {
				if (tokens[tokens.length - 1] == prevPart) tokens.push(tokens.pop() + part);
				else tokens.push(prevPart + part);
			} else tokens.push(part);
			prevPart = part;
		});
		return tokens;
	}
	join(tokens) {
		return tokens.map((token, i) => {
			if (i == 0) return token;
			else return token.replace(/^\s+/, "");
		}).join("");
	}
	postProcess(changes, options) {
		if (!changes || options.oneChangePerToken) return changes;
		let lastKeep = null;
		let insertion = null;
		let deletion = null;
		changes.forEach((change) => {
			if (change.added) insertion = change;
			else if (change.removed) deletion = change;
			else {
				if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, change, options.intlSegmenter);
				lastKeep = change;
				insertion = null;
				deletion = null;
			}
		});
		if (insertion || deletion) dedupeWhitespaceInChangeObjects(lastKeep, deletion, insertion, null, options.intlSegmenter);
		return changes;
	}
};
const wordDiff = new WordDiff();
function dedupeWhitespaceInChangeObjects(startKeep, deletion, insertion, endKeep, segmenter) {
	if (deletion && insertion) {
		const [oldWsPrefix, oldWsSuffix] = leadingAndTrailingWs(deletion.value, segmenter);
		const [newWsPrefix, newWsSuffix] = leadingAndTrailingWs(insertion.value, segmenter);
		if (startKeep) {
			const commonWsPrefix = longestCommonPrefix(oldWsPrefix, newWsPrefix);
			startKeep.value = replaceSuffix(startKeep.value, newWsPrefix, commonWsPrefix);
			deletion.value = removePrefix(deletion.value, commonWsPrefix);
			insertion.value = removePrefix(insertion.value, commonWsPrefix);
		}
		if (endKeep) {
			const commonWsSuffix = longestCommonSuffix(oldWsSuffix, newWsSuffix);
			endKeep.value = replacePrefix(endKeep.value, newWsSuffix, commonWsSuffix);
			deletion.value = removeSuffix(deletion.value, commonWsSuffix);
			insertion.value = removeSuffix(insertion.value, commonWsSuffix);
		}
	} else if (insertion) {
		if (startKeep) {
			const ws = leadingWs(insertion.value, segmenter);
			insertion.value = insertion.value.substring(ws.length);
		}
		if (endKeep) {
			const ws = leadingWs(endKeep.value, segmenter);
			endKeep.value = endKeep.value.substring(ws.length);
		}
	} else if (startKeep && endKeep) {
		const newWsFull = leadingWs(endKeep.value, segmenter), [delWsStart, delWsEnd] = leadingAndTrailingWs(deletion.value, segmenter);
		const newWsStart = longestCommonPrefix(newWsFull, delWsStart);
		deletion.value = removePrefix(deletion.value, newWsStart);
		const newWsEnd = longestCommonSuffix(removePrefix(newWsFull, newWsStart), delWsEnd);
		deletion.value = removeSuffix(deletion.value, newWsEnd);
		endKeep.value = replacePrefix(endKeep.value, newWsFull, newWsEnd);
		startKeep.value = replaceSuffix(startKeep.value, newWsFull, newWsFull.slice(0, newWsFull.length - newWsEnd.length));
	} else if (endKeep) {
		const endKeepWsPrefix = leadingWs(endKeep.value, segmenter);
		const deletionWsSuffix = trailingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(deletionWsSuffix, endKeepWsPrefix);
		deletion.value = removeSuffix(deletion.value, overlap);
	} else if (startKeep) {
		const startKeepWsSuffix = trailingWs(startKeep.value, segmenter);
		const deletionWsPrefix = leadingWs(deletion.value, segmenter);
		const overlap = maximumOverlap(startKeepWsSuffix, deletionWsPrefix);
		deletion.value = removePrefix(deletion.value, overlap);
	}
}
var WordsWithSpaceDiff = class extends Diff {
	tokenize(value) {
		const regex = new RegExp(`(\\r?\\n)|[${extendedWordChars}]+|[^\\S\\n\\r]+|[^${extendedWordChars}]`, "ug");
		return value.match(regex) || [];
	}
};
const wordsWithSpaceDiff = new WordsWithSpaceDiff();

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	equals(left, right, options) {
		if (options.ignoreWhitespace) {
			if (!options.newlineIsToken || !left.includes("\n")) left = left.trim();
			if (!options.newlineIsToken || !right.includes("\n")) right = right.trim();
		} else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
			if (left.endsWith("\n")) left = left.slice(0, -1);
			if (right.endsWith("\n")) right = right.slice(0, -1);
		}
		return super.equals(left, right, options);
	}
};
const lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
	return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
	if (options.stripTrailingCr) value = value.replace(/\r\n/g, "\n");
	const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
	if (!linesAndNewlines[linesAndNewlines.length - 1]) linesAndNewlines.pop();
	for (let i = 0; i < linesAndNewlines.length; i++) {
		const line = linesAndNewlines[i];
		if (i % 2 && !options.newlineIsToken) retLines[retLines.length - 1] += line;
		else retLines.push(line);
	}
	return retLines;
}

// node_modules/diff/libesm/diff/sentence.js
function isSentenceEndPunct(char) {
	return char == "." || char == "!" || char == "?";
}
var SentenceDiff = class extends Diff {
	tokenize(value) {
		var _a;
		const result = [];
		let tokenStartI = 0;
		for (let i = 0; i < value.length; i++) {
			if (i == value.length - 1) {
				result.push(value.slice(tokenStartI));
				break;
			}
			if (isSentenceEndPunct(value[i]) && value[i + 1].match(/\s/)) {
				result.push(value.slice(tokenStartI, i + 1));
				i = tokenStartI = i + 1;
				while ((_a = value[i + 1]) === null || _a === void 0 ? void 0 : _a.match(/\s/)) i++;
				result.push(value.slice(tokenStartI, i + 1));
				tokenStartI = i + 1;
			}
		}
		return result;
	}
};
const sentenceDiff = new SentenceDiff();

// node_modules/diff/libesm/diff/css.js
var CssDiff = class extends Diff {
	tokenize(value) {
		return value.split(/([{}:;,]|\s+)/);
	}
};
const cssDiff = new CssDiff();

// node_modules/diff/libesm/diff/json.js
var JsonDiff = class extends Diff {
	constructor() {
		super(...arguments);
		this.tokenize = tokenize;
	}
	get useLongestToken() {
		return true;
	}
	castInput(value, options) {
		const { undefinedReplacement, stringifyReplacer = (k, v) => typeof v === "undefined" ? undefinedReplacement : v } = options;
		return typeof value === "string" ? value : JSON.stringify(canonicalize(value, null, null, stringifyReplacer), null, "  ");
	}
	equals(left, right, options) {
		return super.equals(left.replace(/,([\r\n])/g, "$1"), right.replace(/,([\r\n])/g, "$1"), options);
	}
};
const jsonDiff = new JsonDiff();
function canonicalize(obj, stack, replacementStack, replacer, key) {
	stack = stack || [];
	replacementStack = replacementStack || [];
	if (replacer) obj = replacer(key === void 0 ? "" : key, obj);
	let i = 0;
	for (; i < stack.length; i += 1) if (stack[i] === obj) return replacementStack[i];
	let canonicalizedObj;
	if ("[object Array]" === Object.prototype.toString.call(obj)) {
		stack.push(obj);
		canonicalizedObj = new Array(obj.length);
		replacementStack.push(canonicalizedObj);
		for (i = 0; i < obj.length; i += 1) canonicalizedObj[i] = canonicalize(obj[i], stack, replacementStack, replacer, String(i));
		stack.pop();
		replacementStack.pop();
		return canonicalizedObj;
	}
	if (obj && obj.toJSON) obj = obj.toJSON();
	if (typeof obj === "object" && obj !== null) {
		stack.push(obj);
		canonicalizedObj = {};
		replacementStack.push(canonicalizedObj);
		const sortedKeys = [];
		let key;
		for (key in obj)
 /* istanbul ignore else */
		if (Object.prototype.hasOwnProperty.call(obj, key)) sortedKeys.push(key);
		sortedKeys.sort();
		for (i = 0; i < sortedKeys.length; i += 1) {
			key = sortedKeys[i];
			canonicalizedObj[key] = canonicalize(obj[key], stack, replacementStack, replacer, key);
		}
		stack.pop();
		replacementStack.pop();
	} else canonicalizedObj = obj;
	return canonicalizedObj;
}

// node_modules/diff/libesm/diff/array.js
var ArrayDiff = class extends Diff {
	tokenize(value) {
		return value.slice();
	}
	join(value) {
		return value;
	}
	removeEmpty(value) {
		return value;
	}
};
const arrayDiff = new ArrayDiff();

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
	let optionsObj;
	if (!options) optionsObj = {};
	else if (typeof options === "function") optionsObj = { callback: options };
	else optionsObj = options;
	if (typeof optionsObj.context === "undefined") optionsObj.context = 4;
	const context = optionsObj.context;
	if (optionsObj.newlineIsToken) throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
	if (!optionsObj.callback) return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
	else {
		const { callback } = optionsObj;
		diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
			const patch = diffLinesResultToPatch(diff);
			callback(patch);
		} }));
	}
	function diffLinesResultToPatch(diff) {
		if (!diff) return;
		diff.push({
			value: "",
			lines: []
		});
		function contextLines(lines) {
			return lines.map(function(entry) {
				return " " + entry;
			});
		}
		const hunks = [];
		let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
		for (let i = 0; i < diff.length; i++) {
			const current = diff[i], lines = current.lines || splitLines(current.value);
			current.lines = lines;
			if (current.added || current.removed) {
				if (!oldRangeStart) {
					const prev = diff[i - 1];
					oldRangeStart = oldLine;
					newRangeStart = newLine;
					if (prev) {
						curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
						oldRangeStart -= curRange.length;
						newRangeStart -= curRange.length;
					}
				}
				for (const line of lines) curRange.push((current.added ? "+" : "-") + line);
				if (current.added) newLine += lines.length;
				else oldLine += lines.length;
			} else {
				if (oldRangeStart) {
					if (lines.length <= context * 2 && i < diff.length - 2) for (const line of contextLines(lines)) curRange.push(line);
					else {
						const contextSize = Math.min(lines.length, context);
						for (const line of contextLines(lines.slice(0, contextSize))) curRange.push(line);
						const hunk = {
							oldStart: oldRangeStart,
							oldLines: oldLine - oldRangeStart + contextSize,
							newStart: newRangeStart,
							newLines: newLine - newRangeStart + contextSize,
							lines: curRange
						};
						hunks.push(hunk);
						oldRangeStart = 0;
						newRangeStart = 0;
						curRange = [];
					}
				}
				oldLine += lines.length;
				newLine += lines.length;
			}
		}
		for (const hunk of hunks) for (let i = 0; i < hunk.lines.length; i++) if (hunk.lines[i].endsWith("\n")) hunk.lines[i] = hunk.lines[i].slice(0, -1);
		else {
			hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
			i++;
		}
		return {
			oldFileName,
			newFileName,
			oldHeader,
			newHeader,
			hunks
		};
	}
}
/**
* Split `text` into an array of lines, including the trailing newline character (where present)
*/
function splitLines(text) {
	const hasTrailingNl = text.endsWith("\n");
	const result = text.split("\n").map((line) => line + "\n");
	if (hasTrailingNl) result.pop();
	else result.push(result.pop().slice(0, -1));
	return result;
}

// src/modules/text-diff.ts
/** Content that is larger is not compared: the difference of two texts costs their product. */
const MAX_BYTES = 65536;
/** Edits after which two texts are called different as a whole. */
const MAX_EDITS = 500;
const MAX_COLUMNS = 200;
/** What moves a cursor, turns the order of letters round, or takes no room. */
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF]/g;
/** Bytes that no text has. */
function isBinary(bytes) {
	return bytes.subarray(0, 8192).includes(0);
}
function shown(line) {
	const plain = line.replaceAll("	", "    ").replaceAll(UNSEEN, "�");
	return plain.length > MAX_COLUMNS ? `${plain.slice(0, 199).replace(/[\uD800-\uDBFF]$/, "")}…` : plain;
}
function withoutReturns(text) {
	return text.replaceAll("\r\n", "\n");
}
function sizes(expected, found) {
	return [`${String(expected.length)} bytes expected, ${String(found.length)} bytes found`];
}
/**
* A few lines of the unified difference of two files, `@@` lines with it; for binary, large or wholly different content only the sizes;
* for content with other line ends a sentence.
* At most `lines` lines of at most 200 characters, control characters shown as `�`.
*/
function textDiff(expected, found, { lines }) {
	if (expected.length > MAX_BYTES || found.length > MAX_BYTES || isBinary(expected) || isBinary(found)) return sizes(expected, found);
	const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
	const [before, after] = [decoder.decode(expected), decoder.decode(found)];
	if (before !== after && withoutReturns(before) === withoutReturns(after)) return ["the same lines, with other line ends (CRLF, LF)"];
	const patch = structuredPatch("", "", before, after, void 0, void 0, {
		context: 1,
		maxEditLength: MAX_EDITS
	});
	if (patch === void 0 || patch.hunks.length === 0) return sizes(expected, found);
	const all = [];
	for (const { oldStart, oldLines, newStart, newLines, lines: changed } of patch.hunks) {
		all.push(`@@ -${String(oldStart)},${String(oldLines)} +${String(newStart)},${String(newLines)} @@`);
		for (const line of changed) all.push(shown(line));
	}
	return all.length <= lines ? all : [...all.slice(0, lines - 1), `… ${String(all.length - lines + 1)} more lines`];
}

// src/modules/tree-diff.ts
/** Bits that make a file a program: a module's files are none (cmd/go unpacks them read-only). */
const EXECUTABLE = 73;
function changeOf(expected, found) {
	if (found === void 0) return "removed";
	if (found.kind !== "file") return found.kind === "symlink" ? "link" : "irregular";
	if (expected === void 0) return "added";
	if (expected.sha256 !== found.sha256) return "modified";
	return expected.mode !== 0 && found.mode !== 0 && (expected.mode & EXECUTABLE) !== (found.mode & EXECUTABLE) ? "mode" : null;
}
/** The files in which two trees differ, sorted by path in UTF-8 byte order. Folders count by what is in them. */
function diffTrees(expected, found) {
	const left = new Map(expected.map((file) => [file.path, file]));
	const right = new Map(found.map((file) => [file.path, file]));
	const changes = [];
	for (const path of /* @__PURE__ */ new Set([...left.keys(), ...right.keys()])) {
		const change = path === "" || path.endsWith("/") ? null : changeOf(left.get(path), right.get(path));
		if (change !== null) changes.push({
			path,
			change
		});
	}
	return changes.toSorted((a, b) => byteOrder(a.path, b.path));
}

// src/go/module-cache.ts
/** The files of a module version in the module cache `cache` (`go env GOMODCACHE`), as cmd/go/internal/modfetch names them. */
function cachePlaces(cache, path, version) {
	const folder = join(cache, "cache", "download", escapeModule(path), "@v");
	const file = (extension) => join(folder, `${escapeModule(version)}.${extension}`);
	return {
		info: file("info"),
		mod: file("mod"),
		zip: file("zip"),
		ziphash: file("ziphash"),
		lock: file("lock"),
		partial: file("partial"),
		directory: join(cache, `${escapeModule(path)}@${escapeModule(version)}`)
	};
}

// src/integrity/bounded.ts
/** What `Promise.all` gives, but a rejection only when all have ended: no process is left behind an error. The first in the list counts. */
async function allEnded(work) {
	await Promise.allSettled(work);
	return await Promise.all(work);
}
/** Runs `work` for every item, at most `limit` at once; results in the order of the items. A rejection rejects the whole, when all that runs has ended. */
async function mapBounded(items, limit, work) {
	const results = [];
	let next = 0;
	const worker = async () => {
		for (let at = next++; at < items.length; at = next++) {
			const item = items[at];
			try {
				if (item !== void 0) results[at] = await work(item);
			} catch (error) {
				next = items.length;
				throw error;
			}
		}
	};
	await allEnded(Array.from({ length: Math.min(limit, items.length) }, worker));
	return results;
}

// src/integrity/layers.ts
/** Every layer, in the order in which they are looked at and shown. */
const LAYERS = [
	"go.sum",
	"ziphash",
	"zip",
	"directory",
	"go.mod",
	"vendor",
	"checksum-database",
	"build-inputs",
	"build-cache"
];
/** A layer that was not looked at, and why. */
function notLookedAt(reason) {
	return {
		outcome: "unknown",
		checked: 0,
		failed: 0,
		reason
	};
}
/** A layer that this root does not have, or that was not asked for. */
function notApplicable(reason) {
	return {
		outcome: "not-applicable",
		checked: 0,
		failed: 0,
		reason
	};
}
/** A layer that was looked at: failed when anything in it failed, unknown with the reason when it is only a part; of nothing, nothing is said. */
function lookedAt(checked, failed, part) {
	if (failed > 0) return {
		outcome: "failed",
		checked,
		failed
	};
	if (checked === 0 && part === void 0) return notApplicable("there is nothing to look at");
	return part === void 0 ? {
		outcome: "ok",
		checked,
		failed
	} : {
		outcome: "unknown",
		checked,
		failed,
		reason: part
	};
}
/** Layers that goparity leaves to go, and says so. */
const LEFT_TO_GO = {
	"build-inputs": notApplicable("not looked at"),
	"build-cache": notApplicable("trusted as go trusts it")
};
/** The whole from its layers: failed before unknown before ok; what is not applicable does not count. */
function outcomeOf(layers) {
	const outcomes = new Set(layers.map(({ outcome }) => outcome));
	for (const outcome of ["failed", "unknown"]) if (outcomes.has(outcome)) return outcome;
	return outcomes.has("ok") ? "ok" : "not-applicable";
}
/** All layers in order; those not `known` get `rest`. */
function assemble(known, rest) {
	const { "build-inputs": inputs, ...others } = known;
	const isIdle = inputs?.outcome === "ok" && outcomeOf(Object.values(others)) === "not-applicable";
	const all = {
		...LEFT_TO_GO,
		...known,
		...isIdle ? { "build-inputs": notApplicable("there are no modules to go past") } : {}
	};
	const layers = LAYERS.map((layer) => ({
		layer,
		...all[layer] ?? rest
	}));
	return {
		outcome: outcomeOf(layers),
		layers
	};
}
function mergeLayer(layer, parts) {
	const same = parts.flatMap((part) => part.layers.filter((result) => result.layer === layer));
	const outcome = outcomeOf(same);
	const reason = [...new Set(same.filter((result) => result.outcome === outcome).flatMap((result) => result.reason ?? []))].join("; ");
	return {
		layer,
		outcome,
		checked: same.reduce((total, result) => total + result.checked, 0),
		failed: same.reduce((total, result) => total + result.failed, 0),
		...reason === "" ? {} : { reason }
	};
}
/** The sums of the layers of several roots, as one result for the project. */
function mergeIntegrity(parts) {
	const layers = LAYERS.map((layer) => mergeLayer(layer, parts));
	return {
		outcome: outcomeOf(layers),
		layers
	};
}
/** `verifying PATH@VERSION[/go.mod]: checksum mismatch`, go's words when it refuses. */
const MISMATCH = /verifying \S+?@\S+?(?<mod>\/go\.mod)?: checksum mismatch/;
/** Which layer go refused, by its words; `null` when the failure is of another kind (network, a missing folder). */
function refusedLayer(text) {
	const groups = MISMATCH.exec(text);
	if (groups === null) return null;
	return groups.groups?.["mod"] === void 0 ? "ziphash" : "go.mod";
}
/** The same with other facts of one layer. */
function withLayer(integrity, layer, facts) {
	const layers = integrity.layers.map((result) => result.layer === layer ? {
		layer,
		...facts
	} : result);
	return {
		outcome: outcomeOf(layers),
		layers
	};
}
/** Whether go ended because something was not what go.sum says. */
function isRefusal(result) {
	return refusedLayer(result.stderr.text) !== null;
}

// src/integrity/judge-states.ts
/** `null`: there is nothing to compare with. */
function fits(hash, among) {
	return among.length === 0 ? null : hash !== null && among.includes(hash);
}
/**
* Compares link by link: go.sum ↔ recorded hash ↔ zip ↔ extracted directory. Where go recorded no hash it computes one from the zip
* and compares that with go.sum, and so do we: an empty or missing .ziphash is no fault.
*/
function judgeModule(state, sums) {
	const { key, recorded, zip, directory } = state;
	const lines = sums.get(key);
	const expected = recorded === null ? lines ?? [] : [recorded];
	const zipFits = zip === null ? null : fits(zip.h1, expected);
	const alike = expected.length > 0 ? expected : zip?.h1 == null ? [] : [zip.h1];
	return {
		state,
		ok: {
			ziphash: recorded === null || lines === void 0 ? null : lines.includes(recorded),
			zip: zip !== null && zip.h1 === null ? false : zipFits,
			directory: directory === null ? null : directory.h1 === null ? false : fits(directory.h1, alike)
		},
		expected: alike
	};
}
/** Whether any layer of a module version failed. */
function isWrong({ ok }) {
	return Object.values(ok).includes(false);
}
/** Whether a cached go.mod is what go.sum says; `null` without a line. */
function judgeGoMod({ key, hash }, sums) {
	const lines = sums.get(key);
	return lines === void 0 ? null : hash !== null && lines.includes(hash);
}
function names(keys) {
	const shown = keys.slice(0, 5).join(", ");
	return keys.length > 5 ? `${shown} and ${String(keys.length - 5)} more` : shown;
}
function count(oks, part) {
	return lookedAt(oks.filter((ok) => ok !== null).length, oks.filter((ok) => ok === false).length, part);
}
/** The layers of the module cache, counted. `missingSums`: what go.sum lacks and the build needs; other gaps are none. */
function layersOfCache(modules, goMods, missingSums) {
	const gap = (isGoMod) => {
		const lacking = missingSums.filter((key) => key.endsWith("/go.mod") === isGoMod);
		return lacking.length === 0 ? void 0 : `go.sum has no line for ${names(lacking)}`;
	};
	return {
		ziphash: count(modules.map(({ ok }) => ok.ziphash), gap(false)),
		zip: count(modules.map(({ ok }) => ok.zip)),
		directory: count(modules.map(({ ok }) => ok.directory)),
		"go.mod": count(goMods, gap(true))
	};
}

// src/integrity/module-states.ts
/** Modules read at once; the hashing itself has its own bound. */
const AT_ONCE = 16;
/** A recorded hash is 47 characters; a file of another kind is not read. */
const MAX_ZIPHASH_BYTES = 4096;
/** golang.org/x/mod/zip, MaxGoMod. */
const MAX_GO_MOD_BYTES = 16777216;
/** As cmd/go/internal/modfetch, isValidSum: anything else go computes anew from the zip. */
const SUM = /^h1:[A-Za-z0-9+/]{43}=$/;
/** The module versions go builds with, each once: replacements count as what they are replaced by, folders not at all. */
function builtModules(modules) {
	const built = /* @__PURE__ */ new Map();
	for (const { path, version, main, replace } of modules) {
		const what = main === true ? null : builtVersion({
			path,
			version,
			replace: replace ?? null
		});
		if (what !== null) built.set(sumKey(what.path, what.version, false), what);
	}
	return [...built.values()];
}
/** The `h1:` of a go.mod file alone: golang.org/x/mod/sumdb/dirhash over the one name `go.mod`. */
function hashGoMod(content) {
	return `h1:${Buffer.from(sha256(`${sha256(content)}  go.mod\n`), "hex").toString("base64")}`;
}
/** `null` also when it cannot be read: go computes it anew then. */
async function readRecorded(host, path) {
	const bytes = await host.files.read(path, MAX_ZIPHASH_BYTES).catch(() => null);
	const text = bytes === null ? "" : new TextDecoder().decode(bytes).trim();
	return SUM.test(text) ? text : null;
}
const IS_A_LINK = {
	h1: null,
	fault: "it is a symbolic link",
	files: 0,
	bytes: 0
};
/** Hashes what is at `path`, which go made as a plain file or folder: what is behind a link can change between two looks. */
async function hashUnlinked(host, path, hash) {
	const found = await host.files.status(path);
	if (found === null) return null;
	return found.kind === "symlink" ? IS_A_LINK : hash();
}
/**
* Hashes an extracted directory as go would use it. Another go command may extract it at this moment: what go itself takes for none is
* none here, and what is not yet what it should be is looked at twice.
*/
async function hashExtracted(host, { directory, partial }, key, recorded) {
	const look = async () => {
		const hashed = await hashUnlinked(host, directory, async () => host.hashing.directory(directory, key));
		return await host.files.status(partial) === null ? hashed : null;
	};
	const first = await look();
	return recorded === null || first === null || first.h1 === recorded ? first : look();
}
/** Reads and hashes what the module cache `cache` (GOMODCACHE) holds of each module; in the order of `modules`. */
async function readModuleStates(host, cache, modules) {
	return mapBounded(modules, AT_ONCE, async ({ path, version }) => {
		const key = sumKey(path, version, false);
		const places = cachePlaces(cache, path, version);
		const recording = readRecorded(host, places.ziphash);
		const [recorded, zip, directory] = await Promise.all([
			recording,
			hashUnlinked(host, places.zip, async () => host.hashing.zip(places.zip, key)),
			recording.then(async (sum) => hashExtracted(host, places, key, sum))
		]);
		return {
			path,
			version,
			key,
			places,
			recorded,
			zip,
			directory
		};
	});
}
/** Hashes the go.mod files that the module cache holds of these versions; what is not there is left out. */
async function readGoModStates(host, cache, modules) {
	return (await mapBounded(modules, AT_ONCE, async ({ path, version }) => {
		const places = cachePlaces(cache, path, version);
		const found = await host.files.status(places.mod);
		if (found === null) return null;
		const content = found.kind === "file" ? await host.files.read(places.mod, MAX_GO_MOD_BYTES).catch(() => null) : null;
		return {
			path,
			version,
			key: sumKey(path, version, true),
			places,
			hash: content === null ? null : hashGoMod(content)
		};
	})).filter((state) => state !== null);
}

// src/integrity/name-changes.ts
/** Files of which the text is compared, and lines shown of each. */
const SHOWN_FILES = 3;
const SHOWN_LINES = 12;
/** Larger files are not looked into. */
const MAX_COMPARED_BYTES = 65536;
function directorySide(host, directory) {
	return {
		list: async () => host.hashing.listDirectory(directory),
		read: async (file) => host.files.read(join(directory, file), MAX_COMPARED_BYTES)
	};
}
function zipSide(host, zip, key) {
	return {
		list: async () => host.hashing.listZip(zip, key),
		read: async (file) => host.hashing.readZipFile(zip, key, file, MAX_COMPARED_BYTES)
	};
}
async function compare(expected, found, place) {
	const [left, right] = await Promise.all([expected.list(), found.list()]);
	if (left === null || right === null) return null;
	const changes = diffTrees(left, right);
	const texts = [];
	for (const { path } of changes.filter(({ change }) => change === "modified").slice(0, SHOWN_FILES)) {
		const [before, after] = await Promise.all([expected.read(path).catch(() => null), found.read(path).catch(() => null)]);
		if (before !== null && after !== null) texts.push(`${path}:`, ...textDiff(before, after, { lines: SHOWN_LINES }));
	}
	return {
		place,
		changes,
		texts
	};
}
/** The two sides that tell which files were changed: the sound one of zip and directory, else the copy that was fetched anew. */
function sidesOf(host, { state, ok }, good) {
	const { key, places, directory, zip } = state;
	const cached = {
		directory: directorySide(host, places.directory),
		zip: zipSide(host, places.zip, key)
	};
	if (ok.ziphash !== false && ok.directory === false && ok.zip === true) return [
		cached.zip,
		cached.directory,
		"directory"
	];
	if (ok.ziphash !== false && ok.zip === false && ok.directory === true) return [
		cached.directory,
		cached.zip,
		"zip"
	];
	if (good === null) return null;
	const place = directory === null ? "zip" : "directory";
	return directory === null && zip === null ? null : [
		zipSide(host, good.zip, key),
		cached[place],
		place
	];
}
/**
* Names the files of a module that are not what they should be. `null` when there is nothing sound to compare with,
* or when what there is cannot be read (the fault of the state says why).
*/
async function nameChanges(host, judgement, good) {
	const sides = sidesOf(host, judgement, good);
	if (sides === null) return null;
	return compare(...sides).catch(() => null);
}
/** Whether a module needs a copy fetched anew before its files can be named. */
function needsGoodCopy({ ok }) {
	return ok.ziphash === false || ok.directory === false && ok.zip !== true || ok.zip === false && ok.directory !== true;
}
/** The key of a state with a file of it, as reports name files of the module cache. */
function nameOf({ key }, file) {
	return `${key}/${file}`;
}

// src/integrity/verify-again.ts
const HASH = nullable(string());
const LEDGER = strictObject({
	cache: string(),
	modules: array(strictObject({
		path: string(),
		version: string(),
		zip: HASH,
		directory: HASH,
		goMod: HASH
	}))
});
/** The ledger of the roots that were verified; they share one module cache. */
function ledgerOf(cache, readings) {
	const modules = /* @__PURE__ */ new Map();
	const note = (path, version, more) => {
		const key = `${path} ${version}`;
		modules.set(key, {
			path,
			version,
			zip: null,
			directory: null,
			goMod: null,
			...modules.get(key),
			...more
		});
	};
	for (const reading of readings) {
		for (const { state, ok } of reading.modules) {
			const { path, version, zip, directory } = state;
			note(path, version, {
				zip: ok.zip === true && zip !== null ? zip.h1 : null,
				directory: ok.directory === true && directory !== null ? directory.h1 : null
			});
		}
		for (const { state, ok } of reading.goMods) if (ok === true) note(state.path, state.version, { goMod: state.hash });
	}
	return {
		cache,
		modules: [...modules.values()].toSorted((a, b) => byteOrder(`${a.path} ${a.version}`, `${b.path} ${b.version}`))
	};
}
/** The ledger as text, to be kept between two processes. */
function formatLedger(ledger) {
	return compactJson(ledger);
}
/** `null` for a text that is no ledger. */
function parseLedger(text) {
	try {
		const parsed = safeParse(LEDGER, JSON.parse(text));
		return parsed.success ? parsed.output : null;
	} catch {
		return null;
	}
}
/** Hashes the modules of a ledger once more. What is gone is no change: nothing can be built from it. */
async function findLedgerChanges(host, { cache, modules }) {
	const [states, goMods] = await Promise.all([readModuleStates(host, cache, modules.filter(({ zip, directory }) => zip !== null || directory !== null)), readGoModStates(host, cache, modules.filter(({ goMod }) => goMod !== null))]);
	const before = new Map(modules.map((entry) => [`${entry.path} ${entry.version}`, entry]));
	const changes = [];
	for (const state of states) {
		const { path, version } = state;
		for (const what of ["zip", "directory"]) {
			const was = before.get(`${path} ${version}`)?.[what];
			const is = state[what];
			if (was != null && is !== null && is.h1 !== was) changes.push({
				path,
				version,
				what,
				before: was,
				after: is.h1,
				state
			});
		}
	}
	for (const { path, version, hash } of goMods) {
		const was = before.get(`${path} ${version}`)?.goMod;
		if (was != null && hash !== was) changes.push({
			path,
			version,
			what: "goMod",
			before: was,
			after: hash,
			state: null
		});
	}
	return changes;
}
const WORDS = {
	zip: "the zip",
	directory: "the extracted directory",
	goMod: "the go.mod file"
};
/** One finding for each module that changed. `during`: what ran meanwhile, `while the targets were built`. */
async function changeFindings(host, changes, during) {
	const findings = [];
	for (const { path, version, what, before, after, state } of changes) {
		const key = `${path}@${version}`;
		const named = state === null ? null : await nameChanges(host, judgeModule(state, /* @__PURE__ */ new Map([[key, [before]]])), null);
		const [first] = named?.changes ?? [];
		findings.push({
			rule: "checksum/cache-modified",
			severity: "error",
			state: "new",
			title: `${key} changed after it was verified`,
			message: `${WORDS[what]} of ${key} in the module cache was changed ${during}: what was built from it is not what go.sum promises.`.replace(/^t/, "T"),
			subject: {
				module: key,
				...what === "goMod" ? { file: nameOf({ key }, "go.mod") } : first === void 0 ? {} : { file: nameOf({ key }, first.path) }
			},
			evidence: [
				`verified: ${before}`,
				`now: ${after ?? "cannot be hashed"}`,
				...(named?.changes ?? []).slice(0, 20).map((one) => `${nameOf({ key }, one.path)}: ${one.change}`),
				...named?.texts ?? []
			],
			fix: [{
				edit: "find out which step writes to the module cache, and stop it",
				why: "nothing but the go command has to change it"
			}, {
				command: "goparity verify --repair",
				why: `removes only ${key} from the module cache, fetches it again and verifies it`
			}],
			source: "integrity"
		});
	}
	return findings;
}

export { escapeModule as A, findContradictions as B, refusedLayer as C, cachePlaces as D, mapBounded as E, readVendoredList as F, sumKey as G, findUnknownAlgorithms as H, isObject as I, parseJsonSequence as L, builtVersion as M, parseListedModules as N, diffTrees as O, readBuildList as P, textField as R, notLookedAt as S, allEnded as T, indexGoSums as U, findSumLine as V, parseGoSum as W, assemble as _, parseLedger as a, mergeIntegrity as b, needsGoodCopy as c, readGoModStates as d, readModuleStates as f, layersOfCache as g, judgeModule as h, ledgerOf as i, unescapeModule as j, textDiff as k, builtModules as l, judgeGoMod as m, findLedgerChanges as n, nameChanges as o, isWrong as p, formatLedger as r, nameOf as s, changeFindings as t, hashGoMod as u, isRefusal as v, withLayer as w, notApplicable as x, lookedAt as y, fieldsOf as z };