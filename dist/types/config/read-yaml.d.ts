import { ParityError } from '../errors.js';
/** Where something stands, both from 1. */
export interface YamlPlace {
    readonly line: number;
    readonly column: number;
}
export type YamlPath = readonly (string | number)[];
/** A YAML document of maps, lists and texts. */
export interface YamlDocument {
    /** Every scalar as the text that was written; `{}` for an empty document. */
    readonly value: unknown;
    /** Where the value at a path stands (its key, in a map); the nearest one above it when there is none. */
    place(path: YamlPath): YamlPlace;
}
/** An error of a configuration file at a place, as `file:line:column: …`. */
export declare function configError(name: string, place: YamlPlace, message: string, hint?: string): ParityError;
/**
 * Reads YAML without interpreting scalars, so `go: 1.20` is the text 1.20. Refused: aliases (no expansion, no bombs),
 * tags, keys given twice, several documents, more than 256 Ki characters. Throws `config-invalid` with line and column.
 */
export declare function readYaml(text: string, name: string): Promise<YamlDocument>;
/** A text of a user in quotes, short enough for a message. */
export declare function quote(text: string): string;
