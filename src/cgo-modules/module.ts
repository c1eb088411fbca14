/** A module without C that can stand in for one with it. */
export interface PureAlternative {
  /** Import path of the package; what `go get` is asked for. */
  readonly path: string
  /** The version at which the whole of what it imports was seen to have no cgo. */
  readonly version: string
  /** What differs, in one sentence. */
  readonly limits: string
}

/**
 * What becomes of a program for Linux that imports the package without cgo. `excluded`: go refuses, no file is left; `fails`: what is left
 * does not compile; `builds`: what is left compiles, and what needed C is gone or fails when it is called.
 */
export type WithoutCgo = 'excluded' | 'fails' | 'builds'

/** A well-known package that needs cgo, or loses much without. */
export interface CgoModule {
  /** Beginning of the import paths that it stands for. */
  readonly path: string
  /** The package with the cgo files, where it is not `path` itself. */
  readonly package?: string
  /** The version at which this was seen; `null` where the module could not be had, and all is as its documentation says. */
  readonly version: string | null
  /** What it is for: `SQLite`, `packet capture`. */
  readonly what: string
  readonly without: WithoutCgo | null
  /** The system that has the cgo files; default `linux`. */
  readonly goos?: 'darwin'
  /** The name under which programs use it, where it is not the last element. */
  readonly name?: string
  /** Best first; empty when none is known that is pure Go. */
  readonly alternatives: readonly PureAlternative[]
  /** What else is worth knowing before it is left. */
  readonly note?: string
}

/** A module that is often thought to need cgo, and does not. */
export interface PureModule {
  readonly path: string
  readonly version: string
  /** What is said of it, and what is so. */
  readonly note: string
}
