/**
 * A Go source with comments and the insides of strings blanked, character for character: offsets and lines stay.
 * Source: the Go specification, lexical elements. Linear; broken sources end where they break.
 */
export declare function blankGo(source: string): string;
/** One declaration at the top of a file. */
export interface GoDeclaration {
    readonly kind: 'func' | 'method' | 'type' | 'var' | 'const';
    readonly name: string;
    /** `func Sum(a, b int) int`; only for functions and methods. */
    readonly signature?: string;
}
/** What a file declares at its top, in order. Names of Go are taken to be letters, digits and `_`. */
export declare function declarationsOf(source: string): readonly GoDeclaration[];
/** The name in the package clause; `null` without one. */
export declare function packageClause(source: string): string | null;
