/** What a file can say of environments. */
export type DeclaringKind =
  | 'module'
  | 'workflow'
  | 'action'
  | 'gitlab'
  | 'dockerfile'
  | 'devcontainer'
  | 'go-version'
  | 'tool-versions'
  | 'mise'
  | 'makefile'
  /** Another CI system: only the versions that it names count. */
  | 'other-ci'
  /** It gives arguments to builds of images. */
  | 'builds'

const KINDS: readonly (readonly [kind: DeclaringKind, pattern: RegExp])[] = [
  ['module', /(?:^|\/)go\.(?:mod|work)$/],
  ['workflow', /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/],
  ['action', /^\.github\/(?:[^/]+\/){0,4}action\.ya?ml$|^(?:[^/]+\/){0,2}action\.ya?ml$/],
  ['gitlab', /^\.gitlab-ci\.ya?ml$/],
  ['devcontainer', /(?:^|\/)\.devcontainer\/(?:[^/]+\/)?devcontainer\.json$|(?:^|\/)\.devcontainer\.json$/],
  [
    'dockerfile',
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:[.-](?!(?:[\w.-]*\.)?(?:dockerignore|md|txt|template|te?mpl|tpl|gotmpl|j2|jinja2?|erb|m4|in|orig|bak|sh|go|py|json|ya?ml)$)[\w.-]+)?$|(?:^|\/)[\w.-]+\.(?:[Dd]ockerfile|[Cc]ontainerfile)$/,
  ],
  ['go-version', /(?:^|\/)\.go-version$/],
  ['tool-versions', /(?:^|\/)\.tool-versions$/],
  ['mise', /(?:^|\/)(?:\.?mise\.toml|\.?mise\/config\.toml|\.config\/mise(?:\/config)?\.toml)$/],
  ['makefile', /(?:^|\/)(?:GNU)?[Mm]akefile$|\.mk$/],
  [
    'other-ci',
    /^(?:\.circleci\/config\.ya?ml|\.travis\.ya?ml|azure-pipelines[\w.-]*\.ya?ml|\.azure-pipelines\/[^/]+\.ya?ml|Jenkinsfile[\w.-]*|\.drone\.(?:ya?ml|star|jsonnet)|\.drone\/[^/]+\.(?:ya?ml|star|jsonnet)|\.tekton\/[^/]+\.ya?ml|\.teamcity\/[^/]+\.kts|\.azuredevops\/[^/]+\.ya?ml|\.woodpecker(?:\/[^/]+)?\.ya?ml|\.cirrus\.ya?ml|\.buildkite\/[^/]+\.ya?ml|appveyor\.ya?ml|bitbucket-pipelines\.ya?ml|\.gitlab\/.{1,100}\.ya?ml|\.semaphore\/[^/]+\.ya?ml|\.builds\/[^/]+\.ya?ml|\.builds?\.ya?ml|Earthfile|\.prow\.ya?ml|\.prow\/[^/]+\.ya?ml|cloudbuild[\w.-]*\.ya?ml|flake\.nix|shell\.nix|WORKSPACE(?:\.bazel)?|MODULE\.bazel)$/,
  ],
  [
    'builds',
    /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$|(?:^|\/)docker-bake[\w.-]*\.(?:hcl|json)$|(?:^|\/)\.?goreleaser[\w.-]*\.ya?ml$|(?:^|\/)[Tt]askfile[\w.-]*\.ya?ml$|(?:^|\/)(?:Tiltfile|skaffold\.ya?ml|magefile\.go|[Jj]ustfile)$|^(?:scripts?\/|hack\/|build\/|ci\/|\.ci\/|tools\/|bin\/)?[\w.-]+\.(?:ba)?sh$/,
  ],
]

/** Folders of other people's files, and of files that are made to be wrong. */
const SKIPPED = /(?:^|\/)(?:vendor|node_modules|testdata|\.git)\//

/** What a file of a repository can say of the environments that build it; `null` for nothing. The path is POSIX, from its top. */
export function declaringKind(path: string): DeclaringKind | null {
  if (SKIPPED.test(path) || path.length > 1000) return null
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? null
}

/** Whether a file of a repository is wanted by `readDeclarations`. */
export function isDeclaring(path: string): boolean {
  return declaringKind(path) !== null
}
