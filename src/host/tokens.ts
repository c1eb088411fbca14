import type { Environment } from './host.js'

/** Variables that no program we start needs and none may see: tokens of the CI and the action's own inputs and state. */
const WITHHELD = /^(?:GITHUB_TOKEN|ACTIONS_.*|INPUT_.*|STATE_.*)$/

/** An environment without the tokens of the CI: what every child process gets. */
export function withoutTokens(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([key]) => !WITHHELD.test(key)))
}
