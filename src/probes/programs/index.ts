import { LIBC_CGO, LIBC_NONE, MACHINE, THREAD_LINUX, THREAD_OTHER } from './machine.js'
import { RESOLVE } from './resolve.js'
import { ROOM } from './room.js'
import { WEB } from './web.js'

/** The programs that measure, each in a folder of one module. */
export type ProgramName = 'room' | 'resolve' | 'forced' | 'web' | 'machine'

/** Files of the module of our programs, but for its go.mod: path below its folder, content. */
export const PROGRAM_FILES: Readonly<Record<string, string>> = {
  'room/main_linux.go': ROOM,
  'resolve/main.go': RESOLVE,
  // The same with the resolver chosen in the source, as a program may do since Go 1.21.
  'forced/main.go': `//go:debug netdns=cgo\n${RESOLVE}`,
  'web/main.go': WEB,
  'machine/main.go': MACHINE,
  'machine/thread_linux.go': THREAD_LINUX,
  'machine/thread_other.go': THREAD_OTHER,
  'machine/libc_cgo.go': LIBC_CGO,
  'machine/libc_none.go': LIBC_NONE,
}
