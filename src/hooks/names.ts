/** The hooks of git after which the staged files may be others, in the order in which they are shown. */
export const HOOK_NAMES = ['pre-commit', 'post-merge', 'post-checkout', 'post-rewrite'] as const

/** One of the hooks that goparity writes. */
export type HookName = (typeof HOOK_NAMES)[number]

/** What happens when the place cannot take the files: a line on standard error, a commit that fails, or a later try. */
export const HOOK_POLICIES = ['warn', 'block', 'queue'] as const

/** One of them. */
export type HookPolicy = (typeof HOOK_POLICIES)[number]

/** What is appended to the name of a hook that was there before. */
export const EARLIER_SUFFIX = '.before-goparity'

/** The files that decide which modules a build uses, as patterns of git from the top of the working tree. */
export const PATHSPECS: readonly string[] = ['go.mod', 'go.sum', 'go.work', 'go.work.sum', 'vendor/modules.txt'].map(
  (name) => `:(top,glob)**/${name}`,
)
