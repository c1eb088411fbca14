/** Names that builds of images are given from outside, by whatever file: the defaults in a Dockerfile are then not what is built. */
export declare function findBuildArguments(text: string): readonly string[];
/** Lines of Go that the file of another CI system may name: `cimg/go:1.22.3`, `- 1.22.x` in a list of its own. Too many do no harm. */
export declare function findMentionedLines(text: string): readonly string[];
