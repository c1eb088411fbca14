/** A Go program that reads the clock, moves between threads and asks for the user; with cgo it also asks libc who it is. */
export declare const MACHINE: string;
/** The thread of a goroutine, where the system tells it. */
export declare const THREAD_LINUX: string;
/** Elsewhere nobody tells. */
export declare const THREAD_OTHER: string;
/** libc says who it is, at run time. */
export declare const LIBC_CGO: string;
/** Without cgo there is none. */
export declare const LIBC_NONE: string;
