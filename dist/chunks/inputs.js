import { n as BUILD_CACHE, r as CHECKSUM_DATABASE } from "./nearest.js";

// src/config/inputs.ts
/** Every input of every face. action.yml, the flags and the tables of the README are checked against it or made from it. */
const INPUTS = [
	{
		name: "working-directory",
		type: "path",
		default: ".",
		flag: "-C, --directory DIR",
		reportDoc: "Directory of the project in the repository, as the recorder has it: annotations and the configuration lie below it.",
		faces: [
			"action",
			"report",
			"cli"
		],
		doc: "Directory of the project: a module, a workspace, or a folder with modules in it."
	},
	{
		name: "targets",
		type: "list",
		default: "",
		flag: "--targets LIST",
		faces: [
			"action",
			"cli",
			"config"
		],
		doc: "Targets to build, separated by commas: `linux/arm64`, `windows/amd64+cgo`, `default`, `host`, patterns such as `linux/*`."
	},
	{
		name: "packages",
		type: "list",
		default: "",
		flag: "--packages LIST",
		faces: [
			"action",
			"cli",
			"config"
		],
		doc: "Package patterns to build, separated by commas; `./...` when nothing is said."
	},
	{
		name: "verify",
		type: "boolean",
		default: "true",
		faces: ["action"],
		doc: "Download and verify the modules, and build only what passed. With `false` the job is recorded, and nothing is downloaded, verified or built."
	},
	{
		name: "vendor",
		type: "boolean",
		default: "true",
		flag: "--no-vendor",
		faces: ["action", "cli"],
		doc: "Hold the vendor folder against the modules it was made from."
	},
	{
		name: "checksum-database",
		type: "choice",
		choices: CHECKSUM_DATABASE,
		default: "",
		flag: "--checksum-database MODE",
		faces: [
			"action",
			"cli",
			"config"
		],
		doc: "Ask the checksum database about the modules in go.sum: `auto` as go is set up, `on` although GOSUMDB is off, `off` never. Private modules are never named. `auto` when nothing is said."
	},
	{
		name: "build-cache",
		type: "choice",
		choices: BUILD_CACHE,
		default: "",
		flag: "--build-cache MODE",
		faces: [
			"action",
			"cli",
			"config"
		],
		doc: "What becomes of the build cache: `trust` it as go does, `verify` builds again and compares every entry, `fresh` builds with an empty one and compares. `trust` when nothing is said."
	},
	{
		name: "repair",
		type: "boolean",
		default: "false",
		flag: "--repair",
		faces: ["cli"],
		doc: "Remove each module from the module cache that is not what go.sum says, fetch it again and verify again. Nothing else is touched."
	},
	{
		name: "fix",
		type: "boolean",
		default: "false",
		flag: "--fix",
		faces: ["cli"],
		doc: "Mend what can be mended safely on this machine: modules of the cache, go mod tidy, a line of go.sum, cgo of a target in .goparity.yml. Shows the change and asks first, looks whether it helped, and takes it back if not."
	},
	{
		name: "yes",
		type: "boolean",
		default: "false",
		flag: "--yes",
		faces: ["cli"],
		doc: "With --fix: do it without a question."
	},
	{
		name: "config",
		type: "path",
		default: "",
		flag: "--config FILE",
		reportDoc: "Configuration file; `.goparity.yml` in the directory of the project when nothing is said. Read through the API where nothing is checked out.",
		faces: [
			"action",
			"report",
			"cli"
		],
		doc: "Configuration file; `.goparity.yml` in the directory of the project when nothing is said."
	},
	{
		name: "baseline",
		type: "text",
		default: "",
		flag: "--baseline REF",
		reportDoc: "What to compare with: `auto` (the baseline artifact of the default branch, else `.goparity/baseline.json` as of the merge base), `none`, `file:PATH`, `git:REF` or `run:ID`.",
		faces: [
			"action",
			"report",
			"cli",
			"config"
		],
		doc: "What to compare with: `auto` (`.goparity/baseline.json`; in a pull request as of its merge base), `none`, `file:PATH` or `git:REF`."
	},
	{
		name: "baseline-branch",
		type: "text",
		default: "",
		faces: ["report"],
		doc: "Branch whose runs are trusted as baseline; the default branch, as the API names it, when nothing is said."
	},
	{
		name: "baseline-workflow",
		type: "path",
		default: "",
		faces: ["report"],
		doc: "Workflow file whose runs are trusted as baseline, from the top of the repository; this workflow when nothing is said."
	},
	{
		name: "expected-jobs",
		type: "text",
		default: "",
		flag: "--expected-jobs LIST",
		faces: ["report", "cli"],
		doc: "Jobs that must have left a snapshot: the `needs` of the job as JSON (`toJSON(needs)`), job ids with a number of legs (`check=4, lint`), or one number. Missing legs of a recorded matrix, and jobs of the baseline, are known without it."
	},
	{
		name: "fail-on",
		type: "choice",
		choices: [
			"error",
			"warning",
			"note",
			"unknown",
			"unverified",
			"never"
		],
		default: "",
		flag: "--fail-on LEVEL",
		faces: [
			"action",
			"report",
			"cli",
			"config"
		],
		doc: "From which severity on findings fail the run; `unknown` also fails when something could not be told, `unverified` only for what keeps goparity from building (modules, expectations): targets are then left to the report. `error` when nothing is said."
	},
	{
		name: "artifact-prefix",
		type: "text",
		default: "goparity-",
		reportDoc: "Beginning of the names of the artifacts that the recorders left, and of those that this step writes.",
		faces: ["action", "report"],
		doc: "Beginning of the name of the artifact that holds the snapshot; `none` uploads nothing."
	},
	{
		name: "snapshots",
		type: "path",
		default: "",
		faces: ["report"],
		doc: "Folder with the snapshots of the jobs, when another step has downloaded them; the artifacts of this run when nothing is said."
	},
	{
		name: "check",
		type: "choice",
		choices: [
			"auto",
			"true",
			"false"
		],
		default: "auto",
		faces: ["report"],
		doc: "Post a check run: `auto` gives a notice where the token may not, `true` a warning, `false` posts none."
	},
	{
		name: "check-name",
		type: "text",
		default: "goparity",
		faces: ["report"],
		doc: "Name of the check run."
	},
	{
		name: "retention-days",
		type: "number",
		default: "",
		reportDoc: "Days to keep the baseline (90 when nothing is said) and the report (the default of the repository), 1 to 400.",
		faces: ["action", "report"],
		doc: "Days to keep the artifact, 1 to 400; the default of the repository when nothing is said."
	},
	{
		name: "summary",
		type: "boolean",
		default: "true",
		faces: ["action", "report"],
		doc: "Write the report into the job summary."
	},
	{
		name: "matrix",
		type: "json",
		default: "${{ toJSON(matrix) }}",
		flag: "--matrix JSON",
		faces: ["action", "cli"],
		doc: "The leg of the matrix this job is, as JSON: part of its identity."
	},
	{
		name: "job-index",
		type: "number",
		default: "${{ strategy.job-index }}",
		faces: ["action"],
		doc: "Which leg of the matrix this is, so that the report knows of legs that left nothing."
	},
	{
		name: "job-total",
		type: "number",
		default: "${{ strategy.job-total }}",
		faces: ["action"],
		doc: "How many legs the matrix has."
	},
	{
		name: "github-token",
		type: "secret",
		default: "${{ github.token }}",
		reportDoc: "Reads snapshots, baseline and change (`actions: read`, `contents: read`), and posts the check run (`checks: write`).",
		faces: ["action", "report"],
		doc: "Reads the baseline at the merge base where the clone is too shallow for git; `contents: read` is enough. No go command sees it."
	},
	{
		name: "job",
		type: "text",
		default: "",
		flag: "--job NAME",
		faces: ["cli"],
		doc: "Name of this job instead of what the CI says."
	},
	{
		name: "snapshot",
		type: "path",
		default: "",
		flag: "--snapshot FILE",
		faces: ["cli"],
		doc: "Also write the snapshot of this job to a file."
	},
	{
		name: "format",
		type: "choice",
		choices: [
			"text",
			"json",
			"markdown",
			"sarif"
		],
		default: "text",
		flag: "--format FORMAT",
		faces: ["cli"],
		doc: "Form of the report."
	},
	{
		name: "output",
		type: "path",
		default: "",
		flag: "-o, --output FILE",
		faces: ["cli"],
		doc: "Write the result to a file instead of standard output."
	},
	{
		name: "quiet",
		type: "boolean",
		default: "false",
		flag: "--quiet",
		faces: ["cli"],
		doc: "No progress, and only what fails the run."
	},
	{
		name: "color",
		type: "boolean",
		default: "true",
		flag: "--no-color",
		faces: ["cli"],
		doc: "Colours, on a terminal and without NO_COLOR."
	}
];
/** The inputs that a face takes, in order. */
function inputsOf(face) {
	return INPUTS.filter(({ faces }) => faces.includes(face));
}

export { inputsOf as n, INPUTS as t };