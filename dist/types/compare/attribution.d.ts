import { type Attribution, type FailureFacts } from './moved-modules.js';
/** Says what of the change the failing packages of a newly broken target belong to. Linear in packages, modules and files. */
export declare function attribute(facts: FailureFacts): Attribution;
