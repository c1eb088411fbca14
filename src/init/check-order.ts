import type { Finding } from '../report/index.js'
import { dockerStages } from './dockerfile.js'
import { githubJobs } from './github-jobs.js'
import { gitlabJobs } from './gitlab-jobs.js'
import { orderFindings } from './order.js'
import { readYamlFile } from './yaml-file.js'

/** A file of a CI: POSIX path from the project, for messages, and its text. */
export interface CiFile {
  readonly kind: 'github' | 'gitlab' | 'docker'
  readonly name: string
  readonly text: string
}

function unique(findings: readonly Finding[]): readonly Finding[] {
  // A script that several jobs share by an alias, or by `extends`, has one place.
  const seen = new Set<string>()
  return findings.filter(({ rule, location }) => {
    const key = `${rule} ${String(location?.line)}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/**
 * Whether what verifies modules in a file of a CI stands where it proves something: behind the download and every cache,
 * before the build, and with a failure that counts. Throws `config-invalid` as `file:line: …`.
 */
export async function checkOrder({ kind, name, text }: CiFile): Promise<readonly Finding[]> {
  if (kind === 'docker') {
    const findings = dockerStages(name, text).flatMap(({ name: stage, events, inherited }) => {
      const own = new Set(events.slice(inherited).map(({ line }) => line))
      return orderFindings({ file: name, scope: `stage ${stage}` }, events).filter(({ location }) => own.has(location?.line ?? 0))
    })
    return unique(findings)
  }
  const file = await readYamlFile(name, text)
  const jobs = kind === 'github' ? githubJobs(file) : gitlabJobs(file)
  return unique(jobs.flatMap(({ id, events }) => orderFindings({ file: name, scope: id === 'runs' ? 'this action' : `job ${id}` }, events)))
}
