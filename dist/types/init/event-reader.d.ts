import { type Event, type ScriptPlace } from './event.js';
import { type YamlFile, type YamlText } from './yaml-file.js';
/** Reads the scripts of one YAML file: a script that stands in several jobs by an alias is split once. */
export interface EventReader {
    /** Throws `config-invalid` when there are more than any CI has. */
    script(text: YamlText, place: Omit<ScriptPlace, 'lineOf'>): readonly Event[];
    event(event: Partial<Event> & Pick<Event, 'kind' | 'what' | 'line'>): Event;
}
/** Makes a reader of one file. */
export declare function readEvents(file: YamlFile): EventReader;
