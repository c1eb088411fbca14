import { Ct as formatTarget, St as plainVariantOf, _t as describeCgo, bt as parseTargets, dt as failedPackages, ft as parseBuildOutput, gt as decideTargets, ht as decideCgo, lt as proofText, mt as findUnsupportedVariants, pt as textOfBuild, ut as whyNoProof, vt as expandTargets, wt as targetEnvironment, xt as checkVariant, yt as parseTarget } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };