import { type SeenTarget } from './guessed-targets.js';
import { type YamlFile } from './yaml-file.js';
/** Names under which GoReleaser finds its configuration. */
export declare const GORELEASER_FILES: readonly string[];
/** What the builds of a GoReleaser configuration build for: `builds` by `goos`, `goarch`, variants and `ignore`, or by `targets`. */
export declare function goreleaserTargets(file: YamlFile): readonly SeenTarget[];
