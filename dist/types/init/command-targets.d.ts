import { type SeenTarget } from './guessed-targets.js';
import { type ShellCommand } from './shell.js';
/** What `GOOS=… GOARCH=… go build` builds for; also behind `env`. */
export declare function commandTarget({ words, assignments }: ShellCommand): Omit<SeenTarget, 'file' | 'line'> | null;
/** The cross-compiling lines of a Makefile or a script. Recipes of make are shell but for `@` and `-` in front. */
export declare function scriptTargets(file: string, text: string): readonly SeenTarget[];
