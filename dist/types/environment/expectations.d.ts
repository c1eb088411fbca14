import type { Finding } from '../report/index.js';
import { type GoEnvironment, type Toolchain } from '../snapshot/index.js';
/** Declared facts of the environment. */
export interface Expectations {
    /** The Go that runs: `1.26.3`, `1.26`, `1.26.x`, `>=1.24 <1.27`. */
    readonly go?: string;
    /** go env keys and the value each must have; `on`: any but off; empty: none. */
    readonly env?: Readonly<Record<string, string>>;
    /** Flags that GOFLAGS must or must not hold: `-trimpath`, `-mod=vendor`, or by name alone `-tags`. */
    readonly flags?: {
        readonly require?: readonly string[];
        readonly forbid?: readonly string[];
    };
}
/**
 * Findings (`env/expectation`, errors) for every declared fact that does not hold, each with what was wanted, what was
 * found, where that is set and how to change it. Throws `config-invalid` for a range or key that cannot be understood.
 */
export declare function checkExpectations(expect: Expectations, environment: GoEnvironment, toolchain: Toolchain): readonly Finding[];
