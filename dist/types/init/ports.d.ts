import type { Platform } from '../targets/index.js';
/** Whether Go has, or had, a port. What the Go of a project can build, it says itself later. */
export declare function isPort({ goos, goarch }: Platform): boolean;
