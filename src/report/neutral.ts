/**
 * What must never reach a terminal or a log as it is: C0 and C1 controls, DEL, marks that reorder or hide text
 * (Trojan Source, CVE-2021-42574), line and paragraph separators, tags, lone surrogates.
 */
const DANGEROUS =
  // eslint-disable-next-line no-control-regex -- controls are what is looked for
  /[\u0000-\u001F\u007F-\u009F\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]|\p{Surrogate}/gu

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return `\\u{${code.toString(16)}}`
}

/** One line of untrusted text made harmless: line breaks and tabs become spaces, other invisible characters visible (`\u{1b}`). */
export function oneLine(text: string): string {
  return text
    .replaceAll(/[\r\n\t]+/g, ' ')
    .trim()
    .replaceAll(DANGEROUS, visible)
}

/** The lines of untrusted text, each made harmless; tabs become four spaces. */
export function safeLines(text: string): readonly string[] {
  return text.split(/\r\n|\n|\r/).map((line) => line.replaceAll('\t', '    ').replaceAll(DANGEROUS, visible).trimEnd())
}

/** Makes a whole output mean nothing to a runner: it obeys `::` at the start of a line and `##[` anywhere in one. */
export function withoutCommands(output: string): string {
  return output.replaceAll(/^([^\S\n]*):(?=:)/gm, '$1: ').replaceAll('##[', '## [')
}
