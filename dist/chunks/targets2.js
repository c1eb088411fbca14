import { St as targetEnvironment, _t as parseTarget, bt as plainVariantOf, ct as whyNoProof, dt as textOfBuild, ft as findUnsupportedVariants, gt as expandTargets, ht as describeCgo, lt as failedPackages, mt as decideTargets, pt as decideCgo, st as proofText, ut as parseBuildOutput, vt as parseTargets, xt as formatTarget, yt as checkVariant } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };