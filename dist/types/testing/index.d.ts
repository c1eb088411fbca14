/** Fakes of the outside world, for tests of programs that use goparity as a library. */
export { fakeGo, type FakeAnswer, type FakeCall, type FakeGo } from './fake-go.js';
export { fakeHashing, type FakeModules } from './fake-hashing.js';
export { fakeHost, fakeProcesses, type FakeProgram } from './fake-host.js';
export { memoryFiles, type MemoryFiles, type MemoryTree } from './memory-files.js';
