/** Where a file of the repository says something: POSIX path from its top, line from 1. */
export interface Place {
    readonly file: string;
    readonly line: number;
}
/** One thing that a file of the repository says of an environment that builds. */
export interface Declaration {
    /** `workflow ci.yml, job test`; `Dockerfile, stage build` */
    readonly environment: string;
    /** `go`, `toolchain`, or the name of a go setting: `CGO_ENABLED`. */
    readonly setting: string;
    /** As it is written, variables followed where they can be. */
    readonly value: string;
    /** `false`: an expression that only a run can tell. It is never the ground of a finding. */
    readonly known: boolean;
    readonly location: Place;
}
/** Which Go somebody asks for. */
export type WantedGo = 
/** One release: `1.22.3`, `1.23rc1`. */
{
    readonly kind: 'release';
    readonly version: string;
}
/** The newest release of a line: `1.22`. */
 | {
    readonly kind: 'line';
    readonly version: string;
}
/** Whatever is newest, or a range: it moves with time, so it agrees with everything. */
 | {
    readonly kind: 'moving';
} | {
    readonly kind: 'unknown';
};
/** A `go` declaration with what it means. */
export interface DeclaredGo extends Declaration {
    readonly wanted: WantedGo;
    /**
     * `true`: this very Go builds, whatever go.mod asks for (GOTOOLCHAIN=local, as official images and setup-go from its sixth version
     * set it). `false`: it may fetch the one that go.mod asks for. `null`: not known.
     */
    readonly fixed: boolean | null;
    /** The same value stands in another file, which is an environment of its own: `go-version-file`. */
    readonly borrowed: boolean;
}
/** What a go setting is for a command; `value` is `null` when only a run can tell. */
export interface Setting {
    readonly value: string | null;
    readonly location: Place;
    /** It was set with the command, and for nothing else. */
    readonly inline: boolean;
}
/** A command that runs go on the code of the repository. */
export interface GoCommand {
    /** `build`, `install`, `test`, `run`, `vet`, `mod download`, …; `make` for a make that may run go. */
    readonly verb: string;
    /** As written, short. */
    readonly text: string;
    readonly location: Place;
    readonly settings: ReadonlyMap<string, Setting>;
    /** With the race detector, which needs cgo. */
    readonly race: boolean;
    /** Asks for a static program. */
    readonly isStatic: boolean;
    /** What it writes: a file, a folder with a `/` at its end, empty when it is not known. In an image from its top. */
    readonly output: string;
    /** Folder of the repository it runs in; `null` when it is not known. */
    readonly directory: string | null;
    /** It names no package of a module: `go build`, `go build .`, `go run main.go`. Files alone need no go.mod. */
    readonly here: boolean;
    /** The Go that runs it, as far as something says so. */
    readonly go: readonly DeclaredGo[];
    /** Whether its machine has a C compiler; `null` when that is not known. */
    readonly compiler: boolean | null;
    /** Whether its failure fails anything. */
    readonly loose: boolean;
}
export type EnvironmentKind = 'workflow' | 'gitlab' | 'image' | 'devcontainer' | 'versions' | 'makefile';
/** Something that builds the code, and what it says of itself. */
export interface DeclaredEnvironment {
    readonly name: string;
    readonly kind: EnvironmentKind;
    readonly file: string;
    readonly line: number;
    /** Id of the job in its workflow. */
    readonly job?: string;
    readonly go: readonly DeclaredGo[];
    /** Go settings that hold for all of it. */
    readonly settings: readonly Declaration[];
    /** Those that hold for a step or a command of it. */
    readonly partly: readonly Declaration[];
    readonly commands: readonly GoCommand[];
    /** It runs a Go that no file names. */
    readonly anyGo: boolean;
}
/** A go.mod or go.work file. */
export interface DeclaredModule {
    readonly file: string;
    /** Folder, `.` for the top. */
    readonly directory: string;
    readonly go: {
        readonly version: string;
        readonly line: number;
    } | null;
    readonly toolchain: {
        readonly version: string;
        readonly line: number;
    } | null;
    /** Folders that a go.work uses; empty for a go.mod. */
    readonly uses: readonly string[];
}
/** What a container image is, by its name. */
export interface ImageFacts {
    /** The reference, unknown parts as `?`. */
    readonly name: string;
    /** `null`: no image of Go. */
    readonly go: WantedGo | null;
    /** It sets GOTOOLCHAIN=local. */
    readonly fixed: boolean;
    readonly libc: 'glibc' | 'musl' | 'none' | null;
    /** The release of its glibc, or the oldest it may be: `2.36`. */
    readonly glibc: string | null;
    /** Whether a C compiler is in it; `null` when that is not known. */
    readonly compiler: boolean | null;
}
/** What one stage of a Dockerfile takes out of another one, or out of an image. */
export interface StageCopy {
    readonly from: string;
    readonly sources: readonly string[];
    readonly line: number;
}
/** One stage of a Dockerfile. */
export interface ImageStage {
    readonly name: string;
    readonly file: string;
    /** Of its FROM. */
    readonly line: number;
    /** The image at the bottom of its chain of stages. */
    readonly image: ImageFacts;
    /** Commands of its own and of the stages it is made from. */
    readonly commands: readonly GoCommand[];
    readonly copies: readonly StageCopy[];
    /** Whether it takes a go.mod from the folder that it is built from; `maybe`: it takes whole folders. */
    readonly goMod: 'named' | 'maybe' | 'no';
    /** Brings a C library along that its image has not: nothing is said of where its programs start. */
    readonly foreignLibc: boolean;
}
/** A file that says nothing because it cannot be read, and why. */
export interface UnreadableFile {
    readonly file: string;
    readonly reason: string;
}
/** Everything that a repository says of the environments that build it. */
export interface DeclaredEnvironments {
    readonly declarations: readonly Declaration[];
    readonly environments: readonly DeclaredEnvironment[];
    readonly modules: readonly DeclaredModule[];
    /** By Dockerfile. */
    readonly stages: readonly (readonly ImageStage[])[];
    /** Lines of Go (`1.22`) that other CI systems and scripts of a CI name: somebody tests with them. */
    readonly mentioned: readonly string[];
    /** Another CI system is there, and no file says with which Go it tests. */
    readonly elsewhere: boolean;
    readonly unreadable: readonly UnreadableFile[];
}
/** What one machine was found to have, to be held against what is declared for it. */
export interface MeasuredEnvironment {
    /** How a person calls it: `ci / test (go=1.22)`. */
    readonly name: string;
    /** The job of a workflow that it is; `null` for a machine outside of CI. */
    readonly job: {
        readonly workflow: string;
        readonly id: string;
        readonly matrix: Readonly<Record<string, unknown>>;
    } | null;
    /** `go env GOVERSION`: `go1.22.3`. */
    readonly go: string;
    /** Values of `go env`. */
    readonly settings: Readonly<Record<string, string>>;
}
