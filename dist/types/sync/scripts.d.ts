/** Arguments: directory, nonce, files. Prints what is there; changes nothing. */
export declare const LOOK: string;
/**
 * Arguments: directory, then for each file its path, the sum it has there, the sum it gets, and the offset and length of its content in
 * what standard input brings. All files or none.
 */
export declare const PUT: string;
/** Arguments: directory, then the directories of modules. `go mod download` and `go mod verify` in each; a line before each says which. */
export declare const DOWNLOAD: string;
/** Arguments: directory, number of variables, the variables as `KEY=VALUE`, then a program with its arguments, which it becomes. */
export declare const RUN: string;
