import type { ActionsApi } from './actions.js'
import { apiError, type Answer, type Question } from './answer.js'
import type { ChecksApi } from './checks.js'
import type { ApiDescription } from './openapi.js'
import type { PullsApi } from './pulls.js'
import type { RepositoryApi } from './repository.js'

/** What a token may do. */
export interface TokenRights {
  readonly read: boolean
  /** Write check runs. */
  readonly checks: boolean
}

/** The parts that answer. */
export interface RestParts {
  readonly description: ApiDescription
  readonly repository: RepositoryApi
  readonly actions: ActionsApi
  readonly checks: ChecksApi
  readonly pulls: PullsApi
}

type Handler = (found: RegExpExecArray, question: Question) => Answer

function bodyOf({ body }: Question): unknown {
  return body.length === 0 ? undefined : JSON.parse(body.toString('utf8'))
}

/** By `METHOD /path` below the repository, decoded. */
function routesOf({ repository, actions, checks, pulls }: RestParts): readonly (readonly [RegExp, Handler])[] {
  return [
    [/^GET $/, () => repository.describe()],
    [/^GET \/compare\/(.+)$/, ([, basehead = ''], { url }) => repository.compare(basehead, url.searchParams)],
    [
      /^GET \/contents\/(.+)$/,
      ([, path = ''], { url, headers }) => repository.contents(path, url.searchParams.get('ref'), headers.accept ?? ''),
    ],
    [/^GET \/git\/ref\/(.+)$/, ([, name = '']) => repository.reference(name)],
    [/^GET \/commits$/, (_found, { url }) => repository.commits(url.searchParams)],
    [/^GET \/commits\/([^/]+)\/check-runs$/, ([, sha = ''], { url }) => checks.ofCommit(sha, url.searchParams)],
    [/^POST \/check-runs$/, (_found, question) => checks.create(bodyOf(question))],
    [/^PATCH \/check-runs\/(\d+)$/, ([, id], question) => checks.append(Number(id), bodyOf(question))],
    [/^GET \/check-runs\/(\d+)$/, ([, id]) => checks.one(Number(id))],
    [/^GET \/actions\/runs\/(\d+)$/, ([, id]) => actions.run(Number(id))],
    [/^GET \/actions\/runs\/(\d+)\/artifacts$/, ([, run = ''], { url }) => actions.artifactsOf(run, url.searchParams)],
    [/^GET \/actions\/workflows\/([^/]+)\/runs$/, ([, file = ''], { url }) => actions.runsOf(file, url.searchParams)],
    [/^GET \/actions\/artifacts\/(\d+)\/zip$/, ([, id]) => actions.zip(Number(id))],
    [/^GET \/pulls$/, (_found, { url }) => pulls.list(url.searchParams)],
  ]
}

/** GitHub's REST API of one repository; what the description of the API refuses is noted. */
export function createRest(
  name: string,
  tokens: Readonly<Record<string, TokenRights>>,
  parts: RestParts,
  note: (violation: string) => void,
): (question: Question) => Answer {
  const { description } = parts
  const routes = routesOf(parts)
  const prefix = `/repos/${name}`

  return (question) => {
    const { method, url } = question
    const { pathname, searchParams } = url
    const rights = tokens[question.headers.authorization?.replace(/^(?:token|bearer) /i, '') ?? '']
    if (rights === undefined) return apiError(401, 'Bad credentials')
    for (const text of description.requestProblems(method, pathname, searchParams)) note(`${method} ${pathname}: ${text}`)
    const template = description.template(method, pathname)
    if (pathname !== prefix && !pathname.startsWith(`${prefix}/`)) return apiError(404, 'Not Found')
    if (method === 'GET' ? !rights.read : !rights.checks) return apiError(403, 'Resource not accessible by integration')
    const problems = template === null ? [] : description.bodyProblems(method, template, bodyOf(question))
    if (problems.length > 0) {
      for (const text of problems) note(`${method} ${pathname}: ${text}`)
      return apiError(422, `Invalid request.\n\n${problems.join('\n')}`)
    }
    const path = `${method} ${decodeURIComponent(pathname.slice(prefix.length))}`
    for (const [pattern, handler] of routes) {
      const found = pattern.exec(path)
      if (found === null) continue
      const given = handler(found, question)
      if (template !== null && given.json !== undefined)
        for (const text of description.answerProblems(method, template, given.status, given.json)) note(`${pathname}: ${text}`)
      return given
    }
    return apiError(404, 'Not Found')
  }
}
