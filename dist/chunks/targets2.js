import { At as parseTargets, Ct as textOfBuild, Dt as describeCgo, Et as decideTargets, Mt as plainVariantOf, Nt as formatTarget, Ot as expandTargets, Pt as targetEnvironment, St as parseBuildOutput, Tt as decideCgo, bt as whyNoProof, jt as checkVariant, kt as parseTarget, wt as findUnsupportedVariants, xt as failedPackages, yt as proofText } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };