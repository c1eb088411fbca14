import { C as isActionReference, S as ACTION_REFERENCE, _ as mergeTargets, b as MAX_BYTES, c as workflowTargets, d as guessBranch, f as guessMatrix, g as scriptTargets, h as configText, l as insertInto, m as goreleaserTargets, p as GORELEASER_FILES, u as workflowText, v as checkOrder, w as isOwnAction, x as readYamlFile, y as githubJobs } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };