export { findHooksFolder, type HooksFolder } from './folder.js';
export { nodeHookFiles, type HookFiles } from './hook-files.js';
export { installHooks, type InstalledHook, type InstallOptions } from './install.js';
export { seeHooks } from './look.js';
export { HOOK_NAMES, type HookName, type HookPolicy } from './names.js';
export { hookScript, type HookOptions, type Program } from './script.js';
export { describeHook, type HookState, type HookStatus } from './status.js';
export { uninstallHooks, type UninstalledHook } from './uninstall.js';
