/** The measurements in a sample, and every threshold that something is judged by. */
@NullMarked
package emptyrecord.night.catalogue;

import org.jspecify.annotations.NullMarked;
