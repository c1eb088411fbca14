// src/config/inputs.ts
/** Every input of every face. action.yml, the flags and the tables of the README are checked against it or made from it. */
const INPUTS = [
	{
		name: "working-directory",
		type: "path",
		default: ".",
		flag: "-C, --directory DIR",
		faces: ["action", "cli"],
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
		choices: ["off"],
		default: "off",
		faces: ["action"],
		doc: "Ask the checksum database about every module again. Only `off` for now: go itself asks it for modules that go.sum does not have."
	},
	{
		name: "config",
		type: "path",
		default: "",
		flag: "--config FILE",
		faces: ["action", "cli"],
		doc: "Configuration file; `.goparity.yml` in the directory of the project when nothing is said."
	},
	{
		name: "baseline",
		type: "text",
		default: "",
		flag: "--baseline REF",
		faces: [
			"action",
			"cli",
			"config"
		],
		doc: "What to compare with: `auto` (`.goparity/baseline.json`; in a pull request as of its merge base), `none`, `file:PATH` or `git:REF`."
	},
	{
		name: "fail-on",
		type: "choice",
		choices: [
			"error",
			"warning",
			"note",
			"unknown",
			"never"
		],
		default: "",
		flag: "--fail-on LEVEL",
		faces: [
			"action",
			"cli",
			"config"
		],
		doc: "From which severity on findings fail the run; `unknown` also fails when something could not be told. `error` when nothing is said."
	},
	{
		name: "artifact-prefix",
		type: "text",
		default: "goparity-",
		faces: ["action"],
		doc: "Beginning of the name of the artifact that holds the snapshot; `none` uploads nothing."
	},
	{
		name: "retention-days",
		type: "number",
		default: "",
		faces: ["action"],
		doc: "Days to keep the artifact, 1 to 400; the default of the repository when nothing is said."
	},
	{
		name: "summary",
		type: "boolean",
		default: "true",
		faces: ["action"],
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
		name: "github-token",
		type: "secret",
		default: "${{ github.token }}",
		faces: ["action"],
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
			"markdown"
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