import { C as readYamlFile, E as isOwnAction, S as MAX_BYTES, T as isActionReference, _ as configText, b as checkOrder, d as insertInto, f as workflowText, g as goreleaserTargets, h as GORELEASER_FILES, m as guessMatrix, p as guessBranch, u as workflowTargets, v as scriptTargets, w as ACTION_REFERENCE, x as githubJobs, y as mergeTargets } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };