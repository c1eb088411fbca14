import { $ as isActionReference, B as githubJobs, D as workflowText, E as insertInto, F as goreleaserTargets, G as linesInText, H as entriesOf, I as configText, J as textAt, K as nodeAt, L as scriptTargets, M as guessBranch, N as guessMatrix, P as GORELEASER_FILES, Q as ACTION_REFERENCE, R as mergeTargets, T as workflowTargets, U as itemsAt, V as MAX_BYTES, W as lineFinder, X as withoutWrappers, Y as texts, Z as splitShell, et as isOwnAction, q as readYamlFile, z as checkOrder } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };