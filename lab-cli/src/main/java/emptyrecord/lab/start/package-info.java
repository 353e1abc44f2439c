/** How a start goes on and why it fails: what is seen of each service, in words. */
@NullMarked
package emptyrecord.lab.start;

import org.jspecify.annotations.NullMarked;
