import { _t as plainVariantOf, at as proofText, ct as parseBuildOutput, dt as decideTargets, ft as describeCgo, gt as checkVariant, ht as parseTargets, lt as findUnsupportedVariants, mt as parseTarget, ot as whyNoProof, pt as expandTargets, st as failedPackages, ut as decideCgo, vt as formatTarget, yt as targetEnvironment } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };