// src/environment/words.ts
function isSpace(char) {
	return char === " " || char === "	" || char === "\n" || char === "\r";
}
/**
* Splits a value such as GOFLAGS or CC into words, as cmd/internal/quoted.Split: quotes count only around a whole word,
* nothing is unescaped. `null` when a quote is not closed (go then refuses the value).
*/
function splitWords(text) {
	const words = [];
	let at = 0;
	for (;;) {
		while (at < text.length && isSpace(text[at])) at += 1;
		if (at >= text.length) return words;
		const quote = text[at];
		if (quote === "\"" || quote === "'") {
			const end = text.indexOf(quote, at + 1);
			if (end === -1) return null;
			words.push(text.slice(at + 1, end));
			at = end + 1;
		} else {
			const start = at;
			while (at < text.length && !isSpace(text[at])) at += 1;
			words.push(text.slice(start, at));
		}
	}
}
/** Joins words so that `splitWords` gives them back, as cmd/internal/quoted.Join; a word with both quotes is left bare. */
function joinWords(words) {
	return words.map((word) => {
		if (word !== "" && !/[\s'"]/.test(word)) return word;
		if (!word.includes("'")) return `'${word}'`;
		return word.includes("\"") ? word : `"${word}"`;
	}).join(" ");
}
/** The name of a flag word, with one dash: `-tags` of `--tags=a,b`. */
function flagName(word) {
	return word.replace(/^--(?=[^-])/, "-").split("=", 1)[0] ?? word;
}

// src/environment/shell-word.ts
/** A text as one word of a POSIX shell, whatever it holds; quoted only where it has to be. */
function shellWord(text) {
	return /^[\w@%+:,./-][\w@%+:,./~-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

export { splitWords as i, flagName as n, joinWords as r, shellWord as t };