/** The folder of a file, `.` for the top. */
export declare function folderOf(path: string): string;
/** A path below a folder, `.` and `..` followed; `null` when it leads out of the repository or is absolute. */
export declare function joinPath(folder: string, path: string): string | null;
/** Whether a folder is another one or lies in it. */
export declare function isWithin(folder: string, outer: string): boolean;
/** Folders whose files are about something else than the project's own build. */
export declare function isAside(path: string): boolean;
/** Folders whose images are helpers of tests: nobody ships them. */
export declare function isForTests(path: string): boolean;
