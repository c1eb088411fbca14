import type { CgoReason, EnvironmentOrigin } from '../snapshot/index.js';
/** An operating system and a processor, in Go's words. */
export interface Platform {
    readonly goos: string;
    readonly goarch: string;
}
/** One row of `go tool dist list -json`. */
export interface DistTarget extends Platform {
    /** The go command can build with cgo for it, given a C compiler. */
    readonly cgoSupported: boolean;
    /** A first class port of the Go project: a broken one stops a release. */
    readonly firstClass: boolean;
}
/** The go env key that chooses the processor variant of one GOARCH. */
export type VariantKey = 'GO386' | 'GOAMD64' | 'GOARM' | 'GOARM64' | 'GOMIPS' | 'GOMIPS64' | 'GOPPC64' | 'GORISCV64' | 'GOWASM';
/** One target as a person wrote it: read, not yet held against what go can build. */
export interface TargetRequest {
    /** As written, trimmed. */
    readonly text: string;
    /** `default` (what go env says), `host` (this machine), or parts that may hold `*`. */
    readonly platform: 'default' | 'host' | Platform;
    /** As written behind the second slash; `null`: the environment's. */
    readonly variant: string | null;
    /** `+cgo` or `-cgo`; `null`: what go would choose. */
    readonly cgo: boolean | null;
}
/** One target that go can build, before it is known whether cgo is on. */
export interface WantedTarget extends Platform {
    /** Valid and in canonical order; `null`: the environment's. */
    readonly variant: string | null;
    readonly variantKey: VariantKey | null;
    /** What was asked for; `null`: what go would choose. */
    readonly cgo: boolean | null;
    readonly cgoSupported: boolean;
}
/** What `go env` says under the GOOS and GOARCH of one target. */
export interface TargetFacts {
    readonly host: Platform;
    /** CGO_ENABLED as go resolves it for this target. */
    readonly cgoEnabled: boolean;
    /** Where CGO_ENABLED comes from. Values other than `0` and `1` are ignored by go: then `default`. */
    readonly cgoOrigin: EnvironmentOrigin;
    /** CC as go resolves it for this target. */
    readonly cc: string;
    /** Value of the variant key in the environment, where GOARCH has one. */
    readonly variantValue: string | null;
}
/** One thing to build: nothing is left for go to choose. */
export interface Target extends Platform {
    /** Only when it was asked for. */
    readonly variant: string | null;
    readonly variantKey: VariantKey | null;
    /** What is built for: the variant asked for, else what go env says; `null` where that is nothing go knows. */
    readonly variantInEffect: string | null;
    readonly cgo: boolean;
    readonly cgoReason: CgoReason;
}
/** The canonical name, `linux/arm/7+cgo`: the variant only when it was asked for, the cgo suffix always. */
export declare function formatTarget(target: Pick<Target, 'goos' | 'goarch' | 'variant' | 'cgo'>): string;
/** The variables that every command for this target gets, so that nothing is left to a shell file or a default. */
export declare function targetEnvironment(target: Target): Record<string, string>;
