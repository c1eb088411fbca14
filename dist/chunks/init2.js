import { $ as withoutWrappers, A as workflowText, B as scriptTargets, F as guessBranch, G as entriesOf, H as checkOrder, I as guessMatrix, J as linesInText, K as itemsAt, L as GORELEASER_FILES, O as workflowTargets, Q as texts, R as goreleaserTargets, U as githubJobs, V as mergeTargets, W as MAX_BYTES, X as readYamlFile, Y as nodeAt, Z as textAt, et as splitShell, k as insertInto, nt as isActionReference, q as lineFinder, rt as isOwnAction, tt as ACTION_REFERENCE, z as configText } from "./operations.js";
import { t as unifiedDiff } from "./init.js";

export { unifiedDiff };