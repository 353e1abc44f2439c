/** The region in containers, and what it survives there. */
@NullMarked
package emptyrecord.e2e.compose;

import org.jspecify.annotations.NullMarked;
