import { Ct as targetEnvironment, St as formatTarget, _t as expandTargets, bt as checkVariant, ct as proofText, dt as parseBuildOutput, ft as textOfBuild, gt as describeCgo, ht as decideTargets, lt as whyNoProof, mt as decideCgo, pt as findUnsupportedVariants, ut as failedPackages, vt as parseTarget, xt as plainVariantOf, yt as parseTargets } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };