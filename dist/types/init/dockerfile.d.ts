import { type Event } from './event.js';
/** One stage of a Dockerfile; `inherited` events are those of the stage it is made from. */
export interface DockerStage {
    readonly name: string;
    readonly inherited: number;
    readonly events: readonly Event[];
}
/** The words of a command that is no script: `["go", "mod", "verify"]`; `null` for anything else. */
export declare function execForm(text: string): readonly string[] | null;
/** The stages of a Dockerfile with their events in order. Throws `config-invalid` when it is over 1 MiB or has too many steps. */
export declare function dockerStages(name: string, text: string): readonly DockerStage[];
