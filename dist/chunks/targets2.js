import { At as describeCgo, Ct as whyNoProof, Dt as findUnsupportedVariants, Et as textOfBuild, Ft as plainVariantOf, It as formatTarget, Lt as targetEnvironment, Mt as parseTarget, Nt as parseTargets, Ot as decideCgo, Pt as checkVariant, St as proofText, Tt as parseBuildOutput, jt as expandTargets, kt as decideTargets, wt as failedPackages } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };