/** The programs that measure, each in a folder of one module. */
export type ProgramName = 'room' | 'resolve' | 'forced' | 'web' | 'machine';
/** Files of the module of our programs, but for its go.mod: path below its folder, content. */
export declare const PROGRAM_FILES: Readonly<Record<string, string>>;
