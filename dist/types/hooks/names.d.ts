/** The hooks of git after which the staged files may be others, in the order in which they are shown. */
export declare const HOOK_NAMES: readonly ['pre-commit', 'post-merge', 'post-checkout', 'post-rewrite'];
/** One of the hooks that goparity writes. */
export type HookName = (typeof HOOK_NAMES)[number];
/** What happens when the place cannot take the files: a line on standard error, a commit that fails, or a later try. */
export declare const HOOK_POLICIES: readonly ['warn', 'block', 'queue'];
/** One of them. */
export type HookPolicy = (typeof HOOK_POLICIES)[number];
/** What is appended to the name of a hook that was there before. */
export declare const EARLIER_SUFFIX = ".before-goparity";
/** The files that decide which modules a build uses, as patterns of git from the top of the working tree. */
export declare const PATHSPECS: readonly string[];
