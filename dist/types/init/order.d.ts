import type { Finding } from '../report/index.js';
import type { Event } from './event.js';
interface Place {
    readonly file: string;
    /** `job build`, `stage deps`, … */
    readonly scope: string;
}
/** What is wrong with the order of one job: its verifications held against everything else that it does. */
export declare function orderFindings(place: Place, events: readonly Event[]): readonly Finding[];
export {};
