import type { CiFile } from '../../../src/init/index.js'

/** A file of a CI, and what has to be said of it: `line rule severity`, in order. */
export interface CiCase {
  readonly title: string
  readonly kind: CiFile['kind']
  readonly text: string
  readonly found: readonly string[]
}

const NAMES: Readonly<Record<CiFile['kind'], string>> = {
  github: '.github/workflows/ci.yml',
  gitlab: '.gitlab-ci.yml',
  docker: 'Dockerfile',
}

/** The file of a case. */
export function fileOf({ kind, text }: CiCase): CiFile {
  return { kind, name: NAMES[kind], text }
}

/** A workflow of one job: `test`, on ubuntu; its steps begin in line 6. */
function steps(text: string, job: string = ''): string {
  return `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n${job}    steps:\n${text.replace(/^\n/, '').replaceAll(/^(?=.)/gm, '      ')}`
}

const SETUP = '- uses: actions/checkout@v6\n- uses: actions/setup-go@v6\n'

type Row = readonly [title: string, kind: CiFile['kind'], text: string, ...found: readonly string[]]

const GOOD_ROWS: readonly Row[] = [
  ['download, verify, build', 'github', steps(`${SETUP}- run: go mod download\n- run: go mod verify\n- run: go build ./...\n`)],
  ['download and verify in one command', 'github', steps(`${SETUP}- run: go mod download && go mod verify\n- run: go test ./...\n`)],
  [
    'a script with continued lines, comments and a here-document',
    'github',
    steps(
      `${SETUP}- run: |\n    # go build comes later\n    go mod \\\n      download\n    cat <<EOF > note\n    go build ./...\n    EOF\n    go mod verify\n    go build ./...\n`,
    ),
  ],
  ['the recorder before the tests', 'github', steps(`${SETUP}- uses: OWNER/goparity@COMMIT\n- run: go test ./...\n`)],
  ['goparity run as the build', 'github', steps(`${SETUP}- run: goparity run -- go build ./...\n`)],
  [
    'a second look after the build',
    'github',
    steps(`${SETUP}- run: go mod download\n- run: go mod verify\n- run: go test ./...\n- run: go mod verify\n`),
  ],
  [
    'tools of other modules first',
    'github',
    steps(`${SETUP}- run: go install golang.org/x/tools/cmd/stringer@latest\n- run: go mod download && go mod verify\n`),
  ],
  [
    'two modules, each in its own folder',
    'github',
    steps(
      `${SETUP}- run: go mod download && go mod verify && go build ./...\n  working-directory: a\n- run: go mod download && go mod verify && go build ./...\n  working-directory: ./b/\n`,
    ),
  ],
  [
    'a folder for every command of a job',
    'github',
    steps(
      `${SETUP}- run: go mod download\n- run: cd tools && go mod download && go mod verify\n- run: go mod verify\n`,
      '    defaults:\n      run:\n        working-directory: app\n',
    ),
  ],
  ['a script that may have downloaded', 'github', steps(`${SETUP}- run: ./scripts/bootstrap.sh\n- run: go mod verify\n- run: go build\n`)],
  ['make deps that may have downloaded', 'github', steps(`${SETUP}- run: make deps\n- run: go mod verify\n`)],
  [
    'an action of the repository that may have downloaded',
    'github',
    steps(`${SETUP}- uses: ./.github/actions/prepare\n- run: go mod verify\n- run: go build\n`),
  ],
  [
    'a failure that is looked at',
    'github',
    steps(`${SETUP}- run: |\n    go mod download\n    if ! go mod verify; then echo "::error::no"; exit 1; fi\n    go build\n`),
  ],
  [
    'an || that ends the script',
    'github',
    steps(`${SETUP}- run: |\n    go mod download\n    go mod verify || { echo no; exit 1; }\n    go build\n`),
  ],
  [
    'a pipe with pipefail',
    'github',
    steps(`${SETUP}- run: |\n    go mod download\n    go mod verify | tee log\n    go build\n  shell: bash\n`),
  ],
  [
    'continue-on-error only for the experimental leg',
    'github',
    steps(
      `${SETUP}- run: go mod download\n- run: go mod verify\n  continue-on-error: \${{ matrix.experimental }}\n`,
      '    strategy:\n      matrix:\n        experimental: [true, false]\n',
    ),
  ],
  [
    'a cache of something else',
    'github',
    steps(
      `${SETUP}- run: go mod download && go mod verify\n- uses: actions/cache@v4\n  with:\n    path: ~/.cache/golangci-lint\n    key: lint\n`,
    ),
  ],
  [
    'a cache that is only saved',
    'github',
    steps(`${SETUP}- run: go mod download && go mod verify\n- uses: actions/cache/save@v4\n  with:\n    path: ~/go/pkg/mod\n    key: x\n`),
  ],
  [
    'a vendor folder that is built',
    'github',
    steps(`${SETUP}- run: go build -mod=vendor ./...\n- run: go mod download && go mod verify\n`),
  ],
  [
    'mise around every command',
    'github',
    steps(`${SETUP}- run: mise exec -- go mod download\n- run: mise exec -- go mod verify\n- run: mise x -- go build\n`),
  ],
  ['a task that may have downloaded', 'github', steps(`${SETUP}- run: mise run deps\n- run: go mod verify\n- run: go build\n`)],
  ['words about it', 'github', steps(`- run: echo "go build; go mod verify || true"\n- name: go mod verify || true\n  run: echo done\n`)],
  [
    'no Go at all',
    'github',
    'on: push\njobs:\n  a:\n    uses: ./.github/workflows/other.yml\n  b:\n    runs-on: ubuntu-latest\n    steps:\n      - run: npm test\n',
  ],
  [
    'steps that jobs share by an anchor',
    'github',
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: &steps\n      - uses: actions/setup-go@v6\n      - run: go mod download && go mod verify\n      - run: go test ./...\n  b:\n    runs-on: macos-latest\n    steps: *steps\n`,
  ],
  [
    'a composite action that verifies what its caller downloaded',
    'github',
    `name: x\nruns:\n  using: composite\n  steps:\n    - run: go mod verify\n      shell: bash\n    - run: go build ./...\n      shell: bash\n`,
  ],
  [
    'a matrix with include',
    'github',
    steps(
      `${SETUP}- run: go mod download && go mod verify\n- run: go test ./...\n`,
      '    strategy:\n      matrix:\n        include:\n          - go: "1.25"\n          - go: "1.26"\n',
    ),
  ],
  [
    'GitLab: cache, before_script, template',
    'gitlab',
    `.go: &go\n  image: golang:1.26\n  cache:\n    paths: [.go/pkg/mod/]\n  before_script:\n    - go mod download\n    - go mod verify\ntest:\n  <<: *go\n  script:\n    - go test ./...\nbuild:\n  extends: .go\n  script: [go build ./...]\n`,
  ],
  [
    'GitLab: !reference',
    'gitlab',
    `.setup:\n  script:\n    - go mod download\ntest:\n  image: golang:1.26\n  script:\n    - !reference [.setup, script]\n    - go mod verify\n    - go test\n`,
  ],
  [
    'GitLab: an image that may hold modules',
    'gitlab',
    `test:\n  image: registry.example.com/team/ci\n  script:\n    - go mod verify\n    - go test\n`,
  ],
  ['GitLab: a template that nobody uses', 'gitlab', `.old:\n  script:\n    - go mod verify || true\n`],
  [
    'Dockerfile: one RUN',
    'docker',
    `FROM golang:1.26 AS build\nWORKDIR /src\nCOPY go.mod go.sum ./\nRUN go mod download && go mod verify\nCOPY . .\nRUN go build -o /app .\nFROM scratch\nCOPY --from=build /app /app\n`,
  ],
  [
    'Dockerfile: cache mounts, continued lines, comments between them',
    'docker',
    `# syntax=docker/dockerfile:1\nFROM golang:1.26\nRUN --mount=type=cache,target=/go/pkg/mod \\\n    # the modules\n    go mod download \\\n\n    && go mod verify\nRUN --mount=type=cache,target=/go/pkg/mod go build ./...\n`,
  ],
  [
    'Dockerfile: a here-document that stops',
    'docker',
    `FROM golang:1.26\nRUN <<EOF\nset -e\ngo mod download\ngo mod verify\ngo build ./...\nEOF\n`,
  ],
  [
    'Dockerfile: a stage that goes on from another',
    'docker',
    `FROM golang:1.26 AS deps\nRUN go mod download\nRUN go mod verify\nFROM deps AS build\nRUN go build\nFROM deps AS test\nRUN ["go", "mod", "verify"]\nRUN go test\n`,
  ],
  [
    'Dockerfile: modules of another stage',
    'docker',
    `FROM golang:1.26 AS deps\nRUN go mod download\nFROM golang:1.26\nCOPY --from=deps /go/pkg/mod /go/pkg/mod\nRUN go mod verify && go build\n`,
  ],
  [
    'Dockerfile: SHELL of the stage before',
    'docker',
    `FROM golang:1.26 AS base\nSHELL ["/bin/bash", "-ec"]\nFROM base\nRUN go mod download; go mod verify; go build\n`,
  ],
  [
    'Dockerfile: SHELL that stops',
    'docker',
    `FROM golang:1.26\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN go mod download; go mod verify | tee log; go build\n`,
  ],
]

