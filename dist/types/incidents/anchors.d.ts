/** Looks for all anchors of the catalogue at once, in one pass over bytes. */
export interface AnchorSearch {
    /** The lines of the piece that hold one, from 0. Nothing is carried over from the piece before. */
    find(piece: Uint8Array): readonly number[];
}
/** The search for the anchors of the catalogue; made once. */
export declare function anchorSearch(): AnchorSearch;
