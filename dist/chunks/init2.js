import { C as ACTION_REFERENCE, S as readYamlFile, T as isOwnAction, _ as scriptTargets, b as githubJobs, d as workflowText, f as guessBranch, g as configText, h as goreleaserTargets, l as workflowTargets, m as GORELEASER_FILES, p as guessMatrix, u as insertInto, v as mergeTargets, w as isActionReference, x as MAX_BYTES, y as checkOrder } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };