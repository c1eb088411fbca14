import * as v from 'valibot';
import type { Snapshot } from './snapshot.js';
/** A snapshot, field by field and nothing else. A JSON Schema can be made of it. */
export declare const snapshotSchema: v.GenericSchema<Snapshot>;
