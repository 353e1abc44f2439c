/** How a command ends: exit statuses, failures with advice, deadlines and Ctrl-C. */
@NullMarked
package emptyrecord.lab.failure;

import org.jspecify.annotations.NullMarked;
