/** What a file can say of environments. */
export type DeclaringKind = 'module' | 'workflow' | 'action' | 'gitlab' | 'dockerfile' | 'devcontainer' | 'go-version' | 'tool-versions' | 'mise' | 'makefile'
/** Another CI system: only the versions that it names count. */
 | 'other-ci'
/** It gives arguments to builds of images. */
 | 'builds';
/** What a file of a repository can say of the environments that build it; `null` for nothing. The path is POSIX, from its top. */
export declare function declaringKind(path: string): DeclaringKind | null;
/** Whether a file of a repository is wanted by `readDeclarations`. */
export declare function isDeclaring(path: string): boolean;
