/** Where the files are to be brought. */
export type Place = {
    readonly kind: 'docker';
    readonly name: string;
    readonly directory: string | null;
} | {
    readonly kind: 'devcontainer';
} | {
    readonly kind: 'ssh';
    readonly user: string | null;
    readonly host: string;
    readonly port: number | null;
    readonly directory: string;
} | {
    readonly kind: 'exec';
    readonly command: readonly [string, ...string[]];
};
/** Reads a place as it is written in a flag, in the configuration or in a hook. Throws `usage`. */
export declare function parsePlace(text: string): Place;
/** A place as a person writes it. */
export declare function formatPlace(place: Place): string;
