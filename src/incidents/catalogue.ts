import { cgoCompilerRules } from './families/cgo-compiler.js'
import { cgoLibraryRules } from './families/cgo-libraries.js'
import { cgoOffRules } from './families/cgo-off.js'
import { checksumRules } from './families/checksum.js'
import { codeRules } from './families/code.js'
import { hostRules } from './families/host.js'
import { moduleNotices, moduleRules } from './families/modules.js'
import { networkRules } from './families/network.js'
import { wrongArchitecture } from './families/runtime-architecture.js'
import { libcRules } from './families/runtime.js'
import { targetRules } from './families/target.js'
import { toolchainFileRules } from './families/toolchain-files.js'
import { toolchainRules } from './families/toolchain.js'
import { vendorRules } from './families/vendor.js'
import type { IncidentRule } from './incident.js'

/**
 * Every kind of failure that is recognised. The order is causal: a rule sees only lines that none before it has explained,
 * and the program's own faults come last.
 */
export const catalogue: readonly IncidentRule[] = [
  // A machine that cannot go on makes every tool fail, each in its own words.
  ...hostRules,
  ...toolchainFileRules,
  ...toolchainRules,
  ...checksumRules,
  ...networkRules,
  ...vendorRules,
  ...moduleRules,
  ...libcRules,
  ...cgoCompilerRules,
  ...cgoLibraryRules,
  ...cgoOffRules,
  ...targetRules,
  // What was built is started.
  wrongArchitecture,
  ...codeRules,
  // Notices cause nothing.
  ...moduleNotices,
]