/** Files in the right order, and files of which nothing can be said. */
export const GOOD: readonly CiCase[] = GOOD_ROWS.map(([title, kind, text]) => ({ title, kind, text, found: [] }))

const BAD_ROWS: readonly Row[] = [
  [
    'before the download',
    'github',
    steps(`- uses: actions/checkout@v6\n- run: go mod verify\n- run: go mod download\n`),
    '7 workflow/verify-before-download error',
  ],
  [
    'before the download in one script',
    'github',
    steps(`- run: |\n    echo start\n    go mod verify\n    go mod download\n`),
    '8 workflow/verify-before-download error',
  ],
  [
    'before the build that downloads',
    'github',
    steps(`- run: >-\n    go mod\n    verify\n- run: go test ./...\n`),
    '7 workflow/verify-before-download error',
  ],
  [
    'without any download',
    'github',
    steps(`- uses: actions/checkout@v6\n- run: go mod verify\n`),
    '7 workflow/verify-before-download error',
  ],
  [
    'before the download, behind a cache',
    'github',
    steps(`${SETUP}- run: go mod verify\n- run: go mod download\n`),
    '8 workflow/verify-before-download warning',
  ],
  ['after the build', 'github', steps(`${SETUP}- run: go build ./...\n- run: go mod verify\n`), '9 workflow/verify-after-build warning'],
  [
    'after golangci-lint',
    'github',
    steps(`${SETUP}- uses: golangci/golangci-lint-action@v9\n- run: go mod verify\n`),
    '9 workflow/verify-after-build warning',
  ],
  ['after make', 'github', steps(`${SETUP}- run: make test\n- run: goparity verify\n`), '9 workflow/verify-after-build warning'],
  [
    'the recorder after the tests',
    'github',
    steps(`${SETUP}- run: go test ./...\n- uses: OWNER/goparity@COMMIT\n`),
    '9 workflow/verify-after-build warning',
  ],
  [
    'before the cache',
    'github',
    steps(
      `- run: go mod download && go mod verify\n- uses: actions/cache@v4\n  with:\n    path: |\n      ~/.cache/go-build\n      ~/go/pkg/mod\n    key: go\n- run: go build\n`,
    ),
    '6 workflow/verify-before-restore warning',
  ],
  [
    'the recorder before setup-go brings its cache',
    'github',
    steps(`- uses: OWNER/goparity@COMMIT\n- uses: actions/setup-go@v6\n- run: go build\n`),
    '6 workflow/verify-before-restore warning',
  ],
  [
    'continue-on-error of the step',
    'github',
    steps(`${SETUP}- run: go mod download\n- run: go mod verify\n  continue-on-error: true\n`),
    '9 workflow/verify-not-enforced error',
  ],
  [
    'continue-on-error of the job',
    'github',
    steps(`${SETUP}- run: go mod download && go mod verify\n`, '    continue-on-error: true\n'),
    '9 workflow/verify-not-enforced error',
  ],
  ['if: false', 'github', steps(`${SETUP}- run: goparity check\n  if: \${{ false }}\n`), '8 workflow/verify-not-enforced error'],
  ['|| true', 'github', steps(`${SETUP}- run: go mod download\n- run: go mod verify || true\n`), '9 workflow/verify-not-enforced error'],
  [
    'a pipe without pipefail',
    'github',
    steps(`${SETUP}- run: |\n    go mod download\n    go mod verify | tee log\n`),
    '10 workflow/verify-not-enforced error',
  ],
  [
    '&& with more below',
    'github',
    steps(`${SETUP}- run: |\n    go mod download\n    go mod verify && echo verified\n    go build\n`),
    '10 workflow/verify-not-enforced error',
  ],
  [
    'set +e',
    'github',
    steps(`${SETUP}- run: |\n    set +e\n    go mod download\n    go mod verify\n    go build\n`),
    '11 workflow/verify-not-enforced error',
  ],
  [
    'a shell of its own that does not stop',
    'github',
    steps(`${SETUP}- run: |\n    go mod download\n    go mod verify\n    go build\n  shell: bash {0}\n`),
    '10 workflow/verify-not-enforced error',
  ],
  [
    'one of two modules',
    'github',
    steps(
      `${SETUP}- run: go mod download && go mod verify\n  working-directory: a\n- run: go -C b build ./...\n- run: go mod verify\n  working-directory: ./b\n`,
    ),
    '11 workflow/verify-after-build warning',
  ],
  [
    'steps of an anchor, said once',
    'github',
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: &steps\n      - run: go mod verify\n      - run: go mod download\n  b:\n    runs-on: macos-latest\n    steps: *steps\n`,
    '6 workflow/verify-before-download error',
  ],
  [
    'a composite action',
    'github',
    `runs:\n  using: composite\n  steps:\n    - run: go mod verify\n      shell: bash\n    - run: go mod download\n      shell: bash\n`,
    '4 workflow/verify-before-download error',
  ],
  [
    'a file with a byte order mark and line ends of Windows',
    'github',
    `\uFEFF${steps('- run: |\n    echo\n    go mod verify\n    go mod download\n').replaceAll('\n', '\r\n')}`,
    '8 workflow/verify-before-download error',
  ],
  [
    'GitLab: before the download',
    'gitlab',
    `test:\n  image: golang:1.26\n  before_script:\n    - go mod verify\n  script:\n    - go mod download\n`,
    '4 workflow/verify-before-download error',
  ],
  [
    'GitLab: behind a cache, before the build',
    'gitlab',
    `default:\n  image: golang:1.26\n  cache:\n    paths:\n      - .go/pkg/mod\ntest:\n  script:\n    - go mod verify\n    - go test\n`,
    '8 workflow/verify-before-download warning',
  ],
  [
    'GitLab: allow_failure',
    'gitlab',
    `verify:\n  image: golang:1.26\n  allow_failure: true\n  script:\n    - go mod download\n    - go mod verify\n`,
    '6 workflow/verify-not-enforced error',
  ],
  [
    'GitLab: after_script',
    'gitlab',
    `test:\n  image: golang:1.26\n  script:\n    - go test\n  after_script:\n    - go mod verify\n`,
    '6 workflow/verify-not-enforced error',
  ],
  [
    'GitLab: after the build, by a template',
    'gitlab',
    `.base:\n  image: golang:1.26\n  script:\n    - go build\n    - |\n      echo x\n      go mod verify\ntest:\n  extends: [.base]\n`,
    '7 workflow/verify-after-build warning',
  ],
  [
    'Dockerfile: before the download',
    'docker',
    `FROM golang:1.26\nCOPY go.mod go.sum ./\nRUN go mod verify\nRUN go mod download\n`,
    '3 workflow/verify-before-download error',
  ],
  [
    'Dockerfile: ; between them',
    'docker',
    `FROM golang:1.26\nRUN go mod download; go mod verify; go build\n`,
    '2 workflow/verify-not-enforced error',
  ],
  [
    'Dockerfile: a here-document that goes on',
    'docker',
    `FROM golang:1.26\nRUN <<EOF\ngo mod download\ngo mod verify\ngo build ./...\nEOF\n`,
    '4 workflow/verify-not-enforced error',
  ],
  [
    'Dockerfile: || true on a continued line',
    'docker',
    `FROM golang:1.26\nRUN go mod download && \\\n    # really\n    go mod verify \\\n    || true\n`,
    '4 workflow/verify-not-enforced error',
  ],
  [
    'Dockerfile: after the build of the stage',
    'docker',
    `FROM golang:1.26 AS build\nRUN go build\nRUN go mod verify\nFROM build\nRUN go test\n`,
    '3 workflow/verify-after-build warning',
  ],
  [
    'Dockerfile: the build uses another cache',
    'docker',
    `FROM golang:1.26\nRUN go mod download && go mod verify\nRUN --mount=type=cache,target=/go/pkg/mod go build\n`,
    '2 workflow/verify-before-restore warning',
  ],
  [
    'Dockerfile: downloaded into another cache',
    'docker',
    `FROM golang:1.26\nRUN go mod download\nRUN --mount=type=cache,target=/go/pkg/mod go mod verify\nRUN --mount=type=cache,target=/go/pkg/mod go mod download\n`,
    '3 workflow/verify-before-download warning',
  ],
  [
    'Dockerfile: twice in one line, said once',
    'docker',
    `FROM golang:1.26\nRUN go mod download && go mod verify || true; go mod verify || true\n`,
    '2 workflow/verify-not-enforced error',
  ],
  [
    'GitLab: the last template counts',
    'gitlab',
    `.good:\n  image: golang:1.26\n  script: [go mod download, go mod verify]\n.bad:\n  script:\n    - go build\n    - go mod verify\ntest:\n  extends: [.good, .bad]\n`,
    '7 workflow/verify-after-build warning',
  ],
  [
    'Dockerfile: modules copied later',
    'docker',
    `FROM golang:1.26 AS deps\nRUN go mod download\nFROM golang:1.26\nRUN go mod download && go mod verify\nCOPY --from=deps /go/pkg/mod /go/pkg/mod\nRUN go build\n`,
    '4 workflow/verify-before-restore warning',
  ],
]

/** Files in which something stands wrong. */
export const BAD: readonly CiCase[] = BAD_ROWS.map(([title, kind, text, ...found]) => ({ title, kind, text, found }))
