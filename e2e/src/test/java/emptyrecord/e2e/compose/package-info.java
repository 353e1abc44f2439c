/** The region in containers, and its behaviour under failures there. */
@NullMarked
package emptyrecord.e2e.compose;

import org.jspecify.annotations.NullMarked;
