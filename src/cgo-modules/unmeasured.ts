import { GIT, JAVASCRIPT, LIBVIRT, OPENPGP, WEBASSEMBLY } from './alternatives.js'
import type { CgoModule } from './module.js'

/** Known by their documentation alone: the modules could not be had to be looked at. */
export const UNMEASURED: readonly CgoModule[] = [
  {
    path: 'github.com/bytecodealliance/wasmtime-go',
    version: null,
    what: 'WebAssembly',
    without: null,
    name: 'wasmtime',
    alternatives: WEBASSEMBLY,
  },
  { path: 'github.com/go-vgo/robotgo', version: null, what: 'mouse and keyboard', without: null, alternatives: [] },
  { path: 'github.com/google/gousb', version: null, what: 'USB devices', without: null, alternatives: [] },
  { path: 'github.com/gotk3/gotk3', version: null, what: 'GTK', without: null, alternatives: [] },
  { path: 'github.com/libgit2/git2go', version: null, what: 'git', without: null, name: 'git', alternatives: GIT },
  { path: 'github.com/proglottis/gpgme', version: null, what: 'GnuPG', without: null, alternatives: OPENPGP },
  {
    path: 'github.com/wasmerio/wasmer-go',
    package: 'github.com/wasmerio/wasmer-go/wasmer',
    version: null,
    what: 'WebAssembly',
    without: null,
    alternatives: WEBASSEMBLY,
  },
  { path: 'libvirt.org/go/libvirt', version: null, what: 'libvirt', without: null, alternatives: LIBVIRT },
  { path: 'rogchap.com/v8go', version: null, what: 'JavaScript', without: null, alternatives: JAVASCRIPT },
]
