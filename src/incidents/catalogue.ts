import { cgoCompilerRules } from './families/cgo-compiler.js'
import { cgoLibraryRules } from './families/cgo-libraries.js'
import { cgoOffRules } from './families/cgo-off.js'
import { checksumRules } from './families/checksum.js'
import { codeRules } from './families/code.js'
import { moduleNotices, moduleRules } from './families/modules.js'
import { targetRules } from './families/target.js'
import { toolchainRules } from './families/toolchain.js'
import { vendorRules } from './families/vendor.js'
import type { IncidentRule } from './incident.js'

/**
 * Every kind of failure that is recognised. The order is causal: a rule sees only lines that none before it has explained,
 * and the program's own faults come last.
 */
export const catalogue: readonly IncidentRule[] = [
  ...toolchainRules,
  ...checksumRules,
  ...vendorRules,
  ...moduleRules,
  ...cgoCompilerRules,
  ...cgoLibraryRules,
  ...cgoOffRules,
  ...targetRules,
  ...codeRules,
  // Notices cause nothing.
  ...moduleNotices,
]
