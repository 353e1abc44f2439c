/** The chart and the workshop's script, checked without a cluster. */
@NullMarked
package emptyrecord.deploy;

import org.jspecify.annotations.NullMarked;
