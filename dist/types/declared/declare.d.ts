import type { Declaration, DeclaredGo, GoCommand, Place, Setting, WantedGo } from './model.js';
/** A declaration of a go setting. */
export declare function declareSetting(environment: string, name: string, { value, location }: Setting, written?: string): Declaration;
/** A declaration of the Go that builds. */
export declare function declareGo(environment: string, written: string, wanted: WantedGo, location: Place, more: {
    readonly fixed: boolean | null;
    readonly borrowed?: boolean;
    readonly setting?: string;
}): DeclaredGo;
/** The same Go where GOTOOLCHAIN is set: it says whether another one may be fetched. */
export declare function underToolchain(go: readonly DeclaredGo[], setting: Setting | undefined): readonly DeclaredGo[];
/** What the commands of an environment set for themselves alone. */
export declare function declareInline(environment: string, commands: readonly GoCommand[]): readonly Declaration[];
