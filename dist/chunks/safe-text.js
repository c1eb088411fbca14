// src/cli/safe-text.ts
/**
* Text from files and other programs made harmless for a terminal and for a log: controls and marks that reorder text become
* visible, and nothing is left that a CI runner obeys (`::` at the start of a line, `##[` anywhere). Line feeds stay.
*/
function safeText(text) {
	return text.replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/g, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`).replaceAll(/^([^\S\n]*):(?=:)/gm, "$1: ").replaceAll("##[", "## [");
}
/** The same on one line: names of files may hold line feeds. */
function safeLine(text) {
	return safeText(text.replaceAll("\n", " "));
}

export { safeText as n, safeLine as t };