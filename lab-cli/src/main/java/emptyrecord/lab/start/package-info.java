/** The progress of a start and why it fails, for each service in words. */
@NullMarked
package emptyrecord.lab.start;

import org.jspecify.annotations.NullMarked;
