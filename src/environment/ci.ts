const TOLD_BY = ['CI', 'GITHUB_ACTIONS', 'GITLAB_CI', 'JENKINS_URL', 'TF_BUILD']

/** Whether a process runs in CI, as nearly every service says it. */
export function inCi(env: Readonly<Record<string, string | undefined>>): boolean {
  return TOLD_BY.some((name) => !['', '0', 'false'].includes(((Object.hasOwn(env, name) ? env[name] : undefined) ?? '').toLowerCase()))
}
