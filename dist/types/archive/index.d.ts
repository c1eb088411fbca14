export type { ZipLimits } from './directory.js';
export { readZip, type ZipEntry } from './zip.js';
