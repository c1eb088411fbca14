/** A text at a place; `block`: written with `|` or `>`. Offsets are characters of the file. */
export interface YamlText {
    readonly kind: 'text';
    readonly text: string;
    readonly at: number;
    readonly end: number;
    readonly block: boolean;
}
/** A list at a place; `tag` is a local one such as `!reference`. */
export interface YamlList {
    readonly kind: 'list';
    readonly items: readonly YamlNode[];
    readonly at: number;
    readonly end: number;
    readonly flow: boolean;
    readonly tag: string;
}
/** A map at a place, merge keys (`<<`) followed; `at` of an entry is where its key stands. */
export interface YamlMap {
    readonly kind: 'map';
    readonly entries: ReadonlyMap<string, {
        readonly at: number;
        readonly node: YamlNode;
    }>;
    readonly at: number;
    readonly end: number;
    readonly flow: boolean;
}
/** A YAML value with every alias followed: a node can stand in several places. */
export type YamlNode = YamlText | YamlList | YamlMap;
/** A YAML file of somebody else, read. */
export interface YamlFile {
    readonly name: string;
    readonly text: string;
    readonly root: YamlNode;
    /** The line of an offset, from 1. */
    readonly lineOf: (offset: number) => number;
}
/** Far more than any workflow has. */
export declare const MAX_BYTES: number;
/** Finds lines by halving. */
export declare function lineFinder(text: string): (offset: number) => number;
/**
 * Reads a YAML file without interpreting scalars. Aliases share the node they name, so nothing is multiplied.
 * Throws `config-invalid` as `file:line: …` for what is no YAML, refers to itself, nests too deeply or is over 1 MiB.
 */
export declare function readYamlFile(name: string, text: string): Promise<YamlFile>;
/** The value under a key of a map; `undefined` for anything else. */
export declare function nodeAt(node: YamlNode | undefined, ...path: readonly string[]): YamlNode | undefined;
/** The text under a key; `undefined` where there is none. */
export declare function textAt(node: YamlNode | undefined, ...path: readonly string[]): string | undefined;
/** The items under a key, a single value as a list of one; empty where there is nothing. */
export declare function itemsAt(node: YamlNode | undefined, ...path: readonly string[]): readonly YamlNode[];
/** Texts of a list, other items left out. */
export declare function texts(items: readonly YamlNode[]): readonly string[];
/** The entries of a map, in order; none for anything else. */
export declare function entriesOf(node: YamlNode | undefined): readonly (readonly [key: string, value: YamlNode, at: number])[];
/**
 * The line of a character of a text as it is written in the file: line folding, indentation and quotes change white space
 * only, so the characters that are none are counted off.
 */
export declare function linesInText({ text, lineOf }: YamlFile, node: YamlText): (offset: number) => number;
