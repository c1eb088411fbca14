/** Which face takes an input: `with:` of the recorder, `with:` of the reporter, a flag of the command, a key of `.goparity.yml`. */
export type InputFace = 'action' | 'report' | 'cli' | 'config';
/** One thing a user can say, in one place for all faces. */
export interface Input {
    /** Kebab-case: the action's name, the key of the configuration, and the long flag without its dashes. */
    readonly name: string;
    readonly type: 'text' | 'list' | 'boolean' | 'number' | 'choice' | 'path' | 'json' | 'secret';
    /** For `choice`: what is allowed. */
    readonly choices?: readonly string[];
    /** As written in action.yml; for a flag, what holds when it is not given. Empty: not given. */
    readonly default: string;
    /** One line for people. */
    readonly doc: string;
    /** The line for the reporter, where it is another one. */
    readonly reportDoc?: string;
    readonly faces: readonly InputFace[];
    /** The whole flag where it is more than `--name VALUE`. */
    readonly flag?: string;
}
/** Every input of every face. action.yml, the flags and the tables of the README are checked against it or made from it. */
export declare const INPUTS: readonly Input[];
/** The inputs that a face takes, in order. */
export declare function inputsOf(face: InputFace): readonly Input[];
