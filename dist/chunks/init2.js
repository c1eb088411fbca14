import { C as githubJobs, D as isActionReference, E as ACTION_REFERENCE, O as isOwnAction, S as checkOrder, T as readYamlFile, _ as GORELEASER_FILES, b as scriptTargets, f as workflowTargets, g as guessMatrix, h as guessBranch, m as workflowText, p as insertInto, v as goreleaserTargets, w as MAX_BYTES, x as mergeTargets, y as configText } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };