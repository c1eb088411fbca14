import { type Hashing } from '../host/index.js';
/** What lies at an absolute path, a directory or a zip of a module: texts by POSIX path below it. */
export type FakeModules = Readonly<Record<string, Readonly<Record<string, string>>>>;
/** Hashes modules that are only told: whatever is not among them is not there. The hashes are those of Go. */
export declare function fakeHashing(modules?: FakeModules): Hashing;
