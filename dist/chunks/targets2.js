import { At as decideCgo, Dt as parseBuildOutput, Et as failedPackages, Ft as parseTargets, It as checkVariant, Lt as plainVariantOf, Mt as describeCgo, Nt as expandTargets, Ot as textOfBuild, Pt as parseTarget, Rt as formatTarget, Tt as whyNoProof, jt as decideTargets, kt as findUnsupportedVariants, wt as proofText, zt as targetEnvironment } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };