import { C as MAX_BYTES, D as isOwnAction, E as isActionReference, S as githubJobs, T as ACTION_REFERENCE, _ as goreleaserTargets, b as mergeTargets, d as workflowTargets, f as insertInto, g as GORELEASER_FILES, h as guessMatrix, m as guessBranch, p as workflowText, v as configText, w as readYamlFile, x as checkOrder, y as scriptTargets } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };