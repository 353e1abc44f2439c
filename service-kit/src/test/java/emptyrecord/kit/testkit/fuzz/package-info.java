/** Inputs by a seed: random choices, odd texts and numbers, mutations, and the loop that reports a failing input. */
@NullMarked
package emptyrecord.kit.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
