import { _t as parseTargets, bt as formatTarget, ct as whyNoProof, dt as findUnsupportedVariants, ft as decideCgo, gt as parseTarget, ht as expandTargets, lt as failedPackages, mt as describeCgo, pt as decideTargets, st as proofText, ut as parseBuildOutput, vt as checkVariant, xt as targetEnvironment, yt as plainVariantOf } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };