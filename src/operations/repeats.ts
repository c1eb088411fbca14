import type { Finding } from '../report/index.js'

function aboutModule({ rule, subject, root }: Finding): string {
  return JSON.stringify([rule, subject.module, root])
}

/** `later` without what `said` says of the same module by the same rule: a bad module is told once, not by every command that fails for it. */
export function withoutRepeats(said: readonly Finding[], later: readonly Finding[]): readonly Finding[] {
  const known = new Set(said.filter(({ subject }) => subject.module !== undefined).map(aboutModule))
  return later.filter((finding) => !known.has(aboutModule(finding)))
}
