/** What the hooks need of a file system beside reading: each step happens wholly or not at all. Throws with the `code` of the system. */
export interface HookFiles {
    /** A file that can be started, in the place of whatever file was there. */
    writeProgram(path: string, text: string): Promise<void>;
    /** A file or a link gets another name in the same folder, in the place of whatever file has it. Bytes, mode and times stay. */
    rename(from: string, to: string): Promise<void>;
    /** A file or a link. */
    remove(path: string): Promise<void>;
    makeFolder(path: string): Promise<void>;
    /** A folder with nothing in it. */
    removeFolder(path: string): Promise<void>;
}
/** By node:fs. */
export declare const nodeHookFiles: HookFiles;
