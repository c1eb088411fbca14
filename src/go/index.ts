export type * from './go.js'
export { goEnvironment, openGo, type OpenGoOptions } from './open.js'
