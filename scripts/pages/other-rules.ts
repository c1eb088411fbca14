/** A rule that no log shows: goparity finds it by looking, not by reading what a tool printed. */
export interface OtherRule {
  /** What it says, in a few words. */
  readonly summary: string
  /** What it means for the build. */
  readonly meaning: string
  /** What to do. */
  readonly fix: string
  /** What looks like a fix and is none. */
  readonly not?: string
}

/** By rule id. */
export const OTHER_RULES: Readonly<Record<string, OtherRule>> = {
  'abi/drift': {
    summary: 'A program needs more of the machine than that of the baseline',
    meaning:
      'A program of a target became dynamic, or needs a newer glibc or another library than the one that the baseline built. It starts on the machine that built it, and perhaps not where it is sent.',
    fix: 'Read what changed with `goparity inspect BINARY --for IMAGE`. Build on the older system, for musl, or with `CGO_ENABLED=0`.',
    not: 'A newer base image hides it for as long as every place has that image.',
  },
  'baseline/edited': {
    summary: 'A change rewrites the baseline that it would be held against',
    meaning:
      'The baseline file in the repository is part of this change. It is compared with the one of the merge base, and the change is shown.',
    fix: 'When the new state is meant, say so in the review; the comparison of later changes then starts from it.',
    not: 'Saving a baseline until the check is green accepts whatever differs, seen or not.',
  },
  'baseline/missing': {
    summary: 'There is nothing to compare with yet',
    meaning: 'No trusted run has left a baseline. Drift between jobs is found all the same; drift over time is not.',
    fix: 'Run the report once on the default branch, or `goparity baseline save` and commit the file.',
  },
  'baseline/untrusted': {
    summary: 'The baseline cannot be used',
    meaning:
      'It is broken, of a newer version, or was not made by a run on the default branch of this repository. Nothing was compared, so the run says nothing about drift.',
    fix: 'Let a run on the default branch write it anew (`baseline: none` for one run).',
    not: 'Taking an artifact of a pull request for a baseline lets that pull request decide what it is held against.',
  },
  'cgo/pure-go-alternative': {
    summary: 'What a package does in C is to be had in pure Go',
    meaning:
      'A package of the program needs cgo, and with it a C compiler for each target, and its C is in the way here. A note, never a failure.',
    fix: 'See [without C](../../pure-go.md): each alternative stands there with what differs.',
  },
  'cgo/silently-dropped': {
    summary: 'Files are left out without cgo, and nobody said a word',
    meaning:
      'go leaves out files that import "C", or are constrained to cgo, when cgo is off: asked for, by cross-compiling, or because no C compiler is on PATH. The build is green, and the program is another one.',
    fix: 'Ask for what you want: `+cgo` with a compiler in CC, or `-cgo`. [`goparity graph`](../../graph.md) shows what is lost, and the `!cgo` file to add.',
    not: '`CGO_ENABLED=1` without a C compiler for the target only moves the failure.',
  },
  'cgo/version-mismatch': {
    summary: 'A C header and its library are of different versions',
    meaning:
      'The header that a package is compiled with says one version, the library that it is linked with holds another. It builds; what the header promises may not be there when it runs.',
    fix: 'Take both from one place: one -dev package, or -I and -L into the same folder.',
    not: 'LD_LIBRARY_PATH chooses a third one at run time.',
  },
  'checksum/layer-mismatch': {
    summary: 'What lies on this machine is not what go.sum says',
    meaning:
      'One layer between go.sum and the compiler holds other bytes: the zip, its remembered hash, the extracted directory, a go.mod file, vendor/, or the build cache. `go build` trusts most of them without looking.',
    fix: '`goparity verify` names module, layer and file; `goparity verify --repair` fetches the module anew and checks it.',
    not: 'Deleting go.sum makes go believe whatever is there.',
  },
  'checksum/unknown': {
    summary: 'Whether modules are what go.sum says is not known',
    meaning:
      'Something that decides it could not be read, or the verification did not come to its end. Unknown is not right: nothing is built where `fail-on: unverified` is set.',
    fix: 'Read the reason in the finding; `goparity verify` in that job says more.',
  },
  'env/contradiction': {
    summary: 'Two places of the repository ask for different environments',
    meaning:
      'Workflows, Dockerfiles, dev containers, version files and go.mod each say with what the code is built, and two of them cannot both be meant: an image with an older Go than go.mod asks for, a Go that no job of CI tests with, a setting that takes the checks off modules in one place only.',
    fix: 'The finding names both places: write in one what the other says, or let both read it from go.mod. [Declared environments](../../declared.md) says what is held against what.',
    not: '`GOTOOLCHAIN=auto` in the image downloads another Go at each build: the tag of the image then says nothing.',
  },
  'env/drift': {
    summary: 'A setting of the environment is not what it was, or not what it is elsewhere',
    meaning:
      'A value of `go env` differs between jobs, or from the baseline. The finding says what the setting decides, and what it follows from when it is known.',
    fix: 'Set it in one place for all (the workflow, the container image), or list it in `.goparity.yml` with the reason why it differs.',
  },
  'env/expectation': {
    summary: 'A setting is not what .goparity.yml expects',
    meaning: 'The project says in `expect` what must hold everywhere, and here it does not.',
    fix: 'Set it where the finding says it comes from, or change what is expected.',
  },
  'env/image-libc': {
    summary: 'A program goes into an image with another C library than the one it is linked with',
    meaning:
      'With cgo a program needs the C library of the image that built it. Copied into an image with another one (glibc and musl), with an older one, or with none, it ends with `no such file or directory` or `version GLIBC_2.34 not found` before its first line.',
    fix: 'Build with `CGO_ENABLED=0`, or take both images from the same family: alpine with alpine, bookworm with bookworm.',
    not: 'gcompat and libc6-compat let some programs start; what they lack shows when it is called.',
  },
  'env/image-without-compiler': {
    summary: 'cgo is asked for in an image without a C compiler',
    meaning:
      'The alpine images of Go have no C compiler. `CGO_ENABLED=1` and `-race` end there with `C compiler "gcc" not found`, as soon as a package needs C: net and os/user are enough.',
    fix: 'Install one before the build (`apk add --no-cache gcc musl-dev`), take the Debian image, or build with `CGO_ENABLED=0`.',
    not: 'Leaving CGO_ENABLED out makes the build pass, and drops every file that imports "C" without a word.',
  },
  'env/shell-only': {
    summary: 'A setting is there in a terminal only',
    meaning: 'A start file of the shell exports it. Editors, hooks and CI do not read such files, so they build something else.',
    fix: '`go env -w` for one machine, the container or workflow for all.',
  },
  'env/verification-disabled': {
    summary: 'A setting turns the verification of modules off',
    meaning:
      'GOSUMDB=off, GONOSUMDB, GOPRIVATE, GOINSECURE, GOFLAGS=-mod=mod or the like: modules are taken without being checked against the checksum database, or go.sum is rewritten as a build goes.',
    fix: 'Name private modules alone in GOPRIVATE, and leave the rest on.',
    not: 'GONOSUMCHECK has no effect; GOFLAGS=-insecure no longer exists.',
  },
  'go/unrecognised': {
    summary: 'A command failed for a reason that is not recognised',
    meaning: 'No rule fits the output. It is shown as it is: a guess would cost more than it saves.',
    fix: 'Read the lines below it. A log that should be recognised is worth an issue.',
  },
  'job/added': {
    summary: 'A job is not in the baseline',
    meaning: 'There is nothing to compare it with yet; the next baseline has it.',
    fix: 'Nothing, when the matrix grew on purpose.',
  },
  'job/missing': {
    summary: 'A job left no snapshot',
    meaning:
      'It was cancelled, failed before it recorded, or is gone. What it would have shown is not known, so the baseline is not written.',
    fix: 'Read its log. When the job is gone for good, run once with `baseline: none`.',
    not: 'Fewer expected jobs make the report green, and blind.',
  },
  'job/unreadable': {
    summary: 'The snapshot of a job cannot be used',
    meaning: 'It is broken, too large, of a newer version, or was not written by goparity. What that job built is not known.',
    fix: 'Run the job again. One that is refused again was written by something else.',
  },
  'modules/drift': {
    summary: 'The build list is another one',
    meaning:
      'Modules or versions differ between jobs or from the baseline. Where go.mod did not change, something else chose them: a go.work file, GOFLAGS=-modfile, -mod=mod.',
    fix: 'Compare `go list -m all` of both; the finding names the first module that differs and what accounts for it.',
  },
  'modules/go-sum-drift': {
    summary: 'go.sum has other lines in different jobs',
    meaning: 'Where a line is missing, go stops or fetches it; one too many does no harm, but some step wrote it.',
    fix: '`go mod tidy` once, commit, and build with -mod=readonly (the default) everywhere.',
  },
  'modules/not-covered': {
    summary: 'Source that no checksum covers is part of the build',
    meaning:
      'A module replaced by a folder, an overlay, a go.work file outside of the repository, -toolexec: go builds it as it lies there, and go.sum says nothing about it.',
    fix: 'Where it is meant, list it in `.goparity.yml` with a reason; else take it out of go.mod or GOFLAGS.',
  },
  'modules/sum-drift': {
    summary: 'A version has two contents',
    meaning:
      'The same module at the same version has another hash than in the baseline or in another job. A tag was moved, a proxy serves other bytes, or go.sum was edited. Do not build it before you know which.',
    fix: 'Ask the checksum database (the finding has the command), and the authors of the module.',
    not: 'Deleting the go.sum line accepts the bytes that came last.',
  },
  'runner/drift': {
    summary: 'The machine is another one',
    meaning: 'The runner image, its C compiler or its libc moved. It matters to targets with cgo; pure Go does not use it.',
    fix: 'Pin the image (`ubuntu-24.04`, a container by digest), or take the new state as the baseline.',
  },
  'runtime/library-missing': {
    summary: 'A library that a program loads is not where it is to run',
    meaning:
      'A program or a library names others that the loader has to find before anything of it runs. One of them is not in the image or on the system that was asked about, or only for another C library.',
    fix: 'Install the package that brings it into the image (the finding names it), or build without: `CGO_ENABLED=0`, or link it statically. `goparity inspect BINARY --for IMAGE` shows the whole chain.',
    not: 'LD_LIBRARY_PATH helps only where the library is there, in another folder.',
  },
  'target/added': {
    summary: 'A target is new',
    meaning: 'The baseline does not have it: there is nothing to compare it with yet.',
    fix: 'Nothing, when it was added on purpose.',
  },
  'target/broken': {
    summary: 'A target does not build, or not everywhere',
    meaning: 'It built in the baseline, or builds in another job of the same run. The finding beside it says why it fails.',
    fix: 'Read that finding first; with the same commit on both sides, the difference is in the environment.',
  },
  'target/fixed': {
    summary: 'A target builds again',
    meaning: 'It failed in the baseline and builds now.',
    fix: '`goparity baseline save`, or the next run on the default branch, keeps it so.',
  },
  'target/removed': {
    summary: 'A target is no longer built',
    meaning: 'The baseline has it, this run does not.',
    fix: 'Nothing, when it was taken out on purpose; else look at `targets` of the job.',
  },
  'toolchain/drift': {
    summary: 'Another version of Go',
    meaning:
      'The go command that built is not that of the baseline, or not that of another job: by the image, by GOTOOLCHAIN, or by a changed go line. The finding says which.',
    fix: 'Name one version for all: the toolchain line of go.mod, `go-version-file: go.mod` in setup-go.',
    not: 'GOTOOLCHAIN=local pins nothing: it takes what is installed.',
  },
  'vendor/modified': {
    summary: 'vendor/ is not what the modules hold',
    meaning:
      'go builds vendor/ as it is, compares modules.txt with go.mod, and never looks at the files. Files were edited, added, or are missing.',
    fix: '`go mod vendor` writes it anew; `git diff vendor` then shows what was different. A patch belongs in a fork and a replace line.',
    not: '`go mod verify` does not look at vendor/.',
  },
  'workflow/verify-after-build': {
    summary: '`go mod verify` stands after the build',
    meaning: 'The build compiles, and tests run, modules that nobody has verified yet.',
    fix: 'Download, verify, build: in that order ([measured](../../verify-order.md)).',
  },
  'workflow/verify-before-download': {
    summary: '`go mod verify` stands before the download',
    meaning:
      'It verifies what is in the cache at that moment, which is nothing or what an older run left, and says "all modules verified".',
    fix: '`go mod download` first ([measured](../../verify-order.md)).',
  },
  'workflow/verify-before-restore': {
    summary: '`go mod verify` stands before the cache is restored',
    meaning: 'What the cache brings afterwards is not verified by anybody.',
    fix: 'Restore, download, verify, build ([measured](../../verify-order.md)).',
  },
  'workflow/verify-not-enforced': {
    summary: 'A failed verification fails nothing',
    meaning:
      '`continue-on-error`, `|| true`, a pipe or a later command swallows its exit code: the build goes on with what was found to be wrong.',
    fix: 'Make it a command of its own whose failure counts.',
  },
}
