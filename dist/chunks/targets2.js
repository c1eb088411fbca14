import { $ as parseTarget, G as whyNoProof, J as findUnsupportedVariants, K as failedPackages, Q as expandTargets, W as proofText, X as decideTargets, Y as decideCgo, Z as describeCgo, et as parseTargets, it as targetEnvironment, nt as plainVariantOf, q as parseBuildOutput, rt as formatTarget, tt as checkVariant } from "./operations.js";
import { n as describePlanVerdict, r as planToMermaid, t as concludePlan } from "./targets.js";

export { planToMermaid };