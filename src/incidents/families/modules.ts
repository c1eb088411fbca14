import type { IncidentRule } from '../incident.js'
import { cacheRules } from './modules-cache.js'
import { goModNeedsUpdate } from './modules-go-mod.js'
import { noGoMod } from './modules-no-go-mod.js'
import { modulePathRules } from './modules-paths.js'
import { workspaceMismatch } from './modules-workspace.js'

export { moduleNotices } from './modules-cache.js'

/** What go.mod, go.work and the module cache make go say, in causal order: without a module no requirement can be wrong. */
export const moduleRules: readonly IncidentRule[] = [...cacheRules, workspaceMismatch, noGoMod, ...modulePathRules, goModNeedsUpdate]
