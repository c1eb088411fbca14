import type { Finding } from '../report/index.js';
import { type ShowFile } from './finding.js';
import type { DeclaredEnvironments } from './model.js';
/** Settings that take checks off modules in one place, while another place keeps them. */
export declare function findWeakenedPlaces(declared: DeclaredEnvironments, show: ShowFile): readonly Finding[];
