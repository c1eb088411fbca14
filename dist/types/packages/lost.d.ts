import { type GoDeclaration } from './go-source.js';
/** A file of a package, as it is. */
export interface SourceFile {
    /** Name in the directory of the package. */
    readonly name: string;
    readonly text: string;
}
/** A package of which cgo off leaves files out. */
export interface LossInput {
    /** Import path. */
    readonly package: string;
    /** Built only with cgo. */
    readonly lost: readonly SourceFile[];
    /** Built only without. */
    readonly replacements: readonly SourceFile[];
    /** Built either way. */
    readonly kept: readonly SourceFile[];
}
/** One file that is left out, and why. */
export interface LostFile {
    readonly name: string;
    /** `it imports "C"`, `//go:build cgo && linux`. */
    readonly reason: string;
    /** `#cgo` lines of it, which are then never applied. */
    readonly directives: readonly string[];
    /** Its `//go:build` and its `// +build` say different things. */
    readonly contradicts: boolean;
}
/** Where a name is used that is lost. */
export interface LostUse {
    readonly file: string;
    /** As written: `helper`, `fast.Sum`. */
    readonly name: string;
    /** Both from 1, columns in bytes as go counts them. */
    readonly line: number;
    readonly column: number;
}
/** What a package loses. */
export interface Loss {
    readonly package: string;
    readonly files: readonly LostFile[];
    readonly replacements: readonly string[];
    /** Declared in what is left out, and nowhere in what is left. */
    readonly names: readonly GoDeclaration[];
    /** Files of the package that use such a name: it does not compile. */
    readonly brokenBy: readonly LostUse[];
    /** The words with which a replacement says at run time that it needs cgo. */
    readonly stub: {
        readonly file: string;
        readonly says: string;
    } | null;
}
/** What is lost, why, and what breaks. Names are compared, types are not. */
export declare function analyseLoss({ package: path, lost, replacements, kept }: LossInput): Loss;
/** Where a file of another package uses an exported name that is lost; `packageName` is that of the package clause. */
export declare function findLostUse(loss: Loss, packageName: string, { name: file, text }: SourceFile): LostUse | null;
/**
 * The file that would take the place of what is lost: the lost functions with a body that says so. Types, variables and constants are
 * named in a comment: what they should be, a person has to say. `null` when there is nothing to write.
 */
export declare function standIn(loss: Loss, lost: readonly SourceFile[]): {
    readonly name: string;
    readonly text: string;
} | null;
