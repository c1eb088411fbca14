export {
  formatTarget,
  targetEnvironment,
  type DistTarget,
  type Platform,
  type Target,
  type TargetFacts,
  type TargetRequest,
  type VariantKey,
  type WantedTarget,
} from './target.js'
export { parseTarget, parseTargets } from './parse.js'
export { expandTargets, type ExpandFacts } from './expand.js'
export { checkVariant, plainVariantOf, type VariantCheck } from './variants.js'
export { decideCgo, decideTargets, describeCgo } from './cgo.js'
export { findUnsupportedVariants } from './unsupported.js'
export { textOfBuild } from './build-lines.js'
export { failedPackages, parseBuildOutput, type BuildFailure } from './build-output.js'
export { proofText, whyNoProof, type PackageContent, type ProofFacts } from './proof.js'
export {
  concludePlan,
  describePlanVerdict,
  planToMermaid,
  type PlanLoss,
  type PlanStep,
  type PlanVerdict,
  type TargetPlan,
} from './plan.js'
