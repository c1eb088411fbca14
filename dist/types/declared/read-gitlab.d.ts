import { type YamlFile } from '../init/index.js';
import type { DeclaredEnvironment } from './model.js';
/** The jobs of a .gitlab-ci.yml. Hidden ones (`.name`) are what others extend. */
export declare function readGitlab(file: YamlFile): readonly DeclaredEnvironment[];
